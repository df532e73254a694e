"""Labels of our own: faces drawn from seeds, looked at by the resident analyser, one after the other."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from engine.attributes.label_set import LabelSet, read_labels, write_labels
from engine.attributes.measures import COLUMNS, measure
from engine.errors import EngineError
from engine.generator.generator import Generator, to_pixels
from engine.generator.sample import sample_latents
from engine.jobs import Job, Progress
from engine.photo.analyser import FaceAnalyser

SIDE = 256
"""Pixels at which a face is drawn to be measured; 512 changes the blendshapes by less than two pictures of one face
differ."""
_SAVE_EVERY = 100


def label_seeds(generator: Generator, analyser: FaceAnalyser, seeds: Sequence[int], kind: str, truncation: float,
                path: Path) -> Job[LabelSet]:
    """Draw and measure the faces of `seeds`, writing to `path` as it goes; goes on with what is there already.

    A face on which nothing is found gets a row of nan and is not tried again. Stopped between two faces, it leaves in
    the file what was done until the last hundred; the next call with the same generator, kind and truncation goes on
    from there. EngineError when `path` holds labels of something else, UsageError when the generator has no w.
    """
    wanted = list(dict.fromkeys(seeds))
    faces = sample_latents(generator, wanted, kind, truncation)
    known = _begun(path, generator, kind, truncation)
    rows = dict(zip(known.seeds.tolist(), known.scores, strict=True)) if known else {}
    elsewhere = [place for place, seed in enumerate(known.seeds.tolist()) if seed not in set(wanted)] if known else []
    unsaved = 0

    def so_far() -> LabelSet:
        done = [place for place, seed in enumerate(wanted) if seed in rows]
        numbers = np.concatenate([known.seeds[elsewhere] if known else np.zeros(0, np.int64), faces.seeds[done]])
        w = np.concatenate([known.w[elsewhere], faces.w[done]]) if known and known.w is not None else faces.w[done]
        scores = np.array([rows[seed] for seed in numbers.tolist()], np.float32).reshape(-1, len(COLUMNS))
        return LabelSet(COLUMNS, scores, w, numbers, kind, truncation, faces.cutoff, generator.name, generator.digest)

    try:
        for place, seed in enumerate(wanted):
            yield Progress(place, len(wanted), f"Labelling face {place + 1} of {len(wanted)}")
            if seed in rows:
                continue
            rows[seed] = look(generator, analyser, generator_rows(generator, faces.w[place], truncation))
            unsaved += 1
            if unsaved == _SAVE_EVERY:
                write_labels(path, so_far())
                unsaved = 0
    except GeneratorExit:
        if unsaved:
            write_labels(path, so_far())
        raise
    labels = so_far()
    write_labels(path, labels)
    return labels


def generator_rows(generator: Generator, w: np.ndarray, truncation: float) -> np.ndarray:
    """w (width,) as the w+ (rows, width) that is drawn."""
    import torch

    with torch.inference_mode():
        return generator.spread(torch.from_numpy(np.array(w))[None].to(generator.device), truncation)[0].cpu().numpy()


def look(generator: Generator, analyser: FaceAnalyser, wplus: np.ndarray) -> np.ndarray:
    """Draw w+ (rows, width) and measure the face on it: (columns,) float32, all nan when there is none."""
    import torch

    with torch.inference_mode():
        code = torch.from_numpy(np.ascontiguousarray(wplus, np.float32))[None].to(generator.device)
        pixels = to_pixels(generator.synthesis(code, generator.size_for(SIDE)))[0]
    found = analyser.faces(pixels)
    return measure(pixels, found[0]) if found else np.full(len(COLUMNS), np.nan, np.float32)


def _begun(path: Path, generator: Generator, kind: str, truncation: float) -> LabelSet | None:
    if not path.exists():
        return None
    labels = read_labels(path)
    same = (labels.digest == generator.digest and labels.seed_kind == kind and labels.columns == COLUMNS
            and labels.truncation == truncation and labels.w is not None)
    if not same:
        raise EngineError(f"{path}: holds labels of other faces", "write to another file, or remove this one")
    return labels
