"""Takes as bytes of our own, exact in every bit: a ``.npz`` that any numpy opens, and what a project keeps of them."""

import io
from pathlib import Path
from typing import Annotated

import msgspec
import numpy as np

from engine.base.archive import pack, unpack, unpacked_size
from engine.base.arrays_file import array_of_npy, said_of
from engine.base.errors import EngineError, UsageError
from engine.base.files import read_limited
from engine.base.json_text import parse_json
from engine.base.text import Text
from engine.base.writing import write_whole
from engine.motion.take import LONGEST_SOURCE, MOST_GAPS, MOST_TRACKS, Take
from engine.motion.track import LONGEST_NAME, MOST_NAMES, Track

FORMAT, VERSION = "facewright-take", 1
SUFFIX = ".npz"
RECORDINGS = (".csv", SUFFIX)
VIDEOS = (".mp4", ".mov", ".m4v", ".mkv", ".webm", ".avi")
"""Suffixes of files that a take comes from; what has another is tried as a video."""
LARGEST = 1 << 29
"""Bytes, unpacked: ten hours of a face at 60 frames a second."""
_FACTS = "facts.json"
_LARGEST_FACTS = 1 << 22
_MOST_ENTRIES = 2 * MOST_TRACKS + 1

_Name = Annotated[str, msgspec.Meta(min_length=1, max_length=LONGEST_NAME)]


class _Facts(msgspec.Struct, forbid_unknown_fields=True):
    format: str
    version: int
    rate: float
    source: Annotated[str, msgspec.Meta(max_length=LONGEST_SOURCE)]
    gaps: Annotated[list[tuple[float, float]], msgspec.Meta(max_length=MOST_GAPS)]
    tracks: Annotated[list[Annotated[list[_Name], msgspec.Meta(max_length=MOST_NAMES)]],
                      msgspec.Meta(min_length=1, max_length=MOST_TRACKS)]


def encode_take(take: Take) -> bytes:
    """A take as the bytes of its file; equal takes give the same bytes."""
    facts = _Facts(FORMAT, VERSION, float(take.rate), take.source, list(take.gaps),
                   [list(track.names) for track in take.tracks])
    try:
        entries = {_FACTS: msgspec.json.format(msgspec.json.encode(facts), indent=1)}
    except UnicodeEncodeError:
        raise EngineError(Text("a take has names that cannot be written")) from None
    for number, track in enumerate(take.tracks):
        entries |= {f"times{number}.npy": _npy(track.times, "<f8"), f"values{number}.npy": _npy(track.values, "<f4")}
    return pack(entries)


def decode_take(data: bytes, name: str) -> Take:
    """The take in such bytes. Raises only EngineError, whatever they are; nothing in them is run.

    name: what to call them in messages.
    """
    take: Take = said_of(Path(name), lambda: _decode(data, name))
    return take


def unpacked_take(data: bytes, name: str) -> int:
    """Bytes that decoding such bytes will need, as they say. Raises only EngineError."""
    return unpacked_size(data, name, _MOST_ENTRIES)


def write_take(path: Path, take: Take) -> None:
    """Write whole or not at all, read back and compared. UsageError for another suffix than .npz, EngineError else."""
    if path.suffix.lower() != SUFFIX:
        raise UsageError(Text("{0}: takes are written as {1}", path.name, SUFFIX))

    def compare(written: Path) -> None:
        if decode_take(read_limited(written, LARGEST), str(path)) != take:
            raise EngineError(Text("{0}: what was written is not what was meant", path))

    write_whole(path, encode_take(take), compare)


def read_take(path: Path) -> Take:
    """The take in a file. Raises only EngineError, whatever is in it; nothing in it is run."""
    return decode_take(read_limited(path, LARGEST), str(path))


def _decode(data: bytes, name: str) -> Take:
    entries = unpack(data, name, _MOST_ENTRIES, LARGEST)
    text = entries.get(_FACTS, b"")
    if not 0 < len(text) < _LARGEST_FACTS:
        raise EngineError(Text("is a .npz, but holds no take"))
    head = parse_json(text)
    if not isinstance(head, dict) or head.get("format") != FORMAT:
        raise EngineError(Text("is a .npz, but holds no take"))
    if head.get("version") != VERSION:
        raise EngineError(Text("holds a take of version {0}, which this Facewright does not know",
                               repr(head.get("version"))[:40]))
    facts = msgspec.convert(head, _Facts)
    tracks = []
    for number, names in enumerate(facts.tracks):
        times, values = (array_of_npy(entries.pop(f"{kind}{number}.npy")) for kind in ("times", "values"))
        if times.dtype != np.float64 or values.dtype != np.float32:
            raise EngineError(Text("holds a take whose numbers are of another kind"))
        tracks.append(Track(tuple(names), times, values))
    return Take(tuple(tracks), facts.rate, facts.source, tuple(facts.gaps))


def _npy(values: np.ndarray, kind: str) -> bytes:
    buffer = io.BytesIO()
    np.lib.format.write_array(buffer, np.ascontiguousarray(values, kind), allow_pickle=False)
    return buffer.getvalue()
