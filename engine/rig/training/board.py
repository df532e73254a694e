"""TensorBoard's event files, where the user has the package."""

from importlib.util import find_spec
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

import numpy as np

if TYPE_CHECKING:
    from torch.utils.tensorboard import SummaryWriter as Writer


class Board:
    """What a training shows there, in a folder; nothing where the package tensorboard is not installed.

    what: is trained; step: where it goes on: what an earlier run told of later steps is taken back.
    """

    def __init__(self, folder: Path, step: int, what: str) -> None:
        self._what = what
        self._writer: Writer | None = None
        if find_spec("tensorboard") is not None:
            from torch.utils.tensorboard import SummaryWriter

            self._writer = SummaryWriter(str(folder), purge_step=step)

    def numbers(self, step: int, **values: float) -> None:
        """Scalars named WHAT/…, after so many steps."""
        if self._writer is not None:
            for name, value in values.items():
                self._writer.add_scalar(f"{self._what}/{name.replace('_', ' ')}", value, step)

    def picture(self, step: int, pixels: np.ndarray) -> None:
        """(h, w, 3) uint8."""
        if self._writer is not None:
            self._writer.add_image(f"{self._what}/preview", pixels, step, dataformats="HWC")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None,
                 trace: TracebackType | None) -> None:
        if self._writer is not None:
            self._writer.close()
