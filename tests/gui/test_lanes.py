"""Work of hours, in every lane at once, and a person who goes on meanwhile."""

import threading
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from engine.base.jobs import Job, Progress
from engine.base.look import Look
from engine.base.opencv import cv2
from engine.base.text import Text
from engine.models.store import ModelStore
from engine.photo.open_photo import OpenPhoto
from engine.photo.picture import Picture, read_picture
from engine.process.child import run_child
from engine.project.project_file import read_project
from engine.render.picture_export import exporting
from engine.render.request import Rendering
from gui.dialogs.export import ExportDialog
from gui.dialogs.models import ModelsDialog
from gui.model.ask import Ask
from gui.model.lanes import Lane, Rank
from tests.engine.process.toys import COMMAND
from tests.gui.desk import Desk, drag_slider
from tests.gui.fakes import GRAY, FakeEngine


class Exporter(FakeEngine):
    """Writes pictures without any look, as the true engine does."""

    def __init__(self) -> None:
        super().__init__()
        self.pictures_open: dict[str, Picture] = {}

    def open_picture(self, picture: Picture) -> Job[OpenPhoto]:
        self.pictures_open[picture.digest] = picture
        return (yield from super().open_picture(picture))

    def export_picture(self, photo: str, looks: Mapping[int, Look], path: Path,
                       rendering: Rendering) -> Job[list[Text]]:
        picture = self.pictures_open[photo]
        return [(yield from exporting(picture, picture.native, path))]


class SlowServer(ModelStore):
    """Its downloads hang until `gate` opens."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.gate, self.asked = threading.Event(), threading.Event()

    def get(self, model_id: str, accept_licence: bool = False, trust: bool = False) -> Job[None]:
        yield Progress(0, 7_000_000_000, Text("downloading"))
        self.asked.set()
        self.gate.wait(60)


def held(future: "Future[None]") -> Job[None]:
    yield Progress(0, 600, Text("searching"), waiting=future)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(qtbot, tmp_path, autosave=0.05, make=Exporter)
    yield desk
    desk.close()


def test_a_photo_is_opened_edited_saved_and_exported_while_every_lane_has_a_job_of_hours(desk: Desk, qtbot: QtBot,
                                                                                         tmp_path: Path) -> None:
    session, thread = desk.session, desk.session.thread_
    store = SlowServer(tmp_path / "models")
    models = ModelsDialog(thread, desk.window, store)
    models.show_all()
    model = next(row.model for row in models.rows.values() if row.model.commercial and row.model.sources)
    models.get(model)
    assert store.asked.wait(30)
    download, search_ends = models.job.ask, Future[None]()
    search = Ask(session, "Searching", lambda engine: held(search_ends), Rank.PATIENT).start(thread)
    training = Ask(session, "Training", lambda: run_child("toys:go_on", {"folder": str(tmp_path)}, COMMAND),
                   lane=Lane.PROCESSES).start(thread)
    told: list[Progress] = []
    training.progress(told.append)
    qtbot.waitUntil(lambda: any(progress.done for progress in told), timeout=60_000)  # the child has begun
    long = (download, search, training)

    path = tmp_path / "gray.png"
    cv2.imwrite(str(path), np.full((300, 400, 3), GRAY, np.uint8))
    desk.open(path)
    drag_slider(desk, "AU26")
    desk.rest()
    value = session.document.control("AU26")
    assert value > 0
    qtbot.waitUntil(lambda: len(list((tmp_path / "recovery").glob("*.facewright"))) == 1)
    with qtbot.waitSignal(session.saved):
        session.save(tmp_path / "work.facewright")
    assert read_project(tmp_path / "work.facewright").faces[0].look["AU26"] == value
    export = ExportDialog(session.document, thread, desk.window, session.choice)
    export.picture_path.setText(str(tmp_path / "out.png"))
    export.export()
    qtbot.waitUntil(lambda: not export.job.busy)
    assert export.report.property("role") == "good"
    assert np.array_equal(read_picture(tmp_path / "out.png").pixels, read_picture(path).pixels)

    assert all(ask is not None and ask.active for ask in long) and desk.errors == []
    for dialog in (export, models):
        dialog.reject()  # the download's with it
    training.cancel()
    search_ends.set_result(None)
    store.gate.set()
    qtbot.waitUntil(lambda: not any(ask is not None and ask.active for ask in long))
    qtbot.waitUntil((tmp_path / "closed").exists, timeout=60_000)  # the child, too


class Warming(FakeEngine):
    """Is not warm before somebody says so."""

    def __init__(self) -> None:
        super().__init__()
        self.warm_enough = False
        self.drawn = 0

    def warm(self) -> Job[None]:
        while not self.warm_enough:
            yield Progress(0, 1)

    def thumbnails(self, photo: str, face: int, looks: Sequence[Look], size: int) -> Job[list[np.ndarray]]:
        pictures = yield from super().thumbnails(photo, face, looks, size)
        self.drawn += len(pictures)
        return pictures


def test_small_pictures_do_not_wait_until_all_is_loaded(qtbot: QtBot, tmp_path: Path) -> None:
    desk = Desk(qtbot, tmp_path, make=Warming)
    path = tmp_path / "gray.png"
    cv2.imwrite(str(path), np.full((300, 400, 3), GRAY, np.uint8))
    desk.open(path)
    qtbot.waitUntil(lambda: desk.engine.drawn >= len(desk.expression.strip.tiles))
    desk.engine.warm_enough = True
    desk.close()
