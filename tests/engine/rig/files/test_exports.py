"""JSON, glTF and OBJ: what went in comes out, and foreign files give EngineError only."""

import errno
import json
import os
import struct
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.base.errors import EngineError
from engine.head.pack import load_head
from engine.photo.arkit import ARKIT_52
from engine.rig.files.gltf_file import decode_gltf, encode_gltf, write_gltf
from engine.rig.files.json_file import decode_json, encode_json, read_json, write_json
from engine.rig.files.obj_file import decode_obj, write_obj
from engine.rig.model import METRES, HeadPart, RigModel, Textures, head_model
from engine.rig.shaping import rig_vertices
from engine.rig.values import RigValues
from engine.rig.variation import random_rig


@pytest.fixture(scope="module")
def model() -> RigModel:
    return head_model("head", load_head(), rig_vertices(random_rig("face-nn", 7)))


@pytest.fixture(scope="module")
def parts(model: RigModel) -> tuple[HeadPart, ...]:
    return model.parts


def _document(data: bytes) -> tuple[dict, bytes]:
    length = struct.unpack_from("<I", data, 12)[0]
    return json.loads(data[20:20 + length]), data[28 + length:]


def test_the_parts_are_the_head(parts: tuple[HeadPart, ...]) -> None:
    head = load_head()
    vertices = rig_vertices(random_rig("face-nn", 7))
    assert [part.name for part in parts] == list(head.parts)
    assert head_model("hero", head, vertices).name == "hero"
    assert sum(len(part.triangles) for part in parts) == len(head.triangles)
    corners = np.concatenate([part.positions[part.triangles].reshape(-1, 3) for part in parts])
    order = np.argsort(head.part, kind="stable")
    assert np.allclose(corners, vertices[head.triangles[order]].reshape(-1, 3) * METRES)


def test_gltf_keeps_to_the_specification(model: RigModel) -> None:
    data = encode_gltf(model, binary=True)
    magic, version, size = struct.unpack_from("<4sII", data)
    assert (magic, version, size) == (b"glTF", 2, len(data)) and len(data) % 4 == 0
    document, buffer = _document(data)
    assert document["meshes"][0]["extras"]["targetNames"] == list(ARKIT_52)
    assert document["buffers"][0]["byteLength"] == len(buffer)
    end = 0
    for view in document["bufferViews"]:
        assert view["byteOffset"] % 4 == 0 and view["byteOffset"] >= end
        end = view["byteOffset"] + view["byteLength"]
    assert end == len(buffer)
    for primitive in document["meshes"][0]["primitives"]:
        assert len(primitive["targets"]) == 52
        count = document["accessors"][primitive["attributes"]["POSITION"]]["count"]
        for target in primitive["targets"]:
            for attribute in ("POSITION", "NORMAL"):
                accessor = document["accessors"][target[attribute]]
                assert (accessor["count"], accessor["type"], accessor["componentType"]) == (count, "VEC3", 5126)
        for index in [primitive["attributes"]["POSITION"], *(target["POSITION"] for target in primitive["targets"])]:
            accessor = document["accessors"][index]
            view = document["bufferViews"][accessor["bufferView"]]
            array = np.frombuffer(buffer, "<f4", count * 3, view["byteOffset"]).reshape(-1, 3)
            assert array.min(axis=0).tolist() == accessor["min"] and array.max(axis=0).tolist() == accessor["max"]
        normals = document["accessors"][primitive["attributes"]["NORMAL"]]
        view = document["bufferViews"][normals["bufferView"]]
        lengths = np.linalg.norm(np.frombuffer(buffer, "<f4", count * 3, view["byteOffset"]).reshape(-1, 3), axis=1)
        assert np.abs(lengths - 1).max() < 5e-4
        indices = document["accessors"][primitive["indices"]]
        view = document["bufferViews"][indices["bufferView"]]
        assert np.frombuffer(buffer, "<u4", indices["count"], view["byteOffset"]).max() < count


