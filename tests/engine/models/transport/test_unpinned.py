"""Models whose content only the hub knows, or that lie in a folder of the user's."""

import hashlib
import json
import os
import sys
from pathlib import Path

import pytest

from engine.base.errors import EngineError
from engine.base.jobs import run
from engine.commands import BAD_INPUT, run_command
from engine.models.catalogue import Catalogue, load_catalogue, parse_catalogue
from engine.models.store import ModelStore
from tests.engine.terminal import Terminal

FILES = {"net/config.json": b'{"a": 1}', "net/weights.safetensors": b"W" * 5000}

ROWS = """
[[model]]
id = "loose"
title = "Loose"
does = "stands for a model that is not pinned"
licence = "none"
commercial = true
needed_by = ["optional: tests"]
memory = 1
unseen = "it is made up"

[[model.file]]
name = "net/config.json"
bytes = 10

[[model.file]]
name = "net/weights.safetensors"
bytes = 5000

[[model.source]]
kind = "hub"
repository = "somebody/loose"
revision = "main"
root = "inner/"
"""

# A client that reads a folder and says what the hub would say of it.
CLIENT = '''
import hashlib, json, os, pathlib, shutil, types
HOME = pathlib.Path(os.environ["FAKE_HUB"])
def note(*words):
    with open(HOME / "asked.txt", "a") as file:
        print(*words, file=file)
class HfApi:
    def model_info(self, repository, revision, files_metadata):
        note("info", repository, revision)
        siblings = []
        for path in sorted((HOME / "files").rglob("*")):
            if path.is_file():
                data = path.read_bytes()
                large = len(data) > 1000
                siblings.append(types.SimpleNamespace(
                    rfilename=path.relative_to(HOME / "files").as_posix(), size=len(data),
                    lfs=types.SimpleNamespace(sha256=hashlib.sha256(data).hexdigest()) if large else None,
                    blob_id=hashlib.sha1(b"blob %d\\0" % len(data) + data).hexdigest()))
        newest = os.environ.get("FAKE_HUB_COMMIT", "c" * 40)
        return types.SimpleNamespace(sha=newest if revision == "main" else revision, siblings=siblings)
def hf_hub_download(repository, member, revision, local_dir):
    note("download", repository, revision, member)
    target = pathlib.Path(local_dir) / member
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(HOME / "files" / member, target)
    if os.environ.get("FAKE_HUB_SPOILS") == member:
        target.write_bytes(target.read_bytes()[:-1] + b"?")
    return str(target)
'''


def catalogue() -> Catalogue:
    return parse_catalogue(ROWS, "rows.toml")


@pytest.fixture
def store(tmp_path: Path) -> ModelStore:
    return ModelStore(tmp_path / "models", catalogue=catalogue())


