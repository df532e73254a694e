"""The painted head: what it shows, that both ways of drawing agree, and what it refuses."""

import numpy as np
import pytest

from engine.base import gl
from engine.base.errors import EngineError, UsageError
from engine.head.pack import load_head
from engine.head.portrait import HeadPainter, HeadView, Skin
from engine.head.portrait.camera import DISTANCE, PIVOT, pose_of
from engine.head.portrait.lighting import LAMPS, STUDIO, HeadLight

SIZE = 256


@pytest.fixture(scope="module")
def head():
    return load_head()


@pytest.fixture(scope="module")
def plain(head):
    """Draws without OpenGL."""
    return HeadPainter(head, None)


@pytest.fixture(scope="module")
def painter(head, context):
    with HeadPainter(head, context) as made:
        yield made


@pytest.fixture(params=["opengl", "numpy"])
def either(request):
    return request.getfixturevalue("painter" if request.param == "opengl" else "plain")


def expressed(head, **weights):
    row = np.zeros(52, np.float32)
    for name, value in weights.items():
        row[head.expression_names.index(name)] = value
    return head.shape(None, row)


def area(head, mask, view=None, size=SIZE, margin=2):
    """Rows and columns of the picture that hold the masked vertices."""
    view = view or HeadView()
    chosen = head.vertices[head.masks[mask] > 0.5]
    low, high = np.floor(view.pixels(chosen, size)[:, :2].min(0)), np.ceil(view.pixels(chosen, size)[:, :2].max(0))
    return (slice(int(low[1]) - margin, int(high[1]) + margin), slice(int(low[0]) - margin, int(high[0]) + margin))


