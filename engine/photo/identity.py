"""Whose face it is, as 128 numbers.

Models: dlib's five-point shape predictor and face recognition network (Davis King, dlib-models, CC0): a ResNet of 29
layers trained so that two pictures of one person lie within 0.6 of each other.
"""

from pathlib import Path
from typing import Any

import numpy as np

from engine.base.errors import EngineError
from engine.base.remedy import check_model
from engine.base.text import Text
from engine.models.store import ModelStore
from engine.networks.identity.face_chip import CHIP, PADDING
from engine.networks.identity.identity_weights import BLOCKS, WIDTH, IdentityWeights, read_identity_weights
from engine.networks.identity.onnx_graph import OnnxGraph
from engine.photo.face import Face
from engine.photo.levels import Levels
from engine.photo.upright import view_of

SAME_PERSON = 0.6
"""Faces closer than this are taken for the same person (dlib's own threshold)."""

_CHIPS = "chips"
_SIZE = 400
_OVAL = (10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377, 152, 148, 176, 149,
         150, 136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109)
_BROWS = (70, 63, 105, 66, 107, 336, 296, 334, 293, 300)
_FIVE = (263, 362, 33, 133, 2)
"""MediaPipe's landmarks nearest to dlib's five points."""
_AMISS = 0.07, 0.13
"""How far a point may lie from its landmark, in distances between the eyes' outer corners: the model's own, and none of
it. On twelve faces in seven looks each none is .06 off; where hard side light leads the model astray, some are .13 to
.6 off. Between the two, both count, so that a face that moves never jumps from one to the other."""


def identity_files(store: ModelStore) -> tuple[Path, Path] | None:
    """The files of `IdentityNetwork`: predictor, network; None where they are not on this machine."""
    if not store.present("dlib-identity"):
        return None
    return (store.path("dlib-identity", "shape_predictor_5_face_landmarks.dat"),
            store.path("dlib-identity", "dlib_face_recognition_resnet_model_v1.dat"))


class IdentityNetwork:
    """Loads both models when first asked (about 0.2 s).

    The network runs in ONNX Runtime: several times quicker than in dlib, which would also let no other thread run
    meanwhile. The numbers are dlib's to 1e-5.
    """

    def __init__(self, predictor: Path, network: Path) -> None:
        self._paths = predictor, network
        self._loaded: tuple[Any, Any] | None = None

    def vector(self, pixels: np.ndarray, face: Face) -> np.ndarray:
        """(128,) float32 of a face in pixels (H, W, 3) uint8 RGB. Euclidean distance tells how alike two faces are."""
        import dlib

        predictor, network = self.load()
        cut, shape = five_points(pixels, face, predictor)
        chip = dlib.get_face_chip(cut, shape, size=CHIP, padding=PADDING)
        return network.run(None, {_CHIPS: chip.transpose(2, 0, 1)[None].astype(np.float32)})[0][0]

    def load(self) -> tuple[Any, Any]:
        """dlib's predictor and the network's session, loaded once; Any because neither has types. EngineError when
        their files are damaged."""
        if self._loaded is None:
            import dlib
            import onnxruntime

            model = onnx_model(read_identity_weights(self._paths[1]))
            options = onnxruntime.SessionOptions()
            options.intra_op_num_threads = options.inter_op_num_threads = 1  # so small that threads only cost
            options.log_severity_level = 3
            try:
                self._loaded = (dlib.shape_predictor(str(self._paths[0])), onnxruntime.InferenceSession(
                    model, options, providers=["CPUExecutionProvider"]))
                # It keeps the bytes it was made of, 22 MB, to be made anew on another device (a TODO of theirs).
                self._loaded[1]._model_bytes = None
            except Exception as error:  # noqa: BLE001 - both libraries have their own kinds
                raise EngineError(Text("the identity model in {0} could not be loaded", self._paths[0].parent),
                                  hint=check_model("dlib-identity"),
                                  detail=str(error)) from error
        return self._loaded


def onnx_model(weights: IdentityWeights) -> bytes:
    """The network as an ONNX model: "chips" (1, 3, 150, 150) float32 RGB 0..255 to (1, 128)."""
    graph = OnnxGraph(_CHIPS, (1, 3, CHIP, CHIP))
    layers = iter(weights.layers)
    x = graph.node("Relu", graph.node("Conv", _CHIPS, *next(layers), strides=(2, 2)))
    x = graph.node("MaxPool", x, kernel_shape=(3, 3), strides=(2, 2))
    side, channels = ((CHIP - 7) // 2 + 1 - 3) // 2 + 1, 32
    for filters, halves in BLOCKS:
        step, padding = (2, 0) if halves else (1, 1)
        y = graph.node("Relu", graph.node("Conv", x, *next(layers), strides=(step, step), pads=(padding,) * 4))
        y = graph.node("Conv", y, *next(layers), pads=(1, 1, 1, 1))
        if halves:
            x = graph.node("AveragePool", x, kernel_shape=(2, 2), strides=(2, 2))
            pooled, folded = side // 2, (side - 3) // 2 + 1
            side = max(pooled, folded)
            x = _filled(graph, x, filters - channels, side - pooled)
            y = _filled(graph, y, 0, side - folded)
        x = graph.node("Relu", graph.node("Add", x, y))
        channels = filters
    mean = graph.node("Flatten", graph.node("GlobalAveragePool", x))
    return graph.model(graph.node("MatMul", mean, weights.last), (1, WIDTH))


def _filled(graph: OnnxGraph, x: str, channels: int, pixels: int) -> str:
    """With so many channels and pixels of zeros more at the ends."""
    return graph.node("Pad", x, np.array((0, 0, 0, 0, 0, channels, pixels, pixels), np.int64))


def five_points(pixels: np.ndarray, face: Face, predictor: Any) -> tuple[np.ndarray, Any]:
    """The face cut out upright of pixels (H, W, 3) uint8 RGB, and where dlib's five-point model sees its eyes and nose
    on that: what dlib's networks want to align by. Where it misses them, where the landmarks are."""
    import dlib

    view = view_of(face.landmarks, share=0.6, size=_SIZE)
    cut = Levels(pixels).cut(view)
    whole = view.matrix()
    points = face.landmarks[:, :2] @ whole[:, :2].T + whole[:, 2]
    box = dlib.rectangle(*(round(float(v)) for v in _detector_box(points)))
    seen, known = predictor(cut, box), points[list(_FIVE)]
    off = np.array([(part.x, part.y) for part in seen.parts()]) - known
    start, end = _AMISS
    amiss = float(np.linalg.norm(off, axis=1).max() / max(float(np.linalg.norm(known[0] - known[2])), 1e-6))
    if amiss > start:
        mixed = known + off * max(0.0, (end - amiss) / (end - start))
        seen = dlib.full_object_detection(box, [dlib.point(round(float(x)), round(float(y))) for x, y in mixed])
    return cut, seen


def _detector_box(points: np.ndarray) -> tuple[float, float, float, float]:
    """The square that dlib's frontal detector, on whose boxes the five-point model was trained, would put here."""
    left, right = points[list(_OVAL), 0].min(), points[list(_OVAL), 0].max()
    top, bottom = points[list(_BROWS), 1].min(), points[list(_OVAL), 1].max()
    half = 0.5 * max(right - left, bottom - top)
    x, y = (left + right) / 2, (top + bottom) / 2
    return x - half, y - half, x + half, y + half
