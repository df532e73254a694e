"""Python's collector of unreachable circles, at work on the window's thread and nowhere else.

Left to itself it runs on whichever thread happens to make an object, and whatever it finds dies there. A widget or a
timer that dies on the engine's thread takes Qt down now and then: PySide brings only its own classes home to the
window's thread, not those derived from them. So from the moment there are other threads it does nothing by itself, and
this looks after it. The command line has no Qt, and keeps Python's own way.
"""

import gc
import sys
import threading

from PySide6.QtCore import QObject, QThread, QTimer, Signal

from engine.base import allocator

TICK_MS = 250
"""Between two looks at whether there is anything to go through."""

LIBRARY = 50
"""Modules that came since the last look: what else is there now came with them, and is for ever. Setting it aside takes
no time; going through what torch brings took 0.3 s."""

PATIENCE = 1.0
"""Seconds that another thread waits for a collection it asked for: the window's thread may be waiting for that thread,
too, and the collection then comes later."""


class Collector(QObject):
    """From `start` to `stop`, which are called on the window's thread.

    The young are gone through as often as Python would: its thresholds count. Those that have lasted follow in their
    turn. What came with a library is set aside (`allocator.set_aside`), so all of it takes milliseconds. Everything
    there is is gone through only when `allocator.collect` asks, on whichever thread.
    """

    _asked = Signal(bool, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._own_way = False  # whether Python went its own way before
        self._modules = len(sys.modules)
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self.tick)
        self._asked.connect(self._answer)

    def start(self) -> None:
        self._own_way = gc.isenabled()
        gc.disable()
        allocator.collect_by(self.collect)
        self._timer.start()

    def stop(self) -> None:
        """Once the other threads have ended: Python goes its own way again. Safe to call twice."""
        if not self._timer.isActive():
            return
        self._timer.stop()
        allocator.collect_by(None)
        if self._own_way:
            gc.enable()

    def tick(self) -> None:
        """Go through the oldest generation that is due, as Python would have by itself."""
        if len(sys.modules) >= self._modules + LIBRARY:
            allocator.set_aside()
            self._modules = len(sys.modules)
        counts, thresholds = gc.get_count(), gc.get_threshold()
        due = [number for number, (count, most) in enumerate(zip(counts, thresholds, strict=True)) if 0 < most < count]
        if due:
            gc.collect(max(due))

    def collect(self, everything: bool) -> None:
        """What `allocator.collect` does, on the window's thread, whichever asks; over when this returns, but for
        `PATIENCE`."""
        if QThread.currentThread() is self.thread():
            allocator.collect_here(everything)
            return
        done = threading.Event()
        self._asked.emit(everything, done)
        done.wait(PATIENCE)

    def _answer(self, everything: bool, done: threading.Event) -> None:
        allocator.collect_here(everything)
        done.set()
