"""Everything measured about a picture's faces, as one JSON document (docs/measure.md says what each field is)."""

import math
from pathlib import Path
from typing import Any

import numpy as np

from engine.base.errors import EngineError
from engine.base.text import Text
from engine.photo.action_units import action_units
from engine.photo.analyser import FaceAnalyser
from engine.photo.arkit import ARKIT_52
from engine.photo.au_measures import measure_units
from engine.photo.face import Face
from engine.photo.picture import Picture

__all__ = ["SCHEMA", "action_units", "measure", "measure_face"]

SCHEMA = 1
"""Version of the document; it rises when a field changes its meaning, not when one is added."""


def measure(picture: Picture, faces: tuple[Face, ...], analyser: FaceAnalyser, face: int | None = None,
            identity: bool = True) -> dict[str, Any]:
    """The document of docs/measure.md, ready for json.dumps: plain numbers, lists and texts, nothing not finite.

    face:     only the face of that index; None for all.
    identity: also compute the identity vectors (about 0.08 s a face).
    EngineError when there is no face at all, or none of that index.
    """
    if not faces:
        raise EngineError(Text("{0}: no face found", _name(picture)) if picture.path
                          else Text("picture: no face found"))
    if face is not None and not 0 <= face < len(faces):
        raise EngineError(Text("there is no face {0}", face), Text("the picture has faces 0 to {0}", len(faces) - 1))
    chosen = faces if face is None else (faces[face],)
    measured = [measure_face(picture, one, analyser if identity else None) for one in chosen]
    width, height = picture.size
    return {
        "schema": SCHEMA,
        "file": _name(picture),
        "sha256": picture.digest,
        "format": picture.format,
        "width": width,
        "height": height,
        "bits": 8 * picture.native.dtype.itemsize,
        "profile": picture.profile is not None,
        "notes": list(picture.notes),
        "faces": measured,
    }


def measure_face(picture: Picture, face: Face, analyser: FaceAnalyser | None) -> dict[str, Any]:
    """One entry of the document's "faces"; with "identity" when an analyser is given."""
    box = face.box
    entry: dict[str, Any] = {
        "index": face.index,
        "score": _number(face.score, 4),
        "box": [_number(value, 2) for value in (box.x0, box.y0, box.x1, box.y1)],
        "pose": {"yaw": _number(face.yaw, 2), "pitch": _number(face.pitch, 2), "roll": _number(face.roll, 2)},
        "interocular": _number(face.interocular, 3),
        "action_units": action_units(face.blendshapes),
        "au_measures": {name: _number(value, 5) for name, value in measure_units(face).items()},
        "blendshapes": {name: _number(value, 5) for name, value in zip(ARKIT_52, face.blendshapes, strict=True)},
        "landmarks": [[_number(value, 3) for value in point] for point in face.landmarks],
    }
    if analyser is not None:
        entry["identity"] = [_number(value, 6) for value in analyser.identity(picture.pixels, face)]
    return entry


def _name(picture: Picture) -> str:
    return Path(picture.path).name if picture.path else "picture"


def _number(value: float | np.floating, digits: int) -> float:
    number = float(value)
    if not math.isfinite(number):
        raise EngineError(Text("a measurement is not a finite number"))
    return round(number, digits)
