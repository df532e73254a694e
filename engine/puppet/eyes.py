"""What lies behind the lids: the white of the eye without its iris, and the iris complete, so that gaze can move it.

The photo shows an iris cut by the lids and a white cut by the iris. The hidden part of the iris comes from its visible
mirror image, else from the median colour at the same radius; the white from its visible part, blurred.
"""

from dataclasses import dataclass, replace

import numpy as np

from engine.base.opencv import cv2
from engine.puppet.facemap import IRIS, FaceAxes
from engine.puppet.patches import as_unit, fill, inner_distance, luminance, polygon_mask, sample, step
from engine.puppet.render.drawing import Underlay
from engine.puppet.rims import Aperture

_MARGIN = 0.035  # face heights kept around the opening
_LID_SHADOW, _SHADOW_DEPTH = 0.42, 0.011  # of the light under the upper lid; face heights

_ALL_BUT_SHUT, _SLIT, _SLIT_SHADE = (0.65, 0.90), (0.002, 0.009), 0.8  # of the way; face heights; of the light


@dataclass(frozen=True, eq=False)
class EyeLayer:
    """One eye's layer. Lengths in crop sides; textures cover the box `low`..`low + extent`.

    photo, white, iris: (h, w, 3) float32; alpha (h, w) the iris's disc; inside (h, w) 1 within the photo's opening.
    """

    name: str
    low: np.ndarray
    extent: np.ndarray
    photo: np.ndarray
    white: np.ndarray
    iris: np.ndarray
    alpha: np.ndarray
    inside: np.ndarray
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
        colour *= self._lid_shadow(points, upper, lower)[..., None]
        moved = max(float(np.hypot(*gaze)) / (0.004 * unit), lid_motion / 0.016)
        keep = sample(self.inside, at)[..., None] * (1 - step(0, 1, moved))
        colour += (sample(self.photo, at) - colour) * keep
        outline = np.concatenate([upper, lower[-2:0:-1]]) * size - low
        changed = cv2.dilate((polygon_mask(colour.shape[:2], outline) > 0).astype(np.uint8), np.ones((3, 3), np.uint8))
        return Underlay(int(low[0]), int(low[1]), colour, changed > 0)

    def _lid_shadow(self, points: np.ndarray, upper: np.ndarray, lower: np.ndarray) -> np.ndarray:
        across = points @ self.axes.right
        down = points @ self.axes.down
        rim_across, rim_down = upper @ self.axes.right, upper @ self.axes.down
        order = np.argsort(rim_across)
        below = (down - np.interp(across, rim_across[order], rim_down[order])) / self.axes.height
        shadow = _LID_SHADOW * np.exp(-np.maximum(below, 0) / _SHADOW_DEPTH)
        lower_across, lower_down = lower @ self.axes.right, lower @ self.axes.down
        order = np.argsort(lower_across)
        above = (np.interp(across, lower_across[order], lower_down[order]) - down) / self.axes.height
        shadow = shadow + 0.16 * np.exp(-np.maximum(above, 0) / 0.008)
        gap = (lower - upper) @ self.axes.down
        rest = max(float(((self.rest_lower - self.rest_upper) @ self.axes.down).max()), 1e-9)
        closed = step(*_ALL_BUT_SHUT, 1 - float(gap.max()) / rest)
        # What is left of an eye that all but shuts lies behind lashes.
        slit = _SLIT_SHADE * closed * (1 - step(*_SLIT, below + above))
        ends = (across - rim_across.min()) / max(float(np.ptp(rim_across)), 1e-9)
        corner = 0.25 * (np.exp(-np.clip(ends, 0, 1) / 0.09) + np.exp(-np.clip(1 - ends, 0, 1) / 0.09))
        return ((1 - shadow) * (1 - corner) * (1 - slit)).astype(np.float32)


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
                    step(0.0, 0.0025 * axes.height * side, cut.depth), cut.centre, cut.radius, axes,
                    aperture.upper, aperture.lower)


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


