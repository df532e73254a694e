"""The one `TimeView` that ruler and lanes share."""

from PySide6.QtCore import QObject, Signal

from gui.timeline.time_view import TimeView


class TimeScale(QObject):
    """changed: another part of the time is seen. width: pixels that it has."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.view = TimeView()
        self.width = 600.0
        self._fitted: float | None = 5.0  # seconds that are all in sight, as long as nobody zooms

    def set_view(self, view: TimeView) -> None:
        """Somebody zoomed or moved it."""
        self._fitted = None
        self._show(view)

    def fit(self, seconds: float) -> None:
        """All of so many seconds, also when the width is another."""
        self._fitted = seconds
        self._show(TimeView.whole(seconds, self.width))

    @property
    def fitted(self) -> bool:
        """Whether all is seen as long as nobody zooms."""
        return self._fitted is not None

    def set_width(self, width: float) -> None:
        self.width = max(width, 50.0)
        if self._fitted is not None:
            self._show(TimeView.whole(self._fitted, self.width))

    def keep_in_sight(self, time: float) -> None:
        view = self.view.with_in_sight(time, self.width)
        if view != self.view:
            self.set_view(view)

    def _show(self, view: TimeView) -> None:
        if view != self.view:
            self.view = view
            self.changed.emit()
