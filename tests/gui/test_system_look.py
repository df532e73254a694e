"""What the system asks for: larger words, and high contrast."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from gui.controls.control_row import ControlRow
from gui.style import theme
from gui.style.scale import follow_system, px
from tests.gui.desk import Desk
from tests.gui.test_incoming import picture


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    yield
    follow_system()
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    theme.apply_theme(application, "dark")


def system_font(monkeypatch: pytest.MonkeyPatch, pixels: int) -> None:
    font = QFont()
    font.setPixelSize(pixels)
    monkeypatch.setattr(QFontDatabase, "systemFont", lambda _: font)


@pytest.mark.parametrize(("system", "ours"), [(9, 13), (12, 13), (15, 13), (19, 19), (24, 24), (90, 32)])
def test_words_are_as_large_as_the_system_asks(qapp: QApplication, monkeypatch: pytest.MonkeyPatch, system: int,
                                               ours: int) -> None:
    system_font(monkeypatch, system)
    theme.apply_theme(qapp, "dark")
    assert qapp.font().pixelSize() == ours and px(13) == ours
    assert f"font-size: {px(20)}px" in qapp.styleSheet()


@pytest.mark.parametrize("pixels", [13, 19, 24])
def test_nothing_is_clipped_with_large_words(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
                                             pixels: int) -> None:
    system_font(monkeypatch, pixels)
    with closing(Desk(qtbot, tmp_path, size=(1366, 768))) as desk:
        desk.open(picture(tmp_path / "a.png"))
        nothing_is_clipped(qtbot, desk)


def nothing_is_clipped(qtbot: QtBot, desk: Desk) -> None:
    window = desk.window
    for place in range(window.tabs.count()):
        window.tabs.setCurrentIndex(place)
        qtbot.wait(20)
        for row in window.findChildren(ControlRow):
            if row.isVisible():
                line = row.fontMetrics().height()
                assert row.boxes.label.height() >= line - 2 and row.field().height() >= line - 2
        for button in window.findChildren(QAbstractButton):
            if button.isVisible() and button.text() and type(button).__name__ in ("QPushButton", "QToolButton"):
                assert button.height() >= button.fontMetrics().height(), button.text()
    assert window.size() == QSize(1366, 768)


def test_high_contrast_takes_the_desktops_colours(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(theme, "wants_contrast", lambda: True)
    assert theme.resolved_theme("dark") == theme.resolved_theme("light") == theme.CONTRAST
    theme.apply_theme(qapp, theme.CONTRAST)
    colours = theme.tokens()
    assert colours.line == colours.text == colours.warn and qapp.palette().color(QPalette.ColorRole.Window).name() == \
        colours.window
    palette = QPalette()
    for role, name in ((QPalette.ColorRole.Window, "#000000"), (QPalette.ColorRole.WindowText, "#ffff00"),
                       (QPalette.ColorRole.Highlight, "#00ffff")):
        palette.setColor(role, QColor(name))
    made = theme.contrast_tokens(palette)
    assert (made.scheme, made.window, made.text, made.line, made.accent) == \
        ("dark", "#000000", "#ffff00", "#ffff00", "#00ffff")
    assert theme.style_sheet(made)
    monkeypatch.undo()
    theme.apply_theme(qapp, "dark")
    assert theme.tokens() == theme.read_tokens("dark")
