"""OpenGL for drawing without a window: the user's graphics card, Mesa's software renderer, or nothing at all.

Everything drawn live runs on OpenGL 3.3. On Linux the context comes from EGL, which needs no display server; elsewhere
from the platform's own way. ``FACEWRIGHT_GL`` chooses: ``auto`` (a graphics card if there is one, else software),
``software`` (Mesa's llvmpipe even beside a card), ``none`` (numpy paths only).

A context belongs to the thread that made it; whoever opens one releases it.
"""

import ctypes
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from engine.base.errors import UsageError
from engine.base.surroundings import ready_shader_cache
from engine.base.text import Text, in_a_row

if TYPE_CHECKING:
    import moderngl

CHOICES = ("auto", "software", "none")
_VARIABLE = "FACEWRIGHT_GL"
_SOFTWARE_NAMES = ("llvmpipe", "softpipe", "swrast", "software", "swiftshader", "gdi generic", "basic render")
_LIBRARIES_HINT = Text("install them: apt install libegl1 libgl1 libgl1-mesa-dri")
_NO_DEVICE = Text("EGL has no device")
_MAX_EGL_DEVICES = 8
_FINISH: "WeakKeyDictionary[moderngl.Context, Callable[[], None]]" = WeakKeyDictionary()


@dataclass(frozen=True)
class GlReport:
    """What OpenGL this machine offers. ``reason`` says why there is none, or is empty."""

    available: bool
    vendor: str = ""
    renderer: str = ""
    version: str = ""
    software: bool = False
    reason: Text = Text()

    @property
    def line(self) -> Text:
        """All of it in one line."""
        if not self.available:
            return Text("none ({0})", self.reason) if self.reason else Text("none")
        name = f"{self.renderer}, {self.vendor}, OpenGL {self.version}"
        return Text("{0} (software)", name) if self.software else Text("{0} (graphics card)", name)

    def __str__(self) -> str:
        return self.line


def wanted(choice: str | None = None) -> str:
    """The choice in force: the argument unless it is None or "auto", else ``FACEWRIGHT_GL``. Raises UsageError."""
    value = choice if choice not in (None, "auto") else os.environ.get(_VARIABLE, "") or "auto"
    if value not in CHOICES:
        raise UsageError(Text("unknown OpenGL choice {0}", repr(value)),
                         Text("{0} is one of {1}", _VARIABLE, ", ".join(CHOICES)))
    return value


def open_context(choice: str | None = None) -> "moderngl.Context | None":
    """A standalone OpenGL 3.3 context, current on this thread, or None when there is none (`probe` says why).

    choice: "auto", "software", "none", or None to follow ``FACEWRIGHT_GL``. Release it with ``.release()``.
    Raises UsageError for another choice.
    """
    return _open(wanted(choice))[0]


def probe(choice: str | None = None) -> GlReport:
    """Try what `open_context` would do, say what came of it, and leave nothing open. Raises UsageError.

    On a thread of its own: a new context becomes the current one of its thread, and the caller may be drawing with
    another.
    """
    from concurrent.futures import ThreadPoolExecutor

    choice = wanted(choice)
    with ThreadPoolExecutor(1, "gl probe") as thread:
        return thread.submit(_probe, choice).result()


def _probe(choice: str) -> GlReport:
    context, reason = _open(choice)
    if context is None:
        return GlReport(False, reason=reason)
    try:
        return report(context)
    finally:
        context.release()


def report(context: "moderngl.Context | None") -> GlReport:
    """What an open context runs on."""
    if context is None:
        return GlReport(False, reason=Text("OpenGL is switched off or missing"))
    info = context.info
    renderer = str(info["GL_RENDERER"])
    return GlReport(True, str(info["GL_VENDOR"]), renderer, str(info["GL_VERSION"]), _is_software(renderer))


def finish(context: "moderngl.Context") -> None:
    """Wait until everything is drawn that was asked for, as `Context.finish` does, and let other threads of Python run
    meanwhile: moderngl holds the interpreter's lock in every call, and a software renderer draws for milliseconds."""
    _finish_of(context)()


def _finish_of(context: "moderngl.Context") -> Callable[[], None]:
    """glFinish of a context, without the lock where the driver's own address of it can be had."""
    known = _FINISH.get(context)
    if known is None:
        loader = getattr(context.mglo, "_context", None)  # glcontext's, which finds the driver's functions
        find = getattr(loader, "load_opengl_function", None)
        address = find("glFinish") if find is not None else 0
        if not address:
            return context.finish  # not kept: it holds the context
        known = _FINISH[context] = ctypes.CFUNCTYPE(None)(address)
    return known


def _open(choice: str) -> tuple["moderngl.Context | None", Text]:
    """The context, or None and the reason in words."""
    if choice == "none":
        return None, Text("switched off by {0}=none", _VARIABLE)
    try:
        import moderngl  # noqa: F401
    except ImportError as error:
        return None, Text("the moderngl package is missing: {0}", error)
    ready_shader_cache()
    if sys.platform.startswith("linux"):
        context, reason = _open_egl(choice)
        if context is not None or choice == "software":
            return context, reason
        fallback, second = _open_platform()
        return fallback, Text() if fallback is not None else in_a_row([reason, second])
    context, reason = _open_platform()
    if context is not None and choice == "software" and not report(context).software:
        context.release()
        return None, Text("no software OpenGL on this system")
    return context, reason


def _open_egl(choice: str) -> tuple["moderngl.Context | None", Text]:
    """The first EGL device that is a graphics card; else, or when software is wanted, the first that is software."""
    import moderngl

    spare: moderngl.Context | None = None
    reason = _NO_DEVICE
    for index in range(_MAX_EGL_DEVICES):
        settings: dict[str, Any] = {"backend": "egl", "device_index": index, "libgl": "libGL.so.1",
                                    "libegl": "libEGL.so.1"}
        try:
            context = moderngl.create_context(standalone=True, require=330, **settings)
        except Exception as error:  # glcontext raises bare Exception, and more for each thing a driver can lack
            text = str(error)
            if "libEGL" in text or "libGL" in text:
                return None, Text("the system's OpenGL libraries are missing ({0}); {1}", text, _LIBRARIES_HINT)
            if "requested device index" in text or "out of range" in text:
                break
            if spare is None:
                reason = Text("EGL: {0}", text)
            continue
        software = _is_software(str(context.info["GL_RENDERER"]))
        if software == (choice == "software"):
            if spare is not None:
                spare.release()
            return context, Text()
        if choice == "software" or spare is not None:
            context.release()
        else:
            spare = context
    if spare is not None:
        spare.__enter__()  # the newest context is current; this one is ours to draw with
    elif choice == "software" and reason is _NO_DEVICE:
        reason = Text("Mesa's software renderer is missing; {0}", _LIBRARIES_HINT)
    return spare, Text() if spare is not None else reason


def _open_platform() -> tuple["moderngl.Context | None", Text]:
    """The platform's own way: WGL, CGL, or GLX with a display."""
    import moderngl

    try:
        return moderngl.create_context(standalone=True, require=330), Text()
    except Exception as error:  # as above
        return None, Text("no OpenGL 3.3: {0}", error)


def _is_software(renderer: str) -> bool:
    lowered = renderer.lower()
    return any(name in lowered for name in _SOFTWARE_NAMES)
