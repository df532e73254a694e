"""What a user may set about the program itself. A broken or foreign value counts as the default, never as an error."""

import os
import sys
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QCoreApplication, QSettings, QStandardPaths

from engine.base.errors import EngineError
from engine.base.files import is_unusual, read_limited, unreadable
from engine.base.text import Text
from engine.base.writing import write_whole

LARGEST = 1 << 22
"""Bytes of a file of settings; ours has some thousand."""
_OLD, _OF_QT = "{0}.conf", "QtProject.conf"


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

MEMORY_MEGABYTES = Preference("engine/memory", 0, (0, 512, 1024, 2048, 4096, 8192))
"""Megabytes that prepared faces and networks may hold in memory before the least recently used one is let go; 0 for
what suits this machine."""


@dataclass(frozen=True)
class Surrounding:
    """A choice that the engine reads from a variable of the environment, kept in the settings. Whoever starts the
    program with the variable set overrules what is kept, for that run.

    other: the choice that any other value of the variable means.
    """

    key: str
    variable: str
    choices: tuple[str, ...]
    other: str

    def value(self) -> str:
        """What is in force, the first choice where nothing is set."""
        found = os.environ.get(self.variable, "")
        return found if found in self.choices else self.other if found else self.choices[0]

    def set(self, value: str) -> None:
        """Keep another choice, and put it in force for whatever reads it from now on. What is in force already may be
        so for this run alone, and is not kept. ValueError for what is none."""
        if value not in self.choices:
            raise ValueError(value)
        if value != self.value():
            os.environ[self.variable] = value
            QSettings().setValue(self.key, value)

    def enforce(self) -> None:
        """At the start, before the engine is there."""
        kept = QSettings().value(self.key)
        if kept in self.choices and not os.environ.get(self.variable):
            os.environ[self.variable] = str(kept)


NETWORK = Surrounding("network/offline", "FACEWRIGHT_OFFLINE", ("0", "1"), other="1")
"""Whether the program stays away from the network: "0" not, "1" it does."""

GRAPHICS = Surrounding("engine/graphics", "FACEWRIGHT_GL", ("auto", "software", "none"), other="auto")
"""What draws: a graphics card where there is one; OpenGL in software; neither."""


def keep_settings_together() -> None:
    """On Linux, have Qt keep what it remembers of its own dialogs in our folder of settings, not beside it.

    Qt's file dialog writes the folders that were visited where it keeps settings in the system's own format; so ours
    are in the other one, of the same make. What both were before is copied once. Elsewhere the dialogs are the
    system's. The application has its names.
    """
    if sys.platform in ("win32", "darwin"):
        return
    native, scope = QSettings.Format.NativeFormat, QSettings.Scope.UserScope
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    place = _settings_folder()
    if unreadable_settings() is not None:
        place = Path(_instead().name)
        QSettings.setPath(QSettings.Format.IniFormat, scope, str(place))
    program, ours = QCoreApplication.applicationName(), place / QCoreApplication.organizationName()
    QSettings.setPath(native, scope, str(ours))
    for old, new in ((_OLD.format(program), f"{program}.ini"), (_OF_QT, _OF_QT)):
        before = (ours if old != _OF_QT else place) / old
        if not (ours / new).exists():
            with suppress(OSError, EngineError):
                data = read_limited(before, LARGEST)
                ours.mkdir(parents=True, exist_ok=True)
                write_whole(ours / new, data)


def unreadable_settings() -> Text | None:
    """What keeps the settings from being read, when something does: Qt would wait for ever for whoever writes into a
    named pipe, and take all memory for a file of gigabytes. The settings are then the default ones."""
    organization, program = QCoreApplication.organizationName(), QCoreApplication.applicationName()
    ours = _settings_folder() / organization
    for path in (ours / f"{program}.ini", ours.with_name(f"{organization}.ini"), ours / _OF_QT):
        try:
            if path.exists() or is_unusual(path):
                read_limited(path, LARGEST)
        except (OSError, EngineError) as error:
            why = error.message if isinstance(error, EngineError) else unreadable(path, error).message
            return Text("{0}: so the settings are the default ones, and changes are not kept", why)
    return None


def _settings_folder() -> Path:
    """Where Qt keeps settings on Linux, asked for without having it open a file there."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation))


@cache
def _instead() -> TemporaryDirectory[str]:
    """An empty folder in place of that, until the program ends."""
    return TemporaryDirectory(prefix="facewright-")
