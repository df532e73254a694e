"""RFM's label files: signs, units, what is missing, and nothing run."""

import pickle
from pathlib import Path

import numpy as np
import pytest
import torch

from engine.attributes.labels.latent_codes import read_array, read_w
from engine.attributes.labels.rfm_labels import (
    AZURE,
    CLASSIFIERS,
    azure_labels,
    azure_table,
    read_azure,
    read_azure_table,
    read_logits,
    write_azure_table,
    write_logits,
)
from engine.base.errors import EngineError
from engine.base.gzip_stream import open_gzip

LOGITS, TABLE, LATENTS = ("stylegan1_attributes_seed0_200.pt", "stylegan1_60_attributes40_ms.pt",
                          "latent_training_data.pkl.gz")


def answers(reference: Path) -> list:
    """The answers alone, by the same inert reader."""
    from engine.generator.formats.pickle_reader import read_pickle

    return read_pickle(open_gzip((reference / LATENTS).read_bytes(), 1 << 30), "reference")[2]


def test_logits_are_turned_so_that_positive_means_there(reference: Path) -> None:
    labels, known = read_logits(reference / LOGITS), np.load(reference / "classifiers.npz")
    assert labels.names == CLASSIFIERS and labels.seed_kind == "torch"
    np.testing.assert_array_equal(labels.scores[:3], -known["scores_head"])
    for rare in ("bald", "double-chin", "hat", "necktie"):
        assert np.nanmean(labels.column(rare) > 0) < 0.2


def test_rows_of_zeros_are_no_labels(reference: Path) -> None:
    missing = np.flatnonzero(np.isnan(read_logits(reference / LOGITS).scores).all(1))
    np.testing.assert_array_equal(missing, np.load(reference / "classifiers.npz")["missing_rows"])


def test_the_other_sign_is_noticed(reference: Path, tmp_path: Path) -> None:
    path = tmp_path / "turned.pt"
    torch.save(-torch.from_numpy(read_array(reference / LOGITS).copy()), path)
    np.testing.assert_array_equal(read_logits(path).scores, read_logits(reference / LOGITS).scores)
    same = read_logits(path, "negative").column("bald")
    assert np.nanmean(same > 0) > 0.8


def test_undecided_signs_are_an_error(tmp_path: Path) -> None:
    path = tmp_path / "odd.pt"
    values = torch.ones(50, 40)
    values[:, 8] = -1
    torch.save(values, path)
    with pytest.raises(EngineError, match="which sign"):
        read_logits(path)


def test_one_face_alone(reference: Path) -> None:
    assert read_logits(reference / "w_attribute_0.pt", "negative").scores.shape == (1, 40)


def test_logits_are_written_as_they_were(reference: Path, tmp_path: Path) -> None:
    write_logits(tmp_path / "again.pt", read_logits(reference / LOGITS))
    again = torch.load(tmp_path / "again.pt", weights_only=True)
    np.testing.assert_array_equal(again.numpy(), read_array(reference / LOGITS))


def test_the_table_made_from_the_answers_is_rfms(reference: Path) -> None:
    known = np.load(reference / "azure.npz")["table"]
    np.testing.assert_array_equal(azure_table(answers(reference), as_rfm=True), known)
    np.testing.assert_array_equal(np.nan_to_num(read_azure_table(reference / TABLE).scores), known)


def test_nothing_that_the_answers_say_is_lost(reference: Path) -> None:
    labels, z = read_azure(reference / LATENTS)
    known = np.load(reference / "azure.npz")
    np.testing.assert_array_equal(labels.scores[:, 27:30], known["occluded"])
    changed = np.flatnonzero((labels.scores != known["table"]).any(0))
    assert {labels.names[place] for place in changed} == {
        "glasses", "forehead-occluded", "eyes-occluded", "mouth-occluded", "brown-hair", "black-hair", "other-hair"}
    assert z.shape == (60, 512) and labels.w is not None and labels.w.shape == (60, 512)


def test_units_are_named(reference: Path) -> None:
    labels = read_azure_table(reference / TABLE)
    kinds = {column.name: column.kind for column in AZURE}
    assert (kinds["age"], kinds["yaw-plus"], kinds["smile"]) == ("years", "degrees", "probability")
    assert labels.column("age").max() > 1 and np.isnan(labels.column("eyes-occluded")).all()
    assert (labels.column("yaw-plus") >= 0).all() and (labels.column("yaw-minus") >= 0).all()


