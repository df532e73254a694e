"""Films made of portraits: as long and as uneven as their drivers, different for different ones, whole or not there."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.base.errors import Cancelled, EngineError
from engine.base.jobs import Job, run
from engine.base.look import Look
from engine.engine import Engine
from engine.expression.units import CONTROLS
from engine.media.part import times_in
from engine.media.video_reader import read_facts, read_frames
from engine.motion.csv_file import read_csv, write_csv
from engine.motion.take import Take
from engine.motion.track import Track
from engine.photo.arkit import ARKIT_52
from engine.photo.open_photo import OpenPhoto
from engine.reenact.drivers.driver import Drive, FilmClock
from engine.reenact.drivers.recording_driver import RecordingDriver
from engine.reenact.drivers.video_driver import VideoDriver
from engine.reenact.films import Films
from engine.reenact.request import FilmRequest
from engine.reenact.shooting import ShootingSetting
from tests.engine.media.clips import write_clip
from tests.engine.reenact.conftest import RATE, SIDE, Here, Played, acted


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Parts of films lie in the tests' own folder."""
    monkeypatch.setattr("engine.reenact.workplace.cache_folder", lambda: tmp_path / "cache")
    return tmp_path / "cache" / "films"


class Said:
    """A driver that does what it is told."""

    def __init__(self, weights: np.ndarray, rate: int = RATE, units: Sequence[int] | None = None) -> None:
        times = np.arange(len(weights)) / rate
        self._take = Take((Track(ARKIT_52, times, weights),), rate, "said")
        self._clock = FilmClock(np.arange(len(weights)), rate, 1, Fraction(rate)) if units is None else \
            FilmClock(np.array(units, np.int64), 1000, 40, Fraction(25))

    def drive(self, workers: Any) -> Job[Drive]:
        yield from ()
        return Drive(self._take, self._clock)


def request(photo: OpenPhoto, driver: Any, **others: Any) -> FilmRequest:
    return FilmRequest(photo.id, 0, driver, size=others.pop("size", SIDE), **others)


def jaws(*values: float) -> np.ndarray:
    return acted(jawOpen=np.array(values))


def pictures(film: Path) -> list[np.ndarray]:
    return [frame.pixels.astype(float) for frame in read_frames(film, read_facts(film))]


def test_a_clip_drives_another_portrait(engine: Engine, films: Films, smiling: OpenPhoto, workers: Here, played: Played,
                                        tmp_path: Path, own_cache: Path) -> None:
    """The whole way: video, take, film, looked at again, exported."""
    times = [0, 80, 170, 240, 333, 420, 500, 580, 660, 750, 830, 915, 1000, 1080]
    source = write_clip(tmp_path / "sounding.mkv", times, Fraction(1, 1000), size=_size(played),
                        pictures=_shown(played)[18:32], sound=("aac", 48000, "stereo"), seconds=1.2)
    driver = VideoDriver(source, engine.store.path("face-landmarker", "face_landmarker.task"))
    asked = request(smiling, driver, look=Look.of(CONTROLS, {"AU1": 3}))
    out = tmp_path / "film.mp4"
    report = run(films.film(asked, out, workers))
    facts = read_facts(out)
    frames = list(read_frames(out, facts))
    assert [frame.pts * facts.time_base * 1000 for frame in frames] == times
    assert max(frames[0].pixels.shape) == SIDE and facts.sound
    assert np.abs(frames[0].pixels.astype(float) - frames[7].pixels).mean() > 0.3
    assert not any(own_cache.iterdir())  # parts are gone
    told = run(films.looked_at(asked, report, out)).facts()
    assert told["frames"] == told["seen_again"]["frames"] == 14 and told["faces"] == 1 and told["sound"]
    assert told["seen_again"]["lip_gap"]["error"] < 0.02
    assert told["seen_again"]["identity_distance_median"] < 0.5
    assert set(told["cpu_ms_per_frame"]) == {"decode", "track", "prepare", "retarget", "draw", "paste", "encode"}
    write_csv(tmp_path / "take.csv", report.drive.take)
    again = read_csv(tmp_path / "take.csv")
    assert np.array_equal(again.track("jawOpen").select(ARKIT_52).values, report.drive.take.tracks[0].values)
    assert run(RecordingDriver(tmp_path / "take.csv").drive(workers)).take.tracks[0] == again.tracks[0]


