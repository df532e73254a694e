"""glTF and VRM as others read them: by trimesh, by openfacefx, by Khronos' validator, and by their specifications."""

import json
import shutil
import struct
import subprocess
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from scipy.sparse import csr_matrix, identity

from engine.base.errors import EngineError
from engine.head.pack import load_head
from engine.head.portrait.piece import Piece
from engine.motion.take import Take
from engine.motion.track import Track
from engine.photo.arkit import ARKIT_52, ARKIT_INDEX
from engine.rig.engines import spelled
from engine.rig.files.gltf_file import decode_animation, decode_gltf, encode_gltf, write_gltf
from engine.rig.files.obj_file import write_obj
from engine.rig.files.vrm_file import check_vrm, encode_vrm, write_vrm
from engine.rig.files.vrma_file import decode_vrma, write_vrma
from engine.rig.model import RigModel, Textures, head_model
from engine.rig.movement import Movement, movement_of
from engine.rig.shaping import rig_vertices
from engine.rig.skeleton import JOINTS
from engine.rig.variation import random_rig

PNG = bytes.fromhex("89504e470d0a1a0a0000000d49484452000000010000000108020000009077"
                    "53de0000000c49444154789c63f8cfc0000003010100c9fe92ef0000000049454e44ae426082")
VALIDATOR = """
const validator = require('gltf-validator'), fs = require('fs');
validator.validateBytes(new Uint8Array(fs.readFileSync(process.argv[1])), {maxIssues: 0}).then(report =>
    process.stdout.write(JSON.stringify(report.issues.messages.filter(message => message.severity < 2))));
"""


@pytest.fixture(scope="module")
def model() -> RigModel:
    return head_model("hero", load_head(), rig_vertices(random_rig("face-nn", 7)))


@pytest.fixture(scope="module")
def movement() -> Movement:
    times = np.arange(24) / 24
    weights = 0.5 + 0.5 * np.sin(times[:, None] * np.arange(3, 55))
    turns = Track(("headYaw", "headPitch"), times, np.stack([0.3 * times, 0 * times], axis=1))
    return movement_of(Take((Track(ARKIT_52, times, weights), turns), 24.0))


def _read(data: bytes) -> tuple[dict, bytes]:
    length = struct.unpack_from("<I", data, 12)[0]
    return json.loads(data[20:20 + length]), data[28 + length:]


def _values(document: dict, buffer: bytes, index: int) -> np.ndarray:
    accessor = document["accessors"][index]
    width = {"SCALAR": 1, "VEC2": 2, "VEC3": 3, "VEC4": 4, "MAT4": 16}[accessor["type"]]
    kind = {5121: "u1", 5125: "<u4", 5126: "<f4"}[accessor["componentType"]]
    start = document["bufferViews"][accessor["bufferView"]]["byteOffset"]
    return np.frombuffer(buffer, kind, accessor["count"] * width, start).reshape(-1, width)


def test_trimesh_reads_the_same_head(model: RigModel, tmp_path: Path) -> None:
    trimesh = pytest.importorskip("trimesh")
    write_gltf(tmp_path / "hero.glb", model)
    scene = trimesh.load(tmp_path / "hero.glb")
    low = np.min([part.positions.min(0) for part in model.parts], axis=0)
    high = np.max([part.positions.max(0) for part in model.parts], axis=0)
    assert np.allclose(scene.bounds, [low, high], atol=1e-5)
    assert sum(len(mesh.faces) for mesh in scene.geometry.values()) == sum(len(part.triangles) for part in model.parts)
    size = high - low
    assert 0.2 < size[1] < 0.35, "a head is a quarter of a metre high"
    nose = model.parts[0].positions[model.parts[0].positions[:, 2].argmax()]
    assert nose[2] == high[2] and abs(nose[0]) < 0.02, "it looks along +z"


