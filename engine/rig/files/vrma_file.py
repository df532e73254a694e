"""VRM Animation (.vrma): bones without a mesh, the head's turn, and a node for each shape whose x is its weight.

Specification: VRM Consortium, VRMC_vrm_animation 1.0 (https://github.com/vrm-c/vrm-specification). The shapes go as
custom expressions, PascalCase, which our own VRM and others of the 52 shapes have. The gaze
is in them: eyes must not be bones of such a file.
"""

from pathlib import Path

import numpy as np

from engine.base.errors import EngineError
from engine.base.files import read_limited
from engine.base.text import Text
from engine.base.writing import write_whole
from engine.motion.channel_names import channel_name
from engine.photo.arkit import ARKIT_INDEX
from engine.rig.engines import engine_preset
from engine.rig.files.gltf_document import LARGEST_FILE, GltfDocument, animated, split
from engine.rig.files.gltf_file import DAMAGE
from engine.rig.files.humanoid import HEAD_HEIGHT, REQUIRED, add_body, human_bones
from engine.rig.files.movement_read import MovementRead, compare_movement
from engine.rig.files.written import Written
from engine.rig.model import RigModel
from engine.rig.movement import Movement
from engine.rig.skeleton import HEAD, JOINTS, PARENTS

VRMA, SPEC = "VRMC_vrm_animation", "1.0"


def encode_vrma(model: RigModel, movement: Movement) -> bytes:
    """The file's bytes: the shapes that the movement knows."""
    document = GltfDocument(model.name)
    body, above, place = add_body(document)
    places = dict(zip(JOINTS, model.raised(HEAD_HEIGHT).joints.astype(np.float64), strict=True))
    joints: dict[str, int] = {}
    for name, parent in zip(JOINTS, PARENTS, strict=True):
        away = places[name] - (places[parent] if parent else np.array(place))
        joints[name] = document.node({"name": name, "translation": away.tolist()}, joints[parent] if parent else above)
    spelled = engine_preset("vrm").shapes
    names = [spelled[ARKIT_INDEX[shape]] for shape in movement.told]
    shapes = {name: document.node({"name": name}) for name in names}
    outputs = [(joints[HEAD], "rotation", movement.turns)]
    for name, shape in zip(names, movement.told, strict=True):
        along = np.zeros((movement.frames, 3), np.float32)
        along[:, 0] = movement.weights[:, ARKIT_INDEX[shape]]
        outputs.append((shapes[name], "translation", along))
    document.animate(model.name, movement.times, outputs)
    document.extend(VRMA, {
        "specVersion": SPEC, "humanoid": {"humanBones": human_bones(body, joints, eyes=False)},
        "expressions": {"custom": {name: {"node": node} for name, node in shapes.items()}},
    })
    return document.pack(binary=True)


def decode_vrma(data: bytes, name: str = "VRM animation") -> MovementRead:
    """How shapes and head move, from a file this module wrote. Raises EngineError."""
    try:
        document, buffer = split(data)
        extension, moved = document["extensions"][VRMA], animated(document, buffer)
        bones = extension["humanoid"]["humanBones"]
        if extension["specVersion"] != SPEC or not set(REQUIRED) <= bones.keys():
            raise ValueError("bones")
        times, turns = moved[bones["head"]["node"], "rotation"]
        weights = {}
        for expression, entry in extension["expressions"]["custom"].items():
            moments, along = moved[entry["node"], "translation"]
            if not np.array_equal(moments, times) or len(along) != len(times) or along[:, 1:].any():
                raise ValueError("times")
            weights[channel_name(expression)] = along[:, 0]
        return MovementRead(times, weights, turns)
    except DAMAGE as error:
        raise EngineError(Text("{0}: not a VRM animation of ours, or damaged", name), detail=repr(error)) from None


def write_vrma(path: Path, model: RigModel, movement: Movement) -> Written:
    """Write, read back, compare. EngineError."""
    def check(written: Path) -> None:
        found = decode_vrma(read_limited(written, LARGEST_FILE), str(path))
        compare_movement(path, found, movement, movement.told)

    write_whole(path, encode_vrma(model, movement), check)
    return Written(len(movement.told), movement.frames)
