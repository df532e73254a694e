"""How much quicker the resident loop is than the original's, on the same weights and device.

Weights are random: speed and memory do not depend on what a network has learnt. What they draw means nothing.
"""

import platform
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.base.jobs import Job, Progress, run
from engine.base.text import Text
from engine.networks.device import release_cached, torch_device

if TYPE_CHECKING:

    from engine.expression.magicface.model import MagicFace

GEOMETRIES = {"tiny": 128, "full": 512}
"""Side of the picture drawn, by size of the networks."""

_GUIDANCE = 1.5
_QUICKER = (20, 10)
_SEED = 424


@dataclass(frozen=True)
class Loop:
    """One way of drawing.

    first:  what a photo's first edit takes; next: every further one.
    memory: peak bytes.
    off:    largest difference of its picture from the plain loop's, of a range from 0 to 1.
    """

    name: str
    first: "Cost"
    next: "Cost"
    memory: int
    off: float


@dataclass(frozen=True)
class Cost:
    """wall: seconds; busy: seconds of all processor cores together, which other programs hardly change."""

    wall: float
    busy: float


@dataclass(frozen=True)
class MagicFaceReport:
    """loops: the plain one first. distances: of quicker settings from 50 steps, (largest, root mean square)."""

    machine: dict[str, Any]
    geometry: str
    steps: int
    loops: tuple[Loop, ...]
    distances: dict[int, tuple[float, float]] = field(default_factory=dict)

    def ratio(self, plain: Cost, other: Cost) -> float:
        """How many times quicker; on a processor by the time its cores are busy."""
        on_processor = self.machine["device"] == "cpu"
        return round(plain.busy / other.busy if on_processor else plain.wall / other.wall, 3)

    def as_data(self) -> dict[str, Any]:
        plain = self.loops[0]
        return {"machine": self.machine, "geometry": self.geometry, "steps": self.steps, "loops": [
            {"name": loop.name, "first_s": round(loop.first.wall, 3), "next_s": round(loop.next.wall, 3),
             "first_busy_s": round(loop.first.busy, 3), "next_busy_s": round(loop.next.busy, 3),
             "ratio_first": self.ratio(plain.first, loop.first), "ratio_next": self.ratio(plain.next, loop.next),
             "peak_bytes": loop.memory, "largest_difference": loop.off} for loop in self.loops],
            "distance_from_50_steps": {str(steps): {"largest": largest, "rms": rms}
                                       for steps, (largest, rms) in self.distances.items()}}


