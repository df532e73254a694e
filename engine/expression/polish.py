"""What the live puppet's polish needs: keys of a photo's face, drawn by the generator, and only good ones."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.base.jobs import Job, Progress
from engine.base.text import Text
from engine.expression.latent.drawn_keys import make_keys
from engine.expression.latent.probe import Probe
from engine.generator.inversion.result import QUALITIES
from engine.photo.open_photo import OpenPhoto
from engine.puppet.facts import FaceFacts
from engine.puppet.keys.acceptance import refusal, wanted
from engine.puppet.keys.polish_key import KeyKind, PolishKey, word

if TYPE_CHECKING:
    from engine.generator.inversion.result import InversionQuality
    from engine.generator.latent_faces import LatentFaces


@dataclass(frozen=True, eq=False)
class PolishReport:
    """What came of polishing a face: the keys that are blended in, by kind, and why the others are not, a line each.

    Without any key the plain puppet stays.
    """

    keys: Mapping[KeyKind, PolishKey]
    refused: Mapping[KeyKind, Text]

    @property
    def lines(self) -> list[Text]:
        """For people."""
        used = [Text("{0}: blended in (identity distance {1})", word(kind), f"{key.identity:.2f}")
                for kind, key in self.keys.items()]
        return [*used, *(Text("{0}: not used, {1}", word(kind), why) for kind, why in self.refused.items())]


def keys_for(latents: "LatentFaces", probe: Probe, photo: OpenPhoto, face: int, facts: FaceFacts,
             quality: "InversionQuality" = "draft") -> Job[PolishReport]:
    """The keys that a face has a use for. A face that was not looked for in the generator as well as asked is
    looked for first.

    EngineError when there is no generator here, or no face in what it draws.
    """
    problem = latents.lacking()
    if problem is not None:
        raise problem
    kinds = wanted(facts)
    known = latents.known(photo, face)
    if known is None or QUALITIES.index(known.quality) < QUALITIES.index(quality):
        yield from latents.invert(photo, face, quality)
    yield Progress(0, len(kinds), Text("drawing keys"))
    found = yield from make_keys(latents, probe, photo, face, kinds, size=latents.generator.size)
    refused = dict(found.refused)
    keys: dict[KeyKind, PolishKey] = {}
    for kind, key in found.keys.items():
        reason = refusal(key)
        if reason is None:
            keys[kind] = key
        else:
            refused[kind] = reason
    return PolishReport(keys, refused)
