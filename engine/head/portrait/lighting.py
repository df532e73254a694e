"""The lamps of the portrait studio, fixed to the camera. Linear light: a white card facing the camera is near 1."""

import numpy as np


def _unit(rows: list[list[float]]) -> np.ndarray:
    array = np.array(rows, np.float32)
    return array / np.linalg.norm(array, axis=1, keepdims=True)


# Key from the upper left, fill from the right, rim from behind; toward the light, in view space.
LIGHTS = _unit([[-0.52, 0.58, 0.74], [0.80, 0.10, 0.66], [0.62, 0.42, -0.72]])
LIGHT_COLOURS = np.array([[0.74, 0.70, 0.645], [0.235, 0.255, 0.29], [0.62, 0.66, 0.72]], np.float32)
LIGHT_SPREAD = np.array([9.0, 4.0, 10.0], np.float32)
SKY = np.array([0.40, 0.42, 0.45], np.float32)
GROUND = np.array([0.25, 0.215, 0.195], np.float32)
CATCH_LIGHT = _unit([[-0.34, 0.36, 0.87]])[0]
