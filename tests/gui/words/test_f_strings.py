"""Texts of the window stand where the tool that gathers them for translation sees them."""

import ast
from pathlib import Path

import pytest

GUI = Path(__file__).resolve().parents[3] / "gui"


def texts_in_f_strings(source: str) -> list[int]:
    """Lines of a self.tr("…") inside an f-string: lupdate reads nothing in there, and the text stays English."""
    return [call.lineno for whole in ast.walk(ast.parse(source)) if isinstance(whole, ast.JoinedStr)
            for call in ast.walk(whole) if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute)
            and call.func.attr in ("tr", "translate") and any(isinstance(text, ast.Constant) for text in call.args)]


def test_one_is_found() -> None:
    assert texts_in_f_strings("f\"{self.tr('All files')} (*)\"") == [1]


@pytest.mark.parametrize("path", sorted(GUI.rglob("*.py")), ids=lambda path: str(path.relative_to(GUI)))
def test_no_text_hides_in_an_f_string(path: Path) -> None:
    assert texts_in_f_strings(path.read_text(encoding="utf-8")) == []
