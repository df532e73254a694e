"""OpenGL: found, described, switched off, released."""

import ctypes
import gc
import os
import subprocess
import sys
import weakref
from pathlib import Path

import pytest

from engine.base import gl
from engine.base.errors import UsageError


@pytest.fixture(autouse=True)
def no_choice_from_outside(monkeypatch):
    monkeypatch.delenv("FACEWRIGHT_GL", raising=False)


def paint(context, colour):
    """Clear a small picture to a colour and read one pixel back."""
    target = context.framebuffer([context.renderbuffer((4, 4))])
    target.use()
    target.clear(*colour)
    pixel = target.read(components=4)[:4]
    target.color_attachments[0].release()
    target.release()
    return tuple(pixel)


def test_none_opens_nothing_and_says_who_asked(monkeypatch):
    monkeypatch.setenv("FACEWRIGHT_GL", "none")
    assert gl.open_context() is None
    found = gl.probe()
    assert not found.available
    assert "FACEWRIGHT_GL=none" in found.reason
    assert "FACEWRIGHT_GL=none" in str(found)


def test_an_argument_wins_over_the_environment(monkeypatch):
    monkeypatch.setenv("FACEWRIGHT_GL", "software")
    assert gl.wanted() == "software"
    assert gl.wanted("auto") == "software"
    assert gl.wanted("none") == "none"


@pytest.mark.parametrize("choice", ["vulkan", "None", " "])
def test_an_unknown_choice_is_a_usage_error(monkeypatch, choice):
    with pytest.raises(UsageError, match="OpenGL"):
        gl.open_context(choice)
    monkeypatch.setenv("FACEWRIGHT_GL", choice)
    with pytest.raises(UsageError, match="OpenGL"):
        gl.probe()


def test_the_context_draws_and_is_described(context):
    assert paint(context, (1.0, 0.0, 1.0, 1.0)) == (255, 0, 255, 255)
    found = gl.report(context)
    assert found.available and found.renderer and not found.reason
    assert found.renderer in str(found)
    assert ("software" in str(found)) == found.software


def test_software_is_software(context):
    found = gl.probe("software")
    if not found.available:
        pytest.skip(found.reason)
    assert found.software


def test_probing_disturbs_no_open_context(context):
    target = context.framebuffer([context.renderbuffer((4, 4))])
    gl.probe()
    target.use()  # made before: it is there only when its context is still the thread's current one
    target.clear(0.0, 1.0, 0.0, 1.0)
    assert tuple(target.read(components=4)[:4]) == (0, 255, 0, 255)
    target.color_attachments[0].release()
    target.release()


def test_many_contexts_open_and_close(context):
    for _ in range(40):
        opened = gl.open_context()
        assert opened is not None
        opened.release()
    with context:
        assert paint(context, (0.0, 0.0, 1.0, 1.0)) == (0, 0, 255, 255)


def test_a_missing_library_is_named(monkeypatch):
    import moderngl

    def missing(**_):
        raise Exception("libEGL.so.1 not loaded")

    monkeypatch.setattr(moderngl, "create_context", missing)
    monkeypatch.setattr(gl.sys, "platform", "linux")
    assert gl.open_context() is None
    reason = gl.probe().reason
    assert "libEGL.so.1" in reason and "apt install" in reason


def test_a_graphics_card_is_preferred_and_the_other_released(monkeypatch):
    import moderngl

    class Fake:
        def __init__(self, renderer):
            self.info = {"GL_RENDERER": renderer, "GL_VENDOR": "v", "GL_VERSION": "4.5"}
            self.released = False

        def release(self):
            self.released = True

        def __enter__(self):
            return self

    devices = [Fake("llvmpipe (LLVM)"), Fake("A Real Card"), Fake("Another Card")]

    def create_context(device_index=0, **_):
        if device_index >= len(devices):
            raise Exception(f"requested device index {device_index}, but found 3 devices")
        return devices[device_index]

    monkeypatch.setattr(moderngl, "create_context", create_context)
    monkeypatch.setattr(gl.sys, "platform", "linux")
    assert gl.open_context() is devices[1]
    assert devices[0].released and not devices[1].released
    devices[0].released = False
    assert gl.open_context("software") is devices[0]
    devices.pop(1)
    devices.pop(1)
    assert gl.open_context() is devices[0]


DRAWING = """
from engine.base import gl
context = gl.open_context()
print(context is not None)
if context is not None:
    context.program(vertex_shader="#version 330\\nin vec2 a; void main() { gl_Position = vec4(a, 0, 1); }",
                    fragment_shader="#version 330\\nout vec4 o; void main() { o = vec4(1); }")
"""


def test_a_cache_that_cannot_be_written_is_no_matter_of_stderr(tmp_path: Path) -> None:
    """Mesa says there that it does without; a command's own lines stand there."""
    (tmp_path / "file").touch()
    environment = {name: value for name, value in os.environ.items() if not name.startswith("MESA_")}
    environment["FACEWRIGHT_DATA"] = str(tmp_path / "file" / "data")
    done = subprocess.run([sys.executable, "-c", DRAWING], env={**environment, "PYTHONPATH": os.pathsep.join(sys.path)},
                          capture_output=True, text=True, check=True, timeout=120)
    if done.stdout.strip() != "True":
        pytest.skip("no OpenGL here")
    assert done.stderr == ""


def test_waiting_for_a_picture_lets_other_threads_run():
    """What waits is the driver's own function, called without the interpreter's lock, not moderngl's."""
    context = gl.open_context()
    if context is None:
        pytest.skip("no OpenGL 3.3 on this machine")
    try:
        finish = gl._finish_of(context)
        assert finish is gl._finish_of(context)
        assert isinstance(finish, ctypes._CFuncPtr)
        target = context.framebuffer([context.renderbuffer((4, 4))])
        target.use()
        target.clear(1.0, 0.0, 0.0, 1.0)
        gl.finish(context)
        assert tuple(target.read(components=4)[:4]) == (255, 0, 0, 255)
    finally:
        context.release()


def test_where_the_drivers_own_cannot_be_had_moderngl_waits_and_its_context_is_not_held():
    class Context:
        mglo, waited = object(), 0

        def finish(self) -> None:
            Context.waited += 1

    context = Context()
    gl.finish(context)
    assert Context.waited == 1
    gone = weakref.ref(context)
    del context
    gc.collect()
    assert gone() is None
