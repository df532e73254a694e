"""Every engine of the table gets a head at rest and one that moves, and a line says what was found in its files."""

from pathlib import Path

import numpy as np
import pytest

from engine.base.jobs import run
from engine.head.pack import load_head
from engine.head.portrait.skin import Skin
from engine.motion.csv_file import read_csv, write_csv
from engine.motion.take import Take
from engine.motion.track import Track
from engine.photo.arkit import ARKIT_52
from engine.rig.engines import EnginePreset, engine_presets
from engine.rig.exporters import EXPORTERS, ExportWishes, files_for
from engine.rig.game_head import GameHead
from engine.rig.link.frame import LinkFrame
from engine.rig.link.playing import Recording
from engine.rig.movement import pose, read_movement
from engine.rig.schema import load_schema

FILES = [preset for preset in engine_presets() if preset.files]
MOVING = [exporter for exporter in EXPORTERS if "take" in exporter.heeds]
NO_CURVE = {"metahuman.csv": 51}
"""mouthClose moves no curve of its own."""


@pytest.fixture(scope="module")
def head() -> GameHead:
    return GameHead(load_head, lambda: None)


@pytest.fixture(scope="module")
def take(tmp_path_factory: pytest.TempPathFactory) -> Take:
    """240 frames of shapes and head, through a Live Link Face CSV."""
    times = np.arange(240) / 30
    shapes = Track(ARKIT_52, times, 0.5 + 0.5 * np.sin(times[:, None] * np.arange(3, 55)))
    path = tmp_path_factory.mktemp("take") / "take.csv"
    write_csv(path, Take((shapes, Track(("headYaw", "headRoll"), times, 0.3 * np.sin(times[:, None] * [1, 2]))), 30.0))
    return read_csv(path)


class Phone:
    """A receiver whose frames come at uneven moments of a clock that it moves."""

    malformed = 0

    def __init__(self) -> None:
        self.now, self._draw = 100.0, np.random.default_rng(3)

    def poll(self, _: float) -> LinkFrame:
        self.now += float(self._draw.uniform(0.01, 0.05))
        return LinkFrame(self._draw.random(52).astype(np.float32), self._draw.uniform(-0.3, 0.3, 9).astype(np.float32))


def written(head: GameHead, folder: Path, paths: dict[str, Path], wanted: ExportWishes) -> dict[str, str]:
    """By format, the line that says what was found in the file."""
    lines = run(head.export_all(load_schema("face-nn").defaults("female"), paths, Skin(), wanted))
    assert sorted(path.name for path in folder.iterdir()) == sorted(path.name for path in paths.values())
    return dict(zip(paths, map(str, lines), strict=True))


@pytest.mark.parametrize("preset", FILES, ids=lambda preset: preset.id)
def test_a_head_for_every_engine(preset: EnginePreset, head: GameHead, take: Take, tmp_path: Path) -> None:
    asked = tmp_path / f"hero.{preset.files[0]}"
    moving = written(head, tmp_path, files_for(asked, preset, True), ExportWishes(take, preset))
    for kind, line in moving.items():
        frames = ", 240 frames" if any(one.id == kind for one in MOVING) else ""
        shapes = f"{NO_CURVE.get(kind, 52)} of 52 shapes"
        said = "read back and found the same" if kind == "cs" else f"{shapes}{frames}, validated"
        assert line.endswith(said), line
    assert any(line.endswith("52 of 52 shapes, 240 frames, validated") for line in moving.values())


@pytest.mark.parametrize("preset", FILES, ids=lambda preset: preset.id)
def test_a_head_at_rest_for_every_engine(preset: EnginePreset, head: GameHead, tmp_path: Path) -> None:
    asked = tmp_path / f"hero.{preset.files[0]}"
    held = None if preset.files[0] in ("glb", "vrm") else pose({"jawOpen": 0.5})  # what holds movement needs some
    still = written(head, tmp_path, files_for(asked, preset, held is not None), ExportWishes(held, preset))
    assert any(line.endswith("52 of 52 shapes, validated") for line in still.values())


def test_what_was_recorded_live_goes_into_every_format_that_moves(head: GameHead, tmp_path: Path) -> None:
    phone = Phone()
    recording = Recording(phone, "phone", lambda: phone.now)  # type: ignore[arg-type]
    run(recording.record(1.0))
    recorded, _ = recording.taken()
    assert recorded is not None
    write_csv(tmp_path / "came.csv", recorded)
    again = read_movement(tmp_path / "came.csv")
    folder = tmp_path / "out"
    paths = {one.id: folder / f"hero.{one.id}" for one in MOVING}
    folder.mkdir()
    lines = written(head, folder, paths, ExportWishes(again))
    assert all(f"{NO_CURVE.get(kind, 52)} of 52 shapes" in line and "frames, validated" in line
               for kind, line in lines.items())
    assert len(read_csv(paths["csv"]).tracks[0].times) == recording.frames, "a recording is not evened out"
    assert read_movement(paths["a2f.json"]).names == ARKIT_52
