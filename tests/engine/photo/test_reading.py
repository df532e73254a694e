"""Every kind of picture file comes in upright, in its own depth; from bad ones comes nothing but a plain error."""

import io
import os
import struct
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms

from engine.base.errors import EngineError
from engine.photo.metadata import Metadata
from engine.photo.picture import decode_picture, read_picture
from engine.photo.writing import encode_picture
from tests.engine.photo.picture_files import SMOOTH, encoded, png, wide_profile

RNG = np.random.default_rng(5)
RGB = RNG.integers(0, 256, (21, 33, 3), dtype=np.uint8)


@pytest.mark.parametrize(("kind", "options"), [
    ("PNG", {}), ("BMP", {}), ("TIFF", {}), ("TIFF", {"compression": "tiff_lzw"}), ("WEBP", {"lossless": True})])
def test_lossless_kinds_come_in_exactly(kind, options):
    picture = decode_picture(encoded(Image.fromarray(RGB), kind, **options), "a picture")
    assert picture.format == kind and picture.profile is None and picture.size == (33, 21)
    assert np.array_equal(picture.native, RGB) and np.array_equal(picture.pixels, RGB)
    assert not picture.pixels.flags.writeable and not picture.native.flags.writeable


def test_jpeg_comes_in_nearly(tmp_path):
    path = tmp_path / "misnamed.png"  # the content counts, not the name
    path.write_bytes(encoded(Image.fromarray(SMOOTH), "JPEG", quality=95))
    picture = read_picture(path)
    assert picture.format == "JPEG" and picture.path == path
    assert np.abs(picture.pixels.astype(int) - SMOOTH).mean() < 2


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF", "WEBP"])
def test_exif_orientation_is_undone(orientation, kind):
    # What each orientation does to an upright picture, as Pillow's own table has it (applied to the stored pixels).
    from PIL import ImageOps

    exif = Image.Exif()
    exif[0x0112] = orientation
    data = encoded(Image.fromarray(SMOOTH), kind, exif=exif)
    with Image.open(io.BytesIO(data)) as stored:
        wanted = np.asarray(ImageOps.exif_transpose(stored).convert("RGB"))
    assert np.array_equal(decode_picture(data, "a").pixels, wanted)


def test_position_and_makers_notes_are_not_handed_on():
    exif = Image.Exif()
    exif[0x010F] = "A camera"
    exif[0x0112] = 6
    exif.get_ifd(0x8825)[1] = "N"
    exif.get_ifd(0x8769)[0x927C] = b"serial number"
    picture = decode_picture(encoded(Image.fromarray(SMOOTH), "JPEG", exif=exif), "a")
    kept = Image.Exif()
    assert picture.metadata.exif is not None
    kept.load(b"Exif\0\0" + picture.metadata.exif)
    assert kept[0x010F] == "A camera" and kept[0x0112] == 1
    assert 0x8825 not in kept and 0x927C not in kept.get_ifd(0x8769)


@pytest.mark.parametrize("channels", [1, 3, 4])
@pytest.mark.parametrize("kind", ["PNG", "TIFF"])
def test_sixteen_bits_stay_sixteen_bits(channels, kind):
    native = RNG.integers(0, 65536, (9, 14, channels), dtype=np.uint16)
    picture = decode_picture(encode_picture(native, kind), "a")
    assert picture.native.dtype == np.uint16 and np.array_equal(picture.native, native)
    if channels == 3:
        assert np.array_equal(picture.pixels, np.rint(native / 257).astype(np.uint8))


@pytest.mark.parametrize("orientation", range(1, 9))
def test_sixteen_bit_pictures_come_in_upright(orientation):
    exif = Image.Exif()
    exif[0x0112] = orientation
    stored = SMOOTH.astype(np.uint16) * 257
    eight = decode_picture(encoded(Image.fromarray(SMOOTH), "PNG", exif=exif), "a")
    turned = Metadata(exif.tobytes().removeprefix(b"Exif\0\0"))
    for data in (encode_picture(stored, "PNG", metadata=turned), oriented_tiff(stored, orientation)):
        picture = decode_picture(data, "a")
        assert picture.native.dtype == np.uint16 and np.array_equal(picture.pixels, eight.pixels)


