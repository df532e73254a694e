"""Who draws the final picture once the hand rests, and how; remembered from start to start."""

from PySide6.QtCore import QObject, QSettings, Signal

from engine.errors import EngineError
from engine.expression.magicface.background import MaskPolicy
from engine.expression.magicface.settings import MagicFaceSettings
from engine.jobs import single
from gui.engine_thread import EngineThread

LIVE, MAGICFACE = "live", "magicface"

STEPS = (50, 20, 10)
GUIDANCE = (1.5, 3.0)
MOST_SEED = 2**31 - 1
"""What a number field of the window holds."""


class FinalChoice(QObject):
    """The renderer wanted and MagicFace's settings, kept in the program's settings; and whether it can draw here.

    changed: another renderer, or other settings.
    known:   it has been looked whether MagicFace can draw on this machine.
    """

    changed = Signal()
    known = Signal()

    def __init__(self, engine: EngineThread, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine, self._store = engine, QSettings()
        self._renderer = MAGICFACE if self._store.value("final/renderer") == MAGICFACE else LIVE
        self._settings = _read(self._store)
        self.looked = False
        self.lacking: EngineError | None = None
        """Why MagicFace cannot draw here, with what to do about it; None when it can or nobody has looked yet."""
        engine.engine_ready.connect(self.check)
        if engine.ready:
            self.check()

    @property
    def renderer(self) -> str:
        return self._renderer

    @property
    def settings(self) -> MagicFaceSettings:
        return self._settings

    @property
    def possible(self) -> bool:
        """Whether MagicFace can draw here, as far as is known."""
        return self.looked and self.lacking is None

    @property
    def by_magicface(self) -> bool:
        """Whether the final picture is MagicFace's: it is wanted, and it can."""
        return self._renderer == MAGICFACE and self.possible

    def choose(self, renderer: str) -> None:
        """LIVE or MAGICFACE."""
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
        """Look again whether MagicFace's files are here; `known` follows."""
        ticket = self._engine.submit("magicface", lambda engine: single(lambda: engine.lacks(MAGICFACE)), quiet=True)
        ticket.done.connect(self._checked)
        ticket.failed.connect(self._checked)

    def _checked(self, lacking: EngineError | None) -> None:
        self.looked, self.lacking = True, lacking
        self.known.emit()


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
