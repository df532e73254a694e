"""What a rig's values do to our head: vertices for drawing, and the columns a fit needs."""

from functools import lru_cache

import numpy as np

from engine.head.model import Head
from engine.head.pack import load_head
from engine.rig.schema import LIVE, Bone, RigSchema, load_schema
from engine.rig.values import RigValues


class Shaping:
    """One schema on one head. Amounts are -1..1 per value, as `RigSchema.amounts` gives them."""

    def __init__(self, schema: RigSchema, head: Head) -> None:
        self.schema = schema
        self.head = head
        sliders = {name: row for row, (name, _, _) in enumerate(head.sliders)}
        self._to_sliders = np.zeros((len(sliders), len(schema.slots)))
        self._to_expression = np.zeros((len(head.expression_names), len(schema.slots)))
        self._bones: dict[int, np.ndarray] = {}
        expressions = {name: row for row, name in enumerate(head.expression_names)}
        for place, slot in enumerate(schema.slots):
            if slot.state != LIVE:
                continue
            for name, gain in slot.drives:
                if name in sliders:
                    self._to_sliders[sliders[name], place] += gain
                else:
                    self._to_expression[expressions[name], place] += gain
            if slot.bones:
                self._bones[place] = sum((bone_move(head, bone) for bone in slot.bones), np.zeros_like(head.vertices))

    @property
    def is_expression(self) -> bool:
        """Whether the values say what a face shows, and nothing of whose it is: they move ARKit shapes alone."""
        return not self._bones and not self._to_sliders.any() and bool(self._to_expression.any())

    @property
    def expression_columns(self) -> np.ndarray:
        """(52, n): ARKit weights of each value's amount 1."""
        return self._to_expression

    def weights(self, amounts: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Shape weights (Ns,) and ARKit weights (52,) for amounts (n,). Blendshapes do not go below zero."""
        shape = np.zeros(len(self.head.shape_names), np.float32)
        for (_, low, high), setting in zip(self.head.sliders, self._to_sliders @ amounts, strict=True):
            if setting > 0:
                shape[self.head.shape_index[high]] += setting
            elif setting < 0 and low is not None:
                shape[self.head.shape_index[low]] -= setting
        expression = np.clip(self._to_expression @ amounts, 0, 1).astype(np.float32)
        return shape, expression

    def offsets(self, amounts: np.ndarray) -> np.ndarray:
        """(V, 3) float32, what the soft local moves add."""
        moved = np.zeros_like(self.head.vertices)
        for place, move in self._bones.items():
            if amounts[place]:
                moved += np.float32(amounts[place]) * move
        return moved

    def vertices(self, amounts: np.ndarray) -> np.ndarray:
        """(V, 3) float32, decimetres."""
        return self.head.shape(*self.weights(amounts)) + self.offsets(amounts)

    def column(self, place: int, amount: float) -> np.ndarray:
        """(V, 3) float32: how the head changes when one value alone goes to `amount`, -1 or 1."""
        amounts = np.zeros(len(self.schema.slots))
        amounts[place] = amount
        shape, expression = self.weights(amounts)
        moved = self.offsets(amounts)
        for weights, basis in ((shape, self.head.shape_basis), (expression, self.head.expression_basis)):
            for row in np.flatnonzero(weights):
                moved += weights[row] * basis[row]
        return moved


def shaping(schema_name: str) -> Shaping:
    """A schema on the program's own head, made once."""
    return _on_our_head(load_schema(schema_name))


@lru_cache(maxsize=4)
def _on_our_head(schema: RigSchema) -> Shaping:
    return Shaping(schema, load_head())


def shown_weights(values: RigValues) -> np.ndarray | None:
    """(52,) ARKit weights that an expression's values are; None for values that say whose face it is."""
    on_head = shaping(values.schema)
    return on_head.weights(on_head.schema.amounts(values))[1] if on_head.is_expression else None


def rig_vertices(values: RigValues) -> np.ndarray:
    """The head a rig's values describe: (V, 3) float32, decimetres, neutral but for the values' own mouth and gaze."""
    on_head = shaping(values.schema)
    return on_head.vertices(on_head.schema.amounts(values))


def bone_move(head: Head, bone: Bone) -> np.ndarray:
    """(V, 3) float32, what a soft local move adds at its maximum. Eyeballs move whole; teeth and gums stay."""
    at = head.landmarks(head.vertices)[list(bone.at)].mean(axis=0)
    moved = np.zeros_like(head.vertices)
    for sign in (1.0, -1.0) if bone.mirror else (1.0,):
        centre = at * (sign, 1, 1) if bone.mirror else at * (0, 1, 1)
        where = head.vertices.astype(np.float64).copy()
        for name, side in (("eye_left", "left"), ("eye_right", "right")):
            where[head.vertices_of(name)] = head.eyes[side].centre
        weight = np.exp(-np.sum(((where - centre) / bone.radius) ** 2, axis=1))[:, None]
        weight[head.vertices_of("teeth_upper", "teeth_lower", "gum", "tongue")] = 0
        moved += (weight * (np.array(bone.move) * (sign, 1, 1) + np.array(bone.scale) * (where - centre))).astype(
            np.float32)
    return moved
