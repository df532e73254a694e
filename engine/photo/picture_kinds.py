"""Which files are pictures: what can be read and written, and what each kind of file keeps of its pixels."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class PictureKind:
    """One kind of picture file.

    name:     as Pillow calls it.
    suffixes: of its files, the usual one first, in small letters.
    lossless, deep, alpha, profile: whether a file that we write keeps samples exactly, 16 bits of them, transparency,
              and the ICC profile.
    """

    name: str
    suffixes: tuple[str, ...]
    lossless: bool
    deep: bool
    alpha: bool
    profile: bool


PICTURE_KINDS = (
    PictureKind("PNG", (".png",), lossless=True, deep=True, alpha=True, profile=True),
    PictureKind("TIFF", (".tif", ".tiff"), lossless=True, deep=True, alpha=True, profile=True),
    PictureKind("WEBP", (".webp",), lossless=True, deep=False, alpha=True, profile=True),
    PictureKind("JPEG", (".jpg", ".jpeg"), lossless=False, deep=False, alpha=False, profile=True),
    PictureKind("BMP", (".bmp",), lossless=True, deep=False, alpha=False, profile=False),
)
"""Every kind that can be read, and each can be written as well; what a chooser should offer first stands first."""

PICTURE_SUFFIXES = tuple(suffix for kind in PICTURE_KINDS for suffix in kind.suffixes)
"""Endings of the names of pictures."""

PICTURE_PATTERNS = " ".join(f"*{suffix}" for suffix in PICTURE_SUFFIXES)
"""The same as the filter of a file chooser: "*.png *.tif …"."""


def kind_named(name: str) -> PictureKind:
    """The kind Pillow calls so. KeyError for others."""
    return {kind.name: kind for kind in PICTURE_KINDS}[name]


def kind_of(path: Path | str) -> PictureKind | None:
    """The kind a file's name asks for, in large or small letters; None when it ends in nothing that is a picture's."""
    suffix = Path(path).suffix.lower()
    return next((kind for kind in PICTURE_KINDS if suffix in kind.suffixes), None)


def is_picture_name(path: Path) -> bool:
    """Whether the name looks like a picture's; what is in it shows when it is opened."""
    return kind_of(path) is not None
