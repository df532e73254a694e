"""What a game head wears: a hair, brows, a beard and glasses, each by name."""

from dataclasses import dataclass, fields

NONE, PHOTO, SUGGESTED = "none", "photo", "suggested"
"""Nothing; the photo's own; what comes nearest to what the photo shows."""

UNCLEAR = "short"
"""The stock hair of whom nobody can say how the hair is."""


@dataclass(frozen=True)
class HeadWear:
    """Names of stock shapes (`engine.rig.hair.stock_file`), NONE, SUGGESTED, or for the hair PHOTO, the photo's own."""

    hair: str = NONE
    brows: str = NONE
    beard: str = NONE
    glasses: str = NONE

    @property
    def chosen(self) -> dict[str, str]:
        """By kind what is worn."""
        named = {field.name: getattr(self, field.name) for field in fields(self)}
        return {kind: name for kind, name in named.items() if name != NONE}


BARE = HeadWear()
"""Nothing but the head itself."""
KINDS: tuple[str, ...] = tuple(field.name for field in fields(HeadWear))
"""In the order in which they are drawn."""
