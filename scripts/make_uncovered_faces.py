"""How uncovered faces look, from drawn ones: ``make_uncovered_faces.py OUT.npz``. See resources/puppet/README.md.

Needs the models ``mobilestylegan`` and ``face-landmarker``. Ten minutes on two cores.
"""

import argparse
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from engine.base.opencv import cv2
from engine.engine import Engine
from engine.photo.crop import crop_for, cut
from engine.puppet.cover.uncovered_faces import readings
from engine.puppet.facemap import MOUTH, OUTER_LIPS, OVAL, FaceAxes, face_axes

DRAWN = ((9000, 9050, 0.8), (9100, 9128, 0.85), (9500, 9530, 0.8))
"""First seed, end, truncation."""
LEFT_OUT = {9006, 9010, 9011, 9034, 9036, 9041, 9044, 9047, 9049, 9104, 9107, 9111, 9117, 9119, 9120, 9122, 9124, 9127,
            9513, 9517, 9520, 9522, 9523, 9528, 9529}
"""Glasses, hands, profiles: by eye."""
SIDE, ROWS, MODES, CHANGED = 224, 48, 40, 4
SKIN = (50, 280, 101, 330, 205, 425, 36, 266, 117, 346, 4, 5, 195, 197, 151, 9, 118, 347, 187, 411, 108, 337)
_LEAST = (0.05, 0.02, 0.02)  # of the deviations, log


@dataclass(frozen=True, eq=False)
class Drawn:
    """A face's crop (SIDE, SIDE, 3) uint8, and its landmarks (478, 2) there."""

    pixels: np.ndarray
    landmarks: np.ndarray


def drawn_faces(engine: Engine) -> Iterator[Drawn]:
    import torch

    from engine.generator.generator import to_pixels

    generator = engine.shared.latents.generator
    for first, end, psi in DRAWN:
        for seed in sorted(set(range(first, end)) - LEFT_OUT):
            z = torch.from_numpy(np.random.RandomState(seed).randn(1, 512).astype(np.float32))
            with torch.inference_mode():
                picture = to_pixels(generator.synthesis(generator.spread(generator.mapping(z), psi), 1024)).reshape(
                    1024, 1024, 3)
            small = cv2.resize(picture, (512, 512), interpolation=cv2.INTER_AREA)
            for face in engine.shared.analyser.faces(small)[:1]:
                crop = crop_for(face.landmarks)
                square = cv2.resize(cut(small, crop), (SIDE, SIDE), interpolation=cv2.INTER_AREA)
                yield Drawn(square, crop.to_crop(face.landmarks)[:, :2].astype(np.float64) * (SIDE / crop.side))


def changed(face: Drawn, axes: FaceAxes, rng: np.random.RandomState) -> np.ndarray:
    """The face with make-up, in another light, as another camera would have it."""
    unit = face.pixels.astype(np.float32) / 255
    rows, columns = np.mgrid[:SIDE, :SIDE].astype(np.float32)
    place = np.stack([columns, rows], -1)
    if rng.rand() < 0.2:
        lips = np.zeros((SIDE, SIDE), np.float32)
        inner = [*MOUTH.upper, *MOUTH.lower[-2:0:-1]]
        for outline, value in ((list(OUTER_LIPS), 1.0), (inner, 0.0)):
            cv2.fillPoly(lips, [np.round(face.landmarks[outline]).astype(np.int32).reshape(-1, 1, 2)], value)
        share = cv2.GaussianBlur(lips, (0, 0), 1)[..., None] * rng.uniform(0.3, 0.8)
        colour = np.array([(0.8, 0.15, 0.2), (0.5, 0.05, 0.15), (0.8, 0.35, 0.45), (0.45, 0.2, 0.15)][rng.randint(4)])
        unit = unit * (1 - share) + share * colour * (0.3 + unit.mean(-1, keepdims=True))
    if rng.rand() < 0.15:
        for lid in ((159, 27), (386, 257)):
            away = ((place - face.landmarks[list(lid)].mean(0)) ** 2).sum(-1) / (0.06 * axes.height) ** 2
            tint = 1 - np.array([0.7, 0.4, 0.6]) * rng.rand()
            unit = unit * (1 - rng.uniform(0.2, 0.5) * np.exp(-away / 2)[..., None] * tint)
    if rng.rand() < 0.4:
        angle = rng.uniform(0, 2 * np.pi)
        across = ((place - face.landmarks[1]) @ np.array([np.cos(angle), np.sin(angle)])) / axes.height
        unit = unit * np.exp(-rng.uniform(0.3, 2.0) / (1 + np.exp(-across / rng.uniform(0.02, 0.3))))[..., None]
    if rng.rand() < 0.3:
        unit = unit * rng.uniform(0.8, 1.25, 3)
    if rng.rand() < 0.3:
        unit = np.clip(unit, 1e-4, None) ** rng.uniform(0.7, 1.6)
    if rng.rand() < 0.15:
        gray = unit.mean(-1, keepdims=True)
        unit = gray + (unit - gray) * rng.choice([0, 0.3, 0.6, 1.4])
    if rng.rand() < 0.15:
        haze = rng.uniform(0.4, 0.8)
        unit = unit * haze + (1 - haze) * rng.uniform(0.3, 0.9)
    return np.asarray((np.clip(unit, 0, 1) * 255 + 0.5).astype(np.uint8))


