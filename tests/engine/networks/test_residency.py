"""What stays in memory, and what goes first."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from engine.base.text import Text
from engine.networks.residency import Residency
from engine.networks.resident import Bytes, Resident


def on_another_thread(work: Callable[[], None]) -> None:
    with ThreadPoolExecutor(1) as pool:
        pool.submit(work).result()


def test_the_least_recently_used_goes_first():
    released: list[str] = []
    residency = Residency(budget=10)
    for name in ("a", "b"):
        residency.put(name, name.upper(), 5, lambda name=name: released.append(name))
    assert residency.get("a") == "A"
    residency.put("c", "C", 5, lambda: released.append("c"))
    assert released == ["b"]
    assert residency.held == 10 and "a" in residency and "c" in residency
    assert residency.get("b") is None


def test_what_is_in_use_stays_even_over_budget():
    residency = Residency(budget=10)
    residency.put("small", 1, 4)
    residency.put("large", 2, 100)
    assert residency.get("large") == 2 and residency.get("small") is None


def test_replacing_releases_the_old_thing():
    released: list[int] = []
    residency = Residency(budget=10)
    residency.put("a", 1, 1, lambda: released.append(1))
    residency.put("a", 2, 1, lambda: released.append(2))
    assert released == [1] and residency.get("a") == 2 and len(residency) == 1


def test_drop_and_clear_release():
    released: list[object] = []
    residency = Residency(budget=10)
    for key in (("x", 1), ("x", 2), ("y", 1)):
        residency.put(key, key, 1, lambda key=key: released.append(key))
    residency.drop(lambda key: key[0] == "x")
    assert released == [("x", 1), ("x", 2)] and len(residency) == 1
    residency.clear()
    assert len(residency) == 0 and residency.held == 0


def test_what_is_pinned_stays_until_it_is_used_no_more():
    released: list[str] = []
    residency = Residency(budget=10)
    residency.put("a", 1, 6, lambda: released.append("a"))
    pinned = residency.pin("a")
    assert pinned is not None and pinned.value == 1
    residency.put("b", 2, 6, lambda: released.append("b"))
    residency.put("c", 3, 3)
    assert released == ["b"] and "a" in residency
    residency.relieve()
    assert "a" in residency and "c" not in residency
    residency.put("d", 4, 8)
    assert residency.held == 14
    residency.unpin(pinned)
    assert released == ["b", "a"] and residency.held == 8


def test_what_is_dropped_in_use_goes_with_its_last_pin():
    released: list[str] = []
    residency = Residency(budget=10)
    residency.put("a", 1, 6, lambda: released.append("a"))
    first, second = residency.pin("a"), residency.pin("a")
    assert first is not None and first is second
    residency.clear()
    assert residency.get("a") is None and released == [] and residency.held == 0
    residency.unpin(first)
    assert released == []
    residency.unpin(first)
    assert released == ["a"]


def test_the_card_is_counted_apart():
    residency = Residency(budget=10, card_budget=100)
    residency.put("host", 1, 8)
    residency.put("card", 2, 0, card=80)
    assert residency.held == 8 and residency.held_on_card == 80
    residency.put("more", 3, 1, card=30)
    assert "host" in residency and "card" not in residency and residency.held_on_card == 30


def test_a_thing_kept_apart_that_is_larger_than_the_budget_drives_nothing_out():
    residency = Residency(budget=10)
    residency.put("face", 1, 8)
    residency.keep("giant", Resident("giant", Bytes(host=70), apart=True))
    residency.put("another face", 2, 2)
    assert "face" in residency and "giant" in residency and residency.held == 80
    residency.keep("another giant", Resident("giant", Bytes(host=90), apart=True))
    assert "giant" not in residency and "another giant" in residency and "face" in residency
    residency.relieve()
    assert len(residency) == 0


def test_a_small_thing_kept_apart_counts_as_any_other():
    residency = Residency(budget=10)
    residency.keep("network", Resident("network", Bytes(host=7), apart=True))
    residency.put("face", 1, 8)
    assert "network" not in residency and "face" in residency


def test_only_the_owner_s_thread_releases():
    released: list[int] = []
    residency = Residency(budget=10)
    residency.put("puppet", 1, 8, lambda: released.append(threading.get_ident()))

    def elsewhere() -> None:
        residency.put("large", 2, 8)
        assert "puppet" not in residency and released == []
        residency.get("large")
        assert released == []

    on_another_thread(elsewhere)
    residency.get("large")
    assert released == [threading.get_ident()]


def test_what_goes_may_let_go_of_what_was_made_from_it():
    released: list[str] = []
    residency = Residency(budget=10)

    def gone() -> None:
        released.append("changed photo")
        residency.drop(lambda key: key == "its puppet")

    residency.put("changed photo", 1, 4, gone)
    residency.put("its puppet", 2, 4, lambda: released.append("its puppet"))
    residency.put("large", 3, 9)
    assert released[0] == "changed photo" and sorted(released) == ["changed photo", "its puppet"]


@pytest.mark.parametrize("ask", [Residency.get, Residency.pin])
def test_what_goes_with_a_thing_that_another_thread_let_go_of_is_not_answered(ask: Callable[[Residency, str], object]):
    released: list[str] = []
    residency = Residency(budget=10)
    residency.put("changed photo", 1, 4, lambda: residency.drop(lambda key: key == "its puppet"))
    residency.put("its puppet", 2, 4, lambda: released.append("its puppet"))
    other = threading.Thread(target=residency.drop, args=(lambda key: key == "changed photo",))
    other.start()
    other.join()
    assert ask(residency, "its puppet") is None and released == ["its puppet"]


def test_two_threads_may_keep_and_ask_at_once():
    residency, rounds, together = Residency(budget=50), 300, threading.Barrier(3)
    made: list[object] = []
    released: list[object] = []

    def work(name: str) -> None:
        together.wait()
        for number in range(rounds):
            key = name, number % 7
            thing = object()
            made.append(thing)
            residency.put(key, thing, 5, lambda thing=thing: released.append(thing))
            pinned = residency.pin((name, (number + 3) % 7))
            residency.drop(lambda other, key=key: other == key and key[1] == 0)
            if pinned is not None:
                residency.unpin(pinned)
            assert residency.held >= 0

    threads = [threading.Thread(target=work, args=(name,)) for name in "ab"]
    for thread in threads:
        thread.start()
    work("owner")
    for thread in threads:
        thread.join()
    assert residency.held <= 50 and residency.held == 5 * len(residency)
    residency.clear()
    assert sorted(map(id, released)) == sorted(map(id, made))  # each once


def test_what_is_held_is_told_by_name_the_largest_first():
    residency = Residency(100)
    residency.keep("one", Resident(object(), Bytes(10), name=Text("Faces")))
    residency.keep("two", Resident(object(), Bytes(20, 3), name=Text("Faces")))
    residency.keep("three", Resident(object(), Bytes(5), name=Text("A network")))
    told = [(str(one.name), one.count, one.cost) for one in residency.holdings()]
    assert told == [("Faces", 2, Bytes(30, 3)), ("A network", 1, Bytes(5))]
