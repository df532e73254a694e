"""Whether it is still the same person: by two networks, at +8 and -8 of every action unit."""

from pictures.sitter import Sitter, look_of
from pictures.units import MEASURES


def measure(sitter: Sitter) -> dict[str, float]:
    """By unit and value ("AU12 -8") "dlib", the distance of its vectors (.6 is another person), and "arcface", 1 less
    the cosine of its vectors."""
    found: dict[str, float] = {}
    for unit in MEASURES:
        for value in (8.0, -8.0):
            picture = sitter.shown(look_of({unit: value}))
            dlib, arcface = sitter.apart(picture, sitter.seen(picture))
            found[f"{unit} {value:+.0f} dlib"], found[f"{unit} {value:+.0f} arcface"] = dlib, arcface
    return found
