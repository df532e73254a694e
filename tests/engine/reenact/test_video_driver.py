"""What a portrait acted is read off the film of it again; faces that go, come, or are several."""

from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from engine.base.errors import EngineError, UsageError
from engine.base.jobs import run
from engine.engine import Engine
from engine.media.video_reader import read_facts, read_frames
from engine.motion.channel_names import EYE_ANGLES, HEAD_ANGLES
from engine.photo.arkit import ARKIT_52
from engine.reenact.drivers.driver import LIP_GAP, Drive
from engine.reenact.drivers.video_driver import VideoDriver
from engine.reenact.manner import DriveManner
from engine.reenact.performance import performance_of
from engine.reenact.span import Span
from tests.engine.media.clips import write_clip
from tests.engine.reenact.conftest import RATE, Here, Played


def driven(engine: Engine, workers: Here, path: Path, span: Span = Span()) -> Drive:  # noqa: B008
    model = engine.store.path("face-landmarker", "face_landmarker.task")
    return run(VideoDriver(path, model, span).drive(workers))


@pytest.fixture(scope="module")
def drive(engine: Engine, workers: Here, played: Played) -> Drive:
    return driven(engine, workers, played.path)


@pytest.fixture(scope="module")
def pictures(played: Played) -> list[np.ndarray]:
    return [frame.pixels for frame in read_frames(played.path, read_facts(played.path))]


def test_a_take_has_weights_head_eyes_and_the_lips_gap_at_the_clips_own_times(drive: Drive, played: Played) -> None:
    assert [track.names for track in drive.take.tracks] == [ARKIT_52, HEAD_ANGLES, EYE_ANGLES, (LIP_GAP,)]
    assert np.array_equal(drive.clock.units, np.arange(len(played.times)))
    assert (drive.clock.timescale, drive.clock.rate, drive.faces, drive.take.gaps) == (RATE, RATE, 1, ())


@pytest.mark.parametrize("channel, most", [("jawOpen", 0.08), ("mouthSmileLeft", 0.11), ("mouthSmileRight", 0.11)])
def test_what_was_acted_is_read_again(drive: Drive, played: Played, channel: str, most: float) -> None:
    found = performance_of(drive.take, drive.clock, DriveManner()).weights[:, ARKIT_52.index(channel)]
    assert np.corrcoef(found, played.of(channel))[0, 1] > 0.95
    assert np.abs(found - played.of(channel)).mean() < most


def test_blinks_are_read_again_and_reach_shut(drive: Drive, played: Played) -> None:
    found = performance_of(drive.take, drive.clock, DriveManner()).weights[:, ARKIT_52.index("eyeBlinkLeft")]
    assert np.corrcoef(found, played.of("eyeBlinkLeft"))[0, 1] > 0.8
    assert found.max() > 0.8  # of some frames, at twelve a second


def test_a_turned_head_is_read_again_as_far_as_it_turned(drive: Drive, played: Played) -> None:
    yaw = performance_of(drive.take, drive.clock, DriveManner()).head[:, 0]
    assert np.corrcoef(yaw, played.head[:, 0])[0, 1] > 0.98
    assert 0.6 < np.polyfit(played.head[:, 0], yaw, 1)[0] < 1.2


def test_all_channels_together_are_near(drive: Drive, played: Played) -> None:
    assert np.abs(performance_of(drive.take, drive.clock, DriveManner()).weights - played.weights).mean() < 0.08


def test_a_part_is_counted_from_its_first_frame(engine: Engine, workers: Here, played: Played, drive: Drive) -> None:
    part = driven(engine, workers, played.path, Span(2.0, 3.0))
    assert len(part.clock.units) == RATE and part.clock.units[0] == 0
    whole = drive.take.track("jawOpen").select(["jawOpen"]).values[2 * RATE:3 * RATE]
    assert np.allclose(part.take.track("jawOpen").select(["jawOpen"]).values, whole, atol=1e-5)


def test_a_part_beyond_the_end_is_refused(engine: Engine, workers: Here, played: Played) -> None:
    with pytest.raises(UsageError, match="nothing lies from 60 to 61 s"):
        driven(engine, workers, played.path, Span(60.0, 61.0))


def test_a_clip_without_a_face_is_refused(engine: Engine, workers: Here, tmp_path: Path) -> None:
    with pytest.raises(EngineError, match="shows no face"):
        driven(engine, workers, write_clip(tmp_path / "gray.mp4", range(5), size=(128, 96)))


def test_a_face_that_is_lost_is_told_of_and_held(engine: Engine, workers: Here, pictures: list[np.ndarray],
                                                 tmp_path: Path) -> None:
    shown = [picture if not 10 <= number < 22 else np.zeros_like(picture) for number, picture in
             enumerate(pictures[12:40])]
    high, wide = shown[0].shape[:2]
    clip = write_clip(tmp_path / "lost.mp4", range(len(shown)), Fraction(1, RATE), (wide, high), pictures=shown)
    found = driven(engine, workers, clip)
    assert np.allclose(found.take.gaps, [(10 / RATE, 21 / RATE)])
    jaw = found.take.track("jawOpen").select(["jawOpen"]).values[:, 0]
    assert np.ptp(jaw[9:22]) == 0
    gone = performance_of(found.take, found.clock, DriveManner(), smooth=False).weights
    assert np.abs(gone[21]).max() < 0.5 * np.abs(gone[10]).max() + 1e-6


def test_the_largest_face_is_followed_wherever_it_stands_in_the_list(engine: Engine, workers: Here,
                                                                    pictures: list[np.ndarray], drive: Drive,
                                                                    tmp_path: Path) -> None:
    from engine.base.opencv import cv2

    shown = []
    for picture in pictures[:14]:
        high, wide = picture.shape[:2]
        other = cv2.resize(pictures[40], (wide * 5 // 8 // 2 * 2, high * 5 // 8 // 2 * 2), interpolation=cv2.INTER_AREA)
        both = np.full((high, wide + other.shape[1], 3), 90, np.uint8)
        both[:other.shape[0], :other.shape[1]], both[:, other.shape[1]:] = other, picture
        shown.append(both)
    size = (shown[0].shape[1], shown[0].shape[0])
    found = driven(engine, workers, write_clip(tmp_path / "two.mp4", range(14), Fraction(1, RATE), size,
                                               pictures=shown))
    assert found.faces == 2
    jaw = found.take.track("jawOpen").select(["jawOpen"]).values[:, 0]
    alone = drive.take.track("jawOpen").select(["jawOpen"]).values[:14, 0]
    assert np.abs(jaw - alone).mean() < 0.05
