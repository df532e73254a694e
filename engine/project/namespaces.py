"""Which values this version knows on a face: each system declares its namespace, and all are handled alike.

Checking, defaults, the words of an undo step and what counts as unknown follow from the declaration.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from engine.base.controls import ControlTable
from engine.base.errors import BadValue, UsageError
from engine.base.text import Text
from engine.project.face_state import FaceState, Value
from engine.project.project import Part


@dataclass(frozen=True)
class Namespace:
    """What may stand under one name.

    controls: its numbers.
    texts:    names of its values that are words (a person's id).
    sparse:   numbers at their default are left out, so that two states that mean the same are equal.
    """

    controls: ControlTable
    texts: frozenset[str] = frozenset()
    sparse: bool = True

    def checked(self, settings: Mapping[str, Value]) -> dict[str, Value]:
        """Values by id; pair names are spread over both sides, later names win over earlier. Raises BadValue."""
        values: dict[str, Value] = {}
        for name, value in settings.items():
            if name in self.texts and isinstance(value, str):
                values[name] = value
            elif name in self.texts:
                raise BadValue(Text("{0}: {1} is not text", name, repr(value)))
            elif isinstance(value, str):
                raise BadValue(Text("{0}: {1} is not a number", name, repr(value)))
            else:
                values.update(self.controls.assign({name: value}))
        return values

    def usable(self, name: str, value: Value) -> bool:
        """Whether this version can use a value that a file holds; files name each side of a pair."""
        if name not in self.controls and name not in self.texts:
            return False
        try:
            self.checked({name: value})
        except UsageError:
            return False
        return True

    def kept(self, values: Mapping[str, Value]) -> dict[str, Value]:
        """What of checked values a state keeps."""
        return {name: value for name, value in values.items()
                if not self.sparse or name not in self.controls or value != self.controls[name].default}


class Namespaces:
    """All there are.

    single:   by their name.
    families: those with many members, "rig/SCHEMA": from the part after the slash to the namespace, None when there
              is no such member.
    learn:    told what parts a project has before its faces are sorted out: it may carry members of its own.
    """

    def __init__(self, single: Mapping[str, Namespace],
                 families: Mapping[str, Callable[[str], Namespace | None]] | None = None,
                 learn: Callable[[Iterable[Part]], None] = lambda parts: None) -> None:
        self.learn = learn
        self._single, self._families = dict(single), dict(families or {})

    def find(self, name: str) -> Namespace | None:
        """The namespace of this name, None when this version knows none."""
        if name in self._single:
            return self._single[name]
        family, _, member = name.partition("/")
        return self._families[family](member) if member and family in self._families else None

    def __getitem__(self, name: str) -> Namespace:
        """The namespace of this name. Raises UsageError when there is none."""
        found = self.find(name)
        if found is None:
            raise UsageError(Text("there is nothing called {0} to set on a face", repr(name)))
        return found

    def replaced(self, state: FaceState, namespace: str, values: Mapping[str, Value]) -> FaceState:
        """A face with all values of a namespace replaced. Raises UsageError."""
        return self._with(state, namespace, self[namespace].checked(values))

    def changed(self, state: FaceState, namespace: str, settings: Mapping[str, Value]) -> FaceState:
        """A face with some values of a namespace replaced. Raises UsageError."""
        return self._with(state, namespace, {**state.get(namespace), **self[namespace].checked(settings)})

    def _with(self, state: FaceState, namespace: str, checked: Mapping[str, Value]) -> FaceState:
        """Two steps, for what is set to its default is no longer unknown either."""
        state = state.with_values(namespace, checked)
        kept = self[namespace].kept(checked)
        return state if len(kept) == len(checked) else state.with_values(namespace, kept)

    def sorted_out(self, state: FaceState) -> FaceState:
        """The same face with what this version cannot use among the unknown, and nothing else there."""
        values: dict[str, dict[str, Value]] = {}
        unknown: dict[str, dict[str, Value]] = {}
        for name, items in state.merged().values:
            namespace = self.find(name)
            usable = {key: value for key, value in items if namespace is not None and namespace.usable(key, value)}
            values[name] = namespace.kept(usable) if namespace is not None else {}
            unknown[name] = {key: value for key, value in items if key not in usable}
        return FaceState.of(values, state.box, unknown)

    def unknown_names(self, state: FaceState) -> tuple[str, ...]:
        """What to call the values a face keeps and this version cannot use: their own names, or their namespace's."""
        return tuple(sorted({key if self.find(name) is not None else name
                             for name, items in state.unknown for key, _ in items}))
