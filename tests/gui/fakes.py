"""A photo nobody took and an engine that draws flat colours: for tests of the window's own workings."""

import threading
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from engine.attributes.face_attributes import FacePortrait
from engine.attributes.told import Shortfall
from engine.base.controls import Control, ControlTable
from engine.base.errors import EngineError, UsageError
from engine.base.jobs import Job, Progress
from engine.base.look import Look
from engine.base.note import Note
from engine.base.remedy import get_model
from engine.base.text import Text
from engine.expression.polish import PolishReport
from engine.facade import EngineFacade, EngineStatus
from engine.generator.inversion.result import Inversion, InversionQuality
from engine.models.store import ModelStore
from engine.motion.take import Take
from engine.motion.track import Track
from engine.photo.face import Box, Face
from engine.photo.open_photo import OpenPhoto
from engine.photo.picture import Picture, read_picture
from engine.project.project import EmbeddedPhoto
from engine.reenact.loading import LoadedTake
from engine.reenact.timeline_film import TimelineFilm, TimelineReport
from engine.render.pictures import FinishedPicture
from engine.render.request import LIVE, Frame, Rendering, RenderRequest
from engine.rig.exporters import ExportWishes
from engine.rig.fit import RigFit
from engine.rig.hair.wear import BARE, HeadWear
from engine.rig.likeness import PLAIN, HeadLikeness
from engine.rig.staging import STUDIO, HeadStaging
from engine.rig.texture.photo_texture import PhotoTexture
from engine.rig.values import RigValues
from engine.systems import refusal

TABLE = ControlTable([
    Control("AU12L", "Lip corner puller, left", "Mouth", -10, 10, mirror="AU12R", pair="AU12"),
    Control("AU12R", "Lip corner puller, right", "Mouth", -10, 10, mirror="AU12L", pair="AU12"),
    Control("AU26", "Jaw drop", "Mouth", -10, 10),
    Control("wrinkles", "Wrinkles", "Drawing", 0, 1, default=0.5),
])

GRAY = 120
PAINT = (10, 200, 30)
"""Colour of the fake engine's patches."""


def make_face(index: int, x: float, y: float, side: float) -> Face:
    """A face whose landmarks fill a square."""
    landmarks = np.zeros((478, 3), np.float32)
    rng = np.random.default_rng(index)
    landmarks[:, 0] = x + side * rng.random(478)
    landmarks[:, 1] = y + side * rng.random(478)
    landmarks[10, :2] = (x + side / 2, y)
    landmarks[152, :2] = (x + side / 2, y + side)
    box = Box(x, y, x + side, y + side)
    return Face(index, box, landmarks, np.zeros(52, np.float32), np.eye(4, dtype=np.float32), 1.0)


def make_photo(width: int = 400, height: int = 300, faces: int = 2, digest: str = "a" * 64) -> OpenPhoto:
    """A gray photo with square faces in a row."""
    pixels = np.full((height, width, 3), GRAY, np.uint8)
    found = tuple(make_face(index, 40 + index * 160, 80, 100) for index in range(faces))
    return OpenPhoto(Picture(pixels, pixels, None, digest, None, "PNG"), found)


def make_original() -> EmbeddedPhoto:
    return EmbeddedPhoto("gray.png", b"not really a picture")


class NoLatents:
    """A machine without a face generator."""

    def lacking(self) -> EngineError | None:
        return EngineError(Text("the model mobilestylegan is not on this machine"),
                           get_model("mobilestylegan"))


class FakePhotos:
    def __init__(self, engine: "FakeEngine") -> None:
        self._engine = engine

    def __getitem__(self, photo_id: str) -> OpenPhoto:
        return self._engine.photo(photo_id)

    def open(self, path: Path | str) -> Job[OpenPhoto]:
        return self._engine.open(Path(path))

    def open_picture(self, picture: Picture) -> Job[OpenPhoto]:
        return self._engine.open_picture(picture)

    def forget(self, photo_id: str) -> None:
        self._engine.forget(photo_id)


