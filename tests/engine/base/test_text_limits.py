"""JSON and TOML of hostile shapes: refused before a reader works on them, at a cost in proportion to their bytes."""

import json
import tomllib
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.base.json_text import depth, parse_json
from engine.base.limits import DEEPEST, LARGEST_TOML, MOST_KEY_PARTS
from engine.base.toml_text import parse_toml

VALUES = st.recursive(st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
                      | st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=40)


def levels(value: object) -> int:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return 1 + max(map(levels, inner), default=0) if isinstance(value, (dict, list)) else 0


@given(VALUES, st.integers(0, DEEPEST + 4))
def test_json_is_what_it_was_unless_it_is_too_deep(value: object, more: int) -> None:
    for _ in range(more):
        value = ["[{\"\\", value, {"}": "]]"}]
    text = json.dumps(value).encode()
    if levels(value) <= DEEPEST:
        assert parse_json(text) == value
    else:
        assert depth(text) == levels(value)
        with pytest.raises(ValueError, match="levels"):
            parse_json(text)


@given(st.one_of(st.binary(), st.text(alphabet='{}[]",:\\0.e-+ntaf \n').map(str.encode)))
def test_arbitrary_json_gives_a_value_or_a_value_error(data: bytes) -> None:
    try:
        found = parse_json(data)
    except ValueError:
        return
    assert found == json.loads(data)


@pytest.mark.parametrize("text", [
    b"[" * 100_000, b'{"a":' * 100_000, b"[" + b"[]," * 200_000 + b"[]]", b"9" * 100_000, b"[NaN]", b"[-Infinity]",
    b'["\xff"]', b'"\\', b"[1,]", b"", b"{" + b'"a":1,' * 1_100_000 + b'"b":2}'])
def test_json_of_hostile_shapes_is_refused_cheaply(text: bytes) -> None:
    tracemalloc.start()
    try:
        with pytest.raises(ValueError):
            parse_json(text, 150_000)
        assert tracemalloc.get_traced_memory()[1] < 20 * len(text) + (1 << 20)
    finally:
        tracemalloc.stop()


_LONG = ".".join("a" * MOST_KEY_PARTS) + ".a"


@pytest.mark.parametrize("text", [
    f"{_LONG} = 1", f"[{_LONG}]", f"[[{_LONG}]]", f"x = {{ {_LONG} = 1 }}", f"x = [ {{ {_LONG} = 1 }} ]",
    '"a" . \'b\' . ' * MOST_KEY_PARTS + "c = 1",
    # what looks like the end of a string and is none, or the other way round, hides no key
    f"x = {{ z = '''b'''', {_LONG} = 1, d = 'e' }}", f'x = {{ z = """b"""", {_LONG} = 1, d = "e" }}',
    f'x = {{ z = """b\\"""", {_LONG} = 1, d = "e" }}', f'x = {{ z = """""", {_LONG} = 1 }}',
    f"x = '\"'\n{_LONG} = 1\ny = '\"'", f"# '\n{_LONG} = 1 # '", f'x = "#"\n{_LONG} = 1'])
def test_keys_of_many_parts_are_refused_before_they_are_read(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    tomllib.loads(text)  # sound, but for how much it asks of a reader
    monkeypatch.setattr(tomllib, "loads", lambda _: pytest.fail("it was read"))
    with pytest.raises(ValueError, match="parts"):
        parse_toml(text)


@pytest.mark.parametrize("text", [
    b"a." * 32_000 + b"a = 1", b"a = " + b"[" * 60_000, b"a = " + b"{a=" * 20_000, b"a = " + b"1" * 4000,
    b"a = 0x" + b"f" * 4000, b"a" * 4000 + b" = 1", b"#" * (LARGEST_TOML + 1), b"\xff", b"a = 1\na = 2"])
def test_toml_of_hostile_shapes_is_refused_cheaply(text: bytes) -> None:
    tracemalloc.start()
    try:
        with pytest.raises(ValueError):
            parse_toml(text)
        assert tracemalloc.get_traced_memory()[1] < 8 * len(text) + (1 << 20)
    finally:
        tracemalloc.stop()


@given(st.text(alphabet="ab.=[]{},\"'#\\ \n1-:TZ_"))
def test_arbitrary_toml_gives_what_it_says_or_a_value_error(text: str) -> None:
    try:
        wanted = tomllib.loads(text)
    except ValueError:
        with pytest.raises(ValueError):
            parse_toml(text)
        return
    if all(line.count(".") < MOST_KEY_PARTS for line in text.splitlines()):
        assert parse_toml(text) == wanted
