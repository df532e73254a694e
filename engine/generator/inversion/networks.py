"""The networks an inversion works with, from the model store, each loaded when it is first asked for."""

from functools import cached_property
from typing import TYPE_CHECKING

from engine.base.errors import EngineError
from engine.generator.generator import Generator
from engine.generator.inversion.encoder import Encoder, load_encoder
from engine.generator.inversion.latent_prior import LatentPrior, prior_of
from engine.generator.load import DEFAULT, digest_of, load_from_store
from engine.networks.device import torch_device
from engine.networks.lpips import FILE, MODEL, Perceptual, load_perceptual

if TYPE_CHECKING:
    from engine.models.store import ModelStore
    from engine.networks.identity.identity_network import FaceResNet

_IDENTITY = "dlib-identity", "dlib_face_recognition_resnet_model_v1.dat"


class InversionNetworks:
    """Everything on one device. LPIPS is needed: without it what is found is a blur. The identity network is used
    where it is (its model is among those that every photo needs)."""

    def __init__(self, store: "ModelStore") -> None:
        self._store = store

    def lacking(self) -> EngineError | None:
        """What is not on this machine, with what to do about it; None when everything is here. Quick."""
        try:
            for model_id in (DEFAULT, MODEL):
                for file in self._store.catalogue[model_id].files:
                    self._store.path(model_id, file.name)
        except EngineError as error:
            return error
        return None

    @cached_property
    def digest(self) -> str:
        """The generator's, known without loading it."""
        return digest_of(*(bytes.fromhex(file.sha256) for file in self._store.catalogue[DEFAULT].files))

    @cached_property
    def generator(self) -> Generator:
        """EngineError when it is not on this machine."""
        return load_from_store(self._store).to(torch_device())

    @cached_property
    def prior(self) -> LatentPrior:
        return prior_of(self.generator)

    @cached_property
    def perceptual(self) -> Perceptual:
        return load_perceptual(self._store.path(MODEL, FILE)).to(self.generator.device)

    @cached_property
    def identity(self) -> "FaceResNet | None":
        """None where its model is not on this machine."""
        from engine.networks.identity.identity_network import load_identity_network

        if not self._store.present(_IDENTITY[0]):
            return None
        return load_identity_network(self._store.path(*_IDENTITY)).to(str(self.generator.device))

    @cached_property
    def encoder(self) -> Encoder | None:
        """The one trained for this generator, None for another."""
        return load_encoder(self.generator.digest)
