"""HEIC and JPEG XL as their libraries decode them: called in a process of its own, see `engine.photo.apart`."""

import base64
from typing import Any

import numpy as np

from engine.base.text import Text
from engine.photo.decoded import not_read
from engine.photo.limits import MOST_NOTE_BYTES, check_size
from engine.process.call import allow_more

_BYTES_A_PIXEL = 32
"""That decoding may take, beside the gigabyte that anything may."""
_AS_PNG = Text("save it as PNG, TIFF or JPEG in the program it comes from")


def decode_heif(data: bytes, name: str) -> tuple[dict[str, Any], np.ndarray]:
    """The main picture of a HEIF file, upright: facts and (H, W, 1|3|4) uint8, or uint16 where it has more bits.

    Through libheif and libde265 (package pi-heif, which has no encoder in it).
    """
    import pi_heif

    file = pi_heif.open_heif(data, convert_hdr_to_8bit=False)
    image = file[file.primary_index]
    bits = int(image.info.get("bit_depth", 8))
    width, height = image.size
    check_size(width, height, name, 4 * (2 if bits > 8 else 1))
    allow_more(_BYTES_A_PIXEL * width * height)
    pixels = np.array(image)  # a copy: numpy's view of it does not keep alive what it looks at
    pixels = pixels if pixels.ndim == 3 else pixels[:, :, None]
    pixels = pixels[:, :width]
    if pixels.dtype != np.uint8:  # they lie in the upper bits
        pixels = np.rint((pixels >> (16 - bits)) * (65535 / (2**bits - 1))).astype("<u2")
    if image.mode.split(";")[0].endswith("a"):
        pixels = _straight(pixels)
    return {"profile": _text(image.info.get("icc_profile")), "exif": _text(image.info.get("exif")),
            "xmp": _text(image.info.get("xmp")), "several": len(file) > 1, "cut": False}, _colour(pixels)


def decode_jxl(data: bytes, name: str) -> tuple[dict[str, Any], np.ndarray]:
    """The first picture of a JPEG XL file, upright, with 8 bits: facts and (H, W, 1|3|4) uint8.

    Through libjxl (package pylibjxl).
    """
    import pylibjxl

    about = pylibjxl.probe(data)
    check_size(about["width"], about["height"], name, 4)
    allow_more(_BYTES_A_PIXEL * about["width"] * about["height"])
    if about["exponent_bits_per_sample"]:
        raise not_read(name, Text("a JPEG XL picture of floating-point samples"), _AS_PNG)
    pixels, beside = pylibjxl.decode(data, metadata=True)
    pixels = pixels if pixels.ndim == 3 else pixels[:, :, None]
    return {"profile": _text(beside.get("icc")), "exif": _text(beside.get("exif")), "xmp": _text(beside.get("xmp")),
            "several": bool(about["have_animation"]), "cut": about["bits_per_sample"] > 8}, _colour(pixels)


def _colour(pixels: np.ndarray) -> np.ndarray:
    """Gray with alpha as colour with alpha."""
    return pixels[:, :, [0, 0, 0, 1]] if pixels.shape[2] == 2 else pixels


def _straight(pixels: np.ndarray) -> np.ndarray:
    """Colours that were multiplied by their alpha, straight again."""
    most = float(np.iinfo(pixels.dtype).max)
    straight = pixels[..., :-1] * (most / np.maximum(pixels[..., -1:].astype(np.float32), 1))
    return np.concatenate([np.rint(np.minimum(straight, most)).astype(pixels.dtype), pixels[..., -1:]], axis=2)


def _text(content: object) -> str | None:
    """Bytes as JSON can carry them; what is larger than anybody needs is left out."""
    if not isinstance(content, bytes) or not 0 < len(content) <= MOST_NOTE_BYTES // 4:
        return None
    return base64.b64encode(content).decode("ascii")
