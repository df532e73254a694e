"""What of a photo is skin that may be laid on a head."""

from dataclasses import replace
from typing import cast

import numpy as np
import pytest

from engine.base.jobs import run
from engine.base.paths import RESOURCES
from engine.engine import Engine
from engine.networks.face_parser import LABELS, SIDE, FaceParser
from engine.photo.open_photo import OpenPhoto
from engine.rig.texture.seen import look_at


@pytest.fixture(scope="module")
def photo(engine: Engine) -> OpenPhoto:
    return run(engine.photos.open(RESOURCES / "samples" / "neutral.jpg"))


class Labelled:
    """A parser that sees this everywhere."""

    def __init__(self, labels: np.ndarray) -> None:
        self._labels = labels

    def labels(self, picture: np.ndarray) -> np.ndarray:
        assert picture.shape[:2] == self._labels.shape
        return self._labels


@pytest.mark.parametrize("hat", [True, False])
def test_what_a_hat_darkens_is_no_skin_to_lay_on_a_head(photo: OpenPhoto, hat: bool) -> None:
    labels = np.full((SIDE, SIDE), LABELS.index("skin"), np.uint8)
    labels[:140] = LABELS.index("hat" if hat else "background")
    labels[150:160] = LABELS.index("left brow")
    crop = photo.crop(0)
    pixels = np.full_like(photo.picture.pixels, 180)
    for first, last in ((140, 170), (330, 360)):  # in the hat's shadow, and in some other
        y0, y1 = (round(crop.y0 + row * crop.side / SIDE) for row in (first, last))
        pixels[max(y0, 0):y1] = 60
    seen = look_at(replace(photo, picture=replace(photo.picture, pixels=pixels)), 0, cast(FaceParser, Labelled(labels)))
    rows = seen.skin[:, len(seen.skin) // 2][[round(row * len(seen.skin) / SIDE) for row in (155, 166, 250, 345)]]
    assert rows == pytest.approx([1, 0 if hat else 1, 1, 1], abs=0.02)  # a brow in the shade is a brow all the same
