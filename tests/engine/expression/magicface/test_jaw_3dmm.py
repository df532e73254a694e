"""The authors' jaw line: its arithmetic, on a small network and a small head of the same shape, and its files."""

from pathlib import Path

import numpy as np
import pytest
import torch
from scipy.io import savemat

from engine.base.errors import EngineError
from engine.expression.magicface.contour import _FIVE
from engine.expression.magicface.jaw_3dmm import (
    HeadModel,
    JawFrom3D,
    coefficients,
    project_jaw,
    read_head,
    read_network,
)

HEADS, WIDTH, VERTICES = (80, 64, 80, 3, 27, 2, 1, 4), 4, 90


class Bottleneck(torch.nn.Module):
    """As everybody writes it, stride in the 3x3 convolution."""

    def __init__(self, entry: int, width: int, stride: int) -> None:
        super().__init__()
        self.conv1, self.bn1 = torch.nn.Conv2d(entry, width, 1, bias=False), torch.nn.BatchNorm2d(width)
        self.conv2 = torch.nn.Conv2d(width, width, 3, stride, 1, bias=False)
        self.bn2 = torch.nn.BatchNorm2d(width)
        self.conv3, self.bn3 = torch.nn.Conv2d(width, 4 * width, 1, bias=False), torch.nn.BatchNorm2d(4 * width)
        if stride != 1 or entry != 4 * width:
            self.downsample = torch.nn.Sequential(torch.nn.Conv2d(entry, 4 * width, 1, stride, bias=False),
                                                  torch.nn.BatchNorm2d(4 * width))

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        y = self.bn1(self.conv1(x)).relu()
        y = self.bn3(self.conv3(self.bn2(self.conv2(y)).relu()))
        return (y + (self.downsample(x) if hasattr(self, "downsample") else x)).relu()


