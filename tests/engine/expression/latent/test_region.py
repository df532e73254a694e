"""Where on a face an expression is drawn."""

import numpy as np
import pytest

from engine.expression.latent.region import Within, draw_within, host_of, mask_of
from engine.expression.latent.units import Region
from engine.generator.regional import Host
from engine.photo.face import CHIN, HAIRLINE
from tests.engine.expression.latent.toy import ROWS, SMILE, WIDTH, ToyGenerator


def circle(x: float, y: float, radius: float) -> np.ndarray:
    """(478, 3) landmarks around a face whose eyes lie at y."""
    turn = np.linspace(0, 2 * np.pi, 478)
    points = np.stack([x + radius * np.cos(turn), y + radius * np.sin(turn), 0 * turn], 1)
    for number, aside in ((33, -0.5), (133, -0.2), (362, 0.2), (263, 0.5)):
        points[number, :2] = x + aside * radius, y
    points[HAIRLINE, :2], points[CHIN, :2] = (x, y - radius), (x, y + radius)
    return points


def test_eyes_and_mouth_are_the_face_together_and_nothing_lies_far_outside() -> None:
    eyes, mouth, face = (mask_of((one,), circle(128, 128, 60), 256) for one in ("eyes", "mouth", "face"))
    assert eyes is not None and mouth is not None and face is not None
    assert eyes[100, 128] == 1 and mouth[100, 128] == 0 and mouth[170, 128] == 1 and eyes[170, 128] == 0
    assert face[100, 128] == face[170, 128] == 1 and face[20, 20] == face[128, 20] == face[250, 128] == 0
    both = mask_of(("eyes", "mouth"), circle(128, 128, 60), 256)
    assert both is not None and both[150, 128] <= 1 and both[100, 128] == both[170, 128] == 1
    jaw = mask_of(("jaw",), circle(128, 128, 60), 256)
    assert jaw is not None and jaw[190, 128] == 1 and jaw[170, 128] == 1 and jaw[170, 183] == mouth[170, 183] < 1
    for one in (eyes, mouth, face):  # ears, hair and collar are beyond the outline
        assert not one[np.hypot(*(np.mgrid[:256, :256] - 128)) > 62].any()
    assert mask_of(("eyes", "head"), circle(128, 128, 60), 256) is None


@pytest.mark.parametrize("region", ["eyes", "mouth", "jaw", "face"])
def test_there_is_no_edge(region: Region) -> None:
    mask = mask_of((region,), circle(128, 128, 60), 256)
    assert mask is not None
    assert np.abs(np.diff(mask, axis=0)).max() < 0.13 and np.abs(np.diff(mask, axis=1)).max() < 0.13


def test_outside_the_region_the_host_stays_to_the_last_bit() -> None:
    generator, code = ToyGenerator(), np.zeros((ROWS, WIDTH), np.float32)
    host = host_of(generator, code, 256)
    assert isinstance(host, Host)
    smiling = code.copy()
    smiling[:, SMILE] = 3
    mask = mask_of(("mouth",), circle(128, 128, 60), 256)
    assert mask is not None
    drawn = draw_within(generator, Within(host, mask), smiling)
    assert drawn.shape == host.picture.shape and drawn.dtype == np.float32
    assert np.array_equal(drawn[mask == 0], host.picture[mask == 0])
    assert (drawn[mask == 1, 0] > host.picture[mask == 1, 0] + 0.1).all()
