"""MagicFace's networks from stock diffusers classes, loaded strictly: a missing or misshapen tensor is an error."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine.errors import EngineError
from engine.expression.magicface.folder import MagicFaceFolder

if TYPE_CHECKING:
    import torch
    from diffusers import AutoencoderKL, UNet2DConditionModel

AU_WEIGHTS = ("au_aug_mlp.weight", "au_aug_mlp.bias")
"""The denoiser's two tensors that a stock network does not have: 12 action units to the time embedding's width."""

@dataclass(eq=False)
class Networks:
    """What MagicFace consists of. prompt: the constant text's embedding, (1, 77, width) float32."""

    vae: "AutoencoderKL"
    identity_encoder: "UNet2DConditionModel"
    denoiser: "UNet2DConditionModel"
    au_layer: "torch.nn.Linear"
    prompt: "torch.Tensor"


_WEIGHT_FILES = ("diffusion_pytorch_model.safetensors", "model.safetensors")
_MOST_CONFIG_BYTES = 1 << 20
_MISSING_SHOWN = 3


def load_networks(folder: MagicFaceFolder) -> Networks:
    """Everything in float32 on the CPU. Raises EngineError naming the file or tensor that is wrong."""
    vae = load_vae(folder.vae)
    denoiser, au_layer = load_denoiser(folder.denoiser)
    encoder = load_identity_encoder(folder.identity_encoder)
    prompt = folder.prompt_embedding()
    width = denoiser.config.cross_attention_dim
    if prompt.shape[-1] != width:
        raise EngineError(f"{folder.text_encoder} gives {prompt.shape[-1]} numbers a word, the networks take {width}",
                          "the base model must be Stable Diffusion 1.5")
    return Networks(vae, encoder, denoiser, au_layer, prompt)


def load_identity_encoder(folder: Path) -> "UNet2DConditionModel":
    """The identity encoder, float32, on the CPU: a stock Stable Diffusion 1.5 network. Raises EngineError."""
    return _load_unet(folder, channels=4)[0]


def load_denoiser(folder: Path) -> "tuple[UNet2DConditionModel, torch.nn.Linear]":
    """The denoiser and its action unit layer (12 -> time embedding), float32, on the CPU. Raises EngineError."""
    import torch

    unet, rest = _load_unet(folder, channels=8, beside=AU_WEIGHTS)
    weight, bias = (rest[name] for name in AU_WEIGHTS)
    width = unet.time_embedding.linear_2.out_features
    if tuple(weight.shape) != (width, 12) or tuple(bias.shape) != (width,):
        raise EngineError(f"{folder}: {AU_WEIGHTS[0]} is {tuple(weight.shape)}, expected {(width, 12)}")
    layer = torch.nn.Linear(12, width)
    layer.load_state_dict({"weight": weight, "bias": bias})
    return unet, layer.eval().requires_grad_(False)


def load_vae(folder: Path) -> "AutoencoderKL":
    """The picture codec of Stable Diffusion 1.5, float32, on the CPU. Raises EngineError."""
    from diffusers import AutoencoderKL

    config = _read_config(folder)
    vae = _build(AutoencoderKL, config, folder)
    _fill(vae, _modern_attention_names(_read_weights(folder)), folder)
    return vae.eval().requires_grad_(False)


def _load_unet(folder: Path, channels: int, beside: tuple[str, ...] = ()) -> "tuple[UNet2DConditionModel, dict]":
    from diffusers import UNet2DConditionModel

    weights = _read_weights(folder)
    entry = weights.get("conv_in.weight")
    if entry is None or entry.ndim != 4:
        raise EngineError(f"{folder} is not a MagicFace network: it has no conv_in.weight")
    if entry.shape[1] != channels:
        raise EngineError(f"{folder}: conv_in.weight takes {entry.shape[1]} channels, expected {channels}",
                          "the two network folders may be swapped")
    absent = [name for name in beside if name not in weights]
    if absent:
        raise EngineError(f"{folder}: the file lacks {', '.join(absent)}", "this is not the denoising network")
    rest = {name: weights.pop(name) for name in beside}
    # The published config names the authors' own class and may give any in_channels: the weights are the truth.
    unet = _build(UNet2DConditionModel, {**_read_config(folder), "in_channels": channels}, folder)
    _fill(unet, weights, folder)
    return unet.eval().requires_grad_(False), rest


