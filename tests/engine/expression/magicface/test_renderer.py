"""From sliders to the photo: what is kept, what is refused, what is left alone. The networks are stand-ins here."""

import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.base.errors import Cancelled, EngineError, UsageError
from engine.base.jobs import run
from engine.base.look import Look
from engine.base.text import Text
from engine.expression.magicface.renderer import MagicFaceRenderer
from engine.expression.magicface.settings import SETTINGS
from engine.expression.units import CONTROLS
from engine.models.store import ModelStore
from engine.networks.device import MemoryShort
from engine.networks.residency import Residency
from engine.networks.zoo import Zoo
from engine.photo.face import Face
from engine.photo.open_photo import OpenPhoto
from engine.photo.picture import Picture
from tests.engine.expression.magicface.doubles import HALVED, LOOKED_SLOWLY, Model, OvalParser
from tests.engine.networks.stand_ins import stand_in
from tests.engine.photo.picture_files import wide_profile

THREE_STEPS = Look.of(SETTINGS, {"steps": 3})
SMILE = Look.of(CONTROLS, {"AU12": 8})
FROWN = Look.of(CONTROLS, {"AU4": 6})


@dataclass
class Stage:
    renderer: MagicFaceRenderer
    model: Model
    parser: OvalParser
    residency: Residency
    loads: list[str]


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    model, parser, residency, loads = Model(), OvalParser(), Residency(1 << 28), []

    def load(name: str, part: Any) -> Any:
        loads.append(name)
        time.sleep(0.02)
        return part

    zoo = Zoo(ModelStore(tmp_path / "models"), residency, device=lambda: "cpu")
    renderer = MagicFaceRenderer(zoo, stand_in("model", lambda: load("model", model)),
                                 stand_in("parser", lambda: load("parser", parser)))
    return Stage(renderer, model, parser, residency, loads)


def photo_of(native: np.ndarray, digest: str = "one", profile: bytes | None = None) -> OpenPhoto:
    height, width = native.shape[:2]
    pixels = np.ascontiguousarray(np.repeat(native[..., :1], 3, axis=2) if native.shape[2] == 1 else native[..., :3])
    pixels = pixels if pixels.dtype == np.uint8 else (pixels >> 8).astype(np.uint8)
    turns = np.linspace(0, 2 * np.pi, 478)
    landmarks = np.stack([width / 2 + 40 * np.cos(turns), height / 2 + 55 * np.sin(turns), 0 * turns], axis=1)
    landmarks[10], landmarks[152] = (width / 2, height / 2 - 55, 0), (width / 2, height / 2 + 55, 0)
    landmarks[454], landmarks[234] = (width / 2 + 40, height / 2, 0), (width / 2 - 40, height / 2, 0)
    from engine.photo.face import Box

    face = Face(0, Box.around(landmarks), landmarks.astype(np.float32), np.zeros(52, np.float32), np.eye(4), 1.0)
    return OpenPhoto(Picture(pixels, native, profile, digest, None, "PNG"), (face,))


@pytest.fixture
def photo() -> OpenPhoto:
    return photo_of(np.random.default_rng(13).integers(60, 200, (240, 220, 3), np.uint8))


def finished(stage: Stage, photo: OpenPhoto, look: Look, settings: Look = THREE_STEPS) -> np.ndarray:
    native = photo.picture.native.copy()
    run(stage.renderer.finish(photo, {0: look}, native, settings))
    return native


def test_a_face_is_looked_at_once_and_an_edit_drawn_once(stage: Stage, photo: OpenPhoto) -> None:
    first = finished(stage, photo, SMILE)
    assert (first != photo.picture.native).any()
    patch = run(stage.renderer.draw(photo, 0, SMILE, 100, True, THREE_STEPS))
    assert patch is not None and patch.pixels.shape == (100, 100, 4) and patch.pixels[..., 3].any()
    finished(stage, photo, FROWN)
    assert np.array_equal(finished(stage, photo, SMILE), first)
    assert len(stage.model.encoded) == 1 and len(stage.model.edits) == 2 and stage.loads == ["parser", "model"]


