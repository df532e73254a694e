"""What is wrong with a video's times, data or sound: it is told of, and the rest stays where it belongs."""

import io
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from engine.base.errors import EngineError
from engine.base.writing import write_whole
from engine.media.encoders import best_encoder
from engine.media.joining import join
from engine.media.losses import Losses, forward
from engine.media.part import times_in
from engine.media.sound import SoundCut, can_be_heard
from engine.media.video_reader import read_facts, read_frames
from engine.media.video_writer import MOST_TIMESCALE, PartWriter, timescale_of
from tests.engine.media.clips import beeps, write_clip


def part(path: Path, units: list[int], timescale: int) -> Path:
    """A part of a film whose frames begin then."""
    writer = PartWriter(best_encoder(), 64, 48, timescale, Fraction(30), 1)
    for unit in units:
        writer.write(np.full((48, 64, 3), 40 + 20 * len(path.name) % 99, np.uint8), unit)
    path.write_bytes(writer.finish())
    return path


def seen(path: Path) -> tuple[list[int], Losses]:
    losses = Losses()
    return [frame.pts for frame in read_frames(path, read_facts(path), losses=losses)], losses


@pytest.mark.parametrize("base, units", [(Fraction(1, 1000), 1000), (Fraction(1001, 30000), 30000),
                                         (Fraction(1, 10 ** 9), MOST_TIMESCALE), (Fraction(1, 7919 * 997), 90000)])
def test_units_of_time_are_those_of_the_video_where_an_mp4_holds_them(base: Fraction, units: int) -> None:
    assert timescale_of(base) == units


def test_long_holds_in_the_finest_units_stay_what_they_are(tmp_path: Path) -> None:
    units = [0, 33_000, 67_000, 59_067_000, 59_100_000]
    film = tmp_path / "film.mp4"
    with film.open("wb") as file:
        join([part(tmp_path / "part.mp4", units, MOST_TIMESCALE)], None, MOST_TIMESCALE, 33_000, file)
    assert times_in(film, MOST_TIMESCALE).tolist() == units
    assert [frame.pts for frame in read_frames(film, read_facts(film))] == units


@pytest.mark.parametrize("times, given, astray", [
    ([0, 30, 39_600_000, 60, 90], [0, 30, 60, 90], 1), ([0, 30, 60, 39_600_000], [0, 30, 60], 1),
    ([0, 30, 90_000, 90_030, 90_060], [0, 30, 90_000, 90_030, 90_060], 0), ([0, 30, 30, 10, 60], [0, 30, 60], 2),
    ([0, 50_000, 50_030], [0, 50_000, 50_030], 0)])
def test_a_time_that_leaps_and_comes_back_is_left_out(times: list[int], given: list[int], astray: int) -> None:
    losses = Losses()
    assert [time for time, _ in forward(((time, None) for time in times), 60_000, losses)] == given
    assert losses == Losses(0, astray)


def test_a_clock_that_starts_anew_is_told_of(tmp_path: Path) -> None:
    first, again = (write_clip(tmp_path / f"{name}.ts", range(30), Fraction(1, 30)).read_bytes() for name in "ab")
    clip = tmp_path / "anew.ts"
    clip.write_bytes(first + again)
    times, losses = seen(clip)
    assert len(times) + losses.astray == 60 and losses.astray >= 29 and (np.diff(times) > 0).all()


def test_damaged_data_are_counted_frame_by_frame(tmp_path: Path) -> None:
    noise = np.random.default_rng(1).integers(0, 255, (60, 64, 96, 3), np.uint8)
    clip = write_clip(tmp_path / "clip.mkv", range(60), Fraction(1, 30), pictures=list(noise))
    data = bytearray(clip.read_bytes())
    middle = len(data) // 2
    data[middle:middle + 20000] = bytes(20000)
    clip.write_bytes(bytes(data))
    times, losses = seen(clip)
    assert 0 < len(times) < 60 and losses.astray == 0
    whole = read_facts(clip).duration
    assert losses.damaged > 0 or times[-1] * read_facts(clip).time_base < whole - 0.2


@pytest.mark.parametrize("rate", [8000, 11025])
def test_mp3_slower_than_an_mp4_takes_becomes_aac(rate: int, tmp_path: Path) -> None:
    source = write_clip(tmp_path / "slow.avi", range(75), sound=("libmp3lame", rate, "mono"), seconds=2.5)
    cut = SoundCut(source, Fraction(0), Fraction(5, 2))
    assert can_be_heard(cut)
    film = tmp_path / "film.mp4"
    with film.open("wb") as file:
        join([part(tmp_path / "part.mp4", list(range(75)), 30)], cut, 30, 1, file)
    assert np.allclose(beeps(film), beeps(source), atol=0.04)  # an AVI's own times are no finer


