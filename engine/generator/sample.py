"""Faces from seeds: drawn one by one, and laid out on a sheet."""

import math
from collections.abc import Sequence

import numpy as np

from engine.base.errors import UsageError
from engine.base.jobs import Job, Progress
from engine.base.opencv import cv2
from engine.base.text import Text
from engine.generator.generator import Generator, to_pixels
from engine.generator.latents_file import Latents
from engine.generator.space import latents
from engine.photo.contact_sheet import INK, MARGIN, PAPER
from engine.photo.lettering import write

_CAPTION, _LETTERS = 20, 13
_WIDEST = 8
"""Pictures in a row of a sheet, at most; at least half as many, whichever fills the last row best."""


def sample_latents(generator: Generator, seeds: Sequence[int], kind: str, truncation: float) -> Latents:
    """z and w of seeds. UsageError for a seed or kind that is none."""
    import torch

    z = latents(seeds, kind, generator.space.z)
    with torch.inference_mode():
        w = generator.mapping(torch.from_numpy(z).to(generator.device)).cpu().numpy()
    return Latents(np.array(seeds, np.int64), kind, z, w, truncation, generator.space.cutoff, generator.name,
                   generator.family, generator.digest)


def draw(generator: Generator, faces: Latents, size: int) -> Job[list[np.ndarray]]:
    """A picture (size, size, 3) uint8 of each face, drawn at the cheapest size that is not smaller.

    UsageError when the latents belong to another kind of generator, or the size is more than it draws.
    """
    import torch

    if size > generator.size:
        raise UsageError(Text("{0} draws {1} pixels at most, not {2}", generator.name, generator.size, size))
    pictures: list[np.ndarray] = []
    for number, row in enumerate(faces.w):
        yield Progress(len(pictures), len(faces.w), Text("Drawing face {0} of {1}", len(pictures) + 1, len(faces.w)))
        with torch.inference_mode():
            if faces.wplus is None:
                w = torch.from_numpy(np.array(row))[None].to(generator.device)
                wplus = generator.spread(w, faces.truncation, faces.cutoff)
            else:
                wplus = torch.from_numpy(np.array(faces.wplus[number]))[None].to(generator.device)
            picture = to_pixels(generator.synthesis(wplus, generator.size_for(size)))[0]
        if picture.shape[0] != size:
            picture = cv2.resize(picture, (size, size), interpolation=cv2.INTER_AREA)
        pictures.append(picture)
    return pictures


def sheet(pictures: Sequence[np.ndarray], captions: Sequence[str]) -> np.ndarray:
    """Square pictures (s, s, 3) uint8 of one size on a page (H, W, 3) uint8, each with its caption below."""
    from PIL import Image, ImageDraw

    side, count = pictures[0].shape[0], len(pictures)
    choices = range(min(count, _WIDEST // 2), min(count, _WIDEST) + 1)
    columns = min(choices, key=lambda number: (-count % number, -number))
    rows = math.ceil(count / columns)
    across, down = side + MARGIN, side + _CAPTION + MARGIN
    page = Image.new("RGB", (MARGIN + across * columns, MARGIN + down * rows), PAPER)
    drawing = ImageDraw.Draw(page)
    for place, (picture, caption) in enumerate(zip(pictures, captions, strict=True)):
        left, top = MARGIN + across * (place % columns), MARGIN + down * (place // columns)
        page.paste(Image.fromarray(picture), (left, top))
        write(drawing, (left, top + side + 3), caption, _LETTERS, INK)
    return np.array(page)
