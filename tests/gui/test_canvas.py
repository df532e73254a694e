"""The canvas, judged by its pixels: what lies where, what a comparison shows, and that it never blanks."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from engine.base.look import Look
from engine.photo.face import Box
from engine.photo.picture import Picture
from engine.render.request import Frame, Quality, RenderRequest
from gui.canvas.canvas import Canvas
from gui.canvas.picture import PaintedPatch, rectangle
from gui.model.photo_image import PhotoImage
from gui.model.view import View
from tests.gui.fakes import PAINT, make_photo


def noise(height: int, width: int, seed: int = 1) -> np.ndarray:
    return np.random.default_rng(seed).integers(0, 256, (height, width, 3), np.uint8)


def pixels_of(image: QImage) -> np.ndarray:
    """(h, w, 3) uint8 copy of an image."""
    image = image.convertToFormat(QImage.Format.Format_RGBX8888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : 4 * image.width()].reshape(image.height(), image.width(), 4)[..., :3].copy()


def frame(patch: np.ndarray | None, box: Box, face: int = 0, quality: Quality = Quality.FINAL) -> Frame:
    return Frame(RenderRequest("photo", face, Look((("AU26", 1.0),)), 64, quality), patch, box, 10.0)


@pytest.fixture
def canvas(qtbot: QtBot) -> Canvas:
    canvas = Canvas()
    qtbot.addWidget(canvas)
    canvas.resize(600, 500)
    canvas.show()
    return canvas


def photo_on_screen(canvas: Canvas) -> np.ndarray:
    """The photo's own pixels as grabbed at 100 %."""
    grabbed = pixels_of(canvas.grab().toImage())
    target = canvas.view.target
    x, y = round(target.x()), round(target.y())
    return grabbed[y : y + round(target.height()), x : x + round(target.width())]


def centred(canvas: Canvas, pixels: np.ndarray) -> None:
    canvas.set_photo(PhotoImage(pixels), [QRectF(50, 50, 100, 100), QRectF(200, 50, 80, 80)])
    canvas.actual_size()
    canvas.set_editing(True)  # no brackets over the pixels that are compared, wherever the pointer happens to be


def test_at_100_percent_every_photo_pixel_is_itself(canvas: Canvas) -> None:
    pixels = noise(300, 400)
    centred(canvas, pixels)
    assert np.array_equal(photo_on_screen(canvas), pixels)


def test_a_patch_lies_exactly_on_its_box_and_leaves_the_rest_alone(canvas: Canvas) -> None:
    pixels = noise(300, 400)
    centred(canvas, pixels)
    patch = np.zeros((100, 100, 4), np.uint8)
    patch[20:80, 30:70] = (*PAINT, 255)
    patch[80:] = (255, 255, 255, 0)  # white, but not there
    canvas.show_frame(frame(patch, Box(50, 60, 150, 160)))
    expected = pixels.copy()
    expected[80:140, 80:120] = PAINT
    shown = photo_on_screen(canvas)
    assert np.array_equal(shown[:250], expected[:250])  # the label with the milliseconds lies below


def test_half_transparent_edges_are_mixed_as_straight_alpha(canvas: Canvas) -> None:
    pixels = np.full((300, 400, 3), 100, np.uint8)
    centred(canvas, pixels)
    patch = np.full((100, 100, 4), 200, np.uint8)
    patch[..., 3] = 128
    canvas.show_frame(frame(patch, Box(50, 60, 150, 160)))
    assert abs(int(photo_on_screen(canvas)[100, 100, 0]) - 150) <= 1


def test_it_never_blanks_and_returns_to_the_source(canvas: Canvas) -> None:
    pixels = noise(300, 400)
    centred(canvas, pixels)
    red, box = np.full((100, 100, 4), 255, np.uint8), Box(50, 60, 150, 160)
    red[..., 1:3] = 0
    canvas.show_frame(frame(red, box))
    canvas.fit()
    canvas.resize(590, 490)
    canvas.actual_size()
    assert (photo_on_screen(canvas)[110, 100] == (255, 0, 0)).all()
    canvas.show_frame(frame(None, box))
    assert np.array_equal(photo_on_screen(canvas), pixels)


def test_holding_compare_shows_the_original(canvas: Canvas) -> None:
    pixels = noise(300, 400)
    centred(canvas, pixels)
    canvas.show_frame(frame(np.full((100, 100, 4), 255, np.uint8), Box(50, 60, 150, 160)))
    edited = photo_on_screen(canvas)
    canvas.set_comparing(True)
    assert np.array_equal(photo_on_screen(canvas)[:250], pixels[:250])
    canvas.set_comparing(False)
    assert np.array_equal(photo_on_screen(canvas), edited)


