"""Blending a head with others: from files and history, by weights and regions, seen as it is set."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import numpy as np
import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from engine.base.jobs import Job, single
from engine.base.look import Look
from engine.rig.blend import blended, only
from engine.rig.files.bytes_file import write_bytes
from engine.rig.hair.wear import HeadWear
from engine.rig.likeness import HeadLikeness
from engine.rig.values import RigValues
from engine.rig.variation import random_rig
from gui.dialogs.rig_blend import RigBlendDialog
from gui.model.ask import Ask
from gui.model.lanes import Rank
from gui.panels.head_viewport import Orbit
from tests.gui.features.painter import head_colour
from tests.gui.features.pointer import choose, click, drag, open_menu
from tests.gui.features.test_rig import rig
from tests.gui.features.window import Window
from tests.gui.test_incoming import picture

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "Mouse event at")


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[Window]:
    made = Window(qtbot, tmp_path, size=(1230, 780))
    made.open(picture(tmp_path / "photo.png"))
    made.in_front()
    yield made
    made.close()


def opened(window: Window) -> RigBlendDialog:
    panel = rig(window)
    panel.rig.set_schema("face-nn")
    click(panel.actions_row.blend_button)
    dialog = window.window.findChild(RigBlendDialog)
    assert isinstance(dialog, RigBlendDialog)
    window.qtbot.waitUntil(lambda: dialog.view.has_picture)
    return dialog


def test_a_head_is_blended_with_one_from_a_file_and_one_from_the_history(window: Window, tmp_path: Path) -> None:
    panel, other = rig(window), random_rig("face-nn", 4)
    panel.rig.set_schema("face-nn")
    click(panel.actions_row.random_button)
    before = panel.rig.values()
    click(panel.actions_row.random_button)
    own, steps = panel.rig.values(), window.steps()
    dialog = opened(window)
    assert not dialog.set_button.isEnabled() and dialog.blended() is None
    write_bytes(tmp_path / "other.bytes", other)
    dialog.add_file(tmp_path / "other.bytes")
    window.qtbot.waitUntil(lambda: len(dialog.sources) == 2 and not dialog.job.busy)
    assert dialog.set_button.isEnabled()
    window.qtbot.waitUntil(lambda: dialog.add_button.y() > dialog.sources[1].geometry().bottom() > 0)  # laid out anew
    click(dialog.add_button)
    choose(open_menu(), "History: Randomise")
    assert [source.letter.text() for source in dialog.sources] == ["A", "B", "C"]
    weight = dialog.sources[1].weight
    drag(weight, QPoint(round(weight.x_of(50)), 12), QPoint(60, 0))
    amount = weight.amount
    assert amount > 60
    mixed = blended([own, other, before], [50, amount, 50])
    assert dialog.blended().same_as(mixed)
    window.qtbot.waitUntil(lambda: window.seen(dialog.view) == head_colour(mixed))
    dialog.regions["Forehead"].setCurrentIndex(dialog.regions["Forehead"].findData(2))
    mixed = blended([own, other, before], [50, amount, 50], {"Forehead": only(2, 3)})
    window.qtbot.waitUntil(lambda: window.seen(dialog.view) == head_colour(mixed))
    dialog.remove(dialog.sources[1])
    assert dialog.regions["Forehead"].currentData() == 1  # it goes with its head
    mixed = blended([own, before], [50, 50], {"Forehead": only(1, 2)})
    click(dialog.set_button)
    assert panel.rig.values().same_as(mixed) and window.steps() == steps + 1


def test_the_blend_is_seen_as_the_person(window: Window) -> None:
    panel = rig(window)
    window.qtbot.waitUntil(lambda: window.engine.likenesses[-1] == HeadLikeness(1.0, 1.0))
    panel.hair.choices["glasses"].actions()[-1].trigger()
    dialog, drawn = opened(window), len(window.engine.likenesses)
    dialog.add_head("other", random_rig("face-nn", 4))
    window.qtbot.waitUntil(lambda: len(window.engine.likenesses) > drawn and dialog._drawing is None)
    assert window.engine.likenesses[-1] == HeadLikeness(1.0, 1.0)
    assert window.engine.wears[-1] == HeadWear(hair="photo", glasses="round")
    dialog.reject()


def test_what_is_locked_stays_and_what_is_no_head_is_said(window: Window, tmp_path: Path) -> None:
    panel = rig(window)
    panel.rig.set_schema("face-nn")
    click(panel.actions_row.random_button)
    own = panel.rig.values()
    row = window.row("forehead.width", panel.panel)
    click(row, row.boxes.lock.center().toPoint())
    dialog = opened(window)
    (tmp_path / "short.bytes").write_bytes(b"\x03\0")
    dialog.add_file(tmp_path / "short.bytes")
    window.qtbot.waitUntil(lambda: not dialog.report.isHidden())
    assert len(dialog.sources) == 1 and not dialog.set_button.isEnabled()
    dialog.add_head("other", random_rig("face-nn", 4))
    mixed = dialog.blended()
    assert mixed is not None and mixed.values[0] == own.values[0] and mixed.values[1] != own.values[1]
    for source in dialog.sources:
        source.weight.apply(0.0)
    assert not dialog.set_button.isEnabled()
    dialog.reject()
    assert panel.rig.values().same_as(own)


def test_a_head_turned_while_another_waits_is_drawn_as_it_is_turned_now(window: Window) -> None:
    dialog, drawn, engine = opened(window), [], window.engine
    busy, free = Event(), Event()
    draw = engine.draw_head

    def wait() -> None:
        busy.set()
        free.wait(10)

    def recorded(values: RigValues, look: Look | None, photo: str | None, face: int, yaw: float,
                 *more: float) -> Job[np.ndarray]:
        drawn.append(yaw)
        return draw(values, look, photo, face, yaw, *more)

    window.qtbot.waitUntil(lambda: dialog._drawing is None)
    engine.draw_head = recorded
    Ask(dialog, "", lambda engine: single(wait), Rank.PROMPT).start(window.session.thread_)
    assert busy.wait(10)
    for yaw in (20.0, 40.0):
        dialog.view.set_orbit(Orbit(yaw))
    free.set()
    window.qtbot.waitUntil(lambda: 40.0 in drawn and dialog._drawing is None)
    assert 20.0 not in drawn  # the panel behind may draw its own head, from the front
    dialog.reject()
