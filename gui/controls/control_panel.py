"""A panel of sliders that builds itself from a table of controls."""

from collections.abc import Callable, Collection, Mapping, Sequence

from PySide6.QtCore import QPoint, QSettings, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from engine.base.controls import Control, ControlTable
from engine.base.text import Term, Text
from gui.controls.control_group import ControlGroup, GroupHeader
from gui.controls.control_row import ControlRow, RowFeatures, Score, short_label
from gui.controls.glyphs import GlyphButton
from gui.controls.label import Label
from gui.controls.row_menu import GroupMenu, RowMenu
from gui.words import language


class ControlPanel(QWidget):
    """Groups of rows with a filter box, "changed only", favourites, left/right links and resets.

    It holds no truth: `set_values` shows what the document says and emits nothing. What the artist does comes out as
    `gesture_started(name of the step)`, then `changing({id: value})` on every tick, then `changed({id: value}, name)`;
    resets and typed values come as such a sequence at once. `retracted(name)`: the step of that name that ended last
    was the first click of a double-click and should be undone; the reset that it meant follows.
    `lock_toggled(row, on)`: a lock was touched; the panel remembers them itself unless somebody else does.
    """

    gesture_started = Signal(object)
    changing = Signal(object)
    changed = Signal(object, object)
    retracted = Signal(str)
    lock_toggled = Signal(str, bool)

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
        self.groups: dict[str, ControlGroup] = {}
        self._top: QWidget | None = None
        self._top_header: GroupHeader | None = None
        self._top_stops: list[QWidget] = []
        self._top_open = True
        self._build_bar()
        self._build_scroll()
        self.set_table(table, key, folded)

    # -- building ----------------------------------------------------------------------------------------------
    def _build_bar(self) -> None:
        self.filter_box = QLineEdit(placeholderText=self.tr("Filter"), clearButtonEnabled=True)
        self.filter_box.setObjectName("filterBox")
        self.filter_box.setAcceptDrops(False)  # a picture dropped here is for the window to open
        self.filter_box.setAccessibleName(self.tr("Filter the sliders"))
        self.filter_box.textChanged.connect(self._filter)
        self.changed_only = GlyphButton("changed", self.tr("Show only what is changed"), checked_glyph="changed")
        self.favourites_only = GlyphButton("star", self.tr("Show only favourites"), checked_glyph="star_full")
        self.reset_button = GlyphButton("reset", Text("Reset all"))
        self.changed_only.toggled.connect(self._filter)
        self.favourites_only.toggled.connect(self._filter)
        self.reset_button.clicked.connect(self.reset_all)
        self.bar = QHBoxLayout()
        self.bar.setContentsMargins(6, 6, 6, 6)
        self.bar.setSpacing(4)
        self.bar.addWidget(self.filter_box, 1)
        for button in (self.changed_only, self.favourites_only, self.reset_button):
            self.bar.addWidget(button)

    def _build_scroll(self) -> None:
        self._content = QWidget()
        self._content.setObjectName("controlList")
        self._column = QVBoxLayout(self._content)
        self._column.setContentsMargins(0, 0, 0, 8)
        self._column.setSpacing(0)
        self._nothing = Label(self.tr("Nothing matches."))
        self._nothing.setObjectName("hint")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setContentsMargins(12, 24, 12, 24)
        self._nothing.hide()
        self._column.addWidget(self._nothing)
        self._column.addStretch(1)
        self.scroll_area = QScrollArea()
        self.scroll_area.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the sliders in it take the keys
        self.scroll_area.setWidgetResizable(True)
        self.scroll_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroll_area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.scroll_area.setWidget(self._content)
        self.scroll_area.verticalScrollBar().valueChanged.connect(self._make_visible)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self.bar)
        layout.addWidget(self.scroll_area, 1)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._make_visible)

    def set_top(self, widget: QWidget, title: str) -> None:
        """Put a widget above the groups, under a heading that folds it; it scrolls with them."""
        self._top_header = GroupHeader(title, self._content)
        self._top = widget
        self._top_open = title not in self._remembered("folded tops")
        self._top_header.toggled.connect(self._fold_top)
        self._column.insertWidget(0, self._top_header)
        self._column.insertWidget(1, widget)
        self._show_top()
        self.set_top_stops(())

    def set_top_stops(self, stops: Sequence[QWidget]) -> None:
        """What the Tab key goes through in the widget above the groups, in order."""
        self._top_stops = [*([self._top_header] if self._top_header is not None else ()), *stops]
        self._chain()

    def _fold_top(self) -> None:
        self._top_open = not self._top_open
        self._show_top()
        if self._top_header is not None:
            self._save("folded tops", set() if self._top_open else {self._top_header.title})
        self._soon.start()

    def _show_top(self) -> None:
        """While only some sliders are asked for, what stands above them is out of the way."""
        if self._top is None or self._top_header is None:
            return
        some = bool(self.filter_box.text().split()) or self.changed_only.isChecked() or self.favourites_only.isChecked()
        self._top_header.setVisible(not some)
        self._top_header.set_state(self._top_open, 0)
        self._top.setVisible(self._top_open and not some)

    def set_table(self, table: ControlTable, key: str, folded: Collection[str] = ()) -> None:
        """Show another table under its own key; values are forgotten until `set_values`."""
        self.key = key
        self._favourites = self._remembered("favourites")
        self._free = self._remembered("free")
        self._locked = self._remembered("locked") if self._keeps_locks else set()
        for group in self.groups.values():
            self._column.removeWidget(group)
            group.hide()
            group.deleteLater()
        self.table = table
        self.groups = {}
        self._values = {}
        rows: dict[str, dict[str, list[Control]]] = {}
        for control in table:
            name = control.pair if control.pair and len(table.ids(control.pair)) == 2 else control.id
            rows.setdefault(control.group, {}).setdefault(name, []).append(control)
        chips = any(len(controls) == 2 for group in rows.values() for controls in group.values())
        labels = [short_label(controls) for group in rows.values() for controls in group.values()]
        widest = max((self.fontMetrics().horizontalAdvance(label) for label in labels), default=0)
        closed = self._remembered("folded", folded)
        for title, named in rows.items():
            features = RowFeatures(self._lockable and title not in self._unlockable, chips, widest, self._score)
            group = self._group_type(title, named, features, self._content)
            group.set_free(self._free)
            group.set_open(title not in closed)
            group.row_made.connect(self._adopt)
            group.height_changed.connect(self._soon.start)
            group.header.toggled.connect(lambda group=group: self._fold(group))
            group.header.reset_requested.connect(lambda group=group: self.reset_group(group.group))
            group.header.menu_requested.connect(lambda at, group=group: self.group_menu(group).open_at(at))
            self.groups[title] = group
            self._column.insertWidget(self._column.count() - 2, group)
        self._words = {name: _searchable(name, controls) for group in self.groups.values()
                       for name, controls in group.specifications.items()}
        self._chain()
        self._filter()
        self._count()

    def _chain(self) -> None:
        """What stands above the groups, then the groups in their order, for the Tab key."""
        last: QWidget = self.reset_button
        for stop in (*self._top_stops, *(group.header for group in self.groups.values())):
            QWidget.setTabOrder(last, stop)
            last = stop
        for group in self.groups.values():
            group.chain()

    def _adopt(self, row: ControlRow) -> None:
        row.set_remark(self._remarks.get(row.name, ""), row.name in self._idle)
        row.set_favourite(row.name in self._favourites)
        row.set_locked(row.name in self._locked)
        row.set_values(self._values)
        row.gesture_started.connect(self.gesture_started)
        row.changing.connect(self._row_changing)
        row.changed.connect(self._row_changed)
        row.retracted.connect(self.retracted)
        row.linked_changed.connect(self._link)
        row.favourite_changed.connect(lambda name, on: self._remember("favourites", self._favourites, name, on))
        row.locked_changed.connect(self._lock)
        row.menu_requested.connect(lambda at, row=row: self._row_menu(row, at))

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

    def resizeEvent(self, event) -> None:  # noqa: N802
        super().resizeEvent(event)
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
        for group in self.groups.values():
            for row in group.rows.values():
                row.set_values(new)
        self._count()
        if self.changed_only.isChecked():
            self._filter()

    def set_remarks(self, remarks: Mapping[str, str], idle: Collection[str]) -> None:
        """What is to be known of some rows, by name (a pair's for a pair), as things are; which have no effect."""
        self._remarks, self._idle = dict(remarks), frozenset(idle)
        for group in self.groups.values():
            for row in group.rows.values():
                row.set_remark(self._remarks.get(row.name, ""), row.name in self._idle)

    def _keep(self, values: Mapping[str, float]) -> None:
        for key, value in values.items():
            if value == self.table[key].default:
                self._values.pop(key, None)
            else:
                self._values[key] = value
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
        for group in self.groups.values():
            for row in group.rows.values():
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
        words = self.filter_box.text().casefold().split()
        found = False
        for group in self.groups.values():
            names = [name for name, controls in group.specifications.items() if self._passes(name, controls, words)]
            found = found or bool(names)
            group.show_only(names)
            if words and names and not group.is_open:
                group.set_open(True)  # what was searched for must be seen
                group.header.set_state(True, 0)
        self._show_top()
        self._nothing.setVisible(not found)
        self._count()
        self._soon.start()

    def _passes(self, name: str, controls: tuple[Control, ...], words: list[str]) -> bool:
        if self.changed_only.isChecked() and not any(control.id in self._values for control in controls):
            return False
        if self.favourites_only.isChecked() and name not in self._favourites:
            return False
        return all(word in self._words[name] for word in words)

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
        self._save("folded", {title for title, group in self.groups.items() if not group.is_open})

    def _link(self, name: str, linked: bool) -> None:
        self._remember("free", self._free, name, not linked)
        for group in self.groups.values():
            if name in group.specifications:
                group.set_free(self._free)

    def _link_row(self, row: ControlRow, linked: bool) -> None:
        row.set_linked(linked)
        self._link(row.name, linked)

    def _lock(self, name: str, on: bool) -> None:
        if self._keeps_locks:
            self._remember("locked", self._locked, name, on)
        else:
            (self._locked.add if on else self._locked.discard)(name)
        self.lock_toggled.emit(name, on)

    def set_locked(self, names: Collection[str]) -> None:
        """Show which rows are locked; no signal."""
        if self._locked != set(names):
            self._locked = set(names)
            for group in self.groups.values():
                for row in group.rows.values():
                    row.set_locked(row.name in self._locked)

    def locked(self) -> frozenset[str]:
        """Ids of the controls that randomising must leave alone."""
        return frozenset(control.id for group in self.groups.values()
                         for name, controls in group.specifications.items() if name in self._locked
                         for control in controls)

    def _remembered(self, what: str, default: Collection[str] = ()) -> set[str]:
        value = self._settings.value(f"controls/{self.key}/{what}")
        if value is None:
            return set(default)
        return {item for item in ([value] if isinstance(value, str) else value or []) if isinstance(item, str)}

    def _remember(self, what: str, names: set[str], name: str, on: bool) -> None:
        (names.add if on else names.discard)(name)
        self._save(what, names)
        if what == "favourites" and self.favourites_only.isChecked():
            self._filter()

    def _save(self, what: str, names: set[str]) -> None:
        self._settings.setValue(f"controls/{self.key}/{what}", sorted(names))

    # -- menus -------------------------------------------------------------------------------------------------
    def row_menu(self, row: ControlRow, line: int = 0) -> RowMenu:
        """What can be done with one row; the menu belongs to the row."""
        group = row.controls[0].group
        return RowMenu(row, line, lambda on: self._link_row(row, on), lambda: self.reset_group(group))

    def _row_menu(self, row: ControlRow, at: QPoint) -> None:
        self.row_menu(row, row.line_at(row.mapFromGlobal(at))).open_at(at)

    def group_menu(self, group: ControlGroup) -> GroupMenu:
        """What can be done with all rows under a heading."""
        return GroupMenu(group, lambda: self.reset_group(group.group), self._fold_all,
                         self._locked.issuperset(group.specifications), lambda on: self._lock_group(group, on))

    def _lock_group(self, group: ControlGroup, on: bool) -> None:
        for name in group.specifications:
            if (name in self._locked) != on:
                self._lock(name, on)
        for row in group.rows.values():
            row.set_locked(row.name in self._locked)


def _searchable(name: str, controls: tuple[Control, ...]) -> str:
    """Everything a filter word may match, in English and in the language in use."""
    parts = [name]
    for control in controls:
        parts += [control.id, control.label, control.group, control.help, *control.ends,
                  language.control_label(control), language.control_help(control),
                  language.translated("controls", control.group)]
    return "\n".join(parts).casefold()
