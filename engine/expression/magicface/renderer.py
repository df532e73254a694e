"""Draws looks with MagicFace: what the face is looked at for, the edit on its canvas, the way back into the photo.

Everything that does not depend on the sliders is kept per face; a finished edit is kept too, so that another zoom or
the export of the same look costs nothing. All heavy steps run aside, so the live preview keeps answering.
"""

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from engine.base.errors import EngineError
from engine.base.jobs import Job, Progress, on_thread, retold, single
from engine.base.look import Look
from engine.base.text import Text
from engine.expression.magicface.au_vector import au_vector, refuse_beyond
from engine.expression.magicface.background import MaskPolicy, background_picture
from engine.expression.magicface.contour import contour_picture, jaw_points, key_points
from engine.expression.magicface.crop import OF_CENTRES, CanvasMap, canvas_map, to_canvas
from engine.expression.magicface.paste_back import face_mask, match_colours, patch_for
from engine.expression.magicface.settings import MagicFaceSettings
from engine.networks.residency import Residency
from engine.photo.crop import cut
from engine.photo.into_profile import IntoProfile
from engine.photo.open_photo import OpenPhoto
from engine.photo.paste import colour, paste
from engine.render.request import Patch

if TYPE_CHECKING:
    from engine.expression.magicface.model import LookedAt, MagicFace
    from engine.networks.face_parser import FaceParser


NO_SETTINGS = Look()

JawLine = Callable[[np.ndarray, np.ndarray], np.ndarray]
"""From a canvas (512, 512, 3) uint8 and five key points on it to seventeen points of the jaw line (17, 2)."""


@dataclass(frozen=True, eq=False)
class _Canvas:
    """A face on MagicFace's canvas. labels: what the parser sees in it; landmarks: (478, 2) on the canvas."""

    where: CanvasMap
    source: np.ndarray
    labels: np.ndarray
    landmarks: np.ndarray
    looked: "LookedAt"

    @property
    def bytes_held(self) -> int:
        return self.source.nbytes + self.labels.nbytes + self.landmarks.nbytes + self.looked.bytes_held


@dataclass(frozen=True, eq=False)
class _Edit:
    """A finished edit: its picture (512, 512, 3) float32 0..1, colours matched, the mask of the face, and what was
    said of how it was made."""

    picture: np.ndarray
    mask: np.ndarray
    notes: tuple[Text, ...]

    @property
    def bytes_held(self) -> int:
        return self.picture.nbytes + self.mask.nbytes


