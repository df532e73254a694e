"""What covers a face is looked at once, by the parser where there is one, and laid back over what is drawn anew."""

from collections.abc import Iterator

import numpy as np
import pytest

from engine.base.errors import EngineError
from engine.base.jobs import run
from engine.base.look import Look
from engine.base.opencv import cv2
from engine.base.text import Text
from engine.engine import Engine
from engine.expression.magicface.renderer import MagicFaceRenderer
from engine.expression.units import CONTROLS
from engine.models.store import ModelStore
from engine.networks.face_parser import LABELS, SIDE
from engine.networks.residency import Residency
from engine.networks.zoo import Zoo
from engine.photo.analyser import FaceAnalyser
from engine.photo.crop import Crop
from engine.photo.open_photo import OpenPhoto
from engine.photo.picture import Picture
from engine.render.covers import REDRAWN, Covers, looked_at
from engine.render.request import Quality, Rendering, RenderRequest
from tests.engine.expression.magicface.doubles import Model, OvalParser
from tests.engine.networks.stand_ins import stand_in
from tests.engine.puppet.cover import covers

SMILE = Look.of(CONTROLS, {"AU12": 8})
BY_MAGICFACE = Rendering("magicface")


class Parser:
    """Sees glasses over the eyes of a face that stands upright, and remembers its pictures."""

    def __init__(self) -> None:
        self.pictures: list[np.ndarray] = []

    def labels(self, picture: np.ndarray) -> np.ndarray:
        self.pictures.append(picture)
        labels = np.full((SIDE, SIDE), LABELS.index("skin"), np.uint8)
        labels[int(0.42 * SIDE):int(0.52 * SIDE), int(0.33 * SIDE):int(0.67 * SIDE)] = LABELS.index("glasses")
        return labels


