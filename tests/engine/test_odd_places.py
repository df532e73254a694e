"""A pipe, a socket or a device where one of our own kinds of file should lie: told at once, and never waited for."""

import os
import socket
import stat
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from engine.base.errors import EngineError
from engine.base.jobs import run
from engine.expression.presets import all_presets, own_folder, read_preset
from engine.models.store import ModelStore
from engine.motion.csv_file import read_csv
from engine.motion.take_file import read_take
from engine.project.project_file import read_project, read_stamped
from engine.project.recovery import abandoned
from engine.rig import schema
from engine.rig.files.reading import read_values

pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes are POSIX")
PATIENCE = 20.0
"""Seconds until a reader that still waits is let go of, and fails its test."""


def pipe(path: Path) -> None:
    os.mkfifo(path)


def device(path: Path) -> None:
    path.symlink_to("/dev/null")  # a reader that does not look finds it empty, rather than without an end


KINDS = {"pipe": pipe, "socket": None, "device": device}


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[Path], None]]:
    """Puts something of the kind somewhere."""
    listening = socket.socket(socket.AF_UNIX)

    def bound(path: Path) -> None:
        monkeypatch.chdir(path.parent)  # an address has room for a hundred letters
        listening.bind(path.name)

    yield KINDS[request.param] or bound
    listening.close()


def ended(work: Callable[[], object], place: Path) -> Exception | None:
    """What some work raised. It must end by itself: whoever still waits for a writer gets one that says nothing."""
    raised: list[Exception | None] = []

    def to_the_end() -> None:
        try:
            work()
            raised.append(None)
        except Exception as error:
            raised.append(error)

    thread = threading.Thread(target=to_the_end, daemon=True)
    thread.start()
    thread.join(PATIENCE)
    waits = thread.is_alive()
    while thread.is_alive() and stat.S_ISFIFO(place.stat().st_mode):
        os.close(os.open(place, os.O_RDWR | os.O_NONBLOCK))
        thread.join(0.1)
    assert not waits, f"it waits for what lies at {place}"
    return raised[0]


READERS: dict[str, tuple[str, Callable[[Path], object]]] = {
    "project": ("work.facewright", read_project),
    "project with its stamp": ("work.facewright", read_stamped),
    "take": ("take.npz", read_take),
    "table of a take": ("take.csv", read_csv),
    "rig values": ("face.bytes", read_values),
    "rig values in words": ("face.json", read_values),
    "preset": ("look.toml", read_preset),
}


@pytest.mark.parametrize("reader", READERS)
def test_a_file_that_is_none_is_told(reader: str, kind: Callable[[Path], None], tmp_path: Path) -> None:
    name, read = READERS[reader]
    kind(tmp_path / name)
    error = ended(lambda: read(tmp_path / name), tmp_path / name)
    assert isinstance(error, EngineError) and "is not an ordinary file" in error.message


def test_a_schema_that_is_none_is_told(kind: Callable[[Path], None], tmp_path: Path,
                                       monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "schemas").mkdir()
    kind(tmp_path / "schemas" / "odd.toml")
    monkeypatch.setattr(schema, "RESOURCES", tmp_path)
    monkeypatch.setattr(schema, "BUILT_IN", ("odd",))
    error = ended(lambda: schema.load_schema("odd"), tmp_path / "schemas" / "odd.toml")
    assert isinstance(error, EngineError) and "is not an ordinary file" in error.message


def test_among_the_snapshots_and_presets_it_hides_no_other(kind: Callable[[Path], None], tmp_path: Path,
                                                           monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACEWRIGHT_DATA", str(tmp_path))
    own_folder().mkdir(parents=True)
    kind(own_folder() / "odd.toml")
    count: list[int] = []
    assert ended(lambda: count.append(len(all_presets()[0])), own_folder() / "odd.toml") is None
    assert count[0] > 3
    (tmp_path / "recovery").mkdir()
    lock = tmp_path / "recovery" / "left.lock"
    (tmp_path / "recovery" / "left.facewright").write_bytes(b"work")
    os.mkfifo(lock)
    assert ended(lambda: abandoned(tmp_path / "recovery"), lock) is None


@pytest.mark.parametrize("work", ["path", "present", "verify", "import"])
def test_a_model_that_is_none_is_not_there(work: str, kind: Callable[[Path], None], tmp_path: Path) -> None:
    store = ModelStore(tmp_path / "models", offline=True)
    model = store.catalogue["face-landmarker"]
    place = tmp_path / "models" / model.id / model.files[0].name
    place.parent.mkdir(parents=True)
    kind(place)
    does: dict[str, Callable[[], object]] = {
        "path": lambda: store.path(model.id, model.files[0].name), "present": lambda: store.present(model.id),
        "verify": lambda: run(store.verify(model.id)),
        "import": lambda: run(store.import_file(model.id, place))}
    error = ended(does[work], place)
    assert error is None if work == "present" else isinstance(error, EngineError)
    assert not store.present(model.id)


def test_a_folder_of_models_that_is_none_holds_none(kind: Callable[[Path], None], tmp_path: Path) -> None:
    kind(tmp_path / "models")
    store = ModelStore(tmp_path / "models", offline=True)
    assert ended(lambda: store.present("face-landmarker"), tmp_path / "models") is None
    assert not store.present("face-landmarker")
    assert isinstance(ended(lambda: run(store.get("face-landmarker")), tmp_path / "models"), EngineError)
