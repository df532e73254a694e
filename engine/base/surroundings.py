"""What libraries find around them when they load: the variables they read, and the locale of the process.

Both are set once, when `engine` is first imported, and so before any library is: in the editor, in commands, in the
children that either starts, in tests, and in a program that uses the engine as a library. Nothing is written here;
the folder of caches is made by whoever first puts something there.
"""

import locale
import os
import sys
from contextlib import suppress
from pathlib import Path

from engine.base.paths import cache_folder

_CALM = {
    # OpenBLAS's threads wait for each other by spinning. Beside a window, a renderer and a second program they make
    # small systems slower by tens of times, and nothing here is large enough to gain from them.
    "OPENBLAS_NUM_THREADS": "1",
    # torch's threads too wait by spinning. On two cores that something else was using, a step of an inversion took
    # .64 s instead of 3 s without that; on two quiet ones, drawing a face takes 2 to 4 % longer.
    "OMP_WAIT_POLICY": "PASSIVE",
    # torch asks Linux for its large blocks in pages of 2 MB: a step of an inversion takes 13 to 20 % less of the
    # processors, for most of a fresh block's cost is in fetching it page by page.
    "THP_MEM_ALLOC_ENABLE": "1",
}
"""How libraries share the machine; who has set one of these keeps it. Read when numpy and torch first load."""

SILENT = {
    # From 1.29 on it keeps an id of this device and a queue of events, with this program's path, in the user's cache,
    # and sends them; unless a variable of a build machine is set, so that build machines never see it.
    "ORT_DISABLE_TELEMETRY": "1",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "HF_HUB_DISABLE_UPDATE_CHECK": "1",
    "DO_NOT_TRACK": "1",  # what others go by, now or in a later version
}
"""Nothing is sent to anybody, whatever was set before."""

_CACHES = {
    "MESA_SHADER_CACHE_DIR": "shaders",  # Mesa: looked for beside the account's home, whatever HOME says
    "MESA_GLSL_CACHE_DIR": "shaders",  # the same, before Mesa 22
    "__GL_SHADER_DISK_CACHE_PATH": "shaders",  # NVIDIA's OpenGL
    "CUDA_CACHE_PATH": "cuda",
    "TORCH_HOME": "torch",
    "TORCHINDUCTOR_CACHE_DIR": "torch-compiled",  # else in the folder for temporary files, for ever
    "TORCH_EXTENSIONS_DIR": "torch-extensions",
    "TRITON_CACHE_DIR": "triton",
    "MPLCONFIGDIR": "matplotlib",
    "HF_HOME": "huggingface",
}
"""Where libraries keep what they have worked out: in our folder of caches; who has set one of these keeps it."""

_NO_SHADERS = ("MESA_SHADER_CACHE_DISABLE", "MESA_GLSL_CACHE_DISABLE")
"""By which Mesa, and Mesa before 22, does without its cache."""

_PLAIN = ("C",) if sys.platform == "win32" else ("C.UTF-8", "C.utf8", "en_US.UTF-8", "C")
"""Locales in which letters and numbers are what programs take them for, the best first."""


_before: dict[str, str | None] = {}


def prepare() -> None:
    """Set what libraries read. Cheap, and the same however often it is called."""
    for name in (*_CALM, *SILENT, *_CACHES, *_NO_SHADERS, "HF_TOKEN_PATH"):
        _before.setdefault(name, os.environ.get(name))
    for name, value in _CALM.items():
        os.environ.setdefault(name, value)
    os.environ.update(SILENT)
    # The user's own key to the hub stays where the hub's client has put it.
    huggingface = Path(os.environ.get("HF_HOME") or _user_cache() / "huggingface")
    os.environ.setdefault("HF_TOKEN_PATH", str(huggingface / "token"))
    caches = cache_folder().absolute()
    for name, folder in _CACHES.items():
        os.environ.setdefault(name, str(caches / folder))
    speak_plainly()


def ready_shader_cache() -> None:
    """Make the folder in which Mesa keeps its shaders, for it makes the last one at most. Where none can be made or
    written it is told to do without: else it says so on stderr, in the midst of a command's own lines."""
    folder = os.environ["MESA_SHADER_CACHE_DIR"]
    with suppress(OSError):
        os.makedirs(folder, exist_ok=True)
    if not os.access(folder, os.W_OK | os.X_OK):
        os.environ.update(dict.fromkeys(_NO_SHADERS, "true"))


def users_environment() -> dict[str, str]:
    """The environment as it was before, for programs of the user's that this one opens something in."""
    return {name: value for name, value in {**os.environ, **_before}.items() if value is not None}


def speak_plainly() -> None:
    """Put the process's rules for letters and numbers back to those that programs expect.

    Python takes the letters' rules of the user's locale when it starts, and Qt all of its rules when an application is
    made, so this is called after both. In Turkish "I" is not the capital of "i": MediaPipe writes its graph's names in
    small letters and then refuses them, and PySide does not find the setter of a property. With a decimal comma, C
    libraries read 0.5 as 0. Words (of messages, dates, the order of names) stay the user's, as does everything that is
    read from the environment, such as the language of the window.
    """
    locale.setlocale(locale.LC_NUMERIC, "C")
    for name in _PLAIN:
        try:
            locale.setlocale(locale.LC_CTYPE, name)
        except locale.Error:
            continue
        return


def _user_cache() -> Path:
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
