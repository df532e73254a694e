"""Set a checkout up: system libraries, virtual environment, packages, models. Standard library only.

Run by ``make run`` and ``make test`` with whatever ``python3`` the machine has, and quick when there is nothing to do.
Says what it does, line by line. On Debian and its relatives missing system libraries are installed when we are root;
otherwise the exact line to type is printed.
"""

import argparse
import ctypes
import hashlib
import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMP = VENV / "set-up.sha256"
MODELS = ("face-landmarker", "dlib-identity")

# What the wheels expect to find on a Linux system: shared library -> Debian package. The xcb and wayland rows are for
# a real display.
LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libEGL_mesa.so.0": "libegl-mesa0",
    "libGL.so.1": "libgl1",
    "libGLESv2.so.2": "libgles2",  # mediapipe will not load without it
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libX11.so.6": "libx11-6",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}
# Things that are no library of their own: a file that shows they are there -> Debian package.
FILES = {
    "/usr/lib/*/dri/swrast_dri.so": "libgl1-mesa-dri",
    "/usr/share/fonts/**/*.[to]tf": "fonts-dejavu-core",
}


class SetUpError(Exception):
    """A step failed; the message tells the person what to do."""


def say(text: str) -> None:
    print(f"set-up: {text}", flush=True)


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Set this checkout up.")
    parser.add_argument("--no-models", action="store_true", help="do not fetch models")
    parser.add_argument("--gpu", action="store_true", help="put the CUDA build of ONNX Runtime in place of the CPU one")
    options = parser.parse_args(argv)
    try:
        if sys.version_info < (3, 11):  # noqa: UP036 - whatever `python3` is here runs this
            raise SetUpError(f"Facewright needs Python 3.11 or newer; this is {platform.python_version()}")
        system_libraries()
        packages()
        if options.gpu:
            gpu_runtime()
        if not options.no_models:
            models()
    except SetUpError as error:
        say(str(error))
        return 1
    except subprocess.CalledProcessError as error:
        say(f"this failed (status {error.returncode}): {' '.join(map(str, error.cmd))}")
        return 1
    return 0


def system_libraries() -> None:
    """Install what the wheels need from the system, or print the line that does."""
    if not sys.platform.startswith("linux"):
        return
    missing = missing_libraries()
    if not missing:
        return
    if not shutil.which("apt-get"):
        say("these system libraries seem to be missing; trying without them. Debian's names: " + ", ".join(missing))
        return
    install = ["apt-get", "install", "-y", "--no-install-recommends", *missing]
    if os.geteuid() != 0:
        raise SetUpError("system libraries are missing. Type this, then start again:\n    sudo " + " ".join(install))
    say("installing system libraries: " + " ".join(missing))
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-qq"], check=True, env=quiet)
    subprocess.run([*install, "-qq"], check=True, env=quiet, stdout=subprocess.DEVNULL)


def missing_libraries() -> list[str]:
    """Debian packages whose library or file is not on this machine."""
    missing = [package for library, package in LIBRARIES.items() if not _loads(library)]
    missing += [package for pattern, package in FILES.items() if not _exists(pattern)]
    return missing


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _exists(pattern: str) -> bool:
    return any(Path("/").glob(pattern.lstrip("/")))


def packages() -> None:
    """A virtual environment with the pinned packages, made again only when the pins or the Python change."""
    wanted = fingerprint()
    if STAMP.exists() and STAMP.read_text(encoding="utf-8") == wanted:
        return
    python = venv_python()
    if not python.exists():
        say(f"making a virtual environment in {VENV.name}/")
        # Debian ships venv without the part that puts pip inside; pip itself can do that from outside.
        subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(VENV)], check=True)
    pip_pin = next(line for line in pins() if line.startswith("pip=="))
    subprocess.run([sys.executable, "-m", "pip", "--disable-pip-version-check", "--python", str(python),
                    "install", "-q", pip_pin], check=True)
    say("installing packages; the first time this fetches about 600 MB and takes a few minutes")
    # Found by a path, not by a finder that Python imports before anything of ours: Ctrl-C in there is a traceback.
    pip("install", "-c", str(ROOT / "constraints.txt"), "--config-settings", "editable_mode=compat", "-e",
        f"{ROOT}[test]")
    STAMP.write_text(wanted, encoding="utf-8")
    say("packages are in place")


def gpu_runtime() -> None:
    """onnxruntime and onnxruntime-gpu own the same files: take both away, then put the GPU one back alone."""
    say("putting onnxruntime-gpu in place of onnxruntime")
    pip("install", "-c", str(ROOT / "constraints.txt"), "-e", f"{ROOT}[gpu]")
    pip("uninstall", "-y", "onnxruntime", "onnxruntime-gpu")
    pip("install", "--no-deps", "onnxruntime-gpu")


def models() -> None:
    """Fetch the models the main job needs, through the same command a user types. Nothing happens when present."""
    subprocess.run([str(venv_python()), str(ROOT / "main.py"), "models", "get", *MODELS], check=True, cwd=ROOT)


def pip(*arguments: str) -> None:
    quiet = [] if sys.stdout.isatty() else ["-q"]
    calm = {**os.environ, "PYTHONWARNINGS": "ignore"}  # setuptools warns at length about every editable install
    subprocess.run([str(venv_python()), "-m", "pip", "--disable-pip-version-check", *arguments, *quiet], check=True,
                   env=calm)


def pins() -> list[str]:
    return (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()


def venv_python() -> Path:
    return VENV / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def fingerprint() -> str:
    """Changes when the declared packages, the pins, the Python or the checkout's place change."""
    digest = hashlib.sha256(f"{platform.python_version()} {ROOT}".encode())
    for name in ("pyproject.toml", "constraints.txt"):
        digest.update((ROOT / name).read_bytes())
    return digest.hexdigest()


if __name__ == "__main__":
    sys.exit(main())
