"""Pieces without OpenGL: the same picture in numpy as resources/shaders/head/piece.frag draws."""

from collections.abc import Sequence

import numpy as np

from engine.head.portrait.camera import DISTANCE, PIVOT, HeadView
from engine.head.portrait.formulas import develop, lit_by, mirrored, mix, row, sample, unit, wrapped
from engine.head.portrait.piece import Piece
from engine.head.raster import fragments

_LEAST, _SOLID = 0.004, 0.9
_MOST_LAYERS = 12


def lay_pieces(picture: np.ndarray, depth: np.ndarray, pieces: Sequence[Piece], vertices: np.ndarray, view: HeadView,
               side: int, photo: float = 0.0) -> None:
    """Lay pieces over the picture (n, 4), premultiplied, where nothing of depth (n,) is nearer: from far to near.
    photo: 0..1, how much of a photo the head shows; its hair is in the same light as its skin."""
    found = [_drawn(piece, depth, vertices, view, side, photo) for piece in pieces]
    pixel, away, colour = (np.concatenate([one[part] for one in found]) for part in range(3))
    order = np.lexsort((-away, pixel))
    pixel, colour = pixel[order], colour[order]
    first = np.r_[True, pixel[1:] != pixel[:-1]] if len(pixel) else np.zeros(0, bool)
    starts = np.flatnonzero(first)
    rank = np.arange(len(pixel)) - np.repeat(starts, np.diff(np.r_[starts, len(pixel)]))
    for layer in range(min(int(rank.max(initial=-1)) + 1, _MOST_LAYERS)):
        here = rank == layer
        picture[pixel[here]] = picture[pixel[here]] * (1 - colour[here, 3:]) + colour[here]


def _drawn(piece: Piece, depth: np.ndarray, vertices: np.ndarray, view: HeadView,
           side: int, photo: float) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Pixels (f,), depths (f,) and premultiplied colours (f, 4) of what is seen of a piece."""
    placed = piece.placed(vertices)
    places = view.pixels(placed, side)
    found = fragments(places, piece.triangles, (side, side))
    seen = np.flatnonzero(found.depth <= depth[found.pixel])
    corner, weight = piece.triangles[found.triangle[seen]], found.barycentric[seen][:, :, None]
    texel = (piece.uv[corner] * weight).sum(1)
    own = sample(piece.picture, texel, False)
    outside = (_area(places, piece.triangles) < 0)[found.triangle[seen]]
    kept = own[:, 3] >= _LEAST
    if not piece.two_sided:
        kept &= outside
    seen, corner, weight, own, outside = seen[kept], corner[kept], weight[kept], own[kept], outside[kept, None]
    position = ((placed - PIVOT) @ view.turn.T).astype(np.float32)
    n = unit(((piece.normals @ view.turn.T)[corner] * weight).sum(1))
    n = np.where(outside, n, -n)
    v = unit(np.array([0, 0, DISTANCE], np.float32) - (position[corner] * weight).sum(1))
    lamps = view.light.shining()
    mirror = 2 * (n * v).sum(1, keepdims=True) * n - v
    power, surroundings, _, shiny = lamps.shares(photo)
    lit = surroundings * mix(lamps.ground, lamps.sky, 0.5 + 0.5 * n[:, 1:2]) * 0.85
    shine = np.zeros((len(n), 1), np.float32)
    for i, (direction, colour) in enumerate(zip(lamps.directions, lamps.colours, strict=True)):
        facing = (n @ direction)[:, None]
        lit = lit + power * colour * (0.55 if i == 2 else 0.92) * wrapped(facing, row(0.76, 0.76, 0.76))
        shine += colour[1] * np.clip(facing * 3, 0, 1) * mirrored(mirror, direction) ** 4
    result = lit_by(own[:, :3]) * lit * np.where(outside, 1.0, 0.42) + shiny * piece.gloss * outside * shine * 0.25
    alpha = np.where(own[:, 3:] >= _SOLID, 1.0, own[:, 3:])
    return found.pixel[seen], found.depth[seen], np.concatenate([develop(result), np.ones_like(alpha)], 1) * alpha


def _area(places: np.ndarray, triangles: np.ndarray) -> np.ndarray:
    """Twice the signed area (m,) in pixels, below 0 for what faces the viewer: y points down."""
    a, b, c = (places[triangles[:, k], :2] for k in range(3))
    return (b[:, 0] - a[:, 0]) * (c[:, 1] - a[:, 1]) - (c[:, 0] - a[:, 0]) * (b[:, 1] - a[:, 1])
