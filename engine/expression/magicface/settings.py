"""What an artist may choose about how MagicFace draws."""

from dataclasses import dataclass

from engine.base.errors import UsageError
from engine.base.text import Text
from engine.expression.magicface.background import MaskPolicy
from engine.expression.magicface.model import GUIDANCE, SEED
from engine.expression.magicface.sampler import MOST_STEPS

MOST_GUIDANCE = 10.0


@dataclass(frozen=True)
class MagicFaceSettings:
    """steps: 50 as published; 20 and 10 are quicker. guidance: 1.5 as published, 3 as in the paper; below 1 is none.
    mask: what is drawn anew. seed: of the noise; the same seed draws the same face on every device.

    Raises UsageError for a value out of range.
    """

    steps: int = 50
    guidance: float = GUIDANCE
    mask: MaskPolicy = MaskPolicy.PERSON
    seed: int = SEED

    def __post_init__(self) -> None:
        if not 1 <= self.steps <= MOST_STEPS:
            raise UsageError(Text("{0} steps are outside 1 to {1}", self.steps, MOST_STEPS))
        if not 0 <= self.guidance <= MOST_GUIDANCE:
            raise UsageError(Text("guidance {0} is outside 0 to {1}", f"{self.guidance:g}", f"{MOST_GUIDANCE:g}"))
        if not 0 <= self.seed < 2**63:
            raise UsageError(Text("seed {0} is outside 0 to 2^63 - 1", self.seed))