class FakePictures:
    def __init__(self, engine: "FakeEngine") -> None:
        self._engine = engine

    def refusal(self, renderer: str, look: Look) -> UsageError | None:
        return refusal(renderer, look)

    def prepare(self, photo_id: str, face: int, look: Look | None = None, size: int = 512) -> Job[tuple[Text, ...]]:
        return self._engine.prepare(photo_id, face)

    def prepare_turn(self, photo_id: str, face: int) -> Job[None]:
        return self._engine.prepare_turn(photo_id, face)

    def render(self, request: RenderRequest) -> Frame:
        return self._engine.render(request)

    def draw(self, request: RenderRequest) -> Job[Frame]:
        return self._engine.draw(request)

    def finish(self, photo_id: str, looks: Mapping[int, Look], rendering: Rendering = LIVE) -> Job[FinishedPicture]:
        return self._engine.finish(photo_id, looks, rendering)

    def export(self, photo_id: str, looks: Mapping[int, Look], path: Path,
               rendering: Rendering = LIVE, strip: bool = False) -> Job[list[Text]]:
        return self._engine.export_picture(photo_id, looks, path, rendering)

    def thumbnails(self, photo_id: str, face: int, looks: Sequence[Look], size: int,
                   rendering: Rendering = LIVE) -> Job[list[np.ndarray]]:
        return self._engine.thumbnails(photo_id, face, looks, size)

    def identity_distance(self, photo_id: str, face: int, look: Look) -> Job[float]:
        return self._engine.identity_distance(photo_id, face, look)


class FakeExpressions:
    def __init__(self, engine: "FakeEngine") -> None:
        self._engine = engine

    def copy(self, photo_id: str, face: int, path: Path, other: int | None = None) -> Job[Look]:
        return self._engine.copy_expression(photo_id, face, path, other)

    def polish(self, photo_id: str, face: int, inversion: InversionQuality = "draft") -> Job[PolishReport]:
        return self._engine.polish(photo_id, face)

    def unpolish(self, photo_id: str, face: int) -> Job[None]:
        return self._engine.unpolish(photo_id, face)


class FakeAttributes:
    """Latents come from the fake engine's `latents`."""

    def __init__(self, engine: "FakeEngine") -> None:
        self._engine = engine

    def lacking(self) -> EngineError | None:
        return self._engine.latents.lacking()

    def known(self, photo_id: str, face: int) -> Inversion | None:
        return self._engine.latents.known(self._engine.photo(photo_id), face)

    def invert(self, photo_id: str, face: int, quality: InversionQuality = "draft",
               objective: str = "facewright") -> Job[Inversion]:
        return self._engine.latents.invert(self._engine.photo(photo_id), face, quality)

    def portrait(self, photo_id: str, face: int, size: int, draft_side: int) -> Job[FacePortrait]:
        return self._engine.portrait(photo_id, face, size, draft_side)

    def shortfalls(self, photo_id: str, face: int) -> Job[list[Shortfall]]:
        return self._engine.shortfalls(photo_id, face)

    def other_face(self, seed: int, size: int) -> np.ndarray:
        return self._engine.other_face(seed, size)


class FakeRigs:
    def __init__(self, engine: "FakeEngine") -> None:
        self._engine = engine

    def fit(self, photo_id: str, face: int, schema: str, shape: str = "", more: Sequence[str] = ()) -> Job[RigFit]:
        self._engine.more_photos.append(tuple(more))
        return self._engine.fit_rig(photo_id, face, schema, shape)

    def draw(self, values: RigValues, look: Look | None, photo_id: str | None, face: int, yaw: float = 0.0,
             pitch: float = 0.0, zoom: float = 1.0, size: int = 512, likeness: HeadLikeness = PLAIN,
             staging: HeadStaging = STUDIO, wear: HeadWear = BARE, more: Sequence[str] = ()) -> Job[np.ndarray]:
        self._engine.more_photos.append(tuple(more))
        self._engine.likenesses.append(likeness)
        self._engine.wears.append(wear)
        self._engine.stagings.append(staging)
        return self._engine.draw_head(values, look, photo_id, face, yaw, pitch, zoom, size)

    def pose(self, photo_id: str, face: int) -> tuple[float, float, float]:
        return self._engine.pose

    def link(self, name: str, host: str = "") -> Job[None]:
        self._engine.link_hosts.append(host)
        return self._engine.link_rig(name)

    @property
    def linked(self) -> tuple[str, str]:
        hosts = self._engine.link_hosts
        return self._engine.links[-1] if self._engine.links else "", hosts[-1] if hosts else ""

    def texture(self, photo_id: str, face: int, side: int = 2048, more: Sequence[str] = ()) -> Job[PhotoTexture]:
        self._engine.baked.append((photo_id, *more))
        return self._engine.bake_texture(photo_id, face, side)

    def worn_instead(self, photo_id: str, face: int) -> Job[Note | None]:
        yield Progress(0, 1)
        return self._engine.hair_note

    def strange(self, photo_ids: Sequence[str], face: int = 0) -> tuple[int, ...]:
        return tuple(number for number, photo in enumerate(photo_ids, 1) if photo in self._engine.strangers)

    def strangers(self, photo_ids: Sequence[str], face: int = 0) -> tuple[Note, ...]:
        told = [Text("photo {0} may show somebody else than photo 1", number)
                for number in self.strange(photo_ids, face)]
        return tuple(Note(text, text) for text in told)

    def forget(self, photo_id: str) -> None:
        self._engine.unbaked.append(photo_id)

    def export(self, values: RigValues, paths: Mapping[str, Path], photo_id: str | None = None,
               face: int = 0, likeness: HeadLikeness = PLAIN,
               wanted: ExportWishes = ExportWishes(),  # noqa: B008
               wear: HeadWear = BARE, more: Sequence[str] = ()) -> Job[list[Text]]:
        self._engine.more_photos.append(tuple(more))
        self._engine.exported_photos.append(tuple(more))
        self._engine.export_wishes.append((likeness, wanted))
        self._engine.wears.append(wear)
        return self._engine.export_rig(values, paths, photo_id, face)


