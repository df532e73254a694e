"""A portrait that acts what is known, filmed once for all tests here, and workers that share this process."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any, ClassVar

import numpy as np
import pytest

from engine.base.jobs import Job, Progress, run
from engine.base.look import Look
from engine.base.paths import RESOURCES
from engine.engine import Engine
from engine.expression.weights import deformation
from engine.media.encoders import best_encoder
from engine.models.store import ModelStore
from engine.photo.arkit import ARKIT_52
from engine.photo.open_photo import OpenPhoto
from engine.reenact.films import Films
from engine.reenact.portrait import Portrait, portrait_of
from engine.reenact.shooting import FilmCamera, ShootingSetting, ShotList

SIDE = 256
RATE = 12
SECONDS = 6


class Here:
    """Workers that draw in the context of the tests' engine, which must stay its thread's current one; a portrait that
    was prepared stays."""

    _cameras: ClassVar[dict[object, FilmCamera]] = {}

    def __init__(self, context: Any) -> None:
        self._context = context

    def map(self, setting: Callable[[], Callable[[Any], Any]], items: Sequence[Any],
            take: Callable[[int, Any], object]) -> Job[None]:
        work = self._camera(setting).shoot if isinstance(setting, ShootingSetting) else setting()
        for place, item in enumerate(items):
            yield Progress(place, len(items))
            take(place, work(item))

    def _camera(self, setting: ShootingSetting) -> FilmCamera:
        name = (setting.portrait.pixels.tobytes(), setting.look, setting.relative, setting.turns)
        if name not in self._cameras:
            self._cameras[name] = FilmCamera(setting, self._context)
        return self._cameras[name]

    def release(self) -> None:
        for camera in self._cameras.values():
            camera.release()
        self._cameras.clear()


@dataclass(frozen=True, eq=False)
class Played:
    """weights (T, 52) and head (T, 3) that a portrait acted beyond its rest; path: the film of it."""

    path: Path
    times: np.ndarray
    weights: np.ndarray
    head: np.ndarray

    def of(self, name: str) -> np.ndarray:
        return self.weights[:, ARKIT_52.index(name)]


def acted(**channels: np.ndarray) -> np.ndarray:
    """(T, 52) weights, two-sided names on both sides."""
    weights = np.zeros((len(next(iter(channels.values()))), 52))
    for name, values in channels.items():
        for whole in (name, name + "Left", name + "Right"):
            if whole in ARKIT_52:
                weights[:, ARKIT_52.index(whole)] = values
    return weights


@pytest.fixture(scope="session")
def engine(model_store: ModelStore, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    made = Engine(model_store)
    yield made
    Here(None).release()
    made.close()


@pytest.fixture(scope="session")
def workers(engine: Engine) -> Here:
    return Here(engine.shared.context)


@pytest.fixture(scope="session")
def man(engine: Engine) -> OpenPhoto:
    """Closed lips, a face at rest."""
    return run(engine.photos.open(RESOURCES / "samples" / "neutral.jpg"))


@pytest.fixture(scope="session")
def smiling(engine: Engine) -> OpenPhoto:
    """A smile that shows teeth."""
    return run(engine.photos.open(RESOURCES / "samples" / "smile.jpg"))


@pytest.fixture(scope="session")
def films(engine: Engine) -> Films:
    return engine.films


@pytest.fixture(scope="session")
def acting_man(engine: Engine, man: OpenPhoto) -> Portrait:
    return run(portrait_of(man, 0, engine.shared.covers, SIDE))


@pytest.fixture(scope="session")
def camera(engine: Engine, acting_man: Portrait) -> Iterator[FilmCamera]:
    """Before the man, who turns his head."""
    made = FilmCamera(ShootingSetting(acting_man, Look(), deformation, True, True, best_encoder()),
                      engine.shared.context)
    yield made
    made.release()


def play(camera: FilmCamera, path: Path, weights: np.ndarray, head: np.ndarray | None = None) -> Played:
    count = len(weights)
    turned = np.zeros((count, 3)) if head is None else head
    camera.shoot(ShotList(path, np.arange(count), RATE, Fraction(RATE), weights, turned, np.full(count, np.nan),
                         np.zeros(count)))
    return Played(path, np.arange(count) / RATE, weights, turned)


@pytest.fixture(scope="session")
def played(camera: FilmCamera, tmp_path_factory: pytest.TempPathFactory) -> Played:
    """The man talks, smiles, blinks, moves his brows and turns, one after the other and together."""
    times = np.arange(RATE * SECONDS) / RATE

    def wave(begin: float, end: float, most: float, beats: int = 1) -> np.ndarray:
        phase = np.clip((times - begin) / (end - begin), 0, 1)
        return most * np.sin(np.pi * beats * phase) ** 2

    weights = acted(jawOpen=wave(0.6, 3.0, 0.5, 3), mouthSmile=wave(2.4, 5.0, 0.7), eyeBlink=wave(0.8, 4.8, 1.0, 4),
                    browInnerUp=wave(3.2, 5.6, 0.9, 2), browOuterUp=wave(3.2, 5.6, 0.9, 2),
                    browDown=wave(0.4, 3.0, 0.9, 2))
    head = np.stack([wave(1.0, 5.0, 8.0) - wave(3.0, 5.6, 8.0), wave(0.5, 4.0, 5.0), np.zeros(len(times))], axis=1)
    return play(camera, tmp_path_factory.mktemp("played") / "played.mp4", weights, head)
