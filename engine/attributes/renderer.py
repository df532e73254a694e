"""Draws a face with changed attributes: its latents moved, drawn again, and what changed laid into the photo."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from engine.attributes.attribute_edit import AttributeEdit, attribute_edit_of, changed_code
from engine.attributes.directions import Directions, shipped
from engine.attributes.regions import guests_of
from engine.attributes.surroundings import empty_parts
from engine.base.errors import EngineError, NotInverted, UsageError
from engine.base.jobs import Job, Progress, on_thread
from engine.base.remedy import find_face
from engine.base.text import Text
from engine.generator.alignment import cut_aligned
from engine.generator.composite import Composer
from engine.generator.inversion.result import QUALITIES
from engine.generator.outskirts import PAD
from engine.generator.regional import draw_regions
from engine.generator.space import latents as latents_of
from engine.networks.residency import Residency
from engine.photo.crop import cut
from engine.photo.into_profile import IntoProfile
from engine.photo.open_photo import OpenPhoto
from engine.photo.paste import colour, paste

if TYPE_CHECKING:
    from engine.generator.inversion.result import Inversion, InversionQuality
    from engine.generator.latent_faces import LatentFaces
    from engine.networks.face_parser import FaceParser

DRAFT_SIDE, DRAFT_SIDE_ON_PROCESSOR = 256, 128
"""Pixels of the generator's square while the hand moves: at 256, two cores take 170 ms for a draft, at 128 half of it,
and the photo's own grain lies over it anyway."""
MIXED_TRUNCATION = 0.7
"""Of the faces that are mixed in: seeds as they come are not always faces one would want."""

_KEPT = "attributes"
_PARSED_SIDE = 512


