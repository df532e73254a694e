"""Which of several faces is edited: a button in the tool bar with a picture of each."""

from PySide6.QtCore import QRect, QSize, Qt, QTimer
from PySide6.QtGui import QAction, QActionGroup, QIcon, QPixmap
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from engine.photo.face import Box
from gui.controls.tip import set_tip
from gui.model.document import ProjectDocument
from gui.model.photo_image import PhotoImage
from gui.style.icons import icon
from gui.words.plain import unmarked

ICON = 36


class FaceChooser(QToolButton):
    """Says which face is chosen and opens a menu of all; hidden while there is nothing to choose."""

    def __init__(self, document: ProjectDocument, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setProperty("menuButton", "true")
        self.setIconSize(QSize(20, 20))
        set_tip(self, self.tr("Choose the face to edit"))
        self.menu_ = QMenu(self)
        self.menu_.setObjectName("faces")
        self.setMenu(self.menu_)
        self.bar_actions: list[QAction] = []
        self._group: QActionGroup | None = None
        self._image: PhotoImage | None = None
        document.selection_changed.connect(self._show)
        document.unplaced_changed.connect(self._fill_again)

    def _fill_again(self) -> None:
        self.set_photo(self._image)

    def let_go(self) -> None:
        """Nobody looks here any more: keep no picture, whoever still keeps this widget."""
        self._image = None

    def set_photo(self, image: PhotoImage | None) -> None:
        """Build the menu for the faces of the document's photo."""
        self._image = image
        self.menu_.clear()
        if self._group is not None:
            self._group.deleteLater()
        self._group = QActionGroup(self)
        photo = self._document.photo
        if photo is not None and image is not None:
            for index, face in enumerate(photo.faces):
                action = self.menu_.addAction(QIcon(face_picture(image, face.box, ICON * 2)),
                                              unmarked(self.tr("Face {0}").format(index + 1)))
                action.setCheckable(True)
                action.setData(index)
                self._group.addAction(action)
            self._offer_unplaced()
        self._group.triggered.connect(self._chosen)
        self.menu_.menuAction().setEnabled(self._has_choice)
        self._show(self._document.selected)

    @property
    def _has_choice(self) -> bool:
        return self._document.face_count > 1 or bool(self._document.unplaced)

    def _offer_unplaced(self) -> None:
        """Faces that are not found any more: what was set on each can be placed on the chosen face."""
        unplaced = self._document.unplaced
        if unplaced:
            self.menu_.addSeparator()
            self.menu_.addAction(self.tr("Not found in the photo any more:")).setEnabled(False)
        for number, state in enumerate(unplaced):
            count = sum(len(values) for _, values in state.merged().values)
            words = self.tr("Place its {0} settings on the chosen face").format(count)
            action = self.menu_.addAction(unmarked(words))
            action.setEnabled(self._document.face_count > 0)
            # Later: the menu that is open is built anew by it.
            action.triggered.connect(lambda _=False, number=number: QTimer.singleShot(
                0, self, lambda: self._document.place(number)))

    def _chosen(self, action: object) -> None:
        self._document.select(action.data())  # type: ignore[attr-defined]

    def _show(self, face: int) -> None:
        count = self._document.face_count
        # A tool bar shows and hides its widgets through the action it made for them.
        for action in self.bar_actions:
            action.setVisible(self._has_choice)
        lost = len(self._document.unplaced)
        words = self.tr("Face {0} of {1}").format(face + 1, count)
        self.setText(" " + (self.tr("{0} · {1} not found").format(words, lost) if lost else words))
        actions = self._group.actions() if self._group is not None else []
        if 0 <= face < len(actions):
            actions[face].setChecked(True)
            self.setIcon(actions[face].icon() if count > 1 else icon("face"))
        else:
            self.setIcon(icon("face"))


def face_picture(image: PhotoImage, box: Box, side: int) -> QPixmap:
    """A square picture of one face."""
    level = image.level(side / max(1.0, box.width))
    scale = level.width() / image.size.width()
    reach = max(box.width, box.height) * 0.6
    x, y = box.centre
    side_there = round(2 * reach * scale)
    area = QRect(round((x - reach) * scale), round((y - reach) * scale), side_there, side_there)
    cut = level.copy(area.intersected(level.rect()))
    return QPixmap.fromImage(cut).scaled(side, side, Qt.AspectRatioMode.KeepAspectRatioByExpanding,
                                         Qt.TransformationMode.SmoothTransformation)
