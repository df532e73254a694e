"""The engine: open a photo, answer a request, run a job; it owns everything that stays resident.

One thread uses an engine: the one that made it. Long work comes as jobs (generators); whoever runs them may answer
`render` between any two of their steps.
"""

import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from engine.attributes.renderer import AttributeRenderer
from engine.base.errors import EngineError, UsageError
from engine.base.jobs import Job, Progress, run
from engine.base.look import Look
from engine.base.text import Text, verbatim
from engine.expression.puppet_renderer import PREVIEW_SIDE, LiveRenderer
from engine.head.measured_faces import MeasuredFaces
from engine.models.store import ModelStore
from engine.networks.residency import MEMORY_BUDGET, Residency
from engine.networks.zoo import Zoo
from engine.photo.analyser import FaceAnalyser
from engine.photo.crop import Crop
from engine.photo.face import Box
from engine.photo.picture import Picture, decode_picture, read_picture
from engine.render.changed_photos import ChangedPhotos
from engine.render.face_picture import THUMBNAIL_PART, shown, thumbnail_window
from engine.render.request import Frame, OpenPhoto, Quality, RenderRequest
from engine.render.stages import Renderer, Stages
from engine.rig.game_head import GameHead

if TYPE_CHECKING:
    import moderngl

    from engine.expression.latent.renderer import LatentRenderer
    from engine.expression.magicface.renderer import MagicFaceRenderer
    from engine.expression.polish import PolishReport
    from engine.generator.inversion.result import Inversion, InversionQuality
    from engine.generator.latent_faces import LatentFaces
    from engine.head.fit import HeadFit
    from engine.head.model import Head
    from engine.head.portrait.skin import Skin
    from engine.networks.face_parser import FaceParser
    from engine.puppet.facts import FaceFacts
    from engine.rig.fit import RigFit
    from engine.rig.values import RigValues

RENDERERS = ("live", "magicface", "latent")
"""Who can draw an expression: the puppet in milliseconds, the diffusion model in seconds to minutes, or the face
generator in seconds. Attributes are always drawn by the generator."""

_IDENTITY_SIDE = 512


