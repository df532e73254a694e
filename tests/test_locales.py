"""The user's locale decides the window's language and never what a library makes of letters and numbers."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from engine.models.store import ModelStore
from tests.test_privacy import EDITOR, ROOT, SAMPLE

LOCALES = {"tr_TR.UTF-8": ("tr_TR", "UTF-8"), "de_DE.UTF-8": ("de_DE", "UTF-8"), "zh_CN.UTF-8": ("zh_CN", "UTF-8"),
           "zh_CN.GBK": ("zh_CN", "GBK")}


@pytest.fixture(scope="module")
def locales(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of locales, made here: machines rarely have them."""
    if shutil.which("localedef") is None or not Path("/usr/share/i18n/locales/tr_TR").exists():
        pytest.skip("no localedef, or no sources of locales (Debian: the package locales), to make a Turkish one of")
    folder = tmp_path_factory.mktemp("locales")
    for name, (language, letters) in LOCALES.items():
        subprocess.run(["localedef", "-i", language, "-f", letters, str(folder / name)], check=False,
                       capture_output=True)  # it warns, and then its status is not 0
        assert (folder / name).is_dir()
    return folder


def started(arguments: list[str], **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "PYTHONUTF8"))}
    return subprocess.run([sys.executable, *arguments], cwd=ROOT, capture_output=True, encoding="utf-8",
                          errors="surrogateescape", check=False, timeout=300,
                          env={**kept, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen", **environment})


def test_rules_for_letters_and_numbers_are_plain_also_after_qt_has_set_them() -> None:
    done = started(["-c", """
import locale
from gui.application import make_application
application = make_application([])
print(locale.setlocale(locale.LC_NUMERIC), locale.setlocale(locale.LC_CTYPE))
"""], LC_ALL="C.UTF-8")
    assert done.stdout.split() == ["C", "C.UTF-8"], done.stderr


@pytest.mark.parametrize("name", [*LOCALES, "C", "POSIX"])
def test_a_face_is_found(name: str, locales: Path, model_store: ModelStore) -> None:
    done = started(["main.py", "measure", SAMPLE], LOCPATH=str(locales), LC_ALL=name,
                   FACEWRIGHT_MODELS=str(model_store.folder))
    assert done.returncode == 0 and "1 face(s)" in done.stdout, done.stderr


@pytest.mark.parametrize("name", ["tr_TR.UTF-8", "zh_CN.GBK"])
def test_the_editor_works(name: str, locales: Path, model_store: ModelStore, tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    done = started(["-c", f"import os; os.chdir({str(tmp_path)!r})\n{EDITOR}", SAMPLE], LOCPATH=str(locales),
                   LC_ALL=name, HOME=str(tmp_path / "home"), FACEWRIGHT_DATA=str(tmp_path / "data"),
                   FACEWRIGHT_MODELS=str(model_store.folder))
    assert done.stdout.strip() == "closed", done.stderr


def test_the_language_of_the_window_is_the_users(locales: Path) -> None:
    done = started(["-c", """
from gui.application import make_application
from gui.words.language import resolved
application = make_application([])
print(resolved(""))
"""], LOCPATH=str(locales), LC_ALL="zh_CN.UTF-8")
    assert done.stdout.strip() == "zh_CN", done.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere names of files are text")
@pytest.mark.parametrize("name", ["de_DE.UTF-8", "zh_CN.GBK"])
def test_names_that_are_no_text_are_read_written_and_printed(name: str, locales: Path, model_store: ModelStore,
                                                             tmp_path: Path) -> None:
    photo, out = os.fsencode(tmp_path) + b"/caf\xe9.jpg", os.fsencode(tmp_path) + b"/\xff.png"
    shutil.copy(os.fsencode(SAMPLE), photo)
    settings = {"LOCPATH": str(locales), "LC_ALL": name, "FACEWRIGHT_MODELS": str(model_store.folder)}
    done = started(["main.py", "edit", os.fsdecode(photo), "--preset", "happy", "-o", os.fsdecode(out)], **settings)
    assert done.returncode == 0 and os.path.getsize(out) > 0, done.stderr
    done = started(["main.py", "measure", os.fsdecode(photo)], **settings)
    assert done.returncode == 0 and done.stdout.startswith("caf"), done.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere names of files are text")
def test_the_editor_opens_names_that_are_no_text(model_store: ModelStore, tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    photo = os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.jpg")
    shutil.copy(SAMPLE, photo)
    done = started(["-c", f"import os; os.chdir({str(tmp_path)!r})\n{EDITOR}", photo], LC_ALL="C.UTF-8",
                   HOME=str(tmp_path / "home"), FACEWRIGHT_DATA=str(tmp_path / "data"),
                   FACEWRIGHT_MODELS=str(model_store.folder))
    assert done.stdout.strip() == "closed", done.stderr
