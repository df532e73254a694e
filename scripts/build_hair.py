"""Builds resources/hair: the stock hair, brows, beards and glasses, all of them formulas over our own head.

    python scripts/build_hair.py [FOLDER]

Hair is a field over the hood about the head (engine/rig/hair/hood.py): how far it stands off, and where it is. Brows
and beards are covers over the uv of the head. Glasses are tubes bent about the eyes. Nothing is from anywhere else.
"""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import engine  # noqa: E402, F401 - first: it sets what numpy reads when it loads

# isort: split
import numpy as np  # noqa: E402

from engine.head.model import Head  # noqa: E402
from engine.head.pack import load_head  # noqa: E402
from engine.rig.hair.hood import Hood, hood_of  # noqa: E402
from engine.rig.hair.stock_file import FOLDER, OFF_UNIT  # noqa: E402
from engine.rig.texture.layout import AtlasLayout, atlas_layout  # noqa: E402

_SHORT, _MIDDLE, _LONG = -0.62, -1.0, -1.8
_ATLAS = 512


def _soft(value: np.ndarray, low: np.ndarray | float, high: np.ndarray | float) -> np.ndarray:
    t = np.clip((value - low) / (high - low), 0, 1)
    return t * t * (3 - 2 * t)


def _scalp(hood: Hood) -> np.ndarray:
    return hood.scalp * (1 - np.clip(2 * hood.ears, 0, 1))


def _place(hood: Hood) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    x, y, z = np.moveaxis(hood.places(hood.bare), -1, 0)
    return x, y, z


def _hanging(hood: Hood, low: float, free: float) -> np.ndarray:
    """Hair beside and behind the face down to `low`, from `free` degrees of azimuth on."""
    azimuth, height = np.abs(hood.azimuth), hood.height()
    ragged = 0.05 * np.sin(hood.azimuth * 31) + 0.03 * np.sin(hood.azimuth * 83 + 1)
    edge = np.radians(free) + np.radians(14) * _soft(-height, -0.4, 0.3)
    return np.clip((azimuth - edge) / np.radians(7) + 0.5, 0, 1) * np.clip(
        (height - low - ragged) / 0.08 + 0.5, 0, 1) * (hood.path > 1.1)


def _fringe(hood: Hood, low: float) -> np.ndarray:
    _, y, z = _place(hood)
    ragged = 0.03 * np.sin(hood.azimuth * 29) + 0.02 * np.sin(hood.azimuth * 67)
    return np.clip((y - low - ragged) / 0.06 + 0.5, 0, 1) * _soft(z, 0.1, 0.4)


def _buzz(hood: Hood) -> tuple[np.ndarray, np.ndarray]:
    return np.full_like(hood.bare, 0.012), _scalp(hood)


def _cropped(hood: Hood) -> tuple[np.ndarray, np.ndarray]:
    _, y, _ = _place(hood)
    return 0.03 + 0.11 * _soft(y, 0.5, 1.2), _scalp(hood)


def _parted(hood: Hood) -> tuple[np.ndarray, np.ndarray]:
    x, y, z = _place(hood)
    groove = np.exp(-(((x - 0.34) / 0.05) ** 2)) * _soft(z, -0.35, 0.0) * _soft(y, 0.8, 1.1)
    sweep = 0.05 * _soft(-x, -0.3, 0.5) * _soft(z, 0.0, 0.6)
    return (0.04 + 0.15 * _soft(y, 0.5, 1.15) + sweep) * (1 - 0.75 * groove), _scalp(hood)


def _curls(depth: float) -> Callable[[Hood], tuple[np.ndarray, np.ndarray]]:
    def made(hood: Hood) -> tuple[np.ndarray, np.ndarray]:
        x, y, z = _place(hood)
        bumps = np.sin(11 * x + 2 * np.sin(9 * z)) * np.sin(12 * y + 2 * np.sin(8 * x)) * np.sin(10 * z + np.sin(9 * y))
        off = depth * (0.45 + 0.55 * _soft(y, -0.1, 0.9)) + 0.035 * bumps
        return off, np.maximum(_scalp(hood), _fringe(hood, 0.86) * (np.abs(hood.azimuth) < 1.0))
    return made


