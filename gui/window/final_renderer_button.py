"""The button under the canvas: who draws the final picture; and the small panel it opens, with how."""

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QPushButton,
    QRadioButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from engine.render.request import Frame
from engine.systems import RENDERERS
from gui.controls.label import Label, label
from gui.controls.tip import set_tip
from gui.model.session import Session
from gui.style.icons import icon
from gui.style.scale import px
from gui.style.theme import tokens
from gui.window.renderer_form import RendererForm
from gui.words.device import device_name
from gui.words.engine_texts import sentence, shown, shown_error
from gui.words.language import translated
from gui.words.plain import unmarked
from gui.words.renderers import renderer_name

_WIDTH = 320


class FinalRendererButton(QToolButton):
    """Says who draws; a click opens the choice over it."""

    models_requested = Signal()
    engine_requested = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        choice = self._choice = session.choice
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow after the words
        self._compact = False
        self.setStyleSheet("QToolButton { padding: 3px 6px; }")
        self.setAccessibleName(self.tr("Final picture by"))
        self._session = session
        self._panel: FinalRendererPanel | None = None
        self.clicked.connect(self.open)
        choice.changed.connect(self._show)
        choice.known.connect(self._show)
        self._show()

    @property
    def panel(self) -> "FinalRendererPanel":
        """What it opens."""
        return self._panel if self._panel is not None else self.make_panel()

    def make_panel(self) -> "FinalRendererPanel":
        """For whoever made the button, when there is time: it takes as long as one of the window's panels."""
        self._panel = FinalRendererPanel(self._session, self)
        self._panel.models_requested.connect(self.models_requested)
        self._panel.engine_requested.connect(self.engine_requested)
        return self._panel

    def drop_panel(self) -> None:
        """Nobody looks at it now; it is made anew when it is asked for again."""
        if self._panel is not None:
            self._panel.deleteLater()
            self._panel = None

    def open(self) -> None:
        """Show the choice; what is on this machine is looked at again meanwhile."""
        self._choice.check()
        self.panel.fit()
        self._place()
        self.panel.show()
        self.panel.fit()  # shown for the first time it is dressed, and may need more room
        self._place()
        self.panel.radios[self._choice.renderer].setFocus()

    def set_compact(self, compact: bool) -> None:
        """Without its words, where there is no room for them."""
        if compact != self._compact:
            self._compact = compact
            self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly if compact
                                    else Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            self._show()

    def _place(self) -> None:
        """Over the button, as a whole on the screen."""
        corner, screen = self.mapToGlobal(QPoint(0, -2)), self.screen().availableGeometry()
        lowest = max(screen.top(), screen.bottom() + 1 - self.panel.height())
        rightmost = max(screen.left(), screen.right() + 1 - self.panel.width())
        self.panel.move(min(max(corner.x(), screen.left()), rightmost),
                        min(max(corner.y() - self.panel.height(), screen.top()), lowest))

    def _show(self) -> None:
        name = renderer_name(self._choice.renderer)
        self.setText(unmarked(name))
        lacking = self._choice.lacking(self._choice.renderer)
        self.setIcon(icon("warning" if lacking is not None else "expression" if self._compact else "chevron-up"))
        self.setIconSize(QSize(18, 18) if self._compact else QSize(14, 14))
        set_tip(self, self.tr("Who draws the final picture when your hand rests") if lacking is None
                        else self.tr("{0} cannot draw here: {1}").format(name, shown_error(lacking)))


