"""The panels of the window, each declared once: the tabs are made of this list."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from gui.model.session import Session
from gui.panels.panel import Panel


@dataclass(frozen=True)
class PanelSpec:
    """label: what its tab says, in the language in use. build: makes it for a window on this session; imports what the
    panel needs."""

    id: str
    label: Callable[[], str]
    build: Callable[[Session], Panel]


def _expression(session: Session) -> Panel:
    from gui.panels.expression import ExpressionPanel

    panel = ExpressionPanel(session.document, session.choice, session.preset_pictures, session.expression_copy)
    panel.follow(session.preview)
    return panel


def _attributes(session: Session) -> Panel:
    from gui.panels.attributes import AttributesPanel

    return AttributesPanel(session.document, session.thread_, session.inversions)


def _rig(session: Session) -> Panel:
    from gui.panels.rig import RigPanel

    return RigPanel(session.document, session.thread_, session.rig_fits, session.person_photos,
                    session.face_textures)


PANELS: dict[str, PanelSpec] = {spec.id: spec for spec in (
    PanelSpec("expression", lambda: QCoreApplication.translate("MainWindow", "Expression"), _expression),
    PanelSpec("attributes", lambda: QCoreApplication.translate("MainWindow", "Attributes"), _attributes),
    PanelSpec("rig", lambda: QCoreApplication.translate("MainWindow", "Rig"), _rig),
)}
"""By id, in the order of their tabs."""
