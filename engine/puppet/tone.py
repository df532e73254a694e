"""A photo's own tonal range, and bringing what is painted into it.

Haze, night, faded prints and films without colour leave a photo with no black, no white or no hue of its own. Cavity,
teeth and the insides of the eyes are painted as for a photo that has all of them: such a photo is evened out first,
the layers are made from that, and what they show is brought back. Grain and softness of the photo are laid over them
last, since a painted surface has neither. An ordinary photo is left alone altogether.
"""

from dataclasses import dataclass, replace

import numpy as np

from engine.base.opencv import cv2
from engine.puppet.facemap import OVAL, FaceAxes
from engine.puppet.patches import as_unit, luminance, step

_REGION = 112  # pixels a side to which the face is averaged before its tones are read: no single pixel is a tone
_AROUND = 1.25  # the face's outline grown by this takes the hair in, whose dark is in the same air
_DARKEST, _LIGHTEST = 0.4, 99.7  # percentiles
_BLACK = (0.10, 0.24)  # luminance: what a photo may have for black before it counts as lifted, and from where wholly
_WHITE = (0.42, 0.62)  # luminance: darker than the first, its lightest tone is taken for white
_HUE = (0.004, 0.013)  # RMS of colours off the line they all lie on: a toned photo, and one in full colour
_GRAIN = (0.010, 0.016)  # standard deviation on the smoothest skin: ordinary, and grainy
_SOFT = (1.3, 2.2)  # pixels: an ordinary photo, and one out of focus
_RIM = 2.5  # sigmas of a blur over which an edge fades
_FINE = 1.6  # pixels: what a blur by this takes away is grain
_PATCH = 24  # pixels a side of the patches in which grain is looked for
_TILE = 192  # pixels after which it repeats


@dataclass(frozen=True, eq=False)
class Grain:
    """A photo's grain: tile (n, n, 3) float32 around 0, repeating; texels to a crop side."""

    tile: np.ndarray
    texels: int

    def at(self, x0: int, y0: int, width: int, height: int, size: int) -> np.ndarray:
        """(height, width, 3) in a frame of `size` pixels; the same for the same place. Averages out when shrunk."""
        scale = self.texels / size
        n = len(self.tile)
        if scale > 1:
            shrunk = max(round(n / scale), 8)
            tile = cv2.resize(self.tile, (shrunk, shrunk), interpolation=cv2.INTER_AREA)
            return tile[np.arange(y0, y0 + height)[:, None] % shrunk, np.arange(x0, x0 + width)[None] % shrunk]
        rows, columns = ((np.arange(first, first + length) * scale).astype(int) % n
                         for first, length in ((y0, height), (x0, width)))
        return self.tile[rows[:, None], columns[None]]


