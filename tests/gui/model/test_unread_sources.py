"""Importing a module reads no source, with Qt there or not."""

import importlib
import inspect
import linecache
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from gui.model import unread_sources
from gui.model.unread_sources import leave_sources_unread

NAME = "a_module_of_this_test"


@pytest.fixture
def module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A file that can be imported by NAME."""
    monkeypatch.syspath_prepend(str(tmp_path))
    path = tmp_path / f"{NAME}.py"
    path.write_text("VALUE = 'PySide6'\n", "utf-8")
    yield path
    sys.modules.pop(NAME, None)


def imported(path: Path) -> bool:
    """Import it as any module does, and whether its lines are kept."""
    importlib.invalidate_caches()
    exec(f"import {NAME}\nassert {NAME}.VALUE == 'PySide6'", {"__name__": "who_asks"})
    return str(path) in linecache.cache


def test_what_is_imported_is_not_read_and_kept(module: Path) -> None:
    leave_sources_unread()
    assert not imported(module)


def test_what_was_read_before_is_let_go_of(module: Path) -> None:
    linecache.getlines(str(module))
    assert str(module) in linecache.cache
    leave_sources_unread()
    assert str(module) not in linecache.cache
    assert linecache.getlines(str(module)) == ["VALUE = 'PySide6'\n"]  # as a traceback does


def test_another_pyside_goes_its_own_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "shibokensupport.feature", None)
    leave_sources_unread()


def test_this_pyside_has_what_is_replaced_and_it_reads_sources() -> None:
    """Fails when another PySide does it otherwise: then 64 MB of lines are kept again, and nobody says so."""
    pyside = pytest.importorskip("PySide6")
    features = importlib.import_module(unread_sources._FEATURES)
    asking = [one for one in vars(features).values()
              if inspect.isfunction(one) and unread_sources._LOOKS in one.__code__.co_names]
    assert hasattr(features, unread_sources._LOOKS) and asking, \
        f"PySide {pyside.__version__} looks for its own name in sources in another way than {unread_sources._LOOKS}"
