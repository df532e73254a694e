"""The skin of a closed lid: what the photo has folded away when the eye is open.

When the lid comes down, the skin above it unfolds, and the band between lash line and crease would be stretched over
the eye, its crease and shadow into streaks. So a closed lid is drawn once for each eye as it lies when shut, and looked
up by where a point of the skin then is: what is drawn on it is stretched nowhere. It is this person's: the skin beside
it, which is what unfolds, in its light; the make-up of the strip above the lashes; pores of the skin below the eye;
a crease, and their lashes along the seam. Amounts are log ratios and lengths face heights, set by eye on drawn faces.
"""

from dataclasses import dataclass

import numpy as np

from engine.base.opencv import cv2
from engine.puppet.facemap import BROW, FaceAxes
from engine.puppet.patches import as_unit, fill, luminance, polygon_mask, sample, step
from engine.puppet.render.drawing import LidSkin
from engine.puppet.rims import Aperture
from engine.puppet.tone import PhotoTone

_ABOVE, _BELOW, _BESIDE = 0.060, 0.030, 0.030  # of a tile: over the open rim, under the lower one, beyond the corners
_COARSE = 240.0  # pixels to a face height at which broad colours are read
_CREASE, _BROW_SHARE = (0.017, 0.030), 0.36  # height over the open rim, and of what lies between it and the brow
_CREASE_ROUND = 0.35
_FADE = 0.72, 1.12  # crease heights over which the lid gives way to the photo
_ENDS = 0.10  # of the eye's width, likewise at the corners
_COLUMNS, _ROWS = 48, 16  # of what is read along the eye, and from lash line to crease
_ALONG = 3.5  # columns over which that is evened
_BELOW_SHARE, _BELOW_MOST = 0.30, (-0.35, 0.45)  # how far the lid is lit as the skin below the eye
_WARMER, _WARMTH_LEFT = 0.05, 0.35  # red over blue beyond the skin below: so much stays, and a share of what is more
_PAINT = 0.008  # face heights above the rim from where make-up is read, clear of the lashes
_LASH_WIDE = 0.012  # likewise along it
_GRAIN, _GRAIN_MOST, _GRAIN_FROM = 0.007, 0.06, 0.022
_FINE = 0.022, 0.0022  # of fine creases, along and across
_CORE, _FAN, _SOFT = 0.80, 0.50, 0.22  # of the lashes' darkness: their line, lashes, and the shade around


@dataclass(frozen=True, eq=False)
class _Shut:
    """One eye in its tile: points (h, w, 2) crop sides; x (h, w) 0..1 from corner to corner; up, lid (h, w) face
    heights from where the lids meet, and up from there to the crease; texels: pixels of the photo to a face height."""

    eye: Aperture
    axes: FaceAxes
    points: np.ndarray
    x: np.ndarray
    up: np.ndarray
    lid: np.ndarray
    texels: float

    @property
    def f(self) -> np.ndarray:
        """0 on the seam, 1 in the crease."""
        return self.up / self.lid


def lid_skin(openings: dict[str, Aperture], moves: dict[str, np.ndarray], at: np.ndarray, landmarks: np.ndarray,
             axes: FaceAxes, photo: np.ndarray, tone: PhotoTone, rough: float) -> LidSkin:
    """What closed lids look like.

    moves: by eye, (K, 2) how far its upper rim goes to shut it; at (N, 3): see `LidSkin`; lengths in crop sides; photo
    (a, a, 3) evened, tone: what brings it back; rough: 0..1 how lined the skin is. Some 40 ms.
    """
    side = photo.shape[0]
    names = ("eyeRight", "eyeLeft")
    boxes = [_box(openings[name], axes, side) for name in names]
    height, width = (max(box[axis] for box in boxes) for axis in (3, 2))
    tiles, places = [], []
    for name, (x, y, _, _) in zip(names, boxes, strict=True):
        tile = _tile(openings[name], moves[name], landmarks, axes, photo, rough, (x, y, width, height))
        tile[..., :3] = tone.painted(np.ascontiguousarray(tile[..., :3]), x, y, side)
        tiles.append(tile)
        places.append((x / side, y / side, width / side, height / side))
    texture = (np.clip(np.concatenate(tiles, 1), 0, 1) * 255 + 0.5).astype(np.uint8)
    return LidSkin(texture, (places[0], places[1]), at.astype(np.float32))


def _box(eye: Aperture, axes: FaceAxes, side: int) -> tuple[int, int, int, int]:
    """x, y, width, height in pixels of the photo, upright in the picture."""
    around = [eye.outline + way for way in (-_ABOVE * axes.height * axes.down, _BELOW * axes.height * axes.down,
                                            -_BESIDE * axes.height * axes.right, _BESIDE * axes.height * axes.right)]
    points = np.concatenate(around) * side
    low, high = np.floor(points.min(0)).astype(int), np.ceil(points.max(0)).astype(int)
    return int(low[0]), int(low[1]), int(high[0] - low[0]) + 1, int(high[1] - low[1]) + 1


