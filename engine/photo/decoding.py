"""From a file's bytes to upright native pixels, with the size checked before anything is decoded."""

import logging
import warnings
from contextlib import nullcontext
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

import numpy as np

from engine.base.errors import EngineError
from engine.base.text import Text
from engine.photo.picture_kinds import PICTURE_KINDS
from engine.photo.quiet import quiet_stderr

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_PIXELS = 256 * 1024 * 1024
LONGEST_SIDE = 32768

_ORIENTATION, _GPS, _MAKER_NOTE, _THUMBNAIL_TAGS = 0x0112, 0x8825, 0x927C, (0x0201, 0x0202)
_EXIF_BLOCK = 0x8769
_SILENT = logging.NullHandler()


@dataclass(frozen=True, eq=False)
class Decoded:
    """Native pixels (H, W, 1|3|4) uint8|uint16, the ICC profile as found, cleaned EXIF, and the format's name."""

    native: np.ndarray
    profile: bytes | None
    exif: bytes | None
    format: str


def decode(data: bytes, name: str) -> Decoded:
    """Decode PNG, JPEG, WebP, TIFF (first page) or BMP. EngineError for everything that is not a sound one."""
    from PIL import Image, UnidentifiedImageError

    # Pillow's own limit would warn at 89 million pixels; ours is checked right after the header is read.
    Image.MAX_IMAGE_PIXELS = None
    logging.getLogger("PIL").addHandler(_SILENT)  # else its complaints go to standard error when nobody logs
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Pillow warns about odd tags of files it reads well
            with Image.open(BytesIO(data), formats=[kind.name for kind in PICTURE_KINDS]) as image:
                _check_size(image.size, name)
                kind = "JPEG" if image.format == "MPO" else str(image.format)
                profile = image.info.get("icc_profile")
                orientation, exif = _exif(image)
                sixteen = _sixteen_bit_colour(image, data)
                # libtiff and libpng say on standard error what is wrong with a file; we say it ourselves.
                with quiet_stderr() if sixteen or kind == "TIFF" else nullcontext():
                    if sixteen:
                        native = _decode_sixteen_bit(data, kind, name, image.size)
                    else:
                        native, profile = _decode_with_pillow(image, name, profile)
    except EngineError:
        raise
    except UnidentifiedImageError:
        raise EngineError(Text("{0} is not a picture that can be read", name),
                          hint=Text("PNG, JPEG, WebP, TIFF and BMP can be read, whatever the file is called")) from None
    except MemoryError:
        raise EngineError(Text("{0} is too large for this machine's memory", name)) from None
    except Exception as error:  # the decoders raise whatever they like on damaged files: OSError, SyntaxError, ...
        raise EngineError(Text("{0} is damaged and cannot be read", name),
                          detail=f"{type(error).__name__}: {error}") from error
    return Decoded(np.ascontiguousarray(_upright(native, orientation)), profile or None, exif, kind)


def _check_size(size: tuple[int, int], name: str) -> None:
    width, height = size
    if width < 1 or height < 1:
        raise EngineError(Text("{0} has no pixels", name))
    if max(width, height) > LONGEST_SIDE or width * height > MOST_PIXELS:
        raise EngineError(Text("{0} is too large: {1} x {2} pixels", name, width, height),
                          hint=Text("at most {0} pixels a side and {1} megapixels", LONGEST_SIDE,
                                    f"{MOST_PIXELS / 1e6:.0f}"))


def _exif(image: "Image") -> tuple[int, bytes | None]:
    """Orientation 1..8, and the EXIF block to hand on: upright, without position, thumbnail and maker's notes."""
    if image.format == "TIFF":
        # Pillow and OpenCV both turn a TIFF themselves; and its EXIF shares a table with the pixels' own layout.
        return 1, None
    try:
        exif = image.getexif()
        orientation = exif.get(_ORIENTATION, 1)
        if not exif:
            return 1, None
        for tag in (_GPS, *_THUMBNAIL_TAGS):
            exif.pop(tag, None)
        exif.get_ifd(_EXIF_BLOCK).pop(_MAKER_NOTE, None)
        exif[_ORIENTATION] = 1
        return (orientation if orientation in range(1, 9) else 1), exif.tobytes()
    except Exception:  # a damaged EXIF block is no reason to refuse the picture
        return 1, None


