"""What a photo carries beside its pixels survives an edit, made true for the edited picture, or is told or stripped."""

import io
import struct
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, PngImagePlugin

from engine.base.errors import EngineError
from engine.photo.decoding import decode
from engine.photo.exif import cleaned as cleaned_exif
from engine.photo.metadata import Metadata
from engine.photo.picture import decode_picture, read_picture
from engine.photo.picture_kinds import WRITTEN_KINDS, kind_named
from engine.photo.writing import encode_picture, write_picture
from engine.photo.xmp import cleaned as cleaned_xmp
from engine.render.picture_export import export_picture, losses
from tests.engine.photo.picture_files import SMOOTH, encoded

DATA = Path(__file__).parents[2] / "data" / "pictures"
IPTC = b"\x1c\x02\x74\x00\x0c(c) somebody" + b"\x1c\x02\x78\x00\x07caption"
XMP = b"""<?xpacket begin="\xef\xbb\xbf" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:tiff="http://ns.adobe.com/tiff/1.0/" xmlns:exif="http://ns.adobe.com/exif/1.0/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/" tiff:Orientation="6"
 exif:GPSLatitude="52,31N" xmp:Rating="4"><dc:rights><rdf:Alt><rdf:li xml:lang="x-default">\xc2\xa9 somebody</rdf:li>
</rdf:Alt></dc:rights><xmp:Thumbnails><rdf:Alt><rdf:li>AAAA</rdf:li></rdf:Alt></xmp:Thumbnails><exif:GPSLongitude>13,2E
</exif:GPSLongitude></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>"""


def camera(orientation: int = 1) -> bytes:
    exif = Image.Exif()
    exif[0x0112], exif[0x010F], exif[0x8298] = orientation, "A camera", "somebody"
    exif.get_ifd(0x8769).update({0x829D: 2.8, 0xA002: 32, 0xA003: 20})
    exif.get_ifd(0x8825)[1] = "N"
    return exif.tobytes().removeprefix(b"Exif\0\0")


def loaded(block: bytes | None) -> Image.Exif:
    assert block is not None
    exif = Image.Exif()
    exif.load(b"Exif\0\0" + block)
    return exif


EXIF = cleaned_exif(camera())[1]
EVERYTHING = Metadata(EXIF, cleaned_xmp(XMP)[1], IPTC, (300.0, 300.0), (("prompt", '{"1": {}}'), ("title", "小明")))


@pytest.mark.parametrize("depth", [np.uint8, np.uint16])
@pytest.mark.parametrize("kind", WRITTEN_KINDS, ids=lambda kind: kind.name)
def test_every_kind_keeps_what_it_says(kind, depth):
    native = SMOOTH if depth == np.uint8 else SMOOTH.astype(np.uint16) * 257
    found = decode(encode_picture(native, kind.name, metadata=EVERYTHING), "a").metadata
    wanted = EVERYTHING.kept_in(kind)
    assert (found.xmp, found.iptc, found.texts) == (wanted.xmp, wanted.iptc, wanted.texts)
    assert (found.resolution is None) == (wanted.resolution is None)
    if wanted.resolution is not None:
        assert found.resolution == pytest.approx(wanted.resolution, abs=0.02)
    if wanted.exif is not None:
        kept = loaded(found.exif)
        assert (kept[0x010F], kept[0x8298], kept.get_ifd(0x8769)[0x829D]) == ("A camera", "somebody", 2.8)
        assert 0x8825 not in kept


def test_other_programs_find_it(tmp_path):
    """Pillow, which is not what wrote it for PNG and TIFF."""
    for name in ("a.png", "a.tif", "a.jpg"):
        path = tmp_path / name
        path.write_bytes(encode_picture(SMOOTH, kind_named({"a.png": "PNG", "a.tif": "TIFF"}.get(name, "JPEG")).name,
                                        metadata=EVERYTHING))
        with Image.open(path) as image:
            image.load()
            assert image.info["dpi"] == pytest.approx((300, 300), abs=0.02)
            assert image.getexif()[0x010F] == "A camera" and image.getexif().get_ifd(0x8769)[0x829D] == 2.8
            assert b"somebody" in (image.info.get("xmp") or image.tag_v2[700])
            if name == "a.png":
                assert image.text["prompt"] == '{"1": {}}' and image.text["title"] == "小明"
            if name == "a.tif":
                assert bytes(image.tag_v2[33723]) == IPTC
            if name == "a.jpg":
                from PIL.IptcImagePlugin import getiptcinfo

                assert getiptcinfo(image)[(2, 116)] == b"(c) somebody"


def jpeg_of_a_press_photographer(orientation: int = 6) -> bytes:
    block = b"8BIM" + struct.pack(">HHI", 0x0404, 0, len(IPTC)) + IPTC + b"\0" * (len(IPTC) % 2)
    content = b"Photoshop 3.0\0" + b"8BIM" + struct.pack(">H", 0x03ED) + b"\3abc" + struct.pack(">I", 2) + b"xx" + block
    extra = b"\xff\xed" + struct.pack(">H", len(content) + 2) + content
    return encoded(Image.fromarray(SMOOTH), "JPEG", quality=95, dpi=(300, 300), xmp=XMP, extra=extra,
                   exif=b"Exif\0\0" + camera(orientation))