class Backbone(torch.nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.conv1, self.bn1 = torch.nn.Conv2d(3, WIDTH, 7, 2, 3, bias=False), torch.nn.BatchNorm2d(WIDTH)
        self.maxpool = torch.nn.MaxPool2d(3, 2, 1)
        entry = WIDTH
        for stage, blocks in enumerate((3, 4, 6, 3), 1):
            layers = []
            for block in range(blocks):
                layers.append(Bottleneck(entry, WIDTH * stage, 2 if stage > 1 and block == 0 else 1))
                entry = 4 * WIDTH * stage
            setattr(self, f"layer{stage}", torch.nn.Sequential(*layers))

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        x = self.maxpool(self.bn1(self.conv1(x)).relu())
        return self.layer4(self.layer3(self.layer2(self.layer1(x)))).mean((2, 3), keepdim=True)


class Network(torch.nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.backbone = Backbone()
        self.fianl_layers = torch.nn.ModuleList(torch.nn.Conv2d(16 * WIDTH, size, 1) for size in HEADS)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        x = self.backbone(x)
        return torch.cat([layer(x) for layer in self.fianl_layers], dim=1).flatten(1)


@pytest.fixture(scope="module")
def network() -> Network:
    torch.manual_seed(8)
    network = Network()
    for module in network.modules():
        if isinstance(module, torch.nn.BatchNorm2d):
            torch.nn.init.normal_(module.running_mean, 0, 0.1)
            torch.nn.init.uniform_(module.running_var, 0.5, 1.5)
            torch.nn.init.uniform_(module.weight, 0.8, 1.2)
    return network.eval()


@pytest.fixture
def checkpoint(network: Network, tmp_path: Path) -> Path:
    path = tmp_path / "d3dfr_res50_nofc.pth"
    torch.save({f"module.{name}": tensor for name, tensor in network.state_dict().items()}, path)
    return path


def head_fields() -> dict[str, np.ndarray]:
    random = np.random.default_rng(9)
    return {"meanshape": random.normal(0, 0.5, (1, 3 * VERTICES)), "idBase": random.normal(0, 0.01, (3 * VERTICES, 80)),
            "exBase": random.normal(0, 0.01, (3 * VERTICES, 64)),
            "keypoints": random.permutation(VERTICES)[:68][None] + 1}


@pytest.fixture
def head_file(tmp_path: Path) -> Path:
    path = tmp_path / "BFM_model_front.mat"
    savemat(path, head_fields())
    return path


def test_the_network_is_a_resnet_50(network: Network, checkpoint: Path) -> None:
    pictures = torch.randn(2, 3, 256, 256, generator=torch.Generator().manual_seed(10))
    with torch.inference_mode():
        wanted, found = network(pictures), coefficients(read_network(checkpoint), pictures)
    assert found.shape == (2, 261) and (found - wanted).abs().max() < 1e-5 * wanted.abs().max()


def test_a_head_at_rest_before_the_camera() -> None:
    """f = 1015 * 256 / 224 = 1160, camera 10 away: one unit across is 116 pixels; up is up."""
    mean = np.zeros((17, 3))
    mean[1], mean[2], mean[3] = (1, 0, 0), (0, 1, 0), (0.5, 0, 2)
    head = HeadModel(mean, np.zeros((17, 3, 80)), np.zeros((17, 3, 64)))
    points = project_jaw(head, np.zeros(261))
    assert points[:4] == pytest.approx(np.array([(128, 127), (244, 127), (128, 11), (128 + 580 / 8, 127)]))


@pytest.mark.parametrize(("angles", "wanted"), [((np.pi / 2, 0, 0), (0, 0, 1)), ((0, 0, np.pi / 2), (-1, 0, 0)),
                                                ((0, np.pi / 2, 0), (0, 1, 0)), ((0, np.pi / 2, np.pi / 2), (-1, 0, 0)),
                                                ((np.pi / 2, np.pi / 2, 0), (1, 0, 0))])
def test_it_turns_about_x_then_y_then_z(angles: tuple[float, ...], wanted: tuple[float, ...]) -> None:
    mean = np.tile([0.0, 1.0, 0.0], (17, 1))
    head = HeadModel(mean, np.zeros((17, 3, 80)), np.zeros((17, 3, 64)))
    answer = np.zeros(261)
    answer[224:227] = angles
    x, y, z = wanted
    scale = 1160 / (10 - z)
    assert project_jaw(head, answer)[0] == pytest.approx((128 + scale * x, 127 - scale * y), abs=1e-9)


def test_identity_expression_and_shift_have_their_places() -> None:
    random = np.random.default_rng(11)
    head = HeadModel(random.normal(0, 0.3, (17, 3)), random.normal(0, 0.01, (17, 3, 80)),
                     random.normal(0, 0.01, (17, 3, 64)))
    answer = np.zeros(261)
    answer[:80], answer[80:144] = random.normal(size=80), random.normal(size=64)
    answer[144:224] = answer[227:254] = answer[257:] = 99  # texture, light and gaze do not matter
    answer[254:257] = 0.3, -0.2, 0.5
    points = head.mean + head.identity @ answer[:80] + head.expression @ answer[80:144] + (0.3, -0.2, 0.5)
    wanted = [(1160 * x / (10 - z) + 128, 255 - (1160 * y / (10 - z) + 128)) for x, y, z in points]
    assert project_jaw(head, answer) == pytest.approx(np.array(wanted))


def test_the_head_s_file(head_file: Path) -> None:
    fields, head = head_fields(), read_head(head_file)
    mean = fields["meanshape"].reshape(-1, 3)
    places = fields["keypoints"][0, :17] - 1
    assert head.mean == pytest.approx((mean - mean.mean(axis=0))[places])
    vertex = places[5]
    assert head.identity[5] == pytest.approx(fields["idBase"][3 * vertex:3 * vertex + 3])
    assert head.expression[5] == pytest.approx(fields["exBase"][3 * vertex:3 * vertex + 3])


def test_points_come_out_on_the_canvas(network: Network, checkpoint: Path, head_file: Path) -> None:
    """The same face, larger and elsewhere on the canvas, has its jaw larger and elsewhere."""
    random = np.random.default_rng(12)
    from engine.base.opencv import cv2

    small = cv2.resize(random.integers(0, 256, (9, 9, 3), np.uint8), (256, 256), interpolation=cv2.INTER_CUBIC)
    canvas = np.zeros((512, 512, 3), np.uint8)
    canvas[:256, :256] = small
    jaw = JawFrom3D(checkpoint, head_file)
    at_corner = jaw(canvas, _FIVE)
    moved = np.roll(canvas, (100, 130), axis=(0, 1))
    assert jaw(moved, _FIVE + (130, 100)) == pytest.approx(at_corner + (130, 100), abs=1e-3)
    pixels = torch.from_numpy(small.copy()).permute(2, 0, 1)[None].float() / 127.5 - 1
    with torch.inference_mode():
        answer = network(pixels)[0].numpy()
    assert at_corner == pytest.approx(project_jaw(read_head(head_file), answer), abs=1e-3)


# ---- files that are something else

def test_a_network_with_a_hole(network: Network, tmp_path: Path) -> None:
    whole = network.state_dict()
    for name in ("backbone.layer3.4.conv2.weight", "fianl_layers.3.bias", "backbone.bn1.running_var"):
        torch.save({key: tensor for key, tensor in whole.items() if key != name}, tmp_path / "other.pth")
        with pytest.raises(EngineError, match=name.replace(".", r"\.")):
            read_network(tmp_path / "other.pth")


@pytest.mark.parametrize("change", [{"fianl_layers.0.weight": torch.zeros(81, 64, 1, 1)},
                                    {"backbone.conv1.weight": torch.zeros(4, 4, 7, 7)},
                                    {"backbone.bn1.bias": torch.full((4,), torch.nan)}])
def test_a_network_with_a_wrong_tensor(network: Network, tmp_path: Path, change: dict[str, torch.Tensor]) -> None:
    torch.save(network.state_dict() | change, tmp_path / "other.pth")
    with pytest.raises(EngineError, match="other.pth"):
        read_network(tmp_path / "other.pth")


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"\x80\x04K\x01.", b"MATLAB 5.0 MAT-file" + bytes(200)])
def test_files_of_another_kind(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "other").write_bytes(data)
    for read in (read_network, read_head):
        with pytest.raises(EngineError):
            read(tmp_path / "other")


@pytest.mark.parametrize("change", [{"idBase": np.zeros((12, 80))}, {"exBase": np.zeros((3 * VERTICES, 60))},
                                    {"keypoints": np.arange(68) + VERTICES}, {"keypoints": np.zeros((1, 68))},
                                    {"keypoints": np.arange(3)}, {"meanshape": np.full((1, 3 * VERTICES), np.nan)},
                                    {"meanshape": "text"}, {"meanshape": np.zeros((1, 7))}])
def test_a_head_that_does_not_fit(tmp_path: Path, change: dict[str, object]) -> None:
    savemat(tmp_path / "head.mat", head_fields() | change)
    with pytest.raises(EngineError, match="head.mat"):
        read_head(tmp_path / "head.mat")


def test_half_a_head(head_file: Path, tmp_path: Path) -> None:
    half = tmp_path / "half.mat"
    half.write_bytes(head_file.read_bytes()[:3000])
    with pytest.raises(EngineError, match="half.mat .*half downloaded"):
        read_head(half)
