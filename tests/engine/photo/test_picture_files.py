"""A folder, a pattern, a name: which pictures are meant."""

from pathlib import Path

import pytest

from engine.base.errors import EngineError
from engine.commands import BAD_INPUT, run_command
from engine.photo.picture_files import named_pictures, pictures_in


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.jpg", "a.PNG", "notes.txt", "._a.jpg", "c [1].png", "1.tif"):
        (tmp_path / name).write_bytes(b"")
    (tmp_path / "below.jpg").mkdir()
    return tmp_path


def test_a_folder_means_the_pictures_in_it(folder: Path) -> None:
    assert [path.name for path in pictures_in(folder)] == ["1.tif", "a.PNG", "b.jpg", "c [1].png"]


def test_a_pattern_is_what_it_fits_and_a_file_of_that_very_name_is_itself(folder: Path) -> None:
    assert [path.name for path in named_pictures([folder / "?.jpg", folder / "*.p*", folder / "b.jpg"])] == \
        ["b.jpg", "c [1].png"]
    assert named_pictures([folder / "c [1].png"]) == [folder / "c [1].png"]
    assert named_pictures([folder / "c [1].png", folder]) == [folder / "c [1].png", folder / "1.tif", folder / "a.PNG",
                                                            folder / "b.jpg"]
    assert named_pictures([folder / "gone.jpg"]) == [folder / "gone.jpg"]  # whoever opens it says that it is not there


@pytest.mark.parametrize("word", ["*.webp", "empty", "[x].jpg"])
def test_what_gives_none_is_told_in_one_line(folder: Path, word: str, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "empty").mkdir()
    with pytest.raises(EngineError):
        named_pictures([folder / word])
    assert run_command(["batch", str(folder / word), "-o", str(folder / "out")]) == BAD_INPUT
    told = capsys.readouterr()
    assert len(told.err.strip().splitlines()) == 1 and word in told.err and told.out == ""
    assert not (folder / "out").exists()


def test_a_link_that_leads_to_itself_hides_no_other_picture(folder: Path) -> None:
    (folder / "loop.jpg").symlink_to("loop.jpg")
    assert [path.name for path in pictures_in(folder)] == ["1.tif", "a.PNG", "b.jpg", "c [1].png"]
