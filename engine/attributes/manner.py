"""How a move along a direction is drawn: where, how far, and with how much of the photo's own detail."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

MOST = 3.0
"""Standard deviations to either side of a knob that says nothing else."""

FULLY = 1.5
"""Standard deviations from which on a knob gives up as much of the photo's detail as it says."""


@dataclass(frozen=True)
class Manner:
    """Declared for each knob in resources/attributes/knobs.toml.

    region: where the move is drawn (engine.attributes.knob_regions), "" all over; the rest stays the face's own code.
    detail: share of the photo's own detail that is carried over `over`, a region, at the knob's ends; 1 at its middle.
    gather: how far the face's rows of w+ are pulled to their mean before they are moved, 0 to 1.
    less, more: standard deviations to either side, as the knob says them.
    seen: how much must be seen of the move in its region at the end of the more, by what is looked at ("lines",
    "shade", "frame": `engine.attributes.reach.shown`), whichever comes first: its length is found for each face. Empty:
    as the knob says.
    tries: how far the face's rows are pulled to their mean in the region alone, one after the other, until enough is
    seen.
    only: what of a move to the more is taken, "frame" (engine.attributes.frame) or "" for all of it.
    ease: a knob that is turned by a share of its way goes that share to the power of this: below 1, where nothing is
    seen on the first half of the way.
    still: a direction that is held back by moves to the less, as far as a face needs it; "" for none.
    """

    region: str = ""
    detail: float = 1.0
    over: str = ""
    gather: float = 0.0
    less: float = MOST
    more: float = MOST
    seen: Mapping[str, float] = field(default_factory=dict)
    tries: Sequence[float] = (0.0,)
    only: str = ""
    ease: float = 1.0
    still: str = ""

    def lost(self, value: float) -> float:
        """Share of the photo's detail that a knob at a value gives up over its region, 0 to 1."""
        share = min(abs(value) / FULLY, 1.0)
        return (1 - self.detail) * share * share * (3 - 2 * share)

    def span(self, value: float) -> float:
        """How many times as far as `MOST` the knob goes to the side of a value."""
        return (self.more if value > 0 else self.less) / MOST

    def is_looked_at(self, value: float) -> bool:
        """Whether the length of the move to a value is another on each face."""
        return value > 0 if self.seen else bool(self.still) and value < 0

    def way(self, value: float) -> float:
        """Share of the way to its end that a knob has gone at a value, 0 to 1."""
        return abs(value / (self.more if value > 0 else self.less)) ** self.ease