def _sixteen_bit_colour(image: "Image", data: bytes) -> bool:
    """Whether this has 16-bit samples in a mode that Pillow would cut down to 8."""
    if image.mode == "I;16" or image.mode.startswith("I;16"):
        return False
    if image.format == "PNG":
        return data[24:25] == b"\x10"
    if image.format == "TIFF":
        bits = getattr(image, "tag_v2", {}).get(258, ())
        return bool(bits) and set(bits if isinstance(bits, tuple) else (bits,)) == {16}
    return False


def _decode_sixteen_bit(data: bytes, kind: str, name: str, size: tuple[int, int]) -> np.ndarray:
    from engine.base.opencv import cv2
    from engine.photo.sixteen_bit import needed_chunks

    if kind == "PNG":
        data = needed_chunks(data)
    level = cv2.utils.logging.getLogLevel()
    cv2.utils.logging.setLogLevel(cv2.utils.logging.LOG_LEVEL_SILENT)
    try:
        pixels = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_UNCHANGED)
    except cv2.error as error:
        raise EngineError(Text("{0} is damaged and cannot be read", name), detail=str(error)) from error
    finally:
        cv2.utils.logging.setLogLevel(level)
    if pixels is None or pixels.dtype != np.uint16 or pixels.shape[:2] != size[::-1]:
        raise EngineError(Text("{0} is damaged, or of a 16-bit kind that cannot be read", name))
    if pixels.ndim == 2:
        return pixels[:, :, None]
    return cv2.cvtColor(pixels, cv2.COLOR_BGR2RGB if pixels.shape[2] == 3 else cv2.COLOR_BGRA2RGBA)


def _decode_with_pillow(image: "Image", name: str, profile: bytes | None) -> tuple[np.ndarray, bytes | None]:
    """(H, W, 1|3|4) and the profile these pixels are in (None when they had to be converted to sRGB)."""
    if image.mode in ("F", "I") or image.mode == "LAB":
        raise EngineError(Text("{0} holds Lab pixels", name) if image.mode == "LAB"
                          else Text("{0} holds floating-point or 32-bit pixels", name),
                          hint=Text("save it with 8 or 16 bits a channel in gray or RGB"))
    image.load()
    if image.mode.startswith("I;16"):
        return np.asarray(image).astype(np.uint16)[:, :, None], profile
    if image.mode == "CMYK":
        from engine.photo.colour import cmyk_to_srgb

        return np.array(cmyk_to_srgb(image, profile)), None
    if image.mode in ("1", "L"):
        wanted = "LA" if "transparency" in image.info else "L"
    elif image.mode in ("LA", "La", "PA", "RGBA", "RGBa") or "transparency" in image.info:
        wanted = "RGBA"
    else:
        wanted = "RGB"
    if wanted == "LA" or image.mode in ("LA", "La"):
        wanted = "RGBA"
    pixels = np.array(image if image.mode == wanted else image.convert(wanted))
    return pixels if pixels.ndim == 3 else pixels[:, :, None], profile


def _upright(pixels: np.ndarray, orientation: int) -> np.ndarray:
    """Undo EXIF orientation 1..8 (EXIF 2.3, tag 0x0112)."""
    if orientation in (5, 6, 7, 8):
        pixels = pixels.transpose(1, 0, 2)
    if orientation in (2, 3, 6, 7):
        pixels = pixels[:, ::-1]
    if orientation in (3, 4, 7, 8):
        pixels = pixels[::-1]
    return pixels
