"""Draw the bundled sample portraits from their seeds: ``make_sample.py NETWORKS OUT [--seed 20 --psi 0.6]``.

NETWORKS is a folder with MappingNetwork.{xml,bin} and SynthesisNetwork.{xml,bin} of MobileStyleGAN (the package
random-face 2021.7.21.1 holds them). Needs the package ``openvino``, which Facewright itself does not.
The faces are drawn by the generator: nobody's likeness.
"""

import argparse
from pathlib import Path

import numpy as np

SAMPLES = {"neutral.jpg": (20, 0.6), "smile.jpg": (32, 0.6), "half-smile.jpg": (28, 0.6)}
"""File name: (seed, truncation)."""


class Generator:
    """z (512) from a seed, mapped, pulled toward the mean style by the truncation psi, drawn at 1024 x 1024."""

    def __init__(self, folder: Path) -> None:
        import openvino

        core = openvino.Core()
        exact = {"INFERENCE_PRECISION_HINT": "f32"}
        self._map = core.compile_model(core.read_model(folder / "MappingNetwork.xml"), "CPU", exact)
        self._draw = core.compile_model(core.read_model(folder / "SynthesisNetwork.xml"), "CPU", exact)
        crowd = np.random.RandomState(0).randn(400, 1, 512).astype(np.float32)
        self._mean = np.mean([self._map(z)[0] for z in crowd], axis=0)

    def portrait(self, seed: int, psi: float) -> np.ndarray:
        """(1024, 1024, 3) uint8 RGB."""
        z = np.random.RandomState(seed).randn(1, 512).astype(np.float32)
        style = self._mean + (self._map(z)[0] - self._mean) * np.float32(psi)
        picture = self._draw(style)[0][0].transpose(1, 2, 0)
        return ((np.clip(picture, -1, 1) + 1) * 127.5 + 0.5).astype(np.uint8)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("networks", type=Path)
    parser.add_argument("out", type=Path, help="a folder; with --seed, a picture file")
    parser.add_argument("--seed", type=int)
    parser.add_argument("--psi", type=float, default=0.6)
    options = parser.parse_args()
    from PIL import Image

    generator = Generator(options.networks)
    wanted = {options.out: (options.seed, options.psi)} if options.seed is not None else {
        options.out / name: value for name, value in SAMPLES.items()}
    for path, (seed, psi) in wanted.items():
        Image.fromarray(generator.portrait(seed, psi)).save(path, quality=92, optimize=True)
        print(path)


if __name__ == "__main__":
    main()
