"""Where MagicFace's files lie: its own two networks, and three parts of Stable Diffusion 1.5."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine.base.errors import EngineError
from engine.base.files import read_limited
from engine.base.json_text import parse_json
from engine.base.tensors_file import check_tensors
from engine.base.text import Text

if TYPE_CHECKING:
    import torch

PROMPT = "A close up of a person."

_LAYOUTS = ("", "utils")
_WORDS = 77
_SCHEDULE = {"num_train_timesteps": 1000, "beta_start": 0.00085, "beta_end": 0.012, "beta_schedule": "scaled_linear",
             "prediction_type": "epsilon"}
_MOST_CONFIG_BYTES = 1 << 16
_MOST_WORDS_BYTES = 1 << 23
"""Of a tokenizer's file: the largest has two million."""
_READ_WITH_IT = (".json", ".txt", ".model", ".jinja")
_LARGEST_NUMBER, _MOST_LAYERS, _LONGEST_LIST = 1 << 16, 64, 64
"""In a description of a network, whose layers are made one by one: the largest number is that of the words."""


@dataclass(frozen=True)
class MagicFaceFolder:
    """magicface: the published repository's folder; base: a Stable Diffusion 1.5 folder in the diffusers layout."""

    magicface: Path
    base: Path

    @property
    def denoiser(self) -> Path:
        return self._network("denoising_unet")

    @property
    def identity_encoder(self) -> Path:
        return self._network("ID_enc")

    @property
    def vae(self) -> Path:
        return self._part("vae")

    @property
    def text_encoder(self) -> Path:
        return self._part("text_encoder")

    def prompt_embedding(self) -> "torch.Tensor":
        """The constant text, (1, 77, width) float32: the only thing the text encoder is needed for. EngineError."""
        import torch
        from transformers import CLIPTextModel, CLIPTokenizer

        tokenizer_folder, encoder_folder = self._part("tokenizer"), self.text_encoder
        for folder in (tokenizer_folder, encoder_folder):
            check_text_part(folder)
        try:
            tokenizer = CLIPTokenizer.from_pretrained(tokenizer_folder, local_files_only=True)
            encoder, loaded = CLIPTextModel.from_pretrained(encoder_folder, local_files_only=True, use_safetensors=True,
                                                            dtype=torch.float32, output_loading_info=True)
            # Tensors that are not in the file would be drawn at random, and only a warning would tell.
            absent = sorted({*loaded["missing_keys"], *(str(key) for key in loaded["mismatched_keys"])})
            if absent:
                raise EngineError(Text("{0}: {1} tensors are missing or misshapen: {2}", encoder_folder, len(absent),
                                       absent[0]),
                                  Text("the file may be half downloaded or another model's"))
            ids = tokenizer(PROMPT, padding="max_length", max_length=_WORDS, truncation=True, return_tensors="pt")
            with torch.inference_mode():
                embedding = encoder(ids.input_ids)[0].float()
        except EngineError:
            raise
        except Exception as error:  # noqa: BLE001 - foreign files can fail in any way
            first = str(error).strip().splitlines() or [type(error).__name__]
            raise EngineError(Text("the text encoder in {0} cannot be used: {1}", self.base, first[0][:200]),
                              Text("it may be half downloaded"), str(error)) from error
        if not torch.isfinite(embedding).all():
            raise EngineError(Text("{0} is damaged: it gives numbers that are not finite", encoder_folder))
        return embedding

    def check_schedule(self) -> None:
        """EngineError when the base model's noise schedule is not the one MagicFace was trained with.

        The schedule itself is made by `sampler`; a base without a schedule's file is taken to be the right one.
        """
        path = self.base / "scheduler" / "scheduler_config.json"
        if not path.is_file():
            return
        config = read_config(path)
        for key, wanted in _SCHEDULE.items():
            if config.get(key, wanted) != wanted:
                raise EngineError(Text("{0}: {1} is {2}, MagicFace needs {3}", path, key, repr(config[key]),
                                       repr(wanted)),
                                  Text("the base model must be Stable Diffusion 1.5"))

    def _network(self, name: str) -> Path:
        for layout in _LAYOUTS:
            folder = self.magicface / layout / name
            if folder.is_dir():
                return folder
        raise EngineError(Text("{0} is not a MagicFace folder: it has no {1}", self.magicface, name),
                          Text("it must hold denoising_unet and ID_enc, by themselves or under utils"))

    def _part(self, name: str) -> Path:
        folder = self.base / name
        if not folder.is_dir():
            raise EngineError(Text("{0} is not a Stable Diffusion 1.5 folder: it has no {1}", self.base, name))
        return folder


def check_text_part(folder: Path) -> None:
    """EngineError when a folder that transformers is to read holds a file that is no ordinary one, larger than those
    of Stable Diffusion 1.5 are, or describes a network of other sizes: that package looks at nothing beforehand."""
    for path in sorted(folder.iterdir()):
        if path.suffix == ".safetensors":
            check_tensors(path)
        elif path.name == "config.json":
            read_config(path)
        elif path.suffix in _READ_WITH_IT:
            text = read_limited(path, _MOST_WORDS_BYTES)
            if path.suffix == ".json":
                try:
                    parse_json(text)
                except ValueError as error:
                    raise EngineError(Text("{0} cannot be read: {1}", path, error)) from None


def read_config(path: Path) -> dict[str, Any]:
    """A configuration file in JSON. Raises EngineError."""
    try:
        if not path.exists():
            raise EngineError(Text("{0} has no {1}", path.parent, path.name))
        config = parse_json(read_limited(path, _MOST_CONFIG_BYTES))
    except (OSError, ValueError) as error:
        raise EngineError(Text("{0} cannot be read: {1}", path, error)) from error
    if not isinstance(config, dict):
        raise EngineError(Text("{0} is not a configuration", path))
    _check_sizes(config, path)
    return config


def _check_sizes(value: Any, path: Path, key: str = "") -> None:
    """EngineError when a configuration asks for more than any network of this kind has."""
    if isinstance(value, (dict, list)):
        if isinstance(value, list) and len(value) > _LONGEST_LIST:
            raise EngineError(Text("{0}: {1} is {2}, more than such a network has", path, key, len(value)))
        for name, one in value.items() if isinstance(value, dict) else ((key, one) for one in value):
            _check_sizes(one, path, str(name))
    elif isinstance(value, (int, float)) and abs(value) > (_MOST_LAYERS if "layers" in key else _LARGEST_NUMBER):
        raise EngineError(Text("{0}: {1} is {2}, more than such a network has", path, key, f"{value:.6g}"))
