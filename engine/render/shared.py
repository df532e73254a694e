"""What renderers and systems share: models, the head, the OpenGL context, analysers, faces as latents, memory."""

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

import numpy as np

from engine.base.allocator import give_back
from engine.base.errors import EngineError
from engine.base.jobs import Job
from engine.base.text import Text
from engine.models.store import ModelStore
from engine.networks.residency import Residency
from engine.networks.zoo import Zoo
from engine.photo.analyser import FaceAnalyser
from engine.photo.open_photo import OpenPhoto

if TYPE_CHECKING:
    import moderngl

    from engine.generator.inversion.result import Inversion, InversionQuality
    from engine.generator.latent_faces import LatentFaces
    from engine.head.model import Head
    from engine.networks.face_parser import FaceParser
    from engine.networks.face_parts import FaceParts
    from engine.render.covers import Covers
    from engine.render.turned_heads import TurnedHeads


class AttributeDrawer(Protocol):
    """Who draws attributes, the first stage of every look (engine.attributes.renderer)."""

    def lacking(self) -> EngineError | None: ...

    def known(self, photo: OpenPhoto, face: int) -> "Inversion": ...

    def ensure_inverted(self, photo: OpenPhoto, face: int, quality: "InversionQuality") -> Job[None]: ...

    def stamp(self, photo: OpenPhoto, face: int) -> str: ...

    def code(self, photo: OpenPhoto, face: int, look: Mapping[str, float]) -> np.ndarray: ...

    def prepare(self, photo: OpenPhoto, face: int, size: int) -> Job[None]: ...

    def draw(self, photo: OpenPhoto, face: int, look: Mapping[str, float], size: int,
             final: bool) -> Job[np.ndarray | None]: ...

    def finish(self, photo: OpenPhoto, looks: Mapping[int, Mapping[str, float]],
               native: np.ndarray) -> Job[tuple[Text, ...]]: ...

    def behind(self, photo: OpenPhoto, face: int) -> Job[np.ndarray | None]: ...

    def turns(self, look: Mapping[str, float]) -> bool: ...

    def parts_drawn(self, picture: np.ndarray) -> "FaceParts | None": ...

    def forget(self, photo_id: str) -> None: ...


class Shared:
    """Everything is made when it is first asked for, and belongs to the engine's thread.

    gl:         "auto", "software", "none", or None to follow the environment.
    budget:     bytes that networks and prepared faces may hold together.
    attributes: makes who draws attributes.
    latents:    makes the faces as latents; those of the user's own folder when None.
    parser:     says who parses faces; the network of the zoo when None.
    """

    def __init__(self, store: ModelStore, gl: str | None, budget: int,
                 attributes: "Callable[[Shared], AttributeDrawer]",
                 latents: "Callable[[Shared], LatentFaces] | None" = None,
                 parser: "Callable[[Shared], FaceParser | None] | None" = None) -> None:
        self.store, self.residency = store, Residency(budget)
        self.zoo = Zoo(store, self.residency)
        self._gl, self._attributes = gl, attributes
        self._latents, self._parser = latents or _own_latents, parser or _parser_of_zoo

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

    @property
    def parser(self) -> "FaceParser | None":
        """Says which part of a person a pixel shows; None where it is not installed."""
        return self._parser(self)

    @cached_property
    def latents(self) -> "LatentFaces":
        """The faces of photos as a generator's latents; the generator loads when it is first needed."""
        return self._latents(self)

    @cached_property
    def attributes(self) -> AttributeDrawer:
        return self._attributes(self)

    @cached_property
    def covers(self) -> "Covers":
        """What covers the faces of photos."""
        from engine.render.covers import Covers

        return Covers(lambda: self.parser)

    @cached_property
    def turned_heads(self) -> "TurnedHeads":
        """Where a head that a generator has turned lies in its photo."""
        from engine.render.turned_heads import TurnedHeads

        return TurnedHeads(lambda: self.analyser_of_drawn, lambda: self.head, lambda: self.covers, self.residency)

    def forget(self, photo_id: str) -> None:
        """Let go of what is held of a photo; what was found in the generator stays on the disk."""
        self.attributes.forget(photo_id)
        if "turned_heads" in self.__dict__:
            self.turned_heads.forget(photo_id)
        if "latents" in self.__dict__:
            self.latents.forget(photo_id)

    def release_networks(self, but_generator: bool = False) -> None:
        """Let go of all networks, or of all but the generator, and of what fits the head. Those that look at photos are
        back in half a second."""
        from engine.generator.load import GENERATOR
        from engine.head.residual import residual_field

        residual_field.cache_clear()  # 17 MB, and a tenth of a second for the next face that is fitted
        self.zoo.release((GENERATOR,) if but_generator else ())
        analyser = self.__dict__.get("analyser")
        if analyser is not None:
            analyser.close()
        self._release_drawn_analyser()

    def release_all(self) -> int:
        """Let go of everything that is not in use now, networks and prepared faces; what is needed again is made again.
        How many bytes that were."""
        before = self.residency.held + self.residency.held_on_card
        self.residency.relieve()
        self._release_drawn_analyser()
        give_back()
        return before - self.residency.held - self.residency.held_on_card

    def _release_drawn_analyser(self) -> None:
        """Let go of what only jobs use, and the next one loads again in a tenth of a second. One that was stopped may
        still be in a step with it, on its own thread; it goes with that."""
        self.__dict__.pop("analyser_of_drawn", None)

    def release(self) -> None:
        """Give everything back, on the thread that made it."""
        self.residency.clear()
        for name in ("analyser", "analyser_of_drawn"):
            analyser = self.__dict__.pop(name, None)
            if analyser is not None:
                analyser.close()
        context = self.__dict__.pop("context", None)
        if context is not None:
            context.release()


def _own_latents(shared: Shared) -> "LatentFaces":
    from engine.generator.latent_faces import LatentFaces

    return LatentFaces(shared.zoo, lambda: shared.analyser)


def _parser_of_zoo(shared: Shared) -> "FaceParser | None":
    from engine.networks.face_parser import FACE_PARSER

    return shared.zoo.optional(FACE_PARSER)
