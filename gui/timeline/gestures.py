"""What hands and keys do on the timeline (`Ruler`, `Lanes`), as help says it."""

from engine.base.text import Text, verbatim
from gui.controls.help_topic import Gesture

TITLE = Text("On the timeline")
GESTURES = (
    Gesture((Text("Drag"),), Text("On the ruler: another moment; on keys and takes: move them")),
    Gesture((verbatim("Alt"), Text("Drag")), Text("Move between frames")),
    Gesture((verbatim("Shift"), Text("Click")), Text("Choose one key more")),
    Gesture((Text("Double click"),), Text("A key there")),
    Gesture((Text("Right click"),), Text("Menu: ways between keys, copy, paste, delete")),
    Gesture((verbatim("Ctrl"), Text("Wheel")), Text("See more of the time, or less")),
    Gesture((verbatim("Space"),), Text("Play, pause")),
    Gesture((verbatim("R"),), Text("Record: sliders set keys")),
    Gesture((verbatim("←"), verbatim("→")), Text("A frame back, a frame on; with Shift ten")),
    Gesture((verbatim("Ctrl"), verbatim("←")), Text("To the key before; with → to the next")),
    Gesture((verbatim("↑"), verbatim("↓")), Text("The row before, the next row")),
    Gesture((verbatim("Enter"),), Text("A key in the row; with Shift its curve")),
    Gesture((verbatim("Alt"), verbatim("←")), Text("Move the chosen keys; with ↑ and ↓ their values")),
    Gesture((verbatim("Del"),), Text("Delete what is chosen")),
)
