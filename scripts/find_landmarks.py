"""Measures once where the face model's 478 landmarks lie on the head, and writes resources/head/landmarks.csv.

    python scripts/find_landmarks.py WHEEL face_landmarker.task

The model looks at renders of the bare head; the triangle and the barycentrics under each landmark are its place.
Lids and inner lips are snapped to the edge of the eye and mouth openings, irises to the eyeball's limbus, and left and
right are made symmetric. Afterwards run scripts/build_head_pack.py, which packs the table.
"""

import sys
import tempfile
from pathlib import Path

import numpy as np

sys.path[:0] = [str(Path(__file__).resolve().parent), str(Path(__file__).resolve().parent.parent)]

from build_head_pack import RESOURCES, build  # noqa: E402
from engine.head.model import Head  # noqa: E402
from engine.head.pack import read_head  # noqa: E402
from engine.photo.arkit import ARKIT_INDEX  # noqa: E402
from engine.photo.landmark_sets import INNER_LIP_LOWER, INNER_LIP_UPPER, IRISES, LIDS  # noqa: E402
from engine.photo.landmarker import Landmarker  # noqa: E402
from head_pack import sitting  # noqa: E402

FARTHEST_LID_SNAP = 13.0  # pixels of sitting.SIDE
ALONG_RIM = (2.0, 1.0)  # rims run across: a landmark should move up or down to them rather than along


def landmarks_of(model: Landmarker, pictures: list[np.ndarray]) -> np.ndarray:
    """Mean landmarks (478, 2) px over pictures of the same view."""
    seen = [model.detect(picture) for picture in pictures]
    if not all(seen):
        raise SystemExit("the model found no face in a render")
    return np.mean([faces[0].landmarks[:, :2] for faces in seen], axis=0)


def mirrored(views: list[np.ndarray]) -> np.ndarray:
    """Index of each landmark's partner on the other side, from near-symmetric landmarks (478, 2) of frontal views.

    One assignment over all views together: lids and lips lie too close in a single one.
    """
    from scipy.optimize import linear_sum_assignment

    cost = np.zeros((478, 478))
    for points in views:
        axis = points[[10, 152, 1, 0, 17, 168]][:, 0].mean()
        flipped = np.c_[2 * axis - points[:, 0], points[:, 1]]
        cost += ((flipped[:, None] - points[None]) ** 2).sum(-1)
    partner = linear_sum_assignment(cost + cost.T)[1]
    if not (partner[partner] == np.arange(478)).all():
        raise SystemExit("the landmarks do not mirror")
    return partner


def symmetric(points: np.ndarray, partner: np.ndarray, axis: float) -> np.ndarray:
    flipped = np.c_[2 * axis - points[partner][:, 0], points[partner][:, 1]]
    return (points + flipped) / 2


def edge_pixels(head: Head, view: sitting.Sitting, inside: tuple[str, ...]) -> np.ndarray:
    """Pixels (n, 2 as x, y) of skin that touch a pixel of the named parts."""
    skin = [head.parts.index(p) for p in ("skin", "socket")]
    part = np.where(view.triangle >= 0, head.part[np.maximum(view.triangle, 0)].astype(int), -1)
    hole = np.isin(part, [head.parts.index(p) for p in inside])
    near = np.zeros_like(hole)
    for shift in ((0, 1), (0, -1), (1, 0), (-1, 0)):
        near |= np.roll(hole, shift, (0, 1))
    ys, xs = np.nonzero(near & np.isin(part, skin))
    return np.c_[xs, ys]


