"""What is measured on a drawn face: blendshapes, pose, lengths between landmarks, colours beside them, and what the
models that may be there besides add: parts of the face, age, gender."""

import math
from typing import TYPE_CHECKING

import numpy as np

from engine.attributes.labels.label_set import Column
from engine.attributes.labels.measures_parsed import PARSED, measure_parsed
from engine.base.opencv import cv2
from engine.photo.arkit import ARKIT_52, ARKIT_INDEX
from engine.photo.face import CHIN, HAIRLINE, Face

if TYPE_CHECKING:
    from engine.models.store import ModelStore
    from engine.networks.face_parser import FaceParser
    from engine.photo.age_gender import AgeGenderNetwork
    from engine.photo.analyser import FaceAnalyser

LANDMARKER, PARSER, AGE_GENDER = "face-landmarker", "face-parsing", "age-and-gender"
"""Models that look; the first must be there."""
AGED: tuple[Column, ...] = (Column("age", "years"), Column("masculine", "logit"))
"""Of age-and-gender. masculine: log odds of what its network takes for a man, -6 to 6."""

ATTRIBUTES: tuple[Column, ...] = (
    Column("smile", "weight"), Column("mouth-open", "ratio"), Column("eyes-open", "ratio"),
    Column("brows-up", "ratio"), Column("brows-down", "weight"), Column("squint", "weight"),
    Column("pucker", "weight"), Column("yaw", "degrees"), Column("pitch", "degrees"), Column("roll", "degrees"),
    Column("gaze-left", "weight"), Column("face-width", "ratio"), Column("jaw-width", "ratio"),
    Column("mouth-width", "ratio"), Column("lips-full", "ratio"), Column("nose-width", "ratio"),
    Column("nose-length", "ratio"), Column("eye-size", "ratio"), Column("skin-light", "lightness"),
    Column("skin-warm", "lightness"), Column("hair-light", "lightness"), Column("lips-red", "lightness"),
    Column("light-from-left", "lightness"), Column("background-light", "lightness"), *PARSED, *AGED,
)
"""The attributes, in the order of `measure`. Sides are the subject's. skin-warm and lips-red are CIE b* of the skin,
and how much more a* the lips have than the skin. What the parser tells is nan where it is not installed, and age and
gender where their model is not."""

COLUMNS: tuple[Column, ...] = (*ATTRIBUTES, *(Column(name, "weight") for name in ARKIT_52))
"""The attributes, then the 52 blendshapes as they are."""

_SKIN = (50, 280, 205, 425, 101, 330, 151)
"""Landmarks with bare skin around them: cheeks twice, under the eyes, middle of the forehead."""
_CHEEKS = ((205, 50, 101), (425, 280, 330))
"""The subject's right, and left."""
_LIPS = (14, 17, 84, 314, 0, 37, 267)
_ABOVE = (1.22, 1.3, 1.38)
"""Where hair is looked for: on the line from the chin through the hairline, in face heights from the chin."""


_PARSED_SIDE = 512
_SUREST = 6.0


class FaceMeasurer:
    """Measures faces with what it is given. Not for use by two threads at once.

    faces: finds them. parser: for `PARSED`, and for better colours of skin and hair. ages: for `AGED`.
    """

    def __init__(self, faces: "FaceAnalyser", parser: "FaceParser | None" = None,
                 ages: "AgeGenderNetwork | None" = None) -> None:
        self._faces, self._parser, self._ages = faces, parser, ages

    @property
    def analysers(self) -> tuple[str, ...]:
        """Ids of the models that look."""
        there = ((LANDMARKER, self._faces), (PARSER, self._parser), (AGE_GENDER, self._ages))
        return tuple(name for name, part in there if part is not None)

    def measure(self, pixels: np.ndarray) -> np.ndarray:
        """(88,) float32 in the order of `COLUMNS`, of the largest face; all nan when there is none.

        pixels: (s, s, 3) uint8 sRGB, a face as generators draw it: cut as FFHQ's (see engine.generator.alignment).
        """
        found = self._faces.faces(pixels)
        if not found:
            return np.full(len(COLUMNS), np.nan, np.float32)
        more: dict[str, float] = {}
        if self._parser is not None:
            large = cv2.resize(pixels, (_PARSED_SIDE, _PARSED_SIDE), interpolation=cv2.INTER_CUBIC)
            scale = _PARSED_SIDE / pixels.shape[0]
            more.update(measure_parsed(large, self._parser.labels(large), found[0].landmarks[:, :2] * scale))
        if self._ages is not None:
            aged = _aged(*self._ages.estimate(pixels, found[0]))
            more.update(zip((column.name for column in AGED), aged, strict=True))
        return measure(pixels, found[0], more)


def installed(store: "ModelStore") -> FaceMeasurer:
    """A measurer with all the models that are on this machine, on the device torch uses. The optional ones are left out
    when they are not here; see `FaceMeasurer.analysers`."""
    from engine.networks.face_parser import FACE_PARSER
    from engine.networks.zoo import Zoo
    from engine.photo import age_gender
    from engine.photo.analyser import FaceAnalyser

    zoo = Zoo(store)
    return FaceMeasurer(FaceAnalyser(store), zoo.optional(FACE_PARSER), zoo.optional(age_gender.AGE_GENDER))


def _aged(years: float, man: float) -> tuple[float, float]:
    if man <= 0 or man >= 1:
        return years, math.copysign(_SUREST, man - 0.5)
    return years, min(max(math.log(man / (1 - man)), -_SUREST), _SUREST)


