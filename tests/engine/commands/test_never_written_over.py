"""What a command reads it never writes over, whatever it is and under whatever name: for every command at once."""

import argparse
import importlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from engine.base.errors import UsageError
from engine.base.overwriting import refuse_to_overwrite
from engine.base.paths import RESOURCES
from engine.commands import COMMANDS, USAGE, run_command
from engine.commands.parser import Parser, given, given_or_named, written

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
              if action.type is Path and not (words == ("batch",) and action.dest == "output")]
    assert unsaid == []  # the folder of a batch is looked at where its pictures get their names
    assert len(pairs()) >= 15


@pytest.mark.parametrize(("parser", "reads", "writes"), pairs())
def test_no_command_writes_over_what_it_reads(parser: Parser, reads: argparse.Action, writes: argparse.Action,
                                              tmp_path: Path) -> None:
    file, link = tmp_path / "file", tmp_path / "link"
    file.write_bytes(b"read")
    link.hardlink_to(file)

    def words(action: argparse.Action, value: str) -> list[str]:
        return [action.option_strings[0], value] if action.option_strings else [value]

    line: list[str] = []
    for action in parser._actions:
        if action in (reads, writes):
            line += words(action, str(link if action is writes else file))
        elif action.required or not action.option_strings and action.nargs != "?":
            line += words(action, "0-3" if action.dest == "seeds" else str(tmp_path / f"other-{action.dest}"))
    with pytest.raises(UsageError, match="never written over"):
        parser.parse_args(line)


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
