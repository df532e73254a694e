"""RFM's two label sets: 40 logits of NVIDIA's classifiers, and the table made from Azure's face attributes."""

import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Literal

import numpy as np

from engine.attributes.labels.label_set import Column, LabelSet
from engine.attributes.labels.latent_codes import array_of, finite, read_array
from engine.base.arrays_file import said_of
from engine.base.errors import EngineError
from engine.base.files import read_head, read_limited
from engine.base.gzip_stream import open_gzip
from engine.base.limits import MOST_PICKLE_STEPS
from engine.base.text import Text
from engine.base.writing import write_whole
from engine.generator.formats.pickle_reader import read_pickle

CLASSIFIERS: tuple[str, ...] = (
    "male", "smiling", "attractive", "wavy-hair", "young", "5-o-clock-shadow", "arched-eyebrows", "bags-under-eyes",
    "bald", "bangs", "big-lips", "big-nose", "black-hair", "blond-hair", "blurry", "brown-hair", "bushy-eyebrows",
    "chubby", "double-chin", "eyeglasses", "goatee", "gray-hair", "heavy-makeup", "high-cheekbones",
    "mouth-slightly-open", "mustache", "narrow-eyes", "no-beard", "oval-face", "pale-skin", "pointy-nose",
    "receding-hairline", "rosy-cheeks", "sideburns", "straight-hair", "earrings", "hat", "lipstick", "necklace",
    "necktie",
)
"""The columns of the first set, in the file's order (the 40 attributes of CelebA in that of the classifiers)."""

_RARE = (8, 18, 20, 21, 36, 39)
"""Bald, double chin, goatee, gray hair, hat, necktie: fewer than half of all faces, whoever draws them."""

Polarity = Literal["auto", "negative", "positive"]


def read_logits(path: Path, polarity: Polarity = "auto") -> LabelSet:
    """The set of NVIDIA's classifiers: (n, 40), row = seed of torch's kind. Raises only EngineError.

    The file's numbers are logits, unbounded, and negative where the attribute is there (the program's own text says
    otherwise in one place). Here they are turned, so that positive means there: the probability is 1 / (1 + exp(-2 l)).
    polarity: which sign means "there" in the file; "auto" asks the six attributes that are rare on any faces, and is an
    error when they do not agree. Rows of zeros stand for faces without labels, and become nan.
    """
    values = read_array(path)
    return said_of(path, lambda: _logits(values, polarity))


def _logits(values: np.ndarray, polarity: Polarity) -> LabelSet:
    if values.ndim == 1:
        values = values[None]
    table = _table(values)
    missing = ~table.any(1)
    sign = {"auto": 0, "negative": -1, "positive": 1}[polarity] or _sign(table[~missing])
    scores = table * np.float32(sign)
    scores[missing] = np.nan
    return LabelSet(tuple(Column(name, "logit") for name in CLASSIFIERS), scores, None,
                    np.arange(len(table), dtype=np.int64), "torch", 0.7)


def _sign(table: np.ndarray) -> int:
    if not len(table):
        raise EngineError(Text("holds no labels: all rows are zero"))
    negative = (table[:, _RARE] < 0).mean(0)
    if (negative < 0.5).all():
        return -1
    if (negative > 0.5).all():
        return 1
    raise EngineError(Text("its rare attributes do not say which sign means there"),
                      Text("say whether negative or positive numbers mean that an attribute is there"))


def write_logits(path: Path, labels: LabelSet) -> None:
    """RFM's file of such a set: negative means there, rows of zeros have no labels. EngineError for other columns."""
    if labels.names != CLASSIFIERS:
        raise EngineError(Text("these labels have other columns than NVIDIA's classifiers"))
    _write_tensor(path, np.where(np.isnan(labels.scores), np.float32(0), -labels.scores))


