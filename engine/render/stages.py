"""A look in two stages: first what a generator draws anew, then the expression on the changed face.

The first stage is the attributes, or, with a renderer that shares (`RendererSpec.shares`), those and what it draws of
the expression itself; the live renderer then draws the rest of it on that.
"""

from collections.abc import Callable, Collection, Mapping
from typing import Protocol, cast

import numpy as np

from engine.base.jobs import Job
from engine.base.look import Look
from engine.base.text import Text
from engine.networks.residency import Residency
from engine.photo.crop import cut
from engine.photo.open_photo import OpenPhoto
from engine.photo.paste import paste
from engine.render.changed_photos import ChangedPhotos, over, resized
from engine.render.covers import Covers
from engine.render.request import LIVE, Patch, Rendering
from engine.render.shared import AttributeDrawer
from engine.render.spec import Division, Renderer, RendererSpec, SharingRenderer

_KEPT, _SQUARE = "attribute patch", "attribute square"


class Prepared(Protocol):
    @property
    def notes(self) -> tuple[Text, ...]: ...


class LivePuppets(Renderer, Protocol):
    """The live renderer, which alone can move the puppet of one picture in the colours of another."""

    def prepare(self, photo: OpenPhoto, face: int) -> Job[Prepared]: ...

    def prepare_turn(self, photo: OpenPhoto, face: int) -> Job[None]: ...

    def draw_in(self, square: np.ndarray, photo: OpenPhoto, face: int, look: Look) -> Job[np.ndarray | None]: ...


