"""The faces of photos as a generator's latents: looked for once, kept, and drawn again."""

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from time import perf_counter

import numpy as np

from engine.base.allocator import large_outside
from engine.base.errors import EngineError, NotInverted, UsageError
from engine.base.jobs import Job, Progress, on_thread
from engine.base.opencv import cv2
from engine.base.paths import data_folder
from engine.base.remedy import find_face
from engine.base.text import Text
from engine.generator.alignment import align
from engine.generator.generator import Generator
from engine.generator.inversion.cache import InversionCache
from engine.generator.inversion.encoder import SIDE, features
from engine.generator.inversion.fidelity import likeness, with_identity
from engine.generator.inversion.networks import InversionNetworks
from engine.generator.inversion.objective import Likeness
from engine.generator.inversion.optimise import Objective, SearchStep, search
from engine.generator.inversion.result import QUALITIES, Inversion, InversionQuality
from engine.generator.inversion.rfm import RfmLikeness
from engine.generator.inversion.settings import COARSE, OBJECTIVES, STAGES
from engine.generator.inversion.target import Target, make_target
from engine.networks.zoo import Zoo
from engine.photo.analyser import FaceAnalyser
from engine.photo.face import Face
from engine.photo.open_photo import OpenPhoto

_SHOW_EVERY = 3
"""Steps between previews."""
_PREVIEW = 256


