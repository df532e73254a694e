"""The jaw line as MagicFace's authors draw it: from a 3D head whose parameters a network reads off the picture.

The network is a ResNet-50 (v1.5: the 3x3 convolution has the stride) without its last layer and with eight 1x1
convolutions instead; the head is the Basel Face Model's front (Paysan et al., AVSS 2009; Deng et al., CVPRW 2019).
Written as functions over the checkpoint's own tensor names: nothing is built that the file does not fill.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from engine.base import files
from engine.base.errors import EngineError
from engine.base.text import Text
from engine.expression.magicface.contour import aligning
from engine.expression.magicface.mat_file import read_mat
from engine.generator.formats import records
from engine.generator.formats.taking import NamedTensors
from engine.generator.formats.torch_reader import read_torch
from engine.networks.resident import Bytes

if TYPE_CHECKING:
    from torch import Tensor

_ALIGNED = 256
_BLOCKS = (3, 4, 6, 3)
_HEADS = (80, 64, 80, 3, 27, 2, 1, 4)
"""Sizes of the answers: identity, expression, texture, angles, light, shift x y, shift z, gaze."""

_FOCAL = 1015 * 256 / 224
_CAMERA = 10.0
_JAW = 17
_LARGEST = 1 << 29
"""Bytes of either file; the public ones have a quarter of it."""


@dataclass(frozen=True, eq=False)
class HeadModel:
    """The jaw of the Basel Face Model. mean: (17, 3); identity: (17, 3, 80); expression: (17, 3, 64)."""

    mean: np.ndarray
    identity: np.ndarray
    expression: np.ndarray


class JawFrom3D:
    """Finds seventeen points of the jaw line by the authors' way. Raises EngineError for files that do not fit.

    network: d3dfr_res50_nofc.pth; head: BFM_model_front.mat. Both are for non-commercial research.
    """

    def __init__(self, network: Path, head: Path, device: str = "cpu") -> None:
        import torch

        self._device = torch.device(device)
        self._weights = {name: tensor.to(self._device) for name, tensor in read_network(network).items()}
        self._head = read_head(head)

    @property
    def cost(self) -> Bytes:
        return Bytes.of(self._weights.values())

    def __call__(self, canvas: np.ndarray, five: np.ndarray) -> np.ndarray:
        """(17, 2) on the canvas from a canvas (512, 512, 3) uint8 and five key points on it."""
        import torch

        from engine.base.opencv import cv2

        matrix = aligning(five)
        aligned = cv2.warpAffine(canvas, matrix, (_ALIGNED, _ALIGNED), flags=cv2.INTER_LINEAR)
        with torch.inference_mode():
            pixels = torch.from_numpy(aligned).to(self._device).permute(2, 0, 1)[None].float() / 127.5 - 1
            answer = coefficients(self._weights, pixels)[0].cpu().numpy()
        points = project_jaw(self._head, answer)
        if not np.isfinite(points).all():
            raise EngineError(Text("the 3D head does not fit the face"), Text("use a sharper picture of the face"))
        return np.linalg.solve(matrix[:, :2], (points - matrix[:, 2]).T).T


def coefficients(weights: "Mapping[str, Tensor]", picture: "Tensor") -> "Tensor":
    """The 261 answers (B, 261) for pictures (B, 3, 256, 256) in -1..1, RGB."""
    import torch
    import torch.nn.functional as F  # noqa: N812 - everybody's name for it

    root = "backbone"
    x = F.conv2d(picture, weights[f"{root}.conv1.weight"], stride=2, padding=3)
    x = F.max_pool2d(_bn(weights, f"{root}.bn1", x).relu(), 3, 2, 1)
    for stage, blocks in enumerate(_BLOCKS, 1):
        for block in range(blocks):
            x = _bottleneck(weights, f"{root}.layer{stage}.{block}", x, 2 if stage > 1 and block == 0 else 1)
    x = x.mean((2, 3), keepdim=True)
    heads = [F.conv2d(x, weights[f"fianl_layers.{place}.weight"], weights[f"fianl_layers.{place}.bias"])
             for place in range(len(_HEADS))]  # "fianl": so it stands in the file
    return torch.cat(heads, dim=1).flatten(1)


def project_jaw(head: HeadModel, answer: np.ndarray) -> np.ndarray:
    """The jaw line (17, 2), pixels of the aligned picture, from the 261 answers."""
    ends = np.cumsum(_HEADS)[:-1]
    identity, expression, _texture, angles, _light, shift, depth, _gaze = np.split(answer.astype(np.float64), ends)
    points = head.mean + head.identity @ identity + head.expression @ expression
    points = points @ _rotation(angles).T + np.concatenate([shift, depth])
    z = _CAMERA - points[:, 2]
    across = _FOCAL * points[:, 0] / z + _ALIGNED / 2
    up = _FOCAL * points[:, 1] / z + _ALIGNED / 2
    return np.stack([across, _ALIGNED - 1 - up], axis=1)


def read_network(file: Path) -> "dict[str, Tensor]":
    """The tensors of a checkpoint, without a leading "module."; nothing in the file is executed. EngineError."""
    import torch

    if files.read_head(file, 2) not in (b"PK", b"\x80\x02"):
        raise EngineError(Text("{0} is not a 3D face network", file))
    try:
        loaded = read_torch(files.read_limited(file, _LARGEST), file.name)
    except EngineError as error:
        raise EngineError(Text("{0} is not a 3D face network, or is half downloaded: {1}", file, error.message),
                          detail=error.detail) from None
    if isinstance(loaded, dict) and isinstance(loaded.get("state_dict"), dict):
        loaded = loaded["state_dict"]
    if not isinstance(loaded, dict) or not all(isinstance(tensor, records.Tensor) for tensor in loaded.values()):
        raise EngineError(Text("{0} is not a 3D face network", file))
    named = NamedTensors(loaded, file.name)
    weights = {name.removeprefix("module."): torch.from_numpy(named.take(name, *tensor.shape).copy())
               for name, tensor in loaded.items() if tensor.shape}
    for place, size in enumerate(_HEADS):
        _expect(weights, f"fianl_layers.{place}.weight", size, file)
        _expect(weights, f"fianl_layers.{place}.bias", size, file)
    try:
        with torch.inference_mode():
            sound = torch.isfinite(coefficients(weights, torch.zeros(1, 3, 64, 64))).all()
    except (KeyError, RuntimeError, IndexError) as error:
        raise EngineError(Text("{0} is not a 3D face network: {1}", file, str(error).splitlines()[0][:120])) from error
    if not sound:
        raise EngineError(Text("{0} is damaged: it gives numbers that are not finite", file))
    return weights


def read_head(file: Path) -> HeadModel:
    """The jaw of BFM_model_front.mat. EngineError."""
    data = files.read_limited(file, _LARGEST)
    try:
        found = read_mat(data, ("meanshape", "idBase", "exBase", "keypoints"))
        mean = np.asarray(found["meanshape"], np.float64).reshape(-1, 3)
        identity = np.asarray(found["idBase"], np.float64).reshape(len(mean), 3, _HEADS[0])
        expression = np.asarray(found["exBase"], np.float64).reshape(len(mean), 3, _HEADS[1])
        places = np.asarray(found["keypoints"]).reshape(-1).astype(np.int64)[:_JAW] - 1
        if len(places) != _JAW or places.min() < 0:
            raise IndexError("keypoints")
        head = HeadModel((mean - mean.mean(axis=0))[places], identity[places], expression[places])
    except Exception as error:  # noqa: BLE001 - a foreign file can fail in any way
        why = error.message if isinstance(error, EngineError) else f"{type(error).__name__}: {str(error)[:120]}"
        raise EngineError(Text("{0} is not the Basel Face Model's front, or is half downloaded: {1}", file,
                               why)) from error
    if not all(np.isfinite(part).all() for part in (head.mean, head.identity, head.expression)):
        raise EngineError(Text("{0} is damaged: it holds numbers that are not finite", file))
    return head


def _expect(weights: "Mapping[str, Tensor]", name: str, size: int, file: Path) -> None:
    tensor = weights.get(name)
    if tensor is None:
        raise EngineError(Text("{0} is not a 3D face network: it has no {1}", file, name))
    if tensor.shape[:1] != (size,):
        raise EngineError(Text("{0}: {1} is {2}, expected {3} rows", file, name, tuple(tensor.shape), size))


def _bottleneck(weights: "Mapping[str, Tensor]", root: str, x: "Tensor", stride: int) -> "Tensor":
    import torch.nn.functional as F  # noqa: N812

    y = _bn(weights, f"{root}.bn1", F.conv2d(x, weights[f"{root}.conv1.weight"])).relu()
    y = _bn(weights, f"{root}.bn2", F.conv2d(y, weights[f"{root}.conv2.weight"], stride=stride, padding=1)).relu()
    y = _bn(weights, f"{root}.bn3", F.conv2d(y, weights[f"{root}.conv3.weight"]))
    if f"{root}.downsample.0.weight" in weights:
        x = _bn(weights, f"{root}.downsample.1", F.conv2d(x, weights[f"{root}.downsample.0.weight"], stride=stride))
    return (x + y).relu()


def _bn(weights: "Mapping[str, Tensor]", root: str, x: "Tensor") -> "Tensor":
    import torch.nn.functional as F  # noqa: N812

    mean, variance, weight, bias = (weights[f"{root}.{part}"]
                                    for part in ("running_mean", "running_var", "weight", "bias"))
    return F.batch_norm(x, mean, variance, weight, bias)


def _rotation(angles: np.ndarray) -> np.ndarray:
    """Rz Ry Rx (3, 3) from radians about x, y and z."""
    (cx, cy, cz), (sx, sy, sz) = np.cos(angles), np.sin(angles)
    about_x = np.array([[1, 0, 0], [0, cx, -sx], [0, sx, cx]])
    about_y = np.array([[cy, 0, sy], [0, 1, 0], [-sy, 0, cy]])
    about_z = np.array([[cz, -sz, 0], [sz, cz, 0], [0, 0, 1]])
    return about_z @ about_y @ about_x
