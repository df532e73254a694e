"""Finds what covers a face, from what on it is unlike any face.

Meant to miss rather than to see what is not there: an uncovered face must stay free. The limits are set on drawn faces;
the figures: resources/puppet/README.md.
"""

from dataclasses import replace

import numpy as np

from engine.base.opencv import cv2
from engine.puppet.cover.cover import Cover, part_outlines
from engine.puppet.cover.extent import extent
from engine.puppet.cover.glasses import glasses_rims
from engine.puppet.cover.missing_parts import missing_parts
from engine.puppet.cover.parsed import GLASSES, Parsed, ParsedCover, parsed_cover
from engine.puppet.cover.spectacles import FROM_BORDER, Spectacles, bridged, find_spectacles
from engine.puppet.cover.uncovered_faces import UncoveredFaces, uncovered_faces
from engine.puppet.facemap import OVAL, FaceAxes, face_axes

_ODD, _STRANGE, _SURE = 1.8, 3.0, 5.0  # deviations from any face: hangs together with what may be, is no part of it
_MARKED = 2.4  # from which on a place of a cover counts; what lies between is found by its looks
_LEAST = ((0, 60, 24), (100, 40, 16), (150, 110, 0))
"""Places of the three kinds that make a cover, of some 1600 of a face: small and distinct, or larger and less so."""
_MORE_SURE = 4  # of what else lies on a covered face
_BORDER, _FOREHEAD = 0.05, -0.15  # face heights: hair is at home closer to the outline, and above the brows; what lies
#                                   within shows nothing but the face itself
_SIDE = 224  # of the mask
_BEYOND = 0.06  # face heights around the outline that still are the face
_OUTSIDE = 0.15  # share of a cover that lies beyond it and makes it something that is not worn
_AROUND = 0.008  # face heights by which a cover is taken larger than it was found
_USUAL = 1.5  # deviations below which a place is like that of any face
_ALIKE = 16.0  # difference of colours, in Lab
_HOLE = 0.02  # face heights: half of the widest that is no hole
_LINE = 0.045  # face heights from the border of a line to its middle at most
_BROAD = 0.08  # share of a cover from which on it is more than lines
_LINE_SHOWS = 0.3  # share of a pixel from which on a rim is in it
_BESIDE_RIMS = 0.03  # face heights
_BESIDE_SUNGLASSES = 0.03  # face heights
_SEEN_RIMS = 0.4  # share of the border of glasses along which a rim must be seen for them to be taken off
_HIDES = 0.45  # share of a part from which on it counts as covered


def find_cover(pixels: np.ndarray, landmarks: np.ndarray, parsed: Parsed | None = None,
               lost: np.ndarray | None = None) -> Cover | None:
    """What covers a face, None for an uncovered one.

    pixels: (side, side, 3) uint8 or uint16, the face's crop; landmarks (478, 2|3) in its pixels; parsed: what a face
    parser says of the crop, where there is one: its classes decide, and what is unlike any face is found besides, for
    hands are skin to a parser, or what is behind; lost (n, n) bool: what of the crop the photo's file does not hold,
    and so hides the face as a hand does. Some 35 ms.
    """
    points = np.asarray(landmarks, np.float64)[:, :2]
    axes = face_axes(points)
    if not np.isfinite(points).all() or axes.height < 16 or axes.iod < 4:
        return None
    faces = uncovered_faces()
    strange = faces.strangeness(pixels, points, axes)
    rims = glasses_rims(pixels, points, axes) if parsed is None else None
    small = cv2.resize(pixels, (_SIDE, _SIDE), interpolation=cv2.INTER_AREA)
    if pixels.dtype == np.uint16:
        small = (np.asarray(small, np.uint16) >> 8).astype(np.uint8)
    points = points * (_SIDE / pixels.shape[0])
    axes = face_axes(points)
    places = faces.places(points)
    missing = missing_parts(small, points, axes)
    if rims is not None:  # lenses may shine or be dark: what is behind them is told by its looks
        missing &= {"mouth"}
    beyond = extent(small, points, axes, missing) if missing else np.zeros((_SIDE, _SIDE), bool)
    told = parsed_cover(parsed or {}, small, points, axes, places[faces.inside(_BORDER, _FOREHEAD)])
    if rims is not None:
        lines = cv2.resize(rims.astype(np.float32), (_SIDE, _SIDE), interpolation=cv2.INTER_AREA) > _LINE_SHOWS
        told = replace(told, rims=told.rims | lines)
    cells = _covered_cells(faces, np.where(_in_sunglasses(parsed or {}, told, places, axes), 0, strange))
    gone = _gone(lost, points, axes)
    if cells is None and told.empty and not missing and not gone.any():
        return None
    hiding = told.mask | gone | beyond
    looks = np.zeros_like(hiding)
    if cells is not None:
        looks = _by_looks(small, points, axes, places, strange, cells) & ~told.rims & ~told.lenses
    around = _disc(_AROUND, axes)
    dark = _hidden(cv2.dilate((hiding | looks).astype(np.uint8), around) > 0, points) & {"eyeRight", "eyeLeft"}
    spectacles = None if dark else _spectacles(pixels, landmarks, told, rims, axes)
    if spectacles is not None and cells is not None:
        # What is left of a frame beside its line is no cover, nor is a dark wall that only a frame led to.
        rim = (spectacles.at(_SIDE) > _LINE_SHOWS).astype(np.uint8)
        beyond_rims = cv2.dilate(rim, _disc(_BESIDE_RIMS, axes)) == 0
        looks = _meeting(looks & beyond_rims, _painted(places[cells], axes) & beyond_rims)
    hiding = hiding | looks
    rigid = told.rims if spectacles is None else np.zeros_like(told.rims)
    hiding, covered = (cv2.dilate(part.astype(np.uint8), around) > 0 for part in (hiding, hiding | rigid))
    worn = told.worn and not gone.any() and bool((covered & ~_face(points, axes)).sum() <= _OUTSIDE * covered.sum())
    mask = cv2.GaussianBlur(covered.astype(np.float32), (0, 0), 0.006 * axes.height)
    return Cover(mask, worn, _hidden(hiding, points), axes.height / _SIDE, spectacles)