def test_openfacefx_reads_the_same_movement(model: RigModel, movement: Movement, tmp_path: Path) -> None:
    importers = pytest.importorskip("openfacefx.importers_gltf")
    write_gltf(tmp_path / "hero.glb", model, movement=movement)
    track, warnings = importers.read_gltf(str(tmp_path / "hero.glb"), epsilon=1e-4)
    assert warnings == []
    found = {channel.name: channel for channel in track.channels}
    assert set(found) == set(ARKIT_52)
    for shape in ("jawOpen", "eyeBlinkLeft", "noseSneerRight"):
        keys = np.array([(key.time, key.value) for key in found[shape].keys])
        wanted = movement.weights[:, ARKIT_INDEX[shape]]
        assert np.allclose(np.interp(movement.times, keys[:, 0], keys[:, 1]), wanted, atol=2e-3)


@pytest.mark.parametrize("kind", ["glb", "gltf", "vrm", "vrma"])
def test_the_validator_finds_nothing(model: RigModel, movement: Movement, kind: str, tmp_path: Path) -> None:
    """`npm install gltf-validator` in some folder, and NODE_PATH naming its node_modules, makes this run."""
    node = shutil.which("node")
    if node is None or subprocess.run([node, "-e", "require('gltf-validator')"], capture_output=True).returncode:
        pytest.skip("node with the package gltf-validator is not here")
    path = tmp_path / f"hero.{kind}"
    pictured = _pictured(_personal())
    if kind == "vrm":
        write_vrm(path, pictured)
    elif kind == "vrma":
        write_vrma(path, model, movement)
    else:
        write_gltf(path, pictured, movement=movement)
    told = subprocess.run([node, "-e", VALIDATOR, str(path)], capture_output=True, text=True, check=True)
    assert json.loads(told.stdout) == []


def test_what_is_personal_is_a_target_that_is_on_at_rest(movement: Movement, tmp_path: Path) -> None:
    path, head, personal = tmp_path / "hero.glb", load_head(), _personal()
    vertices = rig_vertices(random_rig("face-nn", 7))
    written = write_gltf(path, head_model("hero", head, vertices, personal=personal), movement=movement)
    assert written.personal and written.shapes == 52
    document, _ = _read(path.read_bytes())
    assert document["meshes"][0]["extras"]["targetNames"] == [*ARKIT_52, "personal"]
    assert document["meshes"][0]["weights"] == [0.0] * 52 + [1.0]
    skin = decode_gltf(path.read_bytes())["skin"]
    whole = head_model("whole", head, vertices + personal).parts[0]
    assert np.allclose(skin["positions"] + skin["targets"][52], whole.positions, atol=1e-6)
    assert np.allclose(skin["normals"] + skin["target_normals"][52], whole.normals, atol=1e-5)
    found = decode_animation(path.read_bytes())
    assert found is not None and np.array_equal(found.weights["jawOpen"], movement.weights[:, ARKIT_INDEX["jawOpen"]])


def _personal() -> np.ndarray:
    return (0.02 * np.sin(9 * load_head().vertices)).astype(np.float32)


def _pictured(personal: np.ndarray | None = None) -> RigModel:
    return head_model("hero", load_head(), rig_vertices(random_rig("face-nn", 7)), personal=personal,
                      textures={"skin": Textures(PNG, PNG, PNG), "socket": Textures(PNG, PNG, PNG),
                                "eye_left": Textures(base=PNG), "cap": Textures(base=PNG)}, pieces=(_cap(),))


def _cap() -> Piece:
    """The skin again, a little larger."""
    head = load_head()
    ids = head.vertices_of("skin")
    weights = csr_matrix(identity(len(head.vertices), np.float32, format="csr")[ids])
    number = np.zeros(len(head.vertices), np.int32)
    number[ids] = range(len(ids))
    normals = head.normals(head.vertices)[ids]
    normals[~normals.any(axis=1)] = (0, 0, 1)
    return Piece("cap", weights, 0.02 * normals, normals, np.tile(np.float32([0.5, 0.5]), (len(ids), 1)),
                 number[head.triangles_of("skin")], np.full((2, 2, 4), 255, np.uint8))