AZURE: tuple[Column, ...] = tuple(Column(*both) for both in (
    ("smile", "probability"), ("roll-right", "degrees"), ("roll-left", "degrees"), ("yaw-plus", "degrees"),
    ("yaw-minus", "degrees"), ("male", "binary"), ("female", "binary"), ("age", "years"),
    ("moustache", "probability"), ("beard", "probability"), ("sideburns", "probability"), ("no-glasses", "binary"),
    ("reading-glasses", "binary"), ("sunglasses", "binary"), ("anger", "probability"), ("contempt", "probability"),
    ("disgust", "probability"), ("fear", "probability"), ("happiness", "probability"), ("neutral", "probability"),
    ("sadness", "probability"), ("surprise", "probability"), ("over-exposure", "probability"),
    ("eye-makeup", "binary"), ("lip-makeup", "binary"), ("headwear", "probability"), ("glasses", "probability"),
    ("forehead-occluded", "binary"), ("eyes-occluded", "binary"), ("mouth-occluded", "binary"),
    ("bald", "probability"), ("hair-invisible", "binary"), ("brown-hair", "probability"),
    ("gray-hair", "probability"), ("blond-hair", "probability"), ("black-hair", "probability"),
    ("red-hair", "probability"), ("other-hair", "probability"), ("swimming-goggles", "binary"),
    ("mask", "probability")))
"""The columns of the second set, in the file's order. roll and yaw are split by sign into two columns that are never
negative, as Azure gives them: degrees, not shares of one; age is in years."""

_MOST_STEPS = 6_000_000
"""Instructions of a pickle of answers, at most half a microsecond each on a quick machine and less than one on a slow
one; the true file's 20307 answers take about 250 each, which is five million. No file has more than bytes, beyond what
any pickle may have."""
_MOST_COSTLY = 1 << 14
"""Of those that take longest among them: the true file has two arrays, a dozen names and calls; answers need none."""
_LARGEST = 1 << 30
"""Bytes, unpacked; the true file has 800 million."""
_MOST_KINDS = 64
"""Accessories and hair colours that are looked at in one answer: there are nine kinds. In a pickle, one list of many
can stand in every answer."""
_GZIP = b"\x1f\x8b"
_OCCLUDED = (27, 28, 29)
_EMOTIONS = ("anger", "contempt", "disgust", "fear", "happiness", "neutral", "sadness", "surprise")
_GLASSES = {"NoGlasses": 11, "ReadingGlasses": 12, "Sunglasses": 13, "SwimmingGoggles": 38}
_ACCESSORIES = {"headwear": 25, "glasses": 26, "mask": 39}
_COLOURS = {"brown": 32, "gray": 33, "blond": 34, "black": 35, "red": 36, "other": 37}


def read_azure_table(path: Path) -> LabelSet:
    """The table (n, 40) made from Azure's answers. Its w are in another file (`read_azure`). Raises only EngineError.

    What is covered (three columns) was never written by the program that made these tables: where all three are zero
    throughout they are taken as not there.
    """
    values = read_array(path)
    return said_of(path, lambda: azure_labels(_table(values), None))


def read_azure(path: Path) -> tuple[LabelSet, np.ndarray]:
    """The latents, the labels out of Azure's answers, and z (n, z): ``latent_training_data.pkl.gz``, or unpacked.

    Everything the answers hold is taken: all accessories and hair colours, and what is covered, where RFM's own table
    (`azure_table` with `as_rfm`) keeps the first of each and nothing. Raises only EngineError; nothing is run.
    """
    if read_head(path, 2)[:2] != _GZIP and read_head(path, 1) != b"\x80":
        raise EngineError(Text("{0}: holds other things than z, w and Azure's answers", path))
    data = read_limited(path, _LARGEST)
    return said_of(path, lambda: _azure(data, path))


def _azure(data: bytes, path: Path) -> tuple[LabelSet, np.ndarray]:
    stream = open_gzip(data, _LARGEST) if data[:2] == _GZIP else io.BytesIO(data)
    value = read_pickle(stream, str(path), most_steps=min(_MOST_STEPS, MOST_PICKLE_STEPS + len(data)),
                        most_costly=_MOST_COSTLY)
    if not (isinstance(value, tuple) and len(value) == 3 and isinstance(value[2], list)):
        raise EngineError(Text("holds other things than z, w and Azure's answers"))
    z, w = array_of(value[0]), array_of(value[1])
    if z.ndim != 2 or w.ndim != 3 or not len(z) == len(w) == len(value[2]):
        raise EngineError(Text("z {0}, w {1} and {2} answers do not go together", z.shape, w.shape, len(value[2])))
    if not (w == w[:, :1]).all():
        raise EngineError(Text("its w differ from row to row (w+), from which no direction in w can be found"))
    table = azure_table(value[2])
    return azure_labels(table, np.ascontiguousarray(w[:, 0], np.float32)), z.astype(np.float32)


