"""How an imitator learns: pictures of a database on one side, its own on the other, and the mean difference between
them (L1) taken down by Adam, as the face-nn tools do it."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.base.errors import EngineError
from engine.base.jobs import Job, Progress
from engine.base.text import Text
from engine.process.messages import JSON
from engine.process.training import Checkpoint
from engine.rig.database.rendered import RenderedDatabase
from engine.rig.imitator.beginning import begin_from
from engine.rig.imitator.kinds import SMALL, begun, imitator_of
from engine.rig.imitator.weights_file import read_imitator, write_imitator
from engine.rig.training.plan import TrainingPlan, learning_rate
from engine.rig.training.shown import Curve

if TYPE_CHECKING:
    import torch

HELD_OUT = 100
"""Pictures that are set apart and looked at each time; all of them would take as long as many steps."""
_SHOWN = 4
_KEPT_PICTURES = 1 << 30
"""Bytes of decoded pictures that stay in memory; the others are read again each time."""


@dataclass(frozen=True)
class LearningPlan(TrainingPlan):
    """network: "small" or one of `kinds.WIDTHS`; start: an imitator's file to go on from, "" for a new one."""

    steps: int = 30_000
    rate: float = 0.004
    floor: float = 0.0001
    every: int = 250
    network: str = "small"
    start: str = ""

    @property
    def config(self) -> dict[str, JSON]:
        return asdict(self)


