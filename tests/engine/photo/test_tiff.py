"""TIFFs of every kind come in with the pixels they mean, or are refused by their true name."""

import io

import numpy as np
import pytest
import tifffile
from PIL import Image

from engine.base.errors import EngineError
from engine.photo.picture import decode_picture

RNG = np.random.default_rng(8)
EIGHT = RNG.integers(0, 256, (50, 40, 3), dtype=np.uint8)
SIXTEEN = EIGHT.astype(np.uint16) * 257
ALPHA = RNG.integers(1, 256, (50, 40, 1), dtype=np.uint8)


def tiff(pixels: np.ndarray, **options) -> bytes:
    file = io.BytesIO()
    tifffile.imwrite(file, pixels, **{"photometric": "rgb", **options})
    return file.getvalue()


def native(data: bytes) -> np.ndarray:
    return decode_picture(data, "a.tif").native


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("options", [
    {}, {"compression": "lzw"}, {"compression": "zlib", "predictor": True}, {"compression": "packbits"},
    {"compression": "zstd"}, {"tile": (16, 32)}, {"tile": (16, 32), "compression": "lzw", "predictor": True},
    {"rowsperstrip": 7}, {"bigtiff": True, "compression": "zlib"}], ids=str)
@pytest.mark.parametrize("planar", ["contig", "separate"])
@pytest.mark.parametrize("pixels", [EIGHT, SIXTEEN], ids=["8", "16"])
def test_layouts(pixels, planar, options, order):
    stored = pixels if planar == "contig" else np.ascontiguousarray(np.moveaxis(pixels, 2, 0))
    assert np.array_equal(native(tiff(stored, planarconfig=planar, byteorder=order, **options)), pixels)


@pytest.mark.parametrize("planar", ["contig", "separate"])
@pytest.mark.parametrize("kind", [np.float16, np.float32, np.float64, np.uint32])
def test_samples_of_more_bits_become_sixteen_and_it_is_said(kind, planar):
    stored = (EIGHT / 255).astype(kind) if np.dtype(kind).kind == "f" else EIGHT.astype(kind) * kind(0x01010101)
    if planar == "separate":
        stored = np.ascontiguousarray(np.moveaxis(stored, 2, 0))
    picture = decode_picture(tiff(stored, planarconfig=planar), "a.tif")
    assert picture.native.dtype == np.uint16 and np.abs(picture.native.astype(int) - SIXTEEN).max() <= 32
    assert np.array_equal(picture.pixels, EIGHT)
    assert ["16 bits" in note for note in picture.notes] == [True]


@pytest.mark.parametrize("value", [2.0, -1.0, np.nan, np.inf])
def test_floating_point_beyond_zero_to_one_is_refused_in_words(value):
    stored = np.full((8, 8, 3), 0.5, np.float32)
    stored[3, 3, 1] = value
    with pytest.raises(EngineError, match="not all from 0 to 1"):
        native(tiff(stored))


def test_what_the_extra_channels_say():
    four = np.concatenate([EIGHT, ALPHA], 2)
    deep = four.astype(np.uint16) * 257
    for stored, plain in ((four, EIGHT), (deep, SIXTEEN)):
        assert np.array_equal(native(tiff(stored, extrasamples=["unassalpha"])), stored)
        assert np.array_equal(native(tiff(stored, extrasamples=["unspecified"])), plain)
        five = np.concatenate([stored, stored[..., :1]], 2)
        assert np.array_equal(native(tiff(five, extrasamples=["unassalpha", "unspecified"])), stored)
        assert np.array_equal(native(tiff(five[..., [0, 1, 2, 4, 3]], extrasamples=["unspecified", "unassalpha"])),
                              stored)
        assert np.array_equal(native(tiff(five, extrasamples=["unspecified", "unspecified"])), plain)


def test_premultiplied_colours_are_divided():
    deep = SIXTEEN.copy()
    alpha = np.full((50, 40, 1), 40000, np.uint16)
    multiplied = np.rint(deep * (40000 / 65535)).astype(np.uint16)
    found = native(tiff(np.concatenate([multiplied, alpha], 2), extrasamples=["assocalpha"]))
    assert np.abs(found[..., :3].astype(int) - deep).max() <= 1 and (found[..., 3] == 40000).all()
    clear = tiff(np.zeros((8, 8, 4), np.uint8), extrasamples=["assocalpha"])
    assert not native(clear).any()


