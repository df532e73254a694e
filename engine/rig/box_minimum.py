"""Least squares within bounds."""

import numpy as np


def box_minimum(normal: np.ndarray, right: np.ndarray, start: np.ndarray,
                bounds: tuple[np.ndarray, np.ndarray]) -> np.ndarray:
    """(n,) where x'Nx/2 - r'x is least within bounds. normal: (n, n), positive definite; right, start: (n,); bounds:
    the lowest and the greatest (n,).

    Solved for the free variables; those that cross are fixed, those that want back released (an active-set method)."""
    low, high = bounds
    x = np.clip(start, low, high)
    fixed = np.zeros(len(x), bool)
    for _ in range(60):
        open_ = ~fixed
        aim = x.copy()
        pull = right[open_] - normal[np.ix_(open_, fixed)] @ x[fixed]
        aim[open_] = np.linalg.solve(normal[np.ix_(open_, open_)], pull)
        outside = open_ & ((aim < low) | (aim > high))
        x = np.clip(aim, low, high)
        if outside.any():
            fixed |= outside
            continue
        slope = normal @ x - right
        release = fixed & (((x <= low) & (slope < -1e-9)) | ((x >= high) & (slope > 1e-9)))
        if not release.any():
            break
        fixed &= ~release
    return x
