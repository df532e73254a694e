"""The head as glTF 2.0, .glb or .gltf (one file each): parts with materials, normals, tangents, uv, pictures, joints,
and the 52 named ARKit morph targets, each with what it does to places and to normals; with a movement, its animation.

One mesh with one primitive a part, and a mesh for each thing that the head wears, all with the same 52 targets; their
names are in mesh.extras.targetNames, where game engines and Blender look, and in each primitive's, where UniVRM looks.
Metres, +y up, +z forward, the subject's left at +x. The meshes hang on neck, head, jaw and eyes. The jaw and the gaze
are shapes as well: drive one of the two.
"""

import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from engine.base.errors import EngineError
from engine.base.files import read_limited
from engine.base.text import Text
from engine.base.writing import write_whole
from engine.head.portrait.colour import linear
from engine.photo.arkit import ARKIT_52
from engine.rig.files.gltf_document import LARGEST_FILE, GltfDocument, animated, array_of, picture_of, split
from engine.rig.files.movement_read import MovementRead, compare_movement
from engine.rig.files.written import Written
from engine.rig.model import FACE, HeadPart, RigModel
from engine.rig.movement import Movement
from engine.rig.skeleton import HEAD, JOINTS, PARENTS

DAMAGE = (ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError, OverflowError, MemoryError,
          struct.error)
"""What taking apart a document that is none may raise."""


@dataclass(frozen=True)
class HeadNodes:
    """Numbers of the nodes that a head became: its mesh's, those of what it wears, and each joint's."""

    mesh: int
    worn: tuple[int, ...]
    joints: Mapping[str, int]


def encode_gltf(model: RigModel, binary: bool, names: Sequence[str] = ARKIT_52,
                movement: Movement | None = None) -> bytes:
    """The file's bytes: a .glb when `binary`, else a .gltf with its buffer inside. names: of the 52 targets."""
    document = GltfDocument(model.name)
    nodes = add_head(document, model, names)
    if movement is not None:
        weights = np.pad(movement.weights, ((0, 0), (0, len(model.own))), constant_values=1).ravel()
        document.animate("movement", movement.times, [
            *((node, "weights", weights) for node in (nodes.mesh, *nodes.worn)),
            (nodes.joints[HEAD], "rotation", movement.turns)])
    return document.pack(binary)


def write_gltf(path: Path, model: RigModel, names: Sequence[str] = ARKIT_52,
               movement: Movement | None = None) -> Written:
    """Write .glb or .gltf by the path's suffix, read it back and compare before it takes the place of an old file.

    Raises EngineError.
    """
    suffix = path.suffix.lower()
    if suffix not in (".glb", ".gltf"):
        raise EngineError(Text("{0}: glTF files end in .glb or .gltf", path))

    def check(written: Path) -> None:
        data = read_limited(written, LARGEST_FILE)
        compare_head(path, decode_gltf(data, str(path)), model, names)
        if movement is not None:
            compare_movement(path, decode_animation(data, str(path)), movement, ARKIT_52)

    write_whole(path, encode_gltf(model, suffix == ".glb", names, movement), check)
    return Written(len(ARKIT_52), None if movement is None else movement.frames, bool(model.own))


