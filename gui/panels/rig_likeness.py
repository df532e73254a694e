"""Whether the game head wears the photo's face or plain skin, and how much of it."""

from PySide6.QtCore import QPoint, QSettings, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget

from engine.base.controls import Control
from engine.rig.likeness import PLAIN, HeadLikeness
from gui.controls.row_menu import ValueMenu
from gui.controls.slider import Slider
from gui.controls.tip import set_tip
from gui.controls.value_field import ValueField, join
from gui.model.face_key import FaceKey
from gui.model.face_textures import FaceTextures
from gui.style.scale import px

STRENGTH = Control(id="head.likeness", label="Likeness", group="Rig", minimum=0.0, maximum=100.0, default=100.0,
                   step=5.0, unit="%")


class LikenessRow(QWidget):
    """Plain | Photo, and the strength. Until a face's texture is baked its head is plain.

    changed: the head is to be drawn anew.
    """

    changed = Signal()

    def __init__(self, textures: FaceTextures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._textures, self._settings = textures, QSettings()
        self.plain, self.photo = QToolButton(), QToolButton()
        self.plain.setText(self.tr("Plain"))
        self.photo.setText(self.tr("Photo"))
        set_tip(self.plain, self.tr("The head in plain game skin, as the rig's values alone make it"))
        set_tip(self.photo, self.tr("The head with the skin, eyes and hair of the photo, and what of the face's shape "
                                    "the rig cannot say"))
        self._choice = QButtonGroup(self)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 8, 0)
        row.setSpacing(4)
        for button in (self.plain, self.photo):
            button.setCheckable(True)
            self._choice.addButton(button)
            row.addWidget(button)
        self.strength, self.field = Slider(STRENGTH), ValueField(STRENGTH)
        self.field.setFixedSize(px(48), px(22))
        for widget in (self.strength, self.field):
            widget.setAccessibleName(self.tr("Likeness"))
        set_tip(self.strength, self.tr("How much of the photo's face the head shows over the plain one"))
        join(self.strength, self.field)
        row.addWidget(self.strength, 1)
        row.addWidget(self.field)
        wanted = self._settings.value("rig/photo", "true") in (True, "true")
        (self.photo if wanted else self.plain).setChecked(True)
        self.strength.set_amount(self._remembered())
        self._show()
        self._choice.buttonToggled.connect(lambda _, on: self._chosen() if on else None)
        self.strength.changing.connect(lambda _: self._moved())
        self.strength.changed.connect(lambda _: self._kept())
        self.field.entered.connect(self.strength.apply)
        self.strength.menu_requested.connect(self._menu)
        self.field.menu_requested.connect(self._menu)
        textures.changed.connect(self.changed)

    def _remembered(self) -> float:
        try:
            return min(max(float(str(self._settings.value("rig/likeness", STRENGTH.default))), 0.0), 100.0)
        except ValueError:
            return STRENGTH.default

    def add(self, button: QToolButton) -> None:
        """A button beside the strength."""
        self._row.addWidget(button)

    @property
    def wish(self) -> HeadLikeness:
        """What is chosen, whether it is baked or not."""
        share = self.strength.amount / 100 if self.photo.isChecked() else 0.0
        return HeadLikeness(texture=share, shape=share) if share else PLAIN

    def of(self, face: FaceKey | None) -> HeadLikeness:
        """What the head of a face (None: no face) can wear now."""
        return self.wish if face is not None and self._textures.has(face, self._textures.more(face)) else PLAIN

    def _chosen(self) -> None:
        self._settings.setValue("rig/photo", self.photo.isChecked())
        self._show()
        self.changed.emit()

    def _moved(self) -> None:
        self._show()
        self.changed.emit()

    def _kept(self) -> None:
        self._settings.setValue("rig/likeness", self.strength.amount)
        self._moved()

    def _menu(self, at: QPoint) -> None:
        ValueMenu(self.strength, STRENGTH, self.strength.amount, self.strength.reset, self.strength.apply).open_at(at)

    def _show(self) -> None:
        self.field.show_value(self.strength.amount)
        self.strength.setAccessibleDescription(self.field.text())
        for widget in (self.strength, self.field):
            widget.setEnabled(self.photo.isChecked())
