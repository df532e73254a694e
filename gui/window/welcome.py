"""What an empty canvas shows: drop something here, open something, go on with something, or try the sample."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QImageReader, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from engine.photo.picture_kinds import PICTURE_LABELS
from gui.controls.label import Label
from gui.controls.tip import set_tip
from gui.controls.wheel import ScrollArea
from gui.model.recent import distinct_names, thumbnail
from gui.style.icons import icon, pixmap
from gui.style.theme import tokens
from gui.words.plain import one_line, unmarked

CARD = 104
"""Side of a picture card, logical pixels."""

MOST_CARDS = 5


class PictureCard(QToolButton):
    """A small picture with a name under it that opens a file."""

    def __init__(self, path: Path, picture: QImage, caption: str, folder: str = "") -> None:
        """folder: by which it is told from another of the same name."""
        super().__init__()
        self.path = path
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        self.setIconSize(QSize(CARD, CARD))
        self.setIcon(_rounded(picture, CARD, self.devicePixelRatioF()))
        lines = [one_line(line) for line in (caption, folder) if line]
        self.setText("\n".join(unmarked(self.fontMetrics().elidedText(line, Qt.TextElideMode.ElideMiddle, CARD))
                               for line in lines))
        set_tip(self, str(path))
        self.setAccessibleName(", ".join(lines))
        self.setCursor(Qt.CursorShape.PointingHandCursor)


class Welcome(QWidget):
    """The page before a photo is open. The whole page takes drops; the window handles them."""

    open_requested = Signal()
    path_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dropping = False
        self.mark = Label()
        self.mark.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.title = Label(self.tr("Drop a portrait here"))
        self.title.setProperty("role", "title")
        self.title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.hint = Label(self.tr("A picture ({0}) or a Facewright project").format(PICTURE_LABELS))
        self.hint.setProperty("role", "dim")
        self.hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.hint.setWordWrap(True)
        self.open_button = QPushButton(self.tr("Open…"))
        self.open_button.setProperty("primary", "true")
        self.open_button.setIcon(icon("open", tokens().on_accent))
        self.open_button.setIconSize(QSize(18, 18))
        self.open_button.clicked.connect(self.open_requested)
        self._shelves = QVBoxLayout()
        self._shelves.setSpacing(20)
        button_row = QHBoxLayout()
        button_row.addStretch(1)
        button_row.addWidget(self.open_button)
        button_row.addStretch(1)
        page = QWidget()
        area = ScrollArea()  # a small window is lower than all of it
        area.setWidgetResizable(True)
        area.setFrameShape(ScrollArea.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(page)
        page.setAutoFillBackground(False)
        area.viewport().setAutoFillBackground(False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 20, 20, 20)
        whole.addWidget(area)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(28, 20, 28, 20)
        layout.setSpacing(8)
        layout.addStretch(3)
        layout.addWidget(self.mark)
        layout.addSpacing(8)
        layout.addWidget(self.title)
        layout.addWidget(self.hint)
        layout.addSpacing(8)
        layout.addLayout(button_row)
        layout.addSpacing(20)
        layout.addLayout(self._shelves)
        layout.addStretch(4)
        self.mark.setPixmap(pixmap("drop", 56, self.devicePixelRatioF(), tokens().text_faint))

    def set_files(self, recent: Sequence[Path], samples: Sequence[Path]) -> None:
        """Fill the shelves anew."""
        while self._shelves.count():
            item = self._shelves.takeAt(0)
            shelf = item.widget() if item is not None else None
            if shelf is not None:
                shelf.hide()
                shelf.deleteLater()
        shown = recent[:MOST_CARDS]
        cards = [PictureCard(path, thumbnail(path), *words) for path, words in zip(shown, distinct_names(shown),
                                                                                   strict=True)]
        if cards:
            self._add_shelf(self.tr("Recent"), cards)
        known = set(recent)
        cards = [PictureCard(path, _read_small(path), self._sample_name(path)) for path in samples
                 if path not in known][:MOST_CARDS if not recent else 0 if len(recent) >= MOST_CARDS else 1]
        if cards:
            self._add_shelf(self.tr("Start with a sample"), cards)

    def _sample_name(self, path: Path) -> str:
        """What a picture that comes with the program shows."""
        names = {"neutral": self.tr("Neutral"), "smile": self.tr("Smile"), "half-smile": self.tr("Half smile")}
        return names.get(path.stem, path.stem)

    def set_dropping(self, dropping: bool) -> None:
        """Something is held over the window."""
        self._dropping = dropping
        self.update()

    def _add_shelf(self, title: str, cards: Sequence[PictureCard]) -> None:
        shelf = QWidget()
        label = Label(title)
        label.setProperty("role", "small")
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        for card in cards:
            card.clicked.connect(lambda _=False, path=card.path: self.path_chosen.emit(path))
            row.addWidget(card, 0, Qt.AlignmentFlag.AlignTop)  # some have two lines below the picture
        row.addStretch(1)
        column = QVBoxLayout(shelf)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(label)
        column.addLayout(row)
        shelf.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._shelves.addWidget(shelf)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = tokens()
        painter.fillRect(self.rect(), QColor(colours.window))
        area = QRectF(self.rect()).adjusted(16.5, 16.5, -16.5, -16.5)
        pen = QPen(QColor(colours.accent if self._dropping else colours.line_strong), 2.0 if self._dropping else 1.2)
        pen.setDashPattern([5, 5])
        painter.setPen(pen)
        painter.setBrush(QColor(colours.accent_soft) if self._dropping else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(area, 14, 14)


def _read_small(path: Path) -> QImage:
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid():
        reader.setScaledSize(size.scaled(QSize(320, 320), Qt.AspectRatioMode.KeepAspectRatioByExpanding))
    return reader.read()


def _rounded(picture: QImage, side: int, ratio: float) -> QPixmap:
    """The middle square of a picture with round corners, or a placeholder."""
    pixels = round(side * ratio)
    result = QPixmap(pixels, pixels)
    result.fill(Qt.GlobalColor.transparent)
    painter = QPainter(result)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    if picture.isNull():
        painter.setBrush(QColor(tokens().raised))
        painter.drawRoundedRect(QRectF(0, 0, pixels, pixels), 8 * ratio, 8 * ratio)
        painter.drawPixmap(QRectF(pixels * 0.3, pixels * 0.3, pixels * 0.4, pixels * 0.4),
                           pixmap("face", side, ratio, tokens().text_faint), QRectF(0, 0, pixels, pixels))
    else:
        short = min(picture.width(), picture.height())
        square = picture.copy((picture.width() - short) // 2, (picture.height() - short) // 4, short, short)
        square = square.scaled(pixels, pixels, Qt.AspectRatioMode.IgnoreAspectRatio,
                               Qt.TransformationMode.SmoothTransformation)
        brush = QPixmap.fromImage(square)
        painter.setBrush(brush)
        painter.drawRoundedRect(QRectF(0, 0, pixels, pixels), 8 * ratio, 8 * ratio)
    painter.end()
    result.setDevicePixelRatio(ratio)
    return result
