"""What the rows of a panel have in common, and what they are called."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from engine.base.controls import Control
from gui.words import language


@dataclass(frozen=True)
class Score:
    """How well a control does what it says. level: 1 (poorly) to 3 (well). lines: the same in words and numbers."""

    level: int
    lines: tuple[str, ...]


@dataclass(frozen=True)
class RowFeatures:
    """lockable: a lock that randomising respects. chips: room for the link of a pair. label_width: px that the longest
    label takes. number_width, pair_width: px that the widest number takes in its field, of all and of those of a pair.
    score: how well a control does what it says, None where nobody measured."""

    lockable: bool = False
    chips: bool = False
    label_width: int = 120
    number_width: int = 0
    pair_width: int = 0
    score: Callable[[Control], Score | None] = lambda control: None


def row_label(controls: Sequence[Control]) -> str:
    """What a row is called: a pair's name has no side."""
    return language.control_label(controls[0], with_side=len(controls) == 1)


def short_label(controls: Sequence[Control]) -> str:
    """The same under its group's heading: "Forehead, width" under "Forehead" is just "Width"."""
    label, group = row_label(controls), language.translated("controls", controls[0].group)
    for comma in (", ", "，", "、"):
        if label.startswith(group + comma):
            rest = label[len(group + comma):]
            return rest[:1].upper() + rest[1:]
    return label


def row_tip(control: Control, label: str, name: str, facts: Sequence[str] = ()) -> str:
    """The tooltip: name in files, help, what the two ends of the track mean, and what else is known of it."""
    from html import escape
    ends = " → ".join(escape(language.translated("controls", word)) for word in control.ends if word)
    lines = [f"<b>{escape(label)}</b> &nbsp;<span style='color:gray'>{escape(name)}</span>",
             escape(language.control_help(control)), f"<i>{ends}</i>" if ends else ""]
    text = "<p>" + "<br>".join(line for line in lines if line) + "</p>"
    return text + ("<p>" + "<br>".join(map(escape, facts)) + "</p>" if facts else "")
