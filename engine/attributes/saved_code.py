"""A face's latents out of a file, for the photo they were found for."""

from pathlib import Path

import numpy as np

from engine.base.errors import EngineError, UsageError
from engine.base.text import Text
from engine.generator.alignment import align
from engine.generator.generator import Generator
from engine.generator.inversion.latent_prior import prior_of
from engine.generator.inversion.result import Fidelity, Inversion
from engine.generator.latents_file import read_latents
from engine.photo.open_photo import OpenPhoto


def inversion_from(path: Path, photo: OpenPhoto, face: int, generator: Generator) -> Inversion:
    """The one face in a file of latents as what an inversion would have found.

    EngineError for a damaged file; UsageError for more faces than one, or for another generator's.
    """
    if not 0 <= face < len(photo.faces):
        raise EngineError(Text("there is no face {0} in the photo", face))
    faces = read_latents(path)
    if len(faces.w) != 1:
        raise UsageError(Text("{0}: holds {1} faces, not one", path, len(faces.w)))
    if faces.digest != generator.digest:
        raise UsageError(Text("{0}: the latents of {1}, not of {2}", path, faces.generator, generator.name))
    code = _code(path, faces.wplus, faces.w, faces.truncation, faces.cutoff, generator)
    prior = prior_of(generator).distance(code)
    return Inversion(code, align(photo.faces[face].landmarks), "full", True, Fidelity(), prior, 0, 0.0, generator.name,
                     generator.digest)


def _code(path: Path, wplus: np.ndarray | None, w: np.ndarray, truncation: float, cutoff: int,
          generator: Generator) -> np.ndarray:
    if wplus is None:
        import torch

        with torch.inference_mode():
            rows = torch.from_numpy(np.array(w)).to(generator.device)
            wplus = generator.spread(rows, truncation, cutoff).cpu().numpy()
    if wplus.shape[1:] != generator.space.mean.shape:
        raise UsageError(Text("{0}: latents of {1}, {2} takes {3}", path, wplus.shape[1:], generator.name,
                              generator.space.mean.shape))
    return np.array(wplus[0], np.float32)
