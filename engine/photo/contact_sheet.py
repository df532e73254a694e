"""Many small pictures on one page, with names along two sides."""

from collections.abc import Sequence

import numpy as np

from engine.photo.lettering import width_in_letters, write

MARGIN = 8
HEADING = 24
SIZE = 14
PAPER, INK = (250, 250, 249), (60, 60, 60)


def contact_sheet(columns: Sequence[str], rows: Sequence[tuple[str, Sequence[np.ndarray]]]) -> np.ndarray:
    """A page, (H, W, 3) uint8: one row of pictures (s, s, 3) uint8 per named row, a heading over each column.

    All pictures have one size; each row has as many as there are columns.
    """
    from PIL import Image, ImageDraw

    side = rows[0][1][0].shape[0]
    step = side + MARGIN
    page = Image.new("RGB", (MARGIN + step * len(columns), HEADING + (step + HEADING) * len(rows)), PAPER)
    drawing = ImageDraw.Draw(page)
    for place, name in enumerate(columns):
        write(drawing, (MARGIN + step * place, 4), _fitting(name, side), SIZE, INK)
    for row, (name, pictures) in enumerate(rows):
        top = HEADING + row * (step + HEADING)
        for place, picture in enumerate(pictures):
            page.paste(Image.fromarray(picture), (MARGIN + step * place, top))
        write(drawing, (MARGIN, top + side + 2), _fitting(name, side * 3), SIZE, INK)
    return np.array(page)


def _fitting(name: str, width: int) -> str:
    """The name, cut with dots when it is longer than about `width` pixels."""
    most = max(4, width // 7)
    if width_in_letters(name, SIZE) <= most:
        return name
    while width_in_letters(name, SIZE) > most - 3:
        name = name[:-1]
    return name + "..."
