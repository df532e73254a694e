"""Other rooms, microphones, throats and noises, made of bands alone: it costs next to nothing.

Powers of sounds that have nothing to do with one another add up, an echo is a decaying sum of what was, and what a
microphone or a telephone does to a band is a factor.
"""

from collections.abc import Callable

import torch

from engine.speech.hearing.mel import BANDS, FLOOR, RATE
from engine.speech.hearing.mel import MIDDLE as _MIDDLE
from engine.speech.hearing.mel import SPREAD as _SPREAD

_MOST_WARP, _MOST_SHIFT = 0.08, 2.5
_REVERBERANT, _NOISY, _NARROW, _SILENT = 0.45, 0.65, 0.2, 0.04

Uniform = Callable[..., torch.Tensor]
"""Low, high, and a shape for each of the pieces."""


def augmented(bands: torch.Tensor, pick: torch.Generator) -> tuple[torch.Tensor, torch.Tensor]:
    """(B, T, BANDS) -> the same changed, and (B,) bool: of which only the noise is left."""
    count = len(bands)

    def uniform(low: float, high: float, *shape: int) -> torch.Tensor:
        return torch.rand(count, *shape, generator=pick) * (high - low) + low

    def some(share: float) -> torch.Tensor:
        return torch.rand(count, 1, 1, generator=pick) < share

    power = torch.exp(bands * _SPREAD + _MIDDLE) - FLOOR
    power = _echoed(_warped(power.clamp(min=0), uniform), uniform, some(_REVERBERANT))
    silent = some(_SILENT)
    loudness = power.mean((1, 2), keepdim=True)
    noise = _noise(power, pick)
    noise = noise / noise.mean((1, 2), keepdim=True).clamp(min=1e-12) * loudness * 10 ** (-uniform(3, 32, 1, 1) / 10)
    power = torch.where(silent, noise, power + noise * some(_NOISY))
    power = power * 10 ** (_curve(uniform(-9, 9, 6)) / 10) * 10 ** (uniform(-24, 8, 1, 1) / 10)
    power = power * _passed(uniform, some(_NARROW))
    still = 10 ** uniform(-8, -6, 1, 1) * torch.rand(power.shape, generator=pick).clamp(min=1e-6).log().neg()
    power = power + still * some(0.5)
    return ((power + FLOOR).log() - _MIDDLE) / _SPREAD, silent[:, 0, 0]


def _warped(power: torch.Tensor, uniform: Uniform) -> torch.Tensor:
    places = torch.arange(BANDS)[None] * (1 + uniform(-_MOST_WARP, _MOST_WARP, 1)) + uniform(
        -_MOST_SHIFT, _MOST_SHIFT, 1)
    places = places.clamp(0, BANDS - 1.001)
    low = places.floor().long()
    share = (places - low)[:, None]
    wide = power.shape[1]

    def at(place: torch.Tensor) -> torch.Tensor:
        return power.gather(2, place[:, None].expand(-1, wide, -1))

    return at(low) * (1 - share) + at(low + 1) * share


def _echoed(power: torch.Tensor, uniform: Uniform, where: torch.Tensor) -> torch.Tensor:
    ages = torch.arange(power.shape[1])
    apart = (ages[:, None] - ages[None]).float()
    decay = 10 ** (-6 * apart * 0.01 / uniform(0.12, 0.7, 1, 1))
    tails = torch.where(apart > 0, decay * uniform(0.01, 0.2, 1, 1), 0.0)
    return power + torch.bmm(tails * where, power)


def _noise(power: torch.Tensor, pick: torch.Generator) -> torch.Tensor:
    """A third each: coloured hiss, other people, tones that stay a while."""
    count, length, _ = power.shape
    hiss = 10 ** (_curve(torch.rand(count, 6, generator=pick) * 40 - 20) / 10)
    hiss = hiss * torch.rand(power.shape, generator=pick).clamp(min=1e-6).log().neg()
    others = sum(power.roll(shift, 0).roll(37 * shift, 1).flip(1) /
                 power.roll(shift, 0).mean((1, 2), keepdim=True).clamp(min=1e-12) for shift in (1, 2, 3, 5))
    steps = (length + 24) // 25
    notes = (torch.rand(count, steps, BANDS, generator=pick) < 0.06).float()
    notes = notes * torch.rand(count, steps, BANDS, generator=pick)
    tones = notes.repeat_interleave(25, 1)[:, :length] + 1e-4
    kind = torch.randint(3, (count, 1, 1), generator=pick)
    return torch.where(kind == 0, hiss, torch.where(kind == 1, torch.as_tensor(others), tones))


def _curve(knots: torch.Tensor) -> torch.Tensor:
    """(B, n) decibels -> (B, 1, BANDS), drawn through."""
    return torch.nn.functional.interpolate(knots[:, None], BANDS, mode="linear", align_corners=True)


def _passed(uniform: Uniform, where: torch.Tensor) -> torch.Tensor:
    """Nothing above 3 to 7 kHz, and half the time nothing below 300 Hz: telephones, old recordings, codecs."""
    mel = torch.linspace(0, 1, BANDS)[None, None] * 2595 * torch.log10(torch.tensor(1 + RATE / 2 / 700))
    frequencies = 700 * (10 ** (mel / 2595) - 1)
    kept = (frequencies < uniform(3000, 7000, 1, 1)) & (frequencies > uniform(-300, 300, 1, 1))
    return torch.where(where, kept.float(), 1.0)
