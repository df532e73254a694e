"""MediaPipe, imported in one place, kept from calling home and without what it never needs: ``load_mediapipe()``.

The library in its wheels counts what it is used for and sends that to its maker (play.googleapis.com) from a thread of
its own, from the first face looked for; there is no switch (github.com/google-ai-edge/mediapipe/issues/6291). It goes
through libcurl, which asks the process's environment for a proxy each time: one of a kind that does not exist ends the
attempt before any name is looked up. Only C libraries of this process see that; `os.environ`, and with it every child
that is to reach the network, keeps the user's.

Its drawing helpers import matplotlib's pyplot for one function that plots landmarks in 3D. That takes a third of a
second in every process that looks for a face, and longer the first time, when it lists the machine's fonts and keeps
the list. So for as long as MediaPipe is imported, a stand-in takes pyplot's place, which becomes the real one as soon
as anybody wants something of it.
"""

import importlib
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any

NOWHERE = "none://"
_PACKAGE, _PYPLOT = "matplotlib", "matplotlib.pyplot"


def load_mediapipe() -> Any:
    """The mediapipe module; Any because it has no types. ImportError when it is not installed."""
    import engine.base.opencv  # noqa: F401 - before mediapipe, which imports OpenCV without minding Qt's environment

    _keep_it_home()
    with _matplotlib_later():
        import mediapipe

    return mediapipe


def _keep_it_home() -> None:
    """See above. Environments of C libraries and of Python are two: these calls change the first alone."""
    os.putenv("https_proxy", NOWHERE)  # asked for before any other spelling
    for name in ("no_proxy", "NO_PROXY"):  # they would name hosts for which there is no proxy
        os.unsetenv(name)


class _Later(ModuleType):
    """Stands for a module, and imports it when something of it is asked for."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # asked by the import itself
            raise AttributeError(name)
        return getattr(importlib.import_module(self.__name__), name)


@contextmanager
def _matplotlib_later() -> Iterator[None]:
    """Let `import matplotlib.pyplot` import nothing yet; where it is imported already it stays as it is."""
    if _PACKAGE in sys.modules:
        yield
        return
    package, pyplot = ModuleType(_PACKAGE), _Later(_PYPLOT)
    for stand_in in (package, pyplot):
        stand_in.__spec__ = ModuleSpec(stand_in.__name__, None)  # another thread may ask whether matplotlib is there
    package.pyplot = pyplot  # type: ignore[attr-defined]
    sys.modules |= {_PACKAGE: package, _PYPLOT: pyplot}
    try:
        yield
    finally:
        for name, stand_in in ((_PYPLOT, pyplot), (_PACKAGE, package)):
            if sys.modules.get(name) is stand_in:
                del sys.modules[name]
