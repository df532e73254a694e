"""The latent renderer on a toy generator: what is drawn, kept, told and refused."""

from typing import Any

import numpy as np
import pytest

from engine.base.errors import EngineError, NotInverted
from engine.base.jobs import Job, Progress, run
from engine.base.look import Look
from engine.base.text import Text
from engine.expression.latent import units
from engine.expression.latent.basis import Basis
from engine.expression.latent.measures import PLACE
from engine.expression.latent.renderer import LatentRenderer
from engine.expression.units import CONTROLS
from engine.generator.composite import Composer
from engine.networks.face_parts import FaceParts
from engine.networks.residency import Residency
from engine.photo.open_photo import OpenPhoto
from tests.engine.expression.latent.toy import PERSON, SIDE, SMILE, ToyAnalyser, ToyGenerator, ToyLatents

SMILING = Look.of(CONTROLS, {"AU12": 6})


@pytest.fixture
def renderer(latents: ToyLatents, toy_analyser: ToyAnalyser, basis: Basis, all_supported: None) -> LatentRenderer:
    return LatentRenderer(latents, lambda: toy_analyser, Residency(1 << 28), basis=lambda: basis)  # type: ignore[arg-type]


def drawn(renderer: LatentRenderer, photo: OpenPhoto, look: Look, final: bool = True) -> np.ndarray | None:
    patch = run(renderer.draw(photo, 0, look, SIDE, final))
    return patch.pixels if patch is not None else None


def notes_of(renderer: LatentRenderer, photo: OpenPhoto, look: Look) -> tuple[Text, ...]:
    return run(renderer.finish(photo, {0: look}, photo.picture.native.copy()))


def test_what_changed_is_drawn_and_only_that(renderer: LatentRenderer, photo: OpenPhoto) -> None:
    patch = drawn(renderer, photo, SMILING)
    assert patch is not None and patch.shape == (photo.crop(0).side, photo.crop(0).side, 4) and patch.dtype == np.uint8
    inside = patch[..., 3] > 250
    assert inside.mean() > 0.1 and (patch[..., 3] == 0).mean() > 0.05
    red, green, blue = patch[inside, :3].astype(float).mean(0)
    assert red > green + 10 and red > blue + 10


def test_nothing_asked_is_the_source(renderer: LatentRenderer, photo: OpenPhoto, generator: ToyGenerator) -> None:
    for look in (Look(), Look.of(CONTROLS, {"wrinkles": 20})):
        assert drawn(renderer, photo, look) is None
        native = photo.picture.native.copy()
        run(renderer.finish(photo, {0: look}, native))
        assert np.array_equal(native, photo.picture.native)
    assert generator.drawn == 0


def test_the_photo_is_finished_where_it_was_drawn(renderer: LatentRenderer, photo: OpenPhoto) -> None:
    native = photo.picture.native.copy()
    run(renderer.finish(photo, {0: SMILING}, native))
    changed = (native != photo.picture.native).any(2)
    assert 0.02 < changed.mean() < 0.9 and not changed[:5].any()
    run(renderer.finish(photo, {0: SMILING}, again := photo.picture.native.copy()))
    assert np.array_equal(native, again)


def test_more_is_asked_more_is_there(renderer: LatentRenderer, photo: OpenPhoto) -> None:
    def red(value: float) -> float:
        patch = drawn(renderer, photo, Look.of(CONTROLS, {"AU12": value}))
        assert patch is not None
        return float(patch[patch[..., 3] > 250, 0].mean())

    assert red(8) > red(4) + 3


def test_an_answer_is_kept(renderer: LatentRenderer, photo: OpenPhoto, toy_analyser: ToyAnalyser) -> None:
    first = drawn(renderer, photo, SMILING)
    looks = toy_analyser.looks
    assert np.array_equal(drawn(renderer, photo, SMILING), first) and toy_analyser.looks == looks
    renderer.forget(photo.id)
    assert np.array_equal(drawn(renderer, photo, SMILING), first) and toy_analyser.looks > looks


def test_a_draft_near_an_answer_takes_one_look(renderer: LatentRenderer, photo: OpenPhoto,
                                               toy_analyser: ToyAnalyser) -> None:
    drawn(renderer, photo, Look.of(CONTROLS, {"AU26": 6}))
    looks = toy_analyser.looks
    assert drawn(renderer, photo, Look.of(CONTROLS, {"AU26": 5}), final=False) is not None
    assert toy_analyser.looks == looks + 1


def test_a_draft_is_no_answer_for_the_final(renderer: LatentRenderer, photo: OpenPhoto,
                                            toy_analyser: ToyAnalyser) -> None:
    drawn(renderer, photo, Look.of(CONTROLS, {"AU26": 6}))
    drawn(renderer, photo, Look.of(CONTROLS, {"AU26": 5}), final=False)
    looks = toy_analyser.looks
    drawn(renderer, photo, Look.of(CONTROLS, {"AU26": 5}))
    assert toy_analyser.looks > looks + 1


