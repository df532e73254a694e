"""Where a head that a generator has turned lies in its photo."""

from types import SimpleNamespace

import numpy as np
import pytest

from engine.base.jobs import run, single
from engine.base.opencv import cv2
from engine.generator.alignment import align, cut_aligned
from engine.generator.composite import Composer
from engine.head.pack import load_head
from engine.networks.face_parser import LABELS
from engine.networks.residency import Residency
from engine.photo.crop import cut
from engine.photo.face import Face
from engine.photo.open_photo import OpenPhoto
from engine.photo.paste import paste
from engine.photo.picture import Picture
from engine.puppet.facemap import face_axes
from engine.puppet.head.parts import FacePlace
from engine.puppet.head.places import turned_places
from engine.render.turned_heads import PhotoHead, TurnedHeads, found_turn

SQUARE = 256


def parsed(landmarks: np.ndarray) -> dict[str, np.ndarray]:
    """What a parser would say of a picture of a face (478, 2) in its sides."""
    place = FacePlace(landmarks, face_axes(landmarks), (0.0, 0.0, 1.0, 1.0))
    below, beside, face = place.below_chin(512), place.beside(512), place.oval(512)
    head = (np.hypot(beside / 0.46, (below + 0.62) / 0.72) < 1) & (below < 0.05)
    neck = (np.abs(beside) < 0.26) & (below > -0.15) & (below < 0.3) & ~face
    found = {name: np.zeros((512, 512), bool) for name in LABELS}
    found["skin"], found["hair"], found["neck"] = face, head & ~face & ~neck, neck
    found["cloth"] = (below > 0.2) & ~neck
    return found


@pytest.fixture(scope="module")
def photo(samples, analyser) -> OpenPhoto:
    pixels = cv2.resize(samples["neutral"], None, fx=0.35, fy=0.35, interpolation=cv2.INTER_AREA)
    return OpenPhoto(Picture(pixels, pixels, None, "neutral", None, "PNG"), analyser.faces(pixels))


@pytest.fixture(scope="module")
def heads(analyser) -> TurnedHeads:
    def seen(photo: OpenPhoto, face: int):
        crop = photo.crop(face)
        return single(lambda: parsed(crop.to_crop(photo.faces[face].landmarks)[:, :2].astype(np.float64) / crop.side))

    return TurnedHeads(lambda: analyser, load_head, lambda: SimpleNamespace(parsed=seen),  # type: ignore
                       Residency(1 << 30))


@pytest.fixture(scope="module")
def sitter(heads, photo) -> PhotoHead:
    found = run(heads.sitter(photo, 0))
    assert found is not None and run(heads.sitter(photo, 0)) is found
    return found


@pytest.mark.parametrize(("yaw", "pitch"), [(0.0, 0.0), (12.0, 3.0), (-30.0, -8.0)])
def test_a_turn_is_found_wherever_and_however_large_it_is_drawn(sitter, yaw, pitch):
    was = sitter.rest[:, :2] + 0.001 * np.random.default_rng(1).standard_normal((478, 2))
    led = was + (sitter.turn.apply(sitter.rest, sitter.turn.placement(yaw, pitch, 0), 1.0) - sitter.rest)[:, :2]
    drawn = 1.07 * led - (0.06, 0.02)
    found = found_turn(sitter.turn, sitter.rest, was, drawn)
    assert found is not None and found[:2] == pytest.approx((yaw, pitch), abs=0.05)
    assert np.abs(drawn @ found[2][:, :2].T + found[2][:, 2] - led).max() < 1e-3


@pytest.mark.parametrize("spoilt", [(-1.0, 1.0), (0.35, 1.0), (1.0, 0.4), (1.5, 1.5)],
                         ids=["mirrored", "narrow", "flat", "small"])
def test_landmarks_of_no_turn_move_nothing(sitter, spoilt):
    was = sitter.rest[:, :2].copy()
    assert found_turn(sitter.turn, sitter.rest, was, was) is not None
    assert found_turn(sitter.turn, sitter.rest, was, was * spoilt) is None


@pytest.fixture(scope="module")
def turned(sitter, photo, analyser) -> tuple[np.ndarray, np.ndarray, np.ndarray, Face]:
    """The face as a generator would draw it: as it is and turned by 14 degrees, recentred, with a parser's labels; and
    what is seen of it in the crop before it was recentred."""
    crop = sitter.crop
    square = cut(photo.picture.pixels, crop)
    places = turned_places(sitter.cutout, sitter.turn, sitter.turn.placement(14, 0, 0))
    source = cv2.resize(places.source, (crop.side, crop.side)) * crop.side - 0.5
    there = cv2.resize(places.shown, (crop.side, crop.side))[..., None] > 0.5
    plain = np.full_like(square, 90)
    scene = np.where(there, cv2.remap(square, source, None, cv2.INTER_LINEAR), plain)
    face = analyser.faces(np.ascontiguousarray(scene))[0]
    after = cut_aligned(scene, align(face.landmarks), SQUARE)
    before = cut_aligned(photo.picture.pixels, align(photo.faces[0].landmarks), SQUARE)
    seen = analyser.faces(after)[0].landmarks[:, :2].astype(np.float64) / SQUARE
    labels = np.argmax([parsed(seen)[name] for name in LABELS], axis=0).astype(np.uint8)
    return before.astype(np.float32) / 255, after.astype(np.float32) / 255, labels, face


def test_a_turned_head_is_laid_about_the_neck_and_the_rest_keeps_its_bytes(heads, sitter, photo, turned, analyser):
    before, after, labels, led = turned
    alignment = align(photo.faces[0].landmarks)
    head = heads.laid(sitter, alignment, before, after, labels)
    assert head is not None and head.amount == 1.0
    native = cut(photo.picture.pixels, sitter.crop)
    patch = Composer(native, sitter.crop, alignment, before).patch(after, turned=head)
    shown = native.copy()
    paste(shown, patch, 0, 0)
    face, unit = analyser.faces(shown)[0], sitter.cutout.place.axes.height * sitter.crop.side
    assert led.yaw - photo.faces[0].yaw > 8 and face.yaw == pytest.approx(led.yaw, abs=2)
    assert np.abs(face.landmarks[:, :2] - led.landmarks[:, :2]).mean() < 0.04 * unit
    assert np.abs(face.landmarks[1, :2] - sitter.rest[1, :2] * sitter.crop.side).max() > 0.06 * unit
    far = np.abs(sitter.cutout.place.beside(sitter.crop.side)) > 0.85
    assert far.mean() > 0.15 and not patch[far][:, 3].any()


def test_where_no_face_is_seen_nothing_is_laid(heads, sitter, photo, turned):
    empty = np.full((SQUARE, SQUARE, 3), 0.5, np.float32)
    assert heads.laid(sitter, align(photo.faces[0].landmarks), turned[0], empty, turned[2]) is None
