"""The files opened last: told apart by as little of their folders as does it."""

from pathlib import Path

import pytest

from gui.model.recent import distinct_names


@pytest.mark.parametrize("paths, named", [
    (["/a/anna.jpg", "/b/bob.jpg"], [("anna", ""), ("bob", "")]),
    (["/a/anna.jpg", "/b/anna.jpg"], [("anna", "a"), ("anna", "b")]),
    (["/berlin/2024/anna.jpg", "/paris/2024/anna.jpg"], [("anna", "berlin/2024"), ("anna", "paris/2024")]),
    (["/berlin/2024/anna.jpg", "/paris/2023/anna.jpg"], [("anna", "2024"), ("anna", "2023")]),
    (["/2024/anna.jpg", "/x/2024/anna.jpg"], [("anna", "/2024"), ("anna", "x/2024")]),
    (["/anna.jpg", "/x/anna.jpg"], [("anna", "/"), ("anna", "x")]),
    (["/a/anna.jpg", "/a/anna.facewright"], [("anna.jpg", ""), ("anna.facewright", "")]),
    (["/a/anna.jpg", "/b/anna.jpg", "/b/anna.facewright"],
     [("anna.jpg", "a"), ("anna.jpg", "b"), ("anna.facewright", "")]),
], ids=lambda value: " ".join(map(str, value)))
def test_files_of_one_name_are_told_apart(paths: list[str], named: list[tuple[str, str]]) -> None:
    assert distinct_names([Path(path) for path in paths]) == named
