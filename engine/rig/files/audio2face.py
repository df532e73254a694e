"""Audio2Face's blendshape JSON:

    {"exportFps": 30.0, "numFrames": N, "numPoses": P, "facsNames": [P names, camelCase], "weightMat": [N rows of P]}
"""

import json
from pathlib import Path
from typing import Annotated

import msgspec
import numpy as np

from engine.base.errors import EngineError
from engine.base.files import read_limited
from engine.base.json_text import parse_json
from engine.base.text import Text
from engine.base.writing import write_whole
from engine.motion.channel_names import channel_name
from engine.motion.take import HIGHEST_RATE, Take
from engine.motion.track import LONGEST_NAME, MOST_NAMES, Track
from engine.photo.arkit import ARKIT_INDEX
from engine.rig.files.movement_read import MovementRead, compare_movement
from engine.rig.files.written import Written
from engine.rig.movement import Movement, refuse_longer

LARGEST_FILE = 1 << 28
MOST_FRAMES = 100_000
"""Close to an hour at 30 a second, which is Audio2Face's rate: written and read back, each takes 5 kB of memory."""
_MOST_VALUES = 1 << 24

_Name = Annotated[str, msgspec.Meta(min_length=1, max_length=LONGEST_NAME)]


class _Document(msgspec.Struct, rename="camel"):
    export_fps: Annotated[float, msgspec.Meta(gt=0, le=HIGHEST_RATE)]
    num_frames: int
    num_poses: int
    facs_names: Annotated[list[_Name], msgspec.Meta(min_length=1, max_length=MOST_NAMES)]
    weight_mat: Annotated[list[list[float]], msgspec.Meta(min_length=1)]


def encode_audio2face(movement: Movement) -> bytes:
    """The file's bytes: the shapes that are known, at the movement's own rate. EngineError for more than `MOST_FRAMES`.
    """
    refuse_longer(movement.frames, MOST_FRAMES)
    columns = [ARKIT_INDEX[name] for name in movement.told]
    document = {"exportFps": movement.rate, "numFrames": movement.frames, "numPoses": len(columns),
                "facsNames": list(movement.told), "weightMat": movement.weights[:, columns].tolist()}
    return (json.dumps(document, separators=(",", ":"), allow_nan=False) + "\n").encode("utf-8")


def decode_audio2face(data: bytes, name: str = "Audio2Face JSON") -> Take:
    """The take in such bytes; weights are limited to 0..1. Raises EngineError for anything that is no such file."""
    try:
        document = msgspec.convert(parse_json(data, _MOST_VALUES), _Document, strict=False)
    except (ValueError, RecursionError, OverflowError) as error:
        raise EngineError(Text("{0}: no Audio2Face weights: {1}", name, error)) from None
    rows, poses = document.weight_mat, len(document.facs_names)
    if (document.num_frames, document.num_poses) != (len(rows), poses) or any(len(row) != poses for row in rows):
        raise EngineError(Text("{0}: has another number of weights than it says", name))
    names = tuple(channel_name(word) or word for word in document.facs_names)
    values = np.array(rows, np.float64)
    if not np.isfinite(values).all():
        raise EngineError(Text("{0}: holds values that are not finite numbers", name))
    times = np.arange(len(rows)) / document.export_fps
    return Take((Track(names, times, np.clip(values, 0, 1)),), document.export_fps, name)


def read_audio2face(path: Path) -> Take:
    """Read such a file. Raises EngineError."""
    return decode_audio2face(read_limited(path, LARGEST_FILE), str(path))


def write_audio2face(path: Path, movement: Movement) -> Written:
    """Write, read back, compare. EngineError."""
    def check(written: Path) -> None:
        take = read_audio2face(written)
        track = take.tracks[0]
        if take.rate != movement.rate:
            raise EngineError(Text("{0}: the file does not read back as written", path))
        compare_movement(path, MovementRead(track.times, dict(zip(track.names, track.values.T, strict=True)),
                                            movement.turns), movement, movement.told)

    write_whole(path, encode_audio2face(movement), check)
    return Written(len(movement.told), movement.frames)
