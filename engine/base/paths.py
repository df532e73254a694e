"""Where the program's own data lies, and where it keeps what it downloads and remembers."""

import os
import sys
from pathlib import Path

RESOURCES = Path(__file__).resolve().parents[2] / "resources"


def models_folder() -> Path:
    """Folder of the trained models; ``FACEWRIGHT_MODELS`` overrides it. May be shared. Not created here."""
    return Path(os.environ.get("FACEWRIGHT_MODELS") or data_folder() / "models").expanduser()


def data_folder() -> Path:
    """Folder for models and recovery files, per user; ``FACEWRIGHT_DATA`` overrides it. Not created here."""
    override = os.environ.get("FACEWRIGHT_DATA")
    if override:
        return Path(override).expanduser()
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local")) / "Facewright"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "Facewright"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "facewright"


def cache_folder() -> Path:
    """Folder for what libraries work out once and may lose, per user; inside ``FACEWRIGHT_DATA`` if that is set.

    Not created here.
    """
    if os.environ.get("FACEWRIGHT_DATA") or sys.platform == "win32":
        return data_folder() / "cache"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "Facewright"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "facewright"
