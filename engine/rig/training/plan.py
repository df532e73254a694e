"""Settings that every training of a rig's network has, and how fast it learns: the face-nn tools' way."""

from dataclasses import dataclass


@dataclass(frozen=True)
class TrainingPlan:
    """database: folder of what is learnt from; held_out: of what is not, "" for none. rate, floor: see `learning_rate`.
    every: steps between two looks at what is held out, when the rate changes too. mixed: the network's work in
    bfloat16, weights and sums in float32."""

    database: str
    held_out: str = ""
    steps: int = 600
    batch: int = 16
    rate: float = 0.001
    floor: float = 0.00001
    every: int = 100
    seed: int = 0
    mixed: bool = False


def learning_rate(step: int, plan: TrainingPlan) -> float:
    """Of a step counted from 0: `rate` at first; after each `every` steps, s being the last of them,
    rate (1 - s / steps)² + floor."""
    if step < plan.every:
        return plan.rate
    last = step // plan.every * plan.every - 1
    return plan.rate * (1 - last / plan.steps) ** 2 + plan.floor
