"""Texts are their English, and keep what they were made of."""

import copy
import pickle

from engine.base.text import Text, listed, verbatim


def test_a_text_is_its_english() -> None:
    text = Text("{0} is too large: {1} MB", "a.png", 12)
    assert text == "a.png is too large: 12 MB" and f"{text}!" == "a.png is too large: 12 MB!"
    assert (text.template, text.values) == ("{0} is too large: {1} MB", ("a.png", "12"))


def test_braces_of_values_and_of_plain_sentences_stay() -> None:
    assert Text("{0} is empty", "{1}.png") == "{1}.png is empty"
    assert Text("write {}") == "write {}"


def test_values_may_be_texts() -> None:
    inner = Text("closed eyes")
    assert Text("drawing the {0} key", inner).values[0] is inner


def test_copies_and_other_processes_keep_the_template() -> None:
    text = Text("{0}: {1}", "face", Text("closed eyes"))
    for again in (copy.copy(text), copy.deepcopy(text), pickle.loads(pickle.dumps(text))):
        assert again == text and again.template == text.template and again.values == text.values
        assert isinstance(again.values[1], Text)


def test_what_is_the_same_in_every_language() -> None:
    assert verbatim("a {0} b") == "a {0} b" and verbatim(7).template == "{0}"


def test_a_list_of_thousands_is_not_thousands_deep() -> None:
    def depth(text: str) -> int:
        return 1 + max(map(depth, text.values), default=0) if isinstance(text, Text) else 0

    names = [f"name {number}" for number in range(5000)]
    assert listed(names) == ", ".join(names) and depth(listed(names)) < 20
    assert listed(["a", "b", "c"]) == "a, b, c" and listed(["a"]) == "a" and listed([]) == ""
