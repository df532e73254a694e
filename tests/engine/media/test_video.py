"""Films read and written: every frame at its own time, sound in its place, what is hostile refused in one line."""

from fractions import Fraction
from pathlib import Path

import hypothesis
import numpy as np
import pytest
from hypothesis import strategies as st

from engine.base.errors import EngineError
from engine.media import encoders
from engine.media.encoders import ENCODERS, VideoEncoder, best_encoder, works
from engine.media.joining import join
from engine.media.part import times_in
from engine.media.sound import SoundCut
from engine.media.video_reader import read_facts, read_frames
from engine.media.video_writer import PartWriter, timescale_of
from tests.engine.media.clips import beeps, flashes, write_clip

UNEVEN = [0, 30, 45, 75, 160, 190, 220, 260, 261, 330]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("clips")


@pytest.fixture(scope="module")
def sounding(folder: Path) -> Path:
    """Three seconds at 30 frames, a flash and a beep at every whole one."""
    return write_clip(folder / "sounding.mp4", range(90), sound=("aac", 48000, "stereo"), seconds=3, flashes=True)


def filmed(source: Path, folder: Path, start: float = 0.0, end: float = 1e6, part: int = 25) -> Path:
    """The pictures of a clip as a film of ours, in parts, with its sound."""
    facts = read_facts(source)
    scale = timescale_of(facts.time_base)
    frames = [frame for frame in read_frames(source, facts) if start <= frame.pts * facts.time_base < end]
    first = frames[0].pts
    parts = []
    for number in range(0, len(frames), part):
        writer = PartWriter(best_encoder(), facts.width, facts.height, scale, facts.rate, 1)
        for frame in frames[number:number + part]:
            writer.write(frame.pixels, int((frame.pts - first) * facts.time_base * scale))
        parts.append(folder / f"part-{number}.mp4")
        parts[-1].write_bytes(writer.finish())
    begin = Fraction(first * facts.time_base)
    stop = Fraction(frames[-1].pts * facts.time_base) + 1 / facts.rate
    out = folder / "film.mp4"
    with out.open("wb") as file:
        join(parts, SoundCut(source, begin, stop) if facts.sound else None, scale, round(scale / facts.rate), file)
    return out


def test_uneven_times_come_through_exactly(tmp_path: Path) -> None:
    source = write_clip(tmp_path / "uneven.mkv", UNEVEN, Fraction(1, 1000))
    facts = read_facts(source)
    again = filmed(source, tmp_path, part=3)
    found = read_facts(again)
    times = [frame.pts * found.time_base for frame in read_frames(again, found)]
    assert times == [frame.pts * facts.time_base for frame in read_frames(source, facts)]
    assert times == [Fraction(unit, 1000) for unit in UNEVEN]
    assert times_in(again, 1000).tolist() == UNEVEN


def test_rates_of_television_are_kept_as_they_are(tmp_path: Path) -> None:
    source = write_clip(tmp_path / "ntsc.mp4", range(12), Fraction(1001, 30000))
    film = filmed(source, tmp_path, part=5)
    again = read_facts(film)
    assert [frame.pts * again.time_base for frame in read_frames(film, again)] == \
        [number * Fraction(1001, 30000) for number in range(12)]


@pytest.mark.parametrize("sound", [("aac", 48000, "stereo"), ("pcm_s16le", 8000, "mono"), ("libmp3lame", 44100, "mono"),
                                   ("aac", 48000, "5.1")])
@pytest.mark.parametrize("start", [0.0, 0.5])
def test_sound_stays_beside_its_pictures(sound: tuple[str, int, str], start: float, tmp_path: Path) -> None:
    source = write_clip(tmp_path / "source.mkv", range(75), sound=sound, seconds=2.5, flashes=True)
    film = filmed(source, tmp_path, start, start + 2.1)
    seen, heard = flashes(film), beeps(film)
    assert len(seen) == len(heard) >= 2
    assert np.abs(np.array(seen) - heard).max() < 0.02


def test_a_part_of_a_clip_begins_and_ends_where_it_is_asked_to(sounding: Path) -> None:
    facts = read_facts(sounding)
    units = [facts.start + round(Fraction(seconds) / facts.time_base) for seconds in (1, 2)]
    cut = [frame.pts * facts.time_base for frame in read_frames(sounding, facts, *units)]
    assert len(cut) == 30 and cut[0] == 1 and cut[-1] < 2


