"""PySide reads the source of every module that is imported, and Python keeps what was read: neither is wanted here."""

import linecache
import sys
from types import ModuleType

_FEATURES = "shibokensupport.feature"
_LOOKS = "_mod_uses_pyside"


def leave_sources_unread() -> None:
    """From now on no module is read because it is imported; what was read until now is let go of.

    PySide (shibokensupport/feature.py) looks in a module's source for its own name: where it stands, one could write
    `from __feature__ import snake_case`. Nobody does so here. With torch and MediaPipe that was 64 MB of lines, which
    `linecache` keeps for as long as the program runs, and a seventh of the time that importing torch takes. Where
    another PySide does it otherwise, it goes on doing it.
    """
    features = sys.modules.get(_FEATURES)
    if features is not None and hasattr(features, _LOOKS):
        setattr(features, _LOOKS, _uses_features)
    linecache.clearcache()  # a traceback reads again what it shows


def _uses_features(module: ModuleType) -> bool:
    return False
