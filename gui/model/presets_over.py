"""Whether presets are laid over the smile that the photo shows: one choice for the window, remembered."""

from PySide6.QtCore import QSettings

from engine.expression.presets import Preset, laid_over

_KEY = "presets/over"


def presets_over() -> bool:
    """False: presets that do not smile take the photo's own smile out first."""
    return bool(QSettings().value(_KEY, False, bool))


def set_presets_over(over: bool) -> None:
    QSettings().setValue(_KEY, over)


def worn(preset: Preset) -> Preset:
    """The preset as it is laid on now."""
    return laid_over(preset) if presets_over() else preset
