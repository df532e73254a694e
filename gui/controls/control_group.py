"""A foldable group of control rows, whose rows are made only when somebody looks at them."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.base.controls import Control
from gui.controls.context_menu import menu_place
from gui.controls.control_row import LINE, ControlRow, RowFeatures
from gui.controls.glyphs import GlyphButton, paint_glyph
from gui.controls.ink import ink
from gui.style.scale import px
from gui.words import language

HEADER = 30
"""Height of a group's title line, at the usual font size."""
_GAP = 6


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
        self.setFixedHeight(px(HEADER))
        self._tell()

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
        font = self.font()
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(colours.text)
        width = painter.fontMetrics().horizontalAdvance(self.title)
        painter.drawText(QRect(22, 0, self.width() - 80, px(HEADER)), Qt.AlignmentFlag.AlignVCenter, self.title)
        if self._count:
            badge = QRectF(28 + width, (px(HEADER) - px(16)) / 2, px(12 + 7 * len(str(self._count))), px(16))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.hover if not self.underMouse() else colours.track)
            painter.drawRoundedRect(badge, 8, 8)
            font.setBold(False)
            font.setPixelSize(max(9, self.fontInfo().pixelSize() - 2))
            painter.setFont(font)
            painter.setPen(colours.accent)
            painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, str(self._count))
        if self.hasFocus():
            painter.setPen(QPen(colours.accent, 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)


class ControlGroup(QWidget):
    """Header and rows of one group. The panel that owns it connects each new row through `row_made`."""

    row_made = Signal(object)
    height_changed = Signal()

    def __init__(self, title: str, rows: Mapping[str, Sequence[Control]], features: RowFeatures,
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.group = title
        self.header = GroupHeader(language.translated("controls", title), self)
        self.specifications = {name: tuple(controls) for name, controls in rows.items()}
        self.rows: dict[str, ControlRow] = {}
        self._features = features
        self._open = True
        self._shown: tuple[str, ...] = tuple(self.specifications)
        self._free: set[str] = set()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._settle()

    @property
    def lockable(self) -> bool:
        return self._features.lockable

    @property
    def is_open(self) -> bool:
        return self._open

    def set_open(self, is_open: bool) -> None:
        if is_open != self._open:
            self._open = is_open
            self._settle()

    def show_only(self, names: Sequence[str]) -> None:
        """The rows that pass the panel's filters; the group hides when there are none."""
        shown = tuple(name for name in self.specifications if name in set(names))
        self.setVisible(bool(shown))
        if shown != self._shown:
            self._shown = shown
            self._settle()

    def set_free(self, names: set[str]) -> None:
        """Pairs whose sides are not linked, and so take two lines."""
        self._free = {name for name in names if len(self.specifications.get(name, ())) == 2}
        for name, row in self.rows.items():
            row.set_linked(name not in self._free)
        self.chain()
        self._settle()

    def make_rows(self) -> None:
        """Make the rows that are missing; call it when the group comes into sight."""
        if not self._open:
            return
        for name in self._shown:
            if name not in self.rows:
                row = self._make_row(self.specifications[name])
                row.set_linked(name not in self._free)
                self.rows[name] = row
                self.row_made.emit(row)
        self.chain()
        self._place()

    def _make_row(self, controls: Sequence[Control]) -> ControlRow:
        return ControlRow(controls, self._features, self)

    def chain(self) -> None:
        """Put header and rows one after another for the Tab key; rows come later than what stands below them."""
        last: QWidget = self.header
        for stop in (self.header.reset_button, *(stop for name in self.specifications if name in self.rows
                                                 for stop in self.rows[name].stops())):
            QWidget.setTabOrder(last, stop)
            last = stop

    @property
    def is_made(self) -> bool:
        return not self._open or all(name in self.rows for name in self._shown)

    def offset_of(self, name: str) -> int:
        """y of a row within the group, px."""
        return self._box_of(name).top()

    def _height_of(self, name: str) -> int:
        return px(LINE) * (2 if name in self._free else 1)

    def _rows_height(self) -> int:
        return sum(map(self._height_of, self._shown))

    def _box_of(self, name: str) -> QRect:
        """Where a row that is shown lies within the group."""
        before = self._shown[: self._shown.index(name)]
        return QRect(0, px(HEADER) + sum(map(self._height_of, before)), self.width(), self._height_of(name))

    def _settle(self) -> None:
        height = px(HEADER) + (self._rows_height() + _GAP if self._open else 0)
        self.setFixedHeight(height)
        self._place()
        self.height_changed.emit()

    def _place(self) -> None:
        self.header.setGeometry(0, 0, self.width(), px(HEADER))
        shown = set(self._shown) if self._open else set()
        for name, row in self.rows.items():
            if name in shown:
                row.setGeometry(self._box_of(name))
            row.setVisible(name in shown)

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(320, self.height())

    def resizeEvent(self, event) -> None:  # noqa: N802
        self._place()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.FontChange:
            self._settle()
        super().changeEvent(event)
