"""The network as it is trained, with torch; engine/speech/hearing/network.py runs the same with numpy."""

import numpy as np
import torch
from torch import nn

from engine.speech.hearing.mel import BANDS
from engine.speech.hearing.network import DELAY, DILATIONS, OUTPUTS, PAIR


class _Causal(nn.Module):
    """A convolution that sees nothing of what comes later, with batch normalization."""

    def __init__(self, inputs: int, outputs: int, taps: int, dilation: int = 1, stride: int = 1) -> None:
        super().__init__()
        self.before = (taps - 1) * dilation - (stride - 1)
        self.convolution = nn.Conv1d(inputs, outputs, taps, stride, dilation=dilation, bias=False)
        self.norm = nn.BatchNorm1d(outputs)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.norm(self.convolution(nn.functional.pad(x, (self.before, 0))))

    def folded(self) -> tuple[torch.Tensor, torch.Tensor]:
        """Weights and biases that do the same as the convolution and its normalization."""
        mean, spread = self.norm.running_mean, self.norm.running_var
        assert mean is not None and spread is not None
        scale = self.norm.weight / torch.sqrt(spread + self.norm.eps)
        return self.convolution.weight * scale[:, None, None], self.norm.bias - mean * scale


class HearingNetwork(nn.Module):
    """(B, BANDS, 2 K) -> (B, K, PAIR, OUTPUTS): of pair k what the mouth shows DELAY pairs earlier."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.first = _Causal(BANDS, width, 5)
        self.pairs = _Causal(width, width, 4, stride=PAIR)
        self.wide = nn.ModuleList([_Causal(width, width, 3, dilation) for dilation in DILATIONS])
        self.narrow = nn.ModuleList([_Causal(width, width, 1) for _ in DILATIONS])
        self.last = nn.Conv1d(width, PAIR * OUTPUTS, 1)

    def forward(self, bands: torch.Tensor) -> torch.Tensor:
        x = self.pairs(self.first(bands).relu()).relu()
        for wide, narrow in zip(self.wide, self.narrow, strict=True):
            x = x + narrow(wide(x).relu())
        out = self.last(x.relu())
        return out.transpose(1, 2).unflatten(2, (PAIR, OUTPUTS))

    @torch.no_grad()
    def arrays(self) -> dict[str, np.ndarray]:
        """What engine/speech/hearing/network.py reads: (taps, inputs, outputs) and (outputs,) float16 each."""
        assert self.last.bias is not None
        layers = {"first": self.first.folded(), "pairs": self.pairs.folded(),
                  "last": (self.last.weight, self.last.bias)}
        for name, block in (("wide", self.wide), ("narrow", self.narrow)):
            for place, layer in enumerate(block):
                assert isinstance(layer, _Causal)
                layers[f"{name}.{place}"] = layer.folded()
        arrays = {}
        for name, (weight, bias) in layers.items():
            arrays[f"{name}.weight"] = weight.permute(2, 1, 0).contiguous().numpy().astype(np.float16)
            arrays[f"{name}.bias"] = bias.numpy().astype(np.float16)
        return arrays


def delayed(rows: torch.Tensor) -> torch.Tensor:
    """(B, 2 K) labels of rows -> (B, K - DELAY, PAIR), those that the outputs from pair DELAY on tell of."""
    return rows.unflatten(1, (-1, PAIR))[:, :rows.shape[1] // PAIR - DELAY]
