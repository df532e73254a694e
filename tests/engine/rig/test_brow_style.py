"""The brow's style is told from how thick the brows are that a picture shows, and never left between two."""

from dataclasses import replace

import numpy as np
import pytest

from engine.head.model import Head
from engine.head.pack import load_head
from engine.head.portrait import HeadPainter, HeadView, Skin
from engine.rig.appearance import seen_paint
from engine.rig.brow_style import brow_width, seen_brow_style
from engine.rig.schema import load_schema

VIEW, SIDE = HeadView(zoom=1.3), 384


@pytest.fixture(scope="module")
def head() -> Head:
    return load_head()


@pytest.fixture(scope="module")
def landmarks(head: Head) -> np.ndarray:
    return np.asarray(VIEW.pixels(head.landmarks(head.vertices), SIDE))[:, :2]


@pytest.fixture(scope="module")
def pictures(head: Head) -> list[np.ndarray]:
    skin = Skin(brow_grey=0.15)
    with HeadPainter(head) as painter:
        return [painter.draw(head.vertices, VIEW, SIDE, replace(skin, brow_style=style))[..., :3]
                for style in (1, 2, 3)]


def test_thick_brows_are_wider_than_thin_ones(pictures: list[np.ndarray], landmarks: np.ndarray) -> None:
    natural, full, fine = (brow_width(picture, landmarks) for picture in pictures)
    assert fine is not None and natural is not None and full is not None and fine < natural < full


def test_a_style_is_one_and_the_others_are_not(pictures: list[np.ndarray], landmarks: np.ndarray) -> None:
    schema = load_schema("face-nn")
    told = [seen_brow_style(picture, landmarks) for picture in pictures]
    assert told == [1, 2, 3]
    for picture, style in zip(pictures, told, strict=True):
        values = schema.set(schema.defaults(), seen_paint(schema, picture, landmarks)).array()[96:]
        assert sorted(values) == [0, 0, 1] and style == values.argmax() + 1


def test_what_shows_no_brow_says_nothing(pictures: list[np.ndarray], landmarks: np.ndarray) -> None:
    assert seen_brow_style(np.full((SIDE, SIDE, 3), 128, np.uint8), landmarks) is None
    assert seen_brow_style(pictures[0], landmarks + 5000) is None
    assert seen_brow_style(pictures[0], landmarks * np.nan) is None
    assert seen_brow_style(pictures[0][:9, :9], landmarks / 100) is None
    schema = load_schema("face-nn")
    assert not any(key.startswith("brow.style") for key in seen_paint(schema, pictures[0], landmarks + 5000))
