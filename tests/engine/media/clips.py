"""Small clips made up for tests: gray pictures that count frames, and beeps."""

from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

import av
import numpy as np


def write_clip(path: Path, units: Sequence[int], time_base: Fraction = Fraction(1, 30),
               size: tuple[int, int] = (96, 64), codec: str = "libx264", pictures: Sequence[np.ndarray] | None = None,
               sound: tuple[str, int, str] | None = None, seconds: float = 0.0, flashes: bool = False) -> Path:
    """units: the frames' times. pictures: of the frames, (h, w, 3); gray ones that grow lighter when None, or black
    with a white one at every whole second. sound: codec, rate, layout; a beep of 50 ms at every whole second."""
    with av.open(str(path), "w") as container:
        video = container.add_stream(codec, rate=1 / (time_base * max(1, units[-1] // max(1, len(units) - 1))))
        video.width, video.height, video.pix_fmt = size[0], size[1], "yuv420p"
        video.codec_context.time_base = time_base
        heard = None if sound is None else container.add_stream(sound[0], rate=sound[1], layout=sound[2])
        for number, when in enumerate(units):
            if pictures is not None:
                picture = pictures[number]
            else:
                white = (when * time_base).denominator == 1 if flashes else False
                light = (255 if white else 10) if flashes else 20 + 3 * (number % 70)
                picture = np.full((size[1], size[0], 3), light, np.uint8)
            frame = av.VideoFrame.from_ndarray(picture, format="rgb24")
            frame.pts, frame.time_base = when, time_base
            container.mux(video.encode(frame))
        container.mux(video.encode(None))
        if heard is not None and sound is not None:
            _beep(container, heard, sound, seconds)
    return path


def _beep(container, stream, sound: tuple[str, int, str], seconds: float) -> None:
    _, rate, layout = sound
    times = np.arange(round(seconds * rate)) / rate
    wave = np.where(times % 1 < 0.05, 0.5 * np.sin(2 * np.pi * 1000 * times), 0).astype(np.float32)
    channels = {"mono": 1, "stereo": 2, "5.1": 6}[layout]
    resampler = av.AudioResampler(format=stream.codec_context.format.name, layout=layout, rate=rate)
    for first in range(0, len(wave), 1024):
        frame = av.AudioFrame.from_ndarray(np.tile(wave[None, first:first + 1024], (channels, 1)), format="fltp",
                                           layout=layout)
        frame.sample_rate, frame.pts, frame.time_base = rate, first, Fraction(1, rate)
        for piece in resampler.resample(frame):
            container.mux(stream.encode(piece))
    container.mux(stream.encode(None))


def beeps(path: Path) -> list[float]:
    """Seconds at which the beeps of a film's sound begin."""
    found: list[float] = []
    last = -1.0
    with av.open(str(path)) as container:
        for frame in container.decode(container.streams.audio[0]):
            wave = frame.to_ndarray().astype(float)
            wave = wave[0] if frame.format.is_planar else wave.reshape(-1, len(frame.layout.channels))[:, 0]
            wave = wave / 32768 if np.abs(wave).max(initial=0) > 2 else wave
            for moment in frame.time + np.flatnonzero(np.abs(wave) > 0.1) / frame.sample_rate:
                if moment - last > 0.3:
                    found.append(float(moment))
                last = float(moment)
    return found


def flashes(path: Path) -> list[float]:
    """Seconds at which a film's picture is white."""
    with av.open(str(path)) as container:
        return [float(frame.time) for frame in container.decode(video=0)
                if frame.to_ndarray(format="gray").mean() > 150]