def test_sound_that_is_none_is_known_before_anything_is_drawn(tmp_path: Path) -> None:
    silent = write_clip(tmp_path / "silent.mp4", range(5))
    assert not can_be_heard(SoundCut(silent, Fraction(0), Fraction(1)))
    sounding = write_clip(tmp_path / "sounding.mp4", range(60), sound=("aac", 48000, "mono"), seconds=2)
    assert not can_be_heard(SoundCut(sounding, Fraction(50), Fraction(60)))
    assert not can_be_heard(SoundCut(tmp_path / "gone.mp4", Fraction(0), Fraction(1)))


def test_damaged_sound_leaves_the_pictures_whole(tmp_path: Path) -> None:
    source = write_clip(tmp_path / "sounding.mkv", range(60), sound=("aac", 48000, "mono"), seconds=2)
    data = bytearray(source.read_bytes())
    rng = np.random.default_rng(3)
    for place in rng.integers(len(data) // 3, len(data), 60):
        data[place] = int(rng.integers(256))
    source.write_bytes(bytes(data))
    film = tmp_path / "film.mp4"
    with film.open("wb") as file:
        join([part(tmp_path / "part.mp4", list(range(60)), 30)], SoundCut(source, Fraction(0), Fraction(2)), 30, 1,
             file)
    assert times_in(film, 30).tolist() == list(range(60))


class _Full(io.BytesIO):
    """A disk that takes so many bytes."""

    def __init__(self, room: int) -> None:
        super().__init__()
        self._room = room

    def write(self, data) -> int:  # type: ignore[no-untyped-def]
        if self.tell() + len(data) > self._room:
            raise OSError(28, "No space left on device")
        return super().write(data)


def test_a_full_disk_is_said_to_be_one(tmp_path: Path) -> None:
    source = write_clip(tmp_path / "sounding.mp4", range(60), sound=("aac", 48000, "mono"), seconds=2)
    noise = np.random.default_rng(1).integers(0, 255, (60, 48, 64, 3), np.uint8)
    writer = PartWriter(best_encoder(), 64, 48, 30, Fraction(30), 1)
    for unit, picture in enumerate(noise):
        writer.write(picture, unit)
    (tmp_path / "part.mp4").write_bytes(writer.finish())

    def written(file) -> None:  # type: ignore[no-untyped-def]
        join([tmp_path / "part.mp4"], SoundCut(source, Fraction(0), Fraction(2)), 30, 1, _Full(20000))

    with pytest.raises(EngineError, match="film.mp4: cannot be written: No space left on device"):
        write_whole(tmp_path / "film.mp4", written)
    assert not (tmp_path / "film.mp4").exists()


def test_a_part_that_vanished_is_the_one_that_is_named(tmp_path: Path) -> None:
    there = part(tmp_path / "part.mp4", [0, 1], 30)
    for parts in ([tmp_path / "gone.mp4"], [there, tmp_path / "gone.mp4"]):
        with pytest.raises(EngineError, match="gone.mp4"):
            write_whole(tmp_path / "film.mp4", lambda file, parts=parts: join(parts, None, 30, 1, file))


@pytest.mark.parametrize("turned", [90, -90, 180])
def test_the_video_of_a_turned_phone_stands_upright(turned: int, tmp_path: Path) -> None:
    import av

    upright = np.zeros((96, 64, 3), np.uint8)
    upright[:30, :20] = 255  # white at the top left
    lying = np.ascontiguousarray(np.rot90(upright, -turned // 90))
    plain = write_clip(tmp_path / "plain.mp4", range(3), size=(lying.shape[1], lying.shape[0]), pictures=[lying] * 3)
    clip = tmp_path / "turned.mp4"
    with av.open(str(plain)) as source, av.open(str(clip), "w") as target:
        stream = target.add_stream_from_template(source.streams.video[0])
        for packet in source.demux(video=0):
            if packet.dts is not None:
                packet.stream = stream
                target.mux(packet)
    data = bytearray(clip.read_bytes())
    head = data.index(b"tkhd")
    matrix = head + 4 + 4 + 20 + 16  # version and flags; times, number, length; layers
    one = 1 << 16
    a, b, c, d = {90: (0, -one, one, 0), -90: (0, one, -one, 0), 180: (-one, 0, 0, -one)}[turned]
    for place, value in ((0, a), (4, b), (12, c), (16, d)):
        data[matrix + place:matrix + place + 4] = value.to_bytes(4, "big", signed=True)
    clip.write_bytes(bytes(data))
    facts = read_facts(clip)
    assert (facts.width, facts.height) == (64, 96)
    first = next(read_frames(clip, facts)).pixels
    assert first.shape == upright.shape and np.abs(first.astype(int) - upright).mean() < 12
