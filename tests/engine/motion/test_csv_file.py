"""Live Link Face CSV: the format to the letter, the traps of real recordings, and hostile bytes."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from engine.base.errors import EngineError, UsageError
from engine.motion.channel_names import SHAPES, channel_name
from engine.motion.csv_file import COLUMNS, HEADER, decode_csv, encode_csv, left_out, read_csv, write_csv
from engine.motion.take import Take
from engine.motion.track import Track
from engine.photo.arkit import ARKIT_52
from tests.engine.motion.takes import ramp, tracks

PATH = Path("take.csv")
HEAD = Track(("headYaw", "headPitch"), [0.0, 1.0], [[-0.5, 0.25], [0.5, 0.25]])


def lines(*rows: str, header: str = HEADER) -> bytes:
    return "\n".join([header, *rows, ""]).encode()


def row(timecode: str, value: object = "0.5", count: int = 61) -> str:
    return ",".join([timecode, "61", *[str(value)] * count])


def small(*cells: str, names: str = "JawOpen,EyeBlinkLeft") -> bytes:
    return lines(*cells, header=f"Timecode,BlendShapeCount,{names}")


def decoded(data: bytes, rate: int = 60) -> Take:
    return decode_csv(data, PATH, rate)


def test_the_names_are_the_52_and_the_angles() -> None:
    assert set(ARKIT_52) == SHAPES == set(COLUMNS[:52]) and len(COLUMNS) == 61 and HEADER.count(",") == 62
    assert HEADER.startswith("Timecode,BlendShapeCount,EyeBlinkLeft,EyeLookDownLeft,")
    assert ",JawForward,JawRight,JawLeft,JawOpen," in HEADER and ",MouthPucker,MouthRight,MouthLeft," in HEADER
    assert HEADER.endswith(",TongueOut,HeadYaw,HeadPitch,HeadRoll,LeftEyeYaw,LeftEyePitch,LeftEyeRoll,"
                           "RightEyeYaw,RightEyePitch,RightEyeRoll")


@pytest.mark.parametrize(("spelling", "name"), [
    ("eyeBlinkLeft", "eyeBlinkLeft"), ("EyeBlinkLeft", "eyeBlinkLeft"), ("eyeBlink_L", "eyeBlinkLeft"),
    ("MouthSmile_R", "mouthSmileRight"), ("blendShape1.jawOpen", "jawOpen"), ("blendShape.EyeWide_L", "eyeWideLeft"),
    ("HeadYaw", "headYaw"), ("jawLeft", "jawLeft"), ("jaw_L", ""), ("EYEBLINKLEFT", ""), ("other.jawOpen", ""),
    ("hapihapi", ""), ("", "")])
def test_spellings(spelling: str, name: str) -> None:
    assert channel_name(spelling) == name


def test_what_is_written_to_the_letter() -> None:
    take = Take((Track(("jawOpen",), [10.0, 10 + 1 / 30, 11.0], [[0], [0.125], [1.05]]),
                 Track(("leftEyeYaw",), [10.0], [[-0.25]])), 30)
    text = encode_csv(take, begin=13 * 3600 + 13 * 60 + 4.5).decode().split("\n")
    assert text[0] == HEADER and text[-1] == "" and len(text) == 5
    assert [line.split(",")[0] for line in text[1:4]] == ["13:13:04:30.000", "13:13:04:32.000", "13:13:05:30.000"]
    cells = [dict(zip(HEADER.split(","), line.split(","), strict=True)) for line in text[1:4]]
    assert [cell["BlendShapeCount"] for cell in cells] == ["61"] * 3
    assert [cell["JawOpen"] for cell in cells] == ["0.0000000000", "0.1250000000", "1.0000000000"], "limited to 1"
    assert cells[2]["LeftEyeYaw"] == "-0.2500000000" and cells[2]["TongueOut"] == "0.0000000000"


def test_a_recording_is_read_by_name() -> None:
    """Camel case, right before left, another order, a column of numbers and one of words that nobody knows."""
    take = decoded(small("13:13:04:31.652,4,0.25,0.5,x,7", "13:13:04:33.652,4,1.05,-0.1,y,8",
                         names="eyeBlinkRight,jawOpen,note,hapihapi"))
    assert [track.names for track in take.tracks] == [("eyeBlinkRight", "jawOpen"), ("hapihapi",)]
    assert take.tracks[0].values.tolist() == [[0.25, 0.5], [1, 0]] and take.tracks[1].values.tolist() == [[7], [8]]
    assert take.tracks[0].times.tolist() == [0, 1 / 30] and take.rate == 30 and take.source == "take.csv"


def test_angles_are_kept_as_they_are() -> None:
    take = decoded(lines(row("00:00:00:00.000", -1.5)))
    assert [len(track.names) for track in take.tracks] == [52, 3, 6]
    assert set(take.tracks[0].values.ravel()) == {0} and set(take.tracks[2].values.ravel()) == {-1.5}


@pytest.mark.parametrize(("timecodes", "times"), [
    (("10:00:00:59.998", "10:00:01:00.998"), [0, 1 / 60]),
    (("23:59:59:59.000", "00:00:00:00.000", "00:00:01:00.000"), [0, 1 / 60, 1 + 1 / 60]),
    (("09:59:59:30", "10:00:00:00"), [0, 0.5]),
    (("1:2:3;4", "1:2:3;5"), [0, 1 / 60]),
    (("00:00:00:00.000", "00:00:00:00.000", "00:00:00:02.000"), [0, 1 / 30]),
])
def test_timecodes(timecodes: tuple[str, ...], times: list[float]) -> None:
    take = decoded(lines(*map(row, timecodes)))
    assert take.tracks[0].times.tolist() == pytest.approx(times, abs=1e-12)


def test_a_timecode_of_another_rate() -> None:
    data = lines(row("00:00:00:00.000"), row("00:00:00:15.000"), row("00:00:01:00.000"))
    assert decoded(data, 30).tracks[0].times.tolist() == [0, 0.5, 1]
    again = encode_csv(decoded(data, 30), 30)
    assert [line.split(b",")[0] for line in again.split(b"\n")[1:4]] == [
        b"00:00:00:00.000", b"00:00:00:15.000", b"00:00:01:00.000"]
    with pytest.raises(EngineError, match="no time of day.*10 frames"):
        decoded(data, 10)
    for rate in (0, 1001, 29.97):
        with pytest.raises(UsageError, match="timecode counts"):
            decoded(data, rate)  # type: ignore[arg-type]


@pytest.mark.parametrize("cell", ["1_0", "nan", "inf", "-infinity", "1e31", "0x1", "1.0.0", "\u00bd"])
def test_what_is_no_number_is_said_with_its_row_and_column(cell: str) -> None:
    with pytest.raises(EngineError) as caught:
        decoded(small("0:0:0:00,2,1,0.5", f"0:0:0:02,2,1,{cell}"))
    assert f"line 3 has {cell!r} in the column EyeBlinkLeft, where a number is needed" in str(caught.value)


def test_digits_of_any_keyboard_are_read() -> None:
    assert decoded(small("0:0:0:00,2,1,\uff10\uff0e\uff15")).tracks[0].values.tolist() == [[1, 0.5]]


def test_frames_without_a_face_are_a_gap_and_what_was_last_seen_is_held() -> None:
    take = decoded(small("0:0:0:00,2,,", "0:0:0:10,2,0.5,0.25", "0:0:0:20,0", "0:0:0:30,0,,", "0:0:0:40,2,1,1"))
    assert take.gaps == ((0, 0), (20 / 60, 30 / 60))
    assert take.tracks[0].values[:, 0].tolist() == [0.5, 0.5, 0.5, 0.5, 1]


def test_windows_line_ends_and_a_byte_order_mark() -> None:
    data = b"\xef\xbb\xbf" + small("0:0:0:00, 2, 0.5, 0.25", "").replace(b"\n", b"\r\n")
    assert decoded(data).at(0) == {"jawOpen": 0.5, "eyeBlinkLeft": 0.25}


@pytest.mark.parametrize(("data", "told"), [
    (b"", "no Live Link"), (b"\xff\xfe\x00", "no text"), (b"a,b\n1,2\n", "no Live Link"), (lines(), "no row"),
    (small("0:0:0:00,0,,"), "no row with a face"), (small("0:0:0:00,2,1"), "line 2 has 3 values"),
    (small("0:0:0:00,2,1,2,3"), "line 2 has 5 values"), (small("0:0:0:00,2,1,x"), "line 2 has 'x'"),
    (small("0:0:0:00,2,1,"), "line 2 has nothing in the column EyeBlinkLeft"), (small("0:0:0:00,2,nan,1"), "'nan'"),
    (small("0:0:0:00,2,1,inf"), "'inf'"),
    (small("0:0:0:00,2,1e31,0"), "1e31"), (small("0.5,2,1,1"), "no timecode"), (small("0:0:0:60,2,1,1"), "no time of"),
    (small("24:0:0:00,2,1,1"), "no time of"), (small("0:60:0:00,2,1,1"), "no time of"),
    (small("0:0:1:00,2,1,1", "0:0:0:59,2,1,1"), "line 3 goes back in time"),
    (small("0:0:0:00,1,1", names="HeadYaw"), "no column of a blendshape"),
    (small("0:0:0:00,2,1,1", names="JawOpen,jawOpen"), "jawOpen twice"),
    (lines(header="Timecode," + "x," * 600), "no Live Link"),
    (small("0:0:0:00," + "," * 600), "line 2 has 513 values"),
    (small("0:0:0:00,2,1,1", "12:00:00:00,2,1,1", "23:0:0:0,2,1,1"), ""),
])
def test_what_cannot_be_read_is_said(data: bytes, told: str) -> None:
    if not told:  # a day is long, but no error
        assert decoded(data).duration > 80000
        return
    with pytest.raises(EngineError, match=told) as caught:
        decoded(data)
    assert str(caught.value).startswith("take.csv: ")


@given(st.one_of(
    st.binary(max_size=300),
    st.text("0123456789:;.,-einaf\n x\u0663", max_size=200).map(lambda text: small(text)),
    st.lists(st.lists(st.sampled_from(["", "0", "0:0:0:1", "1:2:3:4.5", "0.5", "-1", "nan", "1e400", "9" * 400, "x"]),
                      max_size=5).map(",".join), max_size=5).map(lambda rows: small(*rows)),
    st.text(max_size=60).map(lambda text: lines(text, header=f"Timecode,jawOpen,{text}")),
))
@settings(max_examples=60)
def test_hostile_bytes(data: bytes) -> None:
    try:
        take = decoded(data)
    except EngineError:
        return
    assert decoded(encode_csv(take)).track("jawOpen").values.shape[1] > 0


@given(st.integers(0, 4000), st.binary(min_size=1, max_size=3))
def test_a_damaged_file(place: int, wrong: bytes) -> None:
    data = bytearray(encode_csv(Take((ramp(rate=5), HEAD), 5)))
    data[place:place + len(wrong)] = wrong
    try:
        decoded(bytes(data))
    except EngineError:
        pass


@given(tracks(("jawOpen", "mouthSmileLeft"), elements=st.floats(0, 1, width=32)),
       tracks(("headYaw", "rightEyePitch"), elements=st.floats(-4, 4, width=32)), st.sampled_from([24, 30, 60, 120]))
@example(Track(("jawOpen",), [0, 1], [[1e-40], [np.float32(0.1)]]), Track(("headYaw",), [0], [[-1e-12]]), 60)
@settings(max_examples=50)
def test_what_we_wrote_we_read_bit_for_bit(weights: Track, angles: Track, rate: int) -> None:
    data = encode_csv(Take((weights, angles), 30), rate, begin=86399)
    take = decoded(data, rate)
    assert np.array_equal(take.track("jawOpen").select(weights.names).values, weights.values)
    there = angles.sampled(weights.times)
    assert all(np.array_equal(take.track(name).select([name]).values[:, 0], there[:, column])
               for column, name in enumerate(angles.names))
    assert take.tracks[0].times == pytest.approx(weights.times - weights.start, abs=0.51 / (rate * 1000))
    assert encode_csv(take, rate, begin=86399) == data
    assert decoded(encode_csv(take, rate), rate) == take, "the time of day changes nothing"


def test_files(tmp_path: Path) -> None:
    take = Take((ramp(), HEAD, Track(("mine",), [0], [[3]])), 30, "camera")
    write_csv(tmp_path / "deep" / "take.csv", take)
    again = read_csv(tmp_path / "deep" / "take.csv")
    assert again.tracks[0].select(["jawOpen"]) == ramp() and left_out(take) == ("mine",) and left_out(again) == ()
    assert [path.name for path in (tmp_path / "deep").iterdir()] == ["take.csv"]
    with pytest.raises(EngineError, match="cannot be read"):
        read_csv(tmp_path / "none.csv")


@pytest.mark.parametrize("take", [
    Take((HEAD,), 30), Take((Track(("jawOpen",), [0, 1e-6], [[0], [0]]),), 30),
    Take((Track(("jawOpen",), [0, 43201], [[0], [0]]),), 30),
    Take((ramp(), Track(("headYaw",), [0], [[1e31]])), 30)])
def test_what_cannot_be_written_leaves_nothing(take: Take, tmp_path: Path) -> None:
    with pytest.raises(EngineError):
        write_csv(tmp_path / "take.csv", take)
    assert list(tmp_path.iterdir()) == []
