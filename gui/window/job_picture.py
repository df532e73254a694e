"""A job's picture so far, as small as the bar under the canvas; larger in its tool tip."""

import base64

import numpy as np
from PySide6.QtCore import QBuffer, QIODevice, QSize, Qt
from PySide6.QtWidgets import QWidget

from gui.controls.label import Label
from gui.controls.tip import set_markup_tip, set_tip
from gui.style.pixels import to_pixmap

SIDE = 24
LARGE = 192


class JobPicture(Label):
    """Hidden while there is no picture."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setFixedSize(QSize(SIDE, SIDE))
        self.setScaledContents(True)
        self.setAccessibleName(self.tr("The picture so far"))
        self.hide()

    def show_picture(self, pixels: np.ndarray) -> None:
        """pixels: (h, w, 3|4) uint8."""
        picture = to_pixmap(pixels)
        smooth = Qt.TransformationMode.SmoothTransformation
        self.setPixmap(picture.scaled(2 * SIDE, 2 * SIDE, Qt.AspectRatioMode.KeepAspectRatio, smooth))
        large = QBuffer()
        large.open(QIODevice.OpenModeFlag.WriteOnly)
        picture.scaled(LARGE, LARGE, Qt.AspectRatioMode.KeepAspectRatio, smooth).save(large, "PNG")
        coded = base64.b64encode(large.data().data()).decode()
        set_markup_tip(self, f'<img src="data:image/png;base64,{coded}">')
        self.show()

    def clear(self) -> None:
        super().clear()
        set_tip(self, "")
        self.hide()
