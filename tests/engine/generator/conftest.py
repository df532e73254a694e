"""The reference files: true generator files put together again, and what the original programs drew from them."""

import hashlib
import json
import re
import zlib
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

DATA = Path(__file__).resolve().parents[2] / "data" / "rfm"


def rule_values(net: str, key: str, shape: list[int]) -> np.ndarray:
    """The weights of a reference network: random, from its name (the rule stands in the data's ORIGIN.md)."""
    source = np.random.RandomState(zlib.crc32(f"0/{net}/{key}".encode()) & 0xFFFFFFFF)
    values = source.randn(*shape).astype(np.float32)
    leaf = re.split(r"[./]", key)[-1]
    mapping = key.startswith(("mapping", "style.", "block_"))
    split = net.startswith("mtv")  # its weights are stored with their constants in
    scale, offset = 1.0, 0.0
    if re.search(r"(noise_strength|noise_weight_[12]|[Nn]oise[./]weight)$", key):
        scale = 0.1
    elif re.search(r"(w_avg|latent_avg|center)$", key):
        scale = 0.3
    elif re.search(r"bias(_[12])?$", leaf):
        scale = 10.0 if mapping and not split else 0.1
        offset = 1.0 if re.search(r"(modulation|affine)\.bias$", key) else 0.0
    elif leaf in ("weight", "mod_weight") and split:
        fan_in = int(np.prod(shape[1:]))
        scale = float(np.sqrt((1.0 if re.search(r"style_|to_rgb", key) else 2.0) / fan_in))
    elif leaf in ("weight", "mod_weight") and mapping:
        scale = 100.0
    return (values * np.float32(scale) + np.float32(offset)).astype(np.float32)


def whole(name: str) -> bytes:
    """The bytes of a reference file, from what is kept of it and the rule; held against the original's sha256."""
    packed = zlib.decompress((DATA / f"{name}.cut").read_bytes())
    length = int.from_bytes(packed[:4], "little")
    head, rest = json.loads(packed[4:4 + length]), packed[4 + length:]
    data, taken = b"", 0
    for place, net, key, shape in head["cuts"]:
        between = place - len(data)
        data += rest[taken:taken + between] + rule_values(net, key, shape).tobytes()
        taken += between
    data += rest[taken:]
    assert hashlib.sha256(data).hexdigest() == head["sha256"]
    return data


@pytest.fixture(scope="module", autouse=True)
def _small_networks(one_thread: None) -> None:
    """All networks here are."""


@pytest.fixture(scope="session")
def reference_file(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The path of a reference file by its name; "split" is a folder with the three files of one."""
    folder = tmp_path_factory.mktemp("rfm")
    (folder / "split").mkdir()

    def path(name: str) -> Path:
        if name == "split":
            for part in ("Gs_dict.pth", "Gm_dict.pth"):
                (folder / name / part).write_bytes(whole(part))
            (folder / name / "center_tensor.pt").write_bytes((DATA / "center_tensor.pt").read_bytes())
            return folder / name
        place = folder / name
        if not place.exists():
            place.write_bytes((DATA / name).read_bytes() if (DATA / name).exists() else whole(name))
        return place

    return path