class LatentFaces:
    """One for each engine.

    networks: what the faces are looked for with; the zoo's when None. folder: of the cache; the user's when None.
    """

    def __init__(self, zoo: Zoo, analyser: Callable[[], FaceAnalyser], networks: InversionNetworks | None = None,
                 folder: Path | None = None) -> None:
        self.networks = networks or InversionNetworks(zoo)
        self._zoo, self._residency, self._analyser = zoo, zoo.residency, analyser
        self._cache = InversionCache(folder or data_folder() / "latents")
        self._known: dict[tuple[str, int], Inversion] = {}

    def lacking(self) -> EngineError | None:
        """Why no face can be looked for or drawn here, with what to do about it; None when one can. Quick."""
        return self.networks.lacking()

    @property
    def generator(self) -> Generator:
        """Loaded when it is first asked for (a second). EngineError as `lacking`."""
        return self.networks.generator

    @property
    def warnings(self) -> list[Text]:
        """What was wrong with files of the cache that were passed over or could not be written, a line each."""
        return self._cache.warnings

    # ---- what is known

    def known(self, photo: OpenPhoto, face: int) -> Inversion | None:
        """What was found for a face, now or another day; None when it has not been looked for. Quick."""
        key = photo.id, face
        if key not in self._known:
            found = self._cache.find(photo.id, self.networks.digest, align(photo.face(face).landmarks))
            if found is None:
                return None
            self._known[key] = found
        return self._known[key]

    def code(self, photo: OpenPhoto, face: int) -> np.ndarray:
        """w+ (rows, width) float32 of a face. EngineError when it has not been looked for."""
        return self._sure(photo, face).code

    def drawn(self, photo: OpenPhoto, face: int, size: int) -> np.ndarray:
        """The face as the generator draws it, (size, size, 3) float32 of 0 to 1. EngineError as `code`."""
        key = "latents", photo.id, face, size
        picture = self._residency.get(key)
        if picture is None:
            picture = self.draw(self.code(photo, face), size)
            self._residency.put(key, picture, picture.nbytes)
        return picture

    def draw(self, code: np.ndarray, size: int) -> np.ndarray:
        """Any w+ (rows, width), (size, size, 3) float32 of 0 to 1. UsageError when it is another generator's,
        EngineError when it holds numbers that are not finite."""
        import torch

        if not np.isfinite(code).all():
            raise EngineError(Text("the latents hold numbers that are not finite"))
        generator = self.generator

        def drawn() -> np.ndarray:
            with large_outside(), torch.inference_mode():
                w = torch.from_numpy(np.array(code, np.float32))[None].to(generator.device)
                picture = generator.synthesis(w, generator.size_for(size))[0]
                return ((picture.float().clamp(-1, 1) + 1) / 2).permute(1, 2, 0).contiguous().cpu().numpy()

        shown = self._zoo.attempt(drawn)
        if len(shown) != size:
            way = cv2.INTER_AREA if len(shown) > size else cv2.INTER_CUBIC
            shown = np.clip(cv2.resize(shown, (size, size), interpolation=way), 0, 1)
        return shown

    def first_guess(self, photo: OpenPhoto, face: int) -> np.ndarray:
        """w+ (rows, width) float32 from which a search starts, in a tenth of a second; whatever is known already.
        EngineError as `lacking`."""
        search = _Search(self.networks, photo.picture.pixels, photo.face(face), "draft", "facewright", None)
        return search.first_guess()

    def take(self, photo: OpenPhoto, face: int, found: Inversion) -> None:
        """Keep what was found elsewhere (another folder, another machine) as what is known of a face. UsageError when
        it is another generator's."""
        if found.digest != self.networks.digest:
            raise UsageError(Text("these latents are another generator's"), Text("they are of {0}", found.generator))
        photo.face(face)
        self._keep(photo, face, found)

    def forget(self, photo_id: str) -> None:
        """Release what is held of a photo; what was found stays on the disk."""
        for key in [key for key in self._known if key[0] == photo_id]:
            del self._known[key]
        self._release(lambda key: key[1] == photo_id)

    def discard(self, photo: OpenPhoto, face: int) -> None:
        """Forget a face for good, so that it is looked for from the beginning."""
        self._known.pop((photo.id, face), None)
        self._cache.drop(photo.id, self.networks.digest, align(photo.face(face).landmarks))
        self._release(lambda key: key[1:3] == (photo.id, face))

    def _sure(self, photo: OpenPhoto, face: int) -> Inversion:
        found = self.known(photo, face)
        if found is None:
            raise NotInverted(Text("the face has not been looked for in the generator yet"),
                              find_face())
        return found

    def _keep(self, photo: OpenPhoto, face: int, found: Inversion) -> None:
        self._known[photo.id, face] = found
        self._release(lambda key: key[1:3] == (photo.id, face))
        try:
            self._cache.keep(photo.id, found)
        except EngineError as error:  # a full disk is no reason to lose what took minutes to find
            self.warnings.append(Text("{0}: the face is not remembered for another day", error.message))

    def _release(self, chosen: Callable[[tuple], bool]) -> None:
        self._residency.drop(lambda key: isinstance(key, tuple) and key[:1] == ("latents",) and chosen(key))

    # ---- looking for a face

    def invert(self, photo: OpenPhoto, face: int, quality: InversionQuality = "draft",
               objective: str = "facewright") -> Job[Inversion]:
        """Look for the latents from which the generator draws a face of a photo.

        What is known already is gone on from, and returned at once when it is as good as asked. Some yields carry a
        preview (256, 256, 3) uint8. Closed early, the best so far is kept, `complete` False.
        EngineError: no such face, or what `lacking` says. UsageError for an unknown quality or objective.
        """
        if quality not in QUALITIES or objective not in OBJECTIVES:
            raise UsageError(Text("unknown quality or objective {0}, {1}", repr(quality), repr(objective)),
                             Text("there is: {0}; {1}", ", ".join(QUALITIES), ", ".join(OBJECTIVES)))
        found = photo.face(face)
        problem = self.lacking()
        if problem is not None:
            raise problem
        known = self.known(photo, face)
        if known is not None and known.objective != objective:
            known = None
        if known is not None and known.complete and QUALITIES.index(known.quality) >= QUALITIES.index(quality):
            yield Progress(1, 1, Text("this face is known already"))
            return known
        search = _Search(self.networks, photo.picture.pixels, found, quality, objective, known)
        try:
            result = yield from on_thread(search.run())
        except BaseException:  # stopped, or a step went wrong: what was found until then is not lost
            best = search.so_far()
            if best is not None:
                self._keep(photo, face, best)
            raise
        self._keep(photo, face, result)
        yield Progress(search.total, search.total, Text("measuring whose face it is"))
        result = replace(result, fidelity=with_identity(result.fidelity, search.drawn, search.target,
                                                        photo.picture.pixels, found, self._analyser))
        self._keep(photo, face, result)
        return result