@dataclass(frozen=True, eq=False)
class PhotoTone:
    """What sets a photo's tones apart from those of one with black, white, hue, and neither grain nor blur.

    black, white (3,) 0..1 RGB: the darkest and the lightest tone, (0, 0, 0) and (1, 1, 1) for an ordinary photo.
    hue:    0..1 how much colour there is; below 1 colours are drawn onto `line`, (4, 3): the photo's colour less its
            luminance as a cubic of luminance, lowest power first (zeros for black and white, not for sepia).
    grain:  None when none is to be seen.
    blur:   crop sides: how soft the photo's edges are beyond the ordinary, as a Gaussian's sigma; 0 for not at all.
    contrast: 0..1 by how much less light and shade change the skin of this photo.
    """

    black: np.ndarray
    white: np.ndarray
    hue: float = 1.0
    line: np.ndarray | None = None
    grain: Grain | None = None
    blur: float = 0.0
    contrast: float = 1.0

    @property
    def ranged(self) -> bool:
        """Whether black or white are not the ordinary ones."""
        return bool(self.black.any() or (self.white < 1).any())

    @property
    def plain(self) -> bool:
        """Whether painted colours are the photo's as they are."""
        return not self.ranged and self.hue >= 1 and self.grain is None and self.blur <= 0

    def even(self, pixels: np.ndarray) -> np.ndarray:
        """Pixels (..., 3) of any type as if the photo had black and white: float32 0..1; the very same if it has."""
        if not self.ranged:
            return pixels
        return np.clip((as_unit(pixels) - self.black) / (self.white - self.black), 0, 1).astype(np.float32)

    def unclipped(self, pixels: np.ndarray) -> np.ndarray:
        """The same, float32 for any photo, and nothing lost beyond black and white: `back` makes the photo of it."""
        unit = as_unit(pixels)
        return ((unit - self.black) / (self.white - self.black)).astype(np.float32) if self.ranged else unit

    def back(self, colour: np.ndarray) -> np.ndarray:
        """Evened colours (..., 3) float32 as this photo would show them."""
        if self.ranged:
            colour = self.black + colour * (self.white - self.black)
        if self.line is not None and self.hue < 1:
            light = luminance(colour)[..., None]
            toned = light + self.line[0] + light * (self.line[1] + light * (self.line[2] + light * self.line[3]))
            colour = toned + (colour - toned) * self.hue
        return np.asarray(colour, np.float32)

    def rim_width(self, size: int, most: float) -> float:
        """Pixels over which a drawn edge fades in a frame of `size` pixels: 1 in a sharp photo, up to `most`."""
        return float(np.clip(_RIM * self.blur * size, 1, max(most, 1)))

    def painted(self, colour: np.ndarray, x0: int, y0: int, size: int, own: np.ndarray | None = None) -> np.ndarray:
        """A layer (h, w, 3), made of evened colours, at (x0, y0) of a frame of `size` pixels, as this photo has it.
        own (h, w) 0..1: how much of it is the photo itself, which is as soft and as grainy already."""
        if self.plain:
            return colour
        photo = colour
        if self.blur * size > 0.3:
            colour = cv2.GaussianBlur(colour, (0, 0), self.blur * size, borderType=cv2.BORDER_REPLICATE)
        colour = self.back(colour)
        if self.grain is not None:
            colour = colour + self.grain.at(x0, y0, colour.shape[1], colour.shape[0], size)
        if own is not None:
            if self.ranged:
                photo = self.black + photo * (self.white - self.black)
            colour = colour + (photo - colour) * own[..., None]
        return np.asarray(np.clip(colour, 0, 1), np.float32)


def plain_tone() -> PhotoTone:
    """Of an ordinary photo."""
    return PhotoTone(np.zeros(3, np.float32), np.ones(3, np.float32))