def _bob(hood: Hood) -> tuple[np.ndarray, np.ndarray]:
    _, y, _ = _place(hood)
    cover = np.maximum(np.maximum(_scalp(hood), _hanging(hood, -0.48, 58)), _fringe(hood, 0.62) * (
        np.abs(hood.azimuth) < 1.15))
    return 0.12 + 0.08 * _soft(y, 0.4, 1.2) + 0.06 * _soft(-y, -0.4, 0.3), cover


def _flowing(low: float, wave: float) -> Callable[[Hood], tuple[np.ndarray, np.ndarray]]:
    def made(hood: Hood) -> tuple[np.ndarray, np.ndarray]:
        x, y, z = _place(hood)
        groove = np.exp(-((x / 0.045) ** 2)) * _soft(z, -0.3, 0.0) * _soft(y, 0.7, 1.0)
        off = (0.10 + 0.07 * _soft(y, 0.4, 1.2)) * (1 - 0.7 * groove) + 0.05 * _soft(-hood.height(), -0.2, 0.6)
        off = off + wave * np.sin(7 * hood.path + 0.8 * np.sin(5 * hood.azimuth)) * _soft(hood.path, 0.9, 1.6)
        return off, np.maximum(_scalp(hood), _hanging(hood, low, 60))
    return made


def _tied(hood: Hood) -> tuple[np.ndarray, np.ndarray]:
    azimuth = np.pi - np.abs(hood.azimuth)
    height = hood.height()
    width = 0.24 - 0.10 * _soft(-height, 0.2, 1.2)
    tail = np.exp(-((azimuth / width) ** 4)) * _soft(hood.path, 0.95, 1.15)
    end = np.clip((height + 1.05) / 0.2, 0, 1)
    off = 0.05 + 0.42 * tail * _soft(hood.path, 0.95, 1.3) * end
    return off, np.maximum(_scalp(hood), (tail > 0.35) * end)


def _bun(hood: Hood) -> tuple[np.ndarray, np.ndarray]:
    x, y, z = _place(hood)
    ball = (x / 0.30) ** 2 + ((y - 1.0) / 0.30) ** 2
    return 0.045 + 0.50 * np.sqrt(np.clip(1 - ball, 0, 1)) * (z < -0.1), _scalp(hood)


HAIR: dict[str, tuple[float, Callable[[Hood], tuple[np.ndarray, np.ndarray]], float, float]] = {
    "buzz": (_SHORT, _buzz, 0.0, 0.35), "short": (_SHORT, _cropped, 0.0, 0.0),
    "side-part": (_SHORT, _parted, 0.03, 0.0),
    "curly": (_SHORT, _curls(0.24), 0.05, 0.9), "afro": (_SHORT, _curls(0.55), 0.05, 1.0),
    "bob": (_MIDDLE, _bob, 0.0, 0.0), "long": (_LONG, _flowing(-1.25, 0.0), 0.008, 0.0),
    "wavy": (_LONG, _flowing(-1.3, 0.035), 0.07, 0.0), "ponytail": (_MIDDLE - 0.3, _tied, 0.0, 0.0),
    "bun": (_SHORT, _bun, 0.0, 0.0),
}
"""Name -> how low its hood goes, its fields, how much strands sway, and how much of them is coils."""


def _brows(layout: AtlasLayout, width: float, arch: float, reach: float) -> np.ndarray:
    x, y = np.abs(layout.rest[..., 0]), layout.rest[..., 1]
    t = (x - 0.085) / reach
    middle = 0.478 + arch * np.sin(np.pi * np.clip(0.12 + 0.66 * t, 0, 1))
    half = width * (1 - 0.8 * np.clip(t, 0, 1) ** 2) * np.clip(t * 8 + 0.6, 0, 1)
    inside = _soft(1.25 - np.abs(y - middle) / np.maximum(half, 1e-3), 0, 0.7)
    return inside * (t > -0.08) * (t < 1.02) * (layout.rest[..., 2] > 0.6) * (layout.part == 0)