class _Search:
    """One search. target: what is to be drawn; total: steps."""

    def __init__(self, networks: InversionNetworks, pixels: np.ndarray, face: Face, quality: InversionQuality,
                 objective: str, known: Inversion | None) -> None:
        self._networks, self._pixels, self._face = networks, pixels, face
        self._quality, self._objective, self._known = quality, objective, known
        self._alignment = known.alignment if known else align(face.landmarks)
        self._stages = STAGES[quality]
        if known is not None and known.steps >= COARSE.steps:
            self._stages = self._stages[1:]
        self.total = sum(stage.steps for stage in self._stages)
        self._started, self._done = perf_counter(), 0
        self._best: SearchStep | None = None

    @cached_property
    def target(self) -> Target:
        return make_target(self._pixels, self._face.landmarks, self._alignment, self._networks.generator.size)

    def run(self) -> Job[Inversion]:
        yield Progress(0, self.total, Text("loading the generator"))
        with self._networks.held(), large_outside():
            return (yield from self._run())

    def _run(self) -> Job[Inversion]:
        generator, prior = self._networks.generator, self._networks.prior
        yield Progress(0, self.total, Text("looking at the face"))
        start = self._known.code if self._known else self.first_guess()
        for found in search(generator, prior, start, self._likeness(), self._stages,
                            separately=self._objective == "rfm"):
            self._best, self._done = found, self._done + 1
            preview = None
            if self._done % _SHOW_EVERY == 1 or self._done == self.total:
                preview = cv2.resize(self.drawn, (_PREVIEW, _PREVIEW), interpolation=cv2.INTER_AREA)
            yield Progress(self._done, self.total,
                           Text("looking for the face: step {0} of {1}", self._done, self.total), preview)
        result = self.so_far()
        assert result is not None
        return replace(result, complete=True)

    def so_far(self) -> Inversion | None:
        """The best so far, not complete; None before the first step."""
        found, known = self._best, self._known
        if found is None:
            return None
        seconds, steps = perf_counter() - self._started, self._done
        if known is not None:
            seconds, steps = seconds + known.seconds, steps + known.steps
        return Inversion(found.code, self._alignment, self._quality, False,
                         likeness(found.drawn, self.target, self._networks.perceptual),
                         self._networks.prior.distance(found.code), steps, seconds, self._networks.generator.name,
                         self._networks.generator.digest, self._objective)

    @property
    def drawn(self) -> np.ndarray:
        """The best so far as it was drawn, (s, s, 3) uint8, after the first step."""
        assert self._best is not None
        return np.rint((np.clip(self._best.drawn, -1, 1) + 1) * 127.5).astype(np.uint8)

    def first_guess(self) -> np.ndarray:
        """(rows, width): of the encoder, or the mean face for a generator that has none."""
        mean = self._networks.prior.mean
        encoder = self._networks.encoder
        if encoder is None:
            return mean
        seen = features(self._networks.perceptual, self.target.at(SIDE), self.target.landmarks, self._face.blendshapes)
        return np.repeat(encoder.w(seen[None]), len(mean), 0)

    def _likeness(self) -> Objective:
        networks = self._networks
        if self._objective == "rfm":
            return RfmLikeness(self.target, networks.perceptual, networks.generator.device)
        return Likeness(self.target, networks.perceptual, networks.identity, networks.generator.device)
