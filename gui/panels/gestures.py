"""What hands and keys do on presets (`PresetTile`) and on the head of a rig (`HeadViewport`), as help says it."""

from engine.base.text import Text, verbatim
from gui.controls.help_topic import Gesture

PRESETS_TITLE = Text("On a preset")
PRESETS = (
    Gesture((Text("Click"),), Text("This expression instead of the one that is set")),
    Gesture((verbatim("Shift"), Text("Click")), Text("This expression on top of what is set")),
    Gesture((Text("Right click"),), Text("Menu of the preset")),
    Gesture((verbatim("Del"),), Text("Delete a preset of your own")),
)

HEAD_TITLE = Text("On the head of a rig")
HEAD = (
    Gesture((Text("Drag"),), Text("Turn the head")),
    Gesture((verbatim("Shift"), Text("Drag")), Text("Turn the light")),
    Gesture((Text("Wheel"),), Text("Zoom")),
    Gesture((Text("Double click"),), Text("Look straight at it")),
    Gesture((Text("Right click"),), Text("Menu: look straight at it, or from a side")),
    Gesture((verbatim("←"), verbatim("→"), verbatim("↑"), verbatim("↓")), Text("Turn it; with Shift a little")),
    Gesture((verbatim("+"), verbatim("−")), Text("Zoom, by keyboard")),
    Gesture((verbatim("Home"),), Text("Look straight at it, by keyboard")),
    Gesture((verbatim("T"),), Text("Turntable")),
    Gesture((verbatim("P"),), Text("Turned as in the photo")),
    Gesture((verbatim("E"),), Text("Follow expression")),
    Gesture((verbatim("W"),), Text("Show the mesh")),
    Gesture((verbatim("L"),), Text("Another light")),
    Gesture((verbatim("C"),), Text("Keep this head as A and compare")),
    Gesture((verbatim("A"),), Text("See A as long as it is held")),
)