def prepare_eye(aperture: Aperture, landmarks: np.ndarray, axes: FaceAxes, photo: np.ndarray) -> EyeLayer:
    """aperture, landmarks (478, 2|3) and axes in crop sides; photo (n, n, 3) uint8 or uint16, the whole crop."""
    cut = _cut(aperture, landmarks, axes, photo)
    side = photo.shape[0]
    texel = axes.height * side  # pixels to a face height
    patch, inside, depth, ring = cut.patch, cut.inside, cut.depth, cut.ring
    clear = (depth > 0.0035 * texel).astype(np.float32)
    light = luminance(patch)
    seen_white = clear * (ring > 1.12)
    typical = np.median(light[seen_white > 0]) if seen_white.sum() > 12 else np.median(light[inside > 0.5]) * 1.2
    pale = 1 - (patch.max(-1) - patch.min(-1)) / np.maximum(patch.max(-1), 0.05)
    usual = float(np.percentile(pale[seen_white > 0], 70)) if (seen_white > 0).any() else 0.8
    # Lashes are dark, lids and canthus red: neither is the white of the eye.
    seen_white = seen_white * step(0.60, 0.88, light / max(float(typical), 0.02)) * step(-0.16, -0.05, pale - usual)
    if seen_white.sum() > 12:
        white = fill(patch, seen_white, (0.006 * texel, 0.014 * texel, 0.035 * texel))
        bright = float(np.percentile(light[seen_white > 0.5], 75)) if (seen_white > 0.5).sum() > 8 else float(typical)
        white = white * np.clip(bright / max(float(np.median(luminance(white)[inside > 0.5])), 0.02), 1.0, 1.2)
        keep = _corners(inside) * clear * (ring > 1.12) * step(0.45, 0.7, light / max(float(typical), 0.02))
        keep = np.maximum(keep, seen_white * (depth > 0.007 * texel))
        white = white + (patch - white) * cv2.GaussianBlur(keep, (0, 0), max(0.002 * texel, 0.5))[..., None]
    else:  # next to no white to be seen: a neutral one as bright as the skin around
        skin = np.median(patch[inside < 0.5], axis=0)
        white = np.broadcast_to(luminance(skin) * np.array([1.0, 0.96, 0.93]), patch.shape).astype(np.float32)
    iris = _iris(patch, ring, cut.off, clear, depth > 0.008 * texel, max(cut.radius * side, 1.0))
    return _layer(aperture, axes, side, cut, white, iris)


def _corners(inside: np.ndarray) -> np.ndarray:
    """(h, w) 1 toward both ends of an opening: the canthi, which are no white but stay where they are."""
    columns = np.flatnonzero((inside > 0.5).any(0))
    if not len(columns):
        return np.zeros_like(inside)
    place = (np.arange(inside.shape[1]) - columns[0]) / max(columns[-1] - columns[0], 1)
    return np.broadcast_to(step(0.30, 0.44, np.abs(place - 0.5)), inside.shape).astype(np.float32)


def _iris(patch: np.ndarray, ring: np.ndarray, off: np.ndarray, clear: np.ndarray, open_: np.ndarray,
          radius: float) -> np.ndarray:
    """The iris and a little around it, complete: photo, else mirrored photo, else the colour usual at its radius.

    clear: (h, w) inside the opening; open_: (h, w) bool, out of the lids' shadow.
    """
    seen = clear * (ring < 1.1)
    bins = np.minimum((ring / 1.15 * 24).astype(int), 23)
    overall = np.median(patch[seen > 0], axis=0) if seen.any() else patch.mean((0, 1)) * 0.5
    profile = np.tile(overall, (24, 1)).astype(np.float32)
    for number in range(24):
        members = patch[(bins == number) & (seen > 0) & open_]
        if len(members) >= 4:
            profile[number] = np.percentile(members, 60, axis=0)
        elif number:
            profile[number] = profile[number - 1]
    complete = np.asarray(cv2.GaussianBlur(profile, (1, 3), 0.7), np.float32)[bins]
    mirrored = off * np.array([1, -1], np.float32)
    place = mirrored - off + np.stack(np.meshgrid(np.arange(ring.shape[1]), np.arange(ring.shape[0])), -1) + 0.5
    other_seen = sample(seen.astype(np.float32), place)
    soft = cv2.GaussianBlur(other_seen, (0, 0), max(0.06 * radius, 0.5))[..., None]
    # A mirrored highlight would be a second one.
    other = np.minimum(sample(patch, place), complete + 0.12)
    complete = complete + (other - complete) * np.clip(2 * soft - 1, 0, 1)
    core = cv2.GaussianBlur(cv2.erode(seen.astype(np.float32), np.ones((3, 3))), (0, 0), max(0.05 * radius, 0.5))
    return complete + (patch - complete) * np.clip(core, 0, 1)[..., None]