def test_what_was_not_reached_is_told(renderer: LatentRenderer, photo: OpenPhoto,
                                      monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(units.MEASURED, "AU4", {"support": "good", "remark": ""})
    assert notes_of(renderer, photo, Look.of(CONTROLS, {"AU4": 6})) == ("AU4: 0% of what was asked",)  # it has no brows
    assert notes_of(renderer, photo, Look()) == ()
    patch = run(renderer.draw(photo, 0, SMILING, SIDE, True))
    assert patch is not None and not any("AU4" in note for note in patch.notes)


def test_what_comes_along_is_told(renderer: LatentRenderer, photo: OpenPhoto, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(units.MEASURED, "AU26",
                        {"support": "side effects", "remark": "brings", "measures": ["+eyeBlink"]})
    patch = run(renderer.draw(photo, 0, Look.of(CONTROLS, {"AU26": 6}), SIDE, True))
    assert patch is not None and "AU26 brings along more shutting of the eyes" in patch.notes


def test_the_generator_is_not_asked_for_what_it_cannot_draw(
        latents: ToyLatents, toy_analyser: ToyAnalyser, basis: Basis, photo: OpenPhoto,
        generator: ToyGenerator) -> None:
    renderer = LatentRenderer(latents, lambda: toy_analyser, Residency(1 << 28), basis=lambda: basis)  # type: ignore[arg-type]
    latents.code_ = None
    look = Look.of(CONTROLS, {"AU6": 5})
    assert drawn(renderer, photo, look) is None
    assert run(renderer.divided(photo, 0, look, renderer)).left == look and generator.drawn == 0


def test_pictures_of_two_sizes_are_made_ready_once_each(renderer: LatentRenderer, photo: OpenPhoto,
                                                        monkeypatch: pytest.MonkeyPatch) -> None:
    """Comparing with the live puppet, at a size of its own, leaves the final's picture as it is."""
    sides, made = [], Composer

    def counted(native: np.ndarray, *rest: Any, **more: Any) -> Composer:
        sides.append(len(native))
        return made(native, *rest, **more)

    monkeypatch.setattr("engine.expression.latent.renderer.Composer", counted)
    for size in (128, 64, 128, 64):
        run(renderer.draw(photo, 0, SMILING, size, True))
    assert sides == [128, 64]


def test_a_face_that_was_not_looked_for(renderer: LatentRenderer, latents: ToyLatents, photo: OpenPhoto) -> None:
    latents.code_ = None
    with pytest.raises(NotInverted):
        drawn(renderer, photo, SMILING)


def test_another_generators_latents(renderer: LatentRenderer, generator: ToyGenerator, photo: OpenPhoto) -> None:
    generator.digest = "other"
    with pytest.raises(EngineError, match="not for toy"):
        drawn(renderer, photo, SMILING)


def test_attributes_come_first(latents: ToyLatents, toy_analyser: ToyAnalyser, basis: Basis, photo: OpenPhoto,
                               all_supported: None) -> None:
    given = []

    def start(photo: OpenPhoto, face: int, look: Look) -> np.ndarray:
        given.append(dict(look))
        return latents.code(photo, face) + np.eye(14, 6, dtype=np.float32)

    renderer = LatentRenderer(latents, lambda: toy_analyser, Residency(1 << 28), start,  # type: ignore[arg-type]
                              basis=lambda: basis)
    look = Look((*SMILING.items_, ("attribute.age", 2.0)))
    both = drawn(renderer, photo, look)
    assert both is not None and given == [dict(look)]
    plain = LatentRenderer(latents, lambda: toy_analyser, Residency(1 << 28), basis=lambda: basis)  # type: ignore[arg-type]
    alone = drawn(plain, photo, SMILING)
    assert alone is not None
    assert (both[..., 3] > 0).sum() > (alone[..., 3] > 0).sum()  # attributes reach beyond the face


def test_stopped_between_two_steps_nothing_is_left(renderer: LatentRenderer, photo: OpenPhoto) -> None:
    before = drawn(renderer, photo, SMILING)
    renderer.forget(photo.id)
    native = photo.picture.native.copy()
    job = renderer.finish(photo, {0: SMILING}, native)
    for _ in range(3):
        next(job)
    job.close()
    assert np.array_equal(native, photo.picture.native)
    assert np.array_equal(drawn(renderer, photo, SMILING), before)


def test_a_full_smile_gets_no_fuller(renderer: LatentRenderer, latents: ToyLatents, photo: OpenPhoto) -> None:
    latents.code_ = np.zeros((14, 6), np.float32)
    latents.code_[:, SMILE] = 20.0
    assert "AU12" in notes_of(renderer, photo, SMILING)[0]


def test_a_face_at_its_end_is_told_so(renderer: LatentRenderer, latents: ToyLatents, basis: Basis,
                                      photo: OpenPhoto) -> None:
    basis.high[PLACE["browDown"]] = basis.centre[PLACE["browDown"]] - 0.4
    notes = notes_of(renderer, photo, Look.of(CONTROLS, {"AU4": 6}))
    assert "AU4: the face shows nearly as much already as faces do" in notes


@pytest.mark.parametrize(("unlike", "stays"), ((8.0, True), (120.0, False)))
def test_the_person_comes_before_what_is_asked(renderer: LatentRenderer, toy_analyser: ToyAnalyser, basis: Basis,
                                               photo: OpenPhoto, unlike: float, stays: bool) -> None:
    def reach() -> float:
        nonlocal notes
        notes = notes_of(renderer, photo, Look.of(CONTROLS, {"AU26": 6}))
        return float(notes[0].split()[1].rstrip("%"))

    notes: tuple[Text, ...] = ()

    basis.directions[PLACE["jawOpen"], PERSON] = 1.0
    toy_analyser.identity = lambda pixels, face: np.zeros(128)  # type: ignore
    whole = reach()
    renderer.forget(photo.id)
    toy_analyser.identity = lambda pixels, face: np.full(128, unlike * pixels[..., 2].mean() / 2550)  # type: ignore
    assert reach() < whole - 5
    assert any("moved away" in note for note in notes) != stays


def test_what_is_behind_the_person_stays(latents: ToyLatents, toy_analyser: ToyAnalyser, basis: Basis,
                                         photo: OpenPhoto, all_supported: None) -> None:
    behind = np.repeat(np.repeat(np.float32([[1, 0]]), 256, 0), 128, 1)

    class Surroundings:
        """The left half is behind the person."""

        def behind(self, photo: OpenPhoto, face: int) -> Job[np.ndarray | None]:
            yield Progress(0, 1)
            return behind

        def parts_drawn(self, picture: np.ndarray) -> FaceParts | None:
            return FaceParts(np.zeros((256, 256), np.uint8), behind)

        def turns(self, look: Look) -> bool:
            return False

    plain = LatentRenderer(latents, lambda: toy_analyser, Residency(1 << 28), basis=lambda: basis)  # type: ignore[arg-type]
    keeping = LatentRenderer(latents, lambda: toy_analyser, Residency(1 << 28),  # type: ignore[arg-type]
                             surroundings=Surroundings(), basis=lambda: basis)
    everywhere, right = (drawn(one, photo, SMILING) for one in (plain, keeping))
    assert everywhere is not None and right is not None
    rows, middle = slice(round(155 - photo.crop(0).y0), round(170 - photo.crop(0).y0)), round(150 - photo.crop(0).x0)
    assert everywhere[rows, middle - 25:middle - 10, 3].mean() > 200
    assert right[rows, middle - 25:middle - 10, 3].mean() < 50
    assert right[rows, middle + 10:middle + 25, 3].mean() > 200


def test_a_head_that_turns_is_laid_in_by_its_own_layers(latents: ToyLatents, toy_analyser: ToyAnalyser, basis: Basis,
                                                        photo: OpenPhoto, all_supported: None) -> None:
    class Around:
        def behind(self, photo: OpenPhoto, face: int) -> Job[np.ndarray | None]:
            yield Progress(0, 1)
            return None

        def parts_drawn(self, picture: np.ndarray) -> FaceParts | None:
            return FaceParts(np.full((256, 256), 1, np.uint8), np.zeros((256, 256), np.float32))

        def turns(self, look: Look) -> bool:
            return "attribute.yaw" in look

    class Heads:
        """Asked for the photo's head, and where it lies once it is turned: they cannot tell."""

        def __init__(self) -> None:
            self.asked = 0

        def sitter(self, photo: OpenPhoto, face: int) -> Job[object]:
            yield Progress(0, 1)
            return self

        def laid(self, sitter: object, alignment: object, before: np.ndarray, after: np.ndarray,
                 labels: np.ndarray) -> None:
            assert sitter is self and before.shape == after.shape and labels.all()
            self.asked += 1

    heads = Heads()
    renderer = LatentRenderer(latents, lambda: toy_analyser, Residency(1 << 28),  # type: ignore[arg-type]
                              surroundings=Around(), heads=lambda: heads, basis=lambda: basis)  # type: ignore
    drawn(renderer, photo, SMILING)
    drawn(renderer, photo, Look.of(CONTROLS, {"head.yaw": 10}), final=False)
    assert heads.asked == 0
    drawn(renderer, photo, Look.of(CONTROLS, {"head.yaw": 10}))
    run(renderer.finish(photo, {0: Look((*SMILING.items_, ("attribute.yaw", 2.0)))}, photo.picture.native.copy()))
    assert heads.asked == 2
