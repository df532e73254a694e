"""What the window knows of a panel."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget


class Panel(QWidget):
    """One tab at the right of the window.

    problem:          an EngineError to be told above the canvas.
    refused:          an EngineError that answers what somebody just asked for in it: told in a box of its own.
    noted:            what is to be known (Text) though nothing went wrong: told above the canvas.
    reversible:       what was done (Text) outside the history of the photo, and what takes it back.
    models_requested: a trained model is missing: its id in the catalogue.
    export_requested: the page of the export dialog that is wanted.
    blend_requested:  the head of the shown rig (`ShownRig`) is to be blended with others; what is locked stays; what
                      it wears (`HeadLikeness`, `HeadWear`, further photos), the blend wears, too.
    photos_requested: more photos of the chosen face's person are to be added, or taken away.
    beside_changed:   what `beside` says.
    """

    problem = Signal(object)
    refused = Signal(object)
    noted = Signal(object)
    reversible = Signal(object, object)
    models_requested = Signal(str)
    export_requested = Signal(str)
    blend_requested = Signal(object, object, object)
    photos_requested = Signal()
    beside_changed = Signal()

    def beside(self) -> QWidget | None:
        """What it would rather show beside the photo than in itself; None for nothing."""
        return None

    def tell_room_beside(self, there: bool) -> None:
        """Whether there is room beside the photo now for what `beside` gives."""

    def take_back(self) -> None:
        """What stood beside the photo is in the panel again."""
