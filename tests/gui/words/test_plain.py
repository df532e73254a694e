"""Names are shown as what they are: no markup, no marks of keys, no line that breaks or turns round."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6 import QtGui
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QTextDocument
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from engine.base.errors import EngineError
from engine.base.look import Look
from engine.base.text import Text, verbatim
from engine.expression.presets import save_preset
from gui.controls.label import ElidedLabel, Label, add_row, label
from gui.controls.message import MessageBox
from gui.controls.tip import set_tip
from gui.words.engine_texts import shown
from gui.words.plain import literal, one_line, short, titled, unmarked
from tests.gui.desk import Desk
from tests.test_structure import ROOT, sources

NASTY = "<b>Tom</b> & Jerry &lt;3 [*].png"


def seen(text: str) -> str:
    """What a widget shows that guesses whether a text is markup."""
    if not QtGui.Qt.mightBeRichText(text):
        return text
    document = QTextDocument()
    document.setHtml(text)
    return document.toPlainText()


@pytest.mark.parametrize("text", [NASTY, "a & b", "&lt;b>", "plain", "<img src='x'>", "two\nlines <b>", "  <i>  gaps",
                                  "<?xml"])
def test_what_guesses_shows_the_text_itself(qapp: QApplication, text: str) -> None:
    assert seen(literal(text)) == text


@pytest.mark.parametrize(("name", "line"), [
    ("a\nb\x1b[31m\x7f", "a�b�[31m�"), ("evil\u202egpj.exe", "evil�gpj.exe"), ("\u2066x", "�x"),
    ("zoë 小明.jpg", "zoë 小明.jpg"), ("family 👨\u200d👩.jpg", "family 👨\u200d👩.jpg"),
    ("שלום.jpg", "\u2068שלום.jpg\u2069")])
def test_a_name_is_one_line_that_stays_where_it_is(name: str, line: str) -> None:
    assert one_line(name) == line


def test_a_long_name_keeps_its_beginning_and_its_end() -> None:
    assert short("a" * 300 + "b.jpg") == "a" * 36 + "…" + "a" * 30 + "b.jpg"
    assert len(short("x" * 300)) == 72 and short("x" * 72) == "x" * 72


def test_names_in_an_engine_text_are_one_line_and_its_own_words_are_not_touched() -> None:
    assert shown(Text("{0}: {1}", "a\nb", verbatim("c\x07d"))) == "a�b: c�d"
    assert shown("two\nlines") == "two\nlines"


def test_a_label_shows_text_and_never_grows_the_window_for_a_name(qtbot: QtBot) -> None:
    for made in (Label(NASTY), label(NASTY), ElidedLabel(NASTY)):
        qtbot.addWidget(made)
        assert made.textFormat() == Qt.TextFormat.PlainText and made.text() == NASTY
    long = "x" * 2000
    for made in (label(long), ElidedLabel(long)):
        qtbot.addWidget(made)
        assert made.minimumSizeHint().width() <= 120
        made.resize(QSize(200, 40))
        made.grab()


def test_a_message_box_shows_the_names_it_is_given(qtbot: QtBot) -> None:
    box = MessageBox(MessageBox.Icon.Question, "title", NASTY, NASTY)
    qtbot.addWidget(box)
    assert seen(box.text()) == NASTY and seen(box.informativeText()) == NASTY


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    save_preset("Rock & <i>Roll</i>", Look((("AU12", 5.0),)))
    desk = Desk(qtbot, tmp_path)
    yield desk
    desk.close()


def test_an_open_file_is_called_what_it_is_called_everywhere(desk: Desk, tmp_path: Path) -> None:
    from engine.base.opencv import cv2
    from tests.gui.test_canvas import noise

    path = tmp_path / NASTY.replace("/", "∕")
    path.write_bytes(cv2.imencode(".png", noise(60, 80))[1].tobytes())
    desk.open(path)
    window = desk.window
    assert "[*] · Facewright" in window.windowTitle() and window.windowTitle().count("[*]") == 3
    window.actions_.file_menu.aboutToShow.emit()
    assert window.recent_menu.actions()[0].text().replace("&&", "&") == path.name
    window.files.close_photo()
    (tmp_path / "Tom & Jerry.png").write_bytes(path.read_bytes())
    desk.open(tmp_path / "Tom & Jerry.png")
    window.files.close_photo()
    texts = [card.text() for card in window.welcome.findChildren(QAbstractButton)]
    assert "Tom && Jerry" in texts
    window.show_error(EngineError(Text("{0} is damaged", path.name), Text("try {0}", path.name)))
    assert window.notice.text.text() == f"{path.name} is damaged"


def test_nothing_in_the_window_guesses(desk: Desk) -> None:
    """Whoever adds a widget to the window: no label that guesses markup, no letter taken for the mark of a key."""
    window = desk.window
    guessing = [made for made in window.findChildren(QLabel) if made.textFormat() == Qt.TextFormat.AutoText
                and not made.objectName().startswith("qt_")]
    assert [made.text() for made in guessing] == []
    words = [thing.text() for thing in (*window.findChildren(QAbstractButton), *window.findChildren(QAction))]
    words += [bar.tabText(place) for bar in window.findChildren(QTabBar) for place in range(bar.count())]
    assert "Rock && <i>Roll</i>" in words
    menus = {action.text() for action in window.menuBar().actions()}  # these have marks of keys on purpose
    assert [text for text in words if "&" in text.replace("&&", "") and text not in menus] == []
    tips = [made.toolTip() for made in window.findChildren(QWidget)]
    assert any("Roll" in seen(tip) and "<i>" in seen(tip) for tip in tips)


def calls(path: Path) -> Iterator[tuple[str, ast.Call]]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func), node


DOORS = ("label.py", "message.py", "tip.py")
GUESSING = {"QLabel", "setToolTip", "setWhatsThis", "setStatusTip", "showText", "addRow", "question", "warning",
            "information", "critical", "QMessageBox", "QErrorMessage", "QSplashScreen", "setInformativeText",
            "setDetailedText"}
"""Qt's own that guess whether a text is markup, or make something that does."""
MARKING = {"QPushButton", "QToolButton", "QCheckBox", "QRadioButton", "QCommandLinkButton", "QGroupBox", "QAction",
           "QMenu", "addAction", "addMenu", "addTab", "setTabText", "setTitle", "setIconText"}
