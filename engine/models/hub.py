"""Getting files from a Hugging Face repository, with huggingface_hub in a process of its own.

In its own process because its download cannot be stopped from outside. It keeps what it had of a file and goes on
from there the next time.
"""

import importlib.util
import sys
from pathlib import Path

from engine.errors import EngineError
from engine.jobs import Job, Progress
from engine.models.catalogue import Source
from engine.models.child import run_program

_PROGRAM = """
import sys
from huggingface_hub import hf_hub_download
repository, revision, member, folder = sys.argv[1:]
hf_hub_download(repository, member, revision=revision, local_dir=folder)
"""


def fetch_from_hub(source: Source, member: str, size: int, folder: Path) -> Job[Path]:
    """Download one file of a repository at its pinned revision into a folder that is kept for resuming.

    Returns its path. EngineError when huggingface_hub is not installed or the download fails.
    """
    if getattr(sys, "frozen", False) or importlib.util.find_spec("huggingface_hub") is None:
        raise EngineError(f"{source} is fetched with huggingface_hub, which is not installed",
                          hint=f"run `{Path(sys.executable).name} -m pip install huggingface_hub`, or import the file")
    message = f"Downloading {member}"

    def progress(_line: str) -> Progress:
        return Progress(min(_so_far(folder, member), size), size, message)

    command = [sys.executable, "-c", _PROGRAM, source.name, source.version, member, str(folder)]
    status, output = yield from run_program(command, progress, {"HF_HUB_DISABLE_PROGRESS_BARS": "1"}, folder)
    if status != 0:
        last = [line for line in output.splitlines() if line.strip()][-1:]
        raise EngineError(f"{source} could not be downloaded: {(last or ['no answer'])[0][:300]}",
                          hint="check the network", detail=output[-8000:])
    return folder / member


def _so_far(folder: Path, member: str) -> int:
    """Bytes of a download that are on the disk, finished or not."""
    try:
        if (folder / member).is_file():
            return (folder / member).stat().st_size
        return max((path.stat().st_size for path in (folder / ".cache").rglob("*.incomplete")), default=0)
    except OSError:  # renamed while we looked
        return 0