@pytest.fixture(scope="module")
def bare(samples: dict[str, np.ndarray], analyser: FaceAnalyser) -> OpenPhoto:
    pixels = cv2.resize(samples["neutral"], None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
    return OpenPhoto(Picture(pixels, pixels, None, "bare", None, "PNG"), analyser.faces(pixels)[:1])


def _turned(photo: OpenPhoto) -> OpenPhoto:
    """The same upside down."""
    from dataclasses import replace

    pixels = np.ascontiguousarray(photo.picture.pixels[::-1, ::-1])
    height, width = pixels.shape[:2]
    landmarks = photo.faces[0].landmarks.copy()
    landmarks[:, :2] = np.array([width, height], np.float32) - landmarks[:, :2]
    crop = photo.crop(0)
    around = Crop(width - crop.x0 - crop.side, height - crop.y0 - crop.side, crop.side)
    picture = Picture(pixels, pixels, None, "turned", None, "PNG")
    return OpenPhoto(picture, (replace(photo.faces[0], landmarks=landmarks),), (around,))


@pytest.fixture(scope="module")
def gloved(bare: OpenPhoto) -> tuple[OpenPhoto, np.ndarray]:
    """A gloved hand over the mouth; with where it is, a little within."""
    pixels, where = covers.hand(bare.picture.pixels, bare.faces[0].landmarks, (13, 14), (60, 90, 150))
    inner = cv2.erode(where.astype(np.uint8), np.ones((9, 9), np.uint8)) > 0
    return OpenPhoto(Picture(pixels, pixels, None, "gloved", None, "PNG"), bare.faces), inner


@pytest.fixture
def engine(model_store: ModelStore) -> Iterator[Engine]:
    made = Engine(model_store, gl="none", parser=lambda _: None)
    zoo = Zoo(model_store, Residency(1 << 28), device=lambda: "cpu")
    made.renderers._made["magicface"] = MagicFaceRenderer(zoo, stand_in("model", Model), stand_in("parser", OvalParser))
    yield made
    made.close()


@pytest.mark.parametrize("crop", [Crop(40, 100, 1100), Crop(-301, -77, 1480), Crop(500, 600, 2200)])
def test_a_face_is_looked_at_no_larger_than_needed_and_in_its_place(crop: Crop) -> None:
    pixels = np.zeros((1600, 1400, 3), np.uint8)
    pixels[..., 0], pixels[..., 1] = np.arange(1400) // 8, np.arange(1600)[:, None] // 8
    inside = np.array([[700, 800], [900.5, 700.25], [520, 630]], np.float32)
    square, landmarks = looked_at(pixels, crop, inside)
    assert square.shape == (len(square), len(square), 3) and 512 <= len(square) < 1024
    for (x, y), (column, row) in zip(inside, landmarks, strict=True):
        assert np.abs(square[int(row), int(column), :2] * 8.0 + 4 - (x, y)).max() < 12


def test_a_face_is_looked_at_once(bare: OpenPhoto) -> None:
    parser = Parser()
    looked = Covers(lambda: parser)  # type: ignore[arg-type,return-value]
    first = run(looked.of(bare, 0))
    assert first is not None and first.worn and run(looked.of(bare, 0)) is first and len(parser.pictures) == 1
    assert run(Covers(lambda: None).of(bare, 0)) is None


def test_what_a_file_does_not_hold_covers_the_face(bare: OpenPhoto) -> None:
    """The gray that stands for it needs not look like a cover: here the pixels are all there."""
    from dataclasses import replace

    from engine.photo.face import Box

    width, height = bare.picture.size
    lips = float(bare.faces[0].landmarks[0, 1])
    photo = replace(bare, picture=replace(bare.picture, missing=Box(0, lips - 12, width, height)))
    cover = run(Covers(lambda: None).of(photo, 0))
    assert cover is not None and cover.hidden == {"mouth"} and not cover.worn
    crop = photo.crop(0)
    place = (lips - 12 - crop.y0) / crop.side * len(cover.mask)
    assert (cover.mask[int(place) + 3:] > 0.95).all() and (cover.mask[:int(place) - 9] < 0.05).all()
    below = replace(bare, picture=replace(bare.picture, missing=Box(0, height - 8, width, height)))
    assert run(Covers(lambda: None).of(below, 0)) is None


def test_a_face_upside_down_is_parsed_upright(bare: OpenPhoto) -> None:
    parser, turned = Parser(), _turned(bare)
    looked = Covers(lambda: parser)  # type: ignore[arg-type,return-value]
    cover, other = run(looked.of(bare, 0)), run(looked.of(turned, 0))
    assert cover is not None and other is not None
    first, second = (picture.astype(int) for picture in parser.pictures)
    assert np.abs(first - second)[SIDE // 4:-SIDE // 4, SIDE // 4:-SIDE // 4].mean() < 8
    assert np.abs(cover.mask - other.mask[::-1, ::-1]).mean() < 0.01


def test_a_parser_that_is_damaged_is_done_without(gloved: tuple[OpenPhoto, np.ndarray]) -> None:
    def damaged() -> None:
        raise EngineError(Text("damaged"))

    cover = run(Covers(damaged).of(gloved[0], 0))
    assert cover is not None and "mouth" in cover.hidden


def test_a_renderer_that_draws_anew_keeps_what_covers_a_face(engine: Engine,
                                                             gloved: tuple[OpenPhoto, np.ndarray]) -> None:
    photo, where = gloved
    patch = run(engine.stages.draw(photo, 0, SMILE, photo.crop(0).side, True, BY_MAGICFACE))
    assert patch is not None and patch.pixels[..., 3].any()
    crop = photo.crop(0)
    inside = where[crop.y0:crop.y0 + crop.side, crop.x0:crop.x0 + crop.side]
    assert not patch.pixels[:inside.shape[0], :inside.shape[1], 3][inside].any()
    assert any("mouth is covered" in note for note in patch.notes) and patch.notes.count(REDRAWN) == 1
    native = photo.picture.native.copy()
    notes = run(engine.stages.finish(photo, {0: SMILE}, native, BY_MAGICFACE))
    changed = (native != photo.picture.native).any(2)
    assert changed.any() and not changed[where].any() and set(notes) == set(patch.notes)


def test_an_uncovered_face_is_drawn_as_ever(engine: Engine, bare: OpenPhoto) -> None:
    renderer = engine.renderers["magicface"]
    native, alone = bare.picture.native.copy(), bare.picture.native.copy()
    notes = run(engine.stages.finish(bare, {0: SMILE}, native, BY_MAGICFACE))
    assert notes == run(renderer.finish(bare, {0: SMILE}, alone, Look()))
    assert np.array_equal(native, alone) and (native != bare.picture.native).any()


def test_what_cannot_move_is_told_when_the_face_is_ready(engine: Engine, gloved: tuple[OpenPhoto, np.ndarray],
                                                         bare: OpenPhoto) -> None:
    covered = run(engine.photos.open_picture(gloved[0].picture))
    told = run(engine.pictures.prepare(covered.id, 0))
    assert any("The mouth is covered" in note for note in told)
    at_rest, moved = (engine.pictures.render(RenderRequest(covered.id, 0, look, 256, Quality.DRAFT))
                      for look in (Look(), SMILE))
    assert at_rest.patch is None and moved.notes == told
    assert run(engine.pictures.prepare(run(engine.photos.open_picture(bare.picture)).id, 0)) == ()


def test_where_nothing_is_drawn_nothing_is_told(engine: Engine, gloved: tuple[OpenPhoto, np.ndarray]) -> None:
    photo, _ = gloved
    native = photo.picture.native.copy()
    assert run(engine.stages.finish(photo, {0: Look.of(CONTROLS, {"wrinkles": 20})}, native, BY_MAGICFACE)) == ()
    assert np.array_equal(native, photo.picture.native)
