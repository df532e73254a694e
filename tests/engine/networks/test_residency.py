"""What stays in memory, and what goes first."""

from engine.networks.residency import Residency


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
