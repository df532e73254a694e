"""A JPEG for a look at it only is decoded smaller: the same picture, upright, and no smaller than was said."""

from io import BytesIO

import numpy as np
import pytest
from PIL import Image

from engine.photo.picture import decode_picture


def jpeg(width: int, height: int, turned: int = 1, mode: str = "RGB") -> bytes:
    """Bright to the left, dark below."""
    across, down = np.linspace(255, 0, width), np.linspace(0, 255, height)
    pixels = np.empty((height, width, 3), np.uint8)
    pixels[..., 0], pixels[..., 1], pixels[..., 2] = across, down[:, None], 90
    exif, out = Image.Exif(), BytesIO()
    exif[0x0112] = turned
    Image.fromarray(pixels).convert(mode).save(out, "JPEG", exif=exif, quality=95)
    return out.getvalue()


@pytest.mark.parametrize(("size", "expected"), [((1600, 1200), (400, 300)), ((1600, 599), (1600, 599)),
                                                ((4800, 2400), (600, 300)), ((200, 100), (200, 100))])
def test_no_side_becomes_shorter_than_was_said(size: tuple[int, int], expected: tuple[int, int]) -> None:
    assert decode_picture(jpeg(*size), "a.jpg", least=300).size == expected


@pytest.mark.parametrize("mode", ["RGB", "L", "CMYK"])
@pytest.mark.parametrize("turned", range(1, 9))
def test_it_is_the_same_picture(turned: int, mode: str) -> None:
    data = jpeg(1600, 1200, turned, mode)
    whole, small = decode_picture(data, "a.jpg"), decode_picture(data, "a.jpg", least=300)
    scaled = np.asarray(Image.fromarray(whole.pixels).resize(small.size, Image.Resampling.BOX))
    assert small.size == (whole.size[0] // 4, whole.size[1] // 4)
    assert np.abs(scaled.astype(int) - small.pixels).max() <= 12


def test_what_is_missing_lies_at_the_same_place() -> None:
    data = jpeg(1600, 1200)
    cut = data[: len(data) * 2 // 3]
    whole, small = decode_picture(cut, "a.jpg"), decode_picture(cut, "a.jpg", least=300)
    assert whole.missing is not None and small.missing is not None
    assert (small.missing.y0, small.missing.x1, small.missing.y1) == (whole.missing.y0 / 4, 400, 300)


def test_other_kinds_are_decoded_whole() -> None:
    out = BytesIO()
    Image.new("RGB", (800, 600)).save(out, "PNG")
    assert decode_picture(out.getvalue(), "a.png", least=100).size == (800, 600)
