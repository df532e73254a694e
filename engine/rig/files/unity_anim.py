"""Unity's animation clip as text (.anim, YAML): the shapes of the node "Face" of our glTF, 0..100, those that move of
what else the head wears ("Brows", "Beard", "Hair", "Glasses"), and the turn of its head joint. Curves are linear from
frame to frame; one that never changes has one key.

Unity is left-handed: x is turned around, and of a quaternion y and z.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from engine.base.errors import EngineError
from engine.base.files import read_limited
from engine.base.text import Text
from engine.base.writing import write_whole
from engine.photo.arkit import ARKIT_52
from engine.rig.engines import engine_preset
from engine.rig.files.movement_read import MovementRead, compare_movement
from engine.rig.files.written import Written
from engine.rig.model import FACE
from engine.rig.movement import Movement, refuse_longer
from engine.rig.skeleton import HEAD, NECK

LARGEST_FILE = 1 << 28
MOST_FRAMES = 20_000
"""Of 53 curves with some 245 bytes a key: what `LARGEST_FILE` can hold. More than five minutes at 60 a second; with
brows and a beard a third of it."""
_MESH_RENDERER = 137  # Unity's class id of SkinnedMeshRenderer
_LINEAR = 69  # AnimationUtility: both sides linear and apart
_HEADER = "%YAML 1.1\n%TAG !u! tag:unity3d.com,2011:\n--- !u!74 &7400000\nAnimationClip:\n"
_BEFORE = ("m_ObjectHideFlags: 0", "m_CorrespondingSourceObject: {fileID: 0}", "m_PrefabInstance: {fileID: 0}",
           "m_PrefabAsset: {fileID: 0}")
_KEY = re.compile(r"time: (\S+)\n +value: ([^\s{]\S*)$", re.MULTILINE)
_TURN_KEY = re.compile(r"time: (\S+)\n +value: \{x: (\S+), y: (\S+), z: (\S+), w: (\S+)\}$", re.MULTILINE)
_TURNED = (1, -1, -1, 1)
"""A quaternion x y z w of ours, as Unity's space has it; and back."""
_ATTRIBUTE = re.compile(r"^    attribute: blendShape\.(\S+)$", re.MULTILINE)
_PATH = re.compile(r"^    path: (\S+)$", re.MULTILINE)