@pytest.fixture
def hub(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that plays the hub, with a client of its own in place of huggingface_hub."""
    home, packages = tmp_path / "hub", tmp_path / "packages"
    packages.mkdir()
    (packages / "huggingface_hub.py").write_text(CLIENT)
    for name, data in FILES.items():
        (home / "files" / "inner" / name).parent.mkdir(parents=True, exist_ok=True)
        (home / "files" / "inner" / name).write_bytes(data)
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(packages), os.environ.get("PYTHONPATH", "")]))
    monkeypatch.setenv("FAKE_HUB", str(home))
    monkeypatch.delenv("FACEWRIGHT_OFFLINE", raising=False)
    return home


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A folder of the user's that holds the model, one folder further in."""
    for name, data in FILES.items():
        path = tmp_path / "own" / "utils" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return tmp_path / "own"


def asked(hub: Path, word: str) -> list[str]:
    return [line for line in (hub / "asked.txt").read_text().splitlines() if line.startswith(word)]


def test_from_the_hub_at_the_commit_it_names(store: ModelStore, hub: Path) -> None:
    assert not store.present("loose")
    run(store.get("loose", trust=True))
    assert store.present("loose")
    for name, data in FILES.items():
        assert store.path("loose", name).read_bytes() == data
    assert asked(hub, "info") == ["info somebody/loose main"]
    assert {line.split()[2] for line in asked(hub, "download")} == {"c" * 40}
    record = json.loads((store.folder / ".pinned" / "loose.json").read_text())
    assert record["repository"] == "somebody/loose" and record["commit"] == "c" * 40
    assert record["files"]["net/weights.safetensors"]["sha256"] == hashlib.sha256(b"W" * 5000).hexdigest()
    run(store.verify("loose"))
    assert not any((store.folder / ".downloads").iterdir())


@pytest.mark.parametrize("member", ["inner/net/config.json", "inner/net/weights.safetensors"])
def test_a_file_that_is_not_what_the_hub_says(store: ModelStore, hub: Path, monkeypatch: pytest.MonkeyPatch,
                                              member: str) -> None:
    monkeypatch.setenv("FAKE_HUB_SPOILS", member)
    with pytest.raises(EngineError, match="is not the file it should be; it was deleted"):
        run(store.get("loose", trust=True))
    assert not store.present("loose") and not (store.folder / "loose" / member.removeprefix("inner/")).exists()
    monkeypatch.delenv("FAKE_HUB_SPOILS")
    run(store.get("loose", trust=True))
    assert store.present("loose")


def test_what_is_here_is_not_fetched_again(store: ModelStore, hub: Path) -> None:
    run(store.get("loose", trust=True))
    (store.folder / "loose" / "net/config.json").unlink()
    assert not store.present("loose")
    before = len(asked(hub, "download"))
    run(store.get("loose", trust=True))
    assert [line.split()[3] for line in asked(hub, "download")[before:]] == ["inner/net/config.json"]
    run(store.get("loose", trust=True))
    assert len(asked(hub, "info")) == 2


def test_damage_is_seen(store: ModelStore, hub: Path) -> None:
    run(store.get("loose", trust=True))
    weights = store.path("loose", "net/weights.safetensors")
    weights.write_bytes(b"V" * 5000)
    with pytest.raises(EngineError, match="net/weights.safetensors is not what it should be"):
        run(store.verify("loose"))
    weights.write_bytes(b"W" * 4000)
    assert not store.present("loose")
    with pytest.raises(EngineError, match="the model loose is damaged .*facewright models get loose"):
        store.path("loose", "net/weights.safetensors")


def test_the_hub_lacks_a_file(store: ModelStore, hub: Path) -> None:
    (hub / "files" / "inner" / "net" / "config.json").unlink()
    with pytest.raises(EngineError, match="does not hold inner/net/config.json"):
        run(store.get("loose", trust=True))


@pytest.mark.parametrize("record", [b"", b"[]", b"{", b"\xff", b'{"files": {"net/config.json": {"bytes": "8"}}}',
                                    b'{"files": {"net/config.json": {"bytes": 8, "sha256": "no"}}}', b"[" * 100_000])
def test_a_record_of_any_kind(store: ModelStore, hub: Path, record: bytes) -> None:
    run(store.get("loose", trust=True))
    (store.folder / ".pinned" / "loose.json").write_bytes(record)
    assert not store.present("loose")
    with pytest.raises(EngineError):
        run(store.verify("loose"))
    run(store.get("loose", trust=True))
    assert store.present("loose")


def test_what_nobody_has_seen_is_not_fetched_unasked(store: ModelStore, hub: Path) -> None:
    assert not store.trusted("loose")
    with pytest.raises(EngineError, match="nobody who wrote Facewright has seen the files of loose.*--trust-unseen"):
        run(store.get("loose"))
    assert not (hub / "asked.txt").exists() and not store.folder.exists()


def test_the_command_says_how_to_trust_or_asks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
                                               capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("FACEWRIGHT_MODELS", str(tmp_path))
    monkeypatch.setenv("FACEWRIGHT_OFFLINE", "1")
    line = ["models", "get", "stable-diffusion-1-5-parts"]
    assert run_command(line) == BAD_INPUT
    assert "add --trust-unseen" in capsys.readouterr().err
    for answer, said in (("n\n", "--trust-unseen"), ("y\n", "downloads are switched off")):
        monkeypatch.setattr(sys, "stdin", Terminal(answer))
        monkeypatch.setattr(sys, "stderr", terminal := Terminal())
        assert run_command(line) == BAD_INPUT
        assert "the hub could not be reached" in terminal.getvalue() and said in terminal.getvalue()
    monkeypatch.undo()
    monkeypatch.setenv("FACEWRIGHT_MODELS", str(tmp_path))
    monkeypatch.setenv("FACEWRIGHT_OFFLINE", "1")
    assert run_command([*line, "--trust-unseen"]) == BAD_INPUT
    assert "downloads are switched off" in capsys.readouterr().err


def test_all_that_could_be_seen_is_pinned_and_the_rest_says_why() -> None:
    for model in load_catalogue():
        assert model.pinned or model.unseen
        for source in model.sources:
            assert source.sha256 or model.unseen or len(source.version) == 40


def test_what_came_first_is_what_it_has_to_be(store: ModelStore, hub: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(store.get("loose", trust=True))
    monkeypatch.setenv("FAKE_HUB_COMMIT", "d" * 40)  # the branch has gone on
    store.remove("loose")
    assert store.trusted("loose") and not store.present("loose")
    run(store.get("loose"))  # asked once
    assert store.present("loose")
    assert {line.split()[2] for line in asked(hub, "download")} == {"c" * 40}


@pytest.mark.parametrize(("name", "data"), [("net/weights.safetensors", b"X" * 5000), ("net/config.json", b'{"a": 2}')])
def test_a_later_change_is_refused(store: ModelStore, hub: Path, name: str, data: bytes) -> None:
    run(store.get("loose", trust=True))
    store.remove("loose")
    (hub / "files" / "inner" / name).write_bytes(data)
    with pytest.raises(EngineError, match="no longer has the files that came from it first.*remove .*loose.json"):
        run(store.get("loose", trust=True))
    assert not (store.folder / "loose" / name).exists() and not store.present("loose")
    (store.folder / ".pinned" / "loose.json").unlink()
    run(store.get("loose", trust=True))
    assert store.path("loose", name).read_bytes() == data


def test_what_an_earlier_version_fetched_is_pinned_by_its_record(store: ModelStore, hub: Path) -> None:
    run(store.get("loose", trust=True))
    (store.folder / ".pinned" / "loose.json").rename(store.folder / "loose" / "origin.json")
    assert store.present("loose") and store.trusted("loose")
    run(store.verify("loose"))


# ---- a folder of the user's

@pytest.mark.parametrize("inner", ["", "utils"])
def test_a_folder_is_used_in_place(store: ModelStore, own: Path, inner: str) -> None:
    assert run(store.import_file("loose", own / inner)) == tuple(FILES)
    assert store.present("loose") and store.path("loose", "net/config.json") == (own / "utils" / "net/config.json")
    run(store.verify("loose"))
    assert not (store.folder / "loose").exists()  # nothing was copied
    store.remove("loose")
    assert not store.present("loose") and (own / "utils" / "net" / "config.json").exists()


def test_a_folder_that_went_away(store: ModelStore, own: Path) -> None:
    run(store.import_file("loose", own))
    (own / "utils").rename(own / "elsewhere")
    assert not store.present("loose")
    with pytest.raises(EngineError, match="not on this machine"):
        store.path("loose", "net/config.json")
    with pytest.raises(EngineError, match="missing"):
        run(store.verify("loose"))


def test_a_folder_that_is_something_else(store: ModelStore, own: Path, tmp_path: Path) -> None:
    (own / "utils" / "net" / "config.json").unlink()
    for path, words in ((own, "does not hold loose: it has no net/config.json"), (tmp_path / "no", "there is no file"),
                        (own / "utils" / "net" / "weights.safetensors", "is not a folder")):
        with pytest.raises(EngineError, match=words):
            run(store.import_file("loose", path))
    assert not store.present("loose")


@pytest.mark.parametrize("reference", [b"", b"\xff\xfe", b"a\0b", b"/" * 70_000])
def test_a_reference_of_any_kind(store: ModelStore, reference: bytes) -> None:
    store.folder.mkdir()
    (store.folder / "loose.folder").write_bytes(reference)
    assert not store.present("loose")


# ---- the catalogue

@pytest.mark.parametrize(("change", "words"), [
    (('kind = "hub"\nrepository = "somebody/loose"\nrevision = "main"',
      'kind = "package"\nclient = "pip"\npackage = "a"\nversion = "1"\nform = "wheel"\n'
      f'sha256 = "{"0" * 64}"'), "can only come from the hub"),
    (('unseen = "it is made up"\n', ""), "the field unseen says why a file has no sha256"),
    (("memory = 1", 'memory = 1\nrequires = ["other"]'), "requires 'other', which is not there"),
    (("memory = 1", 'memory = 1\nrequires = ["loose"]'), "requires 'loose', which is not there or requires"),
    (("memory = 1", "memory = 1\nrequires = 3"), "Expected `array`, got `int`.*requires"),
])
def test_rows_that_cannot_be(change: tuple[str, str], words: str) -> None:
    with pytest.raises(EngineError, match=words):
        parse_catalogue(ROWS.replace(*change), "rows.toml")


def test_magicface_takes_only_what_it_uses() -> None:
    """Not the 3.4 GB of Stable Diffusion's own network, of either form."""
    known = load_catalogue()
    names = {file.name for model in ("magicface", *known["magicface"].requires) for file in known[model].files}
    assert {name.split("/")[0] for name in names} == {"denoising_unet", "ID_enc", "vae", "text_encoder", "tokenizer",
                                                     "scheduler", "79999_iter.pth"}
    assert not any(name.startswith("unet") or name.endswith(".bin") for name in names)
    assert not known["magicface"].commercial  # the face parser it requires is not
