"""Who made what: the program's version, its licence, and the work it stands on."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from engine.base.version import VERSION
from gui.controls.label import Label, label
from gui.dialogs.job_dialog import Dialog
from gui.style.icons import pixmap

CREDITS = (
    ("MakeHuman hm08", "head mesh and shape targets", "CC0"),
    ("MediaPipe Face Landmarker", "landmarks, blendshapes, head pose", "Apache-2.0"),
    ("dlib", "identity meter", "Boost; model CC0"),
    ("Qt for Python", "the window", "LGPL-3.0"),
    ("OpenCV", "picture processing", "Apache-2.0"),
    ("NumPy, SciPy", "mathematics", "BSD-3-Clause"),
    ("ModernGL", "drawing on the graphics card", "MIT"),
    ("PyTorch", "trained models", "BSD-3-Clause"),
)


class AboutDialog(Dialog):
    """Version, licence, credits."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setWindowTitle(self.tr("About Facewright"))
        self.resize(560, 470)
        sign = Label()
        sign.setPixmap(pixmap("facewright", 56, self.devicePixelRatioF()))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(label("Facewright", "title"))
        words.addWidget(label(self.tr("Version {0}").format(VERSION), "small"))
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(sign)
        head.addLayout(words, 1)
        self.body.addLayout(head)
        self.body.addWidget(label(self.tr(
            "A face editor: expressions on photographs, and the same face on a game character's rig. "
            "Free software under the Apache License 2.0. Your pictures stay on this machine.")))
        self.credits = QTextBrowser()
        built_on = self.tr("Built on")
        self.credits.setAccessibleName(built_on)
        self.credits.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        rows = "".join(f"<tr><td><b>{name}</b></td><td style='padding-left:12px'>{self._does(text)}</td>"
                       f"<td style='padding-left:12px'>{licence}</td></tr>" for name, text, licence in CREDITS)
        self.credits.setHtml(f"<p>{built_on}</p><table cellpadding='2'>{rows}</table>")
        self.body.addWidget(self.credits, 1)
        self.button(self.tr("Close"), self.accept, default=True).setFocus()

    def _does(self, text: str) -> str:
        return {
            "head mesh and shape targets": self.tr("head mesh and shape targets"),
            "landmarks, blendshapes, head pose": self.tr("landmarks, blendshapes, head pose"),
            "identity meter": self.tr("identity meter"),
            "the window": self.tr("the window"),
            "picture processing": self.tr("picture processing"),
            "mathematics": self.tr("mathematics"),
            "drawing on the graphics card": self.tr("drawing on the graphics card"),
            "trained models": self.tr("trained models"),
        }[text]
