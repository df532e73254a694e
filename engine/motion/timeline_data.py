"""Curves and timelines as plain data, for JSON in a project, and back.

A curve is {"control": "AU12L", "keys": [[0.0, 0.0, "smooth"], [1.5, 6.0, "linear"]]}. A timeline names its takes by
their digest; the takes themselves are kept beside it (`engine.motion.take_file`), each once however often it lies on
the timeline. Only dicts, lists, strings and numbers come out, and whatever goes in, only EngineError comes of it.
"""

from collections.abc import Mapping
from typing import Annotated, Any, TypeVar

import msgspec

from engine.base.errors import EngineError
from engine.base.text import Text
from engine.motion.curve import LONGEST_NAME, MOST_KEYS, Curve, Interpolation, Keyframe
from engine.motion.face_parts import PARTS
from engine.motion.take import Take
from engine.motion.timeline import MOST_CURVES, MOST_TAKES, PlacedTake, Timeline, check_keys

VERSION = 2
"""1 knows no gains, and is still written for what has none."""
_LAST_VERSION = 1_000_000
"""No Facewright will ever write a later one."""

_Data = TypeVar("_Data")


class _CurveData(msgspec.Struct, forbid_unknown_fields=True):
    control: Annotated[str, msgspec.Meta(min_length=1, max_length=LONGEST_NAME)]
    keys: Annotated[list[tuple[float, float, Interpolation]], msgspec.Meta(min_length=1, max_length=MOST_KEYS)]


class _PlacedData(msgspec.Struct, forbid_unknown_fields=True):
    take: Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{64}$")]
    offset: float
    start: float | None
    end: float | None
    weight: float
    fade: float
    gains: Annotated[dict[str, float], msgspec.Meta(max_length=len(PARTS))] = {}


class _TimelineData(msgspec.Struct, forbid_unknown_fields=True):
    version: Annotated[int, msgspec.Meta(ge=0, le=_LAST_VERSION)]
    takes: Annotated[list[_PlacedData], msgspec.Meta(max_length=MOST_TAKES)]
    curves: Annotated[list[_CurveData], msgspec.Meta(max_length=MOST_CURVES)]
    trim: tuple[float, float | None]


def encode_curve(curve: Curve) -> dict[str, Any]:
    """A curve as plain data."""
    return {"control": curve.control,
            "keys": [[key.time, key.value, key.interpolation.value] for key in curve.keys]}


def decode_curve(data: object) -> Curve:
    """The curve in such data. Raises only EngineError."""
    return _curve(_converted(data, _CurveData))


def encode_timeline(timeline: Timeline) -> dict[str, Any]:
    """A timeline as plain data; what `takes_of` gives is to be kept with it."""
    takes = [{"take": placed.take.digest, "offset": float(placed.offset), "start": _number(placed.start),
              "end": _number(placed.end), "weight": float(placed.weight), "fade": float(placed.fade),
              **({"gains": dict(placed.gains)} if placed.gains else {})}
             for placed in timeline.takes]
    start, end = timeline.trim
    version = VERSION if any(placed.gains for placed in timeline.takes) else 1
    return {"version": version, "takes": takes, "curves": [encode_curve(curve) for curve in timeline.curves],
            "trim": [float(start), _number(end)]}


def takes_of(timeline: Timeline) -> dict[str, Take]:
    """The takes that lie on a timeline, by digest, each once."""
    return {placed.take.digest: placed.take for placed in timeline.takes}


def take_digests(data: object) -> tuple[str, ...]:
    """The digests of the takes that encoded data asks for, each once, sorted. Raises only EngineError."""
    return tuple(sorted({placed.take for placed in _checked(data).takes}))


def decode_timeline(data: object, takes: Mapping[str, Take]) -> Timeline:
    """The timeline in such data, with its takes by digest. Raises only EngineError, also when a take is not there."""
    wanted = _checked(data)
    check_keys(len(curve.keys) for curve in wanted.curves)
    missing = [placed.take for placed in wanted.takes if placed.take not in takes]
    if missing:
        raise EngineError(Text("the timeline needs the take {0}, which is not there", missing[0][:12]))
    placed_takes = tuple(PlacedTake(takes[placed.take], placed.offset, placed.start, placed.end, placed.weight,
                                    placed.fade, tuple(placed.gains.items())) for placed in wanted.takes)
    return Timeline(placed_takes, tuple(_curve(curve) for curve in wanted.curves), wanted.trim)


def _checked(data: object) -> _TimelineData:
    version = data.get("version") if isinstance(data, dict) else None
    if isinstance(version, int) and VERSION < version <= _LAST_VERSION:
        raise EngineError(Text("the timeline is of version {0}; this Facewright knows {1}", version, VERSION),
                          Text("open it with a newer Facewright"))
    wanted = _converted(data, _TimelineData)
    if not 1 <= wanted.version <= VERSION:
        raise EngineError(Text("a timeline of version {0} never was", wanted.version))
    return wanted


def _curve(data: _CurveData) -> Curve:
    return Curve(data.control, tuple(Keyframe(*key) for key in data.keys))


def _number(value: float | None) -> float | None:
    return None if value is None else float(value)


def _converted(data: object, kind: type[_Data]) -> _Data:
    try:
        return msgspec.convert(data, kind)
    except (msgspec.ValidationError, OverflowError, RecursionError, UnicodeError) as error:  # Overflow: a whole number
        # past floats; Unicode: half of a pair of surrogates
        raise EngineError(Text("the timeline is damaged: {0}", error)) from None
