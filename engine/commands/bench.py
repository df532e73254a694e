"""``facewright bench``"""

import argparse


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", nargs="?", choices=["live"], default="live", help="what to measure (default: live)")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    parser.set_defaults(action=bench)


def bench(options: argparse.Namespace) -> None:
    from engine.bench import bench_live, table
    from engine.commands.output import finish, print_json
    from engine.models.store import ModelStore

    report = finish(bench_live(ModelStore()))
    if options.json:
        print_json(report.as_data())
        return
    machine = report.machine
    print(f"{machine['processor']}, {machine['cores']} cores, load {machine['load_1min']}, "
          f"drawn by {machine['renderer']}\n")
    print(table(report))
