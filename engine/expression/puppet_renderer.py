"""The live renderer: one puppet per face, kept resident, drawn in milliseconds.

The preview's puppet is made from the photo as viewed (8 bits, sRGB) and at most `PREVIEW_SIDE` pixels wide, so that
neither preparing nor drawing it depends on how large the photo is. What is written to a file comes from a second
puppet made from the photo's own samples, in their own depth, profile and resolution.
"""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

import numpy as np

from engine.base.jobs import Job, Progress, on_thread
from engine.base.look import Look
from engine.base.paths import RESOURCES
from engine.base.text import Text
from engine.expression.weights import deformation
from engine.networks.residency import Residency
from engine.networks.resident import Bytes, Resident
from engine.photo.analyser import FaceAnalyser
from engine.photo.crop import Crop, crop_for, cut
from engine.photo.large_crop import LargeCrop, SquarePixels, shrunk_to
from engine.photo.open_photo import OpenPhoto
from engine.photo.picture import read_picture
from engine.puppet.deformation import Deformation
from engine.render.covers import Covers
from engine.render.request import Patch

if TYPE_CHECKING:
    import moderngl

    from engine.head.model import Head
    from engine.puppet.facts import FaceFacts
    from engine.puppet.keys.polish_key import KeyKind, PolishKey
    from engine.puppet.keys.polish_keys import PolishKeys
    from engine.puppet.mouth.reading import MouthReading
    from engine.puppet.puppet import Puppet

PREVIEW_SIDE = 1024
NO_SETTINGS = Look()

_REHEARSAL = RESOURCES / "samples" / "neutral.jpg"
_REHEARSAL_SIDE = 320
_REHEARSED_TURN = Deformation.of({"browInnerUp": 0.1, "jawOpen": 0.1}, yaw=5.0)


