"""The head as glTF 2.0, .glb or .gltf (one file each): parts with materials, normals, uv, and the 52 named ARKit
morph targets, each with what it does to places and to normals. Specification: Khronos, glTF 2.0
(https://registry.khronos.org/glTF/specs/2.0/glTF-2.0.html).

One mesh with one primitive a part, all with the same 52 targets; their names are in mesh.extras.targetNames, where
game engines and Blender look. Metres, +y up, +z forward, the subject's left at +x.
"""

import base64
import json
import struct
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from engine.base.errors import EngineError
from engine.base.files import read_limited
from engine.base.json_text import parse_json
from engine.base.text import Text
from engine.base.version import VERSION
from engine.base.writing import write_whole
from engine.photo.arkit import ARKIT_52
from engine.rig.model import HeadPart, linear

LARGEST_FILE = 1 << 28
_FLOAT, _UINT32, _VERTICES, _INDICES = 5126, 5125, 34962, 34963
_GLB, _JSON, _BIN = 0x46546C67, 0x4E4F534A, 0x004E4942
_URI = "data:application/octet-stream;base64,"


def encode_gltf(parts: Sequence[HeadPart], name: str, binary: bool) -> bytes:
    """The file's bytes: a .glb when `binary`, else a .gltf with its buffer inside."""
    buffer = bytearray()
    document: dict[str, Any] = {
        "asset": {"version": "2.0", "generator": f"Facewright {VERSION}"},
        "scene": 0, "scenes": [{"name": name, "nodes": [0]}], "nodes": [{"name": name, "mesh": 0}],
        "meshes": [{"name": name, "primitives": [], "weights": [0.0] * len(ARKIT_52),
                    "extras": {"targetNames": list(ARKIT_52)}}],
        "materials": [], "accessors": [], "bufferViews": [],
    }
    materials: dict[str, int] = {}
    for part in parts:
        if part.material.name not in materials:
            materials[part.material.name] = len(document["materials"])
            document["materials"].append(_material(part))
        still = None  # one accessor of zeros serves all targets that leave the part as it is
        targets = []
        for change in zip(part.targets, part.target_normals, strict=True):
            target = {}
            for attribute, delta in zip(("POSITION", "NORMAL"), change, strict=True):
                if not delta.any():
                    still = _accessor(document, buffer, delta, bounds=True) if still is None else still
                    target[attribute] = still
                else:
                    target[attribute] = _accessor(document, buffer, delta, bounds=attribute == "POSITION")
            targets.append(target)
        attributes = {
            "POSITION": _accessor(document, buffer, part.positions, bounds=True),
            "NORMAL": _accessor(document, buffer, part.normals),
            "TEXCOORD_0": _accessor(document, buffer, part.uv),
        }
        if part.tint is not None:
            attributes["COLOR_0"] = _accessor(document, buffer, part.tint)
        document["meshes"][0]["primitives"].append({
            "attributes": attributes, "indices": _accessor(document, buffer, part.triangles, indices=True),
            "material": materials[part.material.name], "mode": 4, "targets": targets, "extras": {"part": part.name},
        })
    document["buffers"] = [{"byteLength": len(buffer)}]
    if not binary:
        document["buffers"][0]["uri"] = _URI + base64.b64encode(bytes(buffer)).decode("ascii")
        return json.dumps(document, separators=(",", ":"), allow_nan=False).encode("utf-8")
    text = json.dumps(document, separators=(",", ":"), allow_nan=False).encode("utf-8")
    text += b" " * (-len(text) % 4)
    size = 12 + 8 + len(text) + 8 + len(buffer)
    return (struct.pack("<III", _GLB, 2, size) + struct.pack("<II", len(text), _JSON) + text
            + struct.pack("<II", len(buffer), _BIN) + bytes(buffer))


def write_gltf(path: Path, parts: Sequence[HeadPart], name: str = "head") -> None:
    """Write .glb or .gltf by the path's suffix, read it back and compare before it takes the place of an old file.

    Raises EngineError.
    """
    suffix = path.suffix.lower()
    if suffix not in (".glb", ".gltf"):
        raise EngineError(Text("{0}: glTF files end in .glb or .gltf", path))

    def check(written: Path) -> None:
        _compare(path, decode_gltf(read_limited(written, LARGEST_FILE), str(path)), parts)

    write_whole(path, encode_gltf(parts, name, suffix == ".glb"), check)


