"""Which character a key event types: on many keyboards the third level of a key, reached with AltGr."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_MODIFIER = Qt.KeyboardModifier
_COMMANDS = _MODIFIER.ControlModifier | _MODIFIER.AltModifier | _MODIFIER.MetaModifier


def typed(event: QKeyEvent) -> str:
    """The character, "" when the keys are a command. AltGr is a modifier of its own on some systems and Ctrl+Alt on
    Windows; what it gives is a character, and never a command."""
    held = event.modifiers() & _COMMANDS
    text = event.text()
    if held not in (_MODIFIER.NoModifier, _MODIFIER.ControlModifier | _MODIFIER.AltModifier):
        return ""
    return text if text.isprintable() else ""