class FakeTakes:
    """Of any file, two seconds in which the jaw opens."""

    def load(self, path: Path) -> Job[LoadedTake]:
        yield Progress(0, 1)
        times = np.arange(60) / 30
        return LoadedTake(Take((Track(("AU26",), times, (5 * times)[:, None]),), 30.0, path.name), None)


class FakeFilms:
    """Writes the looks of a film's frames, a line each, in place of one."""

    def film_timeline(self, film: TimelineFilm, output: Path) -> Job[TimelineReport]:
        yield Progress(0, 1)
        lines = [repr(sorted(look.items())) for look in film.looks()]
        output.write_text("\n".join(lines))
        return TimelineReport(len(lines), film.clock.seconds, 64, 64, "pencil", (Text("drawn by hand"),))


class FakeEngine:
    """Draws every look as a flat square; counts what it was asked; can be made slow or to fail.

    Its parts hand everything on to methods of its own, which tests override.
    """

    def __init__(self) -> None:
        self.rendered: list[RenderRequest] = []
        self.gate = threading.Event()
        self.gate.set()
        self.started = threading.Event()
        self.error: Exception | None = None
        self.thread = threading.current_thread()
        self.closed = False
        self.released = 0
        self.likenesses: list[HeadLikeness] = []
        self.wears: list[HeadWear] = []
        self.stagings: list[HeadStaging] = []
        self.export_wishes: list[tuple[HeadLikeness, ExportWishes]] = []
        self.more_photos: list[tuple[str, ...]] = []
        self.exported_photos: list[tuple[str, ...]] = []
        self.baked: list[tuple[str, ...]] = []
        self.unbaked: list[str] = []
        self.hair_note: Note | None = None
        self.strangers: set[str] = set()
        self.opened: dict[str, OpenPhoto] = {}
        self.pose = (20.0, -5.0, 3.0)
        self.rested: list[RenderRequest | None] = []
        self.links: list[str] = []
        self.link_hosts: list[str] = []
        self.latents: Any = NoLatents()
        self.store = ModelStore()
        self.photos, self.pictures, self.expressions = FakePhotos(self), FakePictures(self), FakeExpressions(self)
        self.attributes, self.rigs = FakeAttributes(self), FakeRigs(self)
        self.takes, self.films = FakeTakes(), FakeFilms()

    # ---- photos

    def photo(self, photo_id: str) -> OpenPhoto:
        if photo_id not in self.opened:
            raise EngineError(Text("that photo is no longer open"))
        return self.opened[photo_id]

    def open(self, path: Path) -> Job[OpenPhoto]:
        return self.open_picture(read_picture(path))

    def open_picture(self, picture: Picture) -> Job[OpenPhoto]:
        """A real picture with made-up faces in it."""
        yield Progress(0, 1)
        self.opened[picture.digest] = OpenPhoto(picture, make_photo().faces)
        return self.opened[picture.digest]

    def forget(self, photo: str) -> None:
        self.opened.pop(photo, None)

    # ---- pictures

    def prepare(self, photo: str, face: int) -> Job[tuple[Text, ...]]:
        yield Progress(0, 1)
        return ()

    def prepare_turn(self, photo: str, face: int) -> Job[None]:
        yield Progress(0, 1)

    def render(self, request: RenderRequest) -> Frame:
        self.rendered.append(request)
        self.started.set()
        self.gate.wait(10)
        if self.error is not None:
            raise self.error
        patch = None
        if len(request.look):
            patch = np.zeros((request.size, request.size, 4), np.uint8)
            patch[...] = (*PAINT, 255)
        return Frame(request, patch, Box(40 + request.face * 160, 80, 140 + request.face * 160, 180), 12.3)

    def draw(self, request: RenderRequest) -> Job[Frame]:
        yield Progress(0, 1)
        return self.render(request)

    def finish(self, photo: str, looks: Mapping[int, Look], rendering: Rendering) -> Job[FinishedPicture]:
        raise NotImplementedError

    def export_picture(self, photo: str, looks: Mapping[int, Look], path: Path,
                       rendering: Rendering) -> Job[list[Text]]:
        raise NotImplementedError

    def thumbnails(self, photo: str, face: int, looks: Sequence[Look], size: int) -> Job[list[np.ndarray]]:
        yield Progress(0, len(looks))
        return [np.full((size, size, 3), GRAY, np.uint8) for _ in looks]

    def identity_distance(self, photo: str, face: int, look: Look) -> Job[float]:
        yield Progress(0, 1)
        return 0.1

    # ---- expressions, attributes, rigs

    def copy_expression(self, photo: str, face: int, path: Path, other: int | None) -> Job[Look]:
        raise NotImplementedError

    def polish(self, photo: str, face: int) -> Job[PolishReport]:
        raise NotImplementedError

    def unpolish(self, photo: str, face: int) -> Job[None]:
        raise NotImplementedError

    def portrait(self, photo: str, face: int, size: int, draft_side: int) -> Job[FacePortrait]:
        raise NotImplementedError

    def shortfalls(self, photo: str, face: int) -> Job[list[Shortfall]]:
        raise NotImplementedError

    def other_face(self, seed: int, size: int) -> np.ndarray:
        raise NotImplementedError

    def fit_rig(self, photo: str, face: int, schema: str, shape: str) -> Job[RigFit]:
        raise NotImplementedError

    def draw_head(self, values: RigValues, look: Look | None, photo: str | None, face: int, yaw: float, pitch: float,
                  zoom: float, size: int) -> Job[np.ndarray]:
        raise NotImplementedError

    def link_rig(self, name: str) -> Job[None]:
        self.links.append(name)
        yield Progress(1, 1)

    def bake_texture(self, photo: str, face: int, side: int) -> Job[PhotoTexture]:
        yield Progress(0, 1)
        skin = np.full((4, 4, 3), 160, np.uint8)
        return PhotoTexture(skin, skin, skin[..., 0], skin[..., 0], {"left": skin, "right": skin}, (0.6, 0.5, 0.4),
                            (0.6, 0.3, 0.3), (0.3, 0.2, 0.1), None, 0.5, False, {})

    def export_rig(self, values: RigValues, paths: Mapping[str, Path], photo: str | None,
                   face: int) -> Job[list[Text]]:
        raise NotImplementedError

    # ---- the engine

    def lacking(self, renderer: str) -> EngineError | None:
        return None if renderer == "live" else EngineError(Text("nothing to draw with"))

    def warm(self) -> Job[None]:
        yield Progress(0, 1)

    def device(self) -> str:
        return "a pencil"

    def status(self) -> EngineStatus:
        return EngineStatus("a pencil", "none", 0, 0, 1 << 30, ())

    def give_back(self) -> None:
        pass

    def release_networks(self) -> None:
        self.released += 1

    def rest(self, next_frame: RenderRequest | None) -> None:
        self.rested.append(next_frame)

    def release_all(self) -> int:
        self.released += 1
        return 3 << 20

    def close(self) -> None:
        self.closed = True


def satisfies(engine: FakeEngine) -> EngineFacade:
    """For the type checker: the stand-in is what the window may be given."""
    return engine


def counting(steps: int, pause: float = 0.005, ended: Callable[[], None] = lambda: None) -> Job[int]:
    """A job that counts; `ended` is called however it ends."""
    try:
        for done in range(steps):
            yield Progress(done, steps, Text("step {0}", done))
            time.sleep(pause)
        return steps
    finally:
        ended()
