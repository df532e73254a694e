"""Sentences for a person: a template and the values in it, so that whoever shows one can show it in another language.

A `Text` is a string, its English, and can be used as one everywhere; a window translates the template and puts the
values, themselves translated where they are texts, into the translation.
"""

from collections.abc import Callable, Iterable
from typing import Any


class Text(str):
    """`Text("{0} is empty", name)`.

    template: English, a literal, so that the translations' tool finds it in the source; its places are numbered.
    values:   what stands in the places: names, paths and numbers as they are to be shown, or other texts.
    context:  where its translation is kept.
    """

    template: str
    values: tuple[str, ...]
    context: str

    def __new__(cls, template: str = "", *values: object) -> "Text":
        shown = tuple(value if isinstance(value, str) else str(value) for value in values)
        text = super().__new__(cls, template.format(*shown) if shown else template)
        text.template, text.values, text.context = template, shown, "engine"
        return text

    @classmethod
    def made_of(cls, template: str, values: Iterable[str]) -> "Text":
        """A text that another process made, of the parts it told: the one case in which a template is no literal."""
        return cls(template, *values)

    def __reduce__(self) -> tuple[type["Text"], tuple[Any, ...]]:  # copies and other processes get the template too
        return type(self), (self.template, *self.values)


class Term(Text):
    """A word that a data file brings: a control's label, something measured, what a model does.

    As a string it is `said`, what it is called on the command line (a control's id, say); a window shows the
    translation of `label` in `context`.
    """

    said: str

    def __new__(cls, said: str, label: str, context: str) -> "Term":
        term = str.__new__(cls, said)
        term.said, term.template, term.values, term.context = said, label, (), context
        return term

    def __reduce__(self) -> tuple[type["Term"], tuple[str, ...]]:
        return Term, (self.said, self.template, self.context)


def verbatim(name: object) -> Text:
    """Something that is the same in every language: a file's name, a number, what another program wrote."""
    return Text("{0}", name)


def listed(parts: Iterable[str]) -> Text:
    """Texts, or names, one after the other with commas between them."""
    return _joined(parts, lambda before, part: Text("{0}, {1}", before, part))


def in_a_row(sentences: Iterable[str]) -> Text:
    """Sentences one after the other with semicolons between them."""
    return _joined(sentences, lambda before, part: Text("{0}; {1}", before, part))


def alternatives(parts: Iterable[str]) -> Text:
    """One part or another."""
    return _joined(parts, lambda before, part: Text("{0} or {1}", before, part))


def _joined(parts: Iterable[str], pair: Callable[[str, str], Text]) -> Text:
    """By halves: of thousands of parts none lies deep, for whoever translates a text goes down into it."""
    row = list(parts)
    if len(row) < 2:
        return verbatim(row[0]) if row else Text()
    middle = (len(row) + 1) // 2
    before, after = row[:middle], row[middle:]
    return pair(_joined(before, pair), _joined(after, pair) if len(after) > 1 else after[0])
