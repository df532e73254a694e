"""What an artist may choose about how MagicFace draws."""

from collections.abc import Mapping
from dataclasses import dataclass

from engine.base.controls import Choice, Control, ControlTable
from engine.base.errors import UsageError
from engine.base.text import Text
from engine.expression.magicface.background import MaskPolicy
from engine.expression.magicface.model import GUIDANCE, SEED
from engine.expression.magicface.sampler import MOST_STEPS

MOST_GUIDANCE = 10.0
MOST_SEED = 2**31 - 1
"""What a field for numbers holds."""

_MASKS = tuple(MaskPolicy)

SETTINGS = ControlTable([
    Control("steps", "Steps", "MagicFace", 1, MOST_STEPS, 50, whole=True,
            choices=(Choice(50, "{0} (as published)"), Choice(20), Choice(10)),
            help="50 as published, 20 or 10 to be quicker."),
    Control("guidance", "Guidance", "MagicFace", 0, MOST_GUIDANCE, GUIDANCE, step=0.1,
            choices=(Choice(GUIDANCE, "{0} (as published)"), Choice(3.0, "{0} (as in the paper)")),
            help="How far to go towards what is asked: 1.5 as published, 3 as in its paper; below 1 is none."),
    Control("mask", "Redraws", "MagicFace", 0, len(_MASKS) - 1, 0, whole=True,
            choices=(Choice(0, "the whole person", MaskPolicy.PERSON.value),
                     Choice(1, "the face only", MaskPolicy.FACE.value)),
            help="The face only keeps hair, ears and clothes as they are: try it when the person is no longer the "
                 "same."),
    Control("seed", "Seed", "MagicFace", 0, MOST_SEED, SEED, whole=True,
            help="Another number draws another picture of the same expression."),
], listing="facewright edit --help")
"""What an artist may choose, by the names of the flags."""


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

    @classmethod
    def of(cls, settings: Mapping[str, float]) -> "MagicFaceSettings":
        """From values of `SETTINGS`, those that are not at default."""
        values = {control.id: settings.get(control.id, control.default) for control in SETTINGS}
        return cls(int(values["steps"]), float(values["guidance"]), _MASKS[int(values["mask"])], int(values["seed"]))

    def __post_init__(self) -> None:
        if not 1 <= self.steps <= MOST_STEPS:
            raise UsageError(Text("{0} steps are outside 1 to {1}", self.steps, MOST_STEPS))
        if not 0 <= self.guidance <= MOST_GUIDANCE:
            raise UsageError(Text("guidance {0} is outside 0 to {1}", f"{self.guidance:g}", f"{MOST_GUIDANCE:g}"))
        if not 0 <= self.seed < 2**63:
            raise UsageError(Text("seed {0} is outside 0 to 2^63 - 1", self.seed))
