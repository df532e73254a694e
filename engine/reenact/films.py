"""What the reenactment system offers: a portrait driven, and written as a film."""

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
from engine.media.joining import join
from engine.media.part import times_in
from engine.media.sound import can_be_heard
from engine.photo.open_photo import OpenPhoto
from engine.process.workers import Workers
from engine.reenact.drivers.driver import Drive
from engine.reenact.looking import look_again
from engine.reenact.performance import Performance, performance_of
from engine.reenact.portrait import Portrait, portrait_of
from engine.reenact.report import FilmReport
from engine.reenact.request import FilmRequest
from engine.reenact.shooting import Expression, ShootingSetting, Shot, ShotList
from engine.reenact.workplace import digest_of, workplace
from engine.render.photos import Photos
from engine.render.pictures import Pictures
from engine.render.shared import Shared

SUFFIX = ".mp4"
LARGE_SIDE = 4096
"""Pixels: players and their hardware seldom show larger H.264."""
_MOVES = 0.05
"""Degrees: a head that turns by less is not cut out."""


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
        portrait, notes = yield from self._portrait(request)
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
        with workplace(name) as folder:
            lists = _lists(folder, drive, performance)
            missing = yield from on_thread(single(lambda: [one for one in lists if not one.shot]))
            shots: list[Shot] = []
            working = workers.map(setting, missing, lambda _, shot: shots.append(shot))
            done = len(lists) - len(missing)
            yield from retold(working, lambda told: Progress(done + told.done, len(lists), Text("drawing the film")))
            parts = [one.path for one in lists]

            def joined(file: IO[bytes]) -> None:
                join(parts, drive.sound, drive.clock.timescale, drive.clock.last, file)

            def check(aside: Path) -> None:
                if not np.array_equal(times_in(aside, drive.clock.timescale), drive.clock.units):
                    raise EngineError(Text("{0}: what was written is not what was meant", output))

            writing = on_thread(single(lambda: write_whole(output, joined, check)))
            yield from retold(writing, lambda _: Progress(len(lists), len(lists), Text("joining the film")))
        notes += drive.notes
        notes += [note for shot in shots for note in shot.notes if note not in notes]
        seconds = dict(drive.seconds)
        for shot in shots:
            for stage, passed in shot.seconds.items():
                seconds[stage] = seconds.get(stage, 0.0) + passed
        high, wide = portrait.pixels.shape[:2]
        return FilmReport(wide, high, encoder.label, drive, performance, seconds, done, tuple(dict.fromkeys(notes)))

    def looked_at(self, request: FilmRequest, report: FilmReport, film: Path) -> Job[FilmReport]:
        """The report, with what is seen when the film is looked at again."""
        portrait, _ = yield from self._portrait(request)
        model = self._shared.store.path("face-landmarker", "face_landmarker.task")
        again = yield from look_again(film, portrait, report.drive, report.performance, model, self._shared.analyser)
        return replace(report, again=again)

    def _portrait(self, request: FilmRequest) -> Job[tuple[Portrait, list[Text]]]:
        """The photo with the attributes of the look, which are drawn once."""
        photo = self._photos[request.photo]
        photo.face(request.face)
        notes: list[Text] = []
        attributes = self._split(request.look)[1]
        if attributes:
            finished = yield from self._pictures.finish(request.photo, {request.face: attributes})
            notes += finished.notes
            photo = yield from self._changed(photo, request.face, finished.native)
        portrait = yield from portrait_of(photo, request.face, self._shared.covers, request.size)
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
        turned = abs(performance.head).max() > _MOVES or any(name.startswith("head.") for name in look)
        return ShootingSetting(portrait, look, self._expression, request.manner.relative, bool(turned), encoder)


def _name(setting: ShootingSetting, request: FilmRequest, drive: Drive) -> str:
    """Of all that decides about a film's pictures: what goes in, who draws, who encodes."""
    import av

    said = (VERSION, wanted(), av.__version__, sorted(av.library_versions.items()), dict(setting.look), request.manner,
            setting.encoder, setting.turns, drive.from_rest, drive.clock.timescale, drive.clock.rate)
    return digest_of(repr(said), setting.portrait.digest, drive.take.digest, drive.clock.units.tobytes())


def _lists(folder: Path, drive: Drive, performance: Performance) -> list[ShotList]:
    """The film in parts that begin with a keyframe."""
    lists = []
    for number, first in enumerate(range(0, len(performance), KEYFRAME_EVERY)):
        part = slice(first, first + KEYFRAME_EVERY)
        lists.append(ShotList(folder / f"part-{number:06d}.mp4", drive.clock.units[part], drive.clock.timescale,
                              drive.clock.rate, performance.weights[part], performance.head[part],
                              performance.lip_gap[part], performance.lip_bite[part]))
    return lists
