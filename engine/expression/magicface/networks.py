"""MagicFace's networks from stock diffusers classes, loaded strictly: a missing or misshapen tensor is an error."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine.base.errors import EngineError
from engine.base.tensors_file import check_tensors
from engine.base.text import Text
from engine.expression.magicface.folder import MagicFaceFolder, read_config
from engine.expression.magicface.quiet import quieten
from engine.expression.magicface.reference import transformer_blocks
from engine.networks.resident import Bytes

if TYPE_CHECKING:
    import torch
    from diffusers import AutoencoderKL, UNet2DConditionModel

AU_WEIGHTS = ("au_aug_mlp.weight", "au_aug_mlp.bias")
"""The denoiser's two tensors that a stock network does not have: 12 action units to the time embedding's width."""


@dataclass(eq=False)
class MagicFaceNetworks:
    """What MagicFace consists of. prompt: the constant text's embedding, (1, 77, width) float32."""

    vae: "AutoencoderKL"
    identity_encoder: "UNet2DConditionModel"
    denoiser: "UNet2DConditionModel"
    au_layer: "torch.nn.Linear"
    prompt: "torch.Tensor"

    @property
    def cost(self) -> Bytes:
        """Of the weights, each where it lies now."""
        parts = (self.vae, self.identity_encoder, self.denoiser, self.au_layer)
        return Bytes.of(tensor for part in parts for tensor in (*part.parameters(), *part.buffers()))


_WEIGHT_FILES = ("diffusion_pytorch_model.safetensors", "model.safetensors")
_MISSING_SHOWN = 3


def load_networks(folder: MagicFaceFolder, precision: str = "float32") -> MagicFaceNetworks:
    """Everything on the CPU. Raises EngineError naming the file or tensor that is wrong.

    precision: of the two large networks, so that a machine with little memory never holds them whole in float32.
    """
    quieten()
    folder.check_schedule()
    folders = (folder.vae, folder.text_encoder, folder.denoiser, folder.identity_encoder)  # what is not there is said
    vae = load_vae(folders[0])  # ... before anything large is read
    prompt = folder.prompt_embedding()
    denoiser, au_layer = load_denoiser(folders[2], precision)
    encoder = load_identity_encoder(folders[3], precision)
    _refuse_strangers(folder, denoiser, encoder)
    width = denoiser.config.cross_attention_dim
    if prompt.shape[-1] != width:
        raise EngineError(Text("{0} gives {1} numbers a word, the networks take {2}", folder.text_encoder,
                               prompt.shape[-1], width),
                          Text("the base model must be Stable Diffusion 1.5"))
    return MagicFaceNetworks(vae, encoder, denoiser, au_layer, prompt)


def load_identity_encoder(folder: Path, precision: str = "float32") -> "UNet2DConditionModel":
    """The identity encoder, on the CPU: a stock Stable Diffusion 1.5 network. Raises EngineError."""
    return _load_unet(folder, 4, precision)[0]


def load_denoiser(folder: Path, precision: str = "float32") -> "tuple[UNet2DConditionModel, torch.nn.Linear]":
    """The denoiser and its action unit layer (12 -> time embedding), on the CPU. Raises EngineError."""
    import torch

    unet, rest = _load_unet(folder, 8, precision, beside=AU_WEIGHTS)
    weight, bias = (rest[name] for name in AU_WEIGHTS)
    width = unet.time_embedding.linear_2.out_features
    if tuple(weight.shape) != (width, 12) or tuple(bias.shape) != (width,):
        raise EngineError(Text("{0}: {1} is {2}, expected {3}", folder, AU_WEIGHTS[0], tuple(weight.shape),
                               (width, 12)))
    layer = torch.nn.Linear(12, width)
    layer.load_state_dict({name.rpartition(".")[2]: _finite(rest[name], name, folder) for name in AU_WEIGHTS})
    return unet, layer.eval().requires_grad_(False)


def load_vae(folder: Path) -> "AutoencoderKL":
    """The picture codec of Stable Diffusion 1.5, float32, on the CPU. Raises EngineError."""
    from diffusers import AutoencoderKL

    config = read_config(folder / "config.json")
    vae = _build(AutoencoderKL, config, folder)
    _fill(vae, _modern_attention_names(_read_weights(folder)), folder)
    return vae.eval().requires_grad_(False)


