"""From the head fitted to a photo to the values of a rig."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from engine.base.note import Note
from engine.head.fit import HeadFit
from engine.rig.appearance import seen_paint
from engine.rig.looks import FaceLooks
from engine.rig.rest import moment
from engine.rig.schema import LIVE, PAINT, RigSchema, load_schema
from engine.rig.shaping import Shaping, rig_vertices, shaping
from engine.rig.solve import SPREAD, RigSolution, nearest_expression, solve
from engine.rig.texture.teeth import lowered_teeth, teeth_lower
from engine.rig.values import RigValues

_FINE = 300.0
"""Pixels a decimetre, beyond which a face is not seen better."""
NEAR = 0.25
"""How far amounts may lie from those that the head fit found itself, where the schema has the same sliders."""


GUESSED = 0.05
"""The same of a guess that was made by looking at the picture."""


@dataclass(frozen=True, eq=False)
class RigFit:
    """What a fit found, and how far from the photo it stays.

    values:             the rig.
    residual_mm:        root mean square distance of the face's surface from the head fitted to the photo, millimetres
                        on a head of ordinary size.
    residual_max_mm:    the largest of them.
    landmark_px:        mean distance of the projected landmarks from the photo's, picture pixels, with the photo's
                        own expression put back; None without landmarks.
    landmark_max_px:    the largest of them.
    landmark_relative:  `landmark_px` as a share of the face's height, chin to hairline.
    notes:              what there is to say of the photos.
    shape_told:         whether somebody or the face told the role shape; else it is the schema's usual one.
    """

    values: RigValues
    residual_mm: float
    residual_max_mm: float
    landmark_px: float | None = None
    landmark_max_px: float | None = None
    landmark_relative: float | None = None
    notes: tuple[Note, ...] = ()
    shape_told: bool = True


def fit_rig(schema_name: str, fit: HeadFit, landmarks: np.ndarray | None = None, shape: str = "",
            pixels: np.ndarray | None = None, guess: RigValues | None = None,
            looks: FaceLooks | None = None) -> RigFit:
    """Values of a schema for the head fitted to a photo; pose and expression are left out of them.

    landmarks: (478, 2 or more) picture pixels, for the residual there; pixels: (h, w, 3) uint8 of the same picture,
    for the brows' grey and style (schemas that have them). shape: role shape where the schema has them, its last when
    empty. guess: values to stay near, which are not shown by the surface; None for those at default.
    looks: what a network says of the face, for the macros of our own head's schema.
    Takes well under a second. Raises UsageError for an unknown schema or shape.
    """
    on_head = shaping(schema_name)
    schema, head = on_head.schema, on_head.head
    expression = np.tensordot(moment(fit.expression), head.expression_basis, 1)
    if on_head.is_expression:
        return _shown(on_head, fit.expression, shape)
    neutral = fit.vertices - expression
    found = _nearest(schema_name, fit.shape_named, neutral, looks) if guess is None else solve(
        schema_name, neutral, schema.amounts(guess), GUESSED)
    values = values_from_amounts(schema, found.amounts, shape)
    if guess is not None:
        values = schema.set(values, {slot.id: value for slot, value in zip(schema.slots, guess.values, strict=True)
                                     if slot.state == PAINT})
    if landmarks is not None and pixels is not None:
        values = schema.set(values, seen_paint(schema, pixels, landmarks))
    residual = _rms_mm(found), float(found.residuals.max() * 100)
    if landmarks is None:
        return RigFit(values, *residual)
    seen = np.asarray(landmarks, np.float64)[:468, :2]
    drawn = fit.project(head.landmarks(found.vertices + expression))[:468, :2]
    distance = np.linalg.norm(drawn - seen, axis=1)
    height = float(np.linalg.norm(seen[10] - seen[152]))
    return RigFit(values, *residual, landmark_px=float(distance.mean()), landmark_max_px=float(distance.max()),
                  landmark_relative=float(distance.mean() / max(height, 1e-6)))


def fit_together(schema_name: str, fits: Sequence[HeadFit], shape: str = "",
                 pictures: Sequence[tuple[np.ndarray, np.ndarray]] = (), looks: FaceLooks | None = None) -> RigFit:
    """Values of a schema for the heads fitted to several photos of one person: for the mean of their surfaces without
    expression, of which larger faces and those that look at the camera count more. An expression is the mean of theirs.

    pictures: of each photo pixels (h, w, 3) uint8 and landmarks, for paint values, which are the middle ones of what
    the photos say. Raises UsageError for an unknown schema or shape.
    """
    on_head = shaping(schema_name)
    if on_head.is_expression:
        shown = sum(share * fit.expression for share, fit in zip(_sureness(fits), fits, strict=True))
        return _shown(on_head, shown, shape)
    found = _nearest(schema_name, *_at_rest(schema_name, fits), looks)
    values = values_from_amounts(on_head.schema, found.amounts, shape)
    if pictures:
        painted = [seen_paint(on_head.schema, *picture) for picture in pictures]
        told = {key: float(np.median([one[key] for one in painted if key in one]))
                for key in {key: None for one in painted for key in one}}
        values = on_head.schema.set(values, told)
        values = RigValues.of(values.schema, on_head.schema.settled(values.array()), values.shape)
    return RigFit(values, _rms_mm(found), float(found.residuals.max() * 100))


def _sureness(fits: Sequence[HeadFit]) -> np.ndarray:
    """(n,) in sum 1: how much heads fitted to photos are to be believed, by pixels a head has and how far it is turned
    away."""
    sure = np.array([min(fit.scale, _FINE) * max(float(fit.rotation[2, 2]), 0.2) ** 2 for fit in fits])
    return sure / sure.sum()


def _at_rest(schema_name: str, fits: Sequence[HeadFit]) -> tuple[dict[str, float], np.ndarray]:
    """The sliders and the vertices (V, 3) without expression of heads fitted to one person, their mean."""
    sure, basis = _sureness(fits), shaping(schema_name).head.expression_basis
    mean = sum(share * (fit.vertices - np.tensordot(moment(fit.expression), basis, 1))
               for share, fit in zip(sure, fits, strict=True))
    known = {name: float(sum(share * fit.shape_named.get(name, 0.0) for share, fit in zip(sure, fits, strict=True)))
             for name in fits[0].shape_named}
    return known, mean


def personal_shape(schema_name: str, *fits: HeadFit, looks: FaceLooks | None = None,
                   pictures: Sequence[tuple[np.ndarray, np.ndarray]] = ()) -> np.ndarray:
    """(V, 3) float32, decimetres: what the nearest head of a schema lacks of the one fitted to a photo, or to several
    of one person.

    pictures: of each photo pixels (h, w, 3) uint8 and landmarks, for where its teeth stand: as low as in the photo
    that shows most of them. It belongs to the values that `fit_rig` and `fit_together` find; added to others it still
    is what makes this face its own. Takes as long as the fit. Raises UsageError for an unknown schema.
    """
    known, neutral = _at_rest(schema_name, fits)
    head = shaping(schema_name).head
    lower = max((teeth_lower(head, fit, *picture) for fit, picture in zip(fits, pictures, strict=False)), default=0.0)
    lacking = neutral - _nearest(schema_name, known, neutral, looks).vertices
    return (lacking + lowered_teeth(head, lower)).astype(np.float32)


def convert(values: RigValues, schema_name: str, shape: str = "") -> RigFit:
    """The nearest head in another schema: least squares through the vertices, so only nearly the same face.

    Values of the same name are copied: those that are paint there within their range, those that shape the head where
    they do the same. An expression becomes the nearest expression. Raises UsageError for an unknown schema.
    """
    schema = load_schema(schema_name)
    if schema_name == values.schema:
        return RigFit(values, 0.0, 0.0)
    before = shaping(values.schema)
    wanted = shape or (values.shape if values.shape in schema.shapes else "")
    if shaping(schema_name).is_expression:
        return _shown(shaping(schema_name), before.weights(before.schema.amounts(values))[1], wanted)
    same = _same(before.schema, values, schema)
    found = solve(schema_name, rig_vertices(values), spread=2 * SPREAD, held=same)
    numbers = values_from_amounts(schema, found.amounts, wanted)
    painted = {slot.id: min(max(one, schema.controls[slot.id].minimum), schema.controls[slot.id].maximum)
               for slot, one in zip(before.schema.slots, values.values, strict=True)
               if slot.id in schema.controls and schema.slots[schema.index(slot.id)].state != LIVE}
    return RigFit(schema.set(numbers, painted), _rms_mm(found), float(found.residuals.max() * 100))


def _same(before: RigSchema, values: RigValues, schema: RigSchema) -> dict[int, float]:
    """Amounts of the values of a schema that another one has under the same names and that do the same there."""
    amounts = before.amounts(values)
    slots = {slot.id: place for place, slot in enumerate(before.slots) if slot.state == LIVE}
    return {place: max(float(amounts[slots[slot.id]]), -float(slot.minimum < slot.default))
            for place, slot in enumerate(schema.slots) if slot.state == LIVE and slot.id in slots
            and (slot.drives, slot.bones) == (before.slots[slots[slot.id]].drives, before.slots[slots[slot.id]].bones)}


def _shown(on_head: Shaping, weights: np.ndarray, shape: str = "") -> RigFit:
    """The nearest of an expression's values to ARKit weights (52,), and how far their face stays from it."""
    amounts = nearest_expression(on_head, np.asarray(weights, np.float64))
    basis = on_head.head.expression_basis[:, on_head.head.masks["face"] > 0.2]
    lacking = np.clip(weights, 0, 1) - on_head.weights(amounts)[1]
    away = np.linalg.norm(np.tensordot(np.asarray(lacking, np.float32), basis, 1), axis=1)
    return RigFit(values_from_amounts(on_head.schema, amounts, shape), float(np.sqrt(np.mean(away**2)) * 100),
                  float(away.max() * 100))


