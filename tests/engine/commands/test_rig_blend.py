"""`facewright rig blend` and `rig random`: what they write, and what they refuse with nothing written."""

from pathlib import Path

import pytest

from engine.commands import BAD_INPUT, DONE, USAGE, run_command
from engine.rig.blend import blended, only, regions_of
from engine.rig.files.bytes_file import write_bytes
from engine.rig.files.json_file import write_json
from engine.rig.files.reading import read_values
from engine.rig.schema import load_schema
from engine.rig.variation import is_lopsided, random_rig


@pytest.fixture()
def heads(tmp_path: Path) -> list[str]:
    paths = [tmp_path / "a.bytes", tmp_path / "b.json"]
    write_bytes(paths[0], random_rig("face-nn", 1))
    write_json(paths[1], random_rig("face-nn", 2))
    return [str(path) for path in paths]


def test_weights_and_regions(heads: list[str], tmp_path: Path) -> None:
    out = tmp_path / "out.bytes"
    first, second = (read_values(Path(path)) for path in heads)
    assert run_command(["rig", "blend", *heads, "--weights", "3,1", "-o", str(out)]) == DONE
    assert read_values(out).same_as(blended([first, second], [3, 1]))
    assert run_command(["rig", "blend", *heads, "--weights", "1,0", "--region", "forehead=B", "--region", "NOSE=1,3",
                        "-o", str(out)]) == DONE
    assert read_values(out).same_as(blended([first, second], [1, 0], {"Forehead": only(1, 2), "Nose": [1, 3]}))


@pytest.mark.parametrize("wrong", [
    ["--weights", "1"], ["--weights", "0,0"], ["--weights", "1,x"], ["--region", "eyes"], ["--region", "knee=B"],
    ["--region", "Nose=C"], ["--region", "Nose=1,2,3"], ["--schema", "nobody"],
])
def test_what_cannot_be_blended_is_said_in_a_line(heads: list[str], tmp_path: Path, wrong: list[str],
                                                  capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out.bytes"
    assert run_command(["rig", "blend", *heads, *wrong, "-o", str(out)]) == USAGE
    assert not out.exists() and "Traceback" not in capsys.readouterr().err
    assert run_command(["rig", "blend", heads[0], "-o", str(out)]) == USAGE and not out.exists()
    (tmp_path / "short.bytes").write_bytes(b"\x03\0")
    assert run_command(["rig", "blend", *heads, str(tmp_path / "short.bytes"), "-o", str(out)]) == BAD_INPUT


def test_random_keeps_what_is_locked_and_is_as_even_as_is_asked(tmp_path: Path) -> None:
    start, out = tmp_path / "start.bytes", tmp_path / "out.bytes"
    own = random_rig("facewright-head", 7)
    write_bytes(start, own)
    schema = load_schema("facewright-head")
    region = regions_of(schema)[1]
    asked = ["rig", "random", "--schema", "facewright-head", "--seed", "3", "-o", str(out)]
    assert run_command([*asked, "--from", str(start), "--lock", region.upper()]) == DONE
    made = read_values(out)
    kept = [place for place, slot in enumerate(schema.slots) if slot.group == region]
    assert [made.values[place] for place in kept] == [own.values[place] for place in kept]
    assert not made.same_as(own) and is_lopsided(made)
    assert run_command([*asked, "--asymmetry", "0"]) == DONE
    assert not is_lopsided(read_values(out))
    out.unlink()
    assert run_command([*asked, "--lock", "nothing", "--from", str(start)]) == BAD_INPUT
    assert run_command([*asked, "--lock", region]) == USAGE and run_command([*asked, "--asymmetry", "2"]) == USAGE
    assert not out.exists()
