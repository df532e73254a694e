"""A character of the keyboard that is held: something is so for as long as it is down."""

from collections.abc import Callable

from PySide6.QtGui import QKeyEvent

from gui.controls.typed import typed


class HeldKey:
    """A character, however a keyboard types it: on many a backslash is AltGr and another key."""

    def __init__(self, character: str, hold: Callable[[bool], object]) -> None:
        """hold: called with True when it goes down, with False when it comes up."""
        self._character, self._hold = character, hold
        self._down: int | None = None  # the key that is held, by its place on the keyboard

    def pressed(self, event: QKeyEvent) -> bool:
        """Whether it was this key that went down."""
        if typed(event) != self._character:
            return False
        if not event.isAutoRepeat():
            self._down = event.nativeScanCode()
            self._hold(True)
        return True

    def released(self, event: QKeyEvent) -> bool:
        """Whether it was this key that came up. Let go of AltGr first, and the key says another character: it is the
        same key that counts."""
        if self._down is None or event.nativeScanCode() != self._down:
            return False
        if not event.isAutoRepeat():
            self._down = None
            self._hold(False)
        return True
