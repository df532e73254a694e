"""Films of timelines: the film shows what the face wears at every moment."""

from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from engine.base.errors import UsageError
from engine.base.jobs import run
from engine.base.look import Look
from engine.media.video_reader import read_facts, read_frames
from engine.motion.curve import Curve, Interpolation, Keyframe
from engine.motion.timeline import Timeline
from engine.photo.open_photo import OpenPhoto
from engine.reenact.films import Films
from engine.reenact.timeline_film import TimelineFilm
from engine.systems import LOOK_CONTROLS
from tests.engine.reenact.conftest import RATE, SIDE, Here

JAW = Curve("AU26", (Keyframe(0, 0, Interpolation.LINEAR), Keyframe(0.5, 8), Keyframe(1, 8)))


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Parts of films lie in the tests' own folder."""
    monkeypatch.setattr("engine.reenact.workplace.cache_folder", lambda: tmp_path / "cache")


def filmed(photo: OpenPhoto, timeline: Timeline) -> TimelineFilm:
    return TimelineFilm(photo.id, 0, timeline, Look(), LOOK_CONTROLS, Fraction(RATE), SIDE)


def test_a_film_of_a_curve(films: Films, smiling: OpenPhoto, workers: Here, tmp_path: Path) -> None:
    out = tmp_path / "film.mp4"
    report = run(films.film_timeline(filmed(smiling, Timeline(curves=(JAW,), trim=(0.0, 1.0))), out, workers))
    frames = [frame.pixels.astype(float) for frame in read_frames(out, read_facts(out))]
    assert len(frames) == report.frames == RATE and report.seconds == pytest.approx(1.0)
    moved = [float(np.abs(frame - frames[0]).mean()) for frame in frames]
    assert moved[RATE // 2] > 0.5 and moved[RATE // 2] == pytest.approx(moved[-1], rel=0.2)
    assert moved[2] < moved[4] < moved[RATE // 2], "it opens on the way"


def test_a_timeline_begins_where_it_is_trimmed() -> None:
    film = TimelineFilm("x", 0, Timeline(curves=(JAW,), trim=(0.25, 0.75)), Look(), LOOK_CONTROLS, Fraction(8))
    assert [look.get("AU26", 0.0) for look in film.looks()] == [4.0, 6.0, 8.0, 8.0]


def test_nothing_to_film() -> None:
    with pytest.raises(UsageError, match="no time"):
        TimelineFilm("x", 0, Timeline(), Look(), LOOK_CONTROLS, Fraction(25))
    with pytest.raises(UsageError, match="frames a second"):
        TimelineFilm("x", 0, Timeline(curves=(JAW,)), Look(), LOOK_CONTROLS, Fraction(0))
