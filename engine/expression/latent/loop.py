"""The closed loop on a generator's faces: what is asked of a code, and the move that was found for it."""

import math
from dataclasses import dataclass, replace

import numpy as np

from engine.base.errors import EngineError
from engine.base.jobs import Job, Progress
from engine.base.text import Text
from engine.expression.latent.basis import Basis
from engine.expression.latent.probe import SIDE, Probe, Seen
from engine.expression.latent.region import Within
from engine.expression.latent.solver import Aim, Tuning, reached, solve


@dataclass(frozen=True, eq=False)
class MeasuredMove:
    """A move for a code. move: (n,) of the basis; measures: (k,) after it, in standard deviations; seen: the face it
    was measured on. reached: share of what was asked. looks: how many faces were drawn for it. distance: dlib's to the
    face before, nan when not measured."""

    move: np.ndarray
    measures: np.ndarray
    seen: Seen
    reached: float
    looks: int
    distance: float = math.nan


class ClosedLoop:
    """Solves for moves of a generator's codes. The Jacobian it begins with is what the basis expects of such a face;
    what the face answers corrects it on the way."""

    def __init__(self, basis: Basis, probe: Probe) -> None:
        self.basis, self.probe = basis, probe

    def measure(self, code: np.ndarray, size: int = SIDE) -> Seen:
        """The face as the code draws it, at one of the generator's sizes. EngineError when there is none."""
        seen = self.probe.measure(code, size=size)
        if seen is None:
            raise EngineError(Text("no face is seen in what the generator draws"),
                              Text("look for the face again, in full"))
        return seen

    def solve(self, code: np.ndarray, base: Seen, aim: Aim, tuning: Tuning | None = None,
              begin: np.ndarray | None = None, within: Within | None = None) -> Job[MeasuredMove]:
        """The move that brings `code` (rows, width), drawn as `base`, nearest to the aim, looked at as it is drawn
        `within` a region. A step is a quarter of a second: for `engine.base.jobs.on_thread`."""
        latest: dict[bytes, Seen] = {}

        def measured(move: np.ndarray) -> np.ndarray | None:
            seen = self.probe.measure(self.basis.moved(code, move), base.face, within=within)
            if seen is None:
                return None
            latest[move.tobytes()] = seen
            return self.basis.standard(seen.measures)

        own = self.basis.standard(base.measures)
        solution = yield from solve(measured, aim, own, self.basis.jacobian(own), self.basis.identity,
                                    tuning or Tuning(), begin)
        seen = latest.get(solution.move.tobytes(), base)
        return MeasuredMove(solution.move, solution.measures, seen, solution.reached, solution.looks)

    def tried(self, code: np.ndarray, base: Seen, aim: Aim, move: np.ndarray,
              within: Within | None = None) -> Job[MeasuredMove | None]:
        """What a move that was guessed does: one look; None when no face is seen."""
        yield Progress(0, 1, Text("looking at the expression"))
        seen = self.probe.measure(self.basis.moved(code, move), base.face, within=within)
        if seen is None:
            return None
        measures = self.basis.standard(seen.measures)
        return MeasuredMove(move, measures, seen, reached(aim, self.basis.standard(base.measures), measures), 1)

    def with_distance(self, found: MeasuredMove, base: Seen) -> MeasuredMove:
        """The answer with its distance to the face before (a tenth of a second)."""
        return replace(found, distance=self.distance(found.seen, base))

    def distance(self, one: Seen, other: Seen) -> float:
        """dlib's distance of two drawn faces: 0 the same, above .6 another person."""
        return float(np.linalg.norm(self.probe.identity(one) - self.probe.identity(other)))
