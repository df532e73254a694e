"""What a worker needs to label drawn faces."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from engine.base.errors import EngineError
from engine.base.remedy import typed
from engine.base.text import Text

Labeller = Callable[[tuple[np.ndarray, float]], np.ndarray]
"""w (width,) and truncation to the row of its face (columns,)."""


@dataclass(frozen=True)
class Setting:
    """What a worker needs to be the same as any other: called there, it loads everything and says how to label.

    generator: a file or folder, or "" for the program's own in the model store. digest: what it must have; one of
    another content would label other faces. analysers: what must look; another number of models would measure more or
    less.
    """

    generator: str
    digest: str
    analysers: tuple[str, ...]

    def __call__(self) -> Labeller:
        """Load. EngineError when this is not what was meant."""
        from engine.attributes.labels.labelling import generator_rows, measured_row
        from engine.attributes.labels.measures import installed
        from engine.generator.load import load_from_store, load_generator
        from engine.models.store import ModelStore
        from engine.networks.device import torch_device

        store = ModelStore()
        generator = load_generator(Path(self.generator)) if self.generator else load_from_store(store)
        measurer = installed(store)
        if generator.digest != self.digest or measurer.analysers != self.analysers:
            raise EngineError(Text("a worker has another generator or other analysers than the program that asks"),
                              typed("install the same models for all: facewright models list"))
        generator.to(torch_device())
        return lambda code: measured_row(generator, measurer, generator_rows(generator, *code))
