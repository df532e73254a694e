"""Attributes on a photo through the engine: with a generator of a few lines, whose face can only be painted on."""

import json
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.attributes.directions import shipped
from engine.base.errors import EngineError, ModelMissing, NotInverted, UsageError
from engine.base.jobs import Job, Progress, run
from engine.base.look import Look
from engine.base.paths import RESOURCES
from engine.base.text import Text
from engine.commands import BAD_INPUT, DONE, USAGE, run_command
from engine.engine import Engine
from engine.generator.alignment import align, cut_aligned
from engine.generator.generator import Generator
from engine.generator.inversion.result import Fidelity, Inversion
from engine.generator.space import LatentSpace
from engine.models.store import ModelStore
from engine.photo.crop import cut
from engine.photo.open_photo import OpenPhoto
from engine.photo.paste import paste
from engine.photo.picture import Picture, read_picture
from engine.photo.writing import write_picture
from engine.render.request import Frame, Quality, Rendering, RenderRequest
from engine.render.shared import Shared
from engine.systems import LOOK_CONTROLS

ROWS, WIDTH = 23, 512


class Painting(Generator):
    """Draws one picture, blurred, and on it a blue disc at the mouth: as large as w+ is far along the smile."""

    family = "painting"

    def __init__(self, face: np.ndarray) -> None:
        mean = np.zeros((ROWS, WIDTH), np.float32)
        super().__init__("painting", "toy", 512, LatentSpace(WIDTH, WIDTH, ROWS, ROWS, mean), {}, (128, 256))
        self.face = face
        self.drawn = 0

    def mapping(self, z: Any) -> Any:
        return z

    def _draw(self, wplus: Any, size: int, noise: Any) -> Any:
        import torch

        from engine.base.opencv import cv2

        self.drawn += 1
        smile = shipped().named("smile")
        amounts = wplus[:, :7].mean(1).numpy() @ smile.vector / smile.sigma
        base = cv2.GaussianBlur(cv2.resize(self.face, (size, size), interpolation=cv2.INTER_AREA), (0, 0), size / 128)
        y, x = (np.mgrid[:size, :size] + 0.5) / size
        pictures = []
        for amount in amounts:
            disc = np.hypot(x - 0.5, y - 0.66) < 0.04 * amount
            pictures.append(np.where(disc[..., None], np.float32([-1, -1, 1]), base / 127.5 - 1))
        return torch.from_numpy(np.stack(pictures).astype(np.float32)).permute(0, 3, 1, 2)


class Latents:
    """What the engine asks of `LatentFaces`. found: the largest face; None until somebody looks for it."""

    def __init__(self, photo: OpenPhoto | None = None) -> None:
        self.generator = Painting(np.zeros((512, 512, 3), np.uint8))
        self.found: Inversion | None = None
        self.problem: EngineError | None = None
        self.asked: list[str] = []
        self.photo = ""
        if photo is not None:
            run(self.invert(photo, 0))

    def lacking(self) -> EngineError | None:
        return self.problem

    def known(self, photo: OpenPhoto, face: int) -> Inversion | None:
        return self.found if face == 0 and photo.id in ("", self.photo, "deep") else None

    def invert(self, photo: OpenPhoto, face: int, quality: str = "draft", objective: str = "") -> Job[Inversion]:
        yield Progress(0, 1, Text("looking"))
        self.asked.append(quality)
        self.photo = photo.id
        alignment = align(photo.faces[face].landmarks)
        self.generator.face = cut_aligned(photo.picture.pixels, alignment, 512)
        self.found = Inversion(np.zeros((ROWS, WIDTH), np.float32), alignment, quality, True,  # type: ignore[arg-type]
                               Fidelity(), 0.5, 1, 0.0, "painting", "toy")
        return self.found

    def draw(self, code: np.ndarray, size: int) -> np.ndarray:
        import torch

        picture = self.generator.synthesis(torch.from_numpy(code)[None], self.generator.size_for(size))[0]
        return np.ascontiguousarray((picture.permute(1, 2, 0).numpy() + 1) / 2)

    def drawn(self, photo: OpenPhoto, face: int, size: int) -> np.ndarray:
        assert self.found is not None
        return self.draw(self.found.code, size)

    def forget(self, photo_id: str) -> None:
        pass


