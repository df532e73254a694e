"""How a game head is shown beyond from where: what leans, what lights it, what is laid over it."""

from dataclasses import dataclass

from engine.head.portrait.camera import HeadView
from engine.head.portrait.lighting import LAMPS, HeadLight

LIGHTS = tuple(LAMPS)
"""Names of the lamps there are, the usual ones first."""


@dataclass(frozen=True)
class HeadStaging:
    """roll: degrees the head leans to its right shoulder. lamps: one of `LIGHTS`; light_yaw, light_pitch: degrees by
    which they are turned round the head, to the viewer's right and up. wireframe: the mesh is drawn over it. sent: it
    is what goes over the live link, if that is on. whole: zoom 1 shows what the head wears, too, from farther away
    where that needs it; else it shows the bare head, from always the same place."""

    roll: float = 0.0
    lamps: str = LIGHTS[0]
    light_yaw: float = 0.0
    light_pitch: float = 0.0
    wireframe: bool = False
    sent: bool = True
    whole: bool = False

    def view(self, yaw: float, pitch: float, zoom: float) -> HeadView:
        """As a painter takes it. UsageError for lamps that there are not, and for numbers that are none."""
        return HeadView(yaw, pitch, zoom, self.roll, HeadLight(self.lamps, self.light_yaw, self.light_pitch),
                        self.wireframe)


STUDIO = HeadStaging()
