"""How a resident MagicFace behaves: memory that runs out, edits that are stopped or mixed, half precision."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
import torch

from engine.base.errors import EngineError, UsageError
from engine.base.jobs import run
from engine.expression.magicface.folder import MagicFaceFolder
from engine.expression.magicface.layerwise import layer_by_layer
from engine.expression.magicface.model import EncodedFace, MagicFace
from engine.expression.magicface.networks import MagicFaceNetworks, load_networks
from engine.expression.magicface.reference import record
from engine.networks.resident import Bytes
from tests.engine.expression.magicface.seeded import case

OUT = torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 2.00 GiB")


@pytest.fixture(scope="module")
def known() -> dict[str, np.ndarray]:
    return case("default")


@pytest.fixture
def own(make_networks: Callable[[], MagicFaceNetworks]) -> MagicFace:
    """One that may be left changed."""
    return MagicFace(make_networks())


def look(magicface: MagicFace, known: dict[str, np.ndarray]) -> EncodedFace:
    return magicface.encode_face(known["source_u8"], known["bg_u8"])


def edit(magicface: MagicFace, encoded: EncodedFace, known: dict[str, np.ndarray], **changed: Any) -> np.ndarray:
    return run(magicface.edit(encoded, **{"units": known["au"], "steps": 4, "noise": known["noise"], **changed}))


def failing(call: Callable[..., Any], times: int, error: BaseException = OUT) -> Callable[..., Any]:
    """The call, failing the first so many times."""
    left = [times]

    def wrapped(*given: Any, **also: Any) -> Any:
        if left[0]:
            left[0] -= 1
            raise error
        return call(*given, **also)

    return wrapped


# ---- memory

@pytest.mark.parametrize("error", [OUT, RuntimeError("MPS backend out of memory"), MemoryError(),
                                   RuntimeError("DefaultCPUAllocator: can't allocate memory")])
def test_out_of_memory_once_draws_the_halves_one_by_one(own: MagicFace, known: dict[str, np.ndarray],
                                                        error: BaseException) -> None:
    encoded = look(own, known)
    own._unet.forward = failing(own._unet.forward, 1, error)
    notes: list[str] = []
    picture = edit(own, encoded, known, say=notes.append)
    assert np.abs(picture - known["image"]).max() < 1e-4
    assert own.one_half_at_a_time and len(notes) == 1 and "memory was short" in notes[0]
    assert encoded.notes == ()
    edit(own, encoded, known, say=notes.append)
    assert len(notes) == 1


def test_out_of_memory_twice_is_said(own: MagicFace, known: dict[str, np.ndarray]) -> None:
    encoded = look(own, known)
    forward = own._unet.forward
    own._unet.forward = failing(forward, 2)
    with pytest.raises(EngineError, match="not enough memory"):
        edit(own, encoded, known)
    own._unet.forward = forward  # memory is there again: nothing was left in between
    assert np.abs(edit(own, encoded, known) - known["image"]).max() < 1e-4


def test_other_failures_are_not_taken_for_memory(own: MagicFace, known: dict[str, np.ndarray]) -> None:
    encoded = look(own, known)
    own._unet.forward = failing(own._unet.forward, 1, RuntimeError("shapes do not match"))
    with pytest.raises(RuntimeError, match="shapes"):
        edit(own, encoded, known)


def test_no_memory_to_look(own: MagicFace, known: dict[str, np.ndarray]) -> None:
    own._encoder.forward = failing(own._encoder.forward, 1)
    encoded = look(own, known)
    assert encoded.notes == ("memory was short: the face was looked at on the processor",)
    assert np.abs(edit(own, encoded, known) - known["image"]).max() < 1e-4


def test_no_memory_for_the_codec_on_the_processor_itself(own: MagicFace, known: dict[str, np.ndarray]) -> None:
    encoded = look(own, known)
    own._codec._vae.decode = failing(own._codec._vae.decode, 1)
    with pytest.raises(EngineError, match="this machine has not enough memory"):
        edit(own, encoded, known)


def test_the_encoder_may_stay_off_the_device(make_networks: Callable[[], MagicFaceNetworks],
                                             known: dict[str, np.ndarray]) -> None:
    sparing = MagicFace(make_networks(), spare_memory=True)
    assert np.abs(edit(sparing, look(sparing, known), known) - known["image"]).max() < 1e-4


def test_one_layer_of_the_encoder_is_on_the_device_at_a_time(make_networks: Callable[[], MagicFaceNetworks]) -> None:
    networks = make_networks()
    encoder, there = networks.identity_encoder, torch.device("meta")
    home, most = dict(encoder.named_parameters()), 0

    def count(_layer: Any, _inputs: Any) -> None:
        nonlocal most
        most = max(most, sum(layer.weight.is_meta for layer in encoder.modules() if "weight" in layer._parameters))

    prompt, latents = networks.prompt.to(there), torch.zeros(1, 4, 16, 16, device=there)
    with layer_by_layer(encoder, there):
        for layer in encoder.modules():
            layer.register_forward_pre_hook(count)
        recorded = record(encoder, latents, prompt)
    assert len(recorded) == 16 and all(tokens.is_meta for tokens in recorded) and most == 1
    assert all(home[name] is weights for name, weights in encoder.named_parameters())
    with pytest.raises(RuntimeError), layer_by_layer(encoder, there):
        record(encoder, torch.zeros(1, 5, 16, 16, device=there), prompt)
    assert all(home[name] is weights for name, weights in encoder.named_parameters()), "stopped in its first layer"


# ---- edits of one face and of several

def test_stopping_between_steps_leaves_nothing(own: MagicFace, known: dict[str, np.ndarray]) -> None:
    encoded = look(own, known)
    job = own.edit(encoded, known["au"], 4, noise=known["noise"])
    next(job), next(job)
    assert all(processor.reference is None for processor in own._references) and own._au_embedding is None
    job.close()
    assert not own._one_at_a_time.locked()
    assert np.abs(edit(own, encoded, known) - known["image"]).max() < 1e-4


def test_edits_can_be_mixed(magicface: MagicFace, known: dict[str, np.ndarray]) -> None:
    other = case("neg_g3")
    faces = look(magicface, known), magicface.encode_face(other["bg_u8"], other["source_u8"])
    alone = [edit(magicface, faces[0], known), edit(magicface, faces[1], other, guidance=3.0)]
    jobs = [magicface.edit(faces[0], known["au"], 4, noise=known["noise"]),
            magicface.edit(faces[1], other["au"], 4, 3.0, noise=other["noise"])]
    pictures: list[np.ndarray | None] = [None, None]
    for turn in [0, 1, 1, 0] * 3:
        try:
            next(jobs[turn])
        except StopIteration as end:
            pictures[turn] = end.value if pictures[turn] is None else pictures[turn]
    for mixed, wanted in zip(pictures, alone, strict=True):
        assert mixed is not None and np.array_equal(mixed, wanted)


def test_looking_once_serves_every_edit(magicface: MagicFace, known: dict[str, np.ndarray]) -> None:
    encoded = look(magicface, known)
    pairs = sum(pair.keys.numel() + pair.values.numel() for pair in encoded.reference)
    assert encoded.cost == Bytes(4 * (pairs + encoded.source_latents.numel() + encoded.background_latents.numel()))
    first = edit(magicface, encoded, known)
    edit(magicface, encoded, known, units=np.eye(12)[6] * 8)
    assert np.array_equal(edit(magicface, encoded, known), first)


def test_the_seed_makes_the_noise(magicface: MagicFace, known: dict[str, np.ndarray]) -> None:
    encoded = look(magicface, known)
    drawn = [edit(magicface, encoded, known, noise=None, seed=seed, steps=1) for seed in (1, 1, 2)]
    assert np.array_equal(drawn[0], drawn[1]) and not np.array_equal(drawn[0], drawn[2])
    noise = torch.randn((1, 4, 8, 8), generator=torch.Generator().manual_seed(1)).numpy()
    assert np.array_equal(edit(magicface, encoded, known, noise=noise, steps=1), drawn[0])


@pytest.mark.parametrize("guidance", [0.0, 0.5, 0.999, 1.0])
def test_below_one_there_is_no_guidance(magicface: MagicFace, known: dict[str, np.ndarray], guidance: float) -> None:
    encoded, batches = look(magicface, known), []
    handle = magicface._unet.register_forward_pre_hook(lambda _unet, inputs: batches.append(inputs[0].shape[0]))
    try:
        picture = edit(magicface, encoded, known, guidance=guidance, steps=2)
        assert set(batches) == {1}
        assert np.array_equal(picture, edit(magicface, encoded, known, guidance=0.2, steps=2))
        batches.clear()
        edit(magicface, encoded, known, guidance=1.5, steps=2)
        assert set(batches) == {2}
    finally:
        handle.remove()


def test_every_step_is_told_and_some_are_shown(magicface: MagicFace, known: dict[str, np.ndarray]) -> None:
    told = []
    run(magicface.edit(look(magicface, known), known["au"], 7, noise=known["noise"]), told.append)
    assert [progress.done for progress in told] == [1, 2, 3, 4, 5, 6, 7] and {one.total for one in told} == {8}
    shown = [progress.preview for progress in told]
    assert [place for place, preview in enumerate(shown) if preview is not None] == [0, 5]
    assert shown[0] is not None and shown[0].shape == (8, 8, 3) and shown[0].dtype == np.uint8


@pytest.mark.parametrize("wrong", [
    {"units": np.zeros(11)}, {"units": np.full(12, np.nan)}, {"units": np.eye(12)[0] * 10.5}, {"guidance": np.inf},
    {"steps": 0}, {"steps": 201}, {"noise": np.zeros((1, 4, 4, 4))},
])
def test_wrong_wishes(magicface: MagicFace, known: dict[str, np.ndarray], wrong: dict[str, Any]) -> None:
    with pytest.raises(UsageError):
        edit(magicface, look(magicface, known), known, **wrong)


@pytest.mark.parametrize("picture", [np.zeros((64, 64), np.uint8), np.zeros((64, 64, 4), np.uint8),
                                     np.zeros((64, 64, 3)), np.zeros((60, 64, 3), np.uint8),
                                     np.zeros((0, 64, 3), np.uint8)])
def test_wrong_pictures(magicface: MagicFace, picture: np.ndarray) -> None:
    with pytest.raises(UsageError, match="MagicFace takes"):
        magicface.encode_face(picture, picture)


# ---- half precision

@pytest.mark.parametrize(("precision", "largest", "usual", "name"), [
    ("float16", 0.01, 0.001, "neg_g3"), ("bfloat16", 0.05, 0.006, "default"), ("bfloat16", 0.05, 0.006, "neg_g3"),
    ("bfloat16", 0.05, 0.006, "steps1")])
def test_half_precision_stays_near(folder: MagicFaceFolder, precision: str, largest: float, usual: float,
                                   name: str) -> None:
    """Over all cases float16 was off by 0.006 (mean 0.0006), bfloat16 by 0.035 (0.0046), of a picture from 0 to 1."""
    known = case(name)
    magicface = MagicFace(load_networks(folder, precision), precision=precision)
    picture = edit(magicface, look(magicface, known), known, steps=int(known["num_inference_steps"]),
                   guidance=float(known["image_guidance_scale"]))
    off = np.abs(picture - known["image"])
    assert off.max() < largest and off.mean() < usual
    assert off.max() > 1e-4  # it is half precision indeed


def test_an_unknown_precision(make_networks: Callable[[], MagicFaceNetworks]) -> None:
    with pytest.raises(UsageError, match="unknown precision 'int8'"):
        MagicFace(make_networks(), precision="int8")


@pytest.mark.parametrize("times", [0, 1])
def test_the_encoder_in_half_precision_comes_and_goes(folder: MagicFaceFolder, known: dict[str, np.ndarray],
                                                      times: int) -> None:
    """It looks in float32 when memory is short, and is itself again afterwards."""
    magicface = MagicFace(load_networks(folder, "bfloat16"), precision="bfloat16", spare_memory=True)
    before = {name: tensor.clone() for name, tensor in magicface._encoder.state_dict().items()}
    magicface._encoder.forward = failing(magicface._encoder.forward, times)
    notes: list[str] = []
    for _ in range(2):
        encoded = look(magicface, known)
        notes += encoded.notes
        picture = edit(magicface, encoded, known)
        assert np.abs(picture - known["image"]).max() < 0.05
    assert all(torch.equal(tensor, before[name]) for name, tensor in magicface._encoder.state_dict().items())
    assert len(notes) == times
