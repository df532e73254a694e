"""Draws a face with changed attributes: its latents moved, drawn again, and what changed laid into the photo."""

import hashlib
from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from functools import reduce
from typing import TYPE_CHECKING

import numpy as np

from engine.attributes.attribute_edit import (
    AttributeEdit,
    RegionCode,
    attribute_edit_of,
    changed_code,
    changed_codes,
    gathered,
)
from engine.attributes.directions import Directions, shipped
from engine.attributes.knob_regions import beyond_hair, detail_kept, knob_region
from engine.attributes.knobs import TOLD
from engine.attributes.labels.measures import FaceMeasurer
from engine.attributes.reaches import FoundFace, Reaches
from engine.attributes.region_drawing import draft_host, draw_region, draw_with_guests
from engine.attributes.regions import guests_of
from engine.attributes.told import Shortfall, Told, shortfall
from engine.base.errors import EngineError, NotInverted, UsageError
from engine.base.jobs import Job, Progress, on_thread
from engine.base.remedy import find_face
from engine.base.text import Text
from engine.generator.alignment import cut_aligned
from engine.generator.composite import Composer
from engine.generator.inversion.result import QUALITIES
from engine.generator.outskirts import PAD
from engine.generator.regional import Host, can_draw_regions, draw_host
from engine.generator.space import latents as latents_of
from engine.networks.face_parts import FaceParts, face_parts
from engine.networks.residency import Residency
from engine.photo.crop import cut
from engine.photo.into_profile import IntoProfile
from engine.photo.open_photo import OpenPhoto
from engine.photo.paste import colour, paste

