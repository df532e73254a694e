"""Feed every reader damaged and hostile files, for as long as one wishes:

    make fuzz                                  20 000 files for each reader, anew every time
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
_PATIENCE = 60.0
"""Seconds of the clock after which a file is taken for one that never ends."""


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
    context = multiprocessing.get_context("spawn")
    done = hurt = 0
    begun = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        current = Path(folder) / f"{name}.current"
        while done < files:
            here, there = context.Pipe()
            process = context.Process(target=_serve, args=(there, name, seed, done, files, str(current)), daemon=True)
            process.start()
            there.close()
            if not here.poll(_PATIENCE) or here.recv() != READY:
                print(f"{name}: its honest files cannot be read")
                return 1
            while True:
                why = ""
                try:
                    if here.poll(_PATIENCE):
                        done, why = here.recv()
                    else:
                        done, why = done + 1, "never ended"
                        process.kill()
                except EOFError:
                    process.join()
                    if done < files:
                        done, why = done + 1, f"killed its process (exit code {process.exitcode})"
                if why:
                    hurt += 1
                    out.mkdir(parents=True, exist_ok=True)
                    (out / f"{name}-{seed}-{done}").write_bytes(current.read_bytes() if current.exists() else b"")
                    print(f"  {name} {done}: {why}", flush=True)
                if not process.is_alive() and not here.poll() or done >= files:
                    break
            process.kill()
            process.join()
    print(f"{name}: {done} files, {hurt} hurt, {time.perf_counter() - begun:.0f} s", flush=True)
    return hurt


def _serve(connection, name: str, seed: str, start: int, files: int, current: str) -> None:  # type: ignore[no-untyped-def]
    """Read files from number `start` on; tells of those that hurt, and now and then how far it is."""
    import engine  # noqa: F401

    # isort: split
    from engine.base.errors import EngineError
    from tests.fuzz.mutations import mutated
    from tests.fuzz.readers import READERS

    sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - libraries warn
    reader, path = READERS[name](), Path(current)
    for seed_file in reader.seeds:  # what is loaded once counts for no file
        path.write_bytes(seed_file)
        with contextlib.suppress(EngineError):
            reader.read(seed_file, path)
    _limit_memory()
    connection.send(READY)
    for number in range(start, files):
        data = mutated(random.Random(f"{name}/{seed}/{number}"), reader.seeds)
        path.write_bytes(data)
        began, before, why = time.process_time(), _peak(reset=True), ""
        try:
            reader.read(data, path)
        except EngineError:
            pass
        except BaseException as error:  # noqa: BLE001 - what this looks for
            why = f"{type(error).__name__}: {str(error)[:120]}"
        took, more = time.process_time() - began, _peak() - before
        if not why and took > SLOW:
            why = f"{took:.1f} s"
        if not why and more > LARGE:
            why = f"{more >> 20} MB"
        if why or number % 200 == 0 or number == files - 1:
            connection.send((number + 1, why))


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
