"""How well a knob does what it says, in words: what its direction scored, and what it moves besides."""

from PySide6.QtCore import QCoreApplication

from engine.attributes.knobs import ATTRIBUTE, KNOBS, scores, side_effects
from engine.base.controls import Control
from gui.controls.row_features import Score
from gui.words import language

_NAMED = 3


def score_of(control: Control) -> Score | None:
    """None where nobody measured."""
    known = scores(control.id)
    if "auc" not in known:
        return None
    besides = side_effects(control.id)
    lines = [QCoreApplication.translate("AttributeScores", "Found with a score of {0} (AUC: 1 is perfect, 0.5 a guess)")
             .format(f"{known['auc']:.2f}")]
    if "effect" in known:
        words = QCoreApplication.translate("AttributeScores", "Turned by 1 it moves by {0} of how far faces differ")
        lines.append(words.format(f"{known['effect']:.2f}"))
    if besides:
        named = [f"{measure_label(name)} {much:+.1f}".replace("-", "−") for name, much in [*besides.items()][:_NAMED]]
        comma = QCoreApplication.translate("Renderers", ", ")
        lines.append(QCoreApplication.translate("AttributeScores", "Moves besides: {0}").format(comma.join(named)))
    most = max(map(abs, besides.values()), default=0.0)
    return Score(level(known["auc"], abs(known.get("effect", 0.0)), most), tuple(lines))


def level(auc: float, effect: float, besides: float) -> int:
    """3: told apart well, and does its own thing above all. 1: told apart poorly, or moves something else far more."""
    if auc >= 0.9 and besides <= effect:
        return 3
    return 1 if auc < 0.8 or besides > 1.5 * effect else 2


def measure_label(name: str) -> str:
    """What is measured on drawn faces, in the language in use: the knob's own name where there is one."""
    if ATTRIBUTE + name in KNOBS:
        return language.control_label(KNOBS[ATTRIBUTE + name])
    return language.translated("measures", name.replace("-", " "))
