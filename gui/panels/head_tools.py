"""The tools of a rig's head, in a row under it or aside of it, and the same as a menu and as keys."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QToolButton, QWidget

from engine.rig.staging import LIGHTS
from gui.controls.context_menu import ContextMenu
from gui.controls.tip import set_tip
from gui.panels.head_show import HeadShow
from gui.style.icons import icon


@dataclass(frozen=True)
class HeadTool:
    """One of them. words: in menus. tip: what it does. key: on the head. on: whether it is; do: told what it is to be.
    needs_face: without one it is grey."""

    id: str
    icon: str
    words: str
    tip: str
    key: Qt.Key
    on: Callable[[], bool]
    do: Callable[[bool], object]
    needs_face: bool = False


class HeadTools(QWidget):
    """keep_wanted: what is set now is to be set aside as A. take_wanted: A's values are to be set."""

    keep_wanted = Signal()
    take_wanted = Signal()

    def __init__(self, show: HeadShow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._show_ = show
        self.tools = (
            HeadTool("turntable", "turntable", self.tr("Turntable"),
                     self.tr("Let the head turn by itself, until a hand takes hold of it"), Qt.Key.Key_T,
                     lambda: show.spinning, show.set_spinning),
            HeadTool("as photo", "as-photo", self.tr("Turned as in the photo"),
                     self.tr("Turn the head as the face in the photo is turned"), Qt.Key.Key_P,
                     lambda: show.linked, show.set_linked, needs_face=True),
            HeadTool("expression", "expression", self.tr("Follow expression"),
                     self.tr("Show the expression that is set on the photo on the head as well"), Qt.Key.Key_E,
                     lambda: show.follow, show.set_follow, needs_face=True),
            HeadTool("wireframe", "wireframe", self.tr("Mesh"), self.tr("Show the head's mesh over it"), Qt.Key.Key_W,
                     lambda: show.staging.wireframe, show.set_wireframe),
            HeadTool("light", "light", self.tr("Light"), self.tr("Choose the light, or drag it to where it is wanted"),
                     Qt.Key.Key_L, lambda: show.moves_light, lambda _: self._open(self.light_menu, "light")),
            HeadTool("compare", "ab", self.tr("Compare"),
                     self.tr("Keep this head as A and see it beside what is set from now on"), Qt.Key.Key_C,
                     lambda: show.split, self._compare),
        )
        self.buttons: dict[str, QToolButton] = {}
        for tool in self.tools:
            button = QToolButton()
            button.setCheckable(True)
            button.setIcon(icon(tool.icon))
            button.setIconSize(QSize(18, 18))
            button.setAccessibleName(tool.words)
            button.setProperty("small", True)
            set_tip(button, f"{tool.tip} ({chr(tool.key.value)})")
            button.clicked.connect(lambda _=False, tool=tool: self._clicked(tool))
            self.buttons[tool.id] = button
        self._grid = QGridLayout(self)
        self._grid.setSpacing(2)
        self._aside = True
        self.set_aside(False)
        compare = self.buttons["compare"]
        compare.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        compare.customContextMenuRequested.connect(lambda _: self._open(self.compare_menu, "compare"))
        show.changed.connect(self.refresh)
        self.refresh()

    def set_aside(self, aside: bool) -> None:
        """In two columns, for the side of a low head; else in one row."""
        if aside == self._aside:
            return
        self._aside = aside
        for place, button in enumerate(self.buttons.values()):
            row, column = divmod(place, 2) if aside else (0, place)
            self._grid.addWidget(button, row + 1, column + 1)  # with what stretches around them
        ends = (0, len(self.buttons) + 1)
        for end in ends:
            self._grid.setColumnStretch(end, int(not aside))
            self._grid.setRowStretch(end, int(aside))
        margins = (2, 2, 2, 2) if aside else (8, 2, 8, 2)
        self._grid.setContentsMargins(*margins)

    def refresh(self) -> None:
        """Light what is on, grey what would do nothing."""
        for tool in self.tools:
            button = self.buttons[tool.id]
            button.setEnabled(self._show_.possible or not tool.needs_face)
            button.setChecked(tool.on() and button.isEnabled())

    def _clicked(self, tool: HeadTool) -> None:
        tool.do(not tool.on())
        self.refresh()  # a click checks the button whatever came of it

    def press(self, key: Qt.Key) -> bool:
        """What a key on the head does; whether it does anything."""
        for tool in self.tools:
            if key == tool.key and self.buttons[tool.id].isEnabled():
                if tool.id == "light":
                    self._show_.next_lamps()
                else:
                    tool.do(not tool.on())
                return True
        return False

    def _compare(self, on: bool) -> None:
        if on and self._show_.kept is None:
            self.keep_wanted.emit()
        else:
            self._show_.set_split(on)

    # -- menus -------------------------------------------------------------------------------------------------
    def _open(self, fill: Callable[[ContextMenu], object], name: str) -> None:
        button = self.buttons[name]
        menu = ContextMenu(button)
        fill(menu)
        high, whole = menu.sizeHint().height(), button.window()
        fits = button.mapTo(whole, QPoint(0, button.height() + high)).y() <= whole.height()
        menu.open_at(button.mapToGlobal(QPoint(0, button.height() if fits else -high)))

    def light_menu(self, menu: ContextMenu) -> None:
        show = self._show_
        words = {"studio": self.tr("Studio light"), "soft": self.tr("Soft light"),
                 "side": self.tr("Hard light from a side")}
        for name in LIGHTS:
            menu.add_check(words[name], partial(self._lamps_chosen, name), show.staging.lamps == name)
        menu.addSeparator()
        menu.add_check(self.tr("Drag moves the light"), show.set_moves_light, show.moves_light)
        moved = bool(show.staging.light_yaw or show.staging.light_pitch)
        menu.add(self.tr("Light where it was"), lambda: show.set_lamps(show.staging.lamps), moved)

    def _lamps_chosen(self, name: str, _: bool) -> None:
        self._show_.set_lamps(name)

    def compare_menu(self, menu: ContextMenu) -> None:
        show = self._show_
        menu.add(self.tr("Keep this head as A"), self.keep_wanted.emit)
        beside = menu.add_check(self.tr("A beside what is set now"), show.set_split, show.split)
        beside.setEnabled(show.kept is not None)
        menu.add(self.tr("Set what A has"), self.take_wanted.emit, show.kept is not None and show.possible)
        menu.add(self.tr("Forget A"), lambda: show.keep(None), show.kept is not None)

    def fill(self, menu: ContextMenu) -> None:
        """All of them, in the head's own menu."""
        menu.addSeparator()
        for tool in self.tools:
            if tool.id not in ("light", "compare"):
                menu.add_check(tool.words, tool.do, tool.on()).setEnabled(self.buttons[tool.id].isEnabled())
        menu.addSeparator()
        self.light_menu(menu)
        menu.addSeparator()
        self.compare_menu(menu)
