"""Which of several faces is edited: a button in the tool bar with a picture of each."""

from PySide6.QtCore import QRect, QSize, Qt
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
        document.selection_changed.connect(self._show)

    def set_photo(self, image: PhotoImage | None) -> None:
        """Build the menu for the faces of the document's photo."""
        self.menu_.clear()
        self._group = QActionGroup(self)
        photo = self._document.photo
        if photo is not None and image is not None:
            for index, face in enumerate(photo.faces):
                action = self.menu_.addAction(QIcon(face_picture(image, face.box, ICON * 2)),
                                              unmarked(self.tr("Face {0}").format(index + 1)))
                action.setCheckable(True)
                action.setData(index)
                self._group.addAction(action)
        self._group.triggered.connect(self._chosen)
        self._show(self._document.selected)

    def _chosen(self, action: object) -> None:
        self._document.select(action.data())  # type: ignore[attr-defined]

    def _show(self, face: int) -> None:
        count = self._document.face_count
        # A tool bar shows and hides its widgets through the action it made for them.
        for action in self.bar_actions:
            action.setVisible(count > 1)
        self.setText(" " + self.tr("Face {0} of {1}").format(face + 1, count))
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
