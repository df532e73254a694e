"""Whether a window can open on this machine."""

import os
import sys


def has_display() -> bool:
    """Always on Windows and macOS; on Linux when a display is named, or Qt is told to do without one."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
