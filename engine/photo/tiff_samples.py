"""What a TIFF's samples mean (TIFF revision 6.0), as 8 or 16 bits of gray or RGB with straight alpha."""

from dataclasses import dataclass

import numpy as np

from engine.base.text import Text
from engine.photo.decoded import not_read
from engine.photo.recognised import raw_file

WHITE_IS_ZERO, BLACK_IS_ZERO, RGB, PALETTE, CMYK, YCBCR, CIELAB, ICCLAB, ITULAB = 0, 1, 2, 3, 5, 6, 8, 9, 10
_RAW_SENSOR = (32803, 34892)
_UNSIGNED, _SIGNED, _FLOAT, _UNKNOWN = 1, 2, 3, 4
_PREMULTIPLIED, _STRAIGHT = 1, 2
_BEYOND = 1 / 1024
_ROWS = 256

SAVE_PLAIN = Text("save it with 8 or 16 bits a channel in gray or RGB")
SIXTEEN_BITS = Text("its samples became whole numbers of 16 bits")


@dataclass(frozen=True)
class Samples:
    """What the tags say.

    photometric: what the first channels mean. channels: of a pixel, with extra ones. bits: of each. format: unsigned,
    signed or floating-point. planar: whether each channel stands by itself. extra: what the last channels mean.
    colours: a palette's red, then green, then blue, 16 bits each.
    """

    photometric: int
    channels: int
    bits: int
    format: int
    planar: bool
    extra: tuple[int, ...]
    colours: tuple[int, ...]


def native_samples(raw: np.ndarray, stored: Samples, name: str) -> tuple[np.ndarray, tuple[Text, ...]]:
    """Samples as libtiff gives them, as (H, W, 1|3|4) uint8 or uint16, and what is to be said of them. EngineError for
    what cannot be shown as it is meant."""
    _refuse(stored, name)
    if raw.ndim == 3 and stored.planar and stored.channels > 1:
        raw = np.moveaxis(raw, 0, 2)
    if raw.ndim == 2:
        raw = raw[:, :, None]
    meant = 3 if stored.photometric in (RGB, YCBCR) else 1
    if raw.ndim != 3 or raw.shape[2] < meant:
        raise ValueError(f"{raw.shape} of {stored}")
    alpha, kind = _alpha(stored, meant, raw.shape[2])
    if stored.photometric == PALETTE:
        return _palette(raw[:, :, 0], stored), ()
    chosen = [*range(meant), *alpha]
    whole, notes = _whole(raw if chosen == list(range(raw.shape[2])) else raw[:, :, chosen], stored, name)
    if stored.photometric == WHITE_IS_ZERO:
        whole[:, :, 0] = np.iinfo(whole.dtype).max - whole[:, :, 0]
    if kind == _PREMULTIPLIED:
        _divide(whole)
    if alpha and meant == 1:  # gray with alpha is opened as colour with alpha
        whole = whole[:, :, [0, 0, 0, 1]]
    return whole, notes


def _refuse(stored: Samples, name: str) -> None:
    if stored.photometric in _RAW_SENSOR:
        raise raw_file(name)
    if stored.photometric in (CIELAB, ICCLAB, ITULAB):
        raise not_read(name, Text("a TIFF in Lab colours"), SAVE_PLAIN)
    if stored.photometric not in (WHITE_IS_ZERO, BLACK_IS_ZERO, RGB, PALETTE, YCBCR):
        raise not_read(name, Text("a TIFF in colours of a rare kind (number {0})", stored.photometric), SAVE_PLAIN)
    if stored.format not in (_UNSIGNED, _FLOAT, _UNKNOWN):
        raise not_read(name, Text("a TIFF with samples below zero or of a rare kind"), SAVE_PLAIN)


def _alpha(stored: Samples, meant: int, there: int) -> tuple[list[int], int]:
    """Which channel is alpha, and of which kind; the first that says so. One of no stated meaning is none."""
    for number, kind in enumerate(stored.extra[: there - meant]):
        if kind in (_PREMULTIPLIED, _STRAIGHT):
            return [meant + number], kind
    return [], 0


def _whole(raw: np.ndarray, stored: Samples, name: str) -> tuple[np.ndarray, tuple[Text, ...]]:
    """Samples of whatever depth as 8 or 16 bits, in an array of their own."""
    if raw.dtype == bool:
        return raw.astype(np.uint8) * np.uint8(255), ()
    if raw.dtype.kind == "f":
        return _from_floats(raw, name), (SIXTEEN_BITS,)
    if raw.dtype.kind != "u":
        raise not_read(name, Text("a TIFF with samples below zero or of a rare kind"), SAVE_PLAIN)
    if stored.bits in (8, 16) and raw.dtype.itemsize * 8 == stored.bits:
        return np.array(raw, order="C") if not raw.flags.writeable or not raw.flags.c_contiguous else raw, ()
    wide = stored.bits > 8
    whole = np.empty(raw.shape, np.uint16 if wide else np.uint8)
    for top in range(0, len(raw), _ROWS):
        part = raw[top : top + _ROWS].astype(np.float64) * ((65535 if wide else 255) / (2**stored.bits - 1))
        whole[top : top + _ROWS] = np.rint(part)
    return whole, (SIXTEEN_BITS,) if stored.bits > 16 else ()


def _from_floats(raw: np.ndarray, name: str) -> np.ndarray:
    """Samples of 0 to 1 with 16 bits."""
    whole = np.empty(raw.shape, np.uint16)
    for top in range(0, len(raw), _ROWS):
        part = raw[top : top + _ROWS].astype(np.float32)
        if not np.isfinite(part).all() or part.min() < -_BEYOND or part.max() > 1 + _BEYOND:
            raise not_read(name, Text("a TIFF of floating-point samples that are not all from 0 to 1"), SAVE_PLAIN)
        whole[top : top + _ROWS] = np.rint(np.clip(part, 0, 1) * 65535)
    return whole


def _palette(places: np.ndarray, stored: Samples) -> np.ndarray:
    count = len(stored.colours) // 3
    if count < 1 or int(places.max()) >= count:
        raise ValueError(f"a palette of {count}")
    colours = np.array(stored.colours[: 3 * count], np.uint32).reshape(3, count).T
    # The standard says 16 bits; some programs write 8.
    eight = colours >> 8 if colours.max() > 255 else colours
    return np.ascontiguousarray(eight.astype(np.uint8)[places])


def _divide(pixels: np.ndarray) -> None:
    """Colours that were multiplied by their alpha, straight again, in place."""
    most = float(np.iinfo(pixels.dtype).max)
    for top in range(0, len(pixels), _ROWS):
        part = pixels[top : top + _ROWS]
        alpha = part[:, :, -1:].astype(np.float32)
        straight = part[:, :, :-1] * (most / np.maximum(alpha, 1))
        part[:, :, :-1] = np.rint(np.minimum(straight, most))
