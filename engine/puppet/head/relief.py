"""How deep the head with its hair is, and how far each part of it goes along when it turns."""

import numpy as np

from engine.base.opencv import cv2
from engine.puppet.head.parts import FacePlace, HeadParts
from engine.puppet.patches import step

SIDE = 128
"""Of the maps of depth and share."""
_DEPTH_SOFT, _SHARE_SOFT, _BORDER = 0.030, 0.03, 0.02  # face heights
_NECK_FROM, _COLLAR = -0.10, (0.12, 0.45)  # face heights below the chin: it goes along less from there, and not at all
_OUTLINE = 0.06  # by which a neck's outline is farther from what stays than a collar: it gives, and hardly moves
_HAIR_FROM, _HAIR_TO = -0.05, 0.55
_CUT_FADE = 0.35  # face heights before an edge of the photo that cuts the person
_STEEPEST, _GENTLE = 4.0, 24  # of the depth; places over which it is held to that
_CHIN, _STEEPEST_CHIN = -0.12, 1.6  # face heights below the chin; beards below it would be drawn out by a nod
_EAR_SOFT = 1.2  # places around an ear over which skin and hair come to be as deep as it is
_EAR_BEFORE = 0.20  # face heights: ears are seen in front of where the fitted head has their middle
_MOST = 1.2  # face heights in front of the pivot


def depth_map(parts: HeadParts, skin: np.ndarray, place: FacePlace) -> np.ndarray:
    """(SIDE, SIDE) float32 how far behind the head's pivot the person lies, crop sides.

    skin (SIDE, SIDE): the fitted head's own, NaN where it is not. Hair is as round as an ellipsoid between the skin and
    its outline, which lies beside the pivot: its depth times itself bends nowhere (Laplace).
    """
    unit = place.axes.height
    person, hard = _small(parts.person), _small(parts.hard | parts.neck)
    head = np.isfinite(skin)
    toward = np.where(head, -skin / unit, 0.0)
    reach = max(1, round(_BORDER * unit * SIDE))
    seen = head & hard & (cv2.erode(head.astype(np.uint8), np.ones((2 * reach + 1,) * 2)) > 0)
    # Cheeks and ears beyond the fitted head's own outline are as deep as that is next to them.
    known, toward = hard, np.where(seen, toward, _nearest(toward, seen))
    squared = _laplace(np.where(known, toward * np.abs(toward), 0.0), person & ~known)
    found = np.sign(squared) * np.sqrt(np.abs(squared))
    found = np.where(known, toward, np.where(head, np.maximum(found, -skin / unit), found))
    steepest = np.where(place.below_chin(SIDE) > _CHIN, _STEEPEST_CHIN, _STEEPEST) / (unit * SIDE)
    found = _gentle(np.where(person, np.minimum(found, _MOST), -_MOST), steepest)
    found = np.where(person, found, 0.0)
    weight = np.where(person, 1.0, 1e-3)
    spread = _DEPTH_SOFT * unit * SIDE
    total, around = (cv2.GaussianBlur(one, (0, 0), spread) for one in (found * weight, weight))
    toward = _flat_ears(total / np.maximum(around, 1e-6), np.where(head, -skin / unit, np.nan), _small(parts.ears))
    return np.asarray(-unit * toward, np.float32)


def _flat_ears(toward: np.ndarray, skin: np.ndarray, ears: np.ndarray) -> np.ndarray:
    """Each ear as one flat piece as far back as the fitted head (NaN where it is not) has it: skin and hair between it
    and the cheek take the way back to it, or a turn would bend it to a flap of the cheek."""
    found = toward.copy()
    count, labels = cv2.connectedComponents(ears.astype(np.uint8))
    for number in range(1, count):
        piece = labels == number
        seen = skin[piece & np.isfinite(skin)]
        if not len(seen):
            continue
        flat = min(float(np.median(toward[piece])), float(np.median(seen)) + _EAR_BEFORE)
        whole = cv2.dilate(piece.astype(np.float32), np.ones((3, 3)))
        much = np.maximum(piece, cv2.GaussianBlur(whole, (0, 0), _EAR_SOFT))
        found += (flat - found) * much
    return found


def share_map(parts: HeadParts, place: FacePlace) -> np.ndarray:
    """(SIDE, SIDE) float32 0..1 how far each place goes along in a turn: the face all the way, necks and manes less and
    less toward the shoulders, and nothing at an edge of the photo that cuts the person."""
    below = place.below_chin(SIDE)
    person, hard = _small(parts.person), _small(parts.hard)
    share = np.ones((SIDE, SIDE), np.float32)
    hair = _small(parts.hair)
    share[hair] = 1 - step(_HAIR_FROM, _HAIR_TO, below)[hair]
    lowest = ~hair & ((below > _NECK_FROM) | _small(parts.neck)) & ~hard
    share[lowest] = _neck_share(parts, place)[lowest]
    weight = np.where(person, 1.0, 0.02).astype(np.float32)
    share *= np.where(hard, _cut_fade(person, hard, place), _cut_fade(person, person, place))
    spread = _SHARE_SOFT * place.axes.height * SIDE
    total, around = (cv2.GaussianBlur(one, (0, 0), spread) for one in (share * weight, weight))
    return _as_one(np.asarray(total / around, np.float32), _small(parts.ears), spread)


