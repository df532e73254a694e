"""A photo's face, looked for, kept and drawn again; what is stopped is not lost."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from engine.base import allocator
from engine.base.errors import Cancelled, EngineError, ModelMissing, UsageError
from engine.base.jobs import Progress, run
from engine.generator.inversion import settings
from engine.generator.inversion.networks import InversionNetworks
from engine.generator.inversion.settings import COARSE, Stage
from engine.generator.latent_faces import LatentFaces
from engine.models.store import ModelStore
from engine.networks.zoo import Zoo
from engine.photo.analyser import FaceAnalyser
from engine.photo.open_photo import OpenPhoto
from tests.engine.generator.inversion.conftest import ROWS, SIZE, WIDTH, SmallNetworks, planted


def another(faces: LatentFaces, networks: SmallNetworks, tmp_path: Path) -> LatentFaces:
    """The same user's, another day."""
    store = ModelStore(tmp_path / "models")
    return LatentFaces(Zoo(store), lambda: FaceAnalyser(store), networks,  # type: ignore[arg-type]
                       tmp_path / "latents")


def test_a_face_is_found_shown_and_kept(faces: LatentFaces, networks: SmallNetworks, photo: OpenPhoto,
                                        tmp_path: Path) -> None:
    seen: list[Progress] = []
    assert faces.known(photo, 0) is None
    found = run(faces.invert(photo, 0), seen.append)
    assert found.complete and found.quality == "draft" and found.code.shape == (ROWS, WIDTH)
    assert found.steps == sum(stage.steps for stage in settings.STAGES["draft"])
    assert found.fidelity.psnr > 20 and found.fidelity.lpips < 0.1
    assert np.isnan(found.fidelity.identity)  # no identity model in this store
    assert found.prior == pytest.approx(networks.prior.distance(found.code)) and found.seconds > 0
    previews = [one.preview for one in seen if one.preview is not None]
    assert len(previews) > 5 and all(one.shape == (256, 256, 3) and one.dtype == np.uint8 for one in previews)
    assert np.abs(previews[0].astype(int) - previews[-1]).mean() > 5
    done = [one.done for one in seen]
    assert done == sorted(done) and max(done) == seen[-1].total
    for one in (faces, another(faces, networks, tmp_path)):
        known = one.known(photo, 0)
        assert known is not None and known.alignment == found.alignment
        np.testing.assert_array_equal(known.code, found.code)
        np.testing.assert_array_equal(one.code(photo, 0), found.code)
    assert faces.known(photo, 1) is None


def test_it_is_drawn_as_it_was_found(faces: LatentFaces, photo: OpenPhoto) -> None:
    run(faces.invert(photo, 0))
    drawn = faces.drawn(photo, 0, SIZE)
    assert drawn.shape == (SIZE, SIZE, 3) and drawn.dtype == np.float32 and 0 <= drawn.min() and drawn.max() <= 1
    assert faces.drawn(photo, 0, SIZE) is drawn
    small = faces.drawn(photo, 0, 48)
    assert small.shape == (48, 48, 3)
    faces.forget(photo.id)
    again = faces.drawn(photo, 0, SIZE)
    assert again is not drawn
    np.testing.assert_array_equal(again, drawn)


def test_full_goes_on_from_a_draft_and_a_draft_from_full_is_there_at_once(
        faces: LatentFaces, photo: OpenPhoto) -> None:
    draft = run(faces.invert(photo, 0))
    drawn = faces.drawn(photo, 0, SIZE)
    full = run(faces.invert(photo, 0, "full"))
    assert full.quality == "full" and full.complete and full.fidelity.psnr >= draft.fidelity.psnr
    fine = sum(stage.steps for stage in settings.STAGES["full"]) - COARSE.steps
    assert full.steps == draft.steps + fine and full.seconds > draft.seconds
    assert np.abs(faces.drawn(photo, 0, SIZE) - drawn).max() > 0  # not the draft's, which was still resident
    assert run(faces.invert(photo, 0)) is full
    assert run(faces.invert(photo, 0, "full")) is full


@pytest.mark.parametrize("way", ["close", "throw"])
def test_what_is_stopped_is_kept_as_far_as_it_came(way: str, faces: LatentFaces, networks: SmallNetworks,
                                                   photo: OpenPhoto, tmp_path: Path) -> None:
    with closing(faces.invert(photo, 0)) as job:
        while next(job).done < 30:
            pass
        if way == "throw":
            with pytest.raises(Cancelled):
                job.throw(Cancelled)
    for one in (faces, another(faces, networks, tmp_path)):
        known = one.known(photo, 0)
        assert known is not None and not known.complete and 28 <= known.steps <= 32
        assert np.isfinite(known.fidelity.psnr)
    assert networks.prior.distance(known.code) > 0
    whole = run(faces.invert(photo, 0))
    assert whole.complete and whole.steps > known.steps


def test_stopped_before_the_first_step_nothing_is_kept(faces: LatentFaces, photo: OpenPhoto, tmp_path: Path) -> None:
    with closing(faces.invert(photo, 0)) as job:
        next(job)
    assert faces.known(photo, 0) is None and not list((tmp_path / "latents").glob("*"))


def test_what_is_better_already_is_not_lost_by_stopping(faces: LatentFaces, photo: OpenPhoto) -> None:
    draft = run(faces.invert(photo, 0))
    with closing(faces.invert(photo, 0, "full")) as job:
        while next(job).done < 1:
            pass
    known = faces.known(photo, 0)
    assert known is not None and known.fidelity.psnr > draft.fidelity.psnr - 0.5