def _load_unet(folder: Path, channels: int, precision: str,
               beside: tuple[str, ...] = ()) -> "tuple[UNet2DConditionModel, dict]":
    from diffusers import UNet2DConditionModel

    weights = _read_weights(folder)
    entry = weights.get("conv_in.weight")
    if entry is None or entry.ndim != 4:
        raise EngineError(Text("{0} is not a MagicFace network: it has no conv_in.weight", folder))
    if entry.shape[1] != channels:
        raise EngineError(Text("{0}: conv_in.weight takes {1} channels, expected {2}", folder, entry.shape[1],
                               channels), Text("the two network folders may be swapped"))
    absent = [name for name in beside if name not in weights]
    if absent:
        raise EngineError(Text("{0}: the file lacks {1}", folder, ", ".join(absent)),
                          Text("this is not the denoising network"))
    rest = {name: weights.pop(name) for name in beside}
    # The published config names the authors' own class and may give any in_channels: the weights are the truth.
    unet = _build(UNet2DConditionModel, {**read_config(folder / "config.json"), "in_channels": channels}, folder)
    _fill(unet, weights, folder, precision)
    return unet.eval().requires_grad_(False), rest


def _refuse_strangers(folder: MagicFaceFolder, denoiser: Any, encoder: Any) -> None:
    """EngineError unless every block of the denoiser can take what the encoder's block hands over."""
    widths = [[block.attn1.to_k.in_features for block in transformer_blocks(network)]
              for network in (denoiser, encoder)]
    if widths[0] != widths[1]:
        raise EngineError(Text("the two networks in {0} do not belong together: {1} and {2} blocks, or of other widths",
                               folder.magicface, len(widths[0]), len(widths[1])))


def _build(kind: Any, config: dict[str, Any], folder: Path) -> Any:
    import torch

    known = {key: value for key, value in config.items() if not key.startswith("_")}
    try:
        # Weights come from the file; drawing random ones first would take longer than reading it.
        with torch.device("meta"):
            return kind.from_config(known)
    except Exception as error:  # noqa: BLE001 - a config can be wrong in any way
        raise EngineError(Text("{0} does not describe this kind of network: {1}", folder / "config.json",
                               error)) from error


def _fill(network: "torch.nn.Module", weights: "dict[str, torch.Tensor]", folder: Path,
          precision: str = "float32") -> None:
    """Put the file's tensors into a network built on the meta device; names and shapes must match exactly."""
    import torch

    wanted = {name: tuple(tensor.shape) for name, tensor in network.state_dict().items()}
    missing = sorted(wanted.keys() - weights.keys())
    if missing:
        raise EngineError(Text("{0}: {1} tensors are missing: {2}", folder, len(missing), _some(missing)),
                          Text("the file may be half downloaded or another model's"))
    unknown = sorted(weights.keys() - wanted.keys())
    if unknown:
        raise EngineError(Text("{0}: {1} tensors belong to no part of the network: {2}", folder, len(unknown),
                               _some(unknown)))
    for name, shape in wanted.items():
        if tuple(weights[name].shape) != shape:
            raise EngineError(Text("{0}: {1} is {2}, expected {3}", folder, name, tuple(weights[name].shape), shape))
    dtype = getattr(torch, precision)
    network.load_state_dict({name: _finite(tensor, name, folder).to(dtype) for name, tensor in weights.items()},
                            assign=True)


def _finite(tensor: "torch.Tensor", name: str, folder: Path) -> "torch.Tensor":
    """The tensor, if it holds finite floating point numbers; EngineError otherwise."""
    if not tensor.is_floating_point():
        raise EngineError(Text("{0}: {1} holds {2}, expected floating point numbers", folder, name, tensor.dtype))
    if not tensor.isfinite().all():
        raise EngineError(Text("{0} is damaged: {1} holds numbers that are not finite", folder, name))
    return tensor


def _read_weights(folder: Path) -> "dict[str, torch.Tensor]":
    from safetensors import SafetensorError
    from safetensors.torch import load_file

    path = next((folder / name for name in _WEIGHT_FILES if (folder / name).is_file()), None)
    if path is None:
        raise EngineError(Text("{0} has no {1}", folder, _WEIGHT_FILES[0]),
                          Text("pickled weights (.bin, .pt) are not read"))
    try:
        check_tensors(path)
        return load_file(path)
    except EngineError as error:
        raise EngineError(Text("{0} is damaged or half downloaded: {1}", path, error.detail or error.message),
                          detail=error.detail) from error
    except (SafetensorError, OSError, ValueError, OverflowError, RecursionError) as error:
        raise EngineError(Text("{0} is damaged or half downloaded: {1}", path, error)) from error


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
