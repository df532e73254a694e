"""Where in a face's crop the parts of a person are: by a face parser's classes, or guessed from the fitted head."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from engine.base.opencv import cv2
from engine.puppet.facemap import CHIN, OVAL, FaceAxes

_HARD = ("skin", "left brow", "right brow", "left eye", "right eye", "glasses", "left ear", "right ear", "earring",
         "nose", "mouth", "upper lip", "lower lip")
_ROUND = 0.008  # face heights: what is thinner is no part of a head
_HOLE = 0.004  # face heights squared: what is smaller is no gap
_ROUNDS = 4
_SIDE = 256  # of the picture that is cut without a parser
_HAIR_ABOVE, _HAIR_BESIDE = 0.34, 0.16  # face heights around the bald head within which hair is looked for
_RING, _ALIKE, _MUCH = 0.14, 14.0, 0.25  # face heights around the head; difference in Lab; share of what is around it
_CUT = 0.10  # face heights of a photo's upper edge: what less of a head it cuts is a lock of hair
_FEW = 60  # pixels of hair that tell nothing
_THIN, _SKULL = 0.05, -0.6  # face heights of hair that every skull has; below the chin, above which the skull is
_SURE = 0.04  # face heights within the bald head's outline: no background


@dataclass(frozen=True, eq=False)
class HeadParts:
    """(n, n) bool each, of one face's crop. hard: face, ears and glasses, which go rigidly; hair: with what is worn on
    it; neck; cloth: shoulders and collar; ears: of hard, as far as they are told from it. parsed: whether a parser told
    them apart."""

    hard: np.ndarray
    hair: np.ndarray
    neck: np.ndarray
    cloth: np.ndarray
    ears: np.ndarray
    parsed: bool

    @property
    def person(self) -> np.ndarray:
        """(n, n) bool what turns."""
        return np.asarray(self.hard | self.hair | self.neck)


@dataclass(frozen=True, eq=False)
class FacePlace:
    """Where the face lies in the pictures of a room: landmarks (478, 2) and axes in crop sides; bounds: x0, y0, x1, y1
    of the photo in the crop, crop sides."""

    landmarks: np.ndarray
    axes: FaceAxes
    bounds: tuple[float, float, float, float]

    def below_chin(self, side: int) -> np.ndarray:
        """(side, side) float32 face heights below the chin along the face."""
        return self._along(side, self.axes.down)

    def beside(self, side: int) -> np.ndarray:
        """(side, side) float32 face heights from the face's middle line, to the picture's right."""
        return self._along(side, self.axes.right)

    def inside(self, side: int) -> np.ndarray:
        """(side, side) bool what of the crop the photo shows."""
        middle = (np.arange(side) + 0.5) / side
        x0, y0, x1, y1 = self.bounds
        return np.outer((middle > y0) & (middle < y1), (middle > x0) & (middle < x1))

    def repeated(self, mask: np.ndarray) -> np.ndarray:
        """The same mask (n, n) bool within the photo: whatever its edge cuts goes on beyond it."""
        side = len(mask)
        x0, y0, x1, y1 = (int(np.clip(edge, 0, side)) for edge in np.round(np.multiply(self.bounds, side)))
        inner = mask[y0:y1, x0:x1].astype(np.uint8)
        if not inner.size:
            return mask
        return cv2.copyMakeBorder(inner, y0, side - y1, x0, side - x1, cv2.BORDER_REPLICATE) > 0

    def closed(self, hair: np.ndarray, person: np.ndarray) -> np.ndarray:
        """Hair (n, n) bool of a head that the photo's upper edge cuts, closed beyond it: by the ellipse through what of
        the head is seen to grow narrower above the eyes."""
        side, unit = len(hair), self.axes.height * len(hair)
        edge = int(np.clip(round(self.bounds[1] * side), 0, side - 1))
        closed = hair.copy()
        closed[:edge] = False
        row = np.flatnonzero(person[min(edge + 1, side - 1)])
        if not edge or len(row) < _CUT * unit:
            return closed
        eyes = int(np.clip(self.landmarks[[33, 263], 1].mean() * side, edge + 1, side - 1))
        widths = person[edge:eyes].sum(1)
        widest = int(np.argmax(widths))
        half, below = widths[widest] / 2, max(widest, 1)
        width = np.clip(len(row) / (2 * half), 0, 0.98)
        height = float(np.clip(below / np.sqrt(1 - width ** 2), below + 0.04 * unit, below + 0.35 * unit))
        away = edge - np.arange(edge) - 0.5
        reach = half * np.sqrt(np.maximum(1 - ((away + below) / height) ** 2, 0))
        reach *= len(row) / 2 / max(half * np.sqrt(max(1 - (below / height) ** 2, 1e-6)), 1e-6)  # meets what is seen
        middle = (row[0] + row[-1]) / 2
        closed[:edge] = np.abs(np.arange(side)[None] - middle) <= reach[:, None]
        return closed

    def oval(self, side: int) -> np.ndarray:
        """(side, side) bool the face's outline."""
        image = np.zeros((side, side), np.uint8)
        cv2.fillPoly(image, [np.round(self.landmarks[list(OVAL)] * side).astype(np.int32).reshape(-1, 1, 2)], 1)
        return image > 0

    def _along(self, side: int, way: np.ndarray) -> np.ndarray:
        middle = (np.arange(side, dtype=np.float32) + 0.5) / side
        chin = self.landmarks[CHIN]
        return np.asarray(((middle - chin[0]) * way[0] + ((middle - chin[1]) * way[1])[:, None]) / self.axes.height,
                          np.float32)


