"""What can be set on a take that lies on a timeline, as controls."""

from collections.abc import Mapping
from dataclasses import replace

from engine.base.controls import Control, ControlTable
from engine.motion.face_parts import MOST_GAIN, PARTS
from engine.motion.timeline import PlacedTake

LONGEST_FADE = 5.0
_LABELS = {"brows": "Brows", "eyes": "Eyes", "gaze": "Gaze", "mouth": "Mouth", "head": "Head"}
_GAIN = "By how much this part of the face moves: 0 not at all, 100 as recorded."

TAKE_CONTROLS = ControlTable([
    Control("take.weight", "Weight", "Take", 0, 100, 100, 5, "%", ends=("nothing", "all of it"),
            help="How much of the take counts beside what is set, and beside other takes at the same time."),
    Control("take.fade", "Fade", "Take", 0, LONGEST_FADE, 0, 0.05, "s", ends=("at once", "slowly"),
            help="Seconds in which the take comes in and goes out."),
    *(Control(f"take.{part}", _LABELS[part], "Take", 0, 100 * MOST_GAIN, 100, 5, "%", ends=("still", "three times"),
              help=_GAIN) for part in PARTS),
])
"""Weight, fade, and the gain of each part of the face."""


def values_of(placed: PlacedTake) -> dict[str, float]:
    """What is set on a take, by control id."""
    return {"take.weight": 100 * placed.weight, "take.fade": min(placed.fade, LONGEST_FADE),
            **{f"take.{part}": 100 * placed.gain(part) for part in PARTS}}


def with_values(placed: PlacedTake, values: Mapping[str, float]) -> PlacedTake:
    """The take with some of these set anew. BadValue for what they cannot take."""
    checked = values_of(placed) | TAKE_CONTROLS.assign(values)
    return replace(placed, weight=checked["take.weight"] / 100, fade=checked["take.fade"],
                   gains=tuple((part, checked[f"take.{part}"] / 100) for part in PARTS))
