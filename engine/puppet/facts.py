"""What a photo already shows of an expression, for whoever turns sliders into weights."""

from dataclasses import dataclass, field

import numpy as np


@dataclass(frozen=True, eq=False)
class FaceFacts:
    """Measured once per face.

    blendshapes: (52,) float32 0..1, `ARKIT_52` order: the photo's own expression.
    lip_gap:     the widest opening between the inner lips, in face heights (hairline to chin); shut is below 0.01.
    lid_gap:     (right, left) widest opening of each eye, in face heights; about 0.05 in most faces.
    roughness:   0..1 how much fine relief the skin shows: 0 a child or a retouched picture, 1 deeply lined.
    gain_hints:  weight name -> factor by which to multiply what is asked of it so that equal slider values move equal
                 distances on all faces; 1 where missing.
    """

    blendshapes: np.ndarray
    lip_gap: float = 0.0
    lid_gap: tuple[float, float] = (0.05, 0.05)
    roughness: float = 0.3
    gain_hints: dict[str, float] = field(default_factory=dict)
