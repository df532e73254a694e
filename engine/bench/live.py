"""How quick everything is on this machine, against the budgets: the figures behind ``facewright bench``.

Nothing is measured by a clock in the code it measures: a figure is the wall time of what a user waits for.
"""

import json
import os
import platform
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.base.errors import EngineError
from engine.base.jobs import Job, Progress, run
from engine.base.look import Look
from engine.base.paths import RESOURCES
from engine.base.text import Text
from engine.models.store import ModelStore
from engine.render.request import Quality, RenderRequest

if TYPE_CHECKING:
    from engine.engine import Engine

PORTRAIT = RESOURCES / "samples" / "neutral.jpg"
TWELVE_MEGAPIXELS = (4000, 3000)
SCREEN_DRAFT, SCREEN_FINAL = 512, 1536
"""Greatest sides of the patch that the editor asks for on a screen, however large the photo: moving and at rest."""

TO_CANVAS = 15.0
"""Milliseconds from a move of a slider to its picture on the canvas."""

FRAME_GAP = 40.0
"""Milliseconds from one new picture on the canvas to the next while the mouse drags, at most, 95 times of 100."""

STEPS = 60
_EDITOR = ("-m", "gui.bench_editor")
DRAGGED = ("AU12", "AU26", "AU1", "head.yaw", "blink")


@dataclass(frozen=True)
class Figure:
    """One measured thing.

    name, what: a short name and the conditions (size, quality).
    times:      milliseconds, one per repetition.
    budget:     milliseconds that `judged` ("p50" or "p95") must not pass; 0 when there is none.
    """

    name: str
    what: str
    times: tuple[float, ...]
    budget: float = 0.0
    judged: str = "p95"

    @property
    def p50(self) -> float:
        return float(np.percentile(self.times, 50))

    @property
    def p95(self) -> float:
        return float(np.percentile(self.times, 95))

    @property
    def over(self) -> bool:
        """Whether it misses its budget."""
        return self.budget > 0 and (self.p95 if self.judged == "p95" else self.p50) > self.budget

    def as_data(self) -> dict[str, Any]:
        return {"name": self.name, "what": self.what, "p50_ms": round(self.p50, 2), "p95_ms": round(self.p95, 2),
                "repetitions": len(self.times), "budget_ms": self.budget or None,
                "judged": self.judged if self.budget else None, "over": self.over}


@dataclass(frozen=True)
class Report:
    """All figures and the machine they come from. skipped: what could not be measured, and why."""

    machine: dict[str, Any]
    figures: tuple[Figure, ...]
    skipped: tuple[tuple[str, str], ...] = ()

    def as_data(self) -> dict[str, Any]:
        return {"machine": self.machine, "figures": [figure.as_data() for figure in self.figures],
                "skipped": dict(self.skipped), "ok": not any(figure.over for figure in self.figures)}


def bench_live(store: ModelStore, portrait: Path = PORTRAIT) -> Job[Report]:
    """Measure live editing, opening, fitting and starting; half a minute on two cores."""
    from engine.engine import Engine

    figures: list[Figure] = []
    skipped: list[tuple[str, str]] = []
    with closing(Engine(store)) as engine, TemporaryDirectory(prefix="facewright-bench-") as folder:
        yield Progress(0, 0, Text("warming up"))
        yield from engine.warm()
        machine = describe_machine(engine)
        budget = 25.0 if machine["software_gl"] or machine["renderer"] == "none" else 8.0
        parts: tuple[tuple[str, Callable[[], Iterator[Figure]]], ...] = (
            ("slider to frame", lambda: _live(engine, portrait, Path(folder), budget)),
            ("open to first drag", lambda: iter([_open(engine, portrait)])),
            ("next frame of the same person", lambda: _next_frame(engine, portrait)),
            ("fit", lambda: _fit(engine, portrait)),
            ("window", lambda: _window(portrait, Path(folder))),
            ("start of --version", lambda: iter([_version()])),
        )
        for done, (name, measure) in enumerate(parts):
            yield Progress(done, len(parts), Text("measuring: {0}", name))
            try:
                for figure in measure():
                    figures.append(figure)
                    yield Progress(done, len(parts), Text("measuring: {0}", name))
            except EngineError as error:
                skipped.append((name, str(error)))
    return Report(machine, tuple(figures), tuple(skipped))


def describe_machine(engine: "Engine") -> dict[str, Any]:
    """What the figures were measured on."""
    from engine.base.gl import report

    drawn = report(engine.shared.context)
    return {"system": f"{platform.system()} {platform.machine()}", "processor": _processor(), "cores": os.cpu_count(),
            "load_1min": round(os.getloadavg()[0], 2) if hasattr(os, "getloadavg") else None,
            "renderer": drawn.renderer or "none", "gl_version": drawn.version, "software_gl": drawn.software,
            "python": platform.python_version()}


