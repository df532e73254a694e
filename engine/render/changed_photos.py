"""Faces that were changed, as photos of their own: so that whoever draws expressions can go on from them.

A changed face is a square photo, the face's crop with a patch laid on, of attributes or of a renderer that leaves the
rest to the live one, in which the face was looked at anew: after a turn or a smile its landmarks and blendshapes are
others.
"""

import hashlib
from collections.abc import Callable, Hashable
from dataclasses import replace

import numpy as np

from engine.base.jobs import Job, Progress
from engine.base.text import Text
from engine.networks.residency import Residency
from engine.photo.analyser import FaceAnalyser
from engine.photo.crop import Crop, cut
from engine.photo.face import Box, Face
from engine.photo.open_photo import OpenPhoto
from engine.photo.paste import paste
from engine.photo.picture import Picture

_KEPT = "changed"


class ChangedPhotos:
    """analyser: looks at changed faces. largest: pixels of a preview's square at most.
    released: called with a changed photo's id when it is let go of, so that what was prepared for it goes too."""

    def __init__(self, analyser: Callable[[], FaceAnalyser], residency: Residency, largest: int,
                 released: Callable[[str], None]) -> None:
        self._analyser, self._residency = analyser, residency
        self._largest, self._released = largest, released
        self._newest: dict[tuple[str, int], tuple] = {}

    def ready(self, photo: OpenPhoto, face: int, stamp: Hashable) -> OpenPhoto | None:
        """The preview's changed photo, if it is there already."""
        return self._residency.get((_KEPT, photo.id, face, stamp))

    def newest(self, photo: OpenPhoto, face: int) -> tuple[OpenPhoto, int] | None:
        """The preview's changed photo that was used last, however it was changed, and which face of it; or None."""
        name = self._newest.get((photo.id, face))
        changed = None if name is None else self._residency.get(name)
        return None if changed is None else (changed, 0)

    def preview(self, photo: OpenPhoto, face: int, stamp: Hashable,
                draw: Callable[[int], Job[np.ndarray | None]]) -> Job[OpenPhoto]:
        """A face as the preview needs it: 8 bits, sRGB, of limited size; kept. stamp: everything that how it is changed
        depends on; draw: draws the change as a patch of so many pixels to a side."""
        key = (_KEPT, photo.id, face, stamp)
        changed = self._residency.get(key)
        if changed is None:
            side = min(photo.crop(face).side, self._largest)
            patch = yield from draw(side)
            square = resized(cut(photo.picture.pixels, photo.crop(face)), side)
            if patch is not None:
                paste(square, patch, 0, 0)
            picture = Picture(square, square, None, _name(key), None, photo.picture.format,
                              missing=_missing(photo, face, side))
            changed = yield from self._analysed(photo, face, picture)
            name = changed.id
            self._residency.put(key, changed, square.nbytes, lambda: self._released(name))
        self._newest[photo.id, face] = key
        return changed

    def native(self, photo: OpenPhoto, face: int, native: np.ndarray) -> Job[OpenPhoto]:
        """A face in the photo's own depth, profile and resolution. native: (H, W, C), the whole photo with the change
        already drawn into it. Nothing is kept: who drew on it is to forget it by its id."""
        from engine.photo.colour import viewed

        square = cut(native, photo.crop(face))
        digest = hashlib.blake2b(square.tobytes(), digest_size=16).hexdigest()
        picture = replace(photo.picture, pixels=viewed(square, photo.picture.profile), native=square, digest=digest,
                          missing=_missing(photo, face, len(square)))
        return (yield from self._analysed(photo, face, picture))

    def forget(self, photo_id: str) -> None:
        """Let go of everything about a photo."""
        self._residency.drop(lambda key: isinstance(key, tuple) and key[0] == _KEPT and key[1] == photo_id)
        self._newest = {key: name for key, name in self._newest.items() if key[0] != photo_id}

    def _analysed(self, photo: OpenPhoto, face: int, picture: Picture) -> Job[OpenPhoto]:
        crop, found = photo.crop(face), photo.faces[face]
        side = picture.pixels.shape[0]
        yield Progress(0, 1, Text("looking at the changed face"))
        landmarks = crop.to_crop(found.landmarks) * np.float32(side / crop.side)
        there: Face = replace(found, index=0, landmarks=landmarks, box=Box.around(landmarks))
        seen = self._analyser().refine(picture.pixels, there)
        return OpenPhoto(picture, (seen,), (Crop(0, 0, side),))


def _missing(photo: OpenPhoto, face: int, side: int) -> Box | None:
    """Where nothing is known of a face's crop that is `side` pixels wide: attributes are not drawn there."""
    there, crop = photo.picture.missing, photo.crop(face)
    if there is None:
        return None
    share = side / crop.side
    return Box((there.x0 - crop.x0) * share, (there.y0 - crop.y0) * share, (there.x1 - crop.x0) * share,
               (there.y1 - crop.y0) * share)


def resized(square: np.ndarray, size: int) -> np.ndarray:
    """A square picture (s, s, C) with `size` pixels to a side, never the same array."""
    from engine.base.opencv import cv2

    if square.shape[0] == size:
        return square.copy()
    way = cv2.INTER_AREA if square.shape[0] > size else cv2.INTER_CUBIC
    return cv2.resize(square, (size, size), interpolation=way)


def over(upper: np.ndarray, lower: np.ndarray) -> np.ndarray:
    """One patch over another, both (s, s, 4) uint8 straight alpha: what both together lay over the photo."""
    result = lower.copy()
    touched = upper[..., 3] > 0
    top, below = upper[touched].astype(np.float32), lower[touched].astype(np.float32)
    share = top[:, 3:] / 255
    rest = below[:, 3:] / 255 * (1 - share)
    alpha = share + rest
    colours = (top[:, :3] * share + below[:, :3] * rest) / alpha
    result[touched] = np.rint(np.concatenate([colours, 255 * alpha], 1))
    return result


def _name(key: tuple) -> str:
    return hashlib.blake2b(repr(key).encode(), digest_size=16).hexdigest()
