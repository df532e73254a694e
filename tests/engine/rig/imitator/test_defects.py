"""What kept the face-nn tools from running, and must not keep ours: each a test of its own.

Those of the fit's arithmetic are in test_fit_loop.py, those of the crop in test_published_crop.py.
"""

import ast
import re
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import distribution
from pathlib import Path

import numpy as np
import pytest
import torch

from engine.base.jobs import Job, Progress
from engine.base.paths import RESOURCES
from engine.base.text import verbatim
from engine.base.toml_text import parse_toml
from engine.commands import DONE, run_command
from engine.networks.bisenet import parse_logits
from engine.networks.identity.light_cnn import light_cnn_tensors
from engine.networks.zoo import Zoo
from engine.photo.writing import write_picture
from engine.rig.database.database_file import write_database
from engine.rig.database.rendered import open_database
from engine.rig.files.reading import read_values
from engine.rig.imitator import kinds, photo_fit
from engine.rig.imitator.fit_loop import LoopFit
from engine.rig.imitator.learning import ImitatorLearner, LearningPlan
from engine.rig.imitator.network import Imitator
from engine.rig.imitator.weights_file import SHIPPED, read_imitator, write_imitator
from tests.engine.rig.imitator.seeded import seeded_weights

ROOT = RESOURCES.parent


def test_defect_1_the_fit_ran_only_as_a_script_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Called from the program's own command line it had no options: NameError."""
    def fit_photo(*given: object) -> Job[tuple[LoopFit, np.ndarray]]:
        yield Progress(1, 1, verbatim(""))
        return LoopFit(np.linspace(0, 1, 99, dtype=np.float32), 1.0, 0.5, 0.25, 2.0), np.zeros((4, 4, 3), np.uint8)

    @contextmanager
    def use(zoo: Zoo, spec: object) -> Iterator[object]:
        yield object()

    monkeypatch.setattr(photo_fit, "fit_photo", fit_photo)
    monkeypatch.setattr(Zoo, "use", use)
    write_imitator(tmp_path / "i.pth", Imitator.begun(99, (4, 3), 0))
    assert run_command(["rig", "fit", str(RESOURCES / "samples" / "neutral.jpg"), "--method", "imitator", "--imitator",
                        str(tmp_path / "i.pth"), "--steps", "1", "-o", str(tmp_path / "o.bytes")]) == DONE
    assert read_values(tmp_path / "o.bytes").values[98] == 1


def test_defect_2_a_package_was_imported_by_a_name_in_other_letters() -> None:
    """lightcnn for LightCNN: fine where the file system does not tell them apart, nowhere else."""
    there = {".".join(path.relative_to(ROOT).with_suffix("").parts) for path in (ROOT / "engine").rglob("*.py")}
    there |= {name.removesuffix(".__init__") for name in there}
    looked_at = 0
    for path in [*(ROOT / "engine" / "rig").rglob("*.py"), *(ROOT / "engine" / "networks").rglob("*.py")]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("engine"):
                looked_at += 1
                assert node.module in there, (path.name, node.module)
    assert looked_at > 100


def test_defect_7_pictures_were_drawn_off_by_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every record is learnt from, the last too, and none beside the last; each with its own values."""
    monkeypatch.setitem(kinds.WIDTHS, "tiny", (2, 2))
    names = [f"db_{index:05d}_4" for index in range(3)]
    values = np.zeros((3, 99), np.float32)
    values[:, 0] = 0.1, 0.5, 0.9
    for name, row in zip(names, values, strict=True):
        write_picture(tmp_path / f"{name}.jpg", np.full((16, 16, 3), round(row[0] * 255), np.uint8))
    write_database(tmp_path / "db_description", names, values)
    learner = ImitatorLearner(LearningPlan(str(tmp_path), network="tiny", batch=2), open_database(tmp_path), None)
    batch, seen = learner._batch, set()

    def told(pictures: object, places: np.ndarray) -> tuple[torch.Tensor, torch.Tensor]:
        seen.update(places.tolist())
        given, wanted = batch(pictures, places)  # type: ignore[arg-type]
        assert torch.allclose(wanted.mean((1, 2, 3)), given[:, 0], atol=0.01)
        return given, wanted

    monkeypatch.setattr(learner, "_batch", told)
    for number in range(12):
        learner.step(number)
    assert seen == {0, 1, 2}


def test_defect_9_weights_were_fetched_that_a_file_overwrote(monkeypatch: pytest.MonkeyPatch) -> None:
    """No network asks the internet for anything when it is made."""
    def refuse(*given: object, **named: object) -> None:
        raise AssertionError("a connection")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    Imitator(seeded_weights("imitator"))
    light_cnn_tensors(seeded_weights("lightcnn"), "l.tar")
    parse_logits(seeded_weights("bisenet"), torch.zeros(1, 3, 64, 64))


def test_defect_10_a_package_was_asked_for_that_nobody_publishes() -> None:
    """cv2 is what OpenCV is imported as, not what it is called: what we ask for is installed here under its name."""
    project = parse_toml((ROOT / "pyproject.toml").read_bytes())["project"]
    names = [re.split(r"[ \[<>=!~;@]", one)[0] for one in project["dependencies"] if ";" not in one]
    assert len(names) > 10
    for name in names:
        assert distribution(name).metadata["Name"]


def test_defect_11_trained_weights_were_to_be_had_in_one_place_only() -> None:
    """Ours come with the program, are small, and draw a head: brighter where skin is than where nothing is."""
    imitator, steps = read_imitator(SHIPPED)
    assert steps == 600 and (imitator.values, imitator.side) == (99, 256) and SHIPPED.stat().st_size < 15e6
    drawn = imitator.draw(np.full(99, 0.5, np.float32)).astype(int)
    assert abs(drawn[:20, :20] - 128).max() < 8
    cheek = drawn[150:170, 85:100].mean((0, 1))
    assert cheek[0] > cheek[1] + 30 > cheek[2] + 30
    wide = np.full(99, 0.5, np.float32)
    wide[7] = 1  # the jaw's angles go out
    assert abs(imitator.draw(wide).astype(int) - drawn).max() > 40
