"""The moves the closed loop may make: directions of w in four groups of rows, and what each is known to do."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from engine.base.archive import unpack
from engine.base.arrays_file import array_of_npy
from engine.base.errors import EngineError
from engine.base.files import read_limited
from engine.base.paths import RESOURCES
from engine.base.text import Text
from engine.expression.latent.measures import NAMES

SHIPPED = RESOURCES / "expression" / "latent.npz"
"""Found by scripts/make_expression_directions.py; for MobileStyleGAN."""

GROUPS = ((0, 4), (4, 7), (7, 10), (10, 13))
"""First row of w+ and last + 1. Coarse to middle; the rows after these draw colours and grain, which are to stay."""

_LARGEST = 1 << 24
_ENTRIES = ("names", "digest", "directions", "centre", "spread", "low", "high", "jacobians", "faces", "identity")
_ALIKE = 4.0
"""Standard deviations, over all measures together, within which two faces count as alike. Chosen on faces left out."""


@dataclass(frozen=True, eq=False)
class Basis:
    """k directions times `GROUPS` are the n coordinates of a move; k measures, one for each direction.

    directions: (k, width) float32; one of each is one standard deviation of drawn faces along it.
    centre, spread, low, high: (k,) of the measures on drawn faces: mean, standard deviation, 1 % and 99 %.
    jacobians:  (f, k, n) what a move did to the measures of f drawn faces, both in standard deviations. A move's
                coordinate is direction * 4 + group. faces: (f, k) what these faces measured, in standard deviations.
    identity:   (n, n) what a move does to the identity, mean over them: a . identity . a is the square of dlib's
                distance.
    digest:     of the generator it was found for.
    """

    digest: str
    directions: np.ndarray
    centre: np.ndarray
    spread: np.ndarray
    low: np.ndarray
    high: np.ndarray
    jacobians: np.ndarray
    faces: np.ndarray
    identity: np.ndarray

    @property
    def moves(self) -> int:
        """How many coordinates a move has."""
        return len(self.directions) * len(GROUPS)

    def moved(self, code: np.ndarray, move: np.ndarray) -> np.ndarray:
        """w+ (rows, width) float32 after a move (n,)."""
        changed = np.array(code, np.float32)
        amounts = move.reshape(len(self.directions), len(GROUPS)).astype(np.float32)
        for group, (first, last) in enumerate(GROUPS):
            changed[first:last] += amounts[:, group] @ self.directions
        return changed

    def standard(self, measures: np.ndarray) -> np.ndarray:
        """Measures (k,) in standard deviations from what is usual."""
        return (measures - self.centre) / self.spread

    def jacobian(self, own: np.ndarray) -> np.ndarray:
        """(k, n) to be expected of a face that measures `own` (k,): the mean over the known ones, most of it of those
        that look alike. Measured anew on each face it reaches no more (docs/latent.md), and takes half a minute."""
        apart = ((self.faces - own) ** 2).sum(1) / (2 * _ALIKE ** 2)
        share = np.exp(apart.min() - apart)
        return np.tensordot(share / share.sum(), self.jacobians, 1)

    def check(self, shape: tuple[int, ...], digest: str, name: str) -> None:
        """EngineError when a code of this shape, of the generator `name`, is another than this was found for."""
        if digest != self.digest or shape[1:] != self.directions.shape[1:] or shape[0] < GROUPS[-1][1]:
            raise EngineError(Text("expressions by latents are known for MobileStyleGAN only, not for {0}", name),
                              Text("use the live renderer or magicface"))


@cache
def shipped() -> Basis:
    """The one that comes with the program."""
    return read_basis(SHIPPED)


def read_basis(path: Path) -> Basis:
    """EngineError when it is missing or damaged, or its measures are not this program's."""
    try:
        entries = unpack(read_limited(path, _LARGEST), str(path), 2 * len(_ENTRIES), _LARGEST)
        names, digest = (array_of_npy(entries[f"{name}.npy"], "U") for name in _ENTRIES[:2])
        found = {name: array_of_npy(entries[f"{name}.npy"]).astype(np.float32) for name in _ENTRIES[2:]}
    except (EngineError, KeyError) as error:
        raise EngineError(Text("{0}: missing or damaged", path), Text("install Facewright again"),
                          detail=repr(error)) from None
    k, n = len(NAMES), len(NAMES) * len(GROUPS)
    f, width = found["faces"].shape[:1], found["directions"].shape[-1:]
    shapes = {"directions": (k, *width), "jacobians": (*f, k, n), "faces": (*f, k),
              "identity": (n, n)}
    if (names.shape != (k,) or tuple(names.tolist()) != NAMES or digest.shape
            or any(found[name].shape != shapes.get(name, (k,)) for name in found)
            or not all(np.isfinite(value).all() for value in found.values())):
        raise EngineError(Text("{0}: does not belong to this version", path), Text("install Facewright again"))
    return Basis(str(digest), **{name: value if name == "directions" else value.astype(np.float64)
                            for name, value in found.items()})


def write_basis(path: Path, basis: Basis, about: str) -> None:
    """Half precision where that is enough; `about` says how it was found."""
    half = {name: getattr(basis, name).astype(np.float16) for name in ("directions", "jacobians", "faces", "identity")}
    whole = {name: getattr(basis, name).astype(np.float32) for name in ("centre", "spread", "low", "high")}
    np.savez_compressed(path, names=np.array(NAMES), digest=np.array(basis.digest), about=np.array(about), **half,
                        **whole)
