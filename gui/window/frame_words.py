"""What is said of the picture on the canvas: draft or final, by whom, how quickly frames reach the eye."""

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from engine.render.request import Frame, Quality
from engine.systems import RENDERERS
from gui.style.theme import tokens
from gui.words.renderers import renderer_name


class FrameWords(NamedTuple):
    """text; the colour of its point, "#rrggbb"; more: what else there is to know."""

    text: str
    colour: str
    more: str


def frame_words(frame: Frame, awaited: bool = False, rate: float | None = None) -> FrameWords:
    """awaited: another renderer's final picture is still to come. rate: frames a second that were painted, while a hand
    moves."""
    renderer = frame.request.rendering.renderer
    live, colours = RENDERERS[renderer].live, tokens()
    name = renderer_name(renderer)
    more = QCoreApplication.translate("ViewerBar", "{0}, drawn in {1}").format(name, _took(frame.milliseconds))
    if not live:
        return FrameWords(QCoreApplication.translate("ViewerBar", "Final · {0}").format(name), colours.good, more)
    if awaited or frame.quality is Quality.DRAFT:
        text = QCoreApplication.translate("ViewerBar", "Draft")
        if rate is not None:
            text += " · " + QCoreApplication.translate("ViewerBar", "{0} fps").format(round(rate))
        return FrameWords(text, colours.warn, more)
    return FrameWords(QCoreApplication.translate("ViewerBar", "Final"), colours.good, more)


def _took(milliseconds: float) -> str:
    if milliseconds >= 1000:
        return QCoreApplication.translate("ViewerBar", "{0} s").format(f"{milliseconds / 1000:.1f}")
    return QCoreApplication.translate("ViewerBar", "{0} ms").format(round(milliseconds))
