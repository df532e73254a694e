"""One key as it comes: a picture of the same person showing what a single photo hides, and the same face without it."""

from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np

from engine.base.errors import EngineError
from engine.base.text import Term, Text

KeyKind = Literal["closed-eyes", "smile", "neutral"]
"""Both eyes shut; a smile that shows teeth; no smile, lips closed."""

KINDS: tuple[KeyKind, ...] = get_args(KeyKind)


def word(kind: KeyKind) -> Term:
    """A kind as a word in a sentence."""
    return Term(kind, kind, "keys")


@dataclass(frozen=True, eq=False)
class PolishKey:
    """A drawn face that shows one expression, and the same face as it was before.

    kind:           what it is to show.
    picture:        (S, S, 3) uint8 RGB, in any framing.
    reference:      (S, S, 3) uint8 RGB, the same framing: the same person unedited, showing what the photo shows. What
                    both pictures share, the generator's errors too, counts for nothing.
    landmarks, reference_landmarks: (478, 2|3) in pixels of theirs. blendshapes, reference_blendshapes: (52,).
    identity:       dlib's distance between both faces: 0 the same, above .6 another person; nan when not measured.
    Raises EngineError for what is no such thing.
    """

    kind: KeyKind
    picture: np.ndarray
    reference: np.ndarray
    landmarks: np.ndarray
    reference_landmarks: np.ndarray
    blendshapes: np.ndarray
    reference_blendshapes: np.ndarray
    identity: float

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise EngineError(Text("there is no key {0}", repr(self.kind)), Text("there are {0}", ", ".join(KINDS)))
        side = self.picture.shape[0]
        for picture in (self.picture, self.reference):
            if picture.shape != (side, side, 3) or picture.dtype != np.uint8 or side < 64:
                raise EngineError(Text("the {0} key is no pair of square colour pictures of one size", word(self.kind)))
        for points in (self.landmarks, self.reference_landmarks):
            if points.shape not in ((478, 2), (478, 3)) or not np.isfinite(points).all():
                raise EngineError(Text("the landmarks of the {0} key are unusable", word(self.kind)))
        for shapes in (self.blendshapes, self.reference_blendshapes):
            if shapes.shape != (52,) or not np.isfinite(shapes).all():
                raise EngineError(Text("the blendshapes of the {0} key are unusable", word(self.kind)))

    @property
    def side(self) -> int:
        return int(self.picture.shape[0])
