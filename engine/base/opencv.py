"""OpenCV, imported in one place: ``from engine.base.opencv import cv2``.

There is exactly one OpenCV in the installation, opencv-contrib-python, because mediapipe requires that one by name.
Its Linux wheels carry a Qt of their own and, when imported, point Qt's environment at it; a PySide6 window opened
afterwards would look for its platform plugin and fonts in the wrong folder. So the environment is put back.
"""

import os

_QT_VARIABLES = ("QT_QPA_PLATFORM_PLUGIN_PATH", "QT_QPA_FONTDIR")
_before = {name: os.environ.get(name) for name in _QT_VARIABLES}

import cv2  # noqa: E402

for _name, _value in _before.items():
    if _value is None:
        os.environ.pop(_name, None)
    else:
        os.environ[_name] = _value

# One picture at a time on few cores: OpenCV's own pool would fight the renderer's threads.
__all__ = ["cv2"]
