"""A portrait of the bare head for the face model to look at: painted brows, lips and irises, one soft light."""

from dataclasses import dataclass

import numpy as np

from engine.head.model import Head
from engine.head.raster import interpolate, rasterise

SIDE = 1024
SCALE = 400.0  # pixels per dm at the pivot's depth
DISTANCE = 9.0  # dm
# no lashes (they are strips, not hairs); teeth stay dark so that the inner lips are what the model sees
PARTS = ("skin", "socket", "cavity", "eye_left", "eye_right")


@dataclass(frozen=True, eq=False)
class Sitting:
    """image (h, w, 3) uint8; triangle (h, w) index into the head's triangles or -1; barycentric (h, w, 3)."""

    image: np.ndarray
    triangle: np.ndarray
    barycentric: np.ndarray


def project(points: np.ndarray, turn: np.ndarray | None = None) -> np.ndarray:
    """(n, 3) pixels and depth of head points."""
    q = points if turn is None else points @ turn.T
    s = SCALE * DISTANCE / (DISTANCE - q[:, 2])
    return np.c_[SIDE / 2 + s * q[:, 0], SIDE / 2 + 40 - s * (q[:, 1] - 0.05), DISTANCE - q[:, 2]]


def _colours(head: Head, tone: tuple[float, float, float]) -> np.ndarray:
    colour = np.tile(np.array(tone), (len(head.vertices), 1))
    lips = head.masks["lips"][:, None] ** 2
    colour = colour * (1 - lips) + np.array([0.62, 0.27, 0.26]) * lips
    x, y, z = head.vertices.T
    for eye in head.eyes.values():
        cx, cy, _ = eye.centre
        u = np.abs(x - cx) * np.sign(np.abs(x) - abs(cx))  # outwards from the eye's middle
        ridge = cy + 0.155 + 0.035 * np.cos((u - 0.03) * 6.0)
        brow = np.exp(-(((y - ridge) / 0.024) ** 2)) * np.clip((0.20 - np.abs(u)) / 0.04, 0, 1) * (z > 0.6)
        colour = colour * (1 - 0.85 * brow[:, None]) + np.array([0.16, 0.1, 0.07]) * 0.85 * brow[:, None]
    hair = head.masks["scalp"][:, None]
    colour = colour * (1 - hair) + np.array([0.15, 0.1, 0.07]) * hair
    for name in ("cavity",):
        colour[np.setdiff1d(head.vertices_of(name), head.vertices_of("skin"))] = [0.06, 0.02, 0.02]
    for side, eye in head.eyes.items():
        ids = head.vertices_of(f"eye_{side}")
        arm = head.vertices[ids] - eye.centre
        off = np.hypot(arm[:, 0], arm[:, 1])
        iris = (off < head.iris_radius) & (arm[:, 2] > 0)
        pupil = off < 0.4 * head.iris_radius
        colour[ids] = np.where(pupil[:, None], 0.02, np.where(iris[:, None], [0.28, 0.17, 0.1], [0.86, 0.84, 0.82]))
    return colour


def draw(
    head: Head,
    vertices: np.ndarray,
    turn: np.ndarray | None = None,
    tone: tuple[float, float, float] = (0.80, 0.60, 0.51),
    light: tuple[float, float, float] = (0.25, 0.45, 0.85),
) -> Sitting:
    chosen = np.flatnonzero(np.isin(head.part, [head.parts.index(p) for p in PARTS]))
    triangles = head.triangles[chosen]
    face, barycentric = rasterise(project(vertices, turn), triangles, (SIDE, SIDE))
    normal = head.normals(vertices)
    if turn is not None:
        normal = normal @ turn.T
    direction = np.array(light) / np.linalg.norm(light)
    shade = 0.45 + 0.6 * np.clip(normal @ direction, 0, 1)
    lit = interpolate(np.clip(_colours(head, tone) * shade[:, None], 0, 1), triangles, face, barycentric)
    image = np.where(face[..., None] >= 0, lit, [0.62, 0.66, 0.70])
    triangle = np.where(face >= 0, chosen[np.maximum(face, 0)], -1)
    return Sitting((np.clip(image, 0, 1) ** (1 / 1.3) * 255).astype(np.uint8), triangle, barycentric)
