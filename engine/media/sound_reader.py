"""The sound of a media file as samples, whatever it holds: one channel, at a rate that is asked for."""

from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from engine.base.errors import EngineError
from engine.base.text import Text
from engine.media.opening import opened, reading

if TYPE_CHECKING:
    from av.container import InputContainer

_MOST_DAMAGED = 1000
"""Packets that could not be decoded, after which a file is given up."""
_MOST_CHANNELS, _LOWEST_RATE, _HIGHEST_RATE = 64, 4_000, 768_000
"""A rate of 1 would make hours of a few thousand bytes."""


@dataclass(frozen=True, eq=False)
class Sound:
    """samples (N,) float32 in -1..1, `rate` a second; start: seconds of the file's clock at the first of them.
    channels, file_rate: what the file has; damaged: packets of it that could not be decoded; broken_off: whether it
    cannot be read to its end."""

    samples: np.ndarray
    rate: int
    start: Fraction
    channels: int
    file_rate: int
    damaged: int = 0
    broken_off: bool = False

    @property
    def duration(self) -> float:
        """Seconds."""
        return len(self.samples) / self.rate


def read_sound(path: Path, rate: int, longest: float) -> Sound:
    """The first sound of a file, its channels mixed to one, silence where packets are damaged or missing.

    longest: seconds. Raises only EngineError: for what is no media file, has no sound, or a longer one.
    """
    with opened(path, _unreadable) as container, reading(path, _unreadable):
        return _decoded(container, path, rate, longest)


def _decoded(container: "InputContainer", path: Path, rate: int, longest: float) -> Sound:
    import av
    import av.error

    streams = [one for one in container.streams.audio if one.codec_context is not None and one.time_base]
    if not streams:
        raise EngineError(Text("{0}: has no sound", path))
    stream = streams[0]
    pieces: list[np.ndarray] = []
    count = damaged = channels = file_rate = 0
    start: Fraction | None = None
    broken_off = False
    resampler = av.AudioResampler(format="s16", layout="mono", rate=rate)
    packets = container.demux(stream)
    while True:
        try:
            packet = next(packets)
        except StopIteration:
            break
        except av.error.FFmpegError:  # what follows is missing
            broken_off = True
            break
        try:
            frames = packet.decode()
        except av.error.FFmpegError:
            damaged += 1
            if damaged > _MOST_DAMAGED:
                broken_off = True
                break
            continue
        for frame in frames:
            wide = frame.layout.nb_channels
            if 0 < frame.sample_rate < _LOWEST_RATE:
                raise EngineError(Text("{0}: has {1} samples a second; {2} are needed at least", path,
                                       frame.sample_rate, _LOWEST_RATE))
            if not (0 < frame.sample_rate <= _HIGHEST_RATE and 0 < wide <= _MOST_CHANNELS):
                raise EngineError(Text("{0}: its sound is of a kind that cannot be decoded here", path))
            at = Fraction(0) if frame.pts is None else frame.pts * Fraction(frame.time_base or stream.time_base or 1)
            if start is None:
                start, channels, file_rate = at, wide, frame.sample_rate
            missing = round((at - start) * rate) - count if frame.pts is not None else 0
            if missing > rate // 10:  # a hole, by the file's own clock
                count += _kept(pieces, np.zeros(min(missing, round(longest * rate) + 1), np.int16))
            frame.pts = None
            try:
                heard = [piece.to_ndarray().reshape(-1) for piece in resampler.resample(frame)]
            except (av.error.FFmpegError, ValueError):  # it changes its kind on the way
                resampler = av.AudioResampler(format="s16", layout="mono", rate=rate)
                heard = [piece.to_ndarray().reshape(-1) for piece in resampler.resample(frame)]
            count += sum(_kept(pieces, piece) for piece in heard)
            if count > longest * rate:
                raise EngineError(Text("{0}: its sound is longer than {1} minutes", path, f"{longest / 60:g}"),
                                  Text("cut it first"))
    for piece in resampler.resample(None):
        _kept(pieces, piece.to_ndarray().reshape(-1))
    if start is None or not pieces:
        raise EngineError(Text("{0}: has no sound that can be decoded", path))
    samples = np.concatenate(pieces).astype(np.float32) / 32768
    return Sound(samples, rate, start, channels, file_rate, damaged, broken_off)


def _unreadable(path: Path, error: Exception) -> EngineError:
    said = getattr(error, "strerror", None) or error
    return EngineError(Text("{0}: cannot be read as sound: {1}", path, " ".join(str(said).split())[:200]),
                       Text("WAV, MP3, FLAC, OGG, M4A and the sound of films can be read"))


def _kept(pieces: list[np.ndarray], piece: np.ndarray) -> int:
    pieces.append(piece)
    return len(piece)
