"""The strongest smooth path through rays that a line crosses, by dynamic programming."""

import numpy as np


def strongest_path(gain: np.ndarray, bend: float) -> np.ndarray:
    """(k,) int the place on each ray: of (k, m) gains the largest sum, less `bend` times each squared step."""
    number = np.arange(gain.shape[1])
    step = bend * np.square(number[:, None] - number[None])
    total, choice = gain[0], []
    for row in gain[1:]:
        through = total[:, None] - step
        choice.append(through.argmax(0))
        total = through.max(0) + row
    path = [int(total.argmax())]
    for back in reversed(choice):
        path.append(int(back[path[-1]]))
    return np.array(path[::-1])
