"""Which of a look's units the generator draws, and which it leaves to the live puppet: judged once for each face."""

from collections.abc import Collection, Mapping
from dataclasses import replace

import numpy as np

from engine.base.jobs import Job, Progress, on_thread
from engine.base.look import Look
from engine.base.opencv import cv2
from engine.base.text import Text, listed
from engine.expression.latent.comparison import SIDE, Comparison, Fault, compare
from engine.expression.latent.probe import Probe
from engine.expression.latent.region import mask_of
from engine.expression.latent.units import UNITS, support_of
from engine.expression.shades import REACTIONS
from engine.expression.units import CONTROLS
from engine.photo.crop import cut
from engine.photo.face import Box
from engine.photo.large_crop import shrunk_to
from engine.photo.open_photo import OpenPhoto
from engine.photo.paste import paste
from engine.puppet.facemap import APERTURES
from engine.render.spec import Division, Renderer

_AT = 0.8
"""Of the end of a unit's range: how strong it is judged, however little is asked, so that a slider does not change
hands on its way."""


def single(unit: str, way: int) -> Look:
    """A look of a unit alone, as it is judged. way: 1 or -1, to which end."""
    control = CONTROLS[UNITS[unit].controls[0]]
    end = control.maximum if way > 0 else control.minimum
    return Look.of(CONTROLS, dict.fromkeys(UNITS[unit].controls, (_AT if UNITS[unit].plus else 1.0) * end))


def is_judged(unit: str) -> bool:
    """Whether the two can be compared: a turn of the head moves more than a face."""
    return UNITS[unit].region != "head"


def judged(photo: OpenPhoto, face: int, unit: str, way: int, live: Renderer, generator: Renderer,
           probe: Probe) -> Job[Comparison]:
    """The puppet's picture of a unit and the generator's, held against the photo. Some seconds, most of them the
    generator's."""
    yield Progress(0, 1, Text("comparing with the live puppet"))
    crop, look = photo.crop(face), single(unit, way)
    square = shrunk_to(cut(photo.picture.pixels, crop), SIDE)
    puppet, drawn = square.copy(), square.copy()
    for draws, picture in ((live, puppet), (generator, drawn)):
        patch = yield from draws.draw(photo, face, look, len(square), True, Look())
        if patch is not None:
            paste(picture, patch.pixels, 0, 0)
    return (yield from on_thread(_compared(photo, face, unit, way, square, puppet, drawn, probe)))


def _compared(photo: OpenPhoto, face: int, unit: str, way: int, square: np.ndarray, puppet: np.ndarray,
              drawn: np.ndarray, probe: Probe) -> Job[Comparison]:
    yield Progress(0, 1, Text("comparing with the live puppet"))
    crop, side = photo.crop(face), len(square)
    landmarks = crop.to_crop(photo.faces[face].landmarks) * np.float32(side / crop.side)
    there = replace(photo.faces[face], index=0, landmarks=landmarks, box=Box.around(landmarks))
    own = probe.identity(probe.seen(square, there))

    def distance(picture: np.ndarray) -> float:
        return float(np.linalg.norm(probe.identity(probe.seen(picture, there)) - own))

    part = mask_of((UNITS[unit].region,), landmarks, side)
    assert part is not None
    return compare(square, puppet, drawn, part, distance, _opening(unit, way, landmarks, side))


def _opening(unit: str, way: int, landmarks: np.ndarray, side: int) -> np.ndarray | None:
    """(side, side) bool: what is seen between the lids or the lips, where this end of a unit shuts them."""
    if UNITS[unit].shuts != ("+" if way > 0 else "-"):
        return None
    seen = np.zeros((side, side), np.uint8)
    for name, rim in APERTURES.items():
        if (name == "mouth") == (UNITS[unit].region != "eyes"):
            cv2.fillPoly(seen, [np.rint(landmarks[[*rim.upper, *rim.lower[-2:0:-1]], :2]).astype(np.int32)], 1)
    return seen > 0


def divided(look: Look, values: Collection[str], faults: Mapping[str, Fault]) -> Division:
    """What of a look goes to whom. values: the units that the generator can draw of it; faults: of those that it draws
    worse.

    What it cannot draw goes with the puppet's part, and so does how skin reacts and the photo's smile goes
    (`REACTIONS`), which draws nothing alone.
    """
    own = [unit for unit in values if unit not in faults]
    drawn = {control for unit in own for control in UNITS[unit].controls}
    left = Look(tuple(item for item in look.items_ if item[0] not in drawn))
    if not set(left) - set(REACTIONS):
        left = Look()
    notes = [_note(fault, [unit for unit, found in faults.items() if found == fault])
             for fault in dict.fromkeys(faults.values())]
    notes += _beyond(look, values)
    if own and notes:
        notes.insert(0, Text("{0}: drawn by the generator", listed(CONTROLS.term(unit) for unit in own)))
    return Division(Look(tuple(item for item in look.items_ if item[0] in drawn)), left, tuple(notes))


def _beyond(look: Look, values: Collection[str]) -> list[Text]:
    """What is said of a look's controls that the generator cannot draw."""
    able = {control for unit in values for control in UNITS[unit].controls}
    rest = [name for name, value in look.items() if value and name not in able and name not in REACTIONS]
    uneven = [name for name in rest if support_of(name) != "no" and len(_values(look, name)) > 1]
    unable = dict.fromkeys(name if len(_values(look, name)) > 1 else CONTROLS[name].pair or name
                           for name in rest if name not in uneven)
    notes = list[Text]()
    if unable:
        notes.append(Text("{0}: drawn by the live puppet, the generator cannot draw it",
                          listed(map(CONTROLS.term, unable))))
    if uneven:
        notes.append(Text("{0}: drawn by the live puppet, the generator draws both sides alike",
                          listed(map(CONTROLS.term, uneven))))
    return notes


def _values(look: Look, control: str) -> set[float]:
    """What a look asks of both sides of a control."""
    return {look.get(side, 0.0) for side in CONTROLS.ids(CONTROLS[control].pair or control)}


def _note(fault: Fault, units: list[str]) -> Text:
    names = listed(CONTROLS.term(unit) for unit in units)
    if fault == "stays open":
        return Text("{0}: drawn by the live puppet, the generator leaves open what is to shut", names)
    if fault == "moves less":
        return Text("{0}: drawn by the live puppet, the generator moves it too little", names)
    if fault == "other person":
        return Text("{0}: drawn by the live puppet, the generator's face is less like the person", names)
    return Text("{0}: drawn by the live puppet, the generator brings in colours this face does not have", names)