class FinalRendererPanel(QFrame):
    """The renderers with what each is good for, and their settings; everything counts at once."""

    models_requested = Signal()
    engine_requested = Signal()

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        choice = self._choice = session.choice
        self._polish, self._inversions = session.polish, session.inversions
        self.setObjectName("finalPanel")
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setFixedWidth(px(_WIDTH))
        colours = tokens()
        self.setStyleSheet(f"#finalPanel {{ background: {colours.raised}; border: 1px solid {colours.line_strong}; }}")
        self.radios = {renderer: QRadioButton(unmarked(renderer_name(renderer))) for renderer in RENDERERS}
        self.forms: dict[str, RendererForm] = {}
        self.lacking = {renderer: label("", "warn") for renderer in self.radios}
        self.notes = label("", "small")
        self.polish = QCheckBox(self.tr("Polish"))
        self.polish_words = _said("")
        self.models = QPushButton(self.tr("Models…"))
        self.models.clicked.connect(self._models)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(6)
        column.addWidget(label(self.tr("Final picture by"), "heading"))
        for renderer, radio in self.radios.items():
            column.addWidget(radio)
            column.addWidget(_said(translated("renderers", RENDERERS[renderer].help)))
            self.lacking[renderer].setContentsMargins(24, 0, 0, 0)
            column.addWidget(self.lacking[renderer])
            if RENDERERS[renderer].live:
                column.addLayout(self._polish_rows())
            if len(RENDERERS[renderer].settings):
                self.forms[renderer] = RendererForm(renderer, choice)
                column.addWidget(self.forms[renderer])
            column.addSpacing(4)
            radio.clicked.connect(lambda _=False, renderer=renderer: choice.choose(renderer))
        column.addWidget(self.models, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.notes)
        self.device = QPushButton()
        self.device.setProperty("flat", "true")
        self.device.setStyleSheet("padding-left: 0;")  # in line with what stands above it
        self.device.clicked.connect(self._engine)
        column.addWidget(self.device, 0, Qt.AlignmentFlag.AlignLeft)
        session.device_known.connect(self._show_device)
        self._show_device(session.device)
        choice.changed.connect(self._show)
        choice.known.connect(self._show)
        self.polish.clicked.connect(self._polish.set_wanted)
        self._polish.changed.connect(self._show_polish)
        self._inversions.known.connect(self._show_polish)
        session.final.drawn.connect(self._drawn)
        self._show()
        self._show_polish()

    def _polish_rows(self) -> QVBoxLayout:
        set_tip(self.polish, self.tr("The generator draws this person with closed eyes, smiling and at rest; the "
                                       "puppet blends that in. It works in the background."))
        rows = QVBoxLayout()
        rows.setContentsMargins(24, 0, 0, 0)
        rows.setSpacing(2)
        rows.addWidget(self.polish)
        rows.addWidget(self.polish_words)
        return rows

    def _show_polish(self) -> None:
        polish, lacking = self._polish, self._inversions.lacking
        self.polish.setChecked(polish.wanted)
        self.polish.setEnabled(lacking is None or polish.wanted)
        report = polish.report()
        if lacking is not None:
            lines = [sentence(lacking.message)]
        elif polish.busy:
            lines = [self.tr("Working…")]
        elif polish.wanted and polish.failed:
            lines = [self.tr("It did not come to an end. Switch it off and on to try again.")]
        elif polish.wanted and report is not None:
            lines = [*(f"✓ {self._key_name(kind)}" for kind in report.keys),
                     *(self.tr("– {0}: {1}").format(self._key_name(kind), shown(why))
                       for kind, why in report.refused.items())] or [self.tr("Nothing to polish on this face.")]
        else:
            lines = []
        self.polish_words.setText("\n".join(lines))
        self.polish_words.setVisible(bool(lines))
        self._fit()

    def _key_name(self, kind: str) -> str:
        return {"closed-eyes": self.tr("closed eyes"), "smile": self.tr("smile"), "neutral": self.tr("at rest")}[kind]

    def _drawn(self, frame: Frame) -> None:
        """What the renderer said of how it drew last."""
        self.notes.setText("\n".join(map(sentence, frame.notes)))
        self.notes.setVisible(bool(frame.notes))

    def _show(self) -> None:
        choice = self._choice
        for renderer, radio in self.radios.items():
            lacking = choice.lacking(renderer)
            words = shown_error(lacking) if lacking is not None else \
                "" if choice.looked or RENDERERS[renderer].live else self.tr("The engine is still starting.")
            radio.setChecked(choice.renderer == renderer)
            radio.setEnabled(choice.possible(renderer))
            set_tip(radio, words)
            self.lacking[renderer].setText(words)
            self.lacking[renderer].setVisible(lacking is not None)
        self.models.setVisible(any(choice.lacking(renderer) is not None for renderer in self.radios))
        for renderer, form in self.forms.items():
            form.setVisible(choice.drawing == renderer)
        self.notes.setVisible(bool(self.notes.text()))
        self._fit()

    def _fit(self) -> None:
        if self.isVisible():
            self.fit()

    def fit(self) -> None:
        """As high as the words need at this width."""
        column = self.layout()
        assert column is not None
        column.activate()
        self.resize(self.width(), column.totalHeightForWidth(self.width()))

    def _show_device(self, text: str) -> None:
        """The device in few words; all of them are in the tooltip."""
        self.device.setText(unmarked(self.tr("Drawn with: {0}").format(device_name(text) or self.tr("Starting…"))))
        set_tip(self.device, self.tr("The engine draws with: {0}").format(text) if text else "")

    def _engine(self) -> None:
        self.hide()
        self.engine_requested.emit()

    def _models(self) -> None:
        self.hide()
        self.models_requested.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        for form in self.forms.values():
            form.take()  # a number still being typed counts
        super().hideEvent(event)


def _said(text: str) -> Label:
    """Small words under a choice, in line with it."""
    made = label(text, "small")
    made.setContentsMargins(24, 0, 0, 0)
    made.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
    return made