def _spectacles(pixels: np.ndarray, landmarks: np.ndarray, told: ParsedCover, rims: np.ndarray | None,
                axes: FaceAxes) -> Spectacles | None:
    """Glasses that one looks through, by where a parser or their own lines say that they are; axes: in `_SIDE`."""
    points = np.asarray(landmarks, np.float64)[:, :2]
    if rims is not None:
        return find_spectacles(pixels, points, rims, np.zeros_like(rims), traced=True)
    if not told.rims.any():
        return None
    glasses = told.rims | told.lenses
    inward = cv2.distanceTransform(np.pad(glasses.astype(np.uint8), 1), cv2.DIST_L2, 5)[1:-1, 1:-1] / axes.height
    found = find_spectacles(pixels, points, bridged(glasses, axes.height), inward > FROM_BORDER)
    if found is None:
        return None
    border = (inward > 0) & (inward < 1.5 / axes.height)
    near = cv2.dilate((found.at(_SIDE) > _LINE_SHOWS).astype(np.uint8), _disc(_BESIDE_RIMS, axes)) > 0
    return found if (near & border).sum() > _SEEN_RIMS * border.sum() else None


def _in_sunglasses(parsed: Parsed, told: ParsedCover, places: np.ndarray, axes: FaceAxes) -> np.ndarray:
    """(n,) bool which places (n, 2) lie in dark glasses that the parser knows: these must not lead to what looks like
    them, to dark hair and a dark wall."""
    if GLASSES not in parsed:
        return np.zeros(len(places), bool)
    glasses = cv2.resize(parsed[GLASSES].astype(np.uint8), (_SIDE, _SIDE), interpolation=cv2.INTER_NEAREST)
    around = cv2.dilate(glasses & told.mask, _disc(_BESIDE_SUNGLASSES, axes))
    column, row = np.clip(places.astype(int), 0, _SIDE - 1).T
    return np.asarray(around[row, column] > 0)


def _disc(radius: float, axes: FaceAxes) -> np.ndarray:
    return cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * max(1, round(radius * axes.height)) + 1,) * 2)


def _face(points: np.ndarray, axes: FaceAxes) -> np.ndarray:
    """(_SIDE, _SIDE) bool the face and a little around it."""
    beyond = np.ones((2 * round(_BEYOND * axes.height) + 1,) * 2, np.uint8)
    return cv2.dilate(_filled([points[list(OVAL)]]), beyond) > 0


def _gone(missing: np.ndarray | None, points: np.ndarray, axes: FaceAxes) -> np.ndarray:
    """(_SIDE, _SIDE) bool what is missing where that reaches the face; else nothing is."""
    if missing is None:
        return np.zeros((_SIDE, _SIDE), bool)
    gone = cv2.resize(missing.astype(np.uint8), (_SIDE, _SIDE), interpolation=cv2.INTER_AREA) > 0
    return gone if (gone & _face(points, axes)).any() else np.zeros_like(gone)


def _by_looks(small: np.ndarray, points: np.ndarray, axes: FaceAxes, places: np.ndarray, strange: np.ndarray,
              cells: np.ndarray) -> np.ndarray:
    """(_SIDE, _SIDE) bool what is covered where some places (n, 2) of which each is so strange (n,) are (n,) bool."""
    found = _painted(places[cells], axes)
    certain = _painted(places[cells & (strange > _STRANGE)], axes)
    like = _like(small, certain, found, _painted(places[strange < _USUAL], axes))
    if _broad(like, axes).sum() >= _BROAD * like.sum():
        return found | like
    # A frame, letters: brows and lids look alike, and lids move.
    outside = _filled([points[list(OVAL)]]) == 0
    eyes = [outline for name, outline in part_outlines(points).items() if name.startswith("eye")]
    lines = like & ((cv2.dilate(found.astype(np.uint8), np.ones((3, 3), np.uint8)) > 0) | outside)
    return np.asarray(lines & (cv2.dilate(_filled(eyes), np.ones((5, 5), np.uint8)) == 0))


