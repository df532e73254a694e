"""How fast a network learns, step by step: the face-nn tools' way, for every training of ours."""

from typing import Protocol


class Paced(Protocol):
    """Settings of a training. rate, floor: see `learning_rate`; every: steps between two looks at what is held out."""

    @property
    def steps(self) -> int: ...
    @property
    def rate(self) -> float: ...
    @property
    def floor(self) -> float: ...
    @property
    def every(self) -> int: ...


def learning_rate(step: int, plan: Paced) -> float:
    """Of a step counted from 0: `rate` at first; after each `every` steps, s being the last of them,
    rate (1 - s / steps)² + floor."""
    if step < plan.every:
        return plan.rate
    last = step // plan.every * plan.every - 1
    return plan.rate * (1 - last / plan.steps) ** 2 + plan.floor