def _tile(eye: Aperture, move: np.ndarray, landmarks: np.ndarray, axes: FaceAxes, photo: np.ndarray, rough: float,
          box: tuple[int, int, int, int]) -> np.ndarray:
    """(h, w, 4) float32: the closed lid, and where it applies."""
    side, unit = photo.shape[0], axes.height
    skin = _Skin.around(eye, landmarks, axes, photo)
    x0, y0, width, height = box
    ys, xs = np.mgrid[:height, :width].astype(np.float32) + np.float32(0.5)
    points = (np.stack([xs, ys], -1) + np.array([x0, y0], np.float32)) / side
    across, down = points @ axes.right.astype(np.float32), points @ axes.down.astype(np.float32)
    rim = eye.upper @ axes.right
    order = np.argsort(rim)
    x = (across - rim.min()) / max(float(np.ptp(rim)), 1e-9)
    seam = np.interp(across, rim[order], ((eye.upper + move) @ axes.down)[order])
    top = np.interp(across, rim[order], (eye.upper @ axes.down)[order])
    inside = np.clip(x, 0, 1)
    crease = skin.crease * np.maximum(4 * inside * (1 - inside), 1e-3) ** _CREASE_ROUND
    up = ((seam - down) / unit).astype(np.float32)
    lid = np.maximum((seam - top) / unit + crease, 0.004).astype(np.float32)
    place = _Shut(eye, axes, points, x.astype(np.float32), up, lid, unit * side)
    colour = _colour(place, skin, photo, rough)
    dark = 1 - np.exp(-_lashes(place, skin.contrast))
    # Above the seam lashes are drawn on the lid; below it on the photo, through the alpha alone.
    over = up > 0
    ends = np.where(over, step(0, _ENDS, x) * step(0, _ENDS, 1 - x), 1)
    alpha = np.maximum(over * (1 - step(*_FADE, place.f)), dark) * ends
    painted = np.where(over[..., None], colour + (skin.lash - colour) * dark[..., None], skin.lash)
    border = np.ones(alpha.shape, np.float32)
    border[[0, -1]] = border[:, [0, -1]] = 0
    return np.dstack([np.clip(painted, 0, 1), alpha * border]).astype(np.float32)


