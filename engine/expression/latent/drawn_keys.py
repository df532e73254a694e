"""Keys for the live puppet: the same person with closed eyes, with a smile, without one, found in closed loop."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from engine.base.jobs import Job, Progress, on_thread, retold
from engine.base.text import Text
from engine.expression.latent.basis import shipped
from engine.expression.latent.loop import ClosedLoop, MeasuredMove
from engine.expression.latent.probe import Probe, Seen
from engine.expression.latent.solver import Aim, reached
from engine.expression.latent.units import KEYS, aim_of
from engine.photo.open_photo import OpenPhoto
from engine.puppet.keys.polish_key import KINDS, KeyKind, PolishKey, word

if TYPE_CHECKING:
    from engine.generator.latent_faces import LatentFaces

FARTHEST = 0.40
"""dlib's distance from the inversion beyond which a key shows somebody else."""
LEAST_REACHED = 0.6
"""Share of what a key is to show that must be there; `engine.puppet.keys.acceptance` looks again."""
_WORTH = 0.7
"""Standard deviations to what a key is to show, below which the photo shows it already."""
_SIDE = 512
_SHARES = (1.0, 0.85, 0.7)
"""Of a move that are tried, until the face is the same person's."""


@dataclass(frozen=True, eq=False)
class KeySet:
    """The keys that are good, by kind, and for the others one line each why there is none."""

    keys: dict[KeyKind, PolishKey]
    refused: dict[KeyKind, Text]


def make_keys(latents: "LatentFaces", probe: Probe, photo: OpenPhoto, face: int, kinds: Sequence[KeyKind] = KINDS,
              code: np.ndarray | None = None, size: int = _SIDE) -> Job[KeySet]:
    """Keys of a photo's face; about three seconds each. Pictures are the whole aligned square, `size` pixels (one of
    the generator's sizes), the reference is the face's inversion, both as the generator draws them.

    probe: of the same generator (`Probe(lambda: latents.generator, analyser)`).
    code:  (rows, width) other latents to begin with; the face's own when None.
    EngineError when the face was not looked for in the generator yet, or no face is seen in what it draws.
    """
    begun = latents.code(photo, face) if code is None else code
    return (yield from on_thread(keys_of(ClosedLoop(shipped(), probe), begun, kinds, size)))


def keys_of(loop: ClosedLoop, code: np.ndarray, kinds: Sequence[KeyKind], size: int = _SIDE) -> Job[KeySet]:
    """The same for a code (rows, width) of the loop's generator; each step takes up to half a second."""
    keys: dict[KeyKind, PolishKey] = {}
    refused: dict[KeyKind, Text] = {}
    yield Progress(0, len(kinds), Text("looking at the drawn face"))
    base, reference = loop.measure(code), loop.measure(code, size)
    own = loop.basis.standard(base.measures)
    for done, kind in enumerate(kinds):
        target = aim_of(KEYS[kind], own, loop.basis)
        if np.linalg.norm((target.target - own)[target.asked]) < _WORTH:
            refused[kind] = Text("the photo shows it already")
            continue

        def tell(step: Progress, begun: int = done, kind: KeyKind = kind) -> Progress:
            return Progress(begun + 0.9 * step.done / step.total, len(kinds), Text("drawing the {0} key", word(kind)))

        found = yield from retold(loop.solve(code, base, target), tell)
        key = yield from _nearest(loop, code, kind, target, found, reference, tell(Progress(1, 1)))
        if isinstance(key, PolishKey):
            keys[kind] = key
        else:
            refused[kind] = key
    return KeySet(keys, refused)


def _nearest(loop: ClosedLoop, code: np.ndarray, kind: KeyKind, target: Aim, found: MeasuredMove,
             reference: Seen, step: Progress) -> Job[PolishKey | Text]:
    """The key, with less of the move where all of it shows somebody else; or why there is none."""
    own, why = loop.basis.standard(reference.measures), Text()
    for share in _SHARES:
        yield step
        drawn = loop.probe.measure(loop.basis.moved(code, share * found.move), reference.face,
                                   reference.pixels.shape[0])
        if drawn is None:
            why = Text("no face is seen in it")
            continue
        there = reached(target, own, loop.basis.standard(drawn.measures))
        if there < LEAST_REACHED:
            return why or Text("only {0} of it could be drawn", f"{max(0.0, there):.0%}")
        distance = loop.distance(drawn, reference)
        if distance <= FARTHEST:
            return _key(kind, drawn, reference, distance)
        why = why or Text("it shows somebody else (identity distance {0})", f"{distance:.2f}")
    return why


def _key(kind: KeyKind, drawn: Seen, reference: Seen, distance: float) -> PolishKey:
    return PolishKey(kind, drawn.pixels, reference.pixels, drawn.face.landmarks, reference.face.landmarks,
               drawn.face.blendshapes, reference.face.blendshapes, distance)