class AttributeRenderer:
    """The same jobs as the live renderer's, for looks that change attributes. Other values are passed over.

    latents:    the photos' faces as latents; called when the first is needed.
    parser:     called for a face's first picture; with a parser, what is behind the person stays the photo's.
    directions: what the knobs move along; those that come along when None.

    Everything raises the EngineError of `lacking`, or NotInverted for a face that was not looked for in the generator.
    """

    def __init__(self, latents: "Callable[[], LatentFaces]", residency: Residency,
                 parser: "Callable[[], FaceParser | None]" = lambda: None,
                 directions: Directions | None = None) -> None:
        self._latents, self._residency, self._parser = latents, residency, parser
        self._directions = directions
        self._given: dict[tuple[str, int], Inversion] = {}
        self._others: dict[tuple[str, int], np.ndarray] = {}

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
        found = self._given.get((photo.id, face)) or self._latents().known(photo, face)
        if found is None:
            raise NotInverted(Text("the face has not been looked for in the generator yet"),
                              find_face())
        return found

    def ensure_inverted(self, photo: OpenPhoto, face: int, quality: "InversionQuality") -> Job[None]:
        """Look for a face in the generator, unless it was given or is known as well as asked. EngineError of `lacking`.
        """
        lacking = self.lacking()
        if lacking is not None:
            raise lacking
        known = self._given.get((photo.id, face)) or self._latents().known(photo, face)
        if known is None or (photo.id, face) not in self._given \
                and QUALITIES.index(known.quality) < QUALITIES.index(quality):
            yield from self._latents().invert(photo, face, quality)

    def adopt(self, photo: OpenPhoto, face: int, found: "Inversion") -> None:
        """Take latents from elsewhere (a file) for a face, until the photo is forgotten.

        UsageError when they are another generator's.
        """
        generator = self._latents().generator
        if found.code.shape != generator.space.mean.shape or found.digest not in ("", generator.digest):
            raise UsageError(Text("these latents are not {0}'s: {1} of {2}", generator.name, found.code.shape,
                                  found.generator),
                             Text("it takes {0}", generator.space.mean.shape))
        self._given[photo.id, face] = found

    def mix_with(self, photo: OpenPhoto, face: int, other: np.ndarray) -> None:
        """Mix this face (rows, width) into a photo's from now on, whatever the seed, until the photo is forgotten."""
        self._others[photo.id, face] = np.asarray(other, np.float32)

    def other_face(self, seed: int, size: int) -> np.ndarray:
        """The face that is mixed in for a seed, (size, size, 3) uint8."""
        return np.rint(self._latents().draw(self._of_seed(seed), size) * 255).astype(np.uint8)

    def stamp(self, photo: OpenPhoto, face: int) -> str:
        """A short name for what was found for a face: another one when it is found better."""
        other = self._others.get((photo.id, face))
        latents = self.known(photo, face).code.tobytes() + (b"" if other is None else other.tobytes())
        return hashlib.blake2b(latents, digest_size=8).hexdigest()

    def code(self, photo: OpenPhoto, face: int, look: Mapping[str, float]) -> np.ndarray:
        """The latents (rows, width) of a face whose attributes are changed; regions mixed in are not in them."""
        edit = attribute_edit_of(look)
        return self._changed(self.known(photo, face).code, edit, self._other(photo, face, edit))

    def prepare(self, photo: OpenPhoto, face: int, size: int) -> Job[None]:
        """Make a face ready for drafts of `size` pixels."""
        yield from self._composer(photo, face, min(size, photo.crop(face).side),
                                  self._draft_side, final=False)

    def draw(self, photo: OpenPhoto, face: int, look: Mapping[str, float], size: int,
             final: bool) -> Job[np.ndarray | None]:
        """The patch for the face's crop, (s, s, 4) uint8 straight alpha with s <= size, or None for the source."""
        edit = attribute_edit_of(look)
        if not (edit.moves or edit.mixes):
            return None
        crop = photo.crop(face)
        side = min(size, crop.side)
        found = self.known(photo, face)
        wanted = self._size(found, side / crop.side) if final else self._draft_side
        composer = yield from self._composer(photo, face, side, wanted, final)
        work = self._edited(composer, photo, face, edit, wanted, final)
        patch = yield from (on_thread(work) if final else work)
        return patch if patch[..., 3].any() else None

    def finish(self, photo: OpenPhoto, looks: Mapping[int, Mapping[str, float]], native: np.ndarray) -> Job[None]:
        """Draw every face's look into `native` (H, W, C), in the photo's own depth, profile and resolution."""
        into = IntoProfile(photo.picture.profile, gray=photo.picture.native.shape[2] == 1)
        for face, look in sorted(looks.items()):
            edit = attribute_edit_of(look)
            if edit.moves or edit.mixes:
                crop = photo.crop(face)
                surroundings = yield from self.behind(photo, face)
                patch = yield from on_thread(self._native(photo, face, edit, into, surroundings))
                paste(native, patch, crop.x0, crop.y0)

    def forget(self, photo_id: str) -> None:
        """Let go of everything about a photo."""
        self._residency.drop(lambda key: isinstance(key, tuple) and key[0] == _KEPT and key[1] == photo_id)
        for held in (self._given, self._others):
            for key in [key for key in held if key[0] == photo_id]:
                del held[key]

    def behind(self, photo: OpenPhoto, face: int) -> Job[np.ndarray | None]:
        """Where the photo shows what is behind the person, for `Composer`; kept. None without a parser."""
        key = (_KEPT, photo.id, face, "behind")
        kept = self._residency.get(key)
        if kept is None:
            kept = yield from on_thread(self._looked_behind(photo, face))
            self._residency.put(key, kept, 0 if kept[0] is None else kept[0].nbytes)
        return kept[0]

    def behind_drawn(self, picture: np.ndarray) -> np.ndarray | None:
        """The same of a drawn picture (s, s, 3) float32 0..1, for `Composer.patch` (a quarter of a second)."""
        parser = self._parser()
        return None if parser is None else empty_parts(parser, np.rint(255 * picture).astype(np.uint8))

    # ---- how

    def _composer(self, photo: OpenPhoto, face: int, side: int, size: int, final: bool) -> Job[Composer]:
        """What lays edits of a face into a preview `side` pixels wide. The newest of its kind is kept."""
        key, stamp = (_KEPT, photo.id, face, final), (self.stamp(photo, face), side, size)
        kept = self._residency.get(key)
        if kept is not None and kept[0] == stamp:
            return kept[1]
        surroundings = yield from self.behind(photo, face)
        composer = yield from on_thread(self._composed(photo, face, side, size, final, surroundings))
        self._residency.put(key, (stamp, composer), composer.bytes_held)
        return composer

    def _looked_behind(self, photo: OpenPhoto, face: int) -> Job[tuple[np.ndarray | None]]:
        yield Progress(0, 3, Text("looking at what is behind"))
        parser = self._parser()
        inner = self.known(photo, face).alignment
        around = replace(inner, right=inner.right * (1 + 2 * PAD), down=inner.down * (1 + 2 * PAD))
        square = cut_aligned(photo.picture.pixels, around, _PARSED_SIDE)
        return (None if parser is None else empty_parts(parser, square),)

    def _composed(self, photo: OpenPhoto, face: int, side: int, size: int, final: bool,
                  surroundings: np.ndarray | None) -> Job[Composer]:
        yield Progress(0, 3, Text("drawing the face as it is"))
        found, crop = self.known(photo, face), photo.crop(face)
        source = cut(photo.picture.pixels, crop)
        if side != crop.side:
            from engine.base.opencv import cv2

            source = cv2.resize(source, (side, side), interpolation=cv2.INTER_AREA)
        before = self._latents().draw(found.code, size)
        return Composer(source, crop, found.alignment, before, side / crop.side, behind=surroundings,
                        behind_before=self.behind_drawn(before) if final else None)

    def _edited(self, composer: Composer, photo: OpenPhoto, face: int, edit: AttributeEdit, size: int,
                final: bool) -> Job[np.ndarray]:
        yield Progress(1, 3, Text("drawing"))
        after = self._drawn(photo, face, edit, size)
        yield Progress(2, 3, Text("blending"))
        return composer.patch(after, behind=self.behind_drawn(after) if final else None)

    def _native(self, photo: OpenPhoto, face: int, edit: AttributeEdit, into: IntoProfile,
                surroundings: np.ndarray | None) -> Job[np.ndarray]:
        yield Progress(0, 3, Text("drawing the face as it is"))
        found, crop = self.known(photo, face), photo.crop(face)
        size = self._size(found, 1.0)
        samples = cut(colour(photo.picture.native), crop)
        before = self._latents().draw(found.code, size)
        composer = Composer(samples, crop, found.alignment, before, 1.0, into, surroundings, self.behind_drawn(before))
        return (yield from self._edited(composer, photo, face, edit, size, True))

    @property
    def _draft_side(self) -> int:
        return DRAFT_SIDE_ON_PROCESSOR if self._latents().generator.device.type == "cpu" else DRAFT_SIDE

    def _size(self, found: "Inversion", scale: float) -> int:
        """Pixels at which the square is drawn, for so many pixels per photo pixel."""
        return max(DRAFT_SIDE, self._latents().generator.size_for(round(found.alignment.side * scale)))

    def _changed(self, code: np.ndarray, edit: AttributeEdit, other: np.ndarray | None) -> np.ndarray:
        return changed_code(code, edit, self.directions, self._latents().generator.space.mean, other)

    def _drawn(self, photo: OpenPhoto, face: int, edit: AttributeEdit, size: int) -> np.ndarray:
        """The changed face, (size, size, 3) float32 0..1."""
        found, other = self.known(photo, face), self._other(photo, face, edit)
        code = self._changed(found.code, edit, other)
        if not edit.regions:
            return self._latents().draw(code, size)
        assert other is not None
        matrix = found.alignment.to_drawn(1)
        landmarks = photo.faces[face].landmarks[:, :2].astype(np.float64) @ matrix[:, :2].T + matrix[:, 2]
        guests = guests_of(found.code, other, landmarks, dict(edit.regions))
        moved = [(self._changed(guest, replace(edit, rows=()), None), mask) for guest, mask in guests]
        return draw_regions(self._latents().generator, code, moved, size)

    def _other(self, photo: OpenPhoto, face: int, edit: AttributeEdit) -> np.ndarray | None:
        """The face that is mixed in, (rows, width): one that was given, or that of the seed (numpy's)."""
        if not edit.mixes:
            return None
        given = self._others.get((photo.id, face))
        return given if given is not None else self._of_seed(edit.seed)

    def _of_seed(self, seed: int) -> np.ndarray:
        import torch

        generator = self._latents().generator
        with torch.inference_mode():
            z = torch.from_numpy(latents_of([seed], "numpy", generator.space.z)).to(generator.device)
            return generator.spread(generator.mapping(z), MIXED_TRUNCATION)[0].cpu().numpy()
