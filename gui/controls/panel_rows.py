"""Which rows a panel of controls has, by the headings they stand under, and what they have in common."""

from collections.abc import Callable, Mapping

from PySide6.QtGui import QFontMetrics

from engine.base.controls import Control, ControlTable
from gui.controls.row_features import RowFeatures, Score, short_label
from gui.controls.value_field import number_width
from gui.style.scale import px

_COLUMN = 136
"""Labels up to this width, at the usual font size, stand in one column with those of the other groups; a group with
longer ones has a column of its own."""

Rows = Mapping[str, Mapping[str, list[Control]]]
"""By heading and name of the row; a pair has two controls."""


def rows_of(table: ControlTable) -> Rows:
    """The two sides of a pair share one row."""
    rows: dict[str, dict[str, list[Control]]] = {}
    for control in table:
        name = control.pair if control.pair and len(table.ids(control.pair)) == 2 else control.id
        rows.setdefault(control.group, {}).setdefault(name, []).append(control)
    return rows


def features_of(rows: Rows, metrics: QFontMetrics, lockable: Callable[[str], bool],
                score: Callable[[Control], Score | None],
                numbered: Callable[[Control], bool] = lambda control: True) -> dict[str, RowFeatures]:
    """By heading, what its rows have in common: columns that go on through all groups, wherever labels let them.
    lockable: whether the rows under a heading have locks. numbered: whether a control's row has a number."""
    controls = [controls for group in rows.values() for controls in group.values()]
    labels = {title: max(metrics.horizontalAdvance(short_label(row)) for row in group.values())
              for title, group in rows.items()}
    column = max((wide for wide in labels.values() if wide <= px(_COLUMN)), default=0)
    numbers = [number_width(row[0], metrics) for row in controls if numbered(row[0])]
    pairs = [number_width(row[0], metrics) for row in controls if len(row) == 2]
    return {title: RowFeatures(lockable(title), bool(pairs), max(labels[title], column), max(numbers, default=0),
                               max(pairs, default=0), score)
            for title in rows}