def _moustache(layout: AtlasLayout) -> np.ndarray:
    x, y, z = np.abs(layout.rest[..., 0]), layout.rest[..., 1], layout.rest[..., 2]
    low = -0.31 - 0.14 * _soft(x, 0.18, 0.30)
    return (_soft(y, low - 0.03, low + 0.03) * _soft(-y, 0.155, 0.20) * _soft(-x, -0.33, -0.24) * (z > 0.7)
            * (1 - 0.9 * layout.mask["lips"]))


def _goatee(layout: AtlasLayout) -> np.ndarray:
    x, y, z = np.abs(layout.rest[..., 0]), layout.rest[..., 1], layout.rest[..., 2]
    chin = _soft(-y, 0.44, 0.52) * _soft(-x, -0.27, -0.18) * _soft(y, -0.86, -0.76) * (z > 0.4)
    beside = _soft(-np.abs(x - 0.27), -0.07, -0.03) * _soft(-y, 0.26, 0.34) * _soft(y, -0.66, -0.56) * (z > 0.6)
    return np.maximum(np.maximum(chin, beside), _moustache(layout)) * (1 - 0.95 * layout.mask["lips"])


def _full(layout: AtlasLayout) -> np.ndarray:
    x, y, z = np.abs(layout.rest[..., 0]), layout.rest[..., 1], layout.rest[..., 2]
    line = -0.30 + 0.62 * _soft(x, 0.34, 0.74)
    jaw = _soft(line - y, -0.05, 0.06) * _soft(y, -0.84, -0.70) * _soft(z, 0.10, 0.24)
    burns = _soft(x, 0.60, 0.66) * _soft(z, 0.14, 0.22) * _soft(-z, -0.46, -0.36) * _soft(-y, -0.45, -0.30) * (y > -0.4)
    return np.maximum(np.maximum(jaw, burns), _goatee(layout)) * (1 - 0.95 * layout.mask["lips"]) * (
        1 - layout.mask["ears"])


COVERS: dict[str, dict[str, tuple[Callable[[AtlasLayout], np.ndarray], float, float]]] = {
    "brows": {"natural": (lambda layout: _brows(layout, 0.042, 0.055, 0.44), 0.010, 0.9),
              "full": (lambda layout: _brows(layout, 0.060, 0.045, 0.46), 0.014, 1.0),
              "fine": (lambda layout: _brows(layout, 0.026, 0.075, 0.45), 0.008, 0.85),
              "straight": (lambda layout: _brows(layout, 0.046, 0.015, 0.44), 0.011, 0.95)},
    "beard": {"stubble": (_full, 0.006, 0.34), "moustache": (_moustache, 0.030, 1.0), "goatee": (_goatee, 0.035, 1.0),
              "full": (_full, 0.050, 1.0)},
}
"""Kind -> name -> its cover, how far it stands off the skin (dm), and how dense it is."""


def _tube(line: np.ndarray, thick: float, closed: bool) -> tuple[np.ndarray, np.ndarray]:
    sides = 6
    ahead = np.roll(line, -1, 0) - np.roll(line, 1, 0) if closed else np.gradient(line, axis=0)
    ahead /= np.linalg.norm(ahead, axis=1, keepdims=True)
    up = np.tile([0.0, 0.0, 1.0], (len(line), 1)) if closed else np.tile([0.0, 1.0, 0.0], (len(line), 1))
    across = np.cross(ahead, up)
    across /= np.linalg.norm(across, axis=1, keepdims=True)
    over = np.cross(across, ahead)
    angle = np.arange(sides) * 2 * np.pi / sides
    ring = np.cos(angle)[:, None] * across[:, None] + np.sin(angle)[:, None] * over[:, None]
    corners = line[:, None] + thick * ring
    number = np.arange(len(line) * sides).reshape(len(line), sides)
    rows = np.arange(len(line)) if closed else np.arange(len(line) - 1)
    a, b = number[rows], np.roll(number[rows], -1, 1)
    c, d = number[(rows + 1) % len(line)], np.roll(number[(rows + 1) % len(line)], -1, 1)
    triangles = np.concatenate([np.stack([a, c, b], -1).reshape(-1, 3), np.stack([b, c, d], -1).reshape(-1, 3)])
    return corners.reshape(-1, 3), triangles


