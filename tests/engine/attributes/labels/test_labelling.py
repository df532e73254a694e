"""Our own labels, and what directions are seen to do."""

import json
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from engine.attributes.directions import Direction, shipped, unit
from engine.attributes.labels.effect import best_rows, effect_of, measurable, row_ranges, spreads, with_effect
from engine.attributes.labels.fit import Recipe, fit_directions
from engine.attributes.labels.label_set import Column, LabelSet, read_labels, write_labels
from engine.attributes.labels.labelling import here as labelled_here
from engine.attributes.labels.labelling import label_seeds
from engine.attributes.labels.measures import AGED, ATTRIBUTES, COLUMNS, FaceMeasurer, measure
from engine.attributes.labels.measures_parsed import PARSED
from engine.base.archive import pack, unpack
from engine.base.errors import EngineError, UsageError
from engine.base.jobs import run
from engine.models.store import ModelStore
from engine.photo.analyser import FaceAnalyser
from engine.photo.arkit import ARKIT_52

SMILE = unit(np.eye(8)[0])
EVEN = np.ones(len(ATTRIBUTES))


def test_labels_are_gone_on_with(toy, here, tmp_path: Path) -> None:  # noqa: ANN001
    path = tmp_path / "labels.npz"
    run(label_seeds(toy, here, range(5), "numpy", 0.8, path))
    assert toy.drawn == 5
    labels = run(label_seeds(toy, here, range(2, 9), "numpy", 0.8, path))
    assert toy.drawn == 9 and sorted(labels.seeds.tolist()) == list(range(9))
    fresh = run(label_seeds(toy, here, labels.seeds.tolist(), "numpy", 0.8, tmp_path / "fresh.npz"))
    np.testing.assert_array_equal(fresh.scores, labels.scores)
    np.testing.assert_array_equal(fresh.w, labels.w)
    np.testing.assert_array_equal(read_labels(path).scores, labels.scores)


def test_what_was_done_is_kept_when_it_is_stopped(toy, here, tmp_path: Path) -> None:  # noqa: ANN001
    path = tmp_path / "labels.npz"
    with closing(label_seeds(toy, here, range(9), "numpy", 0.8, path)) as job:
        while toy.drawn < 4:
            next(job)
    assert read_labels(path).seeds.tolist() == [0, 1, 2, 3]


def test_other_faces_are_not_mixed_in(toy, here, tmp_path: Path) -> None:  # noqa: ANN001
    path = tmp_path / "labels.npz"
    run(label_seeds(toy, here, range(3), "numpy", 0.8, path))
    for kind, truncation in (("torch", 0.8), ("numpy", 0.7)):
        with pytest.raises(EngineError, match="other faces"):
            run(label_seeds(toy, here, range(3), kind, truncation, path))


def test_other_measures_are_not_mixed_in(toy, here, measurer, tmp_path: Path) -> None:  # noqa: ANN001
    path = tmp_path / "labels.npz"
    labels = run(label_seeds(toy, here, range(3), "numpy", 0.8, path))
    assert labels.analysers == ("face-landmarker",)
    more = replace(here, analysers=("face-landmarker", "face-parsing"))
    with pytest.raises(EngineError, match="was labelled with face-landmarker; now there are face-landmarker, face-p"):
        run(label_seeds(toy, more, range(3), "numpy", 0.8, path))
    write_labels(path, replace(labels, columns=COLUMNS[:76], scores=labels.scores[:, :76].copy()))
    with pytest.raises(EngineError, match="by another version, which measured 76 columns; now there are 88"):
        run(label_seeds(toy, here, range(3), "numpy", 0.8, path))


def test_files_of_before_are_read(toy, here, tmp_path: Path) -> None:  # noqa: ANN001
    """They did not say who had looked."""
    path = tmp_path / "labels.npz"
    run(label_seeds(toy, here, range(3), "numpy", 0.8, path))
    entries = unpack(path.read_bytes(), "labels", 9, 1 << 20)
    facts = json.loads(entries["facts.json"])
    del facts["analysers"]
    facts["format"] = "facewright labels 1"
    path.write_bytes(pack({**entries, "facts.json": json.dumps(facts).encode()}))
    assert read_labels(path).analysers == () and len(read_labels(path).seeds) == 3
    path.write_bytes(pack({**entries, "facts.json": json.dumps({**facts, "format": "facewright labels 2"}).encode()}))
    with pytest.raises(EngineError, match="labels.npz: damaged"):
        read_labels(path)


def test_threads_are_as_before_and_labels_do_not_depend_on_them(toy, here, tmp_path: Path) -> None:  # noqa: ANN001
    import torch

    before, seen = torch.get_num_threads(), []
    draw = toy._draw
    toy._draw = lambda *given: seen.append(torch.get_num_threads()) or draw(*given)
    torch.set_num_threads(2)
    try:
        run(label_seeds(toy, here, range(3), "numpy", 0.8, tmp_path / "labels.npz"))
        assert torch.get_num_threads() == 2 and set(seen) == {1}
    finally:
        torch.set_num_threads(before)


