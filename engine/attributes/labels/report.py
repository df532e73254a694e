"""What directions are worth, drawn: their scores, and a matrix of what else each moves."""

import math

import numpy as np

from engine.attributes.directions import Directions
from engine.attributes.labels.label_set import LabelSet
from engine.base.errors import UsageError
from engine.base.text import Text
from engine.photo.contact_sheet import INK, PAPER
from engine.photo.lettering import write

_CELL, _HEAD, _SIDE, _LINE = 46, 150, 330, 22
_LETTERS, _SMALL = 13, 11
_MORE, _LESS = (196, 78, 62), (58, 104, 176)


def seen_matrix(directions: Directions) -> tuple[list[str], np.ndarray]:
    """Names of columns, and (directions, columns): what one standard deviation along each was seen to do."""
    names = list(dict.fromkeys([*(one.name for one in directions.items),
                                *(name for one in directions.items for name in one.moves)]))
    return names, np.array([[one.effect if name == one.name else one.moves.get(name, math.nan) for name in names]
                            for one in directions.items])


def correlations(directions: Directions, labels: LabelSet) -> tuple[list[str], np.ndarray]:
    """Names of columns, and (directions, columns): how each column goes along with w · d among the labelled faces.
    Says what comes together, not what causes what. UsageError when the labels have no w."""
    if labels.w is None:
        raise UsageError(Text("these labels come without latents"))
    matrix = np.full((len(directions.items), len(directions.items)), math.nan)
    for row, one in enumerate(directions.items):
        along = labels.w @ one.vector
        for place, name in enumerate(directions.names):
            scores = labels.column(name)
            known = np.isfinite(scores)
            if known.sum() > 2 and np.ptp(scores[known]) > 0:
                matrix[row, place] = np.corrcoef(along[known], scores[known])[0, 1]
    return list(directions.names), matrix


def draw_report(directions: Directions, names: list[str], matrix: np.ndarray, caption: str) -> np.ndarray:
    """The page, (H, W, 3) uint8: a line per direction with its scores, a cell per column; red more, blue less."""
    from PIL import Image, ImageDraw

    width = _SIDE + _CELL * len(names) + 70
    page = Image.new("RGB", (max(width, 760), _HEAD + _LINE * (len(matrix) + 2)), PAPER)
    drawing = ImageDraw.Draw(page)
    write(drawing, (8, 8), caption, _LETTERS, INK)
    for left, word in ((8, "direction"), (150, "AUC"), (200, "r"), (245, "rows")):
        write(drawing, (left, _HEAD - 20), word, _LETTERS, INK)
    for place, name in enumerate(names):
        label = Image.new("L", (110, 16))
        write(ImageDraw.Draw(label), (0, 1), name[:18], _SMALL, 255)
        turned = label.rotate(50, expand=True)
        page.paste(INK, (_SIDE + _CELL * place + 12, _HEAD - 4 - turned.height), turned)
    for row, one in enumerate(directions.items):
        top = _HEAD + row * _LINE
        rows = "all" if one.rows is None else f"{one.rows[0]}-{one.rows[1] - 1}"
        for left, text in ((8, one.name[:20]), (150, _text(one.score.get("auc"))), (200, _text(one.score.get("r"))),
                           (245, rows)):
            write(drawing, (left, top + 3), text, _LETTERS, INK)
        for place, value in enumerate(matrix[row]):
            left = _SIDE + _CELL * place
            if math.isfinite(value):
                drawing.rectangle((left, top, left + _CELL - 2, top + _LINE - 2), fill=_colour(value))
                write(drawing, (left + 7, top + 4), f"{value:+.2f}", _SMALL, INK if abs(value) < 0.8 else PAPER)
            if names[place] == one.name:
                drawing.rectangle((left, top, left + _CELL - 2, top + _LINE - 2), outline=INK)
    return np.array(page)


def _text(value: float | None) -> str:
    return "" if value is None else f"{value:.2f}"


def _colour(value: float) -> tuple[int, int, int]:
    share = min(abs(value), 1.0)
    full = _MORE if value > 0 else _LESS
    red, green, blue = (round(paper + (ink - paper) * share) for paper, ink in zip(PAPER, full, strict=True))
    return red, green, blue
