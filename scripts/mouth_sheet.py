"""A sheet of what a portrait's mouth does in each viseme, every mouth at the photo's own size.

    python scripts/mouth_sheet.py PHOTO... -o SHEET.jpg
"""

import argparse
import sys
from contextlib import closing
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

SHOWN = ("sil", "PP", "FF", "SS", "CH", "nn", "aa", "E", "I", "O", "U")
_WIDE, _HIGH = 0.42, 0.36
"""Of the distance between outer corners of the eyes, around the mouth."""
_LETTERS = 26


def mouths(photo: Path, context: object) -> tuple[np.ndarray, list[str]]:
    """A row of mouths (h, n * w, 3), and how far apart the lips are in each, heights of the face."""
    from engine.base.jobs import run
    from engine.engine import Engine
    from engine.photo.arkit import ARKIT_52
    from engine.photo.paste import paste
    from engine.puppet.deformation import Deformation
    from engine.puppet.lip_gap import LipGap
    from engine.reenact.acting import Actor
    from engine.reenact.drivers.speech_driver import take_of_speech
    from engine.reenact.portrait import portrait_of
    from engine.speech.liveliness import Liveliness
    from engine.speech.mouth_motion import mouth_motion
    from engine.speech.viseme_track import VisemeTrack
    from engine.speech.visemes import PP, VISEME_INDEX, VISEMES

    still = Liveliness(blinks=False, brows=False, head=False)
    with closing(Engine()) as engine:
        portrait = run(portrait_of(run(engine.photos.open(photo)), 0, engine.shared.covers))
        puppet = portrait.puppet(context, False)  # type: ignore[arg-type]
        lips = LipGap.of(puppet.frame.motion)
        actor = Actor(puppet.facts, lips, np.zeros(3), Deformation(), True)
        x, y = portrait.face.landmarks[[13, 14, 61, 291], :2].mean(0)
        reach = portrait.face.interocular
        high, wide = portrait.pixels.shape[:2]
        rows = slice(max(0, int(y - _HIGH * reach)), min(high, int(y + _HIGH * reach)))
        columns = slice(max(0, int(x - _WIDE * reach)), min(wide, int(x + _WIDE * reach)))
        cells, told = [], []
        for name in SHOWN:
            scores = np.zeros((60, len(VISEMES)))
            scores[:, VISEME_INDEX[name]] = 1
            take = take_of_speech(mouth_motion(VisemeTrack(scores, scores[:, PP], np.ones(60), name)), still, name)
            now = take.at(0.3)
            change = actor.deformation(np.array([now.get(one, 0.0) for one in ARKIT_52]), np.zeros(3), now["lipGap"],
                                       now["lipBite"])
            canvas = portrait.pixels.copy()
            for left, top, patch in puppet.draw_parts(change, portrait.crop.within(wide, high)):
                paste(canvas, patch, portrait.crop.x0 + left, portrait.crop.y0 + top)
            cells.append(canvas[rows, columns])
            told.append(f"{name} {lips(np.array(change.weights)):.3f}")
        puppet.release()
    return np.hstack(cells), told


def lettered(row: np.ndarray, words: list[str]) -> np.ndarray:
    """The row with a word over each of its parts."""
    from engine.base.opencv import cv2

    head = np.full((_LETTERS, row.shape[1], 3), 255, np.uint8)
    for number, word in enumerate(words):
        cv2.putText(head, word, (number * row.shape[1] // len(words) + 4, _LETTERS - 8), cv2.FONT_HERSHEY_SIMPLEX, 0.5,
                    (0, 0, 0), 1, cv2.LINE_AA)
    return np.vstack([head, row])


def main() -> None:
    from engine.base.gl import open_context
    from engine.base.opencv import cv2
    from engine.base.writing import write_whole

    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("photos", nargs="+", type=Path, metavar="PHOTO")
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="SHEET.jpg")
    options = parser.parse_args()
    context = open_context()
    rows = [lettered(*mouths(photo, context)) for photo in options.photos]
    wide = max(row.shape[1] for row in rows)
    rows = [np.pad(row, ((0, 0), (0, wide - row.shape[1]), (0, 0)), constant_values=255) for row in rows]
    write_whole(options.output, cv2.imencode(options.output.suffix, np.vstack(rows)[..., ::-1])[1].tobytes())


if __name__ == "__main__":
    main()
