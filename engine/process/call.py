"""One call of our own in a process that may die: bytes go in, facts and an array come out.

For libraries written in C that are given files and texts from anywhere. What these bring down, or send round in
circles, is that process and not the editor. Up come one line as in `engine.process.messages` and, where it is a result,
the array's bytes.
"""

import importlib
import math
import os
import subprocess
import sys
import threading
import traceback
from collections.abc import Collection, Mapping
from contextlib import suppress
from typing import IO, Any

import numpy as np

from engine.base.errors import EngineError
from engine.base.text import Text
from engine.process.group import see_off, start_group
from engine.process.itself import CALL, own_command
from engine.process.messages import JSON, LONGEST_LINE, Ending, ending_line, read_answer, read_request, request_line

CALLS: frozenset[str] = frozenset({
    "engine.photo.apart_decoders:decode_heif",
    "engine.photo.apart_decoders:decode_jxl",
    "engine.speech.espeak_apart:speak",
})
"""Every function that may be called so, "module:function": of the bytes given it makes facts, which are JSON, and an
array. Nothing that comes from outside names another."""

MEMORY = 1 << 30
"""Bytes a call may take beside what every Python takes."""
_MOST_BYTES = 1 << 31
_TYPES = {"|u1", "<u2"}


class CallFailed(Exception):  # noqa: N818 - named for what happened
    """The process ended by itself, or took too long: its input is damaged, or made to do so."""


def call_apart(function: str, data: bytes, arguments: Mapping[str, JSON],
               seconds: float) -> tuple[dict[str, Any], np.ndarray]:
    """What a function of `CALLS` makes of `data` and the arguments, in a process of its own; waits for it.

    seconds: after which it is ended. On Linux it may take `MEMORY`, and more when it says so itself.
    EngineError: what the function raised, and when no process can be started. CallFailed.
    """
    try:
        process = start_group(own_command(CALL), subprocess.PIPE, subprocess.DEVNULL)
    except OSError as error:
        raise EngineError(Text("a child process could not be started: {0}", error.strerror or error)) from error
    assert process.stdin is not None and process.stdout is not None
    request = request_line(function, {"length": len(data), "seconds": seconds, "arguments": dict(arguments)})
    giving = threading.Thread(target=_give, args=(process.stdin, request, data), name="call", daemon=True)
    ending = threading.Timer(seconds, process.kill)
    ending.daemon = True
    giving.start()
    ending.start()
    try:
        with process.stdout as answers:
            return _answer(answers)
    finally:
        ending.cancel()
        see_off(process, 0.0)
        giving.join()
        ending.join()


def _give(stream: IO[bytes], request: bytes, data: bytes) -> None:
    with suppress(OSError, ValueError), stream:  # it is gone: seen where its answer is read
        for part in (memoryview(request), memoryview(data)):
            while part:
                part = part[stream.write(part):]


def _answer(answers: IO[bytes]) -> tuple[dict[str, Any], np.ndarray]:
    line = bytearray()
    while not line.endswith(b"\n"):  # not through a buffer, which would take more than the line
        news = answers.read(1)
        if not news or len(line) > LONGEST_LINE:
            raise CallFailed
        line += news
    ending = read_answer(bytes(line))
    if not isinstance(ending, Ending):
        raise CallFailed
    if ending.error is not None:
        raise ending.error
    facts = ending.result
    shape, kind = tuple(int(length) for length in facts.pop("shape")), facts.pop("type")
    if kind not in _TYPES or min(shape, default=0) < 0 or math.prod(shape) * np.dtype(kind).itemsize > _MOST_BYTES:
        raise CallFailed
    array = np.empty(shape, kind)
    rest = memoryview(array.reshape(-1).view(np.uint8).data)
    while rest:
        count = answers.readinto(rest)  # type: ignore[attr-defined]
        if not count:
            raise CallFailed
        rest = rest[count:]
    return facts, array


def serve_call(calls: Collection[str] = CALLS) -> int:
    """The other end: one call, asked for on standard input and answered on standard output. Returns the process's exit
    status, 0 when there is a result."""
    answers = os.fdopen(os.dup(1), "wb", buffering=0)  # for us alone: libraries print to the other one
    os.dup2(2, 1)
    sys.stdout = sys.stderr
    array: np.ndarray | None = None
    try:
        with os.fdopen(os.dup(0), "rb") as asked:
            function, arguments = read_request(asked.readline(LONGEST_LINE))
            if function not in calls:
                raise EngineError(Text("there is no task {0} for a child process", repr(function)))
            data = asked.read(int(arguments["length"]))
        module, _, name = function.partition(":")
        work = getattr(importlib.import_module(module), name)
        _limit(float(arguments["seconds"]))
        facts, array = work(data, **arguments["arguments"])
        array = np.ascontiguousarray(array)
        facts = {**facts, "shape": list(array.shape), "type": array.dtype.str}
        line, status = ending_line(Ending(facts)), 0
    except EngineError as error:
        line, status = ending_line(Ending(error=error)), 1
    except Exception:  # noqa: BLE001 - decoders raise whatever they like on damaged files
        traceback.print_exc()
        return 1  # without an answer: as if it had brought the process down
    with suppress(OSError):  # whoever asked is gone
        for part in (memoryview(line), *([] if array is None or status else [array.reshape(-1).view(np.uint8).data])):
            while part:
                part = part[answers.write(part) or 0:]
    return status


def _limit(seconds: float) -> None:
    """Take no more than `MEMORY` from here on, and no longer, where the system can hold a process to it."""
    with suppress(ImportError, OSError, ValueError, AttributeError):
        import resource

        import psutil

        most = psutil.Process().memory_info().data + MEMORY  # Linux: what RLIMIT_DATA counts
        resource.setrlimit(resource.RLIMIT_DATA, (most, resource.RLIM_INFINITY))
        resource.setrlimit(resource.RLIMIT_CPU, (math.ceil(2 * seconds), math.ceil(2 * seconds)))


def allow_more(memory: int) -> None:
    """For a function of `CALLS` that has found out how much its work honestly takes: so many bytes more."""
    with suppress(ImportError, OSError, ValueError):
        import resource

        most, _ = resource.getrlimit(resource.RLIMIT_DATA)
        if most != resource.RLIM_INFINITY:
            resource.setrlimit(resource.RLIMIT_DATA, (most + memory, resource.RLIM_INFINITY))
