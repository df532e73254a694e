"""`rig schema`, and every `--schema` that takes a file."""

import json
import os
from pathlib import Path

import pytest

from engine.commands import run_command as run
from engine.rig.files.json_file import read_json
from engine.rig.schema_file import template
from tests.engine.rig.conftest import forgotten


@pytest.fixture
def own(tmp_path: Path):  # noqa: ANN201
    path = tmp_path / "game.toml"
    with forgotten():
        assert run(["rig", "schema", "new", "-o", str(path)]) == 0
        yield str(path)


def test_a_new_schema_is_sound_and_an_old_file_is_kept(own: str, capsys) -> None:  # noqa: ANN001
    assert Path(own).read_bytes() == template()
    assert run(["rig", "schema", "check", own]) == 0
    assert "game.toml: sound; my-game: 13 values, 5 shape the head, 4 paint it; a .bytes file has 29 bytes" in (
        capsys.readouterr().out)
    assert run(["rig", "schema", "new", "-o", own]) == 2
    assert Path(own).read_bytes() == template()


def test_every_finding_has_its_line(own: str, capsys) -> None:  # noqa: ANN001
    text = template().decode().replace('"nose-scale-vert" = 1.0', '"nose-scale-vertical" = 1.0')
    Path(own).write_text(text.replace("range = [0, 9, 0]", "range = [9, 0, 0]"))
    assert run(["rig", "schema", "check", own]) == 3
    told = capsys.readouterr()
    lines = text.split("\n")
    drives = lines.index('drives = { "nose-scale-vertical" = 1.0 }') + 1
    turned = lines.index("range = [0, 9, 0]") + 1
    assert told.out.splitlines() == [
        f"{own}:{turned}: the range of freckles has no room above its default",
        f"{own}:{drives}: nose.length drives 'nose-scale-vertical', which the head does not have"]
    assert told.err == f"facewright: {own}: 2 things are wrong with it\n"
    assert run(["rig", "schema", "check", own, "--json"]) == 3
    found = json.loads(capsys.readouterr().out)
    assert found["sound"] is False and [one["line"] for one in found["findings"]] == [turned, drives]
    assert found["findings"][0]["key"] == "value[5].range"


@pytest.mark.parametrize("data", [b"\xff\xfe", b"", b"[" * 100_000, b"label = 'x'", os.urandom(5000)])
def test_what_is_no_schema_is_one_line(own: str, capsys, data: bytes) -> None:  # noqa: ANN001
    Path(own).write_bytes(data)
    for command in (["schema", "check", own], ["random", "--schema", own, "-o", own + ".json"],
                    ["controls", "--schema", own], ["schema", "show", own]):
        assert run(["rig", *command]) == 3
        assert len(capsys.readouterr().err.splitlines()) == 1
    assert not Path(own + ".json").exists()


