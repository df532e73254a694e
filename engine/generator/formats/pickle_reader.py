"""Pickles read as the data they describe, by a machine of our own that can do nothing else.

Python's unpickler imports and calls whatever a file names. This one knows the instructions that build plain values,
and `records` for the few names a checkpoint needs; every other instruction or name is an EngineError. It is iterative,
so depth costs no stack, and every instruction makes at most what its own bytes hold, so memory stays in proportion to
the file. Arguments are decoded by the standard library's `pickletools`, which runs nothing; the few kinds that files
have by the million are decoded here.
"""

import io
import pickle
import pickletools
import struct
from collections.abc import Callable
from functools import partial
from typing import Any

from engine.base.errors import EngineError
from engine.base.limits import MOST_PICKLE_STEPS
from engine.base.text import Text
from engine.generator.formats.records import CALLS, LOAD_FROM_BYTES, MAKES, NAMES, Malformed, Name, plain_key

_LARGEST_NUMBER = 1 << 256
_CONSTANTS = {"NONE": None, "NEWTRUE": True, "NEWFALSE": False}
_NUMBERS = frozenset({"INT", "LONG", "LONG1", "LONG4"})
"""Whole numbers of any length."""
_LITERALS = frozenset({"BININT", "BININT1", "BININT2", "FLOAT", "BINFLOAT", "STRING", "BINUNICODE", "SHORT_BINUNICODE",
                       "BINUNICODE8", "UNICODE", "BINBYTES", "SHORT_BINBYTES", "BINBYTES8"})
_EMPTY: dict[str, Callable[[], Any]] = {"EMPTY_DICT": dict, "EMPTY_LIST": list, "EMPTY_TUPLE": tuple}
_MOST_SETS = 1 << 17
"""An empty one takes 216 bytes, more than anything else that a byte can make; networks have one a layer."""
_TUPLES = {"TUPLE1": 1, "TUPLE2": 2, "TUPLE3": 3}
_IGNORED = frozenset({"PROTO", "FRAME", "STOP"})
_COSTLY_OPCODES = frozenset({"INT", "LONG", "LONG1", "LONG4", "FLOAT", "STRING", "UNICODE", "GET", "PUT", "LIST",
                             "DICT", "GLOBAL", "STACK_GLOBAL", "REDUCE", "NEWOBJ", "BUILD", "BINPERSID", "TUPLE",
                             "TUPLE1", "TUPLE2", "TUPLE3"})
"""Names, calls, long numbers, and what is written as protocol 0 does: of a microsecond and more, up to ten. Tuples take
no longer, but Python's collector goes through millions of them again and again."""

Persistent = Callable[[Any], Any]
Stream = io.BytesIO | io.BufferedReader


def read_pickle(stream: Stream, file: str, persistent: Persistent | None = None,
                embedded: Callable[[bytes], Any] | None = None, most_steps: int = MOST_PICKLE_STEPS,
                most_costly: int = MOST_PICKLE_STEPS) -> Any:
    """The value one pickle describes; the stream is left behind it. Raises only EngineError.

    file:       what to call it in messages.
    persistent: what a persistent id stands for (torch's storages); without it there may be none.
    embedded:   opens a torch file that lies inside; without it there may be none.
    most_steps, most_costly: how many instructions it may have, and how many of those that take longest
    (`_COSTLY_OPCODES`).
    """
    machine = _Machine(persistent, embedded)
    try:
        machine.run(stream, most_steps, most_costly)
        return machine.pop()
    except _Refused as refused:
        raise EngineError(Text("{0}: asks for {1}, which no file of weights needs", file, repr(str(refused)[:120])),
                          Text("nothing of it was run; do not open this file with other programs")) from None
    except EngineError:
        raise
    except MemoryError:
        raise EngineError(Text("{0}: needs more memory than there is", file)) from None
    except Malformed as error:
        raise EngineError(Text("{0}: damaged, or not a file of weights: {1}", file, error.message)) from None
    except Exception as error:  # on hostile bytes pickletools lets out a dozen kinds, others with each Python
        raise EngineError(Text("{0}: damaged, or not a file of weights", file), detail=repr(error)) from None


class _Refused(Exception):  # noqa: N818 - never leaves this module
    """A name outside the allow-list."""


