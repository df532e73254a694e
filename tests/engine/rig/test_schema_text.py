"""Schemas from outside: whatever a text holds, it is a schema or an EngineError."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.base.errors import EngineError
from engine.base.paths import RESOURCES
from engine.rig.schema import LIVE, Bone
from engine.rig.schema_text import SchemaError, parse_schema

TEXT = (RESOURCES / "schemas" / "face-nn.toml").read_text(encoding="utf-8")
GOOD = """
label = "A game"
version = 1

[[value]]
id = "jaw.l"
label = "Jaw, left"
group = "Jaw"
pair = "jaw"
mirror = "jaw.r"
drives = { "*-jaw" = 1 }
bones = [{ at = [152, 10], radius = 0.5, move = [0, 1.0, 0] }]

[[value]]
id = "jaw.r"
label = "Jaw, right"
group = "Jaw"
pair = "jaw"
mirror = "jaw.l"
range = [-1, 1, 0]
drives = { "r-jaw" = 1 }

[[value]]
id = "style"
label = "Style"
group = "Paint"
kind = "one-hot"
choice = "Style"
range = [0, 1, 1]
"""


def test_a_small_schema() -> None:
    schema = parse_schema(GOOD.encode(), "game")
    left, right, style = schema.slots
    assert (left.minimum, left.maximum, left.default, left.step, left.state) == (0, 1, 0.5, 0.01, LIVE)
    assert left.drives == (("l-jaw", 1.0), ("r-jaw", 1.0)) and left.fitted and not style.fitted
    assert left.bones == (Bone((152, 10), 0.5, (0.0, 1.0, 0.0)),) and right.minimum == -1
    assert schema.controls.ids("jaw") == ("jaw.l", "jaw.r") and schema.name == "game"


@pytest.mark.parametrize(("old", "new", "told"), [
    # These let a KeyError through once.
    ('id = "jaw.l"', "", "missing required field `id`"), ('label = "A game"', "", "missing required field `label`"),
    ('group = "Jaw"', "", "group"), ("[[value]]", "[[values]]", "unknown field `values`"),
    ("radius = 0.5,", "", "radius"), ("version = 1", "", "version"),
    ("at = [152, 10],", "", "missing required field `at`"),
    # And these a TypeError, a ValueError, or nothing at all.
    ("version = 1", 'version = "1"', "Expected `int`, got `str`"), ('id = "jaw.l"', "id = 3", r"value\[0\]\.id"),
    ("range = [-1, 1, 0]", "range = [-1, 1]", "length 3"), ("range = [-1, 1, 0]", "range = [1, -1, 0]", "jaw.r"),
    ("range = [-1, 1, 0]", "range = [-1, 1, 1]", "jaw.r has no room"),
    ("range = [-1, 1, 0]", "range = [0, nan, 0]", "range"), ('"*-jaw" = 1', '"*-jaw" = nan', "drives"),
    ("range = [-1, 1, 0]", "range = [0, inf, 0]", "range"), ("range = [-1, 1, 0]", "range = [-1, 1, 2]", "no room"),
    ("radius = 0.5", "radius = 0", "radius"), ("radius = 0.5", "radius = nan", "radius"),
    ("at = [152, 10]", "at = [478]", r"at\[0\]"), ("at = [152, 10]", "at = []", "at"),
    ("move = [0, 1.0, 0]", "move = [0, 1.0]", "move"), ("move = [0, 1.0, 0]", "moves = [0, 1.0, 0]", "unknown field"),
    ('"*-jaw" = 1', '"*-jaw" = "1"', "drives"), ('"*-jaw" = 1', '"" = 1', "drives"),
    ('"*-jaw" = 1', '"*-jaw" = true', "drives"), ('pair = "jaw"', 'state = "alive"', "state"),
    ('id = "jaw.r"', 'id = "jaw.l"', "declared twice"), ('id = "jaw.r"', 'id = "jaw"', "mirror of jaw.l"),
    ('id = "style"', 'id = "jaw"', "value and of a pair"),
    ('choice = "Style"', "", "what they are a choice of"), ('kind = "one-hot"', 'kind = "onehot"', "kind"),
    ("range = [0, 1, 1]", "range = [0, 1, 0]", "of Style exactly one"),
    ("range = [0, 1, 1]", "range = [0, 2, 1]", "0 to 1"),
    ('kind = "one-hot"\nchoice = "Style"', 'kind = "choice"\noptions = ["one"]', "an option for each"),
    ('kind = "one-hot"\nchoice = "Style"', 'options = ["one"]', "no choice"),
    ('kind = "one-hot"\nchoice = "Style"\nrange = [0, 1, 1]', 'kind = "whole"\nrange = [0, 4, 0.5]', "whole numbers"),
    ('kind = "one-hot"\nchoice = "Style"', 'paints = "nose"', "paints"),
    ('id = "style"', 'id = "style"\nindex = 1', "style is not in the file's order"),
    ("version = 1", "version = " + "9" * 5000, "not sound TOML"), ("version = 1", "version = " + "9" * 30, "version"),
    ("version = 1", "version = " + "[" * 5000, "not sound TOML"), ("version = 1", "version = 1\nstep = 1", "unknown"),
    ("[[value]]", "[value]", "game"), ('label = "Style"', f'label = "{"x" * 300}"', "label"),
    # A terminal would obey it, and a list of ids tear.
    ('label = "Style"', 'label = "\\u001b[2J"', "label"), ('id = "style"', 'id = "a\\nb"', "id"),
    ("at = [152, 10]", f"at = [{'4,' * 500}]", "at"),
])
def test_what_is_wrong_is_said(old: str, new: str, told: str) -> None:
    assert old in GOOD
    with pytest.raises(EngineError, match=told) as caught:
        parse_schema(GOOD.replace(old, new, 1).encode(), "game")
    assert "game" in caught.value.message


@pytest.mark.parametrize(("old", "new", "line", "told"), [
    ('mirror = "jaw.r"', 'mirror = "style"', 10, "is not its mirror"),
    ('mirror = "jaw.l"', 'mirror = "jaw.r"', 10, "is not its mirror"),
    ('"r-jaw" = 1', '"r-jowl" = 1', 21, "jaw.r drives 'r-jowl', which the head does not have"),
    ('id = "jaw.r"', 'id = "jaw.l"', 15, "declared twice"), ('id = "jaw.r"', 'ID = "jaw.r"', 15, "unknown field `ID`"),
    ("range = [-1, 1, 0]", "range = [1, -1, 0]", 20, "no room"), ("version = 1", "version = nan", 3, "version"),
    ("range = [-1, 1, 0]", "ranges = [1, -1, 0]", 20, "unknown field `ranges`"),
    ("version = 1", "version = 1\nrange = [nan, 1, 0]", 4, "range"),
    ("version = 1", "version = 1\nversion = 2", 4, "not sound TOML"),
    ("version = 1", "version = 1\n[file]\npart = [{ kind = 'nose' }]", 5, "kind"),
    ("version = 1", 'version = 1\nname = "../x"', 4, "no name"),
    ("version = 1", 'version = 1\n[file]\n[[file.part]]\nkind = "order"', 4, "is in no part"),
])
def test_the_line_is_said(old: str, new: str, line: int, told: str) -> None:
    with pytest.raises(SchemaError, match=told) as caught:
        parse_schema(GOOD.replace(old, new, 1).encode(), "game", driven={"l-jaw", "r-jaw"})
    assert caught.value.mistakes[0].line == line and f"game, line {line}: " in caught.value.message


def test_everything_that_is_wrong_is_said() -> None:
    text = GOOD.replace('"*-jaw" = 1', '"nose" = 1').replace("range = [-1, 1, 0]", "range = [1, -1, 0]")
    text = text.replace("[0, 1, 1]", "[0, 1, 0]") + '[file]\n[[file.part]]\nkind = "values"\nof = ["jaw.l", "chin"]\n'
    with pytest.raises(SchemaError) as caught:
        parse_schema(text.encode(), "game", driven={"l-jaw", "r-jaw"})
    assert sorted(one.place for one in caught.value.mistakes) == [
        "file", "file.part[0]", "value[0].drives", "value[1].range", "value[2].range"]


@pytest.mark.parametrize(("file", "told"), [
    ('kind = "count"\ntype = "u8"', "no values come after"), ('kind = "values"\nstored = [1, 1]', "must differ"),
    (f'kind = "values"\n[[file.part]]\nkind = "string"\nlength = "u8"\ntext = "{"x" * 256}"', "does not fit into u8"),
    ('kind = "values"\n[[file.part]]\nkind = "string"\nlength = "zero"\ntext = "a\\u0000b"', "does not fit into zero"),
    ('kind = "values"\ntype = "u8"\nstored = [0, 256]', "256 does not fit into u8"),
    ('kind = "values"\n[[file.part]]\nkind = "values"', "two parts are of all values"),
    ('kind = "values"\nof = ["jaw.l", "jaw.r", "style", "jaw.l"]', "jaw.l is in two parts"),
    ('kind = "choice"\nof = "Style"\n[[file.part]]\nkind = "values"\nof = ["style", "jaw.l", "jaw.r"]',
     "style is in two"),
    ('kind = "values"\nof = ["jaw.l"]', "jaw.r is in no part"), ('kind = "values"\nof = [1]', "of"),
    ('kind = "choice"\nof = "Hat"', "no choice 'Hat'"), ('kind = "shape"\ntype = "u8"', "needs shapes"),
    ('kind = "version"\ntype = "u8"\nvalue = 256', "256 does not fit"), ('kind = "bytes"\nhex = "0"', "hex"),
    ('kind = "text"\ntext = ""', "text"), ('kind = "values"\ntype = "u128"', "u128"),
    ('kind = "values"\nstored = [0, nan]', "stored"), ('kind = "checksum"\nby = "md5"', "md5"),
])
def test_what_is_wrong_with_a_file_is_said(file: str, told: str) -> None:
    with pytest.raises(SchemaError) as caught:
        parse_schema(f"{GOOD}\n[file]\n[[file.part]]\n{file}\n".encode(), "game")
    assert any(told in one.message for one in caught.value.mistakes)


@pytest.mark.parametrize("data", [
    b"", b"\xff\xfe", b"value = []", b"label = 'x'\nversion = 1\nvalue = []\n",
    b"label = 'x'\nversion = 1\nvalue = [" + b"1," * 100_000 + b"]", b"#" * (1 << 23),
    b"label = 'x'\nversion = 1\n" + b"[[value]]\nid='a'\nlabel='a'\ngroup='a'\n" * 2001,
    b"label = 'x'\nversion = 1\n" + b"[[value]]\n" * 1_000_000,
    b"label = 'x'\nversion = 1\n" + b"\n".join(
        b"[[value]]\nid='%d'\nlabel='a'\ngroup='a'\nbones=[%s]" % (
            place, b"{at=[4],radius=1}," * 60) for place in range(40)),
    b"label = 'x'\n[" + b"a." * 200_000 + b"a]"])
def test_what_is_no_schema(data: bytes) -> None:
    with pytest.raises(EngineError):
        parse_schema(data, "game")


@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: (GOOD + text).encode("utf-8", "replace")))
def test_any_bytes_give_a_schema_or_our_error(data: bytes) -> None:
    try:
        parse_schema(data, "any")
    except EngineError:
        pass


VALUES = ["1", "-1", '"x"', "[]", "{}", "nan", "inf", "true", "", "''", '["a", 1]', "1979-05-27", "9" * 20, "[0, 1, 2]",
          "[[1]]", "{ a = nan }", "[{}]", "1e308"]


@settings(max_examples=60)
@given(st.data())
def test_a_mutated_schema_gives_a_schema_or_our_error(data: st.DataObject) -> None:
    lines = TEXT.splitlines()
    for _ in range(data.draw(st.integers(1, 3))):
        index = data.draw(st.integers(0, len(lines) - 1))
        key = lines[index].split("=")[0]
        value = data.draw(st.sampled_from(VALUES))
        lines[index] = data.draw(st.sampled_from(["", f"{key}= {value}", lines[index] * 2, "[[value]]", "[value]"]))
    try:
        schema = parse_schema("\n".join(lines).encode(), "mutated")
    except EngineError:
        return
    assert schema.amounts(schema.defaults()).tolist() == [0] * len(schema.slots)
