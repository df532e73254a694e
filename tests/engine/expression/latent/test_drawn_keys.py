"""Keys for the live puppet: which are made, and which are refused."""

import numpy as np
import pytest

from engine.base.errors import EngineError
from engine.base.jobs import Progress, run
from engine.expression.latent import units
from engine.expression.latent.basis import Basis
from engine.expression.latent.drawn_keys import FARTHEST, KeySet, keys_of
from engine.expression.latent.loop import ClosedLoop
from engine.expression.latent.measures import PLACE
from engine.expression.latent.probe import Probe
from engine.expression.latent.units import LatentUnit
from tests.engine.expression.latent.toy import PERSON, ROWS, SIDE, WIDTH, ToyAnalyser, ToyGenerator


@pytest.fixture
def loop(generator: ToyGenerator, toy_analyser: ToyAnalyser, basis: Basis) -> ClosedLoop:
    return ClosedLoop(basis, Probe(lambda: generator, lambda: toy_analyser))


@pytest.fixture(autouse=True)
def asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """What this generator can show."""
    monkeypatch.setitem(units.KEYS, "smile", LatentUnit("smile", to={"mouthSmile": 1.5}))
    monkeypatch.setitem(units.KEYS, "neutral", LatentUnit("neutral", least={"jawOpen": -1.0}))


def made(loop: ClosedLoop, *kinds: str, code: np.ndarray | None = None) -> KeySet:
    return run(keys_of(loop, np.zeros((ROWS, WIDTH), np.float32) if code is None else code, kinds, SIDE))  # type: ignore[arg-type]


def test_a_key_shows_what_it_is_to_show_beside_the_face_it_was_made_from(loop: ClosedLoop) -> None:
    found = made(loop, "smile", "neutral")
    assert not found.refused and list(found.keys) == ["smile", "neutral"]
    key = found.keys["smile"]
    assert key.picture.shape == key.reference.shape == (SIDE, SIDE, 3) and key.identity <= FARTHEST
    assert key.picture[..., 0].mean() > key.reference[..., 0].mean() + 10
    assert found.keys["neutral"].picture[..., 1].mean() < key.reference[..., 1].mean() - 10
    assert np.array_equal(found.keys["neutral"].reference, key.reference)


def test_what_cannot_be_drawn_is_refused_and_named(loop: ClosedLoop) -> None:
    found = made(loop, "closed-eyes", "smile")
    assert list(found.keys) == ["smile"] and found.refused == {"closed-eyes": "only 0% of it could be drawn"}


def test_what_the_photo_shows_already_needs_no_key(loop: ClosedLoop) -> None:
    code = np.zeros((ROWS, WIDTH), np.float32)
    code[:, 1] = -4
    assert made(loop, "neutral", code=code).refused == {"neutral": "the photo shows it already"}


def test_somebody_else_is_refused(generator: ToyGenerator, toy_analyser: ToyAnalyser, basis: Basis) -> None:
    basis.directions[PLACE["mouthSmile"], PERSON] = 4.0  # and the basis does not know what that does to the person
    basis.identity[:] = 0
    toy_analyser.identity = lambda pixels, face: np.full(128, pixels[..., 2].mean() / 25, np.float32)  # type: ignore
    found = made(ClosedLoop(basis, Probe(lambda: generator, lambda: toy_analyser)), "smile")
    assert not found.keys and "somebody else" in found.refused["smile"]


def test_where_no_face_is_drawn(loop: ClosedLoop) -> None:
    code = np.zeros((ROWS, WIDTH), np.float32)
    code[:, PERSON] = 20
    with pytest.raises(EngineError, match="no face"):
        made(loop, "smile", code=code)


def test_progress_goes_on_through_all_keys(loop: ClosedLoop) -> None:
    told: list[Progress] = []
    run(keys_of(loop, np.zeros((ROWS, WIDTH), np.float32), ("smile", "neutral"), SIDE), told.append)
    assert all(step.total == 2 for step in told)
    assert [step.done for step in told] == sorted(step.done for step in told) and told[-1].done < 2