def table(report: Report) -> str:
    """The figures as a Markdown table."""
    lines = ["| what | measured | p50 ms | p95 ms | budget |", "|---|---|---:|---:|---|"]
    for figure in report.figures:
        budget = f"{figure.judged} ≤ {figure.budget:g}{': **over**' if figure.over else ''}" if figure.budget else "-"
        lines.append(f"| {figure.name} | {figure.what} | {figure.p50:.1f} | {figure.p95:.1f} | {budget} |")
    lines += [f"| {name} | not measured: {why} | | | |" for name, why in report.skipped]
    return "\n".join(lines)


def _live(engine: "Engine", portrait: Path, folder: Path, budget: float) -> Iterator[Figure]:
    """A hand dragging one slider after another, at three sizes; drafts while it moves, finals at rest."""
    large = _enlarged(portrait, folder / "large.jpg")
    for name, picture, draft, final, wanted in (
        ("slider to frame, 512²", portrait, 512, 512, budget),
        ("slider to frame, 1024²", portrait, 1024, 1024, 0.0),
        ("slider to frame, 12 megapixels", large, SCREEN_DRAFT, SCREEN_FINAL, budget),
    ):
        photo = run(engine.photos.open(picture))
        run(engine.pictures.prepare(photo.id, 0))
        yield Figure(name, f"draft at {draft}²", _drag(engine, photo.id, draft, Quality.DRAFT), wanted)
        yield Figure(name, f"final at {final}²", _drag(engine, photo.id, final, Quality.FINAL))
        engine.photos.forget(photo.id)


def _drag(engine: "Engine", photo_id: str, size: int, quality: Quality) -> tuple[float, ...]:
    looks = list(_dragged_looks())
    for look in looks[:3]:  # the first frame at a size makes its buffers
        engine.pictures.render(RenderRequest(photo_id, 0, look, size, quality))
    requests = (RenderRequest(photo_id, 0, look, size, quality) for look in looks)
    return tuple(_timed(partial(engine.pictures.render, request)) for request in requests)


def _dragged_looks() -> Iterator[Look]:
    """Every control from its default to its maximum in small steps, the others staying at half where they are."""
    from engine.expression.units import CONTROLS

    each = STEPS // len(DRAGGED)
    look = Look()
    for name in DRAGGED:
        top = CONTROLS[CONTROLS.ids(name)[0]].maximum
        for step in range(1, each + 1):
            look = look.changed(CONTROLS, {name: top * step / each})
            yield look
        look = look.changed(CONTROLS, {name: top / 4})


def _open(engine: "Engine", portrait: Path, repetitions: int = 5) -> Figure:
    """From the file's name to the first frame of a drag, models warm."""
    from engine.expression.units import CONTROLS

    look = Look.of(CONTROLS, {"AU12": 1})
    times = []
    for _ in range(repetitions):
        started = time.perf_counter()
        photo = run(engine.photos.open(portrait))
        run(engine.pictures.prepare(photo.id, 0))
        engine.pictures.render(RenderRequest(photo.id, 0, look, 512, Quality.DRAFT))
        times.append(1000 * (time.perf_counter() - started))
        engine.photos.forget(photo.id)
    return Figure("open to first drag", "models warm", tuple(times), 1000.0, "p50")


def _next_frame(engine: "Engine", portrait: Path, repetitions: int = 20) -> Iterator[Figure]:
    """Another picture of a person whose puppet is there, as a film has it: made ready, and drawn with a smile."""
    from engine.base.opencv import cv2
    from engine.photo.crop import cut
    from engine.puppet.deformation import Deformation
    from engine.puppet.prepare import prepare_puppet

    photo = run(engine.photos.open(portrait))
    face, crop = photo.faces[0], photo.crop(0)
    square = cv2.resize(cut(photo.picture.pixels, crop), (512, 512), interpolation=cv2.INTER_AREA)
    landmarks = crop.to_crop(face.landmarks)[:, :2] * (512 / crop.side)
    engine.photos.forget(photo.id)
    tilt = cv2.getRotationMatrix2D((256, 256), 4.0, 1.0)
    tilted = cv2.warpAffine(square, tilt, (512, 512), borderMode=cv2.BORDER_REPLICATE)
    puppet = run(prepare_puppet(square, landmarks, face.blendshapes, engine.shared.head, engine.shared.context))
    smile = Deformation.of({"mouthSmileLeft": 0.6, "mouthSmileRight": 0.6})

    def show(pixels: np.ndarray, points: np.ndarray) -> None:
        puppet.show(puppet.person.frame(pixels, points, face.blendshapes))

    made, drawn = [], []
    for number in range(-2, repetitions):
        pixels, points = ((square, landmarks), (tilted, landmarks @ tilt[:, :2].T + tilt[:, 2]))[number % 2]
        ready = _timed(partial(show, pixels, points))
        picture = _timed(lambda: puppet.draw(smile, 512))
        if number >= 0:  # the first makes what all further ones need
            made.append(ready)
            drawn.append(ready + picture)
    puppet.release()
    yield Figure("next frame of the same person", "made ready, 512²", tuple(made), 20.0, "p50")
    yield Figure("next frame of the same person", "made ready and drawn as final at 512²", tuple(drawn))


