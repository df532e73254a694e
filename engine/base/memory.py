"""Telling that memory ran out: libraries say so in ways of their own."""

import errno

_SAID = ("cannot allocate memory", "failed to map segment", "not enough memory", "insufficient memory", "out of memory",
         "bad_alloc", "bad allocation", "failed to allocate", "unable to allocate", "can't start new thread",
         "framebuffer is not complete", "cannot create framebuffer", "cannot create texture",
         "cannot create renderbuffer")
"""The system's loader, Qt, OpenCV, torch, C++, ONNX Runtime, numpy, Python, and OpenGL when it is too large."""


def lacks_memory(error: BaseException | None) -> bool:
    """Whether an exception, or what it came of, says that there was not enough memory."""
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        if isinstance(error, MemoryError) or isinstance(error, OSError) and error.errno == errno.ENOMEM:
            return True
        said = f"{error} {getattr(error, 'detail', '')}".lower()
        if any(words in said for words in _SAID):
            return True
        error = error.__cause__ or error.__context__
    return False