@pytest.fixture(scope="module")
def portrait(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bundled portrait, small."""
    from engine.base.opencv import cv2

    pixels = read_picture(RESOURCES / "samples" / "neutral.jpg").pixels
    small = cv2.resize(pixels, (360, 360 * pixels.shape[0] // pixels.shape[1]), interpolation=cv2.INTER_AREA)
    path = tmp_path_factory.mktemp("portrait") / "portrait.png"
    write_picture(path, small)
    return path


@pytest.fixture
def engine(model_store: ModelStore, portrait: Path) -> Iterator[Engine]:
    """With the portrait open, and no parser: where it is installed it would be asked what a painting shows."""
    latents = Latents()
    engine = Engine(model_store, gl="none", latents=lambda _: latents, parser=lambda _: None)  # type: ignore
    run(latents.invert(run(engine.photos.open(portrait)), 0))
    latents.asked.clear()
    yield engine
    engine.close()


def the_photo(engine: Engine) -> OpenPhoto:
    return next(iter(engine.photos._open.values()))


def look(**values: float) -> Look:
    names = {"smile": "attribute.smile", "locked": "lock.smile", "jaw": "jawOpen", "yaw": "attribute.yaw"}
    return Look.of(LOOK_CONTROLS, {names[name]: value for name, value in values.items()})


def frame(engine: Engine, wanted: Look, quality: Quality = Quality.FINAL, size: int = 256) -> Frame:
    return engine.pictures.render(RenderRequest(the_photo(engine).id, 0, wanted, size, quality))


def blue_in(pixels: np.ndarray) -> int:
    """How many pixels are as blue as paint."""
    colours = pixels[..., :3].astype(int)
    return int(((colours[..., 2] - colours[..., :2].max(2)) > 90).sum())


@pytest.mark.parametrize("quality", list(Quality))
def test_a_knob_paints_where_the_generator_does(engine: Engine, quality: Quality) -> None:
    photo = the_photo(engine)
    found = frame(engine, look(smile=2.0), quality)
    assert found.patch is not None and found.patch.shape == (256, 256, 4)
    square = cut(photo.picture.pixels, photo.crop(0))
    from engine.base.opencv import cv2

    small = cv2.resize(square, (256, 256), interpolation=cv2.INTER_AREA)
    paste(small, found.patch, 0, 0)
    radius = 0.08 * align(photo.faces[0].landmarks).side * 256 / photo.crop(0).side
    assert abs(blue_in(small) / (np.pi * radius ** 2) - 1) < 0.3
    assert (found.patch[:40, :, 3] == 0).all()


@pytest.mark.parametrize("wanted", [Look(), look(locked=1.0)])
def test_nothing_asked_leaves_the_sources_bytes(engine: Engine, wanted: Look, tmp_path: Path, portrait: Path) -> None:
    photo = the_photo(engine)
    assert frame(engine, wanted).patch is None
    out = tmp_path / "out.png"
    run(engine.pictures.export(photo.id, {0: wanted}, out))
    assert out.read_bytes() == portrait.read_bytes()


def test_export_has_the_photos_own_depth_and_leaves_the_rest_alone(engine: Engine) -> None:
    photo = the_photo(engine)
    deep = Picture(photo.picture.pixels, photo.picture.native.astype(np.uint16) * 257, None, "deep", None, "PNG")
    engine.photos._open["deep"] = OpenPhoto(deep, photo.faces)
    native = run(engine.pictures.finish("deep", {0: look(smile=2.0)})).native
    assert native.dtype == np.uint16 and blue_in(native // 257) > 50
    changed = (native != deep.native).any(2)
    crop = photo.crop(0)
    assert changed.any() and not changed[:crop.y0 + crop.side // 5].any()


def test_an_expression_goes_on_from_the_changed_face(engine: Engine) -> None:
    """The painted disc opens with the mouth it lies on, and lies where it lay with the brows."""
    photo = the_photo(engine)
    painted = run(engine.pictures.finish(photo.id, {0: look(smile=2.0)})).native
    both = run(engine.pictures.finish(photo.id, {0: look(smile=2.0, jaw=1.0)})).native
    opened = run(engine.pictures.finish(photo.id, {0: look(jaw=1.0)})).native
    assert blue_in(both) > 50 and blue_in(opened) < 10
    assert (both != painted).any() and (both != opened).any()
    assert blue_in(frame_shown(engine, look(smile=2.0, jaw=1.0), Quality.FINAL)) > 50
    assert blue_in(frame_shown(engine, look(smile=1.8, jaw=1.0), Quality.DRAFT)) > 50


def frame_shown(engine: Engine, wanted: Look, quality: Quality) -> np.ndarray:
    photo = the_photo(engine)
    found = frame(engine, wanted, quality, photo.crop(0).side)
    square = cut(photo.picture.pixels, photo.crop(0))
    assert found.patch is not None and found.patch.shape[0] == square.shape[0]
    paste(square, found.patch, 0, 0)
    return square


def test_a_slider_over_a_changed_face_does_not_draw_it_again(engine: Engine) -> None:
    frame(engine, look(smile=2.0, jaw=0.5))
    drawn = engine.shared.latents.generator.drawn  # type: ignore[attr-defined]
    frame(engine, look(smile=2.0, jaw=0.7))
    frame(engine, look(smile=2.0, jaw=0.8), Quality.DRAFT)
    assert engine.shared.latents.generator.drawn == drawn  # type: ignore[attr-defined]


def test_a_better_inversion_is_drawn_anew(engine: Engine) -> None:
    before = frame(engine, look(smile=1.0))
    smile = shipped().named("smile")
    found = engine.shared.latents.found  # type: ignore[attr-defined]
    engine.shared.latents.found = replace(found, code=found.code + smile.sigma * smile.vector)  # type: ignore[attr-defined]
    after = frame(engine, look(smile=1.0))
    assert before.patch is not None and after.patch is not None and (before.patch != after.patch).any()


def test_a_draft_of_a_face_that_was_not_looked_for_is_refused_and_a_final_looks_for_it(engine: Engine) -> None:
    latents: Latents = engine.shared.latents  # type: ignore[assignment]
    latents.found = None
    with pytest.raises(NotInverted, match="not been looked for"):
        frame(engine, look(smile=1.0), Quality.DRAFT)
    assert latents.asked == []
    assert frame(engine, look(jaw=0.5)).patch is not None and latents.asked == []  # expressions need no generator
    assert frame(engine, look(smile=1.0), Quality.FINAL).patch is not None and latents.asked == ["draft"]
    latents.found = None
    run(engine.pictures.finish(the_photo(engine).id, {0: look(smile=1.0)}, Rendering(inversion="full")))
    assert latents.asked == ["draft", "full"]


def test_without_a_generator_its_absence_is_told(engine: Engine) -> None:
    engine.shared.latents.problem = ModelMissing("no generator", "get it")  # type: ignore[attr-defined]
    with pytest.raises(ModelMissing, match="no generator"):
        frame(engine, look(smile=1.0))
    assert engine.attributes.lacking() is engine.lacking("latent")


class Parser:
    """Sees nobody anywhere, or somebody everywhere."""

    def __init__(self, label: int) -> None:
        self.label, self.asked = label, 0

    def labels(self, picture: np.ndarray) -> np.ndarray:
        assert picture.shape == (512, 512, 3) and picture.dtype == np.uint8
        self.asked += 1
        return np.full((512, 512), self.label, np.uint8)


def test_what_the_parser_calls_background_stays_the_photos(engine: Engine) -> None:
    plain = frame(engine, look(smile=2.0))
    for label, same in ((1, True), (0, False)):
        photo = the_photo(engine)
        engine.shared.attributes.forget(photo.id)
        engine.stages.forget(photo.id)
        parser = Parser(label)
        engine.shared._parser = lambda _, parser=parser: parser  # type: ignore
        found = frame(engine, look(smile=2.0))
        assert parser.asked == 3  # the photo, the face as it is drawn, and the edit
        frame(engine, look(smile=1.9), Quality.DRAFT)
        assert parser.asked == 3
        if same:
            assert found.patch is not None and np.array_equal(found.patch, plain.patch)
        else:
            assert found.patch is None


def test_identity_and_thumbnails_see_the_changed_face(engine: Engine) -> None:
    photo = the_photo(engine)
    plain, changed = run(engine.pictures.thumbnails(photo.id, 0, [Look(), look(smile=2.0)], 96))
    assert blue_in(plain) < 5 < 20 < blue_in(changed)
    assert run(engine.pictures.identity_distance(photo.id, 0, look(smile=2.0))) > 0.1


def test_closing_a_photo_lets_go_of_everything(engine: Engine) -> None:
    photo = the_photo(engine)
    frame(engine, look(smile=2.0, jaw=0.5))
    engine.attributes.mix_with(photo.id, 0, np.zeros((ROWS, WIDTH)))
    assert len(engine.shared.residency) > 3
    engine.photos.forget(photo.id)
    assert len(engine.shared.residency) == 0


def test_also_of_what_was_made_ready_and_never_drawn(engine: Engine) -> None:
    photo = the_photo(engine)
    assert run(engine.attributes.portrait(photo.id, 0, 64, 128)).drawn is not None
    assert len(engine.shared.residency) > 0
    engine.photos.forget(photo.id)
    assert len(engine.shared.residency) == 0


def test_a_stopped_job_leaves_nothing_half_done(engine: Engine) -> None:
    photo, wanted = the_photo(engine), look(smile=2.0, jaw=0.5)
    whole = run(engine.pictures.finish(photo.id, {0: wanted})).native
    for steps in (1, 3, 8, 20):
        job = engine.pictures.finish(photo.id, {0: wanted})
        for _ in range(steps):
            next(job, None)
        job.close()
    assert np.array_equal(run(engine.pictures.finish(photo.id, {0: wanted})).native, whole)
    assert not (photo.picture.native != read_picture(photo.picture.path).native).any()  # type: ignore[arg-type]


def test_latents_from_elsewhere_are_taken_if_they_fit(engine: Engine) -> None:
    photo = the_photo(engine)
    smile = shipped().named("smile")
    found = engine.shared.latents.found  # type: ignore[attr-defined]
    engine.shared.latents.found = None  # type: ignore[attr-defined]
    engine.attributes.adopt(photo.id, 0, replace(found, code=found.code + smile.sigma * smile.vector))
    assert frame(engine, look(smile=1.0)).patch is not None
    with pytest.raises(UsageError):
        engine.attributes.adopt(photo.id, 0, replace(found, code=np.zeros((18, 512), np.float32)))
    with pytest.raises(UsageError):
        engine.attributes.adopt(photo.id, 0, replace(found, digest="another"))


def test_another_face_is_mixed_in(engine: Engine) -> None:
    photo = the_photo(engine)
    smile = shipped().named("smile")
    engine.attributes.mix_with(photo.id, 0, np.zeros((ROWS, WIDTH), np.float32) + 2 * smile.sigma * smile.vector)
    wanted = Look.of(LOOK_CONTROLS, {"mix.coarse": 50})
    half = engine.shared.attributes.code(photo, 0, wanted)
    assert np.allclose(half[:7] @ smile.vector / smile.sigma, 1.0, atol=1e-5) and not half[7:].any()
    assert frame(engine, wanted).patch is not None


def test_the_seeds_face_is_always_the_same(engine: Engine) -> None:
    photo = the_photo(engine)

    def code(seed: int) -> np.ndarray:
        return engine.shared.attributes.code(photo, 0, Look.of(LOOK_CONTROLS, {"mix.seed": seed, "mix.fine": 100}))

    assert np.array_equal(code(3), code(3)) and not np.array_equal(code(3), code(4))
    assert not code(3)[:13].any()


def test_regions_need_a_generator_that_can_draw_them(engine: Engine) -> None:
    with pytest.raises(UsageError, match="cannot draw regions"):
        frame(engine, Look.of(LOOK_CONTROLS, {"mix.seed": 3, "mix.eyes": 100}))


# ---- the command line

@pytest.fixture
def toys(monkeypatch: pytest.MonkeyPatch) -> Latents:
    """The command line's engines have these latents, in which nothing is known yet."""
    toys = Latents()
    monkeypatch.setattr(Shared, "latents", toys)
    monkeypatch.setattr(Shared, "parser", None)
    return toys


@pytest.mark.parametrize(("command", "quality"), [("edit", "draft"), ("attributes edit", "full")])
def test_a_face_that_is_not_known_is_looked_for_first(toys: Latents, portrait: Path, tmp_path: Path, command: str,
                                                      quality: str) -> None:
    out = tmp_path / "out.png"
    assert run_command([*command.split(), str(portrait), "--attribute", "smile=2", "--lock", "yaw", "-o",
                        str(out)]) == DONE
    assert toys.asked == [quality] and blue_in(read_picture(out).pixels) > 50
    assert run_command([*command.split(), str(portrait), "--attribute", "smile=2", "-o", str(out)]) == DONE
    assert toys.asked == [quality]


def test_presets_in_a_batch_wear_attributes(toys: Latents, portrait: Path, tmp_path: Path) -> None:
    assert run_command(["batch", str(portrait), "--preset", "happy", "--attribute", "smile=2", "-o",
                        str(tmp_path / "out")]) == DONE
    assert toys.asked == ["draft"] and blue_in(read_picture(tmp_path / "out" / "happy" / "portrait.png").pixels) > 50


def test_edit_from_saved_latents(toys: Latents, portrait: Path, tmp_path: Path) -> None:
    from engine.generator.latents_file import Latents as Saved
    from engine.generator.latents_file import write_latents

    code, out = tmp_path / "code.npz", tmp_path / "out.png"
    smile = shipped().named("smile")
    own = np.tile(2 * smile.sigma * smile.vector, (1, ROWS, 1)).astype(np.float32)
    none = np.zeros((1, 0), np.float32)
    arguments = ["attributes", "edit", str(portrait), "--code", str(code), "--attribute", "smile=-2", "-o", str(out)]
    who = np.array([-1]), "numpy", none, own.mean(1), 1.0, ROWS
    write_latents(code, Saved(*who, "painting", "painting", "toy", own))
    assert run_command(arguments) == DONE
    assert not toys.asked and out.exists()
    write_latents(code, Saved(*who, "other", "other", "other", own))
    assert run_command(arguments) == USAGE
    code.write_bytes(b"no latents")
    assert run_command(arguments) == BAD_INPUT


def test_two_photos_are_mixed(toys: Latents, portrait: Path, tmp_path: Path) -> None:
    other, out = tmp_path / "other.png", tmp_path / "out.png"
    pixels = read_picture(portrait).pixels
    write_picture(other, np.ascontiguousarray(pixels[:, ::-1]))
    assert run_command(["attributes", "mix", str(portrait), str(other), "-o", str(out)]) == DONE
    assert toys.asked == ["full", "full"]
    assert run_command(["attributes", "mix", str(portrait), "--seed", "3", "--rows", "fine", "-o", str(out)]) == DONE


@pytest.mark.parametrize(("arguments", "status", "said"), [
    (["edit", "--attribute", "smiel=1"], BAD_INPUT, "did you mean smile"),
    (["edit", "--attribute", "smile=9"], BAD_INPUT, "outside -3 to 3"),
    (["edit", "--attribute", "smile=nan"], BAD_INPUT, "not a finite number"),
    (["edit", "--attribute", "smile"], USAGE, "not NAME=VALUE"),
    (["edit", "--lock", "wings"], BAD_INPUT, "no attribute 'wings'"),
    (["attributes", "edit"], USAGE, "nothing is to be changed"),
    (["attributes", "mix"], USAGE, "one of the two"),
    (["attributes", "mix", "--seed", "1", "--amount", "101"], USAGE, "outside 0 to 100"),
    (["attributes", "mix", "--seed", "1", "--regions", "eyes,ears"], USAGE, "no 'ears'"),
    (["attributes", "mix", "--seed", "1", "--rows", "all"], USAGE, "no 'all'")])
def test_a_mistake_is_one_line(arguments: list[str], status: int, said: str, toys: Latents, portrait: Path,
                               tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place = 2 if arguments[0] == "attributes" else 1
    out = tmp_path / "out.png"
    assert run_command([*arguments[:place], str(portrait), *arguments[place:], "-o", str(out)]) == status
    error = capsys.readouterr().err
    assert said in error and len(error.strip().splitlines()) == 1 and not out.exists() and not toys.asked


def test_without_a_generator_the_command_says_what_to_do(toys: Latents, portrait: Path, tmp_path: Path,
                                                         capsys: pytest.CaptureFixture[str]) -> None:
    toys.problem = ModelMissing("no generator", "get it")
    for command in (["edit"], ["attributes", "edit"]):
        assert run_command([*command, str(portrait), "--attribute", "smile=1", "-o", str(tmp_path / "out.png")]) \
            == BAD_INPUT
        assert "no generator" in capsys.readouterr().err


def test_the_bench_turns_knobs_and_says_when_there_is_no_generator(
        engine: Engine, toys: Latents, capsys: pytest.CaptureFixture[str]) -> None:
    from engine.bench.attributes import _both, _knobs

    photo_id = the_photo(engine).id
    run(toys.invert(the_photo(engine), 0))
    drawn = [*_knobs(engine, photo_id), *_both(engine, photo_id)]
    assert [len(figure.times) for figure in drawn] == [19, 5, 20, 20]
    assert [figure.budget for figure in drawn] == [150, 0, 0, 150] and min(min(figure.times) for figure in drawn) > 0
    toys.problem = ModelMissing("no generator", "get it")
    assert run_command(["bench", "attributes", "--json"]) == DONE
    report = json.loads(capsys.readouterr().out)
    assert report["skipped"] == {"attributes": "no generator (get it)"} and report["figures"] == []


def test_a_puppet_stays_while_it_is_drawn_however_little_memory_there_may_be(
        model_store: ModelStore, portrait: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from engine.puppet.puppet import Puppet

    released: list[Puppet] = []
    let_go, draw = Puppet.release, Puppet.draw

    def drawn(puppet: Puppet, *arguments: Any, **options: Any) -> np.ndarray:
        assert puppet not in released
        return draw(puppet, *arguments, **options)

    monkeypatch.setattr(Puppet, "release", lambda puppet: (released.append(puppet), let_go(puppet)))
    monkeypatch.setattr(Puppet, "draw", drawn)
    with closing(Engine(model_store, gl="none", budget=1, latents=lambda _: Latents(),  # type: ignore
                        parser=lambda _: None)) as engine:
        run(engine.photos.open(portrait))
        assert frame(engine, look(smile=2.0, jaw=0.5)).patch is not None
        assert len(released) == 1  # the changed photo took its puppet along, behind the picture
