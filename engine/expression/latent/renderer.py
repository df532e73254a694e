"""Draws looks with a face generator: the closed loop for what is asked, then the changed face laid into the photo."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

import numpy as np

from engine.base.errors import NotInverted
from engine.base.jobs import Job, Progress, on_thread
from engine.base.look import Look
from engine.base.remedy import find_face
from engine.base.text import Text
from engine.expression.latent.basis import Basis, shipped
from engine.expression.latent.comparison import Fault
from engine.expression.latent.division import divided, is_judged, judged
from engine.expression.latent.loop import ClosedLoop, MeasuredMove
from engine.expression.latent.probe import SIDE, Probe, Seen
from engine.expression.latent.region import Within, draw_within, host_of, mask_of
from engine.expression.latent.units import UNITS, aim, asked_units, at_their_end, besides, shares
from engine.expression.units import CONTROLS
from engine.generator.composite import Composer
from engine.generator.regional import Host
from engine.networks.face_parts import FaceParts
from engine.networks.residency import Residency
from engine.photo.analyser import FaceAnalyser
from engine.photo.crop import Crop, cut
from engine.photo.into_profile import IntoProfile
from engine.photo.open_photo import OpenPhoto
from engine.photo.paste import colour, paste
from engine.render.request import Patch
from engine.render.spec import Division, Renderer

if TYPE_CHECKING:
    from engine.generator.inversion.result import Inversion
    from engine.generator.latent_faces import LatentFaces
    from engine.render.turned_heads import PhotoHead, TurnedHeads

Start = Callable[[OpenPhoto, int, Look], np.ndarray]
"""From a photo's face and a look to the latents (rows, width) that the expression is to be changed of."""

Asked = tuple[tuple[str, float], ...]
"""Values by unit, sorted."""

_TOLD_BELOW = 0.85
"""Share of what was asked below which the artist is told."""
_OTHER_PERSON = 0.45
"""dlib's distance to the face before, from which less is drawn, and the artist told when that is not enough."""
_LESS = (0.8, 0.6)
_NEAR = 0.15
"""Of what is asked: an earlier answer, stretched to what is asked now, is taken for a draft when it reaches as much of
it as it did, within this."""
_EDGE = 4.0
"""The photo begins to come back where less than the reciprocal of the edit is drawn: there it is next to none."""
_KEPT = 24
NO_SETTINGS = Look()
_KEY = "latent"


@dataclass(frozen=True, eq=False)
class _Known:
    """A code that was looked at, and the answers found for it by what was asked (sorted unit values)."""

    code: np.ndarray
    base: Seen
    own: np.ndarray
    host: Host
    answers: dict[Asked, MeasuredMove]

    @property
    def bytes_held(self) -> int:
        return (self.code.nbytes + self.base.pixels.nbytes + self.host.bytes_held
                + _KEPT * (self.base.pixels.nbytes + self.own.nbytes))

    def within(self, values: Mapping[str, float]) -> Within | None:
        """Where on the face units (value by id) are drawn; None for the whole picture."""
        mask = mask_of({UNITS[name].region for name in values}, self.base.face.landmarks, self.base.pixels.shape[0])
        return None if mask is None else Within(self.host, mask)


@dataclass(frozen=True, eq=False)
class _Edit:
    """What to draw: the code that a look begins with, the move found for it, where on the face it is drawn, (k, k) over
    the drawn square or None for all over, whether the head is turned, whether that code is moved from the photo's
    already, and what is to be said of it."""

    code: np.ndarray
    found: MeasuredMove
    mask: np.ndarray | None
    turns: bool
    moved: bool
    notes: tuple[Text, ...]


class Surroundings(Protocol):
    """What is around a face (engine.attributes.renderer); None when nobody can tell."""

    def behind(self, photo: OpenPhoto, face: int) -> Job[np.ndarray | None]: ...

    def parts_drawn(self, picture: np.ndarray) -> FaceParts | None: ...

    def turns(self, look: Look) -> bool: ...


