"""Work of the window's own thread that would hold it up as a whole: a step an event."""

from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer

_END = object()


class EventSteps(QObject):
    """Takes the next step whenever nothing else waits, until there is none, or its parent goes."""

    def __init__(self, steps: Iterator[None], parent: QObject) -> None:
        super().__init__(parent)
        self._steps: Iterator[None] | None = steps
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._step)
        self._timer.start()

    def finish(self) -> None:
        """Take all that are left now."""
        while self._steps is not None:
            self._step()

    def _step(self) -> None:
        steps, self._steps = self._steps, None  # a step that fails is the last
        if steps is not None and next(steps, _END) is not _END:
            self._steps = steps
        else:
            self._timer.stop()
