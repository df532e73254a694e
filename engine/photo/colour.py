"""Colour profiles: what a file's own colours look like in sRGB."""

from io import BytesIO
from typing import TYPE_CHECKING

import numpy as np

from engine.photo.colour_cube import ColourCube
from engine.photo.strips import strips

if TYPE_CHECKING:
    from PIL import ImageCms
    from PIL.Image import Image


def usable_profile(profile: bytes | None, channels: int) -> bytes | None:
    """The ICC profile if it is sound and fits pixels of so many channels, else None (which means sRGB)."""
    if not profile:
        return None
    from PIL import ImageCms

    try:
        space = ImageCms.ImageCmsProfile(BytesIO(profile)).profile.xcolor_space.strip()
    except (OSError, ImageCms.PyCMSError, ValueError, TypeError):
        return None
    return profile if space == ("GRAY" if channels == 1 else "RGB") else None


def viewed(native: np.ndarray, profile: bytes | None) -> np.ndarray:
    """Native pixels (H, W, 1|3|4) uint8|uint16 in `profile` as (H, W, 3) uint8 sRGB, transparent parts on white."""
    turn = _into_srgb(profile, native.shape[2] == 1)
    if native.dtype == np.uint8 and native.shape[2] == 3 and turn is None:
        return np.ascontiguousarray(native)
    pixels = np.empty((*native.shape[:2], 3), np.uint8)
    for rows in strips(native):
        part = eight_bit(native[rows])
        if native.shape[2] == 4:
            whole = part if turn is None else np.dstack([_turned(part[:, :, :3], turn), part[:, :, 3]])
            _lay_on_white(whole, pixels[rows])
        else:
            pixels[rows] = _turned(part, turn)
    return pixels


def on_white(pixels: np.ndarray) -> np.ndarray:
    """(H, W, 4) with straight alpha, uint8 or uint16, laid on white: (H, W, 3) of the same type."""
    if int(pixels[:, :, 3].min()) == np.iinfo(pixels.dtype).max:
        return pixels[:, :, :3]
    laid = np.empty((*pixels.shape[:2], 3), pixels.dtype)
    for rows in strips(pixels):
        _lay_on_white(pixels[rows], laid[rows])
    return laid


def _lay_on_white(part: np.ndarray, laid: np.ndarray) -> None:
    """Channel by channel: numpy goes through rows of three values many times slower than through whole planes."""
    most = int(np.iinfo(part.dtype).max)
    if part.dtype == np.uint8:
        from engine.base.opencv import cv2

        colours = cv2.cvtColor(np.ascontiguousarray(part), cv2.COLOR_RGBA2RGB)
        alpha = cv2.merge([cv2.extractChannel(part, 3)] * 3)
        # Rounded, never to an even neighbour: no product of two bytes lies in the middle between multiples of 255.
        cv2.add(cv2.multiply(colours, alpha, scale=1 / most), cv2.bitwise_not(alpha), dst=laid)
        return
    alpha = part[:, :, 3].astype(np.uint32)
    white = most * (most - alpha) + most // 2
    for channel in range(3):
        laid[:, :, channel] = (part[:, :, channel] * alpha + white) // most


def eight_bit(native: np.ndarray) -> np.ndarray:
    """uint8 of the same shape; 16-bit values are rounded, not cut."""
    if native.dtype == np.uint8:
        return native
    from engine.base.opencv import cv2

    return cv2.convertScaleAbs(native, alpha=1 / 257).reshape(native.shape)


def to_srgb(colours: np.ndarray, profile: bytes | None) -> np.ndarray:
    """(H, W, 1|3) uint8 in `profile` as (H, W, 3) uint8 sRGB, relative colorimetric."""
    turn = _into_srgb(profile, colours.shape[2] == 1)
    if turn is None and colours.shape[2] == 3:
        return colours
    pixels = np.empty((*colours.shape[:2], 3), np.uint8)
    for rows in strips(colours):
        pixels[rows] = _turned(colours[rows], turn)
    return pixels


def can_be_written_into(profile: bytes, gray: bool) -> bool:
    """Whether colours can be turned into those of a profile; some, made of tables, tell the other way only."""
    from PIL import ImageCms

    try:
        ImageCms.buildTransform(ImageCms.createProfile("sRGB"), ImageCms.ImageCmsProfile(BytesIO(profile)), "RGB",
                                "L" if gray else "RGB", renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC)
    except ImageCms.PyCMSError:
        return False
    return True


def native_to_srgb(native: np.ndarray, profile: bytes) -> np.ndarray:
    """(H, W, 1|3|4) uint8 or uint16 in `profile` as (H, W, 3|4) in sRGB, in the same depth; alpha is kept."""
    turn = _into_srgb(profile, native.shape[2] == 1)
    deep = native.dtype == np.uint16
    cube = ColourCube(lambda colours: _turned(colours[:, :, : native.shape[2]], turn)) if deep else None
    pixels = np.empty((*native.shape[:2], max(3, native.shape[2])), native.dtype)
    for rows in strips(native):
        part = native[rows]
        if cube is None:
            pixels[rows, :, :3] = _turned(part[:, :, :3], turn)
        else:
            colours = np.broadcast_to(part[:, :, :3], (*part.shape[:2], 3)).astype(np.float32) / 65535
            pixels[rows, :, :3] = np.rint(cube(colours) * 65535)
        pixels[rows, :, 3:] = part[:, :, 3:]
    return pixels


def _turned(colours: np.ndarray, turn: "ImageCms.ImageCmsTransform | None") -> np.ndarray:
    """(h, w, 1|3) uint8 as (h, w, 3)."""
    gray = colours.shape[2] == 1
    if turn is None:
        return np.repeat(colours, 3, axis=2) if gray else colours
    from PIL import Image, ImageCms

    image = Image.fromarray(np.ascontiguousarray(colours[:, :, 0] if gray else colours))
    return np.asarray(ImageCms.applyTransform(image, turn))


def _into_srgb(profile: bytes | None, gray: bool) -> "ImageCms.ImageCmsTransform | None":
    """From a profile into sRGB, relative colorimetric; None where that changes nothing or the profile is of no use."""
    if profile is None:
        return None
    from PIL import ImageCms

    try:
        transform = ImageCms.buildTransform(
            ImageCms.ImageCmsProfile(BytesIO(profile)), ImageCms.createProfile("sRGB"), "L" if gray else "RGB", "RGB",
            renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC)
    except ImageCms.PyCMSError:
        return None
    return None if not gray and _changes_nothing(transform) else transform  # sRGB under one of its many names


def _changes_nothing(transform: "ImageCms.ImageCmsTransform") -> bool:
    """Whether a colour transform leaves a cube of test colours within one level of where they were."""
    from PIL import Image, ImageCms

    levels = np.linspace(0, 255, 9).astype(np.uint8)
    cube = np.stack(np.meshgrid(levels, levels, levels), axis=-1).reshape(1, -1, 3)
    turned = np.asarray(ImageCms.applyTransform(Image.fromarray(cube), transform))
    return int(np.abs(turned.astype(int) - cube.astype(int)).max()) <= 1


def cmyk_to_srgb(image: "Image", profile: bytes | None) -> "Image":
    """A CMYK picture as RGB in sRGB, by its profile when that is sound, else by the plain formula."""
    from PIL import ImageCms

    if profile:
        try:
            source = ImageCms.ImageCmsProfile(BytesIO(profile))
            turned = ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
            if turned is not None:
                return turned
        except (OSError, ImageCms.PyCMSError, ValueError):
            pass
    return image.convert("RGB")