def oriented_tiff(native: np.ndarray, orientation: int) -> bytes:
    """A 16-bit TIFF whose tag 284 (channels side by side, the default anyway) is made tag 274, the orientation."""
    data = bytearray(encode_picture(native, "TIFF"))
    entry = data.index(struct.pack("<HHI", 284, 3, 1))
    data[entry : entry + 2], data[entry + 8 : entry + 10] = struct.pack("<H", 274), struct.pack("<H", orientation)
    return bytes(data)


def test_sixteen_bit_gray_with_alpha():
    values = RNG.integers(0, 65536, (8, 9, 2), dtype=np.uint16)
    rows = b"".join(b"\0" + row.astype(">u2").tobytes() for row in values)
    picture = decode_picture(png(9, 8, 16, 4, rows), "a")
    assert np.array_equal(picture.native, values[:, :, [0, 0, 0, 1]])


def test_gray_palette_alpha_and_one_bit():
    gray = RGB[:, :, 0]
    assert decode_picture(encoded(Image.fromarray(gray), "PNG"), "a").native.shape == (21, 33, 1)
    palette = Image.fromarray(RGB).quantize(16)
    assert np.array_equal(decode_picture(encoded(palette, "PNG"), "a").native, np.asarray(palette.convert("RGB")))
    alpha = np.dstack([RGB, gray])
    picture = decode_picture(encoded(Image.fromarray(alpha), "PNG"), "a")
    assert np.array_equal(picture.native, alpha)
    share = alpha[:, :, 3:] / 255
    assert np.abs(picture.pixels - (alpha[:, :, :3] * share + 255 * (1 - share))).max() <= 0.5
    two = decode_picture(encoded(Image.fromarray(np.dstack([gray, gray])), "PNG"), "a")
    assert np.array_equal(two.native, np.dstack([gray] * 4))
    bit = decode_picture(encoded(Image.fromarray(gray > 128), "PNG"), "a")
    assert np.array_equal(bit.native[:, :, 0], np.where(gray > 128, 255, 0))


def test_cmyk_jpeg_becomes_rgb():
    wanted = Image.new("RGB", (20, 20), (200, 60, 40))
    picture = decode_picture(encoded(wanted.convert("CMYK"), "JPEG", quality=95), "a")
    assert np.abs(picture.pixels.astype(int) - np.asarray(wanted)).max() < 6


def test_a_profile_is_shown_converted_and_kept():
    red = np.zeros((4, 4, 3), np.uint8)
    red[..., 0] = 255
    profile = wide_profile()
    picture = decode_picture(encoded(Image.fromarray(red), "PNG", icc_profile=profile), "a")
    assert picture.profile == profile and np.array_equal(picture.native, red)
    assert (picture.pixels[..., 1] > 250).all() and (picture.pixels[..., 0] < 5).all()


def test_srgb_under_another_name_changes_nothing_and_nonsense_is_dropped():
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    assert np.array_equal(decode_picture(encoded(Image.fromarray(RGB), "PNG", icc_profile=srgb), "a").pixels, RGB)
    assert decode_picture(encoded(Image.fromarray(RGB), "PNG", icc_profile=b"x" * 200), "a").profile is None
    gray = Image.fromarray(RGB[:, :, 0])
    assert decode_picture(encoded(gray, "PNG", icc_profile=srgb), "a").profile is None


@pytest.mark.parametrize("content", [b"", b"GIF89a" + b"\0" * 50, b"%PDF-1.7", b"\x89PNG\r\n\x1a\n", b"BM",
                                     b"II*\0\x08\0\0\0", b"RIFF\x10\0\0\0WEBPVP8 "])
def test_what_is_no_picture(content):
    with pytest.raises(EngineError, match="thing"):
        decode_picture(content, "thing")