class _Machine:
    """The stack and the memo of one pickle."""

    def __init__(self, persistent: Persistent | None, embedded: Callable[[bytes], Any] | None) -> None:
        self.persistent, self.embedded = persistent, embedded
        self.stack: list[Any] = []
        self.marks: list[int] = []
        self.memo: dict[int, Any] = {}
        self.sets = 0

    def pop(self) -> Any:
        if self.marks and len(self.stack) <= self.marks[-1]:
            raise Malformed(Text("takes what is not there"))
        return self.stack.pop()

    def pop_mark(self) -> list[Any]:
        start = self.marks.pop()
        values = self.stack[start:]
        del self.stack[start:]
        return values

    def run(self, stream: Stream, most_steps: int, most_costly: int) -> None:
        """Every instruction up to the one that ends a pickle."""
        read, by_code, costly = stream.read, _BY_CODE, 0
        for _ in range(most_steps):
            code = read(1)
            instruction = by_code.get(code)
            if instruction is None:
                known = [one.name for one in pickletools.opcodes if one.code.encode("latin-1") == code]
                raise _Refused(f"the instruction {known[0]}") if known else ValueError(code)
            argument, action, costs = instruction
            action(self, argument and argument(stream))
            if costs:
                costly += costs
                if costly > most_costly:
                    break
                if code == pickle.STOP:
                    return
        raise Malformed(Text("has too many parts"))

    def push_literal(self, value: Any) -> None:
        self.stack.append(value)

    def push_number(self, value: int) -> None:
        if abs(value) >= _LARGEST_NUMBER:
            raise Malformed(Text("a number is too large"))
        self.stack.append(value)

    def push_tuple(self, count: int) -> None:
        stack = self.stack
        if len(stack) - count < (self.marks[-1] if self.marks else 0):
            raise Malformed(Text("takes what is not there"))
        if count == 1:
            stack[-1] = (stack[-1],)
        else:
            stack[-count:] = [tuple(stack[-count:])]

    def mark(self, _: Any) -> None:
        self.marks.append(len(self.stack))

    def drop(self, _: Any) -> None:
        self.pop()

    def drop_marked(self, _: Any) -> None:
        self.pop_mark()

    def make_tuple(self, _: Any) -> None:
        self.stack.append(tuple(self.pop_mark()))

    def make_list(self, _: Any) -> None:
        self.stack.append(self.pop_mark())

    def make_dict(self, _: Any) -> None:
        values = self.pop_mark()
        self.stack.append({})
        self._put(values)

    def make_set(self, _: Any) -> None:
        self.sets += 1
        if self.sets > _MOST_SETS:
            raise Malformed(Text("has too many parts"))
        self.stack.append(set())

    def append(self, _: Any) -> None:
        value = self.pop()
        self._target(list).append(value)

    def extend(self, _: Any) -> None:
        values = self.pop_mark()
        self._target(list).extend(values)

    def add(self, _: Any) -> None:
        values = self.pop_mark()
        self._target(set).update(plain_key(value) for value in values)

    def set_item(self, _: Any) -> None:
        value, key = self.pop(), self.pop()
        self._target(dict)[key if type(key) is str else plain_key(key)] = value

    def set_items(self, _: Any) -> None:
        self._put(self.pop_mark())

    def _put(self, values: list[Any]) -> None:
        table = self._target(dict)
        if len(values) % 2:
            raise Malformed(Text("a key has no value"))
        for key, value in zip(values[::2], values[1::2], strict=True):
            table[key if type(key) is str else plain_key(key)] = value

    def _target(self, kind: type) -> Any:
        if not self.stack or type(self.stack[-1]) is not kind:
            raise Malformed(Text("puts something into what is no {0}", kind.__name__))
        return self.stack[-1]

    def memoize(self, _: Any) -> None:
        self.memo[len(self.memo)] = self.stack[-1]

    def put(self, place: int) -> None:
        self.memo[place] = self.stack[-1]

    def get(self, place: int) -> None:
        self.stack.append(self.memo[place])

    def name(self, argument: str) -> None:
        module, _, name = argument.partition(" ")
        self._push_name(module, name)

    def stack_name(self, _: Any) -> None:
        name, module = self.pop(), self.pop()
        if not (type(name) is str and type(module) is str):
            raise Malformed(Text("a name is not a text"))
        self._push_name(module, name)

    def _push_name(self, module: str, name: str) -> None:
        if (module, name) not in _NAMES:
            raise _Refused(f"{module}.{name}")
        self.stack.append(_NAMES[module, name])

    def reduce(self, _: Any) -> None:
        arguments, name = self.pop(), self.pop()
        if not (type(name) is Name and type(arguments) is tuple):
            raise Malformed(Text("calls what is no name"))
        place = (name.module, name.name)
        if place == LOAD_FROM_BYTES:
            if self.embedded is None or len(arguments) != 1 or type(arguments[0]) is not bytes:
                raise Malformed(Text("has a file inside where none may be"))
            self.stack.append(self.embedded(arguments[0]))
        elif place in CALLS:
            self.stack.append(CALLS[place](*arguments))
        else:
            raise Malformed(Text("calls {0}.{1}, which cannot be called", name.module, name.name))

    def new(self, _: Any) -> None:
        arguments, name = self.pop(), self.pop()
        if not (type(name) is Name and (name.module, name.name) in MAKES and arguments == ()):
            raise Malformed(Text("makes what it must not"))
        self.stack.append(MAKES[name.module, name.name]())

    def build(self, _: Any) -> None:
        state = self.pop()
        target = self.stack[-1]
        if isinstance(target, dict) and isinstance(state, dict) and not state:
            return  # torch hangs its (empty) attributes on an OrderedDict
        if isinstance(target, dict) and isinstance(state, dict) and set(state) <= {"_metadata"}:
            return
        if not hasattr(target, "build"):
            raise Malformed(Text("gives a state to what has none"))
        target.build(state)

    def resolve(self, _: Any) -> None:
        if self.persistent is None:
            raise Malformed(Text("refers to data outside"))
        self.stack.append(self.persistent(self.pop()))


