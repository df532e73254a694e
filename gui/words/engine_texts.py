"""The engine's texts in the language of the window.

The engine speaks English and knows no Qt. Each of its sentences is a template with values (`engine.base.text.Text`);
what is shown is the template's translation with the values in it, those that are texts themselves translated too.
"""

from engine.base.errors import EngineError
from engine.base.text import Text
from gui.words.language import translated
from gui.words.plain import one_line


def shown(text: str) -> str:
    """A text of the engine in the language in use; a plain string as it is, but the names in a text in one line."""
    if not isinstance(text, Text):
        return text
    words = translated(text.context, text.template)
    return words.format(*map(_value, text.values)) if text.values else words


def _value(value: str) -> str:
    return shown(value) if isinstance(value, Text) else one_line(value)


def shown_error(error: EngineError) -> str:
    """What went wrong and, on a line of its own, what to do about it; nothing there where only somebody at a command
    line could do something."""
    return f"{shown(error.message)}\n{shown(error.hint)}".strip()
