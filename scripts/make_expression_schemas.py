"""Write resources/schemas/arkit-52.toml and vrm.toml: the 52 ARKit shapes, and the expressions of VRM 1.0, as rigs.

    python scripts/make_expression_schemas.py

Run it after resources/engines/engines.toml changes; a test holds them together.
"""

import re
import sys
from collections.abc import Mapping
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from engine.base.paths import RESOURCES  # noqa: E402
from engine.photo.arkit import ARKIT_52  # noqa: E402
from engine.rig.engines import vrm_presets  # noqa: E402
from engine.rig.files.vrm_file import PRESETS  # noqa: E402

FOLDER = RESOURCES / "schemas"
APPLE = (
    "eyeBlink eyeLookDown eyeLookIn eyeLookOut eyeLookUp eyeSquint eyeWide", "jawForward jawLeft jawRight jawOpen",
    "mouthClose mouthFunnel mouthPucker mouthLeft mouthRight mouthSmile mouthFrown mouthDimple mouthStretch "
    "mouthRollLower mouthRollUpper mouthShrugLower mouthShrugUpper mouthPress mouthLowerDown mouthUpperUp",
    "browDown browInnerUp browOuterUp", "cheekPuff cheekSquint", "noseSneer", "tongueOut")
"""Apple's order: what has a left and a right has them one after the other, the eyes' all left ones first."""
GROUPS = {"eye": "Eyes", "jaw": "Jaw and chin", "mouth": "Mouth", "brow": "Brows", "cheek": "Cheeks", "nose": "Nose",
          "tongue": "Mouth"}
OPPOSITES = {"jawLeft": "jawRight", "jawRight": "jawLeft", "mouthLeft": "mouthRight", "mouthRight": "mouthLeft"}
VRM_GROUPS = {**dict.fromkeys(("happy", "angry", "sad", "relaxed", "surprised", "neutral"), "Mood"),
              **dict.fromkeys(("aa", "ih", "ou", "ee", "oh"), "Speech"),
              **dict.fromkeys(("blink", "blinkLeft", "blinkRight"), "Blink"),
              **dict.fromkeys(("lookUp", "lookDown", "lookLeft", "lookRight"), "Gaze")}
HEAD = """\
# Written by scripts/make_expression_schemas.py. {what}

label = "{label}"
version = 1
range = [0.0, 1.0, 0.0]
"""


def apple_order() -> list[str]:
    """The 52 names in Apple's order."""
    names = []
    for stems in APPLE:
        sides = [[f"{stem}{side}" for side in ("Left", "Right") if f"{stem}{side}" in ARKIT_52] or [stem]
                 for stem in stems.split()]
        if stems.startswith("eye"):
            names += [pair[side] for side in (0, 1) for pair in sides]
        else:
            names += [name for pair in sides for name in pair]
    return names


def entry(name: str, group: str, drives: Mapping[str, float], stem: str, mirror: str, label: str) -> str:
    lines = ["[[value]]", f'id = "{name}"', f'label = "{label}"', f'group = "{group}"']
    if drives:
        lines.append("drives = { " + ", ".join(f"{shape} = {weight:g}" for shape, weight in drives.items()) + " }")
    else:
        lines.append('state = "inert"')
    if stem:
        lines.append(f'pair = "{stem}"')
    if mirror:
        lines.append(f'mirror = "{mirror}"')
    return "\n".join(lines) + "\n"


def _words(name: str) -> str:
    words = re.sub("([A-Z])", lambda found: " " + found[1].lower(), name)
    return words[0].upper() + words[1:]


def _sided(name: str, names: tuple[str, ...]) -> tuple[str, str, str]:
    """A pair's name, the other side, and the label."""
    for side, other in (("Left", "Right"), ("Right", "Left")):
        stem = name.removesuffix(side)
        if name.endswith(side) and stem + other in names and name not in OPPOSITES and not name.startswith("look"):
            return stem if stem not in names else "", stem + other, f"{_words(stem)}, {side.lower()}"
    return "", OPPOSITES.get(name, ""), _words(name)


def arkit() -> str:
    parts = [HEAD.format(what="The 52 face shapes of Apple's ARKit, in its order and its spelling.",
                         label="ARKit expression (52 shapes)")]
    for name in apple_order():
        stem, mirror, label = _sided(name, ARKIT_52)
        group = next(group for start, group in GROUPS.items() if name.startswith(start))
        parts.append(entry(name, group, {name: 1.0}, stem, mirror, label))
    return "\n".join(parts)


def vrm() -> str:
    shapes = {preset.name: preset.shapes for preset in vrm_presets()}
    parts = [HEAD.format(what="The expressions of VRM 1.0, out of resources/engines/engines.toml.",
                         label="VRM expression (18 presets)")]
    for name in PRESETS:
        stem, mirror, label = _sided(name, PRESETS)
        parts.append(entry(name, VRM_GROUPS[name], shapes.get(name, {}), stem, mirror, label))
    return "\n".join(parts)


def main() -> None:
    for name, text in (("arkit-52", arkit()), ("vrm", vrm())):
        (FOLDER / f"{name}.toml").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
