"""Where the parts of a row lie: one line, or where the panel is too narrow for that, the label over the track."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF

from gui.controls.row_features import RowFeatures
from gui.controls.value_field import LETTER
from gui.style.scale import px

LINE = 25
"""Height of a row in one line; like all measures here, at the usual font size."""
WORDS, UNDER = 20, 20
"""Of a row with the label over the track: the line of words, and the track under it."""
_GUTTER, _LOCK, _CHIP, _END, _INDENT = 20, 18, 26, 4, 8
_FIELD = 40
"""Least width of a number."""
_LEAST = 112
"""Least width of a slider beside its label; its groove is 16 px shorter."""
_LEAST_FREE = 72
"""The same for a track with two handles, beside two numbers."""
_LEAST_DIFFERING = 60
"""The same while a linked pair's sides differ: what else has its place stays where it is."""


@dataclass(frozen=True)
class RowBoxes:
    """In the row's own pixels. numbers: of each side; the second is empty where there is one number only."""

    label: QRect
    track: QRect
    numbers: tuple[QRect, QRect]
    chip: QRect
    star: QRectF
    lock: QRectF


def _number(features: RowFeatures, count: int) -> int:
    """Width of a number, with its side's letter where there are two."""
    return max(px(_FIELD), features.number_width) if count == 1 else features.pair_width + px(LETTER)


def _marks(features: RowFeatures) -> int:
    return _GUTTER + (_LOCK if features.lockable else 0)


def _end(features: RowFeatures) -> int:
    return _CHIP if features.chips else _END


def is_stacked(features: RowFeatures, width: int, sides: int) -> bool:
    """Whether the whole label and a track that a hand can use do not fit beside each other. sides: handles, 1 or 2."""
    room = width - _marks(features) - features.label_width - _INDENT - sides * _number(features, sides) - _end(features)
    return room < (_LEAST if sides == 1 else _LEAST_FREE)


def row_height(features: RowFeatures, width: int, sides: int) -> int:
    return px(WORDS) + px(UNDER) if is_stacked(features, width, sides) else px(LINE)


def row_boxes(features: RowFeatures, width: int, sides: int, numbers: int) -> RowBoxes:
    """sides: handles, 1 or 2. numbers: shown, 1 or 2; a linked pair has two where its sides differ."""
    stacked, left, right = is_stacked(features, width, sides), _marks(features), width - _end(features)
    height = row_height(features, width, sides)
    words = px(WORDS) if stacked else height
    wide = _number(features, numbers)
    fields = right - numbers * wide
    if stacked:
        label = QRect(left, 0, max(fields - left - 4, 0), words)
        groove = left - 8  # so that it begins below the label's first letter
        track = QRect(groove, words, max(right - groove, 0), height - words)
    else:
        least = _LEAST_DIFFERING if numbers > sides else _LEAST if sides == 1 else _LEAST_FREE
        label = QRect(left, 0, max(min(features.label_width + _INDENT, fields - 2 - least - left), 0), words)
        track = QRect(label.right() + 1, 1, max(fields - 2 - label.right() - 1, 0), height - 2)
    first = QRect(fields, 1, wide, words - 2)
    second = QRect(fields + wide, 1, wide, words - 2) if numbers == 2 else QRect()
    marks = [QRectF(x, (words - 14) / 2, 14, 14) for x in (4, 22)]
    return RowBoxes(label, track, (first, second), QRect(width - _CHIP + 2, (words - 22) // 2, 22, 22), *marks)