def test_what_there_is_is_listed_and_shown(own: str, capsys) -> None:  # noqa: ANN001
    assert run(["rig", "schema", "list"]) == 0
    assert "face-nn" in capsys.readouterr().out
    assert run(["rig", "schema", "list", "--json"]) == 0
    assert {one["name"]: one["values"] for one in json.loads(capsys.readouterr().out)["schemas"]}["face-nn"] == 99
    assert run(["rig", "schema", "show", own]) == 0
    assert capsys.readouterr().out == template().decode()
    assert run(["rig", "schema", "show", "face-nn", "--json"]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert shown["choices"] == {"Brow style": ["brow.style1", "brow.style2", "brow.style3"]}
    assert shown["file"]["part"][0] == {"kind": "shape", "type": "i32", "male": 3, "female": 4}
    assert run(["rig", "schema", "show", "no-such"]) == 2


def test_commands_take_a_schema_of_ones_own(own: str, tmp_path: Path, capsys) -> None:  # noqa: ANN001
    drawn, there, back = (str(tmp_path / name) for name in ("a.bytes", "b.bytes", "c.json"))
    assert run(["rig", "random", "--schema", own, "--seed", "5", "-o", drawn]) == 0
    assert Path(drawn).read_bytes()[:4] == b"MYGM" and Path(drawn).stat().st_size == 29
    assert run(["rig", "convert", drawn, "--from", own, "--schema", "face-nn", "-o", there, "--json"]) == 0
    assert Path(there).stat().st_size == 400
    assert run(["rig", "convert", there, "--schema", own, "-o", back]) == 0
    assert read_json(Path(back)).schema == "my-game"
    capsys.readouterr()
    assert run(["rig", "convert", there, back, "-o", back]) == 2 and run(["rig", "convert", there]) == 2
    assert run(["rig", "controls", "--schema", own, "--json"]) == 0
    assert json.loads(capsys.readouterr().out[:])["schema"] == "my-game"
    assert run(["rig", "export", drawn, "--schema", own, "-o", str(tmp_path / "h.obj")]) == 0
    assert run(["rig", "render", drawn, "--schema", own, "--size", "64", "-o", str(tmp_path / "h.png")]) == 0
    assert run(["rig", "render", back, "--schema", "face-nn", "-o", str(tmp_path / "h.png")]) == 3
    assert "values of the rig my-game given where face-nn is needed" in capsys.readouterr().err


def test_a_file_whose_rig_nobody_names(own: str, tmp_path: Path, capsys) -> None:  # noqa: ANN001
    with forgotten():
        assert run(["rig", "random", "--schema", own, "-o", str(tmp_path / "a.bytes")]) == 0
    capsys.readouterr()
    assert run(["rig", "convert", str(tmp_path / "a.bytes"), "-o", str(tmp_path / "b.json")]) == 3
    assert "not a .bytes rig file (if it is, name its schema)" in capsys.readouterr().err


def test_an_expression_is_a_pose_for_what_moves(tmp_path: Path, capsys) -> None:  # noqa: ANN001
    shown = str(tmp_path / "smile.json")
    Path(shown).write_text(json.dumps({"format": "facewright-rig", "version": 1, "schema": "arkit-52",
                                       "values": {"mouthSmileLeft": 0.75, "jawOpen": 0.25}}))
    assert run(["rig", "export", shown, "-o", str(tmp_path / "smile.a2f.json")]) == 0
    document = json.loads((tmp_path / "smile.a2f.json").read_text())
    assert dict(zip(document["facsNames"], document["weightMat"][0], strict=True))["mouthSmileLeft"] == 0.75
    assert run(["rig", "convert", shown, "--schema", "vrm", "-o", str(tmp_path / "smile.bytes")]) == 0
    assert run(["rig", "export", str(tmp_path / "smile.bytes"), "-o", str(tmp_path / "s.vrma")]) == 0
    posed = ["rig", "export", str(tmp_path / "smile.bytes"), "--pose", "jawOpen=1", "-o", str(tmp_path / "t.csv")]
    assert run(posed) == 0
    lines = (tmp_path / "t.csv").read_text().splitlines()
    assert dict(zip(lines[0].split(","), lines[1].split(","), strict=True))["JawOpen"] == "1.0000000000"
    assert run(["rig", "random", "-o", str(tmp_path / "face.bytes")]) == 0
    assert run(["rig", "export", str(tmp_path / "face.bytes"), "-o", str(tmp_path / "u.csv")]) == 2


def test_a_new_schema_has_a_name_by_which_it_is_found_again(tmp_path: Path, capsys) -> None:  # noqa: ANN001
    for name in ("x.txt", "x", "x.toml.bak"):
        assert run(["rig", "schema", "new", "-o", str(tmp_path / name)]) == 2 and not (tmp_path / name).exists()
        assert "ends in .toml" in capsys.readouterr().err
    with forgotten():
        loud = str(tmp_path / "LOUD.TOML")
        assert run(["rig", "schema", "new", "-o", loud]) == 0
        text = Path(loud).read_text()
        Path(loud).write_text("\n".join(line for line in text.split("\n") if not line.startswith("name =")))
        assert run(["rig", "random", "--schema", loud, "--seed", "1", "-o", str(tmp_path / "a.json")]) == 0
        assert read_json(tmp_path / "a.json").schema == "LOUD"


def test_a_schema_whose_file_cannot_hold_a_head_at_rest_is_not_sound(own: str, capsys) -> None:  # noqa: ANN001
    text = template().decode()
    Path(own).write_text(text.replace("range = [0, 9, 0]", "range = [-3, 9, -1]").replace("stored = [0, 65535]", ""))
    for words in ([], ["--json"]):
        assert run(["rig", "schema", "check", own, *words]) == 3
        told = capsys.readouterr().out
        assert "freckles: its value does not fit into the file's u" in told and '"sound": true' not in told


def test_what_is_odd_is_told_and_the_schema_is_none_the_less_sound(own: str, capsys) -> None:  # noqa: ANN001
    text = template().decode()
    for plain, odd in (("freckles", '-freckles=x"\nstep = 0.5'), ("jaw.width", 'jaw"\nstep = 500'),
                       ("nose.length", 'JAW"\nstep = 1e-7')):
        text = text.replace(f'id = "{plain}"', f'id = "{odd}')
    Path(own).write_text(text)
    assert run(["rig", "schema", "check", own]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.partition("odd: ")[2] for line in lines[:-1]] == [
        "the step of jaw is larger than its range", "jaw and JAW differ by capital letters only",
        "the step of JAW is too small to get anywhere",
        "'-freckles=x' is hard to name at a command line: better only letters, digits, dots and dashes",
        "the step of -freckles=x is not whole, as its values are"] and "sound" in lines[-1]
    assert all(line.startswith(f"{own}:") for line in lines)
    assert run(["rig", "schema", "check", own, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["sound"] is True and len(found["doubts"]) == 5 and found["doubts"][0]["key"] == "value[0].step"
