"""What an engine lets go of when nobody works, and what when it is asked to."""

import gc
import weakref
from collections.abc import Iterator
from pathlib import Path

import pytest

from engine.base.look import Look
from engine.engine import Engine
from engine.head.pack import load_head
from engine.head.residual import residual_field
from engine.models.store import ModelStore
from engine.networks.resident import Bytes, Resident
from engine.networks.zoo import NetworkSpec
from engine.render.request import RenderRequest
from engine.systems import LOOK_CONTROLS, split
from tests.gui.fakes import make_photo

ATTRIBUTE = next(control.id for control in LOOK_CONTROLS if split(Look(((control.id, 1.0),)))[1])


class Thing:
    pass


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    engine = Engine(ModelStore(tmp_path), gl="none")
    for name in ("generator", "lpips", "face parser"):
        engine.shared.residency.keep(("network", name), Resident(Thing(), Bytes(10)))
    engine.shared.residency.keep(("puppet", "photo", 0, False), Resident(Thing(), Bytes(30)))
    yield engine
    engine.close()
    gc.unfreeze()


def held(engine: Engine) -> set[str]:
    return {name for name in ("generator", "lpips", "face parser") if ("network", name) in engine.shared.residency}


def test_at_rest_the_network_that_the_next_frame_needs_stays(engine: Engine) -> None:
    engine.rest(RenderRequest("photo", 0, Look(((ATTRIBUTE, 1.0),)), 512))
    assert held(engine) == {"generator"} and engine.shared.residency.held == 40
    engine.rest(RenderRequest("photo", 0, Look((("AU26", 1.0),)), 512))
    assert held(engine) == set() and engine.shared.residency.held == 30


def test_at_rest_what_only_the_collector_finds_goes(engine: Engine) -> None:
    circle = Thing()
    circle.itself = circle  # type: ignore[attr-defined]
    there = weakref.ref(circle)
    gc.freeze()
    del circle
    engine.rest(None)
    assert there() is None


def test_without_a_document_no_network_stays(engine: Engine) -> None:
    engine.release_networks()
    assert held(engine) == set() and engine.shared.residency.held == 30


def test_all_is_let_go_of_but_what_is_in_use_and_how_much_is_told(engine: Engine) -> None:
    pinned = engine.shared.residency.pin(("network", "lpips"))
    assert pinned is not None
    assert engine.release_all() == 50 and held(engine) == {"lpips"}
    assert [holding.host for holding in engine.status().holdings] == [10]
    engine.shared.residency.unpin(pinned)


def test_with_nothing_open_giving_back_lets_go_of_what_a_late_step_asked_for(engine: Engine) -> None:
    engine.give_back()
    assert held(engine) == set()


def test_with_a_photo_open_giving_back_keeps_networks_and_finds_what_a_stopped_job_left(
        engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    engine.photos._open["photo"] = make_photo()
    circle = Thing()
    circle.itself = circle  # type: ignore[attr-defined]
    there = weakref.ref(circle)
    del circle
    engine.give_back()
    assert held(engine) == {"generator", "lpips", "face parser"} and there() is None


def test_without_a_document_those_that_look_at_photos_go_too(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    closed: list[int] = []
    monkeypatch.setattr(engine.shared.analyser, "close", lambda: closed.append(1))
    engine.release_networks()
    assert closed == [1]


def test_at_rest_what_only_a_search_uses_goes_though_a_photo_is_open(engine: Engine) -> None:
    engine.photos._open["photo"] = make_photo()
    searching = NetworkSpec("searching", (), lambda store, device: Thing(), lambda thing: Bytes(10), brief=True)
    engine.shared.zoo.get(searching)
    assert ("network", "searching") in engine.shared.residency
    engine.give_back()
    assert ("network", "searching") not in engine.shared.residency and held(engine) == {"generator", "lpips",
                                                                                       "face parser"}


def test_with_the_networks_goes_what_fits_the_head(engine: Engine) -> None:
    residual_field(load_head())
    engine.release_networks()
    assert residual_field.cache_info().currsize == 0


def test_when_the_last_photo_is_closed_what_was_set_aside_is_gone_through_once(
        engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[bool] = []
    monkeypatch.setattr("engine.base.allocator.collect", asked.append)
    engine.give_back()  # nothing was open yet
    engine.photos._open["photo"] = engine.photos._open["another"] = make_photo()
    engine._forget("another")
    engine.give_back()
    engine.photos._open.clear()
    engine.give_back()
    engine.give_back()
    assert asked == [False, False, True, False]
