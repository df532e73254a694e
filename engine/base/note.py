"""What is to be known of a result although nothing went wrong, and what would make it better."""

from typing import Any

from engine.base.remedy import Remedy
from engine.base.text import Text


class Note(Text):
    """A sentence. brief: the same in a few words, for a line in a window. remedy: what helps; None where nothing does.
    """

    brief: Text
    remedy: Remedy | None

    def __new__(cls, sentence: Text, brief: Text, remedy: Remedy | None = None) -> "Note":
        note = str.__new__(cls, sentence)
        note.template, note.values, note.context = sentence.template, sentence.values, sentence.context
        note.brief, note.remedy = brief, remedy
        return note

    def __reduce__(self) -> tuple[type["Note"], tuple[Any, ...]]:
        return Note, (Text.made_of(self.template, self.values), self.brief, self.remedy)
