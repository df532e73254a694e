"""Characters drawn at random for a database, as the face-nn tools draw theirs, and the noise they put on labels."""

import numpy as np

from engine.rig.schema import CHOICE, ONE_HOT, WHOLE, load_schema
from engine.rig.values import RigValues

SCHEMA = "face-nn"
"""The schema whose values a `db_description` holds."""
BONES, GREY, STYLES = 95, 95, 3
"""Values of bone; the brow's grey; brow styles, of which exactly one is 1."""
TRAIN, TEST = 0, 1
"""The two halves of a database draw from streams of their own: no record is in both, however large either grows."""

_VALUES, _NOISE = 0, 1


def drawn_values(seed: int, half: int, index: int, schema_name: str = SCHEMA) -> np.ndarray:
    """(n,) float32: where in its range each value of a rig is, uniform in 0..1; of each choice one. Of face-nn, whose
    ranges are 0 to 1, these are the values: every bone and the brow's grey, and one of three styles.

    Each record has a stream of its own, so that it is the same whoever draws it and however many there are.
    """
    schema = load_schema(schema_name)
    generator = stream(seed, half, index, _VALUES)
    values = np.zeros(len(schema.slots), np.float32)
    loose = [place for place, slot in enumerate(schema.slots) if slot.kind != ONE_HOT]
    values[loose] = generator.random(len(loose), np.float32)
    for place in loose:
        slot = schema.slots[place]
        if slot.kind in (WHOLE, CHOICE):
            values[place] = (slot.at(float(values[place])) - slot.minimum) / (slot.maximum - slot.minimum)
    for places in schema.one_hot:
        values[places[int(generator.integers(len(places)))]] = 1
    return values


def drawn_rig(seed: int, half: int, index: int, shape: str, schema_name: str = SCHEMA) -> RigValues:
    """The same as rig values. shape: where the rig has role shapes."""
    schema = load_schema(schema_name)
    values = schema.of_shares(drawn_values(seed, half, index, schema_name), shape if schema.shapes else "")
    return RigValues.of(schema_name, schema.settled(values.array()), values.shape)


def noisy_label(values: np.ndarray, seed: int, half: int, index: int) -> np.ndarray:
    """(99,) float32: what the file says of a picture whose values are these, with the face-nn tools' label noise.

    Each bone value is replaced with probability 1/95 (so about one in a record is) by `disturbed`. Paint keeps what it
    is. The picture keeps all of its values.
    """
    generator = stream(seed, half, index, _NOISE)
    place = np.arange(BONES)
    hit = generator.integers(0, BONES, BONES) == place
    offset = generator.integers(-40, 40, BONES)
    label = np.array(values, np.float32)
    label[:BONES] = np.where(hit, disturbed(label[:BONES], offset), label[:BONES])
    return label


def disturbed(value: np.ndarray, offset: np.ndarray) -> np.ndarray:
    """What label noise makes of values: (30 v + 30 + offset) / 100, offset a whole number from -40 to 39."""
    return (30 * np.asarray(value, np.float32) + 30 + offset) / 100


def stream(seed: int, half: int, index: int, what: int) -> np.random.Generator:
    """One of the random streams of a record: 0 its values, 1 noise on its label, 2 how it looks."""
    return np.random.Generator(np.random.PCG64([seed, half, index, what]))