class PuppetRenderer:
    """Draws faces by their puppets. One thread only: it draws in an OpenGL context of that thread."""

    def __init__(self, head: "Callable[[], Head]", context: "Callable[[], moderngl.Context | None]",
                 residency: Residency, covers: Callable[[], Covers]) -> None:
        self._head, self._context, self._residency, self._covers = head, context, residency, covers
        self._turn_rehearsed = False
        self._keys: dict[tuple[str, int], Mapping[KeyKind, PolishKey]] = {}
        self._mouths: WeakKeyDictionary[OpenPhoto, dict[int, MouthReading]] = WeakKeyDictionary()

    @staticmethod
    def warm() -> None:
        """Load the libraries that preparing a face needs, so that the first photo does not wait for them."""
        import scipy.interpolate  # noqa: F401
        import scipy.sparse.linalg  # noqa: F401
        import scipy.spatial  # noqa: F401

        import engine.puppet.prepare  # noqa: F401

    def rehearse(self, analyser: FaceAnalyser) -> Job[None]:
        """Make a small puppet of a bundled portrait and let it go: drivers translate shaders at the first draw, and
        what is worked out once for all faces is then there."""
        from engine.base.opencv import cv2
        from engine.puppet.prepare import prepare_puppet

        pixels = read_picture(_REHEARSAL).pixels
        small = cv2.resize(pixels, (_REHEARSAL_SIDE, _REHEARSAL_SIDE * pixels.shape[0] // pixels.shape[1]),
                           interpolation=cv2.INTER_AREA)
        for face in (yield from analyser.find(small))[:1]:
            crop = crop_for(face.landmarks)
            puppet = yield from prepare_puppet(cut(small, crop), crop.to_crop(face.landmarks), face.blendshapes,
                                               self._head(), self._context())
            puppet.release()

    def prepare(self, photo: OpenPhoto, face: int) -> "Job[Puppet]":
        """The preview's puppet of a face, from residency or made now (about a second)."""
        with self._residency.using((yield from self._pinned(photo, face, native=False))) as puppet:
            return puppet

    def prepare_turn(self, photo: OpenPhoto, face: int) -> Job[None]:
        """Cut the head out ahead of its first turn, half a second on a thread of its own. A draft does not wait for it:
        until then head and background turn as one sheet in drafts."""
        with self._residency.using((yield from self._pinned(photo, face, native=False))) as puppet:
            if puppet.layers is not None:
                return
            yield from self._laid_out(photo, face, puppet)
            for smooth in () if self._turn_rehearsed else (False, True):  # drivers translate shaders at the first draw
                yield Progress(0, 0, Text("getting ready to draw"))
                puppet.draw(_REHEARSED_TURN, _REHEARSAL_SIDE, smooth)
            self._turn_rehearsed = True

    def facts(self, photo: OpenPhoto, face: int) -> "Job[FaceFacts]":
        """What the photo already shows on this face."""
        puppet = yield from self.prepare(photo, face)
        return puppet.facts

    def draw(self, photo: OpenPhoto, face: int, look: Look, size: int, final: bool,
             settings: Look = NO_SETTINGS) -> Job[Patch | None]:
        """The patch for the face's crop, of a side of at most `size`, or None for the source."""
        with self._residency.using((yield from self._pinned(photo, face, native=False))) as puppet:
            change = deformation(look, puppet.facts)
            if change.is_zero:
                return None
            if final and change.turns:
                yield from self._laid_out(photo, face, puppet)
            notes = (*puppet.notes, *puppet.turned_notes(change))
            return Patch(puppet.draw(change, min(size, puppet.side), multisample=final), notes)

    def draw_in(self, square: np.ndarray, photo: OpenPhoto, face: int, look: Look) -> "Job[np.ndarray | None]":
        """A draft of a face in other colours than its puppet was made of: (s, s, 4) as `draw`.

        square: (s, s, 3) uint8, what is seen in the face's crop instead of the photo.
        """
        from engine.base.opencv import cv2

        with self._residency.using((yield from self._pinned(photo, face, native=False))) as puppet:
            change = deformation(look, puppet.facts)
            if change.is_zero:
                return None
            if square.shape[0] > puppet.side:
                square = cv2.resize(square, (puppet.side, puppet.side), interpolation=cv2.INTER_AREA)
            return puppet.draw_in(square, change)

    def finish(self, photo: OpenPhoto, looks: Mapping[int, Look], native: np.ndarray,
               settings: Look = NO_SETTINGS) -> Job[tuple[Text, ...]]:
        """Draw every face's look into `native` (H, W, C), in the photo's own depth, profile and resolution."""
        from engine.photo.paste import paste

        notes: list[Text] = []
        for face, look in sorted(looks.items()):
            if not look:
                continue
            with self._residency.using((yield from self._pinned(photo, face, native=True))) as puppet:
                change = deformation(look, puppet.facts)
                if not change.is_zero:
                    if change.turns:
                        yield from self._laid_out(photo, face, puppet)
                    crop = photo.crop(face)
                    for x, y, patch in puppet.draw_parts(change, crop.within(native.shape[1], native.shape[0])):
                        paste(native, patch, crop.x0 + x, crop.y0 + y)
                        yield Progress(0, 0, Text("drawing"))
                    notes += [Text("face {0}: {1}", face, note) if len(looks) > 1 else note
                              for note in (*puppet.notes, *puppet.turned_notes(change))]
        return tuple(notes)

    def polish(self, photo: OpenPhoto, face: int, keys: "Mapping[KeyKind, PolishKey]") -> Job[None]:
        """Blend keys into a face from now on, in drafts, finals and what is exported; none for the plain puppet again.

        Stopped early, nothing has changed.
        """
        puppet = yield from self.prepare(photo, face)
        laid = yield from self._laid(photo, face, keys, puppet)
        if keys:
            self._keys[photo.id, face] = dict(keys)
        else:
            self._keys.pop((photo.id, face), None)
        self._residency.drop(lambda key: key == ("puppet", photo.id, face, True))
        newest = self._residency.get(("puppet", photo.id, face, False))
        if newest is None:
            return  # let go of in the meantime: the next frame makes it with what is known now
        newest.put_on(laid)
        for smooth in (False, True) if keys else ():  # drivers translate shaders at the first draw
            smile = 6.0 if "smile" in keys else -6.0
            look = {"AU12L": smile, "AU12R": smile, "blinkL": 5.0}
            newest.draw(deformation(look, puppet.facts), _REHEARSAL_SIDE, smooth)

    def polished(self, photo: OpenPhoto, face: int) -> "tuple[KeyKind, ...]":
        """The kinds of keys that are blended into a face."""
        return tuple(self._keys.get((photo.id, face), ()))

    def forget(self, photo_id: str) -> None:
        """Release every puppet of a photo."""
        for place in [place for place in self._keys if place[0] == photo_id]:
            del self._keys[place]
        self._residency.drop(lambda key: isinstance(key, tuple) and key[1] == photo_id)

    def _laid_out(self, photo: OpenPhoto, face: int, puppet: "Puppet") -> Job[None]:
        """Cut the head out, if that was not done yet: half a second, which no other slider need wait for."""
        if puppet.layers is not None:
            return
        from engine.puppet.head.layers import prepare_layers

        crop = photo.crop(face)
        x0, y0, x1, y1 = (edge / crop.side for edge in crop.within(*photo.picture.size))
        parsed = yield from self._covers().parsed(photo, face)
        layers = yield from on_thread(prepare_layers(puppet.person, (x0, y0, x1, y1), parsed))
        if puppet.layers is None:  # another job may have been the first
            puppet.lay(layers)

    def _pinned(self, photo: OpenPhoto, face: int, native: bool) -> "Job[Resident[Puppet]]":
        """Pinned, for what a puppet was made of can be let go of while it is drawn, and takes it along."""
        crop = photo.crop(face)
        if native and self._same_as_preview(photo, crop):
            native = False
        key = ("puppet", photo.id, face, native)
        resident = self._residency.pin(key)
        if resident is None:
            puppet = yield from self._make(photo, face, crop, native)
            resident = Resident(puppet, Bytes(puppet.bytes_held), puppet.release, pins=1,
                                name=Text("Faces ready to move"))
            self._residency.keep(key, resident)
        return resident

    @staticmethod
    def _same_as_preview(photo: OpenPhoto, crop: Crop) -> bool:
        picture = photo.picture
        return crop.side <= PREVIEW_SIDE and picture.native.dtype == np.uint8 and picture.profile is None \
            and picture.native.shape[2] in (1, 3)

    def _make(self, photo: OpenPhoto, face: int, crop: Crop, native: bool) -> "Job[Puppet]":
        from engine.puppet.prepare import prepare_puppet

        source = _source(photo, crop, native)
        cover = yield from self._covers().of(photo, face)
        puppet = yield from prepare_puppet(source, _landmarks(photo, face, source.shape[0]),
                                           photo.faces[face].blendshapes, self._head(), self._context(), cover=cover,
                                           mouth=self._mouth(photo, face, crop, None if native else source))
        try:
            keys = self._keys.get((photo.id, face), {})
            puppet.put_on((yield from self._laid(photo, face, keys, puppet)))
        except BaseException:
            puppet.release()
            raise
        return puppet

    def _mouth(self, photo: OpenPhoto, face: int, crop: Crop, viewed: SquarePixels | None) -> "MouthReading":
        """What is between a face's lips, decided once: on the screen and in a file are the same teeth. viewed: the
        preview's pixels, None to take them from the photo."""
        from engine.puppet.face_picture import FacePicture

        known = self._mouths.setdefault(photo, {})
        if face not in known:
            source = _source(photo, crop, native=False) if viewed is None else viewed
            known[face] = FacePicture.of(source, _landmarks(photo, face, source.shape[0])).with_own_tone().mouth()
        return known[face]

    def _laid(self, photo: OpenPhoto, face: int, keys: "Mapping[KeyKind, PolishKey]",
              puppet: "Puppet") -> "Job[PolishKeys | None]":
        if not keys:
            return None
        from engine.puppet.keys.prepare import prepare_keys

        return (yield from on_thread(prepare_keys(puppet, _landmarks(photo, face, puppet.side), keys, self._head())))


def _source(photo: OpenPhoto, crop: Crop, native: bool) -> SquarePixels:
    """A face's square as a puppet is made of it: of the photo's own samples, or as viewed and not too large."""
    from engine.puppet.render.parts import LARGEST_WHOLE

    if native:
        large = LargeCrop(photo.picture.native, crop)
        side = slice(0, crop.side)
        return large if crop.side > LARGEST_WHOLE else large[side, side]
    source = cut(photo.picture.pixels, crop)
    return shrunk_to(source, PREVIEW_SIDE) if crop.side > PREVIEW_SIDE else source


def _landmarks(photo: OpenPhoto, face: int, side: int) -> np.ndarray:
    """A face's landmarks in pixels of its crop, drawn `side` pixels wide."""
    crop = photo.crop(face)
    return crop.to_crop(photo.faces[face].landmarks) * np.float32(side / crop.side)
