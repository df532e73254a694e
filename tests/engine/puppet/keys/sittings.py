"""Keys without a generator: the plain puppet draws the other expression, the analyser looks at it as at any face."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from engine.base.jobs import run
from engine.head.pack import load_head
from engine.puppet.deformation import Deformation
from engine.puppet.keys.polish_key import KeyKind, PolishKey
from engine.puppet.keys.polish_keys import PolishKeys
from engine.puppet.keys.prepare import prepare_keys
from engine.puppet.prepare import prepare_puppet
from engine.puppet.puppet import Puppet


def both(name: str, value: float) -> dict[str, float]:
    return {f"{name}Left": value, f"{name}Right": value}


EXPRESSIONS: dict[KeyKind, dict[str, float]] = {
    "closed-eyes": both("eyeBlink", 1.0),
    "smile": {**both("mouthSmile", 0.75), **both("mouthLowerDown", 0.6), "lipPart": 1.0, "jawOpen": 0.15},
    "neutral": {**both("mouthSmile", -0.9), "lipClose": 1.0, "foldFade": 1.0},
}


def drawn_key(subject, kind: KeyKind, analyser) -> PolishKey:
    """The subject's own face in another expression."""
    shown = np.ascontiguousarray(subject.shown(Deformation.of(EXPRESSIONS[kind])))
    face, own = analyser.faces(shown)[0], analyser.faces(subject.pixels)[0]
    return PolishKey(kind, shown, subject.pixels, face.landmarks, own.landmarks, face.blendshapes, own.blendshapes, 0.2)


@dataclass(eq=False)
class Sitting:
    """A subject's own puppets, by OpenGL and without, and keys for them."""

    pixels: np.ndarray
    landmarks: np.ndarray
    puppet: Puppet
    plain_numpy: Puppet
    keys: Mapping[KeyKind, PolishKey]
    made: PolishKeys

    def prepared(self, **changed: PolishKey) -> PolishKeys:
        """Keys made of others instead."""
        keys = {kind.replace("_", "-"): key for kind, key in changed.items()}
        return run(prepare_keys(self.puppet, self.landmarks, keys, load_head()))  # type: ignore[arg-type]

    def shown(self, deformation: Deformation, keys: PolishKeys | None, size: int = 0) -> np.ndarray:
        """(side, side, 3) what is seen with some keys on."""
        self.puppet.put_on(keys)
        drawn = self.puppet.draw(deformation, size or self.puppet.side)
        self.puppet.put_on(None)
        pixels = self.pixels
        if drawn.shape[0] != pixels.shape[0]:
            from engine.base.opencv import cv2

            pixels = cv2.resize(pixels, drawn.shape[:2], interpolation=cv2.INTER_AREA)
        return np.where(drawn[..., 3:] > 0, drawn[..., :3], pixels)


def sitting(subject, kinds: tuple[KeyKind, ...], analyser, context) -> Sitting:
    def puppet(where) -> Puppet:
        return run(prepare_puppet(subject.pixels, subject.landmarks, subject.face.blendshapes, load_head(), where))

    keys = {kind: drawn_key(subject, kind, analyser) for kind in kinds}
    own = puppet(context)
    made = run(prepare_keys(own, subject.landmarks, keys, load_head()))
    return Sitting(subject.pixels, subject.landmarks, own, puppet(None), keys, made)


def painted(key: PolishKey, colour: tuple[int, int, int], rows: slice, columns: slice) -> PolishKey:
    """The key with a patch of one colour."""
    picture = key.picture.copy()
    picture[rows, columns] = colour
    return replace(key, picture=picture)
