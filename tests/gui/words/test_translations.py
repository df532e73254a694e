"""Every text of the window is translated, and the compiled files are those of the sources."""

import ast
import importlib.util
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QSettings

from engine.base.controls import Control
from engine.expression.units import CONTROLS
from gui.controls.control_panel import ControlPanel
from gui.words import language

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module")
def script() -> ModuleType:
    """scripts/translations.py as a module."""
    spec = importlib.util.spec_from_file_location("translations_script", ROOT / "scripts" / "translations.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    locale = QLocale()
    yield
    language.remove_language()
    QLocale.setDefault(locale)


@pytest.mark.parametrize("locale", ["zh_CN", "zh_TW"])
def test_no_text_is_left_untranslated(script: ModuleType, locale: str, tmp_path: Path) -> None:
    ts = tmp_path / f"facewright_{locale}.ts"
    ts.write_bytes((language.FOLDER / ts.name).read_bytes())
    listing = tmp_path / "data_texts.py"
    script.write_listing(listing)
    script.update(locale, listing, ts)
    found = list(script.messages(ts))
    assert len(found) > 500
    missing = [f"{context}: {source}" for context, source, _, finished in found if not finished]
    assert not missing, "run scripts/translations.py and translate:\n" + "\n".join(missing)


@pytest.mark.parametrize("locale", ["zh_CN", "zh_TW"])
def test_translations_keep_their_places_and_their_keys(script: ModuleType, locale: str) -> None:
    for context, source, text, _ in script.messages(language.FOLDER / f"facewright_{locale}.ts"):
        places = sorted(re.findall(r"\{\d?\}|%\d|%n", source))
        assert sorted(re.findall(r"\{\d?\}|%\d|%n", text)) == places, f"{context}: {source} -> {text}"
        assert source.endswith("…") == text.endswith("…"), f"{context}: {source} -> {text}"
        keys = re.findall(r"&(\w)", source.upper())
        assert keys == re.findall(r"&(\w)", text.upper()), f"{context}: {source} -> {text}"


@pytest.mark.parametrize("locale", ["zh_CN", "zh_TW"])
def test_the_compiled_file_holds_every_translation(script: ModuleType, qapp, locale: str) -> None:  # noqa: ANN001
    assert language.install_language(locale) == locale
    for context, source, text, _ in script.messages(language.FOLDER / f"facewright_{locale}.ts"):
        if "%n" not in source:
            assert QCoreApplication.translate(context, source) == text, f"{context}: {source}"


def test_the_two_scripts_differ(script: ModuleType) -> None:
    simple, traditional = ({(context, source): text for context, source, text, _
                            in script.messages(language.FOLDER / f"facewright_{locale}.ts")}
                           for locale in ("zh_CN", "zh_TW"))
    assert simple[("Actions", "Undo")] == "撤销" and traditional[("Actions", "Undo")] == "復原"
    assert simple[("ExportDialog", "Export")] == "导出" and traditional[("ExportDialog", "Export")] == "匯出"
    only_simple = set("导设词图关开张动态变复级编辑选择输启预软项")
    wrong = {source: text for (_, source), text in traditional.items() if only_simple & set(text) and "(" not in source}
    assert not wrong


def test_sides_and_help_are_translated_at_run_time(qapp) -> None:  # noqa: ANN001
    control = CONTROLS["AU12L"]
    assert language.control_label(control) == control.label
    language.install_language("zh_CN")
    assert language.control_label(control) == "嘴角上扬（左）"
    assert language.control_label(control, with_side=False) == "嘴角上扬"
    assert "微笑" in language.control_help(control)
    unknown = Control("x", "Something new", "New", 0, 1)
    assert language.control_label(unknown) == "Something new"


def test_the_panel_speaks_and_searches_the_language(qtbot) -> None:  # noqa: ANN001
    language.install_language("zh_TW")
    panel = ControlPanel(CONTROLS, "zh")
    qtbot.addWidget(panel)
    panel.resize(320, 600)
    panel.show()
    assert panel.groups["Eyes"].header.title == "眼睛"
    panel.filter_box.setText("嘴角上揚")
    qtbot.waitUntil(lambda: panel.groups["Mouth"].isVisible() and panel.groups["Mouth"].is_made)
    assert "AU12" in panel.groups["Mouth"]._shown and not panel.groups["Eyes"].isVisible()
    panel.filter_box.setText("au12")
    assert panel.groups["Mouth"]._shown == ("AU12",)


def test_a_strange_setting_means_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    for value in ("xx", 7, ["zh_CN"], ""):
        QSettings().setValue("language", value)
        assert language.chosen_language() == ""
    QSettings().setValue("language", "zh_TW")
    assert language.chosen_language() == "zh_TW"


@pytest.mark.parametrize(("languages", "code"), [
    (["zh-Hant-HK", "en"], "zh_TW"), (["zh_CN"], "zh_CN"), (["zh"], "zh_CN"), (["fr-FR", "zh-Hans"], "zh_CN"),
    (["de-DE", "en-US", "zh-CN"], "en"), (["de"], "en"), ([], "en"),
])
def test_the_system_is_asked_in_its_own_order(monkeypatch: pytest.MonkeyPatch, languages: list[str], code: str) -> None:
    class System:
        def uiLanguages(self) -> list[str]:  # noqa: N802 - Qt's name
            return languages

    monkeypatch.setattr(language.QLocale, "system", staticmethod(lambda: System()))
    assert language.resolved("") == code and language.resolved("en") == "en" and language.resolved("??") == code


def test_the_templates_of_texts_are_gathered(script: ModuleType) -> None:
    source = ('raise EngineError(Text("{0} is empty", name), Text("open it again"))\nProgress(0, 1, verbatim(name))\n'
              'Text()\nText("{0}", name)\nself.say(Text("no", *values))\nstr("nothing")\n')
    assert sorted(script.templates(source)) == ["no", "open it again", "{0} is empty"]


@pytest.mark.parametrize("source", ["Text(f'{name} is empty')", "Text('no' + name)", "Text(words)", "Text(*words)"])
def test_a_template_that_cannot_be_found_in_the_source_is_refused(script: ModuleType, source: str) -> None:
    with pytest.raises(ValueError, match="line 1: a text's template must be a literal"):
        list(script.templates(source))


def text_calls() -> Iterator[tuple[str, str, list[ast.expr]]]:
    """(place, template, values) of every text in the sources."""
    for path in [*(ROOT / "engine").rglob("*.py"), *(ROOT / "gui").rglob("*.py")]:
        for call in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "Text" and call.args:
                template, *values = call.args
                assert isinstance(template, ast.Constant)
                yield f"{path.name}:{call.lineno}", template.value, values


def test_every_template_takes_the_values_it_is_given() -> None:
    for place, template, values in text_calls():
        if not any(isinstance(value, ast.Starred) for value in values):
            places = {int(number) for number in re.findall(r"\{(\d)\}", template)}
            assert places == set(range(len(values))), f"{place}: {template}"


def test_no_value_is_english() -> None:
    """Words put into a sentence are texts themselves, or they would stay English in a Chinese one."""
    for place, template, values in text_calls():
        for value in values:
            words = [value] if isinstance(value, ast.Constant) else \
                [value.body, value.orelse] if isinstance(value, ast.IfExp) else \
                value.values if isinstance(value, ast.BoolOp | ast.JoinedStr) else []
            english = [word.value for word in words if isinstance(word, ast.Constant) and isinstance(word.value, str)
                       and re.search("[a-z]{3}", word.value)]
            assert not english, f"{place}: {template}: {english}"


def test_the_window_knows_no_english_by_its_look() -> None:
    """Sentences are translated by their template: nothing here takes them apart again."""
    for path in (ROOT / "gui" / "words").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else \
                [node.module] if isinstance(node, ast.ImportFrom) else []
            assert not {"re", "regex", "fnmatch", "parse"} & {*names}, path.name
