"""How near what was drawn is to the photo."""

import math
from collections.abc import Callable
from dataclasses import replace

import numpy as np

from engine.base.errors import ModelMissing
from engine.base.opencv import cv2
from engine.generator.inversion.objective import LOOK
from engine.generator.inversion.result import Fidelity
from engine.generator.inversion.target import Target
from engine.networks.lpips import Perceptual, distance
from engine.photo.analyser import FaceAnalyser
from engine.photo.face import Box, Face


def likeness(drawn: np.ndarray, target: Target, perceptual: Perceptual) -> Fidelity:
    """PSNR and LPIPS of the square at 256 pixels; drawn: (s, s, 3) float32 of about -1 to 1."""
    import torch

    one = cv2.resize(np.clip(drawn, -1, 1), (LOOK, LOOK), interpolation=cv2.INTER_AREA)
    other = target.at(LOOK)
    error = float(np.mean(((one - other) / 2) ** 2))
    with torch.inference_mode():
        pair = torch.from_numpy(np.stack([one, other])).permute(0, 3, 1, 2).to(perceptual.device)
        seen = perceptual.features(pair)
        apart = float(distance([layer[:1] for layer in seen], [layer[1:] for layer in seen]))
    return Fidelity(psnr=-10 * math.log10(max(error, 1e-10)), lpips=apart)


def with_identity(fidelity: Fidelity, drawn: np.ndarray, target: Target, pixels: np.ndarray, face: Face,
                  analyser: Callable[[], FaceAnalyser]) -> Fidelity:
    """The same with whose face it is, as dlib sees it; unchanged where dlib's network is not on this machine.

    drawn: (s, s, 3) uint8. pixels: the photo's (H, W, 3) uint8; face: the one on it.
    """
    side = len(drawn)
    landmarks = face.landmarks.copy()
    landmarks[:, :2] = target.landmarks * side
    there = replace(face, landmarks=landmarks, box=Box.around(landmarks))
    try:
        one, other = analyser().identity(drawn, there), analyser().identity(pixels, face)
    except ModelMissing:
        return fidelity
    cosine = float(one @ other / (np.linalg.norm(one) * np.linalg.norm(other)))
    return replace(fidelity, identity=cosine, distance=float(np.linalg.norm(one - other)))
