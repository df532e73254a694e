"""Settings of the program: how it looks, which language it speaks, how large the preview is, how often it saves."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QWidget

from engine.base.memory_budget import suitable_budget
from gui.controls.label import add_row, label
from gui.controls.wheel import ChoiceBox
from gui.dialogs.job_dialog import Dialog
from gui.model.settings import AUTOSAVE_SECONDS, GRAPHICS, MEMORY_MEGABYTES, NETWORK, PREVIEW_SIDE, Preference
from gui.style.theme import chosen_theme
from gui.words.language import LANGUAGES, chosen_language


class SettingsDialog(Dialog):
    """Nothing changes until OK. Theme and language are told by signals (a parent window with signals of these names
    gets them); the numbers are kept in the settings (`gui.preferences`)."""

    theme_chosen = Signal(str)
    language_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setWindowTitle(self.tr("Settings"))
        self.setMinimumWidth(420)
        for name in ("theme_chosen", "language_chosen"):
            receiver = getattr(parent, name, None)
            if receiver is not None:
                getattr(self, name).connect(receiver)
        self._theme = chosen_theme()
        self._language = chosen_language()
        self.theme_box = _box([("system", self.tr("Like the system")), ("dark", self.tr("Dark")),
                               ("light", self.tr("Light"))], self._theme)
        self.language_box = _box([(code, name if code else self.tr("Like the system")) for code, name in LANGUAGES],
                                 self._language)
        self.preview_box = self._numbers(PREVIEW_SIDE, self.tr("{0} pixels"))
        self.autosave_box = self._numbers(AUTOSAVE_SECONDS, self.tr("every {0} seconds"))
        suitable = self.tr("As much as suits this machine ({0} MB)").format(suitable_budget() >> 20)
        self.memory_box = self._numbers(MEMORY_MEGABYTES, self.tr("{0} MB"), suitable)
        self.graphics_box = _box([("auto", self.tr("The graphics card, where there is one")),
                                  ("software", self.tr("In software")),
                                  ("none", self.tr("In software, without OpenGL (slow)"))], GRAPHICS.value())
        self.online = QCheckBox(self.tr("Models may be downloaded when I ask for them"))
        self.online.setChecked(NETWORK.value() == "0")
        form = QFormLayout()
        form.setVerticalSpacing(10)
        form.setHorizontalSpacing(16)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for text, box in ((self.tr("Theme"), self.theme_box), (self.tr("Language"), self.language_box),
                          (self.tr("Largest preview of a face"), self.preview_box),
                          (self.tr("Save unsaved work"), self.autosave_box),
                          (self.tr("Memory for faces and networks"), self.memory_box),
                          (self.tr("Draw with"), self.graphics_box)):
            box.setAccessibleName(text)
            add_row(form, text, box)
        self.online.setAccessibleName(self.online.text())
        add_row(form, self.tr("Network"), self.online)
        self.body.addLayout(form)
        self.body.addWidget(label(self.tr(
            "Preview size, memory and what draws count from the next start. "
            "Export always draws at the photo's own size."), "small"))
        self.body.addStretch(1)
        self.button(self.tr("Cancel"), self.reject)
        self.button(self.tr("OK"), self.accept, default=True)

    def _numbers(self, preference: Preference, words: str, of_none: str = "") -> ChoiceBox:
        """of_none: what 0 means."""
        return _box([(number, words.format(number) if number else of_none) for number in preference.choices],
                    preference.value())

    def accept(self) -> None:
        for preference, box in ((PREVIEW_SIDE, self.preview_box), (AUTOSAVE_SECONDS, self.autosave_box),
                                (MEMORY_MEGABYTES, self.memory_box)):
            preference.set(box.currentData())
        GRAPHICS.set(self.graphics_box.currentData())
        NETWORK.set("0" if self.online.isChecked() else "1")
        theme, language = self.theme_box.currentData(), self.language_box.currentData()
        super().accept()
        # last: the window may be built anew by either
        if theme != self._theme:
            self.theme_chosen.emit(theme)
        if language != self._language:
            self.language_chosen.emit(language)


def _box(choices: list[tuple], chosen: object) -> ChoiceBox:
    box = ChoiceBox()
    for value, text in choices:
        box.addItem(text, value)
    box.setCurrentIndex(max(0, box.findData(chosen)))
    return box
