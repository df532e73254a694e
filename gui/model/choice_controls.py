"""A schema's controls as a panel shows them: values of which exactly one is 1 are one control."""

from collections.abc import Collection, Iterator, Mapping

from engine.base.controls import Choice, Control, ControlTable
from engine.rig.schema import RigSchema


class ChoiceControls:
    """table: the schema's controls in their order, with one in place of each choice's one-hot values, where the first
    of them stands; its value says which of them is 1, counted from 0, and each has its name."""

    def __init__(self, schema: RigSchema) -> None:
        self._members: dict[str, tuple[str, ...]] = {}
        self._usual: dict[str, int] = {}
        self.table = ControlTable(self._made(schema), schema.controls.listing)
        self._choice = {member: name for name, members in self._members.items() for member in members}

    def _made(self, schema: RigSchema) -> Iterator[Control]:
        for place, control in enumerate(schema.controls):
            places = schema.one_of(place)
            if len(places) < 2:
                yield control
            elif place == places[0]:
                yield self._choice_of(schema, places)

    def _choice_of(self, schema: RigSchema, places: tuple[int, ...]) -> Control:
        slots = [schema.slots[place] for place in places]
        name = slots[0].choice
        while name in schema.controls.names or name in self._members:
            name += "*"  # an id or a pair is called so, too
        self._members[name] = tuple(slot.id for slot in slots)
        usual = self._usual[name] = next(number for number, slot in enumerate(slots) if slot.default)
        return Control(
            id=name, label=slots[0].choice, group=slots[0].group, minimum=0.0, maximum=float(len(slots) - 1),
            default=float(usual), whole=True, stage="rig", help=slots[0].help,
            choices=tuple(Choice(float(number), slot.label.replace("{0}", "(0)"), slot.id)  # a name, and no template
                          for number, slot in enumerate(slots)))

    def shown(self, settings: Mapping[str, float]) -> dict[str, float]:
        """A schema's values by id (those that are missing are at default) as the table has them."""
        found = {key: value for key, value in settings.items() if key not in self._choice}
        for name, members in self._members.items():
            if not settings.keys().isdisjoint(members):
                on = [number for number, member in enumerate(members) if settings.get(member, 0.0) >= 0.5]
                found[name] = float(on[0] if on else self._usual[name])
        return found

    def meant(self, values: Mapping[str, float]) -> dict[str, float]:
        """The table's values as those of the schema: of a choice one is 1 and the others are 0."""
        found: dict[str, float] = {}
        for key, value in values.items():
            if key in self._members:
                found |= {member: float(number == value) for number, member in enumerate(self._members[key])}
            else:
                found[key] = value
        return found

    def members(self, names: Collection[str]) -> frozenset[str]:
        """The schema's ids that ids of the table stand for."""
        return frozenset(member for name in names for member in self._members.get(name, (name,)))

    def names(self, ids: Collection[str]) -> set[str]:
        """Ids of the table for those of the schema; others stay."""
        return {self._choice.get(one, one) for one in ids}
