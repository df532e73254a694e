"""The imitator that comes with the program, out of a finished training: without what only learning needs, by halves.

    python scripts/ship_imitator.py FOLDER/imitator_600_cpu.pth [DATABASE/testset_female]

Writes resources/imitator/small.pth; told is the mean difference (0..1) of what is held out, of the file as it is read.
resources/imitator/README.md has the recipe.
"""

import io
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import engine  # noqa: E402, F401 - first: it sets what numpy reads when it loads

# isort: split
import numpy as np  # noqa: E402


def main() -> int:
    import torch

    from engine.base.writing import write_whole
    from engine.rig.database.rendered import open_database
    from engine.rig.imitator.weights_file import SHIPPED, read_imitator

    imitator, steps = read_imitator(Path(sys.argv[1]))
    buffer = io.BytesIO()
    torch.save({"net": {key: tensor.half() for key, tensor in imitator.weights.items()}, "optimizer": {},
                "epoch": steps}, buffer)
    write_whole(SHIPPED, buffer.getvalue())
    print(f"{SHIPPED}: {len(buffer.getvalue()) / 1e6:.1f} MB, {steps} steps")
    if len(sys.argv) > 2:
        found, _ = read_imitator(SHIPPED)
        data = open_database(Path(sys.argv[2]))
        off = [float(np.abs(found.draw(values).astype(int) - data.picture(place)).mean() / 255)
               for place, values in enumerate(data.values)]
        print(f"{len(off)} pictures held out: difference {np.mean(off):.4f}, largest {max(off):.4f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
