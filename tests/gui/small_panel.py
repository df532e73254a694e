"""A panel of few controls, of every kind there is: a pair, ends with names, a default that is not 0."""

from pytestqt.qtbot import QtBot

from engine.base.controls import Control, ControlTable
from gui.controls.control_panel import ControlPanel

TABLE = ControlTable([
    Control("AU1L", "Inner brow raiser, left", "Brows", -10, 10, step=0.1, mirror="AU1R", pair="AU1", help="Grief."),
    Control("AU1R", "Inner brow raiser, right", "Brows", -10, 10, step=0.1, mirror="AU1L", pair="AU1", help="Grief."),
    Control("AU26", "Jaw drop", "Mouth", -10, 10, step=0.1, ends=("close", "open")),
    Control("pucker", "Lip pucker", "Mouth", 0, 10, step=0.1),
    Control("wrinkles", "Wrinkles", "Whole face", 0, 100, default=60, step=5, unit="%"),
])


def small_panel(qtbot: QtBot) -> ControlPanel:
    """Shown, its rows made."""
    made = ControlPanel(TABLE, "test")
    qtbot.addWidget(made)
    made.resize(420, 600)
    made.show()
    qtbot.waitUntil(lambda: all(group.is_made for group in made.groups.values()))
    return made
