"""How quick attributes are on this machine: a knob that is turned, the picture at rest, a face that is looked for."""

import time
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from engine.base.errors import EngineError
from engine.base.jobs import Job, Progress, run
from engine.base.look import Look
from engine.base.text import Text
from engine.bench.live import PORTRAIT, SCREEN_DRAFT, Figure, Report, describe_machine
from engine.render.request import Quality, RenderRequest

if TYPE_CHECKING:
    from engine.engine import Engine

DRAFT_BUDGET, INVERSION_BUDGET = 150.0, 20_000.0
"""Milliseconds on two cores."""
_FINAL = 1024
_TURNS, _RESTS = 20, 5


def bench_attributes(portrait: Path = PORTRAIT) -> Job[Report]:
    """Measure on a bundled portrait: a minute on two cores. Nothing is written into the user's folders.

    Where no generator can be used the report says so instead of figures.
    """
    from engine.engine import Engine
    from engine.generator.latent_faces import LatentFaces

    figures: list[Figure] = []
    with TemporaryDirectory(prefix="facewright-bench-") as folder, closing(Engine(latents=lambda shared: LatentFaces(
            shared.zoo, lambda: shared.analyser, folder=Path(folder)))) as engine:
        machine = describe_machine(engine)
        lacking = engine.attributes.lacking()
        if lacking is not None:
            return Report(machine, (), (("attributes", str(lacking)),))
        yield Progress(0, 0, Text("opening the portrait"))
        photo = yield from engine.photos.open(portrait)
        figures += yield from _inversion(engine, photo.id)
        yield Progress(0, 0, Text("measuring: knobs"))
        parts: tuple[tuple[str, Callable[[], Iterator[Figure]]], ...] = (
            ("knobs", lambda: _knobs(engine, photo.id)), ("knobs and sliders", lambda: _both(engine, photo.id)))
        skipped = []
        for name, measure in parts:
            try:
                for figure in measure():
                    figures.append(figure)
                    yield Progress(len(figures), len(figures) + 1, Text("measuring: {0}", figure.name))
            except EngineError as error:
                skipped.append((name, str(error)))
        engine.photos.forget(photo.id)
    return Report(machine, tuple(figures), tuple(skipped))


def _inversion(engine: "Engine", photo_id: str) -> Job[list[Figure]]:
    """A draft inversion, step by step and as a whole."""
    engine.shared.latents.generator  # noqa: B018 - loaded before the clock starts
    steps: list[float] = []
    done, total, started, last = -1.0, 1.0, time.perf_counter(), time.perf_counter()
    job = engine.attributes.invert(photo_id, 0, "draft")
    while True:
        try:
            progress = next(job)
        except StopIteration:
            break
        if progress.done > done >= 0 and progress.total == total:
            now = time.perf_counter()
            steps.append(1000 * (now - last) / (progress.done - done))
            last = now
        elif progress.done != done:
            last = time.perf_counter()
        done, total = progress.done, progress.total
        yield progress
    whole = 1000 * (time.perf_counter() - started)
    return [Figure("inversion, a step", "draft", tuple(steps)),
            Figure("inversion, whole", "draft, networks loading included", (whole,), INVERSION_BUDGET, "p50")]


def _knobs(engine: "Engine", photo_id: str) -> Iterator[Figure]:
    looks = [Look((("attribute.smile", 3 * (step + 1) / _TURNS),)) for step in range(_TURNS)]
    _draw(engine, photo_id, looks[0], SCREEN_DRAFT, Quality.DRAFT)
    drafts = [_draw(engine, photo_id, look, SCREEN_DRAFT, Quality.DRAFT) for look in looks[1:]]
    yield Figure("knob to draft", f"at {SCREEN_DRAFT}²", tuple(drafts), DRAFT_BUDGET)
    _draw(engine, photo_id, looks[0], _FINAL, Quality.FINAL)
    finals = [_draw(engine, photo_id, look, _FINAL, Quality.FINAL) for look in looks[1:1 + _RESTS]]
    yield Figure("knob to final", f"at {_FINAL}²", tuple(finals))


def _both(engine: "Engine", photo_id: str) -> Iterator[Figure]:
    def look(smile: float, brows: float) -> Look:
        return Look((("AU1L", brows), ("AU1R", brows), ("attribute.smile", smile)))

    run(engine.pictures.prepare(photo_id, 0, look(1.0, 5.0), SCREEN_DRAFT))
    draw = partial(_draw, engine, photo_id, size=SCREEN_DRAFT, quality=Quality.DRAFT)
    draw(look(1.0, 1.0))
    yield Figure("slider over a knob to draft", f"at {SCREEN_DRAFT}²",
                 tuple(draw(look(1.0, 1 + step / 4)) for step in range(_TURNS)))
    yield Figure("knob under a slider to draft", f"at {SCREEN_DRAFT}²",
                 tuple(draw(look(1.1 + step / 20, 5.0)) for step in range(_TURNS)), DRAFT_BUDGET)


def _draw(engine: "Engine", photo_id: str, look: Look, size: int, quality: Quality) -> float:
    """Milliseconds from asking to having the pixels."""
    started = time.perf_counter()
    engine.pictures.render(RenderRequest(photo_id, 0, look, size, quality))
    return 1000 * (time.perf_counter() - started)
