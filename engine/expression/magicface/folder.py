"""Where MagicFace's files lie: its own two networks, and three parts of Stable Diffusion 1.5."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from engine.errors import EngineError

if TYPE_CHECKING:
    import torch

PROMPT = "A close up of a person."

_LAYOUTS = ("", "utils")
_WORDS = 77


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

        try:
            tokenizer = CLIPTokenizer.from_pretrained(self._part("tokenizer"), local_files_only=True)
            encoder = CLIPTextModel.from_pretrained(self.text_encoder, local_files_only=True, use_safetensors=True)
            ids = tokenizer(PROMPT, padding="max_length", max_length=_WORDS, truncation=True, return_tensors="pt")
            with torch.inference_mode():
                return encoder(ids.input_ids)[0].float()
        except Exception as error:  # noqa: BLE001 - foreign files can fail in any way
            raise EngineError(f"the text encoder in {self.base} cannot be used: {error}") from error

    def _network(self, name: str) -> Path:
        for layout in _LAYOUTS:
            folder = self.magicface / layout / name
            if folder.is_dir():
                return folder
        raise EngineError(f"{self.magicface} is not a MagicFace folder: it has no {name}")

    def _part(self, name: str) -> Path:
        folder = self.base / name
        if not folder.is_dir():
            raise EngineError(f"{self.base} is not a Stable Diffusion 1.5 folder: it has no {name}")
        return folder
