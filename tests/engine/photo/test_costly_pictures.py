"""Pictures made so that what is checked is not what is decoded, or that reading them takes the square of their size."""

import io
import struct
import tracemalloc
import zlib

import numpy as np
import pytest
from PIL import Image

from engine.base.errors import EngineError
from engine.photo import png_notes, xmp
from engine.photo.colour import on_white
from engine.photo.jpeg_layout import layout
from engine.photo.limits import MOST_NOTE_BYTES, MOST_NOTES_BYTES
from engine.photo.picture import decode_picture
from tests.engine.photo.picture_files import SMOOTH, encoded, png

_SHORT_SEGMENT = b"\xff\xe5\0\0"
"""Its length leaves out its own two bytes: decoders take it as empty and read on."""


def jpeg(**options) -> bytes:
    return encoded(Image.fromarray(SMOOTH), "JPEG", **options)


def with_segment(data: bytes, place: int) -> bytes:
    return data[:place] + _SHORT_SEGMENT + data[place:]


@pytest.fixture
def nothing_decoded(monkeypatch):
    def decoded(image):
        raise AssertionError(f"{image.size} was decoded")

    monkeypatch.setattr("engine.photo.pillow_pictures.samples", decoded)


def test_a_size_behind_a_segment_of_no_length_is_seen(nothing_decoded):
    data = bytearray(jpeg())
    frame = data.index(b"\xff\xc0")
    data[frame + 5 : frame + 9] = struct.pack(">HH", 65500, 65500)
    with pytest.raises(EngineError, match="too large"):
        decode_picture(with_segment(bytes(data), 2), "a.jpg")


def test_scans_behind_a_segment_of_no_length_are_counted(nothing_decoded):
    data = jpeg(progressive=True)
    last = data.rindex(b"\xff\xda")
    many = with_segment(data[:-2], last) + data[last:-2] * 1000 + b"\xff\xd9"
    with pytest.raises(EngineError, match="so many layers"):
        decode_picture(many, "a.jpg")


def test_such_a_segment_alone_costs_nothing():
    data = jpeg()
    assert np.array_equal(decode_picture(with_segment(data, 2), "a.jpg").pixels, decode_picture(data, "a.jpg").pixels)


def test_megabytes_of_filling_are_no_jpeg():
    data = jpeg()
    with pytest.raises(ValueError, match="filling"):
        layout(data[:2] + b"\xff" * (2 << 20) + data[2:])
    with pytest.raises(ValueError, match="filling"):
        layout(data[:-2] + b"\xff" * (2 << 20))


@pytest.mark.parametrize("kind", [b"iCCP", b"zTXt"])
def test_notes_that_unpack_to_too_much_are_counted_too(kind, monkeypatch):
    unpacked = []

    def inflated(packed: bytes) -> None:
        unpacked.append(packed)

    monkeypatch.setattr(png_notes, "_inflated", inflated)
    note = png_notes.chunk(kind, b"a\0\0" + zlib.compress(bytes(2 * MOST_NOTE_BYTES), 9))
    png_notes.beside(png(4, 4, 8, 2, (b"\0" + bytes(12)) * 4, note * 50))
    assert len(unpacked) <= MOST_NOTES_BYTES // MOST_NOTE_BYTES + 1


def test_a_note_behind_damaged_ones_is_read():
    damaged = png_notes.chunk(b"zTXt", b"a\0\0nonsense") * 20
    picture = decode_picture(png(4, 4, 8, 2, (b"\0" + bytes(12)) * 4,
                                 damaged + png_notes.chunk(b"tEXt", b"Author\0somebody")), "a.png")
    assert picture.metadata.texts == (("Author", "somebody"),)


def test_more_chunks_than_any_program_writes():
    rows = (b"\0" + bytes(12)) * 4
    with pytest.raises(EngineError, match="damaged"):
        decode_picture(png(4, 4, 8, 2, rows, png_notes.chunk(b"IDAT", b"") * 300_000), "a.png")