def mean_face(faces: list[Drawn]) -> np.ndarray:
    """(468, 2) the mean of the faces and their mirror images, face heights from between the eyes."""
    from scipy.spatial import cKDTree

    shapes = []
    for face in faces:
        axes = face_axes(face.landmarks)
        away = face.landmarks[:468] - face.landmarks[[33, 263]].mean(0)
        shapes.append(np.stack([away @ axes.right, away @ axes.down], 1) / axes.height)
    mean = np.mean(shapes, axis=0)
    mirrored = mean * [-1, 1]
    return np.asarray((mean + mirrored[cKDTree(mirrored).query(mean)[1]]) / 2)


def lattice(mean: np.ndarray) -> dict[str, np.ndarray]:
    """Places on the mean face, and the landmarks that carry them."""
    from scipy.spatial import Delaunay, cKDTree

    outline = mean[list(OVAL)]
    low, high = outline.min(0), outline.max(0)
    step = (high[1] - low[1]) / ROWS
    columns = round((high[0] - low[0]) / step)
    x, y = low[0] + (np.arange(columns) + 0.5) * step, low[1] + (np.arange(ROWS) + 0.5) * step
    points = np.stack(np.meshgrid(x, y), -1).reshape(-1, 2)
    triangles = Delaunay(mean)
    found = triangles.find_simplex(points)
    polygon = (outline * 1000).astype(np.float32).reshape(-1, 1, 2)
    inside = np.array([cv2.pointPolygonTest(polygon, (float(a), float(b)), False) > 0 for a, b in points * 1000])
    cells = np.flatnonzero(inside & (found >= 0))
    points, found = points[cells], found[cells]
    transform = triangles.transform[found]
    two = np.einsum("nij,nj->ni", transform[:, :2], points - transform[:, 2])
    return {"grid": np.array([ROWS, columns], np.int32), "cells": cells.astype(np.int32),
            "corners": triangles.simplices[found].astype(np.int16),
            "weights": np.column_stack([two, 1 - two.sum(1)]).astype(np.float32), "at": points.astype(np.float32),
            "outline": outline.astype(np.float32), "skin": cKDTree(mean[list(SKIN)]).query(points)[0] < 0.05}


def statistics(faces: list[Drawn], places: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    """Mean, deviations, and the directions in which faces differ together (principal components)."""
    rng = np.random.RandomState(0)
    read = []
    for face in faces:
        axes = face_axes(face.landmarks)
        at = (face.landmarks[places["corners"].astype(int)] * places["weights"][..., None]).sum(1)
        read += [readings(face.pixels, at, axes)]
        read += [readings(changed(face, axes, rng), at, axes) for _ in range(CHANGED)]
    values = np.array(read, np.float32)
    values -= np.median(values[:, places["skin"]], axis=1)[:, None]
    rows, columns = places["grid"]
    number = np.full(rows * columns, -1)
    number[places["cells"]] = np.arange(len(places["cells"]))
    mirror = number.reshape(rows, columns)[:, ::-1].ravel()[places["cells"]]
    mirror = np.where(mirror >= 0, mirror, np.arange(len(mirror)))
    values = np.concatenate([values, values[:, mirror]])
    mean = np.median(values, axis=0)
    off = (values - mean).reshape(len(values), -1)
    deviation = np.maximum(1.4826 * np.median(np.abs(off), axis=0), np.tile(_LEAST, len(mean))).astype(np.float32)
    scaled = np.clip(off / deviation, -6, 6).astype(np.float32)
    size, vectors = np.linalg.eigh(scaled @ scaled.T)
    size, vectors = size[::-1][:MODES], vectors[:, ::-1][:, :MODES]
    modes = (vectors / np.sqrt(size)).T @ scaled
    left = scaled - (scaled @ modes.T) @ modes
    rest = np.sqrt(np.mean(np.minimum(left ** 2, 9), axis=0))
    steps = np.abs(modes).max(1) / 127
    return {"mean": mean, "deviation": deviation.reshape(-1, 3), "rest": rest.reshape(-1, 3).astype(np.float32),
            "modes": np.round(modes / steps[:, None]).astype(np.int8), "mode_scale": steps.astype(np.float32),
            "variance": (size / len(scaled)).astype(np.float32)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    with closing(Engine()) as engine:
        faces = list(drawn_faces(engine))
    places = lattice(mean_face(faces))
    found: dict[str, Any] = {**places, **statistics(faces, places)}
    np.savez_compressed(options.out, **found)
    print(len(faces), "faces", options.out)


if __name__ == "__main__":
    main()
