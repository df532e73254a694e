"""The protocols of live links. Adding one opens its own file and this."""

from engine.base.errors import UsageError
from engine.base.text import Text
from engine.rig.link.facenn import FACE_NN_LINK
from engine.rig.link.live_link import LIVE_LINK
from engine.rig.link.protocol import LinkProtocol
from engine.rig.link.vmc import VMC, VMC_OLD_PRESETS, VMC_PRESETS
from engine.rig.link.vtube_studio import VTUBE_STUDIO

PROTOCOLS: tuple[LinkProtocol, ...] = (LIVE_LINK, VMC, VMC_PRESETS, VMC_OLD_PRESETS, VTUBE_STUDIO, FACE_NN_LINK)
"""In the order in which they are offered."""


def protocol(name: str) -> LinkProtocol:
    """UsageError for one that there is not."""
    for one in PROTOCOLS:
        if one.id == name:
            return one
    raise UsageError(Text("there is no live link {0}", repr(name)),
                     Text("live links: {0}", ", ".join(one.id for one in PROTOCOLS)))