@pytest.mark.parametrize("letters", ["utf-16", "utf-16-le", "utf-16-be"])
def test_words_that_unpack_to_many_are_found_in_wide_letters(letters):
    packet = ('<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;&b;">]>'
              '<a>&c;</a>')
    assert xmp.cleaned(packet.encode(letters)) == (None, None)


def test_places_are_taken_from_a_long_packet_all_at_once(monkeypatch):
    from xml.dom import minidom

    def remove(*_: object) -> None:
        raise AssertionError("one by one, the list is gone through for each")

    monkeypatch.setattr(minidom.Element, "removeChild", remove)
    packet = ('<m xmlns:e="http://ns.adobe.com/exif/1.0/" xmlns:t="http://ns.adobe.com/tiff/1.0/">' + "<a/>" * 50
              + "<e:GPSLatitude>1</e:GPSLatitude>" * 50 + "<t:Orientation>6</t:Orientation></m>")
    turned, kept = xmp.cleaned(packet.encode())
    assert turned == 6 and kept is not None
    assert b"GPS" not in kept and kept.count(b"<a/>") == 50 and b"<t:Orientation>1</t:Orientation>" in kept


def test_depths_that_are_too_many_to_look_at_are_not_taken_for_one_bit(monkeypatch):
    """libtiff reads as many as there are channels, and sets aside memory for these."""
    monkeypatch.setattr("engine.photo.tiff_file._raw", lambda *_: pytest.fail("it was decoded"))
    deep = np.zeros((8, 8, 3), np.uint16)
    file = io.BytesIO()
    import tifffile

    tifffile.imwrite(file, deep, photometric="rgb", metadata=None)
    data = bytearray(file.getvalue())
    (place,) = struct.unpack_from("<I", data, 4)
    for at in range(place + 2, place + 2 + 12 * struct.unpack_from("<H", data, place)[0], 12):
        if struct.unpack_from("<H", data, at)[0] == 258:
            struct.pack_into("<HII", data, at + 2, 3, 250_000, len(data))
    data += struct.pack("<H", 16) * 250_000
    with pytest.raises(EngineError, match="damaged"):
        decode_picture(bytes(data), "a.tif")


def test_an_animation_is_known_by_its_second_picture(monkeypatch):
    from PIL.GifImagePlugin import GifImageFile

    monkeypatch.setattr(GifImageFile, "n_frames", property(lambda _: pytest.fail("all of them were gone through")))
    frames = [Image.fromarray(SMOOTH).convert("P"), Image.fromarray(255 - SMOOTH).convert("P")]
    several = encoded(frames[0], "GIF", save_all=True, append_images=frames[1:] * 3)
    assert any("several" in note for note in decode_picture(several, "a.gif").notes)
    assert not decode_picture(encoded(frames[0], "GIF"), "a.gif").notes


def test_rows_that_unpack_to_far_more_than_the_picture_are_not_gone_through(monkeypatch):
    """libpng unpacks all of them, though it wants no more."""
    import imagecodecs

    monkeypatch.setattr(imagecodecs, "png_decode", lambda *_: pytest.fail("it was decoded"))
    with pytest.raises(EngineError, match="damaged"):
        decode_picture(png(4, 4, 8, 2, (b"\0" + bytes(12)) * 4 + bytes(20 << 20)), "a.png")


def test_a_little_more_than_the_picture_takes_is_left_alone():
    picture = decode_picture(png(4, 4, 8, 2, (b"\0" + bytes(range(12))) * 4 + bytes(100)), "a.png")
    assert picture.native[2].tobytes() == bytes(range(12))


