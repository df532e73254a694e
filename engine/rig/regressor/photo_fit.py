"""A photo's face to values at one look, then brought to the head that was fitted to the same photo."""

from typing import TYPE_CHECKING

import numpy as np

from engine.rig.fit import RigFit, fit_rig
from engine.rig.regressor.edges import edges_of
from engine.rig.regressor.face_cut import cut_face, cut_matrix
from engine.rig.regressor.weights_file import KeptRegressor
from engine.rig.schema import load_schema

if TYPE_CHECKING:
    from engine.head.fit import HeadFit
    from engine.rig.values import RigValues


def guessed(regressor: KeptRegressor, pixels: np.ndarray, landmarks: np.ndarray, shape: str = "") -> "RigValues":
    """What a regressor says of a face: pixels (h, w, 3) uint8, landmarks (478, 2 or more) in them. A few milliseconds.
    UsageError for a regressor of a schema that is not known here, EngineError where it guesses as many values as that
    does not have."""
    schema = load_schema(regressor.schema)
    shares = regressor.network.guess(edges_of(cut_face(pixels, cut_matrix(landmarks))))
    values = schema.of_shares(shares, shape)
    return type(values).of(schema.name, schema.settled(values.array()), values.shape)


def fit_guessed(regressor: KeptRegressor, fit: "HeadFit", pixels: np.ndarray, landmarks: np.ndarray,
                shape: str = "") -> RigFit:
    """The guess, brought nearer to the head fitted to the photo (by how much: `engine.rig.fit.GUESSED`). Raises as
    `guessed`."""
    near = guessed(regressor, pixels, landmarks, shape)
    return fit_rig(regressor.schema, fit, landmarks, shape, pixels, near)
