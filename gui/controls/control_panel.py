"""A panel of sliders that builds itself from a table of controls."""

from collections.abc import Callable, Collection, Iterator, Mapping

from PySide6.QtCore import QSettings, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from engine.base.controls import Control, ControlTable
from engine.base.text import Term, Text
from gui.controls.control_group import ControlGroup
from gui.controls.control_row import ControlRow
from gui.controls.filter_bar import FilterBar, searchable
from gui.controls.label import Label
from gui.controls.panel_memory import PanelMemory
from gui.controls.panel_rows import features_of, rows_of
from gui.controls.row_features import Score
from gui.controls.row_menu import GroupMenu, RowMenu
from gui.controls.top_strip import TopStrip
from gui.controls.wheel import ScrollArea


class ControlPanel(QWidget):
    """Groups of rows with a filter box, "changed only", favourites, left/right links and resets.

    It holds no truth: `set_values` shows what the document says and emits nothing. What the artist does comes out as
    `gesture_started(name of the step)`, then `changing({id: value})` on every tick, then `changed({id: value}, name)`;
    resets and typed values come as such a sequence at once. `stepped(key)`, after a beginning: by an arrow key or the
    wheel; steps of one key that follow each other soon are one in the history. `retracted(name)`: the step of
    that name that ended last was the first click of a double-click and should be undone; the reset that it meant
    follows.
    `lock_toggled(row, on)`: a lock was touched; the panel remembers them itself unless somebody else does.
    `group_menu_made(menu, heading)`: it is about to open; more may be put into it.
    """

    gesture_started = Signal(object)
    stepped = Signal(str)
    changing = Signal(object)
    changed = Signal(object, object)
    retracted = Signal(str)
    lock_toggled = Signal(str, bool)
    group_menu_made = Signal(object, str)

    def __init__(self, table: ControlTable, key: str, parent: QWidget | None = None, *, lockable: bool = False,
                 keeps_locks: bool = True, unlockable: Collection[str] = (),
                 folded: Collection[str] = (), settings: QSettings | None = None,
                 group_type: type[ControlGroup] = ControlGroup,
                 score: Callable[[Control], Score | None] = lambda control: None) -> None:
        """key: under which favourites, links and folds are remembered. folded: groups closed the first time.

        lockable: rows have locks, but for those of the groups that are `unlockable`. keeps_locks: they are remembered
        here; else whoever sets them by `set_locked` does. group_type: lines of sliders, or knobs. score: how well a
        control does what it says.
        """
        super().__init__(parent)
        self._settings = settings if settings is not None else QSettings()
        self._lockable, self._keeps_locks, self._unlockable = lockable, keeps_locks, frozenset(unlockable)
        self._group_type, self._score = group_type, score
        self._values: dict[str, float] = {}
        self._remarks: dict[str, str] = {}
        self._idle: frozenset[str] = frozenset()
        self._levels: dict[str, int] = {}
        self.groups: dict[str, ControlGroup] = {}
        self._top: TopStrip | None = None
        self.bar = FilterBar()
        self.filter_box, self.reset_button = self.bar.filter_box, self.bar.reset_button
        self.changed_only, self.favourites_only = self.bar.changed_only, self.bar.favourites_only
        self.bar.changed.connect(self._filter)
        self.reset_button.clicked.connect(self.reset_all)
        self._build()
        self.set_table(table, key, folded)

    # -- building ----------------------------------------------------------------------------------------------
    def _build(self) -> None:
        self._content = QWidget()
        self._content.setObjectName("controlList")
        self._column = QVBoxLayout(self._content)
        self._column.setContentsMargins(0, 0, 0, 8)
        self._column.setSpacing(0)
        self.reason, self.nothing = Label(), Label()
        for hint in (self.reason, self.nothing):
            hint.setObjectName("hint")
            hint.setProperty("role", "dim")
            hint.setWordWrap(True)
            hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
            hint.hide()
            self._column.addWidget(hint)
        self.reason.setContentsMargins(16, 8, 16, 8)
        self.nothing.setContentsMargins(16, 24, 16, 24)
        self._column.addStretch(1)
        self.scroll_area = ScrollArea()
        self.scroll_area.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the sliders in it take the keys
        self.scroll_area.setWidgetResizable(True)
        self.scroll_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroll_area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.scroll_area.setWidget(self._content)
        bar = self.scroll_area.verticalScrollBar()
        bar.valueChanged.connect(self._make_visible)
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(0)
        self._lines.addWidget(self.bar)
        self._lines.addWidget(self.scroll_area, 1)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._make_visible)
        bar.rangeChanged.connect(lambda *_: self._soon.start())  # as high as the groups, or as the view, by now

    def set_top(self, strip: TopStrip, folds: bool = True, scrolls: bool = False) -> None:
        """Put a strip above the groups; it stays where it is while they scroll, unless it `scrolls` as well. folds:
        whether it is folded is remembered here."""
        self._top = strip
        if folds:
            strip.set_open(not self._memory.names("folded tops"))
            strip.folded.connect(self._fold_top)
        (self._column if scrolls else self._lines).insertWidget(0 if scrolls else 1, strip)
        self._show_top()
        self.chain()

    def _fold_top(self, is_open: bool) -> None:
        self._memory.keep("folded tops", () if is_open else ("top",))
        self._soon.start()

    def _show_top(self) -> None:
        """While only some sliders are asked for, what stands above them is out of the way."""
        if self._top is not None:
            self._top.setVisible(not self.bar.is_on)

    def set_reason(self, text: str) -> None:
        """Why nothing can be set, above the groups; "" when it can."""
        self.reason.setText(text)
        self.reason.setVisible(bool(text))

    def set_table(self, table: ControlTable, key: str, folded: Collection[str] = ()) -> None:
        """Show another table under its own key; values are forgotten until `set_values`."""
        self.key = key
        self._memory = PanelMemory(self._settings, key)
        self._favourites = self._memory.names("favourites")
        self._free = self._memory.names("free")
        self._locked = self._memory.names("locked") if self._keeps_locks else set()
        for group in self.groups.values():
            self._column.removeWidget(group)
            group.hide()
            group.deleteLater()
        self.table = table
        self.groups = {}
        self._values = {}
        rows = rows_of(table)
        closed = self._memory.names("folded", folded)
        features = features_of(rows, self.fontMetrics(), lambda title: self._lockable and title not in self._unlockable,
                               self._score, self._group_type.has_number)
        for title, named in rows.items():
            group = self._group_type(title, named, features[title], self._content)
            group.set_free(self._free)
            group.set_open(title not in closed)
            group.row_made.connect(self._adopt)
            group.height_changed.connect(self._soon.start)
            group.header.toggled.connect(lambda group=group: self._fold(group))
            group.header.reset_requested.connect(lambda group=group: self.reset_group(group.group))
            group.header.menu_requested.connect(lambda at, group=group: self.group_menu(group).open_at(at))
            self.groups[title] = group
            self._column.insertWidget(self._column.count() - 1, group)
        self._words = {name: searchable(name, controls) for group in self.groups.values()
                       for name, controls in group.specifications.items()}
        self.chain()
        self._filter()
        self._count()

    def chain(self) -> None:
        """What stands above the groups, then the groups in their order, for the Tab key."""
        last: QWidget = self.reset_button
        tops = self._top.stops() if self._top is not None else []
        for stop in (self.bar.all_button, *tops, *(group.header for group in self.groups.values())):
            QWidget.setTabOrder(last, stop)
            last = stop
        for group in self.groups.values():
            group.chain()

    def _adopt(self, row: ControlRow) -> None:
        row.set_remark(self._remarks.get(row.name, ""), row.name in self._idle)
        row.set_level(self._levels.get(row.name))
        row.set_favourite(row.name in self._favourites)
        row.set_locked(row.name in self._locked)
        row.set_values(self._values)
        row.gesture_started.connect(self.gesture_started)
        row.stepped.connect(self.stepped)
        row.changing.connect(self._row_changing)
        row.changed.connect(self._row_changed)
        row.retracted.connect(self.retracted)
        row.linked_changed.connect(self._link)
        row.favourite_changed.connect(self._favour)
        row.locked_changed.connect(self._lock)
        row.menu_requested.connect(lambda at, side, row=row: self.row_menu(row, side).open_at(at))

    def _rows(self) -> Iterator[ControlRow]:
        """Those that are made."""
        for group in self.groups.values():
            yield from group.rows.values()

    def _make_visible(self) -> None:
        """Make the rows of the groups that are in sight."""
        if not self.isVisible():
            return
        top = self.scroll_area.verticalScrollBar().value()
        bottom = top + self.scroll_area.viewport().height()
        for group in self.groups.values():
            if group.isVisible() and not group.is_made and group.y() <= bottom and group.y() + group.height() >= top:
                group.make_rows()

    def showEvent(self, event) -> None:  # noqa: N802
        super().showEvent(event)
        self._soon.start()

    # -- values ------------------------------------------------------------------------------------------------
    def values(self) -> dict[str, float]:
        """What is not at default, by id."""
        return dict(self._values)

    def set_values(self, values: Mapping[str, float]) -> None:
        """Show the document's values; ids that are missing are at default, ids of other tables are ignored."""
        new = {key: value for key, value in values.items()
               if key in self.table and value != self.table[key].default}
        if new == self._values:
            return
        self._values = new
        for row in self._rows():
            row.set_values(new)
        self._count()
        if self.changed_only.isChecked():
            self._filter()

    def set_remarks(self, remarks: Mapping[str, str], idle: Collection[str]) -> None:
        """What is to be known of some rows, by name (a pair's for a pair), as things are; which have no effect."""
        self._remarks, self._idle = dict(remarks), frozenset(idle)
        for row in self._rows():
            row.set_remark(self._remarks.get(row.name, ""), row.name in self._idle)

    def set_levels(self, levels: Mapping[str, int]) -> None:
        """How well some rows do what they say as things are, by name; where that is worse than their score, it shows.
        """
        self._levels = dict(levels)
        for row in self._rows():
            row.set_level(self._levels.get(row.name))

    def _keep(self, values: Mapping[str, float]) -> None:
        before = set(self._values)
        for key, value in values.items():
            if value == self.table[key].default:
                self._values.pop(key, None)
            else:
                self._values[key] = value
        if self._values.keys() != before:
            self._count()

    def _row_changing(self, values: dict[str, float]) -> None:
        self._keep(values)
        self.changing.emit(values)

    def _row_changed(self, values: dict[str, float], label: str) -> None:
        self.changed.emit(values, label)
        if self.changed_only.isChecked():
            self._filter()

    def propose(self, values: Mapping[str, float], name: str) -> None:
        """Set several values as one gesture, the way a reset does. name: of the undo step."""
        values = {key: value for key, value in values.items()
                  if value != self._values.get(key, self.table[key].default)}
        if not values:
            return
        self.gesture_started.emit(name)
        self._keep(values)
        for row in self._rows():
            row.set_values(self._values)
        self.changing.emit(values)
        self.changed.emit(values, name)
        if self.changed_only.isChecked():
            self._filter()

    def reset_group(self, title: str) -> None:
        controls = [control for row in self.groups[title].specifications.values() for control in row]
        self.propose({control.id: control.default for control in controls},
                     Text("Reset {0}", Term(title, title, "controls")))

    def reset_all(self) -> None:
        self.propose({control.id: control.default for control in self.table}, Text("Reset all"))

    def _count(self) -> None:
        for group in self.groups.values():
            count = sum(any(control.id in self._values for control in row) for row in group.specifications.values())
            group.header.set_state(group.is_open, count)
        self.reset_button.setEnabled(bool(self._values))

    # -- filters -----------------------------------------------------------------------------------------------
    def _filter(self) -> None:
        found = 0
        for group in self.groups.values():
            names = [name for name, controls in group.specifications.items()
                     if self.bar.passes(name, self._words[name], controls, self._values, self._favourites)]
            found += len(names)
            group.show_only(names)
            if self.bar.words and names and not group.is_open:
                group.set_open(True)  # what was searched for must be seen
                group.header.set_state(True, 0)
        self._show_top()
        self.bar.show_count(found, len(self._words))
        self.nothing.setText("" if found else self.bar.nothing(bool(self._favourites & self._words.keys())))
        self.nothing.setVisible(not found)
        self._count()
        self._soon.start()

    def row(self, name: str) -> ControlRow:
        """The row of a control or pair, made and scrolled into sight. KeyError for an unknown name."""
        for group in self.groups.values():
            if name in group.specifications:
                group.set_open(True)
                group.make_rows()
                self._count()
                self.scroll_area.ensureVisible(0, group.y() + group.offset_of(name), 0, 60)
                return group.rows[name]
        raise KeyError(name)

    # -- folds, links, favourites, locks -----------------------------------------------------------------------
    def _fold(self, group: ControlGroup) -> None:
        group.set_open(not group.is_open)
        self._count()
        self._remember_folds()

    def _fold_all(self, is_open: bool) -> None:
        for group in self.groups.values():
            group.set_open(is_open)
        self._count()
        self._remember_folds()

    def _remember_folds(self) -> None:
        self._memory.keep("folded", {title for title, group in self.groups.items() if not group.is_open})

    def _link(self, name: str, linked: bool) -> None:
        self._remember("free", self._free, name, not linked)
        for group in self.groups.values():
            if name in group.specifications:
                group.set_free(self._free)

    def _link_row(self, row: ControlRow, linked: bool) -> None:
        row.set_linked(linked)
        self._link(row.name, linked)

    def _favour(self, name: str, on: bool) -> None:
        self._remember("favourites", self._favourites, name, on)
        if self.favourites_only.isChecked():
            self._filter()

    def _lock(self, name: str, on: bool) -> None:
        if self._keeps_locks:
            self._remember("locked", self._locked, name, on)
        else:
            (self._locked.add if on else self._locked.discard)(name)
        self.lock_toggled.emit(name, on)

    def _remember(self, what: str, names: set[str], name: str, on: bool) -> None:
        (names.add if on else names.discard)(name)
        self._memory.keep(what, names)

    def set_locked(self, names: Collection[str]) -> None:
        """Show which rows are locked; no signal."""
        if self._locked != set(names):
            self._locked = set(names)
            for row in self._rows():
                row.set_locked(row.name in self._locked)

    def locked(self) -> frozenset[str]:
        """Ids of the controls that randomising must leave alone."""
        return frozenset(control.id for group in self.groups.values()
                         for name, controls in group.specifications.items() if name in self._locked
                         for control in controls)

    # -- menus -------------------------------------------------------------------------------------------------
    def row_menu(self, row: ControlRow, side: int = 0) -> RowMenu:
        """What can be done with one row; the menu belongs to the row."""
        title = row.controls[0].group
        return RowMenu(row, side, lambda on: self._link_row(row, on), lambda: self.reset_group(title),
                       self.groups[title].header.count > 0)

    def group_menu(self, group: ControlGroup) -> GroupMenu:
        """What can be done with all rows under a heading."""
        menu = GroupMenu(group, lambda: self.reset_group(group.group), self._fold_all,
                         [other.is_open for other in self.groups.values()],
                         self._locked.issuperset(group.specifications), lambda on: self._lock_group(group, on))
        self.group_menu_made.emit(menu, group.group)
        return menu

    def _lock_group(self, group: ControlGroup, on: bool) -> None:
        for name in group.specifications:
            if (name in self._locked) != on:
                self._lock(name, on)
        for row in group.rows.values():
            row.set_locked(row.name in self._locked)