def add_head(document: GltfDocument, model: RigModel, names: Sequence[str], parent: int | None = None,
             parent_place: Sequence[float] = (0, 0, 0)) -> HeadNodes:
    """Put a head into a document: mesh, materials, skin, and its joints below a parent (at a place of the model)."""
    places = dict(zip(JOINTS, model.joints.astype(np.float64), strict=True))
    targets = [*names, *model.own]
    things = list(dict.fromkeys((FACE, *(part.node for part in model.parts))))
    meshes = [document.node({"name": thing, "mesh": number, "skin": 0}) for number, thing in enumerate(things)]
    joints: dict[str, int] = {}
    for name, above in zip(JOINTS, PARENTS, strict=True):
        away = places[name] - (places[above] if above else np.array(parent_place))
        joints[name] = document.node({"name": name, "translation": away.tolist()}, joints[above] if above else parent)
    back = np.tile(np.eye(4, dtype=np.float32), (len(JOINTS), 1, 1))
    back[:, 3, :3] = -model.joints  # column by column, as glTF has its matrices
    document.json["skins"] = [{"name": model.name, "joints": list(joints.values()),
                               "inverseBindMatrices": document.array(back.reshape(-1, 16), vertices=False)}]
    document.json["materials"] = []
    materials: dict[str, int] = {}
    primitives: dict[str, list[dict[str, Any]]] = {thing: [] for thing in things}
    for part in model.parts:
        if part.material.name not in materials:
            materials[part.material.name] = len(document.json["materials"])
            document.json["materials"].append(_material(document, part))
        primitives[part.node].append(_primitive(document, part, materials[part.material.name], targets))
    document.json["meshes"] = [
        {"name": model.name if thing == FACE else thing, "primitives": primitives[thing],
         "weights": [0.0] * len(names) + [1.0] * len(model.own), "extras": {"targetNames": targets}}
        for thing in things]
    return HeadNodes(meshes[0], tuple(meshes[1:]), joints)


def _primitive(document: GltfDocument, part: HeadPart, material: int, names: Sequence[str]) -> dict[str, Any]:
    still = None  # one accessor of zeros serves all targets that leave the part as it is
    targets = []
    for change in zip(part.targets, part.target_normals, strict=True):
        target = {}
        for attribute, delta in zip(("POSITION", "NORMAL"), change, strict=True):
            if not delta.any():
                still = document.array(delta, bounds=True) if still is None else still
                target[attribute] = still
            else:
                target[attribute] = document.array(delta, bounds=attribute == "POSITION")
        targets.append(target)
    attributes = {
        "POSITION": document.array(part.positions, bounds=True), "NORMAL": document.array(part.normals),
        "TANGENT": document.array(part.tangents), "TEXCOORD_0": document.array(part.uv),
        "JOINTS_0": document.array(part.joints), "WEIGHTS_0": document.array(part.shares),
    }
    if part.tint is not None:
        attributes["COLOR_0"] = document.array(part.tint)
    return {"attributes": attributes, "indices": document.array(part.triangles, indices=True), "material": material,
            "mode": 4, "targets": targets, "extras": {"part": part.name, "targetNames": list(names)}}


def _material(document: GltfDocument, part: HeadPart) -> dict[str, Any]:
    material, pictures = part.material, part.material.textures
    colour = [round(float(value), 6) for value in linear(material.colour[:3])] + [material.colour[3]]
    surface: dict[str, Any] = {"baseColorFactor": colour, "metallicFactor": 0.0, "roughnessFactor": material.roughness}
    entry: dict[str, Any] = {"name": material.name, "pbrMetallicRoughness": surface}
    if pictures.base:
        surface["baseColorTexture"] = {"index": document.texture(pictures.base, f"{material.name}-colour")}
    if pictures.roughness:
        surface["metallicRoughnessTexture"] = {
            "index": document.texture(pictures.roughness, f"{material.name}-roughness")}
    if pictures.normal:
        entry["normalTexture"] = {"index": document.texture(pictures.normal, f"{material.name}-normal")}
    if material.alpha != "opaque":
        entry["alphaMode"] = material.alpha.upper()
    if material.two_sided:
        entry["doubleSided"] = True
    return entry


