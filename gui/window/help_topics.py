"""All that help tells of keys and hands: the window's commands as its menus have them, and the declared gestures."""

import re

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from gui.canvas import gestures as canvas
from gui.controls import gestures as controls
from gui.controls.help_topic import Entry, Topic, topic_of
from gui.panels import gestures as panels
from gui.timeline import gestures as timeline


def commands(bar: QMenuBar) -> list[Topic]:
    """The commands that have keys, menu by menu."""
    menus = [action.menu() for action in bar.actions()]
    topics = [Topic(_plain(menu.title()), tuple(_entries(menu))) for menu in menus if isinstance(menu, QMenu)]
    return [topic for topic in topics if topic.entries]


def gestures() -> list[Topic]:
    """What hands do, place by place."""
    return [topic_of(canvas.TITLE, canvas.GESTURES), topic_of(controls.TITLE, controls.GESTURES),
            topic_of(panels.PRESETS_TITLE, panels.PRESETS), topic_of(panels.HEAD_TITLE, panels.HEAD),
            topic_of(timeline.TITLE, timeline.GESTURES)]


def _entries(menu: QMenu) -> list[Entry]:
    return [Entry(tuple(map(key_parts, action.shortcuts())), _plain(action.text()).removesuffix("…"))
            for action in menu.actions() if action.shortcuts() and not isinstance(action.menu(), QMenu)]


def key_parts(keys: QKeySequence) -> tuple[str, ...]:
    """The keys of a shortcut one by one, as this system writes them."""
    return tuple(re.split(r"(?<=.)\+(?=.)", keys.toString(QKeySequence.SequenceFormat.NativeText)))


def _plain(text: str) -> str:
    """Without the marks of keys."""
    return re.sub(r"&(.)", r"\1", re.sub(r"\(&.\)", "", text))  # Chinese menus have theirs in brackets behind
