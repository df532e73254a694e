"""Live Link Face CSV: the recording that Unreal, Maya, MotionBuilder, Houdini and Blender take.

One row a frame: timecode, the number of values, 52 blendshape weights, and the angles of head and eyes in radians. The
timecode is the time of day, HH:MM:SS:FF.fff, whose FF counts frames of the timecode's own rate, 60 a second whatever
the camera did, so a take of 30 frames a second steps by 2. Columns are read by name, since takes of other versions
have them in other orders and spellings.
"""

import math
import re
from array import array
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from engine.base.errors import EngineError, UsageError
from engine.base.files import read_limited
from engine.base.text import Text
from engine.base.typed_number import typed_number
from engine.base.writing import write_whole
from engine.motion.channel_names import EYE_ANGLES, HEAD_ANGLES, SHAPES, channel_name, pascal
from engine.motion.take import HIGHEST_RATE, Take, gaps_where
from engine.motion.track import LONGEST_NAME, MOST_TIMES, MOST_VALUES, Track

TIMECODE_RATE = 60
LARGEST = 1 << 28
MOST_COLUMNS = 512
_DAY = 24 * 60 * 60
_TIMECODE = re.compile(r"(\d{1,2}):(\d{1,2}):(\d{1,2})[:;](\d{1,3}(?:\.\d{1,9})?)", re.ASCII)
_MICRO = 1_000_000  # parts of a frame that times are counted in, so that they come out the same at any time of day
_LARGEST_VALUE = 1e30
_LINE_ENDS = tuple(letter.encode() for letter in "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029")
"""All that `str.splitlines` takes for the end of a line."""
_TICKS = 1000  # parts of a frame that are written

_SHAPE_COLUMNS = tuple(
    "eyeBlinkLeft eyeLookDownLeft eyeLookInLeft eyeLookOutLeft eyeLookUpLeft eyeSquintLeft eyeWideLeft eyeBlinkRight "
    "eyeLookDownRight eyeLookInRight eyeLookOutRight eyeLookUpRight eyeSquintRight eyeWideRight jawForward jawRight "
    "jawLeft jawOpen mouthClose mouthFunnel mouthPucker mouthRight mouthLeft mouthSmileLeft mouthSmileRight "
    "mouthFrownLeft mouthFrownRight mouthDimpleLeft mouthDimpleRight mouthStretchLeft mouthStretchRight mouthRollLower "
    "mouthRollUpper mouthShrugLower mouthShrugUpper mouthPressLeft mouthPressRight mouthLowerDownLeft "
    "mouthLowerDownRight mouthUpperUpLeft mouthUpperUpRight browDownLeft browDownRight browInnerUp browOuterUpLeft "
    "browOuterUpRight cheekPuff cheekSquintLeft cheekSquintRight noseSneerLeft noseSneerRight tongueOut".split())
COLUMNS = (*_SHAPE_COLUMNS, *HEAD_ANGLES, *EYE_ANGLES)
"""The channels in the order of the file's columns, in our spelling."""
HEADER = ",".join(["Timecode", "BlendShapeCount", *map(pascal, COLUMNS)])


def read_csv(path: Path, timecode_rate: int = TIMECODE_RATE) -> Take:
    """A take with up to four tracks: weights, head, eyes, and the columns of other names as they are.

    Times count from the first row. Weights are limited to 0..1, which recordings pass a little. A row without values
    is a frame without a face: it becomes part of a gap. Rows of the same moment count once. A column of words is left
    out. Raises only EngineError, whatever is in the file.
    timecode_rate: frames a second that FF of the timecode counts.
    """
    return decode_csv(read_limited(path, LARGEST), path, timecode_rate)


def write_csv(path: Path, take: Take, timecode_rate: int = TIMECODE_RATE, begin: float = 0.0) -> None:
    """Write a take's weights, head and eyes, whole or not at all; read back and compared bit for bit.

    One row for each sample of the track that has the weights; the other tracks are taken at these times, and what the
    take has not is 0. Weights are limited to 0..1. Times are kept to a thousandth of a timecode's frame. EngineError
    when the take has no weights, or samples nearer to one another than that, or half a day apart.
    begin: the first row's time of day in seconds.
    """
    data = encode_csv(take, timecode_rate, begin)

    def compare(aside: Path) -> None:
        again = decode_csv(read_limited(aside, LARGEST), path, timecode_rate)
        if not (np.array_equal(_table(again), _table(take)) and _same_times(again, take, timecode_rate)):
            raise EngineError(Text("{0}: what was written is not what was meant", path))

    write_whole(path, data, compare)


def left_out(take: Take) -> tuple[str, ...]:
    """The channels of a take that have no column in such a file."""
    return tuple(name for name in take.names if name not in COLUMNS)


