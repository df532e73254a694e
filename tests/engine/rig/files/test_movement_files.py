"""Movement as other programs take it: what went in comes out, also by a reader that is none of ours."""

import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.base.errors import EngineError, UsageError
from engine.motion.csv_file import write_csv
from engine.motion.take import Take
from engine.motion.track import Track
from engine.photo.arkit import ARKIT_52, ARKIT_INDEX
from engine.rig.engines import engine_preset, engine_presets, vrm_presets
from engine.rig.exporters import EXPORTERS, exporter_for, files_for
from engine.rig.files.audio2face import decode_audio2face, write_audio2face
from engine.rig.files.curve_table import read_rows, write_curve_table
from engine.rig.files.gltf_file import decode_animation
from engine.rig.files.shape_list import read_shape_list, write_shape_list
from engine.rig.files.unity_anim import decode_anim, write_anim
from engine.rig.files.unity_loader import encode_loader
from engine.rig.files.vrm_file import check_vrm
from engine.rig.files.vrma_file import decode_vrma
from engine.rig.movement import Movement, movement_of, pose
from engine.rig.schema import load_schema


@pytest.fixture(scope="module")
def movement() -> Movement:
    times = np.arange(30) / 30
    weights = 0.5 + 0.5 * np.sin(times[:, None] * np.arange(3, 54))
    heads = Track(("headYaw",), times, 0.3 * times[:, None])
    return movement_of(Take((Track(ARKIT_52[:51], times, weights), heads), 30.0))  # no tongueOut


def test_a_movement_knows_what_it_was_told(movement: Movement) -> None:
    assert movement.frames == 30 and movement.told == ARKIT_52[:51]
    assert not movement.weights[:, 51].any() and movement.weights.max() <= 1
    still = movement_of(pose({"jawOpen": 0.5}))
    assert still.frames == 1 and still.weights.sum() == 0.5 and still.weights[0, ARKIT_INDEX["jawOpen"]] == 0.5


@pytest.mark.parametrize("weights", [{"jawopen": 1.0}, {"jawOpen": 1.5}, {"jawOpen": float("nan")}])
def test_no_pose_of_shapes_that_there_are_not(weights: dict[str, float]) -> None:
    with pytest.raises(UsageError):
        pose(weights)


def test_a_take_without_a_shape_is_no_movement() -> None:
    with pytest.raises(EngineError, match="none of the 52"):
        movement_of(Take((Track(("headYaw",), np.zeros(1), np.zeros((1, 1))),), 30.0))


def test_an_hour_of_frames_is_enough() -> None:
    with pytest.raises(EngineError, match="frames"):
        movement_of(Take((Track(("jawOpen",), np.array([0.0, 1e4]), np.zeros((2, 1))),), 60.0))


def _long(seconds: float) -> Movement:
    return movement_of(Take((Track(("jawOpen",), np.array([0.0, seconds]), np.zeros((2, 1))),), 60.0))


def test_a_file_that_could_not_be_read_back_is_not_begun(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match="24001 frames"):
        write_anim(tmp_path / "a.anim", _long(400), ARKIT_52)
    with pytest.raises(EngineError, match="120001 frames"):
        write_audio2face(tmp_path / "a.a2f.json", _long(2000))
    assert not list(tmp_path.iterdir())


def test_audio2face(movement: Movement, tmp_path: Path) -> None:
    path = tmp_path / "a.a2f.json"
    written = write_audio2face(path, movement)
    assert (written.shapes, written.frames) == (51, 30)
    document = json.loads(path.read_text())
    assert (document["exportFps"], document["numFrames"], document["numPoses"]) == (30.0, 30, 51)
    assert document["facsNames"] == list(ARKIT_52[:51])
    reader = pytest.importorskip("openfacefx.export_a2f")
    track, warnings = reader.read_a2f(str(path), epsilon=1e-4)
    jaw = np.array([(key.time, key.value) for key in
                    next(channel for channel in track.channels if channel.name == "jawOpen").keys])
    wanted = movement.weights[:, ARKIT_INDEX["jawOpen"]]
    assert warnings == [] and np.allclose(np.interp(movement.times, jaw[:, 0], jaw[:, 1]), wanted, atol=2e-3)


