"""How a regressor learns: what is seen of a database's faces on one side, their values on the other. Before the first
step ridge regression says how they hang together; then the mean square between them is taken down by Adam."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

import numpy as np

from engine.base.jobs import Job, Progress
from engine.base.text import Text
from engine.process.messages import JSON
from engine.process.training import Checkpoint
from engine.rig.regressor.faces import Faces
from engine.rig.regressor.network import Regressor
from engine.rig.training.plan import TrainingPlan, learning_rate
from engine.rig.training.shown import Curve

if TYPE_CHECKING:
    import torch

HELD_OUT = 1000
_RIDGE, _TOGETHER = 30.0, 1000
_DOT, _PLOT = 2, 256


@dataclass(frozen=True)
class RegressorPlan(TrainingPlan):
    """ways: how often each of the database's faces is laid and coloured anew. imitator: file of one that draws
    `imagined` more (see `imagined`), "" for none. dropped: share of what is seen that is left out at random in each
    step."""

    batch: int = 128
    rate: float = 0.0002
    imitator: str = ""
    imagined: int = 20_000
    ways: int = 6
    dropped: float = 0.1

    @property
    def config(self) -> dict[str, JSON]:
        return {"network": "regressor", **asdict(self)}


class RegressorLearner:
    """A `ShownLearner`. data: what is learnt from; held_out: what is only looked at, None for none."""

    def __init__(self, plan: RegressorPlan, data: Faces, held_out: Faces | None, device: str = "cpu") -> None:
        import torch

        self.plan, self.device = plan, torch.device(device)
        self._data, self._held_out = data, held_out
        self.regressor = Regressor.begun(data.values.shape[1], plan.seed).to(device)
        self._adam = self._optimizer()
        self.curve: Curve = []
        """Of mean errors of the values, 0..1."""
        self._since: list[float] = []

    def begin(self) -> Job[None]:
        """Work out what is linear."""
        import torch

        seen, values = self._data.seen, self._data.values
        mean, middle = seen.mean(0, dtype=np.float32), values.mean(0)
        squares = _RIDGE * np.eye(seen.shape[1], dtype=np.float32)
        products = np.zeros((seen.shape[1], values.shape[1]), np.float32)
        for start in range(0, len(seen), _TOGETHER):
            rows = seen[start:start + _TOGETHER].astype(np.float32) - mean
            squares += rows.T @ rows
            products += rows.T @ (values[start:start + _TOGETHER] - middle)
            yield Progress(start, len(seen), Text("working out how the values hang on what is seen"))
        linear = np.linalg.solve(squares, products)
        weights = self.regressor.weights
        weights["linear.weight"] = torch.from_numpy(np.ascontiguousarray(linear.T)).to(self.device)
        weights["linear.bias"] = torch.from_numpy(middle - mean @ linear).to(self.device)
        self._adam = self._optimizer()

    def resume(self, checkpoint: Checkpoint) -> None:
        import torch

        arrays = {key: torch.from_numpy(np.array(values)) for key, values in checkpoint.arrays.items()}
        net = {key.removeprefix("net."): values for key, values in arrays.items() if key.startswith("net.")}
        self.regressor = Regressor(net, "the checkpoint").to(self.device.type)
        self._adam = self._optimizer()
        state = {place: {part: arrays[f"adam.{part}.{key}"].reshape(() if part == "step" else net[key].shape)
                         for part in _ADAM} for place, key in enumerate(self.regressor.learnt)}
        self._adam.load_state_dict({**self._adam.state_dict(), "state": state})
        self.curve, self._since = list(checkpoint.facts["curve"]), list(checkpoint.facts["since"])

    def step(self, number: int) -> Progress:
        import torch

        plan = self.plan
        random = np.random.Generator(np.random.PCG64([plan.seed, 0, number]))
        chosen = random.integers(0, len(self._data), plan.batch)
        seen = self._data.seen[chosen].astype(np.float32)
        seen *= (random.random(seen.shape, np.float32) >= plan.dropped) / np.float32(1 - plan.dropped)
        wanted = torch.from_numpy(self._data.values[chosen]).to(self.device)
        self._adam.param_groups[0]["lr"] = learning_rate(number, plan)
        self._adam.zero_grad()
        with torch.autocast(self.device.type, torch.bfloat16, enabled=plan.mixed):
            guessed = self.regressor.guesses(torch.from_numpy(seen).to(self.device), training=True)
        off = guessed.float() - wanted
        loss = off.square().mean()
        loss.backward()
        self._adam.step()
        self._since.append(off.detach().abs().mean().item())
        words = Text("step {0} of {1}, mean error of the values {2}", number + 1, plan.steps, f"{self._since[-1]:.4f}")
        if (number + 1) % plan.every and number + 1 != plan.steps:
            return Progress(0, 0, words)
        apart = self.held_out_error()
        self.curve.append([number + 1, float(np.mean(self._since)), -1.0 if apart is None else apart])
        self._since.clear()
        if apart is not None:
            words = Text("step {0} of {1}, mean error of the values {2}, {3} of what is held out", number + 1,
                         plan.steps, f"{self.curve[-1][1]:.4f}", f"{apart:.4f}")
        return Progress(0, 0, words, self.preview())

    def state(self) -> tuple[Mapping[str, np.ndarray], Mapping[str, JSON]]:
        arrays = {f"net.{key}": tensor.detach().cpu().numpy().copy() for key, tensor in self.regressor.weights.items()}
        for key, tensor in self.regressor.learnt.items():
            held = self._adam.state[tensor]
            arrays |= {f"adam.{part}.{key}": held[part].detach().cpu().numpy().copy() for part in _ADAM}
        return arrays, {"curve": [[*entry] for entry in self.curve], "since": [*self._since]}

    def held_out_error(self) -> float | None:
        """Mean error 0..1 of the values of faces that are not learnt from; nothing is learnt here."""
        if self._held_out is None:
            return None
        wanted, guessed = self._looked_at()
        return float(np.abs(guessed - wanted).mean())

    def preview(self) -> np.ndarray:
        """(PLOT, PLOT + n, 3) uint8: some held-out faces' cuts beside a plot of their values, true to the right and
        guessed upward: on the rising line all would be right."""
        cuts = [*(self._held_out or self._data).shown]
        wanted, guessed = self._looked_at()
        plot = np.full((_PLOT, _PLOT, 3), 24, np.uint8)
        line = np.arange(_PLOT)
        plot[_PLOT - 1 - line, line] = 90
        x = (wanted.clip(0, 1) * (_PLOT - _DOT)).astype(int).ravel()
        y = (_PLOT - _DOT - (guessed.clip(0, 1) * (_PLOT - _DOT)).astype(int)).ravel()
        for right in range(_DOT):
            for down in range(_DOT):
                plot[y + down, x + right] = (120, 190, 255)
        rows = _PLOT // cuts[0].shape[0]
        columns = [np.vstack(cuts[at:at + rows]) for at in range(0, len(cuts), rows)]
        return np.hstack([plot, *(np.pad(column, ((0, _PLOT - len(column)), (0, 0), (0, 0))) for column in columns)])

    def _looked_at(self) -> tuple[np.ndarray, np.ndarray]:
        """(N, n) values of some held-out faces (else of those learnt from), and what is guessed of them."""
        import torch

        shown = self._held_out or self._data
        count = min(HELD_OUT, len(shown))
        with torch.inference_mode():
            seen = torch.from_numpy(shown.seen[:count].astype(np.float32)).to(self.device)
            return shown.values[:count], self.regressor.guesses(seen).float().clamp(0, 1).cpu().numpy()

    def _optimizer(self) -> "torch.optim.Adam":
        import torch

        learnt = self.regressor.learnt
        for tensor in learnt.values():
            tensor.requires_grad_(True)
        return torch.optim.Adam(list(learnt.values()), lr=self.plan.rate)


_ADAM = ("step", "exp_avg", "exp_avg_sq")
