"""Back and forth: by keys, and by the list of steps with their pictures."""

from PySide6.QtCore import Qt

from tests.gui.fakes import GRAY
from tests.gui.features.pointer import CTRL, SHIFT, click, key
from tests.gui.features.window import Colour, Window
from tests.gui.test_canvas import pixels_of

NEUTRAL = (GRAY, GRAY, GRAY)


def two_drags(window: Window) -> tuple[Colour, Colour]:
    seen = []
    for name in ("AU26", "AU12"):
        window.drag(name, 30)
        window.rest()
        seen.append(window.face())
    assert len({NEUTRAL, *seen}) == 3 and window.steps() == 2
    return seen[0], seen[1]


def test_each_drag_is_one_step_back_and_forth_by_keys(window: Window) -> None:
    first, second = two_drags(window)
    for expected in (first, NEUTRAL):
        key(window.window, Qt.Key.Key_Z, CTRL)
        window.rest()
        assert window.face() == expected
    for expected in (first, second):
        key(window.window, Qt.Key.Key_Z, CTRL | SHIFT)
        window.rest()
        assert window.face() == expected


def test_a_click_in_the_history_goes_there_and_its_pictures_show_each_step(window: Window) -> None:
    first, second = two_drags(window)
    if not window.window.history.isVisible():
        key(window.window, Qt.Key.Key_H, CTRL | SHIFT)
    view = window.window.history.view
    spots = [view.visualRect(view.model().index(row, 0)) for row in range(3)]
    pictures = window.session.history_pictures
    window.qtbot.waitUntil(lambda: all(pictures.picture(row) is not None for row in range(3)))

    def has(row: int, colour: Colour) -> bool:
        """Whether a colour is painted in the line of a step."""
        painted = pixels_of(view.viewport().grab(spots[row]).toImage())
        return bool((painted[..., :3] == colour).all(-1).any())

    assert [has(0, NEUTRAL), has(1, first), has(2, second)] == [True] * 3
    for row, expected in ((0, NEUTRAL), (2, second), (1, first)):
        click(view.viewport(), spots[row].center())
        window.rest()
        assert window.face() == expected and window.steps() == row
