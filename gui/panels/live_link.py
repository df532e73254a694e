"""The button by which a rig's head is sent to another program on this machine, as it is drawn; off at every start."""

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from engine.base.errors import EngineError
from engine.base.jobs import single
from engine.base.text import Text
from engine.rig.link import vtube_plugin
from engine.rig.link.protocols import PROTOCOLS
from gui.controls.tip import set_tip
from gui.model.ask import Ask
from gui.model.engine_thread import EngineThread
from gui.style.icons import icon
from gui.words import language
from gui.words.plain import unmarked


class LiveLinkButton(QToolButton):
    """started: called once a link is on, to have the head drawn and so sent."""

    def __init__(self, engine_thread: EngineThread, started: Callable[[], object],
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._thread, self._started = engine_thread, started
        self.setIcon(icon("link"))
        self.setIconSize(QSize(18, 18))
        self.setCheckable(True)
        self.setAccessibleName(self.tr("Live link"))
        self.menu_ = QMenu(self)
        self._choices = QActionGroup(self)
        offered = [(one.id, language.translated("links", one.label)) for one in PROTOCOLS if one.ask is None]
        offered.append((vtube_plugin.ID, language.translated("links", vtube_plugin.LABEL)))
        for name, label in [("", self.tr("Off")), *offered]:
            action = self.menu_.addAction(unmarked(label))
            action.setCheckable(True)
            action.setData(name)
            self._choices.addAction(action)
        self.clicked.connect(self._open)
        self._choices.triggered.connect(self._chosen)
        self._schemas = {one.id: one.schema for one in PROTOCOLS}
        self._schema = ""
        self._asking: Ask[None] | None = None
        self._show("")
        if engine_thread.ready:  # a window before this one, in another language, may have turned it on
            Ask(self, self.tr("Live link"), lambda engine: single(lambda: engine.rigs.linked)) \
                .then(self._found).start(engine_thread)

    def show_schema(self, schema: str) -> None:
        """A rig of this schema is shown from now on: links for another's values cannot be chosen, and end."""
        self._schema = schema
        for action in self._choices.actions():
            action.setEnabled(self._schemas.get(action.data(), "") in ("", schema))
        if self._schemas.get(self._name, "") not in ("", schema):
            self._ask("")
            self._thread.failed.emit(EngineError(
                Text("this link carries the values of a {0} rig, and these are none", self._schemas[self._name]),
                Text("the live link is off")))

    def _found(self, name: str) -> None:
        """A link is on already."""
        self._show(name)
        self.show_schema(self._schema)

    def _open(self) -> None:
        self.setChecked(bool(self._name))  # a click opens the menu and turns nothing
        self.menu_.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _chosen(self, action: QAction) -> None:
        if self._thread.ready:
            self._ask(str(action.data()))
        else:
            self._show(self._name)

    def _ask(self, name: str) -> None:
        self._asking = Ask(self, self.tr("Live link"), lambda engine: engine.rigs.link(name)) \
            .then(lambda _: self._turned(name)).failed(self._refused).cancelled(lambda: self._show("")) \
            .start(self._thread, self._asking)  # the newest choice counts; VTube Studio may take a minute

    def _turned(self, name: str) -> None:
        self._show(name)
        if name:
            self._started()

    def _refused(self, error: EngineError) -> None:
        self._show("")
        self._thread.failed.emit(error)

    def _show(self, name: str) -> None:
        self._name = name
        for action in self._choices.actions():
            action.setChecked(action.data() == name)
        self.setChecked(bool(name))
        set_tip(self, self.tr("The head is sent to other programs on this machine as it moves") if name
                else self.tr("Send the head to an engine on this machine as it moves"))
