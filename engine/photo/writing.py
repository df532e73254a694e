"""Pictures to files: whole or not at all, keeping profile, depth and alpha where the format can."""

from collections.abc import Callable
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import IO, Any, cast

import numpy as np

from engine.base.errors import EngineError
from engine.base.text import Text, alternatives
from engine.base.writing import write_whole
from engine.photo.metadata import NO_METADATA, Metadata
from engine.photo.picture import Picture, read_bytes
from engine.photo.picture_kinds import WRITTEN_KINDS, kind_named, kind_of

_OPTIONS: dict[str, dict[str, Any]] = {
    "PNG": {"compress_level": 4},
    "JPEG": {"quality": 95, "subsampling": 0},
    "WEBP": {"lossless": True, "quality": 50, "method": 2, "exact": True},
    "BMP": {},
}
"""How Pillow is asked to write each format."""


def format_of(path: Path | str) -> str:
    """The name of the kind a file name's ending asks for, one of `WRITTEN_KINDS`. EngineError for others."""
    kind = kind_of(path)
    if kind is None or not kind.written:
        raise EngineError(Text("{0}: cannot write a picture of the kind {1}", path, repr(Path(path).suffix.lower())),
                          hint=Text("end the name in {0}", alternatives(kind.suffixes[0] for kind in WRITTEN_KINDS)))
    return kind.name


def write_picture(path: Path | str, native: np.ndarray, profile: bytes | None = None,
                  source: Picture | None = None, check: Callable[[Path], None] | None = None) -> None:
    """Write pixels (H, W), (H, W, 1), (H, W, 3) or (H, W, 4 with straight alpha), uint8 or uint16.

    profile: ICC profile the pixels are in; None for sRGB.
    source:  the picture they come from: what it carries is handed on, where the kind of file can hold it (see
             `Metadata.kept_in`); None for nothing.

    What each format gets: PNG and TIFF keep everything, compressed without loss. WebP is written without loss, with
    8 bits. JPEG (quality 95, colour not subsampled) and BMP have 8 bits and no alpha: transparent parts are laid on
    white. BMP knows no profile: its pixels are converted to sRGB.
    check:   see `write_whole`.
    The file appears whole or not at all (written aside, synced, renamed). EngineError when it cannot be written.
    """
    path = Path(path)
    metadata = source.metadata if source is not None else NO_METADATA
    written = partial(write_into, native=_checked(native), kind=format_of(path), profile=profile, metadata=metadata)
    write_whole(path, written, check)


def copy_source(picture: Picture, path: Path | str, check: Callable[[Path], None] | None = None) -> None:
    """Write the very bytes the picture was read from; for a picture that nothing was changed on.

    check: see `write_whole`.
    EngineError when the name asks for another format (see `can_copy`) or the file is no longer what was opened.
    """
    import hashlib

    path = Path(path)
    if not can_copy(picture, path):
        raise EngineError(Text("{0}: the photo is {1} and cannot be copied under that ending", path, picture.format))
    assert picture.path is not None
    data = read_bytes(picture.path)
    if hashlib.sha256(data).hexdigest() != picture.digest:
        raise EngineError(Text("{0} was changed by another program since it was opened", picture.path),
                          hint=Text("open it again"))
    write_whole(path, data, check)


def can_copy(picture: Picture, path: Path | str) -> bool:
    """Whether `copy_source` can write this name: same format as the file the picture came from."""
    return picture.path is not None and format_of(path) == picture.format


def encode_picture(native: np.ndarray, kind: str, profile: bytes | None = None,
                   metadata: Metadata = NO_METADATA) -> bytes:
    """The bytes of a picture file; see `write_picture` for what each kind keeps."""
    buffer = BytesIO()
    write_into(buffer, native, kind, profile, metadata)
    return buffer.getvalue()


def write_into(file: IO[bytes], native: np.ndarray, kind: str, profile: bytes | None, metadata: Metadata) -> None:
    """The same into a file that is empty and can be sought in, as it is made: PNG with 16 bits and TIFF take no more
    memory than some rows. OSError."""
    from engine.photo.colour import eight_bit, on_white, to_srgb

    native = _checked(native)
    keeps = kind_named(kind)
    if not keeps.alpha and native.shape[2] == 4:
        native = on_white(native)
    if not keeps.deep:
        native = eight_bit(native)
    if not keeps.profile and profile is not None:
        native, profile = to_srgb(native, profile), None
    metadata = metadata.kept_in(keeps)
    if kind == "TIFF":
        from engine.photo.tiff_writing import write_tiff

        write_tiff(file, native, profile, metadata)
    elif kind == "PNG":
        _write_png(file, native, profile, metadata)
    else:
        _write_with_pillow(_Piecewise(file), native, kind, profile, metadata)


def _write_png(file: IO[bytes], native: np.ndarray, profile: bytes | None, metadata: Metadata) -> None:
    from engine.photo.png_notes import HEADER_END, chunks_for
    from engine.photo.sixteen_bit import write_sixteen_bits

    beside = chunks_for(profile, metadata)
    if native.dtype == np.uint16:
        write_sixteen_bits(file, native, beside)
    else:
        _write_with_pillow(_Piecewise(file, HEADER_END, beside), native, "PNG", None, NO_METADATA)


class _Piecewise:
    """A file as Pillow writes into it, from front to back, with something of ours put in at a place. Its encoders would
    write to a real file by its number, and not say why they could not."""

    def __init__(self, file: IO[bytes], place: int = 0, ours: bytes = b"") -> None:
        self._file, self._before, self._ours = file, place, ours

    def write(self, data: bytes) -> int:
        if self._ours and len(data) >= self._before:
            self._file.write(data[: self._before])
            self._file.write(self._ours)
            self._file.write(data[self._before :])
            self._ours = b""
        else:
            self._file.write(data)
            self._before -= len(data)
        return len(data)


def _checked(native: np.ndarray) -> np.ndarray:
    if native.ndim == 2:
        native = native[:, :, None]
    if native.ndim != 3 or native.shape[2] not in (1, 3, 4) or native.dtype not in (np.uint8, np.uint16):
        raise ValueError(f"not picture pixels: {native.shape} {native.dtype}")
    return np.ascontiguousarray(native)


def _write_with_pillow(file: _Piecewise, native: np.ndarray, kind: str, profile: bytes | None,
                       metadata: Metadata) -> None:
    from PIL import Image

    from engine.photo.jpeg_notes import segments_for

    options = dict(_OPTIONS[kind])
    if profile is not None:
        options["icc_profile"] = profile
    if metadata.exif is not None:
        options["exif"] = b"Exif\0\0" + metadata.exif
    if metadata.resolution is not None:
        options["dpi"] = metadata.resolution
    if kind == "JPEG":
        options["extra"] = segments_for(metadata)
    elif metadata.xmp is not None:
        options["xmp"] = metadata.xmp
    image = Image.fromarray(native[:, :, 0] if native.shape[2] == 1 else native)
    try:
        image.save(cast(IO[bytes], file), kind, **options)
    except (OSError, ValueError) as error:  # a side longer than the format allows
        if isinstance(error, OSError) and error.errno:  # the disk's
            raise
        raise EngineError(Text("a picture of {0} x {1} pixels cannot be written as {2}", image.width, image.height,
                               kind), hint=Text("use PNG or TIFF"),
                          detail=str(error)) from error
