"""Asking for a file to write: no dialog replaces one that was not asked about."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from gui.controls.message import is_sure
from gui.words.plain import short


def ask_save_path(parent: QWidget, title: str, start: Path, kinds: Sequence[tuple[str, str]],
                  endings: Sequence[str] = (), asked_later: bool = False) -> Path | None:
    """Where to write, None when the person thought better of it.

    kinds:       what they are called and how their names end, the usual one first. A name that ends in none of them
                 gets the ending of the chosen kind, and when there is such a file, the same question as a full name.
    endings:     others that are left as they are.
    asked_later: the caller asks about files that are there (`may_replace`), when it really writes.
    """
    filters = ";;".join(f"{name} (*{suffix})" for name, suffix in kinds)
    endings = [*(suffix for _, suffix in kinds), *endings]
    if asked_later:
        typed, chosen = QFileDialog.getSaveFileName(parent, title, str(start), filters,
                                                    options=QFileDialog.Option.DontConfirmOverwrite)
    else:
        typed, chosen = QFileDialog.getSaveFileName(parent, title, str(start), filters)
    if not typed:
        return None
    path = Path(typed)
    if path.suffix.lower() in endings:
        return path
    kind = next((suffix for name, suffix in kinds if chosen == f"{name} (*{suffix})"), kinds[0][1])
    path = path.with_name(path.name + kind)
    return path if asked_later or may_replace(parent, title, [path]) else None


def may_replace(parent: QWidget, title: str, paths: Sequence[Path]) -> bool:
    """Whether files may be written where some may be already; asks when one is."""
    there = [path.name for path in paths if path.exists()]
    if not there:
        return True
    question = QCoreApplication.translate("SavePath", "There is already {0}. Replace?")
    return is_sure(parent, title, question.format(", ".join(map(short, there))))
