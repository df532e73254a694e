"""Pictures as artists have them: phones', browsers', damaged ones, and files of other programs called by their name."""

import struct
import zlib
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from engine.base.errors import EngineError
from engine.base.paths import RESOURCES
from engine.photo.picture import decode_picture, read_picture
from engine.photo.picture_kinds import PICTURE_KINDS, is_picture_name
from tests.engine.photo.picture_files import SMOOTH, encoded, png, wide_profile

DATA = Path(__file__).parents[2] / "data" / "pictures"
RGB = np.random.default_rng(5).integers(0, 256, (21, 33, 3), dtype=np.uint8)
SMILE = RESOURCES / "samples" / "smile.jpg"


def chunk(name: bytes, content: bytes, sum_: int | None = None) -> bytes:
    sum_ = zlib.crc32(name + content) if sum_ is None else sum_
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", sum_)


def with_chunks(extra: bytes) -> bytes:
    return png(33, 21, 8, 2, b"".join(b"\0" + row.tobytes() for row in RGB), extra)


def test_a_phones_picture_whatever_it_is_called(tmp_path):
    sample = np.asarray(Image.open(SMILE).convert("RGB").resize((320, 320), Image.Resampling.LANCZOS)).astype(int)
    for name in ("phone.heic", "phone.jpg"):
        path = tmp_path / name
        path.write_bytes((DATA / "phone.heic").read_bytes())
        picture = read_picture(path)
        assert picture.format == "HEIF" and picture.size == (320, 320) and picture.notes == ()
        assert np.abs(picture.pixels - sample).mean() < 12


