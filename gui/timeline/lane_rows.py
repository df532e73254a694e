"""The rows of the timeline: one for each take, one for each control that has keys, both sides of a pair in one where
they move alike."""

from dataclasses import dataclass

from engine.base.controls import Control, ControlTable
from engine.motion.curve import Curve, Keyframe
from engine.motion.keying import KeyPlace
from engine.motion.timeline import PlacedTake, Timeline
from gui.words import language

TAKE, FLAT, TALL = 30, 22, 96
"""Heights at the usual font size, px: of a take, of keys alone, of a curve."""


@dataclass(frozen=True)
class TakeRow:
    """number: of the take on the timeline."""

    top: int
    height: int
    number: int
    placed: PlacedTake

    @property
    def label(self) -> str:
        return self.placed.take.source


@dataclass(frozen=True)
class CurveRow:
    """curves: one, or those of both sides, which are alike. is_open: whether the curve is drawn, with a height of its
    own for values."""

    top: int
    height: int
    controls: tuple[Control, ...]
    curves: tuple[Curve, ...]
    is_open: bool

    @property
    def label(self) -> str:
        return language.control_label(self.controls[0], with_side=len(self.controls) == 1)

    @property
    def name(self) -> str:
        """Of the control, or of the first of a pair."""
        return self.controls[0].id

    def places(self, key: Keyframe) -> frozenset[KeyPlace]:
        """A key's, on each side."""
        return frozenset(KeyPlace(control.id, key.time) for control in self.controls)

    def y_of(self, value: float) -> float:
        """Where a value lies, px."""
        control = self.controls[0]
        if not self.is_open:
            return self.top + self.height / 2
        share = (value - control.minimum) / (control.maximum - control.minimum)
        return self.top + self.height - 8 - share * (self.height - 16)

    def value_at(self, y: float) -> float:
        control = self.controls[0]
        share = (self.top + self.height - 8 - y) / (self.height - 16)
        return control.minimum + min(max(share, 0.0), 1.0) * (control.maximum - control.minimum)

    @property
    def unit(self) -> float:
        """How much of a control's range a pixel upwards is; nothing while only keys are seen."""
        return 1 / (self.height - 16) if self.is_open else 0.0

    @property
    def step(self) -> float:
        """How much of its range a control's smallest step is."""
        control = self.controls[0]
        return control.step / (control.maximum - control.minimum)


Row = TakeRow | CurveRow


def rows_of(timeline: Timeline, table: ControlTable, opened: frozenset[str],
            heights: tuple[int, int, int]) -> list[Row]:
    """From above: takes in their order, then controls in the order of the panels. opened: names of curves that are
    drawn. heights: of a take, of keys, of a curve, px. What a newer version's control does is not shown."""
    rows: list[Row] = []
    top = 0
    for number, placed in enumerate(timeline.takes):
        rows.append(TakeRow(top, heights[0], number, placed))
        top += heights[0]
    done: set[str] = set()
    for control in table:
        curve = timeline.curve(control.id)
        if curve is None or control.id in done:
            continue
        mirror = timeline.curve(control.mirror) if control.mirror else None
        controls: tuple[Control, ...] = (control,)
        curves: tuple[Curve, ...] = (curve,)
        if mirror is not None and mirror.keys == curve.keys:
            controls, curves = (control, table[control.mirror]), (curve, mirror)
        done |= {one.id for one in controls}
        is_open = control.id in opened
        height = heights[2] if is_open else heights[1]
        rows.append(CurveRow(top, height, controls, curves, is_open))
        top += height
    return rows