def _shown(played: Played) -> list[np.ndarray]:
    return [frame.pixels for frame in read_frames(played.path, read_facts(played.path))]


def _size(played: Played) -> tuple[int, int]:
    facts = read_facts(played.path)
    return facts.width, facts.height


def test_a_still_driver_gives_a_still_film_of_the_photo_itself(films: Films, man: OpenPhoto, workers: Here,
                                                              tmp_path: Path) -> None:
    out = tmp_path / "still.mp4"
    report = run(films.film(request(man, Said(jaws(*[0.0] * 8))), out, workers))
    shown = pictures(out)
    assert len(shown) == 8 and max(np.abs(one - shown[0]).mean() for one in shown) < 0.25
    small = report.width, report.height
    assert max(small) == SIDE and small[0] % 2 == small[1] % 2 == 0


def test_two_drivers_give_two_films_and_uneven_times_stay(films: Films, man: OpenPhoto, workers: Here,
                                                         tmp_path: Path) -> None:
    units = [0, 40, 90, 200]
    first, second = tmp_path / "a.mp4", tmp_path / "b.mp4"
    pout = acted(mouthPucker=np.array([0, 0.3, 0.6, 0.9]))
    run(films.film(request(man, Said(jaws(0, 0.2, 0.4, 0.6), 25, units)), first, workers))
    run(films.film(request(man, Said(pout, 25, units)), second, workers))
    one, other = pictures(first), pictures(second)
    apart = [np.sort(np.abs(a - b).ravel())[-2000:].mean() for a, b in zip(one, other, strict=True)]
    assert apart[3] > 3 * apart[0]
    facts = read_facts(first)
    assert [frame.pts * facts.time_base * 1000 for frame in read_frames(first, facts)] == units
    assert facts.width % 2 == facts.height % 2 == 0


class Stopping(Here):
    """Stops after the first part."""

    def map(self, setting: Callable[[], Callable[[Any], Any]], items: Sequence[Any],
            take: Callable[[int, Any], object]) -> Job[None]:
        yield from super().map(setting, items[:1] if isinstance(setting, ShootingSetting) else items, take)
        raise Cancelled


def test_stopped_it_leaves_no_film_and_goes_on_from_there(films: Films, engine: Engine, man: OpenPhoto, workers: Here,
                                                         tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
                                                         own_cache: Path) -> None:
    monkeypatch.setattr("engine.reenact.films.KEYFRAME_EVERY", 4)
    asked = request(man, Said(jaws(*np.linspace(0, 0.6, 11))))
    out = tmp_path / "film.mp4"
    out.write_bytes(b"what was there before")
    with pytest.raises(Cancelled):
        run(films.film(asked, out, Stopping(engine.shared.context)))
    assert out.read_bytes() == b"what was there before" and [path.name for path in tmp_path.glob("*.part")] == []
    assert [len(times_in(path, 10)) for path in own_cache.rglob("part-*.mp4")] == [4]
    part, = own_cache.rglob("part-000000.mp4")
    (part.parent / "part-000001.mp4").write_bytes(part.read_bytes()[:300])  # a damaged one is made again
    report = run(films.film(asked, out, workers))
    assert report.resumed == 1 and len(times_in(out, 10)) == 11
    assert not any(own_cache.iterdir())


def test_a_film_cannot_go_where_no_file_can_be(films: Films, man: OpenPhoto, workers: Here, tmp_path: Path) -> None:
    with pytest.raises(EngineError, match="cannot be written"):
        run(films.film(request(man, Said(jaws(0))), tmp_path, workers))


def test_a_face_that_there_is_not_is_refused(films: Films, man: OpenPhoto, workers: Here, tmp_path: Path) -> None:
    with pytest.raises(EngineError, match="there is no face 7"):
        run(films.film(replace(request(man, Said(jaws(0))), face=7), tmp_path / "film.mp4", workers))
    assert list(tmp_path.glob("*.mp4")) == []
