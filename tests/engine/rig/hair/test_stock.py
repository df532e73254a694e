"""The stock shapes: all there, small, made by their script, sound on any head; and which of them suits a photo."""

from pathlib import Path

import numpy as np
import pytest

from engine.base.errors import UsageError
from engine.head.fit import HeadFit
from engine.head.pack import load_head
from engine.head.portrait.camera import HeadView, holding
from engine.photo.arkit import ARKIT_INDEX
from engine.rig.hair.stock import stock_piece
from engine.rig.hair.stock_file import FOLDER, stock_names
from engine.rig.hair.suggestion import suggested
from engine.rig.shaping import rig_vertices
from engine.rig.texture.seen import SeenFace
from engine.rig.variation import random_rig
from scripts.build_hair import build
from tests.engine.rig.hair.conftest import drawn_hair, told

BROWN = (0.3, 0.2, 0.12)
ALL = [(kind, name) for kind, names in stock_names().items() for name in names]


def test_there_is_a_choice_and_it_is_small() -> None:
    count = {kind: len(names) for kind, names in stock_names().items()}
    assert count["hair"] >= 8 and count["brows"] >= 4 and count["beard"] >= 4 and count["glasses"] >= 2
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) < 3_000_000
    assert "CC0" in (FOLDER / "ORIGIN.txt").read_text("utf-8")


def test_the_script_makes_what_is_there(tmp_path: Path) -> None:
    build(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {path.name for path in FOLDER.glob("*.npz")}
    for path in tmp_path.iterdir():
        with np.load(path) as made, np.load(FOLDER / path.name) as kept:
            assert set(made.files) == set(kept.files)
            for key in made.files:  # processors round differently in the last place
                assert np.abs(made[key].astype(float) - kept[key].astype(float)).max() <= (
                    1 if made[key].dtype == np.uint8 else 2e-4), (path.name, key)


@pytest.mark.parametrize(("kind", "name"), ALL)
def test_each_is_sound_on_any_head(kind: str, name: str) -> None:
    head = load_head()
    piece = stock_piece(head, kind, name, BROWN)
    assert piece.name == kind and len(piece.triangles) > 50
    assert np.allclose(np.linalg.norm(piece.normals, axis=1), 1, atol=1e-3)
    assert np.allclose(piece.weights.sum(axis=1), 1, atol=1e-4)
    assert (piece.picture[..., 3] > 20).any()
    rest = piece.placed(head.vertices)
    for schema in ("face-nn", "facewright-head"):
        shaped = rig_vertices(random_rig(schema, 3, 2.0))
        placed = piece.placed(shaped)
        assert np.isfinite(placed).all()
        assert np.abs(placed - rest).max() < 2 * np.abs(shaped - head.vertices).max() + 1e-3


def test_hair_covers_the_head_and_a_beard_goes_with_the_jaw() -> None:
    head = load_head()
    hair, beard = (stock_piece(head, *which, BROWN) for which in (("hair", "short"), ("beard", "full")))
    assert hair.placed(head.vertices)[:, 1].max() > head.vertices[:, 1].max() + 0.05
    jaw = beard.weights @ head.expression_basis[ARKIT_INDEX["jawOpen"]]
    assert np.abs(jaw).max() > 0.15
    colour = np.median(hair.picture[hair.picture[..., 3] > 200][:, :3], axis=0) / 255
    assert np.abs(colour - BROWN).max() < 0.06


def test_an_unknown_name_is_refused() -> None:
    with pytest.raises(UsageError, match="mohawk"):
        stock_piece(load_head(), "hair", "mohawk", BROWN)


def test_what_is_suggested_goes_by_length_and_thickness(sample: tuple[HeadFit, SeenFace]) -> None:
    head, fit = load_head(), sample[0]
    side = len(sample[1].root)
    bald = suggested(head, fit, told(sample, np.zeros((side, side), bool)))
    assert bald.hair == "none" and bald.glasses == "none" and bald.beard == "none"
    assert suggested(head, fit, told(sample, drawn_hair(sample, 0.25, -0.75))).hair in ("bob", "curly")
    assert suggested(head, fit, told(sample, drawn_hair(sample, 0.15, 1.0))).hair in ("side-part", "short", "curly")


def test_a_head_is_seen_with_all_of_its_hair_and_no_smaller_than_that_needs() -> None:
    head, near = load_head(), HeadView()
    zooms = {}
    for name in ("buzz", "afro", "long"):
        corners = stock_piece(head, "hair", name, BROWN).shown(head.vertices)
        far = holding(near, corners)
        zooms[name] = far.zoom
        assert np.abs(far.pixels(corners, 2)[:, :2] - 1).max() < 1
    assert zooms["afro"] < zooms["buzz"] <= 1 and holding(near, np.zeros((0, 3))) == near