def main() -> None:
    wheel, task = Path(sys.argv[1]), Path(sys.argv[2])
    with tempfile.TemporaryDirectory() as folder:
        build(wheel, Path(folder) / "bare.npz", landmarks=None)
        head = read_head(Path(folder) / "bare.npz")
    model = Landmarker(task)

    tone, dark, fair = (0.80, 0.60, 0.51), (0.66, 0.46, 0.37), (0.90, 0.72, 0.64)
    lights = above, left, right = (0.0, 0.45, 0.9), (0.35, 0.4, 0.85), (-0.35, 0.4, 0.85)
    looks = ((tone, above), (tone, left), (tone, right), (dark, above), (fair, above))
    rest = [sitting.draw(head, head.vertices, tone=skin, light=light) for skin, light in looks]
    axis = sitting.SIDE / 2
    found = landmarks_of(model, [view.image for view in rest])
    open_mouth = np.zeros(52, dtype=np.float32)
    for name, weight in (("jawOpen", 0.35), ("mouthLowerDownLeft", 0.3), ("mouthLowerDownRight", 0.3),
                         ("mouthUpperUpLeft", 0.3), ("mouthUpperUpRight", 0.3)):  # fmt: skip
        open_mouth[ARKIT_INDEX[name]] = weight
    parted_vertices = head.shape(None, open_mouth)
    parted = [sitting.draw(head, parted_vertices, light=li) for li in lights]
    found_parted = landmarks_of(model, [view.image for view in parted])
    wide_open = np.zeros(52, dtype=np.float32)
    wide_open[[ARKIT_INDEX["eyeWideLeft"], ARKIT_INDEX["eyeWideRight"]]] = 1.0
    wide = sitting.draw(head, head.shape(None, wide_open + open_mouth * 1.5))
    partner = mirrored([found, found_parted, landmarks_of(model, [wide.image])])
    place, place_parted = symmetric(found, partner, axis), symmetric(found_parted, partner, axis)

    table = np.zeros((478, 4))
    worst = {}

    def put(index: int, view: sitting.Sitting, x: int, y: int) -> None:
        if view.triangle[y, x] < 0:
            raise SystemExit(f"landmark {index} lies beside the head")
        table[index] = [view.triangle[y, x], *view.barycentric[y, x]]

    skin_view = rest[0]
    for index in range(468):
        x, y = np.clip(np.floor(place[index]).astype(int), 0, sitting.SIDE - 1)
        if skin_view.triangle[y, x] < 0:  # the face oval may fall just outside the silhouette
            ys, xs = np.nonzero(skin_view.triangle >= 0)
            k = np.argmin((xs - place[index][0]) ** 2 + (ys - place[index][1]) ** 2)
            worst[index] = round(float(np.hypot(xs[k] - place[index][0], ys[k] - place[index][1])), 1)
            x, y = xs[k], ys[k]
        put(index, skin_view, x, y)
    for side, indices in LIDS.items():
        rim = edge_pixels(head, skin_view, (f"eye_{side}",))
        for index in indices:
            distance = np.hypot(*((rim + 0.5 - place[index]) * ALONG_RIM).T)
            k = np.argmin(distance)
            if distance[k] > FARTHEST_LID_SNAP:  # the inner corner: the lids go on past the eyeball to the tear duct
                continue
            worst[index] = round(float(distance[k]), 1)
            put(index, skin_view, *rim[k])
    rim = edge_pixels(head, parted[0], ("cavity",))
    lower = head.masks["lip_lower"]
    corner = head.triangles[parted[0].triangle[rim[:, 1], rim[:, 0]]]
    below = (lower[corner] * parted[0].barycentric[rim[:, 1], rim[:, 0]]).sum(axis=1) > 0.5
    corners = (INNER_LIP_UPPER[0], INNER_LIP_UPPER[-1])
    sides = ((INNER_LIP_UPPER[1:-1], ~below), (INNER_LIP_LOWER, below), (corners, np.ones(len(rim), dtype=bool)))
    for indices, choice in sides:
        for index in indices:
            distance = np.hypot(*((rim[choice] + 0.5 - place_parted[index]) * ALONG_RIM).T)
            k = np.argmin(distance)
            worst[index] = round(float(distance[k]), 1)
            put(index, parted[0], *rim[choice][k])
    put_irises(head, place, table)
    print("snapped by pixels of", sitting.SIDE, dict(sorted(worst.items(), key=lambda item: -item[1])[:12]))
    header = (
        "Where MediaPipe's 478 face landmarks lie on the head: triangle, barycentrics of its three corners.\n"
        "Measured by scripts/find_landmarks.py on renders of the head; row n is landmark n."
    )
    np.savetxt(RESOURCES / "landmarks.csv", table, fmt=["%d", "%.4f", "%.4f", "%.4f"], delimiter=",", header=header)


def put_irises(head: Head, place: np.ndarray, table: np.ndarray) -> None:
    """The iris centre on the pole, the four ring points on the limbus in the direction the model sees them."""
    for side, (centre, ring) in IRISES.items():
        eye = head.eyes[side]
        part = head.parts.index(f"eye_{side}")
        chosen = np.flatnonzero(head.part == part)
        corners = head.vertices[head.triangles[chosen]] - eye.centre
        for index in (centre, *ring):
            offset = np.zeros(2)
            if index != centre:
                way = place[index] - place[centre]
                axis = int(abs(way[1]) > abs(way[0]))
                offset[axis] = head.iris_radius * np.sign(way[axis]) * (1 if axis == 0 else -1)
            table[index] = _on_front(corners, chosen, offset)


def _on_front(corners: np.ndarray, ids: np.ndarray, offset: np.ndarray) -> list[float]:
    """The triangle (of corners (n, 3, 3), facing +z) over the point (x, y), with barycentrics."""
    for k in np.argsort(-corners[:, :, 2].mean(axis=1)):
        a, b, c = corners[k, :, :2]
        matrix = np.c_[b - a, c - a]
        if abs(np.linalg.det(matrix)) < 1e-12:
            continue
        v, w = np.linalg.solve(matrix, offset - a)
        if min(v, w, 1 - v - w) > -1e-6:
            return [float(ids[k]), *np.clip([1 - v - w, v, w], 0, 1)]
    raise SystemExit("an iris point lies beside the eyeball")


if __name__ == "__main__":
    main()
