"""Look: every value an artist has set on one face."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from engine.base.controls import ControlTable


@dataclass(frozen=True)
class Look(Mapping[str, float]):
    """The values of all controls that are not at their default, by control id.

    Frozen, hashable and comparable by value, which is what makes "only the newest counts" and caching trivial.
    Build one with `Look.of`, change it with `changed`; both drop values that equal the control's default, so two
    looks that draw the same face are equal.
    """

    items_: tuple[tuple[str, float], ...] = field(default=())

    @classmethod
    def of(cls, table: ControlTable, settings: Mapping[str, float]) -> "Look":
        """Checked against the table; pair names are spread over both sides. Raises UsageError."""
        values = table.assign(settings)
        kept = {key: value for key, value in values.items() if value != table[key].default}
        return cls(tuple(sorted(kept.items())))

    def changed(self, table: ControlTable, settings: Mapping[str, float]) -> "Look":
        """A look with some values replaced; among the new ones later names win over earlier. Raises UsageError."""
        return Look.of(table, {**dict(self.items_), **table.assign(settings)})

    def __getitem__(self, control_id: str) -> float:
        for key, value in self.items_:
            if key == control_id:
                return value
        raise KeyError(control_id)

    def __iter__(self) -> Iterator[str]:
        return (key for key, _ in self.items_)

    def __len__(self) -> int:
        return len(self.items_)

    def __hash__(self) -> int:
        return hash(self.items_)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Look) and self.items_ == other.items_
