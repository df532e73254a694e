"""A generator out of whatever file or folder somebody has."""

import hashlib
import io
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.base.errors import EngineError
from engine.base.files import read_head, read_limited
from engine.base.text import Text
from engine.generator.formats import genforce
from engine.generator.formats.building import WeightsSource
from engine.generator.formats.nvidia_tf import read_tensorflow
from engine.generator.formats.nvidia_torch import read_ada
from engine.generator.formats.pickle_reader import read_pickle
from engine.generator.formats.records import Tensor, TensorflowNetwork, TorchModule
from engine.generator.formats.rosinality import read_rosinality
from engine.generator.formats.split import read_split
from engine.generator.formats.taking import NamedTensors
from engine.generator.formats.torch_reader import is_old_layout, read_torch
from engine.generator.generator import Generator
from engine.networks.zoo import NetworkSpec

if TYPE_CHECKING:
    from engine.models.store import ModelStore

DEFAULT = "mobilestylegan"
"""The model of the catalogue that is used when nothing else is named."""

_LARGEST = 1 << 30
"""Bytes; the largest public one, with everything its training left in it, has three quarters."""
_HEAD = 64
"""Bytes by which a file shows whether all of it is worth reading."""
_SPLIT = ("Gs_dict.pth", "Gm_dict.pth", "center_tensor.pt")
_OPENVINO = ("MappingNetwork.xml", "MappingNetwork.bin", "SynthesisNetwork.xml", "SynthesisNetwork.bin")
_HINT = Text("see docs/generators.md for the files that can be read")


def load_generator(path: Path) -> Generator:
    """A generator from a file, or from a folder (or any file of one) of those that come as several files.

    Files: rosinality ``.pt``, genforce and InterFaceGAN ``.pth``, NVIDIA's ``.pkl`` of both kinds. Folders: the three
    files of RFM and MTV-TSA, the four of MobileStyleGAN. Nothing in a file is ever run. Raises only EngineError.
    """
    folder = path if path.is_dir() else path.parent
    for names in (_SPLIT, _OPENVINO):
        if path.is_dir() and any((path / name).exists() for name in names) or path.name in names:
            return _from_folder(*(folder / name for name in names))
    if path.is_dir():
        raise EngineError(Text("{0}: holds no generator", path), _HINT)
    _check_head(read_head(path, _HEAD), path.name)
    data = read_limited(path, _LARGEST)
    return generator_from_bytes(data, path.name)


def load_from_store(store: "ModelStore") -> Generator:
    """The program's own generator. EngineError, naming the command that gets it, when it is not on this machine."""
    return _from_folder(*(store.path(DEFAULT, name) for name in _OPENVINO))


def _load(store: "ModelStore", device: str) -> Generator:
    return load_from_store(store).to(device)


GENERATOR = NetworkSpec("generator", tuple((DEFAULT, name) for name in _OPENVINO), _load,
                        lambda generator: generator.cost, name=Text("The face generator"))
"""The program's own."""


def generator_from_bytes(data: bytes, file: str) -> Generator:
    """The generator in one file's bytes. Raises only EngineError."""
    source = WeightsSource(file, hashlib.sha256(data).hexdigest())
    value = _value(data, file)
    if isinstance(value, tuple) and len(value) == 3 and isinstance(value[2], TensorflowNetwork):
        return read_tensorflow(source, value[2])
    if isinstance(value, TensorflowNetwork):
        return read_tensorflow(source, value)
    if isinstance(value, dict):
        return _from_dict(source, value)
    raise EngineError(Text("{0}: holds no generator", file), _HINT)


def _value(data: bytes, file: str) -> Any:
    if data[:2] == b"PK" or is_old_layout(data):
        return read_torch(data, file)
    _check_head(data[:_HEAD], file)
    return read_pickle(io.BytesIO(data), file, embedded=lambda inner: read_torch(inner, f"{file}: a tensor inside"))


def _check_head(data: bytes, file: str) -> None:
    """EngineError when a file cannot be of weights by its first bytes."""
    if data[:1] != b"\x80" and not data[:1].isascii() or data[:2] == b"\x1f\x8b" or not data.strip(b"\0"):
        raise EngineError(Text("{0}: is no file of weights", file), _HINT)


def _from_dict(source: WeightsSource, value: dict[Any, Any]) -> Generator:
    smooth = value.get("G_ema")
    if isinstance(smooth, TorchModule):
        return read_ada(source, smooth)
    if isinstance(value.get("g_ema"), dict):
        mean = NamedTensors({"latent_avg": value.get("latent_avg")}, source.name).take("latent_avg", None)
        weights = NamedTensors(value["g_ema"], source.name)
        return read_rosinality(source, weights, mean)
    inner = next((value[key] for key in ("generator_smooth", "generator") if isinstance(value.get(key), dict)), value)
    weights = NamedTensors(inner, source.name)
    kinds = (("synthesis.layer0.first_layer", genforce.read_stylegan1),
             ("synthesis.early_layer.const", genforce.read_stylegan2), ("layer0.weight", genforce.read_pggan))
    for mark, read in kinds:
        if mark in weights:
            return read(source, weights)
    raise EngineError(Text("{0}: holds no generator", source.name), _HINT)


def _from_folder(*paths: Path) -> Generator:
    missing = [path.name for path in paths if not path.is_file()]
    if missing:
        raise EngineError(Text("{0}: {1} missing beside the others", paths[0].parent, ", ".join(missing)), _HINT)
    parts = [read_limited(path, _LARGEST) for path in paths]
    source = WeightsSource(paths[0].parent.name, digest_of(*(hashlib.sha256(part).digest() for part in parts)))
    if len(parts) == len(_OPENVINO):
        from engine.generator.formats.mobile import read_mobile

        mapping_xml, mapping_bin, synthesis_xml, synthesis_bin = parts
        return read_mobile(source, mapping_xml, mapping_bin, synthesis_xml, synthesis_bin)
    synthesis, mapping, centre = (read_torch(part, name) for part, name in zip(parts, _SPLIT, strict=True))
    if not (isinstance(synthesis, dict) and isinstance(mapping, dict) and isinstance(centre, Tensor)):
        raise EngineError(Text("{0}: the files are not what their names say", source.name), _HINT)
    return read_split(source, NamedTensors(synthesis, _SPLIT[0]), NamedTensors(mapping, _SPLIT[1]),
                      _centre(centre, _SPLIT[2]))


def digest_of(*parts: bytes) -> str:
    """The digest of a generator of several files, from the sha256 of each in the order above."""
    return hashlib.sha256(b"".join(parts)).hexdigest()


def digest_of_default(store: "ModelStore") -> str:
    """The digest of the program's own generator, known without reading it."""
    return digest_of(*(bytes.fromhex(file.sha256) for file in store.catalogue[DEFAULT].files))


def _centre(tensor: Tensor, file: str) -> np.ndarray:
    """(w,), (1, w) or (rows, w)."""
    weights = NamedTensors({"centre": tensor}, file)
    return weights.take("centre", None) if len(tensor.shape) == 1 else weights.take("centre", None, None)