def read_tone(pixels: np.ndarray, landmarks: np.ndarray, skin: np.ndarray) -> PhotoTone:
    """Black, white and hue of a face's photo. pixels (n, n, 3) uint8 or uint16; landmarks (478, 2) crop sides; skin
    (3,) 0..1: the cheeks' colour there."""
    side = pixels.shape[0]
    oval = landmarks[list(OVAL)]
    middle = oval.mean(0)
    outline = middle + (oval - middle) * _AROUND
    low = np.clip(np.floor(outline.min(0) * side).astype(int), 0, side - 2)
    high = np.clip(np.ceil(outline.max(0) * side).astype(int), low + 2, side)
    region = pixels[low[1]:high[1], low[0]:high[0]]
    scale = _REGION / max(region.shape[:2])
    if scale < 1:
        region = cv2.resize(region, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    found = as_unit(region).reshape(-1, 3)
    light = luminance(found)
    dark, bright = np.percentile(light, [_DARKEST, _LIGHTEST])
    lifted = float(step(*_BLACK, float(dark)))
    dull = 1 - float(step(*_WHITE, float(bright)))
    black = (found[light <= dark].mean(0) * lifted).astype(np.float32)
    # Its brightness only: what is lightest in the dark is skin, and its hue is not the light's.
    white = np.maximum(np.float32(1 + (float(bright) - 1) * dull), black + 0.1).astype(np.float32)
    hue, line = _hue(found, light, float(luminance(white - black)))
    skin_light = max(float(luminance(skin)), 0.02)
    contrast = float(np.clip(1 - float(luminance(black)) / skin_light, 0.1, 1))
    return PhotoTone(black, white, hue, line, contrast=contrast)


def with_surface(tone: PhotoTone, pixels: np.ndarray, landmarks: np.ndarray, axes: FaceAxes) -> PhotoTone:
    """The tone with the photo's grain and softness read as well. The rest as in `read_tone`."""
    side = pixels.shape[0]
    face = np.clip(landmarks[list(OVAL)] * side, 0, side - 1)
    low, high = face.min(0).astype(int), np.ceil(face.max(0)).astype(int) + 1
    seen = as_unit(pixels[low[1]:high[1], low[0]:high[0]])
    light = luminance(seen)
    return replace(tone, grain=_grain(seen, light, side), blur=_softness(light, axes.height * side) / side)


def _hue(colours: np.ndarray, light: np.ndarray, span: float) -> tuple[float, np.ndarray | None]:
    """How much colour there is within a range of tones, and the line that colours lie on otherwise."""
    few = slice(None, None, max(len(colours) // 1500, 1))
    powers = np.vander(light[few], 4, increasing=True)
    aside = colours[few] - light[few, None]
    line = np.linalg.lstsq(powers, aside, rcond=None)[0]
    off = float(np.sqrt(np.mean((aside - powers @ line) ** 2)))
    hue = float(step(*_HUE, off / span))
    return (1.0, None) if hue >= 1 else (hue, line.astype(np.float32))


def _grain(seen: np.ndarray, light: np.ndarray, side: int) -> Grain | None:
    """From the smoothest skin: its pores are the least, and what is left is the photo's. seen (h, w, 3) 0..1, and its
    luminance."""
    h, w = (length // _PATCH for length in light.shape)
    if h < 3 or w < 3:
        return None

    def patches(image: np.ndarray) -> np.ndarray:
        return image[:h * _PATCH, :w * _PATCH].reshape(h, _PATCH, w, _PATCH)

    shown = patches(light).mean((1, 3)).ravel()
    lit = shown > 0.6 * np.median(shown)  # the dark hides it
    spread = np.where(lit, patches(light - cv2.GaussianBlur(light, (0, 0), _FINE)).std((1, 3)).ravel(), np.inf)
    chosen = int(np.argsort(spread)[max(int(lit.sum()) // 10, 0)])
    much = float(step(*_GRAIN, float(spread[chosen])))
    if much <= 0:
        return None
    row, column = (number * _PATCH for number in divmod(chosen, w))
    fine = seen - cv2.GaussianBlur(seen, (0, 0), _FINE)
    return Grain(_spread(fine[row:row + _PATCH, column:column + _PATCH]) * np.float32(much), side)


def _spread(patch: np.ndarray) -> np.ndarray:
    """(_TILE, _TILE, 3) noise of the spectrum and the colours of a patch of grain, which repeats without a seam."""
    flat = patch.reshape(-1, 3).astype(np.float64)
    flat = flat - flat.mean(0)
    kernel = np.fft.ifft2(np.abs(np.fft.fft2(luminance(patch)))).real
    whole = np.zeros((_TILE, _TILE))
    whole[:_PATCH, :_PATCH] = np.fft.fftshift(kernel)
    spectrum = np.fft.fft2(whole)[..., None]
    white = np.random.default_rng(0).standard_normal((_TILE, _TILE, 3))
    noise = np.fft.ifft2(np.fft.fft2(white, axes=(0, 1)) * spectrum, axes=(0, 1)).real
    noise /= max(float(noise.std()), 1e-9)
    colours = np.linalg.cholesky(np.cov(flat.T) + 1e-9 * np.eye(3))
    return (noise @ colours.T).astype(np.float32)


def _softness(light: np.ndarray, unit: float) -> float:
    """Pixels beyond the ordinary by which the sharpest edges are soft: a picture blurred once more loses of its
    gradients what the first blur has left. light (h, w) 0..1; unit: pixels to a face height.

    After Zhuo and Sim, Defocus map estimation from a single image, 2011.
    """
    light = cv2.GaussianBlur(light, (0, 0), 0.8)  # grain is no edge
    again = cv2.GaussianBlur(light, (0, 0), 1.5)
    steep, less = (cv2.magnitude(cv2.Sobel(one, cv2.CV_32F, 1, 0), cv2.Sobel(one, cv2.CV_32F, 0, 1))
                   for one in (light, again))
    edges = steep > max(float(np.percentile(steep, 99)), 1e-4)
    if edges.sum() < 20:
        return 0.0
    ratio = float(np.percentile(steep[edges] / np.maximum(less[edges], 1e-6), 75))
    sigma = 1.5 / np.sqrt(max(ratio * ratio - 1, 1e-3))
    sigma = float(np.sqrt(max(sigma * sigma - 0.8 ** 2, 0)))
    return min(sigma, 0.03 * unit) * float(step(*_SOFT, sigma))