def _build(kind: Any, config: dict[str, Any], folder: Path) -> Any:
    import torch

    known = {key: value for key, value in config.items() if not key.startswith("_")}
    try:
        # Weights come from the file; drawing random ones first would take longer than reading it.
        with torch.device("meta"):
            return kind.from_config(known)
    except Exception as error:  # noqa: BLE001 - a config can be wrong in any way
        raise EngineError(f"{folder / 'config.json'} does not describe this kind of network: {error}") from error


def _fill(network: "torch.nn.Module", weights: "dict[str, torch.Tensor]", folder: Path) -> None:
    """Put the file's tensors into a network built on the meta device; names and shapes must match exactly."""
    import torch

    wanted = {name: tuple(tensor.shape) for name, tensor in network.state_dict().items()}
    missing = sorted(wanted.keys() - weights.keys())
    if missing:
        raise EngineError(f"{folder}: {len(missing)} tensors are missing: {_some(missing)}",
                          "the file may be half downloaded or another model's")
    unknown = sorted(weights.keys() - wanted.keys())
    if unknown:
        raise EngineError(f"{folder}: {len(unknown)} tensors belong to no part of the network: {_some(unknown)}")
    for name, shape in wanted.items():
        if tuple(weights[name].shape) != shape:
            raise EngineError(f"{folder}: {name} is {tuple(weights[name].shape)}, expected {shape}")
        if not weights[name].is_floating_point():
            raise EngineError(f"{folder}: {name} holds {weights[name].dtype}, expected floating point numbers")
    network.load_state_dict({name: tensor.to(torch.float32) for name, tensor in weights.items()}, assign=True)


def _read_weights(folder: Path) -> "dict[str, torch.Tensor]":
    from safetensors import SafetensorError
    from safetensors.torch import load_file

    path = next((folder / name for name in _WEIGHT_FILES if (folder / name).is_file()), None)
    if path is None:
        raise EngineError(f"{folder} has no {_WEIGHT_FILES[0]}", "pickled weights (.bin, .pt) are not read")
    try:
        return load_file(path)
    except (SafetensorError, OSError, ValueError, OverflowError, RecursionError) as error:
        raise EngineError(f"{path} is damaged or half downloaded: {error}") from error


def _read_config(folder: Path) -> dict[str, Any]:
    path = folder / "config.json"
    try:
        if path.stat().st_size > _MOST_CONFIG_BYTES:
            raise EngineError(f"{path} is too large for a configuration")
        config = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise EngineError(f"{folder} has no config.json") from None
    except (OSError, ValueError, RecursionError) as error:
        raise EngineError(f"{path} cannot be read: {error}") from error
    if not isinstance(config, dict):
        raise EngineError(f"{path} is not a configuration")
    return config


def _modern_attention_names(weights: "dict[str, torch.Tensor]") -> "dict[str, torch.Tensor]":
    """Picture codecs saved before diffusers 0.18 name their attention layers query, key, value, proj_attn."""
    names = {".query.": ".to_q.", ".key.": ".to_k.", ".value.": ".to_v.", ".proj_attn.": ".to_out.0."}
    renamed = {}
    for name, tensor in weights.items():
        if ".attentions." in name:
            for old, new in names.items():
                name = name.replace(old, new)
            if tensor.ndim == 4 and (".to_" in name):
                tensor = tensor[:, :, 0, 0]
        renamed[name] = tensor
    return renamed


def _some(names: list[str]) -> str:
    more = len(names) - _MISSING_SHOWN
    return ", ".join(names[:_MISSING_SHOWN]) + (f" and {more} more" if more > 0 else "")
