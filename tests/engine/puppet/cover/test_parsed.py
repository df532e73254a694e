"""What a face parser says decides what covers a face, beside what is found by its looks."""

import numpy as np
import pytest

from engine.base.opencv import cv2
from engine.puppet.cover.find import find_cover
from engine.puppet.cover.parsed import Parsed
from engine.puppet.facemap import OVAL, face_axes
from tests.engine.puppet.conftest import Subject
from tests.engine.puppet.cover import covers


def _faint_frames(subject: Subject) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Glasses with rims too faint to be told by their looks: picture, where their rims and all of them are."""
    _, rims = covers.frames(subject.pixels, subject.landmarks)
    whole = np.zeros(rims.shape, np.uint8)
    outlines, _ = cv2.findContours(rims.astype(np.uint8), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    cv2.fillPoly(whole, outlines, 1)
    faint = np.where(rims[..., None], subject.pixels // 8 * 7, subject.pixels)
    return faint.astype(np.uint8), rims, whole > 0


def _shows(subject: Subject, **classes: np.ndarray) -> Parsed:
    face = np.zeros(subject.pixels.shape[:2], np.uint8)
    cv2.fillPoly(face, [np.round(subject.landmarks[list(OVAL), :2]).astype(np.int32).reshape(-1, 1, 2)], 1)
    skin = face > 0
    for where in classes.values():
        skin &= ~where
    return {"skin": skin, **classes}


def test_rims_of_clear_glasses_are_a_cover_and_their_lenses_are_not(closed_lips: Subject) -> None:
    pixels, rims, whole = _faint_frames(closed_lips)
    assert find_cover(pixels, closed_lips.landmarks) is None
    cover = find_cover(pixels, closed_lips.landmarks, _shows(closed_lips, glasses=whole))
    assert cover is not None and cover.worn and cover.hidden == frozenset()
    found = cover.shown_at(len(pixels)) > 0.5
    assert (found & rims).sum() > 0.9 * rims.sum()
    for lid in ((159, 145), (386, 374)):
        x, y = closed_lips.landmarks[list(lid), :2].mean(0).astype(int)
        assert not found[y, x]


def test_dark_glasses_hide_the_eyes(closed_lips: Subject) -> None:
    pixels, where = covers.sunglasses(closed_lips.pixels, closed_lips.landmarks)
    cover = find_cover(pixels, closed_lips.landmarks, _shows(closed_lips, glasses=where))
    assert cover is not None and {"eyeLeft", "eyeRight"} <= cover.hidden
    assert ((cover.at(len(pixels)) > 0.5) & where).sum() > 0.9 * where.sum()


def test_what_looks_like_dark_glasses_is_left_alone(closed_lips: Subject) -> None:
    pixels, where = covers.sunglasses(closed_lips.pixels, closed_lips.landmarks)
    axes, face = face_axes(closed_lips.landmarks), np.zeros(where.shape, np.uint8)
    cv2.fillPoly(face, [np.round(closed_lips.landmarks[list(OVAL), :2]).astype(np.int32).reshape(-1, 1, 2)], 1)
    beyond = cv2.dilate(face, np.ones((2 * round(0.06 * axes.height) + 1,) * 2, np.uint8)) == 0
    temples = np.zeros_like(where)  # arms that lead from the glasses into what is dark behind
    row = int(closed_lips.landmarks[[33, 263], 1].mean())
    temples[row - 4:row + 5] = True
    dark = np.where((beyond | (temples & ~where))[..., None], np.median(pixels[where], axis=0), pixels).astype(np.uint8)
    cover = find_cover(dark, closed_lips.landmarks, _shows(closed_lips, glasses=where))
    assert cover is not None and cover.worn  # they turn with the head
    assert (cover.at(len(dark)) > 0.5)[beyond].mean() < 0.02


@pytest.mark.parametrize(("name", "worn"), [("hair", True), ("cloth", True), ("background", False)])
def test_what_lies_over_skin_is_a_cover(closed_lips: Subject, name: str, worn: bool) -> None:
    axes = face_axes(closed_lips.landmarks)
    x, y = closed_lips.landmarks[[70, 300], :2].mean(0)
    where = np.zeros(closed_lips.pixels.shape[:2], bool)
    where[int(y - 0.16 * axes.height):int(y + 0.1 * axes.height), int(x - 0.4 * axes.iod):int(x + axes.iod)] = True
    cover = find_cover(closed_lips.pixels, closed_lips.landmarks, _shows(closed_lips, **{name: where}))
    assert cover is not None and cover.worn is worn and "browLeft" in cover.hidden


def test_little_of_it_and_what_is_beside_the_face_is_none(closed_lips: Subject) -> None:
    face = np.zeros(closed_lips.pixels.shape[:2], np.uint8)
    cv2.fillPoly(face, [np.round(closed_lips.landmarks[list(OVAL), :2]).astype(np.int32).reshape(-1, 1, 2)], 1)
    beside = cv2.erode(face, np.ones((5, 5), np.uint8)) == 0
    x, y = closed_lips.landmarks[159, :2].astype(int)
    speck = np.zeros(face.shape, bool)
    speck[y - 4:y + 5, x - 4:x + 5] = True
    for name in ("hair", "cloth", "hat", "background"):
        assert find_cover(closed_lips.pixels, closed_lips.landmarks, _shows(closed_lips, **{name: beside})) is None
    assert find_cover(closed_lips.pixels, closed_lips.landmarks, _shows(closed_lips, glasses=speck)) is None


def test_a_hand_that_is_skin_to_the_parser_is_found_all_the_same(closed_lips: Subject) -> None:
    pixels, _ = covers.hand(closed_lips.pixels, closed_lips.landmarks, (13, 14), (60, 90, 150))
    cover = find_cover(pixels, closed_lips.landmarks, _shows(closed_lips))
    assert cover is not None and "mouth" in cover.hidden and not cover.worn
