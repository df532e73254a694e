"""The screen's puppet and the one that is written to a file are given one reading of the mouth."""

from types import SimpleNamespace

import numpy as np

from engine.base.jobs import run
from engine.expression.puppet_renderer import PuppetRenderer
from engine.networks.residency import Residency
from engine.photo.open_photo import OpenPhoto
from engine.photo.picture import Picture


def test_what_is_between_the_lips_is_decided_once(samples, analyser, monkeypatch):
    pixels = samples["smile"]
    face = analyser.faces(pixels)[0]
    native = pixels.astype(np.uint16) * 257  # a puppet of its own, of other depth
    photo = OpenPhoto(Picture(pixels, native, None, "smile", None, "png"), (face,))
    renderer = PuppetRenderer(lambda: None, lambda: None, Residency(), lambda: SimpleNamespace(of=lambda *_: _none()))
    given = []

    def kept(*_, mouth=None, **__):
        given.append(mouth)
        yield from ()
        return SimpleNamespace(bytes_held=0, release=lambda: None, put_on=lambda keys: None)

    monkeypatch.setattr("engine.puppet.prepare.prepare_puppet", kept)
    for native_too in (True, False):
        run(renderer._pinned(photo, 0, native_too))
    assert given[0] is not None and given[0].teeth is not None
    assert given[0] is given[1]


def _none():
    yield from ()
    return None
