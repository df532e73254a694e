"""What the expression system offers of a photo's faces: what they show, another's expression, polish."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from engine.base.jobs import Job
from engine.base.look import Look
from engine.render.photos import Photos
from engine.render.shared import Shared

if TYPE_CHECKING:
    from engine.expression.polish import PolishReport
    from engine.expression.puppet_renderer import PuppetRenderer
    from engine.generator.inversion.result import InversionQuality
    from engine.puppet.facts import FaceFacts


class FaceExpressions:
    """puppets: the live renderer. expression_of: the part of a look that is expression.

    All raise EngineError for a photo that is not open or a face that there is not."""

    def __init__(self, photos: Photos, shared: Shared, puppets: "Callable[[], PuppetRenderer]",
                 expression_of: Callable[[Look], Look]) -> None:
        self._photos, self._shared, self._puppets, self._expression_of = photos, shared, puppets, expression_of

    def facts(self, photo_id: str, face: int) -> "Job[FaceFacts]":
        """What the photo already shows on a face."""
        photo = self._photos[photo_id]
        photo.face(face)
        return (yield from self._puppets().facts(photo, face))

    def copy(self, photo_id: str, face: int, path: Path, other: int | None = None) -> Job[Look]:
        """The look that puts on a face what a face of another picture shows.

        other: which, 0 the largest; None when nobody has said, and then there may be one only, else `SeveralFaces`.
        """
        from engine.expression.several_faces import SeveralFaces
        from engine.expression.transfer import transfer

        own = yield from self.facts(photo_id, face)
        driver = yield from self._photos.open(path)
        try:
            if other is None and len(driver.faces) > 1:
                raise SeveralFaces(path, driver)
            return transfer((yield from self.facts(driver.id, other or 0)), own)
        finally:
            if driver.id != photo_id:
                self._photos.forget(driver.id)

    def on_head(self, photo_id: str, face: int, look: Look) -> Job[tuple[np.ndarray, float, float]]:
        """What a look comes to on a head that knows ARKit's blendshapes only, together with what the face shows
        itself: (52,) float32 0..1, and the degrees of yaw and pitch that it turns by."""
        from engine.expression.on_head import head_expression
        from engine.expression.weights import deformation

        facts = yield from self.facts(photo_id, face)
        change = deformation(self._expression_of(look), facts)  # attributes are of the person, not of the head's face
        return head_expression(change, facts.blendshapes), change.yaw, change.pitch

    def polish(self, photo_id: str, face: int, inversion: "InversionQuality" = "draft") -> "Job[PolishReport]":
        """Draw keys of a face (eyes closed, a smile, none) and blend the good ones into the live puppet from now on.

        A face that was not looked for in the generator yet is looked for first. EngineError when there is no
        generator here. Stopped early, the puppet stays as it was.
        """
        from engine.expression.latent.probe import Probe
        from engine.expression.polish import keys_for

        photo, shared = self._photos[photo_id], self._shared
        photo.face(face)
        facts = yield from self._puppets().facts(photo, face)
        probe = Probe(lambda: shared.latents.generator, lambda: shared.analyser_of_drawn)
        report = yield from keys_for(shared.latents, probe, photo, face, facts, inversion)
        yield from self._puppets().polish(self._photos[photo_id], face, report.keys)
        return report

    def unpolish(self, photo_id: str, face: int) -> Job[None]:
        """The plain puppet again."""
        yield from self._puppets().polish(self._photos[photo_id], face, {})
