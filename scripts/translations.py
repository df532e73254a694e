"""Gather every text of the window, keep the translations that are there, and compile them.

    python scripts/translations.py            update resources/translations/*.ts from the sources, then compile .qm
    python scripts/translations.py --check    change nothing; exit 1 when a text has no finished translation

Texts come from four places: the Python files under gui/ (self.tr and QCoreApplication.translate, read by
pyside6-lupdate); the data files: labels, groups, ends and help of every control and rig value, names of rigs, what
models do, what is measured of drawn faces; and the templates of every `Text("…")` in the sources: errors, what jobs
say they are doing, notes; and what Qt's own dialogs lack. All but the first are listed in a temporary Python file, so
that one tool reads all.

To translate: run it, fill in what it lists in resources/translations/*.ts, run it again.
"""

import argparse
import ast
import subprocess
import sys
import sysconfig
import tempfile
import tomllib
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from engine.attributes.knobs import LOCK  # noqa: E402
from engine.attributes.labels.measures import ATTRIBUTES  # noqa: E402
from engine.base.controls import Control  # noqa: E402
from engine.base.paths import RESOURCES  # noqa: E402
from engine.expression.latent.measures import WORDS  # noqa: E402
from engine.models.catalogue import load_catalogue  # noqa: E402
from engine.motion.take_controls import TAKE_CONTROLS  # noqa: E402
from engine.puppet.keys.polish_key import KINDS  # noqa: E402
from engine.rig.exporters import EXPORTERS  # noqa: E402
from engine.rig.link import vtube_plugin  # noqa: E402
from engine.rig.link.protocols import PROTOCOLS  # noqa: E402
from engine.rig.schema import load_schema, schema_names  # noqa: E402
from engine.systems import LOOK_CONTROLS, RENDERERS  # noqa: E402
from gui.words.language import FOLDER  # noqa: E402

LOCALES = ("zh_CN", "zh_TW")
COMMAND_LINE = Path("engine", "commands")
"""What only it says is never shown in a window; it speaks English."""
QT_LACKS = (("QFileDialog", ("&Look in:", "Files of &type:")),
            ("QAbstractFileIconProvider", ("%1 File", "File", "File Folder", "Folder", "Drive", "Shortcut", "Unknown")))
"""What Qt's own dialogs show and Qt's own translations leave out, by context; all else comes with Qt."""


def data_texts() -> Iterator[tuple[str, str]]:
    """(context, text) of everything the data files show, each once."""
    seen: set[tuple[str, str]] = set()
    for context, text in _data_texts():
        if text and (context, text) not in seen:
            seen.add((context, text))
            yield context, text


def _data_texts() -> Iterator[tuple[str, str]]:
    for control in LOOK_CONTROLS:
        if not control.id.startswith(LOCK):  # a lock stands on its knob and is never named
            yield from _control_texts(control)
    for control in TAKE_CONTROLS:
        yield from _control_texts(control)
    for group in tomllib.loads((RESOURCES / "attributes" / "knobs.toml").read_text("utf-8"))["group"]:
        yield "controls", group["name"]
        for knob in group["knob"]:  # those too that wait for a direction
            yield from (("controls", text) for text in (knob["label"], *knob["ends"], knob["help"]))
            yield from (("engine", told["words"]) for told in knob.get("told", ()))
    for column in ATTRIBUTES:
        yield "measures", column.name.replace("-", " ")
    for name in WORDS.values():
        yield "measures", name
    for name in schema_names():
        schema = load_schema(name)
        yield "schemas", schema.label
        for control in schema.controls:
            yield from _control_texts(control)
        for choice in dict.fromkeys(slot.choice for slot in schema.slots if slot.choice):
            yield "controls", choice
    for model in load_catalogue():
        yield "models", model.does
    for spec in RENDERERS.values():
        yield from (("renderers", text) for text in (spec.label, spec.help))
        for control in spec.settings:
            yield from _control_texts(control)
    for exporter in EXPORTERS:
        yield "exporters", exporter.label
    for protocol in PROTOCOLS:
        yield "links", protocol.label
    yield "links", vtube_plugin.LABEL
    for kind in KINDS:
        yield "keys", kind
    for context, texts in QT_LACKS:
        yield from ((context, text) for text in texts)
    for path in [path for folder in ("engine", "gui") for path in sorted((ROOT / folder).rglob("*.py"))
                 if (ROOT / COMMAND_LINE) not in path.parents]:
        for template in templates(path.read_text("utf-8")):
            yield "engine", template


