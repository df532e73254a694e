"""Nothing that lies where a process works, or in the folder of models, is ever run."""

import os
import sys
from pathlib import Path

import pytest

from engine.base.jobs import Progress, run
from engine.process.child import run_child
from engine.process.group import clean_environment
from engine.process.pool import Pool
from engine.process.program import run_program

_NAMES = ("sitecustomize", "usercustomize", "json", "random", "engine", "numpy", "huggingface_hub", "pip", "threading",
          "multiprocessing", "importlib", "msgspec", "subprocess")


@pytest.fixture
def trap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder, the one that is worked in, whose every module leaves a mark when it is imported."""
    folder = tmp_path / "models"
    folder.mkdir()
    for name in _NAMES:
        (folder / f"{name}.py").write_text(f"open({str(tmp_path / 'run')!r}, 'a').write({name!r})\n")
    monkeypatch.chdir(folder)
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([".", ""]))
    monkeypatch.setenv("PYTHONSTARTUP", str(folder / "json.py"))
    return folder



def test_a_program_runs_nothing_that_lies_where_its_output_goes(trap: Path) -> None:
    script = "import json, random, sys, os; print(json.dumps([os.getcwd(), sys.stdin.read()]))"
    status, said = run(run_program([sys.executable, "-P", "-c", script], lambda _: Progress(0, 0), {}, trap))
    assert status == 0 and said.strip() == f'["{trap}", ""]'
    assert not (trap.parent / "run").exists()


def test_a_task_runs_nothing_that_lies_where_the_program_was_started(trap: Path) -> None:
    assert run(run_child("engine.process.check:count", {"to": 2})) == {"counted": 2}
    assert not (trap.parent / "run").exists()


def test_a_worker_runs_nothing_that_lies_where_the_program_was_started(trap: Path,
                                                                       monkeypatch: pytest.MonkeyPatch) -> None:
    from engine.process.check import doubling

    monkeypatch.delenv("PYTHONPATH")
    before = dict(os.environ)
    found: dict[int, int] = {}
    run(Pool(1).map(doubling, [1, 2], found.__setitem__))
    assert found == {0: 2, 1: 4} and dict(os.environ) == before
    assert not (trap.parent / "run").exists()


def test_the_environment_brings_no_code(trap: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not {"PYTHONPATH", "PYTHONSTARTUP"} & set(clean_environment())
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(["here", str(trap), ""]))
    assert clean_environment()["PYTHONPATH"] == str(trap)  # who names it in full means it


def test_every_python_that_is_started_is_told_to_import_nothing_from_where_it_works() -> None:
    import ast

    root = Path(__file__).resolve().parents[3]
    bare = []
    for path in [*(root / "engine").rglob("*.py"), *(root / "gui").rglob("*.py")]:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.List) and node.elts and ast.unparse(node.elts[0]) == "sys.executable":
                if '-P' not in ast.unparse(node):
                    bare.append(f"{path.relative_to(root)}:{node.lineno}")
    assert bare == []
