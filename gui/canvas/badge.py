"""What is said of the frame on the canvas: draft or final, who drew it, how long it took."""

from PySide6.QtCore import QCoreApplication

from engine.render.request import Frame, Quality
from engine.systems import RENDERERS
from gui.style.theme import tokens
from gui.words.renderers import renderer_name


def badge(frame: Frame, awaited: bool = False) -> tuple[str, str]:
    """Words and the colour of their dot. awaited: another renderer's final picture is still to come."""
    renderer = frame.request.rendering.renderer
    if not RENDERERS[renderer].live:
        name = renderer_name(renderer)
        words = QCoreApplication.translate("Canvas", "{0} · {1} s").format(name, f"{frame.milliseconds / 1000:.1f}")
        return words, tokens().good
    draft = awaited or frame.quality is Quality.DRAFT
    colour = tokens().warn if draft else tokens().good
    if frame.milliseconds >= 1000:
        words = (QCoreApplication.translate("Canvas", "Draft · {0} s") if draft
                 else QCoreApplication.translate("Canvas", "Final · {0} s"))
        return words.format(f"{frame.milliseconds / 1000:.1f}"), colour
    words = (QCoreApplication.translate("Canvas", "Draft · {0} ms") if draft
             else QCoreApplication.translate("Canvas", "Final · {0} ms"))
    return words.format(round(frame.milliseconds)), colour
