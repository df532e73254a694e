"""Every heavy package in one process with a window: none may spoil Qt for the others (OpenCV brings its own)."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from engine.models.store import ModelStore

ROOT = Path(__file__).resolve().parent.parent

WINDOW = """
import os
from PySide6.QtWidgets import QApplication, QLabel
application = QApplication([])
label = QLabel("open")
label.show()
application.processEvents()
assert label.isVisible() and not label.grab().isNull()
assert application.platformName() == "offscreen"
spoilt = [name for name in ("QT_QPA_PLATFORM_PLUGIN_PATH", "QT_QPA_FONTDIR") if name in os.environ]
assert not spoilt, spoilt
print("open")
"""
PACKAGES = "from engine.base.opencv import cv2\nimport mediapipe, torch, onnxruntime, dlib, moderngl, scipy.sparse\n"
FACES = """
from engine.models.store import ModelStore
from engine.photo.analyser import FaceAnalyser
from engine.photo.picture import read_picture
from engine.base.paths import RESOURCES
assert FaceAnalyser(ModelStore()).faces(read_picture(RESOURCES / "samples" / "neutral.jpg").pixels)
"""


@pytest.mark.parametrize("before", [PACKAGES, FACES], ids=["packages", "faces"])
def test_a_window_opens_after_everything_else_is_loaded(before: str, model_store: ModelStore) -> None:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("QT_")}
    environment |= {"QT_QPA_PLATFORM": "offscreen", "FACEWRIGHT_MODELS": str(model_store.folder)}
    answer = subprocess.run([sys.executable, "-c", before + WINDOW], cwd=ROOT, capture_output=True, text=True,
                            env=environment, check=False)
    assert answer.returncode == 0, answer.stderr[-2000:]
    assert answer.stdout.strip() == "open"
