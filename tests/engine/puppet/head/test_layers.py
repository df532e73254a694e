"""A head cut out of the photo and turned over what is behind it: what moves, what stays, and who draws it."""

from dataclasses import replace

import numpy as np
import pytest

from engine.base.jobs import run
from engine.base.opencv import cv2
from engine.networks.face_parser import LABELS
from engine.puppet.deformation import Deformation
from engine.puppet.head.layers import HeadLayers, prepare_layers
from engine.puppet.head.parts import FacePlace, guessed_parts, parsed_parts
from engine.puppet.head.plate import background
from engine.puppet.head.relief import SIDE, depth_map, share_map
from engine.puppet.head.surface import refined
from engine.puppet.puppet import Puppet
from engine.puppet.render.renderer_cpu import CpuRenderer

WHOLE = (0.0, 0.0, 1.0, 1.0)
TURN = Deformation.of({"mouthSmileLeft": 0.5}, yaw=15, pitch=-6)


def _parsed(subject) -> dict[str, np.ndarray]:
    """What a parser would say of a subject: skin in the face's outline, hair around it, a neck, a collar."""
    place = FacePlace(subject.puppet.person.landmarks, subject.puppet.frame.motion.mesh.axes, WHOLE)
    below, beside = place.below_chin(256), place.beside(256)
    face = place.oval(256)
    head = (np.hypot(beside / 0.52, (below + 0.62) / 0.72) < 1) & (below < 0.05)
    neck = (np.abs(beside) < 0.26) & (below > -0.15) & (below < 0.3) & ~face
    found = {name: np.zeros((256, 256), bool) for name in LABELS}
    found["skin"], found["hair"], found["neck"] = face, head & ~face & ~neck, neck
    found["cloth"] = (below > 0.2) & ~neck
    return found


@pytest.fixture(scope="module")
def layers(closed_lips) -> HeadLayers:
    return run(prepare_layers(closed_lips.puppet.person, WHOLE, _parsed(closed_lips)))


@pytest.fixture
def puppet(closed_lips, layers, gl_context):
    found = Puppet.of(closed_lips.puppet.person, gl_context)
    found.lay(layers)
    yield found
    found.release()


