"""Stock hair, brows, beards and glasses on our head, in any colour."""

import numpy as np

from engine.head.model import Head
from engine.head.portrait.piece import Piece
from engine.rig.hair.hood import hood_of, normals_of
from engine.rig.hair.stock_file import OFF_UNIT, stock_arrays
from engine.rig.hair.strands import strands
from engine.rig.texture.codes import coded, roots

Colour = tuple[float, float, float]

SIDE = 1024
_LIFT, _CROPPED = 0.016, 0.022  # dm: see `photo_hair`
_LIGHT, _CURL_LIGHT = 0.15, 0.22  # log of the root of light
_EDGE_AT, _EDGE_WIDTH, _EDGE_STRAND, _EDGE_CURL = 0.36, 0.34, 0.10, 0.22
_SPARSE = 0.6  # cover: below it single hairs show
_GLASSES = (38, 34, 33, 255)


def stock_piece(head: Head, kind: str, name: str, colour: Colour) -> Piece:
    """A stock shape for a head, in a colour (sRGB 0..1; glasses have their own). UsageError for an unknown name."""
    arrays = stock_arrays(kind, name)
    if kind == "glasses":
        return _glasses(head, arrays)
    root = roots()[np.rint(np.clip(colour, 0, 1) * np.float32(255)).astype(int)]
    return _hair(head, arrays, root) if kind == "hair" else _on_skin(head, kind, arrays, root)


def _hair(head: Head, arrays: dict[str, np.ndarray], root: np.ndarray) -> Piece:
    from engine.base.opencv import cv2

    hood = hood_of(head, float(arrays["low"]))
    off, cover = arrays["off"].astype(np.float32) * OFF_UNIT, arrays["cover"].astype(np.float32) / 255
    wide = cv2.dilate(np.where(hood.ears > 0.05, hood.radius + 0.03, 0).astype(np.float32), np.ones((13, 13), np.uint8))
    over_ears = float((hood.ears * cover).sum() / hood.ears.sum()) > 0.6
    taper = np.clip((cv2.GaussianBlur(cover, (0, 0), 5) - 0.35) / 0.6, 0, 1)
    hanging = np.clip((0.3 - hood.height()) / 0.3, 0, 1) * (hood.path > np.pi / 2)
    least = np.maximum(hood.radius, wide * over_ears) + _LIFT + _CROPPED * hood.scalp
    radius = np.maximum(cv2.GaussianBlur(hood.bare + off * np.maximum(taper, hanging), (0, 0), 1.5), least)
    curl = float(arrays["curl"])
    strand = strands(hood, SIDE, float(arrays["wave"]), curl)
    light = np.exp((_LIGHT + (_CURL_LIGHT - _LIGHT) * curl) * strand)[..., None]
    alpha = np.clip((cv2.resize(cover, (SIDE, SIDE)) - _EDGE_AT + (_EDGE_STRAND + _EDGE_CURL * curl) * strand)
                    / _EDGE_WIDTH, 0, 1)
    alpha[cv2.resize(cover, (SIDE, SIDE)) < 0.02] = 0
    picture = np.dstack([coded(root * light), np.rint(alpha * 255).astype(np.uint8)])
    corners, uv, triangles = hood.mesh(radius, alpha)
    weights = hood.hold(uv)
    offset = corners - np.asarray(weights @ head.vertices, np.float32)
    return Piece("hair", weights, offset, normals_of(corners, triangles), uv, triangles, picture)


