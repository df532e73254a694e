"""The dark and the light theme: named colours, a palette, and one style sheet filled in with them."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QAccessibilityHints, QColor, QFont, QGuiApplication, QPalette, QStyleHints
from PySide6.QtWidgets import QApplication, QStyleFactory

from engine.base.paths import RESOURCES
from gui.style.scale import USUAL, follow_system, px

THEMES = ("dark", "light")
CONTRAST = "contrast"
"""No theme of ours but the desktop's own colours, where it asks for high contrast; that comes before any choice."""

# Which face of the Han script to prefer; without this a Chinese text may come out in Japanese forms.
_HAN_FAMILIES = {
    "zh_CN": ("Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "Microsoft YaHei UI", "PingFang SC"),
    "zh_TW": ("Noto Sans CJK TC", "Noto Sans TC", "Source Han Sans TC", "Microsoft JhengHei UI", "PingFang TC"),
}
_LATIN_FAMILIES = ("Inter", "Segoe UI", "Helvetica Neue", "Noto Sans", "Cantarell", "Ubuntu", "DejaVu Sans")


@dataclass(frozen=True)
class Tokens:
    """The theme's colours by what they are for, each "#rrggbb"; scheme is "dark" or "light".

    Writing in text, text_dim, text_faint, accent, good, warn or bad stands out from window, panel, raised and field by
    4.5 to 1 at least, and so does on_accent from what is filled with the accent; text_off is of what is disabled.
    """

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
    text_off: str
    accent: str
    accent_strong: str
    accent_hover: str
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
_desktop: Tokens | None = None


def chosen_theme() -> str:
    """What the settings say: "dark", "light" or "system"."""
    value = QSettings().value("theme", "dark")
    return value if value in ("system", *THEMES) else "dark"


@lru_cache
def _hints() -> QStyleHints:
    """Kept: PySide takes what belongs to the hints for gone when nobody holds them any more."""
    return QGuiApplication.styleHints()


def accessibility() -> QAccessibilityHints:
    """What the desktop asks for, for those who see badly."""
    return _hints().accessibility()


def wants_contrast() -> bool:
    """Whether the desktop is set to high contrast."""
    return accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast


def contrast_tokens(palette: QPalette) -> Tokens:
    """The desktop's colours by what they are for; signs are as the text is, not coloured."""
    role, quiet = QPalette.ColorRole, QPalette.ColorGroup.Disabled

    def named(which: QPalette.ColorRole, group: QPalette.ColorGroup = QPalette.ColorGroup.Active) -> str:
        return palette.color(group, which).name()

    paper, text, chosen = named(role.Window), named(role.WindowText), named(role.Highlight)
    return Tokens(scheme="dark" if palette.color(role.Window).lightness() < 128 else "light", window=paper,
                  panel=paper, raised=named(role.Button), hover=named(role.Button), pressed=named(role.Button),
                  field=named(role.Base), canvas=paper, line=text, line_strong=text, text=text, text_dim=text,
                  text_faint=text, text_off=named(role.WindowText, quiet), accent=chosen,
                  accent_strong=chosen, accent_hover=chosen,
                  accent_soft=named(role.Button), on_accent=named(role.HighlightedText), good=text, warn=text, bad=text)


def resolved_theme(choice: str) -> str:
    """The theme a choice stands for; "system" asks the desktop, and dark is taken where it has no opinion."""
    if wants_contrast():
        return CONTRAST
    if choice in THEMES:
        return choice
    light = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Light
    return "light" if light else "dark"


def tokens() -> Tokens:
    """The colours in use now."""
    return _desktop if _desktop is not None else read_tokens(_current)


def apply_theme(application: QApplication, theme: str, language: str = "en") -> None:
    """Dress the whole application: Fusion, palette, style sheet, fonts that suit the language."""
    for _ in applying_theme(application, theme, language):
        pass


def applying_theme(application: QApplication, theme: str, language: str) -> Iterator[None]:
    """The same in steps. Each goes through every widget there is, so none is taken that brings nothing new."""
    global _current, _desktop
    _current = theme if theme in THEMES else THEMES[0]
    _desktop = None
    if theme == CONTRAST:
        application.setPalette(QPalette())  # what it is without us
        _desktop = contrast_tokens(application.palette())
    colours = tokens()
    follow_system()
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
    # What is as high as words are, with them; bars, and signs before words, stay as they are.
    text = re.sub(r"(font-size|min-height): (\d\d)px", lambda match: f"{match[1]}: {px(int(match[2]))}px", text)
    return re.sub(r"@(\w+)", lambda match: values[match.group(1)], text)


def make_font(base: QFont, language: str) -> QFont:
    """The interface font: the system's own first, then faces that have what the language needs; as large as the system
    asks."""
    font = QFont(base)
    families = [family for family in base.families() if family not in _all_han()]
    han = _HAN_FAMILIES.get(language, _HAN_FAMILIES["zh_CN"])
    font.setFamilies([*dict.fromkeys([*families, *_LATIN_FAMILIES, *han])])
    font.setPixelSize(px(USUAL))
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
        palette.setColor(group.Disabled, name, QColor(colours.text_off))
    palette.setColor(group.Disabled, role.Highlight, QColor(colours.line_strong))
    palette.setColor(group.Disabled, role.Accent, QColor(colours.line_strong))
    return palette
