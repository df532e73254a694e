"""Every kind of PNG, against what the standard says its samples mean."""

import struct

import numpy as np
import pytest

from engine.base.errors import EngineError
from engine.photo import png_file
from engine.photo.picture import decode_picture
from engine.photo.png_notes import chunk
from tests.engine.photo.picture_files import png

RNG = np.random.default_rng(8)
WIDTH, HEIGHT = 16, 9
CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
KINDS = [*((depth, 0) for depth in (1, 2, 4, 8, 16)), *((depth, 3) for depth in (1, 2, 4, 8)),
         *((depth, colour) for depth in (8, 16) for colour in (2, 4, 6))]


def _packed(samples: np.ndarray, depth: int) -> bytes:
    """Rows of samples (H, W, C), each with filter 0."""
    rows = samples.reshape(len(samples), -1)
    if depth == 16:
        content = rows.astype(">u2").view(np.uint8)
    else:
        bits = (rows[:, :, None] >> np.arange(depth - 1, -1, -1)) & 1
        content = np.packbits(bits.reshape(len(rows), -1).astype(np.uint8), axis=1)
    return b"".join(b"\0" + row.tobytes() for row in content)


@pytest.mark.parametrize("clear", [False, True])
@pytest.mark.parametrize(("depth", "colour"), KINDS)
def test_every_kind_gives_the_samples_it_holds(depth, colour, clear):
    most = 2**depth - 1
    samples = RNG.integers(0, most + 1, (HEIGHT, WIDTH, CHANNELS[colour]))
    samples[0, 0] = 1
    palette = RNG.integers(0, 256, (most + 1, 3)).astype(np.uint8) if colour == 3 else np.zeros((0, 3), np.uint8)
    extra = chunk(b"PLTE", palette.tobytes()) if colour == 3 else b""
    whole = np.iinfo(np.uint16 if depth == 16 else np.uint8).max
    if colour == 3:
        wanted = palette[samples[:, :, 0]].astype(int)
        alpha = np.where(samples[:, :, 0] == 1, 100, 255)
        extra += chunk(b"tRNS", bytes([255, 100])) if clear else b""
    else:
        wanted = samples[:, :, :3 if colour in (2, 6) else 1] * whole // most
        key = samples[0, 0, :wanted.shape[2]]
        alpha = np.where((samples[:, :, :wanted.shape[2]] == key).all(-1), 0, whole)
        extra += chunk(b"tRNS", struct.pack(f">{len(key)}H", *key)) if clear and colour in (0, 2) else b""
    if colour in (4, 6):
        alpha = samples[:, :, -1]
    if colour in (4, 6) or clear:
        wanted = np.concatenate([np.broadcast_to(wanted, (HEIGHT, WIDTH, 3)), alpha[:, :, None]], axis=2)
    native = decode_picture(png(WIDTH, HEIGHT, depth, colour, _packed(samples, depth), extra), "a.png").native
    assert native.dtype == (np.uint16 if depth == 16 else np.uint8)
    assert np.array_equal(native, wanted)


def test_what_a_gray_that_is_transparent_becomes_is_counted_before_it_is_decoded(monkeypatch):
    """Opened as colour with alpha it has four samples a pixel."""
    monkeypatch.setattr(png_file, "_pixels", lambda *_: pytest.fail("it was decoded"))
    with pytest.raises(EngineError, match="too large"):
        decode_picture(png(16384, 16384, 16, 0, b"", chunk(b"tRNS", b"\0\7")), "a.png")