def test_the_units_and_settings_reach_the_model(stage: Stage, photo: OpenPhoto) -> None:
    settings = Look.of(SETTINGS, {"steps": 2, "guidance": 3.0, "mask": 1, "seed": 7})
    finished(stage, photo, Look.of(CONTROLS, {"AU12": 8, "AU26": -2, "wrinkles": 50}), settings)
    units, *given = stage.model.edits[0]
    assert units.tolist() == [0, 0, 0, 0, 0, 0, 8, 0, 0, 0, 0, -2] and given == [2, 3.0, 7]
    source, background = stage.model.encoded[0]
    assert source.shape == background.shape == (512, 512, 3) and source.dtype == np.uint8
    assert (background[256, 256] == 0).all() and (background[5, 5] == source[5, 5]).all()


def test_other_settings_are_other_edits(stage: Stage, photo: OpenPhoto) -> None:
    finished(stage, photo, SMILE)
    for changed in ({"seed": 5}, {"guidance": 3.0}, {"steps": 4}, {"mask": 1}, {"seed": 5}):
        finished(stage, photo, SMILE, THREE_STEPS.changed(SETTINGS, changed))
    assert len(stage.model.edits) == 5 and len(stage.model.encoded) == 2  # two masks, two backgrounds


def test_two_requests_with_other_settings_do_not_touch_each_other(stage: Stage, photo: OpenPhoto) -> None:
    job = stage.renderer.draw(photo, 0, SMILE, 64, True, THREE_STEPS)
    next(job)
    run(stage.renderer.draw(photo, 0, SMILE, 64, True, Look.of(SETTINGS, {"steps": 9})))
    run(job)
    assert sorted(steps for _, steps, *_ in stage.model.edits) == [3, 9]
    run(stage.renderer.draw(photo, 0, SMILE, 64, True, THREE_STEPS))
    assert len(stage.model.edits) == 2


def test_no_units_no_work(stage: Stage, photo: OpenPhoto) -> None:
    assert run(stage.renderer.draw(photo, 0, Look(), 64, True)) is None
    assert np.array_equal(finished(stage, photo, Look()), photo.picture.native)
    assert stage.loads == []


def test_what_it_cannot_follow_is_refused_before_anything_loads(stage: Stage, photo: OpenPhoto) -> None:
    with pytest.raises(UsageError, match=r"head\.yaw"):
        finished(stage, photo, Look.of(CONTROLS, {"AU12": 5, "head.yaw": 5}))
    assert stage.loads == []


def test_no_face_for_the_parser(stage: Stage, photo: OpenPhoto) -> None:
    stage.parser.blind = True
    with pytest.raises(EngineError, match="the face parser sees no face there"):
        finished(stage, photo, SMILE)


def test_a_picture_that_is_not_finite(stage: Stage, photo: OpenPhoto) -> None:
    stage.model.spoil = True
    with pytest.raises(EngineError, match="not finite"):
        finished(stage, photo, SMILE)
    stage.model.spoil = False
    finished(stage, photo, SMILE)  # nothing of it was kept


def test_a_stopped_edit_leaves_nothing_and_the_next_works(stage: Stage, photo: OpenPhoto) -> None:
    native = photo.picture.native.copy()
    with pytest.raises(Cancelled):
        run(stage.renderer.finish(photo, {0: SMILE}, native, Look.of(SETTINGS, {"steps": 200})),
            cancelled=lambda: len(stage.model.edits) > 0)
    assert np.array_equal(native, photo.picture.native)
    assert not any(key[0] == "magicface edit" for key in stage.residency._residents)  # type: ignore[index]
    assert (finished(stage, photo, SMILE) != native).any()
    for _ in range(200):
        if stage.model.closed:
            break
        time.sleep(0.01)
    assert stage.model.closed == 1


