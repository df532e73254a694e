"""MediaPipe's FaceLandmarker, wrapped: pixels in, landmarks, blendshapes and pose out.

Model: face_landmarker.task (BlazeFace short range, face mesh with attention, blendshapes V2), Google MediaPipe,
Apache-2.0; run with the mediapipe package.
"""

import weakref
from collections.abc import Iterable
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from engine.base.errors import EngineError
from engine.base.files import read_limited
from engine.base.remedy import check_model
from engine.base.text import Text
from engine.photo.arkit import ARKIT_52, ARKIT_INDEX
from engine.photo.mediapipe_loading import load_mediapipe
from engine.photo.quiet import quiet_stderr

_LARGEST = 1 << 28
_BLANK = np.zeros((64, 64, 3), np.uint8)


@dataclass(frozen=True, eq=False)
class Sighting:
    """One face in the pixels that were looked at: landmarks (478, 3), blendshapes (52,), matrix (4, 4)."""

    landmarks: np.ndarray
    blendshapes: np.ndarray
    matrix: np.ndarray


class Landmarker:
    """Finds up to `most` faces in a picture. Loads the network when it is first asked (about 0.2 s)."""

    def __init__(self, model: Path, most: int = 16) -> None:
        self._model, self._most = model, most
        self._network: Any = None
        self._closing: weakref.finalize | None = None

    def detect(self, pixels: np.ndarray) -> list[Sighting]:
        """Faces in pixels (h, w, 3) uint8 RGB; coordinates are those of the pixels given."""
        # MediaPipe and TensorFlow Lite announce themselves when they start, and no switch of theirs stops them.
        with quiet_stderr() if self._network is None else nullcontext():
            mediapipe, network = self._load()
        pixels = np.ascontiguousarray(pixels)
        height, width = pixels.shape[:2]
        seen = network.detect(mediapipe.Image(image_format=mediapipe.ImageFormat.SRGB, data=pixels))
        return [
            Sighting(
                np.array([(p.x * width, p.y * height, p.z * width) for p in points], np.float32),
                _weights(shapes),
                np.asarray(matrix, np.float32),
            )
            for points, shapes, matrix in zip(
                seen.face_landmarks, seen.face_blendshapes, seen.facial_transformation_matrixes, strict=True)
        ]

    def close(self) -> None:
        """Let go of the network; the next look loads it again."""
        if self._closing is not None:
            self._closing()
        self._network = self._closing = None

    def _load(self) -> tuple[Any, Any]:
        """The mediapipe module and the network; Any because mediapipe has no types."""
        mediapipe = load_mediapipe()
        if self._network is None:
            from mediapipe.tasks.python import BaseOptions, vision

            try:
                # The bytes are handed over: MediaPipe's own file access fails on non-ASCII paths on Windows.
                model = BaseOptions(model_asset_buffer=read_limited(self._model, _LARGEST))
                options = vision.FaceLandmarkerOptions(
                    base_options=model, num_faces=self._most,
                    output_face_blendshapes=True, output_facial_transformation_matrixes=True)
                network = vision.FaceLandmarker.create_from_options(options)
                # The graph's threads have more to say when they first run.
                network.detect(mediapipe.Image(image_format=mediapipe.ImageFormat.SRGB, data=_BLANK))
            except (OSError, RuntimeError, ValueError) as error:
                raise EngineError(Text("the face model {0} could not be loaded", self._model),
                                  hint=check_model("face-landmarker", "run `facewright models verify`"),
                                  detail=str(error)) from error
            self._closing = weakref.finalize(self, _close, network)
            self._network = network
        return mediapipe, self._network


def _close(network: Any) -> None:
    """Close MediaPipe's graph when its owner goes, or at exit.

    At exit MediaPipe's own worker thread has already been joined, so that its close (and its ``__del__`` after that)
    can only complain; the process is going and frees everything, so the handle is just forgotten.
    """
    try:
        network.close()
    except RuntimeError:
        network._handle = None


def _weights(shapes: Iterable[Any]) -> np.ndarray:
    weights = np.zeros(len(ARKIT_52), np.float32)
    for shape in shapes:
        if shape.category_name in ARKIT_INDEX:
            weights[ARKIT_INDEX[shape.category_name]] = shape.score
    return weights