def decode_gltf(data: bytes, name: str = "glTF") -> dict[str, dict[str, Any]]:
    """Part name -> its arrays as float32 or uint32, from a file this module wrote. Raises EngineError.

    Keys: positions, normals, uv, tint (when there), triangles (m, 3), targets and target_normals (52, n, 3),
    target_names. Files from before targets had normals are read, too: their targets leave
    the normals as they are.
    """
    try:
        document, buffer = _split(data)
        mesh = document["meshes"][0]
        parts = {}
        for primitive in mesh["primitives"]:
            attributes = primitive["attributes"]
            arrays = {"positions": _array(document, buffer, attributes["POSITION"]),
                      "normals": _array(document, buffer, attributes["NORMAL"]),
                      "uv": _array(document, buffer, attributes["TEXCOORD_0"]),
                      "triangles": _array(document, buffer, primitive["indices"]).reshape(-1, 3),
                      "targets": _deltas(document, buffer, primitive, "POSITION"),
                      "target_normals": _deltas(document, buffer, primitive, "NORMAL"),
                      "target_names": tuple(mesh["extras"]["targetNames"])}
            if "COLOR_0" in attributes:
                arrays["tint"] = _array(document, buffer, attributes["COLOR_0"])
            parts[primitive["extras"]["part"]] = arrays
        return parts
    except (ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError, OverflowError, MemoryError,
            struct.error) as error:
        raise EngineError(Text("{0}: not a glTF head, or damaged", name), detail=repr(error)) from None


def _material(part: HeadPart) -> dict[str, Any]:
    material = part.material
    colour = [round(float(value), 6) for value in linear(material.colour)] + [material.colour[3]]
    entry: dict[str, Any] = {
        "name": material.name,
        "pbrMetallicRoughness": {"baseColorFactor": colour, "metallicFactor": 0.0,
                                 "roughnessFactor": material.roughness},
    }
    if material.colour[3] < 1:
        entry |= {"alphaMode": "BLEND", "doubleSided": True}
    return entry


def _accessor(document: dict[str, Any], buffer: bytearray, array: np.ndarray, bounds: bool = False,
              indices: bool = False) -> int:
    """Append an array to the buffer (every element is four bytes, so everything stays aligned) and name it."""
    data = np.ascontiguousarray(array.reshape(-1, 1) if indices else array, "<u4" if indices else "<f4")
    document["bufferViews"].append({"buffer": 0, "byteOffset": len(buffer), "byteLength": data.nbytes,
                                    "target": _INDICES if indices else _VERTICES})
    entry: dict[str, Any] = {
        "bufferView": len(document["bufferViews"]) - 1, "componentType": _UINT32 if indices else _FLOAT,
        "count": len(data), "type": "SCALAR" if indices else f"VEC{data.shape[1]}",
    }
    if bounds:
        entry |= {"min": data.min(axis=0).tolist(), "max": data.max(axis=0).tolist()}
    document["accessors"].append(entry)
    buffer += data.tobytes()
    return len(document["accessors"]) - 1


def _split(data: bytes) -> tuple[dict[str, Any], bytes]:
    """The JSON document and the binary buffer of either kind of file."""
    if data[:4] == struct.pack("<I", _GLB):
        _, version, size = struct.unpack_from("<III", data)
        length, kind = struct.unpack_from("<II", data, 12)
        document = parse_json(data[20:20 + length])
        more, binary = struct.unpack_from("<II", data, 20 + length)
        buffer = data[28 + length:28 + length + more]
        if version != 2 or size != len(data) or kind != _JSON or binary != _BIN or len(buffer) != more:
            raise ValueError("container")
    else:
        document = parse_json(data)
        buffer = base64.b64decode(document["buffers"][0]["uri"].removeprefix(_URI), validate=True)
    if document["asset"]["version"] != "2.0" or document["buffers"][0]["byteLength"] != len(buffer):
        raise ValueError("document")
    return document, buffer


def _array(document: dict[str, Any], buffer: bytes, index: int) -> np.ndarray:
    accessor = document["accessors"][index]
    view = document["bufferViews"][accessor["bufferView"]]
    width = {"SCALAR": 1, "VEC2": 2, "VEC3": 3}[accessor["type"]]
    kind = {_FLOAT: "<f4", _UINT32: "<u4"}[accessor["componentType"]]
    if min(index, accessor["bufferView"], accessor["count"], view["byteOffset"]) < 0:
        raise ValueError("negative index")
    return np.frombuffer(buffer, kind, accessor["count"] * width, view["byteOffset"]).reshape(-1, width)


def _deltas(document: dict[str, Any], buffer: bytes, primitive: dict[str, Any], attribute: str) -> np.ndarray:
    """(52, n, 3): what the morph targets add to an attribute; one that does not name it adds nothing."""
    still = np.zeros_like(_array(document, buffer, primitive["attributes"][attribute]))
    return np.stack([_array(document, buffer, target[attribute]) if attribute in target else still
                     for target in primitive["targets"]])


def _compare(path: Path, found: dict[str, dict[str, Any]], parts: Sequence[HeadPart]) -> None:
    """EngineError unless the file holds exactly these parts."""
    same = list(found) == [part.name for part in parts]
    for part in parts if same else ():
        arrays = found[part.name]
        same = same and arrays["target_names"] == ARKIT_52 and ("tint" in arrays) == (part.tint is not None)
        for key in ("positions", "normals", "uv", "triangles", "targets", "target_normals", "tint"):
            wanted = getattr(part, key)
            same = same and (wanted is None or np.array_equal(arrays[key], wanted))
    if not same:
        raise EngineError(Text("{0}: the file does not read back as written", path))
