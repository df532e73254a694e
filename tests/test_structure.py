"""The house holds: who may import whom, what may be heavy, how long a file may be, what the plan says."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SYSTEMS = ("expression", "attributes", "rig", "reenact")

_SHARED = ("base", "process", "models", "networks", "photo", "head", "generator", "puppet", "motion", "media", "speech",
           "project", "render")
_ROOMS = {
    "base": (), "process": ("base",), "models": ("base", "process"), "networks": ("base", "models"),
    "photo": ("base", "process", "models", "networks"), "head": ("base", "photo"), "puppet": ("base", "photo", "head"),
    "generator": ("base", "models", "networks", "photo"), "motion": ("base",), "media": ("base",),
    "speech": ("base", "process", "motion", "media"),
    "project": ("base", "motion"),
    "render": ("base", "models", "networks", "photo", "head", "generator", "puppet"),
    **{system: _SHARED for system in SYSTEMS},
    "systems": (*_SHARED, *SYSTEMS), "facade": (*_SHARED, *SYSTEMS),
    "engine": (*_SHARED, *SYSTEMS, "systems", "facade"),
    "doctor": (*_SHARED, "systems", "engine"),
    "bench": (*_SHARED, *SYSTEMS, "systems", "facade", "engine"),
    "commands": (*_SHARED, *SYSTEMS, "systems", "facade", "engine", "doctor", "bench"),
}
"""The engine's rooms, and from which each may import."""
_TYPES = ("base", "photo", "generator", "motion", "project", "render", "facade", "systems", *SYSTEMS)
"""What a window may know of the engine: the facade, small types, and what systems declare as data."""
_WINDOW = {
    "style": (), "words": ("style",), "model": ("words",), "controls": ("style", "words", "model"),
    "canvas": ("style", "words", "model", "controls"), "panels": ("style", "words", "model", "controls"),
    "timeline": ("style", "words", "model", "controls"),
    "dialogs": ("style", "words", "model", "controls", "panels"),
    "window": ("style", "words", "model", "controls", "canvas", "panels", "timeline", "dialogs"),
    "application": ("style", "words", "model", "dialogs", "window"),
    "bench_editor": ("model", "controls", "window", "application"),
}
ARROWS = {
    **{f"engine.{room}": {f"engine.{other}" for other in there} for room, there in _ROOMS.items()},
    **{f"gui.{room}": {f"gui.{other}" for other in there} | {f"engine.{other}" for other in _TYPES}
       for room, there in _WINDOW.items()},
}
ARROWS["gui.dialogs"] |= {"engine.models", "engine.doctor"}  # the model store and the report are shown there
ARROWS["gui.application"] |= {"engine.engine"}  # where the engine is made
ARROWS["engine"] = {"engine.base"}  # the package itself: what libraries find is set when it is imported
"""Every arrow of the house, by room: ARCHITECTURE.md in numbers."""

HEAVY = ("torch", "onnxruntime", "mediapipe", "dlib", "moderngl", "scipy", "PySide6", "diffusers", "transformers",
         "skimage", "sklearn", "matplotlib", "pyqtgraph", "av")
QT = ("PySide6", "PyQt5", "PyQt6", "shiboken6", "pyqtgraph", "gui")
LONGEST = 500


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def sources(*folders: str) -> list[Path]:
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


def imports(path: Path, at_load: bool = False) -> Iterator[str]:
    """Dotted names of everything a file imports; with `at_load` only what loading the module imports."""
    tree = parsed(path)
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


def room_of(name: str) -> str:
    """The room that a module belongs to: "engine.photo", "gui.model"; a file beside the rooms is a room of its own."""
    return ".".join(name.split(".")[:2])


