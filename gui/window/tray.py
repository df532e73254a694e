"""The tray: a low strip under the photo with all that are open, to walk through."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from gui.controls.context_menu import ContextMenu
from gui.controls.label import Label
from gui.controls.tip import set_tip
from gui.model.tray import Tray
from gui.style.icons import icon
from gui.window.tray_list import TrayList

LOW = 520
"""Pixels; in a window that is less high the photo needs the room more, and the tray shows only when asked for."""


class TrayBar(QWidget):
    """remove: takes out the photo of a row, after asking. close_all: the same for the row as a whole. many: opens the
    dialog for looks on many photos."""

    def __init__(self, tray: Tray, remove: Callable[[int], object], close_all: Callable[[], object],
                 many: Callable[[], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tray, self._remove, self._close_all, self._many = tray, remove, close_all, many
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("role", "panel")
        self.list = TrayList(tray)
        self.list.removing.connect(remove)
        self.list.menu_wanted.connect(self._open_menu)
        self.count = Label()
        self.count.setProperty("role", "small")
        self.count.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.close_button = QToolButton()
        self.close_button.setIcon(icon("close"))
        self.close_button.setIconSize(QSize(16, 16))
        set_tip(self.close_button, self.tr("Close the tray; the photo stays open"))
        self.close_button.setAccessibleName(self.tr("Close the tray"))
        self.close_button.clicked.connect(lambda: close_all())
        end = QVBoxLayout()
        end.setContentsMargins(4, 4, 4, 4)
        end.setSpacing(0)
        end.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignRight)
        end.addStretch(1)
        end.addWidget(self.count)
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 2, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.list, 1)
        row.addLayout(end)
        for signal in (tray.reset, tray.moved):
            signal.connect(self._tell_count)
        self._tell_count()

    def show_in(self, height: int, wanted: bool | None) -> None:
        """height: of the window. wanted: what was asked for, None when nothing was."""
        self.setVisible(self._tray.active and (height >= LOW if wanted is None else wanted))

    def _tell_count(self) -> None:
        self.count.setText(self.tr("{0} of {1}").format(max(self._tray.row + 1, 0), len(self._tray.entries)))

    def _open_menu(self, row: int, at: QPoint) -> None:
        menu = ContextMenu(self)
        menu.add(self.tr("Looks on these photos…"), self._many)
        menu.addSeparator()
        menu.add(self.tr("Take out of the tray"), lambda: self._remove(row), row >= 0)
        menu.add(self.tr("Close the tray"), self._close_all)
        menu.open_at(at)
