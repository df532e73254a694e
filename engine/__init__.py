"""Facewright's engine: everything the editor can do, with no window and no Qt.

Importing this package, or any module in it, loads no heavy library: torch, onnxruntime, mediapipe, dlib and moderngl
are imported inside the functions that need them, so that a window shows at once and ``--version`` answers at once.
"""

import os

# OpenBLAS's threads wait for each other by spinning. Beside a window, a renderer and a second program they make small
# systems slower by tens of times, and nothing here is large enough to gain from them. Read when numpy first loads.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

# torch's threads too wait by spinning. On two cores that something else was using, a step of an inversion took .64 s
# instead of 3 s without that; on two quiet ones, drawing a face takes 2 to 4 % longer. Read when torch first loads.
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
