"""The closed loop on the true generator, where it is installed."""


import numpy as np
import pytest

from engine.base.errors import EngineError
from engine.base.jobs import run
from engine.expression.latent.basis import shipped
from engine.expression.latent.loop import ClosedLoop, MeasuredMove
from engine.expression.latent.measures import PLACE
from engine.expression.latent.probe import Probe, Seen
from engine.expression.latent.units import aim, shares
from engine.generator.generator import Generator
from engine.generator.load import load_from_store
from engine.generator.sample import sample_latents
from engine.models.store import ModelStore
from engine.photo.analyser import FaceAnalyser
from engine.photo.au_measures import measure_units

SEED = 3_000_011
"""Looks ahead, does not smile, eyes open; used for nothing else."""


@pytest.fixture(scope="module")
def generator() -> Generator:
    try:
        return load_from_store(ModelStore())
    except EngineError as missing:
        pytest.skip(missing.message)


@pytest.fixture(scope="module")
def loop(generator: Generator, analyser: FaceAnalyser, one_thread: None) -> ClosedLoop:
    return ClosedLoop(shipped(), Probe(lambda: generator, lambda: analyser))


@pytest.fixture(scope="module")
def face(generator: Generator, loop: ClosedLoop) -> tuple[np.ndarray, Seen]:
    import torch

    code = generator.spread(torch.from_numpy(sample_latents(generator, [SEED], "numpy", 0.8).w), 0.8)[0].numpy()
    return code, loop.measure(code)


def solved(loop: ClosedLoop, face: tuple[np.ndarray, Seen], unit: str, value: float) -> tuple[MeasuredMove, float]:
    own = loop.basis.standard(face[1].measures)
    target = aim({unit: value}, own, loop.basis)
    found = run(loop.solve(*face, target))
    assert found.looks <= 8 and loop.distance(found.seen, face[1]) < 0.5
    return found, shares({unit: value}, target, own, found.measures)[unit]


def test_the_shipped_basis_is_for_this_generator(generator: Generator, face: tuple[np.ndarray, Seen]) -> None:
    shipped().check(face[0].shape, generator.digest, generator.name)


def test_a_smile_is_asked_and_a_smile_comes(loop: ClosedLoop, face: tuple[np.ndarray, Seen]) -> None:
    found, share = solved(loop, face, "AU12", 7)
    assert share > 0.5
    assert found.measures[PLACE["mouthSmile"]] > loop.basis.standard(face[1].measures)[PLACE["mouthSmile"]] + 0.5
    assert measure_units(found.seen.face)["AU12"] > measure_units(face[1].face)["AU12"] + 0.01
    assert abs(found.seen.face.yaw - face[1].face.yaw) < 6


def test_eyes_are_asked_shut_and_they_shut(loop: ClosedLoop, face: tuple[np.ndarray, Seen]) -> None:
    found, share = solved(loop, face, "blink", 10)
    assert share > 0.5
    assert found.seen.measures[PLACE["eyesOpen"]] < 0.7 * face[1].measures[PLACE["eyesOpen"]]