def test_a_damaged_heic_is_said_and_brings_nothing_down():
    data = (DATA / "phone.heic").read_bytes()
    for bad in (data[:600], data[:40], data[: len(data) // 2]):
        with pytest.raises(EngineError, match="damaged"):
            decode_picture(bad, "a.heic")


def test_avif_and_jpeg_xl():
    import pylibjxl

    avif = decode_picture(encoded(Image.fromarray(SMOOTH), "AVIF", quality=95, subsampling="4:4:4"), "a.avif")
    assert avif.format == "AVIF" and np.abs(avif.pixels.astype(int) - SMOOTH).mean() < 3
    jxl = decode_picture(pylibjxl.encode(RGB, lossless=True, icc=wide_profile()), "a.jxl")
    assert jxl.format == "JXL" and np.array_equal(jxl.native, RGB) and jxl.profile == wide_profile()
    clear = np.dstack([RGB, RGB[..., 0]])
    assert np.array_equal(decode_picture(pylibjxl.encode(clear, lossless=True), "a.jxl").native, clear)


def test_an_avif_that_is_turned():
    exif = Image.Exif()
    exif[0x0112] = 6
    picture = decode_picture(encoded(Image.fromarray(SMOOTH), "AVIF", quality=100, exif=exif), "a.avif")
    assert np.abs(picture.pixels.astype(int) - np.rot90(SMOOTH, -1)).mean() < 4


def test_hdr_colours_are_refused_by_name():
    data = bytearray(encoded(Image.fromarray(SMOOTH), "AVIF"))
    place = data.index(b"colrnclx") + 8
    data[place : place + 4] = struct.pack(">HH", 9, 16)
    with pytest.raises(EngineError, match="HDR"):
        decode_picture(bytes(data), "a.avif")
    data[place : place + 4] = struct.pack(">HH", 12, 13)
    assert decode_picture(bytes(data), "a.avif").profile is not None


@pytest.mark.parametrize("kind", ["GIF", "PNG", "WEBP", "AVIF"])
def test_of_an_animation_the_first_picture(kind):
    frames = [Image.fromarray(SMOOTH), Image.fromarray(255 - SMOOTH)]
    picture = decode_picture(encoded(frames[0], kind, save_all=True, append_images=frames[1:]), "a")
    assert np.abs(picture.pixels.astype(int) - SMOOTH).mean() < 9
    assert any("several" in note for note in picture.notes)


@pytest.mark.parametrize("name", ["portrait.jfif", "portrait.jpe", "a.JPG", "a.heic", "a.avif", "a.jxl", "a.gif"])
def test_names_that_a_drop_takes(name):
    assert is_picture_name(Path(name))


@pytest.mark.parametrize("progressive", [False, True])
@pytest.mark.parametrize("missing", [2, 10, 60])
def test_a_jpeg_without_its_end_is_opened_with_a_word(missing, progressive):
    data = encoded(Image.fromarray(SMOOTH), "JPEG", quality=95, progressive=progressive)
    picture = decode_picture(data[:-missing], "a.jpg")
    whole = decode_picture(data, "a.jpg")
    assert whole.notes == () and [note for note in picture.notes if "end of the file is missing" in note]
    assert np.array_equal(picture.pixels[:8], whole.pixels[:8]) or progressive
    if missing == 2:
        assert np.array_equal(picture.pixels, whole.pixels)


@pytest.mark.parametrize("turn", [1, 3, 6, 8])
@pytest.mark.parametrize(("progressive", "share", "lost", "words"), [
    (False, 0.5, True, "% of the picture with it: that is gray and stays so"), (True, 0.04, True, "the rest is coarse"),
    (True, 0.5, False, "whole, but coarse"), (False, 1.0, False, "the very end of the file")])
def test_what_a_truncated_jpeg_lacks_is_told_by_kind_and_known(progressive, share, lost, words, turn):
    exif = Image.Exif()
    exif[0x0112] = turn
    sample = Image.open(SMILE).convert("RGB").resize((320, 240))
    whole = encoded(sample, "JPEG", quality=90, progressive=progressive, exif=exif)
    picture = decode_picture(whole[: int(len(whole) * share) - 2], "a.jpg")
    assert len(picture.notes) == 1 and words in picture.notes[0] and (picture.missing is not None) is lost
    if picture.missing is None:
        return
    (x0, y0, x1, y1), (width, height) = (int(edge) for edge in vars(picture.missing).values()), picture.size
    there = np.zeros((height, width), bool)
    there[y0:y1, x0:x1] = True
    side = {1: there[-1], 3: there[0], 6: there[:, 0], 8: there[:, -1]}[turn]
    assert side.all() and 0.05 < there.mean() < 0.95
    if not progressive:  # what is known is what the whole file shows; colours of neighbours blend at the border
        other = decode_picture(whole, "a.jpg").pixels
        same = (picture.pixels == other).all(-1)
        inner = np.roll(there, 2, 0) | np.roll(there, -2, 0) | np.roll(there, 2, 1) | np.roll(there, -2, 1)
        assert same[~inner].all() and np.unique(picture.pixels[there]).size < 256 and not same[there].all()


def test_colours_that_did_not_come():
    """A JPEG whose channels lie one after the other."""
    from engine.photo.jpeg_layout import JpegLayout
    from engine.photo.jpeg_truncated import told

    assert "not all of its colours" in told(JpegLayout(size=(8, 8), frame=0xC0, scans=2, planes=1), 0.0)


def test_a_jpeg_of_which_nothing_is_there():
    data = encoded(Image.fromarray(SMOOTH), "JPEG")
    with pytest.raises(EngineError, match="damaged"):
        decode_picture(data[: data.index(b"\xff\xda")], "a.jpg")


@pytest.mark.parametrize("extra", [
    chunk(b"tEXt", b"prompt\0" + b"x" * (3 << 20)), chunk(b"zTXt", b"note\0\0" + zlib.compress(bytes(200 << 20), 9)),
    chunk(b"iTXt", b"k\0\1\0\0\0" + zlib.compress(bytes(64 << 20), 9)), chunk(b"tEXt", b"k\0v", 7),
    chunk(b"iCCP", b"p\0\0" + zlib.compress(bytes(100 << 20), 9)), chunk(b"iCCP", b"p\0\0nonsense"),
    chunk(b"eXIf", b"II*\0\xff\xff\xff\xff"), chunk(b"gAMA", b"", 1), chunk(b"pHYs", b"\0"),
    chunk(b"tRNS", b"\0\1\0\2\0\3") + chunk(b"iTXt", b"")], ids=range(10))
@pytest.mark.parametrize("depth", [8, 16])
def test_what_is_beside_a_pngs_pixels_keeps_nobody_from_opening_it(extra, depth):
    if depth == 8:
        data, wanted = with_chunks(extra), RGB
    else:
        wide = RGB.astype(np.uint16) * 257
        data = png(33, 21, 16, 2, b"".join(b"\0" + row.astype(">u2").tobytes() for row in wide), extra)
        wanted = wide
    assert np.array_equal(decode_picture(data, "a.png").native[..., :3], wanted)


def test_a_bmp_without_a_mask_for_alpha_is_opaque():
    rows = np.dstack([RGB[::-1, :, ::-1], np.zeros((21, 33, 1), np.uint8)]).tobytes()
    for size, masks in ((124, struct.pack("<4I", 0xFF0000, 0xFF00, 0xFF, 0)), (40, b"")):
        compression = 3 if size == 124 else 0
        header = struct.pack("<IiiHHIIiiII", size, 33, 21, 1, 32, compression, len(rows), 2835, 2835, 0, 0) + masks
        header += bytes(size - len(header))
        if size == 124:
            header = header[:56] + b"sRGB"[::-1] + header[60:]
        data = b"BM" + struct.pack("<IHHI", 14 + size + len(rows), 0, 0, 14 + size) + header + rows
        picture = decode_picture(data, "a.bmp")
        assert np.array_equal(picture.pixels, RGB)


def test_inks_of_a_jpeg_are_told():
    picture = decode_picture(encoded(Image.new("RGB", (20, 20), (200, 60, 40)).convert("CMYK"), "JPEG"), "a")
    assert any("CMYK" in note for note in picture.notes)


@pytest.mark.parametrize(("content", "words"), [
    (b"8BPS\0\1" + bytes(30), "Photoshop document"), (b"v/1\x01" + bytes(30), "OpenEXR"),
    (b"%PDF-1.7\n", "PDF document"), (b"<?xml version='1.0'?>\n<svg xmlns='x'>", "SVG drawing"),
    (b"<!DOCTYPE html><html>", "web page"), (b"\0\0\0\x18ftypmp42" + bytes(30), "video"),
    (b"\x1aE\xdf\xa3" + bytes(30), "video"), (b"\0\0\0\x18ftypcrx " + bytes(30), "raw file"),
    (b"II*\0\x10\0\0\0CR\2\0" + bytes(40), "raw file"), (b"FUJIFILMCCD-RAW " + bytes(30), "raw file"),
    (b"PK\3\4" + bytes(30), "archive"), (b"DDS " + bytes(30), "DDS texture"), (b"gimp xcf v011", "GIMP document"),
    (b"\0\0\0\x0cjP  \r\n\x87\n" + bytes(30), "JPEG 2000"), (b"#?RADIANCE\n", "Radiance")], ids=lambda value: value)
def test_files_of_other_programs_are_called_by_their_name(content, words):
    with pytest.raises(EngineError, match=words) as refused:
        decode_picture(content, "thing.png")
    assert "thing.png" in refused.value.message and refused.value.hint


def test_what_nobody_knows_is_told_all_that_can_be_read():
    with pytest.raises(EngineError) as refused:
        decode_picture(b"nothing of the kind", "a.bin")
    assert all(kind.label in refused.value.hint for kind in PICTURE_KINDS)


def jpeg_with_scans(count: int) -> bytes:
    data = encoded(Image.fromarray(np.zeros((64, 64), np.uint8)), "JPEG", progressive=True)
    first = data.index(b"\xff\xda")
    refining = b"\xff\xda\x00\x08\x01\x01\x00\x01\x3f\x10"
    return data[:first] + data[first:-2] + refining * count + b"\xff\xd9"


def test_a_jpeg_of_a_thousand_scans_is_refused_before_it_is_decoded(monkeypatch):
    monkeypatch.setattr("engine.photo.pillow_pictures.samples", None)
    with pytest.raises(EngineError, match="so many layers"):
        decode_picture(jpeg_with_scans(1000), "a.jpg")


def test_samples_of_more_than_a_gigabyte_are_refused_before_they_are_decoded(monkeypatch):
    monkeypatch.setattr("engine.photo.png_file.needed_chunks", None)
    with pytest.raises(EngineError, match="too large"):
        decode_picture(png(16384, 16384, 16, 6, b""), "a.png")
