"""The first guess: its file, and that it is nearer than the average face."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from engine.base.arrays_file import read_arrays, write_arrays
from engine.base.errors import EngineError
from engine.generator.inversion.encoder import FILE, SIDE, Encoder, features, load_encoder
from engine.generator.inversion.networks import InversionNetworks
from engine.generator.space import latents
from engine.models.store import ModelStore
from engine.networks.zoo import Zoo
from engine.photo.analyser import FaceAnalyser
from tests.engine.generator.inversion.conftest import SmallNetworks

HELD_OUT = (7, 8, 11, 12, 15, 21)
"""numpy's seeds, far from those it was trained on."""


@pytest.fixture
def encoder() -> Encoder:
    found = load_encoder(read_arrays(FILE)[1]["digest"])
    assert found is not None
    return found


def test_it_is_small_and_tells_how_it_was_made(encoder: Encoder) -> None:
    assert FILE.stat().st_size <= 3e6
    facts = read_arrays(FILE)[1]
    assert facts["faces"] > 500 and facts["held_out"] > 50 and 0.4 < facts["r2"] < 1 and 0.6 < facts["cosine"] < 1
    assert encoder.out.shape[1] == len(encoder.bias) == 512


def test_a_feature_out_of_all_reason_does_not_carry_it_away(encoder: Encoder) -> None:
    usual = encoder.centre[None]
    np.testing.assert_allclose(encoder.w(usual)[0], encoder.bias, atol=1e-5)
    odd = usual.copy()
    odd[0, ::50] = 1e6
    four = usual + 4 * encoder.spread * (np.arange(len(encoder.centre)) % 50 == 0)
    np.testing.assert_allclose(encoder.w(odd), encoder.w(four), rtol=1e-3, atol=1e-3)


def test_another_generator_has_none() -> None:
    assert load_encoder("00" * 32) is None


@pytest.mark.parametrize("change", ["format", "basis", "out", "nan", "spread"])
def test_a_damaged_one_is_refused(change: str, tmp_path: Path) -> None:
    arrays, facts = read_arrays(FILE)
    arrays = dict(arrays)
    if change == "format":
        facts["format"] = "facewright encoder 0"
    elif change == "basis":
        del arrays["basis"]
    elif change == "out":
        arrays["out"] = arrays["out"][:-1]
    elif change == "nan":
        arrays["bias"] = arrays["bias"] * np.float32("nan")
    else:
        arrays["spread"] = arrays["spread"] * 0
    write_arrays(tmp_path / "encoder.npz", arrays, facts)
    with pytest.raises(EngineError, match="damaged, or of another version"):
        load_encoder(facts["digest"], tmp_path / "encoder.npz")


def test_features_are_of_the_picture_the_landmarks_and_the_blendshapes(networks: SmallNetworks) -> None:
    source = np.random.RandomState(0)
    picture = source.rand(SIDE, SIDE, 3).astype(np.float32) * 2 - 1
    landmarks, weights = source.rand(478, 2), source.rand(52).astype(np.float32)

    def seen(picture: np.ndarray, landmarks: np.ndarray, weights: np.ndarray) -> np.ndarray:
        return features(_five(networks), picture, landmarks, weights)

    whole = seen(picture, landmarks, weights)
    assert whole.dtype == np.float32 and np.isfinite(whole).all()
    np.testing.assert_allclose(whole[-52:], weights)
    np.testing.assert_allclose(whole[-52 - 956:-52], landmarks.ravel().astype(np.float32))
    differs = seen(-picture, landmarks, weights) != whole
    assert differs[:-52 - 956].mean() > 0.9 and not differs[-52 - 956:].any()


def _five(networks: SmallNetworks):  # noqa: ANN202
    """LPIPS has five layers."""
    from engine.networks.lpips import Perceptual

    first, second = networks.perceptual._layers
    return Perceptual([first, second, second, second, second])


@pytest.fixture(scope="module")
def real(model_store: ModelStore) -> Iterator[InversionNetworks]:
    networks = InversionNetworks(Zoo(model_store))
    if networks.lacking() is not None:
        pytest.skip("MobileStyleGAN or LPIPS is not installed")
    yield networks


def test_it_beats_the_average_on_faces_it_has_not_seen(real: InversionNetworks, analyser: FaceAnalyser) -> None:
    import torch

    assert real.encoder is not None
    generator, cosines, gains = real.generator, [], []
    with torch.inference_mode():
        w = generator.mapping(torch.from_numpy(latents(HELD_OUT, "numpy", generator.space.z)))
        for code in generator.spread(w, 0.8):
            picture = generator.synthesis(code[None], SIDE)[0].clamp(-1, 1).permute(1, 2, 0).contiguous().numpy()
            (face, *_) = analyser.faces(np.rint((picture + 1) * 127.5).astype(np.uint8))
            seen = features(real.perceptual, picture, face.landmarks[:, :2] / SIDE, face.blendshapes)
            guess, wanted = real.encoder.w(seen[None])[0] - real.prior.mean[0], code[0].numpy() - real.prior.mean[0]
            cosines.append(float(guess @ wanted / np.linalg.norm(guess) / np.linalg.norm(wanted)))
            gains.append(float(((guess - wanted) ** 2).sum() / (wanted ** 2).sum()))
    assert np.mean(cosines) > 0.55 and min(cosines) > 0.3
    assert np.mean(gains) < 0.8  # 1 is the average face
