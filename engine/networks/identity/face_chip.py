"""The upright square of 150 pixels that dlib's face recognition network was taught with."""

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import torch

CHIP = 150
"""Side in pixels."""

PADDING = 0.25
"""Room around the average face, as a share of it."""
_POINTS = np.array([(0.8595674595992, 0.2134981538014), (0.6460604764104, 0.2289674387677),
                    (0.1205750620789, 0.2137274526848), (0.3340850613712, 0.2290642403242),
                    (0.4901123135679, 0.6277975316475)])
"""Where dlib's five points lie in an average face: the subject's left eye, outer and inner corner, the right eye's,
and the nose where it meets the lip."""
_LANDMARKS = (263, 362, 33, 133, 2)
_LANDMARKS_AT = np.array([(110.15, 46.2), (88.04, 48.12), (37.27, 46.63), (59.8, 47.8), (74.84, 86.64)]) / CHIP
"""MediaPipe's landmarks nearest to them, and where these lie in the chips that dlib's points gave (median of 26 faces,
half of them drawn): the eye corners of the two do not lie on each other."""


def chip_matrix(points: np.ndarray) -> np.ndarray:
    """(2, 3) float64: picture coordinates to the chip's, both with pixel centres at one half.

    points: dlib's five (5, 2), or MediaPipe's landmarks (478, 2|3), in picture pixels, pixel centres at one half.
    From dlib's points it is the square that its get_face_chip(size=150, padding=0.25) takes. From landmarks it lies a
    pixel of the chip beside that, and what the network says of the two is .1 apart (people are .6 apart).
    """
    points = np.asarray(points, np.float64)[:, :2]
    chip = (PADDING + _POINTS) / (1 + 2 * PADDING) * CHIP
    if len(points) != len(_POINTS):
        points, chip = points[list(_LANDMARKS)], _LANDMARKS_AT * CHIP
    turn, shift = similarity(chip, points)
    centre = turn * CHIP * (0.5 + 0.5j) + shift
    # dlib puts the middles of the outermost pixels of chip and square upon each other.
    turn *= (CHIP - 1 / abs(turn)) / (CHIP - 1)
    back = 1 / turn
    shift = CHIP * (0.5 + 0.5j) - back * centre
    return np.array([[back.real, -back.imag, shift.real], [back.imag, back.real, shift.imag]])


def similarity(source: np.ndarray, target: np.ndarray) -> tuple[complex, complex]:
    """(turn, shift): z -> turn z + shift is the turn, scale and shift that bring points (n, 2), as x + iy, nearest to
    others, by least squares (Umeyama 1991; of complex numbers it is one division)."""
    here, there = source @ (1, 1j), target @ (1, 1j)
    off = here - here.mean()
    turn = complex(np.vdot(off, there - there.mean()) / max(float(np.vdot(off, off).real), 1e-12))
    return turn, complex(there.mean() - turn * here.mean())


def cut_chips(pictures: "torch.Tensor", matrices: np.ndarray) -> "torch.Tensor":
    """(n, c, H, W) to (n, c, 150, 150), differentiable; black beyond the edge.

    matrices: (2, 3), or one for each picture (n, 2, 3), as `chip_matrix` gives them.
    A picture more than twice as fine as the chip is halved first, as dlib does.
    """
    import torch
    from torch.nn.functional import affine_grid, avg_pool2d, grid_sample

    matrices = np.broadcast_to(matrices, (len(pictures), 2, 3))
    height, width = pictures.shape[2:]
    while np.sqrt(np.abs(np.linalg.det(matrices[:, :, :2])).max()) < 0.5 and min(pictures.shape[2:]) > 1:
        pictures = avg_pool2d(pictures, 2)
        matrices = matrices * [2, 2, 1]
        height, width = pictures.shape[2:]
    inverse = np.linalg.inv(matrices[:, :, :2])
    back = np.concatenate([inverse, -inverse @ matrices[:, :, 2:]], 2)
    # From chip to picture, both from -1 to 1.
    size = np.array([width, height])
    middle = back[:, :, :2].sum(2) * CHIP / 2 + back[:, :, 2]
    theta = np.concatenate([back[:, :, :2] * CHIP / size[:, None], (middle * 2 / size - 1)[..., None]], 2)
    shape = [len(pictures), pictures.shape[1], CHIP, CHIP]
    places = affine_grid(torch.from_numpy(theta).to(pictures), shape, align_corners=False)
    return grid_sample(pictures, places, mode="bilinear", padding_mode="zeros", align_corners=False)