class LatentRenderer:
    """The same jobs as the live renderer's, drawn by the generator. Needs a face that was looked for in the generator.

    latents:  the photos' faces as latents. analyser: measures drawn faces; best one of its own, see `Probe`.
    start:    the latents to begin with, for looks that change attributes too; those of the photo when None.
    known:    what was found for a face; those of `latents` when None.
    surroundings: says what is behind the person, which is to stay as it is; when None nobody does.
    heads:    says where a head that was turned lies in the photo; without, its outline is drawn where it was.
    basis:    another than the shipped one, for tests.
    """

    def __init__(self, latents: "LatentFaces", analyser: Callable[[], FaceAnalyser], residency: Residency,
                 start: Start | None = None, known: "Callable[[OpenPhoto, int], Inversion | None] | None" = None,
                 surroundings: Surroundings | None = None, heads: "Callable[[], TurnedHeads] | None" = None,
                 basis: Callable[[], Basis] = shipped) -> None:
        self._latents, self._residency, self._basis = latents, residency, basis
        self._inversion, self._surroundings, self._heads = known or latents.known, surroundings, heads
        self._faults: dict[tuple[str, int, bytes], dict[tuple[str, int], Fault | None]] = {}
        self._probe = Probe(lambda: latents.generator, analyser)
        self._start = start or (lambda photo, face, look: latents.code(photo, face))

    def prepare(self, photo: OpenPhoto, face: int) -> Job[None]:
        """Look at the face as the generator draws it. EngineError when it was not looked for in the generator yet."""
        yield from self._prepared(photo, face, Look())

    def draw(self, photo: OpenPhoto, face: int, look: Look, size: int, final: bool,
             settings: Look = NO_SETTINGS) -> Job[Patch | None]:
        """The patch for the face's crop, of a side of at most `size`, or None for the source. Its notes say what was
        reached of what was asked, and what came along.

        A draft takes an earlier answer for the same units, stretched, when a look at it says that it is near.
        """
        edit = yield from self._found(photo, face, look, final)
        if edit is None:
            return None
        crop = photo.crop(face)
        side = min(size, crop.side)
        inversion = self._sure(photo, face)
        wanted = self._side(inversion, side / crop.side) if final else SIDE
        stamp = (wanted, inversion.code.tobytes())
        key = (_KEY, photo.id, face, final, side)  # the puppet is compared at a size of its own
        kept = self._residency.get(key)
        if kept is None or kept[0] != stamp:
            behind = yield from self._behind(photo, face)
            composer = yield from on_thread(self._composed(photo, crop, side, inversion, wanted, behind))
            kept = (stamp, composer)
            self._residency.put(key, kept, composer.bytes_held)
        sitter = (yield from self._sitter(photo, face, edit)) if final else None
        patch = yield from on_thread(self._edited(kept[1], edit, inversion, wanted, final, sitter))
        return Patch(patch, edit.notes) if patch[..., 3].any() else None

    def divided(self, photo: OpenPhoto, face: int, look: Look, live: Renderer) -> Job[Division]:
        """As `SharingRenderer`: a unit is the generator's unless it draws it worse on this face by one of four
        measures (`engine.expression.latent.comparison`). Judged on the photo as it is, whatever attributes are set."""
        values = asked_units(look)
        if not values:
            return divided(look, values, {})
        known = self._faults.setdefault((photo.id, face, self._sure(photo, face).code.tobytes()), {})
        faults: dict[str, Fault] = {}
        for unit, value in values.items():
            if not is_judged(unit):
                continue
            way = 1 if value > 0 else -1
            if (unit, way) not in known:
                found = yield from judged(photo, face, unit, way, live, self, self._probe)
                known[unit, way] = found.fault
            fault = known[unit, way]
            if fault is not None:
                faults[unit] = fault
        return divided(look, values, faults)

    def finish(self, photo: OpenPhoto, looks: Mapping[int, Look], native: np.ndarray,
               settings: Look = NO_SETTINGS) -> Job[tuple[Text, ...]]:
        """Draw every face's look into `native` (H, W, C), in the photo's own depth, profile and resolution."""
        into = IntoProfile(photo.picture.profile, gray=photo.picture.native.shape[2] == 1)
        notes: list[Text] = []
        for face, look in sorted(looks.items()):
            edit = yield from self._found(photo, face, look, True)
            if edit is None:
                continue
            notes += [Text("face {0}: {1}", face, note) if len(looks) > 1 else note for note in edit.notes]
            crop = photo.crop(face)
            samples = cut(colour(photo.picture.native), crop)
            inversion = self._sure(photo, face)
            wanted = self._side(inversion, 1.0)
            behind = yield from self._behind(photo, face)
            sitter = yield from self._sitter(photo, face, edit)
            patch = yield from on_thread(self._native(samples, crop, inversion, wanted, into, behind, edit, sitter))
            paste(native, patch, crop.x0, crop.y0)
        return tuple(notes)

    def forget(self, photo_id: str) -> None:
        """Let go of everything about a photo."""
        self._faults = {key: found for key, found in self._faults.items() if key[0] != photo_id}
        self._residency.drop(lambda key: isinstance(key, tuple) and key[0] == _KEY and key[1] == photo_id)

    def release(self) -> None:
        """Let go of everything."""
        self._residency.drop(lambda key: isinstance(key, tuple) and key[0] == _KEY)

    def _found(self, photo: OpenPhoto, face: int, look: Look, final: bool) -> Job[_Edit | None]:
        """What a look comes to; None when it asks for no expression."""
        values = asked_units(look)
        if not values:
            return None
        known = yield from self._prepared(photo, face, look)
        key = tuple(sorted(values.items()))
        found = known.answers.get(key)
        if found is None:
            found, draft = yield from on_thread(self._solved(known, values, final))
            if not draft:
                while len(known.answers) >= _KEPT:
                    known.answers.pop(next(iter(known.answers)))
                known.answers[key] = found
        target = aim(values, known.own, self._basis())
        notes = [Text("{0}: the face shows nearly as much already as faces do", CONTROLS.term(name))
                  for name in at_their_end(values, target, known.own)]
        notes += _notes(values, shares(values, target, known.own, found.measures), found.distance)
        within = known.within(values)
        turns = within is None or self._surroundings is not None and self._surroundings.turns(look)
        moved = not np.array_equal(known.code, self._sure(photo, face).code)
        return _Edit(known.code, found, None if within is None else within.mask, turns, moved, tuple(notes))

    def _prepared(self, photo: OpenPhoto, face: int, look: Look) -> Job[_Known]:
        code = yield from on_thread(self._coded(photo, face, look))
        key = (_KEY, photo.id, face, hashlib.sha256(code.tobytes()).hexdigest())
        known = self._residency.get(key)
        if known is None:
            base = yield from on_thread(self._measured(code))
            host = yield from on_thread(self._hosted(code))
            known = _Known(code, base, self._basis().standard(base.measures), host, {})
            self._residency.put(key, known, known.bytes_held)
        return known

    def _coded(self, photo: OpenPhoto, face: int, look: Look) -> Job[np.ndarray]:
        yield Progress(0, 2, Text("loading the generator"))
        code = np.asarray(self._start(photo, face, look), np.float32)
        generator = self._latents.generator
        self._basis().check(code.shape, generator.digest, generator.name)
        return code

    def _measured(self, code: np.ndarray) -> Job[Seen]:
        yield Progress(1, 2, Text("looking at the drawn face"))
        return self._loop().measure(code)

    def _hosted(self, code: np.ndarray) -> Job[Host]:
        yield Progress(1, 2, Text("looking at the drawn face"))
        return self._probe.host(code)

    def _solved(self, known: _Known, values: Mapping[str, float], final: bool) -> Job[tuple[MeasuredMove, bool]]:
        """What was found, and whether it is only good enough for a draft."""
        loop, within = self._loop(), known.within(values)
        target = aim(values, known.own, self._basis())
        near = None if final else _stretched(known.answers, values)
        if near is not None:
            found = yield from loop.tried(known.code, known.base, target, near.move, within)
            if found is not None and abs(near.reached - found.reached) < _NEAR:
                return found, True
        found = yield from loop.solve(known.code, known.base, target, within=within)
        whole = found.move
        found = loop.with_distance(found, known.base)
        for share in _LESS:
            if found.distance <= _OTHER_PERSON:
                break
            less = yield from loop.tried(known.code, known.base, target, share * whole, within)
            found = loop.with_distance(less, known.base) if less is not None else found
        return found, False

    def _loop(self) -> ClosedLoop:
        return ClosedLoop(self._basis(), self._probe)

    def _sure(self, photo: OpenPhoto, face: int) -> "Inversion":
        inversion = self._inversion(photo, face)
        if inversion is None:
            raise NotInverted(Text("the face has not been looked for in the generator yet"),
                              find_face())
        return inversion

    def _side(self, inversion: "Inversion", scale: float) -> int:
        """Pixels at which to draw the square for so many pixels per photo pixel."""
        return max(SIDE, self._latents.generator.size_for(round(inversion.alignment.side * scale)))

    def _behind(self, photo: OpenPhoto, face: int) -> Job[np.ndarray | None]:
        return (yield from self._surroundings.behind(photo, face)) if self._surroundings is not None else None

    def _native(self, samples: np.ndarray, crop: Crop, inversion: "Inversion", size: int, into: IntoProfile,
                behind: np.ndarray | None, edit: _Edit, sitter: "PhotoHead | None") -> Job[np.ndarray]:
        yield Progress(0, 3, Text("drawing the face as it is"))
        before = self._latents.draw(inversion.code, size)
        parts = self._parts_drawn(before)
        composer = Composer(samples, crop, inversion.alignment, before, 1.0, into, behind,
                            None if parts is None else parts.empty)
        return (yield from self._edited(composer, edit, inversion, size, True, sitter))

    def _composed(self, photo: OpenPhoto, crop: Crop, side: int, inversion: "Inversion", size: int,
                  behind: np.ndarray | None) -> Job[Composer]:
        yield Progress(0, 3, Text("drawing the face as it is"))
        native = cut(photo.picture.pixels, crop)
        if side != crop.side:
            from engine.base.opencv import cv2

            native = cv2.resize(native, (side, side), interpolation=cv2.INTER_AREA)
        before = self._latents.draw(inversion.code, size)
        return Composer(native, crop, inversion.alignment, before, side / crop.side, behind=behind)

    def _edited(self, composer: Composer, edit: _Edit, inversion: "Inversion", size: int, final: bool,
                sitter: "PhotoHead | None") -> Job[np.ndarray]:
        yield Progress(1, 3, Text("drawing"))
        if size == edit.found.seen.pixels.shape[0]:  # it was looked at already
            after = edit.found.seen.pixels.astype(np.float32) / 255
        else:
            after = self._drawn(edit, size)
        yield Progress(2, 3, Text("blending"))
        drawn = self._parts_drawn(after) if final else None
        keep = None if edit.mask is None or edit.moved else _outside(edit.mask)
        if drawn is None:
            return composer.patch(after, keep)
        turned = None
        if self._heads is not None and sitter is not None:
            turned = self._heads().laid(sitter, inversion.alignment, composer.before, after, drawn.labels)
        return composer.patch(after, keep, drawn.empty, turned=turned)

    def _parts_drawn(self, picture: np.ndarray) -> FaceParts | None:
        return None if self._surroundings is None else self._surroundings.parts_drawn(picture)

    def _sitter(self, photo: OpenPhoto, face: int, edit: _Edit) -> "Job[PhotoHead | None]":
        """The photo's head, where an edit turns it; None elsewhere, and where it cannot be cut out."""
        if self._heads is None or not edit.turns:
            return None
        return (yield from self._heads().sitter(photo, face))

    def _drawn(self, edit: _Edit, size: int) -> np.ndarray:
        """The changed face, (size, size, 3) float32 0..1."""
        moved = self._basis().moved(edit.code, edit.found.move)
        if edit.mask is None:
            return self._latents.draw(moved, size)
        generator = self._latents.generator
        return draw_within(generator, Within(host_of(generator, edit.code, size), edit.mask), moved)


