"""What is asked of the engine, and what comes back: small frozen values that name everything they depend on."""

from dataclasses import dataclass
from enum import Enum

import numpy as np

from engine.base.look import Look
from engine.base.text import Text
from engine.generator.inversion.result import InversionQuality
from engine.photo.face import Box


class Quality(Enum):
    """How much care a frame got: a draft while the hand moves, the final once it rests."""

    DRAFT = "draft"
    FINAL = "final"


@dataclass(frozen=True)
class Rendering:
    """Who draws, and how.

    renderer:  id of a `RendererSpec`.
    settings:  values of that renderer's own controls which are not at default.
    inversion: how carefully a face is looked for in the generator, where what is asked needs that and it is not known.
    """

    renderer: str = "live"
    settings: Look = Look()
    inversion: InversionQuality = "draft"


LIVE = Rendering()
"""The live renderer as it is."""


@dataclass(frozen=True)
class RenderRequest:
    """One face of one photo, wearing a look, drawn by somebody.

    photo:   `OpenPhoto.id`.
    face:    index into `OpenPhoto.faces`.
    look:    the values set; an empty look asks for the source itself.
    size:    wanted side of the square patch in pixels; more than the photo holds gives what the photo holds.
    quality: draft or final. A draft is drawn at once from what is known; for a final, what it needs is worked out.
    """

    photo: str
    face: int
    look: Look
    size: int
    quality: Quality = Quality.DRAFT
    rendering: Rendering = LIVE


@dataclass(frozen=True, eq=False)
class Patch:
    """What a renderer draws over a face's crop.

    pixels: (s, s, 4) uint8, straight alpha; alpha 0 is the source's own pixel.
    notes:  what the artist should know of how this very patch was drawn.
    """

    pixels: np.ndarray
    notes: tuple[Text, ...] = ()


@dataclass(frozen=True, eq=False)
class Frame:
    """The answer to one request.

    patch: (h, w, 4) uint8 RGBA, straight alpha, laid over the photo at `box`; alpha 0 is the source's own pixel.
           None when the look changes nothing.
    box:   where the patch lies, in photo pixels; may reach over the photo's edge.
    milliseconds: from taking the request to having the pixels, on the engine's thread.
    notes: what the artist should know of how it was drawn.
    """

    request: RenderRequest
    patch: np.ndarray | None
    box: Box
    milliseconds: float
    notes: tuple[Text, ...] = ()

    @property
    def quality(self) -> Quality:
        return self.request.quality
