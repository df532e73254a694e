"""The tools under a game head: it turns by itself or as the photo's, in other light, under its mesh, beside another."""

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QToolButton

from engine.rig.files.bytes_file import write_bytes
from engine.rig.hair.wear import HeadWear
from engine.rig.likeness import PLAIN, HeadLikeness
from engine.rig.staging import STUDIO, HeadStaging
from engine.rig.variation import random_rig
from gui.panels.rig_head import RigHead
from tests.gui.features.painter import head_colour
from tests.gui.features.pointer import (
    CTRL,
    SHIFT,
    choose,
    click,
    drag,
    hold_key,
    key,
    let_go,
    menu_at,
    open_menu,
    press,
    release_key,
)
from tests.gui.features.test_rig import rig
from tests.gui.features.window import Window


def head(window: Window) -> RigHead:
    stage = rig(window).stage
    window.qtbot.waitUntil(lambda: stage.resting)
    return stage


def tool(window: Window, name: str) -> QToolButton:
    return window.rig.stage.tools.buttons[name]


def rested(window: Window) -> HeadStaging:
    """How the last head was shown, once the newest is drawn."""
    stage = window.rig.stage
    window.qtbot.waitUntil(lambda: stage.resting and not stage.view.moving)
    return window.engine.stagings[-1]


def test_the_head_turns_by_itself_until_a_hand_takes_hold_of_it(window: Window) -> None:
    stage = head(window)
    click(tool(window, "turntable"))
    window.qtbot.waitUntil(lambda: stage.view.orbit.yaw > 3)
    assert tool(window, "turntable").isChecked()
    press(stage.view)
    yaw = stage.view.orbit.yaw
    let_go(stage.view, stage.view.rect().center())
    assert not tool(window, "turntable").isChecked() and not stage._tick.isActive()
    rested(window)
    assert stage.view.orbit.yaw == yaw


def test_a_turning_head_rests_while_it_is_out_of_sight(window: Window) -> None:
    stage = head(window)
    click(tool(window, "turntable"))
    assert stage._tick.isActive()
    bar = window.window.tabs.tabBar()
    click(bar, bar.tabRect(0).center())
    assert not stage._tick.isActive()
    click(bar, bar.tabRect(2).center())
    assert stage._tick.isActive()
    click(tool(window, "turntable"))
    assert not stage._tick.isActive()


def test_the_head_is_turned_as_the_photos_until_a_hand_turns_it(window: Window) -> None:
    stage = head(window)
    window.engine.pose = (20.0, -5.0, 3.0)
    click(tool(window, "as photo"))
    window.qtbot.waitUntil(lambda: stage.view.orbit.yaw == 20.0)
    assert rested(window).roll == 3.0 and tool(window, "as photo").isChecked()
    window.engine.pose = (-12.0, 4.0, 0.0)
    window.session.document.select(1)  # the other face of the photo
    window.qtbot.waitUntil(lambda: stage.view.orbit.yaw == -12.0)
    drag(stage.view, stage.view.rect().center(), QPoint(20, 0))
    assert not tool(window, "as photo").isChecked() and stage.view.orbit.yaw > -12.0 and rested(window).roll == 0.0


def test_the_mesh_and_the_light(window: Window) -> None:
    stage = head(window)
    click(tool(window, "wireframe"))
    assert rested(window) == HeadStaging(wireframe=True) and tool(window, "wireframe").isChecked()
    click(tool(window, "wireframe"))
    click(tool(window, "light"))
    choose(open_menu(), "Soft light")
    assert rested(window).lamps == "soft"
    before = stage.view.orbit
    drag(stage.view, stage.view.rect().center(), QPoint(40, -20), SHIFT)
    staging = rested(window)
    assert staging.light_yaw > 10 and staging.light_pitch > 4 and stage.view.orbit == before
    click(tool(window, "light"))
    choose(open_menu(), "Drag moves the light")
    drag(stage.view, stage.view.rect().center(), QPoint(-80, 0))
    assert rested(window).light_yaw < 0 and tool(window, "light").isChecked()
    click(tool(window, "light"))
    choose(open_menu(), "Studio light")
    assert rested(window) == STUDIO and stage.view.orbit == before


def test_two_heads_are_compared(window: Window) -> None:
    panel, stage = window.rig, head(window)
    window.drag("forehead.width", 40, panel=panel.panel)
    first = head_colour(panel.rig.values())
    click(tool(window, "compare"))
    assert tool(window, "compare").isChecked()
    window.drag("forehead.width", -60, panel=panel.panel)
    rested(window)
    second = head_colour(panel.rig.values())
    middle, wide = stage.view.rect().center(), stage.view.width()
    left, right = middle - QPoint(30, -60), middle + QPoint(30, 60)
    assert first != second and window.seen(stage.view, left) == first and window.seen(stage.view, right) == second
    drag(stage.view, QPoint(round(stage.view.line_x()), 40), QPoint(60, 0))  # the line between them
    assert window.seen(stage.view, right) == first and window.seen(stage.view, middle + QPoint(80, 60)) == second
    click(tool(window, "compare"))
    assert window.seen(stage.view, left) == second == window.seen(stage.view, right)
    press(stage.view, QPoint(12, 12))  # on its letter
    rested(window)
    assert window.seen(stage.view, right) == first
    let_go(stage.view, QPoint(12, 12))
    assert window.seen(stage.view, right) == second and wide == stage.view.width()
    steps = window.steps()
    choose(menu_at(tool(window, "compare")), "Set what A has")
    rested(window)
    assert window.steps() == steps + 1 and window.seen(stage.view, middle) == first
    choose(menu_at(tool(window, "compare")), "Forget A")
    assert not tool(window, "compare").isChecked() and stage.show_.kept is None


