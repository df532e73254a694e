"""What cannot be used looks so: boxes and round buttons, ticked or not, in both themes."""

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QRadioButton

from gui.style.theme import THEMES, apply_theme


def _drawn(button: QAbstractButton, on: bool, usable: bool) -> QImage:
    button.setAutoExclusive(False)
    button.setChecked(on)
    button.setEnabled(usable)
    return button.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def _furthest(one: QImage, other: QImage, columns: range) -> int:
    return max(abs(one.pixelColor(x, y).lightness() - other.pixelColor(x, y).lightness())
               for x in columns for y in range(one.height()))


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("kind", [QCheckBox, QRadioButton])
@pytest.mark.parametrize("on", [False, True])
def test_a_disabled_box_and_its_words_are_quieter(qapp: QApplication, theme: str, kind: type[QAbstractButton],
                                                  on: bool) -> None:
    apply_theme(qapp, theme)
    try:
        button = kind("Words beside it")
        button.ensurePolished()
        usable, not_usable = _drawn(button, on, True), _drawn(button, on, False)
        assert _furthest(usable, not_usable, range(18, usable.width())) > 60  # the words
        assert usable.copy(0, 0, 16, usable.height()) != not_usable.copy(0, 0, 16, usable.height())
        if on:  # still told from one that is not ticked
            other = _drawn(button, False, False)
            assert _furthest(not_usable, other, range(16)) > 30
    finally:
        apply_theme(qapp, "dark")
