"""Whether a project file is still the one that was read or written: somebody else may have saved it since."""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from engine.base.errors import EngineError
from engine.base.files import read_limited
from engine.base.text import Text


class ProjectChanged(EngineError):  # noqa: N818 - named for what is wrong
    """A project is not what it was when it was read."""

    def __init__(self, path: Path) -> None:
        super().__init__(Text("{0} was changed by somebody else since it was opened", path.name))
        self.path = path


@dataclass(frozen=True)
class Stamp:
    """A file as it was: what the system says of it, and its content's SHA-256."""

    told: tuple[int, int, int]
    digest: str

    @classmethod
    def of(cls, told: tuple[int, int, int], data: bytes) -> "Stamp":
        """told: `told_of` the file, asked before it was read, or after it was written."""
        return cls(told, sha256(data).hexdigest())

    def holds(self, path: Path, limit: int) -> bool:
        """Whether nothing would be lost that is not known here: it is as it was, or is not there at all.

        limit: bytes; a larger file is another one.
        """
        try:
            if told_of(path) == self.told:
                return True
            return sha256(read_limited(path, limit)).hexdigest() == self.digest
        except FileNotFoundError:
            return True
        except (OSError, EngineError):
            return False


def told_of(path: Path) -> tuple[int, int, int]:
    """Size, time of change and number of a file. OSError."""
    found = path.stat()
    return found.st_size, found.st_mtime_ns, found.st_ino
