"""What hands and keys do on a slider and on a knob (`ValueControl`, `ControlRow`, `ValueField`), as help says it."""

from engine.base.text import Text, verbatim
from gui.controls.help_topic import Gesture

_SHIFT, _CTRL = verbatim("Shift"), verbatim("Ctrl")
_DRAG = Text("Drag")

TITLE = Text("On a slider or knob")
GESTURES = (
    Gesture((_DRAG,), Text("Change the value; a knob turns up and to the right")),
    Gesture((_SHIFT, _DRAG), Text("Ten times finer")),
    Gesture((_CTRL, _DRAG), Text("In whole steps")),
    Gesture((Text("Double click"),), Text("Back to the default")),
    Gesture((Text("Click the number"),), Text("Type a value, or a change such as +=2")),
    Gesture((Text("Wheel over the number"),), Text("A step up or down, once the pointer rests there")),
    Gesture((verbatim("Alt"), Text("Wheel")),
            Text("A step, over the slider; with Shift a fine one, with Ctrl a whole one")),
    Gesture((Text("Right click"),), Text("Menu: reset, copy, paste, favourite, lock")),
    Gesture((_SHIFT, verbatim("F10")), Text("The same menu, for what has the focus")),
    Gesture((verbatim("←"), verbatim("→")), Text("A step; with Shift a fine one, with Ctrl a whole one")),
    Gesture((verbatim("PgUp"), verbatim("PgDn")), Text("A large step")),
    Gesture((verbatim("Home"), verbatim("End")), Text("The least and the greatest value")),
    Gesture((verbatim("Del"),), Text("Back to the default, by keyboard")),
    Gesture((verbatim("Enter"),), Text("Type a value; so does any digit")),
    Gesture((_CTRL, verbatim("C")), Text("Copy the value")),
    Gesture((_CTRL, verbatim("V")), Text("Paste a value")),
    Gesture((verbatim("Esc"),), Text("While dragging: as if nothing had happened")),
)
