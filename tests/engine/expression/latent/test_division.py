"""A look in two: the generator's units and the live puppet's."""

from collections.abc import Iterator

import pytest

from engine.base.jobs import Job, Progress, run
from engine.base.look import Look
from engine.expression.latent.basis import Basis
from engine.expression.latent.comparison import Comparison
from engine.expression.latent.division import divided, is_judged, judged, single
from engine.expression.latent.renderer import LatentRenderer
from engine.expression.latent.units import SUPPORT, asked_units
from engine.expression.presets import find_preset
from engine.expression.units import CONTROLS
from engine.networks.residency import Residency
from engine.photo.open_photo import OpenPhoto
from engine.render.request import Patch
from engine.render.spec import Division
from tests.engine.expression.latent.toy import ToyAnalyser, ToyLatents


class Puppet:
    """Draws nothing, and counts how often it was asked."""

    def __init__(self) -> None:
        self.asked: list[Look] = []

    def draw(self, photo: OpenPhoto, face: int, look: Look, size: int, final: bool,
             settings: Look) -> Job[Patch | None]:
        yield Progress(0, 1)
        self.asked.append(look)
        return None


@pytest.fixture
def renderer(latents: ToyLatents, toy_analyser: ToyAnalyser, basis: Basis, all_supported: None) -> LatentRenderer:
    return LatentRenderer(latents, lambda: toy_analyser, Residency(1 << 28), basis=lambda: basis)  # type: ignore[arg-type]


@pytest.fixture
def all_but_cheeks(all_supported: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(SUPPORT, "AU6", "no")


def test_every_unit_goes_to_one_of_them_and_it_is_told_to_whom() -> None:
    look = Look.of(CONTROLS, {"AU12": 4, "blink": 10, "AU25": -3, "wrinkles": 20})
    found = divided(look, ("AU12", "blink", "AU25"), {"blink": "stays open", "AU25": "stays open"})
    assert dict(found.own) == {name: look[name] for name in ("AU12L", "AU12R")}
    assert dict(found.left) == {name: look[name] for name in ("blinkL", "blinkR", "AU25", "wrinkles")}
    assert [str(note).split(":")[0] for note in found.notes] == ["AU12", "blink, AU25"]
    assert "generator" in found.notes[0] and "live puppet" in found.notes[1]
    alone = Look.of(CONTROLS, {"AU12": 4, "wrinkles": 20})
    assert divided(alone, ("AU12",), {}) == Division(Look.of(CONTROLS, {"AU12": 4}), Look())


def test_what_the_generator_cannot_draw_goes_to_the_puppet_and_it_is_told_why(all_but_cheeks: None) -> None:
    look = Look.of(CONTROLS, {"AU12": 4, "AU6": 5, "AU1L": 3, "gaze.x": 2, "wrinkles": 20})
    found = divided(look, ("AU12",), {})
    assert set(found.own) == {"AU12L", "AU12R"} and set(found.left) == {*look} - {"AU12L", "AU12R"}
    assert [str(note) for note in found.notes] == [
        "AU12: drawn by the generator",
        "AU6, gaze.x: drawn by the live puppet, the generator cannot draw it",
        "AU1L: drawn by the live puppet, the generator draws both sides alike"]
    bent = divided(Look.of(CONTROLS, {"AU15": -4, "AU6L": 2, "AU6R": 3}), (), {})
    assert [str(note).split(":")[0] for note in bent.notes] == ["AU15, AU6L, AU6R"] and not bent.own


def test_a_smile_goes_first_where_the_puppet_draws_the_rest() -> None:
    angry = find_preset("angry").look
    units = tuple(dict.fromkeys(asked_units(angry)))
    found = divided(angry, units, dict.fromkeys(units, "stays open"))
    assert angry["unsmile"] and found.own == Look() and found.left == angry


def test_a_unit_is_judged_once_for_each_end_of_it(renderer: LatentRenderer, photo: OpenPhoto,
                                                  monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, int]] = []

    def judge(photo: OpenPhoto, face: int, unit: str, way: int, *others: object) -> Iterator[Progress]:
        asked.append((unit, way))
        yield Progress(0, 1)
        return Comparison(1.0, (0.3, 0.3), 9.0 if unit == "AU12" else 4.0)  # type: ignore[return-value]

    monkeypatch.setattr("engine.expression.latent.renderer.judged", judge)
    for values in ({"AU12": 3}, {"AU12": 9, "AU26": 3}, {"AU12": -3}, {"AU12": 4, "head.yaw": 5}):
        found = run(renderer.divided(photo, 0, Look.of(CONTROLS, values), Puppet()))  # type: ignore[arg-type]
        assert set(found.left) == {"AU12L", "AU12R"}
    assert asked == [("AU12", 1), ("AU26", 1), ("AU12", -1)]
    assert "head.yaw" in found.own


def test_both_draw_the_unit_alone_and_are_held_against_the_photo(renderer: LatentRenderer, photo: OpenPhoto) -> None:
    puppet = Puppet()
    found = run(judged(photo, 0, "AU12", 1, puppet, renderer, renderer._probe))  # type: ignore[arg-type]
    assert puppet.asked == [single("AU12", 1)] and dict(single("AU12", 1)) == {"AU12L": 8.0, "AU12R": 8.0}
    assert found.way == 1.0 and found.identities[0] == 0 < found.identities[1]  # the puppet did nothing
    assert not is_judged("head.yaw") and is_judged("blink") and dict(single("blink", 1))["blinkL"] == 10.0
