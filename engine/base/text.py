"""Sentences for a person: a template and the values in it, so that whoever shows one can show it in another language.

A `Text` is a string, its English, and can be used as one everywhere; a window translates the template and puts the
values, themselves translated where they are texts, into the translation.
"""

from typing import Any


class Text(str):
    """`Text("{0} is empty", name)`.

    template: English, a literal, so that the translations' tool finds it in the source; its places are numbered.
    values:   what stands in the places: names, paths and numbers as they are to be shown, or other texts.
    """

    template: str
    values: tuple[str, ...]

    def __new__(cls, template: str = "", *values: object) -> "Text":
        shown = tuple(value if isinstance(value, str) else str(value) for value in values)
        text = super().__new__(cls, template.format(*shown) if shown else template)
        text.template, text.values = template, shown
        return text

    def __getnewargs__(self) -> tuple[Any, ...]:  # copies and other processes get the template too
        return self.template, *self.values


def verbatim(name: object) -> Text:
    """Something that is the same in every language: a file's name, a number, what another program wrote."""
    return Text("{0}", name)