@pytest.mark.parametrize("suffix", [".glb", ".gltf"])
def test_gltf_reads_back_what_was_written(model: RigModel, suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"head{suffix}"
    write_gltf(path, model)
    found = decode_gltf(path.read_bytes())
    jaw = next(part for part in model.parts if part.name == "teeth_lower").targets[ARKIT_52.index("jawOpen")]
    assert np.array_equal(found["teeth_lower"]["targets"][ARKIT_52.index("jawOpen")], jaw) and np.abs(jaw).max() > 0.01
    assert found["skin"]["tint"].min() < 0.9, "lips are darker than skin"


def _vectors(document: dict, buffer: bytes, index: int) -> np.ndarray:
    """(n, 3) float64 of an accessor, as the specification says, by nothing of ours."""
    accessor = document["accessors"][index]
    start = document["bufferViews"][accessor["bufferView"]]["byteOffset"] + accessor.get("byteOffset", 0)
    return np.frombuffer(buffer, "<f4", accessor["count"] * 3, start).reshape(-1, 3).astype(np.float64)


def _turned_by(document: dict, buffer: bytes, target: int, weight: float) -> tuple[np.ndarray, np.ndarray]:
    """Degrees (n,) between a displaced head's true normals and (first) those a reader of the file lights it with,
    (second) those at rest.

    The truth is worked out from the file's own triangles: area weighted, corners at one place being one.
    """
    placed, lit, rest, corners = [], [], [], []
    for primitive in document["meshes"][0]["primitives"]:
        attributes, moved = primitive["attributes"], primitive["targets"][target]
        accessor = document["accessors"][primitive["indices"]]
        start = document["bufferViews"][accessor["bufferView"]]["byteOffset"]
        corners.append(np.frombuffer(buffer, "<u4", accessor["count"], start).astype(int) + sum(map(len, placed)))
        position, normal = (_vectors(document, buffer, attributes[key]) for key in ("POSITION", "NORMAL"))
        step, turn = (_vectors(document, buffer, moved[key]) for key in ("POSITION", "NORMAL"))
        placed.append(np.concatenate([position, step], axis=1))
        rest.append(normal)
        lit.append(normal + weight * turn)
    both = np.concatenate(placed)
    _, one = np.unique(both, axis=0, return_inverse=True)
    triangles, points = np.concatenate(corners).reshape(-1, 3), both[:, :3] + weight * both[:, 3:]
    a, b, c = (points[triangles[:, corner]] for corner in range(3))
    true = np.zeros((one.max() + 1, 3))
    for corner in range(3):
        np.add.at(true, one.ravel()[triangles[:, corner]], np.cross(b - a, c - a))
    true = true[one.ravel()]

    def degrees(normals: np.ndarray) -> np.ndarray:
        cosine = (normals * true).sum(1) / np.linalg.norm(normals, axis=1) / np.linalg.norm(true, axis=1)
        return np.degrees(np.arccos(np.clip(cosine, -1, 1)))[np.abs(both[:, 3:]).max(1) > 1e-5]

    return degrees(np.concatenate(lit)), degrees(np.concatenate(rest))


@pytest.mark.parametrize("expression", ["eyeBlinkLeft", "jawOpen", "mouthSmileRight", "cheekPuff", "tongueOut"])
def test_light_falls_on_a_displaced_head_as_it_should(model: RigModel, expression: str) -> None:
    document, buffer = _document(encode_gltf(model, binary=True))
    target = ARKIT_52.index(expression)
    lit, rest = _turned_by(document, buffer, target, 1.0)
    assert lit.max() < 0.1 and np.percentile(rest, 90) > 5
    half, _ = _turned_by(document, buffer, target, 0.5)
    assert half.mean() < 2


def test_corners_that_a_seam_parts_have_one_normal_under_every_target(parts: tuple[HeadPart, ...]) -> None:
    skin = next(part for part in parts if part.name == "skin")
    places, first, one = np.unique(skin.positions, axis=0, return_index=True, return_inverse=True)
    assert len(places) < len(skin.positions), "the skin's uv has no seam any more"
    assert skin.target_normals.any()
    assert np.array_equal(skin.target_normals, skin.target_normals[:, first[one.ravel()]])


def test_a_write_that_does_not_read_back_fails_and_leaves_nothing(
        model: RigModel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from engine.rig.files import gltf_file

    good = gltf_file.encode_gltf

    def spoilt(*arguments: object) -> bytes:
        data = bytearray(good(*arguments))
        data[-5] ^= 1
        return bytes(data)

    monkeypatch.setattr(gltf_file, "encode_gltf", spoilt)
    with pytest.raises(EngineError):
        write_gltf(tmp_path / "head.glb", model)
    assert not list(tmp_path.iterdir())


def test_obj_reads_back_what_was_written(parts: tuple[HeadPart, ...], tmp_path: Path) -> None:
    path = tmp_path / "my head 头.obj"
    write_obj(path, parts)
    positions, triangles = decode_obj(path.read_bytes())
    assert np.array_equal(positions, np.concatenate([part.positions for part in parts]))
    assert len(triangles) == sum(len(part.triangles) for part in parts)
    text = path.read_text(encoding="utf-8")
    named = next(line.split(" ", 1)[1] for line in text.splitlines() if line.startswith("mtllib"))
    materials = (tmp_path / named).read_text(encoding="utf-8")
    for line in text.splitlines():
        if line.startswith("usemtl"):
            assert f"newmtl {line.split()[1]}\n" in materials


def test_obj_that_does_not_fit_leaves_no_materials_behind(parts: tuple[HeadPart, ...], tmp_path: Path,
                                                          monkeypatch: pytest.MonkeyPatch) -> None:
    def full_for_large_files(number: int) -> None:
        if os.fstat(number).st_size > 10_000:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full_for_large_files)
    with pytest.raises(EngineError, match="No space left"):
        write_obj(tmp_path / "head.obj", parts)
    assert list(tmp_path.iterdir()) == []


@given(st.integers(0, 10**6), st.sampled_from(["face-nn", "facewright-head"]))
def test_json_round_trip_keeps_every_bit(seed: int, schema: str) -> None:
    values = random_rig(schema, seed)
    assert decode_json(encode_json(values)).same_as(values)


def test_json_file(tmp_path: Path) -> None:
    values = random_rig("face-nn", 1, shape="male")
    write_json(tmp_path / "a.json", values)
    assert read_json(tmp_path / "a.json").same_as(values)


_WORDS = st.text(max_size=8)
_JSON = st.recursive(st.none() | st.booleans() | st.floats() | st.integers() | _WORDS,
                     lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_WORDS, inner, max_size=3))


