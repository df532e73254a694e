"""A regressor learns, goes on in the same bits, is read back from its file, and sees faces rather than photos."""

from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from engine.base.errors import EngineError
from engine.base.jobs import run
from engine.head.fit import fit_head
from engine.head.pack import load_head
from engine.photo.analyser import FaceAnalyser
from engine.process.training import Checkpoint, TrainingRun, read_checkpoint, write_checkpoint
from engine.rig.brow_style import seen_brow_style
from engine.rig.database.draws import TRAIN, drawn_values
from engine.rig.database.rendered import open_database
from engine.rig.database.variety import drawn_looks
from engine.rig.fit import fit_rig
from engine.rig.regressor.edges import SEEN, edges_of
from engine.rig.regressor.face_cut import SIDE, cut_face, cut_matrix, recoloured
from engine.rig.regressor.faces import Faces, write_faces
from engine.rig.regressor.learning import RegressorLearner, RegressorPlan
from engine.rig.regressor.network import Regressor
from engine.rig.regressor.photo_fit import guessed
from engine.rig.regressor.training import APART, FACES, faces_made_of, plan_for, train_regressor
from engine.rig.regressor.weights_file import SHIPPED, KeptRegressor, read_regressor, write_regressor
from engine.rig.training.shown import read_curve
from tests.engine.rig.regressor.seen import database_of

pytestmark = pytest.mark.usefixtures("one_thread")


def faces(count: int, seed: int) -> Faces:
    """Faces whose values can be seen: each is the mean of some of the numbers."""
    random = np.random.default_rng(seed)
    values = random.random((count, 99), np.float32)
    seen = np.zeros((count, SEEN), np.float16)
    seen[:, :8 * 99] = np.repeat(values, 8, 1) - 0.5
    return Faces(seen, values, np.zeros((2, SIDE, SIDE, 3), np.uint8))


def test_it_learns_what_can_be_seen() -> None:
    learner = RegressorLearner(RegressorPlan("", steps=24, batch=64, every=12, rate=0.0002), faces(256, 1),
                               faces(32, 2))
    before = learner.held_out_error()
    run(learner.begin())
    begun = learner.held_out_error()
    for number in range(24):
        learner.step(number)
    assert before and begun and begun < 0.8 * before and learner.curve[-1][2] < 1.1 * begun
    assert [entry[0] for entry in learner.curve] == [12, 24] and learner.preview().shape == (256, 256 + SIDE, 3)


def test_stopped_and_gone_on_with_it_ends_in_the_same_bits(tmp_path: Path) -> None:
    plan = plan_for(database_of(tmp_path / "database"), steps=6, batch=8, every=3)
    told = {}
    for name in ("whole", "halved"):
        folder = tmp_path / name
        write_faces(folder / FACES, faces(24, 1), faces_made_of(plan))
        write_faces(folder / APART, faces(8, 2), faces_made_of(plan, apart=True))
        if name == "halved":
            with closing(train_regressor(str(folder), plan.config, 4)) as job:
                while next(job).done < 2 or not (folder / "run.json").exists():
                    pass
            assert TrainingRun.open(folder).step == 2
        ended = run(train_regressor(str(folder), plan.config, 4))
        written = read_checkpoint(folder / "regressor_6.safetensors").arrays
        told[name] = ({key: values.tobytes() for key, values in written.items()}, ended["held_out"],
                      read_curve(folder))
    assert told["whole"] == told["halved"] and len(told["whole"][2]) == 2
    kept = read_regressor(tmp_path / "whole" / "regressor_6.safetensors")
    assert (kept.schema, kept.steps, kept.network.values) == ("face-nn", 6, 99)


def test_faces_that_were_kept_for_other_settings_are_not_learnt_from(tmp_path: Path) -> None:
    asked, other = (plan_for(database_of(tmp_path / name), steps=2, batch=8, every=1) for name in ("asked", "other"))
    folder = tmp_path / "run"
    write_faces(folder / FACES, faces(24, 1), faces_made_of(other))
    write_faces(folder / APART, faces(8, 2), faces_made_of(asked, apart=True))
    with pytest.raises(EngineError, match="no face is seen"):  # nor is there one in the asked one's grey pictures
        run(train_regressor(str(folder), asked.config))
    TrainingRun.begin(folder, other.config)
    with pytest.raises(EngineError, match="other settings"):
        run(train_regressor(str(folder), asked.config))


