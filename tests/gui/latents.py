"""An engine whose generator is a flat orange: for tests of how the window looks for faces in it."""

import threading

import numpy as np

from engine.attributes.face_attributes import FacePortrait
from engine.attributes.told import Shortfall
from engine.base.errors import EngineError
from engine.base.jobs import Job, Progress, on_thread
from engine.base.text import Text
from engine.generator.alignment import align
from engine.generator.inversion.result import Fidelity, Inversion, InversionQuality
from engine.photo.open_photo import OpenPhoto
from engine.render.request import Frame, RenderRequest
from engine.systems import split
from tests.gui.fakes import FakeEngine

STEPS = 4
ORANGE = (230, 140, 20)


class Latents:
    """Finds a face in STEPS steps on a thread of their own; `hold` stops it in the middle of a step."""

    def __init__(self) -> None:
        self.trouble: EngineError | None = None
        self.missing: EngineError | None = None
        self.found: dict[tuple[str, int], Inversion] = {}
        self.sought: list[tuple[int, InversionQuality]] = []
        self.in_step, self.hold = threading.Event(), threading.Event()
        self.hold.set()
        self.generator = object()

    def lacking(self) -> EngineError | None:
        return self.missing

    def known(self, photo: OpenPhoto, face: int) -> Inversion | None:
        return self.found.get((photo.id, face))

    def drawn(self, photo: OpenPhoto, face: int, size: int) -> np.ndarray:
        return np.full((size, size, 3), np.array(ORANGE, np.float32) / 255)

    def invert(self, photo: OpenPhoto, face: int, quality: InversionQuality = "draft") -> Job[Inversion]:
        self.sought.append((face, quality))
        best: list[Inversion] = []
        try:
            yield from on_thread(self._steps(photo, face, quality, best))
        finally:
            if best:
                self.found[photo.id, face] = best[-1]
        return best[-1]

    def _steps(self, photo: OpenPhoto, face: int, quality: InversionQuality, best: list[Inversion]) -> Job[None]:
        for step in range(STEPS):
            self.in_step.set()
            self.hold.wait(300)
            if self.trouble is not None:
                raise self.trouble
            measured = Fidelity(24.26, 0.181, 0.93, 0.3) if step == STEPS - 1 else Fidelity()
            best.append(Inversion(np.zeros((4, 8), np.float32), align(photo.faces[face].landmarks), quality,
                                  step == STEPS - 1, measured, 1.0, step + 1, 0.1, "flat", "0" * 64))
            yield Progress(step + 1, STEPS, Text("looking for the face"), np.full((256, 256, 3), 40 * step, np.uint8))


class Finder(FakeEngine):
    """Refuses, as the true one does, to draw attribute values of a face that it has not found."""

    def __init__(self) -> None:
        super().__init__()
        self.latents = Latents()
        self.prepared: list[tuple[int, int]] = []
        self.others: list[int] = []
        self.missed: dict[int, list[Shortfall]] = {}

    def portrait(self, photo: str, face: int, size: int, draft_side: int) -> Job[FacePortrait]:
        yield Progress(0, 1)
        inversion = self.latents.known(self.photo(photo), face)
        source = np.zeros((size, size, 3), np.uint8)
        if inversion is None:
            return FacePortrait(None, source, None)
        self.prepared.append((face, draft_side))
        drawn = np.round(self.latents.drawn(self.photo(photo), face, size) * 255).astype(np.uint8)
        return FacePortrait(inversion, source, drawn)

    def shortfalls(self, photo: str, face: int) -> Job[list[Shortfall]]:
        yield Progress(0, 1)
        return self.missed.get(face, [])

    def other_face(self, seed: int, size: int) -> np.ndarray:
        self.others.append(seed)
        return np.full((size, size, 3), seed % 256, np.uint8)

    def render(self, request: RenderRequest) -> Frame:
        if split(request.look)[1] and (request.photo, request.face) not in self.latents.found:
            raise EngineError(Text("the face has not been looked for in the generator yet"))
        return super().render(request)
