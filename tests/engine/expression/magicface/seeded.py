"""MagicFace of a tiny geometry, its weights drawn from their own names: see tests/data/magicface/ORIGIN.md."""

import shutil
import zlib
from pathlib import Path

import numpy as np
import torch

DATA = Path(__file__).resolve().parents[3] / "data" / "magicface"
CASES = ("default", "neg_g3", "zero_au", "no_cfg", "steps10", "steps1")

MAGICFACE_PARTS = ("denoising_unet", "ID_enc")
BASE_PARTS = ("vae", "text_encoder", "tokenizer", "scheduler")


def case(name: str) -> dict[str, np.ndarray]:
    with np.load(DATA / f"case_{name}.npz") as file:
        return dict(file)


def drawn(network: str, key: str, shape: tuple[int, ...]) -> torch.Tensor:
    """One tensor by the rule of the original run (seed 0)."""
    state = np.random.RandomState(zlib.crc32(f"0/{network}/{key}".encode()) & 0xFFFFFFFF)
    values = state.standard_normal(shape)
    if len(shape) >= 2:
        values = values / np.sqrt(np.prod(shape[1:]))
    elif key.endswith("weight"):
        values = 1 + 0.1 * values
    else:
        values = 0.05 * values
    return torch.from_numpy(np.asarray(values, np.float32))


def weights(network: str) -> dict[str, torch.Tensor]:
    """All tensors of a network, by their public names."""
    shapes = {key: tuple(tensor.shape) for key, tensor in _empty(network).state_dict().items()}
    if network == "denoising_unet":
        shapes |= {"au_aug_mlp.weight": (1280, 12), "au_aug_mlp.bias": (1280,)}
    return {key: drawn(network, key, shape) for key, shape in shapes.items()}


def write_folders(root: Path, magicface: str = "magicface") -> tuple[Path, Path]:
    """The published layout under `root`: MagicFace's own folder and a Stable Diffusion 1.5 folder."""
    from safetensors.torch import save_file

    own, base = root / magicface, root / "sd15"
    for parts, folder in ((MAGICFACE_PARTS, own), (BASE_PARTS, base)):
        for part in parts:
            shutil.copytree(DATA / "configs" / part, folder / part)
    for network in MAGICFACE_PARTS:
        save_file(weights(network), own / network / "diffusion_pytorch_model.safetensors")
    save_file(weights("vae"), base / "vae" / "diffusion_pytorch_model.safetensors")
    # The published text encoder's names have a prefix that today's transformers leaves out.
    text = {f"text_model.{key}": tensor for key, tensor in weights("text_encoder").items()}
    save_file(text, base / "text_encoder" / "model.safetensors")
    return own, base


def _empty(network: str) -> torch.nn.Module:
    import json

    from diffusers import AutoencoderKL, UNet2DConditionModel
    from transformers import CLIPTextConfig, CLIPTextModel

    config = json.loads((DATA / "configs" / network / "config.json").read_text())
    known = {key: value for key, value in config.items() if not key.startswith("_")}
    with torch.device("meta"):
        if network == "text_encoder":
            return CLIPTextModel(CLIPTextConfig(**known))
        return (AutoencoderKL if network == "vae" else UNet2DConditionModel).from_config(known)
