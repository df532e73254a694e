"""What varies in photos and is in none of a rig's values: how a head is turned, what it shows, its skin, light, hair.

A database drawn with variety teaches what reads photos (`engine.rig.regressor`). What an imitator learns from has none:
its pictures must hang on the values alone.
"""

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from engine.rig.database.draws import stream

if TYPE_CHECKING:
    from engine.head.portrait import HeadView, Skin
    from engine.head.portrait.piece import Piece

_LOOKS = 2
"""Which of a record's streams; those of its values and of its noise are others."""
_TURNS = (11.0, 7.0, 5.0)
"""Degrees by which yaw, pitch and roll spread."""
_STILL, _SHAPES_SHOWN, _SHOWN = 0.3, 5, 0.25
"""How many heads are without expression; most shapes that the others show, and how much of each on the average."""
_SKINS = ((0.34, 0.22, 0.16), (0.52, 0.37, 0.28), (0.70, 0.52, 0.42), (0.82, 0.65, 0.56), (0.90, 0.77, 0.70))
_HAIRS = ((0.07, 0.06, 0.055), (0.30, 0.20, 0.13), (0.62, 0.50, 0.34))
_HAIRY, _BEARDED, _GLAZED = 0.6, 0.08, 0.08
"""Shares of heads that wear a stock shape."""
_BACKDROP_SIDE = 5
"""Of the few colours of which a background is the smooth picture."""


@dataclass(frozen=True, eq=False)
class Looks:
    """view, skin (without what the values say of it), expression (52,) ARKit weights, worn: stock shapes with their
    colour, backdrop (n, n, 3) float32 0..255, to be enlarged to the picture."""

    view: "HeadView"
    skin: "Skin"
    expression: np.ndarray
    worn: "tuple[Piece, ...]"
    backdrop: np.ndarray


def drawn_looks(seed: int, half: int, index: int, zoom: float) -> Looks:
    """Of one record, from a stream of its own."""
    from engine.head.portrait import HeadView, Skin
    from engine.head.portrait.lighting import LAMPS, HeadLight

    random = stream(seed, half, index, _LOOKS)
    yaw, pitch, roll = (random.normal(0, _TURNS) * 0.9).clip(-30, 30)
    lamps = tuple(LAMPS)[int(random.choice(len(LAMPS), p=(0.5, 0.35, 0.15)))]
    light = HeadLight(lamps, float(random.uniform(-70, 70)), float(random.uniform(-25, 25)))
    tone = random.uniform(0, len(_SKINS) - 1)
    skin = _mixed(tone) * random.normal(1, 0.05, 3)
    lip = 0.6 * skin + 0.4 * np.array([0.62, 0.30, 0.30]) * random.normal(1, 0.15)
    iris = random.uniform(0.1, 0.5) * np.array([1.0, 1.0, 1.0]) + random.uniform(-0.06, 0.12, 3)
    hair = np.array(_HAIRS[int(random.integers(len(_HAIRS)))])
    cropped = tuple((hair * random.normal(1, 0.1)).clip(0, 1).tolist())
    painted = Skin(skin=_colour(skin), lip=_colour(lip), iris=_colour(iris), hair=cropped)
    grade = random.uniform(0, 255, (1, 1, 3)) + random.normal(0, 45, (_BACKDROP_SIDE, _BACKDROP_SIDE, 3))
    return Looks(HeadView(float(yaw), float(pitch), zoom * float(random.uniform(0.85, 1.05)), float(roll), light),
                 painted, _expression(random), _worn(random), grade.clip(0, 255).astype(np.float32))


def _expression(random: np.random.Generator) -> np.ndarray:
    from engine.photo.arkit import ARKIT_52

    weights = np.zeros(len(ARKIT_52), np.float32)
    if random.random() < _STILL:
        return weights
    for place in random.integers(0, len(ARKIT_52), int(random.integers(1, _SHAPES_SHOWN + 1))).tolist():
        amount = min(float(random.exponential(_SHOWN)), 0.8)
        name = ARKIT_52[place]
        other = name.replace("Left", "#").replace("Right", "Left").replace("#", "Right")
        for each in {name, other}:  # both sides, most faces do
            weights[ARKIT_52.index(each)] = amount
    return weights


def _worn(random: np.random.Generator) -> "tuple[Piece, ...]":
    from engine.rig.hair.stock_file import stock_names

    names, pieces = stock_names(), []
    for kind, share in (("beard", _BEARDED), ("hair", _HAIRY), ("glasses", _GLAZED)):
        worn, which, colour = random.random(), int(random.integers(len(names[kind]))), int(random.integers(2))
        if worn < share:
            pieces.append(_stock(kind, names[kind][which], (which + colour) % len(_HAIRS)))
    return tuple(pieces)


@cache
def _stock(kind: str, name: str, colour: int) -> "Piece":
    from engine.head.pack import load_head
    from engine.rig.hair.stock import stock_piece

    return stock_piece(load_head(), kind, name, _HAIRS[colour])


def _mixed(tone: float) -> np.ndarray:
    """The skin at a place between those of the scale."""
    lower = min(int(tone), len(_SKINS) - 2)
    share = tone - lower
    return (1 - share) * np.array(_SKINS[lower]) + share * np.array(_SKINS[lower + 1])


def _colour(parts: np.ndarray) -> tuple[float, float, float]:
    red, green, blue = parts.clip(0.02, 0.98).tolist()
    return red, green, blue
