"""What a file is, by its first bytes; its name does not count. Files of other programs are called by their own name."""

import re
from dataclasses import dataclass

from engine.base.errors import EngineError
from engine.base.text import Text, listed
from engine.photo.decoded import not_read
from engine.photo.media_boxes import brands
from engine.photo.picture_kinds import PICTURE_KINDS

_HEIF_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs", b"mif1", b"msf1", b"mif2"}
_AVIF_BRANDS = {b"avif", b"avis"}
_TIFF = (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")

_SAVE = Text("save it as PNG, TIFF or JPEG in the program it comes from")
_DEVELOP = Text("develop it in a raw converter and save it as TIFF or JPEG")
_STILL = Text("save one picture of it as PNG or JPEG")
_PAGE = Text("open it in a browser and save the picture itself")
_UNPACK = Text("unpack it and open a picture that is in it")
CAMERA_RAW = Text("a camera's raw file")
_VIDEO = Text("a video")


@dataclass(frozen=True)
class _Other:
    """A kind of file that is not read. magic: stands `at` bytes into the file. what, instead: see `not_read`."""

    magic: bytes
    what: Text
    instead: Text = _SAVE
    at: int = 0


_OTHERS = (
    _Other(b"8BPS", Text("a Photoshop document")),
    _Other(b"v/1\x01", Text("an OpenEXR picture")),
    _Other(b"#?RADIANCE", Text("a Radiance HDR picture")),
    _Other(b"#?RGBE", Text("a Radiance HDR picture")),
    _Other(b"\0\0\0\x0cjP  \r\n\x87\n", Text("a JPEG 2000 picture")),
    _Other(b"\xff\x4f\xff\x51", Text("a JPEG 2000 picture")),
    _Other(b"DDS ", Text("a DDS texture")),
    _Other(b"\xabKTX ", Text("a KTX texture")),
    _Other(b"gimp xcf", Text("a GIMP document")),
    _Other(b"BLENDER", Text("a Blender file")),
    _Other(b"CSFCHUNK", Text("a Clip Studio document")),
    _Other(b"\0\xffKA", Text("an Affinity document")),
    _Other(b"Paint Shop Pro Image File", Text("a PaintShop Pro document")),
    _Other(b"%PDF", Text("a PDF document")),
    _Other(b"%!PS", Text("a PostScript drawing")),
    _Other(b"\xc5\xd0\xd3\xc6", Text("a PostScript drawing")),
    _Other(b"\0\0\1\0", Text("a Windows icon")),
    _Other(b"icns", Text("a macOS icon")),
    _Other(b"qoif", Text("a QOI picture")),
    _Other(b"BPG\xfb", Text("a BPG picture")),
    _Other(b"CR\x02", CAMERA_RAW, _DEVELOP, 8),
    _Other(b"IIU\0", CAMERA_RAW, _DEVELOP),
    _Other(b"IIRO", CAMERA_RAW, _DEVELOP),
    _Other(b"IIRS", CAMERA_RAW, _DEVELOP),
    _Other(b"MMOR", CAMERA_RAW, _DEVELOP),
    _Other(b"FUJIFILMCCD-RAW", CAMERA_RAW, _DEVELOP),
    _Other(b"FOVb", CAMERA_RAW, _DEVELOP),
    _Other(b"\0MRM", CAMERA_RAW, _DEVELOP),
    _Other(b"ftypcrx", CAMERA_RAW, _DEVELOP, 4),
    _Other(b"\x1aE\xdf\xa3", _VIDEO, _STILL),
    _Other(b"AVI ", _VIDEO, _STILL, 8),
    _Other(b"FLV\x01", _VIDEO, _STILL),
    _Other(b"OggS", _VIDEO, _STILL),
    _Other(b"\0\0\1\xba", _VIDEO, _STILL),
    _Other(b"0&\xb2u\x8ef\xcf\x11", _VIDEO, _STILL),
    _Other(b"moov", _VIDEO, _STILL, 4),
    _Other(b"mdat", _VIDEO, _STILL, 4),
    _Other(b"PK\3\4", Text("an archive or a document made of several files"), _UNPACK),
    _Other(b"Rar!", Text("an archive"), _UNPACK),
    _Other(b"7z\xbc\xaf\x27\x1c", Text("an archive"), _UNPACK),
    _Other(b"\x1f\x8b", Text("an archive"), _UNPACK),
)

_SVG = re.compile(rb"<svg[\s>]", re.IGNORECASE)
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body)[\s>]", re.IGNORECASE)
_NETPBM = re.compile(rb"P[1-7FfH][\s#]")


def kind_in(data: bytes) -> str | None:
    """The name of the kind of picture (see `PICTURE_KINDS`) that these bytes begin like, None for no such kind."""
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "PNG"
    if data.startswith(b"\xff\xd8\xff"):
        return "JPEG"
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return "WEBP"
    if data.startswith((b"\xff\x0a", b"\0\0\0\x0cJXL \r\n\x87\n")):
        return "JXL"
    if data.startswith((b"GIF87a", b"GIF89a")):
        return "GIF"
    if data.startswith(_TIFF) and data[8:10] != b"CR":
        return "TIFF"
    if data.startswith(b"BM"):
        return "BMP"
    named = brands(data)
    if named & _AVIF_BRANDS:
        return "AVIF"
    return "HEIF" if named & _HEIF_BRANDS else None


def other_kind(data: bytes, name: str) -> EngineError:
    """Why these bytes, which begin like no kind of picture that is read, cannot be opened, and what to do instead."""
    for other in _OTHERS:
        if data[other.at : other.at + len(other.magic)] == other.magic:
            return not_read(name, other.what, other.instead)
    if data[4:8] == b"ftyp":
        return not_read(name, _VIDEO, _STILL)
    start = data[:4096]
    if _SVG.search(start):
        return not_read(name, Text("an SVG drawing"), _SAVE)
    if _HTML.search(start):
        return not_read(name, Text("a web page"), _PAGE)
    if _NETPBM.match(start):
        return not_read(name, Text("a Netpbm picture"), _SAVE)
    if b"TRUEVISION-XFILE" in data[-26:] or name.lower().endswith(".tga"):
        return not_read(name, Text("a Targa picture"), _SAVE)
    labels = listed(kind.label for kind in PICTURE_KINDS)
    return EngineError(Text("{0} is not a picture that can be read", name),
                       Text("{0} can be read, whatever the file is called", labels))


def raw_file(name: str) -> EngineError:
    """A camera's raw file that looks like a TIFF."""
    return not_read(name, CAMERA_RAW, _DEVELOP)

