"""Which encoder writes a film: the best that this machine has, in one list.

PyAV's wheels carry x264, which is under the GPL. Facewright ships none of it: `pip` brings PyAV from its own makers,
and a packaged program made with another build of FFmpeg has what that has; the list goes on to what is left then.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING, Any

from engine.base.errors import EngineError
from engine.base.text import Text

if TYPE_CHECKING:
    from av.container import OutputContainer
    from av.video.stream import VideoStream

KEYFRAME_EVERY = 60
"""Frames: where a player can jump to, and where a part of a film may end."""
_BT709, _LIMITED = 1, 1


@dataclass(frozen=True)
class VideoEncoder:
    """name: FFmpeg's; label: for people; options: FFmpeg's own, for a picture in which no difference is seen.

    All are told to do without frames that are shown in another order than they are stored: each frame's time is its
    own then, and parts of a film can be joined without being encoded anew.
    """

    name: str
    label: str
    options: Mapping[str, str] = field(default_factory=dict)


ENCODERS = (
    VideoEncoder("libx264", "H.264 (x264)", {"preset": "veryfast", "crf": "18", "bf": "0"}),
    VideoEncoder("h264_videotoolbox", "H.264 (VideoToolbox)", {"q:v": "65", "bf": "0"}),
    VideoEncoder("h264_mf", "H.264 (Media Foundation)", {"rate_control": "quality", "quality": "80", "bf": "0"}),
    VideoEncoder("libopenh264", "H.264 (OpenH264)", {"b:v": "8M"}),
    VideoEncoder("libvpx-vp9", "VP9 (libvpx)", {"crf": "24", "b:v": "0", "deadline": "realtime", "cpu-used": "6",
                                                "lag-in-frames": "0", "auto-alt-ref": "0"}),
    VideoEncoder("mpeg4", "MPEG-4 part 2", {"q:v": "2", "bf": "0"}),
)
"""The best first. The last one is a part of FFmpeg itself."""


def add_video(container: "OutputContainer", encoder: VideoEncoder, width: int, height: int, time_base: Fraction,
              rate: Fraction, threads: int = 0) -> "VideoStream":
    """A stream that takes frames of an even size in yuv420p, BT.709; threads: 0 for as many as the encoder likes."""
    name: Any = encoder.name
    stream = container.add_stream(name, rate=rate, options=dict(encoder.options))
    context = stream.codec_context
    stream.width, stream.height, stream.pix_fmt = width, height, "yuv420p"
    context.time_base, context.gop_size, context.thread_count = time_base, KEYFRAME_EVERY, threads
    context.color_primaries = context.color_trc = context.colorspace = _BT709
    context.color_range = _LIMITED
    return stream


@cache
def best_encoder() -> VideoEncoder:
    """The first of the list by which a film can be encoded here. EngineError when none can."""
    for encoder in ENCODERS:
        if works(encoder):
            return encoder
    raise EngineError(Text("no film can be encoded here: PyAV has no encoder for MP4"),
                      Text("install the package av from its own wheels"))


def works(encoder: VideoEncoder) -> bool:
    """Whether one small film can be encoded by it: that it is listed says nothing of hardware or licences."""
    import io

    import av
    import av.error
    import numpy as np

    try:
        with av.open(io.BytesIO(), "w", format="mp4") as container:
            stream = add_video(container, encoder, 64, 64, Fraction(1, 30), Fraction(30), 1)
            frame = av.VideoFrame.from_ndarray(np.zeros((64, 64, 3), np.uint8), format="rgb24")
            packets = [*stream.encode(frame.reformat(format="yuv420p")), *stream.encode(None)]
            for packet in packets:
                container.mux(packet)
        return bool(packets)
    except (av.error.FFmpegError, ValueError, OSError, LookupError):
        return False
