"""Where models lie on this machine, and how they get there."""

import os
from pathlib import Path

from engine.errors import EngineError
from engine.paths import data_folder


class ModelStore:
    """The folder of models: ``<folder>/<model id>/<file>``.

    folder:  where models lie; by default ``FACEWRIGHT_MODELS`` or the user's data folder.
    offline: never go to the network; also set by ``FACEWRIGHT_OFFLINE=1``.
    """

    def __init__(self, folder: Path | None = None, offline: bool = False) -> None:
        chosen = folder or os.environ.get("FACEWRIGHT_MODELS") or data_folder() / "models"
        self.folder = Path(chosen).expanduser()
        self.offline = offline or os.environ.get("FACEWRIGHT_OFFLINE", "") not in ("", "0")

    def path(self, model_id: str, file: str) -> Path:
        """The file of a model. EngineError with the command to get it when it is not there."""
        path = self.folder / model_id / file
        if not path.is_file():
            raise EngineError(f"the model {model_id} is not on this machine",
                              hint=f"get it with `facewright models get {model_id}`")
        return path
