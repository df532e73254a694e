"""Telling that memory ran out: by the type of an exception, and by words only where a library has no type for it."""

import errno
import re
import sys
from dataclasses import dataclass


@dataclass(frozen=True)
class Said:
    """What exceptions of a type ("module.name", or all of a module) say when memory ran out, and why there is nothing
    better to go by. words: looked for where such a message has them, so that no path or name in it is taken for it.
    """

    kind: str
    words: re.Pattern[str]
    why: str


_RUNTIME, _ONNX = "builtins.RuntimeError", "onnxruntime.capi.onnxruntime_pybind11_state"
_LOADER = re.compile(r": (failed to map segment from shared object|.*: Cannot allocate memory)$")
WORDS = (
    Said(_RUNTIME, re.compile(r"^can't (start|allocate) new thread|^can't allocate lock"),
         "Python has no type for a thread that there is no room for"),
    Said(_RUNTIME, re.compile(r"^(\[enforce fail [^\]]*\] .{0,80})?DefaultCPUAllocator: "
                              r"(can't allocate|not enough) memory"),
         "torch has a type for graphics cards only; on a processor it raises this"),
    Said(_RUNTIME, re.compile(r"^(CUDA out of memory\b|MPS backend out of memory\b|CUDA error: out of memory\b|"
                              r"CUDA error: \w+_STATUS_ALLOC_FAILED\b)"),
         "torch's type is for CUDA's allocator: Apple's, and CUDA's own libraries, tell by a message"),
    Said(_RUNTIME, re.compile(r"^(std::bad_alloc|bad allocation)$"),
         "C++ wrapped by hand, as in torch and MediaPipe: the name of its exception is all that is left"),
    Said("builtins.ImportError", _LOADER,
         "the system's loader tells Python nothing but a line"),
    Said("builtins.OSError", _LOADER,
         "the same through ctypes, without a number"),
    Said(_ONNX, re.compile(r"(^|: )(std::bad_alloc|bad allocation|Failed to allocate memory for requested buffer\b|"
                           r"Available memory of \d+ is smaller than requested bytes\b)"),
         "ONNX Runtime's types tell where it failed (RuntimeException, Fail), not of what"),
    Said("_moderngl.Error", re.compile(r"^(the framebuffer is not complete|cannot create (framebuffer|texture|"
                                     r"renderbuffer))"),
         "moderngl has one type for everything"),
)
"""The one place where words decide."""

_PRINTED = re.compile(r"^(?:[\w.]*(?:MemoryError|OutOfMemoryError)\b|terminate called after throwing an instance of "
                      r"'std::bad_alloc'|.*: error while loading shared libraries: .*: (?:failed to map segment|cannot "
                      r"allocate memory))", re.MULTILINE)
"""Of a process that has died there is only what it printed."""


def lacks_memory(error: BaseException | None) -> bool:
    """Whether an exception, or what it came of, says that there was not enough memory."""
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        if _lacks(error):
            return True
        error = error.__cause__ or error.__context__
    return False


def printed_of_memory(text: str) -> bool:
    """Whether the last words of a process that died tell of it."""
    return bool(_PRINTED.search(text)) or any(
        said.words.search(line.partition(": ")[2]) for line in text.splitlines() for said in WORDS
        if line.startswith((f"{said.kind.removeprefix('builtins.')}: ", f"{said.kind}.")))


def _lacks(error: BaseException) -> bool:
    if isinstance(error, MemoryError) or isinstance(error, OSError) and error.errno == errno.ENOMEM:
        return True
    torch, cv2 = sys.modules.get("torch"), sys.modules.get("cv2")  # not loaded: it is not theirs
    if torch is not None and isinstance(error, torch.OutOfMemoryError):
        return True
    if cv2 is not None and isinstance(error, cv2.error):
        return getattr(error, "code", 0) == _OPENCV_OUT_OF_MEMORY
    kinds = {f"{kind.__module__}.{kind.__qualname__}" for kind in type(error).__mro__} | {type(error).__module__}
    message = str(error)
    return any(said.kind in kinds and said.words.search(message) for said in WORDS)


_OPENCV_OUT_OF_MEMORY = -4
"""cv::Error::StsNoMem."""
