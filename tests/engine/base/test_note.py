"""Notes: a sentence that knows a shorter one and what helps."""

import copy

from engine.base.note import Note
from engine.base.remedy import Cure, get_model
from engine.base.text import Text


def test_a_note_is_its_sentence_and_keeps_the_rest_in_a_copy() -> None:
    note = Note(Text("{0} is missing", "a thing"), Text("no thing"), get_model("thing"))
    copied = copy.copy(note)
    for one in (note, copied):
        assert one == "a thing is missing" and one.template == "{0} is missing" and one.brief == "no thing"
        assert one.remedy is not None and (one.remedy.cure, one.remedy.what) == (Cure.MODEL, "thing")