def _fit(engine: "Engine", portrait: Path, repetitions: int = 5) -> Iterator[Figure]:
    """Head and game parameters from a photo that is open."""
    from engine.head.fit import fit_head
    from engine.rig.fit import fit_rig
    from engine.rig.schema import schema_names

    photo = run(engine.photos.open(portrait))
    face = photo.faces[0]
    fitted = engine.measured.head_fit(photo, 0)
    head_times: list[float] = []
    rig_times: dict[str, list[float]] = {name: [] for name in schema_names()}
    for _ in range(repetitions):
        head_times.append(_timed(lambda: fit_head(engine.shared.head, face.landmarks, face.blendshapes)))
        for name, times in rig_times.items():
            times.append(_timed(partial(fit_rig, name, fitted, face.landmarks)))
    engine.photos.forget(photo.id)
    yield Figure("head fit", "from landmarks", tuple(head_times))
    for name, times in rig_times.items():
        both = tuple(head + rig for head, rig in zip(head_times, times, strict=True))
        yield Figure("rig fit", f"{name}, head fit included", both, 2000.0, "p50")


def _version(repetitions: int = 7) -> Figure:
    """A fresh process that prints its version and ends."""
    times = tuple(_timed(lambda: _child(["-m", "main", "--version"])) for _ in range(repetitions))
    return Figure("start of --version", "a fresh process", times, 300.0, "p50")


def _window(portrait: Path, folder: Path, repetitions: int = 3) -> Iterator[Figure]:
    """A fresh process until its window is painted; in it, slider moves until the canvas is painted, and how evenly
    frames follow each other under a mouse that never rests."""
    from engine.base.display import has_display

    environment = {} if has_display() else {"QT_QPA_PLATFORM": "offscreen"}
    where = "offscreen" if environment or os.environ.get("QT_QPA_PLATFORM") == "offscreen" else "on the display"
    times = []
    for _ in range(repetitions):
        started = time.time()
        times.append(1000 * (json.loads(_child(_EDITOR, environment))["painted_at"] - started))
    yield Figure("window visible", f"a fresh process, {where}", tuple(times), 1500.0, "p50")
    large = _enlarged(portrait, folder / "large.jpg")
    for megapixels, picture in (("1 megapixel", portrait), ("12 megapixels", large)):
        moved = json.loads(_child([*_EDITOR, str(picture)], environment))
        what = f"{megapixels}, draft at {moved['side']}², {where}"
        yield Figure("slider to canvas", what, tuple(moved["drag_ms"]), TO_CANVAS)
        yield Figure("frame to frame", what, tuple(moved["gap_ms"]), FRAME_GAP)
        if "search_gap_ms" in moved:
            yield Figure("frame to frame, a face being looked for", what, tuple(moved["search_gap_ms"]), 2 * FRAME_GAP)


def _child(arguments: Sequence[str], environment: dict[str, str] | None = None) -> str:
    """Run Python with our modules and give what it printed. EngineError when it fails or hangs."""
    if getattr(sys, "frozen", False):
        raise EngineError(Text("not measured in a packaged program"))
    paths = [str(RESOURCES.parent), *filter(None, [os.environ.get("PYTHONPATH")])]
    variables = {**os.environ, "PYTHONPATH": os.pathsep.join(paths), **(environment or {})}
    try:
        answer = subprocess.run([sys.executable, "-P", *arguments], stdin=subprocess.DEVNULL, capture_output=True,
                                text=True, env=variables, timeout=180, check=True)
    except subprocess.CalledProcessError as error:
        last = (error.stderr.strip().splitlines() or ["no message"])[-1]
        raise EngineError(Text("the child process failed: {0}", last), detail=error.stderr) from None
    except subprocess.TimeoutExpired:
        raise EngineError(Text("the child process did not end within three minutes")) from None
    return answer.stdout


def _enlarged(portrait: Path, path: Path) -> Path:
    """The portrait laid into a 12-megapixel photo, its height filled."""
    from engine.base.opencv import cv2
    from engine.photo.picture import read_picture
    from engine.photo.writing import write_picture

    width, height = TWELVE_MEGAPIXELS
    pixels = read_picture(portrait).pixels
    scale = height / pixels.shape[0]
    large = cv2.resize(pixels, (round(pixels.shape[1] * scale), height), interpolation=cv2.INTER_CUBIC)[:, :width]
    rest = width - large.shape[1]
    write_picture(path, cv2.copyMakeBorder(large, 0, 0, rest // 2, rest - rest // 2, cv2.BORDER_REPLICATE))
    return path


def _timed(call: Callable[[], object]) -> float:
    started = time.perf_counter()
    call()
    return 1000 * (time.perf_counter() - started)


def _processor() -> str:
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as file:
            return next(line.split(":", 1)[1].strip() for line in file if line.startswith("model name"))
    except (OSError, StopIteration):
        return platform.processor() or "unknown"