class ImitatorLearner:
    """A `Learner`. data: what is learnt from; held_out: what is only looked at, None for none."""

    def __init__(self, plan: LearningPlan, data: RenderedDatabase, held_out: RenderedDatabase | None,
                 device: str = "cpu") -> None:
        import torch

        self.plan, self.device = plan, torch.device(device)
        self.imitator = read_imitator(Path(plan.start))[0] if plan.start else begun(
            plan.network, data.values.shape[1], plan.seed)
        if self.imitator.values > data.values.shape[1]:
            raise EngineError(Text("{0}: takes {1} values, the database has {2}", plan.start, self.imitator.values,
                                   data.values.shape[1]))
        self._data, self._held_out = _Pictures(data, self.imitator.side), None
        if held_out is not None:
            self._held_out = _Pictures(held_out, self.imitator.side)
        for pictures in (self._data, self._held_out):
            if pictures is not None:
                pictures.picture(0)  # one that cannot be read is told before anything is written
        self.imitator.to(device)
        self._adam = self._optimizer()
        self.curve: Curve = []
        """Of mean differences, 0..1."""
        self._since: list[float] = []

    def begin(self) -> Job[None]:
        """Work a network of ours out of the database, before its first step; the others begin with nothing."""
        if self.plan.network == SMALL and not self.plan.start:
            imitator = yield from begin_from(self._data.picture, self._data.values, self.imitator.side, self.plan.seed)
            self.imitator = imitator.to(self.device.type)
            self._adam = self._optimizer()

    def resume(self, checkpoint: Checkpoint) -> None:
        import torch

        arrays = {key: torch.from_numpy(np.array(values)) for key, values in checkpoint.arrays.items()}
        for key in arrays:  # a checkpoint keeps a single number as an array of one
            if key.endswith("num_batches_tracked") or key.startswith("adam.step."):
                arrays[key] = arrays[key].reshape(())
        net = {key.removeprefix("net."): values for key, values in arrays.items() if key.startswith("net.")}
        self.imitator = imitator_of(net, "the checkpoint").to(self.device.type)
        self._adam = self._optimizer()
        state = {place: {part: arrays[f"adam.{part}.{key}"] for part in _ADAM}
                 for place, key in enumerate(self.imitator.learnt)}
        self._adam.load_state_dict({**self._adam.state_dict(), "state": state})
        self.curve, self._since = list(checkpoint.facts["curve"]), list(checkpoint.facts["since"])

    def step(self, number: int) -> Progress:
        import torch

        plan = self.plan
        chosen = np.random.Generator(np.random.PCG64([plan.seed, number])).integers(0, len(self._data), plan.batch)
        values, wanted = self._batch(self._data, chosen)
        self._adam.param_groups[0]["lr"] = learning_rate(number, plan)
        self._adam.zero_grad()
        with torch.autocast(self.device.type, torch.bfloat16, enabled=plan.mixed):
            drawn = self.imitator.pictures(values, training=True)
        loss = (drawn.float() - wanted).abs().mean()
        loss.backward()
        self._adam.step()
        self._since.append(loss.item())
        words = Text("step {0} of {1}, difference {2}", number + 1, plan.steps, f"{self._since[-1]:.4f}")
        if (number + 1) % plan.every and number + 1 != plan.steps:
            return Progress(0, 0, words)
        apart = self.held_out_error()
        self.curve.append([number + 1, float(np.mean(self._since)), -1.0 if apart is None else apart])
        self._since.clear()
        if apart is not None:
            words = Text("step {0} of {1}, difference {2}, {3} of what is held out", number + 1, plan.steps,
                         f"{self.curve[-1][1]:.4f}", f"{apart:.4f}")
        return Progress(0, 0, words, self.preview())

    def state(self) -> tuple[Mapping[str, np.ndarray], Mapping[str, JSON]]:
        arrays = {f"net.{key}": tensor.detach().cpu().numpy().copy() for key, tensor in self.imitator.weights.items()}
        for tensor, key in zip(self.imitator.learnt.values(), self.imitator.learnt, strict=True):
            held = self._adam.state[tensor]
            arrays |= {f"adam.{part}.{key}": held[part].detach().cpu().numpy().copy() for part in _ADAM}
        return arrays, {"curve": [[*entry] for entry in self.curve], "since": [*self._since]}

    def held_out_error(self) -> float | None:
        """Mean difference 0..1 of pictures that are not learnt from; nothing is learnt here, batch norm included."""
        import torch

        if self._held_out is None:
            return None
        errors = []
        with torch.inference_mode():
            for start in range(0, min(HELD_OUT, len(self._held_out)), self.plan.batch):
                places = np.arange(start, min(start + self.plan.batch, HELD_OUT, len(self._held_out)))
                values, wanted = self._batch(self._held_out, places)
                errors += (self.imitator.pictures(values) - wanted).abs().mean((1, 2, 3)).tolist()
        return float(np.mean(errors))

    def preview(self) -> np.ndarray:
        """(2 side, n side, 3) uint8: some of the database's pictures above, the imitator's below."""
        shown = self._held_out or self._data
        places = range(min(_SHOWN, len(shown)))
        return np.concatenate([np.concatenate([shown.picture(place) for place in places], 1),
                               np.concatenate([self.imitator.draw(shown.values[place, :self.imitator.values])
                                               for place in places], 1)])

    def write(self, folder: Path, steps: int) -> Path:
        """The published file of what it has learnt, named as the face-nn tools name theirs."""
        path = folder / f"imitator_{steps}_{self.device.type}.pth"
        write_imitator(path, self.imitator, steps, self._adam.state_dict())
        return path

    def _optimizer(self) -> "torch.optim.Adam":
        import torch

        learnt = self.imitator.learnt
        for tensor in learnt.values():
            tensor.requires_grad_(True)
        return torch.optim.Adam(list(learnt.values()), lr=self.plan.rate)

    def _batch(self, pictures: "_Pictures", places: np.ndarray) -> "tuple[torch.Tensor, torch.Tensor]":
        """(B, n) values and (B, 3, side, side) pictures 0..1."""
        import torch

        stack = torch.from_numpy(np.stack([pictures.picture(int(place)) for place in places])).to(self.device)
        values = torch.from_numpy(pictures.values[places, :self.imitator.values]).to(self.device)
        return values, stack.permute(0, 3, 1, 2).float() / 255


_ADAM = ("step", "exp_avg", "exp_avg_sq")


class _Pictures:
    """The pictures of a database at a network's side, each decoded once as far as memory goes."""

    def __init__(self, database: RenderedDatabase, side: int) -> None:
        self.database, self.side, self.values = database, side, database.values
        self._kept: dict[int, np.ndarray] = {}

    def __len__(self) -> int:
        return len(self.database)

    def picture(self, place: int) -> np.ndarray:
        from engine.base.opencv import cv2

        found = self._kept.get(place)
        if found is None:
            found = self.database.picture(place)
            if found.shape[:2] != (self.side, self.side):
                found = cv2.resize(found, (self.side, self.side), interpolation=cv2.INTER_AREA)
            if (len(self._kept) + 1) * found.nbytes <= _KEPT_PICTURES:
                self._kept[place] = np.ascontiguousarray(found)
        return found


def planned(config: Mapping[str, Any]) -> LearningPlan:
    """The plan that a training's settings hold. EngineError when they are another program's."""
    try:
        return replace(LearningPlan(""), **config)
    except TypeError as error:
        raise EngineError(Text("the training has settings that are not known here"), detail=str(error)) from None