_NAMES = {place: Name(*place) for place in NAMES}


def _pushing(make: Callable[[], Any]) -> Callable[[_Machine, Any], None]:
    return lambda machine, _: machine.stack.append(make())


def _same(value: Any) -> Any:
    return value


def _push_tuple(count: int, machine: _Machine, _: Any) -> None:
    machine.push_tuple(count)


_ACTIONS: dict[str, Callable[[_Machine, Any], None]] = {
    "MARK": _Machine.mark, "POP": _Machine.drop, "POP_MARK": _Machine.drop_marked, "TUPLE": _Machine.make_tuple,
    "LIST": _Machine.make_list, "EMPTY_SET": _Machine.make_set, "DICT": _Machine.make_dict,
    "APPEND": _Machine.append, "APPENDS": _Machine.extend, "ADDITEMS": _Machine.add,
    "SETITEM": _Machine.set_item, "SETITEMS": _Machine.set_items,
    "MEMOIZE": _Machine.memoize, "PUT": _Machine.put, "BINPUT": _Machine.put, "LONG_BINPUT": _Machine.put,
    "GET": _Machine.get, "BINGET": _Machine.get, "LONG_BINGET": _Machine.get, "GLOBAL": _Machine.name,
    "STACK_GLOBAL": _Machine.stack_name, "REDUCE": _Machine.reduce, "NEWOBJ": _Machine.new, "BUILD": _Machine.build,
    "BINPERSID": _Machine.resolve, **dict.fromkeys(_LITERALS, _Machine.push_literal),
    **dict.fromkeys(_NUMBERS, _Machine.push_number), **dict.fromkeys(_IGNORED, lambda machine, _: None),
    **{name: _pushing(partial(_same, value)) for name, value in _CONSTANTS.items()},
    **{name: _pushing(kind) for name, kind in _EMPTY.items()},
    **{name: partial(_push_tuple, count) for name, count in _TUPLES.items()},
}


def _binary(form: str) -> Callable[[Stream], Any]:
    unpack, size = struct.Struct(form).unpack, struct.calcsize(form)
    return lambda stream: unpack(stream.read(size))[0]


def _text(form: str) -> Callable[[Stream], str]:
    length = _binary(form)

    def read(stream: Stream) -> str:
        count = length(stream)
        data = stream.read(count)
        if len(data) != count:
            raise Malformed(Text("takes what is not there"))
        return data.decode("utf-8", "surrogatepass")

    return read


_READERS: dict[str, Callable[[Stream], Any]] = {
    "BININT": _binary("<i"), "BININT1": _binary("<B"), "BININT2": _binary("<H"), "BINFLOAT": _binary(">d"),
    "BINPUT": _binary("<B"), "LONG_BINPUT": _binary("<I"), "BINGET": _binary("<B"), "LONG_BINGET": _binary("<I"),
    "SHORT_BINUNICODE": _text("<B"), "BINUNICODE": _text("<I"),
}
"""Of the arguments that there are millions of."""
_BY_CODE = {one.code.encode("latin-1"): (_READERS.get(one.name, one.arg.reader) if one.arg is not None else None,
                                        _ACTIONS[one.name], 1 if one.name in {*_COSTLY_OPCODES, "STOP"} else 0)
            for one in pickletools.opcodes if one.name in _ACTIONS}
"""How to read the instruction's argument, what to do, and whether it is a costly one or the last, by its byte: one
look-up for each of millions."""
