"""A head as an exporter sees it: parts with one material each, in metres, with named morph targets."""

from dataclasses import dataclass

import numpy as np

from engine.head.model import Head

METRES = np.float32(0.1)
"""The head's decimetres in the metres of glTF and most tools."""


@dataclass(frozen=True)
class Material:
    """colour: straight sRGB 0..1 with alpha; roughness 0..1."""

    name: str
    colour: tuple[float, float, float, float]
    roughness: float


@dataclass(frozen=True, eq=False)
class HeadPart:
    """One piece of the mesh with one material.

    positions (n, 3), normals (n, 3) and uv (n, 2) float32, uv with v down as in a picture; triangles (m, 3) uint32;
    targets (52, n, 3) float32 displacements; target_normals (52, n, 3) float32, what each target at 1 adds to the
    normals: N + dN is the unit normal of the displaced mesh, smoothed as at rest. tint (n, 3) float32 0..1, linear,
    multiplies the material's colour (lips, iris, pupil) and is None where nothing differs. Corners that share a place
    but not a uv are apart, and have the same normal.
    """

    name: str
    material: Material
    positions: np.ndarray
    normals: np.ndarray
    uv: np.ndarray
    triangles: np.ndarray
    targets: np.ndarray
    target_normals: np.ndarray
    tint: np.ndarray | None = None


@dataclass(frozen=True)
class Colours:
    """Straight sRGB 0..1 of what a photo can tell: skin, lips and iris."""

    skin: tuple[float, float, float] = (0.78, 0.60, 0.51)
    lips: tuple[float, float, float] = (0.66, 0.38, 0.36)
    iris: tuple[float, float, float] = (0.33, 0.24, 0.17)


def head_parts(head: Head, vertices: np.ndarray, colours: Colours = Colours()) -> tuple[HeadPart, ...]:  # noqa: B008
    """The head with these vertices (V, 3), decimetres, cut into its parts."""
    materials = _materials(colours)
    normals = head.normals(vertices)
    turns = _turns(head, vertices, normals)
    parts = []
    for index, name in enumerate(head.parts):
        rows = head.part == index
        if not rows.any():
            continue
        corners = np.stack([head.triangles[rows].ravel(), head.uv_triangles[rows].ravel()], axis=1)
        unique, numbering = np.unique(corners, axis=0, return_inverse=True)
        at, uv_at = unique[:, 0], unique[:, 1]
        uv = head.uv[uv_at].copy()
        uv[:, 1] = 1 - uv[:, 1]
        parts.append(HeadPart(
            name=name, material=materials[name],
            positions=np.ascontiguousarray(vertices[at], np.float32) * METRES,
            normals=_unit(normals[at]), uv=uv.astype(np.float32),
            triangles=numbering.reshape(-1, 3).astype(np.uint32),
            targets=np.ascontiguousarray(head.expression_basis[:, at]) * METRES, target_normals=turns[:, at],
            tint=_tint(head, name, at, uv, materials[name], colours),
        ))
    return tuple(parts)


def linear(colour: tuple[float, ...]) -> np.ndarray:
    """(3,) float64 linear light from straight sRGB 0..1 (IEC 61966-2-1)."""
    value = np.clip(np.array(colour[:3], np.float64), 0, 1)
    return np.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4)


def _tint(head: Head, name: str, at: np.ndarray, uv: np.ndarray, material: Material,
          colours: Colours) -> np.ndarray | None:
    base = np.maximum(linear(material.colour), 1e-4)
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


def _turns(head: Head, vertices: np.ndarray, normals: np.ndarray) -> np.ndarray:
    """(52, V, 3) float32: what each expression at 1 adds to the unit normals (V, 3) of the head with these vertices.

    Over the whole head, not part by part, so that parts that meet (skin, socket, cavity) go on agreeing at their rims.
    """
    turns = np.zeros_like(head.expression_basis)
    for turn, move in zip(turns, head.expression_basis, strict=True):
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
    lash = Material("lashes", (0.09, 0.07, 0.06, 0.7), 0.9)
    tooth, wet = Material("teeth", (0.87, 0.84, 0.78, 1.0), 0.3), Material("cavity", (0.22, 0.07, 0.07, 1.0), 0.5)
    named = {
        "skin": Material("skin", (*colours.skin, 1.0), 0.6), "socket": Material("socket", (0.62, 0.36, 0.33, 1.0), 0.5),
        "cavity": wet, "tongue": Material("tongue", (0.62, 0.32, 0.32, 1.0), 0.4),
        "gum": Material("gum", (0.63, 0.33, 0.32, 1.0), 0.4), "teeth_upper": tooth, "teeth_lower": tooth,
        "eye_left": Material("eyes", (0.92, 0.90, 0.88, 1.0), 0.15),
        "lash_upper": lash, "lash_lower": lash,
    }
    return named | {"eye_right": named["eye_left"]}
