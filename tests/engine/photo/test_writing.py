"""Pictures written can be read again, whole or not at all."""

import os

import numpy as np
import pytest
from PIL import Image

from engine.base.errors import EngineError
from engine.photo.picture import read_picture
from engine.photo.writing import can_copy, copy_source, write_picture
from tests.engine.photo.picture_files import SMOOTH, encoded, wide_profile

RNG = np.random.default_rng(6)


@pytest.mark.parametrize("suffix", [".png", ".tif", ".tiff", ".webp", ".bmp", ".PNG"])
@pytest.mark.parametrize("channels", [1, 3])
def test_lossless_kinds_read_back_exactly(tmp_path, suffix, channels):
    native = RNG.integers(0, 256, (17, 23, channels), dtype=np.uint8)
    write_picture(tmp_path / f"a{suffix}", native)
    read = read_picture(tmp_path / f"a{suffix}").native
    assert np.array_equal(np.broadcast_to(read, (17, 23, max(channels, read.shape[2]))),
                          np.broadcast_to(native, (17, 23, max(channels, read.shape[2]))))


@pytest.mark.parametrize("suffix", [".png", ".tif", ".webp"])
def test_alpha_is_kept_even_where_nothing_shows(tmp_path, suffix):
    native = RNG.integers(0, 256, (17, 23, 4), dtype=np.uint8)
    native[:5, :, 3] = 0
    write_picture(tmp_path / f"a{suffix}", native)
    assert np.array_equal(read_picture(tmp_path / f"a{suffix}").native, native)


@pytest.mark.parametrize("suffix", [".png", ".tif"])
@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
def test_profile_and_depth_are_kept(tmp_path, suffix, dtype):
    native = RNG.integers(0, np.iinfo(dtype).max, (17, 23, 3)).astype(dtype)
    write_picture(tmp_path / f"a{suffix}", native, wide_profile())
    read = read_picture(tmp_path / f"a{suffix}")
    assert read.profile == wide_profile() and np.array_equal(read.native, native) and read.native.dtype == dtype


@pytest.mark.parametrize("suffix", [".jpg", ".webp"])
def test_profile_is_kept_by_jpeg_and_webp(tmp_path, suffix):
    write_picture(tmp_path / f"a{suffix}", SMOOTH, wide_profile())
    assert read_picture(tmp_path / f"a{suffix}").profile == wide_profile()


def test_what_a_format_lacks_is_converted_as_documented(tmp_path):
    native = np.zeros((8, 8, 4), np.uint16)
    native[..., 0] = 65535
    native[:4, :, 3], native[4:, :, 3] = 65535, 0
    for suffix in (".jpg", ".bmp"):
        write_picture(tmp_path / f"a{suffix}", native)
        pixels = read_picture(tmp_path / f"a{suffix}").pixels.astype(int)
        assert np.abs(pixels[:3] - [255, 0, 0]).max() <= 3 and np.abs(pixels[5:] - 255).max() <= 3
    write_picture(tmp_path / "b.bmp", np.ascontiguousarray(native[:4, :, :3]), wide_profile())
    assert np.abs(read_picture(tmp_path / "b.bmp").pixels.astype(int) - [0, 255, 0]).max() <= 5


def test_jpeg_keeps_colour_edges(tmp_path):
    stripes = np.zeros((64, 64, 3), np.uint8)
    stripes[:, ::2, 0], stripes[:, 1::2, 2] = 255, 255
    write_picture(tmp_path / "a.jpg", stripes)
    with Image.open(tmp_path / "a.jpg") as image:
        assert {layer[1:3] for layer in image.layer} == {(1, 1)}


def test_the_camera_is_remembered_and_the_place_is_not(tmp_path):
    exif = Image.Exif()
    exif[0x010F] = "A camera"
    exif[0x0112] = 8
    exif.get_ifd(0x8825)[1] = "N"
    (tmp_path / "in.jpg").write_bytes(encoded(Image.fromarray(SMOOTH), "JPEG", exif=exif))
    source = read_picture(tmp_path / "in.jpg")
    for name in ("a.jpg", "a.png", "a.webp"):
        write_picture(tmp_path / name, source.native, source.profile, source)
        with Image.open(tmp_path / name) as image:
            kept = image.getexif()
            assert kept[0x010F] == "A camera" and kept.get(0x0112, 1) == 1 and 0x8825 not in kept
        assert read_picture(tmp_path / name).size == source.size


def test_failure_leaves_the_old_file_and_nothing_else(tmp_path):
    (tmp_path / "old.png").write_bytes(b"old")
    (tmp_path / "sub").mkdir()
    for name in ("old.xyz", "sub"):
        with pytest.raises(EngineError):
            write_picture(tmp_path / name, SMOOTH)
    with pytest.raises(EngineError):
        write_picture(tmp_path / "wide.webp", np.zeros((1, 20_000, 3), np.uint8))
    assert sorted(p.name for p in tmp_path.iterdir()) == ["old.png", "sub"]
    assert (tmp_path / "old.png").read_bytes() == b"old"


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs a device that is always full")
def test_a_full_disk_is_said_in_words(tmp_path, monkeypatch):
    def full(handle: int) -> None:
        with open("/dev/full", "wb", buffering=0) as device:
            device.write(b"x")

    monkeypatch.setattr(os, "fsync", full)
    (tmp_path / "a.png").write_bytes(b"old")
    with pytest.raises(EngineError, match="(?i)no space|full"):
        write_picture(tmp_path / "a.png", SMOOTH)
    assert [p.name for p in tmp_path.iterdir()] == ["a.png"] and (tmp_path / "a.png").read_bytes() == b"old"


def test_an_unchanged_picture_is_copied_to_the_byte(tmp_path):
    data = encoded(Image.fromarray(SMOOTH), "JPEG", quality=70)
    (tmp_path / "in.jpg").write_bytes(data)
    picture = read_picture(tmp_path / "in.jpg")
    copy_source(picture, tmp_path / "out.jpeg")
    assert (tmp_path / "out.jpeg").read_bytes() == data
    assert can_copy(picture, "x.JPG") and not can_copy(picture, "x.png")
    with pytest.raises(EngineError, match="cannot be copied"):
        copy_source(picture, tmp_path / "out.png")
    (tmp_path / "in.jpg").write_bytes(data + b"x")
    with pytest.raises(EngineError, match="changed"):
        copy_source(picture, tmp_path / "again.jpg")
    assert not (tmp_path / "again.jpg").exists() and not (tmp_path / "out.png").exists()
