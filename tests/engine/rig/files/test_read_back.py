"""What is told as validated was read back: shapes, times, and how the head turns."""

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.base.errors import EngineError
from engine.base.writing import write_whole
from engine.head.pack import load_head
from engine.motion import csv_file
from engine.motion.take import Take
from engine.motion.track import Track
from engine.photo.arkit import ARKIT_52
from engine.rig.files import audio2face, curve_table, gltf_file, unity_anim, vrma_file
from engine.rig.model import RigModel, head_model
from engine.rig.movement import Movement, movement_of
from engine.rig.shaping import rig_vertices
from engine.rig.variation import random_rig

Change = Callable[[bytes, Movement], bytes]


@pytest.fixture(scope="module")
def movement() -> Movement:
    times = np.arange(8) / 30
    draw = np.random.default_rng(4)
    weights = Track(ARKIT_52, times, draw.random((8, 52)))
    return movement_of(Take((weights, Track(("headYaw", "headPitch"), times, draw.uniform(-0.4, 0.4, (8, 2)))), 30.0))


@pytest.fixture(scope="module")
def model() -> RigModel:
    return head_model("head", load_head(), rig_vertices(random_rig("face-nn", 3)))


def _other_turns(data: bytes, movement: Movement) -> bytes:
    return data.replace(movement.turns.tobytes(), movement.turns[::-1].tobytes())


def _other_times(data: bytes, movement: Movement) -> bytes:
    times = movement.times.astype("<f4")
    return data.replace(times.tobytes(), (times * np.float32(0.5)).tobytes())


def _clip_turned_once(data: bytes, _: Movement) -> bytes:
    return re.sub(rb"(value: {x: )\S+,", rb"\g<1>0.25,", data, count=1)


def _clip_of_the_neck(data: bytes, _: Movement) -> bytes:
    return data.replace(b"path: Neck/Head", b"path: Neck")


def _slower(data: bytes, _: Movement) -> bytes:
    return data.replace(b'"exportFps":30.0', b'"exportFps":24.0')


def _later(data: bytes, _: Movement) -> bytes:
    return data.replace(b"0.033333", b"0.034333")


def _later_row(data: bytes, _: Movement) -> bytes:
    return data.replace(b"00:00:00:02.000", b"00:00:00:02.100")


@pytest.mark.parametrize(("module", "name", "change"), [
    (gltf_file, "a.glb", _other_turns), (gltf_file, "a.glb", _other_times),
    (vrma_file, "a.vrma", _other_turns), (vrma_file, "a.vrma", _other_times),
    (unity_anim, "a.anim", _clip_turned_once), (unity_anim, "a.anim", _clip_of_the_neck),
    (audio2face, "a.a2f.json", _slower), (curve_table, "a.metahuman.csv", _later), (csv_file, "a.csv", _later_row)])
def test_another_movement_than_was_meant_is_found_out(module: Any, name: str, change: Change, movement: Movement,
                                                      model: RigModel, tmp_path: Path,
                                                      monkeypatch: pytest.MonkeyPatch) -> None:
    path, changed = tmp_path / name, []

    def tampered(place: Path, data: bytes | Callable[[BytesIO], None], check: Callable[[Path], None]) -> None:
        if not isinstance(data, bytes):
            data(kept := BytesIO())
            data = kept.getvalue()
        wrong = change(data, movement)
        changed.append(wrong != data)
        write_whole(place, wrong, check)

    def write() -> None:
        {".glb": lambda: gltf_file.write_gltf(path, model, movement=movement),
         ".vrma": lambda: vrma_file.write_vrma(path, model, movement),
         ".anim": lambda: unity_anim.write_anim(path, movement, ARKIT_52),
         ".json": lambda: audio2face.write_audio2face(path, movement),
         ".csv": lambda: (curve_table.write_curve_table(path, movement) if module is curve_table
                          else csv_file.write_csv(path, movement.take))}[path.suffix]()

    write()
    path.unlink()
    monkeypatch.setattr(module, "write_whole", tampered)
    with pytest.raises(EngineError):
        write()
    assert changed == [True] and list(tmp_path.iterdir()) == []
