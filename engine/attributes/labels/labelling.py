"""Labels of our own: faces drawn from seeds and measured, here or by several workers."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from engine.attributes.labels.label_set import LabelSet, read_labels, write_labels
from engine.attributes.labels.measures import COLUMNS, FaceMeasurer
from engine.attributes.labels.workers import Labeller
from engine.base.errors import EngineError
from engine.base.jobs import Job, Progress, retold
from engine.base.text import Text
from engine.generator.generator import Generator, to_pixels
from engine.generator.latents_file import Latents
from engine.generator.sample import sample_latents
from engine.process.workers import OneByOne, Workers

SIDE = 256
"""Pixels at which a face is drawn to be measured; 512 changes the blendshapes by less than two pictures of one face
differ."""
_SAVE_EVERY = 100


@dataclass(frozen=True)
class Labellers:
    """Who draws and measures.

    workers:   who does it. setting: what each of them calls once, to know how.
    analysers: ids of the models that look.
    """

    workers: Workers
    setting: Callable[[], Labeller]
    analysers: tuple[str, ...]


def here(generator: Generator, measurer: FaceMeasurer) -> Labellers:
    """Draws and measures one after the other, on this thread: half a second each."""
    def label(code: tuple[np.ndarray, float]) -> np.ndarray:
        with steady():
            return measured_row(generator, measurer, generator_rows(generator, *code))

    return Labellers(OneByOne(), lambda: label, measurer.analysers)


def label_seeds(generator: Generator, labellers: Labellers, seeds: Sequence[int], kind: str, truncation: float,
                path: Path) -> Job[LabelSet]:
    """Draw and measure the faces of `seeds`, writing to `path` as it goes; goes on with what is there already.

    A face on which nothing is found gets a row of nan and is not tried again. Stopped or failing between two faces, it
    leaves in the file what was done; killed, what was done until the last hundred; the next call with the same
    generator, kind, truncation and analysers goes on from there. The file does not depend on the order in which the
    labellers are done. EngineError when `path` holds labels of something else, or the labellers cannot go on,
    UsageError when the generator has no w.
    """
    wanted = list(dict.fromkeys(seeds))
    faces = yield from _faces(generator, wanted, kind, truncation)
    known = _begun(path, generator, kind, truncation, labellers.analysers)
    rows = dict(zip(known.seeds.tolist(), known.scores, strict=True)) if known else {}
    asked = set(wanted)
    elsewhere = [place for place, seed in enumerate(known.seeds.tolist()) if seed not in asked] if known else []
    todo = [place for place, seed in enumerate(wanted) if seed not in rows]
    finished = unsaved = 0

    def so_far() -> LabelSet:
        done = [place for place, seed in enumerate(wanted) if seed in rows]
        numbers = np.concatenate([known.seeds[elsewhere] if known else np.zeros(0, np.int64), faces.seeds[done]])
        w = np.concatenate([known.w[elsewhere], faces.w[done]]) if known and known.w is not None else faces.w[done]
        scores = np.array([rows[seed] for seed in numbers.tolist()], np.float32).reshape(-1, len(COLUMNS))
        return LabelSet(COLUMNS, scores, w, numbers, kind, truncation, faces.cutoff, generator.name, generator.digest,
                        labellers.analysers)

    def progress() -> Progress:
        done = len(wanted) - len(todo) + finished
        return Progress(done, len(wanted), Text("Labelling: {0} of {1} faces", done, len(wanted)))

    def take(place: int, row: np.ndarray) -> None:
        nonlocal finished, unsaved
        rows[wanted[todo[place]]] = row
        finished, unsaved = finished + 1, unsaved + 1
        if unsaved == _SAVE_EVERY:
            write_labels(path, so_far())
            unsaved = 0

    try:
        work = labellers.workers.map(labellers.setting, [(faces.w[place], truncation) for place in todo], take)
        yield from retold(work, lambda _: progress())
    except BaseException:
        if unsaved:
            write_labels(path, so_far())
        raise
    labels = so_far()
    write_labels(path, labels)
    return labels


@contextmanager
def steady() -> Iterator[None]:
    """Inside, torch computes on one thread: another number of threads changes the last digits of a picture, with them
    where landmarks are seen, and with that somebody's age by a year. So it is the same here, in processes, elsewhere.
    """
    import torch

    before = torch.get_num_threads()
    torch.set_num_threads(1)
    try:
        yield
    finally:
        torch.set_num_threads(before)


def _faces(generator: Generator, seeds: Sequence[int], kind: str, truncation: float) -> Job[Latents]:
    """Latents of each seed by itself: in company the last digits of w are others."""
    found = []
    for place, seed in enumerate(seeds):
        if place % _SAVE_EVERY == 0:
            yield Progress(0, len(seeds), Text("Making latents"))
        with steady():
            found.append(sample_latents(generator, [seed], kind, truncation))
    if not found:
        return sample_latents(generator, [], kind, truncation)
    seed_numbers, z, w = (np.concatenate([getattr(one, name) for one in found]) for name in ("seeds", "z", "w"))
    return replace(found[0], seeds=seed_numbers, z=z, w=w)


def generator_rows(generator: Generator, w: np.ndarray, truncation: float) -> np.ndarray:
    """w (width,) as the w+ (rows, width) that is drawn."""
    import torch

    with torch.inference_mode():
        return generator.spread(torch.from_numpy(np.array(w))[None].to(generator.device), truncation)[0].cpu().numpy()


def measured_row(generator: Generator, measurer: FaceMeasurer, wplus: np.ndarray) -> np.ndarray:
    """Draw w+ (rows, width) and measure the face on it: (columns,) float32, all nan when there is none."""
    import torch

    with torch.inference_mode():
        code = torch.from_numpy(np.ascontiguousarray(wplus, np.float32))[None].to(generator.device)
        pixels = to_pixels(generator.synthesis(code, generator.size_for(SIDE)))[0]
    return measurer.measure(pixels)


def _begun(path: Path, generator: Generator, kind: str, truncation: float,
           analysers: tuple[str, ...]) -> LabelSet | None:
    if not path.exists():
        return None
    labels = read_labels(path)
    hint = Text("write to another file, or remove this one")
    if labels.columns != COLUMNS:
        raise EngineError(Text("{0}: was labelled by another version, which measured {1} columns; now there are {2}",
                               path, len(labels.columns), len(COLUMNS)), hint)
    same = (labels.digest == generator.digest and labels.seed_kind == kind and labels.truncation == truncation
            and labels.w is not None)
    if not same:
        raise EngineError(Text("{0}: holds labels of other faces", path), hint)
    if labels.analysers != analysers:
        raise EngineError(Text("{0}: was labelled with {1}; now there are {2}", path,
                               ", ".join(labels.analysers) or Text("nobody knows what"), ", ".join(analysers)), hint)
    return labels