def test_what_is_worn_is_a_thing_of_its_own_and_moves_with_the_face(movement: Movement, tmp_path: Path) -> None:
    model = _pictured()
    write_gltf(tmp_path / "hero.glb", model, movement=movement)
    data = (tmp_path / "hero.glb").read_bytes()
    document, _ = _read(data)
    node = next(one for one in document["nodes"] if one["name"] == "Cap")
    mesh = document["meshes"][node["mesh"]]
    assert node["skin"] == 0 and len(mesh["primitives"]) == 1 and mesh["extras"]["targetNames"] == list(ARKIT_52)
    material = document["materials"][mesh["primitives"][0]["material"]]
    assert (material["name"], material["alphaMode"], material["doubleSided"]) == ("cap", "MASK", True)
    assert "baseColorTexture" in material["pbrMetallicRoughness"]
    moved = {channel["target"]["node"] for channel in document["animations"][0]["channels"]
             if channel["target"]["path"] == "weights"}
    assert moved == {number for number, one in enumerate(document["nodes"]) if "mesh" in one} and len(moved) == 2
    parts = decode_gltf(data)
    jaw = ARKIT_INDEX["jawOpen"]
    opened, of_skin = (np.abs(parts[name]["targets"][jaw]).max() for name in ("cap", "skin"))
    assert opened == pytest.approx(of_skin, rel=1e-3)
    turned = parts["cap"]["normals"] + parts["cap"]["target_normals"][jaw]
    assert np.allclose(np.linalg.norm(turned, axis=1), 1, atol=1e-4)
    vrm = check_vrm(encode_vrm(model))
    happy = vrm["expressions"]["preset"]["happy"]["morphTargetBinds"]
    assert len({bind["node"] for bind in happy}) == 2
    write_obj(tmp_path / "hero.obj", model.parts)
    said = (tmp_path / "hero.mtl").read_text("utf-8")
    cap = said[said.index("newmtl cap"):]
    assert "map_Kd hero-" in cap and "map_d -imfchan m hero-" in cap


def test_names_stand_on_mesh_and_primitives_in_the_spelling_that_is_asked_for(model: RigModel) -> None:
    document, _ = _read(encode_gltf(model, True, spelled("pascal")))
    mesh = document["meshes"][0]
    assert mesh["extras"]["targetNames"][ARKIT_INDEX["jawOpen"]] == "JawOpen"
    for primitive in mesh["primitives"]:
        assert primitive["extras"]["targetNames"] == mesh["extras"]["targetNames"] and len(primitive["targets"]) == 52


def test_a_turned_joint_takes_along_what_hangs_on_it(model: RigModel) -> None:
    document, buffer = _read(encode_gltf(model, True))
    skin = document["skins"][0]
    assert [document["nodes"][node]["name"] for node in skin["joints"]] == list(JOINTS)
    back = _values(document, buffer, skin["inverseBindMatrices"]).reshape(-1, 4, 4)
    places = {}

    def walk(node: int, above: np.ndarray) -> None:
        places[node] = above + document["nodes"][node].get("translation", (0, 0, 0))
        for child in document["nodes"][node].get("children", ()):
            walk(child, places[node])

    for root in document["scenes"][0]["nodes"]:
        walk(root, np.zeros(3))
    for node, matrix in zip(skin["joints"], back, strict=True):
        assert np.allclose(places[node] + matrix[3, :3], 0, atol=1e-6), "at rest nothing moves"
    moved = {}
    for primitive in document["meshes"][0]["primitives"]:
        attributes = primitive["attributes"]
        joints, shares = (_values(document, buffer, attributes[key]) for key in ("JOINTS_0", "WEIGHTS_0"))
        assert np.allclose(shares.sum(axis=1), 1, atol=1e-5) and (joints[shares == 0] == 0).all()
        moved[primitive["extras"]["part"]] = [np.where(joints == joint, shares, 0).sum(axis=1) for joint in range(5)]
    jaw, left, right = (JOINTS.index(name) for name in ("Jaw", "LeftEye", "RightEye"))
    assert moved["teeth_lower"][jaw].min() > 0.9 and moved["teeth_upper"][jaw].max() == 0
    assert (moved["eye_left"][left] == 1).all() and (moved["eye_right"][right] == 1).all()
    neck = moved["skin"][JOINTS.index("Neck")]
    assert neck.max() > 0.95 and neck[model.parts[0].positions[:, 1] > 0].max() == 0