def test_a_kept_head_wears_what_it_wore_and_is_forgotten_with_it(window: Window) -> None:
    panel, stage, engine = window.rig, head(window), window.engine
    window.qtbot.waitUntil(lambda: engine.likenesses[-1] == HeadLikeness(1.0, 1.0))
    click(tool(window, "compare"))
    rested(window)
    click(panel.likeness.plain)
    panel.hair.choices["glasses"].actions()[-1].trigger()
    drawn = len(engine.likenesses)
    window.drag("forehead.width", 40, panel=panel.panel)
    choose(menu_at(tool(window, "compare")), "Keep this head as A")  # a new A, plain and with glasses
    click(panel.likeness.photo)
    rested(window)
    kept = [(likeness, wear) for likeness, wear, staging in zip(
        engine.likenesses[drawn:], engine.wears[drawn:], engine.stagings[drawn:], strict=True) if not staging.sent]
    assert kept[-1] == (PLAIN, HeadWear(glasses="round")) and engine.likenesses[-1] == HeadLikeness(1.0, 1.0)
    choose(menu_at(tool(window, "compare")), "Forget A")
    assert stage.show_.kept is None and stage.view._kept is None and not tool(window, "compare").isChecked()
    entries = {action.text(): action.isEnabled() for action in menu_at(tool(window, "compare")).actions()}
    assert not entries["Forget A"] and not entries["Set what A has"] and entries["Keep this head as A"]
    open_menu().close()


def test_a_region_of_another_head_is_taken_from_the_menu_of_its_heading(window: Window, tmp_path: Path) -> None:
    head(window)
    panel = window.rig
    header = panel.panel.groups["Forehead"].header
    click(panel.actions_row.random_button)
    first = panel.rig.values()
    click(tool(window, "compare"))
    click(panel.actions_row.random_button)
    own, steps = panel.rig.values(), window.steps()
    row = window.row("forehead.width", panel.panel)
    click(row, row.boxes.lock.center().toPoint())
    choose(menu_at(header, QPoint(60, 10)), "Take Forehead from A")
    taken, schema = panel.rig.values(), panel.rig.schema
    for slot, one, other, now in zip(schema.slots, own.values, first.values, taken.values, strict=True):
        assert now == (other if slot.group == "Forehead" and slot.id != "forehead.width" else one), slot.id
    assert window.steps() == steps + 1
    key(window.window, Qt.Key.Key_Z, CTRL)
    assert panel.rig.values().same_as(own)
    choose(menu_at(header, QPoint(60, 10)), "Take Forehead from the history: Randomise")
    assert panel.rig.values().same_as(taken)
    write_bytes(tmp_path / "other.bytes", random_rig("face-nn", 4))
    panel.regions.take_from_file("Forehead", tmp_path / "other.bytes")
    window.qtbot.waitUntil(lambda: panel.rig.values().values[1] == random_rig("face-nn", 4).values[1])
    told = []
    panel.refused.connect(told.append)
    (tmp_path / "short.bytes").write_bytes(b"x")
    panel.regions.take_from_file("Forehead", tmp_path / "short.bytes")
    window.qtbot.waitUntil(lambda: len(told) == 1)


def test_the_tools_by_keys_and_from_the_heads_menu(window: Window) -> None:
    panel, stage = window.rig, head(window)
    click(stage.view)
    key(stage.view, Qt.Key.Key_W)
    key(stage.view, Qt.Key.Key_L)
    key(stage.view, Qt.Key.Key_E)
    staging = rested(window)
    assert staging.wireframe and staging.lamps == "soft" and not tool(window, "expression").isChecked()
    choose(menu_at(stage.view), "Mesh")
    assert not rested(window).wireframe and not tool(window, "wireframe").isChecked()
    key(stage.view, Qt.Key.Key_C)
    first = head_colour(panel.rig.values())
    click(panel.actions_row.random_button)
    click(tool(window, "compare"))
    rested(window)
    second, right = head_colour(panel.rig.values()), stage.view.rect().center() + QPoint(30, 60)
    assert window.seen(stage.view, right) == second != first
    click(stage.view)
    hold_key(stage.view, Qt.Key.Key_A)
    rested(window)
    assert window.seen(stage.view, right) == first
    release_key(stage.view, Qt.Key.Key_A)
    assert window.seen(stage.view, right) == second


def test_what_needs_a_face_is_grey_without_one(window: Window) -> None:
    head(window)
    assert tool(window, "as photo").isEnabled() and tool(window, "expression").isEnabled()
    window.session.close_photo()
    assert not tool(window, "as photo").isEnabled() and not tool(window, "expression").isEnabled()
    assert tool(window, "wireframe").isEnabled() and tool(window, "turntable").isEnabled()


def test_the_head_has_near_half_of_the_panel(window: Window) -> None:
    panel, stage = window.rig, head(window)
    if panel.beside_button.isChecked():
        click(panel.beside_button)
    for height in (600, 900):
        window.window.resize(1230, height)
        window.qtbot.waitUntil(lambda: stage.view.height() >= 0.45 * panel.height())
