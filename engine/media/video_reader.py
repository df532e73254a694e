"""Video read frame by frame, each with its own time; never more than one frame in memory."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.base.errors import EngineError
from engine.base.text import Text
from engine.media.losses import LONGEST_HOLD, Losses, PacketCount, forward
from engine.media.opening import opened, reading

if TYPE_CHECKING:
    from av.container import InputContainer
    from av.video.frame import VideoFrame
    from av.video.stream import VideoStream

LARGEST_SIDE, MOST_PIXELS = 8192, 1 << 25
"""No video is decoded that is larger: 8K has 33 million pixels."""
MOST_FRAMES = 1 << 22
_USUAL_RATE = Fraction(30)
_RATES = Fraction(1, 60), Fraction(1000)

@dataclass(frozen=True)
class VideoFacts:
    """What a video says of itself.

    width, height: as it is shown: upright, with square pixels.
    time_base:  seconds of a unit in which frames have their times.
    rate:       frames a second, nominal where it varies.
    start:      the first frame's time, in units.
    duration:   seconds, as the file says; 0 where it does not.
    timed:      whether frames bring times; others are counted at the rate.
    codec:      FFmpeg's name of it. sound: whether there is any.
    """

    width: int
    height: int
    time_base: Fraction
    rate: Fraction
    start: int
    duration: float
    timed: bool
    codec: str
    sound: bool


@dataclass(frozen=True, eq=False)
class VideoFrameSeen:
    """pts: the frame's time in units of the time base; pixels (h, w, 3) uint8 RGB, upright."""

    pts: int
    pixels: np.ndarray


def read_facts(path: Path) -> VideoFacts:
    """What a video says of itself; its first frame is decoded to be sure. Raises only EngineError."""
    with opened(path) as container, reading(path):
        stream = _stream(container, path)
        frame = next(_decoded(container, stream, path), None)
        if frame is None:
            raise EngineError(Text("{0}: has no frame that can be decoded", path))
        base = Fraction(stream.time_base or 0)
        timed = frame.pts is not None and base > 0
        rate = _rate(stream)
        if not timed:
            base = 1 / rate
        duration = _duration(container, stream, base)
        wide, high = _shown_size(frame, stream)
        return VideoFacts(wide, high, base, rate, int(frame.pts) if timed and frame.pts is not None else 0, duration,
                          timed, stream.codec_context.name, bool(container.streams.audio))


def read_frames(path: Path, facts: VideoFacts, start: int | None = None, end: int | None = None,
                longest: int = 0, losses: Losses | None = None) -> Iterator[VideoFrameSeen]:
    """The frames from `start` up to, not with, `end` (units of the time base), in the order in which they are shown.

    Frames whose time does not go forward are left out, and so is what cannot be decoded; `losses` counts them. longest:
    the longer side that is given at most, 0 for the video's own. Raises only EngineError.
    """
    losses = Losses() if losses is None else losses
    with opened(path) as container, reading(path):
        stream = _stream(container, path)
        if facts.timed and start is not None and start > facts.start:
            container.seek(start, stream=stream, backward=True, any_frame=False)
        waiting = PacketCount()
        frames = _decoded(container, stream, path, waiting)
        given = 0
        for pts, frame in forward(_numbered(frames, facts, path), LONGEST_HOLD / facts.time_base,
                                  losses):
            if end is not None and pts >= end:
                break
            if start is None or pts >= start:
                given += 1
                yield VideoFrameSeen(pts, _pixels(frame, stream, longest))
        losses.damaged += waiting.lost(start, end, given + losses.astray) if facts.timed else waiting.damaged


def _numbered(frames: Iterator["VideoFrame"], facts: VideoFacts, path: Path) -> "Iterator[tuple[int, VideoFrame]]":
    """Each with its time; counted where they bring none."""
    for number, frame in enumerate(frames):
        if number >= MOST_FRAMES:
            raise EngineError(Text("{0}: is longer than any film", path))
        pts = frame.pts if facts.timed else number
        if pts is not None:
            yield pts, frame


def _stream(container: "InputContainer", path: Path) -> "VideoStream":
    from av.stream import Disposition

    pictures = [stream for stream in container.streams.video if Disposition.attached_pic not in stream.disposition]
    if not pictures:
        raise EngineError(Text("{0}: has no video", path))
    stream = pictures[0]
    if stream.codec_context is None:
        raise EngineError(Text("{0}: its video is of a kind that cannot be decoded here", path))
    _check_size(stream.width, stream.height, path)
    stream.thread_type = "AUTO"
    return stream


def _decoded(container: "InputContainer", stream: "VideoStream", path: Path,
             waiting: "PacketCount | None" = None) -> Iterator["VideoFrame"]:
    import av.error

    waiting = PacketCount() if waiting is None else waiting
    packets = container.demux(stream)
    while True:
        try:
            packet = next(packets)
        except StopIteration:
            return
        except av.error.FFmpegError:  # what follows is missing
            return
        waiting.read(packet)
        try:
            frames = packet.decode()
        except av.error.FFmpegError:
            waiting.damaged += 1
            continue
        for frame in frames:
            _check_size(frame.width, frame.height, path)
            waiting.fields |= frame.interlaced_frame
            yield frame


def _check_size(wide: int, high: int, path: Path) -> None:
    if not (0 < wide <= LARGEST_SIDE and 0 < high <= LARGEST_SIDE and wide * high <= MOST_PIXELS):
        raise EngineError(Text("{0}: its video has {1} x {2} pixels, which is not decoded", path, wide, high),
                          Text("make it smaller first"))


def _rate(stream: "VideoStream") -> Fraction:
    for said in (stream.guessed_rate, stream.average_rate, stream.base_rate):
        if said and _RATES[0] <= said <= _RATES[1]:
            return Fraction(said)
    return _USUAL_RATE


def _duration(container: "InputContainer", stream: "VideoStream", base: Fraction) -> float:
    seconds = 0.0
    if stream.duration and stream.time_base:
        seconds = float(stream.duration * stream.time_base)
    elif container.duration:
        seconds = container.duration / 1e6
    return seconds if 0 < seconds < 1e7 else 0.0


def _shape(frame: "VideoFrame", stream: "VideoStream") -> tuple[int, int]:
    """Width and height with square pixels, not yet upright."""
    aspect = stream.codec_context.sample_aspect_ratio
    wide = frame.width
    if aspect and Fraction(1, 4) < aspect < 4:
        wide = max(1, round(frame.width * aspect))
    return wide, frame.height


def _shown_size(frame: "VideoFrame", stream: "VideoStream") -> tuple[int, int]:
    wide, high = _shape(frame, stream)
    return (high, wide) if round(frame.rotation / 90) % 2 else (wide, high)


def _pixels(frame: "VideoFrame", stream: "VideoStream", longest: int) -> np.ndarray:
    wide, high = _shape(frame, stream)
    if longest and max(wide, high) > longest:
        share = longest / max(wide, high)
        wide, high = max(2, round(wide * share)), max(2, round(high * share))
    kind: Any = "rgb24"
    pixels = frame.reformat(wide, high, kind, interpolation="BILINEAR").to_ndarray()
    turns = round(frame.rotation / 90) % 4
    return np.ascontiguousarray(np.rot90(pixels, turns)) if turns else pixels
