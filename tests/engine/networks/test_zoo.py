"""Networks are loaded once, stay while they are used, and go when memory is short."""

import sys
import threading
import weakref
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from engine.base.errors import EngineError, ModelMissing
from engine.base.jobs import Job, Progress, run
from engine.base.text import Text
from engine.models.store import ModelStore
from engine.networks.device import MemoryShort
from engine.networks.residency import Residency
from engine.networks.resident import Bytes
from engine.networks.zoo import NetworkSpec, Zoo

DEADLINE = 20.0
"""Seconds after which a thread that never comes fails a test instead of holding it up."""


class Network:
    def __init__(self, device: str) -> None:
        self.device = device


def spec_of(load: Callable[[ModelStore, str], Network], cost: int = 5, name: str = "toy") -> NetworkSpec[Network]:
    return NetworkSpec(name, (), load, lambda network: Bytes(host=cost))


@pytest.fixture
def zoo(tmp_path: Path) -> Zoo:
    return Zoo(ModelStore(tmp_path / "models"), Residency(budget=10), device=lambda: "cpu")


def test_a_network_is_loaded_once_on_the_device_and_counted(zoo: Zoo):
    loads: list[str] = []

    def load(store: ModelStore, device: str) -> Network:
        assert store is zoo.store
        loads.append(device)
        return Network(device)

    spec = spec_of(load)
    assert zoo.get(spec) is zoo.get(spec)
    with zoo.use(spec) as network:
        assert network is zoo.get(spec)
    assert loads == ["cpu"] and zoo.residency.held == 5 and len(zoo.residency) == 1


def test_threads_that_ask_at_once_get_the_same(zoo: Zoo):
    together, loads = threading.Barrier(4), []

    def load(store: ModelStore, device: str) -> Network:
        loads.append(device)
        return Network(device)

    def ask() -> Network:
        together.wait(DEADLINE)
        return zoo.get(spec)

    spec = spec_of(load)
    with ThreadPoolExecutor(4) as pool:
        networks = [future.result() for future in [pool.submit(ask) for _ in range(4)]]
    assert len(set(map(id, networks))) == 1 and len(loads) == 1


def test_one_network_does_not_wait_for_another_that_is_loading(zoo: Zoo):
    begun, go_on = threading.Event(), threading.Event()

    def slowly(store: ModelStore, device: str) -> Network:
        begun.set()
        assert go_on.wait(DEADLINE)
        return Network(device)

    slow, quick = spec_of(slowly, name="slow"), spec_of(lambda store, device: Network(device), name="quick")
    with ThreadPoolExecutor(1) as pool:
        coming = pool.submit(zoo.get, slow)
        assert begun.wait(DEADLINE)
        zoo.get(quick)  # hangs, if it waits
        go_on.set()
        assert coming.result() is zoo.get(slow)


def test_a_network_stays_while_it_is_used_and_goes_when_others_need_the_memory(zoo: Zoo):
    loads: list[str] = []
    spec = spec_of(lambda store, device: loads.append(device) or Network(device), cost=8)  # type: ignore[func-returns-value]
    with zoo.use(spec) as network:
        zoo.residency.put("face", 1, 9)
        zoo.residency.relieve()
        assert zoo.get(spec) is network and len(loads) == 1
    zoo.residency.put("another face", 1, 9)
    assert zoo.get(spec) is not network and len(loads) == 2


def test_a_network_larger_than_the_budget_is_not_loaded_anew_after_every_face(zoo: Zoo):
    loads: list[str] = []
    spec = spec_of(lambda store, device: loads.append(device) or Network(device), cost=100)  # type: ignore[func-returns-value]
    zoo.residency.put("face", 1, 6)
    zoo.get(spec)
    zoo.residency.put("another face", 2, 4)
    zoo.get(spec)
    assert len(loads) == 1 and "face" in zoo.residency and "another face" in zoo.residency