def test_the_jaw_turned_is_the_jaw_opened(model: RigModel) -> None:
    """Turning the joint as far as `jawOpen` does brings the lower teeth where the shape brings them."""
    teeth = next(part for part in model.parts if part.name == "teeth_lower")
    opened = teeth.positions + teeth.targets[ARKIT_INDEX["jawOpen"]]
    pivot = model.joints[JOINTS.index("Jaw")]
    before, after = (teeth.positions - pivot)[:, 1:], (opened - pivot)[:, 1:]
    angles = np.arctan2(after[:, 1], after[:, 0]) - np.arctan2(before[:, 1], before[:, 0])
    turn = np.median(angles)
    assert 0.2 < abs(turn) < 0.8
    cosine, sine = np.cos(turn), np.sin(turn)
    assert np.abs(before @ np.array([[cosine, sine], [-sine, cosine]]) - after).max() < 0.003, "metres"


def test_tangents_lie_in_the_surface_and_follow_u(model: RigModel) -> None:
    skin = model.parts[0]
    tangents = skin.tangents[:, :3].astype(np.float64)
    assert np.abs(np.linalg.norm(tangents, axis=1) - 1).max() < 1e-5
    assert np.abs((tangents * skin.normals).sum(axis=1)).max() < 1e-3
    assert set(np.unique(skin.tangents[:, 3])) <= {-1.0, 1.0}
    corners, places = skin.positions[skin.triangles].astype(float), skin.uv[skin.triangles].astype(float)
    across, along = np.diff(corners, axis=1), np.diff(places, axis=1)
    grows = np.linalg.pinv(along) @ across  # (m, 2, 3): how places change with u and v
    own = tangents[skin.triangles[:, 0]]
    up = np.cross(skin.normals[skin.triangles[:, 0]], own) * skin.tangents[skin.triangles[:, 0], 3:]
    assert ((own * grows[:, 0]).sum(axis=1) > 0).mean() > 0.99
    assert ((up * grows[:, 1]).sum(axis=1) < 0).mean() > 0.99, "v grows downward"


def test_pictures_are_kept_to_the_byte_and_replace_the_colour(model: RigModel, tmp_path: Path) -> None:
    pictured = _pictured()
    write_gltf(tmp_path / "hero.glb", pictured)
    data = (tmp_path / "hero.glb").read_bytes()
    found = decode_gltf(data)
    assert found["skin"]["pictures"] == (PNG, PNG, PNG) and found["eye_left"]["pictures"] == (PNG, b"", b"")
    assert found["eye_right"]["pictures"] == found["tongue"]["pictures"] == (b"", b"", b"")
    assert "tint" not in found["skin"] and "tint" in found["eye_right"]
    document, _ = _read(data)
    skin = next(material for material in document["materials"] if material["name"] == "skin")
    assert skin["pbrMetallicRoughness"]["baseColorFactor"] == [1, 1, 1, 1]
    assert len(document["images"]) == 1, "what several parts wear is in the file once"
    assert set(skin) >= {"normalTexture"} and "metallicRoughnessTexture" in skin["pbrMetallicRoughness"]


def test_the_head_turns_to_its_right_and_down(movement: Movement) -> None:
    def turned(head: list[float]) -> np.ndarray:
        x, y, z, w = replace(movement, head=np.array([head], np.float32)).turns[0].astype(float)
        forward = np.array([2 * (x * z + y * w), 2 * (y * z - x * w), 1 - 2 * (x * x + y * y)])
        return forward

    assert np.allclose(turned([0.3, 0, 0]), [-np.sin(0.3), 0, np.cos(0.3)], atol=1e-6)
    assert np.allclose(turned([0, 0.3, 0]), [0, -np.sin(0.3), np.cos(0.3)], atol=1e-6)