def test_what_is_far_from_the_head_keeps_its_bytes(puppet, closed_lips):
    drawn = puppet.draw(TURN, puppet.side)
    far = cv2.dilate(drawn[..., 3], np.ones((5, 5), np.uint8)) == 0
    assert far.mean() > 0.3  # in one sheet with what is behind nearly all of a crop changes
    assert not far[puppet.side // 2, puppet.side // 2]
    assert (closed_lips.puppet.draw(TURN, puppet.side)[..., 3] > 0)[far].mean() > 0.3


def test_an_expression_alone_is_drawn_as_ever(puppet, closed_lips):
    smile = Deformation.of({"mouthSmileLeft": 0.7, "browInnerUp": 0.4})
    puppet.draw(TURN, puppet.side)  # what draws layers leaves what draws the rest alone
    assert not puppet.drawing(smile, 128).layered
    assert np.array_equal(puppet.draw(smile, puppet.side), closed_lips.puppet.draw(smile, puppet.side))
    assert not puppet.draw(Deformation(), puppet.side).any()


def test_an_expression_goes_along_in_a_turn(puppet):
    surface = puppet.layers.surface
    moved = puppet.frame.motion.move(TURN)
    turn = puppet.frame.motion.turn
    now = surface.turned(moved, puppet.frame.motion.rest, turn, turn.placement(TURN.yaw, TURN.pitch, TURN.roll))
    mesh = puppet.frame.motion.mesh
    rims = np.concatenate([numbers for pair in mesh.rims.values() for numbers in pair])
    face = mesh.face > 0.15
    face[rims] = True
    assert np.abs(now[:len(face)][face] - moved.positions[face]).max() < 1e-4  # the openings' layers lie there


def test_the_background_shows_where_the_head_was(puppet, closed_lips):
    drawn = puppet.draw(Deformation(roll=20), puppet.side)
    matte = cv2.resize(puppet.layers.skin.matte[..., 3], (puppet.side,) * 2)
    plate = cv2.resize(puppet.layers.skin.plate, (puppet.side,) * 2)
    top = int(np.flatnonzero(matte.max(1) > 250)[0]) + puppet.side // 20
    row = np.flatnonzero(matte[top] > 250)
    left = row[0]  # the head tilts to the picture's right
    assert drawn[top, left, 3] == 255
    assert np.abs(drawn[top, left, :3].astype(int) - plate[top, left, :3]).max() < 12


def test_only_what_the_outline_is_in_is_blended_with_what_is_behind(puppet):
    drawing, alpha = puppet.drawing(TURN, 160), puppet.layers.skin.matte[..., 3]
    at = np.clip((puppet.layers.surface.rest[drawing.triangles, :2] * len(alpha)).astype(int), 0, len(alpha) - 1)
    least = alpha[at[..., 1], at[..., 0]].min(1)
    assert least[~drawing.outline].min() == 255
    assert 0.05 < drawing.outline.mean() < 0.8
    all_ = replace(drawing, outline=np.ones(len(drawing.triangles), bool))
    one, other = puppet.renderer.draw(drawing, 160, False), puppet.renderer.draw(all_, 160, False)
    assert np.abs(one.astype(int) - other).max() <= 1


def test_both_renderers_draw_the_same_layers(puppet):
    cpu = CpuRenderer(puppet.frame.skin)
    cpu.lay(puppet.layers.skin, 0, 0)
    drawing = puppet.drawing(TURN, 160)
    one, other = puppet.renderer.draw(drawing, 160), cpu.draw(drawing, 160)
    assert ((one[..., 3] > 0) != (other[..., 3] > 0)).mean() < 0.01
    both = (one[..., 3] > 0) & (other[..., 3] > 0)
    assert np.abs(one[both].astype(int) - other[both]).mean() < 2


def test_what_another_painter_left_on_does_not_show_behind_the_head(closed_lips, layers, gl_context):
    def drawn() -> np.ndarray:
        found = Puppet.of(closed_lips.puppet.person, gl_context)
        found.lay(layers)
        try:
            return found.draw(TURN, 160)
        finally:
            found.release()

    clean = drawn()
    gl_context.front_face, gl_context.cull_face = "cw", "back"
    gl_context.blend_func = gl_context.ONE, gl_context.ONE_MINUS_SRC_ALPHA
    gl_context.enable_only(gl_context.BLEND | gl_context.CULL_FACE)  # as the game head's does
    assert np.array_equal(drawn(), clean)


def test_a_large_frame_is_the_same_in_parts(puppet):
    whole, parts = puppet.draw(TURN, puppet.side), np.zeros((puppet.side, puppet.side, 4), np.uint8)
    for x, y, patch in puppet.draw_parts(TURN, (0, 0, puppet.side, puppet.side), whole=16, part_side=128):
        parts[y:y + patch.shape[0], x:x + patch.shape[1]] = patch
    assert (np.abs(whole.astype(int) - parts) > 3).mean() < 0.005


def test_a_window_is_cut_from_the_whole_with_and_without_contours(puppet):
    side = puppet.side
    inside, window = (20, side // 4, side - 9, side), np.s_[side // 4:side, 20:side - 9]
    whole = puppet.draw(TURN, side)
    (_, _, patch), = puppet.draw_parts(TURN, inside)
    assert np.array_equal(patch, whole[window])
    (_, _, plain), = puppet.draw_parts(TURN, inside, contours=False)
    changed = np.abs(plain.astype(int) - patch).max(-1) > 8
    assert 0 < changed.mean() < 0.005
    assert np.array_equal(puppet.draw(TURN, side), whole)


def test_what_stays_before_the_face_keeps_the_head_in_one_sheet(puppet):
    puppet.frame = replace(puppet.frame, cover=None)
    assert not puppet.drawing(TURN, 64).layered  # another picture than the person's own


def test_a_head_that_cannot_be_cut_out_turns_in_one_sheet_and_says_so(closed_lips, gl_context):
    nothing = {name: np.zeros((64, 64), bool) for name in LABELS}
    place = FacePlace(closed_lips.puppet.person.landmarks, closed_lips.puppet.frame.motion.mesh.axes,
                      (0.9, 0.9, 1.0, 1.0))
    assert parsed_parts(nothing, place, 64) is None
    found = run(prepare_layers(closed_lips.puppet.person, (0.9, 0.9, 1.0, 1.0), nothing))
    puppet = Puppet.of(closed_lips.puppet.person, gl_context)
    puppet.lay(found)
    assert found.surface is None and not puppet.drawing(TURN, 64).layered
    assert puppet.turned_notes(TURN) == (found.note,) and not puppet.turned_notes(Deformation.of({"jawOpen": 0.4}))
    puppet.release()


def test_without_a_parser_the_head_is_cut_out_by_its_looks(closed_lips):
    found = run(prepare_layers(closed_lips.puppet.person, WHOLE, None))
    assert found.skin is not None and "face parsing" in str(found.note)
    place = FacePlace(closed_lips.puppet.person.landmarks, closed_lips.puppet.frame.motion.mesh.axes, WHOLE)
    side = len(found.skin.matte)
    alpha, beside = found.skin.matte[..., 3], place.beside(side)
    assert (alpha[place.oval(side)] > 250).mean() > 0.97
    assert (alpha[np.abs(beside) > 0.75] < 5).mean() > 0.97
    blank = np.full((64, 64, 3), 90, np.uint8)
    assert guessed_parts(blank, np.zeros((SIDE, SIDE), bool), place, 64) is None


@pytest.fixture(scope="module")
def room(closed_lips):
    place = FacePlace(closed_lips.puppet.person.landmarks, closed_lips.puppet.frame.motion.mesh.axes, WHOLE)
    parts = parsed_parts(_parsed(closed_lips), place, 256)
    assert parts is not None
    return place, parts


def test_face_goes_all_the_way_and_shoulders_stay(room):
    place, parts = room
    share, below = share_map(parts, place), place.below_chin(SIDE)
    assert share[place.oval(SIDE) & (below < -0.2)].min() > 0.97
    neck = cv2.resize(parts.neck.astype(np.uint8), (SIDE, SIDE)) > 0
    assert share[neck & (below > 0.29)].max() < 0.15


def test_an_ear_goes_along_as_one_piece_before_an_edge_that_cuts_the_hair(room):
    place, parts = room
    unit, below, beside = place.axes.height, place.below_chin(256), place.beside(256)
    ears = (np.abs(beside - 0.30) < 0.06) & (np.abs(below + 0.6) < 0.15)
    cut = replace(place, bounds=(0.0, 0.0, float(place.landmarks[152, 0] + 0.50 * unit), 1.0))
    small = cv2.resize(ears.astype(np.float32), (SIDE, SIDE), interpolation=cv2.INTER_AREA) > 0.5
    hard = parts.hard | ears
    bent = share_map(replace(parts, hard=hard), cut)[small]
    whole = share_map(replace(parts, hard=hard, ears=ears), cut)[small]
    assert np.ptp(bent) > 0.3 and np.ptp(whole) < 0.1
    assert whole.mean() == pytest.approx(bent.mean(), abs=0.1)


def test_an_ear_is_flat_and_as_far_back_as_the_head_has_it(room):
    place, parts = room
    below, beside = place.below_chin(256), place.beside(256)
    ears = (np.abs(beside - 0.46) < 0.08) & (np.abs(below + 0.6) < 0.15)
    skin = np.where(place.beside(SIDE) > 0.40, 0.0, -0.4 * place.axes.height)  # a step beside the cheek
    hard = replace(parts, hard=parts.hard | ears)
    row = int(np.flatnonzero(np.abs(place.below_chin(SIDE)[:, SIDE // 2] + 0.6) < 0.02)[0])
    on = np.flatnonzero((np.abs(place.beside(SIDE) - 0.46) < 0.05)[row])
    steep, flat = (np.ptp(depth_map(one, skin, place)[row, on]) for one in (hard, replace(hard, ears=ears)))
    assert flat < 0.6 * steep


def test_nothing_comes_in_from_beyond_an_edge_that_cuts_the_person(room):
    place, parts = room
    cut = replace(place, bounds=(0.45, 0.0, 1.0, 1.0))
    assert share_map(parts, cut)[SIDE // 2, int(0.45 * SIDE) + 1] < 0.1
    assert share_map(parts, place)[SIDE // 2, int(0.45 * SIDE) + 1] > 0.95


def test_a_head_cut_at_the_top_is_closed(room):
    place, parts = room
    rows = np.flatnonzero(parts.person.any(1))
    edge = (rows[0] + 0.25 * np.ptp(rows) / 2) / 256
    hair = replace(place, bounds=(0.0, edge, 1.0, 1.0)).closed(parts.hair, parts.person)
    above = hair[:int(edge * 256)]
    widths = above.sum(1)
    assert widths[-1] > 10 and widths[0] < 0.8 * widths[-1]  # no column of hair up to the sky
    assert (np.diff(widths) >= 0).all()


def test_hair_is_round_and_the_face_as_deep_as_the_head(room):
    place, parts = room
    skin = np.full((SIDE, SIDE), np.nan)
    skin[place.oval(SIDE)] = -0.4 * place.axes.height
    depth = depth_map(parts, skin, place) / place.axes.height
    person = cv2.resize(parts.person.astype(np.uint8), (SIDE, SIDE)) > 0
    middle = int(place.landmarks[1, 1] * SIDE), int(place.landmarks[1, 0] * SIDE)
    assert depth[middle] == pytest.approx(-0.4, abs=0.02)
    column = np.flatnonzero(person[:, middle[1]])
    crown = depth[column[0]:int(place.landmarks[10, 1] * SIDE), middle[1]]
    assert crown[0] > -0.2 and (np.diff(crown) < 0.005).all()  # nearer and nearer from the outline to the brow


def test_what_was_never_seen_is_filled_from_around_the_person(room):
    place, parts = room
    picture = np.full((256, 256, 3), (0.2, 0.5, 0.3), np.float32)
    picture[parts.person] = (0.9, 0.6, 0.5)
    picture[parts.cloth] = (0.1, 0.1, 0.6)
    plate = background(picture, parts.person.astype(np.float32), parts, place)
    face = place.oval(256) & (place.below_chin(256) < -0.7)  # nearer to the wall than to neck and collar
    assert np.abs(plate[face][:, :3] - (0.2, 0.5, 0.3)).max() < 0.06 and plate[face][:, 3].min() > 0.99


def test_a_neck_stays_and_goes_on_behind_the_jaw_without_the_collars_colour(room):
    place, parts = room
    picture = np.full((256, 256, 3), (0.2, 0.5, 0.3), np.float32)
    picture[parts.person] = (0.9, 0.6, 0.5)
    picture[parts.cloth] = (0.1, 0.1, 0.6)
    plate = background(picture, parts.person.astype(np.float32), parts, place)
    below, beside = place.below_chin(256), place.beside(256)
    inner = cv2.erode(parts.neck.astype(np.uint8), np.ones((7, 7), np.uint8)) > 0
    assert plate[inner][:, 3].max() < 0.05  # between neck and collar nothing may open
    jaw = place.oval(256) & (below > -0.12) & (np.abs(beside) < 0.15)
    assert jaw.sum() > 100 and plate[jaw][:, 3].min() > 0.9
    assert np.abs(plate[jaw][:, :3] - (0.9, 0.6, 0.5)).max() < 0.1
    wide = (np.abs(beside) > 0.32) & (plate[..., 3] > 0.9)
    assert wide.sum() > 100 and (np.abs(plate[wide][:, :3] - (0.9, 0.6, 0.5)).max(1) > 0.2).all()


def test_a_finer_mesh_covers_what_the_coarse_one_does():
    points = np.array([[0, 0], [1, 0], [0, 1], [1, 1], [0.5, 0.02]], float)
    triangles = np.array([[0, 4, 2], [4, 1, 2], [1, 3, 2]])
    carry, fine = refined(points, triangles, 10.0)
    at = carry @ points
    a, b, c = at[fine].transpose(1, 0, 2)
    area = (b[:, 0] - a[:, 0]) * (c[:, 1] - a[:, 1]) - (b[:, 1] - a[:, 1]) * (c[:, 0] - a[:, 0])
    assert (area > 0).all() and len(fine) > 3 * 8
    assert area.sum() / 2 == pytest.approx(0.99)
    edges = np.sort(np.concatenate([fine[:, [0, 1]], fine[:, [1, 2]], fine[:, [2, 0]]]), 1)
    assert np.unique(edges, axis=0, return_counts=True)[1].max() == 2  # no crack where a fine part meets a coarse one
