"""The engine's commonest errors in the language of the window.

The engine speaks English and knows no Qt. Its texts are made from templates in its sources; a message that fits one of
those listed here is told by the translation of the template, with the same names and numbers in it. Whatever fits none
stays as it is. A test holds every template against the engine's sources.
"""

import re
from functools import cache

from engine.base.errors import EngineError
from engine.base.text import verbatim
from gui.words.language import translated

TEMPLATES = (
    # pictures
    "{0} is a folder, not a picture",
    "{0} is not an ordinary file",
    "{0} is too large: {1} MB, at most {2} MB",
    "{0} is too large: more than {1} MB",
    "{0} is too large: {1} x {2} pixels",
    "at most {0} pixels a side and {1} megapixels",
    "{0} is too large for this machine's memory",
    "{0} is empty",
    "{0} has no pixels",
    "{0} is damaged and cannot be read",
    "{0} is damaged, or of a 16-bit kind that cannot be read",
    "{0} is not a picture that can be read",
    "PNG, JPEG, WebP, TIFF and BMP can be read, whatever the file is called",
    "there is no file {0}",
    "cannot read {0}: {1}",
    "no face was found in the picture",
    "use a sharper or larger picture of the face",
    "open a photo in which the face is clearer",
    "that photo is no longer open",
    "open it again",
    # writing
    "{0}: cannot be read: {1}",
    "{0}: cannot be written: {1}",
    "{0}: is a folder, not a file name",
    "{0}: cannot write a picture of the kind {1}",
    "end the name in .png, .jpg, .webp, .tif or .bmp",
    "{0} is the photo itself, which is never written over",
    "{0} is one of the photos, which are never written over",
    "choose another name",
    "choose another folder",
    "{0} was changed by another program since it was opened",
    # projects and presets
    "{0}: not a Facewright project",
    "{0}: a damaged project: {1}",
    "{0}: a damaged project: its description cannot be read",
    "{0}: made by a newer Facewright (project version {1}; this one reads {2})",
    "update Facewright to open it",
    "update Facewright",
    "{0}: damaged, or not what its name says",
    "{0}: a preset of this name comes with Facewright",
    "{0}: there is a preset of this name already",
    # rigs
    "{0}: not a .bytes rig file",
    "it must begin with the role shape 3 or 4",
    "{0}: {1} bytes, but a face-nn file has {2}",
    "it is cut short",
    "{0}: holds values that are not finite numbers",
    "{0}: not a rig file",
    # models and machine
    "get it with `facewright models get {0}`",
    "the model {0} is not on this machine, and downloads are switched off",
    "unset FACEWRIGHT_OFFLINE, or import the files with `facewright models import`",
    "{0} could not be downloaded: {1}",
    "check the network",
    "cannot write to {0}: {1}",
    "there is no file or folder {0}",
    "{0} holds no file of the model {1}",
    "files are known by their sha256; another version of the model will not do",
    "the graphics card has not enough memory for that",
    "this machine has not enough memory for that",
    "close other programs",
    "the licence of {0} does not allow commercial use: {1}",
    "to accept that, add --accept-licence",
    # faces in a generator
    "the face has not been looked for in the generator yet",
    "look for it first: `facewright attributes invert PHOTO`",
    "the search for the face lost its way",
    "try another picture of the person",
    "no face is seen in what the generator draws",
    "look for the face again, in full",
    "the generator draws no face any more",
    "ask for less",
    "{0}: {1} of what was asked",
    "the face has moved away from the person (identity distance {0})",
    # keys of the live puppet
    "whether it is still the same person could not be measured",
    "it became another face (identity distance {0}, at most {1})",
    "it shows somebody else (identity distance {0})",
    "only {0} of it could be drawn",
    "no face is seen in it",
    "the photo shows it already",
    "the head turned",
    "its eyes did not close",
    "it does not smile",
    "its smile shows no teeth",
    "it still smiles",
    "its mouth stayed open",
    "closed-eyes",
    "smile",
    "neutral",
    # what jobs say they are doing, with numbers or names in it
    "looking for the face: step {0} of {1}",
    "drawing the {0} key",
)
"""Texts as the engine's sources have them, each value in them a number in braces."""


def told(text: str) -> str:
    """A message or hint of the engine in the language in use; as it is when nobody translated it."""
    for template in _by_length():
        found = _pattern(template).fullmatch(text)
        if found:
            return translated("errors", template).format(*(translated("errors", value) for value in found.groups()))
    return text


def doing(message: str) -> str:
    """What a job says that it is doing, in the language in use."""
    return told(translated("engine", message))


def told_error(error: EngineError) -> EngineError:
    """The same error in the language in use, of the same kind."""
    message, hint = told(error.message), told(error.hint)
    if (message, hint) == (error.message, error.hint):
        return error
    return type(error)(verbatim(message), verbatim(hint), error.detail)


@cache
def _by_length() -> tuple[str, ...]:
    """The templates that say most come first: "{0} is empty" would fit many a text."""
    return tuple(sorted(TEMPLATES, key=lambda template: len(re.sub(r"\{\d\}", "", template)), reverse=True))


@cache
def _pattern(template: str) -> re.Pattern[str]:
    first, *rest = map(re.escape, re.split(r"\{\d\}", template))
    # The first value is mostly a path, which may hold whatever stands after it; the others are short.
    return re.compile(first + "".join(("(.+)" if not at else "(.+?)") + words for at, words in enumerate(rest)),
                      re.DOTALL)