@dataclass(frozen=True, eq=False)
class _Skin:
    """What is read around one eye. broad: (h, w, 3) log of clean skin in a box whose corner is low, crop sides, with
    texels (2,) to a crop side; crease: height over the open rim, face heights; lid, below: (_COLUMNS, 3) log of the
    skin above the crease and below the eye; paint (_ROWS, _COLUMNS, 3) what make-up adds, log; lash (3,) colour of the
    lashes; contrast: log ratio of skin and lashes."""

    broad: np.ndarray
    low: np.ndarray
    texels: np.ndarray
    crease: float
    lid: np.ndarray
    below: np.ndarray
    paint: np.ndarray
    lash: np.ndarray
    contrast: float

    @classmethod
    def around(cls, eye: Aperture, landmarks: np.ndarray, axes: FaceAxes, photo: np.ndarray) -> "_Skin":
        side, unit = photo.shape[0], axes.height
        texels = min(_COARSE / unit, float(side))
        reach = 0.11 * unit
        low = np.maximum(np.floor((eye.outline.min(0) - reach) * side), 0).astype(int)
        high = np.maximum(np.minimum(np.ceil((eye.outline.max(0) + reach) * side), side).astype(int), low + 4)
        patch = as_unit(photo[low[1]:high[1], low[0]:high[0]])
        wide, rows = (max(4, round(n * texels / side)) for n in patch.shape[1::-1])
        patch = cv2.resize(patch, (wide, rows), interpolation=cv2.INTER_AREA)
        corner = low / side
        grow = np.array([wide, rows]) / ((high - low) / side)  # rounding made it no square scale

        def place(points: np.ndarray) -> np.ndarray:
            return (points - corner) * grow

        pixels = unit * texels  # to a face height
        shape = patch.shape[:2]
        inside = polygon_mask(shape, place(eye.outline))
        brow = polygon_mask(shape, place(landmarks[list(BROW[eye.name[3:]]), :2]))
        ys, xs = np.mgrid[:shape[0], :shape[1]].astype(np.float32) + np.float32(0.5)
        points = np.stack([xs, ys], -1) / grow + corner
        across, down = points @ axes.right, points @ axes.down
        rim = eye.upper @ axes.right
        order = np.argsort(rim)
        above = (np.interp(across, rim[order], (eye.upper @ axes.down)[order]) - down) / unit
        within = (across > rim.min()) & (across < rim.max())
        heights = above[(brow > 0.5) & within & (above > 0)]
        crease = _BROW_SHARE * float(np.percentile(heights, 5)) if len(heights) > 8 else _CREASE[1]
        crease = float(np.clip(crease, *_CREASE))
        far = cv2.distanceTransform((inside < 0.5).astype(np.uint8), cv2.DIST_L2, 5) / pixels
        light = luminance(patch)
        clear = (far > 0.014) & (inside < 0.5) & (cv2.dilate(brow, np.ones((3, 3))) < 0.1)
        near = clear & (far < 0.08) & within
        upper = np.median(light[near & (above > 0)]) if (near & (above > 0)).any() else np.median(light)
        lower = np.median(light[near & (above <= 0)]) if (near & (above <= 0)).any() else upper
        typical = np.where(above > 0, upper, lower)
        weight = clear * step(0.60, 0.85, light / np.maximum(typical, 0.02))
        broad = np.log(np.maximum(fill(patch, weight, (0.012 * pixels, 0.025 * pixels, 0.06 * pixels)), 0.01))

        columns = np.linspace(0, 1, _COLUMNS)
        sorted_rim = (rim[order] - rim.min()) / max(float(np.ptp(rim)), 1e-9)
        top = np.stack([np.interp(columns, sorted_rim, eye.upper[order][:, axis]) for axis in (0, 1)], -1)
        under = np.stack([np.interp(columns, sorted_rim, eye.lower[order][:, axis]) for axis in (0, 1)], -1)
        height = crease * np.maximum(4 * columns * (1 - columns), 1e-3) ** _CREASE_ROUND
        way = axes.down * unit
        lid = sample(broad, place(top - (height + 0.006)[:, None] * way)[None])[0]
        below = sample(broad, place(under + 0.026 * way)[None])[0]
        lid, below = (cv2.GaussianBlur(line[None], (0, 0), _ALONG, borderType=cv2.BORDER_REPLICATE)[0]
                      for line in (lid, below))
        share = np.linspace(0, 1, _ROWS)[:, None]
        strip = np.minimum(_PAINT, 0.5 * height) * (1 - share) + height * share
        seen = sample(np.log(np.maximum(patch, 0.01)), place(top[None] - strip[..., None] * way))
        along = max(1, round(_LASH_WIDE * unit / max(float(np.ptp(rim)), 1e-9) * _COLUMNS / 2))
        seen = cv2.dilate(seen, np.ones((1, 2 * along + 1), np.uint8))
        more = cv2.GaussianBlur(seen, (0, 0), _ALONG, sigmaY=1.0, borderType=cv2.BORDER_REPLICATE) - lid[None]
        gray = more.mean(-1, keepdims=True)
        hue = np.clip(more - gray, -0.3, 0.3)
        much = step(0.14, 0.26, np.abs(hue).max(-1))[..., None]
        paint = 0.75 * hue + np.clip(gray, -0.55, 0.08) * (0.28 + 0.25 * much)
        on_rim = (np.abs(above) < 0.005) & within
        lashes = patch[on_rim] if on_rim.sum() > 8 else patch.reshape(-1, 3)
        dark = float(np.percentile(luminance(lashes), 20))
        lash = np.median(lashes[luminance(lashes) <= dark + 1e-6], axis=0)
        contrast = float(np.clip(np.log(max(float(upper), 0.02) / max(dark, 0.01)), 0.75, 1.8))
        lash = np.exp(np.log(np.maximum(lash, 0.004)) - 0.35)
        return cls(broad, corner, grow, crease, lid, below, paint.astype(np.float32), lash.astype(np.float32), contrast)

    def at(self, points: np.ndarray) -> np.ndarray:
        """(..., 3) log of clean skin."""
        return sample(self.broad, (points - self.low) * self.texels)


def _colour(place: _Shut, skin: _Skin, photo: np.ndarray, rough: float) -> np.ndarray:
    """(h, w, 3) the lid's skin, without lashes."""
    x, f = np.clip(place.x, 0, 1), np.clip(place.f, 0, 1.3)
    column = x * (_COLUMNS - 1) + 0.5
    here = np.stack([column, np.full_like(column, 0.5)], -1)
    lid, below = sample(skin.lid[None], here), sample(skin.below[None], here)
    colour = lid + _BELOW_SHARE * np.clip(below - lid, *_BELOW_MOST)
    colour = colour + sample(skin.paint, np.stack([column, np.clip(f, 0, 1) * (_ROWS - 1) + 0.5], -1))
    ends = np.minimum(x, 1 - x)
    beside = 0.85 * (1 - step(0.0, 0.30, ends))[..., None]
    colour = colour + (skin.at(place.points) - colour) * beside
    colour = no_warmer(colour, below)
    middle = 4 * x * (1 - x)
    shade = (0.05 * middle * np.exp(-((f - 0.5) / 0.30) ** 2) - 0.10 * np.exp(-(f / 0.16) ** 2)
             - 0.045 * np.exp(-((f - 0.97) / 0.11) ** 2) * step(0, 0.2, ends))
    shade = shade + (0.010 + 0.018 * rough) * _fine_creases(place)
    return np.exp(colour + (shade + 0.8 * _pores(place, photo))[..., None])


