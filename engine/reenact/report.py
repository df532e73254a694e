"""What is told of a film that was made."""

from dataclasses import dataclass, field
from typing import Any

from engine.base.text import Text
from engine.reenact.drivers.driver import Drive
from engine.reenact.performance import Performance


@dataclass(frozen=True, eq=False)
class FilmReport:
    """width, height, encoder: of what was written. resumed: parts that were there already. seconds: of the processor,
    by stage, of all workers together. again: what was seen when the film was looked at (`engine.reenact.looking`)."""

    width: int
    height: int
    encoder: str
    drive: Drive
    performance: Performance
    seconds: dict[str, float]
    resumed: int
    notes: tuple[Text, ...]
    again: dict[str, Any] = field(default_factory=dict)

    def facts(self) -> dict[str, Any]:
        """All of it as plain data."""
        take, clock = self.drive.take, self.drive.clock
        frames = len(clock.units)
        lost = sum(end - start + 1 / take.rate for start, end in take.gaps)
        return {
            "frames": frames, "seconds": round(clock.seconds, 6), "rate": str(clock.rate),
            "timescale": clock.timescale, "width": self.width, "height": self.height, "encoder": self.encoder,
            "sound": self.drive.sound is not None, "driver": take.source, "faces": self.drive.faces,
            "dropped": self.drive.dropped,
            "lost": [[round(start, 4), round(end, 4)] for start, end in take.gaps], "lost_seconds": round(lost, 4),
            "rest": {name: round(value, 4) for name, value in self.performance.rest.items()},
            "jitter": {name: {"measured": round(before, 6), "filmed": round(after, 6)}
                       for name, (before, after) in self.performance.jitter.items()},
            "cpu_ms_per_frame": {name: round(1000 * value / frames, 3) for name, value in self.seconds.items()},
            "resumed_parts": self.resumed, "seen_again": self.again, "notes": [str(note) for note in self.notes],
        }