@given(st.dictionaries(st.sampled_from(["version", "schema", "shape", "values"]),
                       _JSON | st.just(1) | st.just("face-nn") | st.just({"forehead.width": 0.25}) | st.just("male")))
def test_any_json_gives_values_or_an_engine_error(document: dict[str, object]) -> None:
    try:
        decode_json(json.dumps({"format": "facewright-rig", **document}).encode())
    except EngineError:
        pass


@given(st.binary(max_size=300))
def test_any_bytes_give_an_engine_error_or_a_result(data: bytes) -> None:
    for read in (decode_json, decode_gltf, decode_obj):
        for prefix in (b"", b"glTF\x02\0\0\0", b'{"asset":', b"v 1 2 3\nf "):
            try:
                read(prefix + data)
            except EngineError:
                pass


@pytest.mark.parametrize("text", [
    "[" * 100_000, '{"format": "facewright-rig"}', "null",
    '{"format": "facewright-rig", "version": 2, "schema": "face-nn", "values": {}}',
    '{"format": "facewright-rig", "version": 1, "schema": "face-nn", "values": {"forehead.width": NaN}}',
    '{"format": "facewright-rig", "version": 1, "schema": "face-nn", "values": {"forehead.width": true}}',
    '{"format": "facewright-rig", "version": 1, "schema": "face-nn", "values": {"forehead.width": 1' + "0" * 400 + "}}",
    '{"format": "facewright-rig", "version": 1, "schema": "face-nn", "values": {"nonsense": 1}}',
    '{"format": "facewright-rig", "version": 1, "schema": "../../x", "values": {}}',
])
def test_bad_json_is_refused(text: str) -> None:
    with pytest.raises(EngineError):
        decode_json(text.encode())


