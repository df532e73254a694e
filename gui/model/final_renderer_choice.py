"""Who draws the final picture once the hand rests, and how; remembered from start to start."""

from PySide6.QtCore import QObject, QSettings, Signal

from engine.base.controls import Control
from engine.base.errors import EngineError
from engine.base.jobs import single
from engine.base.look import Look
from engine.facade import EngineFacade
from engine.render.request import Rendering
from engine.systems import RENDERERS
from gui.model.ask import Ask
from gui.model.engine_thread import EngineThread
from gui.model.lanes import Rank

FIRST = next(iter(RENDERERS))
"""The renderer that is there on every machine."""


class FinalRendererChoice(QObject):
    """The renderer wanted and every renderer's settings, kept in the program's settings; and which can draw here.

    changed: another renderer, or other settings.
    known:   it has been looked which renderers can draw on this machine.
    """

    changed = Signal()
    known = Signal()

    def __init__(self, engine: EngineThread, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine, self._store = engine, QSettings()
        stored = self._store.value("final/renderer")
        self._renderer = stored if isinstance(stored, str) and stored in RENDERERS else FIRST
        self._settings = {spec.id: _read(self._store, spec.id) for spec in RENDERERS.values()}
        self.looked = False
        self._lacking: dict[str, EngineError | None] = {}
        self._check: Ask[dict[str, EngineError | None]] | None = None
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
        return self._renderer if self.possible(self._renderer) else FIRST

    def rendering(self, renderer: str) -> Rendering:
        """A renderer with its settings."""
        return Rendering(renderer, self._settings[renderer])

    def lacking(self, renderer: str) -> EngineError | None:
        """Why a renderer cannot draw here, with what to do about it; None when it can or nobody has looked yet."""
        return self._lacking.get(renderer)

    def possible(self, renderer: str) -> bool:
        """Whether a renderer can draw here, as far as is known."""
        return renderer == FIRST or (self.looked and self.lacking(renderer) is None)

    def choose(self, renderer: str) -> None:
        """One of RENDERERS."""
        if renderer != self._renderer:
            self._renderer = renderer
            self._store.setValue("final/renderer", renderer)
            self.changed.emit()

    def value(self, renderer: str, control: Control) -> float:
        """One setting of a renderer."""
        return self._settings[renderer].get(control.id, control.default)

    def change(self, renderer: str, values: dict[str, float]) -> None:
        """Draw by a renderer like this from now on. UsageError for a value that it cannot take."""
        table = RENDERERS[renderer].settings
        settings = self._settings[renderer].changed(table, values)
        if settings != self._settings[renderer]:
            self._settings[renderer] = settings
            for control in table:
                self._store.setValue(_key(renderer, control), settings.get(control.id, control.default))
            self.changed.emit()

    def check(self, *_: object) -> None:
        """Look again whether the renderers' files are here; `known` follows."""
        self._check = Ask(self, "renderers", lambda engine: single(lambda: _lacking(engine)), Rank.QUIET) \
            .then(self._checked).failed(self._not_checked).start(self._engine, replacing=self._check)

    def _checked(self, lacking: dict[str, EngineError | None]) -> None:
        self.looked, self._lacking = True, lacking
        self.known.emit()

    def _not_checked(self, error: EngineError) -> None:
        self._checked(dict.fromkeys((renderer for renderer in RENDERERS if renderer != FIRST), error))


def _lacking(engine: EngineFacade) -> dict[str, EngineError | None]:
    return {renderer: engine.lacking(renderer) for renderer in RENDERERS}


def _key(renderer: str, control: Control) -> str:
    return f"final/{renderer}/{control.id}"


def _read(store: QSettings, renderer: str) -> Look:
    """What is stored, each value by itself; a broken or foreign one counts as the default."""
    table, values = RENDERERS[renderer].settings, {}
    for control in table:
        stored = store.value(_key(renderer, control), store.value(f"final/{control.id}"))  # as the first version had it
        words = {choice.word: choice.value for choice in control.choices if choice.word}
        try:
            value = control.check(words.get(stored, stored) if isinstance(stored, str) else stored)  # type: ignore[arg-type]
        except EngineError:
            continue
        offered = [choice.value for choice in control.choices]
        if not offered or value in offered:
            values[control.id] = value
    return Look.of(table, values)
