"""What a panel of controls remembers from one run to the next: sets of names, under the panel's key."""

from collections.abc import Collection

from PySide6.QtCore import QSettings


class PanelMemory:
    """Favourites, free pairs, locks and folds of one table."""

    def __init__(self, settings: QSettings, key: str) -> None:
        self._settings, self._key = settings, key

    def names(self, what: str, default: Collection[str] = ()) -> set[str]:
        """What was kept; `default` where nothing ever was. What is no name is left out."""
        value = self._settings.value(f"controls/{self._key}/{what}")
        if value is None:
            return set(default)
        return {item for item in ([value] if isinstance(value, str) else value or []) if isinstance(item, str)}

    def keep(self, what: str, names: Collection[str]) -> None:
        self._settings.setValue(f"controls/{self._key}/{what}", sorted(names))
