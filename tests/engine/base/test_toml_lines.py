"""The line of everything in a TOML text, whatever else the text holds."""

from hypothesis import given
from hypothesis import strategies as st

from engine.base.toml_lines import TomlLines

TEXT = '''# x = 1
a = """
[[value]]
b = 1
"""
c = [ { d = 1 },
  { e = [
  2] },
]
[file]
order = "x # no = comment"
[[file.part]] # a comment = 3
kind = 1

[[file.part]]
"quoted key" = 2
z.y = 3'''


def test_the_lines_of_a_text() -> None:
    lines = TomlLines(TEXT)
    for keys, line in {("a",): 2, ("c", 1, "e"): 6, ("file",): 10, ("file", "order"): 11, ("file", "part", 0): 12,
                       ("file", "part", 0, "kind"): 13, ("file", "part", 1, "kind"): 15, ("value", 0): 0, ("x",): 0,
                       ("file", "part", 1, "quoted key"): 16, ("file", "part", 1, "z", "y"): 17, (): 0}.items():
        assert lines.of(keys) == line, keys


@given(st.text(alphabet="[]{}=\"'#\n ab.,1\\", max_size=80))
def test_any_text_has_lines(text: str) -> None:
    assert 0 <= TomlLines(text).of(("a", 0, "b")) <= text.count("\n") + 1
