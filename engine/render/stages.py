"""A look in two stages: first the attributes, drawn anew by a generator, then the expression on the changed face."""

from collections.abc import Callable, Mapping
from typing import Protocol

import numpy as np

from engine.attributes.renderer import AttributeRenderer
from engine.base.jobs import Job
from engine.base.look import Look
from engine.expression.puppet_renderer import LiveRenderer
from engine.networks.residency import Residency
from engine.photo.crop import cut
from engine.photo.paste import paste
from engine.render.changed_photos import ChangedPhotos, over, resized
from engine.render.request import OpenPhoto
from engine.systems import split

WHOLE = "latent"
"""The renderer that draws attributes and expression in one."""

_KEPT, _SQUARE = "attribute patch", "attribute square"


class Renderer(Protocol):
    """Who draws the expression of a look."""

    def draw(self, photo: OpenPhoto, face: int, look: Look, size: int, final: bool) -> Job[np.ndarray | None]: ...

    def finish(self, photo: OpenPhoto, looks: Mapping[int, Look], native: np.ndarray) -> Job[None]: ...

    def forget(self, photo_id: str) -> None: ...


class Stages:
    """renderer: who draws under a name."""

    def __init__(self, attributes: AttributeRenderer, changed: ChangedPhotos, live: LiveRenderer,
                 renderer: Callable[[str], Renderer], residency: Residency) -> None:
        self._attributes, self._changed, self._live = attributes, changed, live
        self._renderer, self._residency = renderer, residency

    def draw(self, photo: OpenPhoto, face: int, look: Look, size: int, final: bool,
             renderer: str) -> Job[np.ndarray | None]:
        """The patch for the face's crop, (s, s, 4) uint8 straight alpha with s <= size, or None for the source.

        A draft of both by the live renderer moves the newest puppet there is of the face, in the changed colours: one
        made for just these attributes takes a second, and comes with the final.
        """
        expression, attributes = split(look)
        if not attributes:
            return (yield from self._renderer(renderer).draw(photo, face, expression, size, final))
        if not expression:
            return (yield from self._attribute_patch(photo, face, attributes, size, final))
        if renderer == WHOLE:
            return (yield from self._renderer(renderer).draw(photo, face, look, size, final))
        if final or renderer != "live":
            changed = yield from self._changed.preview(photo, face, attributes)
        else:
            ready = self._changed.ready(photo, face, attributes)
            if ready is None:
                return (yield from self._draft_of_both(photo, face, expression, attributes, size))
            changed = ready
        side = min(size, changed.crop(0).side)
        patch = yield from self._renderer(renderer).draw(changed, 0, expression, side, final)
        below = yield from self._attribute_patch(photo, face, attributes, side, final)
        return _together(patch, below)

    def finish(self, photo: OpenPhoto, looks: Mapping[int, Look], native: np.ndarray, renderer: str) -> Job[None]:
        """Draw every face's look into `native` (H, W, C), in the photo's own depth, profile and resolution."""
        draws = self._renderer(renderer)
        parts = {face: split(look) for face, look in sorted(looks.items())}
        plain = {face: expression for face, (expression, attributes) in parts.items() if not attributes}
        whole = {face: looks[face] for face, (expression, attributes) in parts.items()
                 if attributes and expression and renderer == WHOLE}
        yield from self._attributes.finish(
            photo, {face: attributes for face, (_, attributes) in parts.items() if attributes and face not in whole},
            native)
        yield from draws.finish(photo, {**plain, **whole}, native)
        for face, (expression, attributes) in parts.items():
            if attributes and expression and face not in whole:
                yield from self._finish_changed(photo, face, expression, native, draws)

    def prepare(self, photo: OpenPhoto, face: int, look: Look, size: int) -> Job[None]:
        """Make a face ready to be drawn in a look's attributes; with an expression also its puppet."""
        expression, attributes = split(look)
        if not attributes:
            return
        yield from self._attributes.prepare(photo, face, size)
        if expression:
            yield from self._live.prepare((yield from self._changed.preview(photo, face, attributes)), 0)

    def forget(self, photo_id: str) -> None:
        """Let go of everything about a photo."""
        self._attributes.forget(photo_id)
        self._changed.forget(photo_id)
        self._residency.drop(lambda key: isinstance(key, tuple) and key[0] in (_KEPT, _SQUARE) and key[1] == photo_id)

    def _finish_changed(self, photo: OpenPhoto, face: int, expression: Look, native: np.ndarray,
                        draws: Renderer) -> Job[None]:
        changed = yield from self._changed.native(photo, face, native)
        try:
            square = changed.picture.native.copy()
            yield from draws.finish(changed, {0: expression}, square)
        finally:
            draws.forget(changed.id)
        crop = photo.crop(face)
        left, top = max(0, crop.x0), max(0, crop.y0)
        right, bottom = min(native.shape[1], crop.x0 + crop.side), min(native.shape[0], crop.y0 + crop.side)
        native[top:bottom, left:right] = square[top - crop.y0:bottom - crop.y0, left - crop.x0:right - crop.x0]

    def _attribute_patch(self, photo: OpenPhoto, face: int, attributes: Look, size: int,
                         final: bool) -> Job[np.ndarray | None]:
        """The attributes alone. The newest is kept: an expression slider that moves over it need not draw it again."""
        key = (_KEPT, photo.id, face)
        stamp = (attributes, min(size, photo.crop(face).side), self._attributes.stamp(photo, face))
        kept = self._residency.get(key)
        if kept is not None and kept[0] == stamp and kept[1] >= final:
            return kept[2]
        patch = yield from self._attributes.draw(photo, face, attributes, size, final)
        self._residency.put(key, (stamp, final, patch), 0 if patch is None else patch.nbytes)
        return patch

    def _draft_of_both(self, photo: OpenPhoto, face: int, expression: Look, attributes: Look,
                       size: int) -> Job[np.ndarray | None]:
        below = yield from self._attribute_patch(photo, face, attributes, size, False)
        square = self._square(photo, face, min(size, photo.crop(face).side)).copy()
        if below is not None:
            paste(square, below, 0, 0)
        newest = self._changed.newest(photo, face)
        patch = yield from self._live.draw_in(square, *(newest or (photo, face)), expression)
        return _together(patch, below)

    def _square(self, photo: OpenPhoto, face: int, side: int) -> np.ndarray:
        """A face's crop `side` pixels wide; the newest is kept."""
        key = (_SQUARE, photo.id, face)
        kept: np.ndarray | None = self._residency.get(key)
        if kept is None or len(kept) != side:
            kept = resized(cut(photo.picture.pixels, photo.crop(face)), side)
            self._residency.put(key, kept, kept.nbytes)
        return kept


def _together(upper: np.ndarray | None, lower: np.ndarray | None) -> np.ndarray | None:
    if upper is None or lower is None:
        return lower if upper is None else upper
    return over(upper, lower)
