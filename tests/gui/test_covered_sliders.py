"""What of a face cannot move: told below the sliders, which fade where they show nothing."""

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QImage

from engine.base.text import Text
from engine.puppet.cover.covered_part import CoveredPart
from gui.panels.expression import ExpressionPanel
from tests.gui.test_expression_panel import panel as panel  # noqa: PLC0414 - a fixture
from tests.gui.test_expression_panel import thread as thread  # noqa: PLC0414


def test_telling_what_cannot_move_leaves_the_sliders_in_their_place(panel: ExpressionPanel) -> None:
    panel.resize(380, 500)
    panel.show()
    before = panel.panel.groups["Brows"].header.mapTo(panel, QPoint(0, 0))
    panel.show_notes(("The mouth is covered", "The left eye is covered"))
    panel.layout().activate()
    assert panel.notes.isVisible() and panel.panel.groups["Brows"].header.mapTo(panel, QPoint(0, 0)) == before


def test_what_cannot_move_is_told_beside_the_sliders(panel: ExpressionPanel) -> None:
    assert panel.notes.isHidden()
    panel.show_notes(("The mouth is covered", "The left eye is covered"))
    assert panel.notes.text() == "The mouth is covered\nThe left eye is covered" and not panel.notes.isHidden()
    panel.show_notes(())
    assert panel.notes.isHidden()


class Told(QObject):
    """What a preview tells of a face."""

    notes_changed = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.said: tuple[Text, ...] = ()

    def frame(self, face: int) -> None:
        return None

    def notes(self, face: int) -> tuple[Text, ...]:
        return self.said


def test_sliders_of_what_is_covered_fade_and_say_why(panel: ExpressionPanel) -> None:
    panel.resize(420, 700)
    panel.show()
    told = Told()
    panel.follow(told)  # type: ignore[arg-type]
    mouth = CoveredPart("mouth", Text("The mouth is covered: jaw and lip sliders show nothing there"))
    left = CoveredPart("eyeLeft", Text("The left eye is covered: its sliders show nothing"))

    def looks() -> list[QImage]:
        return [panel.panel.row(name).grab().toImage() for name in ("AU26", "AU1", "blink")]

    free = looks()
    told.said = (mouth, left)
    told.notes_changed.emit(0)
    jaw, brow, blink = looks()
    assert jaw != free[0] and brow == free[1] and blink == free[2]  # the other eye can be shut
    row = panel.panel.row("AU26")
    assert mouth in row._tip(row.boxes.label.center()) and mouth not in panel.panel.row("AU1")._tip(QPoint(60, 10))
    told.said = ()
    told.notes_changed.emit(0)
    assert looks() == free
