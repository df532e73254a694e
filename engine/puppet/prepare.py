"""Makes a puppet from a face: everything that depends on the photo but not on the sliders, done once."""

from collections.abc import Generator
from typing import TYPE_CHECKING

import numpy as np

from engine.base.jobs import Job, Progress
from engine.base.text import Text
from engine.photo.large_crop import SquarePixels
from engine.puppet.deformation import Deformation
from engine.puppet.face_picture import SMALL
from engine.puppet.person import prepare_person
from engine.puppet.puppet import Puppet
from engine.puppet.render.renderer_gl import GlRenderer

if TYPE_CHECKING:
    import moderngl

    from engine.head.fit import HeadFit
    from engine.head.model import Head
    from engine.puppet.cover.cover import Cover
    from engine.puppet.mouth.reading import MouthReading


def prepare_puppet(pixels: SquarePixels, landmarks: np.ndarray, blendshapes: np.ndarray, head: "Head",
                   context: "moderngl.Context | None", fit: "HeadFit | None" = None,
                   cover: "Cover | None" = None, mouth: "MouthReading | None" = None) -> Job[Puppet]:
    """A job that makes a puppet: the person in a photo, and that photo as their first frame.

    pixels:      (side, side, 3) uint8 or uint16, the face's square crop (see `engine.photo.crop`).
    landmarks:   (478, 2|3) in crop pixels; blendshapes (52,) of the photo.
    context:     an OpenGL context current on this thread, or None to draw without.
    fit:         the head fitted in crop pixels, if there is one already.
    cover:       what covers the face (see `engine.puppet.cover.find`), None for nothing.
    mouth:       what the photo shows between the lips, read off another size of it; None to read it here.
    Raises EngineError when the landmarks are no face.
    """
    person = yield from prepare_person(pixels, landmarks, blendshapes, head, fit, cover, mouth)
    yield Progress(5.5, 6, Text("getting ready to draw"))
    puppet = Puppet.of(person, context)
    try:
        yield from _warm_up(puppet)
    except BaseException:  # cancelled: nothing may stay behind in the context
        puppet.release()
        raise
    return puppet


def _warm_up(puppet: Puppet) -> Generator[Progress, None, None]:
    """Drivers compile at the first draw: let that be before the first drag, not in it."""
    renderer = puppet.renderer
    if isinstance(renderer, GlRenderer):
        for smooth in (False, True) if renderer.first else (False,):
            for warming in ({"jawOpen": 0.1}, {"browInnerUp": 0.1, "eyeBlinkLeft": 0.2}):
                yield Progress(5.8, 6, Text("getting ready to draw"))
                puppet.draw_always(Deformation.of(warming), min(SMALL, puppet.side), smooth)
