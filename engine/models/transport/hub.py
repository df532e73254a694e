"""Getting files from a Hugging Face repository, with huggingface_hub in a process of its own.

In its own process because its download cannot be stopped from outside. It keeps what it had of a file and goes on
from there the next time.

Files that the catalogue does not pin are pinned by the hub itself at the time: it names a commit, and the content hash
of every file in it.
"""

import importlib.util
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from engine.base.errors import EngineError
from engine.base.jobs import Job, Progress
from engine.base.remedy import import_model
from engine.base.text import Text
from engine.models.catalogue import Source
from engine.process.program import run_program

_PROGRAM = """
import sys
from huggingface_hub import hf_hub_download
repository, revision, member, folder = sys.argv[1:]
hf_hub_download(repository, member, revision=revision, local_dir=folder)
"""

_LISTING = """
import json, sys
from huggingface_hub import HfApi
repository, revision = sys.argv[1:]
found = HfApi().model_info(repository, revision=revision, files_metadata=True)
files = {one.rfilename: [one.size, one.lfs.sha256 if one.lfs else "", one.blob_id] for one in found.siblings}
print("\\n" + json.dumps({"commit": found.sha, "files": files}))
"""


@dataclass(frozen=True)
class HubFile:
    """What the hub says of a file. sha256: of large files; blob: git's own hash (SHA-1) of small ones."""

    bytes: int
    sha256: str
    blob: str


def list_hub(source: Source, folder: Path, revision: str = "") -> Job[tuple[str, dict[str, HubFile]]]:
    """The commit that a revision (the source's own) of a repository is now, and its files by their place in it.

    EngineError as below.
    """
    def progress(_line: str) -> Progress:
        return Progress(0, 0, Text("Asking {0}", source))

    output = yield from _run(source, [_LISTING, source.name, revision or source.version], progress, folder)
    try:
        answer = json.loads(output.splitlines()[-1])
        files = {str(place): HubFile(int(size), str(sha256), str(blob))
                 for place, (size, sha256, blob) in answer["files"].items()}
        return str(answer["commit"]), files
    except (ValueError, KeyError, TypeError, AttributeError, IndexError) as error:
        raise EngineError(Text("{0} gave an answer that cannot be read", source), detail=output[-2000:]) from error


def fetch_from_hub(source: Source, member: str, size: int, folder: Path, revision: str = "") -> Job[Path]:
    """Download one file of a repository at a revision (the source's own) into a folder that is kept for resuming.

    Returns its path. EngineError when huggingface_hub is not installed or the download fails.
    """
    def progress(_line: str) -> Progress:
        return Progress(min(_so_far(folder, member), size), size, Text("Downloading {0}", member))

    asked = [_PROGRAM, source.name, revision or source.version, member, str(folder.absolute())]
    yield from _run(source, asked, progress, folder)
    return folder / member


def _run(source: Source, arguments: list[str], progress: Callable[[str], Progress], folder: Path) -> Job[str]:
    if getattr(sys, "frozen", False) or importlib.util.find_spec("huggingface_hub") is None:
        raise EngineError(Text("{0} is fetched with huggingface_hub, which is not installed", source),
                          import_model(f"run `{Path(sys.executable).name} -m pip install huggingface_hub`, or import "
                                       "the file"))
    status, output = yield from run_program([sys.executable, "-P", "-c", *arguments], progress,
                                            {"HF_HUB_DISABLE_PROGRESS_BARS": "1"}, folder)
    if status != 0:
        last = [line for line in output.splitlines() if line.strip()][-1:]
        said = last[0][:300] if last else Text("no answer")
        raise EngineError(Text("{0} could not be downloaded: {1}", source, said),
                          hint=Text("check the network"), detail=output[-8000:])
    return output


def _so_far(folder: Path, member: str) -> int:
    """Bytes of a download that are on the disk, finished or not."""
    try:
        if (folder / member).is_file():
            return (folder / member).stat().st_size
        return max((path.stat().st_size for path in (folder / ".cache").rglob("*.incomplete")), default=0)
    except OSError:  # renamed while we looked
        return 0