def arrows() -> dict[str, dict[str, str]]:
    """By room: the rooms it imports from, each with one module that does."""
    known = {module_name(path) for path in sources("engine", "gui")}
    found: dict[str, dict[str, str]] = {}
    for path in sources("engine", "gui"):
        module, tree = module_name(path), parsed(path)
        names = [f"{node.module}.{alias.name}" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)
                 for alias in node.names]
        names += [alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names]
        for name in names:
            room = room_of(name)
            if (room in known or any(one.startswith(room + ".") for one in known)) and room != room_of(module):
                found.setdefault(room_of(module), {})[room] = f"{module} imports {name}"
    return found


def test_every_arrow_is_one_that_the_plan_draws() -> None:
    wrong = [words for room, there in arrows().items() for other, words in there.items()
             if other not in ARROWS.get(room, ())]
    assert wrong == []


def test_the_plan_draws_no_arrow_and_no_room_that_is_not_there() -> None:
    rooms = {room_of(module_name(path)) for path in sources("engine", "gui")} - {"gui"}
    assert set(ARROWS) == rooms
    assert {other for there in ARROWS.values() for other in there} <= rooms


def test_the_arrows_lead_down_only() -> None:
    below: dict[str, set[str]] = {}

    def reached(room: str, way: tuple[str, ...] = ()) -> set[str]:
        assert room not in way, " -> ".join((*way, room))
        if room not in below:
            below[room] = {deeper for other in ARROWS[room] for deeper in (other, *reached(other, (*way, room)))}
        return below[room]

    for room in ARROWS:
        reached(room)
    for system in SYSTEMS:
        others = {f"engine.{other}" for other in SYSTEMS} - {f"engine.{system}"}
        assert reached(f"engine.{system}") & others == set()
    assert not any(room.startswith("gui") for room in ARROWS if room.startswith("engine") for room in reached(room))


def test_the_window_asks_the_engine_by_its_facade_only() -> None:
    """Parts of the engine that draw, load or measure are no business of the window: types and declared data are."""
    machinery = ("engine.render.pictures", "engine.render.stages", "engine.render.shared", "engine.render.renderers",
                 "engine.render.changed_photos", "engine.render.photos", "engine.puppet", "engine.head",
                 "engine.networks", "engine.process", "engine.expression.puppet_renderer",
                 "engine.expression.magicface.renderer", "engine.expression.latent.renderer",
                 "engine.attributes.renderer", "engine.rig.game_head", "engine.generator.latent_faces")
    assert offending([path for path in sources("gui") if path.name != "application.py"],
                     (*machinery, "engine.engine")) == []


def test_what_outlives_the_window_knows_no_widget() -> None:
    assert offending(sources("gui/model"), ("PySide6.QtWidgets",)) == []


def test_the_window_knows_its_engine_by_type() -> None:
    """Nothing called engine is `Any`, in a parameter or an attribute."""
    untyped = []
    for path in sources("gui"):
        for node in ast.walk(parsed(path)):
            named = (node.arg, node.annotation) if isinstance(node, ast.arg) else \
                (ast.unparse(node.target), node.annotation) if isinstance(node, ast.AnnAssign) else None
            if named and named[1] is not None and "engine" in named[0].lower() and ast.unparse(named[1]) == "Any":
                untyped.append(f"{path.relative_to(ROOT)}:{node.lineno}")
    assert untyped == []


def test_no_loose_drawer_at_the_top() -> None:
    assert {path.name for path in (ROOT / "engine").glob("*.py")} == \
        {"__init__.py", "doctor.py", "engine.py", "facade.py", "systems.py"}
    assert {path.name for path in (ROOT / "gui").glob("*.py")} == {"__init__.py", "application.py", "bench_editor.py"}
    wired = (ROOT / "engine" / "engine.py").read_text(encoding="utf-8").splitlines()
    assert len(wired) <= 150


