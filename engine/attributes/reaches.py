"""How far knobs reach on the faces of photos, looked at on faces as the generator draws them, and kept."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from engine.attributes.attribute_edit import AttributeEdit, changed_codes, gathered
from engine.attributes.code_edit import Move, moved
from engine.attributes.directions import Directions
from engine.attributes.knobs import MANNERS
from engine.attributes.labels.measures import COLUMNS, FaceMeasurer
from engine.attributes.manner import Manner
from engine.attributes.reach import Reach, closing_of, reach_of, seen_of, shown
from engine.attributes.region_drawing import draw_region
from engine.attributes.told import Told
from engine.base.opencv import cv2
from engine.generator.generator import Generator
from engine.generator.regional import Host, draw_host, draw_over

_LOOK, _MEASURED = 128, 256
"""Pixels of the pictures that are looked at, and of those in which a face is found."""
_COLUMNS = tuple(column.name for column in COLUMNS)


@dataclass(frozen=True, eq=False)
class FoundFace:
    """A photo's face as it was found in a generator.

    key: the photo's id and which face. code: (rows, width). landmarks: (478, 2) in sides of the drawn square.
    region: (k, k) float32 0..1 of a region's name (engine.attributes.knob_regions).
    """

    key: tuple[str, int]
    code: np.ndarray
    landmarks: np.ndarray
    region: Callable[[str], np.ndarray]


class Reaches:
    """A few numbers for each face, so they stay until their photo goes: a draft never waits for one.

    generator: one that can draw regions. faces: looks at drawn faces; the parser and the age network look as well
    where `measurer` has them.
    """

    def __init__(self, generator: Callable[[], Generator], directions: Callable[[], Directions],
                 faces: Callable[[], FaceMeasurer | None], measurer: Callable[[], FaceMeasurer | None]) -> None:
        self._generator, self._directions = generator, directions
        self._faces, self._measurer = faces, measurer
        self._kept: dict[tuple[tuple[str, int], str], tuple[bytes, Reach]] = {}
        self._shares: dict[tuple[tuple[str, int], str, str], tuple[bytes, float | None]] = {}
        self._as_it_is: dict[tuple[str, int], tuple[bytes, Mapping[str, float] | None]] = {}

    def names(self) -> list[str]:
        """Directions whose moves have another length on each face."""
        return [name for name, manner in MANNERS.items()
                if (manner.seen or manner.still) and name in self._directions().names]

    def looked_up(self, face: FoundFace, edit: AttributeEdit) -> dict[str, Reach]:
        """What is known of the knobs that an edit turns, at once; also what was known before the face was found better.
        """
        return {name: self._kept[face.key, name][1] for name in self._asked(edit) if (face.key, name) in self._kept}

    def needed(self, face: FoundFace, edit: AttributeEdit) -> dict[str, Reach]:
        """The same, and what is not known is looked at: up to two seconds of a core for each."""
        return {name: self.of(face, name) for name in self._asked(edit)}

    def of(self, face: FoundFace, name: str) -> Reach:
        """How far one of `names` goes."""
        stamp, kept = face.code.tobytes(), self._kept.get((face.key, name))
        if kept is None or kept[0] != stamp:
            kept = self._kept[face.key, name] = stamp, self._look(face, name, MANNERS[name])
        return kept[1]

    def share(self, face: FoundFace, name: str, told: Told) -> float | None:
        """How much of what a knob's end is to show comes on a face, in what `told` measures; None where nobody can
        say, for the network that could is not there."""
        stamp, key = face.code.tobytes(), (face.key, name, told.end)
        kept = self._shares.get(key)
        if kept is None or kept[0] != stamp:
            kept = self._shares[key] = stamp, self._share(face, name, told)
        return kept[1]

    def forget(self, photo_id: str) -> None:
        """Let go of everything about a photo."""
        self._kept = {key: kept for key, kept in self._kept.items() if key[0][0] != photo_id}
        self._shares = {key: kept for key, kept in self._shares.items() if key[0][0] != photo_id}
        self._as_it_is = {key: kept for key, kept in self._as_it_is.items() if key[0] != photo_id}

    # ---- how

    def _asked(self, edit: AttributeEdit) -> Iterator[str]:
        known = set(self.names())
        return (name for (name, value), manner in zip(edit.moves, edit.manners, strict=True)
                if manner.is_looked_at(value) and name in known)

    def _look(self, face: FoundFace, name: str, manner: Manner) -> Reach:
        if not manner.seen:
            return closing_of(self._smiling(face, name, manner))
        generator, direction = self._generator(), self._directions().named(name)
        code, region = gathered(face.code, manner.gather), face.region(manner.region)
        host = self._drawn(code)

        def drawn(strength: float, gather: float) -> np.ndarray:
            if not strength:
                return host.picture
            return draw_over(generator, host, moved(gathered(code, gather), [Move(direction, strength)]),
                             region).picture

        return reach_of(manner, drawn, seen_of(manner.seen, region, face.landmarks))

    def _smiling(self, face: FoundFace, name: str,
                 manner: Manner) -> Callable[[float, float], tuple[float, float] | None]:
        directions, faces = self._directions(), self._faces()

        def looked(back: float, closed: float) -> tuple[float, float] | None:
            if faces is None:
                return None
            moves = [Move(directions.named(name), -back), Move(directions.named(manner.still), -closed)]
            seen = _measured(faces, self._drawn(moved(face.code, moves)).picture)
            return None if seen is None else (seen["smile"], seen["mouth-open"])

        return looked

    def _share(self, face: FoundFace, name: str, told: Told) -> float | None:
        manner = MANNERS[name]
        value = manner.more if told.end == "more" else -manner.less
        if manner.is_looked_at(value):
            return self.of(face, name).shown
        edit = AttributeEdit(moves=((name, value),))
        codes = changed_codes(face.code, edit, self._directions(), self._generator().space.mean)
        before, after = self._drawn(gathered(face.code, edit.gather)), self._drawn(codes.whole)
        for one in codes.regions:
            after = draw_region(self._generator(), after, one, face.region(one.region), face.landmarks)
        if told.by not in _COLUMNS:
            where = np.prod([face.region(part) for part in told.where], axis=0)
            return shown(told.by, before.picture, after.picture, where, face.landmarks) / told.enough
        measurer = self._measurer()
        if measurer is None:
            return None
        was, now = self._measured_before(measurer, face), _measured(measurer, after.picture)
        if was is None or now is None or np.isnan(now[told.by] - was[told.by]):
            return None
        return max((now[told.by] - was[told.by]) * (1 if told.end == "more" else -1), 0.0) / told.enough

    def _measured_before(self, measurer: FaceMeasurer, face: FoundFace) -> Mapping[str, float] | None:
        """What is measured of the face as it is drawn."""
        stamp, kept = face.code.tobytes(), self._as_it_is.get(face.key)
        if kept is None or kept[0] != stamp:
            kept = self._as_it_is[face.key] = stamp, _measured(measurer, self._drawn(face.code).picture)
        return kept[1]

    def _drawn(self, code: np.ndarray) -> Host:
        generator = self._generator()
        return draw_host(generator, code, generator.size_for(_LOOK))


def _measured(measurer: FaceMeasurer, picture: np.ndarray) -> Mapping[str, float] | None:
    """What is measured of a drawn face (s, s, 3) float32 0..1, by column; None where none is found."""
    large = cv2.resize(picture, (_MEASURED, _MEASURED), interpolation=cv2.INTER_CUBIC)
    values = measurer.measure(np.rint(255 * np.clip(large, 0, 1)).astype(np.uint8))
    return None if np.isnan(values).all() else dict(zip(_COLUMNS, map(float, values), strict=True))
