"""One person in several pictures: what is taken over and read anew, and that it comes near a puppet made afresh."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest

from engine.base.errors import EngineError
from engine.base.jobs import run
from engine.base.opencv import cv2
from engine.head.pack import load_head
from engine.photo.crop import crop_for, cut
from engine.puppet.deformation import Deformation
from engine.puppet.person import prepare_person
from engine.puppet.prepare import prepare_puppet
from engine.puppet.puppet import Puppet
from engine.puppet.shapes import closing_maps, personal_shapes

FIRST_FRAMES = Path(__file__).parents[2] / "data" / "puppet" / "first-frames.npz"


def _both(name: str, value: float) -> dict[str, float]:
    return {f"{name}Left": value, f"{name}Right": value}


LOOKS = {
    "smile": Deformation.of(_both("mouthSmile", 0.7)),
    "frown": Deformation.of({**_both("browDown", 0.8), "noseWrinkle": 0.6, "jawOpen": 0.4}),
    "blink": Deformation.of({**_both("eyeBlink", 1.0), "lipClose": 1.0}),
    "turn": Deformation.of({"browInnerUp": 0.7}, yaw=3),
}


@dataclass(frozen=True)
class Picture:
    """Another picture of a subject, and a puppet made of nothing but it."""

    pixels: np.ndarray
    landmarks: np.ndarray
    blendshapes: np.ndarray

    def fresh(self, context) -> Puppet:
        return run(prepare_puppet(self.pixels, self.landmarks, self.blendshapes, load_head(), context))

    def frame_of(self, puppet: Puppet):
        return puppet.person.frame(self.pixels, self.landmarks, self.blendshapes)

    def shown(self, puppet: Puppet, deformation: Deformation) -> np.ndarray:
        drawn = puppet.draw(deformation, puppet.side)
        return np.where(drawn[..., 3:] > 0, drawn[..., :3], self.pixels)


def _picture(pixels: np.ndarray, analyser) -> Picture:
    face = analyser.faces(pixels)[0]
    crop = crop_for(face.landmarks)
    return Picture(cut(pixels, crop), crop.to_crop(face.landmarks), face.blendshapes)


def _tilted(pixels: np.ndarray) -> np.ndarray:
    """Smaller, tilted by eight degrees, and in another light."""
    side = pixels.shape[0]
    there = cv2.warpAffine(pixels, cv2.getRotationMatrix2D((side / 2, side / 2), 8, 0.92), (side, side),
                           flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)
    return np.clip((there / 255) ** 0.85 * (270, 257, 240), 0, 255).astype(np.uint8)


@pytest.fixture(scope="module")
def others(closed_lips, toothy_smile, analyser) -> dict[str, tuple[str, Picture]]:
    moved = closed_lips.shown(Deformation.of({"jawOpen": 0.3, **_both("mouthSmile", 0.4)}, yaw=6))
    return {"grave, another expression": ("closed_lips", _picture(moved, analyser)),
            "grave, tilted": ("closed_lips", _picture(_tilted(closed_lips.pixels), analyser)),
            "merry, turned": ("toothy_smile", _picture(toothy_smile.shown(Deformation(yaw=-6, pitch=3)), analyser))}


NAMES = ("grave, another expression", "grave, tilted", "merry, turned")


@pytest.fixture
def puppet_in(others, request, gl_context):
    """(name, context) -> the person's puppet showing another picture, and that picture; given back afterwards."""
    made = []

    def show(name: str, context=gl_context) -> tuple[Puppet, Picture]:
        who, picture = others[name]
        subject = request.getfixturevalue(who)
        puppet = Puppet.of(subject.puppet.person, context)
        made.append(puppet)
        puppet.show(picture.frame_of(puppet))
        return puppet, picture

    yield show
    for puppet in made:
        puppet.release()


@pytest.mark.parametrize("who", ["closed_lips", "toothy_smile"])
def test_the_first_frame_is_what_it_has_always_been(who, request):
    puppet = request.getfixturevalue(who).puppet
    with np.load(FIRST_FRAMES) as stored:
        for name, deformation in LOOKS.items():
            found = _coarse(puppet.draw(deformation, 256))
            assert np.abs(found - stored[f"{who} {name}"]).max() < 1.5, name


def _coarse(drawn: np.ndarray) -> np.ndarray:
    """(16, 16, 4) means of a patch of 256 pixels."""
    return drawn.reshape(16, 16, 16, 16, 4).mean((1, 3)).astype(np.float32)


@pytest.mark.parametrize("name", NAMES)
def test_zero_leaves_every_byte_of_another_picture(puppet_in, gl_context, name):
    for context in (gl_context, None):
        puppet, _ = puppet_in(name, context)
        for size in (puppet.side, 200):
            assert not puppet.draw(Deformation(), size).any()
            assert not puppet.draw_always(Deformation(), size)[..., 3].any()


@pytest.mark.parametrize("name", NAMES)
def test_another_picture_looks_as_if_made_afresh(puppet_in, gl_context, name):
    puppet, picture = puppet_in(name)
    fresh = picture.fresh(gl_context)
    for look, deformation in LOOKS.items():
        one, other = picture.shown(puppet, deformation).astype(int), picture.shown(fresh, deformation).astype(int)
        changed = np.abs(other - picture.pixels).max(-1) > 2
        effect, difference = np.abs(other - picture.pixels).mean(-1)[changed], np.abs(one - other).mean(-1)[changed]
        assert difference.mean() < 0.35 * effect.mean() and difference.mean() < 6, look
    fresh.release()