def test_pillow_sees_none_of_the_notes_of_a_jpeg(monkeypatch):
    """It puts all that are of one kind together, each time anew."""
    from PIL import JpegImagePlugin

    def read(image, *_):
        pytest.fail("a note was read")

    for marker in (0xFFE1, 0xFFED, 0xFFFE):
        name, words, _ = JpegImagePlugin.MARKER[marker]
        monkeypatch.setitem(JpegImagePlugin.MARKER, marker, (name, words, read))
    plain = jpeg()
    notes = b"".join(bytes((0xFF, marker, 0, 8)) + b"Exif\0\0" for marker in (0xE1, 0xED, 0xFE)) * 20
    picture = decode_picture(plain[:2] + notes + plain[2:], "a.jpg")
    assert np.array_equal(picture.native, decode_picture(plain, "a.jpg").native)


def test_of_a_gif_pillow_sees_the_first_picture_alone(monkeypatch):
    from engine.photo import gif_file

    frames = [Image.fromarray(SMOOTH).convert("P"), Image.fromarray(255 - SMOOTH).convert("P")]
    plain = encoded(frames[0], "GIF")
    noisy = encoded(frames[0], "GIF", save_all=True, append_images=frames[1:] * 3, comment=b"many words" * 99)
    assert gif_file.first_picture(plain) == (plain, False)
    first, several = gif_file.first_picture(noisy)
    assert several and b"many words" not in first and len(first) < len(noisy) / 3
    assert np.array_equal(decode_picture(noisy, "a.gif").native, decode_picture(plain, "a.gif").native)
    monkeypatch.setattr(gif_file, "_MOST_BLOCKS", 50)
    with pytest.raises(EngineError, match="damaged"):
        decode_picture(plain[:-1] + b"!\xfe\1a\0" * 60 + b";", "a.gif")


def test_a_few_bytes_of_gif_that_claim_a_gigabyte_are_not_decoded(nothing_decoded):
    data = bytearray(encoded(Image.fromarray(SMOOTH).convert("P"), "GIF"))
    data[6:10] = struct.pack("<HH", 13000, 13000)
    with pytest.raises(EngineError, match="too large"):
        decode_picture(bytes(data), "a.gif")


def test_a_gif_that_breaks_off_is_damaged():
    plain = encoded(Image.fromarray(SMOOTH).convert("P"), "GIF")
    for length in (5, 12, 200, 300, len(plain) - 20):
        with pytest.raises(EngineError):
            decode_picture(plain[:length], "a.gif")


def test_a_webp_whose_decoder_takes_gigabytes_is_not_decoded(nothing_decoded):
    with pytest.raises(EngineError, match="too large"):
        decode_picture(encoded(Image.new("RGB", (12000, 12000)), "WEBP", lossless=True, method=0), "large.webp")


def test_a_gray_that_stands_for_transparent_is_looked_up(monkeypatch):
    """Pillow's own conversion of a picture of 16384 pixels a side takes longer than all the rest."""
    gray = np.arange(256, dtype=np.uint8)
    data = png(256, 1, 8, 0, b"\0" + gray.tobytes(), png_notes.chunk(b"tRNS", b"\0\x07"))
    monkeypatch.setattr(Image.Image, "convert", lambda *_: pytest.fail("Pillow was asked to"))
    picture = decode_picture(data, "a.png")
    assert np.array_equal(picture.native[0], np.stack([gray, gray, gray, np.where(gray == 7, 0, 255)], -1))
    assert np.array_equal(picture.pixels[0, :, 1], np.where(gray == 7, 255, gray))


@pytest.mark.parametrize("kind", [np.uint8, np.uint16])
def test_laying_on_white_takes_no_second_picture(kind):
    most = np.iinfo(kind).max
    pixels = np.random.default_rng(3).integers(0, most + 1, (1100, 1500, 4), dtype=kind)
    pixels[:256, :256] = np.arange(256)[:, None, None]
    pixels[:256, :256, 3] = np.arange(256)
    tracemalloc.start()
    laid = on_white(pixels)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 2 * laid.nbytes
    alpha = pixels[:, :, 3:].astype(np.uint64)
    assert np.array_equal(laid, (pixels[:, :, :3] * alpha + most * (most - alpha) + most // 2) // most)
