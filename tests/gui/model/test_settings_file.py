"""A settings file that cannot be read is told, and the editor starts with the default ones."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
START = """
from gui.application import make_application
from gui.model.settings import AUTOSAVE_SECONDS, unreadable_settings
from PySide6.QtCore import QSettings
application = make_application([])
print(unreadable_settings(), AUTOSAVE_SECONDS.value(), QSettings().value("theme"), sep="|")
QSettings().setValue("theme", "light")
print(QSettings().value("theme"))
"""

pytestmark = [pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="elsewhere they are no such files")]


def started(home: Path) -> list[str]:
    answer = subprocess.run([sys.executable, "-c", START], cwd=ROOT, timeout=120, check=True, capture_output=True,
                            text=True, env={**os.environ, "XDG_CONFIG_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"})
    return answer.stdout.splitlines()


@pytest.mark.parametrize("name", ["Facewright/Facewright.ini", "Facewright.ini", "Facewright/QtProject.conf"])
def test_a_pipe_is_told_and_the_settings_are_the_default_ones(name: str, tmp_path: Path) -> None:
    pipe = tmp_path / name
    pipe.parent.mkdir(exist_ok=True)
    os.mkfifo(pipe)
    assert started(tmp_path) == [f"{pipe} is not an ordinary file: so the settings are the default ones, and changes "
                                 "are not kept|3|None", "light"]
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


@pytest.mark.parametrize("name", ["Facewright/Facewright.conf", "QtProject.conf"])
def test_a_pipe_where_an_earlier_version_kept_them_is_left_alone(name: str, tmp_path: Path) -> None:
    (tmp_path / name).parent.mkdir(exist_ok=True)
    os.mkfifo(tmp_path / name)
    assert started(tmp_path) == ["None|3|None", "light"]


def test_a_file_of_gigabytes_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "Facewright").mkdir()
    with (tmp_path / "Facewright" / "Facewright.ini").open("wb") as file:
        file.truncate(1 << 32)
    told, theme = started(tmp_path)
    assert "larger than" in told and theme == "light"


def test_what_was_kept_elsewhere_before_is_taken_over(tmp_path: Path) -> None:
    (tmp_path / "Facewright").mkdir()
    (tmp_path / "Facewright" / "Facewright.conf").write_text("[General]\ntheme=system\n", encoding="ascii")
    assert started(tmp_path) == ["None|3|system", "light"]
