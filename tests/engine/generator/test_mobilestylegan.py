"""MobileStyleGAN: the reader of its networks on a small one written here, and the real one where it is installed."""

import io
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.base.errors import EngineError
from engine.generator.formats.building import WeightsSource
from engine.generator.formats.mobile import read_mobile
from engine.generator.load import DEFAULT, load_from_store
from engine.generator.mobilestylegan import MobileStyleGAN, rows_of_stylegan2
from engine.generator.regional import draw_host, draw_over, draw_regions
from engine.generator.space import latents
from engine.models.store import ModelStore

DATA = Path(__file__).resolve().parents[2] / "data" / "mobilestylegan"
WIDTH, CHANNELS, BLOCKS = 8, 16, 2
SQUARE_HALF = np.float32(np.sqrt(0.5))


class Writer:
    """A network in OpenVINO's form, layer by layer."""

    def __init__(self) -> None:
        self.layers, self.edges, self.constants = io.StringIO(), io.StringIO(), b""
        self.count = 0
        self.source = np.random.RandomState(3)

    def layer(self, kind: str, *inputs: tuple[int, int], outputs: int = 1, data: str = "") -> tuple[int, int]:
        """Returns (id, port) of the first output; inputs are such pairs."""
        number, self.count = self.count, self.count + 1
        ports = "".join(f'<port id="{len(inputs) + place}"/>' for place in range(outputs))
        self.layers.write(f'<layer id="{number}" name="{kind}_{number}" type="{kind}" version="opset1"><data {data}/>'
                          f"<output>{ports}</output></layer>\n")
        for port, (source, output) in enumerate(inputs):
            self.edges.write(f'<edge from-layer="{source}" from-port="{output}" to-layer="{number}" to-port="{port}"/>')
        return number, len(inputs)

    def constant(self, values: np.ndarray) -> tuple[int, int]:
        values = np.asarray(values, np.float32)
        shape = ", ".join(map(str, values.shape))
        place = self.layer("Const", data=f'element_type="f32" shape="{shape}" offset="{len(self.constants)}" '
                                         f'size="{values.nbytes}"')
        self.constants += values.tobytes()
        return place

    def random(self, *shape: int) -> tuple[int, int]:
        return self.constant(self.source.randn(*shape) / np.sqrt(np.prod(shape[1:])))

    def files(self) -> tuple[bytes, bytes]:
        xml = f"<net><layers>{self.layers.getvalue()}</layers><edges>{self.edges.getvalue()}</edges></net>"
        return xml.encode(), self.constants


def small_mapping() -> tuple[bytes, bytes]:
    net = Writer()
    z = net.layer("Parameter")
    x = net.layer("Multiply", z, net.layer("Multiply", z, z))
    for _ in range(2):
        bias = net.layer("Reshape", net.random(WIDTH), net.constant(np.zeros(2)))
        x = net.layer("Add", net.layer("MatMul", x, net.random(WIDTH, WIDTH)), bias)
        x = net.layer("Multiply", net.layer("PReLU", x, net.constant([0.2])), net.constant([[np.sqrt(2)]]))
    net.layer("Result", x, outputs=0)
    return net.files()