def no_warmer(colour: np.ndarray, skin: np.ndarray) -> np.ndarray:
    """(h, w, 3) log colours of a lid, nearer the hue of the skin below the eye where they are much warmer: what is read
    beside the lid lies in the hollow of the eye, where light has gone from skin to skin and is red, and a lid that is
    shut stands out of it."""
    apart = (colour - skin) - (colour - skin).mean(-1, keepdims=True)
    warmth = apart[..., :1] - apart[..., 2:]
    over = np.maximum(warmth - _WARMER, 0)
    return np.asarray(colour - apart * (1 - _WARMTH_LEFT) * over / np.maximum(warmth, _WARMER))


def _pores(place: _Shut, photo: np.ndarray) -> np.ndarray:
    """(h, w) log relief of the skin below the eye, turned over about its seam."""
    side, axes = photo.shape[0], place.axes
    lower = place.eye.lower
    order = np.argsort(lower @ axes.right)
    across = place.points @ axes.right
    base = np.interp(across, (lower @ axes.right)[order], (lower @ axes.down)[order])
    there = base + (_GRAIN_FROM + np.clip(place.up, 0, 0.08)) * axes.height
    points = place.points + (there - place.points @ axes.down)[..., None] * axes.down
    low = np.clip(np.floor(points.min((0, 1)) * side).astype(int) - 2, 0, side - 2)
    high = np.clip(np.ceil(points.max((0, 1)) * side).astype(int) + 2, low + 2, side)
    light = np.log(np.maximum(luminance(as_unit(photo[low[1]:high[1], low[0]:high[0]])), 0.03))
    light = light - cv2.GaussianBlur(light, (0, 0), max(_GRAIN * place.texels, 0.6))
    return np.clip(sample(light, points * side - low), -_GRAIN_MOST, _GRAIN_MOST)


def _fine_creases(place: _Shut) -> np.ndarray:
    """(h, w) of deviation 1: thin lines along the lid, the same at every size."""
    along, across = _FINE
    rng = np.random.default_rng(5)
    width = float(np.ptp(place.eye.upper @ place.axes.right)) / place.axes.height
    white = rng.standard_normal((96, 96)).astype(np.float32)
    noise = np.asarray(cv2.GaussianBlur(white, (0, 0), 2.0), np.float32)
    noise = noise / max(float(noise.std()), 1e-6)
    step_x, step_y = along / 2.0, across / 2.0
    at = np.stack([(place.x * width / step_x) % 90 + 2, (np.clip(place.up, -0.02, 0.19) + 0.02) / step_y % 90 + 2], -1)
    return sample(noise, at)


def _lashes(place: _Shut, contrast: float) -> np.ndarray:
    """(h, w) how much darker lashes make it, log."""
    x, up = place.x, place.up
    ends = np.clip(np.minimum(x, 1 - x) / 0.16, 0, 1)
    ends = ends * ends * (3 - 2 * ends)
    outer = 1 - x if place.eye.name == "eyeRight" else x  # 1 at the outer corner
    thick = np.where(up > 0, 0.0030, 0.0038)
    core = _CORE * np.exp(-(up / thick) ** 2)
    soft = _SOFT * np.exp(-(up / 0.010) ** 2)
    width = float(np.ptp(place.eye.upper @ place.axes.right)) / place.axes.height
    length = 0.0085 + 0.0075 * np.clip(outer, 0, 1)
    rng = np.random.default_rng(3)
    streaks = cv2.GaussianBlur(rng.standard_normal((1, 256)).astype(np.float32), (0, 0), 0.9)[0]
    streaks = np.clip(0.5 + 0.9 * streaks / max(float(streaks.std()), 1e-6), 0, 1.6)
    lean = (outer - 0.35) * (1 if place.eye.name == "eyeLeft" else -1)
    drop = np.maximum(-up, 0)
    start = (x * width - lean * drop) / 0.0018
    strand = np.interp(start % 255, np.arange(256), streaks)
    fan = _FAN * strand * np.clip(1 - drop / length, 0, 1) * (up <= 0)
    return (contrast * (core + np.maximum(fan, soft * np.ones_like(fan))) * ends).astype(np.float32)
