"""The body that VRM asks for below a head: fifteen bones in T-pose, of nothing but joints.

VRM 1.0 (https://github.com/vrm-c/vrm-specification): metres, +y up, facing +z, the subject's left at +x.
"""

from collections.abc import Mapping

import numpy as np

from engine.rig.files.gltf_document import GltfDocument
from engine.rig.skeleton import HEAD, JAW, LEFT_EYE, NECK, RIGHT_EYE

HEAD_HEIGHT = 1.55
"""Metres from the ground to the head's origin, between the ears."""

_CHEST = "chest"
_TRUNK = (("hips", None, (0.0, 0.92, 0.0)), ("spine", "hips", (0.0, 1.05, 0.0)), (_CHEST, "spine", (0.0, 1.2, 0.0)))
_SIDE = (("UpperLeg", "hips", (0.09, 0.86, 0.0)), ("LowerLeg", "UpperLeg", (0.09, 0.47, 0.0)),
         ("Foot", "LowerLeg", (0.09, 0.08, 0.0)), ("UpperArm", _CHEST, (0.17, 1.34, 0.0)),
         ("LowerArm", "UpperArm", (0.43, 1.34, 0.0)), ("Hand", "LowerArm", (0.67, 1.34, 0.0)))
BODY: tuple[tuple[str, str | None, tuple[float, float, float]], ...] = _TRUNK + tuple(
    (side + name, above if above in ("hips", _CHEST) else side + above, (sign * x, y, z))
    for side, sign in (("left", 1), ("right", -1)) for name, above, (x, y, z) in _SIDE)
"""Bone, the one it hangs on, and where it is."""
OF_HEAD = {"neck": NECK, "head": HEAD, "jaw": JAW, "leftEye": LEFT_EYE, "rightEye": RIGHT_EYE}
"""The bones that a head's own joints are."""
REQUIRED = (*(name for name, _, _ in BODY if name != _CHEST), "head")
"""The fifteen that VRM asks for."""


def add_body(document: GltfDocument) -> tuple[dict[str, int], int, tuple[float, float, float]]:
    """Put the bones below the head into a document: number of each one's node, and the one that the neck hangs on with
    its place."""
    places = {name: np.array(place) for name, _, place in BODY}
    nodes: dict[str, int] = {}
    for name, above, _ in BODY:
        away = places[name] - (places[above] if above else 0)
        nodes[name] = document.node({"name": name, "translation": away.tolist()}, nodes[above] if above else None)
    return nodes, nodes[_CHEST], {name: place for name, _, place in BODY}[_CHEST]


def human_bones(body: Mapping[str, int], head: Mapping[str, int], eyes: bool = True) -> dict[str, dict[str, int]]:
    """humanBones, from the nodes of the body and those of the head by joint. eyes: whether they are among them."""
    joints = {bone: head[joint] for bone, joint in OF_HEAD.items() if eyes or joint not in (LEFT_EYE, RIGHT_EYE)}
    return {name: {"node": node} for name, node in (*body.items(), *joints.items())}
