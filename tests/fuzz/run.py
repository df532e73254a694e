"""Feed every reader damaged and hostile files, for as long as one wishes:

    make fuzz                                  20 000 files for each reader, anew every time; a fiftieth of that for
                                               those that start a process for each file
    python -m tests.fuzz [READER ...] [--files N] [--seed S] [--out FOLDER]

Each reader runs in a process of its own, within limits of memory and time. A file that kills it, takes more than 5 s of
the processor or more than 1 GB, or raises anything but EngineError is kept in FOLDER with a line of what it did; the
exit status is then 1.
"""

import argparse
import contextlib
import multiprocessing
import os
import random
import sys
import tempfile
import time
from pathlib import Path

READY = "ready"
SLOW, LARGE = 5.0, 1 << 30
_NEVER, _CLOCK = 30.0, 600.0
"""Seconds of the processor, and of the clock, after which one file is taken for one that never ends."""


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("readers", nargs="*")
    options.add_argument("--files", type=int, default=20_000)
    options.add_argument("--seed", default=None)
    options.add_argument("--out", type=Path, default=Path("out/fuzz"))
    chosen = options.parse_args()
    from tests.fuzz.readers import READERS

    seed = chosen.seed or str(time.time_ns())
    print(f"seed {seed}")
    found = sum(_fuzz(name, chosen.files, seed, chosen.out) for name in chosen.readers or READERS)
    return 1 if found else 0


def _fuzz(name: str, files: int, seed: str, out: Path) -> int:
    """How many files of one reader were found to hurt. Goes on behind one that killed or stopped its process."""
    from tests.fuzz.readers import READERS

    context = multiprocessing.get_context("spawn")
    files = max(1, files // READERS[name].share)
    hurt, begun = 0, time.perf_counter()
    at = context.Value("q", 0)  # the file that is being read
    with tempfile.TemporaryDirectory() as folder:
        current = Path(folder) / f"{name}.current"
        while at.value < files:
            here, there = context.Pipe()
            process = context.Process(target=_serve, args=(there, name, seed, at, files, str(current)), daemon=True)
            process.start()
            there.close()
            if not here.poll(_CLOCK) or here.recv() != READY:
                print(f"{name}: its honest files cannot be read")
                return 1
            while at.value < files:
                done, why = _news(here, process, at)
                if why:
                    hurt += 1
                    out.mkdir(parents=True, exist_ok=True)
                    (out / f"{name}-{seed}-{done}").write_bytes(current.read_bytes() if current.exists() else b"")
                    print(f"  {name} {done}: {why}", flush=True)
                    if not process.is_alive():
                        break
                    here.send(READY)
            process.kill()
            process.join()
    print(f"{name}: {files} files, {hurt} hurt, {time.perf_counter() - begun:.0f} s", flush=True)
    return hurt


def _news(here, process, at) -> tuple[int, str]:  # type: ignore[no-untyped-def]
    """Which file hurt, and why; "" when all are read. A process that died, or had to be, has ended when this returns,
    and `at` stands behind its file."""
    import psutil

    child, number, since, spent = psutil.Process(process.pid), -1, 0.0, 0.0
    while True:
        try:
            if here.poll(1.0):
                return here.recv()  # type: ignore[no-any-return]
            clock, used = time.monotonic(), sum(child.cpu_times()[:2])
            if number != at.value:
                number, since, spent = at.value, clock, used
            if used - spent <= _NEVER and clock - since <= _CLOCK:
                continue
            why = "never ended"
            process.kill()
            process.join()
        except (EOFError, psutil.Error):
            process.join()
            why = f"killed its process (exit code {process.exitcode})"
        at.value += 1
        return at.value - 1, why


def _serve(connection, name: str, seed: str, at, files: int, current: str) -> None:  # type: ignore[no-untyped-def]
    """Read the files from number `at` on; tells of each that hurts, and when all are read."""
    import engine  # noqa: F401

    # isort: split
    from engine.base.errors import EngineError
    from tests.fuzz.mutations import mutated
    from tests.fuzz.readers import READERS

    sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - libraries warn
    reader, path = READERS[name].make(), Path(current)
    for seed_file in reader.seeds:  # what is loaded once counts for no file
        path.write_bytes(seed_file)
        with contextlib.suppress(EngineError):
            reader.read(seed_file, path)
    _limit_memory()
    connection.send(READY)
    for number in range(at.value, files):
        at.value = number
        data = mutated(random.Random(f"{name}/{seed}/{number}"), reader.seeds)
        path.write_bytes(data)
        began, before, why = _spent(), _peak(reset=True), ""
        try:
            reader.read(data, path)
        except EngineError:
            pass
        except BaseException as error:  # noqa: BLE001 - what this looks for
            why = f"{type(error).__name__}: {str(error)[:120]}"
        took, more = _spent() - began, _peak() - before
        if not why and took > SLOW:
            why = f"{took:.1f} s"
        if not why and more > LARGE:
            why = f"{more >> 20} MB"
        if why:
            connection.send((number, why))
            connection.recv()  # it was kept
    at.value = files
    connection.send((files, ""))


def _spent() -> float:
    """Seconds of the processor that this process and those that it waited for have taken."""
    return sum(os.times()[:4])


def _limit_memory() -> None:
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_size() + 4 * LARGE,) * 2)
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (ImportError, OSError, ValueError):
        pass


def _size() -> int:
    import psutil

    return int(psutil.Process().memory_info().vms)


def _peak(reset: bool = False) -> int:
    """Bytes this process has held at most since the last reset; on Linux, else 0."""
    try:
        if reset:
            Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
        status = Path("/proc/self/status").read_text(encoding="ascii")
        return int(status.split("VmHWM:")[1].split()[0]) << 10
    except (OSError, IndexError):
        return 0
