"""Speech as driver: on real puppets every p, b and m shuts the lips, open vowels open them, f and v bite."""

import os
import time
from pathlib import Path

import numpy as np
import pytest

from engine.base.errors import UsageError
from engine.base.jobs import run
from engine.engine import Engine
from engine.photo.open_photo import OpenPhoto
from engine.process.workers import OneByOne
from engine.puppet.deformation import Deformation, weight_index
from engine.puppet.lip_gap import LipGap
from engine.puppet.puppet import Puppet
from engine.reenact.acting import Actor
from engine.reenact.drivers.driver import LIP_BITE, LIP_GAP, Drive
from engine.reenact.drivers.speech_driver import RATE, SpeechDriver
from engine.reenact.looking import closures_seen
from engine.reenact.manner import DriveManner, Gains
from engine.reenact.performance import Performance, performance_of
from engine.reenact.span import Span
from engine.speech import finding
from engine.speech.espeak import SpokenText
from engine.speech.finding import SpeechRequest
from engine.speech.liveliness import Liveliness
from engine.speech.phoneme_file import read_phonemes
from engine.speech.visemes import FF, PP, VISEME_INDEX
from tests.engine.speech.said import BABY, tone

PHONEMES = read_phonemes(BABY).spoken
OPEN = VISEME_INDEX["aa"], VISEME_INDEX["E"]


def driven(driver: SpeechDriver) -> Drive:
    return run(driver.drive(OneByOne()))


def performed(drive: Drive, manner: DriveManner = DriveManner()) -> Performance:  # noqa: B008
    return performance_of(drive.take, drive.clock, manner, bool(drive.faces), drive.from_rest)


@pytest.fixture(scope="module")
def drive() -> Drive:
    return driven(SpeechDriver(SpeechRequest(phonemes=BABY), Liveliness(2)))


def test_a_take_of_what_is_said_on_a_films_clock(drive: Drive) -> None:
    assert drive.clock.rate == RATE and drive.clock.seconds == pytest.approx(PHONEMES[-1].end, abs=0.05)
    assert drive.take.source == BABY.name and drive.sound is None and drive.from_rest
    assert {LIP_GAP, LIP_BITE, "jawOpen", "eyeBlinkLeft", "headYaw"} <= set(drive.take.names)
    assert driven(SpeechDriver(SpeechRequest(phonemes=BABY), Liveliness(2))).take.digest == drive.take.digest


@pytest.mark.parametrize("whose", ["man", "smiling"])
def test_lips_shut_open_and_bite_on_a_portrait(whose: str, drive: Drive, engine: Engine,
                                               request: pytest.FixtureRequest) -> None:
    photo: OpenPhoto = request.getfixturevalue(whose)
    puppet: Puppet = run(engine.puppets.prepare(photo, 0))
    lips = LipGap.of(puppet.frame.motion)
    actor = Actor(puppet.facts, lips, np.zeros(3), Deformation(), True)
    performance, times = performed(drive), drive.clock.times
    shown = [actor.deformation(performance.weights[frame], performance.head[frame], float(performance.lip_gap[frame]),
                               float(performance.lip_bite[frame])) for frame in range(len(times))]
    gap = np.array([lips(np.array(one.weights)) for one in shown])
    bite = np.array([one.weight("lipBite") for one in shown])

    def during(start: float, end: float) -> np.ndarray:
        return (times >= start - 0.02) & (times <= end + 0.02)

    for one in PHONEMES:
        here = during(one.start, one.end)
        if one.visemes == (PP,):
            assert gap[here].min() < 0.003, one
        elif one.visemes == (FF,):
            assert bite[here].max() > 0.9 and gap[here].max() > 0.012, one
        elif one.visemes and one.visemes[0] in OPEN:
            assert gap[here].max() > 0.015, one
    assert gap.max() > 0.06


