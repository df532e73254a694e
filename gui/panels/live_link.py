"""The button by which a rig's head is sent to another program, as it is drawn: off at every start, and to this machine
unless somebody says yes to another."""

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QInputDialog, QMenu, QToolButton, QWidget

from engine.base.errors import EngineError
from engine.base.jobs import single
from engine.base.text import Text
from engine.rig.link import vtube_plugin
from engine.rig.link.addresses import checked, is_here
from engine.rig.link.protocols import PROTOCOLS
from gui.controls.message import is_sure
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
        self.menu_.addSeparator()
        self._host = ""
        self._where = self.menu_.addAction("")
        self._where.setCheckable(True)
        self._where.triggered.connect(lambda _: self._ask_where())
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
        self._show_possible()
        if self._schemas.get(self._name, "") not in ("", schema):
            self._ask("")
            self._thread.failed.emit(EngineError(
                Text("this link carries the values of a {0} rig, and these are none", self._schemas[self._name]),
                Text("the live link is off")))

    def _show_possible(self) -> None:
        """What would do nothing is grey: links for another rig's values, and to another machine the plugin."""
        for action in self._choices.actions():
            of_rig = self._schemas.get(action.data(), "") in ("", self._schema)
            action.setEnabled(of_rig and not (self._host and action.data() == vtube_plugin.ID))

    def _found(self, linked: tuple[str, str]) -> None:
        """A link is on already."""
        name, self._host = linked
        self._show(name)
        self.show_schema(self._schema)

    # -- where to ----------------------------------------------------------------------------------------------
    def _ask_where(self) -> None:
        """Another machine's address, and whether that is meant; this machine again where it is none."""
        self._show(self._name)
        text, ok = QInputDialog.getText(self, self.tr("Live link"), self.tr(
            "Address of the machine to send to, in numbers; nothing for this one:"), text=self._host)
        if ok:
            self.send_to(text.strip())

    def send_to(self, host: str) -> None:
        """host: an address, "" for this machine. Beyond this machine nothing goes without a yes."""
        if host:
            try:
                host, _ = checked(host, 1, beyond=True)
            except EngineError as error:
                self._thread.failed.emit(error)
                return
        host = "" if host and is_here(host) else host
        if host == self._host or (host and not is_sure(self, self.tr("Live link"), self.tr(
                "Send the head's movement to {0}, beyond this machine? It is not encrypted: whoever listens on the way "
                "can see it.").format(host))):
            return
        self._host = host
        self._show_possible()
        self._show(self._name)
        if self._name:
            self._ask("" if host and self._name == vtube_plugin.ID else self._name)

    def _open(self) -> None:
        self.setChecked(bool(self._name))  # a click opens the menu and turns nothing
        self.menu_.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _chosen(self, action: QAction) -> None:
        if self._thread.ready:
            self._ask(str(action.data()))
        else:
            self._show(self._name)

    def _ask(self, name: str) -> None:
        host = self._host
        self._asking = Ask(self, self.tr("Live link"), lambda engine: engine.rigs.link(name, host)) \
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
        self._where.setChecked(bool(self._host))
        self._where.setText(unmarked(self.tr("To {0}…").format(self._host) if self._host
                                     else self.tr("To another machine…")))
        if name and self._host:
            set_tip(self, self.tr("The head is sent to {0} as it moves").format(self._host))
        else:
            set_tip(self, self.tr("The head is sent to other programs on this machine as it moves") if name
                    else self.tr("Send the head to an engine as it moves"))