def test_a_head_stands_in_the_middle_on_nothing(head, either):
    picture = either.draw(head.vertices, HeadView(), SIZE)
    assert picture.shape == (SIZE, SIZE, 4) and picture.dtype == np.uint8
    alpha = picture[..., 3]
    assert not alpha[:2].any() and not alpha[:, :2].any() and not alpha[:, -2:].any() and not alpha[-2:].any()
    assert 0.3 < (alpha > 0).mean() < 0.7
    assert (alpha[SIZE // 3:SIZE // 2, SIZE * 2 // 5:SIZE * 3 // 5] == 255).all()
    assert picture[..., :3][alpha == 255].std() > 25
    # Transparent is transparent, not black.
    assert not picture[alpha == 0].any()


@pytest.mark.parametrize("view", [HeadView(), HeadView(40, -10), HeadView(-90, 15, 1.6)])
def test_both_ways_of_drawing_agree(head, painter, plain, view):
    vertices = expressed(head, jawOpen=0.5, mouthSmileLeft=0.7)
    ours, theirs = (p.draw(vertices, view, SIZE).astype(int) for p in (painter, plain))
    first, second = ours[..., 3] > 127, theirs[..., 3] > 127
    assert (first & second).sum() / (first | second).sum() > 0.98
    inside = (ours[..., 3] == 255) & (theirs[..., 3] == 255)
    assert np.abs(ours - theirs)[inside].mean() < 5


def test_the_neck_fades_out(head, either):
    alpha = either.draw(head.vertices, HeadView(), SIZE)[..., 3].astype(int)
    column = alpha[:, SIZE // 2]
    end = np.flatnonzero(column)[-1]
    fading = column[end - SIZE // 20:end + 1]
    assert ((fading > 0) & (fading < 255)).sum() >= SIZE // 40
    assert (np.diff(fading) <= 2).all()


def test_closed_lips_show_no_teeth(head, either):
    for view in (HeadView(), HeadView(30, 8)):
        box = area(head, "lips", view)
        lips = either.draw(head.vertices, view, SIZE)[box][..., :3]
        assert lips.min(axis=2).max() < 190


def test_an_open_mouth_shows_teeth_and_dark(head, either):
    shut = either.draw(head.vertices, HeadView(), SIZE)
    wide = either.draw(expressed(head, jawOpen=0.6, mouthUpperUpLeft=0.7, mouthUpperUpRight=0.7), HeadView(), SIZE)
    box = area(head, "lips", margin=12)
    tooth = np.ptp(wide[box][..., :3].astype(int), axis=2)[wide[box][..., :3].min(2) > 105]
    assert (tooth < 30).sum() > 10  # bright and nearly grey
    dark, before = wide[box][..., :3].max(2), shut[box][..., :3].max(2)
    assert (dark < 100).sum() > (before < 100).sum() + 30
    assert (dark < 20).sum() < 10, "and nothing in it is black"
    assert (wide[box][..., :3].min(2) > 165).sum() > (shut[box][..., :3].min(2) > 165).sum() + 30, "teeth are white"


def test_lashes_are_hair_not_paint(head, plain):
    """Along the upper lid there are many values between skin and hair: partial cover."""
    vertices = expressed(head, eyeBlinkLeft=1.0, eyeBlinkRight=1.0)
    lashes = plain._lashes
    points, cover = lashes.ribbons(vertices, lambda p, near: HeadView().pixels(p, 512, near), 100.0)
    assert np.isfinite(points).all()
    assert cover.min() > 0 and cover.max() < 1
    assert np.ptp(cover) > 0.3


def test_a_blink_hides_the_iris(head, either):
    skin = Skin(iris=(0.0, 0.3, 1.0), brow_grey=0.1)

    def blue(vertices):
        picture = either.draw(vertices, HeadView(), SIZE, skin).astype(int)
        return ((picture[..., 2] > picture[..., 0] + 25) & (picture[..., 3] == 255)).sum()

    assert blue(head.vertices) > 20
    assert blue(expressed(head, eyeBlinkLeft=1.0, eyeBlinkRight=1.0)) < 3


def test_yaw_turns_the_nose_to_the_subjects_left(head, either):
    tip = head.vertices[np.argmax(head.vertices[:, 2])]
    for view, direction in ((HeadView(30), 1), (HeadView(-30), -1)):
        x = view.pixels(tip[None], SIZE)[0, 0]
        assert (x - SIZE / 2) * direction > SIZE / 20
    up, down = (HeadView(0, pitch).pixels(tip[None], SIZE)[0, 1] for pitch in (20, -20))
    assert up < down
    profile = either.draw(head.vertices, HeadView(90), SIZE)[..., 3] > 127
    x, y = HeadView(90).pixels(tip[None], SIZE)[0, :2].astype(int)
    assert profile[y, x - 3] and not profile[y, x + 4:].any()


def test_the_pivot_is_the_middle_and_zoom_enlarges():
    assert np.allclose(HeadView(33, 12, 2).pixels(PIVOT[None], 300), [[150, 150, DISTANCE]], atol=1e-4)
    point = PIVOT + np.array([[0.5, 0.0, 0.0]], np.float32)
    near, far = (HeadView(zoom=z).pixels(point, 300)[0, 0] - 150 for z in (2.0, 1.0))
    assert near == pytest.approx(2 * far)


@pytest.mark.parametrize(("change", "region"), [
    ({"skin": (0.35, 0.24, 0.18)}, "face"), ({"lip": (0.9, 0.1, 0.4)}, "lips"), ({"hair": None}, "scalp"),
    ({"hair": (0.9, 0.8, 0.3)}, "scalp"), ({"brow_style": 2}, "face"), ({"brow_grey": 0.9}, "face"),
])
def test_every_colour_shows(head, either, change, region):
    box = area(head, region)
    one = either.draw(head.vertices, HeadView(), SIZE, Skin()).astype(int)[box]
    other = either.draw(head.vertices, HeadView(), SIZE, Skin(**change)).astype(int)[box]
    assert np.abs(one - other).max() > 40


@pytest.mark.parametrize("colour", [(0.85, 0.70, 0.62), (0.62, 0.46, 0.36), (0.36, 0.24, 0.19)])
def test_skin_comes_out_near_its_colour(head, either, colour):
    picture = either.draw(head.vertices, HeadView(), SIZE, Skin(skin=colour, hair=None, lip=colour, brow_grey=0.4))
    box = area(head, "face")
    shown = picture[box][..., :3][picture[box][..., 3] == 255]
    assert np.abs(np.median(shown, axis=0) / 255 - colour).max() < 0.12


def test_drawing_twice_gives_the_same_picture_at_any_size(head, either):
    first = either.draw(head.vertices, HeadView(20), 200)
    either.draw(head.vertices, HeadView(20), 333)
    assert np.array_equal(first, either.draw(head.vertices, HeadView(20), 200))


@pytest.mark.parametrize("size", [0, -1, 15, 4097, 10**9, 3.5, None, True])
def test_hostile_sizes_are_refused(head, either, size):
    with pytest.raises(UsageError):
        either.draw(head.vertices, HeadView(), size)


def test_hostile_vertices_are_refused(head, either):
    with pytest.raises(UsageError):
        either.draw(head.vertices[:-1], HeadView(), SIZE)
    broken = head.vertices.copy()
    broken[5] = np.nan
    with pytest.raises(UsageError):
        either.draw(broken, HeadView(), SIZE)


@pytest.mark.parametrize("view", [(np.nan, 0, 1), (0, np.inf, 1), (0, 0, 0), (0, 0, 21), (0, 0, -1)])
def test_hostile_views_are_refused(view):
    with pytest.raises(UsageError):
        HeadView(*view)


@pytest.mark.parametrize("change", [
    {"skin": (1.2, 0, 0)}, {"lip": (0, 0)}, {"iris": (np.nan, 0, 0)}, {"brow_grey": 1.5}, {"brow_style": 0},
    {"brow_style": 4}, {"hair": (0, -0.1, 0)},
])
def test_hostile_skins_are_refused(change):
    with pytest.raises(UsageError):
        Skin(**change)


def test_wild_shapes_and_near_cameras_draw_without_error(head, either):
    random = np.random.default_rng(0)
    wild = head.shape(None, random.uniform(-1, 1, 52).astype(np.float32))
    either.draw(wild * 3, HeadView(120, 60, 5), 64)
    either.draw(wild * 0, HeadView(), 64)


def test_without_opengl_by_choice(head, monkeypatch):
    monkeypatch.setenv("FACEWRIGHT_GL", "none")
    with HeadPainter(head, gl.open_context()) as made:
        assert made.draw(head.vertices, HeadView(), 64)[..., 3].any()


def test_release_gives_everything_back(head, context):
    """Nothing that lives on the graphics card is only forgotten: moderngl frees no memory for lost objects."""
    import gc

    import moderngl

    kinds = (moderngl.Buffer, moderngl.Texture, moderngl.Renderbuffer, moderngl.Framebuffer, moderngl.Program,
             moderngl.VertexArray)

    def alive():
        gc.collect()
        return [item for item in gc.get_objects() if issubclass(type(item), kinds) and item.ctx is context
                and type(item.mglo) is not moderngl.InvalidObject and item.glo != 0]  # 0 is the window's own

    before = {id(item) for item in alive()}
    made = HeadPainter(head, context)
    made.draw(head.vertices, HeadView(), 64)
    made.draw(head.vertices, HeadView(), 96)
    ours = [item for item in alive() if id(item) not in before]
    assert len(ours) > 15
    made.release()
    made.release()
    assert [item for item in ours if type(item.mglo) is not moderngl.InvalidObject] == []
    with context:
        assert context.error == "GL_NO_ERROR"


def test_a_driver_without_room_is_an_engine_error(head, context, monkeypatch):
    with HeadPainter(head, context) as made:
        monkeypatch.setattr(made._gl, "_context", _NoRoom(context))
        with pytest.raises(EngineError, match="room"):
            made.draw(head.vertices, HeadView(), 64)
        monkeypatch.undo()
        assert made.draw(head.vertices, HeadView(), 64)[..., 3].any()


class _NoRoom:
    """A context whose driver is out of memory for pictures."""

    def __init__(self, context):
        self._context = context

    def __getattr__(self, name):
        return getattr(self._context, name)

    def __enter__(self):
        return self._context.__enter__()

    def __exit__(self, *arguments):
        return self._context.__exit__(*arguments)

    def renderbuffer(self, *_, **__):
        raise RuntimeError("out of memory")


def synthetic_photo():
    """Flat colours where a face's landmarks say skin, lips and irises are."""
    from engine.base.opencv import cv2
    from engine.head.portrait import skin as module

    head = load_head()
    landmarks = HeadView().pixels(head.landmarks(head.vertices), 600)
    picture = np.full((600, 600, 3), (200, 160, 140), np.uint8)

    def fill(ring, colour):
        cv2.fillPoly(picture, [np.rint(landmarks[list(ring), :2]).astype(np.int32)], colour)

    fill(module._LIPS, (170, 80, 90))
    for ring in module._IRISES:
        radius = np.linalg.norm(landmarks[ring[1], :2] - landmarks[ring[0], :2])
        cv2.circle(picture, tuple(int(c) for c in landmarks[ring[0], :2]), int(radius) + 1, (60, 110, 150), -1)
    return picture, landmarks


def test_colours_come_from_the_photo():
    picture, landmarks = synthetic_photo()
    found = Skin.from_photo(picture, landmarks)
    assert np.allclose(np.array(found.skin) * 255, (200, 160, 140), atol=4)
    assert np.allclose(np.array(found.lip) * 255, (170, 80, 90), atol=12)
    assert np.allclose(np.array(found.iris) * 255, (60, 110, 150), atol=12)


@pytest.mark.parametrize("shift", [-700.0, 550.0, 1e7, np.nan])
def test_a_face_outside_the_picture_keeps_sound_colours(shift):
    picture, landmarks = synthetic_photo()
    found = Skin.from_photo(picture, landmarks + shift)
    assert all(0 <= c <= 1 for c in (*found.skin, *found.lip, *found.iris))


def test_light_comes_from_where_it_is_turned_to(head, either):
    def sides(light):
        picture = either.draw(head.vertices, HeadView(light=light), SIZE)
        bright = picture[SIZE // 3:SIZE * 2 // 3, :, :3].astype(float).mean(2)
        return bright[:, SIZE * 2 // 5:SIZE // 2].mean(), bright[:, SIZE // 2:SIZE * 3 // 5].mean()

    left, right = sides(HeadLight("side"))
    assert left > 1.5 * right
    left, right = sides(HeadLight("side", yaw=140.0))
    assert right > 1.5 * left
    soft, studio = sides(HeadLight("soft")), sides(STUDIO)
    assert abs(soft[0] / soft[1] - 1) < abs(studio[0] / studio[1] - 1)


@pytest.mark.parametrize("light", [HeadLight(name, 50.0, -30.0) for name in LAMPS])
def test_both_ways_of_drawing_agree_in_any_light(head, painter, plain, light):
    ours, theirs = (p.draw(head.vertices, HeadView(20, light=light), SIZE).astype(int) for p in (painter, plain))
    inside = (ours[..., 3] == 255) & (theirs[..., 3] == 255)
    assert np.abs(ours - theirs)[inside].mean() < 5


def test_a_light_that_is_not_there_is_refused():
    for arguments in (("moon",), ("soft", float("nan")), ("soft", 0.0, float("inf"))):
        with pytest.raises(UsageError):
            HeadLight(*arguments)


@pytest.mark.parametrize("angles", [(0, 0, 0), (30, -10, 12), (-70, 40, -25), (120, 15, 5)])
def test_the_pose_of_a_turn_is_the_view_that_makes_it(angles):
    yaw, pitch, roll = angles
    assert np.allclose(pose_of(HeadView(yaw, pitch, roll=roll).turn), angles, atol=1e-3)
    top = np.array([[0.0, 1.0, 0.0]], np.float32) + PIVOT
    assert HeadView(roll=20.0).pixels(top, 200)[0, 0] < 100  # toward its right shoulder, which is at our left


def test_the_mesh_lies_over_the_head_and_nowhere_else(head, either):
    plain, meshed = (either.draw(head.vertices, HeadView(30, wireframe=on), SIZE) for on in (False, True))
    changed = (plain != meshed).any(axis=2)
    assert np.array_equal(plain[..., 3], meshed[..., 3]) and 0.1 < changed.mean() < 0.5
    assert not changed[plain[..., 3] == 0].any()
