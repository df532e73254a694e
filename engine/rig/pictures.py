"""A photo's texture as the pictures that exported files carry, by the part of the head that wears each.

They are large and bear no profile: `engine.photo.writing` would take half as long again for the same.
"""

from typing import TYPE_CHECKING

import numpy as np

from engine.base.jobs import Job, Progress
from engine.base.text import Text
from engine.rig.model import Textures

if TYPE_CHECKING:
    from collections.abc import Sequence

    from engine.head.portrait.piece import Piece
    from engine.rig.texture.photo_texture import PhotoTexture

ATLAS_PARTS = ("skin", "socket", "cavity")
"""The parts that share the texture's atlas."""
_QUALITY = 95


def pictures_of(texture: "PhotoTexture") -> Job[dict[str, Textures]]:
    """Colours as JPEG, normals and roughness as PNG, since there every step of a value shows as a change of light."""
    parts = len(texture.eyes) + 1
    yield Progress(0, parts, Text("writing the textures"))
    rough = np.zeros_like(texture.base_color)
    rough[..., 1] = texture.roughness
    atlas = Textures(_jpeg(texture.base_color), _png(texture.normal), _png(rough))
    textures = dict.fromkeys(ATLAS_PARTS, atlas)
    for done, (side, eye) in enumerate(texture.eyes.items(), 1):
        yield Progress(done, parts, Text("writing the textures"))
        textures[f"eye_{side}"] = Textures(base=_jpeg(eye))
    return textures


def pictures_of_pieces(pieces: "Sequence[Piece]") -> Job[dict[str, Textures]]:
    """Colours and covers of what a head wears, as PNG, by the pieces' names."""
    textures = {}
    for done, piece in enumerate(pieces):
        yield Progress(done, len(pieces), Text("writing the textures"))
        textures[piece.name] = Textures(base=_png(piece.picture))
    return textures


def _jpeg(pixels: np.ndarray) -> bytes:
    import imagecodecs

    return bytes(imagecodecs.jpeg8_encode(np.ascontiguousarray(pixels), level=_QUALITY, subsampling="444"))


def _png(pixels: np.ndarray) -> bytes:
    import imagecodecs

    return bytes(imagecodecs.png_encode(np.ascontiguousarray(pixels), level=6))
