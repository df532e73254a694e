"""How large words are, and with them everything that is made to hold words: as the system's font size asks."""

from PySide6.QtGui import QFontDatabase, QFontInfo

USUAL = 13
"""Pixels of the interface font, for which all measures are written down."""
_LARGE = 16
"""From this size of the system's font on somebody wants larger words; below it desktops differ by habit only."""
_LARGEST = 32

_pixels = [USUAL]


def follow_system() -> int:
    """Take the font size from the system. Returns it, in pixels."""
    system = QFontInfo(QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)).pixelSize()
    _pixels[0] = min(system, _LARGEST) if system >= _LARGE else USUAL
    return _pixels[0]


def px(measure: float) -> int:
    """A measure at the usual font size, in pixels at the one in force."""
    return round(measure * _pixels[0] / USUAL)
