"""A renderer is declared in two files: its own, and the list. The command line and the window then know it."""

import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from engine.base.errors import UsageError
from engine.base.look import Look
from engine.base.paths import RESOURCES
from engine.engine import Engine
from engine.models.store import ModelStore
from engine.photo.picture import read_picture
from engine.systems import LOOK_CONTROLS, needs_inversion, spec_of

ROOT = Path(__file__).resolve().parents[3]

TOY = '''
"""Paints the face's square in one colour."""

import numpy as np

from engine.base.controls import Choice, Control, ControlTable
from engine.base.text import Text
from engine.render.request import Patch
from engine.render.spec import RendererSpec

SETTINGS = ControlTable([
    Control("brightness", "Brightness", "Toy", 0, 255, 128, whole=True, help="How bright the square is."),
    Control("tint", "Tint", "Toy", 0, 1, 0, whole=True, choices=(Choice(0, "gray", "gray"), Choice(1, "red", "red")),
            help="Its colour."),
    Control("seed", "Seed", "Toy", 0, 9, 0, whole=True, help="Of no use."),
    Control("frame-width", "Frame", "Toy", 0, 9, 0, whole=True, help="Of no use either."),
])


class Toy:
    def draw(self, photo, face, look, size, final, settings):
        yield from ()
        side = min(size, photo.crop(face).side)
        return Patch(_square(side, settings), (Text("painted by a toy"),))

    def finish(self, photo, looks, native, settings):
        yield from ()
        for face in looks:
            crop = photo.crop(face)
            native[max(crop.y0, 0):crop.y0 + crop.side, max(crop.x0, 0):crop.x0 + crop.side] = \\
                _square(1, settings)[0, 0, :3]
        return (Text("painted by a toy"),)

    def forget(self, photo_id):
        pass


def _square(side, settings):
    bright = settings.get("brightness", 128)
    return np.full((side, side, 4), (bright, *(2 * [0 if settings.get("tint") else bright]), 255), np.uint8)


TOY = RendererSpec("toy", "Toy painter", "Paints a square.", lambda shared: Toy(), SETTINGS,
                   beyond=lambda look: tuple(name for name in look if name == "cheekPuff"))
'''

WINDOW = '''
import sys
from pathlib import Path
from PySide6.QtCore import QSettings
from gui.application import Editor, make_application
from gui.model.session import Session
from engine.engine import Engine
from engine.systems import LOOK_CONTROLS

QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, sys.argv[1])
QSettings.setDefaultFormat(QSettings.Format.IniFormat)
application = make_application([])
session = Session(LOOK_CONTROLS, Engine, Path(sys.argv[1]))
editor = Editor(application, session)
editor.show_window()
panel = editor.window.viewer.bar.renderer.panel
print(panel.radios["toy"].text(), *panel.forms["toy"].fields, sep="|")
from gui.dialogs.export import ExportDialog
dialog = ExportDialog(session.document, session.thread_, editor.window, session.choice)
print(*(dialog.renderer_box.itemText(row) for row in range(dialog.renderer_box.count())), sep="|")
dialog.deleteLater()
editor.close()
'''


def test_one_that_there_is_not_is_wrong_usage(model_store: ModelStore) -> None:
    with closing(Engine(model_store, gl="none")) as engine:
        for ask in (engine.lacking, lambda name: engine.pictures.refusal(name, Look()), spec_of):
            with pytest.raises(UsageError, match="unknown renderer 'nobody' .there is: live, magicface, latent"):
                ask("nobody")


@pytest.mark.parametrize(("values", "must"), [({"AU12": 3.0}, True), ({"cheekPuff": 0.5}, False), ({}, False),
                                              ({"cheekPuff": 0.5, "attribute.smile": 1.0}, True)])
def test_what_must_be_found_in_the_generator_first_is_told_of_every_look(values: dict[str, float], must: bool) -> None:
    look = Look.of(LOOK_CONTROLS, values)
    assert needs_inversion("latent", look) is must
    assert needs_inversion("live", look) is needs_inversion("magicface", look) is ("attribute.smile" in values)


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """This house with a toy in it: links to its rooms, and two files of its own."""
    house = tmp_path_factory.mktemp("house")
    for name in ("gui", "resources"):
        (house / name).symlink_to(ROOT / name)
    (house / "main.py").write_text((ROOT / "main.py").read_text("utf-8"))  # Python looks beside the file, not the link
    _links(ROOT / "engine", house / "engine", but=("systems.py", "base"))
    _links(ROOT / "engine" / "base", house / "engine" / "base", but=("paths.py",))
    (house / "engine" / "base" / "paths.py").write_text((ROOT / "engine" / "base" / "paths.py").read_text("utf-8"))
    (house / "engine" / "toy.py").write_text(TOY, "utf-8")
    listed = (ROOT / "engine" / "systems.py").read_text("utf-8").replace(
        "(LIVE, MAGICFACE, LATENT)", "(LIVE, MAGICFACE, LATENT, TOY)").replace(
        "from engine.render.request", "from engine.toy import TOY\nfrom engine.render.request")
    (house / "engine" / "systems.py").write_text(listed, "utf-8")
    return house


def _links(room: Path, copy: Path, but: tuple[str, ...]) -> None:
    copy.mkdir()
    for path in room.iterdir():
        if path.name not in but and path.name != "__pycache__":
            (copy / path.name).symlink_to(path)


def run(house: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(house)}
    return subprocess.run([sys.executable, *arguments], cwd=house, env=environment, capture_output=True, text=True)


def test_the_command_line_knows_it(house: Path, model_store: ModelStore, tmp_path: Path) -> None:
    told = run(house, "main.py", "edit", "--help").stdout
    assert "toy: Paints a square." in told and "--tint {gray,red}" in told and "toy: How bright the square is." in told
    assert "same expression. toy: Of no use." in " ".join(told.split())  # a setting's name may be another's too
    out = tmp_path / "out.png"
    photo = str(RESOURCES / "samples" / "neutral.jpg")
    done = run(house, "main.py", "edit", photo, "--au", "AU12=5", "--renderer", "toy", "--tint", "red", "--brightness",
               "200", "--seed", "3", "--frame-width", "2", "-o", str(out))
    assert done.returncode == 0 and done.stderr.strip() == "facewright: painted by a toy", done.stderr
    painted = (read_picture(out).pixels == (200, 0, 0)).all(2)
    assert painted.mean() > 0.2
    for wrong, said in ((("--brightness", "300"), "outside 0 to 255"), (("--seed", "10"), "outside 0 to 9"),
                         (("--steps", "3"), "--renderer magicface only")):
        refused = run(house, "main.py", "edit", photo, "--au", "AU12=5", "--renderer", "toy", *wrong, "-o", str(out))
        assert refused.returncode == 2 and said in refused.stderr and len(refused.stderr.splitlines()) == 1


def test_the_window_knows_it(house: Path, tmp_path: Path) -> None:
    done = run(house, "-c", WINDOW, str(tmp_path))
    chooser, box = done.stdout.splitlines()
    assert chooser == "Toy painter|brightness|tint|seed|frame-width", done.stderr
    assert box == "Live puppet|MagicFace|Latent|Toy painter"