def test_the_wipe_line_parts_before_and_after_and_can_be_dragged(canvas: Canvas) -> None:
    pixels = np.full((300, 400, 3), 90, np.uint8)
    centred(canvas, pixels)
    canvas.show_frame(frame(np.full((100, 100, 4), 255, np.uint8), Box(50, 60, 150, 160)))
    canvas.set_selected(0)
    canvas.start_wipe()
    assert canvas.wipe == pytest.approx(0.25)
    shown = photo_on_screen(canvas)
    assert (shown[130, 60:80] == 90).all() and (shown[130, 120:140] == 255).all()
    line = canvas.view.point_to_canvas(QPointF(100, 250)).toPoint()
    drag(canvas, line, line + QPoint(40, 0))
    assert canvas.wipe == pytest.approx(140 / 400, abs=0.003)
    assert (photo_on_screen(canvas)[130, 60:125] == 90).all()
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert canvas.wipe is None and (photo_on_screen(canvas)[130, 60:140] == 255).all()


def drag(canvas: Canvas, start: QPoint, end: QPoint, button: Qt.MouseButton = Qt.MouseButton.LeftButton) -> None:
    QTest.mousePress(canvas, button, Qt.KeyboardModifier.NoModifier, start)
    for step in range(1, 9):
        QTest.mouseMove(canvas, start + (end - start) * step / 8)
    QTest.mouseRelease(canvas, button, Qt.KeyboardModifier.NoModifier, end)


def test_a_click_chooses_the_face_under_it_and_a_drag_does_not(canvas: Canvas, qtbot: QtBot) -> None:
    centred(canvas, noise(300, 400))
    chosen: list[int] = []
    canvas.face_chosen.connect(chosen.append)
    for photo_point in (QPointF(90, 90), QPointF(240, 90), QPointF(380, 280)):
        qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=canvas.view.point_to_canvas(photo_point).toPoint())
    assert chosen == [0, 1]
    start = canvas.view.point_to_canvas(QPointF(90, 90)).toPoint()
    before = canvas.view.centre
    drag(canvas, start, start + QPoint(40, 20))
    assert chosen == [0, 1] and canvas.view.centre == before - QPointF(40, 20)


def test_keys_choose_faces_zoom_and_move(canvas: Canvas, qtbot: QtBot) -> None:
    centred(canvas, noise(300, 400))
    canvas.face_chosen.connect(canvas.set_selected)
    chosen: list[int] = []
    canvas.face_chosen.connect(chosen.append)
    for key in (Qt.Key.Key_BracketRight, Qt.Key.Key_BracketRight, Qt.Key.Key_BracketRight, Qt.Key.Key_BracketLeft):
        qtbot.keyClick(canvas, key)
    assert chosen == [0, 1, 0, 1]
    qtbot.keyClick(canvas, Qt.Key.Key_Plus)
    assert canvas.view.zoom == pytest.approx(1.25)
    centre = canvas.view.centre
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.view.centre.x() > centre.x()
    assert canvas.accessibleName() and canvas.accessibleDescription()


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
def test_zooming_keeps_the_point_under_the_pointer(ratio: float) -> None:
    view = View(QSizeF(4000, 3000), QSizeF(800, 600), ratio).fit()
    at = QPointF(610, 170)
    point = view.point_to_photo(at)
    for factor in (1.2, 1.2, 3.0, 0.7, 2.0):
        view = view.zoomed(factor, at)
        moved = view.point_to_photo(at) - point
        assert abs(moved.x()) < 1e-6 and abs(moved.y()) < 1e-6
    assert view.at_scale(1 / ratio, at).zoom == pytest.approx(1.0)


def test_a_fitted_photo_follows_the_window_and_a_moved_one_never_gets_lost() -> None:
    view = View(QSizeF(4000, 3000), QSizeF(800, 600)).fit()
    view = view.resized(QSizeF(400, 600), 1.0)
    assert view.fitted and view.target.width() <= 400 and view.target.center() == QPointF(200, 300)
    lost = view.moved(QPointF(1e6, -1e6))
    assert lost.target.intersects(QRectF(0, 0, 400, 600))


def test_a_big_photo_is_drawn_from_a_small_copy(canvas: Canvas) -> None:
    image = PhotoImage(noise(3000, 4000))
    assert image.level(1.0).width() == 4000 and image.level(0.5).width() == 2000
    assert image.level(0.2).width() == 1000 and image.level(0.01) is image.levels[-1]
    canvas.set_photo(image, [])
    assert photo_on_screen(canvas).mean() == pytest.approx(127.5, abs=3)


