"""Stretches of a film drawn and encoded: what one worker does."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from engine.base.look import Look
from engine.base.text import Text
from engine.base.writing import write_whole
from engine.media.encoders import VideoEncoder
from engine.media.part import times_in
from engine.media.video_writer import PartWriter
from engine.photo.paste import paste
from engine.puppet.deformation import Deformation
from engine.puppet.facts import FaceFacts
from engine.puppet.lip_gap import LipGap
from engine.reenact.acting import Actor
from engine.reenact.portrait import Portrait

if TYPE_CHECKING:
    import moderngl

Expression = Callable[[Look, FaceFacts], Deformation]
"""What a look comes to on a face (engine.expression.weights)."""


@dataclass(frozen=True, eq=False)
class ShotList:
    """Frames that follow one another. path: where the part goes; units (T,): the frames' times, each 1 / timescale of a
    second; rate: frames a second, nominal; weights (T, 52), head (T, 3), lip_gap and lip_bite (T,): what is done in
    them, as in a `Performance`; looks: T expressions in place of that, worn as they are."""

    path: Path
    units: np.ndarray
    timescale: int
    rate: Fraction
    weights: np.ndarray
    head: np.ndarray
    lip_gap: np.ndarray
    lip_bite: np.ndarray
    looks: tuple[Look, ...] = ()

    @property
    def shot(self) -> bool:
        """Whether the part is there, whole."""
        return np.array_equal(times_in(self.path, self.timescale), self.units)


@dataclass(frozen=True)
class Shot:
    """seconds: of the processor, by stage; "prepare" is told of a worker's first part. notes: what is to be known of
    how it was drawn."""

    frames: int
    seconds: dict[str, float]
    notes: tuple[Text, ...]


@dataclass(frozen=True, eq=False)
class ShootingSetting:
    """What a worker needs. look, expression: what the portrait wears, and how that is worked out; turns: whether its
    head will turn, contours: so far that one part of it comes before another. threads: of the encoder, 0 for as many as
    it likes."""

    portrait: Portrait
    look: Look
    expression: Expression
    relative: bool
    turns: bool
    encoder: VideoEncoder
    threads: int = 1
    contours: bool = True

    def __call__(self) -> Callable[[ShotList], Shot]:
        """In a process of its own: an OpenGL context that is opened becomes its thread's current one."""
        from engine.base.gl import open_context

        return FilmCamera(self, open_context()).shoot


class FilmCamera:
    """The puppet of a portrait, before which parts of a film are shot. context: OpenGL's, None to draw without."""

    def __init__(self, setting: ShootingSetting, context: "moderngl.Context | None") -> None:
        begun = time.process_time()
        portrait = setting.portrait
        face = portrait.face
        self._setting, self._puppet = setting, portrait.puppet(context, setting.turns)
        facts = self._puppet.facts
        self._actor = Actor(facts, LipGap.of(self._puppet.frame.motion), np.array([face.yaw, face.pitch, face.roll]),
                            setting.expression(setting.look, facts), setting.relative)
        self._canvas = portrait.pixels.copy()
        high, wide = self._canvas.shape[:2]
        self._within = x0, y0, x1, y1 = portrait.crop.within(wide, high)
        self._moving = (slice(portrait.crop.y0 + y0, portrait.crop.y0 + y1),
                        slice(portrait.crop.x0 + x0, portrait.crop.x0 + x1))
        self._prepared = time.process_time() - begun

    def shoot(self, shots: ShotList) -> Shot:
        """Draw and encode a part, and write it whole."""
        setting, stages = self._setting, _Stages()
        stages.seconds["prepare"], self._prepared = self._prepared, 0.0
        high, wide = self._canvas.shape[:2]
        writer = PartWriter(setting.encoder, wide, high, shots.timescale, shots.rate, setting.threads)
        notes: dict[Text, None] = dict.fromkeys(self._puppet.notes)
        for number, units in enumerate(shots.units.tolist()):
            if shots.looks:
                change = setting.expression(shots.looks[number], self._puppet.facts)
            else:
                change = self._actor.deformation(shots.weights[number], shots.head[number],
                                                 float(shots.lip_gap[number]), float(shots.lip_bite[number]))
            stages.ended("retarget")
            patches = list(self._puppet.draw_parts(change, self._within, contours=setting.contours))
            stages.ended("draw")
            self._canvas[self._moving] = setting.portrait.pixels[self._moving]
            for x, y, patch in patches:
                paste(self._canvas, patch, setting.portrait.crop.x0 + x, setting.portrait.crop.y0 + y)
            stages.ended("paste")
            writer.write(self._canvas, units)
            stages.ended("encode")
            notes |= dict.fromkeys(self._puppet.turned_notes(change))
        write_whole(shots.path, writer.finish())
        stages.ended("encode")
        return Shot(len(shots.units), stages.seconds, tuple(notes))

    def release(self) -> None:
        """Give back what the puppet holds in the OpenGL context."""
        self._puppet.release()


class _Stages:
    """Processor seconds by stage."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self._since = time.process_time()

    def ended(self, stage: str) -> None:
        """What has passed since the last one ended was this one's."""
        now = time.process_time()
        self.seconds[stage] = self.seconds.get(stage, 0.0) + now - self._since
        self._since = now