def test_landmarks_follow_in_another_picture(puppet_in, analyser, gl_context):
    puppet, picture = puppet_in("grave, another expression")
    fresh = picture.fresh(gl_context)
    eyes = float(np.hypot(*(picture.landmarks[33, :2] - picture.landmarks[263, :2])))
    for look in ("smile", "frown"):
        one, other = (analyser.faces(picture.shown(made, LOOKS[look]))[0].landmarks[:, :2] for made in (puppet, fresh))
        assert np.linalg.norm(one - other, axis=1).mean() < 0.012 * eyes, look
    fresh.release()


def test_the_persons_own_picture_again_changes_next_to_nothing(closed_lips):
    own = Picture(closed_lips.pixels, closed_lips.landmarks, closed_lips.face.blendshapes)
    puppet = closed_lips.puppet
    before = {look: puppet.draw(deformation, 256) for look, deformation in LOOKS.items()}
    puppet.show(own.frame_of(puppet))
    for look, deformation in LOOKS.items():
        away = np.abs(puppet.draw(deformation, 256).astype(int) - before[look])
        assert away[..., :3].mean() < 0.3, look
    puppet.show(puppet.person.own)
    for look, deformation in LOOKS.items():
        assert np.array_equal(puppet.draw(deformation, 256), before[look])


@pytest.mark.parametrize("name", NAMES)
def test_the_mesh_keeps_its_triangles_and_none_turns_over(puppet_in, name):
    puppet, picture = puppet_in(name)
    own, mesh = puppet.person.own.motion.mesh, puppet.frame.motion.mesh
    assert mesh.triangles is own.triangles
    border = (own.points < 1e-6) | (own.points > 1 - 1e-6)
    assert np.array_equal(mesh.points[border], own.points[border])

    def areas(points: np.ndarray) -> np.ndarray:
        a, b, c = points[own.triangles].transpose(1, 0, 2)
        return (b[:, 0] - a[:, 0]) * (c[:, 1] - a[:, 1]) - (b[:, 1] - a[:, 1]) * (c[:, 0] - a[:, 0])

    before, after = areas(own.points), areas(mesh.points)
    solid = np.minimum(np.abs(before), np.abs(after)) > 1e-7
    assert (np.sign(before) == np.sign(after))[solid].all()
    for landmark in (61, 291, 1, 152, 105, 334):
        away = np.linalg.norm(mesh.points - picture.landmarks[landmark, :2] / puppet.side, axis=1).min()
        assert away < 0.03 * mesh.axes.height


def test_lids_meet_and_teeth_are_read_where_this_picture_shows_them(puppet_in):
    puppet, _ = puppet_in("grave, another expression")
    assert puppet.person.own.mouth.open is None and puppet.frame.mouth.open is not None
    assert puppet.facts.lip_gap > 0.02 > puppet.person.own.facts.lip_gap
    moved = puppet.frame.motion.move(LOOKS["blink"]).positions[:, :2]
    axes = puppet.frame.motion.mesh.axes
    for upper, lower in puppet.frame.motion.mesh.rims.values():
        assert np.abs((moved[lower] - moved[upper]) @ axes.down).max() < 0.004 * axes.height


@pytest.mark.parametrize("who", ["closed_lips", "toothy_smile"])
def test_what_closes_an_opening_is_a_map_of_how_far_it_stands_open(who, request):
    person = request.getfixturevalue(who).puppet.person
    motion = person.own.motion
    given = motion.mesh, person.plate, motion.apertures, person.landmarks
    shapes, maps = personal_shapes(*given), closing_maps(*given)
    for name, opening in (("eyeBlinkRight", "eyeRight"), ("eyeBlinkLeft", "eyeLeft"), ("lipClose", "mouth")):
        gap = motion.apertures[opening].lower - motion.apertures[opening].upper
        assert np.abs(maps[name] @ gap - shapes[name]).max() < 1e-9


def test_both_renderers_agree_in_another_picture(puppet_in):
    (drawn, _), (plain, _) = puppet_in("grave, tilted"), puppet_in("grave, tilted", None)
    for look, deformation in LOOKS.items():
        ours, other = drawn.draw(deformation, 256), plain.draw(deformation, 256)
        assert (ours[..., 3] != other[..., 3]).mean() < 0.004, look
        both = (ours[..., 3] > 0) & (other[..., 3] > 0)
        assert np.abs(ours[both][:, :3].astype(int) - other[both][:, :3]).mean() < 1.5, look


def test_what_is_no_picture_of_a_person_is_refused(closed_lips):
    person, landmarks, shapes = closed_lips.puppet.person, closed_lips.landmarks, closed_lips.face.blendshapes
    for pixels, points in ((closed_lips.pixels[:40], landmarks), (closed_lips.pixels.astype(np.uint16), landmarks),
                           (closed_lips.pixels, np.full((478, 3), np.nan)), (closed_lips.pixels, landmarks[:5]),
                           (closed_lips.pixels, np.zeros((478, 3)))):
        with pytest.raises(EngineError):
            person.frame(pixels, points, shapes)


def test_a_person_needs_no_opengl(closed_lips):
    person = run(prepare_person(closed_lips.pixels, closed_lips.landmarks, closed_lips.face.blendshapes, load_head()))
    drawn = Puppet.of(person, None).draw(LOOKS["smile"], 128)
    assert (drawn[..., 3] > 0).any()