def _outside(mask: np.ndarray) -> np.ndarray:
    """(k, k) float32 0..1: where the photo stays in any case, whatever a soft mask of changes would take along.
    mask: where the edit is drawn."""
    return np.asarray(1 - np.clip(mask * _EDGE, 0, 1), np.float32)


def _stretched(answers: dict[Asked, MeasuredMove], values: Mapping[str, float]) -> MeasuredMove | None:
    """The newest answer for the same units in the same proportion, made as strong as is asked now; None without."""
    for key, found in reversed(answers.items()):
        before = dict(key)
        if before.keys() == values.keys():
            ratios = [values[name] / before[name] for name in before]
            if min(ratios) > 0 and max(ratios) - min(ratios) < 0.01 and max(ratios) <= 1.5:
                return replace(found, move=found.move * ratios[0])
    return None


def _notes(values: Mapping[str, float], there: Mapping[str, float], distance: float) -> list[Text]:
    notes = [Text("{0}: {1} of what was asked", CONTROLS.term(name), f"{max(0.0, share):.0%}")
             for name, share in there.items() if share < _TOLD_BELOW]
    for name in values:
        words = besides(name)
        if words:
            notes.append(Text("{0} {1}", CONTROLS.term(name), words))
    if distance > _OTHER_PERSON:
        notes.append(Text("the face has moved away from the person (identity distance {0})", f"{distance:.2f}"))
    return notes
