"""The head as a linear model: vertices = base + shape weights x shape targets + expression weights x ARKit targets.

Lengths in decimetres, origin at the head's pivot (between the ears), +x the subject's left, +y up, +z forward.
The mesh and its targets are MakeHuman's hm08 (CC0); see resources/head/README.md.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from engine.base.errors import UsageError
from engine.base.text import Text


@dataclass(frozen=True)
class Eyeball:
    """An eyeball of the base head: centre (3,) and radius in dm."""

    centre: np.ndarray
    radius: float


@dataclass(frozen=True, eq=False, repr=False)
class Head:
    """The mesh, its targets and what is known about its surface. Arrays are shared: do not write into them.

    vertices (V, 3) float32; triangles (F, 3) int32, counter-clockwise seen from outside; part (F,) uint8, an index
    into `parts`; uv (T, 2) float32 with v up and uv_triangles (F, 3) int32 into it. Skin, socket and cavity share one
    atlas with the face upright; an eye's uv is polar about (0.5, 0.5), radius 0.5 being 180 degrees from its pole; a
    lash strip's u runs from the nose outwards and v from lid 0 to tips 1.
    sliders: (name, target at -1 or None, target at +1); a slider without a lower target goes 0..1.
    masks: region name -> (V,) float32 0..1. landmark_triangle (478,) and landmark_barycentric (478, 3) say where
    MediaPipe's landmarks lie. shape_basis (Ns, V, 3) and expression_basis (52, V, 3) float32.
    """

    vertices: np.ndarray
    triangles: np.ndarray
    part: np.ndarray
    parts: tuple[str, ...]
    uv: np.ndarray
    uv_triangles: np.ndarray
    shape_names: tuple[str, ...]
    expression_names: tuple[str, ...]
    sliders: tuple[tuple[str, str | None, str], ...]
    masks: dict[str, np.ndarray]
    eyes: dict[str, Eyeball]
    iris_radius: float
    landmark_triangle: np.ndarray
    landmark_barycentric: np.ndarray
    shape_basis: np.ndarray
    expression_basis: np.ndarray

    def __repr__(self) -> str:
        return f"Head({len(self.vertices)} vertices, {len(self.shape_names)} shapes, {len(self.parts)} parts)"

    @cached_property
    def shape_index(self) -> dict[str, int]:
        """Where each shape target stands in a weight vector."""
        return {name: index for index, name in enumerate(self.shape_names)}

    def shape(self, shape_weights: np.ndarray | None = None, expression: np.ndarray | None = None) -> np.ndarray:
        """Vertices (V, 3) float32 for shape weights (Ns,) and ARKit weights (52,); None is all zero."""
        flat = self.vertices.reshape(-1).copy()
        for weights, basis in ((shape_weights, self.shape_basis), (expression, self.expression_basis)):
            if weights is None:
                continue
            weights = np.asarray(weights, dtype=np.float32)
            if weights.shape != (len(basis),):
                raise UsageError(Text("expected {0} weights, got an array of shape {1}", len(basis), weights.shape))
            rows = basis.reshape(len(basis), -1)
            active = np.flatnonzero(weights)
            if len(active) > len(basis) // 2:
                flat += weights @ rows
            else:
                for index in active:
                    flat += weights[index] * rows[index]
        return flat.reshape(-1, 3)

    def triangles_of(self, *names: str) -> np.ndarray:
        """Triangles (n, 3) of the named parts, in the mesh's order."""
        for name in names:
            if name not in self.parts:
                raise UsageError(Text("the head has no part {0}", repr(name)),
                                 Text("parts: {0}", ", ".join(self.parts)))
        return self.triangles[np.isin(self.part, [self.parts.index(name) for name in names])]

    def vertices_of(self, *names: str) -> np.ndarray:
        """Ascending ids of the vertices that the named parts use."""
        return np.unique(self.triangles_of(*names))

    def normals(self, vertices: np.ndarray) -> np.ndarray:
        """Unit vertex normals (V, 3) float32, triangles weighted by area."""
        corners = np.asarray(vertices, dtype=np.float32)[self.triangles]
        face = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
        ids = self.triangles.ravel()
        summed = np.stack(
            [np.bincount(ids, np.repeat(face[:, axis], 3), minlength=len(vertices)) for axis in range(3)], axis=1
        )
        length = np.linalg.norm(summed, axis=1, keepdims=True)
        return (summed / np.maximum(length, 1e-20)).astype(np.float32)

    def landmarks(self, vertices: np.ndarray) -> np.ndarray:
        """The 478 landmark points (478, 3) on a deformed head."""
        corners = np.asarray(vertices)[self.triangles[self.landmark_triangle]]
        return np.einsum("lk,lkc->lc", self.landmark_barycentric, corners)

    def weights(self, values: dict[str, float]) -> np.ndarray:
        """Shape weights (Ns,) for slider values: below 0 the lower target at -value, above 0 the upper one.

        Values may exceed -1..1 (a fit may ask for it). Raises UsageError for an unknown slider or a value that is not
        finite, and for a negative value where a slider has no lower target.
        """
        result = np.zeros(len(self.shape_names), dtype=np.float32)
        known = {name: (low, high) for name, low, high in self.sliders}
        for name, value in values.items():
            if name not in known:
                raise UsageError(Text("the head has no slider {0}", repr(name)))
            if not np.isfinite(value):
                raise UsageError(Text("{0}: {1} is not a number a slider can take", name, value))
            low, high = known[name]
            if value < 0 and low is None:
                raise UsageError(Text("{0}: goes from 0 to 1, got {1}", name, value))
            target = low if value < 0 and low is not None else high
            result[self.shape_index[target]] = abs(value)
        return result
