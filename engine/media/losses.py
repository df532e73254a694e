"""What of a video is lost while it is read: data that are damaged, times that lead nowhere."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from av.packet import Packet

Frame = TypeVar("Frame")
LONGEST_HOLD = 60.0
"""Seconds that a frame may be shown: a time that leaps further, and back again, is a mistake."""


@dataclass
class Losses:
    """What of a video was not given, counted while it is read.

    damaged: frames that could not be decoded. astray: frames whose times do not go forward with the others'.
    """

    damaged: int = 0
    astray: int = 0


class PacketCount:
    """Packets that were read, to be compared with the frames that came of them. damaged: that raised errors."""

    def __init__(self) -> None:
        self.damaged, self.fields = 0, False
        self._times: list[int] = []

    def read(self, packet: "Packet") -> None:
        if packet.size and packet.pts is not None and not packet.is_discard:
            self._times.append(packet.pts)

    def lost(self, start: int | None, end: int | None, frames: int) -> int:
        """How many of the packets from start up to end gave no frame."""
        if self.fields:  # two packets may be one frame
            return self.damaged
        inside = sum(1 for time in self._times if (start is None or time >= start) and (end is None or time < end))
        return max(0, inside - frames)


def forward(frames: Iterator[tuple[int, Frame]], hold: Fraction | float,
            losses: Losses) -> Iterator[tuple[int, Frame]]:
    """Those whose times go forward. One that leaps by more than `hold` units waits for what the next one says."""
    last: int | None = None
    leapt: tuple[int, Frame] | None = None
    for pts, frame in frames:
        if last is not None and pts <= last:
            losses.astray += 1
            continue
        if leapt is not None:
            if pts > leapt[0]:
                yield leapt
            else:
                losses.astray += 1
            leapt = None
        elif last is not None and pts - last > hold:
            leapt = pts, frame
            continue
        last = pts
        yield pts, frame
    if leapt is not None:
        losses.astray += 1
