"""A photo's face to values through an imitator: laid over the imitator's average face, then followed back."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from engine.base.errors import EngineError, UsageError
from engine.base.jobs import Job, Progress
from engine.base.text import Text
from engine.networks.identity.face_chip import chip_matrix, cut_chips, similarity
from engine.networks.identity.light_cnn import SIDE, light_cnn_features
from engine.rig.imitator.fit_loop import LoopFit, LoopPlan, fit_values
from engine.rig.imitator.losses import PARSED_SIDE, FitLosses, Likeness, PublishedLosses, RepairedLosses
from engine.rig.imitator.network import Imitator
from engine.rig.imitator.published_crop import published_crop
from engine.rig.schema import LIVE, PAINT, load_schema

if TYPE_CHECKING:
    import torch
    from torch import Tensor

    from engine.networks.face_parser import FaceParser
    from engine.networks.identity.identity_network import FaceResNet
    from engine.photo.analyser import FaceAnalyser

SCHEMA = "face-nn"
_EYES, _MOUTH = (33, 133, 362, 263), (61, 291, 13, 14)
"""Landmarks whose means are the middle between the eyes and the mouth's."""
_GREY = (0.299, 0.587, 0.114)


def fit_photo(pixels: np.ndarray, landmarks: np.ndarray, imitator: Imitator, analyser: "FaceAnalyser",
              parser: "FaceParser", identity: "FaceResNet | None", light_cnn: "dict[str, torch.Tensor] | None",
              plan: LoopPlan) -> Job[tuple[LoopFit, np.ndarray]]:
    """Values (n,) of a face-nn imitator for a face, and the photo as it was compared, (side, side, 3) uint8.

    pixels: (h, w, 3) uint8; landmarks: (478, 2 or more) in its pixels. Whose face it is, LightCNN says, and where there
    is none, dlib's network. All networks must be on one device. EngineError when the imitator draws no face; UsageError
    when the published loop is asked for without what it needs.
    """
    yield Progress(0, plan.steps, Text("laying the photo over the average face"))
    losses: FitLosses
    if plan.published:
        if light_cnn is None or imitator.side != PARSED_SIDE:
            raise UsageError(Text("the published fit needs LightCNN's file and an imitator of {0} pixels", PARSED_SIDE))
        laid = published_crop(pixels)
        losses = PublishedLosses(laid, lambda faces: light_cnn_features(light_cnn, faces), parser.scores,
                                 imitator.device)
    else:
        frame = average_landmarks(imitator, analyser)
        laid = laid_over(pixels, landmarks, frame, imitator.side)
        losses = RepairedLosses(laid, likeness_by(frame, identity, light_cnn), parser.scores, imitator.device)
        slots = load_schema(SCHEMA).slots
        plan = replace(plan, moving=tuple(place for place, slot in enumerate(slots) if slot.state in (LIVE, PAINT)))
    found = yield from fit_values(imitator, losses, plan)
    return found, laid


def average_landmarks(imitator: Imitator, analyser: "FaceAnalyser") -> np.ndarray:
    """(478, 2) where an imitator draws the face's points, in its pixels: of the picture of all values at 0.5.

    EngineError when it draws no face.
    """
    faces = analyser.faces(imitator.draw(np.full(imitator.values, 0.5, np.float32)))
    if not faces:
        raise EngineError(Text("no face is seen in the picture that the imitator draws of average values"),
                          Text("has it learnt enough?"))
    return np.asarray(faces[0].landmarks, np.float64)[:, :2]


