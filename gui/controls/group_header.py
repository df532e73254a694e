"""The title line of a foldable group."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.controls.context_menu import menu_place
from gui.controls.glyphs import GlyphButton, paint_glyph
from gui.controls.ink import ink
from gui.controls.label import draw_elided
from gui.style.scale import px

HEADER = 26
"""Height of a group's title line, at the usual font size."""
_TITLE = 22
"""Where the title begins, px."""


class GroupHeader(QWidget):
    """Title line: fold with a click, Space or the arrow keys; says how many values are not at default."""

    toggled = Signal()
    reset_requested = Signal()
    menu_requested = Signal(QPoint)

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = title
        self._open = True
        self._count = 0
        self.reset_button = GlyphButton("reset", self.tr("Reset group"), self, size=22)
        self.reset_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.reset_button.clicked.connect(self.reset_requested)
        self.reset_button.hide()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(px(HEADER))
        self._tell()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(_TITLE + QFontMetrics(self._bold()).horizontalAdvance(self.title) + 8, px(HEADER))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return self.sizeHint()

    def _bold(self) -> QFont:
        font = self.font()
        font.setBold(True)
        return font

    @property
    def count(self) -> int:
        """Values not at default."""
        return self._count

    def set_state(self, is_open: bool, count: int) -> None:
        """is_open: unfolded. count: values not at default."""
        if (is_open, count) != (self._open, self._count):
            self._open, self._count = is_open, count
            self.reset_button.setVisible(count > 0)
            self._tell()
            self.update()

    def _tell(self) -> None:
        self.setAccessibleName(self.title)
        state = self.tr("open") if self._open else self.tr("folded")
        changed = ", " + self.tr("{0} changed").format(self._count) if self._count else ""
        self.setAccessibleDescription(state + changed)

    def resizeEvent(self, event) -> None:  # noqa: N802
        self.reset_button.move(self.width() - 24, (px(HEADER) - 22) // 2)
        super().resizeEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if event.button() == Qt.MouseButton.LeftButton:
            self.toggled.emit()
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        key = event.key()
        if key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter) or (
                key == (Qt.Key.Key_Left if self._open else Qt.Key.Key_Right)):
            self.toggled.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        self.menu_requested.emit(menu_place(event, self))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        colours = ink(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.fillRect(self.rect(), colours.hover)
        glyph = "chevron_down" if self._open else "chevron_right"
        paint_glyph(painter, glyph, QRectF(4, (px(HEADER) - 14) / 2, 14, 14), colours.faint)
        painter.setFont(self._bold())
        painter.setPen(colours.text)
        width = painter.fontMetrics().horizontalAdvance(self.title)
        room = self.width() - _TITLE - (80 if self._count else 4)
        draw_elided(painter, QRect(_TITLE, 0, room, px(HEADER)), Qt.AlignmentFlag.AlignLeft, self.title)
        if self._count:
            words = painter.fontMetrics().horizontalAdvance(str(self._count))
            badge = QRectF(_TITLE + 6 + min(width, room), (px(HEADER) - px(18)) / 2, words + px(12), px(18))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.hover if not self.underMouse() else colours.track)
            painter.drawRoundedRect(badge, badge.height() / 2, badge.height() / 2)
            painter.setFont(self.font())
            painter.setPen(colours.text)
            painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, str(self._count))
        if self.hasFocus():
            painter.setPen(QPen(colours.accent, 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)