def test_the_pictures_are_those_that_were_written(tmp_path: Path) -> None:
    colours = [(200, 60, 40), (30, 180, 60), (40, 70, 210)]
    writer = PartWriter(best_encoder(), 64, 48, 30, Fraction(30), 1)
    for time, colour in enumerate(colours):
        writer.write(np.full((48, 64, 3), colour, np.uint8), time)
    path = tmp_path / "part.mp4"
    path.write_bytes(writer.finish())
    found = [frame.pixels.reshape(-1, 3).mean(0) for frame in read_frames(path, read_facts(path))]
    assert np.abs(np.array(found) - colours).max() < 4


def test_longer_sides_are_brought_down_and_pictures_turned_upright(tmp_path: Path) -> None:
    source = write_clip(tmp_path / "wide.mp4", range(3), size=(320, 160))
    facts = read_facts(source)
    assert (facts.width, facts.height) == (320, 160)
    assert [frame.pixels.shape for frame in read_frames(source, facts, longest=80)] == [(40, 80, 3)] * 3


def test_the_list_of_encoders_ends_with_one_that_is_always_there(monkeypatch: pytest.MonkeyPatch) -> None:
    assert works(ENCODERS[-1])
    assert not works(VideoEncoder("no-such-encoder", "none"))
    best_encoder.cache_clear()
    monkeypatch.setattr(encoders, "ENCODERS", (VideoEncoder("no-such-encoder", "none"), ENCODERS[-1]))
    try:
        assert best_encoder() is ENCODERS[-1]
        best_encoder.cache_clear()
        monkeypatch.setattr(encoders, "ENCODERS", ())
        with pytest.raises(EngineError, match="no film can be encoded here"):
            best_encoder()
    finally:
        best_encoder.cache_clear()


@pytest.mark.parametrize("data, said", [
    (b"", "cannot be read as a film"), (b"\0" * 5000, "cannot be read as a film"),
    (b"#EXTM3U\n#EXTINF:1,\nhttp://127.0.0.1/a.ts\n", "cannot be read as a film"),
    (b"ffconcat version 1.0\nfile other.mp4\n", "cannot be read as a film")])
def test_what_is_no_film_is_refused_in_one_line(data: bytes, said: str, tmp_path: Path) -> None:
    path = tmp_path / "film.mp4"
    path.write_bytes(data)
    with pytest.raises(EngineError, match=said) as error:
        read_facts(path)
    assert "\n" not in str(error.value)


def test_sound_alone_is_no_video(tmp_path: Path) -> None:
    import wave

    with wave.open(str(tmp_path / "sound.wav"), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(8000)
        file.writeframes(bytes(16000))
    with pytest.raises(EngineError, match="has no video"):
        read_facts(tmp_path / "sound.wav")


def test_more_pixels_than_are_decoded_are_refused(sounding: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from engine.media import video_reader

    monkeypatch.setattr(video_reader, "MOST_PIXELS", 96 * 64 - 1)
    with pytest.raises(EngineError, match="96 x 64 pixels"):
        read_facts(sounding)


def test_a_clip_cut_off_in_the_middle_gives_what_is_there(folder: Path) -> None:
    whole = write_clip(folder / "whole.mkv", range(60), Fraction(1, 30))
    half = folder / "half.mkv"
    half.write_bytes(whole.read_bytes()[:whole.stat().st_size * 2 // 3])
    assert 0 < len(list(read_frames(half, read_facts(half)))) < 60


@hypothesis.given(st.data())
@hypothesis.settings(max_examples=40)
def test_damaged_files_raise_nothing_but_engine_errors(folder: Path, sounding: Path, data: st.DataObject) -> None:
    good = bytearray(sounding.read_bytes())
    for _ in range(data.draw(st.integers(1, 30))):
        good[data.draw(st.integers(0, len(good) - 1))] = data.draw(st.integers(0, 255))
    path = folder / "damaged.mp4"
    path.write_bytes(bytes(good[:data.draw(st.integers(0, len(good)))]))
    try:
        facts = read_facts(path)
        last = None
        for frame in read_frames(path, facts, longest=64):
            assert last is None or frame.pts > last
            last = frame.pts
    except EngineError:
        pass