def test_the_window_needs_only_qt_numpy_and_the_engine() -> None:
    allowed = {"PySide6", "numpy", "engine", "gui", *sys.stdlib_module_names}
    strangers = [f"{path.relative_to(ROOT)} imports {name}" for path in sources("gui") for name in imports(path)
                 if name.split(".")[0] not in allowed]
    # Curves are drawn by a library made for it; loaded with the dialog that shows one, see HEAVY.
    assert strangers == ["gui/dialogs/training_curve.py imports pyqtgraph"] * 2


def test_a_class_has_a_name_of_its_own() -> None:
    """One word for one thing: no two public classes share a name."""
    places: dict[str, list[str]] = {}
    for path in sources("engine", "gui"):
        for node in parsed(path).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                places.setdefault(node.name, []).append(str(path.relative_to(ROOT)))
    assert {name: there for name, there in places.items() if len(there) > 1} == {}


def test_the_window_names_no_panel() -> None:
    """All but the history, which is no tab, come from the registry."""
    known = ("gui.panels.history", "gui.panels.panel", "gui.panels.registry")
    named = [f"{path.relative_to(ROOT)} imports {name}" for path in sources("gui/window") for name in imports(path)
             if name.startswith("gui.panels.") and name not in known]
    assert named == []


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
    said = "import main; main.main(['--version'])"
    assert loaded_after(said) & {*HEAVY, "numpy", "cv2", "argparse", "gui", "threading"} == set()
    answer = subprocess.run([sys.executable, "-c", f"{said}\nimport sys\nprint(*sys.modules)"], cwd=ROOT, check=False,
                            capture_output=True, text=True)
    ours = {name for name in answer.stdout.split() if name.startswith("engine.")}
    assert ours == {"engine.base", "engine.base.version", "engine.base.surroundings", "engine.base.paths"}


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


WRITERS = {"engine/media/encoders.py", "engine/media/video_writer.py", "engine/media/joining.py",  # what is handed over
           "engine/media/sound.py",
           "engine/base/parts.py", "engine/base/lock_file.py", "engine/process/program.py",
           "engine/models/leftovers.py", "engine/models/transport/package.py", "gui/window/crash_guard.py"}
"""Who else opens files to write them: parts, locks, logs, and what goes into a folder of a download's own."""


def test_files_are_written_in_one_place() -> None:
    """Whole or not at all, through links, with the mode of the old one: engine/base/writing.py, and nobody else."""
    found = [f"{path.relative_to(ROOT)}:{node.lineno}" for path in sources("engine", "gui")
             if path.relative_to(ROOT).as_posix() not in WRITERS
             for node in ast.walk(parsed(path))
             if isinstance(node, ast.Call) and _writes(node)]
    assert [place for place in found if not place.startswith("engine/base/writing.py")] == []


def _writes(call: ast.Call) -> bool:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    if isinstance(call.func, ast.Attribute) and name in ("write_text", "write_bytes"):
        return len(call.args) == 1  # not `bytes_file.write_bytes(path, values)`
    if isinstance(call.func, ast.Attribute) and name in ("replace", "rename"):
        return isinstance(call.func.value, ast.Name) and call.func.value.id == "os"
    words = [one.value for one in (*call.args[:2], *(one.value for one in call.keywords if one.arg == "mode"))
             if isinstance(one, ast.Constant) and isinstance(one.value, str)]
    return name == "open" and any(len(word) <= 3 and set(word) & set("wax+") for word in words)


READERS = {
    "engine/base/files.py", "engine/base/lock_file.py", "engine/project/project_lock.py",  # looks before it opens
    "engine/base/parts.py", "engine/process/program.py", "engine/models/leftovers.py",  # a part, a log, a lock: our own
    "engine/commands/ending.py", "engine/photo/quiet.py",  # os.devnull
    "engine/process/training.py", "engine/expression/magicface/networks.py",  # safetensors maps what check_tensors saw
    "engine/expression/magicface/folder.py",  # transformers reads what `check_text_part` saw
    # The rest reads only what comes with the program, or what the system tells of itself.
    "engine/models/catalogue.py", "engine/expression/units.py", "engine/attributes/knobs.py",
    "engine/expression/latent/units.py", "engine/puppet/cover/uncovered_faces.py",
    "engine/puppet/render/renderer_gl.py", "engine/head/portrait/gl_painter.py", "engine/head/portrait/gl_pieces.py",
    "engine/bench/live.py", "engine/rig/hair/stock_file.py",
    "gui/style/theme.py", "gui/style/icons.py", "gui/window/welcome.py", "gui/dialogs/engine_status.py"}