"""Qt's own that take an ampersand for the mark of a key."""


def test_only_the_doors_know_what_guesses() -> None:
    found = [f"{path.relative_to(ROOT)}:{call.lineno} {name}" for path in sources("gui") if path.name not in DOORS
             for name, call in calls(path) if name.split(".")[-1] in GUESSING]
    bases = [f"{path.relative_to(ROOT)}: {node.name}" for path in sources("gui") if path.name not in DOORS
             for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.ClassDef)
             for base in node.bases if ast.unparse(base) in ("QLabel", "QMessageBox")]
    roles = [str(path.relative_to(ROOT)) for path in sources("gui") if "ToolTipRole" in path.read_text("utf-8")]
    assert found + bases + roles == []


def plainly_words(node: ast.expr) -> bool:
    """Our own words, or a text in which ampersands are doubled."""
    if isinstance(node, ast.IfExp):
        return plainly_words(node.body) and plainly_words(node.orelse)
    if isinstance(node, ast.Call):
        return ast.unparse(node.func).split(".")[-1] in ("tr", "translate", "unmarked", "icon", "QIcon",
                                                               "text")  # what another button says
    if isinstance(node, ast.JoinedStr):
        return all(isinstance(part, ast.Constant) or ast.unparse(part) == "{percent}" for part in node.values)
    return isinstance(node, ast.Constant)


def test_every_name_on_a_button_or_in_a_menu_has_its_ampersands_doubled() -> None:
    found = []
    for path in sources("gui"):
        for name, call in calls(path):
            if name.split(".")[-1] not in MARKING:
                continue
            texts = [node for node in call.args if not _is_no_text(node)]
            found += [f"{path.relative_to(ROOT)}:{call.lineno} {ast.unparse(call)[:80]}"
                      for node in texts if not plainly_words(node)]
    assert found == []


def _is_no_text(node: ast.expr) -> bool:
    """A widget, an action, a slot: by how such things are called here."""
    words = ast.unparse(node)
    return isinstance(node, ast.Lambda) or words.startswith(("self._window", "self.actions_[", "self._actions[",
                                                             "self.panels")) or \
        words in ("self", "row", "group", "action", "panel", "text_") or words.split(".")[-1] in (
            "reset", "copy", "paste", "toggle_favourite", "toggle_locked", "click", "emit", "entry") or \
        words.startswith("self._picture_page") or words.startswith("self._rig_page")


def test_the_doors_open(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    set_tip(widget, NASTY)
    assert seen(widget.toolTip()) == NASTY and unmarked("a & b") == "a && b" and titled("[*]") == "[*][*]"
    assert callable(add_row)
