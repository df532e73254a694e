"""Parts joined to one MP4, with another file's sound beside them; nothing of the pictures is encoded anew."""

import heapq
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from engine.base.errors import EngineError
from engine.base.text import Text
from engine.media.opening import opened

if TYPE_CHECKING:
    from av.audio.stream import AudioStream
    from av.container import InputContainer, OutputContainer
    from av.packet import Packet

COPIED = ("aac", "mp3", "ac3", "eac3", "opus", "flac", "alac")
"""Kinds of sound that an MP4 takes as they are; others become AAC."""
_AAC_RATES = (96000, 88200, 64000, 48000, 44100, 32000, 24000, 22050, 16000, 12000, 11025, 8000)
_AAC_BITS = 160_000
_PRIMING = Fraction(3, 100)
"""Seconds of coded sound before the first that is heard: what a decoder needs to be in swing."""


@dataclass(frozen=True)
class SoundCut:
    """The sound of `path` from `start` to `end` seconds of that file's clock; start is the film's time 0."""

    path: Path
    start: Fraction
    end: Fraction


def join(parts: Sequence[Path], sound: SoundCut | None, timescale: int, last: int, file: IO[bytes]) -> None:
    """Write the film into `file`. Raises only EngineError.

    parts: in order; their times go on from one to the next. last: units of 1 / timescale that the last frame is shown.
    """
    import av
    import av.error

    options = {"video_track_timescale": str(timescale), "movie_timescale": str(timescale)}
    try:
        with av.open(file, "w", format="mp4", options=options) as film, opened(parts[0]) as first:
            picture = film.add_stream_from_template(first.streams.video[0])
            picture.time_base = Fraction(1, timescale)
            if sound is None:
                for packet in _timed(_packets(parts, timescale), picture, last):
                    film.mux_one(packet)
                return
            with opened(sound.path) as container:
                heard = _heard(container, film)
                streams = [_timed(_packets(parts, timescale), picture, last)]
                if heard is not None:
                    streams.append(heard.packets(sound))
                for packet in heapq.merge(*streams, key=_when):
                    film.mux_one(packet)
    except av.error.FFmpegError as error:
        raise EngineError(Text("the film could not be written: {0}", str(error)[:200])) from None


def _when(packet: "Packet") -> float:
    return float((packet.dts if packet.dts is not None else packet.pts or 0) * (packet.time_base or 0))


def _packets(parts: Sequence[Path], timescale: int) -> Iterator["Packet"]:
    """Every picture of all parts, in units of 1 / timescale."""
    extra: bytes | None = None
    base = Fraction(1, timescale)
    for part in parts:
        with opened(part) as container:
            stream = container.streams.video[0]
            if extra is not None and stream.codec_context.extradata != extra:
                raise EngineError(Text("the parts of the film were encoded by different programs"))
            extra = stream.codec_context.extradata
            for packet in container.demux(stream):
                if packet.pts is not None and packet.size:
                    packet.pts = packet.dts = round(packet.pts * Fraction(packet.time_base or 0) / base)
                    packet.time_base = base
                    yield packet


def _timed(packets: Iterator["Packet"], stream: Any, last: int) -> Iterator["Packet"]:
    """Each shown until the next."""
    held: Packet | None = None
    for packet in packets:
        packet.stream = stream
        if held is not None:
            _show(held, int(packet.pts or 0) - int(held.pts or 0))
            yield held
        held = packet
    if held is not None:
        _show(held, last)
        yield held


def _show(packet: "Packet", units: int) -> None:
    if units <= 0:
        raise EngineError(Text("the frames of the film do not go forward in time"))
    packet.duration, packet.dts = units, packet.pts


class _Heard:
    """Sound on its way from one file into another. copied: whether as it is."""

    def __init__(self, container: "InputContainer", source: "AudioStream", target: "AudioStream",
                 copied: bool) -> None:
        self._container, self._source, self._target, self._copied = container, source, target, copied

    def packets(self, cut: SoundCut) -> Iterator["Packet"]:
        return self._copies(cut) if self._copied else self._encoded(cut)

    def _copies(self, cut: SoundCut) -> Iterator["Packet"]:
        base = Fraction(self._source.time_base or 0)
        shift = round(cut.start / base)
        last: int | None = None
        for packet in _demuxed(self._container, self._source, cut):
            if packet.pts is None or not packet.size:
                continue
            begins, ends = packet.pts * base, (packet.pts + (packet.duration or 0)) * base
            if ends + _PRIMING <= cut.start:
                continue
            if begins >= cut.end:
                return
            packet.pts -= shift
            packet.dts = packet.pts
            if last is not None and packet.pts <= last:
                continue
            last = packet.pts
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
                if frame.pts is None or (frame.pts + Fraction(frame.samples, frame.sample_rate) / base) * base \
                        <= cut.start:
                    continue
                if frame.pts * base >= cut.end:
                    break
                frame.pts -= shift
                for piece in resampler.resample(frame):
                    yield from target.encode(piece)
        for piece in resampler.resample(None):
            yield from target.encode(piece)
        yield from target.encode(None)


def _demuxed(container: "InputContainer", stream: "AudioStream", cut: SoundCut) -> Iterator["Packet"]:
    """A file's packets of sound from a little before the cut on; what is damaged ends them."""
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


def _heard(container: "InputContainer", film: "OutputContainer") -> _Heard | None:
    """The first sound of a file, and its place in the film; None where there is none that can be read."""
    import av.error

    for stream in container.streams.audio:
        if stream.codec_context is None or not stream.time_base:
            continue
        context = stream.codec_context
        if context.codec.canonical_name in COPIED and context.sample_rate:
            return _Heard(container, stream, film.add_stream_from_template(stream), True)
        if not context.sample_rate:
            continue
        rate = min((one for one in _AAC_RATES if one >= context.sample_rate), default=_AAC_RATES[0])
        try:
            target = film.add_stream("aac", rate=rate, layout="mono" if context.channels == 1 else "stereo")
        except (av.error.FFmpegError, ValueError):
            continue
        target.bit_rate = _AAC_BITS
        return _Heard(container, stream, target, False)
    return None
