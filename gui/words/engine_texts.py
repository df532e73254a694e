"""The engine's texts in the language of the window.

The engine speaks English and knows no Qt. Each of its sentences is a template with values (`engine.base.text.Text`);
what is shown is the template's translation with the values in it, those that are texts themselves translated too.
Its sentences begin with a small letter, for on a command line they stand after a colon; one that a window shows on its
own begins with a capital.
"""

from string import Formatter

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


def sentence(text: str) -> str:
    """The same where it stands on its own: with a capital at its beginning, unless a name stands there."""
    words = shown(text)
    return words[:1].upper() + words[1:] if _begins_with_a_word(text) else words


def _begins_with_a_word(text: str) -> bool:
    """Rather than with a value that is the same in every language, or a name that is written in its own way (glTF)."""
    if not isinstance(text, Text):
        return False
    template = translated(text.context, text.template)
    place: str | None = None
    opening = template
    if text.values:
        opening, place, _, _ = next(iter(Formatter().parse(template)))
    if not opening:
        return place is not None and _begins_with_a_word(text.values[int(place)])
    return opening.split()[0].islower() if opening.strip() else False


def shown_error(error: EngineError) -> str:
    """What went wrong and, on a line of its own, what to do about it; nothing there where only somebody at a command
    line could do something."""
    return f"{sentence(error.message)}\n{sentence(error.hint)}".strip()
