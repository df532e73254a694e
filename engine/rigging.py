"""What the editor asks of an engine beyond the live picture: rigs fitted and drawn, expressions copied, files written.

Every function here is a job on an open engine's photos. They stand apart from `Engine` because they bring systems
together that know nothing of each other (expression and rig), and because each is a few lines.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from engine.errors import EngineError
from engine.jobs import Job, Progress
from engine.look import Look
from engine.photo.arkit import ARKIT_52, ARKIT_INDEX
from engine.rig.values import RigValues

if TYPE_CHECKING:
    from engine.engine import Engine
    from engine.head.portrait.painter import HeadPainter
    from engine.head.portrait.skin import Skin
    from engine.rig.fit import RigFit

_PAINTER = "head painter"
_PAINTER_BYTES = 96 << 20
"""What the head's textures and frame buffers hold, roughly: for the memory budget."""

_FOLDED = {
    "browInnerUpLeft": (("browInnerUp", 0.5),), "browInnerUpRight": (("browInnerUp", 0.5),),
    "cheekPuffLeft": (("cheekPuff", 0.5),), "cheekPuffRight": (("cheekPuff", 0.5),),
    "noseWrinkle": (("noseSneerLeft", 1.0), ("noseSneerRight", 1.0)),
    "noseWrinkleLeft": (("noseSneerLeft", 1.0),), "noseWrinkleRight": (("noseSneerRight", 1.0),),
    "lipPart": (("mouthLowerDownLeft", 0.3), ("mouthLowerDownRight", 0.3), ("mouthUpperUpLeft", 0.3),
                ("mouthUpperUpRight", 0.3)),
}
"""What the puppet's own shapes come to on a head that has ARKit's only."""


def copy_expression(engine: "Engine", photo_id: str, face: int, path: Path) -> Job[Look]:
    """The look that gives a face the expression of the largest face in another picture file.

    EngineError when that is no sound picture or shows no face.
    """
    from engine.expression.transfer import transfer

    driver = yield from engine.open(path)
    try:
        if not driver.faces:
            raise EngineError(f"{path.name}: no face was found in the picture", "use a sharper or larger picture of the face")
        shown = yield from engine.facts(driver.id, 0)
        own = yield from engine.facts(photo_id, face)
        return transfer(shown, own)
    finally:
        if driver.id != photo_id:
            engine.forget(driver.id)


def fit_rig(engine: "Engine", photo_id: str, face: int, schema: str, shape: str = "") -> "Job[RigFit]":
    """A rig's values for a face of a photo, with what they leave over. shape: role shape where the schema has them."""
    from engine.rig.fit import fit_rig as fit

    yield Progress(0, 2, "head")
    head = engine.head_fit(photo_id, face)
    yield Progress(1, 2, "rig")
    photo = engine.photo(photo_id)
    return fit(schema, head, photo.faces[face].landmarks, shape, photo.picture.pixels)


def draw_head(engine: "Engine", values: RigValues, look: Look | None, photo_id: str | None, face: int, yaw: float,
              pitch: float, zoom: float, size: int) -> Job[np.ndarray]:
    """The head that a rig's values describe, (size, size, 4) uint8 straight alpha.

    look:     with a photo: the expression that the photo shows with this look; None for a head at rest.
    photo_id: whose colours the skin takes; None for the head's own.
    yaw, pitch, zoom: as in `HeadView`.
    """
    from engine.head.portrait.camera import HeadView
    from engine.rig.appearance import skin_for
    from engine.rig.shaping import rig_vertices

    yield Progress(0, 4, "head")
    vertices = rig_vertices(values)
    yield Progress(1, 4, "colours")
    skin = skin_for(values, _skin(engine, photo_id, face))
    if look is not None and photo_id is not None:
        from engine.expression.weights import deformation

        facts = yield from engine.facts(photo_id, face)
        change = deformation(look, facts)
        weights = head_expression(change.weights, facts.blendshapes)
        vertices = vertices + np.tensordot(weights, engine.head.expression_basis, 1).astype(np.float32)
        yaw, pitch = yaw + change.yaw, pitch + change.pitch
    yield Progress(2, 4, "preparing")
    painter = _painter(engine)
    yield Progress(3, 4, "drawing")
    return painter.draw(vertices, HeadView(yaw, pitch, zoom), size, skin)