def decode_gltf(data: bytes, name: str = "glTF") -> dict[str, dict[str, Any]]:
    """Part name -> its arrays, from a file this module wrote. Raises EngineError.

    Keys: positions, normals, uv, tint (when there), triangles (m, 3), targets and target_normals (52 or 53, n, 3),
    target_names, pictures (base, normal, roughness), and tangents, joints and shares, which files from before heads
    had joints lack. Files from before targets had normals are read, too: their targets leave the normals as they are.
    """
    try:
        document, buffer = split(data)
        parts = {}
        for mesh, primitive in ((thing, one) for thing in document["meshes"] for one in thing["primitives"]):
            attributes = primitive["attributes"]
            arrays: dict[str, Any] = {
                key: array_of(document, buffer, attributes[attribute]) for key, attribute in _ATTRIBUTES.items()
                if attribute in attributes or key in _NEEDED}
            arrays |= {"triangles": array_of(document, buffer, primitive["indices"]).reshape(-1, 3),
                       "targets": _deltas(document, buffer, primitive, "POSITION"),
                       "target_normals": _deltas(document, buffer, primitive, "NORMAL"),
                       "target_names": tuple(mesh["extras"]["targetNames"]),
                       "pictures": _pictures(document, buffer, document["materials"][primitive["material"]])}
            parts[primitive["extras"]["part"]] = arrays
        return parts
    except DAMAGE as error:
        raise EngineError(Text("{0}: not a glTF head, or damaged", name), detail=repr(error)) from None


_ATTRIBUTES = {"positions": "POSITION", "normals": "NORMAL", "uv": "TEXCOORD_0", "tangents": "TANGENT",
               "joints": "JOINTS_0", "shares": "WEIGHTS_0", "tint": "COLOR_0"}
_NEEDED = ("positions", "normals", "uv")


def decode_animation(data: bytes, name: str = "glTF") -> MovementRead | None:
    """How the shapes and the head move in a file this module wrote, None where nothing does. Raises EngineError."""
    try:
        document, buffer = split(data)
        moved = animated(document, buffer)
        if not moved:
            return None
        numbers = {node.get("name"): number for number, node in enumerate(document["nodes"])}
        times, flat = moved[numbers[FACE], "weights"]
        turned, turns = moved[numbers[HEAD], "rotation"]
        if len(turned) != len(times) or not np.array_equal(turned, times):
            raise ValueError("times")
        weights = flat.reshape(len(times), len(document["meshes"][0]["weights"])).T
        if (weights[len(ARKIT_52):] != 1).any():
            raise ValueError("personal")
        return MovementRead(times, dict(zip(ARKIT_52, weights[:len(ARKIT_52)], strict=True)), turns)
    except DAMAGE as error:
        raise EngineError(Text("{0}: not a glTF head, or damaged", name), detail=repr(error)) from None


def compare_head(path: Path, found: Mapping[str, Mapping[str, Any]], model: RigModel, names: Sequence[str]) -> None:
    """EngineError unless the file holds exactly this head."""
    same = list(found) == [part.name for part in model.parts]
    for part in model.parts if same else ():
        arrays, pictures = found[part.name], part.material.textures
        same = (same and arrays["target_names"] == (*names, *model.own)
                and ("tint" in arrays) == (part.tint is not None)
                and arrays["pictures"] == (pictures.base, pictures.normal, pictures.roughness))
        for key in (*_ATTRIBUTES, "triangles", "targets", "target_normals"):
            wanted = getattr(part, key)
            same = same and (wanted is None or np.array_equal(arrays[key], wanted))
    if not same:
        raise EngineError(Text("{0}: the file does not read back as written", path))


def _pictures(document: dict[str, Any], buffer: bytes, material: dict[str, Any]) -> tuple[bytes, bytes, bytes]:
    surface = material["pbrMetallicRoughness"]
    named = (surface.get("baseColorTexture"), material.get("normalTexture"), surface.get("metallicRoughnessTexture"))
    base, normal, rough = (picture_of(document, buffer, entry["index"]) if entry else b"" for entry in named)
    return base, normal, rough


def _deltas(document: dict[str, Any], buffer: bytes, primitive: dict[str, Any], attribute: str) -> np.ndarray:
    """(52, n, 3): what the morph targets add to an attribute; one that does not name it adds nothing."""
    still = np.zeros_like(array_of(document, buffer, primitive["attributes"][attribute]))
    return np.stack([array_of(document, buffer, target[attribute]) if attribute in target else still
                     for target in primitive["targets"]])
