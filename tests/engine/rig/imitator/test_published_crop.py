"""The original's crop of a photo: boxes exact, pixels to one level."""

import json

import numpy as np
import pytest

from engine.base.errors import EngineError
from engine.rig.imitator.published_crop import cut_published, grown, halved, published_crop
from tests.engine.rig.imitator.seeded import DATA, numbers

CASES = json.loads((DATA / "align.json").read_text())


def drawn(height: int, width: int) -> np.ndarray:
    y, x, c = np.mgrid[:height, :width, :3]
    return ((x * 3 + y * 5 + c * 40 + (x * y) // 7) % 256).astype(np.uint8)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"])
def test_it_is_the_original_s(case: dict) -> None:
    known = numbers("align")
    working = halved(drawn(*case["image_hw"]), 2 if case.get("twice") else 1)
    assert grown(tuple(case["dlib_rect_ltrb"]), *working.shape[:2]) == tuple(case["box_ltrb"])
    found = cut_published(working, tuple(case["dlib_rect_ltrb"]))
    assert found.shape == (512, 512, 3)
    off = found[3::8, 5::8].astype(int) - known[f"{case['case']}/out_strided8"]
    assert np.abs(off).max() <= 1


def test_a_face_is_found_by_dlib_s_detector(samples: dict[str, np.ndarray]) -> None:
    cut = published_crop(samples["neutral"])
    assert cut.shape == (512, 512, 3) and (cut[0, 5:] == 255).all() and (cut[5:, 0] == 255).all()
    with pytest.raises(EngineError, match="no face"):
        published_crop(np.full((200, 200, 3), 90, np.uint8))
