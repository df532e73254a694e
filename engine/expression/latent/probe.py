"""Draw latents small and look at the face on them."""

import threading
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from engine.expression.latent.measures import measured
from engine.expression.latent.region import Within, draw_within, host_of
from engine.generator.generator import Generator, to_pixels
from engine.generator.regional import Host
from engine.photo.analyser import FaceAnalyser
from engine.photo.face import Face

SIDE = 256
"""Pixels at which faces are drawn to be measured. Twice that changes the measures by a tenth of their spread."""


@dataclass(frozen=True, eq=False)
class Seen:
    """A drawn face. pixels: (s, s, 3) uint8; measures: (k,) see `measured`."""

    pixels: np.ndarray
    face: Face
    measures: np.ndarray


class Probe:
    """Draws and measures; a quarter of a second of one core. One at a time, whoever asks: a stopped job's last step may
    still be under way when the next begins."""

    def __init__(self, generator: Callable[[], Generator], analyser: Callable[[], FaceAnalyser]) -> None:
        self._generator, self._analyser = generator, analyser
        self._turn = threading.Lock()

    def measure(self, code: np.ndarray, near: Face | None = None, size: int = SIDE,
                within: Within | None = None) -> Seen | None:
        """w+ (rows, width) as a measured face; None when nothing is seen there.

        near: a face of the same place and size, beside which is looked; without it the whole picture is searched.
        within: the rest of a face to draw it in, of the same size; the whole face when None.
        """
        with self._turn:
            pixels = self._drawn(code, size) if within is None else _pixels(
                draw_within(self._generator(), within, code))
            analyser = self._analyser()
            if near is not None and near.landmarks.max() < size:
                face = analyser.refine(pixels, near)
                if face is not near:
                    return Seen(pixels, face, measured(face))
            found = analyser.faces(pixels)
            return Seen(pixels, found[0], measured(found[0])) if found else None

    def seen(self, pixels: np.ndarray, near: Face) -> Seen:
        """A picture (s, s, 3) uint8 of a face that is about where `near` is."""
        with self._turn:
            face = self._analyser().refine(pixels, near)
            return Seen(pixels, face, measured(face))

    def identity(self, seen: Seen) -> np.ndarray:
        """(128,) dlib's numbers for whose face it is."""
        with self._turn:
            return self._analyser().identity(seen.pixels, seen.face)

    def host(self, code: np.ndarray, size: int = SIDE) -> Host:
        """A face to draw regions of others in."""
        with self._turn:
            return host_of(self._generator(), code, size)

    def _drawn(self, code: np.ndarray, size: int) -> np.ndarray:
        import torch

        generator = self._generator()
        with torch.inference_mode():
            wplus = torch.from_numpy(np.ascontiguousarray(code, np.float32))[None].to(generator.device)
            return to_pixels(generator.synthesis(wplus, generator.size_for(size)))[0]


def _pixels(picture: np.ndarray) -> np.ndarray:
    return np.rint(255 * np.clip(picture, 0, 1)).astype(np.uint8)
