"""What the reenactment system offers: a portrait driven, and written as a film."""

import os
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import IO

import numpy as np

from engine.base.errors import EngineError
from engine.base.gl import wanted
from engine.base.jobs import Job, Progress, on_thread, retold, single
from engine.base.look import Look
from engine.base.text import Text
from engine.base.version import VERSION
from engine.base.writing import check_place, write_whole
from engine.media.encoders import KEYFRAME_EVERY, VideoEncoder, best_encoder
from engine.media.joining import SoundCut, join
from engine.media.part import times_in
from engine.media.sound import can_be_heard
from engine.photo.open_photo import OpenPhoto
from engine.process.pool import Pool
from engine.process.workers import Workers
from engine.reenact.drivers.driver import Drive, FilmClock
from engine.reenact.looking import look_again
from engine.reenact.performance import Performance, performance_of
from engine.reenact.portrait import Portrait, portrait_of
from engine.reenact.report import FilmReport
from engine.reenact.request import FilmRequest
from engine.reenact.shooting import Expression, ShootingSetting, Shot, ShotList
from engine.reenact.timeline_film import TimelineFilm, TimelineReport
from engine.reenact.workplace import digest_of, workplace
from engine.render.photos import Photos
from engine.render.pictures import Pictures
from engine.render.shared import Shared

SUFFIX = ".mp4"
LARGE_SIDE = 4096
"""Pixels: players and their hardware seldom show larger H.264."""
_MOST_PROCESSES = 8
_NO_MEMORY = Text("often there is not enough memory: make a smaller film; what was drawn is kept")
_MOVES = 0.05
"""Degrees: a head that turns by less is not cut out."""
_CONTOURS = 10.0
"""Degrees up to which hardly any part of a head comes before another: of half a megapixel, seven pixels change by more
than 8 of 255 when their edges there are anti-aliased. It is decided once for a film: else they would shimmer."""


