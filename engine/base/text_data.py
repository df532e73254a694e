"""Texts as plain data, for files and other processes: the template and its values, so that they can be told in another
language where they arrive."""

import re
from typing import Any

from engine.base.remedy import Cure, Remedy
from engine.base.text import Term, Text

_LONGEST = 20_000
"""Letters of a text with its values in place; a template names a value as often as it likes, and so within values."""
_DEEPEST = 16
_PLACE = re.compile(r"\{(\d{1,3})\}")


def encode_text(text: str) -> Any:
    """What JSON can say of a text; a plain string is itself."""
    if isinstance(text, Term):
        return {"term": text.said, "label": text.template, "context": text.context}
    if isinstance(text, Remedy):
        return {"typed": str(text), "words": encode_text(text.words), "cure": text.cure, "what": text.what}
    if isinstance(text, Text):
        return {"text": text.template, "values": [encode_text(value) for value in text.values]}
    return str(text)


def decode_text(document: Any, deepest: int = _DEEPEST) -> str:
    """The text, or the plain string. Raises ValueError, and nothing else, whatever the data is: a template may hold
    nothing but places for its values, and the whole is of bounded length."""
    if isinstance(document, str):
        return document
    if not isinstance(document, dict) or deepest == 0:
        raise ValueError("neither a text nor a string")
    if "term" in document:
        parts = [document.get(key) for key in ("term", "label", "context")]
        if not all(isinstance(part, str) for part in parts):
            raise ValueError("a term of something else than strings")
        return Term(*map(str, parts))
    if "typed" in document:
        typed, cure, what = (document.get(key) for key in ("typed", "cure", "what"))
        words = decode_text(document.get("words"), deepest - 1)
        if not isinstance(typed, str) or not isinstance(what, str):
            raise ValueError("a remedy of something else than strings")
        return Remedy(typed, words if isinstance(words, Text) else Text("{0}", words), Cure(str(cure)), what)
    template, listed = document.get("text"), document.get("values")
    if not isinstance(template, str) or not isinstance(listed, list):
        raise ValueError("a text without template or values")
    values = [decode_text(value, deepest - 1) for value in listed]
    if values:
        plain = template.replace("{{", "").replace("}}", "")
        places = [int(number) for number in _PLACE.findall(plain)]
        rest = _PLACE.sub("", plain)
        if "{" in rest or "}" in rest or any(place >= len(values) for place in places):
            raise ValueError("a template with other places than its values have")
        if len(template) + sum(len(values[place]) for place in places) > _LONGEST:
            raise ValueError("a text that is longer than any")
    return Text.made_of(template, values)