def head_expression(weights: tuple[float, ...], blendshapes: np.ndarray) -> np.ndarray:
    """(52,) float32 in 0..1: the puppet's change on top of what the photo shows, as ARKit weights of the head."""
    from engine.puppet.deformation import weight_names

    total = np.asarray(blendshapes, np.float64).copy()
    close = 0.0
    for name, weight in zip(weight_names(), weights, strict=True):
        if name in ARKIT_INDEX:
            total[ARKIT_INDEX[name]] += weight
        elif name == "lipClose":
            close = min(max(weight, 0.0), 1.0)
        for folded, gain in _FOLDED.get(name, ()):
            total[ARKIT_INDEX[folded]] += gain * weight
    if close:  # lips that meet: what parts them goes
        for name in ("mouthLowerDownLeft", "mouthLowerDownRight", "mouthUpperUpLeft", "mouthUpperUpRight", "jawOpen"):
            total[ARKIT_INDEX[name]] *= 1 - close
    return np.clip(np.nan_to_num(total), 0.0, 1.0).astype(np.float32)


def export_picture(engine: "Engine", photo_id: str, looks: Mapping[int, Look], path: Path) -> Job[list[str]]:
    """Write the whole photo with every face's look; lossless files are read back and compared.

    Returns a line for each thing done. A photo on which nothing was changed is copied byte for byte where its format
    is the one asked for. EngineError when the file cannot be written, or is the photo itself.
    """
    from engine.photo.picture import read_picture
    from engine.photo.writing import can_copy, copy_source, format_of, write_picture

    kind = format_of(path)
    picture = engine.photo(photo_id).picture
    if picture.path is not None and path.exists() and path.samefile(picture.path):
        raise EngineError(f"{path.name} is the photo itself, which is never written over", "choose another name")
    native = yield from engine.finish(photo_id, looks)
    yield Progress(1, 2, "writing")
    height, width = native.shape[:2]
    if np.array_equal(native, picture.native) and can_copy(picture, path):
        copy_source(picture, path)
        return [f"{path.name}: {width} × {height}, the photo's own bytes"]
    write_picture(path, native, picture.profile, picture)
    yield Progress(2, 2, "checking")
    found = read_picture(path).native
    if found.shape[:2] != native.shape[:2]:
        raise EngineError(f"{path}: the file does not read back as written")
    if kind in ("PNG", "TIFF"):
        if found.dtype != native.dtype or not np.array_equal(found, native):
            raise EngineError(f"{path}: the file does not read back as written")
        return [f"{path.name}: {width} × {height}, read back, every pixel equal"]
    return [f"{path.name}: {width} × {height}, read back"]


def export_rig(engine: "Engine", values: RigValues, paths: Mapping[str, Path]) -> Job[list[str]]:
    """Write a rig's values as "bytes", "json", "glb", "gltf" or "obj"; each file is read back and compared.

    Returns a line for each file. EngineError when one cannot be written or does not read back; files before it stay.
    """
    from engine.head.portrait.skin import Skin
    from engine.rig.appearance import colours_of
    from engine.rig.bytes_file import write_bytes
    from engine.rig.gltf_file import write_gltf
    from engine.rig.json_file import write_json
    from engine.rig.model import head_parts
    from engine.rig.obj_file import write_obj
    from engine.rig.shaping import rig_vertices

    lines: list[str] = []
    parts = None
    for done, (kind, path) in enumerate(paths.items()):
        yield Progress(done, len(paths), path.name)
        if kind == "bytes":
            write_bytes(path, values)
        elif kind == "json":
            write_json(path, values)
        else:
            if parts is None:
                parts = head_parts(engine.head, rig_vertices(values), colours_of(Skin()))
                yield Progress(done, len(paths), path.name)
            (write_obj if kind == "obj" else write_gltf)(path, parts)
        lines.append(f"{path.name}: {path.stat().st_size:,} bytes, read back and equal")
    return lines


def _skin(engine: "Engine", photo_id: str | None, face: int) -> "Skin":
    """The colours of a face, kept resident; the head's own without a photo."""
    from engine.head.portrait.skin import Skin

    if photo_id is None:
        return Skin()
    key = ("skin", photo_id, face)
    skin = engine.residency.get(key)
    if skin is None:
        photo = engine.photo(photo_id)
        skin = Skin.from_photo(photo.picture.pixels, photo.faces[face])
        engine.residency.put(key, skin, 1024)
    return skin


def _painter(engine: "Engine") -> "HeadPainter":
    painter = engine.residency.get(_PAINTER)
    if painter is None:
        from engine.head.portrait.painter import HeadPainter

        painter = HeadPainter(engine.head, engine.context)
        engine.residency.put(_PAINTER, painter, _PAINTER_BYTES, painter.release)
    return painter


assert all(folded in ARKIT_52 for folds in _FOLDED.values() for folded, _ in folds)