@pytest.mark.parametrize("ratio", [1.25, 1.5, 2.0])
def test_fractional_screens_get_a_seamless_patch(ratio: float) -> None:
    gray = np.full((300, 400, 3), 100, np.uint8)
    view = View(QSizeF(400, 300), QSizeF(500, 400), ratio).fit()
    screen = QImage(round(500 * ratio), round(400 * ratio), QImage.Format.Format_RGB32)
    screen.setDevicePixelRatio(ratio)
    screen.fill(QColor(0, 0, 0))
    painter = QPainter(screen)
    PhotoImage(gray).paint(painter, view)
    patch = np.full((64, 64, 4), 100, np.uint8)
    patch[..., 3] = 255
    PaintedPatch.of(frame(patch, Box(51, 60, 151, 160))).paint(painter, view)
    painter.end()
    target = view.target
    x0, y0, x1, y1 = (round(side * ratio) for side in (target.left(), target.top(), target.right(), target.bottom()))
    assert (pixels_of(screen)[y0 + 1 : y1 - 1, x0 + 1 : x1 - 1] == 100).all()


def test_brackets_show_under_the_pointer_and_hide_while_a_hand_edits(canvas: Canvas) -> None:
    pixels = np.full((300, 400, 3), 90, np.uint8)
    centred(canvas, pixels)
    canvas.set_editing(False)
    QTest.mouseMove(canvas, canvas.view.point_to_canvas(QPointF(90, 90)).toPoint())
    assert (photo_on_screen(canvas)[48:54, 50:70] != 90).any()
    canvas.set_editing(True)
    assert (photo_on_screen(canvas) == 90).all()


def test_boxes_come_over_from_the_engine() -> None:
    assert rectangle(make_photo().faces[0].box) == QRectF(40, 80, 100, 100)


def test_checks_show_where_the_photo_is_see_through(canvas: Canvas) -> None:
    pixels, alpha = noise(300, 400), np.full((300, 400), 255, np.uint8)
    alpha[:, :100] = 0
    native = np.dstack([pixels, alpha])
    canvas.set_photo(PhotoImage.of(Picture(pixels, native, None, "a" * 64, None, "PNG")), [])
    canvas.actual_size()
    shown = photo_on_screen(canvas)
    assert np.array_equal(shown[:, 100:], pixels[:, 100:])
    assert {tuple(colour) for colour in shown[:, :100].reshape(-1, 3)} == {(150,) * 3, (112,) * 3}
    assert (shown[0, 0] != shown[0, 8]).all() and (shown[0, 0] == shown[8, 8]).all()
    canvas.show_frame(frame(np.full((50, 50, 4), (*PAINT, 255), np.uint8), Box(50, 60, 150, 160)))
    painted = photo_on_screen(canvas)
    assert np.array_equal(painted[:250, :98], shown[:250, :98])  # nothing is painted where there is no photo
    assert (painted[70:150, 103:145] == PAINT).all()


def test_a_photo_with_sixteen_bits_of_full_alpha_is_solid(canvas: Canvas) -> None:
    pixels = noise(30, 40)
    solid = np.dstack([pixels.astype(np.uint16) * 257, np.full((30, 40), 65535, np.uint16)])
    assert PhotoImage.of(Picture(pixels, solid, None, "a" * 64, None, "PNG")).alpha is None
    solid[3, 4, 3] = 0x8000
    alpha = PhotoImage.of(Picture(pixels, solid, None, "a" * 64, None, "PNG")).alpha
    assert alpha is not None and alpha[3, 4] == 128 and alpha.dtype == np.uint8


def test_faces_are_pointed_out_for_a_moment(canvas: Canvas, qtbot, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: ANN001
    pixels = noise(300, 400)
    monkeypatch.setattr(canvas, "underMouse", lambda: False)
    canvas._hint.setDuration(150)
    centred(canvas, pixels)
    canvas.set_editing(False)
    assert np.array_equal(photo_on_screen(canvas), pixels)
    canvas.hint_faces()
    assert not np.array_equal(photo_on_screen(canvas), pixels)
    qtbot.waitUntil(lambda: np.array_equal(photo_on_screen(canvas), pixels))
    canvas.set_photo(PhotoImage(pixels), [QRectF(50, 50, 100, 100)])
    canvas.actual_size()
    canvas.hint_faces()
    assert np.array_equal(photo_on_screen(canvas), pixels)  # one face needs no choosing


def test_what_is_half_see_through_has_no_white_halo(canvas: Canvas) -> None:
    native = np.zeros((300, 400, 4), np.uint8)
    native[..., 3] = 128
    on_white = np.full((300, 400, 3), 127, np.uint8)
    canvas.set_photo(PhotoImage.of(Picture(on_white, native, None, "a" * 64, None, "PNG")), [])
    canvas.actual_size()
    colours = {tuple(colour) for colour in photo_on_screen(canvas).reshape(-1, 3).tolist()}
    assert len(colours) == 2 and all(abs(have - want) <= 1 for have, want in zip(
        sorted(colour[0] for colour in colours), (112 * 127 / 255, 150 * 127 / 255), strict=True))
