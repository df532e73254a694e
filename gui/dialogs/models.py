"""The models: what each does, its licence and size, whether it is here; get, check, import, remove."""

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from engine.base.jobs import Job, on_thread, single
from engine.models.catalogue import Model, load_catalogue
from engine.models.store import ModelStore
from gui.controls.label import label, set_role
from gui.controls.message import is_sure
from gui.controls.wheel import ScrollArea
from gui.dialogs.job_dialog import JobDialog
from gui.model.ask import Ask
from gui.model.engine_thread import EngineThread
from gui.model.event_steps import EventSteps
from gui.model.lanes import Lane
from gui.model.settings import NETWORK
from gui.words import language
from gui.words.plain import unmarked

_IN_SIGHT = 4
"""Rows that are there when the dialog shows; the others follow, a row an event: all together they take 0.2 s."""


class ModelRow(QFrame):
    """One model and what can be done with it."""

    def __init__(self, model: Model, act: Callable[[str, Model], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = model
        self.setProperty("role", "card")
        self.state = label("", "small")
        self.state.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        self.state.setWordWrap(False)
        title = QHBoxLayout()
        title.addWidget(label(model.title, "heading"), 1)
        title.addWidget(self.state)
        facts = [size_text(model.bytes), model.licence]
        words = QVBoxLayout()
        words.setSpacing(3)
        words.addLayout(title)
        words.addWidget(label(language.translated("models", model.does)))
        words.addWidget(label(" · ".join(facts), "small"))
        if model.needed_by and all(place.startswith("later") for place in model.needed_by):
            words.addWidget(label(self.tr("Not used by this version yet"), "small"))
        if not model.commercial:
            words.addWidget(label(self.tr("Not for commercial use"), "warn"))
        self.get = self._button(self.tr("Get"), lambda: act("get", model))
        self.accept = self._button(self.tr("Agree to the licence…"), lambda: act("get", model))
        self.check = self._button(self.tr("Check"), lambda: act("verify", model))
        self.import_ = self._button(self.tr("Import…"), lambda: act("import", model))
        self.remove = self._button(self.tr("Remove"), lambda: act("remove", model))
        for button, what in ((self.get, self.tr("Get {0}")), (self.check, self.tr("Check {0}")),
                             (self.import_, self.tr("Import {0}")), (self.remove, self.tr("Remove {0}"))):
            button.setAccessibleName(what.format(model.title))
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        for button in (self.get, self.accept, self.check, self.import_, self.remove):
            buttons.addWidget(button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 14, 12)
        layout.setSpacing(8)
        layout.addLayout(words)
        layout.addLayout(buttons)

    def _button(self, text: str, action: Callable[[], None]) -> QPushButton:
        button = QPushButton(unmarked(text))
        button.setAutoDefault(False)
        button.clicked.connect(lambda: action())
        return button

    def show_state(self, present: bool, busy: bool, accepted: bool = True) -> None:
        """accepted: its licence allows commercial use, or somebody agreed to it here."""
        self.state.setText(self.tr("✓ on this machine") if present else self.tr("not here"))
        set_role(self.state, "good" if present else "dim")
        self.get.setVisible(not present)
        self.accept.setVisible(present and not accepted)
        self.accept.setEnabled(not busy)
        self.get.setEnabled(not busy and bool(self.model.sources))
        self.check.setVisible(present)
        self.remove.setVisible(present)
        self.import_.setVisible(not present)
        for button in (self.check, self.remove, self.import_):
            button.setEnabled(not busy)


class ModelsDialog(JobDialog):
    """The catalogue as a list. One thing is done at a time, beside whatever the engine does."""

    def __init__(self, engine_thread: EngineThread, parent: QWidget | None = None,
                 store: ModelStore | None = None) -> None:
        super().__init__("", parent)
        self.setWindowTitle(self.tr("Models"))
        self.resize(620, 560)
        self._thread = engine_thread
        self._store = store if store is not None else ModelStore()
        scroll = ScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        page = QWidget()
        scroll.setWidget(page)
        page.setAutoFillBackground(False)
        scroll.viewport().setAutoFillBackground(False)
        self.body.addWidget(label(self.tr("Kept in {0}").format(self._store.folder), "small"))
        self.body.addWidget(scroll, 1)
        self.body.addWidget(self.report)
        self.body.addWidget(self.job)
        self.rows: dict[str, ModelRow] = {}
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.setSpacing(8)
        self._column.addStretch(1)
        self.job.ended.connect(self.refresh)
        self._scroll, self._page = scroll, page
        self.button(self.tr("Close"), self.reject, default=True).setFocus()
        rows = self._add_rows()
        for _ in range(_IN_SIGHT):
            next(rows)
        self._adding = EventSteps(rows, self)

    def _add_rows(self) -> Iterator[None]:
        """A row a step. Each is made on the page, which is in its place: what goes to another parent is dressed once
        more."""
        for model in load_catalogue():
            row = self.rows[model.id] = ModelRow(model, self._act, self._page)
            self._refresh_row(row)
            self._column.insertWidget(self._column.count() - 1, row)
            yield

    def refresh(self) -> None:
        """Look again at what is here."""
        for row in self.rows.values():
            self._refresh_row(row)

    def _refresh_row(self, row: ModelRow) -> None:
        row.show_state(self._store.present(row.model.id), self.job.busy, self._store.accepted(row.model.id))

    def show_all(self) -> None:
        """Have all rows there now."""
        self._adding.finish()

    def show_model(self, model_id: str) -> None:
        """Scroll to a model; the Enter key then gets it."""
        self.show_all()
        row = self.rows[model_id]
        layout = self.layout()
        if layout is not None:
            layout.activate()
        self._page.adjustSize()
        self._scroll.verticalScrollBar().setValue(row.y() - 8)
        button = row.get if row.get.isVisibleTo(self) else row.accept
        button.setFocus()

    def _act(self, what: str, model: Model) -> None:
        {"get": self.get, "verify": self.check, "import": self.import_file, "remove": self.remove}[what](model)

    def get(self, model: Model) -> None:
        """Download, after asking, once, for each whose licence forbids commercial use; those it requires come too."""
        known = load_catalogue()
        unasked = [one for one in (model, *(known[required] for required in model.requires))
                   if not one.commercial and not self._store.accepted(one.id)]
        licences = "; ".join(one.licence if one is model else f"{one.title}: {one.licence}" for one in unasked)
        if unasked and not self._sure(
                self.tr("Licence"), self.tr("{0} may not be used commercially. Its licence: {1}. Get it all the same?")
                .format(model.title, licences)):
            return
        if self._store.offline:
            allow = self.tr("Downloads are switched off in the settings. Allow them, and get {0}?")
            if not self._sure(self.tr("Network"), allow.format(model.title)):
                return
            NETWORK.set("0")
        unseen = [one.title for one in (model, *(known[required] for required in model.requires))
                  if not self._store.trusted(one.id) and not self._store.present(one.id)]
        if unseen and not self._sure(
                self.tr("Files not known"), self.tr("Nobody who wrote Facewright has seen the files of {0}. What comes "
                                                    "now is kept as right; anything else is refused later. Get it?")
                .format("; ".join(unseen))):
            return
        self._start(self.tr("Getting {0}").format(model.title),
                    lambda: self._store.get(model.id, accept_licence=True, trust=True),
                    self.tr("{0} is here.").format(model.title))

    def check(self, model: Model) -> None:
        """Compare every file with its fingerprint."""
        self._start(self.tr("Checking {0}").format(model.title), lambda: self._store.verify(model.id),
                    self.tr("{0} is sound.").format(model.title))

    def import_file(self, model: Model) -> None:
        title = self.tr("Import {0}").format(model.title)
        if model.pinned:
            path, _ = QFileDialog.getOpenFileName(self, title)
        else:  # used where it lies, so it is asked for whole
            path = QFileDialog.getExistingDirectory(self, title)
        if path:
            self.import_path(model, Path(path))

    def import_path(self, model: Model, path: Path) -> None:
        """Take a file or folder that the user already has; it must be the very one."""
        self._start(self.tr("Importing {0}").format(model.title), lambda: self._store.import_file(model.id, path),
                    self.tr("{0} is here.").format(model.title), importing=model)

    def remove(self, model: Model) -> None:
        if self._sure(self.tr("Models"), self.tr("Remove {0} ({1}) from this machine?")
                      .format(model.title, size_text(model.bytes))):
            self._start(self.tr("Removing {0}").format(model.title),
                        lambda: single(lambda: self._store.remove(model.id)),
                        self.tr("{0} is removed.").format(model.title))

    def _sure(self, title: str, question: str) -> bool:
        return is_sure(self, title, question)

    def _start(self, title: str, make: Callable[[], Job[object]], success: str, importing: Model | None = None) -> None:
        """success: what to say when it ends well."""
        if self.job.busy:
            return
        self.report.hide()
        # On a thread of its own: a server may keep a step waiting for half a minute, and a disk for a while.
        ask = Ask(self, title, lambda: on_thread(make()), lane=Lane.FILES)
        ask.then(lambda _: self._done(success, importing)).failed(self.say_failed)
        self.job.watch(ask.start(self._thread))
        self.refresh()

    def _done(self, success: str, importing: Model | None) -> None:
        if importing is not None and not self._store.present(importing.id):
            self.say(self.tr("Imported; some files of {0} are still missing.").format(importing.title), "warn")
        else:
            self.say(success, "good")


def size_text(size: int) -> str:
    """Bytes in the unit people read: "3.8 MB"."""
    return f"{size / 1e9:.1f} GB" if size >= 1e9 else f"{size / 1e6:.1f} MB" if size >= 1e5 else f"{size / 1e3:.0f} kB"
