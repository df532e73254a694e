"""scripts/speech: what the network that hears learns from, and that it learns."""

import sys
from pathlib import Path

import numpy as np
import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "scripts"))

from engine.speech.hearing.mel import BANDS  # noqa: E402
from engine.speech.hearing.network import OUTPUTS, NetworkStream  # noqa: E402
from engine.speech.hearing.weights import read_weights  # noqa: E402
from engine.speech.visemes import PP, SIL, VISEME_INDEX  # noqa: E402
from speech import corpus as corpora  # noqa: E402
from speech.corpus import Corpus, sentence, together  # noqa: E402
from speech.labels import Labels, labels  # noqa: E402
from speech.scores import Scores, answers_of, closures, found, runs  # noqa: E402
from speech.spoken import Spoken  # noqa: E402
from speech.texts import sentences  # noqa: E402
from speech.voices import Voice, variants, voices  # noqa: E402

RATE = 16000
AA = VISEME_INDEX["aa"]


def voice(program: str, alphabet: str) -> Voice:
    return Voice("v", program, "p", "l", "s", "en", alphabet, "train", 1.0)


def said(*parts: tuple[str, float, float]) -> Spoken:
    """Hiss as loud as said, for so long, one sound after another."""
    pick = np.random.default_rng(0)
    sound = np.concatenate([pick.normal(0, loud, round(length * RATE)) for _, length, loud in parts])
    ends = np.cumsum([length for _, length, _ in parts])
    return Spoken(sound.astype(np.float32), RATE, tuple(
        (float(end), name) for end, (name, _, _) in zip(ends, parts, strict=True)))


def test_lips_that_say_p_part_at_its_burst() -> None:
    quiet, loud = ("p", 0.07, 0.001), ("p", 0.03, 0.08)
    one = said(("aa", 0.2, 0.1), quiet, loud, ("aa", 0.2, 0.1))
    joined = Spoken(one.sound, RATE, (one.phones[0], *one.phones[2:]))
    truth = labels(joined, voice("flite", "arpabet"))
    assert runs(truth.shut) == [(20, 27)]
    assert (truth.visemes[20:30] == PP).all() and (truth.visemes[:20] == AA).all() and not truth.voiced[22:28].any()


def test_the_shut_mouth_before_espeaks_burst_is_found() -> None:
    one = said(("a", 0.25, 0.1), ("a", 0.05, 0.001), ("p", 0.03, 0.08), ("a", 0.3, 0.1))
    joined = Spoken(one.sound, RATE, one.phones[1:])
    ((start, end),) = runs(labels(joined, voice("espeak", "ipa")).shut)
    assert abs(start - 25) <= 1 and 29 <= end <= 33


def test_m_is_shut_to_its_end_and_marks_are_no_sounds() -> None:
    one = said(("a", 0.1, 0.1), ("ˈ", 0.02, 0.1), ("m", 0.1, 0.05), ("(de)", 0.02, 0.05), ("_", 0.2, 0))
    truth = labels(one, voice("espeak", "ipa"))
    assert runs(truth.shut) == [(12, 24)] and truth.voiced[:24].all()
    assert (truth.visemes[24:] == SIL).all() and not truth.voiced[24:].any()


def test_a_sound_that_nobody_knows_is_told_of() -> None:
    with pytest.raises(KeyError):
        labels(said(("§", 0.1, 0.1)), voice("festival", "festival-it"))
    with pytest.raises(ValueError, match="§"):
        labels(said(("§", 0.1, 0.1)), voice("flite", "arpabet"))


def test_a_sentence_played_quicker_keeps_its_labels_at_its_sounds() -> None:
    one = said(("pau", 0.3, 0.0), ("aa", 0.3, 0.1), ("pau", 0.3, 0.0))
    bands, truth = sentence(one, voice("flite", "arpabet"), 1.2)
    assert len(bands) == len(truth.visemes) == 75
    loud = bands.mean(1) > bands.mean(1).mean()
    assert np.abs(np.flatnonzero(loud)[[0, -1]] - np.flatnonzero(truth.visemes == AA)[[0, -1]]).max() <= 1


