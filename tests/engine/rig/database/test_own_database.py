"""A database of an artist's own game, and an imitator that learns a step from it."""

from pathlib import Path

import numpy as np
import pytest

from engine.base.errors import EngineError
from engine.base.jobs import run
from engine.process.workers import OneByOne
from engine.rig.database.draws import TRAIN, drawn_rig, drawn_values
from engine.rig.database.making import DatabasePlan, make_database
from engine.rig.database.rendered import databases_in
from engine.rig.schema import RigSchema, learn_schema
from engine.rig.schema_file import own_schema
from tests.engine.rig.own_schemas import VALUES


def test_characters_are_such_as_there_can_be(own: RigSchema) -> None:
    for index in range(30):
        values = drawn_rig(1, TRAIN, index, "female", own.name)
        assert (own.settled(values.array()) == values.array()).all()
        assert np.allclose(own.shares(values), drawn_values(1, TRAIN, index, own.name), atol=1e-6)


def test_a_database_is_drawn_gone_on_with_and_learnt_from(learnt: RigSchema, tmp_path: Path,
                                                          monkeypatch: pytest.MonkeyPatch) -> None:
    from engine.rig.imitator import kinds
    from engine.rig.imitator.learning import ImitatorLearner, LearningPlan

    monkeypatch.setitem(kinds.WIDTHS, "tiny", (8, 6))
    plan = DatabasePlan(2, 3, size=64, test_share=0, schema=learnt.name)
    assert run(make_database(tmp_path, plan, OneByOne())) == 2
    assert run(make_database(tmp_path, DatabasePlan(3, 3, size=64, test_share=0, schema=learnt.name), OneByOne())) == 1
    found = databases_in(tmp_path)["trainset_female"]
    assert found.values.shape == (3, len(learnt.slots)) and not found.problems
    assert np.array_equal(found.values[2], drawn_values(3, TRAIN, 2, learnt.name))
    assert not np.array_equal(found.picture(0), found.picture(1))
    learner = ImitatorLearner(LearningPlan(str(found.folder), network="tiny", batch=2, steps=1), found, None)
    learner.step(0)
    assert learner.imitator.values == len(learnt.slots) and learner.curve
    learn_schema(own_schema(VALUES.encode(), learnt.name))
    with pytest.raises(EngineError, match="drawn with other settings"):
        run(make_database(tmp_path, plan, OneByOne()))


def test_the_number_of_values_must_be_one(learnt: RigSchema, tmp_path: Path) -> None:
    (tmp_path / "db_description").write_bytes(b"\0\0\0\0")
    for said in ('{"values": -1}', '{"values": 1e9}', '{"values": "x"}', '{"values": true}'):
        (tmp_path / "database.json").write_text(said)
        with pytest.raises(EngineError, match="its number of values is none"):
            databases_in(tmp_path)
