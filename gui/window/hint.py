"""A line over the photo that says how to get back from where one is, and goes by itself."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QWidget

from gui.controls.label import Label
from gui.style.scale import px

MILLISECONDS = 4000
"""How long it stands."""


class Hint(Label):
    """A dark pill with white words at the upper edge of what it lies on; the mouse goes through it."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(parent=over)
        self._over = over
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setStyleSheet(f"color: rgba(255, 255, 255, 235); background: rgba(0, 0, 0, 170); padding: 0 {px(14)}px; "
                           f"border-radius: {px(15)}px;")
        self._timer = QTimer(self, singleShot=True, interval=MILLISECONDS)
        self._timer.timeout.connect(self.hide)
        self.hide()
        over.installEventFilter(self)

    def say(self, text: str) -> None:
        self.setText(text)
        self._place()
        self.show()
        self.raise_()
        self._timer.start()

    def _place(self) -> None:
        width = min(self.sizeHint().width(), self._over.width())
        self.setGeometry((self._over.width() - width) // 2, px(20), width, px(30))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)
