"""Regions drawn from their own codes into a face that is drawn already."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import reduce

import numpy as np

from engine.attributes.attribute_edit import ChangedCodes, RegionCode
from engine.attributes.frame import frame_drawn
from engine.generator.generator import Generator
from engine.generator.regional import Host, draw_over, draw_regions


def draw_region(generator: Generator, host: Host, part: RegionCode, mask: np.ndarray, landmarks: np.ndarray) -> Host:
    """A host changed to a region's code within a mask (k, k) float32 0..1, of which no more is taken than the knob
    says. landmarks: (478, 2) in sides of the square."""
    drawn = draw_over(generator, host, part.code, mask)
    if part.only != "frame":
        return drawn
    share = frame_drawn(host.picture, drawn.picture, landmarks)[..., None]
    return replace(drawn, picture=host.picture + share * (drawn.picture - host.picture))


@dataclass(frozen=True, eq=False)
class DraftHost:
    """What the last draft drew over, so that a knob that is turned draws one picture, however many regions are set.

    whole: the code and size it was drawn with. drawn: the regions that are in it, by name, and asked: all that the
    draft had, by their codes.
    """

    whole: tuple[bytes, int]
    drawn: Mapping[str, bytes]
    asked: Mapping[str, bytes]
    host: Host

    def of(self, whole: tuple[bytes, int], asked: Mapping[str, bytes]) -> bool:
        """Whether it can be drawn over for a draft of these codes."""
        return self.whole == whole and all(asked.get(name) == code for name, code in self.drawn.items())


def order_of(parts: Sequence[RegionCode], last: DraftHost | None) -> tuple[list[RegionCode], list[RegionCode]]:
    """Regions that stay as they are while a hand turns one, and those that it changes with every draft, in the order
    in which they are drawn: what is worn (`Manner.only`) over all others, as in a final picture."""
    before = {} if last is None else last.asked

    def changed(one: RegionCode) -> bool:
        return before.get(one.region) != one.code.tobytes()

    bare, worn = sorted((one for one in parts if not one.only), key=changed), [one for one in parts if one.only]
    turned = [one for one in bare[-1:] if changed(one) or not worn]
    return bare[:len(bare) - len(turned)], turned + worn


def draft_host(last: DraftHost | None, whole: tuple[bytes, int], parts: Sequence[RegionCode],
               draw: Callable[[], Host], draw_part: Callable[[Host, RegionCode], Host]) -> tuple[DraftHost, Host]:
    """What to keep for the next draft, and this one drawn.

    parts: all regions of the draft. draw: the face without them. draw_part: one of them over a host.
    """
    asked = {one.region: one.code.tobytes() for one in parts}
    start = last if last is not None and last.of(whole, asked) else None
    host, drawn = (start.host, dict(start.drawn)) if start is not None else (draw(), {})
    settled, loose = order_of([one for one in parts if one.region not in drawn], last)
    for one in settled:
        host, drawn[one.region] = draw_part(host, one), asked[one.region]
    return DraftHost(whole, drawn, asked, host), reduce(draw_part, loose, host)


def draw_with_guests(generator: Generator, codes: ChangedCodes, guests: Sequence[tuple[ChangedCodes, np.ndarray]],
                     regions: Mapping[str, np.ndarray], landmarks: np.ndarray, size: int) -> np.ndarray:
    """A face with parts of others, each with moves in regions of its own, (size, size, 3) float32 0..1. What is worn is
    taken from a second picture. Masks and regions as in `split_by`, landmarks as in `draw_region`."""
    bare = draw_regions(generator, codes.whole, split_by(regions, _bare(codes), [(_bare(guest), mask)
                                                                                for guest, mask in guests]), size)
    if not any(one.only for some in (codes, *(guest for guest, _ in guests)) for one in some.regions):
        return bare
    worn = draw_regions(generator, codes.whole, split_by(regions, codes, guests), size)
    return bare + frame_drawn(bare, worn, landmarks)[..., None] * (worn - bare)


def _bare(codes: ChangedCodes) -> ChangedCodes:
    return replace(codes, regions=tuple(one for one in codes.regions if not one.only))


def split_by(regions: Mapping[str, np.ndarray], host: ChangedCodes,
             guests: Sequence[tuple[ChangedCodes, np.ndarray]]) -> list[tuple[np.ndarray, np.ndarray]]:
    """What is drawn where of a face with guests, each with moves in regions of their own: latents (rows, width) and a
    mask (SIDE, SIDE), for `draw_regions`. regions: masks (SIDE, SIDE) float32 0..1 by name."""
    drawn = list[tuple[np.ndarray, np.ndarray]]()
    bare = 1 - np.sum([mask for _, mask in guests], axis=0)
    for codes, mask in ((host, bare), *guests):
        for one in codes.regions:
            drawn.append((one.code, mask * regions[one.region]))
            mask = mask * (1 - regions[one.region])
        if codes is not host:
            drawn.append((codes.whole, mask))
    return drawn
