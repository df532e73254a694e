"""The faces that a regressor learns from: of a database, and of an imitator, each laid and coloured in several ways."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from engine.base.errors import EngineError
from engine.base.jobs import Job, Progress
from engine.base.text import Text
from engine.process.messages import JSON
from engine.process.training import Checkpoint, read_checkpoint, write_checkpoint
from engine.rig.database.rendered import RenderedDatabase
from engine.rig.regressor.edges import SEEN, edges_of
from engine.rig.regressor.face_cut import cut_face, cut_matrix, recoloured, shaken

if TYPE_CHECKING:
    from engine.models.store import ModelStore
    from engine.photo.landmarker import Landmarker
    from engine.rig.regressor.imagined import ImaginedFaces

_LOOKED_AT = 256
"""Least side at which faces are looked for: the detector sees small pictures badly."""
_TOGETHER = 16


@dataclass(frozen=True, eq=False)
class Faces:
    """seen (N, SEEN) float16, see `edges`; values (N, n) float32 0..1; shown (m, side, side, 3) uint8: a few cuts."""

    seen: np.ndarray
    values: np.ndarray
    shown: np.ndarray

    def __len__(self) -> int:
        return len(self.seen)


SHOWN = 4


def faces_of(database: RenderedDatabase, ways: int, store: "ModelStore", seed: int) -> Job[Faces]:
    """Of every picture in which a face is seen, as it is (ways 0) or laid and coloured in so many ways. EngineError
    where a picture cannot be read, and where there are no faces."""
    seen: list[np.ndarray] = []
    values: list[np.ndarray] = []
    shown: list[np.ndarray] = []
    random = np.random.Generator(np.random.PCG64([seed, 1]))
    with landmarker_of(store) as landmarker:
        for place in range(len(database)):
            picture = np.ascontiguousarray(database.picture(place))
            matrix = face_in(picture, landmarker)
            if matrix is not None:
                shown += [cut_face(picture, matrix)] if len(shown) < SHOWN else []
                cuts = [recoloured(cut_face(picture, shaken(matrix, random)), random) for _ in range(ways)]
                seen += [edges_of(cut).astype(np.float16) for cut in cuts or [cut_face(picture, matrix)]]
                values += [database.values[place]] * max(ways, 1)
            yield Progress(place + 1, len(database), Text("looking for faces: {0} of {1}", place + 1, len(database)))
    if not seen:
        raise EngineError(Text("{0}: no face is seen in any of its pictures", database.folder))
    return Faces(np.stack(seen), np.stack(values), np.stack(shown))


def with_imagined(faces: Faces, imagined: "ImaginedFaces", count: int, seed: int) -> Job[Faces]:
    """The same and so many that an imitator draws."""
    seen, values = [faces.seen], [faces.values]
    random = np.random.Generator(np.random.PCG64([seed, 2]))
    for done in range(0, count, _TOGETHER):
        cuts, what = imagined.draw(min(_TOGETHER, count - done), random)
        seen.append(np.stack([edges_of(recoloured(cut, random)) for cut in cuts]).astype(np.float16))
        values.append(what)
        yield Progress(done, count, Text("imagining faces: {0} of {1}", done, count))
    return Faces(np.concatenate(seen), np.concatenate(values), faces.shown)


def write_faces(path: Path, faces: Faces, made_of: Mapping[str, JSON]) -> None:
    """Keep them for a training that is gone on with. made_of: the settings that they hang on. EngineError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    write_checkpoint(path, Checkpoint(0, {"seen": faces.seen, "values": faces.values, "shown": faces.shown}, made_of))


def read_faces(path: Path, made_of: Mapping[str, JSON]) -> Faces | None:
    """Those that were kept; None where there are none that can be read, or those of other settings."""
    if not path.exists():
        return None
    try:
        kept = read_checkpoint(path)
        if kept.facts != dict(made_of):
            return None
        arrays = kept.arrays
        faces = Faces(arrays["seen"], arrays["values"], arrays["shown"])
    except (EngineError, KeyError):
        return None
    sound = faces.seen.ndim == 2 and faces.seen.shape[1] == SEEN and len(faces.values) == len(faces) > 0
    return faces if sound else None


@contextmanager
def landmarker_of(store: "ModelStore") -> "Iterator[Landmarker]":
    from engine.photo.landmarker import Landmarker

    landmarker = Landmarker(store.path("face-landmarker", "face_landmarker.task"), 1)
    try:
        yield landmarker
    finally:
        landmarker.close()


def face_in(picture: np.ndarray, landmarker: "Landmarker") -> np.ndarray | None:
    """The `cut_matrix` of the face in a picture; None where none is seen."""
    from engine.base.opencv import cv2

    larger = max(1, -(-_LOOKED_AT // min(picture.shape[:2])))
    seen = landmarker.detect(cv2.resize(picture, None, fx=larger, fy=larger) if larger > 1 else picture)
    return cut_matrix(seen[0].landmarks[:, :2] / larger) if seen else None
