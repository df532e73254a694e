"""Icons drawn from the SVG files in resources/icons, in the colours of the theme."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from engine.base.paths import RESOURCES
from gui.style.theme import tokens

SIZES = (16, 20, 24, 32, 40, 48, 64)
"""Pixel sizes drawn ahead, so that an icon is crisp at device pixel ratios 1, 1.25, 1.5, 2 and 3."""


def icon(name: str, colour: str | None = None) -> QIcon:
    """The icon of that name (a file without its suffix) in the theme's text colour, or in the one given."""
    colours = tokens()
    return _icon(name, colour or colours.text, colours.text_off, colours.accent)


def drawing_icons() -> Iterator[None]:
    """Draw every icon in the theme's colours ahead, one a step; whoever wants one then finds it drawn."""
    for path in sorted((RESOURCES / "icons").glob("*.svg")):
        icon(path.stem)
        yield


def pixmap(name: str, size: int, ratio: float = 1.0, colour: str | None = None) -> QPixmap:
    """An icon as a picture of `size` logical pixels for a screen of that device pixel ratio."""
    picture = _drawn(_svg(name), colour or tokens().text, (round(size * ratio),))[0]
    picture.setDevicePixelRatio(ratio)
    return picture


@lru_cache(maxsize=256)
def _icon(name: str, normal: str, disabled: str, active: str) -> QIcon:
    result, text = QIcon(), _svg(name)
    faint = QColor(disabled)
    faint.setAlpha(150)
    for colour, mode, state in ((normal, QIcon.Mode.Normal, QIcon.State.Off),
                                (active, QIcon.Mode.Normal, QIcon.State.On),
                                (faint.name(QColor.NameFormat.HexArgb), QIcon.Mode.Disabled, QIcon.State.Off)):
        for picture in _drawn(text, colour, SIZES):
            result.addPixmap(picture, mode, state)
    return result


def _svg(name: str) -> str:
    return (RESOURCES / "icons" / f"{name}.svg").read_text("utf-8")


def _drawn(svg: str, colour: str, sizes: Sequence[int]) -> list[QPixmap]:
    """One square picture for each size, pixels; the drawing is read once for all of them."""
    # SVG has no notion of alpha in a hex colour, so it is drawn opaque and faded by the painter.
    ink = QColor(colour)
    renderer = QSvgRenderer(QByteArray(svg.replace("currentColor", ink.name()).encode()))
    pictures = []
    for size in sizes:
        picture = QPixmap(size, size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setOpacity(ink.alphaF())
        renderer.render(painter, QRectF(0, 0, size, size))
        painter.end()
        pictures.append(picture)
    return pictures
