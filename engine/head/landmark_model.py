"""The head's linear model at the landmarks only, with the prior of a fit: small, so that a fit is quick."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from engine.head.model import Head
from engine.photo.landmark_sets import FACE_OVAL, INNER_LIP_LOWER, INNER_LIP_UPPER, IRISES, LIDS

_SIGMA_SHAPE = 0.35
_SIGMA_ASYMMETRY = 0.2
# Sliders that move all landmarks together by less (dm) are left alone. This also keeps the normal matrix under 200 x
# 200, up to where OpenBLAS solves it in one thread: its threads spin for seconds when the machine is busy.
_LEAST_SUPPORT = 0.015
_OVAL_WEIGHT = 0.4  # those landmarks slide along the silhouette


@dataclass(frozen=True, eq=False)
class LandmarkModel:
    """The linear model at the landmarks only. rest (478, 3); low and high (J, 478, 3): what a slider at -1 and +1 does
    (for a slider without a lower target low is -high and its value is kept >= 0); expression (52, 478, 3)."""

    sliders: tuple[str, ...]
    rest: np.ndarray
    low: np.ndarray
    high: np.ndarray
    lowest: np.ndarray
    sigma: np.ndarray
    expression: np.ndarray

    def points(self, values: np.ndarray, expression: np.ndarray) -> np.ndarray:
        """Landmarks (478, 3) of the head with slider values (J,) and ARKit weights (52,)."""
        flat = np.maximum(values, 0) @ self.high.reshape(len(values), -1)
        flat += np.maximum(-values, 0) @ self.low.reshape(len(values), -1)
        flat += expression @ self.expression.reshape(len(expression), -1)
        return self.rest + flat.reshape(-1, 3)


def _is_fitted(name: str) -> bool:
    """Not the sliders that only repeat the pose, nor those of neck, back and ears, which no landmark sees."""
    return not name.startswith(("head-trans-", "neck-", "head-back-", "l-ear-", "r-ear-", "asym-ear-", "asym-top-"))


@lru_cache(maxsize=2)
def landmark_model(head: Head) -> LandmarkModel:
    """The sliders a photo can tell something about, at the landmarks."""

    def at_landmarks(basis: np.ndarray) -> np.ndarray:
        corners = basis[:, head.triangles[head.landmark_triangle]]
        return np.einsum("lk,nlkc->nlc", head.landmark_barycentric, corners).astype(np.float64)

    shape = at_landmarks(head.shape_basis)
    chosen = [
        (name, shape[head.shape_index[low]] if low else None, shape[head.shape_index[high]])
        for name, low, high in head.sliders
        if _is_fitted(name) and np.linalg.norm(shape[head.shape_index[high]]) > _LEAST_SUPPORT
    ]
    return LandmarkModel(
        sliders=tuple(name for name, _, _ in chosen),
        rest=head.landmarks(head.vertices).astype(np.float64),
        low=np.array([-high if low is None else low for _, low, high in chosen]),
        high=np.array([high for _, _, high in chosen]),
        lowest=np.array([0.0 if low is None else -1.0 for _, low, _ in chosen]),
        sigma=np.array([_SIGMA_ASYMMETRY if n.startswith("asym-") else _SIGMA_SHAPE for n, _, _ in chosen]),
        expression=at_landmarks(head.expression_basis),
    )


def landmark_weights() -> np.ndarray:
    """(478,): how much each landmark counts in a fit. Of the irises only the centres do."""
    weights = np.ones(478)
    weights[list(FACE_OVAL)] = _OVAL_WEIGHT
    weights[[i for lid in LIDS.values() for i in lid] + [*INNER_LIP_UPPER, *INNER_LIP_LOWER]] = 1.3
    for _, ring in IRISES.values():
        weights[list(ring)] = 0.0
    return weights