def parsed_parts(parsed: Mapping[str, np.ndarray], place: FacePlace, side: int) -> HeadParts | None:
    """By the classes of a parser, (k, k) bool by name; None where they show no head at the face's place."""
    def shown(*names: str) -> np.ndarray:
        found = np.any([parsed[name] for name in names], axis=0).astype(np.float32)
        return cv2.resize(found, (side, side), interpolation=cv2.INTER_LINEAR) > 0.5

    inside, unit = place.inside(side), place.axes.height * side
    hard, hair, neck = shown(*_HARD) | place.oval(side), shown("hair", "hat"), shown("neck", "necklace")
    person = ((hard | hair | neck) & inside).astype(np.uint8)
    person = cv2.morphologyEx(person, cv2.MORPH_OPEN, _disc(_ROUND * unit))
    count, labels = cv2.connectedComponents(person)
    x, y = np.clip((place.landmarks[1] * side).astype(int), 0, side - 1)
    if count < 2 or labels[y, x] == 0:
        return None
    own = labels == labels[y, x]
    gaps, found, facts, _ = cv2.connectedComponentsWithStats((~own & inside).astype(np.uint8))
    for number in range(1, gaps):
        if facts[number, cv2.CC_STAT_AREA] < _HOLE * unit * unit:
            own |= found == number
    neck &= own & ~hard
    hair &= own & ~hard & ~neck
    rest = own & ~hard & ~neck & ~hair
    ears = shown("left ear", "right ear", "earring") & own & ~place.oval(side)
    return _whole(hard & own | rest, hair, neck, shown("cloth") & ~own, ears, place, True)


