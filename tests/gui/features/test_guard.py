"""No hand gets where there is no face any more: ranges hold, and how far from the person one is stands in the bar."""

from PySide6.QtCore import Qt

from tests.gui.fakes import GRAY
from tests.gui.features.pointer import click, key, write
from tests.gui.features.window import Window


def test_a_drag_stops_at_the_end_and_a_number_beyond_it_is_refused(window: Window) -> None:
    slider = window.row("AU26").slider()
    edge = window.window.width() - 2 - slider.mapTo(window.window, slider.rect().topLeft()).x()
    window.drag("AU26", edge - slider.x_of(0.0))  # past the end of the track, to the edge of the window
    window.rest()
    control = window.row("AU26").controls[0]
    assert window.level("AU26") == control.maximum and window.face()[0] == GRAY + round(10 * control.maximum)
    field = window.row("AU26").field()
    click(field)
    write(window.window, "99")
    key(window.window, Qt.Key.Key_Return)
    assert field.editor is not None and window.level("AU26") == control.maximum  # open, to be put right
    key(window.window, Qt.Key.Key_Escape)
    assert field.editor is None and window.level("AU26") == control.maximum


def test_who_is_not_the_person_any_more_is_told(window: Window) -> None:
    window.engine.distance = 0.2
    bar = window.window.viewer.bar
    window.drag("AU26", 20)
    window.qtbot.waitUntil(lambda: window.session.meter.distance == 0.2)
    near = bar.identity.grab().toImage()
    assert bar.identity.isVisible() and bar.identity.text().endswith("Looks like the photo")
    window.engine.distance = 0.7
    window.drag("AU26", 20)
    window.qtbot.waitUntil(lambda: window.session.meter.distance == 0.7)
    assert bar.identity.text().endswith("Looks like somebody else") and bar.identity.grab().toImage() != near
