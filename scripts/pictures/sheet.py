"""A contact sheet of the worst ten faces by each measure, at the photo's own size, to be looked at."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from engine.base.look import Look
from engine.engine import Engine
from engine.expression.presets import find_preset
from engine.photo.contact_sheet import contact_sheet
from pictures.judges import Judges
from pictures.sitter import Sitter, look_of
from pictures.table import SMILING, Record

WORST = 10
_MOUTH, _EYES, _FACE = (13, 14), (33, 263), (1,)  # landmarks in whose middle a window lies


@dataclass(frozen=True)
class Shown:
    """A row of the sheet. badness: of a face's record, None where it says nothing; look: what is drawn; around: the
    landmarks in the middle of the window; width: of the window, in distances between the outer canthi."""

    title: str
    badness: Callable[[Record], float | None]
    look: Look
    around: tuple[int, ...]
    width: float = 1.1


def _of(measure: str, key: str, sign: float = 1.0) -> Callable[[Record], float | None]:
    def badness(record: Record) -> float | None:
        value = record.get(measure, {}).get(key)
        return None if value is None else sign * value

    return badness


def _smile(preset: str) -> Callable[[Record], float | None]:
    def badness(record: Record) -> float | None:
        found = record.get("presets")
        return found[f"{preset} smile"] if found and found["photo smile"] >= SMILING else None

    return badness


def rows() -> list[Shown]:
    """Every kind of picture, the mouth's first."""
    return [
        *(Shown(f"{name}: fewest own teeth kept", _of("teeth", f"{name} kept", -1.0), look_of(values), _MOUTH)
          for name, values in (("AU12 3", {"AU12": 3}), ("AU26 4", {"AU26": 4}))),
        *(Shown(f"{name} on a smile: most smile left", _smile(name), find_preset(name).look, _FACE, 1.9)
          for name in ("angry", "sad", "neutral")),
        *(Shown(f"{name}: farthest from the person", _of("identities", f"{name} dlib"), look_of({unit: value}), _FACE,
                1.9) for name, unit, value in (("AU12 -8", "AU12", -8.0), ("AU26 +8", "AU26", 8.0))),
        *(Shown(f"{unit} 10: rises least", _of("units", f"{unit} rise", -1.0), look_of({unit: 10}), _EYES, 1.3)
          for unit in ("AU5", "AU6", "AU9")),
        Shown("blink 10: widest gap", _of("gaps", "blink gap"), look_of({"blink": 10}), _EYES, 1.3),
        Shown("head.yaw 20: turns least", _of("turns", "yaw +20", -1.0), look_of({"head.yaw": 20}), _FACE, 2.4),
    ]


def worst_sheet(paths: dict[str, Path], records: dict[str, Record], program: Engine, judges: Judges,
                side: int) -> np.ndarray:
    """(H, W, 3): a row for each kind of picture, its worst faces from the left, their pixels as they are (`side` of
    them in a window; a window wider than that is shown smaller)."""
    wanted: list[tuple[Shown, list[str]]] = []
    for kind in rows():
        found = {name: value for name, record in records.items()
                 if name in paths and (value := kind.badness(record)) is not None}
        if found:
            wanted.append((kind, sorted(found, key=lambda name: -found[name])[:WORST]))
    tiles: dict[tuple[str, str], np.ndarray] = {}
    for name in sorted({name for _, names in wanted for name in names}):
        sitter = Sitter(paths[name], program, judges)
        for kind, names in wanted:
            if name in names:
                tiles[kind.title, name] = _window(sitter, kind, side)
        sitter.close()
    blank = np.full((side, side, 3), 250, np.uint8)
    filled = [(kind.title, [tiles[kind.title, name] for name in names] + [blank] * (WORST - len(names)))
              for kind, names in wanted]
    return contact_sheet([""] * WORST, [(f"{title}: {', '.join(names)}", pictures) for (title, pictures), (_, names)
                                        in zip(filled, wanted, strict=True)])


def _window(sitter: Sitter, kind: Shown, side: int) -> np.ndarray:
    from engine.base.opencv import cv2

    size = sitter.puppet.side
    picture = sitter.shown(kind.look, size)
    scale = size / sitter.crop.side
    landmarks = sitter.crop.to_crop(sitter.photo.faces[0].landmarks) * np.float32(scale)
    x, y = landmarks[list(kind.around), :2].mean(axis=0)
    half = max(side / 2, kind.width * float(np.linalg.norm(landmarks[33, :2] - landmarks[263, :2])) / 2)
    square = np.array([[side / (2 * half), 0, side / 2 - x * side / (2 * half)],
                       [0, side / (2 * half), side / 2 - y * side / (2 * half)]])
    how = cv2.INTER_AREA if half * 2 > side else cv2.INTER_LINEAR
    return cv2.warpAffine(picture, square, (side, side), flags=how, borderMode=cv2.BORDER_REPLICATE)
