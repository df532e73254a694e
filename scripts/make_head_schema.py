"""Write resources/schemas/facewright-head.toml: every shape slider of the head, in the head's order.

    python scripts/make_head_schema.py

Run it after the head pack's sliders change; a test holds the two together.
"""

import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from engine.base.paths import RESOURCES  # noqa: E402
from engine.head.pack import load_head  # noqa: E402

TARGET = RESOURCES / "schemas" / "facewright-head.toml"

GROUPS = {
    "macro": "Person", "head": "Head", "forehead": "Forehead", "eyebrows": "Brows", "eye": "Eyes", "nose": "Nose",
    "mouth": "Mouth", "ear": "Ears", "cheek": "Cheeks", "chin": "Jaw and chin", "neck": "Neck", "asym": "Asymmetry",
}
ENDS = {
    ("decr", "incr"): ("less", "more"), ("down", "up"): ("down", "up"), ("backward", "forward"): ("back", "forward"),
    ("in", "out"): ("in", "out"), ("concave", "convex"): ("concave", "convex"),
    ("uncompress", "compress"): ("long", "compressed"), ("square", "round"): ("square", "round"),
    ("pointed", "triangle"): ("pointed", "triangular"), ("r", "l"): ("their right", "their left"),
    ("female", "male"): ("female", "male"), ("child", "old"): ("child", "old"), ("thin", "heavy"): ("thin", "heavy"),
    ("slack", "muscular"): ("slack", "muscular"),
}
WORDS = (
    ("scale horiz", "width"), ("scale vert", "height"), ("scale depth", "depth"), ("trans horiz", "sideways"),
    ("trans vert", "up and down"), ("trans depth", "forward and back"), ("corner1", "outer corner"),
    ("corner2", "inner corner"), ("height1", "opening, inner"), ("height2", "opening, middle"),
    ("height3", "opening, outer"), ("push1", "outer corner sideways"), ("push2", "inner corner sideways"),
    ("width1", "width of the root"), ("width2", "width of the bridge"), ("width3", "width of the wings"),
    ("angles", "corners up and down"), ("upperlip", "upper lip"), ("lowerlip", "lower lip"), ("eyefold", "lid fold"),
    ("cupidsbow", "Cupid's bow"), ("septumangle", "septum angle"), ("invertedtriangular", "inverted triangular"),
    ("rot", "rotation"), ("lid fold curve", "lid fold fullness"),
)
STILL = ("head-trans-vert", "head-trans-depth", "head-trans-horiz", "head-back-scale-depth")
"""Sliders that a photo of a face cannot tell from the camera's place, or that it does not show."""


def entry(name: str, low: str | None, high: str) -> str:
    side = name[0] if name[:2] in ("l-", "r-") else ""
    stem = name[2:] if side else name
    region = stem.split("-")[0]
    words = stem.replace("-", " ")
    if region in ("macro", "asym"):
        words = words.removeprefix(region + " ")
    for old, new in WORDS:
        words = re.sub(rf"\b{old}\b", new, words)
    label = words[0].upper() + words[1:] + {"": "", "l": ", left", "r": ", right"}[side]
    last = (low.rsplit("-", 1)[-1] if low else "", high.rsplit("-", 1)[-1])
    ends = ENDS.get(last, ("none", "full"))
    lines = [
        "[[value]]", f'id = "{name}"', f'label = "{label}"', f'group = "{GROUPS[region]}"',
        f"range = [{-1.0 if low else 0.0}, 1.0, 0.0]", f'ends = ["{ends[0]}", "{ends[1]}"]',
        f'drives = {{ "{name}" = 1.0 }}',
    ]
    if side:
        lines += [f'pair = "{stem}"', f'mirror = "{"r" if side == "l" else "l"}-{stem}"']
    if region == "asym" or (stem.endswith("-trans-horiz") and not side):
        lines.append("antisymmetric = true")
    if name in STILL or region == "neck":
        lines.append("fitted = false")
    return "\n".join(lines) + "\n"


def main() -> None:
    parts = [
        "# Written by scripts/make_head_schema.py from the head pack: every named shape slider of the head.\n"
        "# Left and right are the subject's; a pair's name sets both.\n",
        'label = "Facewright head (every shape slider)"\nversion = 1\n',
    ]
    parts += [entry(*slider) for slider in load_head().sliders]
    TARGET.write_text("\n".join(parts), encoding="utf-8")


if __name__ == "__main__":
    main()