def laid_over(pixels: np.ndarray, landmarks: np.ndarray, frame: np.ndarray, side: int) -> np.ndarray:
    """(side, side, 3) uint8: the photo turned, scaled and shifted so that its landmarks lie nearest to `frame`'s."""
    from engine.base.opencv import cv2

    there = np.asarray(landmarks, np.float64)[:len(frame), :2]
    matrix = _similarity(there[:468], frame[:468])
    pixels = np.ascontiguousarray(pixels[..., :3])
    scale = float(np.hypot(matrix[0, 0], matrix[1, 0]))
    if scale < 0.7:  # a finer photo is averaged first, else it would come out grainy
        share = max(scale, 1 / min(pixels.shape[:2]))
        small = cv2.resize(pixels, (max(1, round(pixels.shape[1] * share)), max(1, round(pixels.shape[0] * share))),
                           interpolation=cv2.INTER_AREA)
        ratio = np.array([small.shape[1] / pixels.shape[1], small.shape[0] / pixels.shape[0]])
        matrix, pixels = np.hstack([matrix[:, :2] / ratio, matrix[:, 2:]]), small
    # OpenCV counts pixels from their middles.
    matrix[:, 2] += matrix[:, :2] @ [0.5, 0.5] - 0.5
    return cv2.warpAffine(pixels, matrix, (side, side), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)


def likeness_by(frame: np.ndarray, identity: "FaceResNet | None",
                light_cnn: "dict[str, torch.Tensor] | None") -> Likeness:
    """How alike two faces in an imitator's frame are: the cosine of LightCNN's features, or 1 less dlib's distance (two
    people are some .6 apart)."""
    if light_cnn is not None:
        return _by_light_cnn(light_cnn, face_matrix(frame))
    if identity is None:
        raise UsageError(Text("nobody says whose face it is: neither LightCNN nor dlib's network is there"))
    matrix, network = chip_matrix(frame), identity

    def who(picture: "Tensor") -> "Tensor":
        return network(cut_chips(picture, matrix) * 255)

    def likeness(photo: "Tensor") -> "Callable[[Tensor], Tensor]":
        wanted = who(photo)
        return lambda picture: 1 - (who(picture) - wanted).square().sum().clamp(min=1e-12).sqrt()

    return likeness


def face_matrix(landmarks: np.ndarray) -> np.ndarray:
    """(2, 3) float64: picture coordinates to LightCNN's 128 pixels, upright, both with pixel centres at one half.

    From between the eyes, at (64, 40), to the mouth's middle it is 48 pixels.
    """
    points = np.asarray(landmarks, np.float64)[:, :2]
    eyes, mouth = points[list(_EYES)].mean(0), points[list(_MOUTH)].mean(0)
    return _similarity(np.stack([eyes, mouth]), np.array([[SIDE / 2, 40.0], [SIDE / 2, 88.0]]))


def _by_light_cnn(weights: "dict[str, torch.Tensor]", matrix: np.ndarray) -> Likeness:
    import torch
    import torch.nn.functional as F  # noqa: N812 - everybody's name for it

    inverse = np.linalg.inv(matrix[:, :2])
    back = np.hstack([inverse, -inverse @ matrix[:, 2:]])

    def features(picture: "Tensor") -> "Tensor":
        size = np.array(picture.shape[3:1:-1])
        middle = back[:, :2].sum(1) * SIDE / 2 + back[:, 2]
        theta = np.hstack([back[:, :2] * SIDE / size[:, None], (middle * 2 / size - 1)[:, None]])
        places = F.affine_grid(torch.from_numpy(theta).to(picture)[None], [1, 1, SIDE, SIDE], align_corners=False)
        grey = (picture * picture.new_tensor(_GREY)[:, None, None]).sum(1, keepdim=True)
        return light_cnn_features(weights, F.grid_sample(grey, places, align_corners=False))

    def likeness(photo: "Tensor") -> "Callable[[Tensor], Tensor]":
        wanted = features(photo)
        return lambda picture: F.cosine_similarity(features(picture), wanted)[0]

    return likeness


def _similarity(source: np.ndarray, target: np.ndarray) -> np.ndarray:
    """`similarity` as a matrix (2, 3)."""
    turn, shift = similarity(source, target)
    return np.array([[turn.real, -turn.imag, shift.real], [turn.imag, turn.real, shift.imag]])