def test_gray_of_every_depth():
    gray = EIGHT[..., 0]
    assert np.array_equal(native(tiff(gray, photometric="miniswhite"))[..., 0], 255 - gray)
    assert np.array_equal(native(tiff(SIXTEEN[..., 0], photometric="miniswhite"))[..., 0], 65535 - SIXTEEN[..., 0])
    assert np.array_equal(native(tiff(gray > 99, photometric="minisblack"))[..., 0], np.where(gray > 99, 255, 0))
    two = np.dstack([gray, ALPHA])
    found = native(tiff(two, photometric="minisblack", extrasamples=["unassalpha"], planarconfig="contig"))
    assert np.array_equal(found, two[..., [0, 0, 0, 1]])


@pytest.mark.parametrize(("mode", "options"), [
    ("1", {"compression": "group3"}), ("1", {"compression": "group4"}), ("L", {}), ("P", {}),
    ("RGB", {"compression": "jpeg", "quality": 98}), ("YCbCr", {}), ("LA", {}), ("CMYK", {})])
def test_what_pillow_writes(mode, options):
    smooth = Image.fromarray(np.add.outer(np.arange(64), np.arange(64)).astype(np.uint8)).convert("RGB")
    image, file = smooth.convert(mode), io.BytesIO()
    image.save(file, "TIFF", **options)
    found = decode_picture(file.getvalue(), "a.tif").pixels.astype(int)
    wanted = np.asarray(image.convert("RGB")).astype(int)
    assert np.abs(found - wanted).mean() < (0 if mode in "1LP" else 3) + 0.01


def test_inks_of_sixteen_bits():
    ink = np.asarray(Image.new("RGB", (9, 7), (200, 60, 40)).convert("CMYK"))
    picture = decode_picture(tiff(ink.astype(np.uint16) * 257, photometric="separated"), "a.tif")
    assert np.abs(picture.pixels.astype(int) - (200, 60, 40)).max() < 6
    assert [word for word in ("CMYK", "8 bits") if any(word in note for note in picture.notes)] == ["CMYK", "8 bits"]


@pytest.mark.parametrize(("pixels", "options", "words"), [
    (EIGHT.astype(np.int16), {}, "below zero"), (EIGHT, {"photometric": "cielab"}, "Lab"),
    (EIGHT[..., 0], {"photometric": "cfa", "extratags": [(33421, 3, 2, (2, 2), True), (33422, 1, 4, b"0112", True)]},
     "raw file"),
    (EIGHT, {"extratags": [(50706, 1, 4, b"\1\4\0\0", True)]}, "raw file"),
    (EIGHT, {"subfiletype": 1}, "raw file"),
    (np.zeros((3, 16, 16, 3), np.uint8), {"volumetric": True}, "volume")])
def test_what_is_not_read_is_named(pixels, options, words):
    with pytest.raises(EngineError, match=words) as refused:
        native(tiff(pixels, **options))
    assert refused.value.hint


def test_the_first_whole_picture_of_several():
    file = io.BytesIO()
    with tifffile.TiffWriter(file) as writer:
        writer.write(EIGHT[::5, ::5], photometric="rgb", subfiletype=1)
        writer.write(SIXTEEN, photometric="rgb", planarconfig="contig")
        writer.write(255 - EIGHT, photometric="rgb")
    picture = decode_picture(file.getvalue(), "a.tif")
    assert np.array_equal(picture.native, SIXTEEN) and any("several" in note for note in picture.notes)


@pytest.mark.parametrize("change", [
    {"tile": (65520, 65520)}, {"count": 60000}, {"values": 1 << 28}, {"loop": True}])
def test_directories_made_to_be_expensive(change):
    data = bytearray(tiff(EIGHT, tile=(16, 32), metadata=None))
    order = "<"
    (place,) = np.frombuffer(data, order + "u4", 1, 4)
    count = int.from_bytes(data[place : place + 2], "little")
    entries = {int.from_bytes(data[at : at + 2], "little"): at for at in range(place + 2, place + 2 + 12 * count, 12)}
    if "tile" in change:
        for tag in (322, 323):
            data[entries[tag] + 2 : entries[tag] + 12] = b"\4\0\1\0\0\0" + change["tile"][0].to_bytes(4, "little")
    if "count" in change:
        data[place : place + 2] = change["count"].to_bytes(2, "little")
        data += bytes(12 * change["count"])
    if "values" in change:
        data[entries[305] + 4 : entries[305] + 8] = change["values"].to_bytes(4, "little")
    if "loop" in change:
        data[place + 2 + 12 * count : place + 6 + 12 * count] = int(place).to_bytes(4, "little")
        assert np.array_equal(native(bytes(data)), EIGHT)
        return
    with pytest.raises(EngineError, match="damaged"):
        native(bytes(data))
