"""A line of words where there is little room: whole parts of it, and all of it in the tooltip."""

from pytestqt.qtbot import QtBot

from gui.controls.state_line import StateLine


def test_parts_are_left_out_whole_and_words_are_cut_only_where_one_alone_is_too_long(qtbot: QtBot) -> None:
    line = StateLine()
    qtbot.addWidget(line)
    line.say("Fitting the rig · 10 s left · fitting the shape of the head")
    metrics = line.fontMetrics()

    def wide(text: str) -> int:
        return metrics.horizontalAdvance(text) + 1  # fractions of a pixel count

    assert line.seen(wide(line.text)) == line.text
    assert line.seen(wide(line.text) - 3) == "Fitting the rig · 10 s left"
    assert line.seen(wide("Fitting the rig · 10 s left") - 3) == "Fitting the rig"
    cut = line.seen(wide("Fitting the rig") - 3)
    assert cut.endswith("…") and cut.startswith("Fitting")
    assert line.toolTip() == line.text
    line.resize(wide("Fitting the rig · 10 s left") + 20, 24)
    shown = line.grab().toImage()
    line.say("Fitting the rig · 10 s left")
    assert line.grab().toImage() == shown
