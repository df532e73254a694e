"""How many frames a film of ours holds, without decoding them."""

from pathlib import Path

from engine.base.errors import EngineError
from engine.media.opening import opened


def frames_in(path: Path) -> int:
    """Frames of the first video in a file, 0 where there is no such file, or it is none."""
    if not path.exists():
        return 0
    try:
        with opened(path) as container:
            streams = container.streams.video
            if not streams:
                return 0
            return sum(1 for packet in container.demux(streams[0]) if packet.size)
    except EngineError:
        return 0