def _neck_share(parts: HeadParts, place: FacePlace) -> np.ndarray:
    """(SIDE, SIDE) how far a neck goes along: as a jaw where it meets one, not at all where it meets a collar, however
    high that stands beside it, so that nothing opens there."""
    unit, below = place.axes.height * SIDE, place.below_chin(SIDE)
    neck, cloth, hard = _small(parts.neck), _small(parts.cloth), _small(parts.hard)
    low, high = _COLLAR
    collar = float(np.clip(np.quantile(below[neck], 0.9), low, high)) if neck.any() else high
    stays = (cloth | (below > collar)) & ~hard
    if not hard.any() or not stays.any():
        return 1 - step(_NECK_FROM, collar, below)
    outside = ~(_small(parts.person) | cloth)
    jaw, collar_off, outline = (cv2.distanceTransform((~one).astype(np.uint8), cv2.DIST_L2, 5) / unit
                                for one in (hard, stays, outside))
    away = np.minimum(collar_off, outline + _OUTLINE)
    return step(0.0, 1.0, away / np.maximum(jaw + away, 1e-6))


def _as_one(share: np.ndarray, ears: np.ndarray, spread: float) -> np.ndarray:
    """Each ear goes along as one piece: what must give, hair and skin beside it do."""
    count, labels = cv2.connectedComponents(ears.astype(np.uint8))
    piece, weight = np.zeros_like(share), ears.astype(np.float32)
    for number in range(1, count):
        piece[labels == number] = share[labels == number].mean()
    near = cv2.GaussianBlur(weight, (0, 0), spread)
    piece = cv2.GaussianBlur(piece, (0, 0), spread) / np.maximum(near, 1e-4)
    much = np.maximum(weight, np.clip(2 * near, 0, 1))
    return np.asarray(share + (piece - share) * much, np.float32)


def _cut_fade(person: np.ndarray, lowest: np.ndarray, place: FacePlace) -> np.ndarray:
    """Where an edge of the photo cuts the person, nothing may come in from beyond it. A head cut at the top may: hair
    goes on as it is. lowest: of the person, what may be cut by the edge below: a chin just above it is free."""
    x0, y0, x1, y1 = place.bounds
    middle = (np.arange(SIDE, dtype=np.float32) + 0.5) / SIDE
    fade = np.ones((SIDE, SIDE), np.float32)
    unit = place.axes.height
    first, last = (int(np.clip(edge * SIDE, 0, SIDE - 1)) for edge in (x0, x1 - 1e-6))
    bottom = int(np.clip(y1 * SIDE - 1e-6, 0, SIDE - 1))
    for line, distance, upright in ((person[:, min(first + 1, SIDE - 1)], middle - x0, True),
                                    (person[:, max(last - 1, 0)], x1 - middle, True),
                                    (lowest[max(bottom - 1, 0)], y1 - middle, False)):
        cuts = cv2.GaussianBlur(line.astype(np.float32).reshape(-1, 1), (0, 0), 0.05 * unit * SIDE).ravel()
        cuts = np.clip(2 * cuts, 0, 1)
        near = 1 - step(0.0, _CUT_FADE, distance / unit)
        fade *= 1 - (np.outer(cuts, near) if upright else np.outer(near, cuts))
    return fade


def _gentle(toward: np.ndarray, most: np.ndarray) -> np.ndarray:
    """Brought forward where it falls by more than `most` (SIDE, SIDE) from one place to the next: what is steeper would
    be stretched too far by a turn."""
    found = toward.copy()
    for _ in range(_GENTLE):
        around = np.pad(found, 1, mode="edge")
        for down, across in ((0, 1), (2, 1), (1, 0), (1, 2)):
            found = np.maximum(found, around[down:down + SIDE, across:across + SIDE] - most)
    return found


def _nearest(values: np.ndarray, known: np.ndarray) -> np.ndarray:
    """For each place the value of the nearest one that is known."""
    if not known.any():
        return values
    _, labels = cv2.distanceTransformWithLabels((~known).astype(np.uint8), cv2.DIST_L2, 5,
                                                labelType=cv2.DIST_LABEL_PIXEL)
    found = np.zeros(int(labels.max()) + 1)
    found[labels[known]] = values[known]
    return found[labels]


def _laplace(values: np.ndarray, free: np.ndarray) -> np.ndarray:
    """Values that bend nowhere where they are free, and are as given elsewhere."""
    from scipy.sparse import coo_matrix
    from scipy.sparse.linalg import spsolve

    free = free.copy()
    free[[0, -1]] = free[:, [0, -1]] = False
    rows, columns = np.nonzero(free)
    if not len(rows):
        return values
    number = np.full(free.shape, -1)
    number[rows, columns] = np.arange(len(rows))
    right = np.zeros(len(rows))
    i, j, entries = [np.arange(len(rows))], [np.arange(len(rows))], [np.full(len(rows), 4.0)]
    for down, across in ((1, 0), (-1, 0), (0, 1), (0, -1)):
        beside = number[rows + down, columns + across]
        inner = beside >= 0
        right[~inner] += values[rows + down, columns + across][~inner]
        i.append(np.flatnonzero(inner))
        j.append(beside[inner])
        entries.append(np.full(int(inner.sum()), -1.0))
    system = coo_matrix((np.concatenate(entries), (np.concatenate(i), np.concatenate(j))), (len(rows),) * 2).tocsc()
    solved = values.astype(np.float64).copy()
    solved[rows, columns] = spsolve(system, right)
    return solved


def _small(mask: np.ndarray) -> np.ndarray:
    return np.asarray(cv2.resize(mask.astype(np.float32), (SIDE, SIDE), interpolation=cv2.INTER_AREA) > 0.5)
