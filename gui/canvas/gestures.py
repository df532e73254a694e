"""What hands and keys do on the photo (`Canvas`), as help says it."""

from engine.base.text import Text, verbatim
from gui.controls.help_topic import Gesture

TITLE = Text("On the photo")
GESTURES = (
    Gesture((Text("Click"),), Text("Choose the face to edit")),
    Gesture((Text("Wheel"),), Text("Zoom at the pointer")),
    Gesture((Text("Drag"),), Text("Move the photo")),
    Gesture((Text("Double click"),), Text("Whole photo, or one to one")),
    Gesture((Text("Hold"), verbatim("\\")), Text("See the original")),
    Gesture((Text("Right click"),), Text("Menu: original, copy the picture, export, zoom")),
    Gesture((verbatim("+"), verbatim("−")), Text("Zoom in and out")),
    Gesture((verbatim("←"), verbatim("→"), verbatim("↑"), verbatim("↓")), Text("Move the photo, by keyboard")),
    Gesture((verbatim("["), verbatim("]")), Text("The face before, the next face")),
    Gesture((verbatim("Space"), Text("Drag")), Text("Move the photo, whatever lies under the hand")),
    Gesture((verbatim("Esc"),), Text("Put the wipe line away")),
)
