"""How quick a game head is on this machine: a slider that is moved, a fit, a texture, an export."""

import time
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from engine.base.errors import EngineError
from engine.base.jobs import Job, Progress, run
from engine.base.text import Text
from engine.bench.live import PORTRAIT, Figure, Report, describe_machine

if TYPE_CHECKING:
    from engine.engine import Engine
    from engine.rig.likeness import HeadLikeness
    from engine.rig.values import RigValues

SCHEMA = "face-nn"
FIT_BUDGET, BAKE_BUDGET = 1000.0, 3000.0
"""Milliseconds on two cores."""
_MOVES, _TIMES = 30, 3
_WINDOW = 512


def bench_rig(portrait: Path = PORTRAIT) -> Job[Report]:
    """Measure on a bundled portrait: half a minute on two cores. Nothing is written into the user's folders.

    Each is told by the clock and by the processors' time of this process, on all cores together.
    """
    from engine.engine import Engine

    figures: list[Figure] = []
    with TemporaryDirectory(prefix="facewright-bench-") as folder, closing(Engine()) as engine:
        machine = describe_machine(engine)
        yield Progress(0, 0, Text("opening the portrait"))
        photo = yield from engine.photos.open(portrait)
        values = run(engine.rigs.fit(photo.id, 0, SCHEMA)).values
        skipped = []
        parts: tuple[tuple[str, Callable[[], list[Figure]]], ...] = (
            ("rig fit", lambda: _fit(engine, photo.id)), ("texture", lambda: _bake(engine, photo.id)),
            ("slider to head", lambda: _slider(engine, photo.id, values)),
            ("export", lambda: _export(engine, photo.id, values, Path(folder))))
        for done, (name, measure) in enumerate(parts):
            yield Progress(done, len(parts), Text("measuring: {0}", name))
            try:
                figures += measure()
            except EngineError as error:
                skipped.append((name, str(error)))
        engine.photos.forget(photo.id)
    return Report(machine, tuple(figures), tuple(skipped))


def _fit(engine: "Engine", photo_id: str) -> list[Figure]:
    return _both("rig fit", f"{SCHEMA}, head fitted before", lambda: run(engine.rigs.fit(photo_id, 0, SCHEMA)), _TIMES,
                 FIT_BUDGET)


def _bake(engine: "Engine", photo_id: str) -> list[Figure]:
    def bake() -> None:
        engine.rigs.forget(photo_id)
        run(engine.rigs.texture(photo_id, 0))

    return _both("texture", "2048², baked anew", bake, _TIMES, BAKE_BUDGET)


def _slider(engine: "Engine", photo_id: str, values: "RigValues") -> list[Figure]:
    """A value moved a little, and the head drawn as a window asks for it: while the hand moves at half the size."""
    from engine.rig.likeness import PLAIN, HeadLikeness
    from engine.rig.schema import load_schema

    schema = load_schema(SCHEMA)
    figures: list[Figure] = []
    control = schema.slots[0].id
    for what, likeness in (("plain skin", PLAIN), ("the photo's", HeadLikeness(1.0, 1.0))):
        for side in (_WINDOW // 2, _WINDOW):
            moved = iter([schema.set(values, {control: 0.2 + 0.6 * move / _MOVES}) for move in range(_MOVES + 1)])
            draw = partial(_drawn, engine, moved, photo_id, side, likeness)
            draw()  # what the first one makes
            figures += _both("slider to head", f"{what}, {side}²", draw, _MOVES)
    return figures


def _drawn(engine: "Engine", moved: "Iterator[RigValues]", photo_id: str, side: int, likeness: "HeadLikeness") -> None:
    run(engine.rigs.draw(next(moved), None, photo_id, 0, 0.0, 0.0, 1.0, side, likeness))


def _export(engine: "Engine", photo_id: str, values: "RigValues", folder: Path) -> list[Figure]:
    from engine.rig.likeness import PLAIN, HeadLikeness

    figures: list[Figure] = []
    for what, likeness in (("plain", PLAIN), ("with the photo, 2048²", HeadLikeness(1.0, 1.0))):
        write = partial(_written, engine, values, folder / "head.glb", photo_id, likeness)
        figures += _both("export .glb", f"{what}, read back", write, _TIMES)
    return figures


def _written(engine: "Engine", values: "RigValues", path: Path, photo_id: str, likeness: "HeadLikeness") -> None:
    run(engine.rigs.export(values, {"glb": path}, photo_id, 0, likeness))


def _both(name: str, what: str, call: Callable[[], object], times: int, budget: float = 0.0) -> list[Figure]:
    """Milliseconds by the clock, and of the processors."""
    wall, busy = [], []
    for _ in range(times):
        started, worked = time.perf_counter(), time.process_time()
        call()
        wall.append(1000 * (time.perf_counter() - started))
        busy.append(1000 * (time.process_time() - worked))
    return [Figure(name, what, tuple(wall), budget, "p50"), Figure(f"{name}, processors", what, tuple(busy))]
