"""What a command reads it never writes over, whatever it is and under whatever name: for every command at once."""

import argparse
import importlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.base.errors import UsageError
from engine.base.overwriting import refuse_to_overwrite
from engine.base.paths import RESOURCES
from engine.base.text import Text
from engine.commands import COMMANDS, USAGE, run_command
from engine.commands.parser import Parser, given, given_or_named, written
from engine.photo.own_pictures import refuse_somebodys
from engine.photo.picture import read_picture
from engine.photo.writing import copy_source, write_picture

SAMPLE = next((RESOURCES / "samples").glob("*.jpg"))
LINKS = pytest.mark.skipif(os.name == "nt", reason="links need a right on Windows")


def leaves(parser: argparse.ArgumentParser, words: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Parser]]:
    inner = [action for action in parser._actions if isinstance(action, argparse._SubParsersAction)]
    if not inner:
        assert isinstance(parser, Parser)
        yield words, parser
    for action in inner:
        for name, one in action.choices.items():
            yield from leaves(one, (*words, name))


def commands() -> Iterator[tuple[tuple[str, ...], Parser]]:
    for name in COMMANDS:
        parser = Parser(prog=name)
        importlib.import_module(f"engine.commands.{name}").add_options(parser)
        yield from leaves(parser, (name,))


def pairs() -> list[Any]:
    """Every command with one of what it reads and one of what it writes."""
    return [pytest.param(parser, reads, writes, id=f"{'-'.join(words)}-{reads.dest}-{writes.dest}")
            for words, parser in commands()
            for reads in parser._actions if reads.type in (given, given_or_named)
            for writes in parser._actions if writes.type is written]


def test_every_option_that_is_a_file_says_whether_it_is_read_or_written() -> None:
    unsaid = [f"{words} {action.dest}" for words, parser in commands() for action in parser._actions
              if action.type is Path]
    assert unsaid == []
    assert len(pairs()) >= 15


@pytest.mark.parametrize(("parser", "reads", "writes"), pairs())
def test_no_command_writes_over_what_it_reads(parser: Parser, reads: argparse.Action, writes: argparse.Action,
                                              tmp_path: Path) -> None:
    file, link = tmp_path / "file", tmp_path / "link"
    file.write_bytes(b"read")
    link.hardlink_to(file)

    line = command_line(parser, tmp_path, {reads: file, writes: link})
    with pytest.raises(UsageError, match="never written over"):
        parser.parse_args(line)


def command_line(parser: Parser, folder: Path, files: dict[argparse.Action, Path]) -> list[str]:
    """Everything that a command needs, with these files in these places."""
    line: list[str] = []
    for action in parser._actions:
        value = str(files.get(action, folder / f"other-{action.dest}"))
        if action in files or action.required or not action.option_strings and action.nargs != "?":
            value = "0-3" if action.dest == "seeds" else value
            line += [action.option_strings[0], value] if action.option_strings else [value]
    return line


def writers() -> list[Any]:
    """Every command with one of the files it writes."""
    return [pytest.param(parser, writes, id=f"{'-'.join(words)}-{writes.dest}")
            for words, parser in commands() for writes in parser._actions if writes.type is written]


@pytest.fixture
def own_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("FACEWRIGHT_DATA", str(tmp_path / "data"))
    return tmp_path / "data"


def gray(side: int = 20) -> np.ndarray:
    return np.full((side, side, 3), 128, np.uint8)


@pytest.mark.parametrize(("parser", "writes"), writers())
def test_no_command_writes_over_a_photo_unasked(parser: Parser, writes: argparse.Action, tmp_path: Path,
                                                own_data: Path) -> None:
    """Whatever the file is called: a photo is known by what is in it."""
    result = tmp_path / "result"
    line = command_line(parser, tmp_path, {writes: result})
    result.write_bytes(SAMPLE.read_bytes())
    with pytest.raises(UsageError, match="did not write"):
        parser.parse_args(line)
    assert parser.parse_args([*line, "--replace"]).replace
    result.write_bytes(b"values, not a picture")
    parser.parse_args(line)


def test_a_sheet_of_faces_does_not_replace_a_photo(tmp_path: Path, own_data: Path,
                                                   capsys: pytest.CaptureFixture[str]) -> None:
    """The whole command, which reads nothing that it could be compared with."""
    photo = tmp_path / "photo.jpg"
    photo.write_bytes(SAMPLE.read_bytes())
    assert run_command(["attributes", "sample", "--seeds", "0", "-o", str(photo), "--accept-licence"]) == USAGE
    assert photo.read_bytes() == SAMPLE.read_bytes()
    assert "--replace" in capsys.readouterr().err


