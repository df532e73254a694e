"""The networks an inversion works with."""

import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

from engine.base.errors import EngineError
from engine.generator.generator import Generator
from engine.generator.inversion.encoder import ENCODER, Encoder
from engine.generator.inversion.latent_prior import LatentPrior, prior_of
from engine.generator.load import GENERATOR, digest_of_default
from engine.networks.identity.identity_network import IDENTITY_NETWORK
from engine.networks.lpips import LPIPS, Perceptual
from engine.networks.zoo import Zoo

if TYPE_CHECKING:
    from engine.networks.identity.identity_network import FaceResNet


class InversionNetworks:
    """Everything on one device, loaded when it is asked for. LPIPS is needed: without it what is found is a blur. The
    identity network is used where it is (its model is among those that every photo needs)."""

    def __init__(self, zoo: Zoo) -> None:
        self._zoo = zoo
        self._prior: LatentPrior | None = None
        self._measuring = threading.Lock()

    def lacking(self) -> EngineError | None:
        """What is not on this machine, with what to do about it; None when everything is here. Quick."""
        return self._zoo.lacking(GENERATOR) or self._zoo.lacking(LPIPS)

    @contextmanager
    def held(self) -> Iterator[None]:
        """Inside the block everything stays in memory."""
        with ExitStack() as stack:
            stack.enter_context(self._zoo.use(GENERATOR))
            stack.enter_context(self._zoo.use(LPIPS))
            if self._zoo.present(IDENTITY_NETWORK):
                stack.enter_context(self._zoo.use(IDENTITY_NETWORK))
            yield

    @property
    def digest(self) -> str:
        """The generator's, known without loading it."""
        return digest_of_default(self._zoo.store)

    @property
    def generator(self) -> Generator:
        """EngineError when it is not on this machine."""
        return self._zoo.get(GENERATOR)

    @property
    def prior(self) -> LatentPrior:
        """Measured once."""
        with self._measuring:
            if self._prior is None:
                self._prior = prior_of(self.generator)
            return self._prior

    @property
    def perceptual(self) -> Perceptual:
        return self._zoo.get(LPIPS)

    @property
    def identity(self) -> "FaceResNet | None":
        """None where its model is not on this machine."""
        return self._zoo.optional(IDENTITY_NETWORK)

    @property
    def encoder(self) -> Encoder | None:
        """The one trained for this generator, None for another."""
        return self._zoo.get(ENCODER)