def _on_skin(head: Head, kind: str, arrays: dict[str, np.ndarray], root: np.ndarray) -> Piece:
    """A cover over the head's own uv: the skin's triangles that it touches, a little off the skin."""
    from scipy.sparse import csr_matrix

    from engine.base.opencv import cv2

    small = arrays["cover"].astype(np.float32) / 255
    side = 2 * len(small)
    cover = cv2.resize(small, (side, side))
    random = np.random.Generator(np.random.SFC64(5))
    raw = random.standard_normal((side, side), np.float32)
    dense = float(arrays["dense"])
    hairs = cv2.GaussianBlur(raw, (0, 0), sigmaX=0.6, sigmaY=2.5 if dense > _SPARSE else 0.9)
    hairs = hairs / hairs.std()
    alpha = np.clip((cover - 0.30 + 0.16 * hairs) / 0.45, 0, 1) * cover ** 0.25
    alpha *= dense if dense > _SPARSE else dense * np.clip(0.8 + 0.6 * hairs, 0, 1.6)
    picture = np.dstack([coded(root * np.exp(0.14 * hairs)[..., None]),
                         np.rint(np.clip(alpha, 0, 1) * 255).astype(np.uint8)])
    rows = np.flatnonzero(head.part == head.parts.index("skin"))
    triangles, corners = head.triangles[rows], head.uv_triangles[rows]
    uv = head.uv * [1, -1] + [0, 1]
    at = np.clip((uv * len(small)).astype(int), 0, len(small) - 1)
    wide = cv2.dilate(small, np.ones((9, 9), np.uint8))
    shown = wide[at[:, 1], at[:, 0]][corners].max(1) > 0.02
    pairs = np.stack([triangles[shown].ravel(), corners[shown].ravel()], 1)
    unique, number = np.unique(pairs, axis=0, return_inverse=True)
    own, own_uv = unique[:, 0], uv[unique[:, 1]]
    normals = head.normals(head.vertices)[own]
    count = len(own)
    weights = csr_matrix((np.ones(count, np.float32), (np.arange(count), own)), shape=(count, len(head.vertices)))
    at = np.clip((own_uv * len(small)).astype(int), 0, len(small) - 1)
    thick = 0.004 + float(arrays["off"]) * cv2.GaussianBlur(small, (0, 0), 3)[at[:, 1], at[:, 0]]
    return Piece(kind, weights, (normals * thick[:, None]).astype(np.float32), normals, own_uv.astype(np.float32),
                 number.reshape(-1, 3).astype(np.int32), picture, two_sided=False, cut=False)


def _glasses(head: Head, arrays: dict[str, np.ndarray]) -> Piece:
    """A stiff frame: it goes with the ears and the bridge of the nose, as wide and as deep as they are apart."""
    from scipy.sparse import csr_matrix

    corners, triangles = arrays["corners"], arrays["triangles"].astype(np.int32)
    ears = [_nearest(head, np.array([side * 0.75, 0.35, 0.05])) for side in (1, -1)]
    held = np.array([*ears, _nearest(head, np.array([0.0, 0.36, 1.05]))])
    left, right, bridge = head.vertices[held].astype(np.float64)
    # x goes with how far the ears are apart, z with how far the bridge is from them; height with all three.
    far = (corners[:, 2] - (left[2] + right[2]) / 2) / (bridge[2] - (left[2] + right[2]) / 2)
    side = (corners[:, 0] - far * bridge[0]) / (left[0] - right[0])
    shares = np.stack([(1 - far) / 2 + side, (1 - far) / 2 - side, far], 1)
    count = len(corners)
    weights = csr_matrix((shares.ravel().astype(np.float32), (np.repeat(np.arange(count), 3), np.tile(held, count))),
                         shape=(count, len(head.vertices)))
    offset = corners - np.asarray(weights @ head.vertices, np.float32)
    picture = np.full((4, 4, 4), _GLASSES, np.uint8)
    uv = np.full((count, 2), 0.5, np.float32)
    return Piece("glasses", weights, offset.astype(np.float32), normals_of(corners, triangles), uv, triangles, picture,
                 gloss=0.8, two_sided=False)


def _nearest(head: Head, place: np.ndarray) -> int:
    ids = head.vertices_of("skin")
    return int(ids[np.linalg.norm(head.vertices[ids] - place, axis=1).argmin()])
