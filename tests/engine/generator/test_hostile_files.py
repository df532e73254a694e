"""Hostile, damaged and wrong files: one clear line each, and nothing of what is in them happens."""

import io
import pickle
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from engine.base.errors import EngineError
from engine.generator.formats.pickle_reader import read_pickle
from engine.generator.load import generator_from_bytes, load_generator

DATA = Path(__file__).resolve().parents[2] / "data" / "rfm"
EVIL = sorted((DATA / "evil").iterdir())
SOUND_BUT_FOR_THEIR_SOURCE = ("ada_source.pkl", "nv_tf_source.pkl")
TINY = (DATA / "ada_tiny8.pkl").read_bytes()


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_hostile_files_are_there() -> None:
    assert len(EVIL) == 12


@pytest.mark.parametrize("path", EVIL, ids=lambda path: path.name)
def test_a_hostile_file_leaves_no_trace(path: Path, empty: Path) -> None:
    if path.name in SOUND_BUT_FOR_THEIR_SOURCE:
        assert load_generator(path).family == "stylegan2"
    else:
        with pytest.raises(EngineError) as refused:
            load_generator(path)
        assert path.name in str(refused.value) and "\n" not in str(refused.value)
    assert list(empty.iterdir()) == []


@pytest.mark.parametrize("name", ["nv_tf_system.pkl", "rosinality_reduce.pt", "ada_storage_bytes.pkl"])
def test_the_marker_would_appear_where_pickle_is_trusted(name: str, empty: Path) -> None:
    """The test above can fail: what it looks for is in these files and names what they ask for."""
    with pytest.raises(EngineError, match="asks for '(posix.system|__builtin__.exec)'"):
        load_generator(DATA / "evil" / name)
    assert b"EVIL_MARKER" in (DATA / "evil" / name).read_bytes()


class Gadget:
    """Pickles as a call of whatever it is given."""

    def __init__(self, call: Callable, *arguments: object) -> None:
        self.call, self.arguments = call, arguments

    def __reduce__(self) -> tuple:
        return self.call, self.arguments


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
@pytest.mark.parametrize("call", [open, eval, print, getattr, __import__, io.open, bytes, bytearray, object, complex])
def test_no_name_outside_the_list_is_looked_up(call: Callable, protocol: int, empty: Path) -> None:
    data = pickle.dumps({"g_ema": Gadget(call, "EVIL_MARKER_new", "w")}, protocol)
    with pytest.raises(EngineError):
        generator_from_bytes(data, "gadget.pkl")
    assert list(empty.iterdir()) == []


def nested(depth: int) -> bytes:
    return b"\x80\x04" + b"]" * depth + b"a" * (depth - 1) + b"."


def doubled(times: int) -> bytes:
    """A tuple of itself twice, so many times over: small as a file, beyond counting as a tree."""
    return b"\x80\x04)\x94" + b"".join(b"h" + bytes([index]) + b"\x86\x94" for index in range(times)) + b"."


@pytest.mark.parametrize("data", [
    nested(500_000), doubled(200), b"\x80\x04" + b"(" * 100_000 + b".", b"\x80\x04B\xff\xff\xff\x7f.",
    b"\x80\x04\x8e\xff\xff\xff\xff\xff\xff\xff\x7f.", b"\x80\x02r\xff\xff\xff\x7f.", b"\x80\x04Kar\xff\xff\xff\x7f.",
    b"\x80\x04}" + b")" + b"\x85" * 100_000 + b"K\x00s.", b"\x80\x04\x8b\xff\xff\xff\x7f.", b"I" + b"9" * 5000 + b"\n.",
    b"\x80\x02\x82\x01.", b"(i__main__\nGadget\n.", b"", b"\x80", b".", b"PK\x03\x04", b"\x1f\x8b\x08\x00",
], ids=range(17))
def test_bombs_and_stumps_are_refused_quickly(data: bytes) -> None:
    with pytest.raises(EngineError):
        generator_from_bytes(data, "bomb.pkl")


