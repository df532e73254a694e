"""Whatever is written can be read: by WCAG 2.2, 4.5 to 1 between words and what they stand on, in both themes."""

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gui.controls.ink import ink, mix
from gui.style.theme import THEMES, apply_theme, make_palette, read_tokens

READABLE, VISIBLE = 4.5, 3.0
"""Least contrast of words, and of signs that must be seen."""
Role = QPalette.ColorRole


def _light(colour: QColor) -> float:
    """Relative luminance of an sRGB colour, 0..1."""
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
    red, green, blue = (linear(part) for part in colour.getRgbF()[:3])
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor | str, other: QColor | str) -> float:
    """1 (the same) to 21 (black and white)."""
    low, high = sorted((_light(QColor(one)), _light(QColor(other))))
    return (high + 0.05) / (low + 0.05)


def test_the_scale_goes_from_one_to_twenty_one() -> None:
    assert contrast("#777777", "#777777") == 1.0 and contrast("#000000", "#ffffff") == pytest.approx(21.0)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)  # the grey of the standard's own examples


@pytest.mark.parametrize("theme", THEMES)
def test_every_colour_of_words_on_every_ground(theme: str) -> None:
    colours = read_tokens(theme)
    poor = {f"{words} on {ground}": round(contrast(getattr(colours, words), getattr(colours, ground)), 2)
            for words in ("text", "text_dim", "text_faint", "accent", "good", "warn", "bad")
            for ground in ("window", "panel", "raised", "field")}
    for words, ground in (("text", "hover"), ("text", "pressed"), ("text", "accent_soft"), ("text_dim", "accent_soft"),
                          ("text_dim", "canvas"), ("on_accent", "accent_strong"), ("on_accent", "accent_hover")):
        poor[f"{words} on {ground}"] = round(contrast(getattr(colours, words), getattr(colours, ground)), 2)
    assert {pair: found for pair, found in poor.items() if found < READABLE} == {}


@pytest.mark.parametrize("theme", THEMES)
def test_every_role_of_the_palette(theme: str) -> None:
    palette = make_palette(read_tokens(theme))
    poor = {}
    for words, ground in ((Role.WindowText, Role.Window), (Role.Text, Role.Base), (Role.Text, Role.AlternateBase),
                          (Role.ButtonText, Role.Button), (Role.HighlightedText, Role.Highlight),
                          (Role.ToolTipText, Role.ToolTipBase), (Role.PlaceholderText, Role.Base),
                          (Role.Link, Role.Base), (Role.Link, Role.Window), (Role.BrightText, Role.Window)):
        found = contrast(palette.color(words), palette.color(ground))
        if found < READABLE:
            poor[f"{words.name} on {ground.name}"] = round(found, 2)
    assert poor == {}


@pytest.mark.parametrize("theme", THEMES)
def test_what_our_own_controls_paint(qtbot: QtBot, qapp: QApplication, theme: str) -> None:
    apply_theme(qapp, theme)
    try:
        widget = QWidget()
        qtbot.addWidget(widget)
        colours = ink(widget)
        plate = mix(colours.paper, colours.text, 0.09)  # under the numbers of two sides
        for words in (colours.text, colours.faint):
            assert min(contrast(words, colours.paper), contrast(words, plate)) >= READABLE
        assert min(contrast(sign, colours.paper) for sign in (colours.accent, colours.warn)) >= VISIBLE
    finally:
        apply_theme(qapp, "dark")
