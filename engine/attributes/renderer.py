"""Draws a face with changed attributes: its latents moved, drawn again, and what changed laid into the photo."""

import hashlib
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

import numpy as np

from engine.attributes.directions import Directions, shipped
from engine.attributes.wishes import Wishes, changed_code, wishes_of
from engine.errors import EngineError, NotInverted
from engine.generator.composite import Composer
from engine.generator.space import latents as latents_of
from engine.jobs import Job, Progress, aside
from engine.models.residency import Residency
from engine.photo.into_profile import IntoProfile
from engine.photo.paste import colour, paste
from engine.puppet.crop import cut
from engine.request import OpenPhoto

if TYPE_CHECKING:
    from engine.generator.inversion.result import Inversion
    from engine.generator.latent_faces import LatentFaces

DRAFT_SIDE = 256
"""Pixels of the generator's square while the hand moves."""
MIXED_TRUNCATION = 0.7
"""Of the faces that are mixed in: seeds as they come are not always faces one would want."""

_KEPT = "attributes"


class AttributeRenderer:
    """The same jobs as the live renderer's, for looks that change attributes. Other values are passed over.

    latents:    the photos' faces as latents; called when the first is needed.
    directions: what the knobs move along; those that come along when None.

    Everything raises the EngineError of `lacking`, or NotInverted for a face that was not looked for in the generator.
    """

    def __init__(self, latents: "Callable[[], LatentFaces]", residency: Residency,
                 directions: Directions | None = None) -> None:
        self._latents, self._residency = latents, residency
        self._directions = directions

    @property
    def directions(self) -> Directions:
        return self._directions or shipped()

    def lacking(self) -> EngineError | None:
        """Why no attribute can be changed here, and what to do about it; None when they can. Quick."""
        return self._latents().lacking()

    def known(self, photo: OpenPhoto, face: int) -> "Inversion":
        """What was found for a face. EngineError when nothing was, or nothing can be."""
        lacking = self.lacking()
        if lacking is not None:
            raise lacking
        found = self._latents().known(photo, face)
        if found is None:
            raise NotInverted("the face has not been looked for in the generator yet",
                              "look for it first: `facewright attributes invert PHOTO`")
        return found

    def stamp(self, photo: OpenPhoto, face: int) -> str:
        """A short name for what was found for a face: another one when it is found better."""
        return hashlib.blake2b(self.known(photo, face).code.tobytes(), digest_size=8).hexdigest()

    def code(self, photo: OpenPhoto, face: int, look: Mapping[str, float]) -> np.ndarray:
        """The latents (rows, width) of a face whose attributes are changed; regions mixed in are not in them."""
        return self._changed(self.known(photo, face).code, wishes_of(look))

    def prepare(self, photo: OpenPhoto, face: int, size: int) -> Job[None]:
        """Make a face ready for drafts of `size` pixels."""
        yield from self._composer(photo, face, min(size, photo.crop(face).side), DRAFT_SIDE, final=False)

    def draw(self, photo: OpenPhoto, face: int, look: Mapping[str, float], size: int,
             final: bool) -> Job[np.ndarray | None]:
        """The patch for the face's crop, (s, s, 4) uint8 straight alpha with s <= size, or None for the source."""
        wishes = wishes_of(look)
        if not (wishes.moves or wishes.mixes):
            return None
        crop = photo.crop(face)
        side = min(size, crop.side)
        found = self.known(photo, face)
        wanted = self._size(found, side / crop.side) if final else DRAFT_SIDE
        composer = yield from self._composer(photo, face, side, wanted, final)
        work = self._edited(composer, found.code, wishes, wanted)
        patch = yield from (aside(work) if final else work)
        return patch if patch[..., 3].any() else None

    def finish(self, photo: OpenPhoto, looks: Mapping[int, Mapping[str, float]], native: np.ndarray) -> Job[None]:
        """Draw every face's look into `native` (H, W, C), in the photo's own depth, profile and resolution."""
        into = IntoProfile(photo.picture.profile, gray=photo.picture.native.shape[2] == 1)
        for face, look in sorted(looks.items()):
            wishes = wishes_of(look)
            if wishes.moves or wishes.mixes:
                crop = photo.crop(face)
                patch = yield from aside(self._native(photo, face, wishes, into))
                paste(native, patch, crop.x0, crop.y0)

    def forget(self, photo_id: str) -> None:
        """Let go of everything about a photo."""
        self._residency.drop(lambda key: isinstance(key, tuple) and key[0] == _KEPT and key[1] == photo_id)

    # ---- how

    def _composer(self, photo: OpenPhoto, face: int, side: int, size: int, final: bool) -> Job[Composer]:
        """What lays edits of a face into a preview `side` pixels wide. The newest of its kind is kept."""
        key, stamp = (_KEPT, photo.id, face, final), (self.stamp(photo, face), side, size)
        kept = self._residency.get(key)
        if kept is not None and kept[0] == stamp:
            return kept[1]
        composer = yield from aside(self._composed(photo, face, side, size))
        self._residency.put(key, (stamp, composer), composer.bytes_held)
        return composer

    def _composed(self, photo: OpenPhoto, face: int, side: int, size: int) -> Job[Composer]:
        yield Progress(0, 3, "drawing the face as it is")
        found, crop = self.known(photo, face), photo.crop(face)
        source = cut(photo.picture.pixels, crop)
        if side != crop.side:
            from engine.opencv import cv2

            source = cv2.resize(source, (side, side), interpolation=cv2.INTER_AREA)
        return Composer(source, crop, found.alignment, self._latents().draw(found.code, size), side / crop.side)

    def _edited(self, composer: Composer, code: np.ndarray, wishes: Wishes, size: int) -> Job[np.ndarray]:
        yield Progress(1, 3, "drawing")
        after = self._drawn(code, wishes, size)
        yield Progress(2, 3, "blending")
        return composer.patch(after)

    def _native(self, photo: OpenPhoto, face: int, wishes: Wishes, into: IntoProfile) -> Job[np.ndarray]:
        yield Progress(0, 3, "drawing the face as it is")
        found, crop = self.known(photo, face), photo.crop(face)
        size = self._size(found, 1.0)
        samples = cut(colour(photo.picture.native), crop)
        composer = Composer(samples, crop, found.alignment, self._latents().draw(found.code, size), 1.0, into)
        return (yield from self._edited(composer, found.code, wishes, size))

    def _size(self, found: "Inversion", scale: float) -> int:
        """Pixels at which the square is drawn, for so many pixels per photo pixel."""
        return max(DRAFT_SIDE, self._latents().generator.size_for(round(found.alignment.side * scale)))

    def _changed(self, code: np.ndarray, wishes: Wishes) -> np.ndarray:
        other = self._other(wishes.seed) if wishes.rows else None
        return changed_code(code, wishes, self.directions, self._latents().generator.space.mean, other)

    def _drawn(self, code: np.ndarray, wishes: Wishes, size: int) -> np.ndarray:
        return self._latents().draw(self._changed(code, wishes), size)

    def _other(self, seed: int) -> np.ndarray:
        """The face of a seed (numpy's) as latents (rows, width)."""
        import torch

        generator = self._latents().generator
        with torch.inference_mode():
            w = generator.mapping(torch.from_numpy(latents_of([seed], "numpy", generator.space.z)).to(generator.device))
            return generator.spread(w, MIXED_TRUNCATION)[0].cpu().numpy()