def test_a_table_is_written_as_it_was(reference: Path, tmp_path: Path) -> None:
    write_azure_table(tmp_path / "again.pt", azure_labels(np.load(reference / "azure.npz")["table"], None))
    np.testing.assert_array_equal(read_array(tmp_path / "again.pt"), read_array(reference / TABLE))
    with pytest.raises(EngineError, match="other columns"):
        write_azure_table(tmp_path / "no.pt", read_logits(reference / LOGITS))


@pytest.mark.parametrize("centred", [False, True])
def test_w_is_the_row_that_truncation_leaves_alone(reference: Path, tmp_path: Path, centred: bool) -> None:
    known = np.load(reference / "classifiers.npz")
    w, centre, share = known["w"][:8], known["center"], known["psi_rows"]
    torch.save(torch.from_numpy(centre + share[None, :, None] * (w[:, None] - centre)), tmp_path / "w.pt")
    np.testing.assert_allclose(read_w(tmp_path / "w.pt", centre if centred else None), w, atol=1e-6)


def test_real_wplus_is_refused(tmp_path: Path) -> None:
    torch.save(torch.randn(5, 18, 16), tmp_path / "w.pt")
    with pytest.raises(EngineError, match="w\\+"):
        read_w(tmp_path / "w.pt")


@pytest.mark.parametrize(("values", "words"), [
    (torch.zeros(5, 39), "40"), (torch.full((5, 40), float("nan")), "finite"), (torch.zeros(5, 40), "all rows"),
    ({"a": torch.zeros(2), "b": torch.zeros(2)}, "one array"),
])
def test_wrong_tables_are_one_line(values: object, words: str, tmp_path: Path) -> None:
    torch.save(values, tmp_path / "labels.pt")
    with pytest.raises(EngineError, match=words) as refused:
        read_logits(tmp_path / "labels.pt")
    assert "labels.pt" in str(refused.value) and "\n" not in str(refused.value)


@pytest.mark.parametrize("name", ["latent_training_data_reduce.pkl.gz", "direction_object.npy"])
def test_hostile_files_leave_no_trace(name: str, evil: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for read in (read_azure, read_array, read_w, read_logits, read_azure_table):
        with pytest.raises(EngineError):
            read(evil / name)
    assert list(tmp_path.iterdir()) == []


def test_answers_that_are_none_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "odd.pkl"
    path.write_bytes(pickle.dumps((np.zeros((2, 4), "<f4"), np.zeros((2, 3, 4), "<f4"), [{}, {"smile": 1}]), 3))
    with pytest.raises(EngineError, match="answers is not"):
        read_azure(path)


def test_as_many_answers_as_the_true_file_has_are_read() -> None:
    """20307 faces take about five million instructions, more than any file of weights."""
    import io

    from engine.attributes.labels.rfm_labels import _MOST_STEPS
    from engine.generator.formats.pickle_reader import read_pickle

    data = pickle.dumps([{"a": place} for place in range(1000)], 3)
    with pytest.raises(EngineError, match="too many parts"):
        read_pickle(io.BytesIO(data), "answers", most_steps=1000)
    assert len(read_pickle(io.BytesIO(data), "answers", most_steps=_MOST_STEPS)) == 1000
    assert _MOST_STEPS > 20307 * 250


def test_a_small_file_does_not_become_much_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """25 kilobytes of gzip can hold six million instructions."""
    import gzip

    from engine.attributes.labels import rfm_labels

    monkeypatch.setattr(rfm_labels, "MOST_PICKLE_STEPS", 1000)
    path = tmp_path / "many.pkl.gz"
    path.write_bytes(gzip.compress(b"\x80\x02N" + b"N0" * 5000 + b"."))
    with pytest.raises(EngineError, match="too many parts"):
        read_azure(path)
    path.write_bytes(b"\x80\x02N" + b"N0" * 5000 + b".")
    with pytest.raises(EngineError, match="other things"):
        read_azure(path)


@pytest.mark.parametrize("costly", [b"cnumpy\nndarray\n0", b"F1.5\n0", b"(d0", b"\x8a\x01\x010", b"N\x850", b"(t0"])
def test_answers_are_not_made_of_what_takes_longest(costly: bytes, tmp_path: Path) -> None:
    """Millions of steps are for plain values; those of names, calls and letters take ten times as long."""
    path = tmp_path / "costly.pkl"
    path.write_bytes(b"\x80\x02" + costly * 20_000 + b"N.")
    with pytest.raises(EngineError, match="too many parts"):
        read_azure(path)
