"""The button beside the panels' tabs: who draws the final picture; and the small panel it opens, with how."""

from dataclasses import replace

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QIntValidator
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QFrame,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from engine.expression.magicface.background import MaskPolicy
from gui.dialogs.job_dialog import label
from gui.model.final_renderer_choice import GUIDANCE, MOST_SEED, STEPS, FinalChoice
from gui.model.inversions import Inversions
from gui.model.polish import Polish
from gui.model.renderers import LATENT, LIVE, MAGICFACE, renderer_name
from gui.style.icons import icon
from gui.style.theme import tokens
from gui.words.engine_texts import shown, shown_error

_WIDTH = 320


class FinalButton(QToolButton):
    """Says who draws; a click opens the choice below it."""

    models_requested = Signal()

    def __init__(self, choice: FinalChoice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choice = choice
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow after the words
        self.setIcon(icon("chevron-down"))
        self.setIconSize(QSize(14, 14))
        self.setStyleSheet("QToolButton { padding: 3px 6px; }")
        self.setAccessibleName(self.tr("Final picture by"))
        self.panel = FinalPanel(choice, self)
        self.panel.models_requested.connect(self.models_requested)
        self.clicked.connect(self.open)
        choice.changed.connect(self._show)
        choice.known.connect(self._show)
        self._show()

    def open(self) -> None:
        """Show the choice; what is on this machine is looked at again meanwhile."""
        self._choice.check()
        self.panel.fit()
        below = self.mapToGlobal(QPoint(self.width(), self.height() + 2))
        self.panel.move(below - QPoint(self.panel.width(), 0))
        self.panel.show()
        self.panel.radios[self._choice.renderer].setFocus()

    def _show(self) -> None:
        name = renderer_name(self._choice.renderer)
        self.setText(name)
        lacking = self._choice.lacking(self._choice.renderer)
        self.setIcon(icon("chevron-down" if lacking is None else "warning"))
        self.setToolTip(self.tr("Who draws the final picture when your hand rests") if lacking is None
                        else self.tr("{0} cannot draw here: {1}").format(name, shown_error(lacking)))


class FinalPanel(QFrame):
    """The renderers with what each is good for, and MagicFace's settings; everything counts at once."""

    models_requested = Signal()

    def __init__(self, choice: FinalChoice, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._choice = choice
        self.setObjectName("finalPanel")
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setFixedWidth(_WIDTH)
        colours = tokens()
        self.setStyleSheet(f"#finalPanel {{ background: {colours.raised}; border: 1px solid {colours.line_strong}; }}")
        self.radios = {renderer: QRadioButton(renderer_name(renderer)) for renderer in (LIVE, MAGICFACE, LATENT)}
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
        said = {
            LIVE: self.tr("Milliseconds; follows every slider."),
            MAGICFACE: self.tr("A diffusion model redraws the face: seconds on a graphics card, minutes without. "
                               "Twelve action units, both sides alike."),
            LATENT: self.tr("A face generator finds the expression in its own faces: seconds. The units that were "
                            "measured to come out well, both sides alike; the face is found first."),
        }
        for renderer, radio in self.radios.items():
            column.addWidget(radio)
            column.addWidget(_said(said[renderer]))
            self.lacking[renderer].setContentsMargins(24, 0, 0, 0)
            column.addWidget(self.lacking[renderer])
            if renderer == LIVE:
                column.addLayout(self._polish_rows())
            if renderer == MAGICFACE:
                column.addWidget(self._form())
            column.addSpacing(4)
            radio.clicked.connect(lambda _=False, renderer=renderer: choice.choose(renderer))
        column.addWidget(self.models, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.notes)
        choice.changed.connect(self._show)
        choice.known.connect(self._show)
        self._show()

    def _polish_rows(self) -> QVBoxLayout:
        self.polish.setToolTip(self.tr("The generator draws this person with closed eyes, smiling and at rest; the "
                                       "puppet blends that in. It takes half a minute in the background."))
        rows = QVBoxLayout()
        rows.setContentsMargins(24, 0, 0, 0)
        rows.setSpacing(2)
        rows.addWidget(self.polish)
        rows.addWidget(self.polish_words)
        return rows

    def set_polish(self, polish: Polish, inversions: Inversions) -> None:
        """Whose setting the box shows."""
        self._polish, self._inversions = polish, inversions
        self.polish.clicked.connect(polish.set_wanted)
        polish.changed.connect(self._show_polish)
        inversions.known.connect(self._show_polish)
        self._show_polish()

    def _show_polish(self) -> None:
        polish, lacking = self._polish, self._inversions.lacking
        self.polish.setChecked(polish.wanted)
        self.polish.setEnabled(lacking is None or polish.wanted)
        report = polish.report()
        if lacking is not None:
            lines = [shown(lacking.message)]
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

    def _form(self) -> QWidget:
        self.form = QWidget()
        form = QFormLayout(self.form)
        form.setContentsMargins(24, 4, 0, 4)
        form.setVerticalSpacing(6)
        form.setHorizontalSpacing(12)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        as_published = self.tr("{0} (as published)")
        self.steps, self.guidance, self.redraws = QComboBox(), QComboBox(), QComboBox()
        for steps in STEPS:
            self.steps.addItem(as_published.format(steps) if steps == 50 else str(steps), steps)
        for guidance, words in zip(GUIDANCE, (as_published, self.tr("{0} (as in the paper)")), strict=True):
            self.guidance.addItem(words.format(guidance), guidance)
        self.redraws.addItem(self.tr("the whole person"), MaskPolicy.PERSON)
        self.redraws.addItem(self.tr("the face only"), MaskPolicy.FACE)
        self.redraws.setToolTip(self.tr("The face only keeps hair, ears and clothes as they are: "
                                     "try it when the person is no longer the same."))
        self.seed = QLineEdit()
        self.seed.setValidator(QIntValidator(0, MOST_SEED, self.seed))
        self.seed.setToolTip(self.tr("Another number draws another picture of the same expression."))
        for text, field in ((self.tr("Steps"), self.steps), (self.tr("Guidance"), self.guidance),
                            (self.tr("Redraws"), self.redraws), (self.tr("Seed"), self.seed)):
            field.setAccessibleName(text)
            form.addRow(text, field)
        for box in (self.steps, self.guidance, self.redraws):
            box.activated.connect(self._take)
        self.seed.editingFinished.connect(self._take)
        return self.form

    def show_notes(self, notes: tuple[str, ...]) -> None:
        """What the renderer said of how it drew last."""
        self.notes.setText("\n".join(notes))
        self.notes.setVisible(bool(notes))

    def _show(self) -> None:
        choice, settings = self._choice, self._choice.settings
        for renderer, radio in self.radios.items():
            lacking = choice.lacking(renderer)
            words = shown_error(lacking) if lacking is not None else \
                "" if choice.looked or renderer == LIVE else self.tr("The engine is still starting.")
            radio.setChecked(choice.renderer == renderer)
            radio.setEnabled(choice.possible(renderer))
            radio.setToolTip(words)
            self.lacking[renderer].setText(words)
            self.lacking[renderer].setVisible(lacking is not None)
        self.models.setVisible(any(choice.lacking(renderer) is not None for renderer in self.radios))
        self.form.setVisible(choice.drawing == MAGICFACE)
        for box, value in ((self.steps, settings.steps), (self.guidance, settings.guidance)):
            box.setCurrentIndex(box.findData(value))
        self.redraws.setCurrentIndex([MaskPolicy.PERSON, MaskPolicy.FACE].index(settings.mask))
        self.seed.setText(str(settings.seed))
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
        self.resize(_WIDTH, column.totalHeightForWidth(_WIDTH))

    def _take(self, *_: object) -> None:
        settings = self._choice.settings
        seed = int(self.seed.text()) if self.seed.hasAcceptableInput() else settings.seed
        mask = (MaskPolicy.PERSON, MaskPolicy.FACE)[self.redraws.currentIndex()]
        self._choice.change(replace(settings, steps=self.steps.currentData(), guidance=self.guidance.currentData(),
                                    mask=mask, seed=seed))

    def _models(self) -> None:
        self.hide()
        self.models_requested.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        self._take()  # a number still being typed counts
        super().hideEvent(event)


def _said(text: str) -> QLabel:
    """Small words under a choice, in line with it."""
    made = label(text, "small")
    made.setContentsMargins(24, 0, 0, 0)
    made.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
    return made