def small_synthesis() -> tuple[bytes, bytes]:
    net = Writer()
    w, nothing = net.layer("Parameter"), net.constant(np.zeros(1))

    def style(channels: int, scaled: bool) -> tuple[int, int]:
        made = net.layer("Add", net.layer("MatMul", w, net.random(channels, WIDTH)), net.random(1, channels))
        made = net.layer("Reshape", made, nothing)
        return net.layer("Multiply", made, net.constant([[[[0.5]]]])) if scaled else made

    def convolution(x: tuple[int, int], channels: int, made: int, side: int, separable: bool) -> tuple[int, int]:
        x = net.layer("Multiply", style(channels, True), x)
        if separable:
            x = net.layer("GroupConvolution", x, net.random(channels, 1, 1, 3, 3))
        x = net.layer("Convolution", x, net.random(made, channels, *((1, 1) if separable else (3, 3))))
        x = net.layer("Add", net.layer("Add", x, net.random(1, 1, side, side)), net.random(1, made, 1, 1))
        return net.layer("PReLU", x, net.constant([0.2]))

    def wavelet(x: tuple[int, int], channels: int) -> tuple[int, int]:
        def filtered(x: tuple[int, int], sign: float, shape: tuple[int, int]) -> tuple[int, int]:
            pair = np.array([1.0, sign], np.float32) * SQUARE_HALF
            kernel = net.constant(np.broadcast_to(pair.reshape(1, 1, 1, *shape), (channels, 1, 1, *shape)))
            return net.layer("GroupConvolutionBackpropData", x, kernel)

        smooth = net.layer("VariadicSplit", x, nothing, nothing, outputs=2)
        parts = net.layer("Reshape", (smooth[0], smooth[1] + 1), nothing)
        parts = net.layer("VariadicSplit", parts, nothing, nothing, outputs=3)
        rows, columns, both = (net.layer("Squeeze", (parts[0], parts[1] + place), nothing) for place in range(3))
        low = net.layer("Add", filtered(smooth, 1, (2, 1)), filtered(rows, -1, (2, 1)))
        high = net.layer("Add", filtered(columns, 1, (2, 1)), filtered(both, -1, (2, 1)))
        return net.layer("Add", filtered(low, 1, (1, 2)), filtered(high, -1, (1, 2)))

    x = net.layer("Tile", net.layer("Broadcast", net.random(1, CHANNELS, 4, 4), nothing), nothing)
    x = convolution(x, CHANNELS, CHANNELS, 4, separable=False)
    for block in range(BLOCKS):
        x = wavelet(net.layer("Multiply", style(CHANNELS, False), x), CHANNELS // 4)
        x = convolution(x, CHANNELS // 4, CHANNELS, 8 << block, separable=True)
        x = convolution(x, CHANNELS, CHANNELS, 8 << block, separable=True)
    x = net.layer("Convolution", net.layer("Multiply", style(CHANNELS, True), x), net.random(12, CHANNELS, 1, 1))
    net.layer("Result", wavelet(net.layer("Add", x, net.random(1, 12, 1, 1)), 3), outputs=0)
    return net.files()


MAPPING, SYNTHESIS = small_mapping(), small_synthesis()


def small() -> MobileStyleGAN:
    return read_mobile(WeightsSource("small", ""), *MAPPING, *SYNTHESIS)


def haar(x: torch.Tensor) -> torch.Tensor:
    """The inverse transform as the network writes it: one transposed convolution for each filter."""
    from torch.nn.functional import conv_transpose2d

    channels = x.shape[1] // 4
    details = x[:, channels:].reshape(len(x), channels, 3, *x.shape[2:])
    bands = x[:, :channels], *(details[:, :, place] for place in range(3))
    result = torch.zeros(len(x), channels, 2 * x.shape[2], 2 * x.shape[3])
    for band, down, across in zip(bands, (1, -1, 1, -1), (1, 1, -1, -1), strict=True):
        kernel = torch.tensor([[1.0, across], [down, down * across]]) / 2
        result += conv_transpose2d(band, kernel.expand(channels, 1, 2, 2), stride=2, groups=channels)
    return result


def plainly(wplus: torch.Tensor) -> torch.Tensor:
    """The same network from the same random numbers, written down the plain way."""
    from torch.nn.functional import conv2d, leaky_relu

    source = np.random.RandomState(3)

    def random(*shape: int) -> torch.Tensor:
        return torch.from_numpy((source.randn(*shape) / np.sqrt(np.prod(shape[1:]))).astype(np.float32))

    def style(row: torch.Tensor, channels: int, scale: float) -> torch.Tensor:
        weight, bias = random(channels, WIDTH), random(1, channels)
        return ((row @ weight.T + bias) * scale)[:, :, None, None]

    def convolution(x: torch.Tensor, row: torch.Tensor, made: int, separable: bool) -> torch.Tensor:
        channels = x.shape[1]
        x = x * style(row, channels, 0.5)
        if separable:
            x = conv2d(x, random(channels, 1, 1, 3, 3)[:, 0], padding=1, groups=channels)
        x = conv2d(x, random(made, channels, *((1, 1) if separable else (3, 3))), padding=0 if separable else 1)
        return leaky_relu(x + random(1, 1, *x.shape[2:]) + random(1, made, 1, 1), 0.2)

    x = random(1, CHANNELS, 4, 4).expand(len(wplus), -1, -1, -1)
    x = convolution(x, wplus[:, 0], CHANNELS, separable=False)
    for block in range(BLOCKS):
        x = haar(x * style(wplus[:, 1 + 3 * block], CHANNELS, 1.0))
        x = convolution(x, wplus[:, 2 + 3 * block], CHANNELS, separable=True)
        x = convolution(x, wplus[:, 3 + 3 * block], CHANNELS, separable=True)
    x = conv2d(x * style(wplus[:, -1], CHANNELS, 0.5), random(12, CHANNELS, 1, 1))
    return haar(x + random(1, 12, 1, 1))


@torch.no_grad()
def test_the_small_network_is_read_as_it_is_written() -> None:
    generator = small()
    assert (generator.size, generator.sizes, generator.space.rows) == (32, (4, 8, 16, 32), 8)
    wplus = torch.randn(3, 8, WIDTH, generator=torch.Generator().manual_seed(1))
    drawn = generator.synthesis(wplus)
    assert drawn.std() > 0.05 and (drawn - plainly(wplus)).abs().max() < 1e-5
    assert (generator.synthesis(wplus[1:2]) - drawn[1:2]).abs().max() < 1e-5  # one picture goes another way


@torch.no_grad()
def test_half_size_is_the_mean_of_the_full_size() -> None:
    """Only the last wavelet is left out, after which nothing happens: exact."""
    from torch.nn.functional import avg_pool2d

    generator = small()
    wplus = generator.spread(generator.mapping(torch.from_numpy(latents([0, 1], "numpy", WIDTH))))
    assert (generator.synthesis(wplus, 16) - avg_pool2d(generator.synthesis(wplus), 2)).abs().max() < 1e-5


def test_the_mean_is_that_of_w() -> None:
    generator = small()
    with torch.no_grad():
        w = generator.mapping(torch.from_numpy(latents(range(500), "torch", WIDTH)))
    assert np.allclose(generator.space.mean[0], w.mean(0), atol=5 * float(w.std()) / np.sqrt(500))


def test_rows_for_codes_of_stylegan2() -> None:
    rows = rows_of_stylegan2()
    assert len(rows) == 23 and rows[:5] == (0, 1, 1, 2, 3) and max(rows) < 18 and list(rows) == sorted(rows)


# ---- what is not as it should be

def changed(xml: bytes, old: bytes, new: bytes) -> bytes:
    assert old in xml
    return xml.replace(old, new, 1)


@pytest.mark.parametrize(("change", "said"), [
    (lambda xml: b'<!DOCTYPE net [<!ENTITY a "aaaa">]>' + xml, "no sound network"),
    (lambda xml: b'<!DOCTYPE net SYSTEM "file:///etc/hostname">' + xml, "no sound network"),
    (lambda xml: xml[:-20], "no sound network"),
    (lambda xml: b"<net>" + b"<a>" * 100 + b"</a>" * 100 + b"</net>", "no sound network"),
    (lambda xml: b"<net/>", "describes no network"),
    (lambda xml: b"<net>" + b"<a/>" * 300_000 + b"</net>", "no sound network"),
    (lambda xml: b" " * (1 << 23) + xml, "larger than such a file"),
    (lambda xml: changed(xml, b'offset="4"', b'offset="-4"'), "outside"),
    (lambda xml: changed(xml, b'offset="4"', b'offset="99999999"'), "outside"),
    (lambda xml: changed(xml, b'shape="16, 16, 3, 3"', b'shape="16777216, 16777216, 16777216, 9"'), "outside"),
    (lambda xml: changed(xml, b'type="Tile"', b'type="Loop"'), "Loop"),
    (lambda xml: changed(xml, b'from-layer="2"', b'from-layer="9999"'), "leads nowhere"),
    (lambda xml: xml.replace(b'"f32"', b'"f16"'), "unknown kind"),
], ids=range(13))
def test_a_wrong_network_is_refused(change: object, said: str) -> None:
    with pytest.raises(EngineError, match=said):
        read_mobile(WeightsSource("wrong", ""), *MAPPING, change(SYNTHESIS[0]), SYNTHESIS[1])  # type: ignore[operator]


def test_short_constants_are_refused() -> None:
    with pytest.raises(EngineError, match="outside"):
        read_mobile(WeightsSource("short", ""), *MAPPING, SYNTHESIS[0], SYNTHESIS[1][:-4])


@settings(max_examples=60)
@given(st.data())
def test_changed_networks_raise_nothing_but_engine_errors(data: st.DataObject) -> None:
    xml, constants = bytearray(SYNTHESIS[0]), bytearray(SYNTHESIS[1])
    for _ in range(data.draw(st.integers(1, 4))):
        xml[data.draw(st.integers(0, len(xml) - 1))] = data.draw(st.sampled_from(list(b'0123456789"<> axyz')))
    constants[data.draw(st.integers(0, len(constants) - 1))] = data.draw(st.integers(0, 255))
    try:
        read_mobile(WeightsSource("changed", ""), *MAPPING, bytes(xml), bytes(constants))
    except EngineError:
        pass


# ---- the real one

@pytest.fixture(scope="module")
def real() -> Iterator[MobileStyleGAN]:
    store = ModelStore()
    if not store.present(DEFAULT):
        pytest.skip(f"{DEFAULT} is not on this machine; its licence has to be accepted by a person")
    generator = load_from_store(store)
    assert isinstance(generator, MobileStyleGAN)
    yield generator


@torch.no_grad()
def test_the_real_one_draws_what_openvino_drew(real: MobileStyleGAN) -> None:
    with np.load(DATA / "openvino.npz") as known:
        w = real.mapping(torch.from_numpy(latents([0, 1], "numpy", 512)))
        assert np.abs(w.numpy() - known["w"]).max() < 1e-4
        drawn = np.ascontiguousarray(real.synthesis(real.spread(w)).numpy())  # for exact sums
        place = 64 * np.arange(16) + (7 * np.arange(16) + 3) % 64
        assert drawn.shape == (2, 3, 1024, 1024)
        assert np.abs(drawn[:, :, place[:, None], place] - known["sample"]).max() < 1e-3
        assert np.abs(drawn[:, :, 257:265, 257:265] - known["crop"]).max() < 1e-3
        assert np.abs(drawn.mean((2, 3)) - known["mean"]).max() < 1e-4
        assert np.abs(drawn.std((2, 3)) - known["std"]).max() < 1e-4


@torch.no_grad()
def test_the_real_one_equals_openvino_here(real: MobileStyleGAN) -> None:
    openvino = pytest.importorskip("openvino")
    store, core = ModelStore(), openvino.Core()
    networks = [core.compile_model(core.read_model(store.path(DEFAULT, f"{name}Network.xml")), "CPU",
                                   {"INFERENCE_PRECISION_HINT": "f32"}) for name in ("Mapping", "Synthesis")]
    z = latents([7], "torch", 512)
    w = next(iter(networks[0](z).values()))
    picture = next(iter(networks[1](w).values()))
    ours = real.mapping(torch.from_numpy(z))
    assert np.abs(ours.numpy() - w).max() < 1e-4
    assert np.abs(real.synthesis(real.spread(ours)).numpy() - picture).max() < 1e-3


@torch.no_grad()
def test_drafts_of_the_real_one_show_the_same_face(real: MobileStyleGAN) -> None:
    from torch.nn.functional import avg_pool2d

    wplus = real.spread(real.mapping(torch.from_numpy(latents([4], "torch", 512))), 0.8)
    full = real.synthesis(wplus).clamp(-1, 1)
    for size, least in ((512, 80), (256, 30), (128, 26)):
        error = (real.synthesis(wplus, size).clamp(-1, 1) - avg_pool2d(full, 1024 // size)).square().mean()
        assert 10 * torch.log10(4 / error) > least  # dB


def test_regions_of_two_faces_in_one() -> None:
    net = small()
    with torch.inference_mode():
        rows = net.spread(net.mapping(torch.from_numpy(latents([1, 2], "numpy", net.space.z))))
        pictures = ((net.synthesis(rows).clamp(-1, 1) + 1) / 2).permute(0, 2, 3, 1).numpy()
    one, other = rows.numpy()
    empty, full = np.zeros((16, 16), np.float32), np.ones((16, 16), np.float32)
    assert np.allclose(draw_regions(net, one, [(other, empty)], net.size), pictures[0], atol=1e-5)
    assert np.allclose(draw_regions(net, one, [(other, full)], net.size), pictures[1], atol=1e-5)
    left = empty.copy()
    left[:, :8] = 1
    both = draw_regions(net, one, [(other, left)], net.size)
    split = draw_regions(net, one, [(other, left * 0.75), (other, left * 0.25)], net.size)
    away = np.abs(both - pictures[0]).mean((0, 2))
    half = net.size // 2
    assert away[:half].mean() > 4 * away[half:].mean()
    assert np.allclose(both, split, atol=1e-5)


def test_a_face_is_changed_at_a_place_and_nowhere_else() -> None:
    net = small()
    with torch.inference_mode():
        one, other = net.spread(net.mapping(torch.from_numpy(latents([1, 2], "numpy", net.space.z)))).numpy()
    host, guest = draw_host(net, one, net.size), draw_host(net, other, net.size)
    empty, full = np.zeros((16, 16), np.float32), np.ones((16, 16), np.float32)
    assert np.array_equal(draw_over(net, host, other, empty).picture, host.picture)
    assert np.allclose(draw_over(net, host, other, full).picture, guest.picture, atol=1e-5)
    left = empty.copy()
    left[:, :4] = 1
    both = draw_over(net, host, other, left)
    away = np.abs(both.picture - host.picture).max((0, 2))
    assert away[:net.size // 4].max() > 0 == away[net.size // 2:].max()
    again = draw_over(net, both, one, full)  # what was drawn over is a host itself
    assert np.allclose(again.picture, host.picture, atol=1e-5)
    assert host.bytes_held >= host.picture.nbytes
