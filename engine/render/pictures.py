"""Requests answered: frames for the canvas, small pictures, whole photos written to files."""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from engine.base.errors import UsageError
from engine.base.jobs import Job, Progress, retold, run
from engine.base.look import Look
from engine.base.text import Text, verbatim
from engine.head.measured_faces import MeasuredFaces
from engine.photo.crop import Crop
from engine.photo.face import Box
from engine.photo.open_photo import OpenPhoto
from engine.render.face_picture import THUMBNAIL_PART, shown, thumbnail_window
from engine.render.photos import Photos
from engine.render.picture_export import exporting, losses, refuse_to_replace
from engine.render.request import LIVE, Frame, Quality, Rendering, RenderRequest
from engine.render.shared import Shared
from engine.render.spec import RendererSpec, must_be_inverted, named
from engine.render.stages import Stages

_IDENTITY_SIDE = 512


@dataclass(frozen=True, eq=False)
class FinishedPicture:
    """A whole photo with its looks.

    native: (H, W, C) in the photo's own depth, profile and resolution.
    notes:  what the artist should know of how it was drawn.
    """

    native: np.ndarray
    notes: tuple[Text, ...] = ()


class Pictures:
    """Draws by whoever a request names. A face that must be looked for in the generator first, and was not, is looked
    for as carefully as the request says, except for drafts, which are drawn at once or not at all."""

    def __init__(self, photos: Photos, shared: Shared, stages: Stages, specs: Mapping[str, RendererSpec],
                 split: Callable[[Look], tuple[Look, Look]], measured: MeasuredFaces) -> None:
        self._photos, self._shared, self._stages = photos, shared, stages
        self._specs, self._split, self._measured = specs, split, measured

    def refusal(self, renderer: str, look: Look) -> UsageError | None:
        """What a renderer cannot follow of a look, in one line; None when it follows all.

        Raises UsageError for a renderer that there is not.
        """
        return named(self._specs, renderer).refusal(self._split(look)[0])

    def prepare(self, photo_id: str, face: int, look: Look | None = None, size: int = 512) -> Job[tuple[Text, ...]]:
        """Make a face ready to be drawn live (about a second the first time), in the attributes of a look. Gives what
        the artist should know of the face before anything moves: the notes that its frames will have."""
        photo = self._photo(photo_id, face)
        notes = yield from self._stages.prepare_live(photo, face)
        if look:
            yield from self._stages.prepare(photo, face, look, size)
        return notes

    def prepare_turn(self, photo_id: str, face: int) -> Job[None]:
        """Make a face's head ready to be turned live, half a second: nobody asked for it yet."""
        return self._stages.prepare_turn(self._photo(photo_id, face), face)

    def render(self, request: RenderRequest) -> Frame:
        """Draw one face as asked, at once. A face that was not prepared is prepared first."""
        return run(self.draw(request))

    def draw(self, request: RenderRequest) -> Job[Frame]:
        """The same as a job, for renderers that take their time.

        EngineError: what keeps the renderer from drawing; NotInverted for a draft with attributes of a face that was
        not looked for in the generator. UsageError for a renderer that there is not.
        """
        photo = self._photo(request.photo, request.face)
        named(self._specs, request.rendering.renderer)
        started = time.perf_counter()
        patch = None
        if request.look:
            final = request.quality is Quality.FINAL
            if final:
                yield from self._inverted(photo, {request.face: request.look}, request.rendering)
            patch = yield from self._stages.draw(photo, request.face, request.look, request.size, final,
                                                 request.rendering)
        box = _box(photo.crop(request.face))
        pixels, notes = (patch.pixels, patch.notes) if patch is not None else (None, ())
        return Frame(request, pixels, box, 1000 * (time.perf_counter() - started), notes)

    def finish(self, photo_id: str, looks: Mapping[int, Look],
               rendering: Rendering = LIVE) -> Job[FinishedPicture]:
        """The whole photo with every face's look."""
        photo = self._photo(photo_id, *looks)
        named(self._specs, rendering.renderer)
        yield from self._inverted(photo, looks, rendering)
        native = photo.picture.native.copy()
        notes = yield from self._stages.finish(photo, looks, native, rendering)
        return FinishedPicture(native, notes)

    def export(self, photo_id: str, looks: Mapping[int, Look], path: Path,
               rendering: Rendering = LIVE, strip: bool = False) -> Job[list[Text]]:
        """Write the photo with its looks; the lines say what was written, how it was checked, what was lost, and what
        is to be known of how it was drawn. strip: see `export_picture`."""
        from engine.photo.writing import format_of

        format_of(path)
        picture = self._photos[photo_id].picture
        refuse_to_replace(picture, path)
        finished = yield from self.finish(photo_id, looks, rendering)
        writing = exporting(picture, finished.native, path, strip)
        written = yield from retold(writing, lambda _: Progress(1, 2, verbatim(path.name)))
        return [written, *picture.notes, *losses(picture, path, strip), *finished.notes]

    def thumbnails(self, photo_id: str, face: int, looks: Sequence[Look], size: int,
                   rendering: Rendering = LIVE) -> Job[list[np.ndarray]]:
        """The face wearing each look, (size, size, 3) uint8 each; every yield carries the newest as preview."""
        photo = self._photo(photo_id, face)
        named(self._specs, rendering.renderer)
        yield Progress(0, len(looks), Text("preparing"))
        pictures: list[np.ndarray] = []
        whole = round(size / THUMBNAIL_PART)
        rows, columns = thumbnail_window(photo, face, whole, size)
        for look in looks:
            patch = (yield from self._stages.draw(photo, face, look, whole, True, rendering)) if look else None
            pixels = patch.pixels if patch is not None else None
            pictures.append(np.ascontiguousarray(shown(photo, face, pixels, whole)[rows, columns]))
            yield Progress(len(pictures), len(looks), Text("drawing"), pictures[-1])
        return pictures

    def identity_distance(self, photo_id: str, face: int, look: Look) -> Job[float]:
        """How far the edited face is from the source's identity: 0 the same, above 0.6 another person (dlib)."""
        photo = self._photo(photo_id, face)
        yield Progress(0, 2, Text("drawing"))
        patch = yield from self._stages.draw(photo, face, look, _IDENTITY_SIDE, True, LIVE)
        if patch is None:
            return 0.0
        yield Progress(1, 2, Text("measuring"))
        crop = photo.crop(face)
        edited = shown(photo, face, patch.pixels, _IDENTITY_SIDE)
        scale = _IDENTITY_SIDE / crop.side
        found = photo.face(face)
        landmarks = crop.to_crop(found.landmarks) * np.float32(scale)
        there = replace(found, landmarks=landmarks, box=Box.around(landmarks))
        vector = self._shared.analyser.identity(edited, there)
        return float(np.linalg.norm(vector - self._measured.identity(photo, face)))

    def _photo(self, photo_id: str, *faces: int) -> OpenPhoto:
        photo = self._photos[photo_id]
        for face in faces:
            photo.face(face)
        return photo

    def _inverted(self, photo: OpenPhoto, looks: Mapping[int, Look], rendering: Rendering) -> Job[None]:
        """Look for those faces in the generator that must be there, and are not, or not as well as is asked."""
        spec = self._specs[rendering.renderer]
        for face, look in looks.items():
            if must_be_inverted(spec, *self._split(look)):
                yield from self._shared.attributes.ensure_inverted(photo, face, rendering.inversion)


def _box(crop: Crop) -> Box:
    return Box(crop.x0, crop.y0, crop.x0 + crop.side, crop.y0 + crop.side)
