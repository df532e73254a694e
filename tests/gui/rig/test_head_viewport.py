"""The head itself: turned, zoomed, its picture and its note."""


import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gui.panels.head_viewport import HeadViewport, Orbit
from tests.gui.test_slider import move

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def view(qtbot) -> HeadViewport:  # noqa: ANN001
    made = HeadViewport()
    qtbot.addWidget(made)
    made.resize(320, 256)
    made.show()
    qtbot.waitUntil(lambda: not made._rest.isActive())
    return made


def test_a_drag_turns_and_asks_for_a_small_picture_then_a_full_one(view: HeadViewport, qtbot) -> None:  # noqa: ANN001
    asked: list[tuple[Orbit, int]] = []
    view.wanted.connect(lambda: asked.append((view.orbit, view.side)))
    QTest.mousePress(view, LEFT, NONE, QPoint(100, 100))
    move(view, QPoint(140, 90))
    assert view.orbit.yaw == pytest.approx(18.0) and view.orbit.pitch == pytest.approx(4.5)
    assert asked[-1][1] == 128
    QTest.mouseRelease(view, LEFT, NONE, QPoint(140, 90))
    qtbot.waitUntil(lambda: asked[-1][1] == 256)
    move(view, QPoint(200, 90))
    assert view.orbit.yaw == pytest.approx(18.0)


def test_wheel_keys_and_double_click(view: HeadViewport, qtbot) -> None:  # noqa: ANN001
    place = QPointF(100, 100)
    QApplication.sendEvent(view, QWheelEvent(place, place, QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, NONE,
                                             Qt.ScrollPhase.NoScrollPhase, False))
    assert view.orbit.zoom == pytest.approx(1.12)
    for _ in range(40):
        QTest.keyClick(view, Qt.Key.Key_Plus)
        QTest.keyClick(view, Qt.Key.Key_Down)
        QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.orbit.zoom == 4.0 and view.orbit.pitch == -70.0 and -180 <= view.orbit.yaw < 180
    QTest.mouseDClick(view, LEFT, NONE, QPoint(50, 50))
    assert view.orbit == Orbit()


def test_it_shows_its_picture_and_its_note(view: HeadViewport) -> None:
    empty = view.grab().toImage()
    pixels = np.zeros((64, 64, 4), np.uint8)
    pixels[...] = (255, 0, 0, 255)
    view.set_picture(pixels)
    view.set_note("Fit: 1.0 mm")
    image = view.grab().toImage()
    assert image.pixelColor(160, 128).red() > 200 and image.pixelColor(160, 128).green() < 40
    assert image.pixelColor(2, 128) == empty.pixelColor(2, 128)
    assert view.accessibleDescription() == "Fit: 1.0 mm"
