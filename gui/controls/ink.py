"""The few colours our own painted widgets use, taken from the palette so that every theme carries over."""

from dataclasses import dataclass

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QWidget


def mix(a: QColor, b: QColor, share: float) -> QColor:
    """`a` with `share` (0..1) of `b` in it."""
    keep = 1.0 - share
    return QColor(round(a.red() * keep + b.red() * share), round(a.green() * keep + b.green() * share),
                  round(a.blue() * keep + b.blue() * share))


@dataclass(frozen=True)
class Ink:
    """Colours for painting on a panel.

    paper, text, faint: background, writing, quiet writing.
    track, accent, thumb: a slider's groove, its filled part, its handle.
    hover: background under the pointer.  warn: something to look at.
    Shared by all widgets of a palette: a colour that is to be changed is copied first.
    """

    paper: QColor
    text: QColor
    faint: QColor
    track: QColor
    accent: QColor
    thumb: QColor
    hover: QColor
    warn: QColor


_KEPT = 32
_KNOWN: dict[tuple[int, bool], Ink] = {}  # by palette and whether enabled: every paint asks, and mixing takes longer


def ink(widget: QWidget) -> Ink:
    """The colours for `widget` as its palette stands now; everything fades when the widget is disabled."""
    palette, enabled = widget.palette(), widget.isEnabled()
    key = palette.cacheKey(), enabled
    known = _KNOWN.get(key)
    if known is None:
        while len(_KNOWN) >= _KEPT:
            _KNOWN.pop(next(iter(_KNOWN)))
        known = _KNOWN[key] = _mixed(palette, enabled)
    return known


def _mixed(palette: QPalette, enabled: bool) -> Ink:
    group = QPalette.ColorGroup.Active if enabled else QPalette.ColorGroup.Disabled
    paper = palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.Window)
    text = palette.color(group, QPalette.ColorRole.WindowText)
    accent = palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.Highlight)
    dark = paper.lightness() < 128
    if not enabled:
        text = mix(paper, palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.WindowText), 0.38)
        accent = mix(paper, text, 0.45)
    return Ink(
        paper=paper,
        text=text,
        faint=mix(paper, text, 0.68),
        track=mix(paper, text, 0.20 if dark else 0.22),
        accent=accent,
        thumb=mix(text, QColor(255, 255, 255), 0.35) if dark else QColor(255, 255, 255),
        hover=mix(paper, text, 0.07),
        warn=QColor(0xE0, 0x8A, 0x2E) if dark else QColor(0xB4, 0x5F, 0x06),
    )
