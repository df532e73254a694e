"""Parts joined to one MP4, with another file's sound beside them; nothing of the pictures is encoded anew."""

import heapq
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from fractions import Fraction
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from engine.base.errors import EngineError
from engine.base.text import Text
from engine.media.opening import opened, reading
from engine.media.sound import SoundCut, heard_in

if TYPE_CHECKING:
    from av.packet import Packet

def join(parts: Sequence[Path], sound: SoundCut | None, timescale: int, last: int, file: IO[bytes]) -> None:
    """Write the film into `file`. EngineError for what cannot be joined, OSError for a file that takes no more.

    parts: in order; their times go on from one to the next. last: units of 1 / timescale that the last frame is shown.
    """
    import av
    import av.error

    options = {"video_track_timescale": str(timescale), "movie_timescale": str(timescale)}
    try:
        with av.open(file, "w", format="mp4", options=options) as film, opened(parts[0]) as first:
            picture = film.add_stream_from_template(first.streams.video[0])
            picture.time_base = Fraction(1, timescale)
            streams = [_timed(_packets(parts, timescale), picture, last)]
            with ExitStack() as open_too:
                if sound is not None:
                    heard = heard_in(open_too.enter_context(opened(sound.path)), film)
                    streams += [] if heard is None else [heard.packets(sound)]
                for packet in heapq.merge(*streams, key=_when):
                    film.mux_one(packet)
    except av.error.FFmpegError as error:
        unwritten = error if isinstance(error, OSError) else error.__context__
        if isinstance(unwritten, OSError):  # of the file that is written: whoever gave it says so
            raise unwritten from None
        raise EngineError(Text("the film could not be written: {0}", str(error)[:200])) from None


def _when(packet: "Packet") -> float:
    return float((packet.dts if packet.dts is not None else packet.pts or 0) * (packet.time_base or 0))


def _packets(parts: Sequence[Path], timescale: int) -> Iterator["Packet"]:
    """Every picture of all parts, in units of 1 / timescale."""
    extra: bytes | None = None
    base = Fraction(1, timescale)
    for part in parts:
        with opened(part) as container, reading(part):
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