class Stages:
    """specs, renderer: what is declared of a renderer, and itself, by its id.
    split: a look's expression, and those of its attributes that change anything."""

    def __init__(self, attributes: Callable[[], AttributeDrawer], changed: ChangedPhotos,
                 live: Callable[[], LivePuppets], specs: Mapping[str, RendererSpec],
                 renderer: Callable[[str], Renderer], split: Callable[[Look], tuple[Look, Look]],
                 residency: Residency, covers: Callable[[], Covers]) -> None:
        self._attributes, self._changed, self._live = attributes, changed, live
        self._specs, self._renderer, self._split, self._residency = specs, renderer, split, residency
        self._covers = covers

    def draw(self, photo: OpenPhoto, face: int, look: Look, size: int, final: bool,
             rendering: Rendering) -> Job[Patch | None]:
        """The patch for the face's crop, of a side of at most `size`, or None for the source.

        A draft of both by the live renderer moves the newest puppet there is of the face, in the changed colours: one
        made for just these attributes takes a second, and comes with the final.
        """
        expression, attributes = self._split(look)
        spec = self._specs[rendering.renderer]
        if spec.shares and expression:
            return (yield from self._shared_patch(photo, face, look, size, final, rendering))
        if not attributes:
            return (yield from self._expression_patch(photo, face, expression, size, final, rendering))
        if not expression:
            return _plain((yield from self._attribute_patch(photo, face, attributes, size, final)))
        if spec.whole:
            renderer = self._renderer(rendering.renderer)
            return (yield from renderer.draw(photo, face, look, size, final, rendering.settings))
        if final or not spec.live:
            changed = yield from self._preview(photo, face, attributes)
        else:
            ready = self._changed.ready(photo, face, self._stamp(photo, face, attributes))
            if ready is None:
                below = yield from self._attribute_patch(photo, face, attributes, size, False)
                return _plain((yield from self._draft_over(photo, face, expression, below, size)))
            changed = ready
        side = min(size, changed.crop(0).side)
        patch = yield from self._expression_patch(changed, 0, expression, side, final, rendering)
        below = yield from self._attribute_patch(photo, face, attributes, side, final)
        pixels = _together(patch.pixels if patch is not None else None, below)
        return None if pixels is None else Patch(pixels, patch.notes if patch is not None else ())

    def finish(self, photo: OpenPhoto, looks: Mapping[int, Look], native: np.ndarray,
               rendering: Rendering) -> Job[tuple[Text, ...]]:
        """Draw every face's look into `native` (H, W, C), in the photo's own depth, profile and resolution; gives what
        the artist should know of how."""
        whole = self._specs[rendering.renderer].whole
        parts = {face: self._split(look) for face, look in sorted(looks.items())}
        left: dict[int, Look] = {}
        said: list[Text] = []
        for face, (expression, attributes) in parts.items():
            division = yield from self._division(photo, face, expression, rendering)
            parts[face], left[face] = (division.own, attributes), division.left
            looks = {**looks, face: _without(looks[face], division.left)}
            said += [Text("face {0}: {1}", face, note) if len(looks) > 1 else note for note in division.notes]
        plain = {face: expression for face, (expression, attributes) in parts.items() if not attributes and expression}
        both = {face: looks[face] for face, (expression, attributes) in parts.items()
                if attributes and expression and whole}
        notes = list((yield from self._attributes().finish(
            photo, {face: attributes for face, (_, attributes) in parts.items() if attributes and face not in both},
            native)))
        notes += yield from self._finish_drawn(photo, {**plain, **both}, plain, native, rendering)
        for face, (expression, attributes) in parts.items():
            if attributes and expression and face not in both:
                notes += yield from self._finish_changed(photo, face, expression, native, rendering)
            if left[face]:
                if attributes or expression:
                    found = yield from self._finish_changed(photo, face, left[face], native, LIVE)
                else:
                    found = yield from self._finish_drawn(photo, {face: left[face]}, {face}, native, LIVE)
                notes += [Text("face {0}: {1}", face, note) if len(looks) > 1 else note for note in found]
        return (*said, *notes)

    def prepare(self, photo: OpenPhoto, face: int, look: Look, size: int) -> Job[None]:
        """Make a face ready to be drawn in a look's attributes; with an expression also its puppet."""
        expression, attributes = self._split(look)
        if not attributes:
            return
        yield from self._attributes().prepare(photo, face, size)
        if expression:
            yield from self._live().prepare((yield from self._preview(photo, face, attributes)), 0)

    def prepare_live(self, photo: OpenPhoto, face: int) -> Job[tuple[Text, ...]]:
        """Make a face ready to be drawn live; gives what the artist should know of it."""
        return (yield from self._live().prepare(photo, face)).notes

    def prepare_turn(self, photo: OpenPhoto, face: int) -> Job[None]:
        """Make a face's head ready to be turned live."""
        return self._live().prepare_turn(photo, face)

    def forget(self, photo_id: str) -> None:
        """Let go of everything about a photo."""
        self._changed.forget(photo_id)
        self._residency.drop(lambda key: isinstance(key, tuple) and key[0] in (_KEPT, _SQUARE) and key[1] == photo_id)

    def _division(self, photo: OpenPhoto, face: int, expression: Look, rendering: Rendering) -> Job[Division]:
        """What of an expression a renderer draws itself: all of it, unless it shares."""
        if not expression or not self._specs[rendering.renderer].shares:
            return Division(expression, Look())
        sharing = cast(SharingRenderer, self._renderer(rendering.renderer))
        return (yield from sharing.divided(photo, face, expression, self._live()))

    def _shared_patch(self, photo: OpenPhoto, face: int, look: Look, size: int, final: bool,
                      rendering: Rendering) -> Job[Patch | None]:
        """A look by a renderer and, what it leaves to it, by the live one on top, as attributes and an expression."""
        expression, attributes = self._split(look)
        division = yield from self._division(photo, face, expression, rendering)
        first = _without(look, division.left)
        if not division.own and not attributes:
            patch = yield from self._expression_patch(photo, face, division.left, size, final, LIVE)
            return _noted(patch, division.notes)
        notes: list[Text] = []

        def drawn(side: int) -> Job[np.ndarray | None]:
            if not division.own:
                return (yield from self._attribute_patch(photo, face, attributes, side, final))
            if attributes:
                patch = yield from self._renderer(rendering.renderer).draw(photo, face, first, side, final,
                                                                           rendering.settings)
            else:
                patch = yield from self._expression_patch(photo, face, first, side, final, rendering)
            notes[:] = patch.notes if patch is not None else ()
            return patch.pixels if patch is not None else None

        if not division.left:
            pixels = yield from drawn(size)
            return _noted(_plain(pixels), (*division.notes, *notes))
        if not final:
            below = yield from drawn(size)
            pixels = yield from self._draft_over(photo, face, division.left, below, size)
            return _noted(_plain(pixels), (*division.notes, *notes))
        changed = yield from self._changed.preview(
            photo, face, (rendering, first, self._attributes().stamp(photo, face)), drawn)
        side = min(size, changed.crop(0).side)
        below = yield from drawn(side)
        patch = yield from self._expression_patch(changed, 0, division.left, side, final, LIVE)
        pixels = _together(patch.pixels if patch is not None else None, below)
        return _noted(_plain(pixels), (*division.notes, *notes, *(patch.notes if patch is not None else ())))

    def _stamp(self, photo: OpenPhoto, face: int, attributes: Look) -> tuple[Look, str]:
        return attributes, self._attributes().stamp(photo, face)

    def _preview(self, photo: OpenPhoto, face: int, attributes: Look) -> Job[OpenPhoto]:
        """The face with its attributes changed."""
        return (yield from self._changed.preview(
            photo, face, self._stamp(photo, face, attributes),
            lambda side: self._attributes().draw(photo, face, attributes, side, True)))

    def _finish_changed(self, photo: OpenPhoto, face: int, expression: Look, native: np.ndarray,
                        rendering: Rendering) -> Job[tuple[Text, ...]]:
        changed = yield from self._changed.native(photo, face, native)
        try:
            square = changed.picture.native.copy()
            notes = yield from self._finish_drawn(changed, {0: expression}, {0}, square, rendering)
        finally:
            self._renderer(rendering.renderer).forget(changed.id)
        crop = photo.crop(face)
        left, top = max(0, crop.x0), max(0, crop.y0)
        right, bottom = min(native.shape[1], crop.x0 + crop.side), min(native.shape[0], crop.y0 + crop.side)
        native[top:bottom, left:right] = square[top - crop.y0:bottom - crop.y0, left - crop.x0:right - crop.x0]
        return notes

    def _expression_patch(self, photo: OpenPhoto, face: int, expression: Look, size: int, final: bool,
                          rendering: Rendering) -> Job[Patch | None]:
        """What a renderer draws of an expression alone, with what covers the face left as it is."""
        patch = yield from self._renderer(rendering.renderer).draw(photo, face, expression, size, final,
                                                                   rendering.settings)
        if patch is None or self._specs[rendering.renderer].keeps_covers:
            return patch
        return (yield from self._covers().kept(photo, face, patch))

    def _finish_drawn(self, photo: OpenPhoto, looks: Mapping[int, Look], only_expression: Collection[int],
                      native: np.ndarray, rendering: Rendering) -> Job[tuple[Text, ...]]:
        """The same for what is written. A look that changes attributes too changes also what covers the face."""
        draws = self._renderer(rendering.renderer)
        if self._specs[rendering.renderer].keeps_covers:
            return (yield from draws.finish(photo, looks, native, rendering.settings))
        return (yield from self._covers().keeping(
            photo, only_expression, native, lambda: draws.finish(photo, looks, native, rendering.settings),
            len(looks) > 1))

    def _attribute_patch(self, photo: OpenPhoto, face: int, attributes: Look, size: int,
                         final: bool) -> Job[np.ndarray | None]:
        """The attributes alone. The newest is kept: an expression slider that moves over it need not draw it again."""
        key = (_KEPT, photo.id, face)
        stamp = (attributes, min(size, photo.crop(face).side), self._attributes().stamp(photo, face))
        kept = self._residency.get(key)
        if kept is not None and kept[0] == stamp and kept[1] >= final:
            return kept[2]
        patch = yield from self._attributes().draw(photo, face, attributes, size, final)
        self._residency.put(key, (stamp, final, patch), 0 if patch is None else patch.nbytes)
        return patch

    def _draft_over(self, photo: OpenPhoto, face: int, expression: Look, below: np.ndarray | None,
                    size: int) -> Job[np.ndarray | None]:
        square = self._square(photo, face, min(size, photo.crop(face).side)).copy()
        if below is not None:
            paste(square, below, 0, 0)
        newest = self._changed.newest(photo, face)
        patch = yield from self._live().draw_in(square, *(newest or (photo, face)), expression)
        return _together(patch, below)

    def _square(self, photo: OpenPhoto, face: int, side: int) -> np.ndarray:
        """A face's crop `side` pixels wide; the newest is kept."""
        key = (_SQUARE, photo.id, face)
        kept: np.ndarray | None = self._residency.get(key)
        if kept is None or len(kept) != side:
            kept = resized(cut(photo.picture.pixels, photo.crop(face)), side)
            self._residency.put(key, kept, kept.nbytes)
        return kept


def _plain(pixels: np.ndarray | None) -> Patch | None:
    return None if pixels is None else Patch(pixels)


def _noted(patch: Patch | None, notes: tuple[Text, ...]) -> Patch | None:
    return None if patch is None else Patch(patch.pixels, (*notes, *patch.notes))


def _without(look: Look, left: Look) -> Look:
    return Look(tuple(item for item in look.items_ if item[0] not in left))


def _together(upper: np.ndarray | None, lower: np.ndarray | None) -> np.ndarray | None:
    if upper is None or lower is None:
        return lower if upper is None else upper
    return over(upper, lower)
