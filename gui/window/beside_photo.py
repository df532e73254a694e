"""What a panel shows beside the photo while its tab is chosen, where there is room for both."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QDockWidget, QSplitter, QTabWidget

from gui.model.document import ProjectDocument
from gui.panels.panel import Panel

ROOM = 600
"""Pixels that the photo and what stands beside it need together; with less it stays in its panel."""
LOW, LEAST = 480, 444
"""Panels that are lower than this have no height to share: there the two stand beside each other with less room."""


class BesidePhoto(QObject):
    """Lends a panel's view (`Panel.beside`) to the middle of the window, half of it, and gives it back."""

    def __init__(self, middle: QSplitter, panels: QDockWidget, tabs: QTabWidget, document: ProjectDocument) -> None:
        """tabs: of the panels, which are in `panels`."""
        super().__init__(middle)
        self._middle, self._tabs, self._document = middle, tabs, document
        self._lender: Panel | None = None
        self._stopped = False
        tabs.currentChanged.connect(self.place)
        document.photo_changed.connect(self.place)
        panels.visibilityChanged.connect(self.place)
        middle.installEventFilter(self)
        tabs.installEventFilter(self)

    def follow(self, panel: Panel) -> None:
        """One of the tabs, from now on."""
        panel.beside_changed.connect(self.place)

    def stop(self) -> None:
        """Give back what was lent, for good: the panels go."""
        self._stopped = True
        self.place()

    def place(self, *_: object) -> None:
        """Put it where it belongs now."""
        panel = self._tabs.currentWidget()
        there = self._document.photo is not None and self._tabs.isVisible() and not self._stopped
        room = there and self._middle.width() >= (LEAST if self._tabs.height() < LOW else ROOM)
        if isinstance(panel, Panel):
            panel.tell_room_beside(room)
        lender = panel if isinstance(panel, Panel) and room and panel.beside() is not None else None
        if lender is self._lender:
            return
        if self._lender is not None:
            self._lender.take_back()
        self._lender = lender
        view = lender.beside() if lender is not None else None
        if view is not None:
            self._middle.addWidget(view)
            view.show()
            for place in range(2):
                self._middle.setStretchFactor(place, 1)
            half = self._middle.width() // 2
            self._middle.setSizes([half, half])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.place()
        return False