class Engine:
    """Everything the editor can do to a photo.

    store:  where models are found; the user's own when None.
    gl:     "auto", "software", "none", or None to follow the environment.
    budget: bytes that prepared faces and networks may hold.
    """

    def __init__(self, store: ModelStore | None = None, gl: str | None = None, budget: int = MEMORY_BUDGET) -> None:
        self.store = store if store is not None else ModelStore()
        self._gl = gl
        self._photos: dict[str, OpenPhoto] = {}
        self.measured = MeasuredFaces(lambda: self.analyser, lambda: self.head)
        self.residency = Residency(budget)
        self.zoo = Zoo(self.store, self.residency)
        self.live = LiveRenderer(lambda: self.head, lambda: self.context, self.residency)
        self.attributes = AttributeRenderer(lambda: self.latents, self.residency, lambda: self.parser)
        self.changed = ChangedPhotos(self.attributes, lambda: self.analyser, self.residency, PREVIEW_SIDE,
                                     self._released)
        self.stages = Stages(self.attributes, self.changed, self.live, self.renderer, self.residency)
        self.game_head = GameHead(lambda: self.head, lambda: self.context)

    # ---- what stays resident

    @cached_property
    def context(self) -> "moderngl.Context | None":
        """The OpenGL context everything is drawn in, or None where there is no OpenGL."""
        from engine.base.gl import open_context

        return open_context(self._gl)

    @cached_property
    def head(self) -> "Head":
        from engine.head.pack import load_head

        return load_head()

    @cached_property
    def analyser(self) -> FaceAnalyser:
        return FaceAnalyser(self.store)

    @cached_property
    def analyser_of_drawn(self) -> FaceAnalyser:
        """Another one, for faces that a generator draws: jobs use it on threads of their own."""
        return FaceAnalyser(self.store)

    def device(self) -> str:
        """What draws, in words, for the status bar."""
        from engine.base.gl import report

        found = report(self.context)
        return f"{found.renderer} (software)" if found.software else found.renderer or "CPU"

    def warm(self) -> Job[None]:
        """Load what the first photo will need, so that opening it is quick."""
        steps = ((Text("graphics"), lambda: self.context), (Text("head"), lambda: self.head),
                 (Text("faces"), self.analyser.warm), (Text("puppet"), self.live.warm),
                 (Text("identity"), self.analyser.warm_identity))
        for done, (message, load) in enumerate(steps):
            yield Progress(done, len(steps), message)
            load()
        yield from self.live.rehearse(self.analyser)

    def close(self) -> None:
        """Release everything, on the thread that made it."""
        self.residency.clear()
        self.game_head.release()
        self._photos.clear()
        for name in ("analyser", "analyser_of_drawn"):
            analyser = self.__dict__.pop(name, None)
            if analyser is not None:
                analyser.close()
        context = self.__dict__.pop("context", None)
        if context is not None:
            context.release()

    # ---- photos

    def open(self, path: Path | str) -> Job[OpenPhoto]:
        """Read a picture file and find its faces (there may be none). EngineError when it is not a sound picture."""
        yield Progress(0, 2, Text("reading"))
        picture = read_picture(path)
        return (yield from self._opened(picture))

    def open_data(self, data: bytes, name: str, path: Path | None = None) -> Job[OpenPhoto]:
        """The same from a picture file's bytes; `name` is used in messages."""
        yield Progress(0, 2, Text("reading"))
        return (yield from self._opened(decode_picture(data, name, path)))

    def _opened(self, picture: Picture) -> Job[OpenPhoto]:
        yield Progress(1, 2, Text("looking for faces"))
        photo = OpenPhoto(picture, (yield from self.analyser.find(picture.pixels)))
        self._photos[photo.id] = photo
        return photo

    def photo(self, photo_id: str) -> OpenPhoto:
        """A photo that is open. EngineError when it is not."""
        try:
            return self._photos[photo_id]
        except KeyError:
            raise EngineError(Text("that photo is no longer open"), Text("open it again")) from None

    def forget(self, photo_id: str) -> None:
        """Close a photo and release what was prepared for it."""
        self._photos.pop(photo_id, None)
        self.stages.forget(photo_id)
        self._released(photo_id)
        if "latents" in self.__dict__:
            self.latents.forget(photo_id)
        self.measured.forget(photo_id)

    # ---- drawing

    def prepare(self, photo_id: str, face: int, look: Look | None = None, size: int = 512) -> Job[None]:
        """Make a face ready to be drawn live (about a second the first time), in the attributes of a look."""
        photo = self.photo(photo_id)
        photo.face(face)
        yield from self.live.prepare(photo, face)
        if look:
            yield from self.stages.prepare(photo, face, look, size)

    def render(self, request: RenderRequest) -> Frame:
        """Draw one face as asked, at once. A face that was not prepared is prepared first."""
        return run(self.draw(request))

    def draw(self, request: RenderRequest) -> Job[Frame]:
        """The same as a job, for renderers that take their time.

        EngineError: NotInverted for a look with attributes on a face that was not looked for in the generator; what
        keeps the renderer from drawing.
        """
        photo = self.photo(request.photo)
        photo.face(request.face)
        self._named(request.renderer)
        started = time.perf_counter()
        patch = None
        if request.look:
            final = request.quality is Quality.FINAL
            patch = yield from self.stages.draw(photo, request.face, request.look, request.size, final,
                                                request.renderer)
        box = _box(photo.crop(request.face))
        return Frame(request, patch, box, 1000 * (time.perf_counter() - started))

    def finish(self, photo_id: str, looks: Mapping[int, Look], renderer: str = "live") -> Job[np.ndarray]:
        """The whole photo with every face's look, (H, W, C) in the photo's own depth, profile and resolution."""
        photo = self.photo(photo_id)
        for face in looks:
            photo.face(face)
        native = photo.picture.native.copy()
        self._named(renderer)
        yield from self.stages.finish(photo, looks, native, renderer)
        return native

    def renderer(self, name: str) -> Renderer:
        """Who draws the expression under a name. UsageError for a name that is not in RENDERERS."""
        named: Renderer = getattr(self, self._named(name))
        return named

    def _released(self, photo_id: str) -> None:
        """What was prepared for a photo is let go of, by everybody who draws."""
        for name in RENDERERS:
            if name in self.__dict__:
                self.renderer(name).forget(photo_id)

    def lacks(self, renderer: str) -> EngineError | None:
        """What keeps a renderer from drawing here, and what to do about it; None when nothing does. Quick."""
        if self._named(renderer) == "live":
            return None
        if renderer == "latent":
            return self.attributes.lacking()
        from engine.expression.magicface.loading import lacking

        return lacking(self.store)

    @staticmethod
    def _named(renderer: str) -> str:
        if renderer not in RENDERERS:
            raise UsageError(Text("unknown renderer {0}", repr(renderer)), Text("there is: {0}", ", ".join(RENDERERS)))
        return renderer

    @cached_property
    def magicface(self) -> "MagicFaceRenderer":
        """MagicFace; its networks load when the first face is drawn."""
        from engine.expression.magicface.loading import make_jaw, make_model, make_parser
        from engine.expression.magicface.renderer import MagicFaceRenderer

        return MagicFaceRenderer(lambda: make_model(self.store), lambda: make_parser(self.store), self.residency,
                                 lambda: make_jaw(self.store))

    @property
    def parser(self) -> "FaceParser | None":
        """Says which part of a person a pixel shows; None where it is not installed."""
        from engine.networks.face_parser import FACE_PARSER

        return self.zoo.optional(FACE_PARSER)

    @cached_property
    def latent(self) -> "LatentRenderer":
        """Expressions drawn by the face generator; it loads when the first is drawn."""
        from engine.expression.latent.renderer import LatentRenderer

        return LatentRenderer(self.latents, lambda: self.analyser_of_drawn, self.residency, self.attributes.code,
                              self.attributes.known, self.attributes)

    @cached_property
    def latents(self) -> "LatentFaces":
        """The faces of photos as a generator's latents; the generator loads when it is first needed."""
        from engine.generator.latent_faces import LatentFaces

        return LatentFaces(self.zoo, lambda: self.analyser)

    def invert(self, photo_id: str, face: int, quality: "InversionQuality" = "draft",
               objective: str = "facewright") -> "Job[Inversion]":
        """Look for a face's latents in the generator; see `LatentFaces.invert`."""
        return (yield from self.latents.invert(self.photo(photo_id), face, quality, objective))

    def polish(self, photo_id: str, face: int, quality: "InversionQuality" = "draft") -> "Job[PolishReport]":
        """Draw keys of a face (eyes closed, a smile, none) and blend the good ones into the live puppet from now on.

        A face that was not looked for in the generator yet is looked for first, as well as `quality` says. EngineError
        when there is no generator here. Stopped early, the puppet stays as it was.
        """
        from engine.expression.latent.probe import Probe
        from engine.expression.polish import keys_for

        photo = self.photo(photo_id)
        photo.face(face)
        facts = yield from self.live.facts(photo, face)
        probe = Probe(lambda: self.latents.generator, lambda: self.analyser_of_drawn)
        report = yield from keys_for(self.latents, probe, photo, face, facts, quality)
        yield from self.live.polish(self.photo(photo_id), face, report.keys)
        return report

    def unpolish(self, photo_id: str, face: int) -> Job[None]:
        """The plain puppet again."""
        yield from self.live.polish(self.photo(photo_id), face, {})

    def thumbnails(self, photo_id: str, face: int, looks: Sequence[Look], size: int,
                   renderer: str = "live") -> Job[list[np.ndarray]]:
        """The face wearing each look, (size, size, 3) uint8 each; every yield carries the newest as preview."""
        photo = self.photo(photo_id)
        photo.face(face)
        self._named(renderer)
        yield Progress(0, len(looks), Text("preparing"))
        pictures: list[np.ndarray] = []
        whole = round(size / THUMBNAIL_PART)
        rows, columns = thumbnail_window(photo, face, whole, size)
        for look in looks:
            patch = (yield from self.stages.draw(photo, face, look, whole, True, renderer)) if look else None
            pictures.append(np.ascontiguousarray(shown(photo, face, patch, whole)[rows, columns]))
            yield Progress(len(pictures), len(looks), Text("drawing"), pictures[-1])
        return pictures

    # ---- measuring

    def facts(self, photo_id: str, face: int) -> "Job[FaceFacts]":
        """What the photo already shows on a face."""
        photo = self.photo(photo_id)
        photo.face(face)
        return (yield from self.live.facts(photo, face))

    def identity(self, photo_id: str, face: int) -> np.ndarray:
        """The face's identity vector (128,) float32, cached."""
        return self.measured.identity(self.photo(photo_id), face)

    def identity_distance(self, photo_id: str, face: int, look: Look) -> Job[float]:
        """How far the edited face is from the source's identity: 0 the same, above 0.6 another person (dlib)."""
        photo = self.photo(photo_id)
        found = photo.face(face)
        yield Progress(0, 2, Text("drawing"))
        patch = yield from self.stages.draw(photo, face, look, _IDENTITY_SIDE, True, "live")
        if patch is None:
            return 0.0
        yield Progress(1, 2, Text("measuring"))
        crop = photo.crop(face)
        edited = shown(photo, face, patch, _IDENTITY_SIDE)
        scale = _IDENTITY_SIDE / crop.side
        landmarks = crop.to_crop(found.landmarks) * np.float32(scale)
        vector = self.analyser.identity(edited, replace(found, landmarks=landmarks, box=Box.around(landmarks)))
        return float(np.linalg.norm(vector - self.identity(photo_id, face)))

    def head_fit(self, photo_id: str, face: int) -> "HeadFit":
        """The parametric head fitted to a face, in photo pixels, cached."""
        return self.measured.head_fit(self.photo(photo_id), face)

    def copy_expression(self, photo_id: str, face: int, path: Path) -> Job[Look]:
        """The look that puts on a face what the largest face of another picture shows."""
        from engine.expression.transfer import transfer

        own = yield from self.facts(photo_id, face)
        driver = yield from self.open(path)
        try:
            return transfer((yield from self.facts(driver.id, 0)), own)
        finally:
            if driver.id != photo_id:
                self.forget(driver.id)

    # ---- the game head

    def fit_rig(self, photo_id: str, face: int, schema: str, shape: str = "") -> "Job[RigFit]":
        """A game rig's values for a face, with the residual that stays."""
        from engine.rig.fit import fit_rig

        photo = self.photo(photo_id)
        yield Progress(0, 2, Text("fitting the head"))
        fit = self.head_fit(photo_id, face)
        yield Progress(1, 2, Text("fitting the rig"))
        return fit_rig(schema, fit, photo.faces[face].landmarks, shape, photo.picture.pixels)

    def draw_head(self, values: "RigValues", look: Look | None, photo_id: str | None, face: int, yaw: float = 0.0,
                  pitch: float = 0.0, zoom: float = 1.0, size: int = 512) -> Job[np.ndarray]:
        """The head that rig values describe, (size, size, 4) uint8 straight alpha.

        look:     shown on the head together with what the face shows itself; None for a head at rest.
        photo_id: takes skin, lips and eyes from this photo's face; None for plain ones.
        """
        from engine.expression.on_head import head_expression
        from engine.expression.weights import deformation
        from engine.head.portrait.camera import HeadView
        from engine.systems import split

        expression = None
        if look is not None and photo_id is not None:
            facts = yield from self.facts(photo_id, face)
            change = deformation(split(look)[0], facts)  # attributes are of the person, not of the head's face
            expression = head_expression(change, facts.blendshapes)
            yaw, pitch = yaw + change.yaw, pitch + change.pitch
        view = HeadView(yaw, pitch, zoom)
        return (yield from self.game_head.draw(values, view, size, self.skin(photo_id, face), expression))

    def skin(self, photo_id: str | None, face: int) -> "Skin":
        """Colours for the game head from a face, or plain ones."""
        from engine.head.portrait.skin import Skin

        return Skin() if photo_id is None else self.measured.skin(self.photo(photo_id), face)

    # ---- files

    def export_picture(self, photo_id: str, looks: Mapping[int, Look], path: Path,
                       renderer: str = "live") -> Job[list[Text]]:
        """Write the photo with its looks; the lines say what was written and how it was checked."""
        from engine.photo.writing import format_of
        from engine.render.picture_export import export_picture, refuse_to_replace

        format_of(path)
        picture = self.photo(photo_id).picture
        refuse_to_replace(picture, path)
        native = yield from self.finish(photo_id, looks, renderer)
        yield Progress(1, 2, verbatim(path.name))
        return [export_picture(picture, native, path)]

    def export_rig(self, values: "RigValues", paths: Mapping[str, Path], photo_id: str | None = None,
                   face: int = 0) -> Job[list[Text]]:
        """Write a rig's files by format ("bytes", "json", "glb", "gltf", "obj"); each is read back and compared."""
        return (yield from self.game_head.export_all(values, paths, self.skin(photo_id, face)))


def _box(crop: Crop) -> Box:
    return Box(crop.x0, crop.y0, crop.x0 + crop.side, crop.y0 + crop.side)
