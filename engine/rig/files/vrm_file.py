"""The head as VRM 1.0: our glTF on VRM's bones, with its preset expressions and the 52 shapes as custom ones.

Specification: VRM Consortium, VRMC_vrm 1.0 (https://github.com/vrm-c/vrm-specification). What it says of use is as
strict as it can be: a face is somebody's, and whoever made the file is to loosen it knowingly.
"""

from pathlib import Path
from typing import Any

from engine.base.errors import EngineError
from engine.base.files import read_limited
from engine.base.text import Text
from engine.base.writing import write_whole
from engine.photo.arkit import ARKIT_52, ARKIT_INDEX
from engine.rig.engines import engine_preset, vrm_presets
from engine.rig.files.gltf_document import LARGEST_FILE, GltfDocument, split
from engine.rig.files.gltf_file import DAMAGE, HeadNodes, add_head, compare_head, decode_gltf
from engine.rig.files.humanoid import HEAD_HEIGHT, REQUIRED, add_body, human_bones
from engine.rig.files.written import Written
from engine.rig.model import RigModel
from engine.rig.skeleton import HEAD, JOINTS, LEFT_EYE, RIGHT_EYE

VRM, SPEC = "VRMC_vrm", "1.0"
LICENCE = "https://vrm.dev/licenses/1.0/"
NOBODY = "unknown"
PRESETS = ("happy", "angry", "sad", "relaxed", "surprised", "aa", "ih", "ou", "ee", "oh", "blink", "blinkLeft",
           "blinkRight", "lookUp", "lookDown", "lookLeft", "lookRight", "neutral")
"""The names that custom expressions must not have."""
STRICT: dict[str, Any] = {
    "licenseUrl": LICENCE, "avatarPermission": "onlyAuthor", "allowExcessivelyViolentUsage": False,
    "allowExcessivelySexualUsage": False, "commercialUsage": "personalNonProfit",
    "allowPoliticalOrReligiousUsage": False, "allowAntisocialOrHateUsage": False, "creditNotation": "required",
    "allowRedistribution": False, "modification": "prohibited",
}
_EYES_TURN = {"Horizontal": 20.0, "Vertical": 14.0}
"""Degrees, where whoever is looked at stands at a right angle."""


def encode_vrm(model: RigModel, author: str = "") -> bytes:
    """The file's bytes. author: who is named; empty for nobody."""
    document = GltfDocument(model.name)
    body, above, place = add_body(document)
    raised = model.raised(HEAD_HEIGHT)
    nodes = add_head(document, raised, ARKIT_52, above, place)
    document.extend(VRM, {
        "specVersion": SPEC,
        "meta": {"name": model.name, "version": "1", "authors": [author or NOBODY]} | STRICT,
        "humanoid": {"humanBones": human_bones(body, nodes.joints)},
        "firstPerson": {"meshAnnotations": [{"node": node, "type": "auto"} for node in (nodes.mesh, *nodes.worn)]},
        "lookAt": _look_at(raised),
        "expressions": _expressions(nodes),
    })
    return document.pack(binary=True)


def write_vrm(path: Path, model: RigModel, author: str = "") -> Written:
    """Write, read back, check by the specification, compare with the model. EngineError."""
    def check(written: Path) -> None:
        data = read_limited(written, LARGEST_FILE)
        compare_head(path, decode_gltf(data, str(path)), model.raised(HEAD_HEIGHT), ARKIT_52)
        check_vrm(data, str(path))

    write_whole(path, encode_vrm(model, author), check)
    return Written(len(ARKIT_52), personal=bool(model.own))


def check_vrm(data: bytes, name: str = "VRM") -> dict[str, Any]:
    """The extension of a VRM 1.0 file after what the specification asks of it was looked at. EngineError.

    Names, authors and licence; all required bones, each a node of its own; expressions that name a morph target that
    there is; no custom one under a preset's name.
    """
    try:
        document, _ = split(data)
        vrm: dict[str, Any] = document["extensions"][VRM]
        bones = {bone: entry["node"] for bone, entry in vrm["humanoid"]["humanBones"].items()}
        expressions = vrm["expressions"]
        meta = vrm["meta"]
        sound = (VRM in document["extensionsUsed"] and vrm["specVersion"] == SPEC and bool(meta["name"])
                 and bool(meta["authors"]) and all(meta["authors"]) and meta["licenseUrl"] == LICENCE
                 and set(REQUIRED) <= bones.keys() and len(set(bones.values())) == len(bones)
                 and all(0 <= node < len(document["nodes"]) for node in bones.values())
                 and not expressions["custom"].keys() & set(PRESETS) and expressions["preset"].keys() <= set(PRESETS))
        for expression in (*expressions["preset"].values(), *expressions["custom"].values()):
            for bind in expression.get("morphTargetBinds", ()):
                mesh = document["meshes"][document["nodes"][bind["node"]]["mesh"]]
                sound = sound and 0 <= bind["weight"] <= 1 and 0 <= bind["index"] < len(mesh["weights"])
    except DAMAGE as error:
        raise EngineError(Text("{0}: not a VRM 1.0 file, or damaged", name), detail=repr(error)) from None
    if not sound:
        raise EngineError(Text("{0}: not a sound VRM 1.0 file", name))
    return vrm


def _expressions(nodes: HeadNodes) -> dict[str, Any]:
    def bound(shapes: dict[str, float]) -> dict[str, Any]:
        return {"isBinary": False, "morphTargetBinds": [
            {"node": node, "index": ARKIT_INDEX[shape], "weight": weight}
            for node in (nodes.mesh, *nodes.worn) for shape, weight in shapes.items()]}

    presets = {preset.name: bound(dict(preset.shapes)) | {f"override{what}": "blend" for what in preset.overrides}
               for preset in vrm_presets()}
    custom = {name: bound({shape: 1.0})
              for name, shape in zip(engine_preset("vrm").shapes, ARKIT_52, strict=True)}
    return {"preset": presets | {"neutral": {"isBinary": False}}, "custom": custom}


def _look_at(model: RigModel) -> dict[str, Any]:
    places = dict(zip(JOINTS, model.joints, strict=True))
    between = (places[LEFT_EYE] + places[RIGHT_EYE]) / 2 - places[HEAD]
    ranges = {f"rangeMap{axis}{way}": {"inputMaxValue": 90.0, "outputScale": _EYES_TURN[axis]}
              for axis, ways in (("Horizontal", ("Inner", "Outer")), ("Vertical", ("Down", "Up"))) for way in ways}
    return {"type": "bone", "offsetFromHeadBone": [float(value) for value in between], **ranges}
