"""Starts everything: the editor, or a command."""

import sys


def main(argv: list[str] | None = None) -> int:
    """``facewright [PHOTO | PROJECT | FOLDER ...]`` opens the editor; a command's name as the first word runs that
    command."""
    try:
        if argv is None:
            _read_names_as_libraries_do()
        return _main(sys.argv[1:] if argv is None else list(argv), alone=argv is None)
    except KeyboardInterrupt:  # before there is a command that could say so, or while it says so
        print("facewright: cancelled", file=sys.stderr)
        return 130
    finally:
        if argv is None:
            _end_quietly()


def _main(arguments: list[str], alone: bool) -> int:
    """alone: the process is ours, and with it its signals; not so in tests."""
    closed = _open_missing_streams()
    _print_every_name()
    if arguments[:1] == ["--child"]:  # this program started once more by itself
        from engine.process.itself import serve

        return serve(arguments[1:])
    if arguments == ["--version"]:
        return _version()
    from engine.commands import BAD_INPUT, is_command, run_command

    command = is_command(arguments)
    if command and alone:
        from engine.commands.interrupts import listen

        listen()
    from engine.models.leftovers import tidy

    tidy()
    if command:
        return run_command(arguments)
    from engine.base.display import has_display

    if not has_display():
        print("facewright: there is no display for the editor (the commands do without: facewright --help)",
              file=sys.stderr)
        return BAD_INPUT
    if closed:  # nobody reads what libraries print, and that must not fail
        _put_nowhere_behind_output()
    from gui.application import run

    return run(arguments)


def _version() -> int:
    """The quickest answer there is: what ends a command is imported only when the output does not go through."""
    try:
        return _tell_version()
    except OSError:
        from engine.commands.ending import carried_out

        return carried_out(_tell_version)


def _tell_version() -> int:
    from engine.base.version import VERSION

    print(f"facewright {VERSION}")
    sys.stdout.flush()  # while somebody can still be told that it does not go through
    return 0


def _read_names_as_libraries_do() -> None:
    """Where the user's locale is not of UTF-8, start Python anew so that names of files are, as Qt and others have it.

    What is printed stays in the locale's letters. Names that are no UTF-8 are kept byte by byte in any case.
    """
    import os

    if os.name != "posix" or getattr(sys, "frozen", False) or sys.flags.utf8_mode \
            or sys.getfilesystemencoding() == "utf-8":
        return
    if sys.stdout is not None:
        os.environ.setdefault("PYTHONIOENCODING", sys.stdout.encoding)
    os.execv(sys.executable, [sys.executable, "-X", "utf8", *sys.orig_argv[1:]])


def _print_every_name() -> None:
    """Printing may not fail where a name cannot be written in the terminal's letters."""
    import codecs
    import io

    codecs.register_error("names", _as_it_is)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="names")


def _as_it_is(error: UnicodeError) -> tuple[str | bytes, int]:
    """Print a name that is no text by its own bytes, and letters that the terminal lacks by their numbers."""
    import codecs

    try:
        return codecs.lookup_error("surrogateescape")(error)
    except UnicodeError:
        return codecs.lookup_error("backslashreplace")(error)


def _open_missing_streams() -> bool:
    """A program started without a console (Windows, a packaged app) has no streams; printing must not fail there.

    Returns whether whoever started us has closed the standard output (``>&-``). Then a command that has something to
    say fails, as with any output that does not go through.
    """
    import os

    closed = False
    for number in range(3) if os.name == "posix" else ():
        try:
            os.fstat(number)
        except OSError:  # the next file that is opened must not be taken for this stream
            os.open(os.devnull, os.O_WRONLY if number == 2 else os.O_RDONLY)
            closed = closed or number == 1
    if sys.stdout is None:
        where = 1 if closed else os.devnull
        sys.stdout = open(where, "w", encoding="utf-8", closefd=not closed)  # noqa: SIM115 - lives as long as we
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    return closed


def _put_nowhere_behind_output() -> None:
    import os

    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)


def _end_quietly() -> None:
    """From now on Ctrl-C ends the process at once, not with a traceback from its last breath."""
    import signal

    if signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.SIG_DFL)


if __name__ == "__main__":
    if sys.flags.safe_path:  # as a child: Python was told not to import from this file's folder, which alone is ours
        import os

        sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
    if getattr(sys, "frozen", False):
        from engine.process.itself import serve_multiprocessing

        status = serve_multiprocessing(sys.argv)
        if status is not None:
            sys.exit(status)
    sys.exit(main())
