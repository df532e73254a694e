"""Facewright's engine: everything the editor can do, with no window and no Qt.

Importing this package, or any module in it, loads no heavy library: torch, onnxruntime, mediapipe, dlib and moderngl
are imported inside the functions that need them, so that a window shows at once and ``--version`` answers at once.
What these libraries find in the environment and in the process's locale is set here, before any of them is loaded.
"""

from engine.base.surroundings import prepare

prepare()
