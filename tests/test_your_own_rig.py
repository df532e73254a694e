"""docs/your-own-rig.md: its example does what the page says."""

import re
import shlex
import struct
import zlib
from pathlib import Path

import pytest

from engine.commands import run_command
from engine.rig.files.json_file import read_json
from engine.rig.layout import PART_KINDS
from tests.engine.rig.conftest import forgotten

PAGE = (Path(__file__).parent.parent / "docs" / "your-own-rig.md").read_text(encoding="utf-8")


def block(language: str) -> str:
    found = re.search(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)
    assert found
    return found[1]


def test_the_example(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("hero.toml").write_text(block("toml"), encoding="utf-8")
    with forgotten():
        for line in block("sh").splitlines():
            program, *arguments = shlex.split(line)
            assert program == "facewright" and run_command(arguments) == 0, line
        values = dict(zip((slot for slot in re.findall(r'^id = "(.+)"', block("toml"), re.MULTILINE)),
                          read_json(Path("seven.json")).values, strict=True))
    data = Path("seven.bytes").read_bytes()
    assert len(data) == 29 and data[:6] == b"HERO\0\x02" and data[24] == 2
    assert struct.unpack(">9H", data[6:24]) == tuple(round(value) for value in list(values.values())[:9])
    assert struct.unpack(">I", data[25:])[0] == zlib.crc32(data[:25])
    assert values["rings"] == 3 and values["hair.mane"] == 1 and values["hair.bald"] == 0
    assert Path("back.bytes").stat().st_size == 29 and Path("nearest.bytes").stat().st_size == 400
    assert Path("seven.glb").stat().st_size > 1_000_000 and len([*Path("heroes").rglob("*.jpg")]) == 4


def test_the_page_names_every_part_of_a_file() -> None:
    table = PAGE.split("## Files")[1].split("##")[0]
    assert set(re.findall(r"^\| `([a-z]+)` \|", table, re.MULTILINE)) == {"kind", *PART_KINDS}
