"""Damaged and hostile files made of honest ones: by bytes, by the parts of a zip, by values of JSON, and by shapes that
ask for more than they are."""

import io
import json
import random
import warnings
import zipfile
from copy import deepcopy
from typing import Any

_NUMBERS = (0, 1, 0x7F, 0xFF, 0x7FFF, 0xFFFF, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF, 0x7FFFFFFFFFFFFFFF)
_MOST_TIMES, _MOST_LETTERS = 60_000, 4_000_000
_ODD: tuple[Any, ...] = (None, True, -1, 1e308, float("nan"), 10**400, 2**63, "", "a" * 5000, "\ud800", "\0", [], {},
                         [[]], {"": None}, "nan", "1_0", "../../x")
_SHAPES = (b"[", b"{", b'{"a":', b"a.", b"(", b"<a>", b"0N", b"]", b"9", b"\\", b'"', b"'''", b"\n", b",1", b"\0")


def mutated(chance: random.Random, seeds: tuple[bytes, ...]) -> bytes:
    """One file more."""
    data = chance.choice(seeds)
    if data[:2] == b"PK" and chance.random() < 0.7:
        return _zip(chance, data)
    if data[:1] == b"{" and chance.random() < 0.6:
        return _json(chance, data)
    return _bytes(chance, data, seeds)


def _bytes(chance: random.Random, data: bytes, seeds: tuple[bytes, ...]) -> bytes:
    made = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 5))):
        at = chance.randrange(len(made) + 1) if chance.random() < 0.6 else chance.randrange(min(len(made), 256) + 1)
        kind = chance.randrange(8)
        if kind == 0:
            made[at:at + 1] = bytes([chance.randrange(256)])
        elif kind == 1:
            size = chance.choice((1, 2, 4, 8))
            value = chance.choice(_NUMBERS) & (1 << 8 * size) - 1
            made[at:at + size] = value.to_bytes(size, chance.choice(("little", "big")))
        elif kind == 2:
            del made[at:at + chance.choice((1, 2, 4, 64, 4096))]
        elif kind == 3:
            made[at:at] = chance.randbytes(chance.choice((1, 4, 16)))
        elif kind == 4:
            begin = chance.randrange(len(made) + 1)
            made[at:at] = made[begin:begin + chance.choice((8, 64, 512))] * chance.choice((1, 2, 300))
        elif kind == 5:
            del made[at:]
        elif kind == 6:
            other = chance.choice(seeds)
            made[at:] = other[chance.randrange(len(other) + 1):]
        else:  # many of one thing
            made[at:at + chance.choice((0, 4))] = chance.choice(_SHAPES) * chance.choice((3, 100, 20_000))
    return bytes(made)


def _json(chance: random.Random, data: bytes) -> bytes:
    try:
        document = json.loads(data)
    except ValueError:
        return _bytes(chance, data, (data,))
    left = _MOST_TIMES
    for _ in range(chance.randint(1, 3)):
        places: list[tuple[Any, Any]] = []
        pending = [document]
        while pending and len(places) < 2000:
            one = pending.pop()
            keys = list(one) if isinstance(one, dict) else range(len(one)) if isinstance(one, list) else ()
            for key in keys:
                places.append((one, key))
                pending.append(one[key])
        if not places:
            break
        one, key = chance.choice(places)
        kind = chance.randrange(5)
        if kind == 0:
            one[key] = deepcopy(chance.choice(_ODD))  # later steps go on in it
        elif kind == 1:
            del one[key]
        elif kind == 2 and isinstance(one, dict):
            one[str(chance.choice(_ODD))] = one.pop(key)
        elif kind == 3:
            value, many = one[key], chance.choice((3, 1200, 20_000))
            many = max(1, min(many, left, _MOST_LETTERS // _letters(value)))
            left //= many  # many times in what is many times there already would have no end
            one[key] = [value] * many if isinstance(one, list) else {f"z{n}": value for n in range(min(many, 1200))}
        else:
            deep: Any = one[key]
            for _ in range(chance.choice((2, 70, 900))):
                deep = [deep]
            one[key] = deep
    try:
        return json.dumps(document).encode("utf-8", "surrogatepass")
    except (ValueError, RecursionError):
        return b'{"a":' * 3000


def _letters(value: Any) -> int:
    try:
        return len(repr(value))
    except RecursionError:
        return _MOST_LETTERS


def _zip(chance: random.Random, data: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entries = [(entry.filename, archive.read(entry), entry.compress_type) for entry in archive.infolist()]
    chosen, kind = chance.randrange(len(entries)), chance.randrange(10)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for place, (name, content, method) in enumerate(entries):
            if place == chosen:
                if kind < 5:
                    content = _json(chance, content) if content[:1] == b"{" else _bytes(chance, content, (content,))
                elif kind == 5:
                    name = chance.choice((f"../{name}", f"/{name}", name.upper(), "", "a\\b", "é" * 300))
                elif kind == 6:
                    continue
                elif kind == 7:
                    content, method = bytes(chance.choice((1 << 16, 1 << 24))), zipfile.ZIP_DEFLATED
                elif kind == 8:
                    for number in range(chance.choice((5, 3000))):
                        archive.writestr(f"more/{number}", b"")
                else:
                    method = chance.choice((0, 8, 12, 14))
            info = zipfile.ZipInfo(name)
            info.compress_type = method
            archive.writestr(info, content)
    return buffer.getvalue()
