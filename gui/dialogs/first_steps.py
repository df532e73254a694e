"""The first steps in the editor, as the page of help shows them."""

from dataclasses import dataclass

from engine.base.text import Text


@dataclass(frozen=True)
class FirstStep:
    """picture: the icon on what is meant."""

    picture: str
    title: Text
    words: Text


FIRST_STEPS = (
    FirstStep("open", Text("Open a photo"),
        Text("Drop it on the window, paste it, or choose it with Open. A frame shows each face; click the one you "
             "want.")),
    FirstStep("expression", Text("Drag a slider"),
        Text("The face follows at once. A preset is a whole expression, and Amount says how much of it you get.")),
    FirstStep("compare", Text("Compare with the original"),
        Text("Hold the button with the eye, or the backslash key. The wipe shows before and after side by side.")),
    FirstStep("face", Text("Change what somebody looks like"),
        Text("Under Attributes are age, hair, glasses, light and more. The face is looked for first, which takes a "
             "while; then the knobs turn.")),
    FirstStep("rig", Text("Make a game character"),
        Text("Under Rig, Fit to photo shapes a game's head like the face in the photo. Drag the head to turn it.")),
    FirstStep("history", Text("Go back and forth"),
        Text("Every step can be undone. History lists them all; a click goes there.")),
    FirstStep("save", Text("Keep the work"),
        Text("Saving writes a project beside the photo. The photo itself is never touched.")),
    FirstStep("export", Text("Take it elsewhere"),
        Text("Export writes the picture at its own size, or the rig in the files that games and 3D programs read.")),
)
