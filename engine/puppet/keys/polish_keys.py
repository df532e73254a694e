"""Keys made ready for one puppet: what each frame asks of them."""

from dataclasses import dataclass

import numpy as np

from engine.puppet.deformation import weight_index, weight_names
from engine.puppet.keys.polish_key import KeyKind
from engine.puppet.mouth.mouth import MouthLayer
from engine.puppet.patches import step
from engine.puppet.render.drawing import Keyed, PolishSkin

_SMILES = (weight_index("mouthSmileRight"), weight_index("mouthSmileLeft"))
_PART = tuple((weight_index(f"{name}{side}"), share) for name, share in
              (("mouthLowerDown", 0.6), ("mouthUpperUp", 0.6)) for side in ("Right", "Left"))
_FULL_SMILE = 0.76  # weight that a slider at its end adds, before it meets resistance
_TAKEN_OUT = (0.85, 0.35)  # of what the photo shows, and more: the weight at which a smile is gone
_CLOSING = 0.6  # amount from which lips that are to close do so with all that the key leaves them to do
_FIRST = 1.4  # how much faster than on average a smile goes at first: what is taken out without more is most of it
_FROWN = 0.2  # weight that goes in with a smile's going out, for want of a mouth at rest
_TEETH_BY = 0.12  # amount at which the mouth's inside is the key's alone


@dataclass(frozen=True)
class Blend:
    """How much of which mouth a frame takes: kind and its amounts 0..1 on the subject's right and left.

    agree: 0..1, less when the sides pull apart.
    """

    kind: KeyKind
    right: float
    left: float
    agree: float = 1.0

    @property
    def amount(self) -> float:
        return (self.right + self.left) / 2


@dataclass(frozen=True, eq=False)
class MouthKey:
    """One key's mouth on the photo's mesh; lengths in crop sides.

    at (N, 2) where each point lies in the key; move (N, 2) how far it goes when the key is on; inside: what is behind
    the key's lips, None when there is nothing to see; shift (2,) from the key's place to the photo's; part: how much
    of lips parted by weight the key already shows, 0..1.
    """

    at: np.ndarray
    move: np.ndarray
    inside: MouthLayer | None
    shift: np.ndarray
    part: float


@dataclass(frozen=True, eq=False)
class PolishKeys:
    """What `prepare_keys` made.

    rest (N, 2) where the points are in the photo; skins: textures by the mouth they go with, "" for none; eyes_at
    (N, 2), None without closed eyes; below (N,) bool: points that belong to the mouth; left (N,) 0..1 how far on
    the subject's left; reach: by texture, (N,) bool near which points anything shows; shown (2,): the photo's own
    smile, right and left.
    """

    kinds: tuple[KeyKind, ...]
    rest: np.ndarray
    skins: dict[str, PolishSkin]
    eyes_at: np.ndarray | None
    mouths: dict[KeyKind, MouthKey]
    below: np.ndarray
    left: np.ndarray
    reach: dict[str, np.ndarray]
    shown: tuple[float, float]

    @property
    def bytes_held(self) -> int:
        return 2 * sum(skin.colour.nbytes + skin.tone.nbytes for skin in self.skins.values())

    def blend(self, weights: np.ndarray) -> Blend | None:
        """Which mouth the weights (63,) ask for: less smile than the photo's own the neutral one, more the smile."""
        wanted = [float(weights[number]) for number in _SMILES]
        total, both = sum(wanted), sum(map(abs, wanted))
        if both < 1e-9:
            return None
        kind: KeyKind = "smile" if total > 0 else "neutral"
        if kind not in self.mouths:
            return None
        # Sides that pull apart take nothing: which mouth it would be turns over there.
        agree = abs(total) / both
        amounts = [agree * self._amount(kind, value, shown) for value, shown in zip(wanted, self.shown, strict=True)]
        return Blend(kind, amounts[0], amounts[1], agree) if max(amounts) > 1e-6 else None

    def remaining(self, weights: np.ndarray, blend: Blend) -> np.ndarray:
        """The weights without what the key shows in their place."""
        left = weights.copy()
        sides = {"Right": blend.right, "Left": blend.left}
        if blend.kind == "smile":
            for number, amount in zip(_SMILES, sides.values(), strict=True):
                left[number] *= 1 - amount
            part = 1 - self.mouths["smile"].part * blend.amount
            for number, share in _PART:
                left[number] *= 1 - share * (1 - part)
            return left
        for number in _SMILES:  # the key takes their whole place, so that the mouth goes at one pace all the way
            left[number] = max(0.0, float(weights[number])) + min(0.0, float(weights[number])) * (1 - blend.agree)
        for number, name in enumerate(weight_names()):
            if name.startswith(("mouth", "jaw", "cheek")) and number not in _SMILES and left[number] < 0:
                amount = sides.get("Right" if name.endswith("Right") else "Left" if name.endswith("Left") else "",
                                   blend.amount)
                left[number] *= 1 - amount
        for side, amount in sides.items():
            number = weight_index(f"mouthFrown{side}")
            left[number] = max(min(float(left[number]), 0.0), float(left[number]) - _FROWN * amount)
        left[weight_index("foldFade")] *= 1 - blend.amount
        left[weight_index("lipClose")] *= (1 - blend.amount) * min(1.0, blend.amount / _CLOSING)  # not at once
        return left

    def movement(self, blend: Blend) -> np.ndarray:
        """(N, 2) float32 how far every point goes."""
        return self.mouths[blend.kind].move * self._sides(blend)[:, None]

    def keyed(self, blend: Blend | None, lids: tuple[float, float]) -> Keyed | None:
        """The frame's look-up; lids: (right, left) 0..1 how far they are shut."""
        weight = np.zeros(len(self.left), np.float32)
        at = self.rest.copy()  # a triangle with one corner elsewhere would sweep over what lies between
        name = blend.kind if blend is not None else next(iter(self.skins))
        if blend is not None:
            weight[self.below] = self._sides(blend)[self.below]
            at[self.below] = self.mouths[blend.kind].at[self.below]
        if self.eyes_at is not None and max(lids) > 0:
            above = ~self.below
            weight[above] = np.where(self.left[above] < 0.5, *lids)
            at[above] = self.eyes_at[above]
        shows = self.reach[name] & (weight > 0)
        return Keyed(name, at, weight, shows) if shows.any() else None

    def inside_share(self, blend: Blend) -> float:
        """How much of what is seen behind the lips is the key's, 0..1."""
        return float(step(0.0, _TEETH_BY, blend.amount))

    def _sides(self, blend: Blend) -> np.ndarray:
        return (blend.right + (blend.left - blend.right) * self.left).astype(np.float32)

    def _amount(self, kind: KeyKind, weight: float, shown: float) -> float:
        if kind == "smile":
            headroom = max(0.3, 1.45 - 1.15 * shown)
            return float(step(0.1, 1.0, weight / (headroom * np.tanh(_FULL_SMILE / headroom))))
        share = float(np.clip(-weight / (_TAKEN_OUT[0] * shown + _TAKEN_OUT[1]), 0, 1))
        return share * (_FIRST - (_FIRST - 1) * share)
