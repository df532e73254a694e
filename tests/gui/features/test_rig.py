"""A game head: moved by sliders, randomised but for what is locked, one by one and by groups."""

import threading

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from engine.base.jobs import Job, Progress
from engine.base.text import Text
from engine.rig.variation import is_lopsided
from gui.panels.rig import RigPanel
from tests.gui.features.painter import head_colour
from tests.gui.features.pointer import CTRL, choose, click, drag, key, menu_at, open_menu
from tests.gui.features.window import Window


def rig(window: Window) -> RigPanel:
    """Its tab, clicked."""
    bar = window.window.tabs.tabBar()
    click(bar, bar.tabRect(2).center())
    panel = window.rig
    window.qtbot.waitUntil(lambda: panel.stage.view.has_picture)
    return panel


def drawn(window: Window) -> bool:
    """Whether the head on the screen is that of the values, once it is drawn."""
    panel = window.rig
    window.qtbot.waitUntil(lambda: window.seen(panel.stage.view) == head_colour(panel.rig.values()))
    return True


def test_a_slider_moves_the_head(window: Window) -> None:
    panel = rig(window)
    before = window.seen(panel.stage.view)
    window.drag("forehead.width", 40, panel=panel.panel)
    assert drawn(window) and window.seen(panel.stage.view)[0] > before[0] and window.steps() == 1
    key(window.window, Qt.Key.Key_Z, CTRL)
    assert drawn(window) and window.seen(panel.stage.view) == before


def test_randomising_leaves_a_locked_slider_and_a_locked_group_alone(window: Window) -> None:
    panel = rig(window)
    window.drag("forehead.width", 40, panel=panel.panel)
    width = panel.rig.settings()["forehead.width"]
    row = window.row("forehead.width", panel.panel)
    click(row, row.boxes.lock.center().toPoint())
    click(panel.actions_row.random_button)
    once = panel.rig.settings()
    assert once["forehead.width"] == width and len(once) > 20 and drawn(window)
    choose(menu_at(panel.panel.groups["Forehead"].header, QPoint(60, 10)), "Lock group")
    click(panel.actions_row.random_button)
    twice = panel.rig.settings()
    assert [once.get(f"forehead.{part}") for part in ("width", "depth", "height")] == \
        [twice.get(f"forehead.{part}") for part in ("width", "depth", "height")]
    assert once != twice and drawn(window) and window.steps() == 3
    choose(menu_at(panel.panel.groups["Forehead"].header, QPoint(60, 10)), "Lock group")
    click(panel.actions_row.random_button)
    assert panel.rig.settings()["forehead.width"] != width and drawn(window)
    for _ in range(4):
        key(window.window, Qt.Key.Key_Z, CTRL)
    assert panel.rig.settings() == {} and drawn(window)


def test_the_head_is_sent_to_an_engine_when_that_is_chosen_and_not_before(window: Window) -> None:
    panel = rig(window)
    links = window.engine.links

    def choose_link(words: str) -> None:
        click(panel.link_button)
        choose(open_menu(), words)

    assert "".join(links) == "" and not panel.link_button.isChecked()
    choose_link("VMC (Unity, Warudo, VSeeFace, Blender)")
    window.qtbot.waitUntil(lambda: links[-1:] == ["vmc"] and panel.link_button.isChecked())
    choose_link("Off")
    window.qtbot.waitUntil(lambda: links[-2:] == ["vmc", ""] and not panel.link_button.isChecked())


