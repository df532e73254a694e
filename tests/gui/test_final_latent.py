"""The third renderer: a face is found in the generator first; what it cannot draw is marked, and left to the puppet."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QSettings
from pytestqt.qtbot import QtBot

from engine.base.errors import EngineError
from engine.base.jobs import Job, Progress
from engine.base.look import Look
from engine.base.opencv import cv2
from engine.base.text import Text
from engine.expression.latent import units as latent
from engine.expression.units import CONTROLS
from engine.render.request import Frame, Rendering, RenderRequest
from engine.systems import beyond, draws, never_followed
from gui.dialogs.export import ExportDialog
from tests.gui.desk import Desk
from tests.gui.fakes import GRAY
from tests.gui.latents import Finder

LIVE, MAGICFACE, LATENT = "live", "magicface", "latent"


class Painter(Finder):
    """Draws by latents what the generator knows."""

    def __init__(self) -> None:
        super().__init__()
        self.drawn: list[RenderRequest] = []
        self.exported: list[tuple[dict[int, Look], str]] = []

    def lacking(self, renderer: str) -> EngineError | None:
        return EngineError(Text("no weights")) if renderer == MAGICFACE else self.latents.lacking()

    def draw(self, request: RenderRequest) -> Job[Frame]:
        if request.rendering.renderer == LIVE:
            return (yield from super().draw(request))
        yield Progress(0, 1)
        assert (request.photo, request.face) in self.latents.found
        self.drawn.append(request)
        return replace(self.render(request), notes=(Text("{0}: {1} of what was asked", CONTROLS.term("AU26"), "80%"),))

    def export_picture(self, photo: str, looks: dict[int, Look], path: Path, rendering: Rendering) -> Job[list[Text]]:
        yield Progress(0, 1)
        self.exported.append((looks, rendering.renderer))
        return [Text("written")]


@pytest.fixture(autouse=True)
def supported(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Jaw and brows can be drawn, and nothing else."""
    for name in latent.SUPPORT:
        monkeypatch.setitem(latent.SUPPORT, name, "good" if name in ("AU26", "AU1") else "no")
        monkeypatch.setitem(latent.MEASURED, name, {"remark": ""})
    monkeypatch.setitem(latent.MEASURED, "AU26", {"remark": "brings", "measures": ["+jawOpen", "-mouthSmile"]})
    monkeypatch.setitem(latent.MEASURED, "AU9",
                        {"remark": "unseen", "measures": ["noseSneer"]})
    never_followed.cache_clear()
    yield
    never_followed.cache_clear()


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    QSettings().setValue("final/renderer", LATENT)
    desk = Desk(qtbot, tmp_path, make=Painter)
    path = tmp_path / "gray.png"
    cv2.imwrite(str(path), np.full((300, 400, 3), GRAY, np.uint8))
    desk.open(path)
    desk.session.final._rest.setInterval(40)
    qtbot.waitUntil(lambda: desk.session.choice.looked and desk.session.inversions.face(0).source is not None)
    yield desk
    desk.engine.latents.hold.set()
    desk.close()


def shown(desk: Desk) -> str:
    frame = desk.window.canvas.frame(0)
    return "" if frame is None else frame.request.rendering.renderer


def set_jaw(desk: Desk, value: float) -> None:
    desk.session.document.set_controls({"AU26": value}, "Jaw")


def test_the_face_is_found_first_and_then_drawn(desk: Desk) -> None:
    desk.engine.latents.hold.clear()
    set_jaw(desk, 3.0)
    desk.qtbot.waitUntil(lambda: desk.engine.latents.in_step.is_set())
    assert desk.session.final.line(0) == "Latent waits until the face is found" and shown(desk) in ("", LIVE)
    desk.engine.latents.hold.set()
    desk.qtbot.waitUntil(lambda: shown(desk) == LATENT)
    assert desk.engine.latents.sought == [(0, "draft")] and len(desk.engine.drawn) == 1
    assert desk.window.viewer.bar.words.text == "Final · Latent"
    assert desk.window.viewer.bar.renderer.panel.notes.text() == "Jaw drop: 80% of what was asked"
    set_jaw(desk, 4.0)
    desk.qtbot.waitUntil(lambda: len(desk.engine.drawn) == 2)
    desk.window.actions_["undo"].trigger()
    assert shown(desk) == LATENT and len(desk.engine.drawn) == 2  # kept


def test_what_it_cannot_draw_is_marked_and_left_to_the_puppet(desk: Desk) -> None:
    panel = desk.expression.panel
    assert "Latent leaves this to the live puppet" in panel.row("AU12")._tip(QPoint(200, 5))
    assert "Latent" not in panel.row("AU1")._tip(QPoint(200, 5))
    assert "Latent: brings along more dropped jaw, less smile" in panel.row("AU26")._tip(QPoint(200, 5))
    unable = "Latent leaves this to the live puppet: wrinkled nose is never seen on drawn faces"
    assert unable in panel.row("AU9")._tip(QPoint(200, 5))
    assert not panel.row("AU9")._idle and not panel.row("AU26")._idle
    desk.session.document.set_controls({"AU12": 4.0}, "Smile")
    desk.rest()
    desk.qtbot.wait(100)
    assert desk.engine.drawn == [] and desk.engine.latents.sought == []
    assert desk.session.final.line(0) == ""
    desk.session.document.set_controls({"AU26": 3.0}, "Jaw")
    desk.qtbot.waitUntil(lambda: shown(desk) == LATENT)
    assert dict(desk.engine.drawn[0].look) == {"AU12L": 4.0, "AU12R": 4.0, "AU26": 3.0}
    desk.session.choice.choose(LIVE)
    assert "Latent" not in panel.row("AU12")._tip(QPoint(200, 5))


def test_attributes_are_no_matter_of_a_slow_renderer() -> None:
    look = Look((("AU26", 2.0), ("attribute.smile", 1.0)))
    for renderer in (MAGICFACE, LATENT):
        assert beyond(renderer, look) == () and draws(renderer, look)
        assert not draws(renderer, Look((("attribute.smile", 1.0),)))


def test_export_by_latent(desk: Desk, tmp_path: Path) -> None:
    document = desk.session.document
    desk.session.inversions.find(0)
    desk.qtbot.waitUntil(lambda: desk.session.inversions.face(0).inversion is not None)
    set_jaw(desk, 3.0)
    desk.engine.latents.found.clear()
    dialog = ExportDialog(document, desk.session.thread_, desk.window, desk.session.choice)
    dialog.show()
    assert dialog.renderer_box.renderer == LATENT and dialog.export_button.isEnabled()
    dialog.picture_path.setText(str(tmp_path / "out.png"))
    dialog.export()
    desk.qtbot.waitUntil(lambda: not dialog.job.busy)
    assert [renderer for _, renderer in desk.engine.exported] == [LATENT]
    dialog.reject()