def guessed_parts(picture: np.ndarray, head: np.ndarray, place: FacePlace, side: int) -> HeadParts | None:
    """Without a parser: GrabCut (C. Rother et al., 2004) about the outline of the fitted bald head; None where what it
    cuts out is unlike a head. Long hair before a wall of its colour is beyond it.

    picture (n, n, 3) uint8; head (k, k) bool: what the fitted head and its neck cover.
    """
    small = cv2.resize(picture, (_SIDE, _SIDE), interpolation=cv2.INTER_AREA)
    bald = cv2.resize(head.astype(np.float32), (_SIDE, _SIDE)) > 0.5
    unit = place.axes.height * _SIDE
    inside, below = place.inside(_SIDE), place.below_chin(_SIDE)
    bald &= below < 0.35
    sure = cv2.erode(bald.astype(np.uint8), _disc(_SURE * unit)) > 0
    sure &= (below < -0.1) | place.oval(_SIDE)
    away = cv2.distanceTransform((~(bald & (below < 0))).astype(np.uint8), cv2.DIST_L2, 5) / unit
    sure |= (away < _THIN) & (below < _SKULL) & inside
    reach = np.where(below < -1.0, _HAIR_ABOVE, np.where(below < -0.4, _HAIR_BESIDE + 0.06, _HAIR_BESIDE))
    near = (away < reach) | bald
    marks = np.full((_SIDE, _SIDE), cv2.GC_BGD, np.uint8)
    marks[near] = cv2.GC_PR_BGD
    marks[(away < 0.4 * reach) | bald] = cv2.GC_PR_FGD
    marks[sure] = cv2.GC_FGD
    marks[~inside] = cv2.GC_BGD
    if not sure.any() or not (marks == cv2.GC_BGD).any():
        return None
    cv2.setRNGSeed(0)
    cv2.grabCut(small, marks, (0, 0, 0, 0), np.zeros((1, 65)), np.zeros((1, 65)), _ROUNDS, cv2.GC_INIT_WITH_MASK)
    own = (marks == cv2.GC_FGD) | (marks == cv2.GC_PR_FGD)
    own = cv2.morphologyEx(own.astype(np.uint8), cv2.MORPH_OPEN, _disc(2 * _ROUND * unit)) > 0
    _, labels = cv2.connectedComponents(own.astype(np.uint8))
    x, y = np.clip((place.landmarks[1] * _SIDE).astype(int), 0, _SIDE - 1)
    own = (labels == labels[y, x] if labels[y, x] else np.zeros_like(own)) | (place.oval(_SIDE) & inside)
    above = bald & (below < -0.1) & inside
    if (own & above).sum() < 0.9 * above.sum() or _left_behind(small, own, bald, place):
        return None
    own, bald = (cv2.resize(one.astype(np.float32), (side, side)) > 0.5 for one in (own, bald))
    below = place.below_chin(side)
    hard = place.oval(side) | (bald & own & (below < -0.05))
    neck = own & ~hard & (below > -0.12) & (np.abs(place.beside(side)) < 0.4)
    cloth = ~own & (below > -0.15)
    return _whole(hard & own, own & ~hard & ~neck, neck, cloth, np.zeros_like(own), place, False)


def _left_behind(picture: np.ndarray, own: np.ndarray, bald: np.ndarray, place: FacePlace) -> bool:
    """Whether what lies around a head that was cut out looks like its hair: then some of that may be hair."""
    side = len(picture)
    unit, below = place.axes.height * side, place.below_chin(side)
    lab = cv2.cvtColor(picture, cv2.COLOR_RGB2LAB).astype(np.float32)
    hair = own & np.where(bald, below < -1.05, below < -0.5)
    around = (cv2.dilate(own.astype(np.uint8), _disc(_RING * unit)) > 0) & ~own & place.inside(side) & (below < 0.1)
    around &= cv2.dilate(own.astype(np.uint8), _disc(2)) == 0
    if not around.any():
        return False  # cut by the photo's edge all around
    if hair.sum() < _FEW:
        return True  # nobody knows what it looks like
    cv2.setRNGSeed(0)
    until = (cv2.TERM_CRITERIA_EPS + cv2.TERM_CRITERIA_MAX_ITER, 10, 1.0)
    _, _, colours = cv2.kmeans(lab[hair], 3, np.zeros((0, 1), np.int32), until, 1, cv2.KMEANS_PP_CENTERS)
    alike = np.linalg.norm(lab[around][:, None] - colours, axis=-1).min(1) < _ALIKE
    return bool(alike.mean() > _MUCH)


def _whole(hard: np.ndarray, hair: np.ndarray, neck: np.ndarray, cloth: np.ndarray, ears: np.ndarray,
           place: FacePlace, parsed: bool) -> HeadParts:
    """Whoever the photo's edge cuts goes on beyond it; a head that it cuts at the top is closed."""
    above = np.arange(len(hard))[:, None] < place.bounds[1] * len(hard)
    hard, hair, neck, cloth = (place.repeated(one) for one in (hard, hair, neck, cloth))
    hair = place.closed(hair, hard | hair)
    return HeadParts(hard & ~above, hair, neck & ~above, cloth, ears, parsed)


def _disc(radius: float) -> np.ndarray:
    return cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * max(1, round(radius)) + 1,) * 2)
