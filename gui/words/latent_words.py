"""What was measured of the latent renderer's units, in the language of the window."""

import re

from PySide6.QtCore import QCoreApplication

from engine.expression.latent.measures import WORDS
from engine.expression.latent.units import besides, support_of
from engine.expression.units import CONTROLS
from gui.words.engine_texts import told
from gui.words.language import control_label, translated

_BRINGS = re.compile(r"brings along (.+)")
_UNSEEN = re.compile(r"cannot be measured: (.+) is never seen on drawn faces")
_NOTE = re.compile(r"([\w.]+) (brings along .+|is weak)")
_SHARE = re.compile(r"([\w.]+): (\S+ of what was asked)")


def latent_remark(control: str) -> str:
    """What comes along with a control that can be drawn, or why it cannot; "" when there is nothing to say."""
    words = _said(besides(control))
    if support_of(control) == "no":
        if not words:
            return QCoreApplication.translate("LatentWords", "Latent cannot draw this")
        return QCoreApplication.translate("LatentWords", "Latent cannot draw this: {0}").format(words)
    return QCoreApplication.translate("LatentWords", "Latent: {0}").format(words) if words else ""


def latent_note(note: str) -> str:
    """What the renderer says of a picture that it drew."""
    found = _NOTE.fullmatch(note)
    if found:
        return f"{_unit(found[1])}: {_said(found[2])}"
    found = _SHARE.fullmatch(note)
    return told(f"{_unit(found[1])}: {found[2]}" if found else note)


def _unit(name: str) -> str:
    return control_label(CONTROLS[CONTROLS.ids(name)[0]], with_side=False) if name in CONTROLS.names else name


def _said(words: str) -> str:
    if words == "is weak":
        return QCoreApplication.translate("LatentWords", "weak")
    if words == "what is asked for does not come":
        return QCoreApplication.translate("LatentWords", "what is asked for does not come")
    unseen, brings = _UNSEEN.fullmatch(words), _BRINGS.fullmatch(words)
    if unseen:
        return QCoreApplication.translate("LatentWords", "{0} is never seen on drawn faces").format(_measure(unseen[1]))
    if not brings:
        return words
    parts = []
    for part in brings[1].split(", "):
        way, _, name = part.partition(" ")
        words = (QCoreApplication.translate("LatentWords", "more {0}") if way == "more"
                 else QCoreApplication.translate("LatentWords", "less {0}"))
        parts.append(words.format(_measure(name)))
    comma = QCoreApplication.translate("Renderers", ", ")
    return QCoreApplication.translate("LatentWords", "brings along {0}").format(comma.join(parts))


def _measure(name: str) -> str:
    return translated("measures", WORDS.get(name, name))