def templates(source: str) -> Iterator[str]:
    """The templates of all texts in a Python source. ValueError for one that is no literal, and so cannot be found."""
    for call in ast.walk(ast.parse(source)):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "Text" and call.args:
            template = call.args[0]
            if not isinstance(template, ast.Constant) or not isinstance(template.value, str):
                raise ValueError(f"line {call.lineno}: a text's template must be a literal: {ast.unparse(call)}")
            if template.value not in ("", "{0}"):  # what is the same in every language
                yield template.value


def _control_texts(control: Control) -> Iterator[tuple[str, str]]:
    for text in (control.plain_label, control.group, *control.ends, control.help,
                 *(choice.label for choice in control.choices)):
        if text != "{0}":
            yield "controls", text


def sources() -> list[Path]:
    """The Python files of the window."""
    return sorted((ROOT / "gui").rglob("*.py"))


def update(locale: str, listing: Path, into: Path) -> None:
    """Merge all texts into a .ts file: new ones come in unfinished, ones that are gone go."""
    command = [tool("pyside6-lupdate"), "-no-obsolete", "-locations", "none", "-target-language", locale,
               "-source-language", "en", *map(str, sources()), str(listing), "-ts", str(into)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT)
    if done.returncode or not into.is_file():
        raise SystemExit(f"pyside6-lupdate failed for {locale}:\n{done.stdout}{done.stderr}")


def compile_(ts: Path) -> None:
    """.ts to .qm beside it."""
    command = [tool("pyside6-lrelease"), "-nounfinished", str(ts), "-qm", str(ts.with_suffix(".qm"))]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT)
    if done.returncode:
        raise SystemExit(f"pyside6-lrelease failed for {ts.name}:\n{done.stdout}{done.stderr}")


def tool(name: str) -> str:
    """The program of that name beside this Python, or on the path."""
    folder = Path(sysconfig.get_path("scripts"))
    for candidate in (folder / name, folder / f"{name}.exe"):
        if candidate.is_file():
            return str(candidate)
    return name


def messages(ts: Path) -> Iterator[tuple[str, str, str, bool]]:
    """(context, source, translation, finished) of every message in a .ts file; plural forms are joined by a line."""
    for context in ElementTree.parse(ts).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is None:
                yield context.findtext("name", ""), message.findtext("source", ""), "", False
                continue
            forms = [form.text or "" for form in translation.findall("numerusform")] or [translation.text or ""]
            finished = translation.get("type") is None and all(forms)
            yield context.findtext("name", ""), message.findtext("source", ""), "\n".join(forms), finished


def write_listing(path: Path) -> None:
    """The texts of the data files as a Python file that lupdate can read."""
    lines = ["from PySide6.QtCore import QCoreApplication"]
    lines += [f"QCoreApplication.translate({_quoted(context)}, {_quoted(text)})" for context, text in data_texts()]
    path.write_text("\n".join(lines) + "\n", "utf-8")


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def main() -> int:
    parser = argparse.ArgumentParser(description="Update, check and compile the translations.")
    parser.add_argument("--check", action="store_true", help="change nothing; fail when something is untranslated")
    check = parser.parse_args().check
    missing = 0
    with tempfile.TemporaryDirectory() as folder:
        listing = Path(folder) / "data_texts.py"
        write_listing(listing)
        for locale in LOCALES:
            ts = FOLDER / f"facewright_{locale}.ts"
            target = Path(folder) / ts.name if check else ts
            if check and ts.is_file():
                target.write_bytes(ts.read_bytes())
            update(locale, listing, target)
            open_ = [(context, source) for context, source, _, finished in messages(target) if not finished]
            missing += len(open_)
            print(f"{locale}: {sum(1 for _ in messages(target))} texts, {len(open_)} without a finished translation")
            for context, source in open_:
                print(f"  {context}: {source}")
            if not check:
                compile_(ts)
    return 1 if check and missing else 0


if __name__ == "__main__":
    sys.exit(main())