@pytest.mark.parametrize("name", ["out.jpg", "out.png", "out.tif", "out.webp", "out.bmp"])
def test_an_edit_keeps_it_and_tells_what_is_lost(tmp_path, name):
    path = tmp_path / "in.jpg"
    path.write_bytes(jpeg_of_a_press_photographer())
    picture = read_picture(path)
    assert picture.size == (20, 32)
    edited = picture.native.copy()
    edited[3, 4] ^= 255
    export_picture(picture, edited, tmp_path / name)
    back = read_picture(tmp_path / name)
    assert back.size == (20, 32)
    kind = kind_named(back.format)
    for part in ("exif", "xmp", "iptc", "resolution"):
        assert bool(getattr(back.metadata, part)) == (part in kind.metadata), part
    told = losses(picture, tmp_path / name)
    assert bool(told) == (not {"exif", "xmp", "iptc", "resolution"} <= kind.metadata)
    if name == "out.webp":
        assert "IPTC" in told[0] and "resolution" in told[0] and "XMP" not in told[0]


def test_what_it_says_of_the_picture_is_made_true():
    picture = decode_picture(jpeg_of_a_press_photographer(), "a.jpg")
    assert picture.metadata.xmp is not None
    text = picture.metadata.xmp.decode()
    assert 'tiff:Orientation="1"' in text and 'xmp:Rating="4"' in text and "© somebody" in text
    assert "GPS" not in text and "Thumbnails" not in text
    kept = loaded(picture.metadata.exif)
    assert kept[0x0112] == 1 and 0x8825 not in kept
    assert (kept.get_ifd(0x8769)[0xA002], kept.get_ifd(0x8769)[0xA003]) == (20, 32)


def test_orientation_from_xmp_where_there_is_no_exif():
    picture = decode_picture(encoded(Image.fromarray(SMOOTH), "JPEG", xmp=XMP, quality=95), "a.jpg")
    assert picture.size == (20, 32)


def test_stripped(tmp_path):
    path = tmp_path / "in.jpg"
    path.write_bytes(jpeg_of_a_press_photographer())
    picture = read_picture(path)
    for native in (picture.native, 255 - picture.native):
        export_picture(picture, native, tmp_path / "out.jpg", strip=True)
        data = (tmp_path / "out.jpg").read_bytes()
        assert read_picture(tmp_path / "out.jpg").metadata.kept_in(kind_named("PNG")) in (
            Metadata(), Metadata(resolution=(72.0, 72.0)))
        assert b"somebody" not in data and b"A camera" not in data
    assert losses(picture, tmp_path / "out.bmp", strip=True) == ()


def test_notes_of_node_editors_survive(tmp_path):
    notes = PngImagePlugin.PngInfo()
    notes.add_text("prompt", "x" * 3_000_000)
    notes.add_itxt("workflow", "é小", zip=True)
    path = tmp_path / "in.png"
    path.write_bytes(encoded(Image.fromarray(SMOOTH), "PNG", pnginfo=notes, dpi=(300, 300)))
    write_picture(tmp_path / "out.png", 255 - SMOOTH, None, read_picture(path))
    assert dict(read_picture(tmp_path / "out.png").metadata.texts) == {"prompt": "x" * 3_000_000, "workflow": "é小"}
    assert "text notes" in losses(read_picture(path), tmp_path / "out.jpg")[0]


@pytest.mark.parametrize("block", [
    b"", b"II*\0", b"II*\0\xff\xff\xff\xff", b"MM\0*\0\0\0\x08" + struct.pack(">H", 65535) + bytes(65535 * 12),
    b"II*\0\x08\0\0\0" + struct.pack("<H", 900) + struct.pack("<HHII", 700, 1, 12000, 8) * 900 + bytes(4),
    b"II*\0\x08\0\0\0" + struct.pack("<HHHII", 1, 0x8769, 4, 1, 8) + bytes(4)])
def test_expensive_and_damaged_exif_is_none(block):
    turned, kept = cleaned_exif(block)
    assert turned is None and (kept is None or len(kept) < 200)


@pytest.mark.parametrize("packet", [
    b"nonsense", b"<a>", b"<a b='1' b='2'/>", b"<?xpacket", b"<a>" * 50_000,
    b'<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;&b;">]><a>&c;</a>'], ids=range(6))
def test_expensive_and_damaged_xmp_is_none(packet):
    assert cleaned_xmp(packet) == (None, None)


def test_a_profile_that_can_only_be_read_becomes_srgb_and_it_is_told(tmp_path):
    picture = read_picture(DATA / "table-profile.jpg")
    assert picture.profile is None and any("sRGB" in note for note in picture.notes)
    with Image.open(DATA / "table-profile.jpg") as stored:
        from PIL import ImageCms

        profile = ImageCms.ImageCmsProfile(io.BytesIO(stored.info["icc_profile"]))
        wanted = np.asarray(ImageCms.profileToProfile(stored, profile, ImageCms.createProfile("sRGB"),
                                                      ImageCms.Intent.RELATIVE_COLORIMETRIC))
    assert np.array_equal(picture.native, wanted)
    edited = picture.native.copy()
    edited[3, 4] ^= 255
    export_picture(picture, edited, tmp_path / "out.png")
    assert np.array_equal(read_picture(tmp_path / "out.png").pixels, edited)
    deep = picture.native.astype(np.uint16)
    with Image.open(DATA / "table-profile.jpg") as stored:
        deep = np.asarray(stored).astype(np.uint16) * 257
        data = encode_picture(deep, "PNG", stored.info["icc_profile"])
    there = decode_picture(data, "a.png")
    assert there.native.dtype == np.uint16 and np.abs(there.native / 257 - wanted).mean() < 1


def test_a_name_of_a_kind_that_is_only_read(tmp_path):
    picture = decode_picture(encoded(Image.fromarray(SMOOTH), "PNG"), "a.png")
    with pytest.raises(EngineError, match="end the name in .png"):
        export_picture(picture, picture.native, tmp_path / "a.heic")