class MagicFaceRenderer:
    """The same jobs as the live renderer's, drawn by diffusion.

    model, parser, jaw: called once, aside, when the first face is drawn. `jaw` may give None: the jaw line is then
                        taken from the photo's landmarks instead of a fitted head.
    """

    def __init__(self, model: "Callable[[], MagicFace]", parser: "Callable[[], FaceParser]", residency: Residency,
                 jaw: Callable[[], JawLine | None] = lambda: None) -> None:
        self._make_model, self._make_parser, self._make_jaw, self._residency = model, parser, jaw, residency
        self._model: MagicFace | None = None
        self._parser: FaceParser | None = None
        self._jaw: JawLine | None = None
        self._loading = threading.Lock()  # a stopped job may still be loading when the next one begins

    def prepare(self, photo: OpenPhoto, face: int, settings: Look = NO_SETTINGS) -> Job[_Canvas]:
        """Look at a face: encode it, parse it, make its background picture. Kept."""
        return (yield from self._prepare(photo, face, MagicFaceSettings.of(settings).mask))

    def draw(self, photo: OpenPhoto, face: int, look: Look, size: int, final: bool,
             settings: Look = NO_SETTINGS) -> Job[Patch | None]:
        """The patch for the face's crop, of a side of at most `size`, or None for the source."""
        drawn = yield from self._edit(photo, face, look, MagicFaceSettings.of(settings))
        if drawn is None:
            return None
        canvas, edit = drawn
        pixels = yield from on_thread(single(lambda: _shown(photo, face, canvas, edit, size)))
        return Patch(pixels, edit.notes)

    def finish(self, photo: OpenPhoto, looks: Mapping[int, Look], native: np.ndarray,
               settings: Look = NO_SETTINGS) -> Job[tuple[Text, ...]]:
        """Draw every face's look into `native` (H, W, C), in the photo's own depth, profile and resolution."""
        notes: list[Text] = []
        for face, look in sorted(looks.items()):
            drawn = yield from self._edit(photo, face, look, MagicFaceSettings.of(settings))
            if drawn is not None:
                yield from on_thread(single(partial(_paste, photo, face, *drawn, native)))
                notes += [note for note in drawn[1].notes if note not in notes]
        return tuple(notes)

    def forget(self, photo_id: str) -> None:
        """Let go of everything about a photo."""
        self._residency.drop(lambda key: isinstance(key, tuple) and key[0] in ("magicface", "magicface edit")
                             and key[1] == photo_id)

    def release(self) -> None:
        """Let go of the networks and of all that was made with them."""
        self._residency.drop(lambda key: isinstance(key, tuple) and key[0] in ("magicface", "magicface edit"))
        self._model = self._parser = self._jaw = None

    def _edit(self, photo: OpenPhoto, face: int, look: Look,
              settings: MagicFaceSettings) -> Job[tuple[_Canvas, _Edit] | None]:
        refuse_beyond(look)
        units = au_vector(look)
        if not units.any():
            return None
        key = ("magicface edit", photo.id, face, units.tobytes(), settings)
        canvas = yield from self._prepare(photo, face, settings.mask)
        edit = self._residency.get(key)
        if edit is None:
            edit = yield from on_thread(self._drawn(canvas, units, settings))
            self._residency.put(key, edit, edit.bytes_held)
        return canvas, edit

    def _drawn(self, canvas: _Canvas, units: np.ndarray, settings: MagicFaceSettings) -> Job[_Edit]:
        model, parser = yield from self._networks()
        notes = [*canvas.looked.notes]
        edit = model.edit(canvas.looked, units, settings.steps, settings.guidance, settings.seed, say=notes.append)
        picture = yield from retold(edit, partial(_in_steps, settings.steps))
        yield Progress(settings.steps, settings.steps, Text("blending"))
        if not np.isfinite(picture).all():
            raise EngineError(Text("MagicFace drew a picture that is not finite"), Text("draw it in full precision"))
        labels = parser.labels(np.rint(picture * 255).astype(np.uint8))
        mask = face_mask(canvas.landmarks, canvas.labels, labels)
        return _Edit(match_colours(picture, _unit(canvas.source), mask, labels == canvas.labels), mask, tuple(notes))

    def _prepare(self, photo: OpenPhoto, face: int, mask: MaskPolicy) -> Job[_Canvas]:
        key = ("magicface", photo.id, face, mask)
        canvas = self._residency.get(key)
        if canvas is None:
            canvas = yield from on_thread(self._look_at(photo, face, mask))
            self._residency.put(key, canvas, canvas.bytes_held)
        return canvas

    def _look_at(self, photo: OpenPhoto, face: int, mask: MaskPolicy) -> Job[_Canvas]:
        model, parser = yield from self._networks()
        yield Progress(0, 2, Text("looking at the face"))
        found = photo.faces[face]
        x, y = found.box.centre
        where = canvas_map((x + OF_CENTRES, y + OF_CENTRES), found.box.width)
        source = to_canvas(photo.picture.pixels, where, extend=True)
        landmarks = where.to_canvas(found.landmarks + np.float32(OF_CENTRES))
        labels = parser.labels(source)
        if not face_mask(landmarks, labels).any():
            raise EngineError(Text("the face parser sees no face there"),
                              Text("use a sharper picture, or the live renderer"))
        background = background_picture(source, labels, self._contour(source, landmarks), mask)
        yield Progress(1, 2, Text("looking at the face"))
        return _Canvas(where, source, labels, landmarks, model.look_at(source, background))

    def _contour(self, source: np.ndarray, landmarks: np.ndarray) -> np.ndarray:
        five = key_points(landmarks)
        jaw = self._jaw(source, five) if self._jaw is not None else jaw_points(landmarks)
        return contour_picture(jaw, five)

    def _networks(self) -> "Job[tuple[MagicFace, FaceParser]]":
        yield Progress(0, 0, Text("loading MagicFace"))
        with self._loading:
            if self._parser is None:
                self._parser = self._make_parser()
            if self._model is None:
                self._jaw = self._make_jaw()
                self._model = self._make_model()
            return self._model, self._parser


def _in_steps(steps: int, progress: Progress) -> Progress:
    """An artist counts the sampler's steps; that the picture is decoded after the last is none of them."""
    return replace(progress, done=min(progress.done, steps), total=steps)


def _unit(picture: np.ndarray) -> np.ndarray:
    return picture.astype(np.float32) / 255


def _shown(photo: OpenPhoto, face: int, canvas: _Canvas, edit: _Edit, size: int) -> np.ndarray:
    """The patch for the preview, (s, s, 4) uint8 with s <= size."""
    crop = photo.crop(face)
    side = min(size, crop.side)
    source = cut(photo.picture.pixels, crop)
    if side != crop.side:
        from engine.base.opencv import cv2

        source = cv2.resize(source, (side, side), interpolation=cv2.INTER_AREA)
    return patch_for(source, crop, canvas.where, edit.picture, _unit(canvas.source), edit.mask, side / crop.side)


def _paste(photo: OpenPhoto, face: int, canvas: _Canvas, edit: _Edit, native: np.ndarray) -> None:
    """The patch from the photo's own samples, into `native`."""
    crop = photo.crop(face)
    into = IntoProfile(photo.picture.profile, gray=photo.picture.native.shape[2] == 1)
    samples = cut(colour(photo.picture.native), crop)
    patch = patch_for(samples, crop, canvas.where, edit.picture, _unit(canvas.source), edit.mask, into=into)
    paste(native, patch, crop.x0, crop.y0)
