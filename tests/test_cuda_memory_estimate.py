"""The estimate of a card's memory counts what is alive there: each storage once, as long as it lives."""

import sys
from pathlib import Path

import torch

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "scripts"))

from cuda_memory_estimate import CARD, Card, flash, plain  # noqa: E402

BLOCK = 4096
"""A thousand numbers in float32, rounded up."""


def test_storages_count_once_and_as_long_as_they_live() -> None:
    report: dict[str, tuple[int, int]] = {}
    card = Card()
    with card.phase(report, "first"):
        here = torch.ones(1000)
        there = here.to(CARD)
        view = there.view(10, 100)
        del there
        assert card.live == BLOCK
        mixed = torch.nn.functional.linear(view, view) + 1  # (10, 10): a block of 512 for each result
        del view
        back = (mixed * 2).cpu()
    assert back.shape == (10, 10) and not back.is_meta and not back.any()
    assert report["first"][1] == card.live == 512
    with card.phase(report, "second"):
        big = torch.zeros(1000, device=CARD)
        del big, mixed
    assert report == {"first": (BLOCK + 1024, 512), "second": (BLOCK + 512, 0)}


def test_attention_without_and_with_a_number_for_each_pair() -> None:
    query, key = (torch.empty(2, 8, tokens, 40, dtype=torch.float16, device=CARD) for tokens in (512, 1024))
    most = {}
    for attention in (flash, plain):
        card = Card()
        with card.phase(most, attention.__name__):
            assert attention(query, key, key).shape == query.shape
    pairs = 2 * 8 * 512 * 1024 * 2
    assert most["flash"][0] < 2**20 < 2 * pairs < most["plain"][0]
