"""Keys blended into a face of a whole engine: drafts, finals, export, stopping, and what is refused."""

from collections.abc import Iterator
from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest

from engine.base.errors import EngineError
from engine.base.jobs import Progress, run
from engine.base.look import Look
from engine.base.opencv import cv2
from engine.commands import BAD_INPUT, USAGE, run_command
from engine.engine import Engine
from engine.expression import polish
from engine.expression.latent.drawn_keys import KeySet
from engine.expression.units import CONTROLS
from engine.generator.latent_faces import LatentFaces
from engine.photo.open_photo import OpenPhoto
from engine.photo.picture import decode_picture
from engine.puppet.facts import FaceFacts
from engine.puppet.keys.polish_key import PolishKey
from engine.render.request import RenderRequest

GRAVE = Look.of(CONTROLS, {"AU12L": -10.0, "AU12R": -10.0})
SHUT = Look.of(CONTROLS, {"blinkL": 10.0, "blinkR": 10.0})
JAW = Look.of(CONTROLS, {"AU26": 6.0})


@pytest.fixture(scope="module")
def data(samples) -> bytes:
    """A woman's smile in a small picture of 16 bits: what is exported is drawn by a puppet of its own."""
    small = cv2.resize(samples["smile"], None, fx=0.3, fy=0.3, interpolation=cv2.INTER_AREA)
    return cv2.imencode(".png", small[..., ::-1].astype(np.uint16) * 257)[1].tobytes()


@pytest.fixture
def photo(engine: Engine, data: bytes) -> Iterator[OpenPhoto]:
    opened = run(engine.photos.open_picture(decode_picture(data, "smile.png")))
    yield opened
    engine.photos.forget(opened.id)


@pytest.fixture(scope="module")
def keys(engine: Engine, data: bytes) -> dict[str, PolishKey]:
    """The woman's own face without its smile and with its eyes shut, as the plain puppet draws them, darker."""
    opened = run(engine.photos.open_picture(decode_picture(data, "smile.png")))
    square = {kind: run(engine.pictures.thumbnails(opened.id, 0, [look], 320))[0]
              for kind, look in (("", Look()), ("neutral", GRAVE), ("closed-eyes", SHUT))}
    faces = {kind: engine.shared.analyser.faces(pixels)[0] for kind, pixels in square.items()}
    engine.photos.forget(opened.id)
    return {kind: PolishKey(kind, square[kind] // 2, square[""], faces[kind].landmarks,  # type: ignore[arg-type]
                      faces[""].landmarks, faces[kind].blendshapes, faces[""].blendshapes, 0.2)
            for kind in ("neutral", "closed-eyes")}


def _drawn(engine: Engine, photo: OpenPhoto, look: Look) -> np.ndarray | None:
    return engine.pictures.render(RenderRequest(photo.id, 0, look, 256)).patch


def test_a_polished_face_is_drawn_with_its_keys_and_plainly_again_without(engine, photo, keys):
    before = {look: _drawn(engine, photo, look) for look in (GRAVE, SHUT, JAW)}
    run(engine.puppets.polish(photo, 0, keys))
    assert engine.puppets.polished(photo, 0) == ("neutral", "closed-eyes")
    assert _drawn(engine, photo, Look()) is None
    for look in (GRAVE, SHUT):
        assert not np.array_equal(_drawn(engine, photo, look), before[look])
    assert np.array_equal(_drawn(engine, photo, JAW), before[JAW])
    engine.shared.residency.clear()  # memory was short: the next frame makes the puppet anew, its keys with it
    assert not np.array_equal(_drawn(engine, photo, GRAVE), before[GRAVE])
    run(engine.expressions.unpolish(photo.id, 0))
    assert engine.puppets.polished(photo, 0) == ()
    for look, patch in before.items():
        assert np.array_equal(_drawn(engine, photo, look), patch)


def test_what_is_exported_has_the_keys_too(engine, photo, keys):
    plain = run(engine.pictures.finish(photo.id, {0: SHUT})).native
    run(engine.puppets.polish(photo, 0, keys))
    polished = run(engine.pictures.finish(photo.id, {0: SHUT})).native
    assert polished.dtype == plain.dtype == np.uint16
    assert not np.array_equal(polished, plain)
    assert np.array_equal(run(engine.pictures.finish(photo.id, {0: Look()})).native, photo.picture.native)


