"""The steps that led to a project, kept with it: what undo and redo go through once it is opened again.

    history/1.json    {"index": 2, "steps": [{"face": 0, "name": …, "old": {NAMESPACE: {…}}, "new": {…}}, …]}

A step holds the values that differ, before and after, and its name as data, so that it is told in whatever language the
window then has. There are no pictures in it: they are drawn again from the states, which costs nothing in the file and
cannot be wrong. An older Facewright keeps the part as it is; if it changes the faces the history fits them no more, and
is dropped.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Annotated, Any

import msgspec

from engine.base.errors import EngineError
from engine.base.json_text import parse_json
from engine.base.text import Text
from engine.base.text_data import decode_text, encode_text
from engine.project.face_state import FaceState, Value
from engine.project.migrations import Number
from engine.project.namespaces import Namespaces
from engine.project.project import Part

PART = "history/1.json"
LARGEST = 1 << 20
"""Bytes; what does not fit is the oldest."""
MOST_STEPS = 500
_MOST_VALUES = 1 << 18
_MOST_WORK = 1 << 19
"""Values of all states together, for each is looked at."""
_MOST_FACE = 999

_Values = dict[str, dict[str, Number | str]]


class _Step(msgspec.Struct):
    face: Annotated[int, msgspec.Meta(ge=0, le=_MOST_FACE)]
    old: _Values
    new: _Values
    name: Any = None


class _History(msgspec.Struct):
    index: Annotated[int, msgspec.Meta(ge=0, le=MOST_STEPS)]
    steps: Annotated[list[_Step], msgspec.Meta(max_length=MOST_STEPS)]


@dataclass(frozen=True)
class PastStep:
    """One face before and after. name: as it was called; None for the name of the control that differs."""

    face: int
    name: str | None
    before: FaceState
    after: FaceState


@dataclass(frozen=True)
class History:
    """Every step, the oldest first. index: how many of them are done; the others were undone and can be done again."""

    steps: tuple[PastStep, ...]
    index: int


def encode_step(step: PastStep) -> bytes:
    """A step as it stands in the file. It never changes, so whoever keeps it need not ask twice. ValueError for a value
    that no file can keep."""
    old, new = _merged(step.before), _merged(step.after)
    kept = {namespace: {name for name in {**old.get(namespace, {}), **new.get(namespace, {})}
                        if old.get(namespace, {}).get(name) != new.get(namespace, {}).get(name)}
            for namespace in sorted({*old, *new})}
    document = {"face": step.face, "name": None if step.name is None else encode_text(step.name),
                "old": _only(old, kept), "new": _only(new, kept)}
    return json.dumps(document, allow_nan=False, separators=(",", ":")).encode("ascii")


def history_part(steps: Sequence[bytes], index: int) -> Part | None:
    """The part of a project that keeps these steps, of `encode_step`; None when there is nothing to keep. What is too
    much goes: the oldest of what is done, then the last of what was undone."""
    first, last = max(0, len(steps) - MOST_STEPS), len(steps)
    size = sum(len(step) + 1 for step in steps[first:]) + 64
    while size > LARGEST and first < last:
        if first < index:
            size, first = size - len(steps[first]) - 1, first + 1
        else:
            size, last = size - len(steps[last - 1]) - 1, last - 1
    if first >= last or first > index:
        return None
    return Part(PART, b'{"index":%d,"steps":[%s]}' % (index - first, b",".join(steps[first:last])))


def without_history(parts: Iterable[Part]) -> tuple[Part, ...]:
    """A project's other parts."""
    return tuple(part for part in parts if part.name != PART)


def history_of(parts: Iterable[Part], faces: Sequence[FaceState], namespaces: Namespaces) -> History | None:
    """The history that leads to these faces; None when none is kept. EngineError, and nothing else, whatever the part
    holds: for one that cannot be read, and for one that leads elsewhere."""
    data = next((part.data for part in parts if part.name == PART), None)
    if data is None:
        return None
    try:
        if len(data) > LARGEST:
            raise ValueError(f"{len(data)} bytes")
        kept = msgspec.convert(parse_json(data, _MOST_VALUES), _History)
        names = [None if step.name is None else decode_text(step.name) for step in kept.steps]
        if kept.index > len(kept.steps):
            raise ValueError("it stands beyond its end")
        return History(tuple(_states(kept, names, faces, namespaces)), kept.index)
    except (ValueError, msgspec.ValidationError, UnicodeError, RecursionError) as error:
        raise EngineError(Text("the history of this project cannot be used, and begins anew; the work itself is whole"),
                          detail=str(error)) from None


def _states(kept: _History, names: Sequence[str | None], faces: Sequence[FaceState],
            namespaces: Namespaces) -> list[PastStep]:
    """From the faces as they are back to the beginning, and on to the end. ValueError when a step fits nothing."""
    work = sum(len(values) for face in faces for _, values in (*face.values, *face.unknown)) * len(kept.steps)
    work += 2 * sum(len(values) for step in kept.steps for side in (step.old, step.new) for values in side.values())
    if work > _MOST_WORK:
        raise ValueError(f"{work} values")
    steps: dict[int, PastStep] = {}
    for numbers, forward in ((range(kept.index - 1, -1, -1), False), (range(kept.index, len(kept.steps)), True)):
        now = list(faces)
        for number in numbers:
            step = kept.steps[number]
            if step.face >= len(now):
                raise ValueError(f"no face {step.face}")
            here = now[step.face]
            there = _moved(here, *((step.old, step.new) if forward else (step.new, step.old)), namespaces)
            before, after = (here, there) if forward else (there, here)
            steps[number] = PastStep(step.face, names[number], before, after)
            now[step.face] = there
    return [steps[number] for number in range(len(kept.steps))]


def _moved(state: FaceState, leaves: _Values, enters: _Values, namespaces: Namespaces) -> FaceState:
    """A face after a step in either direction. ValueError when it is not what the step begins with."""
    values = {name: dict(items) for name, items in _merged(state).items()}
    for namespace in {*leaves, *enters}:
        here, old, new = values.setdefault(namespace, {}), leaves.get(namespace, {}), enters.get(namespace, {})
        for name in {*old, *new}:
            if here.get(name) != old.get(name):
                raise ValueError(f"{namespace}/{name} is not what it was")
            here.pop(name, None)
        here.update(new)
    moved = namespaces.sorted_out(FaceState.of(values, state.box))
    return replace(moved, box=state.box)


def _merged(state: FaceState) -> dict[str, dict[str, Value]]:
    return {name: dict(items) for name, items in state.merged().values}


def _only(values: Mapping[str, Mapping[str, Value]], kept: Mapping[str, set[str]]) -> dict[str, dict[str, Value]]:
    found = {namespace: {name: items[name] for name in sorted(kept[namespace]) if name in items}
             for namespace, items in values.items()}
    return {namespace: items for namespace, items in found.items() if items}
