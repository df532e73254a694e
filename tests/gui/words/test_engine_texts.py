"""The engine's texts in Chinese windows: every value comes through, texts in texts are translated too."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from engine.base.controls import Control
from engine.base.errors import BadValue, EngineError, ModelMissing, UsageError
from engine.base.files import read_limited
from engine.base.text import Term, Text, listed, verbatim
from engine.expression.magicface.au_vector import refuse_beyond
from engine.expression.units import CONTROLS
from engine.models.store import ModelStore
from engine.photo.picture import read_picture
from gui.window.dialog_opener import Dialogs
from gui.window.notice import Notice
from gui.window.remedies import Remedies
from gui.words import language
from gui.words.engine_texts import sentence, shown, shown_error


@pytest.fixture
def chinese(qapp: object) -> Iterator[None]:
    language.install_language("zh_CN")
    yield
    language.remove_language()


@pytest.mark.parametrize(("text", "chinese_text"), [
    (Text("there is no file {0}", "/a b/c.png"), "文件 /a b/c.png 不存在"),
    (Text("{0} is too large: {1} x {2} pixels", "x.png", 9000, 8000), "x.png 太大：9000 x 8000 像素"),
    (Text("{0} is empty", "is this {0} braces"), "is this {0} braces 是空的"),
    (Text("drawing the {0} key", Term("closed-eyes", "closed-eyes", "keys")), "绘制关键表情：闭眼"),
    (Text("{0}: {1} of what was asked", CONTROLS.term("AU26"), "40%"), "张嘴：达到要求的 40%"),
    (listed(["a.png", Text("no face was found in the picture"), "b"]), "a.png、图片中没有找到人脸、b"),
    (verbatim("hero.png"), "hero.png"),
    (Text(), ""),
])
def test_values_come_through(chinese: None, text: Text, chinese_text: str) -> None:
    assert shown(text) == chinese_text


def test_what_nobody_translated_stays_and_english_stays_english(chinese: None) -> None:
    assert shown("the moon is too near") == "the moon is too near" and shown("") == ""
    moon = Text("the {0} is too near", "moon")  # no translation of a test's own text
    assert shown(moon) == moon
    language.remove_language()
    text = Text("{0} is too large: {1} MB, at most {2} MB", "x", 3, 2)
    assert shown(text) == text == "x is too large: 3 MB, at most 2 MB"


def test_a_window_says_labels_where_the_command_line_says_ids(chinese: None) -> None:
    note = Text("{0}: {1} of what was asked", CONTROLS.term("AU26"), "40%")
    assert note == "AU26: 40% of what was asked"
    language.remove_language()
    assert shown(note) == "Jaw drop: 40% of what was asked"


def raised(kind: type[EngineError], folder: Path) -> EngineError:
    """An error of this kind as the engine raises it."""
    try:
        if kind is ModelMissing:
            ModelStore(folder, offline=True).path("face-landmarker", "face_landmarker.task")
        elif kind is UsageError:
            refuse_beyond({"blinkL": 3.0, "blinkR": 3.0})
        elif kind is BadValue:
            Control("AU12", "Smile", "Mouth", 0, 1).check(7)
        elif kind is EngineError:
            (folder / "x.png").write_bytes(b"no picture")
            read_picture(folder / "x.png")
    except EngineError as error:
        return error
    raise AssertionError(f"no {kind.__name__} was raised")


KINDS = {
    EngineError: ("x.png 不是可读取的图片", "可以读取 PNG、TIFF、WebP、JPEG、BMP、HEIC、AVIF、JPEG XL、GIF"),
    ModelMissing: ("这台电脑上没有模型 MediaPipe Face Landmarker", "可在“模型”中获取"),
    UsageError: ("不能画：闭眼", "请把其他的复位"),
    BadValue: ("AU12：7 超出 0 到 1 的范围", ""),
}


@pytest.mark.parametrize("kind", KINDS)
def test_errors_of_each_kind_are_told_in_chinese(chinese: None, qtbot: QtBot, tmp_path: Path,
                                                 kind: type[EngineError]) -> None:
    error = raised(kind, tmp_path)
    assert type(error) is kind
    window = QMainWindow()
    qtbot.addWidget(window)
    notice = Notice(Remedies(Dialogs(None, window), print, window))
    qtbot.addWidget(notice)
    notice.show_error(error)
    message, hint = KINDS[kind]
    assert message in notice.text.text() and hint in notice.hint.text()
    assert notice.error is error and not notice.hint.text() == error.hint != ""
    assert shown_error(error) == f"{notice.text.text()}\n{notice.hint.text()}".strip()


def test_a_file_that_cannot_be_read_is_told_with_the_systems_words(chinese: None, tmp_path: Path) -> None:
    with pytest.raises(EngineError) as gone:
        read_limited(tmp_path / "gone.json", 10)
    assert shown(gone.value.message).startswith(f"{tmp_path / 'gone.json'}：无法读取：")


@pytest.mark.parametrize(("text", "alone"), [
    (Text("the model {0} is not on this machine", "magicface"), "The model magicface is not on this machine"),
    (Text("{0}: no picture", Text("a folder")), "A folder: no picture"),
    (Text("{0}: no picture", "a.png"), "a.png: no picture"),
    (verbatim("half-smile.jpg"), "half-smile.jpg"),
    (Text("glTF, for game engines"), "glTF, for game engines"),
    (Text(), ""), ("as it came", "as it came"), (Text("a brace {"), "A brace {"),
])
def test_a_sentence_on_its_own_begins_with_a_capital(text: str, alone: str) -> None:
    assert sentence(text) == alone


def test_an_error_is_told_in_sentences() -> None:
    error = EngineError(Text("the landmarks of this face are unusable"), Text("look for the face again, in full"))
    assert shown_error(error) == "The landmarks of this face are unusable\nLook for the face again, in full"