def test_live_link_csv_as_another_reads_it(movement: Movement, tmp_path: Path) -> None:
    reader = pytest.importorskip("openfacefx.importers_csv")
    write_csv(tmp_path / "a.csv", movement.take)
    track, _ = reader.read_csv(str(tmp_path / "a.csv"), epsilon=1e-4)
    jaw = np.array([(key.time, key.value) for key in
                    next(channel for channel in track.channels if channel.name == "JawOpen").keys])
    wanted = movement.weights[:, ARKIT_INDEX["jawOpen"]]
    assert np.allclose(np.interp(movement.times, jaw[:, 0] - jaw[0, 0], jaw[:, 1]), wanted, atol=2e-3)


@pytest.mark.parametrize("text", [
    "", "[]", "{}", '{"exportFps": 0, "numFrames": 1, "numPoses": 1, "facsNames": ["a"], "weightMat": [[0]]}',
    '{"exportFps": 30, "numFrames": 2, "numPoses": 1, "facsNames": ["a"], "weightMat": [[0]]}',
    '{"exportFps": 30, "numFrames": 1, "numPoses": 1, "facsNames": ["a"], "weightMat": [[0, 1]]}',
    '{"exportFps": 30, "numFrames": 1, "numPoses": 1, "facsNames": ["a"], "weightMat": [["x"]]}',
    '{"exportFps": 30, "numFrames": 1, "numPoses": 2, "facsNames": ["a", "a"], "weightMat": [[0, 1]]}',
    '{"exportFps": 30, "numFrames": 1, "numPoses": 1, "facsNames": ["a"], "weightMat": [[1e999]]}',
])
def test_bad_audio2face_is_refused(text: str) -> None:
    with pytest.raises(EngineError):
        decode_audio2face(text.encode())


@given(st.binary(max_size=200))
def test_any_bytes_give_an_engine_error_or_a_result(data: bytes) -> None:
    def read_table(data: bytes) -> object:
        return read_rows(data.splitlines(keepends=True))

    for read in (decode_audio2face, read_table, decode_anim, decode_vrma, check_vrm, decode_animation):
        for prefix in (b"", b"---,0,1\na,", b'{"exportFps":30,', b"glTF\x02\0\0\0",
                       b"%YAML 1.1\n%TAG !u! tag:unity3d.com,2011:\n--- !u!74 &7400000\nAnimationClip:\n"):
            try:
                read(prefix + data)
            except EngineError:
                pass


def test_metahuman_curves(movement: Movement, tmp_path: Path) -> None:
    written = write_curve_table(tmp_path / "a.metahuman.csv", movement)
    assert (written.shapes, written.frames) == (50, 30), "mouthClose moves no curve, tongueOut is not known"
    only = movement_of(pose({"mouthPucker": 1.0, "eyeLookInLeft": 0.5, "mouthFunnel": 1.0}))
    write_curve_table(tmp_path / "b.metahuman.csv", only)
    times, values = read_rows((tmp_path / "b.metahuman.csv").read_bytes().splitlines(keepends=True))
    shown = {name: value[0] for name, value in values.items() if value[0]}
    assert shown == pytest.approx({
        **{f"CTRL_expressions_mouthLipsPurse{side}": 1 for side in ("UL", "UR", "DL", "DR")},
        **{f"CTRL_expressions_mouthLipsTowards{side}": 0.41 for side in ("UL", "UR", "DL", "DR")},
        **{f"CTRL_expressions_mouthFunnel{side}": 1 for side in ("UL", "UR", "DL", "DR")},  # 1.75 is 1
        "CTRL_expressions_eyeLookRightL": 0.5})
    assert times.tolist() == [0.0]


def test_unity_clip(movement: Movement, tmp_path: Path) -> None:
    path = tmp_path / "a.anim"
    written = write_anim(path, movement, ARKIT_52)
    assert (written.shapes, written.frames) == (51, 30)
    text = path.read_text()
    assert "attribute: blendShape.jawOpen\n    path: Face\n    classID: 137" in text and "path: Neck/Head" in text
    clip = decode_anim(path.read_bytes())
    times, values = clip.shapes["jawOpen"]
    assert np.allclose(values, movement.weights[:, ARKIT_INDEX["jawOpen"]] * 100, atol=1e-4)
    assert np.allclose(times, movement.times)
    assert len(clip.shapes["tongueOut"][0]) == 1, "what never changes has one key"
    assert clip.turns is not None and np.allclose(clip.turns[0], movement.times)
    assert np.allclose(clip.turns[1], movement.turns * (1, -1, -1, 1), atol=1e-6), "Unity is left-handed"
    slopes = [line.split()[1] for line in text.partition("blendShape")[0].rpartition("m_Curve")[2].splitlines()
              if "outSlope" in line]
    first = movement.weights[:2, 0] * 100
    assert float(slopes[0]) == pytest.approx((first[1] - first[0]) * 30, rel=1e-3)


