"""A head as an exporter sees it: parts with one material each, in metres, with named morph targets."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from engine.head.model import Head
from engine.head.portrait.colour import linear
from engine.head.portrait.piece import Piece
from engine.rig.skeleton import skeleton_of

NO_TEXTURES: Mapping[str, "Textures"] = {}
FACE = "Face"
"""The node that holds the head's own mesh, which animations of other files name too."""
PERSONAL = "personal"
"""The target after the 52, on at rest: what of a photo's face the rig cannot say."""
METRES = np.float32(0.1)
"""The head's decimetres in the metres of glTF and most tools."""


@dataclass(frozen=True)
class Textures:
    """Pictures of a material, each a whole PNG or JPEG file, or empty; v down, as a part's uv.

    base: sRGB, multiplies the material's colour. normal: tangent space, +y up in the picture, as glTF says.
    roughness: green holds it, 0..1, blue is 0, no metal; multiplies the material's.
    """

    base: bytes = b""
    normal: bytes = b""
    roughness: bytes = b""


@dataclass(frozen=True)
class Material:
    """colour: straight sRGB 0..1 with alpha; roughness 0..1. alpha: whether its own and the picture's count, by degrees
    ("blend"), as all or nothing ("mask"), or not."""

    name: str
    colour: tuple[float, float, float, float]
    roughness: float
    textures: Textures = Textures()
    alpha: Literal["opaque", "mask", "blend"] = "opaque"
    two_sided: bool = False


@dataclass(frozen=True, eq=False)
class HeadPart:
    """One piece of the mesh with one material.

    positions (n, 3), normals (n, 3) and uv (n, 2) float32, uv with v down as in a picture; triangles (m, 3) uint32;
    targets (52, n, 3) float32 displacements, or 53, see `RigModel`; target_normals of the same shape, what each
    target at 1 adds to the normals: N + dN is the unit normal of the displaced mesh, smoothed as at rest. tint (n,
    3) float32 0..1, linear, multiplies the material's colour (lips, iris, pupil) and is None where nothing differs.
    tangents (n, 4) float32: the unit direction in which u grows, at right angles to the normal, and 1 or -1, by
    which their cross product is to be multiplied to point where v shrinks. joints (n, 4) uint8 and shares (n, 4)
    float32: which of `skeleton.JOINTS` move a vertex, and how much, in sum 1; one that does not has number 0.
    Corners that share a place but not a uv are apart, and have the same normal. node: what the thing is called that
    the part belongs to.
    """

    name: str
    material: Material
    positions: np.ndarray
    normals: np.ndarray
    uv: np.ndarray
    triangles: np.ndarray
    targets: np.ndarray
    target_normals: np.ndarray
    tangents: np.ndarray
    joints: np.ndarray
    shares: np.ndarray
    tint: np.ndarray | None = None
    node: str = FACE


@dataclass(frozen=True)
class Colours:
    """Straight sRGB 0..1 of what a photo can tell: skin, lips, iris and teeth."""

    skin: tuple[float, float, float] = (0.78, 0.60, 0.51)
    lips: tuple[float, float, float] = (0.66, 0.38, 0.36)
    iris: tuple[float, float, float] = (0.33, 0.24, 0.17)
    teeth: tuple[float, float, float] = (0.87, 0.84, 0.78)


@dataclass(frozen=True, eq=False)
class RigModel:
    """A head by name: its parts, and where each of `skeleton.JOINTS` is, (5, 3) float32 in metres.

    own: names of the targets after the 52, which are on at rest: `PERSONAL`, or none.
    """

    name: str
    parts: tuple[HeadPart, ...]
    joints: np.ndarray
    own: tuple[str, ...] = ()

    def raised(self, height: float) -> "RigModel":
        """The same head so many metres higher."""
        up = np.array([0, height, 0], np.float32)
        return replace(self, parts=tuple(replace(part, positions=part.positions + up) for part in self.parts),
                       joints=self.joints + up)