def test_a_bite_begins_at_nothing_and_bares_the_teeth(engine: Engine, man: OpenPhoto) -> None:
    motion = run(engine.puppets.prepare(man, 0)).frame.motion
    rest, little, whole = (motion.move(Deformation.of({"lipBite": share})).positions for share in (0.0, 0.01, 1.0))
    most = np.abs(whole - rest).max()
    assert np.abs(little - rest).max() < 0.05 * most
    upper, lower = motion.mesh.rims["mouth"]
    axes = motion.mesh.axes
    gap = (whole[lower, :2] - whole[upper, :2]) @ axes.down / axes.height
    assert 0.01 < gap.max() < 0.03, "as far as teeth show above a lip, where lips stick together at first"
    moved = (whole - rest)[:, :2] @ axes.down / axes.height
    assert moved[upper].min() < -0.005 and moved.min() < moved[lower].min() - 0.01, "the lip's border comes up under it"
    eyes = np.concatenate([motion.mesh.rims["eyeLeft"][0], motion.mesh.rims["eyeRight"][0]])
    assert np.abs((whole - rest)[eyes]).max() == 0
    assert motion.basis[weight_index("lipBite")].any()


def test_what_it_tells_is_not_counted_from_a_rest_again(drive: Drive) -> None:
    performance = performed(drive)
    assert set(performance.rest.values()) == {0.0} and performance.lip_gap.min() < 0
    quiet = performed(drive, DriveManner(gains=Gains(mouth=0.0)))
    assert not quiet.lip_gap.any() and not quiet.lip_bite.any()
    assert performed(drive, DriveManner(gains=Gains(mouth=0.5))).lip_gap.min() < -0.02, "lips shut all the same"


def test_lips_that_are_to_shut_and_do_are_counted() -> None:
    times = np.arange(100) / 25
    asked = np.full(100, 0.05)
    asked[:8] = asked[20:23] = asked[40:42] = asked[50:75] = asked[80] = asked[97:] = 0
    seen = np.full(100, 0.05)
    seen[21] = seen[80] = 0.002
    assert closures_seen(asked, seen, times) == (3, 2), "not the rests at the ends and in the middle"
    assert closures_seen(np.full(9, 0.05), np.zeros(9), times[:9]) == (0, 0)


def test_what_is_switched_off_is_still() -> None:
    still = driven(SpeechDriver(SpeechRequest(phonemes=BABY), Liveliness(2, blinks=False, brows=False, head=False)))
    assert not performed(still).head.any()
    assert not still.take.track("eyeBlinkLeft").values.any()


def test_a_part_of_it(drive: Drive) -> None:
    part = driven(SpeechDriver(SpeechRequest(phonemes=BABY), Liveliness(2), Span(1.0, 2.5)))
    assert part.clock.seconds == pytest.approx(1.5, abs=0.04)
    assert part.take.at(0.4)[LIP_GAP] == pytest.approx(drive.take.at(1.4)[LIP_GAP], abs=1e-3)
    with pytest.raises(UsageError, match="nothing lies from 90"):
        driven(SpeechDriver(SpeechRequest(phonemes=BABY), Liveliness(), Span(90.0, 95.0)))


def test_a_text_brings_its_sound_which_is_kept_for_a_day(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.reenact.drivers.speech_driver.cache_folder", lambda: tmp_path)
    said = SpokenText((tone(5.0, 8000) * 32767).astype(np.int16), 8000, read_phonemes(BABY))
    monkeypatch.setattr(finding, "say", lambda *_: said)
    old = tmp_path / "speech" / "old.wav"
    old.parent.mkdir()
    old.touch()
    os.utime(old, (time.time() - 90_000, time.time() - 90_000))
    spoken = driven(SpeechDriver(SpeechRequest(text="Baby bubble popped."), span=Span(0.5)))
    assert spoken.sound is not None and spoken.sound.path.read_bytes()[:4] == b"RIFF" and not old.exists()
    assert float(spoken.sound.start) == 0.5
    assert float(spoken.sound.end - spoken.sound.start) == pytest.approx(spoken.clock.seconds)
    assert spoken.take.source == BABY.name and spoken.clock.seconds == pytest.approx(5.0, abs=0.05)