@pytest.mark.parametrize("kind", ["PNG", "TIFF", "WEBP", "BMP"])
def test_truncated_pictures(kind):
    data = encoded(Image.fromarray(RNG.integers(0, 256, (60, 60, 3), dtype=np.uint8)), kind)
    with pytest.raises(EngineError):
        decode_picture(data[: len(data) // 2], "half")


def test_truncated_sixteen_bit_pictures(capfd):
    native = RNG.integers(0, 65536, (40, 40, 3), dtype=np.uint16)
    for kind in ("PNG", "TIFF"):
        data = encode_picture(native, kind)
        with pytest.raises(EngineError):
            decode_picture(data[: len(data) // 2], "half")
    assert capfd.readouterr().err == ""


def test_a_chunk_that_claims_gigabytes_gets_none():
    data = bytearray(encode_picture(RNG.integers(0, 65536, (9, 9, 3), dtype=np.uint16), "PNG"))
    length = data.index(b"IDAT") - 4
    data[length] = 0xE2
    with pytest.raises(EngineError, match="damaged"):
        decode_picture(bytes(data), "bomb")


def test_nothing_but_the_error_is_said_of_a_damaged_file(capfd):
    for original in VALID:
        for place in range(30, len(original), max(1, len(original) // 40)):
            data = bytearray(original)
            data[place] ^= 0x5A
            try:
                decode_picture(bytes(data), "damaged")
            except EngineError:
                pass
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(("width", "height"), [(60_000, 60_000), (2**31 - 1, 1), (1, 40_000), (30_000, 30_000)])
def test_absurd_sizes_are_refused_before_decoding(width, height):
    with pytest.raises(EngineError, match="too large"):
        decode_picture(png(width, height, 8, 2, b"\0" * 100), "bomb")


def test_sizes_of_sixteen_bit_pictures_are_checked_too():
    with pytest.raises(EngineError, match="too large"):
        decode_picture(png(50_000, 50_000, 16, 2, b"\0" * 100), "bomb")


def test_missing_folders_pipes_and_strange_names(tmp_path):
    for path, words in ((tmp_path / "none.png", "no file"), (tmp_path, "folder"), ("a\0b.png", "cannot be read")):
        with pytest.raises(EngineError, match=words):
            read_picture(path)
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe.png")
        with pytest.raises(EngineError, match="ordinary"):
            read_picture(tmp_path / "pipe.png")


VALID = [encoded(Image.fromarray(RGB), kind) for kind in ("PNG", "JPEG", "TIFF", "WEBP", "BMP", "GIF", "AVIF")]
VALID += [encode_picture(RNG.integers(0, 65536, (9, 9, 3), dtype=np.uint16), kind) for kind in ("PNG", "TIFF")]
VALID += [encoded(Image.fromarray(RGB), "TIFF", compression="tiff_adobe_deflate", icc_profile=wide_profile())]


@given(st.binary(max_size=400))
def test_random_bytes_give_only_our_error(data):
    with pytest.raises(EngineError):
        decode_picture(data, "random")


@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(VALID), st.data())
def test_mutated_pictures_give_pixels_or_our_error(original, data):
    _check_mutated(original, data)


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(("heic", "jxl")), st.data())
def test_the_same_of_kinds_that_are_read_in_a_process_of_their_own(kind, data):
    """Few: each starts one. `make fuzz` feeds them more."""
    import pylibjxl

    heic = (Path(__file__).parents[2] / "data" / "pictures" / "phone.heic").read_bytes()
    _check_mutated(heic if kind == "heic" else pylibjxl.encode(RGB, lossless=True), data)


def _check_mutated(original, data):
    mutated = bytearray(original)
    for _ in range(data.draw(st.integers(1, 6))):
        mutated[data.draw(st.integers(0, min(len(mutated), 200) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(len(mutated) // 2, len(mutated)))
    try:
        picture = decode_picture(bytes(mutated[:cut]), "mutated")
    except EngineError:
        return
    assert picture.pixels.dtype == np.uint8 and picture.pixels.shape[2] == 3
    assert picture.native.shape[:2] == picture.pixels.shape[:2]
