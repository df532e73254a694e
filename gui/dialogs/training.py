"""Teaching a network of a rig: from which database, into which folder; its curve and its pictures while it learns."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QFileDialog, QGridLayout, QLineEdit, QPushButton, QWidget

from engine.base.jobs import Job, Progress
from engine.rig.training.asked import NETWORKS, begun_in, train_in_child
from engine.rig.training.shown import read_curve
from gui.controls.label import label
from gui.controls.wheel import ChoiceBox, NumberBox
from gui.dialogs.job_dialog import JobDialog
from gui.dialogs.training_curve import TrainingCurve
from gui.model.ask import Ask
from gui.model.engine_thread import EngineThread
from gui.model.lanes import Lane, Rank
from gui.style.scale import px

_MOST_STEPS = 10_000_000

Training = Callable[[str, Path, Path, int | None], Job[dict[str, Any]]]
"""See `train_in_child`."""


class TrainingDialog(JobDialog):
    """It stands beside the window. Closed, or stopped, the training keeps what it has learnt and can be gone on with.

    train: what trains.
    """

    def __init__(self, engine_thread: EngineThread, parent: QWidget | None = None,
                 train: Training = train_in_child) -> None:
        super().__init__("", parent)
        self.setWindowTitle(self.tr("Train a rig's network"))
        self._thread, self._train, self._settings = engine_thread, train, QSettings()
        self.network = ChoiceBox()
        self.network.setAccessibleName(self.tr("Network"))
        words = {"small": self.tr("Imitator, small (256 pixels)"), "draft": self.tr("Imitator, draft (128 pixels)"),
                 "published": self.tr("Imitator, as published (512 pixels)"),
                 "regressor": self.tr("Regressor: values at one look")}
        for name in NETWORKS:
            self.network.addItem(words[name], name)
        self.database = self._folder("folders/training-database", self.tr("Database"))
        self.folder = self._folder("folders/training", self.tr("Training folder"))
        self.steps = NumberBox()
        self.steps.setRange(0, _MOST_STEPS)
        self.steps.setSpecialValueText(self.tr("as usual"))
        self.steps.setAccessibleName(self.tr("Steps"))
        self.curve = TrainingCurve()
        self.picture = label("")
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.picture.setAccessibleName(self.tr("What it has learnt: above what was to be drawn, below what it draws"))
        self.picture.setMinimumHeight(px(140))
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        for row, (name, field) in enumerate(((self.tr("Network"), self.network), (self.tr("Database"), self.database),
                                             (self.tr("Training folder"), self.folder),
                                             (self.tr("Steps"), self.steps))):
            grid.addWidget(label(name), row, 0)
            grid.addWidget(field, row, 1)
        for row, line in ((1, self.database), (2, self.folder)):
            browse = QPushButton(self.tr("Browse…"))
            browse.setAutoDefault(False)
            browse.clicked.connect(lambda _=False, line=line: self._browse(line))
            grid.addWidget(browse, row, 2)
        grid.setColumnStretch(1, 1)
        self.body.addLayout(grid)
        self.body.addWidget(self.curve, 1)
        for widget in (self.picture, self.report, self.job):
            self.body.addWidget(widget)
        self.job.cancel.setText(self.tr("Stop"))
        self.job.ended.connect(self._look_again)
        self.database.textChanged.connect(lambda _: self._update())
        self.folder.textChanged.connect(lambda _: self._look_again())
        self.button(self.tr("Close"), self.reject)
        self.start_button = self.button(self.tr("Start"), self.start, default=True)
        self._look_again()

    def start(self) -> None:
        """Begin, or go on with what the folder holds."""
        database, folder = Path(self.database.text()), Path(self.folder.text())
        self._settings.setValue("folders/training-database", str(database))
        self._settings.setValue("folders/training", str(folder))
        network, steps, train = self.network.currentData(), self.steps.value() or None, self._train
        self.report.hide()
        self.curve.show_curve(read_curve(folder))
        ask = Ask(self, self.tr("Training"), lambda: train(network, database, folder, steps), Rank.PATIENT, folder,
                  lane=Lane.PROCESSES)
        ask.then(self._trained).failed(self.say_failed).progress(self._progress)
        ask.cancelled(lambda: self.say(self.tr("Stopped. What it has learnt is kept."), "small"))
        self.job.watch(ask)
        ask.start(self._thread)
        self._update()

    def _progress(self, progress: Progress) -> None:
        if progress.preview is None:
            return
        pixels = np.ascontiguousarray(progress.preview[..., :3])
        image = QImage(pixels.data, pixels.shape[1], pixels.shape[0], 3 * pixels.shape[1],
                       QImage.Format.Format_RGB888).copy()
        room = self.picture.size().expandedTo(self.picture.minimumSize())
        self.picture.setPixmap(QPixmap.fromImage(image).scaled(room, Qt.AspectRatioMode.KeepAspectRatio,
                                                               Qt.TransformationMode.SmoothTransformation))
        self.curve.show_curve(read_curve(Path(self.folder.text())))

    def _trained(self, ended: dict[str, Any]) -> None:
        self.curve.show_curve(read_curve(Path(self.folder.text())))
        self.say(self.tr("Learnt, {0} steps: {1}").format(ended["steps"], ended["file"]), "good")

    def _folder(self, key: str, name: str) -> QLineEdit:
        line = QLineEdit(str(self._settings.value(key, "")))
        line.setAccessibleName(name)
        return line

    def _browse(self, line: QLineEdit) -> None:
        folder = QFileDialog.getExistingDirectory(self, line.accessibleName(), line.text())
        if folder:
            line.setText(folder)

    def _look_again(self) -> None:
        """Another folder, or another end: what it holds is read."""
        folder = self.folder.text()
        self._begun = begun_in(Path(folder)) if folder else ""
        self.curve.show_curve(read_curve(Path(folder)) if self._begun else [])
        if self._begun:
            self.network.setCurrentIndex(self.network.findData(self._begun))
        self._update()

    def _update(self) -> None:
        begun = self._begun
        self.start_button.setText(self.tr("Go on") if begun else self.tr("Start"))
        self.start_button.setEnabled(not self.job.busy and bool(self.folder.text())
                                     and bool(begun or self.database.text()))
        for field in (self.network, self.database, self.steps):
            field.setEnabled(not self.job.busy and not begun)
        self.folder.setEnabled(not self.job.busy)
