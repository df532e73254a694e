"""What is measured of a face once and kept: whose it is, the head fitted to it, its colours."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np

from engine.photo.analyser import FaceAnalyser
from engine.photo.open_photo import OpenPhoto

if TYPE_CHECKING:
    from engine.head.fit import HeadFit
    from engine.head.model import Head
    from engine.head.portrait.skin import Skin


class MeasuredFaces:
    """All raise EngineError for a face that there is not."""

    def __init__(self, analyser: Callable[[], FaceAnalyser], head: "Callable[[], Head]") -> None:
        self._analyser, self._head = analyser, head
        self._identities: dict[tuple[str, int], np.ndarray] = {}
        self._fits: dict[tuple[str, int], HeadFit] = {}
        self._skins: dict[tuple[str, int], Skin] = {}

    def identity(self, photo: OpenPhoto, face: int) -> np.ndarray:
        """The face's identity vector (128,) float32."""
        key = photo.id, face
        if key not in self._identities:
            self._identities[key] = self._analyser().identity(photo.picture.pixels, photo.face(face))
        return self._identities[key]

    def head_fit(self, photo: OpenPhoto, face: int) -> "HeadFit":
        """The parametric head fitted to a face, in photo pixels."""
        from engine.head.fit import fit_head

        key = photo.id, face
        if key not in self._fits:
            found = photo.face(face)
            self._fits[key] = fit_head(self._head(), found.landmarks, found.blendshapes)
        return self._fits[key]

    def skin(self, photo: OpenPhoto, face: int) -> "Skin":
        """Colours for the game head from a face."""
        from engine.head.portrait.skin import Skin

        key = photo.id, face
        if key not in self._skins:
            self._skins[key] = Skin.from_photo(photo.picture.pixels, photo.face(face))
        return self._skins[key]

    def forget(self, photo_id: str) -> None:
        """Let go of everything about a photo."""
        for known in (self._identities, self._fits, self._skins):
            for key in [key for key in known if key[0] == photo_id]:
                del known[key]
