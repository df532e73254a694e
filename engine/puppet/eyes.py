"""What lies behind the lids: the white of the eye without its iris, and the iris complete, so that gaze can move it.

The photo shows an iris cut by the lids, see `engine.puppet.iris`, and a white cut by the iris and shaded by the lids:
it is completed from its visible part, as bright as the person's whites are where no lid shades them.
"""

from dataclasses import dataclass, replace

import numpy as np

from engine.base.opencv import cv2
from engine.puppet.facemap import IRIS, FaceAxes
from engine.puppet.iris import IrisCut, whole_iris
from engine.puppet.patches import as_unit, fill, inner_distance, luminance, polygon_mask, sample, step
from engine.puppet.render.drawing import Underlay
from engine.puppet.rims import Aperture

_MARGIN = 0.035  # face heights kept around the opening
_PALEST, _TINT = 28, 0.65  # percent of the whites' pixels, of both eyes; share of their tint that counts
_WHITE_LIGHT = 0.80, 1.12  # of the light of the skin below the eye: whites lie between
_FRESH, _DULL = (0.12, 0.58), 0.35  # share of that colour, and more where it is dull
_CANTHI = 0.85  # of the eye's corners that stays
_LID_SHADOW, _SHADOW_DEPTH = 0.42, 0.0115  # of the light under the upper lid; face heights

_ALL_BUT_SHUT, _SLIT = (0.65, 0.90), (0.002, 0.009)  # of the way; face heights
_ON_RIM = 0.005  # face heights from the upper rim, where lashes grow


