"""What the attribute system offers of a photo's faces: finding them in the generator, and other faces to mix in."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from engine.attributes.labels.measures import FaceMeasurer
from engine.attributes.renderer import AttributeRenderer
from engine.attributes.told import Shortfall
from engine.base.errors import EngineError
from engine.base.jobs import Job, Progress, on_thread, single
from engine.generator.alignment import align, cut_aligned
from engine.photo.age_gender import AGE_GENDER
from engine.render.photos import Photos
from engine.render.shared import Shared

if TYPE_CHECKING:
    from engine.generator.inversion.result import Inversion, InversionQuality


@dataclass(frozen=True, eq=False)
class FacePortrait:
    """A face as the generator knows it.

    inversion: what was found for it; None when it was not looked for yet.
    source:    (s, s, 3) uint8, the face in the photo, cut out the way the generator draws faces.
    drawn:     (s, s, 3) uint8, as the generator draws it; None without an inversion.
    """

    inversion: "Inversion | None"
    source: np.ndarray
    drawn: np.ndarray | None


def renderer_of(shared: Shared) -> AttributeRenderer:
    """Who draws attributes, with all the networks that are here to look at what it drew."""
    def measurer() -> FaceMeasurer:
        return FaceMeasurer(shared.analyser_of_drawn, shared.parser, shared.zoo.optional(AGE_GENDER))

    return AttributeRenderer(lambda: shared.latents, shared.residency, lambda: shared.parser,
                             heads=lambda: shared.turned_heads,
                             faces=lambda: FaceMeasurer(shared.analyser_of_drawn), measurer=measurer)


class FaceAttributes:
    """All raise EngineError for a photo that is not open or a face that there is not."""

    def __init__(self, photos: Photos, shared: Shared, renderer: AttributeRenderer) -> None:
        self._photos, self._shared, self._renderer = photos, shared, renderer

    def lacking(self) -> EngineError | None:
        """Why no face can be looked for or drawn here, with what to do about it; None when one can. Quick."""
        return self._renderer.lacking()

    def known(self, photo_id: str, face: int) -> "Inversion | None":
        """What was found for a face, now or another day; None when it has not been looked for. Quick."""
        return self._shared.latents.known(self._photos[photo_id], face)

    def invert(self, photo_id: str, face: int, quality: "InversionQuality" = "draft",
               objective: str = "facewright") -> "Job[Inversion]":
        """Look for a face's latents in the generator; see `LatentFaces.invert`."""
        return (yield from self._shared.latents.invert(self._photos[photo_id], face, quality, objective))

    def portrait(self, photo_id: str, face: int, size: int, draft_side: int) -> Job[FacePortrait]:
        """A face in the photo and as the generator draws it, `size` pixels wide.

        Where it was found, what a knob's first draft of `draft_side` pixels needs is made ready too.
        """
        photo, latents = self._photos[photo_id], self._shared.latents
        yield Progress(0, 0)
        inversion = latents.known(photo, face)
        alignment = inversion.alignment if inversion is not None else align(photo.face(face).landmarks)
        source = cut_aligned(photo.picture.pixels, alignment, size)
        drawn = None
        if inversion is not None:
            # The generator loads, and what the first draft needs is made, which takes seconds; no knob asks until then.
            yield from on_thread(single(lambda: latents.generator))
            yield from self._renderer.prepare(photo, face, draft_side)
            drawn = np.round(latents.drawn(photo, face, size) * 255).astype(np.uint8)
        return FacePortrait(inversion, source, drawn)

    def shortfalls(self, photo_id: str, face: int) -> Job[list[Shortfall]]:
        """Which ends of knobs show less than they should on a face: looked at once, in up to five seconds of a core.
        Nothing for a face that was not found."""
        photo = self._photos[photo_id]
        if self._renderer.lacking() is not None or self._shared.latents.known(photo, face) is None:
            return []
        return (yield from self._renderer.shortfalls(photo, face))

    def other_face(self, seed: int, size: int) -> np.ndarray:
        """The face that is mixed in for a seed, (size, size, 3) uint8."""
        return self._renderer.other_face(seed, size)

    def adopt(self, photo_id: str, face: int, found: "Inversion") -> None:
        """Take latents from elsewhere (a file) for a face, until the photo is forgotten. UsageError when they are
        another generator's."""
        self._renderer.adopt(self._photos[photo_id], face, found)

    def mix_with(self, photo_id: str, face: int, other: np.ndarray) -> None:
        """Mix this face (rows, width) into a photo's from now on, whatever the seed, until the photo is forgotten."""
        self._renderer.mix_with(self._photos[photo_id], face, other)
