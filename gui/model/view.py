"""Where the photo lies on the canvas: scale and position, and how they change. Plain numbers, no painting."""

from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, QSizeF

MARGIN = 24.0
"""Free space around a photo that is fitted to the canvas, logical pixels."""

LARGEST = 32.0
"""Greatest zoom: device pixels per photo pixel."""


@dataclass(frozen=True)
class View:
    """A photo shown on a canvas.

    photo:  size of the photo in its own pixels.
    canvas: size of the widget in logical pixels.
    ratio:  device pixels per logical pixel.
    scale:  logical pixels per photo pixel.
    centre: the photo point in the middle of the canvas.
    fitted: whether it follows the canvas when that is resized.
    """

    photo: QSizeF
    canvas: QSizeF
    ratio: float = 1.0
    scale: float = 1.0
    centre: QPointF = field(default_factory=QPointF)
    fitted: bool = True

    @property
    def fit_scale(self) -> float:
        """The scale at which the whole photo shows; a small photo is enlarged at most 2 times."""
        if self.photo.isEmpty() or self.canvas.isEmpty():
            return 1.0
        free_w, free_h = (max(16.0, side - 2 * MARGIN) for side in (self.canvas.width(), self.canvas.height()))
        return min(free_w / self.photo.width(), free_h / self.photo.height(), 2.0)

    @property
    def zoom(self) -> float:
        """Device pixels per photo pixel: 1.0 is what people call 100 %."""
        return self.scale * self.ratio

    @property
    def target(self) -> QRectF:
        """Where the whole photo lies, logical pixels."""
        return self.to_canvas(QRectF(QPointF(0, 0), self.photo))

    def to_canvas(self, box: QRectF) -> QRectF:
        return QRectF(self.point_to_canvas(box.topLeft()), box.size() * self.scale)

    @property
    def origin(self) -> QPointF:
        """Where the photo's top left corner lies. At 100 % on a whole device pixel, so that nothing is resampled."""
        corner = QPointF(self.canvas.width() / 2, self.canvas.height() / 2) - self.centre * self.scale
        if not self.exact:
            return corner
        return QPointF(round(corner.x() * self.ratio), round(corner.y() * self.ratio)) / self.ratio

    @property
    def exact(self) -> bool:
        """Whether every photo pixel is one device pixel."""
        return abs(self.zoom - 1.0) < 1e-9

    @property
    def smooth(self) -> bool:
        """Whether pixels are blended when painted: not at 100 %, and not where one photo pixel is a visible square."""
        return not self.exact and self.zoom < 4.0

    def point_to_canvas(self, point: QPointF) -> QPointF:
        return point * self.scale + self.origin

    def point_to_photo(self, point: QPointF) -> QPointF:
        return (point - self.origin) / self.scale

    def fit(self) -> "View":
        middle = QPointF(self.photo.width() / 2, self.photo.height() / 2)
        return View(self.photo, self.canvas, self.ratio, self.fit_scale, middle, True)

    def resized(self, canvas: QSizeF, ratio: float) -> "View":
        view = View(self.photo, canvas, ratio, self.scale, self.centre, self.fitted)
        return view.fit() if self.fitted else view._kept_in()

    def zoomed(self, factor: float, at: QPointF) -> "View":
        """Nearer or farther by a factor, with the photo point under `at` staying where it is."""
        return self.at_scale(self.scale * factor, at)

    @property
    def smallest(self) -> float:
        """Least scale."""
        return min(self.fit_scale, 1.0) * 0.5

    @property
    def largest(self) -> float:
        """Greatest scale."""
        return LARGEST / self.ratio

    @property
    def farthest(self) -> bool:
        """Whether it cannot be zoomed out any more."""
        return self.scale <= self.smallest * (1 + 1e-9)

    @property
    def nearest(self) -> bool:
        """Whether it cannot be zoomed in any more."""
        return self.scale >= self.largest * (1 - 1e-9)

    def at_scale(self, scale: float, at: QPointF) -> "View":
        scale = min(max(scale, self.smallest), self.largest)
        here = self.point_to_photo(at)
        middle = QPointF(self.canvas.width() / 2, self.canvas.height() / 2)
        return View(self.photo, self.canvas, self.ratio, scale, here - (at - middle) / scale, False)._kept_in()

    def moved(self, by: QPointF) -> "View":
        """Dragged by a distance in logical pixels."""
        return View(self.photo, self.canvas, self.ratio, self.scale, self.centre - by / self.scale, False)._kept_in()

    def _kept_in(self) -> "View":
        """Some of the photo always stays in sight: the middle of the canvas lies on the photo."""
        x = min(max(self.centre.x(), 0.0), self.photo.width())
        y = min(max(self.centre.y(), 0.0), self.photo.height())
        return View(self.photo, self.canvas, self.ratio, self.scale, QPointF(x, y), self.fitted)