class Films:
    """expression: what a look comes to on a face. split: a look's expression and its attributes."""

    def __init__(self, photos: Photos, shared: Shared, pictures: Pictures, expression: Expression,
                 split: Callable[[Look], tuple[Look, Look]]) -> None:
        self._photos, self._shared, self._pictures = photos, shared, pictures
        self._expression, self._split = expression, split

    def film(self, request: FilmRequest, output: Path, workers: Workers) -> Job[FilmReport]:
        """Make a film and write it, whole or not at all. EngineError, UsageError: what is said of drivers and photos.

        What was drawn is kept when it is stopped or killed, and the same request goes on from there.
        """
        check_place(output)
        encoder = best_encoder()
        portrait, notes = yield from self._portrait(request.photo, request.face, request.look, request.size)
        drive = yield from request.driver.drive(workers)
        sound = drive.sound
        if sound is not None and not (yield from on_thread(single(partial(can_be_heard, sound)))):
            drive = replace(drive, sound=None)
            notes.append(Text("The driver's sound cannot be read: the film has none"))
        manner = request.manner
        performance = yield from on_thread(single(
            lambda: performance_of(drive.take, drive.clock, manner, bool(drive.faces), drive.from_rest)))
        look = self._split(request.look)[0]
        setting = self._setting(portrait, look, request, performance, encoder)
        name = yield from on_thread(single(lambda: _name(setting, request, drive)))
        shots, done = yield from self._made(name, setting, partial(_lists, drive, performance), drive.clock,
                                            drive.sound, output, workers)
        notes += drive.notes
        notes += [note for shot in shots for note in shot.notes if note not in notes]
        seconds = dict(drive.seconds)
        for shot in shots:
            for stage, passed in shot.seconds.items():
                seconds[stage] = seconds.get(stage, 0.0) + passed
        high, wide = portrait.pixels.shape[:2]
        return FilmReport(wide, high, encoder.label, drive, performance, seconds, done, tuple(dict.fromkeys(notes)))

    def film_timeline(self, film: TimelineFilm, output: Path, workers: Workers | None = None) -> Job[TimelineReport]:
        """Make a film of what a face wears over time and write it, as `film` does. workers: as many processes as there
        are processors when None.

        Attributes are those at the film's beginning, drawn once: where they move, a note says so. EngineError,
        UsageError.
        """
        check_place(output)
        encoder = best_encoder()
        looks, attributes = yield from on_thread(single(lambda: self._worn(film)))
        portrait, notes = yield from self._portrait(film.photo, film.face, attributes[0], film.size)
        if len(set(attributes)) > 1:
            notes.append(Text("Attributes that change over time are in the film as they are at its beginning"))
        turns = any(name.startswith("head.") for look in set(looks) for name in look)
        setting = ShootingSetting(portrait, Look(), self._expression, True, turns, encoder)
        clock = film.clock
        name = yield from on_thread(single(lambda: _named(setting, clock, repr(looks))))
        shots, _ = yield from self._made(name, setting, partial(_looks_lists, clock, looks), clock, None, output,
                                         workers or Pool(min(os.cpu_count() or 1, _MOST_PROCESSES), _NO_MEMORY))
        notes += [note for shot in shots for note in shot.notes if note not in notes]
        high, wide = portrait.pixels.shape[:2]
        return TimelineReport(len(looks), clock.seconds, wide, high, encoder.label, tuple(dict.fromkeys(notes)))

    def _worn(self, film: TimelineFilm) -> tuple[tuple[Look, ...], list[Look]]:
        """The expression in every frame, and the attributes."""
        both = [self._split(look) for look in film.looks()]
        return tuple(expression for expression, _ in both), [attributes for _, attributes in both]

    def _made(self, name: str, setting: ShootingSetting, lists_in: Callable[[Path], list[ShotList]], clock: FilmClock,
              sound: SoundCut | None, output: Path, workers: Workers) -> Job[tuple[list[Shot], int]]:
        """Shoot what is not there yet, and join it: what was shot, and how many parts were there."""
        with workplace(name) as folder:
            lists = lists_in(folder)
            missing = yield from on_thread(single(lambda: [one for one in lists if not one.shot]))
            shots: list[Shot] = []
            working = workers.map(setting, missing, lambda _, shot: shots.append(shot))
            done = len(lists) - len(missing)
            yield from retold(working, lambda told: Progress(done + told.done, len(lists), Text("drawing the film")))
            parts = [one.path for one in lists]

            def joined(file: IO[bytes]) -> None:
                join(parts, sound, clock.timescale, clock.last, file)

            def check(aside: Path) -> None:
                if not np.array_equal(times_in(aside, clock.timescale), clock.units):
                    raise EngineError(Text("{0}: what was written is not what was meant", output))

            writing = on_thread(single(lambda: write_whole(output, joined, check)))
            yield from retold(writing, lambda _: Progress(len(lists), len(lists), Text("joining the film")))
        return shots, done

    def looked_at(self, request: FilmRequest, report: FilmReport, film: Path) -> Job[FilmReport]:
        """The report, with what is seen when the film is looked at again."""
        portrait, _ = yield from self._portrait(request.photo, request.face, request.look, request.size)
        model = self._shared.store.path("face-landmarker", "face_landmarker.task")
        again = yield from look_again(film, portrait, report.drive, report.performance, model, self._shared.analyser)
        return replace(report, again=again)

    def _portrait(self, photo_id: str, face: int, look: Look, size: int | None) -> Job[tuple[Portrait, list[Text]]]:
        """The photo with the attributes of the look, which are drawn once."""
        photo = self._photos[photo_id]
        photo.face(face)
        notes: list[Text] = []
        attributes = self._split(look)[1]
        if attributes:
            finished = yield from self._pictures.finish(photo_id, {face: attributes})
            notes += finished.notes
            photo = yield from self._changed(photo, face, finished.native)
        portrait = yield from portrait_of(photo, face, self._shared.covers, size)
        wide, high = portrait.size
        if max(wide, high) > LARGE_SIDE:
            notes.append(Text("The film has {0} x {1} pixels, which few players show; a smaller one is made sooner",
                              wide, high))
        return portrait, notes

    def _changed(self, photo: OpenPhoto, face: int, native: object) -> Job[OpenPhoto]:
        """The photo as changed, its faces looked at anew where they were."""
        from engine.photo.colour import viewed

        yield Progress(0, 1, Text("looking at the changed face"))
        pixels = viewed(np.asarray(native), photo.picture.profile)
        faces = list(photo.faces)
        faces[face] = self._shared.analyser.refine(pixels, faces[face])
        return OpenPhoto(replace(photo.picture, pixels=pixels), tuple(faces), photo.crops)

    def _setting(self, portrait: Portrait, look: Look, request: FilmRequest, performance: Performance,
                 encoder: VideoEncoder) -> ShootingSetting:
        by_look = any(name.startswith("head.") for name in look)
        turned = by_look or abs(performance.head).max() > _MOVES
        shown = 0 if request.manner.relative else np.array([portrait.face.yaw, portrait.face.pitch, portrait.face.roll])
        contours = by_look or abs(performance.head - shown).max() > _CONTOURS
        return ShootingSetting(portrait, look, self._expression, request.manner.relative, bool(turned), encoder,
                               contours=bool(contours))


def _name(setting: ShootingSetting, request: FilmRequest, drive: Drive) -> str:
    """Of all that decides about a film's pictures: what goes in, who draws, who encodes."""
    return _named(setting, drive.clock, repr((request.manner, drive.from_rest)), drive.take.digest)


def _named(setting: ShootingSetting, clock: FilmClock, *moves: str) -> str:
    """moves: all that says what is done in it."""
    import av

    said = (VERSION, wanted(), av.__version__, sorted(av.library_versions.items()), dict(setting.look),
            setting.encoder, setting.turns, setting.contours, clock.timescale, clock.rate)
    return digest_of(repr(said), setting.portrait.digest, clock.units.tobytes(), *moves)


def _lists(drive: Drive, performance: Performance, folder: Path) -> list[ShotList]:
    """The film in parts that begin with a keyframe."""
    return [ShotList(folder / f"part-{number:06d}.mp4", drive.clock.units[part], drive.clock.timescale,
                     drive.clock.rate, performance.weights[part], performance.head[part], performance.lip_gap[part],
                     performance.lip_bite[part]) for number, part in enumerate(_parts(len(performance)))]


def _looks_lists(clock: FilmClock, looks: tuple[Look, ...], folder: Path) -> list[ShotList]:
    """The same of looks."""
    nothing = np.zeros((0, 0), np.float32)
    return [ShotList(folder / f"part-{number:06d}.mp4", clock.units[part], clock.timescale, clock.rate, nothing,
                     nothing, nothing, nothing, looks[part]) for number, part in enumerate(_parts(len(looks)))]


def _parts(frames: int) -> list[slice]:
    return [slice(first, first + KEYFRAME_EVERY) for first in range(0, frames, KEYFRAME_EVERY)]
