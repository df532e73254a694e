"""What a face has at rest of the expression that is read off its photo.

A network that reads expressions from one picture takes low brows for lowered ones and narrow eyes for narrowed ones: it
does not know the face at rest. Networks that tell people apart go by brows and lids more than by anything else, so of
these most is left to the person (on eight faces ArcFace .61 instead of .57, from the front); what goes beyond that, and
all that the mouth does, is the moment's.
"""

import numpy as np

from engine.photo.arkit import ARKIT_52

_SHARES = (("brow", 0.95, 0.6), ("eyeSquint", 0.95, 0.6), ("noseSneer", 0.8, 0.4), ("eyeBlink", 0.6, 0.1))
"""By the shapes' first letters: the share that is the person's, and the most of it."""


def resting(expression: np.ndarray) -> np.ndarray:
    """(52,) float32 of ARKit weights (52,) found in a photo: what the face has of them at rest."""
    kept = np.zeros(len(ARKIT_52), np.float32)
    for place, name in enumerate(ARKIT_52):
        for begins, share, most in _SHARES:
            if name.startswith(begins):
                kept[place] = min(share * max(float(expression[place]), 0.0), most)
    return kept


def moment(expression: np.ndarray) -> np.ndarray:
    """(52,) float32: the rest of it, what the face at rest does not show."""
    return np.asarray(expression, np.float32) - resting(expression)