def test_out_of_memory_lets_go_of_what_is_not_in_use_and_tries_once_more(zoo: Zoo):
    released, said, tries = list[str](), list[Text](), list[int]()

    def load(store: ModelStore, device: str) -> Network:
        tries.append(len(zoo.residency))
        if len(tries) == 1:
            raise MemoryError
        return Network(device)

    zoo.residency.put("face", 1, 3, lambda: released.append("face"))
    with zoo.use(spec_of(lambda store, device: Network(device), name="in use")) as used:
        with zoo.use(spec_of(load), said.append):
            assert tries == [2, 1] and released == ["face"]
        assert zoo.get(spec_of(lambda *_: pytest.fail("it was let go of"), name="in use")) is used
    assert said == ["memory was short: what was not in use was let go of"]


def test_too_little_memory_for_that_too_is_said_and_nothing_is_kept(zoo: Zoo):
    tries: list[int] = []

    def load(store: ModelStore, device: str) -> Network:
        tries.append(1)
        raise RuntimeError("CUDA out of memory. Tried to allocate 2.00 GiB")

    with pytest.raises(MemoryShort):
        zoo.get(spec_of(load))
    assert len(tries) == 2 and len(zoo.residency) == 0


def test_a_job_that_runs_out_of_memory_is_begun_once_more(zoo: Zoo):
    said, begun = list[Text](), list[int]()

    def job() -> Job[str]:
        begun.append(len(zoo.residency))
        yield Progress(0, 1)
        if len(begun) < needed:
            raise MemoryShort(Text("the card is full"))
        return "drawn"

    needed = 2
    zoo.residency.put("face", 1, 3)
    assert run(zoo.attempt_job(job, said.append)) == "drawn" and begun == [1, 0]
    assert said == ["memory was short: what was not in use was let go of"]
    needed = 9
    with pytest.raises(MemoryShort, match="the card is full"):
        run(zoo.attempt_job(job, said.append))
    assert len(begun) == 4


def test_torch_s_own_words_for_it_become_an_error_for_people(zoo: Zoo):
    def job() -> Job[str]:
        yield Progress(0, 1)
        raise RuntimeError("CUDA out of memory. Tried to allocate")

    with pytest.raises(MemoryShort, match="this machine has not enough memory") as told:
        run(zoo.attempt_job(job))
    assert "Tried to allocate" in told.value.detail


def test_what_fails_otherwise_is_not_tried_again_but_when_asked_again(zoo: Zoo):
    tries: list[int] = []

    def load(store: ModelStore, device: str) -> Network:
        tries.append(1)
        if len(tries) == 1:
            raise EngineError("damaged")
        return Network(device)

    spec = spec_of(load)
    with pytest.raises(EngineError, match="damaged"):
        zoo.get(spec)
    assert len(tries) == 1
    zoo.get(spec)
    assert len(tries) == 2


def test_what_is_not_here_is_told_without_loading(zoo: Zoo):
    spec: NetworkSpec[Network] = NetworkSpec("toy", (("face-parsing", "79999_iter.pth"),),
                                             lambda *_: pytest.fail("it was loaded"), lambda network: Bytes())
    assert not zoo.present(spec) and zoo.optional(spec) is None
    lacking = zoo.lacking(spec)
    assert isinstance(lacking, ModelMissing) and "models get face-parsing" in lacking.hint
    assert zoo.lacking(spec_of(lambda store, device: Network(device))) is None


def test_bytes_are_counted_where_they_lie():
    import torch

    assert Bytes.of([torch.zeros(3, 2), torch.zeros(5, dtype=torch.float16)]) == Bytes(host=34)
    assert Bytes(1, 2) + Bytes(3, 4) == Bytes(4, 6)


def test_what_fails_in_going_leaves_no_pin_behind() -> None:
    def fail() -> None:
        raise RuntimeError("gone wrong")

    spec = NetworkSpec("a", (), lambda store, device: "network", lambda network: Bytes(9))
    residency = Residency(10)
    zoo = Zoo(ModelStore(), residency, lambda: "cpu")
    residency.put("puppet", 1, 8, fail)
    with pytest.raises(RuntimeError, match="gone wrong"), zoo.use(spec):
        pass
    residency.relieve()
    assert len(residency) == 0