def encode_csv(take: Take, timecode_rate: int = TIMECODE_RATE, begin: float = 0.0) -> bytes:
    """A take as the bytes of such a file; see `write_csv`."""
    _check_rate(timecode_rate)
    times = _leading(take).times
    ticks = np.round((times - times[0]) * (timecode_rate * _TICKS)).astype(np.int64)
    steps = np.diff(ticks)
    if not ((steps > 0) & (steps < _DAY * timecode_rate * _TICKS // 2)).all():
        raise EngineError(Text("a timecode cannot tell of samples as near or as far apart as the take's"))
    if not 0 <= begin < _DAY:
        raise UsageError(Text("a time of day is 0 to {0} s", _DAY))
    table = _table(take)
    wide = table.astype(np.float64)
    plain = np.abs(np.round(wide, 10) - wide) < np.spacing(np.abs(table)) / 4  # what ten decimals hold
    lines = [HEADER]
    first = round(begin * timecode_rate * _TICKS)
    for tick, row, whole in zip((ticks + first).tolist(), table, plain.all(1).tolist(), strict=True):
        values = [f"{value:.10f}" for value in row.tolist()] if whole else [_exact(value) for value in row]
        lines.append(",".join([_timecode(tick, timecode_rate), str(len(COLUMNS)), *values]))
    return ("\n".join(lines) + "\n").encode("ascii")


def decode_csv(data: bytes, path: Path, timecode_rate: int = TIMECODE_RATE) -> Take:
    """The take in such bytes. Raises only EngineError, naming `path`, whatever they are."""
    _check_rate(timecode_rate)
    try:
        return _decode(data, path.name, timecode_rate)
    except EngineError as error:
        raise EngineError(Text("{0}: {1}", path, error.message), error.hint) from None


def _check_rate(rate: int) -> None:
    if not (isinstance(rate, int) and 1 <= rate <= HIGHEST_RATE):
        raise UsageError(Text("a timecode counts 1 to {0} frames a second, not {1}", int(HIGHEST_RATE), rate))


def _decode(data: bytes, source: str, timecode_rate: int) -> Take:
    if sum(data.count(end) for end in _LINE_ENDS) > 2 * MOST_TIMES:  # each line takes more than its letters
        raise EngineError(Text("is longer than any recording"))
    try:
        lines = data.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError:
        raise EngineError(Text("is no text")) from None
    names, places = _columns(lines[0] if lines else "")
    heads = [cell.strip() for cell in lines[0].split(",")]
    times, seen, values = [], [], array("f")
    for number, moment, cells in _rows(lines[1:], len(lines[0].split(",")), timecode_rate):
        times.append(moment)
        seen.append(any(cells[place] for name, place in zip(names, places, strict=True) if name in COLUMNS))
        if not seen[-1]:
            continue
        if not values:  # the first row that holds something
            told = [(name, place) for name, place in zip(names, places, strict=True)
                    if name in COLUMNS or _is_number(cells[place])]
            names, places = tuple(name for name, _ in told), tuple(place for _, place in told)
        values.extend(_numbers([cells[place] for place in places], number, [heads[place] for place in places]))
        if len(values) > MOST_VALUES:
            raise EngineError(Text("is longer than any recording"))
    if not values:
        raise EngineError(Text("has no row with a face"))
    present = np.array(seen)
    shown = np.maximum(np.cumsum(present) - 1, 0)  # without a face the last one that was seen, at first the first
    table = np.frombuffer(values, np.float32).reshape(-1, len(names))
    return _take(names, np.array(times), table[shown], present, source)


def _columns(header: str) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """The channels, in our spelling or as they are, and in which cell of a row each stands."""
    cells = [cell.strip() for cell in header.split(",", MOST_COLUMNS)]
    if len(cells) > MOST_COLUMNS or cells[0].lower() != "timecode":
        raise EngineError(Text("is no Live Link Face CSV"), Text("its first line begins with Timecode,BlendShapeCount"))
    found: dict[str, int] = {}
    for place, cell in enumerate(cells):
        name = channel_name(cell) or cell
        if place == 0 or not cell or cell.lower() == "blendshapecount":
            continue
        if name in found or len(name) > LONGEST_NAME:
            raise EngineError(Text("has the column {0} twice", name[:80]))
        found[name] = place
    if not SHAPES & found.keys():
        raise EngineError(Text("has no column of a blendshape"))
    return tuple(found), tuple(found.values())


def _rows(lines: Sequence[str], width: int, rate: int) -> Iterator[tuple[int, float, list[str]]]:
    """Line, seconds since the first row, and cells of each row; rows of the same moment as the one before left out."""
    first = last = None
    days = count = 0
    for number, line in enumerate(lines, 2):
        if not line.strip():
            continue
        cells = [cell.strip() for cell in line.split(",", MOST_COLUMNS)]
        moment = _moment(cells[0], rate, number)
        if len(cells) < width and not any(cells[2:]):
            cells += [""] * (width - len(cells))
        if len(cells) != width:
            raise EngineError(Text("line {0} has {1} values where the first line has {2}", number, len(cells), width))
        first = moment if first is None else first
        moment += days * _DAY * rate * _MICRO
        if last is not None and last - moment > _DAY * rate * _MICRO // 2:  # midnight
            days += 1
            moment += _DAY * rate * _MICRO
        if last is not None and moment < last:
            raise EngineError(Text("line {0} goes back in time", number),
                              Text("its timecode may count another number of frames a second than {0}", rate))
        if moment == last:
            continue
        last, count = moment, count + 1
        if count > MOST_TIMES:
            raise EngineError(Text("is longer than any recording"))
        yield number, (moment - first) / (rate * _MICRO), cells


def _moment(timecode: str, rate: int, number: int) -> int:
    """Millionths of a timecode's frame since midnight."""
    match = _TIMECODE.fullmatch(timecode)
    if match is None:
        raise EngineError(Text("line {0} has no timecode, but {1}", number, timecode[:40]))
    hours, minutes, seconds = (int(part) for part in match.groups()[:3])
    frames = round(float(match[4]) * _MICRO)
    if not (hours < 24 and minutes < 60 and seconds < 60 and frames < rate * _MICRO):
        raise EngineError(Text("line {0} has the timecode {1}, which is no time of day", number, timecode),
                          Text("its last number counts {0} frames a second", rate))
    return (hours * 3600 + minutes * 60 + seconds) * rate * _MICRO + frames


def _numbers(cells: list[str], number: int, heads: list[str]) -> list[float]:
    """EngineError, saying where, for a cell that is no finite number."""
    try:
        text = "".join(cells)
        values = [float(cell) for cell in cells] if text.isascii() and "_" not in text else [*map(typed_number, cells)]
        if max(map(abs, values)) <= _LARGEST_VALUE and not any(map(math.isnan, values)):
            return values
    except ValueError:
        pass
    wrong, head = next((cell, head) for cell, head in zip(cells, heads, strict=True) if not _is_number(cell))
    if not wrong:
        raise EngineError(Text("line {0} has nothing in the column {1}", number, head[:80]),
                          Text("a frame without a face has no values at all"))
    raise EngineError(Text("line {0} has {1} in the column {2}, where a number is needed", number, repr(wrong[:40]),
                           head[:80]))


def _is_number(cell: str) -> bool:
    try:
        return abs(typed_number(cell)) <= _LARGEST_VALUE
    except ValueError:
        return False


def _take(names: tuple[str, ...], times: np.ndarray, values: np.ndarray, present: np.ndarray, source: str) -> Take:
    weights = [column for column, name in enumerate(names) if name in SHAPES]
    values[:, weights] = np.clip(values[:, weights], 0, 1)
    strangers = tuple(name for name in names if name not in COLUMNS)
    tracks = [Track(tuple(names[column] for column in group), times, values[:, group])
              for chosen in (SHAPES, HEAD_ANGLES, EYE_ANGLES, strangers)
              if (group := [column for column, name in enumerate(names) if name in chosen])]
    step = float(np.median(np.diff(times))) if len(times) > 1 else 1 / TIMECODE_RATE
    return Take(tuple(tracks), min(max(round(1 / step, 3), 0.001), HIGHEST_RATE), source, gaps_where(~present, times))


def _leading(take: Take) -> Track:
    for track in take.tracks:
        if SHAPES & set(track.names):
            return track
    raise EngineError(Text("the take has no blendshape weights to write"))


def _table(take: Take) -> np.ndarray:
    """(T, 61) float32: what a file of this take holds, in the order of its columns."""
    times = _leading(take).times
    table = np.zeros((len(times), len(COLUMNS)), np.float32)
    for track in take.tracks:
        there = [name for name in track.names if name in COLUMNS]
        if there:
            table[:, [COLUMNS.index(name) for name in there]] = track.select(there).sampled(times)
    table[:, :len(_SHAPE_COLUMNS)] = np.clip(table[:, :len(_SHAPE_COLUMNS)], 0, 1)
    return table


def _same_times(again: Take, take: Take, rate: int) -> bool:
    """Whether each row lies where it was meant to, within half of what a timecode tells apart."""
    found, meant = _leading(again).times, _leading(take).times
    off = (found - found[0]) - (meant - meant[0])
    return bool((np.abs(off) <= 0.5 / (rate * _TICKS) + 1e-9).all())


def _exact(value: np.float32) -> str:
    """Ten decimals, or as many as it takes to be this very number."""
    return np.format_float_positional(value, unique=True, min_digits=10)


def _timecode(tick: int, rate: int) -> str:
    seconds, part = divmod(tick, rate * _TICKS)
    hours, minutes = divmod(seconds % _DAY // 60, 60)
    return f"{hours:02d}:{minutes:02d}:{seconds % 60:02d}:{part // _TICKS:02d}.{part % _TICKS:03d}"
