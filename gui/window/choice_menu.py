"""Menus of which one entry is always ticked: theme, language."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, SignalInstance
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from gui.style.theme import THEMES, chosen_theme
from gui.words.language import LANGUAGES, chosen_language
from gui.words.plain import unmarked


class ChoiceMenu(QMenu):
    """Says each choice in words and emits its value when it is taken."""

    def __init__(self, title: str, words: Mapping[str, str], chosen: str, signal: SignalInstance,
                 parent: QWidget) -> None:
        """words: what the entries say, by value. signal: emitted with the value."""
        super().__init__(title, parent)
        self._signal = signal
        self._group = QActionGroup(self)
        for value, text in words.items():
            action = self.addAction(unmarked(text))
            action.setCheckable(True)
            action.setChecked(value == chosen)
            action.setData(value)
            self._group.addAction(action)
        self._group.triggered.connect(self._taken)

    def _taken(self, action: QAction) -> None:
        self._signal.emit(action.data())


def theme_menu(signal: SignalInstance, parent: QWidget) -> ChoiceMenu:
    """Like the system, dark, light."""
    words = {"system": QCoreApplication.translate("MainWindow", "Like the system"),
             "dark": QCoreApplication.translate("MainWindow", "Dark"),
             "light": QCoreApplication.translate("MainWindow", "Light")}
    return ChoiceMenu(QCoreApplication.translate("MainWindow", "Theme"),
                      {name: words[name] for name in ("system", *THEMES)}, chosen_theme(), signal, parent)


def language_menu(signal: SignalInstance, parent: QWidget) -> ChoiceMenu:
    """Like the system, and every language by its own name."""
    words = {code: name if code else QCoreApplication.translate("MainWindow", "Like the system")
             for code, name in LANGUAGES}
    return ChoiceMenu(QCoreApplication.translate("MainWindow", "Language"), words, chosen_language(), signal, parent)