def test_a_lost_face_is_a_row_of_nan(toy, tmp_path: Path) -> None:  # noqa: ANN001
    class Blind:
        def faces(self, pixels: np.ndarray) -> tuple:
            return ()

    blind = labelled_here(toy, FaceMeasurer(Blind()))  # type: ignore[arg-type]
    labels = run(label_seeds(toy, blind, range(3), "numpy", 1.0, tmp_path / "l.npz"))
    assert np.isnan(labels.scores).all()
    with pytest.raises(EngineError, match="none of these"):
        run(fit_directions(labels, ["smile"], Recipe()))


def test_label_files(tmp_path: Path) -> None:
    columns = (Column("a", "weight"), Column("b", "years"))
    labels = LabelSet(columns, np.array([[1, np.nan]], np.float32), None, np.array([4], np.int64))
    write_labels(tmp_path / "l.npz", labels)
    again = read_labels(tmp_path / "l.npz")
    assert again.columns == columns and again.w is None and np.isnan(again.scores[0, 1])
    with pytest.raises(UsageError, match="no column"):
        again.column("c")
    with pytest.raises(EngineError, match="2 latents for 1"):
        again.with_w(np.zeros((2, 4), np.float32))
    with pytest.raises(EngineError, match="not finite"):
        again.with_w(np.full((1, 4), np.nan, np.float32))
    np.savez(tmp_path / "other.npz", a=np.zeros(3))
    for name, data in (("other.npz", None), ("no.npz", b""), ("text.npz", b"hello"), ("cut.npz", b"PK\3\4")):
        if data is not None:
            (tmp_path / name).write_bytes(data)
        with pytest.raises(EngineError, match=name):
            read_labels(tmp_path / name)


def test_a_direction_is_seen_to_do_what_it_does(toy, measurer) -> None:  # noqa: ANN001
    own = [column.name for column in ATTRIBUTES].index("smile")
    for sign in (1, -1):
        direction = Direction("smile", sign * SMILE, 1.0)
        effect = run(effect_of(toy, measurer, direction, range(6), EVEN, 0.5))
        assert np.sign(effect.mean[own]) == sign and effect.agreeing[own] == 1
    seen = run(with_effect(toy, measurer, Direction("smile", -SMILE, 1.0), range(6), EVEN, 0.5))
    assert seen.effect < -0.1 and abs(seen.moves["pucker"]) < 0.01


def test_the_rows_that_do_it_are_found(toy, measurer) -> None:  # noqa: ANN001
    """The toy smiles by its first three rows, and puckers by all."""
    both = Direction("smile", unit(np.array([1.0, 0.7] + [0] * 6)), 1.0)
    chosen = run(best_rows(toy, measurer, both, range(4), EVEN, 0.5))
    assert chosen.rows == (0, 3)
    assert None in row_ranges(23) and all(part is None or part[1] <= 23 for part in row_ranges(23))


def test_labels_of_other_kinds_cannot_be_measured_again(toy, here, tmp_path: Path) -> None:  # noqa: ANN001
    labels = run(label_seeds(toy, here, range(9), "numpy", 0.8, tmp_path / "l.npz"))
    assert measurable(labels) and np.nanmin(spreads(labels)) > 0
    assert not measurable(replace(labels, columns=COLUMNS[:1], scores=labels.scores[:, :1].copy()))


def test_measures_on_the_sample_portraits(samples: dict[str, np.ndarray], analyser: FaceAnalyser) -> None:
    names = [column.name for column in COLUMNS]
    neutral, smile = (dict(zip(names, measure(samples[name], analyser.faces(samples[name])[0], {}), strict=True))
                      for name in ("neutral", "smile"))
    assert len(neutral) == len(ATTRIBUTES) + len(ARKIT_52)
    unknown = {column.name for column in (*PARSED, *AGED)}  # of models that were not asked
    assert {name for name, value in neutral.items() if not np.isfinite(value)} == unknown
    assert smile["smile"] > neutral["smile"] + 0.3 and smile["mouth-width"] > neutral["mouth-width"]
    assert 0.1 < neutral["eyes-open"] < 0.6 and 20 < neutral["skin-light"] < 95 and neutral["lips-red"] > 0


def test_turning_the_picture_over_turns_the_sides(samples: dict[str, np.ndarray], analyser: FaceAnalyser) -> None:
    names = [column.name for column in COLUMNS]
    pixels = samples["smile"]
    flipped = np.ascontiguousarray(pixels[:, ::-1])
    one, other = (dict(zip(names, measure(part, analyser.faces(part)[0], {}), strict=True))
                  for part in (pixels, flipped))
    assert one["yaw"] == pytest.approx(-other["yaw"], abs=3)
    assert one["light-from-left"] == pytest.approx(-other["light-from-left"], abs=3)
    assert one["face-width"] == pytest.approx(other["face-width"], rel=0.05)


def test_real_directions_on_a_face_they_were_not_chosen_on(analyser: FaceAnalyser) -> None:
    from engine.generator.load import DEFAULT, load_from_store

    if not ModelStore().present(DEFAULT):
        pytest.skip(f"{DEFAULT} is not on this machine; its licence has to be accepted by a person")
    generator = load_from_store(ModelStore())
    for name in ("smile", "yaw"):
        own = [column.name for column in ATTRIBUTES].index(name)
        effect = run(effect_of(generator, FaceMeasurer(analyser), shipped().named(name), [5_000, 5_001], EVEN, 0.7))
        assert effect.mean[own] > 0
