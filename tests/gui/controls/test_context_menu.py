"""A menu goes with what it is on, whoever lets go last."""

import gc
import weakref

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from gui.controls.context_menu import ContextMenu


class Room(QWidget):
    """In no other widget, so it goes when Python lets go of it."""

    def __init__(self) -> None:
        super().__init__()
        self.done = 0

    def do(self, _: bool = False) -> None:
        self.done += 1


@pytest.mark.parametrize("check", [False, True])
def test_a_menu_that_held_the_last_reference_to_what_it_is_on_goes_with_it_once(qtbot: QtBot, check: bool) -> None:
    room = Room()
    room.show()
    menu, gone, destroyed = ContextMenu(room), weakref.ref(room), []
    if check:
        menu.add_check("Do", room.do, on=False)
    else:
        menu.add("Do", room.do)
    menu.destroyed.connect(lambda: destroyed.append("menu"))
    room.destroyed.connect(lambda: destroyed.append("room"))
    menu.open_at(QPoint(20, 20))
    menu.close()
    del menu, room
    gc.collect()
    qtbot.waitUntil(lambda: gone() is None)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert sorted(destroyed) == ["menu", "room"]


def test_what_was_chosen_is_done_and_then_the_menu_goes(qtbot: QtBot) -> None:
    room = Room()
    qtbot.addWidget(room)
    room.show()
    menu = ContextMenu(room)
    action = menu.add("Do", room.do)
    menu.open_at(QPoint(20, 20))
    menu.setActiveAction(action)
    qtbot.keyClick(menu, "\r")
    qtbot.waitUntil(lambda: not isValid(menu))
    assert room.done == 1 and isValid(room)
