"""MediaPipe comes without matplotlib and calls nobody."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]


def answer(code: str, **environment: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False,
                          env={**os.environ, **environment})
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout.strip()


def test_matplotlib_is_imported_only_when_something_is_plotted() -> None:
    assert answer("""
import sys
from engine.photo.mediapipe_loading import load_mediapipe
mediapipe = load_mediapipe()
assert not [name for name in sys.modules if name.split(".")[0] == "matplotlib"]
drawing = sys.modules["mediapipe.tasks.python.vision.drawing_utils"]
assert drawing.plt.figure.__module__ == "matplotlib.pyplot"
import matplotlib.pyplot
assert matplotlib.pyplot.figure is drawing.plt.figure
print("later")
""") == "later"


def test_only_c_libraries_of_this_process_find_no_way_out() -> None:
    """Its usage reports go through the proxy that C libraries find; children are told of the user's own."""
    assert answer("""
import ctypes, os, subprocess, sys
from engine.photo.mediapipe_loading import load_mediapipe
from engine.process.group import see_off, start_group
load_mediapipe()
found = ctypes.CDLL(None).getenv
found.restype = ctypes.c_char_p
print(found(b"https_proxy"), found(b"no_proxy"), found(b"NO_PROXY"))
print(os.environ["https_proxy"], os.environ["no_proxy"])
child = start_group([sys.executable, "-c", "import os; print(os.environ['https_proxy'], os.environ['no_proxy'])"],
                    subprocess.PIPE, subprocess.STDOUT)
print(child.stdout.read().decode())
see_off(child, None)
""", https_proxy="http://proxy.example:3128", no_proxy="*").split("\n")[:3] == [
        "b'none://' None None", "http://proxy.example:3128 *", "http://proxy.example:3128 *"]
