"""A preset as a small picture of this very face."""

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QAbstractButton, QWidget

from engine.expression.presets import Preset
from engine.expression.units import CONTROLS
from gui.controls.context_menu import ContextMenu, menu_place
from gui.controls.glyphs import by_keys
from gui.controls.ink import ink, mix
from gui.controls.label import draw_elided
from gui.controls.tip import set_tip
from gui.style.scale import px
from gui.words import language, number
from gui.words.plain import one_line, unmarked

PICTURE = 56
"""Side of a preset's picture, logical pixels."""

_NAME = 18
"""Height of the name below the picture, at the usual font size."""
_WIDEST = 100
"""A tile is as wide as its name, up to this."""


def tile_height() -> int:
    """Of every tile, px."""
    return PICTURE + 5 + px(_NAME)


class PresetTile(QAbstractButton):
    """A preset: its picture on this face, or a drawn stand-in until there is one, and its name."""

    delete_requested = Signal()
    rename_requested = Signal()
    replace_requested = Signal()
    add_requested = Signal()
    focused = Signal()

    def __init__(self, preset: Preset, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.preset = preset
        self._picture: QPixmap | None = None
        self._by_keys = False  # how the focus came: only then it is shown, so that no ring stays where a mouse was
        label = one_line(preset.label_in(language.current_language()))
        self.label = label
        self.setText(unmarked(label))
        self.setAccessibleName(label)
        self.setCheckable(True)
        wide = min(self.fontMetrics().horizontalAdvance(label) + 6, px(_WIDEST))
        self.setFixedSize(max(PICTURE + 8, wide), tile_height())
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        set_tip(self, "\n".join((label, *_in_words(preset), self.tr("Shift: add to what is set"))))

    def nextCheckState(self) -> None:  # noqa: N802 - which tile is lit follows the document, not the click
        pass

    def set_picture(self, picture: QPixmap | None) -> None:
        self._picture = picture
        self.update()

    @property
    def picture(self) -> QPixmap | None:
        return self._picture

    @property
    def has_picture(self) -> bool:
        return self._picture is not None

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        self._by_keys = by_keys(event)
        super().focusInEvent(event)
        self.focused.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.delete_requested.emit()
        elif event.key() == Qt.Key.Key_F2:
            self.rename_requested.emit()
        else:
            super().keyPressEvent(event)

    def menu(self) -> ContextMenu:
        menu = ContextMenu(self)
        menu.add(self.tr("Apply"), self.click, self.isEnabled())
        menu.add(self.tr("Add to what is set"), self.add_requested.emit, self.isEnabled())
        menu.addSeparator()
        own = self.preset.own
        menu.add(self.tr("Rename…"), self.rename_requested.emit, own)
        menu.add(self.tr("Replace with what is set…"), self.replace_requested.emit, own and self.isEnabled())
        menu.add(self.tr("Delete…"), self.delete_requested.emit, own)
        if not own:
            menu.add(self.tr("It comes with Facewright: save a preset of your own instead"), lambda: None, False)
        return menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        self.menu().open_at(menu_place(event, self))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        colours = ink(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        box = QRectF((self.width() - PICTURE) // 2, 3, PICTURE, PICTURE)
        clip = QPainterPath()
        clip.addRoundedRect(box, 6, 6)
        if self._picture is not None:
            painter.save()
            painter.setClipPath(clip)
            painter.setOpacity(1.0 if self.isEnabled() else 0.4)
            painter.drawPixmap(box, self._picture, QRectF(self._picture.rect()))
            painter.restore()
        else:
            painter.fillPath(clip, colours.hover)
            _paint_stand_in(painter, box, mix(colours.paper, colours.text, 0.28))
        hot = self.underMouse() and self.isEnabled()
        focused = self.hasFocus() and self._by_keys
        if self.isChecked() or focused or hot:
            painter.setPen(QPen(colours.accent if self.isChecked() or focused else colours.faint,
                                2.0 if self.isChecked() else 1.25))
            painter.drawRoundedRect(box.adjusted(-1.5, -1.5, 1.5, 1.5), 7, 7)
        painter.setPen(colours.text if self.isChecked() or hot else colours.faint if not self.isEnabled()
                       else mix(colours.text, colours.faint, 0.4))
        draw_elided(painter, QRect(0, PICTURE + 5, self.width(), px(_NAME)), Qt.AlignmentFlag.AlignHCenter, self.label)


def _paint_stand_in(painter: QPainter, box: QRectF, colour) -> None:
    """A head and shoulders, for as long as there is no picture."""
    painter.save()
    painter.setClipRect(box)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    centre = box.center()
    painter.drawEllipse(QRectF(centre.x() - 10.5, box.top() + 11, 21, 25))
    painter.drawEllipse(QRectF(centre.x() - 21, box.top() + 40, 42, 36))
    painter.restore()


def _in_words(preset: Preset) -> list[str]:
    """What it sets, a line each; both sides of a pair in one where they are alike."""
    lines: dict[str, str] = {}
    for name, value in preset.look.items():
        control = CONTROLS[name]
        alike = all(preset.look.get(other, 0.0) == value for other in CONTROLS.ids(control.pair or name))
        label = language.control_label(control, with_side=not alike)
        lines[label] = f"{label} {number.written(control, value)}"
    return list(lines.values())
