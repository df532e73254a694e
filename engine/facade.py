"""What a window may ask of an engine, part by part. `Engine` and the stand-ins of the tests satisfy it, which the type
checker holds; what each call does stands with the part that does it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import numpy as np

from engine.base.errors import EngineError, UsageError
from engine.base.jobs import Job
from engine.base.look import Look
from engine.base.note import Note
from engine.base.text import Text
from engine.photo.open_photo import OpenPhoto
from engine.photo.picture import Picture
from engine.render.request import LIVE, Frame, Rendering, RenderRequest
from engine.rig.exporters import ExportWishes
from engine.rig.hair.wear import BARE, HeadWear
from engine.rig.likeness import PLAIN, HeadLikeness
from engine.rig.staging import STUDIO, HeadStaging

if TYPE_CHECKING:
    from engine.attributes.face_attributes import FacePortrait
    from engine.attributes.told import Shortfall
    from engine.expression.polish import PolishReport
    from engine.generator.inversion.result import Inversion, InversionQuality
    from engine.models.store import ModelStore
    from engine.reenact.loading import LoadedTake
    from engine.reenact.timeline_film import TimelineFilm, TimelineReport
    from engine.render.pictures import FinishedPicture
    from engine.rig.fit import RigFit
    from engine.rig.texture.photo_texture import PhotoTexture
    from engine.rig.values import RigValues


@dataclass(frozen=True)
class HeldInMemory:
    """Things of one name that are kept in memory: how many, and their bytes, of the machine's memory and of the card's.
    """

    name: Text
    count: int
    host: int
    card: int = 0


@dataclass(frozen=True)
class EngineStatus:
    """device: what draws. opengl: its version, or why there is none. faces: how many prepared things and networks are
    held, `held` bytes together and `budget` at most. models: (id, present) of every model in the catalogue.
    holdings: what is held, by name."""

    device: str
    opengl: str
    faces: int
    held: int
    budget: int
    models: tuple[tuple[str, bool], ...]
    holdings: tuple[HeldInMemory, ...] = ()


class PhotosFacade(Protocol):
    """engine.render.photos"""

    def __getitem__(self, photo_id: str) -> OpenPhoto: ...

    def open(self, path: Path | str) -> Job[OpenPhoto]: ...

    def open_picture(self, picture: Picture) -> Job[OpenPhoto]: ...

    def forget(self, photo_id: str) -> None: ...


class PicturesFacade(Protocol):
    """engine.render.pictures"""

    def refusal(self, renderer: str, look: Look) -> UsageError | None: ...

    def prepare(self, photo_id: str, face: int, look: Look | None = None, size: int = 512) -> Job[tuple[Text, ...]]: ...

    def prepare_turn(self, photo_id: str, face: int) -> Job[None]: ...

    def render(self, request: RenderRequest) -> Frame: ...

    def draw(self, request: RenderRequest) -> Job[Frame]: ...

    def finish(self, photo_id: str, looks: Mapping[int, Look],
               rendering: Rendering = LIVE) -> "Job[FinishedPicture]": ...

    def export(self, photo_id: str, looks: Mapping[int, Look], path: Path,
               rendering: Rendering = LIVE, strip: bool = False) -> Job[list[Text]]: ...

    def thumbnails(self, photo_id: str, face: int, looks: Sequence[Look], size: int,
                   rendering: Rendering = LIVE) -> Job[list[np.ndarray]]: ...

    def identity_distance(self, photo_id: str, face: int, look: Look) -> Job[float]: ...


class ExpressionsFacade(Protocol):
    """engine.expression.face_expressions"""

    def copy(self, photo_id: str, face: int, path: Path, other: int | None = None) -> Job[Look]: ...

    def polish(self, photo_id: str, face: int, inversion: "InversionQuality" = "draft") -> "Job[PolishReport]": ...

    def unpolish(self, photo_id: str, face: int) -> Job[None]: ...


class AttributesFacade(Protocol):
    """engine.attributes.face_attributes"""

    def lacking(self) -> EngineError | None: ...

    def known(self, photo_id: str, face: int) -> "Inversion | None": ...

    def invert(self, photo_id: str, face: int, quality: "InversionQuality" = "draft",
               objective: str = "facewright") -> "Job[Inversion]": ...

    def portrait(self, photo_id: str, face: int, size: int, draft_side: int) -> "Job[FacePortrait]": ...

    def shortfalls(self, photo_id: str, face: int) -> "Job[list[Shortfall]]": ...

    def other_face(self, seed: int, size: int) -> np.ndarray: ...


class RigsFacade(Protocol):
    """engine.rig.face_rigs"""

    def fit(self, photo_id: str, face: int, schema: str, shape: str = "",
            more: Sequence[str] = ()) -> "Job[RigFit]": ...

    def draw(self, values: "RigValues", look: Look | None, photo_id: str | None, face: int, yaw: float = 0.0,
             pitch: float = 0.0, zoom: float = 1.0, size: int = 512,
             likeness: HeadLikeness = PLAIN, staging: HeadStaging = STUDIO,
             wear: HeadWear = BARE, more: Sequence[str] = ()) -> Job[np.ndarray]: ...

    def pose(self, photo_id: str, face: int) -> tuple[float, float, float]: ...

    def texture(self, photo_id: str, face: int, side: int = 2048,
                more: Sequence[str] = ()) -> "Job[PhotoTexture]": ...

    def worn_instead(self, photo_id: str, face: int) -> "Job[Note | None]": ...

    def strange(self, photo_ids: Sequence[str], face: int = 0) -> tuple[int, ...]: ...

    def strangers(self, photo_ids: Sequence[str], face: int = 0) -> tuple[Note, ...]: ...

    def forget(self, photo_id: str) -> None: ...

    def link(self, name: str, host: str = "") -> Job[None]: ...

    @property
    def linked(self) -> tuple[str, str]: ...

    def export(self, values: "RigValues", paths: Mapping[str, Path], photo_id: str | None = None,
               face: int = 0, likeness: HeadLikeness = PLAIN,
               wanted: ExportWishes = ExportWishes(),  # noqa: B008
               wear: HeadWear = BARE, more: Sequence[str] = ()) -> Job[list[Text]]: ...


class TakesFacade(Protocol):
    """engine.reenact.loading"""

    def load(self, path: Path) -> "Job[LoadedTake]": ...


class FilmsFacade(Protocol):
    """engine.reenact.films"""

    def film_timeline(self, film: "TimelineFilm", output: Path) -> "Job[TimelineReport]": ...


class EngineFacade(Protocol):
    """engine.engine"""

    @property
    def store(self) -> "ModelStore": ...

    @property
    def photos(self) -> PhotosFacade: ...

    @property
    def pictures(self) -> PicturesFacade: ...

    @property
    def expressions(self) -> ExpressionsFacade: ...

    @property
    def attributes(self) -> AttributesFacade: ...

    @property
    def rigs(self) -> RigsFacade: ...

    @property
    def films(self) -> FilmsFacade: ...

    @property
    def takes(self) -> TakesFacade: ...

    def lacking(self, renderer: str) -> EngineError | None: ...

    def device(self) -> str: ...

    def status(self) -> EngineStatus: ...

    def warm(self) -> Job[None]: ...

    def give_back(self) -> None: ...

    def release_networks(self) -> None: ...

    def rest(self, next_frame: RenderRequest | None) -> None: ...

    def release_all(self) -> int: ...

    def close(self) -> None: ...
