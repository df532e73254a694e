"""The bar under the canvas: who draws the final picture and how far it is; at the right, how the photo is looked at."""

import numpy as np
from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QMenu, QToolButton, QWidget

from gui.controls.label import Label
from gui.controls.state_line import StateLine
from gui.controls.tip import set_tip
from gui.controls.tool_row import ICON, ToolRow
from gui.model.session import Session
from gui.style.icons import icon
from gui.style.scale import px
from gui.style.theme import tokens
from gui.window.actions import Actions
from gui.window.edge_progress import HEIGHT, EdgeProgress
from gui.window.final_renderer_button import FinalRendererButton
from gui.window.frame_words import FrameWords
from gui.window.job_picture import JobPicture
from gui.window.job_sign import JobSign
from gui.words.plain import one_line

NEAR, FAR = 0.35, 0.5
"""dlib distances between the edited and the original face: below the first it is surely the same person, above the
second other people start to be as near (the model's own threshold is 0.6)."""
MESSAGE_FOR = 5000
"""Milliseconds a passing message stands."""
_STATE = 140
"""Pixels that the words beside the renderer have before buttons go into the menu."""
_WIDE, _ROOMY, _NARROW, _TINY = 800, 700, 500, 360
"""Pixels from which on Cancel is written out, and the identity has a place; below which the renderer is a picture, and
buttons go before words."""