def test_networks_are_let_go_of_but_for_those_kept_and_loaded_again(zoo: Zoo):
    loads: list[str] = []

    def spec(name: str) -> NetworkSpec[Network]:
        def load(store: ModelStore, device: str) -> Network:
            loads.append(name)
            return Network(device)
        return spec_of(load, 1, name)

    first, second = spec("first"), spec("second")
    zoo.residency.put(("puppet", "photo"), object(), 1)
    for one in (first, second):
        zoo.get(one)
    zoo.release((second,))
    assert len(zoo.residency) == 2 and ("puppet", "photo") in zoo.residency
    zoo.get(second)
    assert loads == ["first", "second"]
    zoo.get(first)
    assert loads == ["first", "second", "first"]


def test_a_network_in_use_goes_when_it_is_no_longer(zoo: Zoo):
    spec = spec_of(lambda store, device: Network(device))
    with zoo.use(spec) as network:
        zoo.release()
        assert network.device == "cpu"
    gone = weakref.ref(network)
    del network
    assert gone() is None and zoo.residency.held == 0


def test_every_network_has_a_name_of_its_own_for_people():
    from engine.expression.magicface.loading import JAW_NETWORK, MAGICFACE_NETWORKS
    from engine.generator.inversion.encoder import ENCODER
    from engine.generator.load import GENERATOR
    from engine.networks.face_parser import FACE_PARSER
    from engine.networks.identity.identity_network import IDENTITY_NETWORK
    from engine.networks.lpips import LPIPS
    from engine.photo.age_gender import AGE_GENDER

    specs = (AGE_GENDER, JAW_NETWORK, MAGICFACE_NETWORKS, ENCODER, GENERATOR, FACE_PARSER, IDENTITY_NETWORK, LPIPS)
    assert len({spec.name for spec in specs} | {spec_of(lambda store, device: Network(device)).name}) == len(specs) + 1


def test_what_there_is_is_set_aside_when_libraries_came_and_not_for_a_network_that_comes_again(
        zoo: Zoo, monkeypatch: pytest.MonkeyPatch) -> None:
    aside: list[int] = []
    monkeypatch.setattr("engine.networks.zoo.set_aside", lambda: aside.append(1))
    bringing = [True]

    def load(store: ModelStore, device: str) -> Network:
        if bringing.pop():
            monkeypatch.setitem(sys.modules, "a.new.library", sys)
        bringing.append(False)
        return Network(device)

    spec = spec_of(load)
    zoo.get(spec)
    assert aside == [1]
    zoo.release()
    zoo.get(spec)
    assert aside == [1]


def test_what_only_a_long_job_uses_goes_at_rest_unless_one_uses_it(zoo: Zoo):
    brief = NetworkSpec("brief", (), lambda store, device: Network(device), lambda network: Bytes(2), brief=True)
    lasting = spec_of(lambda store, device: Network(device))
    zoo.release_brief()  # none was loaded yet
    with zoo.use(brief), zoo.use(lasting):
        zoo.release_brief()
        assert zoo.residency.held == 5
        assert zoo.get(brief) is not None  # one that asks meanwhile gets one
    zoo.release_brief()
    assert zoo.residency.held == 5 and len(zoo.residency) == 1


def test_what_only_a_search_uses_is_declared_so():
    from engine.generator.inversion.encoder import ENCODER
    from engine.generator.load import GENERATOR
    from engine.networks.face_parser import FACE_PARSER
    from engine.networks.identity.identity_network import IDENTITY_NETWORK
    from engine.networks.lpips import LPIPS

    assert [one.brief for one in (ENCODER, IDENTITY_NETWORK, LPIPS, GENERATOR, FACE_PARSER)] == [True] * 3 + [False] * 2