def test_vrm_keeps_to_its_specification(model: RigModel, tmp_path: Path) -> None:
    write_vrm(tmp_path / "hero.vrm", model, "A. Painter")
    data = (tmp_path / "hero.vrm").read_bytes()
    vrm = check_vrm(data)
    assert vrm["meta"]["authors"] == ["A. Painter"]
    assert vrm["meta"]["avatarPermission"] == "onlyAuthor" and vrm["meta"]["modification"] == "prohibited"
    assert not any(value for key, value in vrm["meta"].items() if key.startswith("allow"))
    assert len(vrm["expressions"]["custom"]) == 52 and vrm["expressions"]["custom"]["JawOpen"] == {
        "isBinary": False, "morphTargetBinds": [{"node": vrm["firstPerson"]["meshAnnotations"][0]["node"],
                                                 "index": ARKIT_INDEX["jawOpen"], "weight": 1.0}]}
    assert set(vrm["expressions"]["preset"]) == set(
        "happy angry sad relaxed surprised aa ih ou ee oh blink blinkLeft blinkRight lookUp lookDown lookLeft "
        "lookRight neutral".split())
    document, _ = _read(data)
    feet = document["nodes"][vrm["humanoid"]["humanBones"]["leftFoot"]["node"]]
    assert feet["name"] == "leftFoot" and feet["translation"][1] < 0


@pytest.mark.parametrize("spoil", [
    lambda vrm: vrm["humanoid"]["humanBones"].pop("leftHand"), lambda vrm: vrm["meta"].update(authors=[]),
    lambda vrm: vrm["expressions"]["custom"].update(happy={}), lambda vrm: vrm.update(specVersion="0.0"),
    lambda vrm: vrm["expressions"]["custom"]["JawOpen"]["morphTargetBinds"][0].update(index=52),
    lambda vrm: vrm["humanoid"]["humanBones"]["head"].update(node=10_000), lambda vrm: vrm.pop("meta"),
])
def test_what_is_no_sound_vrm_is_refused(model: RigModel, spoil: object) -> None:
    data = encode_vrm(replace(model, parts=model.parts[-1:]))
    document, buffer = _read(data)
    check_vrm(data)
    spoil(document["extensions"]["VRMC_vrm"])  # type: ignore[operator]
    text = json.dumps(document).encode()
    text += b" " * (-len(text) % 4)
    spoilt = struct.pack("<III", 0x46546C67, 2, 28 + len(text) + len(buffer)) + struct.pack(
        "<II", len(text), 0x4E4F534A) + text + struct.pack("<II", len(buffer), 0x004E4942) + buffer
    with pytest.raises(EngineError):
        check_vrm(spoilt)


def test_vrma_holds_each_weight_as_its_nodes_x(model: RigModel, movement: Movement, tmp_path: Path) -> None:
    write_vrma(tmp_path / "hero.vrma", model, movement)
    data = (tmp_path / "hero.vrma").read_bytes()
    document, buffer = _read(data)
    extension = document["extensions"]["VRMC_vrm_animation"]
    node = extension["expressions"]["custom"]["JawOpen"]["node"]
    channel = next(one for one in document["animations"][0]["channels"] if one["target"]["node"] == node)
    output = _values(document, buffer, document["animations"][0]["samplers"][channel["sampler"]]["output"])
    assert channel["target"]["path"] == "translation"
    assert np.array_equal(output[:, 0], movement.weights[:, ARKIT_INDEX["jawOpen"]]) and not output[:, 1:].any()
    assert "meshes" not in document and len(decode_vrma(data).weights) == 52
    bones = extension["humanoid"]["humanBones"]
    assert not {"leftEye", "rightEye"} & bones.keys(), "the specification takes eyes as a gaze only"
    head = bones["head"]["node"]
    assert [one["target"]["path"] for one in document["animations"][0]["channels"]
            if one["target"]["node"] == head] == ["rotation"]
