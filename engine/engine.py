"""The engine: open a photo, answer a request, run a job; it owns everything that stays resident.

One thread uses an engine: the one that made it. Long work comes as jobs (generators); whoever runs them may answer
`pictures.render` between any two of their steps. Here its parts are put together, and nothing else.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from engine.attributes.face_attributes import FaceAttributes, renderer_of
from engine.base import allocator
from engine.base.errors import EngineError
from engine.base.gl import report
from engine.base.jobs import Job, Progress
from engine.base.text import Text
from engine.expression.face_expressions import FaceExpressions
from engine.expression.puppet_renderer import PREVIEW_SIDE, PuppetRenderer
from engine.expression.weights import deformation
from engine.facade import EngineStatus, HeldInMemory
from engine.head.measured_faces import MeasuredFaces
from engine.models.store import ModelStore
from engine.networks.residency import MEMORY_BUDGET
from engine.reenact.films import Films
from engine.reenact.loading import FaceTakes
from engine.render.changed_photos import ChangedPhotos
from engine.render.photos import Photos
from engine.render.pictures import Pictures
from engine.render.renderers import Renderers
from engine.render.request import RenderRequest
from engine.render.shared import Shared
from engine.render.stages import Stages
from engine.rig.face_rigs import rigs_of
from engine.systems import RENDERERS, needs_inversion, split

if TYPE_CHECKING:
    from engine.generator.latent_faces import LatentFaces
    from engine.networks.face_parser import FaceParser


class Engine:
    """Everything the editor can do to a photo; what each part can do, engine/facade.py says.

    store:  where models are found; the user's own when None.
    gl:     "auto", "software", "none", or None to follow the environment.
    budget: bytes that prepared faces and networks may hold. latents, parser: see `Shared`.
    """

    def __init__(self, store: ModelStore | None = None, gl: str | None = None, budget: int = MEMORY_BUDGET,
                 latents: "Callable[[Shared], LatentFaces] | None" = None,
                 parser: "Callable[[Shared], FaceParser | None] | None" = None) -> None:
        allocator.limit_arenas()
        self._left = False  # whether a photo was, since `give_back` last found none open
        self.shared = shared = Shared(store if store is not None else ModelStore(), gl, budget, lambda _: draws,
                                      latents, parser)
        draws = renderer_of(shared)
        self.measured = MeasuredFaces(lambda: shared.analyser, lambda: shared.head)
        self.renderers = Renderers(RENDERERS, shared)
        self.changed = ChangedPhotos(lambda: shared.analyser, shared.residency, PREVIEW_SIDE,
                                     self.renderers.forget)
        self.stages = Stages(lambda: shared.attributes, self.changed, lambda: self.puppets, RENDERERS,
                             self.renderers.__getitem__, split, shared.residency, lambda: shared.covers)
        self.photos = Photos(lambda: shared.analyser, self._forget)
        self.pictures = Pictures(self.photos, shared, self.stages, RENDERERS, split, self.measured)
        self.expressions = FaceExpressions(self.photos, shared, lambda: self.puppets, lambda look: split(look)[0])
        self.attributes = FaceAttributes(self.photos, shared, draws)
        self.rigs = rigs_of(self.photos, shared, self.measured, self.expressions.on_head)
        self.films, self.takes = Films(self.photos, shared, self.pictures, deformation, split), FaceTakes(shared.store)

    @property
    def store(self) -> ModelStore:
        return self.shared.store

    @property
    def puppets(self) -> PuppetRenderer:
        """The live renderer."""
        return cast(PuppetRenderer, self.renderers["live"])

    def lacking(self, renderer: str) -> EngineError | None:
        """What keeps a renderer from drawing here, and what to do about it; None when nothing does. Quick."""
        return self.renderers.lacking(renderer)

    def device(self) -> str:
        """What draws, in words, for the status bar."""
        found = report(self.shared.context)
        return f"{found.renderer} (software)" if found.software else found.renderer or "CPU"

    def status(self) -> EngineStatus:
        """What draws, how much is held, which models are here."""
        gl, residency = report(self.shared.context), self.shared.residency
        models = tuple((model.id, self.store.present(model.id)) for model in self.store.catalogue)
        return EngineStatus(self.device(), gl.version or gl.reason, len(residency), residency.held, residency.budget,
                            models, tuple(HeldInMemory(one.name, one.count, one.cost.host, one.cost.card)
                                          for one in residency.holdings()))

    def warm(self) -> Job[None]:
        """Load what the first photo will need, so that opening it is quick."""
        shared = self.shared
        steps: tuple[tuple[Text, Callable[[], object]], ...] = (
            (Text("graphics"), lambda: shared.context), (Text("head"), lambda: shared.head),
            (Text("faces"), shared.analyser.warm), (Text("puppet"), self.puppets.warm),
            (Text("identity"), shared.analyser.warm_identity))
        for done, (message, load) in enumerate(steps):
            yield Progress(done, len(steps), message)
            load()
        yield from self.puppets.rehearse(shared.analyser)
        allocator.set_aside()

    def give_back(self) -> None:
        """Return memory that is free and kept for later to the system; for a moment in which nobody waits.

        With no photo open networks go, too: a step that was under way when it was closed may have asked for one since.
        With one, those go that only a search for a face uses.
        """
        if not self.photos:
            self.release_networks()
        self.shared.zoo.release_brief()
        # A job that was stopped hangs in circles of objects, with all it drew. While torch comes it makes circles that
        # hold the frames of whoever asked for it, with the network that was being loaded: those were set aside with it.
        everything = self._left and not self.photos
        allocator.collect(everything)
        self._left &= not everything
        allocator.give_back()

    def release_networks(self, next_frame: RenderRequest | None = None) -> None:
        """Let go of every network that drawing `next_frame` again does without; the next use loads it again."""
        self.shared.release_networks(
            next_frame is not None and needs_inversion(next_frame.rendering.renderer, next_frame.look))

    def rest(self, next_frame: RenderRequest | None) -> None:
        """Nobody has worked for minutes: let go of networks as `release_networks`, and of what only Python's collector
        finds, which holds Python still for up to half a second."""
        self.release_networks(next_frame)
        allocator.collect()
        allocator.give_back()

    def release_all(self) -> int:
        """As `Shared.release_all`."""
        return self.shared.release_all()

    def close(self) -> None:
        """Release everything, on the thread that made it."""
        self.shared.residency.clear()
        self.rigs.close()
        self.photos.clear()
        self.shared.release()

    def _forget(self, photo_id: str) -> None:
        self._left = True
        for part in (self.stages, self.renderers, self.shared, self.measured, self.rigs):
            part.forget(photo_id)
