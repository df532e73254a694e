"""A list of lines."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QListWidget


class LineList(QListWidget):
    """Lays its lines out anew when it is shown: Qt does so before the list is dressed, for lower lines than it then
    paints, and their check boxes touch."""

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self.doItemsLayout()