def measure(pixels: np.ndarray, face: Face, more: dict[str, float]) -> np.ndarray:
    """(88,) float32 in the order of `COLUMNS`; nan for the colour of what lies outside the picture.

    pixels: (s, s, 3) uint8 sRGB. Lengths are taken in the three dimensions of the landmarks, so that turning the head
    does not change them, and over another length of the same face.
    more: what other models say, by the names of columns; it goes before what is measured here. Those columns that
    nothing says anything of are nan. Without the parser hair colour is that of whatever is above the forehead: the
    scalp of somebody bald, the hat of somebody with one.
    """
    points = face.landmarks.astype(np.float64)
    weights = face.blendshapes
    eyes = face.interocular
    high = float(np.linalg.norm(points[CHIN] - points[HAIRLINE]))
    skin = _colour(pixels, points, _SKIN, eyes)
    right, left = (_colour(pixels, points, part, eyes) for part in _CHEEKS)
    lips = _colour(pixels, points, _LIPS, eyes / 3)
    corners = np.concatenate([part.reshape(-1, 3) for part in (pixels[:24, :24], pixels[:24, -24:])])
    values = (
        _both(weights, "mouthSmile"), _length(points, 13, 14) / eyes, _lids(points),
        _above(points, face) / eyes, _both(weights, "browDown"), _both(weights, "eyeSquint"),
        weights[ARKIT_INDEX["mouthPucker"]], face.yaw, face.pitch, face.roll, _gaze(weights),
        _length(points, 234, 454) / high, _length(points, 172, 397) / _length(points, 234, 454),
        _length(points, 61, 291) / eyes, (_length(points, 0, 13) + _length(points, 14, 17)) / eyes,
        _length(points, 129, 358) / eyes, _length(points, 168, 2) / high,
        (_length(points, 33, 133) + _length(points, 263, 362)) / 2 / eyes,
        skin[0], skin[2], _hair(pixels, points), lips[1] - skin[1], left[0] - right[0], _lab(corners)[0],
    )
    known = dict(zip((column.name for column in ATTRIBUTES), values, strict=False)) | more
    return np.array([*(known.get(column.name, np.nan) for column in ATTRIBUTES), *weights], np.float32)


def _length(points: np.ndarray, one: int, other: int) -> float:
    return float(np.linalg.norm(points[one] - points[other]))


def _both(weights: np.ndarray, name: str) -> float:
    return float(weights[ARKIT_INDEX[f"{name}Left"]] + weights[ARKIT_INDEX[f"{name}Right"]]) / 2


def _gaze(weights: np.ndarray) -> float:
    """How far both eyes look to the subject's left, -1 to 1."""
    left, right = (weights[ARKIT_INDEX["eyeLookOutLeft"]] + weights[ARKIT_INDEX["eyeLookInRight"]],
                   weights[ARKIT_INDEX["eyeLookInLeft"]] + weights[ARKIT_INDEX["eyeLookOutRight"]])
    return float(left - right) / 2


def _lids(points: np.ndarray) -> float:
    """Opening of the lids over the width of the eye, mean of both."""
    right = _length(points, 159, 145) / _length(points, 33, 133)
    left = _length(points, 386, 374) / _length(points, 263, 362)
    return (right + left) / 2


def _above(points: np.ndarray, face: Face) -> float:
    """How far the brows are above the line of the eyes' corners, along the face's own vertical, pixels."""
    up = face.rotation[:, 1] * np.array([1.0, -1.0, -1.0])  # landmarks have y down and z away
    brows = points[[105, 66, 334, 296]].mean(0)
    corners = points[[33, 133, 263, 362]].mean(0)
    return float((brows - corners) @ up)


def _colour(pixels: np.ndarray, points: np.ndarray, around: tuple[int, ...], eyes: float) -> np.ndarray:
    """Median CIE L*a*b* of small squares around landmarks; what the landmarks' depth hides is not asked."""
    reach = max(1, round(eyes * 0.04))
    return _lab(np.concatenate([_square(pixels, points[index, :2], reach) for index in around]))


def _hair(pixels: np.ndarray, points: np.ndarray) -> float:
    """L* of what lies above the forehead; nan when that is outside the picture."""
    chin, top = points[CHIN, :2], points[HAIRLINE, :2]
    reach = max(1, round(float(np.linalg.norm(top - chin)) * 0.04))
    found = np.concatenate([_square(pixels, chin + (top - chin) * share, reach) for share in _ABOVE])
    return float(_lab(found)[0])


def _square(pixels: np.ndarray, centre: np.ndarray, reach: int) -> np.ndarray:
    """Pixels of a square, (n, 3); n is 0 outside the picture."""
    x, y = (int(value) for value in np.floor(np.clip(centre, -1e4, 1e4)))
    return pixels[max(y - reach, 0):max(y + reach + 1, 0), max(x - reach, 0):max(x + reach + 1, 0)].reshape(-1, 3)


def _lab(colours: np.ndarray) -> np.ndarray:
    """Median CIE L*a*b* of colours (n, 3) uint8 sRGB; nan for none."""
    if not len(colours):
        return np.full(3, np.nan)
    lab = cv2.cvtColor(colours[None].astype(np.float32) / 255, cv2.COLOR_RGB2LAB)[0]
    return np.median(lab, 0)
