"""The house holds: who may import whom, what may be heavy, how long a file may be, what the plan says."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SYSTEMS = ("expression", "attributes", "rig", "avatar", "reenact")
HEAVY = ("torch", "onnxruntime", "mediapipe", "dlib", "moderngl", "scipy", "PySide6", "diffusers", "transformers",
         "skimage", "sklearn", "matplotlib", "pyqtgraph")
QT = ("PySide6", "PyQt5", "PyQt6", "shiboken6", "pyqtgraph", "gui")
LONGEST = 500


def sources(*folders: str) -> list[Path]:
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


def imports(path: Path, at_load: bool = False) -> Iterator[str]:
    """Dotted names of everything a file imports; with `at_load` only what loading the module imports."""
    tree = ast.parse(path.read_text(encoding="utf-8"), str(path))
    pending: list[ast.AST] = [tree]
    while pending:
        node = pending.pop()
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield "." * node.level + (node.module or "")
        elif at_load and (isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) or _type_checking(node)):
            continue
        pending.extend(ast.iter_child_nodes(node))


def _type_checking(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"


def offending(paths: list[Path], forbidden: tuple[str, ...], at_load: bool = False) -> list[str]:
    return [f"{path.relative_to(ROOT)} imports {name}" for path in paths for name in imports(path, at_load)
            if any(name == word or name.startswith(word + ".") for word in forbidden)]


def module_name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def test_there_is_a_house() -> None:
    assert len(sources("engine")) > 20 and len(sources("gui")) > 10


def test_the_engine_knows_no_window() -> None:
    assert offending(sources("engine"), QT) == []


@pytest.mark.parametrize("system", SYSTEMS)
def test_systems_do_not_import_one_another(system: str) -> None:
    others = tuple(f"engine.{other}" for other in SYSTEMS if other != system)
    assert offending(sources(f"engine/{system}"), others) == []


def test_what_systems_share_knows_no_system() -> None:
    rooms = ("photo", "head", "puppet", "generator", "motion", "models")
    shared = [path for room in rooms for path in sources(f"engine/{room}")]
    assert offending(shared, tuple(f"engine.{system}" for system in SYSTEMS)) == []


def test_motion_stands_on_the_base_alone() -> None:
    others = [f"engine.{path.stem}" for path in (ROOT / "engine").iterdir() if path.stem not in ("base", "motion")]
    assert offending(sources("engine/motion"), tuple(others)) == []


def test_the_window_needs_only_qt_numpy_and_the_engine() -> None:
    allowed = {"PySide6", "numpy", "engine", "gui", *sys.stdlib_module_names}
    strangers = [f"{path.relative_to(ROOT)} imports {name}" for path in sources("gui") for name in imports(path)
                 if name.split(".")[0] not in allowed]
    assert strangers == []


def test_imports_are_absolute() -> None:
    relative = [f"{path.relative_to(ROOT)}: {name}" for path in sources("engine", "gui", "tests", "scripts")
                for name in imports(path) if name.startswith(".")]
    assert relative == []


def test_no_heavy_package_is_imported_at_module_load() -> None:
    assert offending(sources("engine"), HEAVY, at_load=True) == []
    assert offending(sources("gui"), tuple(name for name in HEAVY if name != "PySide6"), at_load=True) == []


def loaded_after(code: str) -> set[str]:
    """Top-level names of all modules in a fresh interpreter that has run `code`."""
    answer = subprocess.run([sys.executable, "-c", f"{code}\nimport sys\nprint(*sys.modules)"], cwd=ROOT, check=False,
                            capture_output=True, text=True)
    assert answer.returncode == 0, answer.stderr[-2000:]
    return {name.split(".")[0] for name in answer.stdout.split()}


def test_importing_the_whole_engine_loads_nothing_heavy() -> None:
    modules = [module_name(path) for path in sources("engine")]
    assert loaded_after("import " + ", ".join(modules)) & set(HEAVY) == set()


def test_the_window_loads_nothing_heavy_but_qt() -> None:
    modules = [module_name(path) for path in sources("gui")]
    assert loaded_after("import " + ", ".join(modules)) & (set(HEAVY) - {"PySide6"}) == set()


def test_asking_for_the_version_loads_almost_nothing() -> None:
    assert loaded_after("import main; main.main(['--version'])") & {*HEAVY, "numpy", "cv2", "argparse", "gui"} == set()


def test_no_file_is_silently_long() -> None:
    lines = {str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines())
             for path in [ROOT / "main.py", *sources("engine", "gui", "tests", "scripts")]}
    assert {name: count for name, count in lines.items() if count > LONGEST} == {}


def test_the_plan_names_every_room() -> None:
    plan = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    rooms = {path.parent.name for path in sources("engine", "gui") if path.name != "__init__.py"}
    missing = [room for room in sorted(rooms) if f"{room}/" not in plan]
    assert missing == []


def test_the_plan_names_no_room_that_is_not_there() -> None:
    plan = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    folders, absent = {-1: ROOT}, []  # by depth: two spaces a step
    for line in plan.split("```")[1].splitlines():
        depth = (len(line) - len(line.lstrip())) // 2
        if not line.strip() or depth > 3:  # a description that goes on
            continue
        name = line.split()[0]
        folders[depth] = folders[depth - 1] / name
        if not folders[depth].exists():
            absent.append(line.strip())
    assert absent == []


def test_nothing_names_a_place_on_somebodys_machine() -> None:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("not a git checkout")
    place = re.compile(r"(?<![\w.~}])/(?:" + "|".join(("home", "root", "tmp", "work", "Users")) + r")/\w")
    named = []
    for name in filter(None, listed.stdout.split("\0")):
        path = ROOT / name
        data = path.read_bytes() if path.is_file() else b""
        if b"\0" not in data[:4096]:
            named += [f"{name}: {line.strip()[:100]}" for line in data.decode("utf-8", "replace").splitlines()
                      if place.search(line)]
    assert named == []


def test_one_opencv_and_one_onnxruntime_are_asked_for() -> None:
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    required = [line.split(">")[0].split("[")[0] for line in project["dependencies"]]
    assert [name for name in required if name.startswith("opencv")] == ["opencv-contrib-python"]
    assert [name for name in required if name.startswith("onnxruntime")] == ["onnxruntime"]


def test_the_pins_satisfy_what_is_declared() -> None:
    import tomllib

    from packaging.requirements import Requirement

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    pins = dict(line.split("==") for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
                if "==" in line)
    pinned = {name.lower().replace("_", "-"): version for name, version in pins.items()}
    for line in project["dependencies"] + project["optional-dependencies"]["test"]:
        requirement = Requirement(line)
        assert requirement.specifier.contains(pinned[requirement.name.lower().replace("_", "-")]), line