@dataclass(frozen=True, eq=False)
class EyeLayer:
    """One eye's layer. Lengths in crop sides; textures cover the box `low`..`low + extent`.

    photo, white, iris: (h, w, 3) float32; alpha (h, w) the iris's disc; inside (h, w) 1 within the photo's opening;
    lashes (3,) the colour of those on the upper rim.
    """

    name: str
    low: np.ndarray
    extent: np.ndarray
    photo: np.ndarray
    white: np.ndarray
    iris: np.ndarray
    alpha: np.ndarray
    inside: np.ndarray
    lashes: np.ndarray
    centre: np.ndarray
    radius: float
    axes: FaceAxes
    rest_upper: np.ndarray
    rest_lower: np.ndarray

    def draw(self, size: int, upper: np.ndarray, lower: np.ndarray, carried: np.ndarray, gaze: np.ndarray,
             lid_motion: float, margin: int = 3) -> Underlay:
        """The opening in a frame of `size` pixels.

        upper, lower: (K, 2) the rims now; carried (2,): how the head's turn moved the eye; gaze (2,): the iris's own
        shift. All crop sides. lid_motion: how far the lids moved against the eye, face heights; margin: pixels
        around.
        """
        rim = np.concatenate([upper, lower])
        low = np.floor(rim.min(0) * size - margin).astype(int)
        high = np.ceil(rim.max(0) * size + margin).astype(int)
        low, high = np.clip(low, 0, size - 1), np.clip(high, 1, size)
        high = np.maximum(high, low + 1)
        xs, ys = np.arange(low[0], high[0]) + 0.5, np.arange(low[1], high[1]) + 0.5
        points = np.stack(np.meshgrid(xs, ys), -1) / size
        texels = self.photo.shape[1] / self.extent[0]
        at = (points - carried - self.low) * texels
        unit = self.axes.height
        white = sample(self.white, at)
        shifted = at - gaze * texels
        alpha = sample(self.alpha, shifted)[..., None]
        # Beyond its texture the iris is gone, not smeared.
        colour = white + (sample(self.iris, shifted) - white) * alpha
        shade, slit = self._shaded(points, upper, lower)
        colour *= shade[..., None]
        colour += (self.lashes - colour) * slit[..., None]
        moved = max(float(np.hypot(*gaze)) / (0.004 * unit), lid_motion / 0.016)
        keep = sample(self.inside, at)[..., None] * (1 - step(0, 1, moved))
        colour += (sample(self.photo, at) - colour) * keep
        outline = np.concatenate([upper, lower[-2:0:-1]]) * size - low
        changed = cv2.dilate((polygon_mask(colour.shape[:2], outline) > 0).astype(np.uint8), np.ones((3, 3), np.uint8))
        return Underlay(int(low[0]), int(low[1]), colour, changed > 0)

    def _shaded(self, points: np.ndarray, upper: np.ndarray, lower: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """(...) 0..1 the light that lids leave at points (..., 2), and how far lashes hide what is there."""
        across, rim_across = points @ self.axes.right, upper @ self.axes.right
        below, above = _from_rims(points, upper, lower, self.axes)
        shadow = _LID_SHADOW * np.exp(-np.maximum(below, 0) / _SHADOW_DEPTH)
        shadow = shadow + 0.16 * np.exp(-np.maximum(above, 0) / 0.008)
        gap = (lower - upper) @ self.axes.down
        rest = max(float(((self.rest_lower - self.rest_upper) @ self.axes.down).max()), 1e-9)
        closed = step(*_ALL_BUT_SHUT, 1 - float(gap.max()) / rest)
        # What is left of an eye that all but shuts lies behind lashes. In their colour: in the shade of both lids a
        # dark eye would be a black line, as wide as a pixel, between soft ones.
        slit = closed * (1 - step(*_SLIT, below + above))
        ends = (across - rim_across.min()) / max(float(np.ptp(rim_across)), 1e-9)
        corner = 0.30 * (np.exp(-np.clip(ends, 0, 1) / 0.14) + np.exp(-np.clip(1 - ends, 0, 1) / 0.14))
        return ((1 - shadow) * (1 - corner)).astype(np.float32), np.asarray(slit, np.float32)


def _from_rims(points: np.ndarray, upper: np.ndarray, lower: np.ndarray,
               axes: FaceAxes) -> tuple[np.ndarray, np.ndarray]:
    """How far points (..., 2) lie under the upper and over the lower rim (K, 2), face heights."""
    across, down = points @ axes.right, points @ axes.down

    def of(rim: np.ndarray) -> np.ndarray:
        at = rim @ axes.right
        order = np.argsort(at)
        return np.asarray(np.interp(across, at[order], (rim @ axes.down)[order]))

    return (down - of(upper)) / axes.height, (of(lower) - down) / axes.height


@dataclass(frozen=True, eq=False)
class _Cut:
    """A box of a photo around one eye: low (2,) its corner, pixels; patch (h, w, 3); inside (h, w) the opening; depth
    (h, w) pixels into it; off (h, w, 2) pixels from the iris's centre; ring (h, w) the same in its radii."""

    low: np.ndarray
    patch: np.ndarray
    inside: np.ndarray
    depth: np.ndarray
    off: np.ndarray
    ring: np.ndarray
    centre: np.ndarray
    radius: float


def _cut(aperture: Aperture, landmarks: np.ndarray, axes: FaceAxes, photo: np.ndarray) -> _Cut:
    side, unit = photo.shape[0], axes.height
    outline = aperture.outline
    low = np.maximum(np.floor((outline.min(0) - _MARGIN * unit) * side), 0).astype(int)
    high = np.minimum(np.ceil((outline.max(0) + _MARGIN * unit) * side), side).astype(int)
    high = np.maximum(high, low + 2)
    patch = as_unit(photo[low[1]:high[1], low[0]:high[0]])
    shape = patch.shape[:2]
    inside = polygon_mask(shape, outline * side - low)
    middle, edge = IRIS[aperture.name]
    centre = np.asarray(landmarks[middle, :2], np.float64)
    radius = float(np.mean(np.hypot(*(np.asarray(landmarks)[list(edge), :2] - centre).T)))
    ys, xs = np.mgrid[:shape[0], :shape[1]].astype(np.float32) + 0.5
    off = np.stack([xs, ys], -1) - (centre * side - low).astype(np.float32)
    ring = np.hypot(off[..., 0], off[..., 1]) / max(radius * side, 1.0)
    return _Cut(low, patch, inside, inner_distance(inside), off, ring, centre, radius)


def _layer(aperture: Aperture, axes: FaceAxes, side: int, cut: _Cut, white: np.ndarray, iris: np.ndarray) -> EyeLayer:
    return EyeLayer(aperture.name, cut.low / side, np.array(cut.patch.shape[1::-1]) / side, cut.patch,
                    np.ascontiguousarray(white), iris, 1 - step(0.93, 1.05, cut.ring),
                    step(0.0, 0.0025 * axes.height * side, cut.depth), _lashes(aperture, axes, side, cut), cut.centre,
                    cut.radius, axes,
                    aperture.upper, aperture.lower)


def _lashes(aperture: Aperture, axes: FaceAxes, side: int, cut: _Cut) -> np.ndarray:
    """(3,) the darker part of what the photo shows along the upper rim."""
    ys, xs = np.mgrid[:cut.patch.shape[0], :cut.patch.shape[1]] + 0.5
    points = (np.stack([xs, ys], -1) + cut.low) / side
    below, _ = _from_rims(points, aperture.upper, aperture.lower, axes)
    across, rim = points @ axes.right, aperture.upper @ axes.right
    on_rim = cut.patch[(np.abs(below) < _ON_RIM) & (across > rim.min()) & (across < rim.max())]
    if not len(on_rim):
        on_rim = cut.patch.reshape(-1, 3)
    light = luminance(on_rim)
    return np.asarray(np.median(on_rim[light <= np.percentile(light, 20)], axis=0), np.float32)


def carry_eye(known: EyeLayer, aperture: Aperture, landmarks: np.ndarray, axes: FaceAxes, photo: np.ndarray,
              light: np.ndarray) -> EyeLayer:
    """The layer in another picture of the person whose eye is known: white and iris are brought to this picture's
    place, size and light; the opening is read anew. light (3,): the factor of the skin's colours, which the eyes'
    may not be far from. The rest as in `prepare_eye`."""
    side = photo.shape[0]
    cut = _cut(aperture, landmarks, axes, photo)
    corners = [np.array([layer[0], layer[-1]]) @ (1, 1j) for layer in (known.rest_upper, aperture.upper)]
    turn = (corners[1][1] - corners[1][0]) / (corners[0][1] - corners[0][0])
    white = _brought(known, known.white, turn, known.rest_upper[0], aperture.upper[0], cut, side)
    straight = complex(*axes.right) / complex(*known.axes.right)
    iris = _brought(known, known.iris, straight * cut.radius / known.radius, known.centre, cut.centre, cut, side)
    found = _layer(aperture, axes, side, cut, white, iris)
    here, there = _share_seen(found), _share_seen(known)
    if here is not None and there is not None:
        light = np.clip(here / there, 0.6 * light, 1.6 * light)
    light = light.astype(np.float32)
    return replace(found, white=found.white * light, iris=found.iris * light)


def _share_seen(layer: EyeLayer) -> np.ndarray | None:
    """(3,) the colours that the photo shows in an opening over those of white and iris, which no lid shades; None when
    it shows next to nothing."""
    open_ = (layer.inside >= 1)[..., None]
    if open_.sum() < 12:
        return None
    whole = layer.white + (layer.iris - layer.white) * layer.alpha[..., None]
    return np.asarray((layer.photo * open_).sum((0, 1)) / np.maximum((whole * open_).sum((0, 1)), 1e-3))


def _brought(known: EyeLayer, image: np.ndarray, turn: complex, here: np.ndarray, there: np.ndarray, cut: _Cut,
             side: int) -> np.ndarray:
    """A texture of a known eye turned and scaled so that `here` comes to `there`, crop sides, in a cut's box."""
    texels = known.photo.shape[1] / known.extent[0]
    matrix = np.array([[turn.real, -turn.imag], [turn.imag, turn.real]]) * (side / texels)
    shift = there * side - cut.low - matrix @ ((here - known.low) * texels)
    shift = shift + matrix @ (0.5, 0.5) - 0.5  # OpenCV counts from the middle of a pixel
    return cv2.warpAffine(image, np.column_stack([matrix, shift]), cut.patch.shape[1::-1], flags=cv2.INTER_LINEAR,
                          borderMode=cv2.BORDER_REPLICATE)


def prepare_eyes(openings: dict[str, Aperture], landmarks: np.ndarray, axes: FaceAxes,
                 photo: np.ndarray) -> tuple[EyeLayer, ...]:
    """Both eyes' layers, right and left, whose white is of one colour. The rest as in `prepare_eye`."""
    found = [_Seen.of(openings[name], landmarks, axes, photo) for name in ("eyeRight", "eyeLeft")]
    whitest = _whitest(found)
    return tuple(one.layer(whitest) for one in found)


def prepare_eye(aperture: Aperture, landmarks: np.ndarray, axes: FaceAxes, photo: np.ndarray) -> EyeLayer:
    """aperture, landmarks (478, 2|3) and axes in crop sides; photo (n, n, 3) uint8 or uint16, the whole crop."""
    seen = _Seen.of(aperture, landmarks, axes, photo)
    return seen.layer(_whitest([seen]))


@dataclass(frozen=True, eq=False)
class _Seen:
    """What a photo shows of one eye: pale (h, w) 0..1 where its white is; below, above (h, w) face heights under the
    upper and over the lower rim."""

    aperture: Aperture
    axes: FaceAxes
    side: int
    cut: _Cut
    pale: np.ndarray
    below: np.ndarray
    above: np.ndarray

    @classmethod
    def of(cls, aperture: Aperture, landmarks: np.ndarray, axes: FaceAxes, photo: np.ndarray) -> "_Seen":
        cut, side = _cut(aperture, landmarks, axes, photo), photo.shape[0]
        ys, xs = np.mgrid[:cut.patch.shape[0], :cut.patch.shape[1]].astype(np.float32) + np.float32(0.5)
        below, above = _from_rims((np.stack([xs, ys], -1) + cut.low) / side, aperture.upper, aperture.lower, axes)
        light = luminance(cut.patch)
        white = (cut.depth > 0.0035 * axes.height * side).astype(np.float32) * (cut.ring > 1.12)
        typical = np.median(light[white > 0]) if white.sum() > 12 else np.median(light[cut.inside > 0.5]) * 1.2 \
            if (cut.inside > 0.5).any() else np.median(light)
        pale = 1 - (cut.patch.max(-1) - cut.patch.min(-1)) / np.maximum(cut.patch.max(-1), 0.05)
        usual = float(np.percentile(pale[white > 0], 70)) if (white > 0).any() else 0.8
        # Lashes are dark, lids and canthus red: neither is the white of the eye.
        white = white * step(0.60, 0.88, light / max(float(typical), 0.02)) * step(-0.16, -0.05, pale - usual)
        return cls(aperture, axes, side, cut, white, below, above)

    @property
    def sure(self) -> np.ndarray:
        """(h, w) 0..1 how clear of both lids: of their lashes, and of the shadow under the upper one."""
        shade = float(np.clip(0.34 * self.aperture.gap.max() / self.axes.height, 0.005, 0.016))
        return np.asarray(step(0.35 * shade, shade, self.below) * step(0.003, 0.0075, self.above)
                          * (self.cut.inside > 0.5), np.float32)

    @property
    def skin(self) -> float:
        """Luminance of the skin under the eye, about."""
        outside = (self.above < -0.006) & (self.above > -0.03) & (self.cut.inside < 0.5)
        return float(np.median(luminance(self.cut.patch)[outside])) if outside.sum() > 8 else 0.5

    def layer(self, whitest: np.ndarray) -> EyeLayer:
        """whitest (3,): the colour of the person's whites out of the shade."""
        cut, texel = self.cut, self.axes.height * self.side  # pixels to a face height
        sure = self.sure
        if self.pale.sum() > 12:
            white = fill(cut.patch, self.pale, (0.006 * texel, 0.014 * texel, 0.035 * texel))
            canthi = _corners(cut.inside)
            keep = cv2.GaussianBlur(self.pale * sure, (0, 0), max(0.002 * texel, 0.5))
            white = white + (cut.patch - white) * keep[..., None]
            light = max(float(np.clip(luminance(whitest), *(np.array(_WHITE_LIGHT) * self.skin))), 0.02)
            target = whitest * (light / max(float(luminance(whitest)), 0.02))
            dull = np.clip((1 - luminance(white) / light) / _DULL, 0, 1)
            share = (_FRESH[0] + _FRESH[1] * dull) * (1 - _CANTHI * canthi)
            white = white + (target - white) * share[..., None]
            edge = canthi * (cut.ring > 1.12) * step(0.0035, 0.006, np.minimum(self.below, self.above))
            white = white + (cut.patch - white) * (_CANTHI * cv2.GaussianBlur(edge, (0, 0),
                                                                              max(0.002 * texel, 0.5)))[..., None]
        else:  # next to no white to be seen: a neutral one as bright as the skin around
            skin = np.median(cut.patch[cut.inside < 0.5], axis=0)
            white = np.broadcast_to(luminance(skin) * np.array([1.0, 0.96, 0.93]), cut.patch.shape).astype(np.float32)
        iris = whole_iris(IrisCut(cut.patch, cut.ring, cut.off, sure, (cut.depth > 0.006 * texel).astype(np.float32),
                                  max(cut.radius * self.side, 1.0)))
        return _layer(self.aperture, self.axes, self.side, cut, white.astype(np.float32), iris)


def _whitest(eyes: list[_Seen]) -> np.ndarray:
    """(3,) of the palest part of what is seen of whites, less their tint."""
    pixels = np.concatenate([eye.cut.patch[eye.pale > 0.5] for eye in eyes])
    if len(pixels) < 8:
        return np.full(3, 0.7, np.float32)
    light = luminance(pixels)
    colour = np.median(pixels[light >= np.percentile(light, 100 - _PALEST)], axis=0)
    gray = luminance(colour)
    return np.asarray(gray + (colour - gray) * _TINT, np.float32)


def _corners(inside: np.ndarray) -> np.ndarray:
    """(h, w) 1 toward both ends of an opening: the canthi, which are no white but stay where they are."""
    columns = np.flatnonzero((inside > 0.5).any(0))
    if not len(columns):
        return np.zeros_like(inside)
    place = (np.arange(inside.shape[1]) - columns[0]) / max(columns[-1] - columns[0], 1)
    return np.broadcast_to(step(0.30, 0.44, np.abs(place - 0.5)), inside.shape).astype(np.float32)
