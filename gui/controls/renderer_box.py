"""Who draws what is written to files: a field for dialogs."""

from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QWidget

from engine.render.request import Rendering
from engine.systems import RENDERERS
from gui.controls.tip import set_tip
from gui.controls.wheel import ChoiceBox
from gui.model.final_renderer_choice import FinalRendererChoice
from gui.words.engine_texts import shown_error
from gui.words.renderers import renderer_name


class RendererBox(ChoiceBox):
    """The renderers, to begin with whoever draws the final picture on the canvas; `rendering` says which, and how.

    One that cannot draw on this machine is grey and says why.
    """

    def __init__(self, choice: FinalRendererChoice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choice = choice
        self.setAccessibleName(self.tr("Drawn by"))
        for renderer in RENDERERS:
            self.addItem(renderer_name(renderer), renderer)
        self.setCurrentIndex(self.findData(choice.drawing))
        choice.known.connect(self._show)
        self._show()

    @property
    def renderer(self) -> str:
        return self.currentData()

    @property
    def rendering(self) -> Rendering:
        """The renderer chosen, with its settings."""
        return self._choice.rendering(self.renderer)

    def _show(self) -> None:
        choice, model = self._choice, self.model()
        assert isinstance(model, QStandardItemModel)
        missing = []
        for place, renderer in enumerate(RENDERERS):
            model.item(place).setEnabled(choice.possible(renderer))
            lacking = choice.lacking(renderer)
            words = shown_error(lacking) if lacking is not None else ""
            set_tip(model.item(place), words)
            missing += [f"{renderer_name(renderer)}: {words}"] if words else []
        set_tip(self, "\n".join(missing))
        if not choice.possible(self.renderer):
            self.setCurrentIndex(0)
