"""Everything set on one face, by namespace: the look, each rig, and whatever later systems bring.

A namespace is a name with values under it: "look" for the controls of expression and attributes, "rig/SCHEMA" for the
values of one game character, "person" for whose face it is, "photos" for further photos of it, "timeline" for how it
moves. A project file keeps any of them, those of a newer Facewright too; `engine.project.namespaces` says which of them
this version can use.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from engine.base.look import Look

LOOK = "look"
PERSON = "person"
"""Namespace of a person's id, under the name "id"."""
PHOTOS = "photos"
"""Namespace of further photos of a person; see `engine.project.person_photos`."""
TIMELINE = "timeline"
"""Namespace of a timeline's id, under the name "id"; see `engine.project.timeline_file`."""
RIG = "rig"
"""Family of the rigs' namespaces: "rig/SCHEMA"."""

Value = float | str
Values = tuple[tuple[str, Value], ...]
Namespaced = tuple[tuple[str, Values], ...]
"""Values by namespace: both levels sorted by name, no namespace empty, so that equal states compare equal."""
Sides = tuple[float, float, float, float]


def rig_namespace(schema: str) -> str:
    """The namespace of a rig schema's values."""
    return f"{RIG}/{schema}"


@dataclass(frozen=True)
class FaceState:
    """One face's values. Frozen, hashable and comparable; make one with `of`, change it with `with_values`.

    values:  what this version can use, by namespace.
    box:     where the face was found (x0, y0, x1, y1 in photo pixels), so that it is found again should the order of
             faces ever change; None when not known.
    unknown: what it cannot use: whole namespaces, controls, or values out of range. Kept and written back, not applied.
    """

    values: Namespaced = ()
    box: Sides | None = None
    unknown: Namespaced = ()

    @classmethod
    def of(cls, values: Mapping[str, Mapping[str, Value]], box: Sides | None = None,
           unknown: Mapping[str, Mapping[str, Value]] | None = None) -> "FaceState":
        """A state from values by namespace and name, in any order."""
        return cls(_sorted(values.items()), box, _sorted((unknown or {}).items()))

    def get(self, namespace: str) -> dict[str, Value]:
        """The values of a namespace by name; empty when none are set."""
        return dict(dict(self.values).get(namespace, ()))

    def numbers(self, namespace: str) -> dict[str, float]:
        """The numbers of a namespace by control id."""
        return {name: value for name, value in self.get(namespace).items() if not isinstance(value, str)}

    @cached_property
    def look(self) -> Look:
        """The controls of expression and attributes that are not at default."""
        return Look(tuple((name, value) for name, value in dict(self.values).get(LOOK, ())
                          if not isinstance(value, str)))

    @property
    def namespaces(self) -> tuple[str, ...]:
        """Names of the namespaces in which something is set, sorted."""
        return tuple(name for name, _ in self.values)

    @property
    def empty(self) -> bool:
        """Whether nothing at all is set, nothing unknown either."""
        return not self.values and not self.unknown

    def with_values(self, namespace: str, values: Mapping[str, Value]) -> "FaceState":
        """The same face with a namespace's values replaced as a whole; what they name is no longer unknown."""
        return replace(self, values=_with(self.values, namespace, values.items()),
                       unknown=_with(self.unknown, namespace, [
                           item for item in dict(self.unknown).get(namespace, ()) if item[0] not in values]))

    def merged(self) -> "FaceState":
        """As a reader that knows no namespace sees it: unknown values are values like the others."""
        known = {name: dict(items) for name, items in self.values}
        for name, items in self.unknown:
            known[name] = {**dict(items), **known.get(name, {})}
        return FaceState.of(known, self.box)


def _sorted(values: Iterable[tuple[str, Mapping[str, Value]]]) -> Namespaced:
    named = ((name, tuple(sorted(items.items(), key=_name))) for name, items in values)
    return tuple(sorted(((name, items) for name, items in named if items), key=_name))


def _with(values: Namespaced, namespace: str, items: Iterable[tuple[str, Value]]) -> Namespaced:
    """With one namespace replaced. The others are left alone: this is on the way from the hand to the picture."""
    kept = [named for named in values if named[0] != namespace]
    new = tuple(sorted(items, key=_name))
    return tuple(sorted([*kept, (namespace, new)], key=_name)) if new else tuple(kept)


def _name(item: tuple[str, object]) -> str:
    return item[0]
