"""What is declared of each kind of picture file is what a written one really keeps."""

from pathlib import Path

import numpy as np
import pytest

from engine.base.errors import EngineError
from engine.photo.decoding import decode
from engine.photo.picture_kinds import (
    PICTURE_KINDS,
    PICTURE_PATTERNS,
    PICTURE_SUFFIXES,
    WRITTEN_KINDS,
    PictureKind,
    is_picture_name,
    kind_of,
    kind_to_write,
)
from engine.photo.writing import encode_picture, format_of

RNG = np.random.default_rng(5)


def profile() -> bytes:
    from PIL import ImageCms

    return bytes(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())


@pytest.mark.parametrize("kind", WRITTEN_KINDS, ids=lambda kind: kind.name)
def test_every_kind_keeps_what_it_says(kind: PictureKind) -> None:
    plain = RNG.integers(0, 256, (20, 30, 3), np.uint8)
    assert np.array_equal(decode(encode_picture(plain, kind.name), "a").native, plain) == kind.lossless
    deep = RNG.integers(0, 65536, (20, 30, 3), np.uint16)
    assert (decode(encode_picture(deep, kind.name), "a").native.dtype == np.uint16) == kind.deep
    clear = RNG.integers(0, 256, (20, 30, 4), np.uint8)
    assert (decode(encode_picture(clear, kind.name), "a").native.shape[2] == 4) == kind.alpha
    assert (decode(encode_picture(plain, kind.name, profile()), "a").profile is not None) == kind.profile
    assert decode(encode_picture(plain, kind.name), "a").format == kind.name


def test_names() -> None:
    assert len(set(PICTURE_SUFFIXES)) == len(PICTURE_SUFFIXES) == PICTURE_PATTERNS.count("*")
    names = ("a.PNG", Path("b.jpeg"), "c.tif", "d.JFIF", "e.heic", "f.psd", "png", "")
    found = [kind and kind.name for kind in map(kind_of, names)]
    assert found == ["PNG", "JPEG", "TIFF", "JPEG", "HEIF", None, None, None]
    assert is_picture_name(Path("x/a.TIFF")) and not is_picture_name(Path("a.png.txt"))


def test_a_chooser_is_offered_the_lossless_kinds_first() -> None:
    keeps = [kind.lossless + kind.deep + kind.alpha + kind.profile for kind in WRITTEN_KINDS]
    assert keeps == sorted(keeps, reverse=True)
    assert WRITTEN_KINDS == PICTURE_KINDS[: len(WRITTEN_KINDS)]


@pytest.mark.parametrize("kind", PICTURE_KINDS, ids=lambda kind: kind.name)
def test_what_is_only_read_is_written_as_another_kind(kind: PictureKind) -> None:
    offered = kind_to_write(f"a{kind.suffixes[0]}")
    assert offered is (kind if kind.written else WRITTEN_KINDS[0])
    if not kind.written:
        with pytest.raises(EngineError, match="end the name in .png"):
            format_of(f"a{kind.suffixes[0]}")