def test_a_unity_clip_moves_what_the_head_wears(movement: Movement, tmp_path: Path) -> None:
    path = tmp_path / "a.anim"
    write_anim(path, movement, ARKIT_52, ("Face", "Brows", "Beard"))
    clip = decode_anim(path.read_bytes())
    assert len(clip.shapes) == 52 and list(clip.worn) == ["Brows", "Beard"]
    for worn in clip.worn.values():
        assert list(worn) == list(ARKIT_52[:51]), "what never moves the face moves nothing else"
        assert all(np.array_equal(worn[shape], clip.shapes[shape]) for shape in worn)
    with pytest.raises(EngineError, match="frames"):
        write_anim(tmp_path / "b.anim", _long(150), ARKIT_52, ("Face", "Brows", "Beard"))


@pytest.mark.parametrize("schema", ["face-nn", "facewright-head"])
def test_unity_loader_knows_every_value(schema: str) -> None:
    script = encode_loader(schema).decode()
    assert all(f'"{slot.id}",' in script for slot in load_schema(schema).slots)
    assert script.count("{") == script.count("}") and ("Shape" in script) == (schema == "face-nn")


def test_list_of_names(tmp_path: Path) -> None:
    names = engine_preset("unreal").shapes
    assert write_shape_list(tmp_path / "a.arkit.json", names).shapes == 52
    assert read_shape_list(tmp_path / "a.arkit.json") == names
    (tmp_path / "a.arkit.json").write_text('["a", 1]')
    with pytest.raises(EngineError):
        read_shape_list(tmp_path / "a.arkit.json")


def test_the_table_of_engines_is_sound() -> None:
    known = {exporter.id for exporter in EXPORTERS}
    for preset in engine_presets():
        assert len(set(preset.shapes)) == 52 and set(preset.files) <= known
        assert all(name.isalnum() for name in preset.shapes), "Unreal alters other signs"
    for expression in vrm_presets():
        assert all(0 < weight <= 1 for weight in expression.shapes.values())
    assert engine_preset("metahuman").curves is not None
    with pytest.raises(UsageError, match="there is no engine"):
        engine_preset("quake")


def test_an_expression_is_as_strong_as_its_weakest_shape() -> None:
    happy = next(preset for preset in vrm_presets() if preset.name == "happy")
    weights = np.zeros(52)
    for shape, weight in happy.shapes.items():
        weights[ARKIT_INDEX[shape]] = weight
    assert happy.of(weights) == pytest.approx(1)
    weights[ARKIT_INDEX["mouthSmileLeft"]] = 0.45
    assert happy.of(weights) == pytest.approx(0.5)


def test_a_format_is_told_by_the_longest_ending() -> None:
    assert exporter_for(Path("a.json")).id == "json" and exporter_for(Path("a.a2f.json")).id == "a2f.json"
    assert exporter_for(Path("A.METAHUMAN.CSV")).id == "metahuman.csv"
    with pytest.raises(UsageError):
        exporter_for(Path("a.json"), "model")
    with pytest.raises(UsageError):
        exporter_for(Path(".glb"))


def test_an_engine_takes_its_files_beside_the_one_that_is_named() -> None:
    unity = engine_preset("unity")
    assert {kind: path.name for kind, path in files_for(Path("my.head.glb"), unity, True).items()} == {
        "glb": "my.head.glb", "cs": "my.head.cs", "arkit.json": "my.head.arkit.json", "anim": "my.head.anim"}
    assert "anim" not in files_for(Path("a.glb"), unity, False)
    with pytest.raises(UsageError, match="takes"):
        files_for(Path("a.obj"), unity, False)
    with pytest.raises(UsageError, match="live"):
        files_for(Path("a.glb"), engine_preset("vtube-studio"), False)
