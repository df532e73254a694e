"""Pictures encoded as a part of a film, in memory: parts are joined to a film by `engine.media.joining`."""

import io
from fractions import Fraction
from typing import Any

import numpy as np

from engine.media.encoders import VideoEncoder, add_video

MOST_TIMESCALE = 1_000_000
"""Units in a second. An MP4 counts how long a frame is shown in 31 bits: half an hour of such units."""
_USUAL_TIMESCALE = 90000


def timescale_of(time_base: Fraction) -> int:
    """Units in a second in which an MP4 holds times of this time base exactly; where it cannot, the nearest that is
    finer than any film: a millionth of a second for times counted in a power of ten, else of 90000."""
    units = time_base.denominator
    if 0 < units <= MOST_TIMESCALE:
        return units
    return MOST_TIMESCALE if units % MOST_TIMESCALE == 0 else _USUAL_TIMESCALE


class PartWriter:
    """Encodes pictures (height, width, 3) uint8 sRGB, width and height even, into one part of a film.

    Every part begins with a keyframe and is encoded alike, whoever does it.
    """

    def __init__(self, encoder: VideoEncoder, width: int, height: int, timescale: int, rate: Fraction,
                 threads: int = 0) -> None:
        import av

        self._file = io.BytesIO()
        # Where a film begins is told in the movie's own units, thousandths of a second unless they are given.
        options = {"video_track_timescale": str(timescale), "movie_timescale": str(timescale)}
        self._container = av.open(self._file, "w", format="mp4", options=options)
        self._time_base = Fraction(1, timescale)
        self._stream = add_video(self._container, encoder, width, height, self._time_base, rate, threads)
        self._step = max(1, round(timescale / rate))

    def write(self, pixels: np.ndarray, time: int) -> None:
        """The next picture; time: in units of 1 / timescale, later than the last."""
        import av

        kind: Any = "rgb24"
        frame = av.VideoFrame.from_ndarray(pixels, format=kind)
        frame = frame.reformat(format="yuv420p", dst_colorspace="ITU709", dst_color_range="MPEG",
                               interpolation="BILINEAR")
        frame.pts, frame.time_base, frame.duration = time, self._time_base, self._step
        self._container.mux(self._stream.encode(frame))

    def finish(self) -> bytes:
        """The part's bytes."""
        self._container.mux(self._stream.encode(None))
        self._container.close()
        return self._file.getvalue()