def test_a_folder_that_cannot_be_written_loses_nothing(networks: SmallNetworks, photo: OpenPhoto,
                                                       tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    store = ModelStore(tmp_path / "models")
    faces = LatentFaces(Zoo(store), lambda: FaceAnalyser(store), networks,  # type: ignore[arg-type]
                        tmp_path / "file" / "latents")
    found = run(faces.invert(photo, 0))
    assert faces.known(photo, 0) is found
    assert faces.warnings and all("not remembered" in line for line in faces.warnings)


def test_what_was_found_elsewhere_is_taken(faces: LatentFaces, networks: SmallNetworks, photo: OpenPhoto,
                                           tmp_path: Path) -> None:
    found = run(faces.invert(photo, 0))
    store = ModelStore(tmp_path / "models")
    other = LatentFaces(Zoo(store), lambda: FaceAnalyser(store), networks,  # type: ignore[arg-type]
                        tmp_path / "elsewhere")
    other.take(photo, 0, found)
    np.testing.assert_array_equal(other.code(photo, 0), found.code)
    with pytest.raises(UsageError, match="another generator"):
        other.take(photo, 0, replace(found, digest="0" * 64))


def test_the_first_guess_is_the_average_where_nothing_was_trained(faces: LatentFaces, networks: SmallNetworks,
                                                                  photo: OpenPhoto) -> None:
    np.testing.assert_array_equal(faces.first_guess(photo, 0), networks.prior.mean)


def test_another_objective_begins_anew(faces: LatentFaces, photo: OpenPhoto) -> None:
    ours = run(faces.invert(photo, 0))
    theirs = run(faces.invert(photo, 0, objective="rfm"))
    assert theirs.objective == "rfm" and theirs.steps == ours.steps
    assert np.abs(theirs.code - ours.code).max() > 0.01


def test_a_face_can_be_forgotten_for_good(faces: LatentFaces, networks: SmallNetworks, photo: OpenPhoto,
                                          tmp_path: Path) -> None:
    run(faces.invert(photo, 0))
    run(faces.invert(photo, 1))
    faces.discard(photo, 0)
    assert faces.known(photo, 0) is None and faces.known(photo, 1) is not None
    assert another(faces, networks, tmp_path).known(photo, 0) is None


def test_what_cannot_be_asked_is_said(faces: LatentFaces, photo: OpenPhoto) -> None:
    for face, line in ((2, "no face 2"), (-1, "no face -1")):
        with pytest.raises(EngineError, match=line):
            run(faces.invert(photo, face))
    with pytest.raises(EngineError, match="no face was found"):
        run(faces.invert(replace(photo, faces=()), 0))
    for words in (("best", "facewright"), ("draft", "magic")):
        with pytest.raises(UsageError, match="unknown"):
            run(faces.invert(photo, 0, *words))  # type: ignore[arg-type]
    with pytest.raises(EngineError, match="has not been looked for in the generator yet") as error:
        faces.code(photo, 0)
    assert "attributes invert" in error.value.hint


@pytest.mark.parametrize("code", [np.zeros((ROWS, WIDTH + 1)), np.zeros((ROWS + 1, WIDTH)), np.zeros(WIDTH)])
def test_latents_of_another_generator_are_refused(code: np.ndarray, faces: LatentFaces) -> None:
    with pytest.raises(UsageError, match="w\\+ must be"):
        faces.draw(code, SIZE)


def test_latents_that_are_not_finite_are_refused(faces: LatentFaces, networks: SmallNetworks) -> None:
    code = planted(networks)
    code[0, 0] = np.nan
    with pytest.raises(EngineError, match="finite"):
        faces.draw(code, SIZE)


def test_without_the_models_it_says_which_to_get(photo: OpenPhoto, tmp_path: Path) -> None:
    store = ModelStore(tmp_path / "models")
    bare = LatentFaces(Zoo(store), lambda: FaceAnalyser(store), folder=tmp_path / "latents")
    problem = bare.lacking()
    assert isinstance(problem, ModelMissing) and "facewright models get mobilestylegan" in problem.hint
    with pytest.raises(ModelMissing, match="mobilestylegan"):
        run(bare.invert(photo, 0))


def test_the_digest_is_known_before_the_generator_is_loaded(model_store: ModelStore) -> None:
    networks = InversionNetworks(Zoo(model_store))
    if networks.lacking() is not None:
        pytest.skip("MobileStyleGAN is not installed")
    assert networks.digest == networks.generator.digest


def test_stages_suit_any_generator() -> None:
    assert all(isinstance(stage, Stage) and stage.steps > 0 for stages in settings.STAGES.values() for stage in stages)
    assert all(stages[0] is COARSE for stages in settings.STAGES.values())


def test_while_the_generator_works_large_blocks_lie_outside_the_arenas(
        faces: LatentFaces, networks: SmallNetworks, photo: OpenPhoto, monkeypatch: pytest.MonkeyPatch) -> None:
    asking: list[int] = []
    draw = networks.generator._draw

    def watched(*arguments: object) -> object:
        asking.append(allocator._asking)
        return draw(*arguments)

    monkeypatch.setattr(networks.generator, "_draw", watched)
    run(faces.invert(photo, 0))
    searched = len(asking)
    faces.drawn(photo, 0, SIZE)
    assert len(asking) > searched > 0 and min(asking) == 1 and allocator._asking == 0