def head_model(name: str, head: Head, vertices: np.ndarray, colours: Colours = Colours(),  # noqa: B008
               textures: Mapping[str, Textures] = NO_TEXTURES, pieces: Sequence[Piece] = (),
               personal: np.ndarray | None = None) -> RigModel:
    """The head with these vertices (V, 3), decimetres, cut into its parts, and the pieces that it wears.

    textures: by part ("skin", "eye_left", a piece's name). What has a picture of its colour is white under it, without
    a tint. personal: (V, 3) dm that become a target of their own; the joints are where it puts them.
    """
    materials = {part: _textured(part, material, textures) for part, material in _materials(colours).items()}
    skeleton = skeleton_of(head, vertices if personal is None else vertices + personal)
    chosen, shares = _strongest(skeleton.shares)
    normals = head.normals(vertices)
    moves = head.expression_basis if personal is None else np.concatenate([head.expression_basis, personal[None]])
    turns = _turns(head, vertices, normals, moves)
    parts = []
    for index, part in enumerate(head.parts):
        rows = head.part == index
        if not rows.any():
            continue
        corners = np.stack([head.triangles[rows].ravel(), head.uv_triangles[rows].ravel()], axis=1)
        unique, numbering = np.unique(corners, axis=0, return_inverse=True)
        at, uv_at = unique[:, 0], unique[:, 1]
        uv = head.uv[uv_at].copy()
        uv[:, 1] = 1 - uv[:, 1]
        corner_normals, triangles = _unit(normals[at]), numbering.reshape(-1, 3).astype(np.uint32)
        positions = np.ascontiguousarray(vertices[at], np.float32) * METRES
        parts.append(HeadPart(
            name=part, material=materials[part],
            positions=positions, normals=corner_normals, uv=uv.astype(np.float32), triangles=triangles,
            tangents=tangents_of(positions, corner_normals, uv, triangles), joints=chosen[at], shares=shares[at],
            targets=np.ascontiguousarray(moves[:, at], np.float32) * METRES, target_normals=turns[:, at],
            tint=None if materials[part].textures.base else _tint(head, part, at, uv, materials[part], colours),
        ))
    parts += [_piece_part(piece, vertices, turns, moves, skeleton.shares, textures.get(piece.name, Textures()))
              for piece in pieces]
    return RigModel(name, tuple(parts), skeleton.places * METRES, () if personal is None else (PERSONAL,))


def node_of(piece: Piece) -> str:
    """What files call the node of a piece that the head wears."""
    return piece.name.capitalize()


def _piece_part(piece: Piece, vertices: np.ndarray, turns: np.ndarray, moves: np.ndarray, shares: np.ndarray,
                pictures: Textures) -> HeadPart:
    """A piece as a part: it goes with the expressions and joints that move what it hangs on. moves, turns (T, V, 3):
    what each expression at 1 adds to the head's places and normals; shares (V, joints)."""
    positions, normals = piece.placed(vertices) * METRES, _unit(piece.normals)
    targets = np.stack([piece.weights @ move for move in moves]).astype(np.float32) * METRES
    turned = np.zeros_like(targets)
    for own, turn in zip(turned, turns, strict=True):
        if turn.any():
            own[:] = _unit(normals + piece.weights @ turn) - normals
    held = np.clip(piece.weights @ shares, 0, None)
    chosen, strongest = _strongest(held / held.sum(axis=1, keepdims=True))
    material = Material(piece.name, (1.0, 1.0, 1.0, 1.0), 0.85 - 0.6 * piece.gloss, pictures,
                        "mask" if piece.cut else "blend", piece.two_sided)
    return HeadPart(piece.name, material, positions, normals, piece.uv.astype(np.float32),
                    piece.triangles.astype(np.uint32), targets, turned,
                    tangents_of(positions, normals, piece.uv, piece.triangles), chosen, strongest,
                    node=node_of(piece))


def _textured(part: str, material: Material, textures: Mapping[str, Textures]) -> Material:
    if part not in textures:
        return material
    own, white = textures[part], (1.0, 1.0, 1.0, material.colour[3])
    # Parts that share a plain material may have different pictures.
    return replace(material, name=part, textures=own, colour=white if own.base else material.colour,
                   roughness=1.0 if own.roughness else material.roughness)


