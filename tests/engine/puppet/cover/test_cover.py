"""What covers a face is found, stays as the photo shows it, and is told; an uncovered face is left alone."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from engine.base.jobs import run
from engine.base.opencv import cv2
from engine.head.pack import load_head
from engine.puppet.cover.cover import Cover
from engine.puppet.cover.find import find_cover
from engine.puppet.cover.held import uncovered
from engine.puppet.cover.spectacles import Spectacles
from engine.puppet.cover.worn_spectacles import WornSpectacles
from engine.puppet.deformation import Deformation
from engine.puppet.facemap import OVAL, face_axes
from engine.puppet.prepare import prepare_puppet
from engine.puppet.puppet import Puppet
from tests.engine.puppet.conftest import Subject
from tests.engine.puppet.cover import covers

GRIN = Deformation.of({"jawOpen": 0.6, "mouthSmileLeft": 0.7, "mouthSmileRight": 0.7, "eyeBlinkLeft": 1.0,
                       "browDownLeft": 0.8, "browDownRight": 0.8, "eyeLookOutLeft": 0.5})
MOUTH, LEFT_EYE, RIGHT_EYE = (13, 14), (362, 263), (33, 133)
GLOVE, SKIN = (60, 90, 150), (196, 146, 116)


@pytest.fixture(params=["closed_lips", "toothy_smile"])
def subject(request: pytest.FixtureRequest) -> Subject:
    found: Subject = request.getfixturevalue(request.param)
    return found


def _puppet(subject: Subject, pixels: np.ndarray) -> Puppet:
    cover = find_cover(pixels, subject.landmarks)
    return run(prepare_puppet(pixels, subject.landmarks, subject.face.blendshapes, load_head(), None, cover=cover))


def _gray(pixels: np.ndarray) -> np.ndarray:
    return np.repeat(pixels.mean(-1, keepdims=True).astype(np.uint8), 3, -1)


def test_an_uncovered_face_is_not_covered(subject: Subject) -> None:
    pixels = subject.pixels
    for seen in (pixels, _gray(pixels), covers.lit_from_the_side(pixels, subject.landmarks),
                 (pixels * 0.35).astype(np.uint8), np.rint(pixels * 0.5 + 110).astype(np.uint8),
                 cv2.GaussianBlur(pixels, (0, 0), 3)):
        assert find_cover(seen, subject.landmarks) is None


def test_an_uncovered_face_moves_as_ever(closed_lips: Subject) -> None:
    own = closed_lips.puppet.person.own
    assert own.cover is None and own.motion.held is None and closed_lips.puppet.notes == ()


@pytest.mark.parametrize(("over", "part"), [(MOUTH, "mouth"), (LEFT_EYE, "eyeLeft")])
def test_a_hand_is_found(subject: Subject, over: tuple[int, ...], part: str) -> None:
    pixels, where = covers.hand(subject.pixels, subject.landmarks, over, GLOVE)
    cover = find_cover(pixels, subject.landmarks)
    assert cover is not None and part in cover.hidden and not cover.worn
    found = cover.at(pixels.shape[0]) > 0.5
    assert (found & where).sum() > 0.8 * where.sum()
    face = np.zeros(where.shape, np.uint8)
    cv2.fillPoly(face, [np.round(subject.landmarks[list(OVAL), :2]).astype(np.int32).reshape(-1, 1, 2)], 1)
    assert (found & ~where & (face > 0)).sum() < 0.4 * (where & (face > 0)).sum()


def test_a_hand_of_the_colour_of_skin_is_found_where_the_mouth_is_missing(subject: Subject) -> None:
    pixels, where = covers.hand(subject.pixels, subject.landmarks, MOUTH, SKIN)
    cover = find_cover(pixels, subject.landmarks)
    assert cover is not None and cover.hidden == {"mouth"}
    assert ((cover.at(pixels.shape[0]) > 0.5) & where).sum() > 0.8 * where.sum()


@pytest.mark.parametrize(("over", "part"), [(MOUTH, "mouth"), (LEFT_EYE, "eyeLeft")])
def test_a_hand_of_the_persons_own_skin_is_found_by_what_is_missing(subject: Subject, over: tuple[int, ...],
                                                                    part: str) -> None:
    pixels, where = covers.own_hand(subject.pixels, subject.landmarks, over)
    cover = find_cover(pixels, subject.landmarks)
    assert cover is not None and part in cover.hidden and cover.hidden <= {part, part.replace("eye", "brow")}
    face = np.zeros(where.shape, np.uint8)
    cv2.fillPoly(face, [np.round(subject.landmarks[list(OVAL), :2]).astype(np.int32).reshape(-1, 1, 2)], 1)
    found, where = ((cover.at(pixels.shape[0]) > 0.5) & (face > 0), where & (face > 0))
    assert (found & where).sum() > 0.7 * where.sum()
    assert (found & ~where).sum() < 0.6 * where.sum()


@pytest.mark.parametrize("shut", [("Left",), ("Right",), ("Left", "Right")])
def test_a_shut_eye_is_not_missing(subject: Subject, shut: tuple[str, ...]) -> None:
    pixels = subject.shown(Deformation.of({f"eye{what}{side}": 1.0 for side in shut for what in ("Blink", "Squint")}))
    for seen in (pixels, _gray(pixels), (pixels * 0.35).astype(np.uint8), np.rint(pixels * 0.5 + 110).astype(np.uint8)):
        assert find_cover(seen, subject.landmarks) is None


def test_an_eye_under_the_persons_own_hand_stays_as_the_photo_shows_it(closed_lips: Subject) -> None:
    pixels, where = covers.own_hand(closed_lips.pixels, closed_lips.landmarks, LEFT_EYE)
    puppet = _puppet(closed_lips, pixels)
    patch = puppet.draw(GRIN, puppet.side)
    eye = np.zeros(where.shape, np.uint8)
    at = closed_lips.landmarks[list(LEFT_EYE), :2].mean(0).astype(int)
    cv2.circle(eye, (int(at[0]), int(at[1])), int(0.06 * face_axes(closed_lips.landmarks).height), 1, -1)
    assert not patch[eye > 0, 3].any() and patch[..., 3].any()
    assert [note.template for note in puppet.notes][0] == "The left eye is covered: its sliders show nothing"


@pytest.mark.parametrize(("draw", "part"), [(covers.mask, "mouth"), (covers.sunglasses, "eyeLeft")])
def test_what_is_worn_is_found(subject: Subject, part: str,
                               draw: Callable[[np.ndarray, np.ndarray], tuple[np.ndarray, np.ndarray]]) -> None:
    pixels, where = draw(subject.pixels, subject.landmarks)
    cover = find_cover(pixels, subject.landmarks)
    assert cover is not None and part in cover.hidden
    assert ((cover.at(pixels.shape[0]) > 0.5) & where).sum() > 0.8 * where.sum()


def test_a_drag_works_out_once_what_is_free(monkeypatch: pytest.MonkeyPatch) -> None:
    mask = np.zeros((32, 32), np.float32)
    mask[8:16, 4:20] = 1
    cover, asked, at = Cover(mask, True, frozenset(), 0.5), [], Cover.at
    monkeypatch.setattr(Cover, "at", lambda own, size: asked.append(size) or at(own, size))
    patch = np.full((64, 64, 4), 200, np.uint8)
    for _ in range(3):
        kept = uncovered(patch, cover.free(64))
    assert asked == [64] and (patch == 200).all()
    assert not kept[18:30, 10:38, 3].any() and (kept[34:, :, 3] == 200).all() and (kept[..., :3] == 200).all()


@pytest.mark.parametrize("over", [MOUTH, LEFT_EYE])
def test_a_hand_stays_as_the_photo_shows_it(closed_lips: Subject, over: tuple[int, ...]) -> None:
    pixels, where = covers.hand(closed_lips.pixels, closed_lips.landmarks, over, GLOVE)
    puppet = _puppet(closed_lips, pixels)
    patch = puppet.draw(GRIN, puppet.side)
    inner = cv2.erode(where.astype(np.uint8), np.ones((5, 5), np.uint8)) > 0
    assert not patch[inner, 3].any()
    assert patch[..., 3].any()  # the rest of the face moves
    assert puppet.notes != ()


FROWN = Deformation.of({"browDownLeft": 1.0, "browDownRight": 1.0, "eyeBlinkLeft": 1.0, "eyeBlinkRight": 1.0})


def test_glasses_keep_their_shape_and_lids_move_within(closed_lips: Subject) -> None:
    pixels, where = covers.frames(closed_lips.pixels, closed_lips.landmarks)
    puppet = _puppet(closed_lips, pixels)
    assert puppet.person.own.cover is not None
    patch = puppet.draw(FROWN, puppet.side)
    shown = np.where(patch[..., 3:] > 127, patch[..., :3], pixels).astype(int)
    assert np.abs(shown - pixels)[where].max() <= 2
    eye = closed_lips.landmarks[[159, 145], :2].mean(0).astype(int)
    assert np.abs(shown - pixels)[eye[1] - 2:eye[1] + 3, eye[0] - 2:eye[0] + 3].mean() > 8


def test_skin_moves_right_beside_the_rims_of_glasses(closed_lips: Subject) -> None:
    pixels, where = covers.thin_frames(closed_lips.pixels, closed_lips.landmarks)
    puppet = _puppet(closed_lips, pixels)
    motion, cover = puppet.frame.motion, puppet.frame.cover
    assert cover is not None and cover.spectacles is not None
    moved = motion.move(FROWN).positions - motion.rest
    plain = closed_lips.puppet.frame.motion
    free = plain.move(FROWN).positions - plain.rest
    brow = [int(np.argmin(np.linalg.norm(motion.mesh.points - point / puppet.side, axis=1)))
            for point in closed_lips.landmarks[[55, 285], :2]]
    assert np.linalg.norm(moved[brow], axis=1).min() > 0.6 * np.linalg.norm(free[brow], axis=1).min()
    # What shows of the skin there is no frame: the photo behind it was filled.
    inner = where & (cover.spectacles.at(puppet.side) > 0.9)
    behind = puppet.frame.skin.photo[0:puppet.side, 0:puppet.side]
    assert behind[inner].mean() > pixels[inner].mean() + 15


def test_glasses_turn_as_one_piece(closed_lips: Subject) -> None:
    pixels, where = covers.thin_frames(closed_lips.pixels, closed_lips.landmarks)
    puppet = _puppet(closed_lips, pixels)
    still, frowning = (puppet.draw(replace(look, yaw=8.0), puppet.side)[..., :3].astype(int)
                       for look in (Deformation(), FROWN))
    spectacles, motion = puppet.frame.spectacles, puppet.frame.motion
    assert spectacles is not None
    empty = np.zeros((puppet.side, puppet.side, 4), np.uint8)
    alone = spectacles.turned(empty, puppet.side, motion.turn, motion.turn.placement(8.0, 0, 0))
    solid = alone[..., 3] > 250
    assert solid.sum() > 0.4 * where.sum()
    assert np.abs(still - frowning)[solid].max() <= 6
    assert not np.array_equal(solid, spectacles.spectacles.at(puppet.side) > 0.98)


def test_thin_rims_are_found_by_their_lines(subject: Subject) -> None:
    pixels, where = covers.thin_frames(subject.pixels, subject.landmarks)
    for bright in (1.0, 0.5):
        cover = find_cover((pixels * bright).astype(np.uint8), subject.landmarks)
        assert cover is not None and cover.worn and not cover.hidden
        found = cover.shown_at(len(pixels)) > 0.5
        assert (found & where).sum() > 0.8 * where.sum()
        for eye in (LEFT_EYE, RIGHT_EYE):
            x, y = subject.landmarks[list(eye), :2].mean(0).astype(int)
            assert not found[y, x]


def test_a_dark_wall_that_a_frame_touches_covers_nothing(closed_lips: Subject) -> None:
    dark = (20, 18, 18)
    wall = covers.before_a_wall(closed_lips.pixels, closed_lips.landmarks, dark)
    cover = find_cover(covers.thin_frames(wall, closed_lips.landmarks, 0.016, dark)[0], closed_lips.landmarks)
    assert cover is not None and cover.worn and not cover.hidden
    assert cover.spectacles is not None


def test_a_lens_that_hides_an_eye_is_no_hand(closed_lips: Subject) -> None:
    pixels, _ = covers.thin_frames(closed_lips.pixels, closed_lips.landmarks)
    axes = face_axes(closed_lips.landmarks)
    lens = np.zeros(pixels.shape[:2], np.uint8)
    middle = closed_lips.landmarks[list(LEFT_EYE), :2].mean(0) + 0.02 * axes.height * axes.down
    reach = int(0.14 * axes.height), int(0.095 * axes.height)
    cv2.ellipse(lens, (int(middle[0]), int(middle[1])), reach, 0, 0, 360, 1, -1)
    dull = np.median(pixels[lens > 0], axis=0).astype(np.uint8)
    cover = find_cover(np.where(lens[..., None] > 0, dull, pixels), closed_lips.landmarks)
    assert cover is not None and cover.worn and not cover.hidden


def test_thin_rims_keep_their_shape(closed_lips: Subject) -> None:
    pixels, where = covers.thin_frames(closed_lips.pixels, closed_lips.landmarks)
    puppet = _puppet(closed_lips, pixels)
    patch = puppet.draw(Deformation.of({"browDownLeft": 1.0, "browDownRight": 1.0, "eyeBlinkLeft": 1.0}), puppet.side)
    shown = np.where(patch[..., 3:] > 127, patch[..., :3], pixels).astype(int)
    changed = np.abs(shown - pixels).max(-1) > 8
    assert changed[where].mean() < 0.05
    x, y = closed_lips.landmarks[[386, 374], :2].mean(0).astype(int)
    assert changed[y - 2:y + 3, x - 2:x + 3].any()


def test_what_is_worn_turns_with_the_head_and_a_hand_does_not(closed_lips: Subject) -> None:
    turn = Deformation.of({}, yaw=10)
    middle = closed_lips.landmarks[4, :2]
    unit = face_axes(closed_lips.landmarks).height
    for draw, turns in ((lambda *of: covers.hand(*of, MOUTH, GLOVE), False), (covers.mask, True)):
        pixels, _ = draw(closed_lips.pixels, closed_lips.landmarks)
        puppet = _puppet(closed_lips, pixels)
        moved = puppet.frame.motion.move(turn)
        points = puppet.frame.motion.rest[:, :2] * puppet.side
        near = np.hypot(*(points - middle - (0, 0.2 * unit)).T) < 0.06 * unit
        way = np.abs(moved.positions[near, :2] - puppet.frame.motion.rest[near, :2]).max() * puppet.side / unit
        assert bool(way > 0.01) is turns


def test_an_arm_goes_back_from_the_lenses_to_the_head(closed_lips: Subject) -> None:
    motion, unit = closed_lips.puppet.frame.motion, closed_lips.puppet.frame.motion.mesh.axes.height
    side = closed_lips.puppet.side
    eyes = closed_lips.landmarks[[33, 263], :2].mean(0)
    mask = np.zeros((side, side), np.float32)
    top, bottom, middle = (int(eyes[1] + off * unit * side) for off in (-0.08, 0.08, 0.0))
    left, right, end = (int(eyes[0] + off * unit * side) for off in (-0.34, 0.34, 0.46))
    cv2.rectangle(mask, (left, top), (right, bottom), 1.0, 3)
    cv2.line(mask, (right, middle), (end, middle), 1.0, 3)
    worn = WornSpectacles.of(Spectacles(mask, unit), closed_lips.pixels, motion.mesh, motion.rest)
    assert len(worn.pieces) == 2  # lenses, and the arm to the picture's right
    start, _, corners = worn.pieces[1]
    assert abs(worn.low[0] + start - right) <= 3
    assert corners[1, 2] > corners[0, 2] + 0.05 * unit  # as far back as the head is there
    empty = np.zeros((side, side, 4), np.uint8)

    def arm(yaw: float) -> int:
        there = worn.turned(empty, side, motion.turn, motion.turn.placement(yaw, 0, 0))[..., 3] > 127
        tall = there.sum(0) > 12
        return int(np.flatnonzero(there.any(0))[-1] - np.flatnonzero(tall)[-1])

    assert arm(-18.0) > 1.2 * arm(0.0) > 2 * max(arm(18.0), 0)
