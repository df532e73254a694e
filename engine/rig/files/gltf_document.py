"""A glTF 2.0 document being put together or taken apart: JSON, its one buffer, and the two containers they come in.

Specification: Khronos, glTF 2.0 (https://registry.khronos.org/glTF/specs/2.0/glTF-2.0.html).
"""

import base64
import json
import struct
from collections.abc import Sequence
from typing import Any

import numpy as np

from engine.base.json_text import parse_json
from engine.base.version import VERSION

LARGEST_FILE = 1 << 29
_BYTE, _FLOAT, _UINT32, _VERTICES, _INDICES = 5121, 5126, 5125, 34962, 34963
_KINDS = {_BYTE: "u1", _FLOAT: "<f4", _UINT32: "<u4"}
_WIDTHS = {"SCALAR": 1, "VEC2": 2, "VEC3": 3, "VEC4": 4, "MAT4": 16}
_GLB, _JSON, _BIN = 0x46546C67, 0x4E4F534A, 0x004E4942
_URI = "data:application/octet-stream;base64,"


class GltfDocument:
    """`json` is the document as it will be written; arrays and pictures go into the buffer and are named by number."""

    def __init__(self, name: str) -> None:
        self.json: dict[str, Any] = {
            "asset": {"version": "2.0", "generator": f"Facewright {VERSION}"},
            "scene": 0, "scenes": [{"name": name, "nodes": []}], "nodes": [], "accessors": [], "bufferViews": [],
        }
        self._buffer = bytearray()
        self._textures: dict[bytes, int] = {}

    def node(self, node: dict[str, Any], parent: int | None = None) -> int:
        """Append a node; without a parent it stands in the scene."""
        self.json["nodes"].append(node)
        number = len(self.json["nodes"]) - 1
        if parent is None:
            self.json["scenes"][0]["nodes"].append(number)
        else:
            self.json["nodes"][parent].setdefault("children", []).append(number)
        return number

    def array(self, array: np.ndarray, bounds: bool = False, indices: bool = False, vertices: bool = True) -> int:
        """Append (n, width) float32 or uint8, or indices as uint32; the accessor's number.

        bounds: say the least and the greatest of each column, as positions and times must. vertices: belongs to a mesh.
        """
        kind = _UINT32 if indices else _BYTE if array.dtype == np.uint8 else _FLOAT
        data = np.ascontiguousarray(array.reshape(-1, 1) if indices or array.ndim == 1 else array, _KINDS[kind])
        view = self._view(data.tobytes())
        if indices or vertices:
            self.json["bufferViews"][view]["target"] = _INDICES if indices else _VERTICES
        type_name = next(name for name, width in _WIDTHS.items() if width == data.shape[1])
        entry: dict[str, Any] = {"bufferView": view, "componentType": kind, "count": len(data), "type": type_name}
        if bounds:
            entry |= {"min": data.min(axis=0).tolist(), "max": data.max(axis=0).tolist()}
        self.json["accessors"].append(entry)
        return len(self.json["accessors"]) - 1

    def texture(self, picture: bytes, name: str) -> int:
        """Append a whole PNG or JPEG file, once; the texture's number."""
        if picture in self._textures:
            return self._textures[picture]
        kind = "image/png" if picture.startswith(b"\x89PNG") else "image/jpeg"
        self.json.setdefault("images", []).append({"name": name, "mimeType": kind, "bufferView": self._view(picture)})
        self.json.setdefault("samplers", [{}])
        self.json.setdefault("textures", []).append({"source": len(self.json["images"]) - 1, "sampler": 0})
        self._textures[picture] = len(self.json["textures"]) - 1
        return self._textures[picture]

    def animate(self, name: str, times: np.ndarray, outputs: Sequence[tuple[int, str, np.ndarray]]) -> None:
        """The document's animation: at (T,) seconds the values of each (node, path), linear between them. The same
        array for several is written once."""
        moments = self.array(times.astype(np.float32), bounds=True, vertices=False)
        arrays = {id(values): values for _, _, values in outputs}
        written = {key: self.array(values, vertices=False) for key, values in arrays.items()}
        self.json["animations"] = [{
            "name": name,
            "samplers": [{"input": moments, "interpolation": "LINEAR", "output": written[id(values)]}
                         for _, _, values in outputs],
            "channels": [{"sampler": number, "target": {"node": node, "path": path}}
                         for number, (node, path, _) in enumerate(outputs)],
        }]

    def extend(self, name: str, extension: dict[str, Any]) -> None:
        """Add an extension of the whole file."""
        self.json.setdefault("extensionsUsed", []).append(name)
        self.json.setdefault("extensions", {})[name] = extension

    def pack(self, binary: bool) -> bytes:
        """The file's bytes: a .glb when `binary`, else a .gltf with its buffer inside."""
        self.json["buffers"] = [{"byteLength": len(self._buffer)}]
        if not binary:
            self.json["buffers"][0]["uri"] = _URI + base64.b64encode(bytes(self._buffer)).decode("ascii")
            return self._text()
        text = self._text()
        text += b" " * (-len(text) % 4)
        size = 12 + 8 + len(text) + 8 + len(self._buffer)
        return (struct.pack("<III", _GLB, 2, size) + struct.pack("<II", len(text), _JSON) + text
                + struct.pack("<II", len(self._buffer), _BIN) + bytes(self._buffer))

    def _text(self) -> bytes:
        text = json.dumps(self.json, separators=(",", ":"), allow_nan=False, ensure_ascii=False)
        return text.encode("utf-8", "replace")  # a name from outside need not be text

    def _view(self, data: bytes) -> int:
        self.json["bufferViews"].append({"buffer": 0, "byteOffset": len(self._buffer), "byteLength": len(data)})
        self._buffer += data + b"\0" * (-len(data) % 4)  # so that what follows is aligned
        return len(self.json["bufferViews"]) - 1


def split(data: bytes) -> tuple[dict[str, Any], bytes]:
    """The JSON document and the buffer of either kind of file. ValueError, KeyError, TypeError, IndexError or
    struct.error for anything else."""
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


def array_of(document: dict[str, Any], buffer: bytes, index: int) -> np.ndarray:
    """(n, width) of an accessor. Raises what `split` does."""
    accessor = document["accessors"][index]
    view = document["bufferViews"][accessor["bufferView"]]
    if min(index, accessor["bufferView"], accessor["count"], view["byteOffset"]) < 0:
        raise ValueError("negative index")
    width = _WIDTHS[accessor["type"]]
    return np.frombuffer(buffer, _KINDS[accessor["componentType"]], accessor["count"] * width,
                         view["byteOffset"]).reshape(-1, width)


def animated(document: dict[str, Any], buffer: bytes) -> dict[tuple[int, str], tuple[np.ndarray, np.ndarray]]:
    """(node, path) -> (T,) times and (n, width) values of the document's first animation; empty without one. Raises
    what `split` does."""
    if not document.get("animations"):
        return {}
    animation = document["animations"][0]
    found = {}
    for channel in animation["channels"]:
        sampler = animation["samplers"][channel["sampler"]]
        found[channel["target"]["node"], channel["target"]["path"]] = (
            array_of(document, buffer, sampler["input"])[:, 0], array_of(document, buffer, sampler["output"]))
    return found


def picture_of(document: dict[str, Any], buffer: bytes, texture: int) -> bytes:
    """A texture's file. Raises what `split` does."""
    view = document["bufferViews"][document["images"][document["textures"][texture]["source"]]["bufferView"]]
    return buffer[view["byteOffset"]:view["byteOffset"] + view["byteLength"]]
