"""Presets: the shipped ones say what they should; own ones survive; hostile files raise EngineError only."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.base.errors import EngineError, UsageError
from engine.base.look import Look
from engine.expression.presets import (
    UNSMILE,
    all_presets,
    delete_preset,
    find_preset,
    laid_over,
    overwrite_preset,
    own_folder,
    parse_preset,
    read_preset,
    rename_preset,
    safe_name,
    save_preset,
)
from engine.expression.units import CONTROLS

WANTED = {
    "happy": {"AU12": 8, "AU6": 6}, "surprised": {"AU1": 5, "AU2": 6, "AU5": 6, "AU26": 8, "pucker": 3},
    "angry": {"AU4": 7, "AU2": -2, "AU5": 3, "AU17": 4}, "sad": {"AU1": 6, "AU4": -1, "AU15": 8, "AU17": 1},
    "disgusted": {"AU9": 5, "AU15": 4, "AU17": 7, "AU25": 3, "AU4": -6, "AU2": -3, "upperlip": 10},
    "fearful": {"AU1": 7, "AU4": -2, "AU5": 6, "AU15": 1, "AU20": 9, "AU25": 4, "AU26": 3, "lowerlip": 5},
    "neutral-smile": {"AU12": 4}, "confused": {"AU4": 4, "AU1": 2}, "neutral": {"neutralise": 100},
}


SMILE_OUT = ("neutral", "surprised", "angry", "sad", "disgusted", "fearful", "confused")


def test_the_shipped_presets(tmp_path: Path) -> None:
    presets, problems = all_presets(tmp_path)
    assert not problems and {preset.id for preset in presets} == set(WANTED)
    for preset in presets:
        assert laid_over(preset).look == Look.of(CONTROLS, WANTED[preset.id])
        assert preset.look.get(UNSMILE, 0) == (100 if preset.id in SMILE_OUT else 0)
        assert not preset.own and {"zh_CN", "zh_TW"} <= set(dict(preset.labels))
    assert find_preset("Happy").label_in("zh_CN") == "开心" and find_preset("happy").label_in("de") == "Happy"


def test_own_presets_live_and_die(tmp_path: Path) -> None:
    look = Look.of(CONTROLS, {"AU12L": 3.25, "jawOpen": 0.1, "head.yaw": -2.5})
    saved = save_preset("Mine, \"näher\" 中\x7f", look, tmp_path)
    presets, problems = all_presets(tmp_path)
    assert not problems and saved in presets and saved.own and saved.look == look
    assert find_preset(saved.label, tmp_path) == saved
    with pytest.raises(EngineError):
        save_preset(saved.label, look, tmp_path)
    again = save_preset(saved.label, Look(), tmp_path, replace=True)
    assert again.look == Look() and [path.suffix for path in tmp_path.iterdir()] == [".toml"]
    delete_preset(again, tmp_path)
    assert not list(tmp_path.iterdir())
    with pytest.raises(EngineError):
        delete_preset(again, tmp_path)
    with pytest.raises(EngineError):
        delete_preset(find_preset("happy"), tmp_path)


def test_a_name_of_a_shipped_preset_is_taken(tmp_path: Path) -> None:
    for label in ("happy", "HAPPY", " Neutral Smile ", "", "   "):
        with pytest.raises(EngineError):
            save_preset(label, Look(), tmp_path)
    with pytest.raises(UsageError):
        find_preset("nonsense", tmp_path)


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(EngineError):
        save_preset("mine", Look(), tmp_path / "file")
    assert all_presets(tmp_path / "missing")[1] == []


def test_one_bad_file_hides_no_other(tmp_path: Path) -> None:
    save_preset("good", Look.of(CONTROLS, {"AU4": 1}), tmp_path)
    (tmp_path / "bad.toml").write_bytes(b"\xff\xfe")
    (tmp_path / "big.toml").write_bytes(b"#" * 70_000)
    presets, problems = all_presets(tmp_path)
    assert [preset.id for preset in presets if preset.own] == ["good"] and len(problems) == 2


def test_the_users_folder_follows_the_data_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("FACEWRIGHT_DATA", str(tmp_path))
    assert own_folder() == tmp_path / "presets"


HEAD = 'format = "facewright-preset"\nversion = 1\n'


@pytest.mark.parametrize("text", [
    "", "format = 1", HEAD.replace("1", "2"), HEAD.replace("1", "true"), HEAD.replace("1", "0"), HEAD + "label = 3",
    HEAD + 'labels = {a = 1}', HEAD + "values = 3", HEAD + "[values]\nAU99 = 1", HEAD + "[values]\nAU12 = 11",
    HEAD + "[values]\nAU12 = nan", HEAD + "[values]\nAU12 = inf", HEAD + "[values]\nAU12 = true",
    HEAD + '[values]\nAU12 = "8"', HEAD + "[values]\nAU12 = 1" + "0" * 400, HEAD + "[values]\nAU12 = 1" + "0" * 5000,
    HEAD + "[values]\nAU12 = [1]", HEAD + "a = " + "[" * 30_000,
])
def test_bad_files_are_refused(text: str) -> None:
    with pytest.raises(EngineError):
        parse_preset(text.encode(), "bad")


@given(st.binary(max_size=200))
def test_any_bytes_give_a_preset_or_an_engine_error(data: bytes) -> None:
    for prefix in (b"", HEAD.encode(), HEAD.encode() + b"[values]\n", HEAD.encode() + b"[values]\nAU12 = "):
        try:
            parse_preset(prefix + data, "x")
        except EngineError:
            pass


def test_missing_files_are_engine_errors(tmp_path: Path) -> None:
    for path in (tmp_path / "none.toml", tmp_path, Path("a\0b")):
        with pytest.raises(EngineError):
            read_preset(path)


@given(st.text(max_size=100))
def test_any_name_is_made_safe_and_round_trips(label: str) -> None:
    name = safe_name(label)
    assert 0 < len(name.encode()) <= 67 and not set(name) & set('/\\:*?"<>|. \0\n') and name == safe_name(name)
    assert name.split(".")[0] not in ("con", "nul", "com1")


_NUMBERS = st.dictionaries(st.sampled_from([control.id for control in CONTROLS]), st.floats(-1, 1), max_size=5)


@given(st.text(min_size=1, max_size=30).filter(lambda text: text.split()), _NUMBERS)
def test_what_is_saved_is_what_is_read(label: str, values: dict[str, float]) -> None:
    import tempfile

    usable = {key: max(value, CONTROLS[key].minimum) for key, value in values.items()}
    look = Look.of(CONTROLS, usable)
    with tempfile.TemporaryDirectory() as folder:
        try:
            saved = save_preset(label, look, Path(folder))
        except EngineError:
            assert safe_name(label).casefold() in WANTED or label.encode("utf-8", "replace").decode() != label
            return
        assert read_preset(Path(folder) / f"{saved.id}.toml", own=True) == saved and saved.look == look


def test_own_presets_are_renamed_and_overwritten(tmp_path: Path) -> None:
    mine = save_preset("My sneer", {"AU9": 4.0}, tmp_path)
    save_preset("Taken", {"AU9": 1.0}, tmp_path)
    again = overwrite_preset(mine, {"AU26": 2.0}, tmp_path)
    assert dict(again.look) == {"AU26": 2.0} and again.label == "My sneer"
    renamed = rename_preset(again, "  A better  name ", tmp_path)
    assert (renamed.id, renamed.label, renamed.look) == ("a-better-name", "A better name", again.look)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a-better-name.toml", "taken.toml"]
    for name in ("taken", "Happy", " "):
        with pytest.raises(EngineError):
            rename_preset(renamed, name, tmp_path)
    written = rename_preset(renamed, "A better name!", tmp_path)  # the same file under another title
    assert [preset.label for preset in all_presets(tmp_path)[0] if preset.own] == ["A better name!", "Taken"]
    assert written.id == "a-better-name"


def test_an_own_preset_whose_file_has_a_name_of_its_own_is_changed_where_it_lies(tmp_path: Path) -> None:
    save_preset("Mine", {"AU9": 4.0}, tmp_path)
    (tmp_path / "mine.toml").rename(tmp_path / "From a Friend.toml")
    (found,) = [preset for preset in all_presets(tmp_path)[0] if preset.own]
    overwrite_preset(found, {"AU9": 1.0}, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["From a Friend.toml"]
    (found,) = [preset for preset in all_presets(tmp_path)[0] if preset.own]
    assert found.look["AU9L"] == 1.0
    delete_preset(found, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_what_comes_with_the_program_is_neither_renamed_nor_overwritten(tmp_path: Path) -> None:
    happy = find_preset("happy")
    for change in (lambda: rename_preset(happy, "Glad", tmp_path), lambda: overwrite_preset(happy, {}, tmp_path),
                   lambda: delete_preset(happy, tmp_path)):
        with pytest.raises(EngineError, match="comes with Facewright"):
            change()
