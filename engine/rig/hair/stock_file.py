"""Reads the stock shapes, resources/hair/KIND-NAME.npz (written by scripts/build_hair.py)."""

from functools import lru_cache

import numpy as np

from engine.base.errors import EngineError, UsageError
from engine.base.paths import RESOURCES
from engine.base.text import Text
from engine.rig.hair.wear import KINDS

FOLDER = RESOURCES / "hair"
OFF_UNIT = 1 / 256
"""dm by one step of a hair's field `off`: how far it stands off the skin."""


@lru_cache(maxsize=1)
def stock_names() -> dict[str, tuple[str, ...]]:
    """By kind the names of the shapes there are."""
    found = sorted(path.stem.split("-", 1) for path in FOLDER.glob("*-*.npz"))
    return {kind: tuple(name for of, name in found if of == kind) for kind in KINDS}


def stock_arrays(kind: str, name: str) -> dict[str, np.ndarray]:
    """A shape's arrays; UsageError for a name that there is not, EngineError for a damaged file.

    Hair: low (dm, of its hood), wave and curl (of its strands), off (in OFF_UNIT) and cover (FIELD, FIELD) uint8. Brows
    and beards: off (dm), dense (0..1), cover (512, 512) uint8 over the head's uv. Glasses: corners (n, 3), triangles.
    """
    if name not in stock_names().get(kind, ()):
        raise UsageError(Text("{0} {1} is unknown", kind, repr(name)),
                         Text("known: {0}", ", ".join(stock_names().get(kind, ()))))
    path = FOLDER / f"{kind}-{name}.npz"
    try:
        with np.load(path, allow_pickle=False) as held:
            return {key: held[key] for key in held.files}
    except Exception as error:  # zip and npy errors of a damaged file come in many classes
        raise EngineError(Text("{0} is damaged", path.name), Text("reinstall the program"), repr(error)) from error