def _covered_cells(faces: UncoveredFaces, strange: np.ndarray) -> np.ndarray | None:
    """(n,) bool the places that are covered; None when none is for sure."""
    zone = faces.on_grid(faces.inside(_BORDER, _FOREHEAD))
    image = faces.on_grid(strange)
    count, labels = cv2.connectedComponents((image > _ODD).astype(np.uint8), connectivity=8)
    chosen = np.zeros(faces.grid, bool)
    certain = False
    for label in range(1, count):
        part = labels == label
        seen = [int((part & zone & (image > limit)).sum()) for limit in (_ODD, _STRANGE, _SURE)]
        enough = any(all(here >= least for here, least in zip(seen, kind, strict=True)) for kind in _LEAST)
        certain |= enough
        if enough or seen[2] >= _MORE_SURE:
            chosen |= part
    return (chosen & (image > _MARKED)).ravel()[faces.cells] if certain else None


def _painted(places: np.ndarray, axes: FaceAxes) -> np.ndarray:
    """(_SIDE, _SIDE) bool around places (m, 2)."""
    image = np.zeros((_SIDE, _SIDE), np.uint8)
    column, row = np.clip(places.astype(int), 0, _SIDE - 1).T
    image[row, column] = 1
    reach = max(2, round(0.016 * axes.height))
    return cv2.dilate(image, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * reach + 1,) * 2)) > 0


def _filled(outlines: list[np.ndarray]) -> np.ndarray:
    image = np.zeros((_SIDE, _SIDE), np.uint8)
    for outline in outlines:
        cv2.fillPoly(image, [np.round(outline).astype(np.int32).reshape(-1, 1, 2)], 1)
    return image


def _broad(cover: np.ndarray, axes: FaceAxes) -> np.ndarray:
    """(_SIDE, _SIDE) bool the parts of a cover that are no lines; small holes do not make lines of it."""
    small, large = (cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * max(1, round(reach * axes.height)) + 1,) * 2)
                    for reach in (_HOLE, _LINE))
    return cv2.erode(cv2.morphologyEx(cover.astype(np.uint8), cv2.MORPH_CLOSE, small), large) > 0


def _like(picture: np.ndarray, certain: np.ndarray, cover: np.ndarray, face: np.ndarray) -> np.ndarray:
    """(_SIDE, _SIDE) bool what looks like the cover and hangs together with it, also beyond the face (GrabCut:
    C. Rother et al., 2004). certain: of the cover; face: places that are like those of any face."""
    core = cv2.erode(certain.astype(np.uint8), np.ones((3, 3), np.uint8)) > 0
    if core.sum() < 8 or not (face & ~cover).any():
        return cover
    lab = cv2.cvtColor(picture, cv2.COLOR_RGB2LAB).astype(np.float32)
    to_skin = np.linalg.norm(lab - np.median(lab[face & ~cover], axis=0), axis=-1)
    cv2.setRNGSeed(0)
    until = (cv2.TERM_CRITERIA_EPS + cv2.TERM_CRITERIA_MAX_ITER, 10, 1.0)
    _, _, own = cv2.kmeans(lab[core], 4, np.zeros((0, 1), np.int32), until, 1, cv2.KMEANS_PP_CENTERS)
    to_cover = np.linalg.norm(lab[:, :, None] - own, axis=-1).min(-1)
    labels = np.where((to_cover < _ALIKE) & (to_cover < to_skin), cv2.GC_PR_FGD, cv2.GC_PR_BGD).astype(np.uint8)
    labels[face & ~cover & (to_skin < to_cover)] = cv2.GC_BGD
    labels[cover] = cv2.GC_PR_FGD
    labels[core] = cv2.GC_FGD
    if not (labels == cv2.GC_BGD).any():
        return cover
    cv2.grabCut(picture, labels, (0, 0, 0, 0), np.zeros((1, 65)), np.zeros((1, 65)), 3, cv2.GC_INIT_WITH_MASK)
    return _meeting((labels == cv2.GC_FGD) | (labels == cv2.GC_PR_FGD), cover)


def _meeting(image: np.ndarray, seeds: np.ndarray) -> np.ndarray:
    """(_SIDE, _SIDE) bool the connected parts of an image that seeds lie in, both the same."""
    _, parts = cv2.connectedComponents(image.astype(np.uint8))
    meets = np.unique(parts[seeds & image])
    return np.asarray(image & np.isin(parts, meets[meets > 0]))


def _hidden(covered: np.ndarray, points: np.ndarray) -> frozenset[str]:
    found = set()
    for name, outline in part_outlines(points).items():
        part = _filled([outline]) > 0
        if part.any() and (covered & part).sum() > _HIDES * part.sum():
            found.add(name)
    return frozenset(found)
