"""Starts everything: the editor, or a command."""

import sys


def main(argv: list[str] | None = None) -> int:
    """``facewright [PHOTO | PROJECT]`` opens the editor; a command's name as the first word runs that command."""
    _open_missing_streams()
    arguments = sys.argv[1:] if argv is None else list(argv)
    if arguments == ["--version"]:  # the quickest answer there is: nothing else is imported
        from engine.base.version import VERSION

        print(f"facewright {VERSION}")
        return 0
    if arguments[:1] == ["--child"]:  # this program started once more by itself
        from engine.process.itself import serve

        return serve(arguments[1:])
    from engine.base.display import has_display
    from engine.base.parts import sweep_own
    from engine.base.paths import data_folder
    from engine.commands import BAD_INPUT, is_command, run_command

    sweep_own(data_folder())
    if is_command(arguments):
        return run_command(arguments)
    if not has_display():
        print("facewright: there is no display for the editor (the commands do without: facewright --help)",
              file=sys.stderr)
        return BAD_INPUT
    from gui.application import run

    return run(arguments)


def _open_missing_streams() -> None:
    """A program started without a console (Windows, a packaged app) has no streams; printing must not fail there."""
    import os

    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - lives as long as the program
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115


if __name__ == "__main__":
    if getattr(sys, "frozen", False):
        from engine.process.itself import serve_multiprocessing

        status = serve_multiprocessing(sys.argv)
        if status is not None:
            sys.exit(status)
    sys.exit(main())
