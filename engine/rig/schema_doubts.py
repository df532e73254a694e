"""What is odd in a schema that can be used: told by who checks one, and by nobody else."""

import re
from collections.abc import Iterator

from engine.base.text import Text
from engine.base.toml_lines import TomlLines
from engine.rig.schema import CHOICE, ONE_HOT, WHOLE, RigSchema, Slot
from engine.rig.schema_text import MOST_MISTAKES, Mistake

_PLAIN = re.compile(r"[^\W_][\w.-]*\Z")
_MOST_STEPS = 100_000
"""Presses of an arrow key from one end of a range to the other."""


def doubts(schema: RigSchema) -> tuple[Mistake, ...]:
    """With the lines where they are, MOST_MISTAKES at most."""
    lines = TomlLines(schema.source.decode("utf-8", "replace"))
    found = sorted((Mistake(keys, message, lines.of(keys)) for keys, message in _doubts(schema.slots)),
                   key=lambda one: one.line)
    return tuple(found[:MOST_MISTAKES])


def _doubts(slots: tuple[Slot, ...]) -> Iterator[tuple[tuple[str | int, ...], Text]]:
    like: dict[str, str] = {}
    for place, slot in enumerate(slots):
        keys = ("value", place)
        if not _PLAIN.match(slot.id):
            yield (*keys, "id"), Text("{0} is hard to name at a command line: better only letters, digits, dots and "
                                      "dashes", repr(slot.id[:80]))
        same = like.setdefault(slot.id.casefold(), slot.id)
        if same != slot.id:
            yield (*keys, "id"), Text("{0} and {1} differ by capital letters only", same, slot.id)
        room = slot.maximum - slot.minimum
        if slot.step > room:
            yield (*keys, "step"), Text("the step of {0} is larger than its range", slot.id)
        elif room / slot.step > _MOST_STEPS:
            yield (*keys, "step"), Text("the step of {0} is too small to get anywhere", slot.id)
        if slot.kind in (WHOLE, CHOICE, ONE_HOT) and slot.step != int(slot.step):
            yield (*keys, "step"), Text("the step of {0} is not whole, as its values are", slot.id)
