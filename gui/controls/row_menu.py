"""What a right click, the menu key or Shift+F10 offers for a value, a row of a panel, the head of a group."""

from collections.abc import Callable, Collection

from PySide6.QtWidgets import QWidget

from engine.base.controls import Control
from gui.controls.clipboard_value import copy_value, value_to_paste
from gui.controls.context_menu import ContextMenu
from gui.controls.control_group import ControlGroup
from gui.controls.control_row import ControlRow
from gui.words import language


class ValueMenu(ContextMenu):
    """Reset, copy and paste of one value: all there is for a slider that stands alone."""

    def __init__(self, parent: QWidget, control: Control, value: float, reset: Callable[[], object],
                 take: Callable[[float], object], changed: bool | None = None) -> None:
        """take: sets the value. changed: whether there is something to reset, where that is more than this value."""
        super().__init__(parent)
        held = value_to_paste(control, value)
        self.add(self.tr("Reset"), reset, value != control.default if changed is None else changed)
        self.add(self.tr("Copy value"), lambda: copy_value(value))
        self.add(self.tr("Paste value"), lambda: take(value if held is None else held), held is not None)


class RowMenu(ValueMenu):
    """The same for a row, its link, star and lock, and its group."""

    def __init__(self, row: ControlRow, side: int, link: Callable[[bool], object],
                 reset_group: Callable[[], object], group_changed: bool) -> None:
        """side: of the two of a pair, which it was asked for. group_changed: whether there is something to reset in
        its group."""
        control = row.controls[side]
        super().__init__(row, control, row.values()[control.id], row.reset, lambda value: row.set_side(side, value),
                         row.is_changed)
        if len(row.controls) == 2:
            differ = len(set(row.values().values())) > 1
            self.addSeparator()
            self.add_check(self.tr("Move left and right together"), link, row.linked)
            self.add(self.tr("Copy left to right"), lambda: row.copy_across(0), differ)
            self.add(self.tr("Copy right to left"), lambda: row.copy_across(1), differ)
        self.addSeparator()
        self.add_check(self.tr("Favourite"), lambda _: row.toggle_favourite(), row.favourite)
        if row.lockable:
            self.add_check(self.tr("Lock"), lambda _: row.toggle_locked(), row.locked)
        self.addSeparator()
        group = language.translated("controls", control.group)
        self.add(self.tr("Reset {0}").format(group), reset_group, group_changed)


class GroupMenu(ContextMenu):
    """What can be done with all rows under a heading."""

    def __init__(self, group: ControlGroup, reset: Callable[[], object], fold_all: Callable[[bool], object],
                 folds: Collection[bool], locked: bool, lock: Callable[[bool], object]) -> None:
        """folds: of all groups, whether they are open. locked: whether all its rows are."""
        super().__init__(group)
        self.add(self.tr("Reset group"), reset, group.header.count > 0)
        if group.lockable:
            self.add_check(self.tr("Lock group"), lock, locked)
        self.addSeparator()
        self.add(self.tr("Unfold all"), lambda: fold_all(True), not all(folds))
        self.add(self.tr("Fold all"), lambda: fold_all(False), any(folds))
