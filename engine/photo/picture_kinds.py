"""Which files are pictures: what can be read and written, and what each kind of file keeps of its pixels."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class PictureKind:
    """One kind of picture file.

    name:     as Pillow calls it, where it knows it.
    label:    as people call it.
    suffixes: of its files, the usual one first, in small letters.
    written:  whether it is written, too; other kinds are written as one that is.
    lossless, deep, alpha, profile: whether a file that we write keeps samples exactly, 16 bits of them, transparency,
              and the ICC profile.
    metadata: what it keeps of `Metadata`.
    longest_note: bytes that each such thing may have; None for as many as it takes.
    """

    name: str
    label: str
    suffixes: tuple[str, ...]
    written: bool = True
    lossless: bool = False
    deep: bool = False
    alpha: bool = False
    profile: bool = False
    metadata: frozenset[str] = frozenset()
    longest_note: int | None = None


_PROGRAMS = frozenset({"exif", "xmp"})
_PRESS = _PROGRAMS | {"iptc", "resolution"}

PICTURE_KINDS = (
    PictureKind("PNG", "PNG", (".png", ".apng"), lossless=True, deep=True, alpha=True, profile=True,
                metadata=_PRESS | {"texts"}),
    PictureKind("TIFF", "TIFF", (".tif", ".tiff"), lossless=True, deep=True, alpha=True, profile=True,
                metadata=_PRESS),
    PictureKind("WEBP", "WebP", (".webp",), lossless=True, alpha=True, profile=True, metadata=_PROGRAMS),
    PictureKind("JPEG", "JPEG", (".jpg", ".jpeg", ".jpe", ".jfif", ".jif"), profile=True, metadata=_PRESS,
                longest_note=65_480),
    PictureKind("BMP", "BMP", (".bmp", ".dib"), lossless=True, metadata=frozenset({"resolution"})),
    PictureKind("HEIF", "HEIC", (".heic", ".heif", ".hif"), written=False),
    PictureKind("AVIF", "AVIF", (".avif",), written=False),
    PictureKind("JXL", "JPEG XL", (".jxl",), written=False),
    PictureKind("GIF", "GIF", (".gif",), written=False),
)
"""Every kind that can be read; what a chooser should offer first stands first, what is only read last."""

WRITTEN_KINDS = tuple(kind for kind in PICTURE_KINDS if kind.written)

PICTURE_SUFFIXES = tuple(suffix for kind in PICTURE_KINDS for suffix in kind.suffixes)
"""Endings of the names of pictures."""

PICTURE_PATTERNS = " ".join(f"*{suffix}" for suffix in PICTURE_SUFFIXES)
"""The same as the filter of a file chooser: "*.png *.tif …"."""

PICTURE_LABELS = ", ".join(kind.label for kind in PICTURE_KINDS)
"""The kinds as a person reads them: "PNG, TIFF, …"."""


def kind_named(name: str) -> PictureKind:
    """The kind of that name. KeyError for others."""
    return {kind.name: kind for kind in PICTURE_KINDS}[name]


def kind_of(path: Path | str) -> PictureKind | None:
    """The kind a file's name asks for, in large or small letters; None when it ends in nothing that is a picture's."""
    suffix = Path(path).suffix.lower()
    return next((kind for kind in PICTURE_KINDS if suffix in kind.suffixes), None)


def kind_to_write(path: Path | str) -> PictureKind:
    """The kind in which an edited copy of a photo is written unless somebody asks for another: its own where that can
    be written, else the first that can."""
    kind = kind_of(path)
    return kind if kind is not None and kind.written else WRITTEN_KINDS[0]


def is_picture_name(path: Path) -> bool:
    """Whether the name looks like a picture's; what is in it shows when it is opened."""
    return kind_of(path) is not None