def test_a_file_of_another_kind_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "one.safetensors"
    write_regressor(path, KeptRegressor(Regressor.begun(5, 1), "arkit-52", 0.2, 7))
    assert read_regressor(path).network.values == 5
    arrays = {key: tensor.numpy() for key, tensor in Regressor.begun(5, 1).weights.items()}
    facts = {"kind": "regressor", "schema": "face-nn", "error": 0.1}
    for wrong in ({**arrays, "values.bias": np.full(5, np.nan, np.float32)}, {**arrays, "more": np.zeros(1)},
                  {key: values for key, values in arrays.items() if key != "norm.mean"}):
        write_checkpoint(path, Checkpoint(1, wrong, facts))
        with pytest.raises(EngineError):
            read_regressor(path)
    write_checkpoint(path, Checkpoint(1, arrays, {**facts, "kind": "another"}))
    with pytest.raises(EngineError, match="is not a regressor"):
        read_regressor(path)


def test_edges_are_those_of_the_face_and_not_of_the_light() -> None:
    random = np.random.default_rng(3)
    one, other = (np.kron(random.uniform(60, 200, (12, 12, 1)), np.ones((8, 8, 3))).astype(np.uint8) for _ in "ab")
    darker = (one * 0.6 + 20).astype(np.uint8)
    same, apart = (float(np.abs(edges_of(one) - edges_of(two)).mean()) for two in (darker, other))
    assert edges_of(one).shape == (SEEN,) and same < 0.25 * apart
    assert recoloured(one, np.random.default_rng(1)).shape == one.shape


def test_a_face_is_cut_alike_however_it_lies_in_the_photo() -> None:
    random = np.random.default_rng(4)
    points = random.uniform(20, 80, (478, 2))
    picture = np.kron(random.integers(0, 255, (16, 16, 3)), np.ones((8, 8, 1))).astype(np.uint8)
    turned = np.ascontiguousarray(np.rot90(np.kron(picture, np.ones((2, 2, 1), np.uint8))))  # twice as large
    there = np.stack([points[:, 1] * 2, 256 - points[:, 0] * 2], 1)
    one, other = cut_face(picture, cut_matrix(points)), cut_face(turned, cut_matrix(there))
    assert np.abs(one.astype(int) - other).mean() < 8


def test_looks_vary_and_are_a_record_s_own() -> None:
    first, again, other = (drawn_looks(5, TRAIN, index, 1.3) for index in (0, 0, 1))
    assert first.view == again.view and first.skin == again.skin and np.array_equal(first.expression, again.expression)
    assert np.array_equal(first.backdrop, again.backdrop) and first.view != other.view and first.skin != other.skin
    turns = np.array([drawn_looks(6, TRAIN, index, 1.3).view.yaw for index in range(40)])
    assert 5 < turns.std() < 15 and np.abs(turns).max() <= 30
    assert np.array_equal(drawn_values(5, TRAIN, 0), drawn_values(5, TRAIN, 0))


def test_a_database_says_whose_values_it_holds(tmp_path: Path) -> None:
    folder = database_of(tmp_path)
    assert open_database(folder / "trainset_female").schema == "face-nn"
    (folder / "database.json").write_text('{"schema": "game", "values": 99}', encoding="utf-8")
    assert open_database(folder / "trainset_female").schema == "game"


def test_the_shipped_one_is_brought_to_the_fitted_head(analyser: FaceAnalyser, astronaut: np.ndarray) -> None:
    regressor, face = read_regressor(SHIPPED), analyser.faces(astronaut)[0]
    assert regressor.schema == "face-nn" and regressor.network.values == 99 and 0.15 < regressor.error < 0.22
    guess = guessed(regressor, astronaut, face.landmarks)
    fit = fit_head(load_head(), face.landmarks, face.blendshapes)
    plain, found = (fit_rig("face-nn", fit, face.landmarks, pixels=astronaut, guess=one) for one in (None, guess))
    seen = seen_brow_style(astronaut, face.landmarks)  # which goes before what is guessed
    assert sorted(guess.values[96:]) == sorted(found.values.values[96:]) == [0, 0, 1]
    assert seen is not None and found.values.values[95 + seen] == 1
    assert plain.residual_mm < found.residual_mm < 2 * plain.residual_mm  # held near the guess, still this head
    near, far = (np.abs(one.values.array() - guess.array())[:82].mean() for one in (found, plain))
    assert near < 0.8 * far
