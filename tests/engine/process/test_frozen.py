"""In a packaged program there is no Python to start, only the program itself: children and workers start all the same.

Here the package is a script that says it is frozen and runs main.py, as PyInstaller's executable does.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]

pytestmark = pytest.mark.skipif(os.name != "posix", reason="a script cannot stand in for an executable on Windows")

PACKAGE = f"""#!{sys.executable}
import runpy, sys
sys.frozen, sys.executable = True, __file__
sys.path.insert(0, {str(ROOT)!r})
if __name__ == "__main__":
    sys.argv[0] = __file__
    runpy.run_path({str(ROOT / "main.py")!r}, run_name="__main__")
"""


@pytest.fixture
def package(tmp_path: Path) -> Path:
    path = tmp_path / "facewright"
    path.write_text(PACKAGE, encoding="utf-8")
    path.chmod(0o755)
    return path


def inside(package: Path, code: str) -> "subprocess.CompletedProcess[str]":
    """What a module of the packaged program does; it has only the program to start."""
    code = f"import sys; sys.frozen, sys.executable = True, {str(package)!r}\n{code}"
    return subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False,
                          timeout=120)


def test_a_child_starts(package: Path) -> None:
    answer = inside(package, "from engine.base.jobs import run\nfrom engine.process.child import run_child\n"
                             "print(run(run_child('engine.process.check:count', {'to': 3})))")
    assert (answer.stdout, answer.stderr) == ("{'counted': 3}\n", "")


def test_a_worker_of_the_pool_starts(package: Path) -> None:
    answer = inside(package, "from engine.base.jobs import run\nfrom engine.process.check import doubling\n"
                             "from engine.process.pool import Pool\nfound = {}\n"
                             "run(Pool(1).map(doubling, [3, 4], found.__setitem__))\nprint(found)")
    assert (answer.stdout, answer.stderr) == ("{0: 6, 1: 8}\n", "")


def test_another_program_starts(package: Path, tmp_path: Path) -> None:
    answer = inside(package, "from pathlib import Path\nfrom engine.base.jobs import Progress, run\n"
                             "from engine.process.program import run_program\n"
                             f"print(run(run_program(['echo', 'hello'], lambda line: Progress(0, 0), {{}}, "
                             f"Path({str(tmp_path)!r}))))")
    assert (answer.stdout, answer.stderr) == ("(0, 'hello\\n')\n", "")


def test_what_it_does_otherwise_stays(package: Path) -> None:
    answer = subprocess.run([package, "--version"], capture_output=True, text=True, check=False, timeout=120)
    assert answer.stdout.startswith("facewright ") and answer.returncode == 0
    assert subprocess.run([package, "--child", "no-such-thing"], stdin=subprocess.DEVNULL, check=False,
                          timeout=120).returncode == 2