class ViewerBar(QWidget):
    """One line of words says one thing at a time: a passing message, else the job that is waited for, else what the
    picture is. A job also has the thin bar along the upper edge, and Cancel.

    compared: whether the original is to be seen, for as long as the button is held.
    words: what the picture on the canvas is, whatever else is said now.
    """

    compared = Signal(bool)

    def __init__(self, session: Session, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("viewerBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.words, self._message = FrameWords("", "", ""), ""
        self._job = False
        self._identity = ""
        self.sign = JobSign(session.thread_, self)
        self.renderer = FinalRendererButton(session)
        self.state, self.identity, self.picture = StateLine(), Label(), JobPicture()
        self.cancel = QToolButton()
        self.cancel.setIcon(icon("close"))
        self.cancel.setText(self.tr("Cancel"))
        self.cancel.setAccessibleName(self.tr("Cancel"))
        self.cancel.clicked.connect(self.sign.cancel)
        self.progress = EdgeProgress(self)
        self.tools = ToolRow()
        self._fill_tools(actions)
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 4, 6, 3)
        row.setSpacing(6)
        row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # what has no room goes into the menu
        for widget in (self.renderer, self.picture, self.state, self.cancel, self.identity, self.tools):
            row.addWidget(widget, 1 if widget is self.state else 0)
        for hidden in (self.identity, self.cancel, self.progress):
            hidden.hide()
        self._passing = QTimer(self, singleShot=True, interval=MESSAGE_FOR)
        self._passing.timeout.connect(self._pass)
        self.sign.changed.connect(self._tell)
        self.sign.preview.connect(self._show_preview)
        session.message.connect(self.show_message)
        self._tell()

    def _fill_tools(self, actions: Actions) -> None:
        tools = self.tools
        self.compare = QToolButton()
        self.compare.setIcon(icon("compare"))
        self.compare.setIconSize(ICON)
        set_tip(self.compare, self.tr("Hold to see the original (hold \\)"))
        self.compare.setAccessibleName(self.tr("Compare with the original"))
        self.compare.pressed.connect(lambda: self.compared.emit(True))
        self.compare.released.connect(lambda: self.compared.emit(False))
        self.zoom = QToolButton()
        self.zoom.setMinimumWidth(px(52))
        set_tip(self.zoom, self.tr("Zoom"))
        self.zoom.setAccessibleName(self.tr("Zoom"))
        self.zoom.clicked.connect(self._open_zoom)
        self.zoom_menu = QMenu(self)
        for percent in (25, 50, 100, 200, 400):
            self.zoom_menu.addAction(f"{percent} %").setData(percent / 100)
        self.zoom_menu.addSeparator()
        self.zoom_menu.addActions([actions["fit"]])
        tools.add(self.compare)
        for name, rank in (("wipe", 2), ("beside", 3)):
            tools.add_action(actions[name], rank)
        tools.add_action(actions["timeline"], 1)
        tools.add_line()
        tools.add_action(actions["fit"], 1)
        tools.add_action(actions["actual"], 6)
        tools.add_action(actions["zoom out"], 5)
        tools.add(self.zoom)
        tools.add_action(actions["zoom in"], 5)

    # ---- what it says

    def show_state(self, words: FrameWords) -> None:
        """What the picture on the canvas is."""
        self.words = words
        self._tell()

    def show_message(self, text: str) -> None:
        """One passing line."""
        self._message = one_line(text)
        self._passing.start()
        self._tell()

    def _pass(self) -> None:
        self._message = ""
        self._tell()

    def show_identity(self, distance: float | None) -> None:
        """The distance to the original face; None hides the meter."""
        if distance is not None:
            colours = tokens()
            colour = colours.good if distance <= NEAR else colours.warn if distance <= FAR else colours.bad
            self._identity = (self.tr("Looks like the photo") if distance <= NEAR else
                              self.tr("Looks a little different") if distance <= FAR else
                              self.tr("Looks like somebody else"))
            self.identity.set_dotted(colour, self._identity)
            set_tip(self.identity, self.tr(
                "How far the edited face is from the original, by a face recogniser: {0}. Up to {1} it is surely the "
                "same person, above {2} other people are as near.").format(f"{distance:.2f}", NEAR, FAR))
        else:
            self._identity = ""
        self._arrange()

    def show_zoom(self, zoom: float | None) -> None:
        """Screen pixels for each of the photo's; None while there is no photo, and nothing to look at."""
        self.tools.setVisible(zoom is not None)
        self.renderer.setVisible(zoom is not None)
        self.zoom.setText("" if zoom is None else f"{zoom * 100:.0f} %")

    def _tell(self) -> None:
        sign = self.sign
        job = sign.visible
        if self._message:
            self.state.say(self._message)
        elif job:
            self.state.say(sign.text, tokens().accent)
        else:
            self.state.say(*self.words)
        if job != self._job:
            self._job = job
            self.progress.setVisible(job)
            self.cancel.setVisible(job)
            self.picture.clear()
            self._arrange()
        if job:
            self.cancel.setEnabled(sign.ticket is not None and not sign.ticket.cancelling)
            self.progress.show_fraction(sign.fraction)

    def _show_preview(self, pixels: np.ndarray | None) -> None:
        there = self.picture.isVisibleTo(self)
        self.picture.clear() if pixels is None else self.picture.show_picture(pixels)
        if self.picture.isVisibleTo(self) != there:
            self._arrange()

    # ---- how it stands

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Give each its room: the words beside the renderer first, then as many buttons as there is room for."""
        roomy = self.width() >= _ROOMY
        self.progress.setGeometry(0, 0, self.width(), HEIGHT)
        self.cancel.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon if self.width() >= _WIDE
                                       else Qt.ToolButtonStyle.ToolButtonIconOnly)
        self.renderer.set_compact(self.width() < _NARROW)
        self.identity.setVisible(bool(self._identity) and roomy)
        beside = (self.renderer, self.cancel, self.identity, self.picture)
        words = px(_STATE) if self.width() >= _TINY else 0
        taken = sum(widget.sizeHint().width() + 6 for widget in beside if widget.isVisibleTo(self))
        self.tools.fit(self.width() - 22 - taken - words, "" if roomy else self._identity)

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        hint.setWidth(0)
        return hint

    def _open_zoom(self) -> None:
        self.zoom_menu.popup(self.zoom.mapToGlobal(QPoint(0, -self.zoom_menu.sizeHint().height())))


def chosen_zoom(action: QAction) -> float | None:
    """What an entry of the zoom menu stands for, screen pixels for each of the photo's; None for a command."""
    zoom = action.data()
    return zoom if isinstance(zoom, float) else None
