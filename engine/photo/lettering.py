"""Words drawn into pictures, whatever script they are in.

Each letter is drawn by the first font that has it: Pillow's own, DejaVu Sans (resources/fonts: Latin, Greek, Cyrillic,
Arabic, Hebrew and more), and then what the system offers, asked letter by letter through fontconfig or looked for among
the fonts that Windows and macOS ship. What nobody has is written as its number, "[1F9D1]", never as an empty box.
"""

import shutil
import subprocess
import sys
import unicodedata
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from engine.base.paths import RESOURCES

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont as Font

BUNDLED = RESOURCES / "fonts" / "DejaVuSans.ttf"
_SHIPPED = {
    "win32": ("C:/Windows/Fonts/msyh.ttc", "C:/Windows/Fonts/msgothic.ttc", "C:/Windows/Fonts/malgun.ttf",
              "C:/Windows/Fonts/Nirmala.ttf", "C:/Windows/Fonts/LeelawUI.ttf", "C:/Windows/Fonts/seguisym.ttf"),
    "darwin": ("/System/Library/Fonts/Supplemental/Arial Unicode.ttf", "/System/Library/Fonts/PingFang.ttc",
               "/System/Library/Fonts/Hiragino Sans GB.ttc"),
}
_PATIENCE = 10.0
"""Seconds fontconfig may take to name a font; it takes a hundredth of one, and longer when it lists fonts anew."""


def write(drawing: "ImageDraw", place: tuple[int, int], text: str, size: int,
          fill: tuple[int, int, int] | int) -> None:
    """Draw one line of text, its upper left corner at `place`. fill: a colour of the picture's mode."""
    x, baseline = float(place[0]), place[1] + fonts(size)[0].getmetrics()[0]
    for font, part in runs(text, size):
        drawing.text((x, baseline), part, fill=fill, font=font, anchor="ls")
        x += font.getlength(part)


def runs(text: str, size: int) -> "list[tuple[Font, str]]":
    """A line in parts, each with the font that has its letters."""
    chosen: list[tuple[Font, str]] = []
    for letter in text:
        if _belongs_to_last(letter) and chosen and _has(chosen[-1][0], letter):
            chosen.append((chosen[-1][0], letter))
            continue
        if unicodedata.category(letter) == "Cf":  # it joins or directs what is not drawn together here
            continue
        font = _font_of(letter, size)
        chosen.append((font, letter) if font is not None else (fonts(size)[0], f"[{ord(letter):04X}]"))
    return [(font, "".join(letter for _, letter in part)) for font, part in groupby(chosen, lambda one: one[0])]


def width_in_letters(text: str, size: int) -> int:
    """How long a line is in letters of usual width as it is drawn: Chinese and the like take two."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for _, part in runs(text, size)
               for letter in part)


@lru_cache(maxsize=8)
def fonts(size: int) -> "tuple[Font, ...]":
    """The fonts that are always here."""
    from PIL import ImageFont

    own = ImageFont.load_default(size=size)
    assert isinstance(own, ImageFont.FreeTypeFont)  # Pillow's wheels have FreeType
    return own, ImageFont.truetype(str(BUNDLED), size)


@lru_cache(maxsize=4096)
def _font_of(letter: str, size: int) -> "Font | None":
    if "\ud800" <= letter <= "\udfff":  # a byte of a name that is no text
        return None
    for font in fonts(size):
        if _has(font, letter):
            return font
    for path, index in _system_fonts(letter):
        opened = _opened(path, index, size)
        if opened is not None and _has(opened, letter):
            return opened
    return None


@lru_cache(maxsize=64)
def _opened(path: str, index: int, size: int) -> "Font | None":
    from PIL import ImageFont

    try:
        return ImageFont.truetype(path, size, index=index)
    except (OSError, ValueError):  # gone, or of pictures in one size, as those of emoji are
        return None


def _system_fonts(letter: str) -> list[tuple[str, int]]:
    """Files of fonts that may have a letter, the likeliest first, each with the font's place in its file."""
    if sys.platform in _SHIPPED:
        return [(path, 0) for path in _SHIPPED[sys.platform] if Path(path).is_file()]
    program = shutil.which("fc-match")
    if program is None:
        return []
    try:
        answer = subprocess.run([program, "-f", "%{file}\t%{index}\n", f"sans:charset={ord(letter):x}"],
                                capture_output=True, timeout=_PATIENCE, stdin=subprocess.DEVNULL, check=False).stdout
    except (OSError, subprocess.TimeoutExpired):
        return []
    parts = [line.rpartition("\t") for line in answer.decode("utf-8", "surrogateescape").splitlines()]
    return [(file, int(index)) for file, _, index in parts if index.isdigit()]


def _has(font: "Font", letter: str) -> bool:
    """Whether a font draws a letter as something else than what it draws for those that it lacks."""
    if letter.isspace():
        return True
    return _drawn(font, letter) != _drawn(font, "\uffff")


def _drawn(font: "Font", letter: str) -> tuple[tuple[int, int], bytes]:
    mask = font.getmask(letter)
    return mask.size, bytes(mask)


def _belongs_to_last(letter: str) -> bool:
    """Marks over and under letters, and signs that only join or direct."""
    return unicodedata.category(letter) in ("Mn", "Me", "Mc", "Cf")
