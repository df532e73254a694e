"""The engine's errors in Chinese windows: every template is the engine's own, every value comes through."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from engine.base.errors import EngineError, ModelMissing
from engine.models.store import ModelStore
from engine.photo.picture import read_picture
from gui.window.notice import Notice
from gui.words import language
from gui.words.engine_texts import TEMPLATES, told, told_error

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def chinese(qapp: object) -> Iterator[None]:
    language.install_language("zh_CN")
    yield
    language.remove_language()


def engine_texts() -> set[str]:
    """Every text in the engine's sources, values in it numbered."""
    texts = set()
    for path in (ROOT / "engine").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                texts.add(node.value)
            elif isinstance(node, ast.JoinedStr):
                parts, count = [], 0
                for part in node.values:
                    if isinstance(part, ast.Constant):
                        parts.append(str(part.value))
                    else:
                        parts.append(f"{{{count}}}")
                        count += 1
                texts.add("".join(parts))
    return texts


def test_every_template_is_one_of_the_engines_texts() -> None:
    assert set(TEMPLATES) - engine_texts() == set()
    assert len(set(TEMPLATES)) == len(TEMPLATES)


@pytest.mark.parametrize(("text", "chinese_text"), [
    ("there is no file /a b/c.png", "文件 /a b/c.png 不存在"),
    ("x.png is too large: 9000 x 8000 pixels", "x.png 太大：9000 x 8000 像素"),
    ("a: b.bytes: 7 bytes, but a face-nn file has 400", "a: b.bytes：有 7 字节，而 face-nn 文件应有 400 字节"),
    ("p.facewright: a damaged project: its description cannot be read", "p.facewright：项目已损坏：无法读取其描述"),
    ("is this {0} braces is empty", "is this {0} braces 是空的"),
])
def test_values_come_through(chinese: None, text: str, chinese_text: str) -> None:
    assert told(text) == chinese_text


def test_what_is_not_known_stays_and_english_stays_english(chinese: None) -> None:
    assert told("the moon is too near") == "the moon is too near" and told("") == ""
    strange = EngineError("the moon is too near")
    assert told_error(strange) is strange
    language.remove_language()
    for template in TEMPLATES:
        text = template.format("α", "2", "3")
        assert told(text) == text


def test_errors_that_the_engine_raises_are_told(chinese: None, tmp_path: Path) -> None:
    (tmp_path / "x.png").write_bytes(b"no picture")
    with pytest.raises(EngineError) as raised:
        read_picture(tmp_path / "x.png")
    error = told_error(raised.value)
    assert error.message.endswith("x.png 不是可读取的图片")
    assert error.hint.startswith("可读取 PNG") and error.detail == raised.value.detail
    with pytest.raises(ModelMissing) as missing:
        ModelStore(tmp_path, offline=True).path("face-landmarker", "face_landmarker.task")
    again = told_error(missing.value)
    assert isinstance(again, ModelMissing) and "`facewright models get face-landmarker`" in again.hint
    assert again.hint.startswith("用 ")


def test_the_notice_speaks_the_language(chinese: None, qtbot) -> None:  # noqa: ANN001
    from PySide6.QtGui import QAction

    action = QAction("models")
    notice = Notice(action)
    qtbot.addWidget(notice)
    notice.show_error(EngineError("cannot read a.png: Permission denied", "choose another folder"))
    assert notice.text.text() == "无法读取 a.png：Permission denied" and notice.hint.text() == "请选择另一个文件夹"
