"""The catalogue is sound, and a damaged one is said to be so."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine.base.errors import EngineError, UsageError
from engine.base.paths import RESOURCES
from engine.models.catalogue import load_catalogue, parse_catalogue

TEXT = (RESOURCES / "models.toml").read_text(encoding="utf-8")


def test_the_programs_own():
    catalogue = load_catalogue()
    assert catalogue["face-landmarker"].commercial and catalogue["dlib-identity"].commercial
    for model in catalogue:
        assert model.title and model.does and model.licence and model.needed_by and model.sources
        assert model.bytes > 0 and model.memory > 0
        for source in model.sources:
            assert {file.name for file in model.files} == set(dict(source.members))
    # What the milestone's main job downloads may be used commercially.
    assert all(model.commercial for model in catalogue if "faces" in model.needed_by)


def test_unknown_model_names_all():
    with pytest.raises(UsageError, match="face-landmarker"):
        load_catalogue()["nosuch"]


GOOD = """
[[model]]
id = "a"
title = "A"
does = "nothing"
licence = "MIT"
commercial = true
memory = 1
[[model.file]]
name = "a.bin"
bytes = 1
sha256 = "{0}"
[[model.source]]
kind = "package"
client = "pip"
package = "a"
version = "1"
form = "wheel"
sha256 = "{0}"
""".format("0" * 64)


@pytest.mark.parametrize(("old", "new", "words"), [
    ('id = "a"', 'id = "../a"', r"model\[0\]\.id"), ('id = "a"', "id = 3", "Expected `str`, got `int`.*id"),
    ('id = "a"', 'id = "a\\n"', r"model\[0\]\.id"), ('id = "a"', "", "missing required field `id`"),
    ("commercial = true", 'commercial = "yes"', "Expected `bool`, got `str`.*commercial"),
    ('name = "a.bin"', 'name = "../a.bin"', "plain file name"),
    ('name = "a.bin"', 'name = "/a.bin"', "plain file name"),
    ('name = "a.bin"', "name = 'c:\\a.bin'", "plain file name"),
    ("bytes = 1", "bytes = -1", "bytes"), ("bytes = 1", "bytes = true", "Expected `int`, got `bool`"),
    ("bytes = 1", f"bytes = {'9' * 400}", "bytes"), ("bytes = 1", f"bytes = {'9' * 5000}", "not sound TOML"),
    ('kind = "package"', 'kind = "torrent"', "torrent.*kind"), ('kind = "package"', "", "kind"),
    ('package = "a"', 'package = "--index-url=x"', "package"), ('client = "pip"', 'client = "sh"', "client"),
    ('form = "wheel"', 'form = "npm"', "client and form"), ('version = "1"', "version = 1", "version"),
    ("[[model.file]]", "[model.file]", "Expected `array`, got `object`.*file"), ('title = "A"', "", "title"),
    ('title = "A"', 'title = ""', "title"), ('title = "A"', 'title = "A"\nstrange = 1', "unknown field `strange`"),
    ("memory = 1", "memory = nan", "memory"), ("memory = 1", "memory = 1e999", "memory"),
    ("memory = 1", "memory = " + "[" * 5000 + "]" * 5000, "not sound TOML"),
    ("0" * 64, "0" * 63, "sha256"), ("[[model]]", "[[model", "not sound TOML"),
])
def test_what_is_wrong_is_said(old, new, words):
    assert parse_catalogue(GOOD, "good")["a"].sources[0].member("a.bin") == "a.bin"
    with pytest.raises(EngineError, match=words):
        parse_catalogue(GOOD.replace(old, new, 1), "bad.toml")


def test_a_model_or_file_listed_twice():
    with pytest.raises(EngineError, match="twice"):
        parse_catalogue(GOOD + GOOD, "bad.toml")


@given(st.text(max_size=300))
def test_any_text_gives_a_catalogue_or_our_error(text):
    try:
        parse_catalogue(text, "any")
    except EngineError:
        pass


VALUES = ["1", "-1", '"x"', "[]", "{}", "nan", "true", "", "''", '["a", 1]', "1979-05-27", '"../x"', "9" * 20]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_a_mutated_catalogue_gives_a_catalogue_or_our_error(data):
    lines = TEXT.splitlines()
    for _ in range(data.draw(st.integers(1, 4))):
        index = data.draw(st.integers(0, len(lines) - 1))
        key = lines[index].split("=")[0]
        value = data.draw(st.sampled_from(VALUES))
        changes = ["", f"{key}= {value}", lines[index] * 2, "[[model]]", "[model.file]"]
        lines[index] = data.draw(st.sampled_from(changes))
    try:
        parse_catalogue("\n".join(lines), "mutated")
    except EngineError:
        pass
