"""Files written: whole or not at all, through links, with what the old one had, and nothing left behind."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from engine.base.errors import EngineError
from engine.base.parts import sweep, sweep_own
from engine.base.writing import check_place, write_whole

ROOT = Path(__file__).resolve().parents[3]
POSIX = pytest.mark.skipif(os.name != "posix", reason="modes, owners and locks on open files are POSIX")
PIPES = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes are POSIX")
LINKS = pytest.mark.skipif(os.name == "nt", reason="links need a right on Windows")
LONG = "x" * 251 + ".png"

WRITER = """
import sys
from pathlib import Path
from engine.base.writing import write_whole
def check(part):
    print(part.name, flush=True)
    sys.stdin.read()
write_whole(Path(sys.argv[1]), b"new", check)
"""
"""Says how its part is called, and waits with it until its standard input ends."""


def writer(path: Path) -> tuple["subprocess.Popen[str]", Path]:
    process = subprocess.Popen([sys.executable, "-c", WRITER, str(path)], cwd=ROOT, text=True,
                               stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert process.stdout is not None
    return process, path.parent / process.stdout.readline().strip()


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@PIPES
def test_what_is_no_file_is_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(EngineError, match="is not an ordinary file"):
        write_whole(pipe, b"x")
    assert pipe.is_fifo() and list(tmp_path.iterdir()) == [pipe]


@pytest.mark.parametrize("name", [LONG, "长" * 83 + "ab.png", "a"])
def test_a_name_as_long_as_the_system_allows(tmp_path: Path, name: str) -> None:
    seen: list[str] = []
    write_whole(tmp_path / name, b"new", lambda part: seen.append(part.name))
    assert names(tmp_path) == [name] and len(seen[0].encode()) <= 25


@LINKS
def test_a_link_stays_and_its_target_is_replaced(tmp_path: Path) -> None:
    folder = tmp_path / "there"
    folder.mkdir()
    target, link = folder / "target.png", tmp_path / "link.png"
    target.write_bytes(b"old")
    link.symlink_to("there/target.png")
    write_whole(link, b"new", lambda part: None if part.parent == folder else pytest.fail("not beside the target"))
    assert link.is_symlink() and target.read_bytes() == b"new" and names(folder) == ["target.png"]


@LINKS
def test_a_link_to_nothing_makes_what_it_names(tmp_path: Path) -> None:
    link, far = tmp_path / "link.png", tmp_path / "far.png"
    link.symlink_to("new/target.png")
    far.symlink_to("link.png")
    write_whole(far, b"new")
    assert link.is_symlink() and far.is_symlink() and (tmp_path / "new" / "target.png").read_bytes() == b"new"


@LINKS
def test_a_ring_of_links_is_one_line(tmp_path: Path) -> None:
    one, two = tmp_path / "one.png", tmp_path / "two.png"
    one.symlink_to(two)
    two.symlink_to(one)
    with pytest.raises(EngineError, match="one.png: cannot be written: .*links"):
        write_whole(one, b"new")
    assert names(tmp_path) == ["one.png", "two.png"]


@LINKS
def test_other_names_of_the_same_file_keep_what_they_had(tmp_path: Path) -> None:
    asked, other = tmp_path / "asked.png", tmp_path / "other.png"
    asked.write_bytes(b"old")
    other.hardlink_to(asked)
    write_whole(asked, b"new")
    assert asked.read_bytes() == b"new" and other.read_bytes() == b"old"


@POSIX
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o666, 0o755])
def test_the_mode_of_what_is_replaced_stays(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(b"old")
    path.chmod(mode)
    seen: list[int] = []
    write_whole(path, b"new", lambda part: seen.append(part.stat().st_mode & 0o077))
    assert path.stat().st_mode & 0o7777 == mode
    assert seen == [0]  # nobody else reads what is being written


@POSIX
def test_a_new_file_has_the_mode_that_is_usual(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_whole(tmp_path / "a.png", b"new")
    finally:
        os.umask(before)
    assert (tmp_path / "a.png").stat().st_mode & 0o777 == 0o640


@pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() != 0, reason="only root may give files away")
def test_the_owner_of_what_is_replaced_stays(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(b"old")
    os.chown(path, 12345, 54321)
    path.chmod(0o4750)
    write_whole(path, b"new")
    found = path.stat()
    assert (found.st_uid, found.st_gid, found.st_mode & 0o7777) == (12345, 54321, 0o4750)


@POSIX
def test_what_the_owner_cannot_be_kept_of_is_not_opened_to_others(tmp_path: Path,
                                                                  monkeypatch: pytest.MonkeyPatch) -> None:
    def not_permitted(*_: object) -> None:
        raise PermissionError(1, "not permitted")

    path = tmp_path / "a.png"
    path.write_bytes(b"old")
    path.chmod(0o6674)
    there = os.stat_result((path.stat().st_mode, 1, 1, 1, 12345, 54321, 3, 0, 0, 0))
    monkeypatch.setattr(Path, "stat", lambda self, **_: there if self == path else os.stat(self))
    monkeypatch.setattr(os, "fchown", not_permitted)
    write_whole(path, b"new")
    monkeypatch.undo()
    assert path.stat().st_mode & 0o7777 == 0o644  # what the other group might do was not meant for ours


@pytest.mark.skipif(sys.platform != "linux", reason="Python sets extended attributes on Linux only")
def test_extended_attributes_stay(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(b"old")
    try:
        os.setxattr(path, "user.origin", b"a shoot")
    except OSError:
        pytest.skip("this file system has none")
    write_whole(path, b"new")
    assert os.getxattr(path, "user.origin") == b"a shoot"


def test_a_file_that_may_not_be_written_is_not_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(b"old")
    path.chmod(0o444)
    monkeypatch.setattr(os, "access", lambda asked, kind: Path(asked) != path)  # root may write everything
    with pytest.raises(EngineError, match="cannot be written"):
        write_whole(path, b"new")
    assert path.read_bytes() == b"old" and names(tmp_path) == ["a.png"]


def test_a_folder_made_in_vain_is_taken_away(tmp_path: Path) -> None:
    def full(_: Path) -> None:
        raise OSError(28, "No space left on device")

    with pytest.raises(EngineError, match="No space left"):
        write_whole(tmp_path / "new" / "deeper" / "a.png", b"x", full)
    assert names(tmp_path) == []


@POSIX
def test_what_a_killed_program_left_is_taken_away_by_the_next_that_writes_there(tmp_path: Path) -> None:
    process, part = writer(tmp_path / "a.png")
    assert part.is_file() and part.name.startswith(".facewright-")
    process.kill()
    process.communicate()
    assert part.is_file()
    write_whole(tmp_path / "b.png", b"new")
    assert names(tmp_path) == ["b.png"]


@POSIX
def test_what_a_killed_program_left_in_our_own_folders_is_taken_away_at_the_next_start(tmp_path: Path) -> None:
    (tmp_path / "presets").mkdir()
    process, part = writer(tmp_path / "presets" / "mine.toml")
    process.kill()
    process.communicate()
    assert part.is_file()
    subprocess.run([sys.executable, str(ROOT / "main.py"), "presets"], check=True, stdout=subprocess.DEVNULL,
                   env={**os.environ, "FACEWRIGHT_DATA": str(tmp_path)})
    assert names(tmp_path / "presets") == []


@POSIX
def test_what_a_living_program_writes_is_left_alone(tmp_path: Path) -> None:
    process, part = writer(tmp_path / "a.png")
    write_whole(tmp_path / "b.png", b"new")
    sweep(tmp_path)
    sweep_own(tmp_path)
    assert part.is_file()
    process.communicate()
    assert process.returncode == 0 and names(tmp_path) == ["a.png", "b.png"]


@POSIX
def test_a_stopped_program_takes_its_part_away_itself(tmp_path: Path) -> None:
    process, _ = writer(tmp_path / "a.png")
    process.send_signal(signal.SIGINT)
    process.communicate()
    assert names(tmp_path) == []


def test_nobody_elses_files_are_swept(tmp_path: Path) -> None:
    others = ["movie.mkv.part", ".facewright-notes.part", ".facewright-0123abcd.part.bak", ".a.png.0123abcd.part"]
    for name in others:
        (tmp_path / name).write_bytes(b"mine")
        os.utime(tmp_path / name, (0, 0))
    (tmp_path / ".facewright-0123abce.part").mkdir()
    sweep(tmp_path)
    assert names(tmp_path) == sorted([*others, ".facewright-0123abce.part"])
    sweep(tmp_path / "nowhere")


def test_earlier_parts_in_our_own_folders_go_when_nobody_can_be_writing_them_any_more(tmp_path: Path) -> None:
    folder = tmp_path / "models" / "one"
    folder.mkdir(parents=True)
    old = [tmp_path / ".a[1].facewright.0123abcd.part", folder / "net.bin.4711-0123abcd.part"]
    new = tmp_path / ".b.facewright.0123abcd.part"
    for path in (*old, new):
        path.write_bytes(b"half")
    for path in old:
        os.utime(path, (time.time() - 4000,) * 2)
    sweep_own(tmp_path)
    assert new.is_file() and not any(path.exists() for path in old)


def test_a_place_is_tried_and_left_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "old.csv").write_text("old")
    (tmp_path / "folder.csv").mkdir()
    for good in ("old.csv", "new.csv", "deep/er/new.csv"):
        check_place(tmp_path / good)
    for bad in ("folder.csv", "old.csv/new.csv"):
        with pytest.raises(EngineError, match=bad):
            check_place(tmp_path / bad)
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["folder.csv", "old.csv"]
    assert (tmp_path / "old.csv").read_text() == "old"