def encode_anim(movement: Movement, names: Sequence[str], name: str, nodes: Sequence[str] = (FACE,)) -> bytes:
    """The file's bytes. names: of the 52 shapes; nodes: whose meshes have them, the face first. EngineError for more
    than `MOST_FRAMES`, shared by the nodes."""
    refuse_longer(movement.frames, MOST_FRAMES // len(nodes))
    whole = engine_preset("unity").at_one
    weights = movement.weights.astype(np.float64) * whole
    lines = ["serializedVersion: 6", "m_Legacy: 0", "m_Compressed: 0", "m_UseHighQualityCurve: 1"]
    if movement.head.any():
        turns = movement.turns.astype(np.float64) * _TURNED
        lines += ["m_RotationCurves:", "- curve:", *_keys(movement.times, turns), f"  path: {NECK}/{HEAD}"]
    else:
        lines.append("m_RotationCurves: []")
    lines += [f"m_{kind}Curves: []" for kind in ("CompressedRotation", "Euler", "Position", "Scale")]
    lines.append("m_FloatCurves:")
    for node in nodes:
        for shape, values in zip(names, weights.T, strict=True):
            if node == FACE or values.any():  # what the face has at rest moves nothing that it wears
                lines += ["- curve:", *_keys(movement.times, values[:, None]), f"  attribute: blendShape.{shape}",
                          f"  path: {node}", f"  classID: {_MESH_RENDERER}", "  script: {fileID: 0}"]
    lines += ["m_PPtrCurves: []", f"m_SampleRate: {movement.rate:g}", "m_WrapMode: 0", "m_AnimationClipSettings:",
              "  serializedVersion: 2", "  m_StartTime: 0", f"  m_StopTime: {movement.times[-1]:.9g}",
              "  m_LoopTime: 0", "m_Events: []"]
    quoted = name.replace("\\", "\\\\").replace('"', '\\"')
    text = "\n".join([*(f"  {line}" for line in (*_BEFORE, f'm_Name: "{quoted}"', *lines)), ""])
    return (_HEADER + text).encode("utf-8", "replace")


@dataclass(frozen=True, eq=False)
class ClipCurves:
    """shapes: the file's name of each -> times (K,) and values (K,) of its keys. worn: the same of what the head wears,
    by node. turns: times (K,) and quaternions (K, 4) of the head joint in Unity's space, None where it keeps still."""

    shapes: Mapping[str, tuple[np.ndarray, np.ndarray]]
    worn: Mapping[str, Mapping[str, tuple[np.ndarray, np.ndarray]]]
    turns: tuple[np.ndarray, np.ndarray] | None


def decode_anim(data: bytes, name: str = "Unity clip") -> ClipCurves:
    """The curves of a file this module wrote. Raises EngineError."""
    try:
        text = data.decode("utf-8")
        if not text.startswith(_HEADER):
            raise ValueError("header")
        joints, _, floats = text.partition("m_FloatCurves:\n")
        turned = joints.partition("m_RotationCurves:\n")[2].split("- curve:\n")[1:]
        turns = None
        if turned:
            keys = _table(_TURN_KEY.findall(turned[0]))
            if len(turned) != 1 or f"\n    path: {NECK}/{HEAD}\n" not in turned[0]:
                raise ValueError("joints")
            turns = keys[:, 0], keys[:, 1:]
        curves: dict[str, dict[str, tuple[np.ndarray, np.ndarray]]] = {FACE: {}}
        for curve in floats.split("- curve:\n")[1:]:
            shape, node, keys = _ATTRIBUTE.search(curve), _PATH.search(curve), _table(_KEY.findall(curve))
            if shape is None or node is None:
                raise ValueError("curve")
            curves.setdefault(node[1], {})[shape[1]] = keys[:, 0], keys[:, 1]
        return ClipCurves(curves.pop(FACE), curves, turns)
    except ValueError as error:
        raise EngineError(Text("{0}: not a clip of ours, or damaged", name), detail=repr(error)) from None


def _table(keys: list[tuple[str, ...]]) -> np.ndarray:
    table = np.array(keys, np.float64)
    if not len(table) or not np.isfinite(table).all() or (np.diff(table[:, 0]) <= 0).any():
        raise ValueError("keys")
    return table


def write_anim(path: Path, movement: Movement, names: Sequence[str], nodes: Sequence[str] = (FACE,)) -> Written:
    """Write, read back, compare. For names and nodes see `encode_anim`. EngineError."""
    whole = engine_preset("unity").at_one

    def check(written: Path) -> None:
        clip = decode_anim(read_limited(written, LARGEST_FILE), str(path))
        moving = [shape for shape, values in zip(names, movement.weights.T, strict=True) if values.any()]
        same = all(list(worn) == moving and all(np.array_equal(worn[shape], clip.shapes[shape]) for shape in moving)
                   for worn in clip.worn.values())
        if tuple(clip.shapes) != tuple(names) or not same or (moving and tuple(clip.worn) != tuple(nodes[1:])):
            raise EngineError(Text("{0}: the file does not read back as written", path))
        weights = {shape: np.interp(movement.times, *keys) / whole
                   for shape, keys in zip(ARKIT_52, clip.shapes.values(), strict=True)}
        turns = None
        if clip.turns is not None:
            moments, quaternions = clip.turns
            turns = np.stack([np.interp(movement.times, moments, part) for part in quaternions.T], axis=1) * _TURNED
        compare_movement(path, MovementRead(movement.times, weights, turns), movement, ARKIT_52, 1e-5)

    write_whole(path, encode_anim(movement, names, path.stem, nodes), check)
    return Written(len(movement.told), movement.frames)


def _keys(times: np.ndarray, values: np.ndarray) -> list[str]:
    """A curve's lines. values (T, 1), or (T, 4) quaternions."""
    if (values == values[0]).all():
        times, values = times[:1], values[:1]
    slopes = np.zeros((len(times) + 1, values.shape[1]))
    if len(times) > 1:
        slopes[1:-1] = np.diff(values, axis=0) / np.diff(times)[:, None]
    lines = ["    serializedVersion: 2", "    m_Curve:"]
    for time, value, before, after in zip(times.tolist(), values, slopes[:-1], slopes[1:], strict=True):
        third = _vector(np.full(values.shape[1], 1 / 3))
        lines += ["    - serializedVersion: 3", f"      time: {time:.9g}", f"      value: {_vector(value)}",
                  f"      inSlope: {_vector(before)}", f"      outSlope: {_vector(after)}",
                  f"      tangentMode: {_LINEAR if values.shape[1] == 1 else 0}", "      weightedMode: 0",
                  f"      inWeight: {third}", f"      outWeight: {third}"]
    return [*lines, "    m_PreInfinity: 2", "    m_PostInfinity: 2", "    m_RotationOrder: 4"]


def _vector(values: np.ndarray) -> str:
    words = [f"{value:.9g}" for value in values.tolist()]
    return words[0] if len(words) == 1 else "{" + ", ".join(map(": ".join, zip("xyzw", words, strict=True))) + "}"
