"""Draws looks with MagicFace: what the face is looked at for, the edit on its canvas, the way back into the photo.

Everything that does not depend on the sliders is kept per face; a finished edit is kept too, so that another zoom or
the export of the same look costs nothing. All heavy steps run aside, so the live preview keeps answering.
"""

from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from engine.base.errors import EngineError
from engine.base.jobs import Job, Progress, on_thread, retold, single
from engine.base.look import Look
from engine.base.text import Text
from engine.expression.magicface.au_vector import au_vector, left, refuse_beyond
from engine.expression.magicface.background import MaskPolicy, background_picture
from engine.expression.magicface.contour import contour_picture, jaw_points, key_points
from engine.expression.magicface.crop import OF_CENTRES, CanvasMap, canvas_map, to_canvas
from engine.expression.magicface.loading import JAW_NETWORK, MAGICFACE_NETWORKS
from engine.expression.magicface.paste_back import face_mask, match_colours, patch_for
from engine.expression.magicface.settings import MagicFaceSettings
from engine.expression.shades import without
from engine.networks.face_parser import FACE_PARSER, FaceParser
from engine.networks.resident import Bytes, Resident
from engine.networks.zoo import NetworkSpec, Zoo
from engine.photo.crop import cut
from engine.photo.into_profile import IntoProfile
from engine.photo.open_photo import OpenPhoto
from engine.photo.paste import colour, paste
from engine.render.request import Patch

if TYPE_CHECKING:
    from engine.expression.magicface.jaw_3dmm import JawFrom3D
    from engine.expression.magicface.model import EncodedFace, MagicFace


NO_SETTINGS = Look()


@dataclass(frozen=True, eq=False)
class _Canvas:
    """A face on MagicFace's canvas. labels: what the parser sees in it; landmarks: (478, 2) on the canvas; notes: what
    was said while it was looked at, which holds for all its pictures."""

    where: CanvasMap
    source: np.ndarray
    labels: np.ndarray
    landmarks: np.ndarray
    encoded: "EncodedFace"
    notes: tuple[Text, ...]

    @property
    def cost(self) -> Bytes:
        return self.encoded.cost + Bytes(self.source.nbytes + self.labels.nbytes + self.landmarks.nbytes)


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

    model, parser, jaw: its networks; they load on a job's own thread when the first face is drawn. Where the jaw's is
                        not installed, the jaw line is taken from the photo's landmarks instead of a fitted head.
    """

    def __init__(self, zoo: Zoo, model: "NetworkSpec[MagicFace]" = MAGICFACE_NETWORKS,
                 parser: NetworkSpec[FaceParser] = FACE_PARSER,
                 jaw: "NetworkSpec[JawFrom3D]" = JAW_NETWORK) -> None:
        self._zoo, self._residency = zoo, zoo.residency
        self._model, self._parser, self._jaw = model, parser, jaw

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
        return canvas, replace(edit, notes=(*without("MagicFace", left(look)), *edit.notes))

    def _drawn(self, canvas: _Canvas, units: np.ndarray, settings: MagicFaceSettings) -> Job[_Edit]:
        yield Progress(0, 0, Text("loading MagicFace"))
        notes = [*canvas.notes]
        with self._zoo.use(self._parser) as parser, self._zoo.use(self._model, notes.append) as model:
            edit = self._zoo.attempt_job(
                lambda: model.edit(canvas.encoded, units, settings.steps, settings.guidance, settings.seed,
                                   say=notes.append), notes.append)
            picture = yield from retold(edit, partial(_in_steps, settings.steps))
            yield Progress(settings.steps, settings.steps, Text("blending"))
            if not np.isfinite(picture).all():
                raise EngineError(Text("MagicFace drew a picture that is not finite"),
                                  Text("draw it in full precision"))
            labels = parser.labels(np.rint(picture * 255).astype(np.uint8))
        mask = face_mask(canvas.landmarks, canvas.labels, labels)
        return _Edit(match_colours(picture, _unit(canvas.source), mask, labels == canvas.labels), mask, _once(notes))

    def _prepare(self, photo: OpenPhoto, face: int, mask: MaskPolicy) -> Job[_Canvas]:
        key = ("magicface", photo.id, face, mask)
        canvas = self._residency.get(key)
        if canvas is None:
            canvas = yield from on_thread(self._encode_face(photo, face, mask))
            self._residency.keep(key, Resident(canvas, canvas.cost))
        return canvas

    def _encode_face(self, photo: OpenPhoto, face: int, mask: MaskPolicy) -> Job[_Canvas]:
        yield Progress(0, 0, Text("loading MagicFace"))
        notes: list[Text] = []
        with ExitStack() as stack:
            parser = stack.enter_context(self._zoo.use(self._parser))
            jaw = stack.enter_context(self._zoo.use(self._jaw)) if self._zoo.present(self._jaw) else None
            model = stack.enter_context(self._zoo.use(self._model, notes.append))
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
            five = key_points(landmarks)
            contour = contour_picture(jaw_points(landmarks) if jaw is None else jaw(source, five), five)
            background = background_picture(source, labels, contour, mask)
            yield Progress(1, 2, Text("looking at the face"))
            encoded = self._zoo.attempt(lambda: model.encode_face(source, background), notes.append)
        return _Canvas(where, source, labels, landmarks, encoded, _once([*notes, *encoded.notes]))


def _once(notes: Iterable[Text]) -> tuple[Text, ...]:
    return tuple(dict.fromkeys(notes))


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