def test_every_voice_is_allowed_and_nobody_is_on_both_sides() -> None:
    everybody = voices()
    assert {one.use for one in everybody} == {"train", "test"} and all(one.licence for one in everybody)
    for one in everybody:
        if one.use == "train" and one.program != "espeak":
            assert "GPL" not in one.licence and "BSD" in one.licence
        assert "it" not in one.languages or one.use == "test"
    assert not set(variants("train")) & set(variants("test"))


def test_sentences_without_a_text_are_refused() -> None:
    with pytest.raises(ValueError, match="no text in xx"):
        next(sentences("xx", "train", 0))
    assert next(sentences("ja", "train", 0)) == next(sentences("ja", "train", 0)) != next(sentences("ja", "test", 0))


def test_closures_are_counted_by_stretches() -> None:
    wanted, told = np.zeros(100, bool), np.zeros(100, bool)
    wanted[10:15] = wanted[40:45] = True
    told[17:19] = told[60:62] = told[80:90] = True
    assert found(wanted, told) == (1, 2) and found(told, wanted) == (1, 3)
    answers = np.zeros((100, OUTPUTS), np.float32)
    answers[:, -2] = np.where(told, 2.0, -2.0)
    truth = Corpus(np.zeros((100, BANDS)), np.zeros(100, np.int8), wanted, np.zeros(100, bool), np.zeros(1, np.int64))
    scores = Scores.of(truth, answers)
    assert (scores.recall, scores.precision, scores.closures) == (0.5, pytest.approx(1 / 3), 2)
    assert scores.visemes == scores.groups == scores.voiced == 1
    assert np.array_equal(closures(answers), told)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Half a minute of two voices, who say nothing but a loud aa and a quiet p."""
    place = tmp_path_factory.mktemp("voices")
    pick = np.random.default_rng(3)
    for name in ("kal16", "rms"):
        shut = np.repeat(np.arange(100) % 2 == 1, 15)
        bands = np.where(shut[:, None], -1.5, 0.5) + pick.normal(0, 0.2, (1500, BANDS))
        truth = Labels(np.where(shut, PP, AA).astype(np.int8), shut, ~shut)
        together([(bands.astype(np.float32), truth)]).write(place / f"{name}.npz", {"voice": name})
    return place


def test_what_is_written_is_read(folder: Path) -> None:
    read = Corpus.read(folder / "rms.npz")
    assert read.bands.dtype == np.float16 and read.shut.sum() == 750 and len(read.starts) == 1


def test_bands_of_other_rooms_are_bands(folder: Path) -> None:
    import torch

    from speech.augment import augmented

    bands = torch.from_numpy(Corpus.read(folder / "rms.npz").bands[:1024].astype(np.float32)).reshape(4, 256, BANDS)
    changed, silent = augmented(bands, torch.Generator().manual_seed(0))
    assert changed.shape == bands.shape and torch.isfinite(changed).all() and silent.shape == (4,)
    assert not torch.equal(changed, bands)
    again, _ = augmented(bands, torch.Generator().manual_seed(0))
    assert torch.equal(changed, again)


def test_the_network_learns_and_runs_the_same_with_numpy(folder: Path, tmp_path: Path) -> None:
    import torch

    import train_hearing
    from speech.network import HearingNetwork

    out = tmp_path / "net.safetensors"
    train_hearing.train(folder, out, steps=40, batch=8, width=24)
    weights = read_weights(out)
    corpus = Corpus.read(folder / "rms.npz")
    told = closures(answers_of(NetworkStream(weights), corpus.bands))
    assert (told == corpus.shut).mean() > 0.8  # half of the rows are shut; of the rest it has seen too little
    torch.manual_seed(0)
    network = HearingNetwork(16)
    for module in network.modules():
        if isinstance(module, torch.nn.BatchNorm1d):
            module.running_mean.uniform_(-1, 1)
            module.running_var.uniform_(0.5, 2)
    network.eval()
    bands = torch.randn(1, 120, BANDS)
    with torch.no_grad():
        wanted = network(bands.transpose(1, 2))[0].reshape(-1, OUTPUTS).numpy()
    told = NetworkStream(network.arrays()).answers(bands[0].numpy())
    np.testing.assert_allclose(told, wanted, atol=0.02)  # halves


def test_sound_becomes_bands_row_by_row() -> None:
    assert corpora.heard(np.zeros(8000, np.float32), 8000).shape[0] in (100, 109, 110)
