"""Another file's sound on its way into a film: as it is where an MP4 takes that, else as AAC."""

import io
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine.base.errors import EngineError
from engine.media.opening import opened, reading

if TYPE_CHECKING:
    from av.audio.stream import AudioStream
    from av.container import InputContainer, OutputContainer
    from av.packet import Packet

COPIED = {"aac": 8000, "mp3": 16000, "ac3": 32000, "eac3": 32000, "opus": 48000, "flac": 8000, "alac": 8000}
"""Kinds of sound that an MP4 takes as they are, and from which rate on; others become AAC."""
_AAC_RATES = (96000, 88200, 64000, 48000, 44100, 32000, 24000, 22050, 16000, 12000, 11025, 8000)
_AAC_BITS = 160_000
_PRIMING = Fraction(3, 100)
"""Seconds of coded sound before the first that is heard: what a decoder needs to be in swing."""
_TRIED = Fraction(1)
"""Seconds of sound by which is found out whether it can be written."""


@dataclass(frozen=True)
class SoundCut:
    """The sound of `path` from `start` to `end` seconds of that file's clock; start is the film's time 0."""

    path: Path
    start: Fraction
    end: Fraction


def can_be_heard(cut: SoundCut) -> bool:
    """Whether the sound of a file can be taken over: its first second is, into nothing."""
    import av
    import av.error

    try:
        with opened(cut.path) as container, av.open(io.BytesIO(), "w", format="mp4") as nowhere:
            heard = heard_in(container, nowhere)
            if heard is None:
                return False
            packets = 0
            for packet in heard.packets(replace(cut, end=min(cut.end, cut.start + _TRIED))):
                nowhere.mux_one(packet)
                packets += 1
            return packets > 0
    except (EngineError, av.error.FFmpegError, ValueError):
        return False


class Heard:
    """Sound of one file, and its stream in another. copied: whether as it is."""

    def __init__(self, container: "InputContainer", source: "AudioStream", target: "AudioStream",
                 copied: bool) -> None:
        self._container, self._source, self._target, self._copied = container, source, target, copied

    def packets(self, cut: SoundCut) -> Iterator["Packet"]:
        """Of the film's stream, in the order of their times, which begin at 0 or a little before. EngineError."""
        packets = self._copies(cut) if self._copied else self._encoded(cut)
        with reading(cut.path):
            last: int | None = None
            for packet in packets:
                if packet.dts is not None and (last is None or packet.dts > last):
                    last = packet.dts
                    yield packet

    def _copies(self, cut: SoundCut) -> Iterator["Packet"]:
        base = Fraction(self._source.time_base or 0)
        shift = round(cut.start / base)
        for packet in _demuxed(self._container, self._source, cut):
            if packet.pts is None or not packet.size:
                continue
            if (packet.pts + (packet.duration or 0)) * base + _PRIMING <= cut.start:
                continue
            packet.pts -= shift
            packet.dts = packet.pts
            packet.stream = self._target
            yield packet

    def _encoded(self, cut: SoundCut) -> Iterator["Packet"]:
        import av
        import av.error

        target: Any = self._target
        context = target.codec_context
        resampler = av.AudioResampler(format="fltp", layout=context.layout, rate=context.sample_rate,
                                      frame_size=context.frame_size or 1024)
        base = Fraction(self._source.time_base or 0)
        shift = round(cut.start / base)
        for packet in _demuxed(self._container, self._source, cut):
            try:
                frames: Any = packet.decode()
            except av.error.FFmpegError:  # a damaged piece is silence
                continue
            for frame in frames:
                if frame.pts is None or not frame.sample_rate or \
                        frame.pts * base + Fraction(frame.samples, frame.sample_rate) <= cut.start:
                    continue
                if frame.pts * base >= cut.end:
                    break
                frame.pts -= shift
                for piece in resampler.resample(frame):
                    yield from target.encode(piece)
        for piece in resampler.resample(None):
            yield from target.encode(piece)
        yield from target.encode(None)


def heard_in(container: "InputContainer", film: "OutputContainer") -> Heard | None:
    """The first sound of a file, and a stream for it in the film; None where there is none that can be read."""
    import av.error

    for stream in container.streams.audio:
        if stream.codec_context is None or not stream.time_base:
            continue
        context = stream.codec_context
        if not context.sample_rate:
            continue
        if context.sample_rate >= COPIED.get(context.codec.canonical_name, 1 << 30):
            return Heard(container, stream, film.add_stream_from_template(stream), True)
        rate = min((one for one in _AAC_RATES if one >= context.sample_rate), default=_AAC_RATES[0])
        try:
            target = film.add_stream("aac", rate=rate, layout="mono" if context.channels == 1 else "stereo")
        except (av.error.FFmpegError, ValueError):
            continue
        target.bit_rate = _AAC_BITS
        return Heard(container, stream, target, False)
    return None


def _demuxed(container: "InputContainer", stream: "AudioStream", cut: SoundCut) -> Iterator["Packet"]:
    """A file's packets of sound from a little before the cut up to its end; what cannot be read ends them."""
    import av.error

    base = Fraction(stream.time_base or 0)
    if cut.start > 1:
        container.seek(round((cut.start - 1) / base), stream=stream, backward=True)
    packets = container.demux(stream)
    while True:
        try:
            packet = next(packets)
        except (StopIteration, av.error.FFmpegError):
            return
        if packet.pts is not None and packet.pts * base >= cut.end:
            return
        yield packet
