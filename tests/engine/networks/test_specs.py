"""What is declared of the networks is true: their files exist in the catalogue, and they cost what they hold."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
import torch

from engine.base.errors import EngineError, ModelMissing
from engine.base.jobs import run
from engine.base.look import Look
from engine.engine import Engine
from engine.expression.magicface import loading
from engine.expression.magicface.loading import JAW_NETWORK, MAGICFACE_NETWORKS
from engine.expression.units import CONTROLS
from engine.generator.inversion.encoder import ENCODER
from engine.generator.load import GENERATOR
from engine.models.store import ModelStore
from engine.networks import face_parser
from engine.networks.face_parser import FACE_PARSER
from engine.networks.identity.identity_network import IDENTITY_NETWORK, load_identity_network
from engine.networks.lpips import LPIPS, Convolution, Perceptual
from engine.networks.resident import Bytes
from engine.networks.zoo import NetworkSpec, Zoo
from engine.photo.age_gender import AGE_GENDER
from engine.photo.open_photo import OpenPhoto
from engine.photo.picture import Picture
from tests.engine.generator.inversion.conftest import face_at, landmarks

ROOT = Path(__file__).resolve().parents[3]
SPECS: tuple[NetworkSpec[Any], ...] = (FACE_PARSER, LPIPS, IDENTITY_NETWORK, AGE_GENDER, GENERATOR, ENCODER,
                                       MAGICFACE_NETWORKS, JAW_NETWORK)


def test_no_two_have_one_name():
    assert len({spec.id for spec in SPECS}) == len(SPECS)


@pytest.mark.parametrize("spec", [spec for spec in SPECS if spec.files], ids=lambda spec: spec.id)
def test_files_are_the_catalogue_s_and_are_asked_for(spec: NetworkSpec[Any], tmp_path: Path):
    store = ModelStore(tmp_path / "models")
    for model, file in spec.files:
        assert store.catalogue[model].file(file).name == file
    zoo = Zoo(store, device=lambda: "cpu")
    lacking = zoo.lacking(spec)
    assert isinstance(lacking, ModelMissing) and f"models get {spec.files[0][0]}" in lacking.hint
    assert zoo.optional(spec) is None
    with pytest.raises(ModelMissing):
        zoo.get(spec)


def test_the_encoder_comes_with_the_program_and_is_counted(tmp_path: Path):
    zoo = Zoo(ModelStore(tmp_path / "models"), device=lambda: "cpu")
    encoder = zoo.get(ENCODER)
    assert encoder is not None and zoo.get(ENCODER) is encoder
    assert zoo.residency.held == encoder.cost.host > encoder.basis.nbytes


def test_the_identity_network_costs_its_weights(model_store: ModelStore):
    if not model_store.present("dlib-identity"):
        pytest.skip("dlib-identity is not on this machine")
    zoo = Zoo(model_store, device=lambda: "cpu")
    network = zoo.get(IDENTITY_NETWORK)
    assert network.cost == load_identity_network(model_store.path(*IDENTITY_NETWORK.files[0])).cost
    assert 20e6 < zoo.residency.held == network.cost.host < 25e6 and zoo.residency.held_on_card == 0


def test_lpips_costs_its_layers():
    layer = Convolution(torch.zeros(8, 3, 5, 5), torch.zeros(8), 1, 2, False, torch.zeros(8))
    assert Perceptual([layer, layer]).cost == Bytes(host=2 * 4 * (8 * 3 * 25 + 8 + 8))


@pytest.mark.parametrize(("made", "where"), [("FaceParser(", "face_parser"), ("AgeGenderNetwork(", "age_gender"),
                                             ("load_perceptual(", "lpips"),
                                             ("load_identity_network(", "identity_network")])
def test_a_network_is_made_in_one_place(made: str, where: str):
    places = {path.stem for path in (ROOT / "engine").rglob("*.py") if made in path.read_text("utf-8")}
    assert places == {where}


def test_everybody_who_draws_has_the_same_face_parser(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    made: list[Path] = []

    class Parser:
        cost = Bytes()

        def __init__(self, file: Path, device: str) -> None:
            made.append(file)

        def labels(self, picture: np.ndarray) -> np.ndarray:
            return np.zeros(picture.shape[:2], np.uint8)

    monkeypatch.setattr(face_parser, "FaceParser", Parser)
    monkeypatch.setattr(loading, "make_model", lambda store, device: SimpleNamespace(cost=Bytes()))
    monkeypatch.setattr(ModelStore, "present", lambda self, model: model == face_parser.MODEL)
    monkeypatch.setattr(ModelStore, "path", lambda self, model, file: tmp_path / file)
    engine = Engine(ModelStore(tmp_path / "models"), gl="none")
    try:
        assert engine.shared.attributes.parts_drawn(np.zeros((512, 512, 3), np.float32)) is not None
        magicface, black = engine.renderers["magicface"], np.zeros((64, 64, 3), np.uint8)
        photo = OpenPhoto(Picture(black, black, None, "one", None, "PNG"), (face_at(0, landmarks((32, 32), 40)),))
        with pytest.raises(EngineError, match="sees no face"):
            run(magicface.draw(photo, 0, Look.of(CONTROLS, {"AU12": 5}), 64, True, Look()))
        assert made == [tmp_path / face_parser.FILE]
    finally:
        engine.close()
