"""The list of steps, judged by what is painted."""

import numpy as np
from pytestqt.qtbot import QtBot

from gui.model.document import ProjectDocument
from gui.panels.history import HistoryPanel
from tests.gui.fakes import TABLE, make_photo
from tests.gui.test_canvas import pixels_of


def lines(panel: HistoryPanel) -> list[np.ndarray]:
    """The pixels of each line, from the words on."""
    view = panel.view
    grabbed = pixels_of(view.viewport().grab().toImage())
    boxes = [view.visualRect(view.model().index(row, 0)) for row in range(view.model().rowCount())]
    return [grabbed[box.top() : box.bottom(), box.left() + 28 : box.right() - 12] for box in boxes]


def shown(qtbot: QtBot, document: ProjectDocument) -> HistoryPanel:
    panel = HistoryPanel(document)
    qtbot.addWidget(panel)
    panel.resize(200, 400)
    panel.show()
    return panel


def test_words_begin_below_each_other_with_and_without_the_sign_of_saving(qtbot: QtBot) -> None:
    document = ProjectDocument(TABLE)
    document.open_photo(make_photo(faces=1))
    for value in (2.0, 1.0, 2.0):
        document.set_controls({"AU26": value}, "Jaw drop")
    document.undo_stack.setIndex(1)
    document.undo_stack.setClean()
    document.undo_stack.setIndex(0)
    panel = shown(qtbot, document)
    first, other, again = lines(panel)[1:]
    assert np.array_equal(first, again) and not np.array_equal(first, other)
    assert first.std() > 0


def test_several_faces_take_a_second_line_and_a_reader_hears_all_of_it(qtbot: QtBot) -> None:
    document = ProjectDocument(TABLE)
    document.open_photo(make_photo(faces=2))
    document.set_controls({"AU26": 2.0}, "Jaw drop")
    panel = shown(qtbot, document)
    original, step = lines(panel)
    assert len(step) > len(original)
    assert panel.view.model().index(1, 0).data() == "Jaw drop +2.0 · face 1"
