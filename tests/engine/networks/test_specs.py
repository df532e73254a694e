"""What is declared of the networks is true: their files exist in the catalogue, and they cost what they hold."""

from pathlib import Path
from typing import Any

import pytest
import torch

from engine.base.errors import ModelMissing
from engine.generator.inversion.encoder import ENCODER
from engine.generator.load import GENERATOR
from engine.models.store import ModelStore
from engine.networks.age_gender import AGE_GENDER
from engine.networks.face_parser import FACE_PARSER
from engine.networks.identity.identity_network import IDENTITY_NETWORK, load_identity_network
from engine.networks.lpips import LPIPS, Convolution, Perceptual
from engine.networks.resident import Bytes
from engine.networks.zoo import NetworkSpec, Zoo

SPECS: tuple[NetworkSpec[Any], ...] = (FACE_PARSER, LPIPS, IDENTITY_NETWORK, AGE_GENDER, GENERATOR, ENCODER)


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