def azure_labels(table: np.ndarray, w: np.ndarray | None) -> LabelSet:
    """A table (n, 40) as labels; faces of unknown seeds, numbered by row."""
    scores = table.astype(np.float32)
    if not scores[:, _OCCLUDED].any():
        scores[:, _OCCLUDED] = np.nan
    return LabelSet(AZURE, scores, w, np.arange(len(table), dtype=np.int64))


def azure_table(answers: Sequence[Any], as_rfm: bool = False) -> np.ndarray:
    """(n, 40) float32 from Azure's answers, one dict a face, with ``faceAttributes`` or those alone. EngineError when
    one of them is something else.

    as_rfm: the very table RFM makes: only the first accessory and the most certain hair colour, nothing about what is
    covered.
    """
    return np.array([_azure_row(answer, as_rfm) for answer in answers], np.float32).reshape(-1, len(AZURE))


def _azure_row(answer: Any, as_rfm: bool) -> list[float]:
    row = [0.0] * len(AZURE)
    try:
        if isinstance(answer, list) and len(answer) == 1:
            answer = answer[0]
        about = answer.get("faceAttributes", answer)
        pose, beard, hair, makeup = about["headPose"], about["facialHair"], about["hair"], about["makeup"]
        row[0] = float(about["smile"])
        for place, angle in ((1, pose["roll"]), (3, pose["yaw"])):
            row[place if angle > 0 else place + 1] = abs(float(angle))
        row[5 if about["gender"] == "male" else 6] = 1.0
        row[7] = float(about["age"])
        row[8:11] = [float(beard[part]) for part in ("moustache", "beard", "sideburns")]
        row[_GLASSES[_word(about["glasses"])]] = 1.0
        row[14:22] = [float(about["emotion"][name]) for name in _EMOTIONS]
        exposure = about["exposure"]
        row[22] = float(exposure["value"]) if exposure["exposureLevel"] == "overExposure" else 0.0
        row[23], row[24] = float(makeup["eyeMakeup"]), float(makeup["lipMakeup"])
        for accessory in about["accessories"][:1 if as_rfm else _MOST_KINDS]:
            row[_ACCESSORIES[_word(accessory["type"]).lower()]] = float(accessory["confidence"])
        if not as_rfm:
            covered = about["occlusion"]
            row[27:30] = [float(covered[f"{part}Occluded"]) for part in ("forehead", "eye", "mouth")]
        row[30], row[31] = float(hair["bald"]), float(hair["invisible"])
        colours = hair["hairColor"][:1 if as_rfm else _MOST_KINDS]
        if not as_rfm:
            colours = sorted(colours, key=lambda colour: -float(colour["confidence"]))
        for colour in colours:
            row[_COLOURS[_word(colour["color"])]] = float(colour["confidence"])
    except (AttributeError, KeyError, TypeError, ValueError, IndexError, OverflowError) as error:
        raise EngineError(Text("one of Azure's answers is not what it should be"), detail=repr(error)) from None
    return row


def _word(value: Any) -> str:
    """A value that must be a text: asked for its hash, another could be lists a million deep."""
    if not isinstance(value, str):
        raise TypeError(type(value).__name__)
    return value


def write_azure_table(path: Path, labels: LabelSet) -> None:
    """RFM's file of such a set. EngineError for other columns."""
    if labels.columns != AZURE:
        raise EngineError(Text("these labels have other columns than Azure's"))
    _write_tensor(path, np.nan_to_num(labels.scores))


def _table(values: np.ndarray) -> np.ndarray:
    if values.ndim != 2 or values.shape[1] != len(CLASSIFIERS) or not len(values):
        raise EngineError(Text("a table of labels is (faces, {0}), not {1}", len(CLASSIFIERS), values.shape))
    return finite(values).astype(np.float32)


def _write_tensor(path: Path, values: np.ndarray) -> None:
    import torch

    buffer = io.BytesIO()
    torch.save(torch.from_numpy(np.ascontiguousarray(values, np.float32)), buffer)
    write_whole(path, buffer.getvalue(), lambda written: _same(written, values, path))


def _same(written: Path, values: np.ndarray, path: Path) -> None:
    if not np.array_equal(read_array(written), values):
        raise EngineError(Text("{0}: what was written is not what was meant", path))