def values_from_amounts(schema: RigSchema, amounts: np.ndarray, shape: str = "") -> RigValues:
    """Values for amounts (n,) -1..1 of the live values, such as a character can have; all others at default."""
    numbers = [slot.default + amount * (slot.room(amount > 0) if slot.state == LIVE else 0)
               for slot, amount in zip(schema.slots, amounts.tolist(), strict=True)]
    return RigValues.of(schema.name, schema.settled(np.array(numbers)), schema.defaults(shape).shape)


def _nearest(schema_name: str, known: Mapping[str, float], neutral: np.ndarray,
             looks: FaceLooks | None = None) -> RigSolution:
    """The head of a schema nearest to a fitted head's vertices without expression (V, 3). known: its own sliders;
    looks: what is known better than landmarks say it."""
    slots = shaping(schema_name).schema.slots
    prior = np.array([known.get(slot.id, 0.0) for slot in slots])
    if not prior.any():
        return solve(schema_name, neutral)
    told = {} if looks is None else looks.macros
    held = {place: told[slot.id] for place, slot in enumerate(slots) if slot.id in told}
    return solve(schema_name, neutral, prior, NEAR, held)


def _rms_mm(found: RigSolution) -> float:
    return float(np.sqrt(np.mean(found.residuals**2)) * 100)
