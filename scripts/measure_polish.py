"""What polishing does to a live puppet: a sheet of pictures, and figures.

    python scripts/measure_polish.py [PHOTO ...] [--quality draft|full] [--out docs/pictures/polish.jpg]

For the largest face of each photo (the portraits that come with the program when none is named): looks for it in the
generator unless it is known, draws its keys, and holds the polished puppet against the plain one: milliseconds for a
512-pixel draft (taken by turns, the quickest fifth of them), how much smile the network still sees without it and how
far the lids close, dlib's distance to the photo, and the largest step over the median step while a slider moves by
tenths.
"""

import argparse
import statistics
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from engine.base.jobs import run  # noqa: E402
from engine.base.look import Look  # noqa: E402
from engine.base.opencv import cv2  # noqa: E402
from engine.engine import Engine  # noqa: E402
from engine.expression.units import CONTROLS  # noqa: E402
from engine.expression.weights import deformation  # noqa: E402
from engine.photo.arkit import ARKIT_INDEX  # noqa: E402
from engine.photo.contact_sheet import contact_sheet  # noqa: E402
from engine.photo.crop import cut  # noqa: E402
from engine.photo.open_photo import OpenPhoto  # noqa: E402
from engine.photo.writing import write_picture  # noqa: E402

SAMPLES = [ROOT / "resources" / "samples" / name for name in ("neutral.jpg", "smile.jpg")]
_SIDE, _DRAFT, _STEPS_SIDE = 220, 512, 256
_MIDDLE = slice(round(0.18 * 330), round(0.18 * 330) + _SIDE)
_TURNS = 30


def look(**values: float) -> Look:
    """By unit; the name of a pair sets both sides."""
    return Look.of(CONTROLS, {one: value for name, value in values.items() for one in CONTROLS.ids(name)})


SHOWN = {"the photo": Look(), "AU12 -5": look(AU12=-5), "AU12 -10": look(AU12=-10), "AU12 5": look(AU12=5),
         "AU12 10": look(AU12=10), "blink 6": look(blink=6), "blink 10": look(blink=10)}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("photos", nargs="*", type=Path, default=SAMPLES)
    parser.add_argument("--quality", choices=("draft", "full"), default="draft")
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "pictures" / "polish.jpg")
    arguments = parser.parse_args()
    rows: list[tuple[str, list[np.ndarray]]] = []
    with closing(Engine()) as engine:
        for path in arguments.photos:
            photo = run(engine.photos.open(path))
            rows.append((f"{path.stem}, the plain puppet", sheet_row(engine, photo)))
            plain = figures(engine, photo)
            report = run(engine.expressions.polish(photo.id, 0, arguments.quality))
            rows.append((f"{path.stem}, polished", sheet_row(engine, photo)))
            polished = figures(engine, photo)
            print(f"{path.name}\n  " + "\n  ".join(report.lines))
            for name, value in plain.items():
                print(f"  {name:28s} plain {value:6.2f}   polished {polished[name]:6.2f}")
            for name, (without, with_keys) in milliseconds(engine, photo).items():
                print(f"  {name + ', ms a draft':28s} plain {without:6.2f}   polished {with_keys:6.2f}")
            engine.photos.forget(photo.id)
    write_picture(arguments.out, contact_sheet(list(SHOWN), rows))
    return 0


def sheet_row(engine: Engine, photo: OpenPhoto) -> list[np.ndarray]:
    return [np.ascontiguousarray(picture[_MIDDLE, _MIDDLE]) for picture in
            (_seen(engine, photo, wanted, 330) for wanted in SHOWN.values())]


def _seen(engine: Engine, photo: OpenPhoto, wanted: Look, size: int) -> np.ndarray:
    """(size, size, 3) uint8: the face's whole crop."""
    square = cut(photo.picture.pixels, photo.crop(0))
    square = cv2.resize(square, (size, size), interpolation=cv2.INTER_AREA)
    patch = run(engine.puppets.draw(photo, 0, wanted, size, True))
    return square if patch is None else np.where(patch.pixels[..., 3:] > 0, patch.pixels[..., :3], square)


def figures(engine: Engine, photo: OpenPhoto) -> dict[str, float]:
    """What an analyser sees, and how even the steps are."""
    found: dict[str, float] = {}
    side = min(photo.crop(0).side, _DRAFT)
    own = engine.shared.analyser.faces(_seen(engine, photo, Look(), side))[0]
    identity = engine.shared.analyser.identity(_seen(engine, photo, Look(), side), own)
    for name, wanted, shape in (("AU12 -10", look(AU12=-10), "mouthSmile"), ("AU12 10", look(AU12=10), "mouthSmile"),
                                ("blink 10", look(blink=10), "eyeBlink")):
        picture = _seen(engine, photo, wanted, side)
        face = engine.shared.analyser.refine(picture, own)
        found[f"{name}: {shape}"] = float(np.mean([face.blendshapes[ARKIT_INDEX[shape + one]]
                                                   for one in ("Left", "Right")]))
        found[f"{name}: distance"] = float(np.linalg.norm(engine.shared.analyser.identity(picture, face) - identity))
    for name, make, low, high in (("AU12 -10..0", _of("AU12"), -10, 0), ("AU12 0..10", _of("AU12"), 0, 10),
                                  ("blink 0..10", _of("blink"), 0, 10)):
        frames = [_seen(engine, photo, make(float(value)), _STEPS_SIDE).astype(np.float32)
                  for value in np.arange(low, high + 0.05, 0.1)]
        steps = [float(np.abs(b - a).mean()) for a, b in zip(frames, frames[1:], strict=False)]
        found[f"{name}: largest/median step"] = max(steps) / statistics.median(steps)
    return found


def _of(unit: str) -> Callable[[float], Look]:
    return lambda value: look(**{unit: round(value, 1)})


def milliseconds(engine: Engine, photo: OpenPhoto) -> dict[str, tuple[float, float]]:
    """By look: the plain puppet's and the polished one's, drawn by turns."""
    puppet = run(engine.puppets.prepare(photo, 0))
    keys = puppet.keys
    found = {}
    for name in ("AU12 -10", "AU12 5", "AU12 10", "blink 10"):
        change = deformation(SHOWN[name], puppet.facts)
        times: tuple[list[float], list[float]] = ([], [])
        for worn in (None, keys):  # the first frames of either are not counted
            puppet.put_on(worn)
            puppet.draw(change, _DRAFT, False)
        for _ in range(_TURNS):
            for worn, kept in zip((None, keys), times, strict=True):
                puppet.put_on(worn)
                puppet.draw(change, _DRAFT, False)
                started = time.perf_counter()
                puppet.draw(change, _DRAFT, False)
                kept.append(1000 * (time.perf_counter() - started))
        found[name] = sorted(times[0])[_TURNS // 5], sorted(times[1])[_TURNS // 5]
    puppet.put_on(keys)
    return found


if __name__ == "__main__":
    sys.exit(main())
