"""MagicFace's parts from the model store, with a look at the memory first."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from engine.base.errors import EngineError, UsageError
from engine.base.text import Text
from engine.expression.magicface.folder import MagicFaceFolder
from engine.networks.device import MemoryShort, free_memory
from engine.networks.face_parser import FACE_PARSER
from engine.networks.zoo import NetworkSpec

if TYPE_CHECKING:
    from engine.expression.magicface.jaw_3dmm import JawFrom3D
    from engine.expression.magicface.model import MagicFace
    from engine.models.store import ModelStore

OWN, BASE, JAW = "magicface", "stable-diffusion-1-5-parts", "magicface-jaw"
"""Ids in the catalogue. The jaw's files are used when they are there."""
_JAW_FILES = ("d3dfr_res50_nofc.pth", "BFM_model_front.mat")

PRECISION_VARIABLE, COMPILE_VARIABLE = "FACEWRIGHT_PRECISION", "FACEWRIGHT_COMPILE"

_GIB = 1 << 30
_NETWORKS = 7.2 * _GIB
"""Of weights in float32: two networks of 859.5 million, the codec and, while the text is read, its encoder."""
_WORKING = 1.5 * _GIB
"""For what a step holds, in float32: estimated."""
_ON_CARD = 4.5 * _GIB
"""The most that is on a card, in float32, by scripts/cuda_memory_estimate.py ..."""
_AROUND = 0.6 * _GIB
"""... and what that does not see, whatever the precision."""


def make_model(store: "ModelStore", device: str) -> "MagicFace":
    """MagicFace on a device. EngineError: what is missing and how to get it; MemoryShort when there is too little."""
    from engine.expression.magicface.model import MagicFace
    from engine.expression.magicface.networks import load_networks

    folder = find_folder(store)
    precision = chosen_precision(device)
    check_memory(device, precision)
    networks = load_networks(folder, precision)
    compiled = os.environ.get(COMPILE_VARIABLE, "") not in ("", "0")
    return MagicFace(networks, device, precision, spare_memory=device == "cuda", compiled=compiled)


def make_jaw(store: "ModelStore", device: str) -> "JawFrom3D":
    """The authors' own jaw line. EngineError when its files are missing or damaged."""
    from engine.expression.magicface.jaw_3dmm import JawFrom3D

    network, head = (store.path(JAW, name) for name in _JAW_FILES)
    return JawFrom3D(network, head, device)


def lacking(store: "ModelStore") -> EngineError | None:
    """What is not on this machine, as the error that drawing would end with; None when everything is here. Quick."""
    return _lacking_folder(store) or FACE_PARSER.lacking(store)


def find_folder(store: "ModelStore") -> MagicFaceFolder:
    """Where the store has MagicFace and its base. EngineError naming the command that gets what is missing."""
    return MagicFaceFolder(_root(store, OWN), _root(store, BASE))


def _lacking_folder(store: "ModelStore") -> EngineError | None:
    try:
        find_folder(store)
    except EngineError as error:
        return error
    return None


MAGICFACE_NETWORKS = NetworkSpec("magicface", (), lambda store, device: make_model(store, device),
                                 lambda magicface: magicface.cost, _lacking_folder, name=Text("MagicFace"))
JAW_NETWORK = NetworkSpec("magicface jaw", tuple((JAW, name) for name in _JAW_FILES),
                          lambda store, device: make_jaw(store, device), lambda jaw: jaw.cost,
                           name=Text("MagicFace's jaw"))
"""Used where its files are."""


def chosen_precision(device: str) -> str:
    """float16 on a graphics card, float32 on the processor, or what the environment says. Raises UsageError."""
    from engine.expression.magicface.model import PRECISIONS

    precision = os.environ.get(PRECISION_VARIABLE) or ("float32" if device == "cpu" else "float16")
    if precision not in PRECISIONS:
        raise UsageError(Text("unknown precision {0}", repr(precision)),
                         Text("{0} is one of {1}", PRECISION_VARIABLE, ", ".join(PRECISIONS)))
    return precision


def memory_needed(device: str, precision: str) -> dict[str, int]:
    """Bytes that loading and drawing take at most, by device ("cpu" is the machine's memory): an estimate."""
    whole = 1.0 if precision == "float32" else 0.5
    if device != "cuda":  # Metal draws from the machine's own memory
        return {"cpu": int(whole * (_NETWORKS + _WORKING))}
    # The identity encoder stays in the machine's memory.
    return {"cpu": int(whole * _NETWORKS), "cuda": int(whole * _ON_CARD + _AROUND)}


def check_memory(device: str, precision: str) -> None:
    """MemoryShort when what is free is less than what is needed."""
    for place, needed in memory_needed(device, precision).items():
        free = free_memory(place)
        if free < needed:
            gib = f"{needed / _GIB:.1f}", f"{free / _GIB:.1f}"
            raise MemoryShort(Text("MagicFace needs {0} GiB of memory on the graphics card, {1} are free", *gib)
                              if place == "cuda"
                              else Text("MagicFace needs {0} GiB of memory in this machine, {1} are free", *gib),
                              Text("close other programs, or set {0}=bfloat16, which needs half", PRECISION_VARIABLE)
                              if precision == "float32" else Text("close other programs"))


def _root(store: "ModelStore", model_id: str) -> Path:
    """The folder that holds a model's files, all of them there; as it is in the store or the user has it."""
    places = [(store.path(model_id, file.name), file.name) for file in store.catalogue[model_id].files]
    path, name = places[0]
    return path.parents[name.count("/")]