"""Who else opens files to read them, and why that may be."""


def test_files_from_outside_are_opened_in_one_place() -> None:
    """A pipe, a device or a file of gigabytes stops nobody there: engine/base/files.py."""
    places = {path.relative_to(ROOT).as_posix(): [
        node.lineno for node in ast.walk(parsed(path))
        if isinstance(node, ast.Call) and _reads(node)] for path in sources("engine", "gui")}
    assert {name: lines for name, lines in places.items() if lines and name not in READERS} == {}
    assert {name for name in READERS if not places[name]} == set()


@pytest.mark.parametrize(("code", "found"), [
    ("open(path)", True), ("open(path, 'rb')", True), ("path.open('rb')", True), ("path.open()", True),
    ("path.read_bytes()", True), ("path.read_text('utf-8')", True), ("np.load(path)", True),
    ("zipfile.ZipFile(path)", True), ("Image.open(path)", True), ("sqlite3.connect(name)", True),
    ("torch.load(path)", True), ("load_file(path)", True), ("CLIPTokenizer.from_pretrained(folder)", True),
    ("QImageReader(str(path))", True), ("QImage(str(path))", True), ("os.open(path, flags)", True),
    ("shutil.copyfile(old, new)", True), ("tarfile.open(path, 'r|*')", True),
    ("open(path, 'w')", False), ("path.open('xb')", False), ("Image.open(BytesIO(data))", False),
    ("zipfile.ZipFile(whole)", False), ("zipfile.ZipFile(buffer, 'w')", False), ("torch.load(file)", False),
    ("dialog.open()", False), ("read_bytes(path)", False), ("tarfile.open(fileobj=whole)", False),
    ("archive.open(entry)", False), ("QImage(width, height, kind)", False)])
def test_what_opens_a_file_is_known(code: str, found: bool) -> None:
    call = ast.parse(code, mode="eval").body
    assert isinstance(call, ast.Call) and _reads(call) is found


_OPEN_ALREADY = {"whole", "buffer", "file", "opened", "stream"}
"""What a file that is open, or bytes, are called where a package is given them."""
_PACKAGES = {"np.load", "np.fromfile", "np.memmap", "np.loadtxt", "np.genfromtxt", "zipfile.ZipFile", "tarfile.open",
             "Image.open", "sqlite3.connect", "torch.load", "load_file", "safe_open", "cv2.imread", "os.open",
             "io.open", "shutil.copyfile", "shutil.copy", "mmap.mmap", "QFile", "QImageReader"}


def _reads(call: ast.Call) -> bool:
    function, method = ast.unparse(call.func), isinstance(call.func, ast.Attribute)
    name, first = function.rpartition(".")[2], ast.unparse(call.args[0]) if call.args else ""
    if function in _PACKAGES:
        return bool(first) and first not in _OPEN_ALREADY and "BytesIO(" not in first
    if method and name in ("read_text", "from_pretrained") or method and name == "read_bytes" and not first:
        return True
    if name in ("QImage", "QPixmap"):
        return first.startswith("str(")
    if name != "open" or method and not (function.rpartition(".")[0].endswith("path") or first[:1] in "\"'" and first):
        return False
    mode = [one.value for one in (*call.args[0 if method else 1:][:1],
                                  *(word.value for word in call.keywords if word.arg == "mode"))
            if isinstance(one, ast.Constant) and isinstance(one.value, str)]
    return not set("".join(mode)) & set("wxa")
