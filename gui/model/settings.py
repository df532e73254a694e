"""What a user may set about the program itself. A broken or foreign value counts as the default, never as an error."""

import shutil
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSettings


@dataclass(frozen=True)
class Preference:
    """One number in the settings. key: where it is kept. choices: what the dialog offers, in `default`'s unit."""

    key: str
    default: int
    choices: tuple[int, ...]

    def value(self, settings: QSettings | None = None) -> int:
        """What is set, if it is one of the choices; else the default."""
        stored = (settings or QSettings()).value(self.key, self.default)
        try:
            number = int(stored)  # type: ignore[call-overload]
        except (TypeError, ValueError, OverflowError):
            return self.default
        return number if number in self.choices else self.default

    def set(self, number: int, settings: QSettings | None = None) -> None:
        """Keep a value. ValueError when it is not one of the choices."""
        if number not in self.choices:
            raise ValueError(number)
        (settings or QSettings()).setValue(self.key, number)


PREVIEW_SIDE = Preference("preview/side", 1024, (512, 768, 1024))
"""Pixels: the largest side of a face's patch on the canvas. A smaller one answers quicker on a slow machine."""

AUTOSAVE_SECONDS = Preference("autosave/seconds", 3, (2, 3, 5))
"""Seconds between two automatic savings of unsaved work. None is so long that a crash could cost more than ten, the
writing of a large photo included; what an earlier version let one set counts as the default."""

MEMORY_MEGABYTES = Preference("engine/memory", 1024, (512, 1024, 2048, 4096, 8192))
"""Megabytes that prepared faces and networks may hold in memory before the least recently used one is let go."""


def keep_settings_together() -> None:
    """On Linux, have Qt keep what it remembers of its own dialogs in our folder of settings, not beside it.

    Qt's file dialog writes the folders that were visited where it keeps settings in the system's own format; so ours
    are in the other one, of the same make. What both were before is copied once. Elsewhere the dialogs are the
    system's. The application has its names.
    """
    if sys.platform in ("win32", "darwin"):
        return
    native, scope = QSettings.Format.NativeFormat, QSettings.Scope.UserScope
    before = [Path(QSettings(native, scope, *names).fileName())
              for names in ((QCoreApplication.organizationName(), QCoreApplication.applicationName()), ("QtProject",))]
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    ours = Path(QSettings().fileName())
    QSettings.setPath(native, scope, str(ours.parent))
    for old, new in zip(before, (ours, ours.parent / before[1].name), strict=True):
        if old != new and old.is_file() and not new.exists():
            with suppress(OSError):
                new.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(old, new)
