"""The head of the attributes panel: whether the generator can draw this person, how alike, and what to do about it."""

import math

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from engine.generator.inversion.result import Fidelity, Inversion, InversionQuality
from gui.controls.ink import ink
from gui.controls.label import label, set_role
from gui.controls.tip import set_tip
from gui.model.inversions import FaceInversion, Inversions
from gui.style.pixels import to_pixmap
from gui.words.duration import about
from gui.words.engine_texts import shown_error

SIDE, _LOW_SIDE = 64, 50
"""Of a picture, logical pixels, and of one that has little room."""
_HEIGHT, _LOW = 122, 70
"""Of the card, and of one that has little room."""


class FacePair(QWidget):
    """The face in the photo, and beside it as the generator draws it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pictures: list[QPixmap | None] = [None, None]
        self._shown: list[np.ndarray | None] = [None, None]
        self.side = SIDE
        self.set_side(SIDE)
        set_tip(self, self.tr("Left: the photo. Right: what the generator draws."))
        self.setAccessibleName(self.tr("The face in the photo and as the generator draws it"))

    def set_side(self, side: int) -> None:
        """Of each picture, logical pixels."""
        self.side = side
        self.setFixedSize(QSize(2 * side + 4, side))
        self.update()

    def show_pictures(self, source: np.ndarray | None, drawn: np.ndarray | None) -> None:
        """(h, w, 3) uint8 each, None where there is none yet."""
        for place, pixels in enumerate((source, drawn)):
            if pixels is not self._shown[place]:
                self._shown[place] = pixels
                self.pictures[place] = None if pixels is None else to_pixmap(
                    pixels, QSize(SIDE, SIDE), self.devicePixelRatioF())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = ink(self)
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        for place, picture in enumerate(self.pictures):
            box = QRectF(place * (self.side + 4), 0, self.side, self.side)
            clip = QPainterPath()
            clip.addRoundedRect(box, 6, 6)
            painter.fillPath(clip, colours.hover)
            if picture is not None:
                painter.save()
                painter.setClipPath(clip)
                painter.drawPixmap(box, picture, QRectF(picture.rect()))
                painter.restore()


class InversionCard(QFrame):
    """Says how far the chosen face is in the generator; every other feature works whatever it says.

    models_requested: the generator is not on this machine, and somebody wants to get it.
    """

    models_requested = Signal()

    def __init__(self, inversions: Inversions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inversions, self._face, self._low = inversions, -1, False
        self.setProperty("role", "card")
        self.setObjectName("foundCard")
        self.setMinimumHeight(_HEIGHT)  # the knobs below must not move under the hand that begins a search
        self.pair = FacePair()
        self.heading, self.words = label("", "heading"), label("", "dim")
        self.bar = QProgressBar()
        self.bar.setProperty("thin", True)
        self.bar.setTextVisible(False)
        self.find_button, self.refine_button = QPushButton(self.tr("Find this face")), QPushButton(self.tr("Refine"))
        self.get_button, self.cancel_button = QPushButton(self.tr("Get the generator…")), QPushButton(self.tr("Cancel"))
        self.find_button.setProperty("primary", True)
        self.find_button.clicked.connect(lambda: inversions.find(self._face, "draft"))
        self.refine_button.clicked.connect(lambda: inversions.find(self._face, "full"))
        self.cancel_button.clicked.connect(lambda: inversions.cancel(self._face))
        self.get_button.clicked.connect(self.models_requested)
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        for button in (self.get_button, self.find_button, self.refine_button, self.cancel_button):
            if button is self.cancel_button:
                buttons.addStretch(1)  # away from the one it takes over from: a double-click only begins
            button.setAutoDefault(False)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # it goes when it is clicked, and the keys with it elsewhere
            buttons.addWidget(button)
        text = QVBoxLayout()
        text.setSpacing(4)
        for widget in (self.heading, self.words, self.bar):
            text.addWidget(widget)
        text.addStretch(1)
        text.addLayout(buttons)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(10, 10, 10, 10)
        row.setSpacing(12)
        row.addWidget(self.pair, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(text, 1)
        inversions.known.connect(self._show)
        inversions.changed.connect(self._changed)
        self._show()

    def set_low(self, low: bool) -> None:
        """Where there is little room, what is said in the second line is in the tooltip."""
        if low != self._low:
            self._low = low
            self.setMinimumHeight(_LOW if low else _HEIGHT)
            self.pair.set_side(_LOW_SIDE if low else SIDE)
            margin = 8 if low else 10
            self._row.setContentsMargins(margin, margin, margin, margin)
            self._show()

    def show_face(self, face: int) -> None:
        """The chosen face, -1 for none."""
        self._face = face
        self._show()

    def _changed(self, face: int) -> None:
        if face == self._face:
            self._show()

    def _show(self) -> None:
        inversions = self._inversions
        state = inversions.face(self._face) if self._face >= 0 else FaceInversion()
        lacking, searching, inversion = inversions.lacking, state.searching, state.inversion
        possible = inversions.possible and self._face >= 0
        self.pair.setVisible(possible)
        self.pair.show_pictures(state.source, state.picture if searching and state.picture is not None
                                else state.drawn)
        self.get_button.setVisible(lacking is not None)
        at_it = self.find_button.hasFocus() or self.refine_button.hasFocus()
        self.find_button.setVisible(possible and not searching and inversion is None)
        self.find_button.setText(self.tr("Try again") if state.trouble is not None else self.tr("Find this face"))
        self.refine_button.setVisible(possible and not searching and inversion is not None
                                      and not (inversion.quality == "full" and inversion.complete))
        set_tip(self.refine_button, self._how_long(self.tr("Look for a better likeness in the background"), "full"))
        self.cancel_button.setVisible(searching)
        self.cancel_button.setEnabled(state.search is not None and not state.search.ticket.cancelling)
        if at_it and searching:
            self.cancel_button.setFocus()
        self.bar.setVisible(searching)
        fraction = state.search.ticket.fraction if state.search is not None else None
        self.bar.setRange(0, 0 if fraction is None else 1000)
        self.bar.setValue(0 if fraction is None else round(1000 * fraction))
        heading, words, numbers = self._said(state)
        self.heading.setText(heading)
        self.words.setText(words)
        meaning = self.tr("PSNR in dB, higher is nearer. LPIPS, 0 is the same. ID: cosine of a face recogniser's "
                          "numbers, 1 is the same person.")
        for part in (self.heading, self.words, self.pair):
            set_tip(part, "\n".join(line for line in (words if self._low else "", numbers and f"{numbers}\n{meaning}")
                                    if line))
        set_role(self.words, "bad" if state.trouble is not None and not searching else "dim")
        self.words.setVisible(bool(words) and (not self._low or state.trouble is not None))
        self.updateGeometry()

    def _said(self, state: FaceInversion) -> tuple[str, str, str]:
        """Heading, a line, and numbers for those who know the measures; the latter two may be empty."""
        inversions = self._inversions
        if inversions.lacking is not None:
            return (self.tr("These knobs need a face generator"),
                    shown_error(inversions.lacking), "")
        if self._face < 0:
            return self.tr("No face is chosen"), self.tr("Open a photo with a face in it."), ""
        if not inversions.looked:
            return self.tr("The engine is still starting."), "", ""
        if state.searching:
            title = self.tr("Finding the face") if state.quality == "draft" else self.tr("Refining the face")
            waits = self.tr("The knobs take effect when it is found.") if inversions.waits(self._face) else ""
            return f"{title}…", waits, ""  # the bar says how far; the one under the canvas, at what
        if state.trouble is not None:
            return (self.tr("The face was not found"),
                    shown_error(state.trouble), "")
        if state.inversion is None:
            words = self._how_long(self.tr("The generator looks for this face first"), "draft")
            return self.tr("Not found yet"), words, ""
        return (self.tr("Likeness: {0}").format(self._likeness(state.inversion.fidelity)),
                self._state_of(state.inversion), numbers_of(state.inversion.fidelity))

    def _how_long(self, words: str, quality: InversionQuality) -> str:
        """Words, and how long it took here last, if it was ever done."""
        seconds = self._inversions.expected(quality)
        return f"{words}." if seconds is None else f"{words}: {about(seconds)}."

    def _state_of(self, inversion: Inversion) -> str:
        if not inversion.complete:
            return self.tr("The best before it was stopped.")
        return self.tr("Found roughly.") if inversion.quality == "draft" else self.tr("Refined.")

    def _likeness(self, fidelity: Fidelity) -> str:
        words = (self.tr("very good"), self.tr("good"), self.tr("fair"), self.tr("poor"), self.tr("not measured"))
        return words[grade(fidelity)]


def grade(fidelity: Fidelity) -> int:
    """0 very good to 3 poor: the face recogniser's distance where it is known, else LPIPS, else PSNR; 4 for none."""
    if not math.isnan(fidelity.distance):
        value, steps = fidelity.distance, (0.25, 0.4, 0.55)
    elif not math.isnan(fidelity.lpips):
        value, steps = fidelity.lpips, (0.2, 0.3, 0.4)
    elif not math.isnan(fidelity.psnr):
        value, steps = -fidelity.psnr, (-24.0, -21.0, -18.0)
    else:
        return 4
    return sum(not value <= step for step in steps)


def numbers_of(fidelity: Fidelity) -> str:
    """What was measured, as people who know the measures write it."""
    parts = [("{0} dB", fidelity.psnr, 1), ("LPIPS {0}", fidelity.lpips, 2), ("ID {0}", fidelity.identity, 2)]
    return " · ".join(text.format(f"{value:.{digits}f}") for text, value, digits in parts if not math.isnan(value))