def test_a_packed_torch_file_is_refused_unread() -> None:
    """torch stores its parts unpacked; a packed one could be any size."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("archive/data.pkl", bytes(50_000_000))
    with pytest.raises(EngineError, match="packed, or too large"):
        generator_from_bytes(buffer.getvalue(), "bomb.pt")


def test_a_tensor_cannot_reach_past_its_data() -> None:
    """A stride of 0 would make a picture of a terabyte out of four bytes, a large one would read other memory."""
    import torch

    for strided in (torch.zeros(1).expand(1 << 20), torch.arange(4.0).as_strided((2, 2), (2, 1))):
        buffer = io.BytesIO()
        torch.save({"g_ema": {"input.input": strided}, "latent_avg": strided}, buffer)
        with pytest.raises(EngineError):
            generator_from_bytes(buffer.getvalue(), "strided.pt")


@settings(max_examples=150)
@given(st.lists(st.tuples(st.integers(0, len(TINY) - 1), st.integers(0, 255)), min_size=1, max_size=8),
       st.integers(0, len(TINY)))
@example([(0, 0)], 0)
def test_changed_bytes_raise_nothing_but_engine_errors(changes: list[tuple[int, int]], length: int) -> None:
    data = bytearray(TINY)
    for place, value in changes:
        data[place] = value
    for candidate in (bytes(data), bytes(data[:length])):
        try:
            generator_from_bytes(candidate, "changed.pkl")
        except EngineError:
            pass


@settings(max_examples=150)
@given(st.binary(max_size=200))
def test_any_bytes_as_a_pickle_raise_nothing_but_engine_errors(data: bytes) -> None:
    for candidate in (data, b"\x80\x04" + data + b"."):
        try:
            read_pickle(io.BytesIO(candidate), "any.pkl")
        except EngineError:
            pass


@settings(max_examples=60)
@given(st.data())
def test_changed_torch_files_raise_nothing_but_engine_errors(data: st.DataObject) -> None:
    whole = bytearray((DATA / "evil" / "rosinality_reduce.pt").read_bytes().replace(b"exec", b"set\n"))
    for _ in range(data.draw(st.integers(1, 6))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    try:
        generator_from_bytes(bytes(whole), "changed.pt")
    except EngineError:
        pass


def test_a_missing_weight_is_named(reference_file: Callable[[str], Path]) -> None:
    import torch

    state = torch.load(reference_file("ros_small64.pt"), weights_only=True)
    for change, said in (({"convs.3.noise.weight": None}, "convs.3.noise.weight is missing"),
                         ({"convs.3.extra": torch.zeros(1)}, "holds 'convs.3.extra'"),
                         ({"input.input": torch.zeros(1, 32, 4, 5)}, r"input.input is \(1, 32, 4, 5\)"),
                         ({"style.1.bias": torch.full((64,), float("nan"))}, "style.1.bias holds numbers that are not"),
                         ({"convs.1.conv.weight": torch.zeros(1, 32, 31, 3, 3)}, "layer.2 does not fit")):
        weights = {key: value for key, value in {**state["g_ema"], **change}.items() if value is not None}
        buffer = io.BytesIO()
        torch.save({"g_ema": weights, "latent_avg": state["latent_avg"]}, buffer)
        with pytest.raises(EngineError, match=said):
            generator_from_bytes(buffer.getvalue(), "mine.pt")


def test_the_old_torch_layout_is_read_too(reference_file: Callable[[str], Path]) -> None:
    import torch

    path = reference_file("ros_small64.pt")
    buffer = io.BytesIO()
    torch.save({**torch.load(path, weights_only=True), "args": None}, buffer, _use_new_zipfile_serialization=False)
    old, new = generator_from_bytes(buffer.getvalue(), "old.pt"), load_generator(path)
    assert all(torch.equal(old.weights[key], new.weights[key]) for key in new.weights)


@pytest.mark.parametrize(("name", "data"), [("photo.png", b"\x89PNG\r\n\x1a\n" + bytes(100)), ("text.txt", b"hello"),
                                            ("empty.pt", b""), ("list.pkl", pickle.dumps([1, 2])),
                                            ("dict.pkl", pickle.dumps({"a": 1})), ("keys.pkl", pickle.dumps({1: 2}))])
def test_other_files_are_told_apart(name: str, data: bytes, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(EngineError, match=name):
        load_generator(tmp_path / name)


def test_missing_files_and_folders(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match="cannot be read"):
        load_generator(tmp_path / "none.pt")
    with pytest.raises(EngineError, match="holds no generator"):
        load_generator(tmp_path)
    (tmp_path / "Gs_dict.pth").write_bytes(b"")
    with pytest.raises(EngineError, match="Gm_dict.pth, center_tensor.pt missing"):
        load_generator(tmp_path)


def test_sets_are_counted() -> None:
    """A byte of a pickle makes one of 216."""
    with pytest.raises(EngineError, match="too many parts"):
        read_pickle(io.BytesIO(b"\x80\x04" + b"\x8f" * 200_000 + b"."), "any.pkl")


def test_an_instruction_that_is_none_and_one_that_is_not_ours_are_refused() -> None:
    for code, said in ((b"\xff", "damaged"), (b"\x82\x05", "EXT1"), (b"", "damaged")):
        with pytest.raises(EngineError, match=said):
            read_pickle(io.BytesIO(b"\x80\x02" + code), "any.pkl")
