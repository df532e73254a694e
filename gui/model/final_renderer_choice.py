"""Who draws the final picture once the hand rests, and how; remembered from start to start."""

from typing import Any

from PySide6.QtCore import QObject, QSettings, Signal

from engine.base.errors import EngineError
from engine.base.jobs import single
from engine.expression.magicface.background import MaskPolicy
from engine.expression.magicface.settings import MagicFaceSettings
from gui.model.engine_thread import EngineThread
from gui.model.lanes import Rank
from gui.model.renderers import LIVE, MAGICFACE, SLOW

STEPS = (50, 20, 10)
GUIDANCE = (1.5, 3.0)
MOST_SEED = 2**31 - 1
"""What a number field of the window holds."""


class FinalChoice(QObject):
    """The renderer wanted and MagicFace's settings, kept in the program's settings; and which can draw here.

    changed: another renderer, or other settings.
    known:   it has been looked which renderers can draw on this machine.
    """

    changed = Signal()
    known = Signal()

    def __init__(self, engine: EngineThread, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine, self._store = engine, QSettings()
        stored = self._store.value("final/renderer")
        self._renderer = stored if isinstance(stored, str) and stored in SLOW else LIVE
        self._settings = _read(self._store)
        self.looked = False
        self._lacking: dict[str, EngineError | None] = {}
        engine.engine_ready.connect(self.check)
        if engine.ready:
            self.check()

    @property
    def renderer(self) -> str:
        """The one that is wanted."""
        return self._renderer

    @property
    def drawing(self) -> str:
        """The one that draws the final picture: the one wanted if it can, else the live one."""
        return self._renderer if self.possible(self._renderer) else LIVE

    @property
    def settings(self) -> MagicFaceSettings:
        return self._settings

    def settings_of(self, renderer: str) -> MagicFaceSettings | None:
        """What a picture by a renderer depends on besides the look."""
        return self._settings if renderer == MAGICFACE else None

    def lacking(self, renderer: str) -> EngineError | None:
        """Why a renderer cannot draw here, with what to do about it; None when it can or nobody has looked yet."""
        return self._lacking.get(renderer)

    def possible(self, renderer: str) -> bool:
        """Whether a renderer can draw here, as far as is known."""
        return renderer == LIVE or (self.looked and self.lacking(renderer) is None)

    def choose(self, renderer: str) -> None:
        """LIVE, or one of `SLOW`."""
        if renderer != self._renderer:
            self._renderer = renderer
            self._store.setValue("final/renderer", renderer)
            self.changed.emit()

    def change(self, settings: MagicFaceSettings) -> None:
        """Draw by MagicFace like this from now on."""
        if settings != self._settings:
            self._settings = settings
            for key, value in (("steps", settings.steps), ("guidance", settings.guidance),
                               ("mask", settings.mask.value), ("seed", settings.seed)):
                self._store.setValue(f"final/{key}", value)
            self.changed.emit()

    def check(self, *_: object) -> None:
        """Look again whether the renderers' files are here; `known` follows."""
        ticket = self._engine.submit("renderers", lambda engine: single(lambda: _lacking(engine)), Rank.QUIET)
        ticket.done.connect(self._checked)
        ticket.failed.connect(self._not_checked)

    def _checked(self, lacking: dict[str, EngineError | None]) -> None:
        self.looked, self._lacking = True, lacking
        self.known.emit()

    def _not_checked(self, error: EngineError) -> None:
        self._checked(dict.fromkeys(SLOW, error))


def _lacking(engine: Any) -> dict[str, EngineError | None]:
    return {renderer: engine.lacks(renderer) for renderer in SLOW}


def _read(store: QSettings) -> MagicFaceSettings:
    """What is stored, each value by itself; a broken or foreign one counts as the default."""
    usual = MagicFaceSettings()

    def stored(name: str, kind, default):
        try:
            return kind(store.value(f"final/{name}", default))
        except (TypeError, ValueError, OverflowError):
            return default

    steps, guidance = stored("steps", int, usual.steps), stored("guidance", float, usual.guidance)
    seed = stored("seed", int, usual.seed)
    return MagicFaceSettings(
        steps if steps in STEPS else usual.steps, guidance if guidance in GUIDANCE else usual.guidance,
        stored("mask", MaskPolicy, usual.mask), seed if 0 <= seed <= MOST_SEED else usual.seed)