def test_two_jobs_at_once_load_once(stage: Stage, photo: OpenPhoto) -> None:
    other = photo_of(photo.picture.native[::-1].copy(), "two")
    threads = [threading.Thread(target=finished, args=(stage, one, SMILE)) for one in (photo, other)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(stage.loads) == ["model", "parser"] and len(stage.model.edits) == 2


def test_a_photo_is_forgotten_and_networks_may_go(stage: Stage, photo: OpenPhoto) -> None:
    other = photo_of(photo.picture.native, "two")
    finished(stage, photo, SMILE), finished(stage, other, SMILE)
    assert len(stage.residency) == 4 + 2  # with the networks
    stage.renderer.forget("one")
    assert len(stage.residency) == 2 + 2
    stage.residency.relieve()
    assert len(stage.residency) == 0
    finished(stage, other, SMILE)
    assert stage.loads == 2 * ["parser", "model"]


def test_when_memory_runs_out_all_else_goes_and_it_is_drawn_once_more(stage: Stage, photo: OpenPhoto) -> None:
    stage.residency.put("another face", 1, 1000)
    stage.model.no_memory = 1
    patch = run(stage.renderer.draw(photo, 0, SMILE, 64, True, THREE_STEPS))
    assert patch is not None and "memory was short: what was not in use was let go of" in patch.notes
    assert "another face" not in stage.residency and stage.loads == ["parser", "model"]  # they were in use
    stage.model.no_memory = 2
    with pytest.raises(MemoryShort):
        run(stage.renderer.draw(photo, 0, FROWN, 64, True, THREE_STEPS))


def test_what_is_said_of_a_picture_is_said_of_no_other(stage: Stage, photo: OpenPhoto) -> None:
    def notes(photo: OpenPhoto, look: Look) -> tuple[Text, ...]:
        patch = run(stage.renderer.draw(photo, 0, look, 64, True, THREE_STEPS))
        assert patch is not None
        return patch.notes

    stage.model.short_of_memory = True
    assert notes(photo, SMILE) == (LOOKED_SLOWLY, HALVED)
    stage.model.short_of_memory = False
    other = photo_of(photo.picture.native, "two")
    assert notes(other, SMILE) == ()
    assert notes(photo, FROWN) == (LOOKED_SLOWLY,)  # the face was looked at slowly, whatever is drawn of it
    assert notes(photo, SMILE) == (LOOKED_SLOWLY, HALVED)  # kept with the edit
    assert run(stage.renderer.finish(other, {0: FROWN}, other.picture.native.copy(), THREE_STEPS)) == ()


@pytest.mark.parametrize("channels", [1, 3, 4])
@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
def test_every_kind_of_photo(stage: Stage, channels: int, dtype: type) -> None:
    most = np.iinfo(dtype).max
    native = np.random.default_rng(14).integers(most // 4, most // 2, (240, 220, channels), dtype)
    photo = photo_of(native)
    drawn = finished(stage, photo, SMILE)
    assert drawn.shape == native.shape and drawn.dtype == native.dtype
    changed = (drawn != native).any(axis=2)
    assert 0.02 < changed.mean() < 0.5 and not changed[0].any() and not changed[:, 0].any()
    if channels == 4:
        assert np.array_equal(drawn[..., 3], native[..., 3])


def test_a_photo_s_own_profile_is_kept_to(stage: Stage) -> None:
    """Red comes out as the profile writes it: less red than in sRGB, since the profile's own red is deeper."""
    native = np.full((240, 220, 3), 120, np.uint8)
    plain = finished(stage, photo_of(native), SMILE)
    wide = finished(stage, photo_of(native, "two", wide_profile()), SMILE)
    middle = np.s_[110:125, 105:115]
    assert plain[middle][..., 0].mean() > wide[middle][..., 0].mean() + 5
