"""The head as Wavefront OBJ with its material file beside it: metres, +y up, +z forward, one object a part.

Pictures lie beside it, too; `norm` and `map_Pr` are the names that most readers know for normals and roughness.
"""

import os
from collections.abc import Sequence
from itertools import count
from pathlib import Path

import numpy as np

from engine.base.errors import EngineError
from engine.base.file_names import file_name
from engine.base.files import read_head, read_limited
from engine.base.text import Text
from engine.base.writing import write_whole
from engine.rig.model import HeadPart

LARGEST_FILE = 1 << 28
_HEAD = "# Facewright head"
_MOST_MATERIALS = 1 << 16
_MOST_BEFORE = 1 << 16
"""Bytes in which a model has named its materials: programs do so before the first vertex."""


def encode_obj(parts: Sequence[HeadPart], materials_name: str) -> bytes:
    """The .obj file's bytes. Nine digits bring every float32 back exactly."""
    lines = ["# Facewright head, metres", f"mtllib {materials_name}"]
    first = 1
    for part in parts:
        uv = np.stack([part.uv[:, 0], np.float32(1) - part.uv[:, 1]], axis=1)  # OBJ has v upward
        lines.append(f"o {part.name}")
        for mark, rows in (("v", part.positions), ("vt", uv), ("vn", part.normals)):
            lines += [mark + " " + " ".join(f"{value:.9g}" for value in row) for row in rows.tolist()]
        lines.append(f"usemtl {part.material.name}")
        lines += ["f " + " ".join(f"{corner}/{corner}/{corner}" for corner in row)
                  for row in (part.triangles.astype(np.int64) + first).tolist()]
        first += len(part.positions)
    return ("\n".join(lines) + "\n").encode("utf-8", "replace")


def encode_materials(parts: Sequence[HeadPart], stem: str) -> tuple[bytes, dict[str, bytes]]:
    """The .mtl file's bytes, and the pictures that it names by the names of their files, which begin with `stem`."""
    lines, pictures = [_HEAD], {}
    names: dict[bytes, str] = {}  # materials that share a picture share its file
    for material in dict.fromkeys(part.material for part in parts):
        red, green, blue, alpha = material.colour
        lines += [f"newmtl {material.name}", f"Kd {red:.4f} {green:.4f} {blue:.4f}", "Ks 0.04 0.04 0.04",
                  f"Ns {(1 - material.roughness) * 200:.1f}", f"d {alpha:.3f}", "illum 2"]
        for what, entry, picture in (("colour", "map_Kd", material.textures.base),
                                     ("normal", "norm", material.textures.normal),
                                     ("roughness", "map_Pr", material.textures.roughness),
                                     ("colour", "map_d -imfchan m",
                                      b"" if material.alpha == "opaque" else material.textures.base)):
            if picture:
                ending = "png" if picture.startswith(b"\x89PNG") else "jpg"
                name = names.setdefault(picture, file_name(stem, f"-{material.name}-{what}.{ending}"))
                pictures[name] = picture
                lines.append(f"{entry} {name}")
    return ("\n".join(lines) + "\n").encode("utf-8", "replace"), pictures


def write_obj(path: Path, parts: Sequence[HeadPart]) -> None:
    """Write NAME.obj, NAME.mtl and the pictures that it names; the .obj is read back and compared before it takes the
    place of an old one.

    Materials that something else uses, or that are not ours, are left alone: ours are then called NAME-2.mtl and so on.
    Raises EngineError.
    """
    if path.suffix.lower() != ".obj":
        raise EngineError(Text("{0}: OBJ files end in .obj", path))
    materials = _materials_of(path, parts)

    def check(written: Path) -> None:
        positions, triangles = decode_obj(read_limited(written, LARGEST_FILE), str(path))
        starts = np.cumsum([0] + [len(part.positions) for part in parts[:-1]])
        wanted = np.concatenate([part.triangles + start for part, start in zip(parts, starts, strict=True)])
        if not (np.array_equal(positions, np.concatenate([part.positions for part in parts]))
                and np.array_equal(triangles, wanted)):
            raise EngineError(Text("{0}: the file does not read back as written", path))
        # Only now: when the large file does not fit on the disk, the small one is not left behind alone.
        said, pictures = encode_materials(parts, materials.stem)
        for name, picture in pictures.items():
            write_whole(path.with_name(name), picture)
        write_whole(materials, said)

    write_whole(path, encode_obj(parts, materials.name), check)


def _materials_of(path: Path, parts: Sequence[HeadPart]) -> Path:
    """Where a model's materials go: where neither they nor their pictures replace what is not ours."""
    stem = path.stem.replace(" ", "_")  # readers split the name at a space
    for number in count(1):
        place = path.with_name(file_name(stem, f"-{number}.mtl" if number > 1 else ".mtl"))
        if not os.path.lexists(place):
            if not any(os.path.lexists(path.with_name(name)) for name in encode_materials(parts, place.stem)[1]):
                return place
        elif _is_ours(place) and not _used_by_others(place, path):
            return place
    raise AssertionError("numbers have no end")


def _is_ours(materials: Path) -> bool:
    try:
        return read_limited(materials, _MOST_MATERIALS).startswith(_HEAD.encode() + b"\n")
    except EngineError:
        return False


def _used_by_others(materials: Path, model: Path) -> bool:
    """Whether a model in the same folder, but this one, names these materials. One that cannot be read may."""
    try:
        for other in materials.parent.iterdir():
            if other.suffix.lower() != ".obj" or not other.is_file() or model.exists() and other.samefile(model):
                continue
            for line in read_head(other, _MOST_BEFORE).splitlines():
                if line.startswith(b"mtllib") and os.fsencode(materials.name).lower() in line.lower():
                    return True
    except (OSError, EngineError):
        return True
    return False


def decode_obj(data: bytes, name: str = "OBJ") -> tuple[np.ndarray, np.ndarray]:
    """(positions (n, 3) float32, triangles (m, 3) int64 from 0) of a triangulated OBJ. Raises EngineError."""
    positions, triangles = [], []
    try:
        for line in data.decode("utf-8").splitlines():
            words = line.split()
            if words[:1] == ["v"]:
                positions.append([float(word) for word in words[1:4]])
            elif words[:1] == ["f"]:
                triangles.append([int(word.split("/")[0]) - 1 for word in words[1:4]])
        points = np.array(positions, np.float32).reshape(-1, 3)
        corners = np.array(triangles, np.int64).reshape(-1, 3)
    except (ValueError, OverflowError) as error:
        raise EngineError(Text("{0}: not an OBJ mesh, or damaged", name), detail=repr(error)) from None
    if not np.isfinite(points).all() or (len(corners) and not 0 <= corners.min() <= corners.max() < len(points)):
        raise EngineError(Text("{0}: not an OBJ mesh, or damaged", name))
    return points, corners
