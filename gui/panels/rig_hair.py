"""The button that says which hair, brows, beard and glasses the game head wears."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from engine.rig.hair.wear import KINDS, NONE, PHOTO, SUGGESTED
from gui.controls.tip import set_tip
from gui.model.rig_wear import offered_wear, remember_wear, remembered_wear
from gui.style.icons import icon
from gui.words.plain import unmarked


class HairButton(QToolButton):
    """Opens a menu with one for each kind. changed: the head is to be drawn anew."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setIcon(icon("hair"))
        self.setIconSize(QSize(18, 18))
        self.setAccessibleName(self.tr("Hair, brows, beard, glasses"))
        set_tip(self, self.tr("What the head wears: the photo's own hair, with the photo's skin, or hair, brows, beard "
                              "and glasses from stock"))
        self.menu_ = QMenu(self)
        self.choices: dict[str, QActionGroup] = {}
        titles, names = self._titles(), self._names()
        for kind in KINDS:
            below = self.menu_.addMenu(unmarked(titles[kind]))
            group = self.choices[kind] = QActionGroup(self)
            for name in offered_wear(kind):
                action = below.addAction(unmarked(names.get(name, name)))
                action.setCheckable(True)
                action.setData((kind, name))
                group.addAction(action)
            group.triggered.connect(self._chosen)
        self.menu_.aboutToShow.connect(self._show)
        self.clicked.connect(lambda: self.menu_.popup(self.mapToGlobal(self.rect().bottomLeft())))
        self._show()

    def _show(self) -> None:
        wear = remembered_wear()
        for group in self.choices.values():
            for action in group.actions():
                kind, name = action.data()
                action.setChecked(wear[kind] == name)

    def _chosen(self, action: QAction) -> None:
        remember_wear(*action.data())
        self.changed.emit()

    def _titles(self) -> dict[str, str]:
        return {"hair": self.tr("Hair"), "brows": self.tr("Brows"), "beard": self.tr("Beard"),
                "glasses": self.tr("Glasses")}

    def _names(self) -> dict[str, str]:
        return {
            PHOTO: self.tr("From the photo"), SUGGESTED: self.tr("What suits the photo"), NONE: self.tr("None"),
            "afro": self.tr("Afro"), "bob": self.tr("Bob"), "bun": self.tr("Bun"), "buzz": self.tr("Buzz cut"),
            "curly": self.tr("Curly"), "long": self.tr("Long"), "ponytail": self.tr("Ponytail"),
            "short": self.tr("Short"), "side-part": self.tr("Side part"), "wavy": self.tr("Wavy"),
            "fine": self.tr("Fine"), "full": self.tr("Full"), "natural": self.tr("Natural"),
            "straight": self.tr("Straight"), "goatee": self.tr("Goatee"), "moustache": self.tr("Moustache"),
            "stubble": self.tr("Stubble"), "rectangular": self.tr("Rectangular"), "round": self.tr("Round"),
        }