if TYPE_CHECKING:
    from engine.generator.inversion.result import Inversion, InversionQuality
    from engine.generator.latent_faces import LatentFaces
    from engine.networks.face_parser import FaceParser
    from engine.render.turned_heads import PhotoHead, TurnedHeads

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
    heads:      says where a head that an edit turns lies in the photo; without, its outline is drawn where it was.
    faces, measurer: look at drawn faces, to find how far knobs reach; the second with all networks that are there.

    Everything raises the EngineError of `lacking`, or NotInverted for a face that was not looked for in the generator.
    """

    def __init__(self, latents: "Callable[[], LatentFaces]", residency: Residency,
                 parser: "Callable[[], FaceParser | None]" = lambda: None,
                 directions: Directions | None = None, heads: "Callable[[], TurnedHeads] | None" = None,
                 faces: "Callable[[], FaceMeasurer | None]" = lambda: None,
                 measurer: "Callable[[], FaceMeasurer | None]" = lambda: None) -> None:
        self._latents, self._residency, self._parser = latents, residency, parser
        self._directions, self._heads = directions, heads
        self._reaches = Reaches(lambda: latents().generator, lambda: self.directions, faces, measurer)
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
        parts = yield from self._parts(photo, face)
        yield from on_thread(self._looked_along(photo, face, parts))

    def shortfalls(self, photo: OpenPhoto, face: int,
                   ends: Collection[tuple[str, str]] | None = None) -> Job[list[Shortfall]]:
        """Ends of knobs that show less than they should on a face, looked at once for each that was found: up to five
        seconds of a core the first time. ends: (direction, "less" or "more") that are asked for; all when None. Nothing
        for a generator that gives no way in between its layers."""
        if not can_draw_regions(self._latents().generator):
            return []
        parts = yield from self._parts(photo, face)
        found = self._found(photo, face, parts)
        missed = list[Shortfall]()
        for name, told in ((name, one) for name, some in TOLD.items() for one in some):
            if name in self.directions.names and (ends is None or (name, told.end) in ends):
                share = yield from on_thread(self._shared_of(found, name, told))
                missed += filter(None, [shortfall(name, told, share)])
        return missed

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
        composer = yield from self._composer(photo, face, side, wanted, final, edit.gather)
        parts = yield from self._parts(photo, face)
        sitter = yield from self._sitter(photo, face, edit, final)
        work = self._edited(composer, photo, face, edit, wanted, final, parts, sitter)
        patch = yield from (on_thread(work) if final else work)
        return patch if patch[..., 3].any() else None

    def finish(self, photo: OpenPhoto, looks: Mapping[int, Mapping[str, float]],
               native: np.ndarray) -> Job[tuple[Text, ...]]:
        """Draw every face's look into `native` (H, W, C), in the photo's own depth, profile and resolution; gives what
        its faces do not show of it."""
        notes = list[Text]()
        into = IntoProfile(photo.picture.profile, gray=photo.picture.native.shape[2] == 1)
        for face, look in sorted(looks.items()):
            edit = attribute_edit_of(look)
            if edit.moves or edit.mixes:
                crop = photo.crop(face)
                parts = yield from self._parts(photo, face)
                sitter = yield from self._sitter(photo, face, edit, True)
                patch = yield from on_thread(self._native(photo, face, edit, into, parts, sitter))
                paste(native, patch, crop.x0, crop.y0)
                ends = {(name, "more" if value > 0 else "less") for name, value in edit.moves}
                missed = [one.sentence for one in (yield from self.shortfalls(photo, face, ends))]
                notes += [Text("face {0}: {1}", face, one) for one in missed] if len(looks) > 1 else missed
        return tuple(notes)

    def forget(self, photo_id: str) -> None:
        """Let go of everything about a photo."""
        self._residency.drop(lambda key: isinstance(key, tuple) and key[0] == _KEPT and key[1] == photo_id)
        self._reaches.forget(photo_id)
        for held in (self._given, self._others):
            for key in [key for key in held if key[0] == photo_id]:
                del held[key]

    def behind(self, photo: OpenPhoto, face: int) -> Job[np.ndarray | None]:
        """Where the photo shows what is behind the person, for `Composer`; kept. None without a parser."""
        return _empty((yield from self._parts(photo, face)))

    def turns(self, look: Mapping[str, float]) -> bool:
        """Whether a look's attributes turn the head."""
        return attribute_edit_of(look).turns

    def parts_drawn(self, picture: np.ndarray) -> FaceParts | None:
        """What the parser says of a drawn picture (s, s, 3) float32 0..1 (a quarter of a second); None without one."""
        parser = self._parser()
        return None if parser is None else face_parts(parser, np.rint(255 * picture).astype(np.uint8))

    # ---- how

    def _parts(self, photo: OpenPhoto, face: int) -> Job[FaceParts | None]:
        """What the parser says of the drawn square and `PAD` of its side around it; kept. None without a parser."""
        key = (_KEPT, photo.id, face, "parts")
        kept = self._residency.get(key)
        if kept is None:
            kept = yield from on_thread(self._looked_around(photo, face))
            self._residency.put(key, kept, 0 if kept[0] is None else kept[0].bytes_held)
        return kept[0]

    def _composer(self, photo: OpenPhoto, face: int, side: int, size: int, final: bool,
                  gather: float = 0.0) -> Job[Composer]:
        """What lays edits of a face into a preview `side` pixels wide. The newest of its kind is kept.

        gather: of the code that draws the face as it is, as `gathered` takes it."""
        key, stamp = (_KEPT, photo.id, face, final), (self.stamp(photo, face), side, size, gather)
        kept = self._residency.get(key)
        if kept is not None and kept[0] == stamp:
            return kept[1]
        parts = yield from self._parts(photo, face)
        composer = yield from on_thread(self._composed(photo, face, side, size, final, gather, parts))
        self._residency.put(key, (stamp, composer), composer.bytes_held)
        return composer

    def _looked_along(self, photo: OpenPhoto, face: int, parts: FaceParts | None) -> Job[None]:
        """How far the knobs reach whose moves have another length on each face, so that no draft has to wait for it."""
        if not can_draw_regions(self._latents().generator):
            return
        found = self._found(photo, face, parts)
        for name in self._reaches.names():
            yield Progress(0, 0, Text("drawing the face as it is"))
            self._reaches.of(found, name)

    def _found(self, photo: OpenPhoto, face: int, parts: FaceParts | None) -> FoundFace:
        return FoundFace((photo.id, face), self.known(photo, face).code, self._landmarks(photo, face),
                         lambda name: self._region(photo, face, name, parts))

    def _shared_of(self, found: FoundFace, name: str, told: Told) -> Job[float | None]:
        yield Progress(0, 0, Text("looking how far the knobs reach"))
        return self._reaches.share(found, name, told)

    def _looked_around(self, photo: OpenPhoto, face: int) -> Job[tuple[FaceParts | None]]:
        yield Progress(0, 3, Text("looking at what is behind"))
        parser = self._parser()
        inner = self.known(photo, face).alignment
        around = replace(inner, right=inner.right * (1 + 2 * PAD), down=inner.down * (1 + 2 * PAD))
        square = cut_aligned(photo.picture.pixels, around, _PARSED_SIDE)
        return (None if parser is None else face_parts(parser, square),)

    def _composed(self, photo: OpenPhoto, face: int, side: int, size: int, final: bool, gather: float,
                  parts: FaceParts | None) -> Job[Composer]:
        yield Progress(0, 3, Text("drawing the face as it is"))
        found, crop = self.known(photo, face), photo.crop(face)
        source = cut(photo.picture.pixels, crop)
        if side != crop.side:
            from engine.base.opencv import cv2

            source = cv2.resize(source, (side, side), interpolation=cv2.INTER_AREA)
        before = self._latents().draw(gathered(found.code, gather), size)
        return Composer(source, crop, found.alignment, before, side / crop.side,
                        behind=_empty(parts),
                        behind_before=_empty(self.parts_drawn(before)) if final else None)

    def _sitter(self, photo: OpenPhoto, face: int, edit: AttributeEdit, final: bool) -> "Job[PhotoHead | None]":
        """The photo's head, where an edit turns it; None elsewhere, for a draft and where it cannot be cut out."""
        if self._heads is None or not final or not edit.turns:
            return None
        return (yield from self._heads().sitter(photo, face))

    def _edited(self, composer: Composer, photo: OpenPhoto, face: int, edit: AttributeEdit, size: int,
                final: bool, parts: FaceParts | None, sitter: "PhotoHead | None") -> Job[np.ndarray]:
        yield Progress(1, 3, Text("drawing"))
        regions = self._regions(photo, face, edit, parts)
        after = self._drawn(photo, face, edit, size, regions, final, parts)
        yield Progress(2, 3, Text("blending"))
        detail = detail_kept(edit, regions)
        drawn = self.parts_drawn(after) if final else None
        if drawn is None or parts is None:
            return composer.patch(after, detail=detail)
        keep = beyond_hair(edit, parts.labels_within(PAD), drawn.labels)
        turned = None
        if self._heads is not None and sitter is not None:
            turned = self._heads().laid(sitter, self.known(photo, face).alignment, composer.before, after, drawn.labels)
        return composer.patch(after, keep, drawn.empty, detail, turned)

    def _native(self, photo: OpenPhoto, face: int, edit: AttributeEdit, into: IntoProfile,
                parts: FaceParts | None, sitter: "PhotoHead | None") -> Job[np.ndarray]:
        yield Progress(0, 3, Text("drawing the face as it is"))
        found, crop = self.known(photo, face), photo.crop(face)
        size = self._size(found, 1.0)
        samples = cut(colour(photo.picture.native), crop)
        before = self._latents().draw(gathered(found.code, edit.gather), size)
        composer = Composer(samples, crop, found.alignment, before, 1.0, into, _empty(parts),
                            _empty(self.parts_drawn(before)))
        return (yield from self._edited(composer, photo, face, edit, size, True, parts, sitter))

    @property
    def _draft_side(self) -> int:
        return DRAFT_SIDE_ON_PROCESSOR if self._latents().generator.device.type == "cpu" else DRAFT_SIDE

    def _size(self, found: "Inversion", scale: float) -> int:
        """Pixels at which the square is drawn, for so many pixels per photo pixel."""
        return max(DRAFT_SIDE, self._latents().generator.size_for(round(found.alignment.side * scale)))

    def _changed(self, code: np.ndarray, edit: AttributeEdit, other: np.ndarray | None) -> np.ndarray:
        return changed_code(code, edit, self.directions, self._latents().generator.space.mean, other)

    def _landmarks(self, photo: OpenPhoto, face: int) -> np.ndarray:
        """(478, 2) in sides of the drawn square."""
        matrix = self.known(photo, face).alignment.to_drawn(1)
        return photo.faces[face].landmarks[:, :2].astype(np.float64) @ matrix[:, :2].T + matrix[:, 2]

    def _regions(self, photo: OpenPhoto, face: int, edit: AttributeEdit,
                 parts: FaceParts | None) -> dict[str, np.ndarray]:
        """The regions that the moves of an edit name, (k, k) float32 0..1 by name."""
        names = {name for one in edit.manners for name in (one.region, one.over) if name}
        return {name: self._region(photo, face, name, parts) for name in names}

    def _region(self, photo: OpenPhoto, face: int, name: str, parts: FaceParts | None) -> np.ndarray:
        """One of the regions; kept, since a knob that is turned asks for it with every draft."""
        key, stamp = (_KEPT, photo.id, face, "region", name), self.known(photo, face).alignment
        kept = self._residency.get(key)
        if kept is None or kept[0] != stamp:
            labels = None if parts is None else parts.labels_within(PAD)
            kept = stamp, knob_region(name, self._landmarks(photo, face), labels)
            self._residency.put(key, kept, kept[1].nbytes)
        return kept[1]

    def _drawn(self, photo: OpenPhoto, face: int, edit: AttributeEdit, size: int, regions: Mapping[str, np.ndarray],
               final: bool, parts: FaceParts | None) -> np.ndarray:
        """The changed face, (size, size, 3) float32 0..1."""
        code, other = self.known(photo, face).code, self._other(photo, face, edit)
        generator = self._latents().generator
        mean = generator.space.mean
        if not (edit.regions or can_draw_regions(generator)):
            return self._latents().draw(self._changed(gathered(code, edit.gather), edit, other), size)
        found = self._found(photo, face, parts)
        # A draft never looks how far a knob reaches: what is not known by then goes as far as the knob says.
        reaches = self._reaches.needed(found, edit) if final else self._reaches.looked_up(found, edit)
        codes = changed_codes(code, edit, self.directions, mean, other, reaches)
        if edit.regions:
            assert other is not None
            guests = [(changed_codes(guest, replace(edit, rows=()), self.directions, mean, None, reaches), mask)
                      for guest, mask in guests_of(code, other, found.landmarks, dict(edit.regions))]
            return draw_with_guests(generator, codes, guests, regions, found.landmarks, size)
        if not codes.regions:
            return self._latents().draw(codes.whole, size)

        def draw_part(host: Host, one: RegionCode) -> Host:
            return draw_region(generator, host, one, regions[one.region], found.landmarks)

        if final:
            return reduce(draw_part, codes.regions, draw_host(generator, codes.whole, size)).picture
        key = (_KEPT, photo.id, face, "host")
        kept, drawn = draft_host(self._residency.get(key), (codes.whole.tobytes(), size), codes.regions,
                                 lambda: draw_host(generator, codes.whole, size), draw_part)
        self._residency.put(key, kept, kept.host.bytes_held)
        return drawn.picture

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


def _empty(parts: FaceParts | None) -> np.ndarray | None:
    return None if parts is None else parts.empty
