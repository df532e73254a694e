"""What helps against an error, as data: somebody at a command line is told what to type, somebody at a window gets a
button that does it."""

from enum import StrEnum

from engine.base.text import Text


class Cure(StrEnum):
    """What a window can offer to do. NOTHING: there are only words, or nothing to be done there at all. MODEL: get one.
    MODELS: check, import, agree to a licence. NETWORK, GRAPHICS: the settings of these. FACE: look for it."""

    NOTHING = ""
    MODEL = "model"
    MODELS = "models"
    NETWORK = "network"
    GRAPHICS = "graphics"
    FACE = "face"


class Remedy(Text):
    """A hint. As a string it is `typed`, what to do at a command line; a window shows `words`, which may be none.

    cure: what can be done in a window. what: on what, a model's id, say.
    """

    cure: Cure
    what: str

    def __new__(cls, typed: str, words: Text | None = None, cure: Cure = Cure.NOTHING, what: str = "") -> "Remedy":
        words = Text() if words is None else words
        remedy = str.__new__(cls, typed)
        remedy.template, remedy.values, remedy.context = words.template, words.values, words.context
        remedy.cure, remedy.what = cure, what
        return remedy

    @property
    def words(self) -> Text:
        return Text.made_of(self.template, self.values)

    def __reduce__(self) -> tuple[type["Remedy"], tuple[str, ...]]:
        return Remedy, (str(self), self.words, self.cure, self.what)


def typed(words: str) -> Remedy:
    """What only somebody at a command line can do."""
    return Remedy(words)


def get_model(model_id: str) -> Remedy:
    return Remedy(f"get it with `facewright models get {model_id}`", Text("it can be had under Models"), Cure.MODEL,
                  model_id)


def get_model_again(model_id: str) -> Remedy:
    return Remedy(f"get it again with `facewright models get {model_id}`", Text("it can be had again under Models"),
                  Cure.MODEL, model_id)


def check_model(model_id: str, typed_words: str = "") -> Remedy:
    return Remedy(typed_words or f"run `facewright models verify {model_id}`",
                  Text("Models can check it and get it again"), Cure.MODELS, model_id)


def import_model(typed_words: str, model_id: str = "") -> Remedy:
    """typed_words: what else may help, and the command."""
    return Remedy(typed_words, Text("files that you have can be imported under Models"), Cure.MODELS, model_id)


def go_online(model_id: str) -> Remedy:
    return Remedy("unset FACEWRIGHT_OFFLINE, or import the files with `facewright models import`",
                  Text("allow downloads in the settings, or import the files under Models"), Cure.NETWORK, model_id)


def find_face() -> Remedy:
    return Remedy("look for it first: `facewright attributes invert PHOTO`",
                  Text("look for it first, under Attributes"), Cure.FACE)


def draw_otherwise() -> Remedy:
    return Remedy("set FACEWRIGHT_GL=software or FACEWRIGHT_GL=none",
                  Text("choose in the settings to draw without the graphics card"), Cure.GRAPHICS)