def test_stopped_early_nothing_has_changed(engine, photo, keys):
    before = _drawn(engine, photo, GRAVE)
    job = engine.puppets.polish(photo, 0, keys)
    for _ in range(3):
        assert isinstance(next(job), Progress)
    job.close()
    assert engine.puppets.polished(photo, 0) == ()
    assert np.array_equal(_drawn(engine, photo, GRAVE), before)


def test_a_puppet_that_is_let_go_of_meanwhile_is_made_anew_with_its_keys(engine, photo, keys):
    before = _drawn(engine, photo, GRAVE)
    job = engine.puppets.polish(photo, 0, keys)
    next(job)
    engine.shared.residency.clear()
    _drawn(engine, photo, JAW)
    run(job)
    assert engine.puppets.polished(photo, 0) == ("neutral", "closed-eyes")
    assert not np.array_equal(_drawn(engine, photo, GRAVE), before)


def test_a_closed_photo_is_opened_again_as_it_was(engine, photo, keys, data):
    before = _drawn(engine, photo, GRAVE)
    run(engine.puppets.polish(photo, 0, keys))
    engine.photos.forget(photo.id)
    again = run(engine.photos.open_picture(decode_picture(data, "smile.png")))
    assert engine.puppets.polished(again, 0) == ()
    assert np.array_equal(_drawn(engine, again, GRAVE), before)


class Latents:
    """As much of LatentFaces as is asked here; knows no face until it has looked for it."""

    generator = SimpleNamespace(size=1024)

    def __init__(self, problem: EngineError | None = None) -> None:
        self.problem, self.asked = problem, []

    def lacking(self):
        return self.problem

    def known(self, photo, face):
        return SimpleNamespace(quality=self.asked[-1]) if self.asked else None

    def invert(self, photo, face, quality):
        yield Progress(0, 1)
        self.asked.append(quality)


def test_without_a_generator_it_says_so(photo):
    with pytest.raises(EngineError, match="no generator"):
        run(polish.keys_for(Latents(EngineError("no generator")), None, photo, 0, FaceFacts(np.zeros(52))))


def test_keys_that_are_no_good_are_told_and_left_out(engine, photo, keys, monkeypatch):
    good = replace(keys["neutral"], blendshapes=np.zeros(52, np.float32))
    asked = []

    def make_keys(latents, probe, photo, face, kinds, size):
        asked.append((kinds, size))
        yield Progress(0, 1)
        return KeySet({"closed-eyes": replace(keys["closed-eyes"], identity=0.5), "neutral": good},
                      {"smile": "it could not be drawn"})

    monkeypatch.setattr(polish, "make_keys", make_keys)
    latents = Latents()
    facts = run(engine.expressions.facts(photo.id, 0))
    report = run(polish.keys_for(latents, None, photo, 0, facts))
    assert asked == [(("closed-eyes", "neutral"), 1024)] and latents.asked == ["draft"]
    assert list(report.keys) == ["neutral"] and set(report.refused) == {"closed-eyes", "smile"}
    assert len(report.lines) == 3 and any("another face" in line for line in report.lines)
    run(polish.keys_for(latents, None, photo, 0, facts, "full"))
    assert latents.asked == ["draft", "full"]
    run(polish.keys_for(latents, None, photo, 0, facts, "full"))
    assert latents.asked == ["draft", "full"]  # a face that is known as well as asked is not looked for again


def test_the_command_says_why_it_cannot(data, model_store, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("FACEWRIGHT_MODELS", str(model_store.folder))
    monkeypatch.setattr(LatentFaces, "lacking", lambda self: EngineError("no generator", "get one"))
    (tmp_path / "a.png").write_bytes(data)
    line = ["edit", str(tmp_path / "a.png"), "--polish", "--au", "AU12=-10", "-o", str(tmp_path / "b.png")]
    assert run_command(line) == BAD_INPUT
    assert "no generator" in capsys.readouterr().err and not (tmp_path / "b.png").exists()
    assert run_command([*line, "--renderer", "magicface"]) == USAGE
    assert "--polish is for" in capsys.readouterr().err
