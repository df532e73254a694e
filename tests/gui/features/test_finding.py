"""Finding a slider among many: by a word, by what is changed, by what was starred."""

from PySide6.QtCore import QPoint, Qt

from tests.gui.features.pointer import click, key, write
from tests.gui.features.window import Window


def in_list(window: Window) -> list[str]:
    """Names of the rows that are in the list, from the top."""
    return [name for group in window.expression.panel.groups.values() if group.isVisible()
            for name, row in group.rows.items() if row.isVisible()]


def test_a_word_in_the_filter_leaves_what_it_fits(window: Window) -> None:
    everything = in_list(window)
    click(window.expression.panel.filter_box)
    write(window.window, "jaw dr")
    assert in_list(window) == ["AU26"] and len(everything) > 15
    window.drag("AU26", 30)  # it is there to be moved
    window.rest()
    assert window.level("AU26") > 0
    click(window.expression.panel.filter_box)
    for _ in "jaw dr":
        key(window.window, Qt.Key.Key_Backspace)
    window.qtbot.waitUntil(lambda: in_list(window)[:3] == everything[:3])


def test_only_what_is_changed_and_the_way_back(window: Window) -> None:
    everything = in_list(window)
    window.drag("AU26", 30)
    window.drag("AU12", 20)
    click(window.expression.panel.changed_only)
    assert in_list(window) == ["AU12", "AU26"]
    click(window.expression.panel.bar.all_button)
    window.qtbot.waitUntil(lambda: in_list(window)[:3] == everything[:3])


def test_only_what_was_starred(window: Window) -> None:
    row = window.row("AU26")
    click(row, row.boxes.star.center().toPoint())
    assert row.favourite
    click(window.expression.panel.favourites_only)
    assert in_list(window) == ["AU26"]
    row = window.row("AU26")
    assert window.seen(row, row.boxes.star.center().toPoint()) != window.seen(row, QPoint(row.width() // 2, 2))
    click(window.expression.panel.favourites_only)
    assert len(in_list(window)) > 15
