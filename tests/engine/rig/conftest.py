"""Schemas of made-up games, known for the time of a test."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from engine.rig import schema as schemas
from engine.rig.schema import RigSchema, learn_schema
from engine.rig.schema_file import own_schema, template
from tests.engine.rig.own_schemas import FILES, VALUES


@pytest.fixture(params=sorted(FILES))
def own(request: pytest.FixtureRequest) -> Iterator[RigSchema]:
    """The same game with each of its files."""
    with forgotten():
        schema = own_schema((VALUES + FILES[request.param]).encode(), f"game-{request.param}")
        learn_schema(schema)
        yield schema


@pytest.fixture
def learnt() -> Iterator[RigSchema]:
    """The template."""
    with forgotten():
        schema = own_schema(template(), "template")
        learn_schema(schema)
        yield schema


@contextmanager
def forgotten() -> Iterator[None]:
    before = [(known, dict(known)) for known in (schemas._own, schemas._brought)]
    try:
        yield
    finally:
        for known, kept in before:
            known.clear()
            known.update(kept)