def bench_magicface(geometry: str, steps: int) -> Job[MagicFaceReport]:
    """Measure at a geometry ("tiny" or "full") with so many steps, on the device of this machine.

    On a graphics card in float32 and float16, on the processor in float32. The distances of 20 and 10 steps from 50
    are left out for the full networks on a processor, where they would take an hour.
    """
    import torch

    from engine.expression.magicface.model import MagicFace
    from engine.expression.magicface.plain import plain_edit
    from engine.expression.magicface.random_weights import random_networks

    device, side, full = torch_device(), GEOMETRIES[geometry], geometry == "full"
    random = np.random.default_rng(_SEED)
    source, background = (random.integers(0, 256, (side, side, 3), np.uint8) for _ in range(2))
    units = np.eye(12)[6] * 4 + np.eye(12)[4] * 3
    noise = torch.randn((1, 4, side // 8, side // 8), generator=torch.Generator().manual_seed(_SEED)).numpy()

    yield Progress(0, 4, Text("making networks"))
    networks = random_networks(full)
    yield Progress(1, 4, Text("drawing with the plain loop"))
    for part in (networks.vae, networks.identity_encoder, networks.denoiser, networks.au_layer):
        part.to(device)
    networks.prompt = networks.prompt.to(device)

    def plain() -> np.ndarray:
        return plain_edit(networks, source, background, units, steps, _GUIDANCE, noise)

    if not full:
        plain()  # the first of all warms libraries up
    wanted, cost, memory = _measured(plain, device)
    loops = [Loop("plain, float32", cost, cost, memory, 0.0)]
    distances: dict[int, tuple[float, float]] = {}
    for precision in ("float32",) if device == "cpu" else ("float32", "float16"):
        yield Progress(len(loops) + 1, 4, Text("drawing with the resident loop, {0}", precision))
        # A MagicFace owns its networks and changes them; the plain loop's are not used again after the first.
        parts = networks if precision == "float32" else random_networks(full)
        magicface = MagicFace(parts, device, precision, spare_memory=device == "cuda")

        def edit(of: "MagicFace" = magicface, count: int = steps) -> np.ndarray:
            return run(of.edit(of.encode_face(source, background), units, count, _GUIDANCE, noise=noise))

        if not full:
            edit()
        picture, first, memory_first = _measured(edit, device)
        encoded = magicface.encode_face(source, background)

        def further(of: "MagicFace" = magicface, at: Any = encoded, count: int = steps) -> np.ndarray:
            return run(of.edit(at, units, count, _GUIDANCE, noise=noise))

        _, following, memory_next = _measured(further, device)
        loops.append(Loop(f"resident, {precision}", first, following, max(memory_first, memory_next),
                          float(np.abs(picture - wanted).max())))
        if precision == "float32" and not (full and device == "cpu"):
            best = further(count=50)
            for quicker in _QUICKER:
                off = further(count=quicker) - best
                distances[quicker] = float(np.abs(off).max()), float(np.sqrt((off**2).mean()))
    return MagicFaceReport(_machine(device), geometry, steps, tuple(loops), distances)


def table(report: MagicFaceReport) -> str:
    """The report for people."""
    plain = report.loops[0]
    lines = [f"{report.geometry} geometry, {GEOMETRIES[report.geometry]} pixels, {report.steps} steps, guided; "
             f"random weights", "",
             f"{'loop':20} {'first edit':>11} {'busy':>11} {'ratio':>6} {'further':>11} {'busy':>11} {'ratio':>6} "
             f"{'peak memory':>12} {'off':>8}"]
    lines += [f"{loop.name:20} {loop.first.wall:9.2f} s {loop.first.busy:9.2f} s "
              f"{report.ratio(plain.first, loop.first):6.2f} {loop.next.wall:9.2f} s {loop.next.busy:9.2f} s "
              f"{report.ratio(plain.next, loop.next):6.2f} {loop.memory / 2**30:8.2f} GiB {loop.off:8.1e}"
              for loop in report.loops]
    lines += [f"{steps} steps are {rms:.4f} (root mean square; largest {largest:.3f}) from 50"
              for steps, (largest, rms) in report.distances.items()]
    return "\n".join(lines)


def _measured(call: Callable[[], np.ndarray], device: str) -> tuple[np.ndarray, Cost, int]:
    """What a call gives, what it takes, and the most memory in use meanwhile."""
    import torch

    release_cached(torch.device(device))
    with _peak(device) as peak:
        started, busy = time.perf_counter(), time.process_time()
        result = call()  # ends with a picture on the processor, so nothing is still under way
        cost = Cost(time.perf_counter() - started, time.process_time() - busy)
    return result, cost, peak[0]


@contextmanager
def _peak(device: str) -> Iterator[list[int]]:
    """A list whose only entry is, afterwards, the most bytes: of the card's, else of this process."""
    import psutil
    import torch

    peak = [0]
    if device == "cuda":
        torch.cuda.reset_peak_memory_stats()
        yield peak
        peak[0] = int(torch.cuda.max_memory_allocated())
        return
    process, ended = psutil.Process(), threading.Event()

    def watch() -> None:
        while True:
            peak[0] = max(peak[0], process.memory_info().rss)
            if ended.wait(0.02):
                return

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield peak
    finally:
        ended.set()
        watcher.join()


def _machine(device: str) -> dict[str, Any]:
    import os

    import torch

    name = torch.cuda.get_device_name() if device == "cuda" else platform.processor() or platform.machine()
    load = round(os.getloadavg()[0], 1) if hasattr(os, "getloadavg") else None
    return {"device": device, "name": name, "cores": os.cpu_count(), "load_1min": load, "torch": torch.__version__,
            "threads": torch.get_num_threads()}
