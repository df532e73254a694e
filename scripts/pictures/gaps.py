"""What is left open or changed where nothing should be: pixels, bytes, and the lids of a closed eye."""

import numpy as np

from engine.expression.weights import deformation
from engine.head.raster import rasterise
from engine.puppet.deformation import PITCH_LIMIT, ROLL_LIMIT, YAW_LIMIT, Deformation, weight_names
from engine.puppet.render.drawing import Drawing
from pictures.sitter import Sitter, look_of

UPPER, LOWER = ("AU1", "AU2", "AU4"), ("AU12", "AU15", "AU17", "AU20", "AU25", "AU26")
_LOOKS, _SIZE = 12, 256
_BROWS, _NOSE = (105, 334), 1


def measure(sitter: Sitter) -> dict[str, float]:
    """"left out": pixels that nothing covers or that are undefined, over random looks; "zero": pixels drawn when all
    sliders are at zero; "outside": pixels changed beyond a unit's part of the face; "blink gap": widest opening of the
    lids' rims at blink 10, in face heights."""
    return {"left out": float(_left_out(sitter)), "zero": float(_zero(sitter)), "outside": float(_outside(sitter)),
            "blink gap": _blink_gap(sitter)}


def _zero(sitter: Sitter) -> int:
    return int((sitter.puppet.draw_always(Deformation(), sitter.puppet.side)[..., 3] > 0).sum())


def _outside(sitter: Sitter) -> int:
    puppet = sitter.puppet
    landmarks = sitter.crop.to_crop(sitter.photo.faces[0].landmarks) * np.float32(puppet.side / sitter.crop.side)
    brow, nose = int(landmarks[list(_BROWS), 1].min()), int(landmarks[_NOSE, 1])
    count = 0
    for units, rows in ((UPPER, slice(nose, None)), (LOWER, slice(None, brow))):
        for unit in units:
            drawn = puppet.draw(deformation(look_of({unit: 10}), puppet.facts), puppet.side)
            count += int((drawn[rows, :, 3] > 0).sum())
    return count


def _blink_gap(sitter: Sitter) -> float:
    puppet = sitter.puppet
    moved = puppet.frame.motion.move(deformation(look_of({"blink": 10}), puppet.facts), None)
    mesh = puppet.frame.motion.mesh
    widest = 0.0
    for name, (upper, lower) in mesh.rims.items():
        if name != "mouth":
            apart = np.linalg.norm(moved.positions[upper, :2] - moved.positions[lower, :2], axis=1)
            widest = max(widest, float(apart.max()) / mesh.axes.height)
    return widest


def _left_out(sitter: Sitter) -> int:
    rng, bad = np.random.default_rng(11), 0
    size, count, limits = min(_SIZE, sitter.puppet.side), len(weight_names()), (YAW_LIMIT, PITCH_LIMIT, ROLL_LIMIT)
    for _ in range(_LOOKS):
        values = rng.uniform(-1, 1.4, count) * (rng.random(count) < 0.35)
        wanted = Deformation(tuple(values.tolist()), *(rng.uniform(-1, 1, 3) * limits).tolist())
        drawing = sitter.puppet.drawing(wanted, size)
        arrays = (drawing.target, drawing.offset, drawing.ratio, *(under.colour for under in drawing.underlays))
        bad += sum(int((~np.isfinite(array)).sum()) for array in arrays)
        bad += uncovered(sitter, drawing, size)
    return bad


def uncovered(sitter: Sitter, drawing: Drawing, size: int) -> int:
    """Pixels that neither the mesh nor the layer behind an opening covers."""
    points = np.column_stack([drawing.target * size, drawing.depth])
    face, _ = rasterise(points, sitter.puppet.frame.motion.mesh.triangles, (size, size))
    bare = face < 0
    for under in drawing.underlays:
        height, width = under.changed.shape
        bare[under.y0:under.y0 + height, under.x0:under.x0 + width] &= ~under.changed
    return int(bare.sum())