def test_a_gltf_cut_anywhere_is_refused(model: RigModel, parts: tuple[HeadPart, ...]) -> None:
    data = encode_gltf(replace(model, parts=model.parts[-1:]), binary=True)
    for size in range(0, len(data), max(1, len(data) // 40)):
        with pytest.raises(EngineError):
            decode_gltf(data[:size])


def test_values_of_another_length_are_refused() -> None:
    with pytest.raises(EngineError):
        encode_json(RigValues("face-nn", (0.5,) * 3, "male"))


def _materials(obj: Path) -> str:
    return next(line.split(" ", 1)[1] for line in obj.read_text().splitlines() if line.startswith("mtllib"))


def test_pictures_lie_beside_an_obj_and_replace_nobody_elses(tmp_path: Path) -> None:
    textures = dict.fromkeys(("skin", "socket"), Textures(base=b"\x89PNG of skin", normal=b"JPEG of a normal"))
    pictured = head_model("a", load_head(), rig_vertices(random_rig("face-nn", 7)), textures=textures).parts
    (tmp_path / "a-skin-colour.png").write_bytes(b"somebody's")
    write_obj(tmp_path / "a.obj", pictured)
    assert (tmp_path / "a-skin-colour.png").read_bytes() == b"somebody's"
    assert _materials(tmp_path / "a.obj") == "a-2.mtl"
    materials = (tmp_path / "a-2.mtl").read_text()
    named = dict(line.split(" ", 1) for line in materials.splitlines() if "-skin-" in line)
    assert materials.count("map_Kd a-2-skin-colour.png\n") == 2, "parts that wear the same share its file"
    assert {entry: (tmp_path / name).read_bytes() for entry, name in named.items()} == {
        "map_Kd": b"\x89PNG of skin", "norm": b"JPEG of a normal"}
    write_obj(tmp_path / "a.obj", pictured)  # its own are replaced, again and again
    assert len(list(tmp_path.iterdir())) == 5


def test_materials_that_something_else_uses_are_left_alone(tmp_path: Path, parts: tuple[HeadPart, ...]) -> None:
    foreign, used = tmp_path / "a.mtl", tmp_path / "b_c.mtl"
    foreign.write_bytes(b"newmtl wood\n")
    write_obj(tmp_path / "a.obj", parts)
    write_obj(tmp_path / "b_c.obj", parts)
    write_obj(tmp_path / "b c.obj", parts)  # would come to the same name
    before = used.read_bytes()
    assert foreign.read_bytes() == b"newmtl wood\n"
    assert [_materials(tmp_path / name) for name in ("a.obj", "b_c.obj", "b c.obj")] == [
        "a-2.mtl", "b_c.mtl", "b_c-2.mtl"]
    write_obj(tmp_path / "b_c.obj", parts)  # its own are replaced, again and again
    write_obj(tmp_path / "a.obj", parts)
    assert used.read_bytes() == before
    assert sorted(path.name for path in tmp_path.glob("*.mtl")) == ["a-2.mtl", "a.mtl", "b_c-2.mtl", "b_c.mtl"]


def test_a_head_written_before_targets_had_normals() -> None:
    data = (Path(__file__).parents[3] / "data" / "gltf" / "before-normal-deltas.glb").read_bytes()
    skin = decode_gltf(data)["skin"]
    assert skin["target_names"] == ARKIT_52 and skin["targets"].shape == skin["target_normals"].shape == (52, 4, 3)
    assert sorted({int(target) for target in np.nonzero(skin["targets"])[0]}) == [3, 24]
    assert not skin["target_normals"].any()
