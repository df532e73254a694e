"""A layout that sets equal tiles in rows that are as full as can be."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Every item is at least `tile` pixels; what a row has to spare is shared out between the tiles.

    No more tiles stand in a row than are needed for the number of rows, so that the last row is nearly full: nine
    tiles where six would fit in a row stand five and four, not six and three.
    """

    def __init__(self, tile: QSize, gap: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._tile, self._gap = tile, gap
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def columns(self, width: int) -> int:
        """Tiles to a row at this width."""
        most = max(1, (width + self._gap) // (self._tile.width() + self._gap))
        shown = sum(not item.isEmpty() for item in self._items)
        return -(-shown // -(-shown // most)) if shown else most

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        margins = self.contentsMargins()
        shown = sum(not item.isEmpty() for item in self._items)
        rows = -(-shown // self.columns(width - margins.left() - margins.right()))
        return max(0, rows * (self._tile.height() + self._gap) - self._gap) + margins.top() + margins.bottom()

    def setGeometry(self, rectangle: QRect) -> None:  # noqa: N802
        super().setGeometry(rectangle)
        inside = rectangle.marginsRemoved(self.contentsMargins())
        columns = self.columns(inside.width())
        wide = (inside.width() + self._gap) / columns
        for place, item in enumerate(item for item in self._items if not item.isEmpty()):
            row, column = divmod(place, columns)
            left, right = round(column * wide), round((column + 1) * wide) - self._gap
            item.setGeometry(QRect(inside.left() + left, inside.top() + row * (self._tile.height() + self._gap),
                                   right - left, self._tile.height()))

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(4 * (self._tile.width() + self._gap), self._tile.height())

    def minimumSize(self) -> QSize:  # noqa: N802
        margins = self.contentsMargins()
        return QSize(self._tile.width() + margins.left() + margins.right(), self._tile.height())
