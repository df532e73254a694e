"""What hands and keys do on the timeline (`Ruler`, `Lanes`), as help says it."""

from engine.base.text import Text, verbatim
from gui.controls.help_topic import Gesture

TITLE = Text("On the timeline")
GESTURES = (
    Gesture((Text("Drag"),), Text("Playhead, keys, takes: move them")),
    Gesture((Text("Double click"),), Text("A key there")),
    Gesture((Text("Right click"),), Text("Menu: ways between keys, copy")),
    Gesture((verbatim("Space"),), Text("Play, pause")),
    Gesture((verbatim("R"),), Text("Record: sliders set keys")),
    Gesture((verbatim("←"), verbatim("→")), Text("A frame back, a frame on")),
    Gesture((verbatim("Enter"),), Text("A key in the row")),
    Gesture((verbatim("Alt"), verbatim("←")), Text("Move the chosen keys")),
)