def _glasses(head: Head, wide: float, high: float, power: float) -> tuple[np.ndarray, np.ndarray]:
    """Corners (n, 3) dm and triangles (m, 3): two rims (superellipses), a bridge, two temples."""
    angle = np.arange(40) * 2 * np.pi / 40
    pieces = []
    for side in (1, -1):
        eye = head.eyes["left" if side > 0 else "right"].centre
        x = wide * np.sign(np.cos(angle)) * np.abs(np.cos(angle)) ** power
        y = high * np.sign(np.sin(angle)) * np.abs(np.sin(angle)) ** power
        rim = np.stack([eye[0] + x, eye[1] - 0.01 + y, 1.10 - 0.30 * (np.abs(eye[0] + x) ** 2)], 1)
        pieces.append(_tube(rim, 0.014, True))
        hinge = np.array([eye[0] + side * wide, eye[1] + 0.03, 1.10 - 0.30 * (abs(eye[0]) + wide) ** 2])
        ends = np.array([hinge, [side * 0.70, 0.385, 0.86], [side * 0.82, 0.39, 0.45], [side * 0.85, 0.39, 0.05],
                         [side * 0.82, 0.30, -0.12]])
        along = np.linspace(0, len(ends) - 1, 24)
        line = np.stack([np.interp(along, np.arange(len(ends)), ends[:, axis]) for axis in range(3)], 1)
        pieces.append(_tube(line, 0.013, False))
    inner = abs(float(head.eyes["left"].centre[0])) - wide
    x = np.linspace(-inner, inner, 9)
    bridge = np.stack([x, 0.385 + 0.02 * np.cos(x / inner * np.pi / 2), 1.10 + 0.02 * np.cos(x / inner * np.pi / 2)], 1)
    pieces.append(_tube(bridge, 0.013, False))
    corners, triangles, start = [], [], 0
    for points, faces in pieces:
        corners.append(points)
        triangles.append(faces + start)
        start += len(points)
    return np.concatenate(corners), np.concatenate(triangles)


GLASSES = {"round": (0.205, 0.205, 1.0), "rectangular": (0.245, 0.165, 0.45)}
"""Name -> half the width and the height of a lens, dm, and how square it is (1 is an ellipse)."""


def build(folder: Path) -> None:
    """Write every shape."""
    head = load_head()
    layout = atlas_layout(head)
    folder.mkdir(parents=True, exist_ok=True)
    for name, (low, made, wave, curl) in HAIR.items():
        off, cover = made(hood_of(head, low))
        _write(folder / f"hair-{name}.npz", {
            "low": low, "wave": wave, "curl": curl, "cover": np.rint(np.clip(cover, 0, 1) * 255).astype(np.uint8),
            "off": np.rint(np.clip(off, 0, 0.99) / OFF_UNIT).astype(np.uint8)})
    step = layout.rest.shape[0] // _ATLAS
    for kind, named in COVERS.items():
        for name, (covers, off_skin, dense) in named.items():
            cover = np.clip(covers(layout), 0, 1) * layout.island
            cover = cover.reshape(_ATLAS, step, _ATLAS, step).mean((1, 3))
            _write(folder / f"{kind}-{name}.npz", {
                "off": off_skin, "dense": dense, "cover": np.rint(cover * 255).astype(np.uint8)})
    for name, shape in GLASSES.items():
        corners, triangles = _glasses(head, *shape)
        _write(folder / f"glasses-{name}.npz", {
            "corners": np.round(corners, 4).astype(np.float32), "triangles": triangles.astype(np.uint16)})


def _write(path: Path, arrays: dict[str, Any]) -> None:
    """Numbers as float32."""
    typed: dict[str, Any] = {key: np.float32(one) if isinstance(one, float) else one for key, one in arrays.items()}
    np.savez_compressed(path, **typed)


if __name__ == "__main__":
    build(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER)
