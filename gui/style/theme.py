"""The dark and the light theme: named colours, a palette, and one style sheet filled in with them."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from engine.base.paths import RESOURCES

THEMES = ("dark", "light")

# Which face of the Han script to prefer; without this a Chinese text may come out in Japanese forms.
_HAN_FAMILIES = {
    "zh_CN": ("Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "Microsoft YaHei UI", "PingFang SC"),
    "zh_TW": ("Noto Sans CJK TC", "Noto Sans TC", "Source Han Sans TC", "Microsoft JhengHei UI", "PingFang TC"),
}
_LATIN_FAMILIES = ("Inter", "Segoe UI", "Helvetica Neue", "Noto Sans", "Cantarell", "Ubuntu", "DejaVu Sans")


@dataclass(frozen=True)
class Tokens:
    """The theme's colours by what they are for, each "#rrggbb"; scheme is "dark" or "light"."""

    scheme: str
    window: str
    panel: str
    raised: str
    hover: str
    pressed: str
    field: str
    canvas: str
    line: str
    line_strong: str
    text: str
    text_dim: str
    text_faint: str
    accent: str
    accent_strong: str
    accent_soft: str
    on_accent: str
    good: str
    warn: str
    bad: str


@lru_cache
def read_tokens(theme: str) -> Tokens:
    """The colours of a theme, from resources/styles/<theme>.toml."""
    with open(RESOURCES / "styles" / f"{theme}.toml", "rb") as file:
        return Tokens(**tomllib.load(file))


_current = "dark"


def chosen_theme() -> str:
    """What the settings say: "dark", "light" or "system"."""
    value = QSettings().value("theme", "dark")
    return value if value in ("system", *THEMES) else "dark"


def resolved_theme(choice: str) -> str:
    """The theme a choice stands for; "system" asks the desktop, and dark is taken where it has no opinion."""
    if choice in THEMES:
        return choice
    light = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Light
    return "light" if light else "dark"


def tokens() -> Tokens:
    """The colours in use now."""
    return read_tokens(_current)


def apply_theme(application: QApplication, theme: str, language: str = "en") -> None:
    """Dress the whole application: Fusion, palette, style sheet, fonts that suit the language."""
    for _ in applying_theme(application, theme, language):
        pass


def applying_theme(application: QApplication, theme: str, language: str) -> Iterator[None]:
    """The same in steps. Each goes through every widget there is, so none is taken that brings nothing new."""
    global _current
    _current = theme if theme in THEMES else THEMES[0]
    colours = tokens()
    palette, font, sheet = make_palette(colours), make_font(application.font(), language), style_sheet(colours)
    if not application.styleSheet():  # the style that a sheet puts around Fusion has no name
        application.setStyle(QStyleFactory.create("Fusion"))
    if application.palette() != palette:
        application.setPalette(palette)
        yield
    if application.font() != font:
        application.setFont(font)
        yield
    if application.styleSheet() != sheet:
        application.setStyleSheet(sheet)
        yield


def style_sheet(colours: Tokens) -> str:
    """The style sheet with every @name replaced by that colour; a name that is no colour is a KeyError."""
    text = (RESOURCES / "styles" / "facewright.qss").read_text("utf-8")
    values = {**vars(colours), "icons": (RESOURCES / "icons").as_posix(),
              "arrow": (RESOURCES / "styles" / f"arrow-{colours.scheme}.svg").as_posix(),
              "tick": (RESOURCES / "styles" / f"tick-{colours.scheme}.svg").as_posix()}
    return re.sub(r"@(\w+)", lambda match: values[match.group(1)], text)


def make_font(base: QFont, language: str) -> QFont:
    """A 13-pixel interface font: the system's own first, then faces that have what the language needs."""
    font = QFont(base)
    families = [family for family in base.families() if family not in _all_han()]
    han = _HAN_FAMILIES.get(language, _HAN_FAMILIES["zh_CN"])
    font.setFamilies([*dict.fromkeys([*families, *_LATIN_FAMILIES, *han])])
    font.setPixelSize(13)
    return font


def _all_han() -> set[str]:
    return {family for families in _HAN_FAMILIES.values() for family in families}


def make_palette(colours: Tokens) -> QPalette:
    """The theme as a QPalette, for everything that is painted rather than styled."""
    palette, role, group = QPalette(), QPalette.ColorRole, QPalette.ColorGroup
    for name, value in {
        role.Window: colours.panel, role.WindowText: colours.text, role.Base: colours.field,
        role.AlternateBase: colours.window, role.Text: colours.text, role.Button: colours.raised,
        role.ButtonText: colours.text, role.BrightText: colours.bad, role.Highlight: colours.accent_strong,
        role.HighlightedText: colours.on_accent, role.Accent: colours.accent, role.Link: colours.accent,
        role.LinkVisited: colours.accent, role.ToolTipBase: colours.raised, role.ToolTipText: colours.text,
        role.PlaceholderText: colours.text_faint, role.Light: colours.hover, role.Midlight: colours.raised,
        role.Mid: colours.line, role.Dark: colours.line_strong, role.Shadow: colours.canvas,
    }.items():
        palette.setColor(name, QColor(value))
    for name in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(group.Disabled, name, QColor(colours.text_faint))
    palette.setColor(group.Disabled, role.Highlight, QColor(colours.line_strong))
    palette.setColor(group.Disabled, role.Accent, QColor(colours.line_strong))
    return palette
