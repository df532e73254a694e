"""The polish of the live puppet: begun when it is wanted, told, taken back."""

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from engine.base.errors import EngineError
from engine.base.jobs import Job, Progress
from engine.base.opencv import cv2
from tests.gui.desk import Desk
from tests.gui.fakes import GRAY
from tests.gui.latents import Finder


class Polisher(Finder):
    """Remembers which faces wear keys."""

    def __init__(self) -> None:
        super().__init__()
        self.did: list[tuple[str, int]] = []
        self.worn: set[int] = set()
        self.trouble: EngineError | None = None

    def polish(self, photo: str, face: int) -> Job[Any]:
        self.did.append(("polish", face))
        for step in range(3):
            yield Progress(step, 3, "drawing keys")
            if self.trouble is not None:
                raise self.trouble
        self.worn.add(face)
        return SimpleNamespace(keys={"closed-eyes": None}, refused={"smile": "the head turned"})

    def unpolish(self, photo: str, face: int) -> Job[None]:
        self.did.append(("unpolish", face))
        yield Progress(0, 1)
        self.worn.discard(face)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(qtbot, tmp_path, make=Polisher)
    path = tmp_path / "gray.png"
    cv2.imwrite(str(path), np.full((300, 400, 3), GRAY, np.uint8))
    desk.open(path)
    desk.session.polish._rest.setInterval(30)
    qtbot.waitUntil(lambda: desk.session.inversions.face(0).source is not None)
    desk.session.document.set_controls({"AU26": 2.0}, "Jaw")
    desk.rest()
    yield desk
    desk.engine.latents.hold.set()
    desk.close()


def test_nothing_is_polished_unasked(desk: Desk) -> None:
    desk.qtbot.wait(150)
    assert desk.engine.did == [] and desk.engine.latents.sought == []
    panel = desk.window.viewer.bar.renderer.panel
    assert panel.polish.isEnabled() and not panel.polish.isChecked() and panel.polish_words.isHidden()


def test_it_is_found_polished_and_drawn_anew(desk: Desk) -> None:
    rendered = len(desk.engine.rendered)
    panel = desk.window.viewer.bar.renderer.panel
    panel.polish.click()
    desk.qtbot.waitUntil(lambda: desk.engine.worn == {0})
    desk.qtbot.waitUntil(lambda: len(desk.engine.rendered) > rendered)
    assert desk.engine.latents.sought == [(0, "draft")] and desk.engine.did == [("polish", 0)]
    assert panel.polish_words.text() == "✓ closed eyes\n– smile: the head turned"
    desk.session.document.select(1)
    desk.qtbot.waitUntil(lambda: desk.engine.worn == {0, 1})
    desk.session.document.select(0)
    desk.qtbot.wait(150)
    assert len(desk.engine.did) == 2  # once is enough


def test_off_is_the_plain_puppet(desk: Desk) -> None:
    panel = desk.window.viewer.bar.renderer.panel
    panel.polish.click()
    desk.qtbot.waitUntil(lambda: desk.session.polish.report() is not None)
    rendered = len(desk.engine.rendered)
    panel.polish.click()
    desk.qtbot.waitUntil(lambda: desk.engine.worn == set())
    desk.qtbot.waitUntil(lambda: len(desk.engine.rendered) > rendered)
    assert panel.polish_words.isHidden() and desk.session.polish.report() is None
    panel.polish.click()
    desk.qtbot.waitUntil(lambda: desk.engine.worn == {0})


def test_a_better_likeness_is_polished_again(desk: Desk) -> None:
    desk.window.viewer.bar.renderer.panel.polish.click()
    desk.qtbot.waitUntil(lambda: desk.engine.worn == {0})
    desk.session.inversions.find(0, "full")
    desk.qtbot.waitUntil(lambda: desk.engine.did == [("polish", 0)] * 2)


def test_a_failure_is_told_once(desk: Desk) -> None:
    desk.engine.trouble = EngineError("no face is seen in what the generator draws", "look for the face again, in full")
    desk.window.viewer.bar.renderer.panel.polish.click()
    desk.qtbot.waitUntil(lambda: len(desk.errors) == 1)
    desk.qtbot.wait(150)
    assert len(desk.engine.did) == 1 and not desk.session.polish.busy


def test_another_theme_keeps_what_was_polished(desk: Desk) -> None:
    desk.window.viewer.bar.renderer.panel.polish.click()
    desk.qtbot.waitUntil(lambda: desk.session.polish.report() is not None)
    old = desk.window
    old.theme_chosen.emit("light")
    desk.qtbot.waitUntil(lambda: desk.window is not old)
    assert desk.session.polish.wanted and desk.session.polish.report() is not None


def test_without_a_generator_it_is_grey_and_says_why(qtbot: QtBot, tmp_path: Path) -> None:
    desk = Desk(qtbot, tmp_path)
    try:
        qtbot.waitUntil(lambda: desk.session.inversions.looked)
        panel = desk.window.viewer.bar.renderer.panel
        assert not panel.polish.isEnabled() and "not on this machine" in panel.polish_words.text()
    finally:
        desk.close()