def test_another_machine_is_sent_to_only_after_a_yes(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    panel, hosts, told, asked = rig(window), window.engine.link_hosts, [], []
    panel._thread.failed.connect(told.append)
    answers = {"yes": False}
    monkeypatch.setattr("gui.panels.live_link.is_sure", lambda *words: asked.append(words[-1]) or answers["yes"])
    given = ["192.168.1.7", "somewhere", "192.168.1.7", "127.0.0.1"]
    monkeypatch.setattr("gui.panels.live_link.QInputDialog.getText", lambda *_, text: (given.pop(0), True))

    def choose_link(words: str) -> None:
        click(panel.link_button)
        choose(open_menu(), words)

    choose_link("VMC (Unity, Warudo, VSeeFace, Blender)")
    window.qtbot.waitUntil(lambda: hosts == [""] and panel.link_button.isChecked())
    choose_link("To another machine…")
    assert len(asked) == 1 and "192.168.1.7" in asked[0] and hosts == [""], "nobody said yes"
    answers["yes"] = True
    choose_link("To another machine…")
    assert len(told) == 1 and "is no address" in str(told[0]) and len(asked) == 1
    choose_link("To another machine…")
    window.qtbot.waitUntil(lambda: hosts == ["", "192.168.1.7"])
    window.qtbot.waitUntil(lambda: "192.168.1.7" in panel.link_button.toolTip())
    choose_link("To 192.168.1.7…")
    window.qtbot.waitUntil(lambda: hosts == ["", "192.168.1.7", ""])
    assert len(asked) == 2, "this machine needs no question"
    choose_link("Off")
    window.qtbot.waitUntil(lambda: not panel.link_button.isChecked())


def test_vtube_studio_is_among_the_links_and_may_take_its_time(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    panel, asked, leave = rig(window), [], threading.Event()

    def link(name: str) -> Job[None]:
        asked.append(name)
        while name == "vtube-studio-plugin" and not leave.is_set():
            yield Progress(0, 1, Text("waiting for VTube Studio, which asks its user"))
        window.engine.links.append(name)
        yield Progress(1, 1)

    monkeypatch.setattr(window.engine, "link_rig", link)

    def choose_link(words: str) -> None:
        click(panel.link_button)
        choose(open_menu(), words)

    choose_link("VTube Studio, as a plugin")
    window.qtbot.waitUntil(lambda: asked == ["vtube-studio-plugin"])
    assert not panel.link_button.isChecked(), "nobody has allowed it yet"
    choose_link("VMC (Unity, Warudo, VSeeFace, Blender)")  # the newest choice counts
    window.qtbot.waitUntil(lambda: panel.link_button.isChecked())
    leave.set()
    assert window.engine.links == ["vmc"]
    choose_link("VTube Studio, as a plugin")
    window.qtbot.waitUntil(lambda: window.engine.links == ["vmc", "vtube-studio-plugin"])
    window.qtbot.waitUntil(lambda: panel.link_button.isChecked())
    choose_link("Off")
    window.qtbot.waitUntil(lambda: not panel.link_button.isChecked())


def test_a_link_for_another_rig_s_values_goes_out_and_says_so_once(window: Window) -> None:
    panel = rig(window)
    links, told = window.engine.links, []
    panel._thread.failed.connect(told.append)
    click(panel.link_button)
    choose(open_menu(), "face-nn tools")
    window.qtbot.waitUntil(lambda: links[-1:] == ["face-nn"] and panel.link_button.isChecked())
    panel.schema_row.schema_box.setCurrentIndex(panel.schema_row.schema_box.findData("facewright-head"))
    window.qtbot.waitUntil(lambda: links[-1] == "" and not panel.link_button.isChecked())
    assert len(told) == 1 and "values of a face-nn rig" in str(told[0]) and "link is off" in str(told[0])
    click(panel.link_button)
    entry = next(action for action in open_menu().actions() if action.text() == "face-nn tools")
    assert not entry.isEnabled(), "what would do nothing is grey"
    open_menu().close()
    panel.schema_row.schema_box.setCurrentIndex(panel.schema_row.schema_box.findData("face-nn"))
    assert entry.isEnabled() and len(told) == 1


def test_which_skin_the_head_wears_is_lit(window: Window) -> None:
    panel = rig(window)
    row = panel.likeness

    def fill(button: QPushButton) -> tuple[int, int, int]:
        """Of a button on the screen, beside its words."""
        return window.seen(button, QPoint(4, button.height() // 2))

    assert row.photo.isChecked() and fill(row.photo) != fill(row.plain)
    lit = fill(row.photo)
    click(row.plain)
    move_away = panel.mapTo(window.window, QPoint(panel.width() // 2, panel.height() - 4))
    QTest.mouseMove(window.window.windowHandle(), move_away)
    window.qtbot.waitUntil(lambda: fill(row.plain) == lit and fill(row.photo) != lit)


def test_a_character_is_made_less_lopsided_and_as_it_was_again(window: Window) -> None:
    panel = rig(window)
    panel.rig.set_schema("facewright-head")
    strip = panel.variation
    click(strip.header)
    click(panel.actions_row.random_button)
    own, steps, slider = panel.rig.values(), window.steps(), strip.asymmetry
    assert is_lopsided(own) and slider.isEnabled() and slider.amount == 100.0
    end = QPoint(round(slider.x_of(100)), slider.height() // 2)
    drag(slider, end, QPoint(-slider.width(), 0))
    assert slider.amount == 0.0 and not is_lopsided(panel.rig.values()) and window.steps() == steps + 1
    drag(slider, QPoint(round(slider.x_of(0)), slider.height() // 2), QPoint(round(slider.x_of(100)), 0))
    assert panel.rig.values().same_as(own)  # nothing was lost on the way
    key(window.window, Qt.Key.Key_Z, CTRL)
    assert not is_lopsided(panel.rig.values()) and slider.amount == 100.0 and not slider.isEnabled()
    panel.rig.set_schema("face-nn")
    assert not slider.isEnabled()  # this rig has no left and right


def test_random_characters_are_as_unusual_as_is_asked(window: Window) -> None:
    panel = rig(window)
    strip = panel.variation
    click(strip.header)
    slider = strip.random
    drag(slider, QPoint(round(slider.x_of(100)), slider.height() // 2), QPoint(-slider.width(), 0))
    click(panel.actions_row.random_button)
    schema = panel.rig.schema
    assert strip.strength == 0.0 and not schema.amounts(panel.rig.values()).any()
    drag(slider, QPoint(round(slider.x_of(0)), slider.height() // 2), QPoint(round(slider.x_of(100)) - 8, 0))
    click(panel.actions_row.random_button)
    assert 0.9 < strip.strength < 1.1 and schema.amounts(panel.rig.values()).any()
