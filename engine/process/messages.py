"""What a child process and its parent say to each other: one JSON document a line.

Down goes one line, the task and its arguments. Up come lines of progress and at the end a result or an error. Texts
travel as their templates and values, so that the parent can show them in its own language.
"""

import base64
import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np

from engine.base.errors import BadValue, Cancelled, EngineError, ModelMissing, NotInverted, UsageError
from engine.base.jobs import Progress
from engine.base.json_text import parse_json
from engine.base.text import Text
from engine.base.text_data import decode_text, encode_text

JSON: TypeAlias = "Mapping[str, JSON] | list[JSON] | str | float | int | bool | None"

LONGEST_LINE = 1 << 24
"""Bytes; a longer line is none of ours."""
PREVIEW_SIDE = 256
"""Pixels; a larger preview is made smaller on its way."""

_ERRORS: dict[str, type[EngineError]] = {kind.__name__: kind for kind in (
    EngineError, UsageError, BadValue, ModelMissing, NotInverted)}
_LONGEST_DETAIL = 1 << 16


@dataclass(frozen=True)
class Ending:
    """How a task ended: with a result, or an error."""

    result: Any = None
    error: Exception | None = None


def request_line(task: str, arguments: Mapping[str, JSON]) -> bytes:
    """The line that begins a task. ValueError when the arguments are no JSON or too long."""
    return _line({"task": task, "arguments": dict(arguments)})


def read_request(line: bytes) -> tuple[str, dict[str, Any]]:
    """A task's name and its arguments. EngineError for anything else."""
    document = _document(line)
    task, arguments = document.get("task"), document.get("arguments")
    if not isinstance(task, str) or not isinstance(arguments, dict):
        raise EngineError(Text("a child process was asked something that cannot be read"))
    return task, arguments


def progress_line(progress: Progress) -> bytes:
    """Without what it waits for: that is the child's own affair."""
    document: dict[str, Any] = {"progress": [_finite(progress.done), _finite(progress.total)],
                                "message": encode_text(progress.message)}
    if progress.preview is not None:
        document["preview"] = base64.b64encode(_encode_preview(progress.preview)).decode("ascii")
    return _line(document)


def ending_line(ending: Ending) -> bytes:
    """ValueError or TypeError when the result is no JSON."""
    error = ending.error
    if error is None:
        return _line({"result": ending.result})
    if isinstance(error, Cancelled):
        return _line({"cancelled": True})
    if not isinstance(error, EngineError):
        raise TypeError(f"{error!r} is not an error for a person")
    kind = next(kind.__name__ for kind in type(error).__mro__ if kind.__name__ in _ERRORS)
    return _line({"error": kind, "message": encode_text(error.message), "hint": encode_text(error.hint),
                  "detail": error.detail[-_LONGEST_DETAIL:]})


def read_answer(line: bytes) -> Progress | Ending:
    """What a child says. EngineError for a line that is none of this, whatever is in it."""
    document = _document(line)
    try:
        if "progress" in document:
            done, total = document["progress"]
            preview = _decode_preview(document["preview"]) if "preview" in document else None
            return Progress(_finite(float(done)), _finite(float(total)), _decode_text(document["message"]), preview)
        if "error" in document:
            return Ending(error=_ERRORS[document["error"]](_decode_text(document["message"]),
                                                           _decode_text(document["hint"]), str(document["detail"])))
        if "cancelled" in document:
            return Ending(error=Cancelled())
        return Ending(document["result"])
    except Exception as error:  # noqa: BLE001 - whatever is in the line
        raise _unreadable(line, error) from None


def _line(document: Mapping[str, Any]) -> bytes:
    line = json.dumps(document, allow_nan=False, separators=(",", ":")).encode("ascii") + b"\n"
    if len(line) > LONGEST_LINE:
        raise ValueError(f"{len(line)} bytes is more than a child process says at once")
    return line


def _document(line: bytes) -> dict[str, Any]:
    try:
        document = parse_json(line)
    except ValueError as error:
        raise _unreadable(line, error) from None
    if not isinstance(document, dict):
        raise _unreadable(line, TypeError(type(document).__name__))
    return document


def _unreadable(line: bytes, error: Exception) -> EngineError:
    return EngineError(Text("a child process said something that cannot be read"),
                       detail=f"{error!r}: {line[:1000]!r}")


def _finite(value: float) -> float:
    return value if math.isfinite(value) else 0.0


def _decode_text(document: Any) -> Text:
    text = decode_text(document)
    return text if isinstance(text, Text) else Text("{0}", text)


def _encode_preview(preview: np.ndarray) -> bytes:
    """(h, w, 3|4) uint8 as a small JPEG, or PNG where it has alpha."""
    from engine.base.opencv import cv2

    side = max(preview.shape[:2])
    if side > PREVIEW_SIDE:
        size = (max(1, round(preview.shape[1] * PREVIEW_SIDE / side)),
                max(1, round(preview.shape[0] * PREVIEW_SIDE / side)))
        preview = cv2.resize(preview, size, interpolation=cv2.INTER_AREA)
    alpha = preview.shape[2] == 4
    turned = cv2.cvtColor(preview, cv2.COLOR_RGBA2BGRA if alpha else cv2.COLOR_RGB2BGR)
    return cv2.imencode(".png" if alpha else ".jpg", turned)[1].tobytes()


def _decode_preview(text: str) -> np.ndarray:
    from engine.base.opencv import cv2

    data = base64.b64decode(text, validate=True)
    pixels = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_UNCHANGED)
    if pixels is None or pixels.ndim != 3 or max(pixels.shape[:2]) > PREVIEW_SIDE:
        raise ValueError("no preview")
    return cv2.cvtColor(pixels, cv2.COLOR_BGRA2RGBA if pixels.shape[2] == 4 else cv2.COLOR_BGR2RGB)