def _strongest(shares: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """(V, 4) uint8 and (V, 4) float32: the four joints that move each vertex most, and their shares, in sum 1."""
    order = np.argsort(-shares, axis=1, kind="stable")[:, :4]
    values = np.take_along_axis(shares, order, axis=1).astype(np.float32)
    values /= values.sum(axis=1, keepdims=True)
    return np.where(values > 0, order, 0).astype(np.uint8), values


def tangents_of(positions: np.ndarray, normals: np.ndarray, uv: np.ndarray, triangles: np.ndarray) -> np.ndarray:
    """(n, 4) float32, as `HeadPart.tangents`: each triangle's own (Lengyel 2001), weighted by its angle at the vertex
    as in MikkTSpace (Mikkelsen 2008). A vertex without an area in the picture gets some direction in its plane."""
    corners, places = positions[triangles].astype(np.float64), uv[triangles].astype(np.float64)
    one, two = corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]
    (u1, v1), (u2, v2) = ((places[:, corner] - places[:, 0]).T for corner in (1, 2))
    area = u1 * v2 - u2 * v1
    sign = np.sign(area)[:, None]
    along, down = sign * (one * v2[:, None] - two * v1[:, None]), sign * (two * u1[:, None] - one * u2[:, None])
    summed = np.zeros((2, len(positions), 3))
    for corner in range(3):
        before, after = (corners[:, (corner + step) % 3] - corners[:, corner] for step in (1, 2))
        angle = np.arccos(np.clip((_straight(before) * _straight(after)).sum(axis=1), -1, 1))[:, None]
        for total, direction in zip(summed, (along, down), strict=True):
            np.add.at(total, triangles[:, corner], angle * _straight(direction))
    normal = normals.astype(np.float64)
    plane = summed[0] - normal * (normal * summed[0]).sum(axis=1, keepdims=True)
    lost = np.linalg.norm(plane, axis=1) < 1e-6
    other = np.cross(normal, np.eye(3)[np.abs(normal).argmin(axis=1)])
    tangent = _straight(np.where(lost[:, None], other, plane))
    handed = np.where((np.cross(normal, tangent) * summed[1]).sum(axis=1) > 0, -1.0, 1.0)  # v grows downward
    return np.concatenate([tangent, handed[:, None]], axis=1).astype(np.float32)


def _straight(vectors: np.ndarray) -> np.ndarray:
    return vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-20)


def _tint(head: Head, name: str, at: np.ndarray, uv: np.ndarray, material: Material,
          colours: Colours) -> np.ndarray | None:
    base = np.maximum(linear(material.colour[:3]), 1e-4)
    if name == "skin":
        share = head.masks["lips"][at][:, None]
        return _ratio(share * linear(colours.lips) + (1 - share) * base, base)
    if name.startswith("eye_"):
        # An eye's uv is polar: half a unit from the middle is the far pole.
        angle = np.linalg.norm(uv - 0.5, axis=1) * 2 * np.pi
        iris = np.arcsin(min(1.0, head.iris_radius / head.eyes[name.removeprefix("eye_")].radius))
        colour = np.tile(base, (len(at), 1))
        colour[angle <= iris * 1.05] = linear(colours.iris)
        colour[angle <= iris * 0.4] = 0.004
        return _ratio(colour, base)
    return None


def _ratio(colour: np.ndarray, base: np.ndarray) -> np.ndarray:
    return np.clip(colour / base, 0, 1).astype(np.float32)


def _turns(head: Head, vertices: np.ndarray, normals: np.ndarray, moves: np.ndarray) -> np.ndarray:
    """(T, V, 3) float32: what each of moves (T, V, 3) adds to the unit normals (V, 3) of the head with these vertices.

    Over the whole head, not part by part, so that parts that meet (skin, socket, cavity) go on agreeing at their rims.
    """
    turns = np.zeros_like(moves)
    for turn, move in zip(turns, moves, strict=True):
        if move.any():
            displaced = head.normals(vertices + move)
            # A vertex whose triangles all collapse has no normal there: it keeps the one that it has at rest.
            np.subtract(displaced, normals, out=turn, where=displaced.any(axis=1, keepdims=True))
    return turns


def _unit(normals: np.ndarray) -> np.ndarray:
    """Normals of length one; a vertex without area points forward."""
    length = np.linalg.norm(normals.astype(np.float64), axis=1, keepdims=True)
    return np.where(length > 1e-6, normals / np.maximum(length, 1e-6), (0.0, 0.0, 1.0)).astype(np.float32)


def _materials(colours: Colours) -> dict[str, Material]:
    lash = Material("lashes", (0.09, 0.07, 0.06, 0.7), 0.9, alpha="blend", two_sided=True)
    tooth, wet = Material("teeth", (*colours.teeth, 1.0), 0.3), Material("cavity", (0.22, 0.07, 0.07, 1.0), 0.5)
    named = {
        "skin": Material("skin", (*colours.skin, 1.0), 0.6), "socket": Material("socket", (0.62, 0.36, 0.33, 1.0), 0.5),
        "cavity": wet, "tongue": Material("tongue", (0.62, 0.32, 0.32, 1.0), 0.4),
        "gum": Material("gum", (0.63, 0.33, 0.32, 1.0), 0.4), "teeth_upper": tooth, "teeth_lower": tooth,
        "eye_left": Material("eyes", (0.92, 0.90, 0.88, 1.0), 0.15),
        "lash_upper": lash, "lash_lower": lash,
    }
    return named | {"eye_right": named["eye_left"]}
