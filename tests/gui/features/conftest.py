"""A window with a photo of two faces, drawn in colours that tell what is set on them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from tests.gui.features.window import Window
from tests.gui.test_incoming import picture


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[Window]:
    made = Window(qtbot, tmp_path)
    made.open(picture(tmp_path / "photo.png"))
    made.in_front()
    yield made
    QGuiApplication.clipboard().clear()
    made.close()
