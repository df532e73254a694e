"""The noise schedule of MagicFace: UniPC over the linear spacing, ending at the smallest sigma."""

from typing import TYPE_CHECKING

from engine.base.errors import UsageError
from engine.base.text import Text

if TYPE_CHECKING:
    from diffusers import UniPCMultistepScheduler

STEPS = (50, 20, 10)
"""The settings offered: the original's, and two quicker ones."""

MOST_STEPS = 200


def scheduler(steps: int) -> "UniPCMultistepScheduler":
    """A fresh schedule of `steps` steps. Raises UsageError for a count outside 1 to 200.

    The values are Stable Diffusion 1.5's. Two differ from today's defaults and must stay: the spacing is "linspace"
    and the last sigma is the smallest of training, not zero, as in the diffusers the model was published with.
    """
    from diffusers import UniPCMultistepScheduler

    if not 1 <= steps <= MOST_STEPS:
        raise UsageError(Text("{0} steps are outside 1 to {1}", steps, MOST_STEPS))
    schedule = UniPCMultistepScheduler(
        num_train_timesteps=1000, beta_start=0.00085, beta_end=0.012, beta_schedule="scaled_linear",
        solver_order=2, solver_type="bh2", prediction_type="epsilon", predict_x0=True, lower_order_final=True,
        timestep_spacing="linspace", steps_offset=1, final_sigmas_type="sigma_min",
    )
    schedule.set_timesteps(steps)
    return schedule
