"""A face's timeline in a project: named by the face, kept in parts of the project's file.

    timelines/ID.json     what lies on it (`engine.motion.timeline_data`); ID is the SHA-256 of these bytes
    takes/DIGEST.npz      each take (`engine.motion.take_file`), once however many timelines it lies on

Parts are named by what they hold and never change, so a step can be undone by naming the timeline before it.
"""

import hashlib
import json
import re
from collections.abc import Collection, Iterable

from engine.base.errors import EngineError
from engine.base.json_text import parse_json
from engine.base.text import Text
from engine.motion.take_file import LARGEST, decode_take, encode_take, unpacked_take
from engine.motion.timeline import MOST_KEYS, Timeline
from engine.motion.timeline_data import decode_timeline, encode_timeline, take_digests, takes_of
from engine.project.face_state import TIMELINE, FaceState
from engine.project.project import Part

LARGEST_TIMELINE = 64 * 2**20
"""Bytes of one timeline without its takes."""
_TIMELINES, _TAKES = "timelines/", "takes/"
_DIGEST = re.compile(rb'"([0-9a-f]{64})"')
_MOST_VALUES = 4 * MOST_KEYS + 2**16
"""Of one timeline: a key is a list of three."""


def timeline_parts(timeline: Timeline, there: Collection[str] = ()) -> tuple[str, tuple[Part, ...]]:
    """The id by which a face names a timeline, and the parts that hold it. there: names of parts that need not be made
    once more."""
    data = json.dumps(encode_timeline(timeline), indent=1, allow_nan=False).encode("ascii")
    timeline_id = hashlib.sha256(data).hexdigest()
    takes = tuple(Part(_take_name(digest), encode_take(take)) for digest, take in sorted(takes_of(timeline).items())
                  if _take_name(digest) not in there)
    return timeline_id, (*takes, Part(_timeline_name(timeline_id), data))


def with_parts(parts: Iterable[Part], more: Iterable[Part]) -> tuple[Part, ...]:
    """A project's parts and others, each once, in the order of the file."""
    named = {part.name: part for part in (*parts, *more)}
    return tuple(named[name] for name in sorted(named))


def timeline_of(face: FaceState, parts: Iterable[Part]) -> Timeline | None:
    """The timeline a face names, None when it names none. Raises only EngineError, whatever the parts hold."""
    timeline_id = face.get(TIMELINE).get("id")
    if timeline_id is None:
        return None
    named = {part.name: part.data for part in parts}
    name = _timeline_name(str(timeline_id))
    if name not in named:
        raise EngineError(Text("the project lacks {0}, which a face needs", name))
    data = _parsed(named[name], name)
    takes, left = {}, LARGEST
    for digest in take_digests(data):
        take_name = _take_name(digest)
        if take_name in named:
            left -= unpacked_take(named[take_name], take_name)
            if left < 0:
                raise EngineError(Text("{0}: the takes of a face are larger than any recording", name))
            takes[digest] = decode_take(named[take_name], take_name)
            if takes[digest].digest != digest:
                raise EngineError(Text("{0}: is not the take it was saved with", take_name))
    return decode_timeline(data, takes)


def without_stray_timelines(parts: Iterable[Part], faces: Iterable[FaceState]) -> tuple[Part, ...]:
    """Parts without the timelines that no face names, and without the takes of none of the others."""
    parts = tuple(parts)
    wanted = {_timeline_name(str(state.get(TIMELINE)["id"])) for face in faces for state in (face, face.merged())
              if "id" in state.get(TIMELINE)}
    named = {_take_name(digest.decode()) for part in parts if part.name in wanted
             for digest in _DIGEST.findall(part.data)}
    return tuple(part for part in parts if not part.name.startswith((_TIMELINES, _TAKES))
                 or part.name in wanted or part.name in named)


def _parsed(data: bytes, name: str) -> object:
    if len(data) > LARGEST_TIMELINE:
        raise EngineError(Text("{0}: larger than {1} bytes, which no such file is", name, LARGEST_TIMELINE))
    try:
        return parse_json(data, _MOST_VALUES)
    except ValueError as error:
        raise EngineError(Text("{0}: a damaged timeline", name), detail=str(error)) from None


def _timeline_name(timeline_id: str) -> str:
    return f"{_TIMELINES}{timeline_id}.json"


def _take_name(digest: str) -> str:
    return f"{_TAKES}{digest}.npz"
