"""Which targets the head has, how they pair into sliders, and the macro axes (gender, age, origin, weight, muscle)."""

import re

import numpy as np

from head_pack.source import Source

FOLDERS = ("head", "forehead", "eyebrows", "eyes", "nose", "mouth", "ears", "cheek", "chin", "neck")
# (word at the slider's minimum, word at its maximum)
_OPPOSITES = (
    ("decr", "incr"), ("down", "up"), ("in", "out"), ("backward", "forward"), ("concave", "convex"),
    ("uncompress", "compress"), ("ear-shape-square", "ear-shape-round"), ("ear-shape-pointed", "ear-shape-triangle"),
)  # fmt: skip
_GENDERS = ("female", "male")


def _slider_name(stem: str, low: str) -> str:
    """``nose-trans-in`` -> ``nose-trans-horiz``: two axes of one thing must not share a name."""
    name = stem.removeprefix("measure-")
    if name.endswith("-trans"):
        return name + {"down": "-vert", "in": "-horiz", "backward": "-depth"}[low]
    if low == "concave" and name.endswith("eyefold"):
        return name + "-curve"
    if low.startswith("ear-shape"):
        return name + {"ear-shape-square": "-ear-shape-round", "ear-shape-pointed": "-ear-shape-triangle"}[low]
    if name.endswith("eye-bag") and low == "in":
        return name + "-depth"
    return name


def local_targets(source: Source) -> tuple[list[str], dict[str, np.ndarray], list[tuple[str, str | None, str]]]:
    """Names, displacements and sliders (name, minimum-side target or None, maximum-side target) of the face targets."""
    deltas: dict[str, np.ndarray] = {}
    sliders: list[tuple[str, str | None, str]] = []
    for folder in FOLDERS:
        found = {path.split("/")[1]: path for path in source.targets_in(folder)}
        paired: set[str] = set()
        for name in found:
            for low, high in _OPPOSITES:
                if name.endswith(f"-{low}"):
                    stem = name[: -len(low) - 1]
                    other = f"{stem}-{high}"
                    if other in found:
                        sliders.append((_slider_name(stem, low), name, other))
                        paired.update((name, other))
        for name in found:
            if name not in paired:
                sliders.append((name, None, name))
        for name, path in found.items():
            deltas[name] = source.target(path)
    for path in source.targets_in("asym"):
        match = re.fullmatch(r"asym-(.+)-([lr])", path.split("/")[1])
        if match and match[2] == "r":
            region = match[1].replace("brown", "brow")
            right, left = f"asym-{region}-r", f"asym-{region}-l"
            deltas[right] = source.target(path)
            deltas[left] = source.target(path[:-1] + "l")
            sliders.append((f"asym-{region}", right, left))
    return list(deltas), deltas, sliders


def _mean(source: Source, pattern: str) -> np.ndarray:
    return np.mean([source.target("macrodetails/" + pattern.format(g=g)) for g in _GENDERS], axis=0)


def base_displacement(source: Source) -> np.ndarray:
    """From the sexless base mesh to the mean of young caucasian woman and man."""
    return _mean(source, "caucasian-{g}-young") + _mean(source, "universal-{g}-young-averagemuscle-averageweight")


def macro_targets(source: Source) -> tuple[dict[str, np.ndarray], list[tuple[str, str | None, str]]]:
    """The phenotype axes as displacements from the base identity."""
    base = base_displacement(source)

    def person(gender: str, age: str, origin: str) -> np.ndarray:
        return source.target(f"macrodetails/{origin}-{gender}-{age}") + source.target(
            f"macrodetails/universal-{gender}-{age}-averagemuscle-averageweight"
        )

    build = "universal-{g}-young-%smuscle-%sweight"
    average = _mean(source, build % ("average", "average"))
    deltas = {
        "macro-female": person("female", "young", "caucasian") - base,
        "macro-male": person("male", "young", "caucasian") - base,
        "macro-child": _mean(source, "caucasian-{g}-child")
        + _mean(source, "universal-{g}-child-averagemuscle-averageweight")
        - base,
        "macro-old": _mean(source, "caucasian-{g}-old")
        + _mean(source, "universal-{g}-old-averagemuscle-averageweight")
        - base,
        "macro-african": _mean(source, "african-{g}-young") - _mean(source, "caucasian-{g}-young"),
        "macro-asian": _mean(source, "asian-{g}-young") - _mean(source, "caucasian-{g}-young"),
        "macro-thin": _mean(source, build % ("average", "min")) - average,
        "macro-heavy": _mean(source, build % ("average", "max")) - average,
        "macro-slack": _mean(source, build % ("min", "average")) - average,
        "macro-muscular": _mean(source, build % ("max", "average")) - average,
    }
    sliders: list[tuple[str, str | None, str]] = [
        ("macro-gender", "macro-female", "macro-male"),
        ("macro-age", "macro-child", "macro-old"),
        ("macro-african", None, "macro-african"),
        ("macro-asian", None, "macro-asian"),
        ("macro-weight", "macro-thin", "macro-heavy"),
        ("macro-muscle", "macro-slack", "macro-muscular"),
    ]
    return deltas, sliders
