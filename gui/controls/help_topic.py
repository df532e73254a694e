"""What help is made of: what keys and hands do, declared once beside what answers to them."""

from collections.abc import Sequence
from dataclasses import dataclass

from engine.base.text import Text
from gui.words.engine_texts import shown


@dataclass(frozen=True)
class Gesture:
    """hands: keys held and what the hand does, in order. does: what comes of it."""

    hands: tuple[Text, ...]
    does: Text


@dataclass(frozen=True)
class Entry:
    """One line of help, in the language in use. ways: each a row of keys and hands; any of them will do."""

    ways: tuple[tuple[str, ...], ...]
    does: str

    @property
    def keys(self) -> str:
        """The ways in words, to be searched and read aloud."""
        return ", ".join("+".join(way) for way in self.ways)


@dataclass(frozen=True)
class Topic:
    title: str
    entries: tuple[Entry, ...]


def topic_of(title: Text, gestures: Sequence[Gesture]) -> Topic:
    """Gestures as they are shown."""
    return Topic(shown(title), tuple(Entry((tuple(map(shown, gesture.hands)),), shown(gesture.does))
                                     for gesture in gestures))
