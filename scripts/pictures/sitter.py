"""A face of a photo with its live puppet, drawn in any look."""

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

import numpy as np

from engine.base.jobs import run
from engine.base.look import Look
from engine.base.opencv import cv2
from engine.engine import Engine
from engine.expression.units import CONTROLS
from engine.expression.weights import deformation
from engine.photo.arkit import ARKIT_INDEX
from engine.photo.crop import cut
from engine.photo.face import Face
from engine.puppet.puppet import Puppet
from pictures.judges import LEAST, Judges


def look_of(values: Mapping[str, float]) -> Look:
    """By control or pair name; a head turn beyond what the slider has ends where the slider does."""
    return Look.of(CONTROLS, {name: _within(name, value) for name, value in values.items()})


def _within(name: str, value: float) -> float:
    control = CONTROLS[next(iter(CONTROLS.ids(name)))]
    return min(max(value, control.minimum), control.maximum)


class Sitter:
    """The largest face of a photo. Everything is drawn as the program draws it, whichever puppet it makes for that."""

    def __init__(self, path: Path, program: Engine, judges: Judges) -> None:
        self.path, self.program, self.judges = path, program, judges
        self.photo = run(program.photos.open(path))
        self.crop = self.photo.crop(0)
        self.puppet: Puppet = run(program.puppets.prepare(self.photo, 0))

    def close(self) -> None:
        """Let go of the photo and its puppets."""
        self.program.photos.forget(self.photo.id)

    def base(self, size: int) -> np.ndarray:
        """(size, size, 3) uint8: the face's crop of the photo."""
        square = cut(self.photo.picture.pixels, self.crop)
        how = cv2.INTER_AREA if size < len(square) else cv2.INTER_CUBIC
        return square if size == len(square) else cv2.resize(square, (size, size), interpolation=how)

    def shown(self, look: Look, size: int = LEAST, final: bool = True) -> np.ndarray:
        """The crop in a look, (size, size, 3) uint8; enlarged when the photo has less."""
        side = min(size, self.puppet.side)
        change = deformation(look, self.puppet.facts)
        picture = laid(self.puppet.draw(change, side, multisample=final), self.base(side))
        return picture if side == size else cv2.resize(picture, (size, size), interpolation=cv2.INTER_CUBIC)

    @cached_property
    def face(self) -> Face:
        """The face at rest as seen in `base(LEAST)`."""
        scale = np.float32(LEAST / self.crop.side)
        found = self.photo.faces[0]
        moved = Face(0, found.box, self.crop.to_crop(found.landmarks) * scale, found.blendshapes, found.matrix, 1.0)
        return self.judges.analyser.refine(self.base(LEAST), moved)

    def seen(self, picture: np.ndarray) -> Face:
        """The face looked at anew in what was drawn at `LEAST` pixels; as at rest where none is seen."""
        return self.judges.analyser.refine(picture, self.face)

    @cached_property
    def identity(self) -> tuple[np.ndarray, np.ndarray]:
        """dlib's and ArcFace's vector of the photo."""
        return self.judges.identity(self.base(LEAST), self.face)

    def apart(self, picture: np.ndarray, face: Face) -> tuple[float, float]:
        """How far a drawn face is from the photo's: dlib's distance, and 1 less ArcFace's cosine."""
        dlib, arcface = self.judges.identity(picture, face)
        return float(np.linalg.norm(dlib - self.identity[0])), float(1 - arcface @ self.identity[1])

    @cached_property
    def facts(self) -> dict[str, float]:
        """What the photo shows: smile, open jaw, lips apart (face heights), and the head's turn, degrees."""
        return {"smile": both(self.face, "mouthSmile"), "jaw": float(self.face.blendshapes[ARKIT_INDEX["jawOpen"]]),
                "lips": self.puppet.facts.lip_gap, "yaw": self.face.yaw, "pitch": self.face.pitch,
                "side": float(self.crop.side)}


def laid(patch: np.ndarray, base: np.ndarray) -> np.ndarray:
    """A drawn patch (s, s, 4) over the photo (s, s, 3), both uint8."""
    alpha = patch[..., 3:].astype(np.float32) / 255
    return np.rint(base * (1 - alpha) + patch[..., :3] * alpha).astype(np.uint8)


def both(face: Face, shape: str) -> float:
    """The mean of a blendshape's two sides."""
    return float(np.mean([face.blendshapes[ARKIT_INDEX[shape + side]] for side in ("Left", "Right")]))