def test_what_facewright_wrote_is_replaced_until_somebody_works_on_it(tmp_path: Path, own_data: Path) -> None:
    result, way_out = tmp_path / "result.png", Text("choose another name")
    write_picture(result, gray())
    refuse_somebodys([result, tmp_path / "none.png", tmp_path], way_out)
    moved = result.rename(tmp_path / "moved.png")
    with pytest.raises(UsageError, match="did not write"):
        refuse_somebodys([moved], way_out)  # somebody put it there
    write_picture(result, gray())
    result.write_bytes(result.read_bytes() + b"retouched")
    with pytest.raises(UsageError, match="changed since"):
        refuse_somebodys([result], way_out)
    copy = tmp_path / "copy.jpg"
    copy_source(read_picture(SAMPLE), copy)
    refuse_somebodys([copy], way_out)
    with pytest.raises(UsageError, match="did not write"):
        refuse_somebodys([SAMPLE], way_out)  # the same bytes, and the photo all the same


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes are POSIX")
@pytest.mark.parametrize("record", ["folder", "pipe"])
def test_a_record_that_cannot_be_used_takes_every_picture_for_somebodys(tmp_path: Path, own_data: Path,
                                                                        record: str) -> None:
    place, result = own_data / "pictures-written", tmp_path / "result.png"
    own_data.mkdir()
    if record == "folder":
        place.mkdir()
    elif record == "pipe":
        os.mkfifo(place)
    write_picture(result, gray())
    with pytest.raises(UsageError):
        refuse_somebodys([result], Text("choose another name"))


@pytest.mark.parametrize("size", [10, 1 << 22])
def test_a_record_that_was_damaged_is_gone_on_with(tmp_path: Path, own_data: Path, size: int) -> None:
    own_data.mkdir()
    (own_data / "pictures-written").write_bytes(b"\0" * size)
    write_picture(tmp_path / "result.png", gray())
    refuse_somebodys([tmp_path / "result.png"], Text("choose another name"))


def test_the_record_stays_short(tmp_path: Path, own_data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.photo.own_pictures._MOST", 8)
    for number in range(20):
        write_picture(tmp_path / f"{number}.png", gray())
        refuse_somebodys([tmp_path / f"{number}.png"], Text("choose another name"))
    assert (own_data / "pictures-written").stat().st_size <= 8 * 65


@LINKS
@pytest.mark.parametrize("name", ["a.png", "sub/../a.png", "new/../a.png", "soft.png", "hard.png", "folder/a.png"])
def test_under_whatever_name(tmp_path: Path, name: str) -> None:
    photo = tmp_path / "a.png"
    photo.write_bytes(b"a photo")
    (tmp_path / "sub").mkdir()
    (tmp_path / "soft.png").symlink_to("a.png")
    (tmp_path / "hard.png").hardlink_to(photo)
    (tmp_path / "folder").symlink_to(".")
    with pytest.raises(UsageError, match="never written over"):
        refuse_to_overwrite([tmp_path / name], [photo])
    with pytest.raises(UsageError, match="never written over"):
        refuse_to_overwrite([photo], [tmp_path / name])
    refuse_to_overwrite([tmp_path / "b.png", tmp_path / "loop.png"], [photo, tmp_path / "none.png"])


def test_nothing_is_written_twice_and_nothing_of_ours(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="twice"):
        refuse_to_overwrite([tmp_path / "a.npz", tmp_path / "sub" / ".." / "a.npz"], [])
    own = next((RESOURCES / "samples").glob("*.jpg"))
    with pytest.raises(UsageError, match="belongs to Facewright"):
        refuse_to_overwrite([own], [])


def test_what_a_rig_fit_would_write_besides_is_not_replaced_when_it_is_something_else(
        tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    package = tmp_path / "package.json"
    package.write_text('{"name": "a game"}')
    line = ["rig", "fit", str(next((RESOURCES / "samples").glob("*.jpg"))), "-o", str(tmp_path / "package.bytes")]
    assert run_command(line) == USAGE
    assert "package.json holds something else" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["package.json"]


@LINKS
def test_a_ring_of_links_is_left_to_the_writer(tmp_path: Path) -> None:
    """It has no file that could be read, or be ours: what is wrong with it is said when it is to be written."""
    ring = tmp_path / "ring.png"
    ring.symlink_to(ring)
    refuse_to_overwrite([ring], [tmp_path / "photo.png"])
