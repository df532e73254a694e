"""``facewright models``: what is on this machine, and getting the rest."""

import argparse
import sys
from typing import TYPE_CHECKING

from engine.base.errors import EngineError
from engine.base.text import Text
from engine.commands.parser import Parser, given

if TYPE_CHECKING:
    from engine.models.catalogue import Model
    from engine.models.store import ModelStore


def add_options(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(title="actions", dest="models_command", metavar="ACTION", required=True,
                                    parser_class=Parser)
    listing = actions.add_parser("list", help="every model, whether it is here, its size and its licence")
    listing.add_argument("--json", action="store_true", help="print as JSON")
    listing.set_defaults(action=list_models)

    get = actions.add_parser("get", help="fetch models; what is here already is left alone")
    get.add_argument("ids", metavar="ID", nargs="+")
    get.add_argument("--offline", action="store_true", help="do not use the network")
    get.add_argument("--accept-licence", action="store_true",
                     help="accept a licence that forbids commercial use without being asked")
    get.add_argument("--trust-unseen", action="store_true",
                     help="take files that nobody who wrote Facewright could see as right, without being asked: what "
                          "comes the first time is pinned on this machine")
    get.set_defaults(action=get_models)

    verify = actions.add_parser("verify", help="compare files with their known SHA-256")
    verify.add_argument("ids", metavar="ID", nargs="*", help="default: all that are here")
    verify.set_defaults(action=verify_models)

    import_ = actions.add_parser("import", help="take a model from a file or folder you have")
    import_.add_argument("id", metavar="ID")
    import_.add_argument("path", metavar="PATH", type=given)
    import_.set_defaults(action=import_model)

    remove = actions.add_parser("remove", help="delete models from this machine")
    remove.add_argument("ids", metavar="ID", nargs="+")
    remove.set_defaults(action=remove_models)


def list_models(options: argparse.Namespace) -> None:
    from engine.commands.output import print_json
    from engine.models.catalogue import load_catalogue
    from engine.models.store import ModelStore

    store = ModelStore()
    models = list(load_catalogue())
    if options.json:
        print_json([{"id": model.id, "title": model.title, "does": model.does, "present": store.present(model.id),
                     "bytes": model.bytes, "licence": model.licence, "commercial": model.commercial,
                     "needed_by": model.needed_by, "unseen": model.unseen} for model in models])
        return
    width = max(len(model.id) for model in models)
    for model in models:
        here = "here" if store.present(model.id) else "-"
        print(f"{model.id:{width}}  {here:4}  {model.bytes / 1e6:8.1f} MB  {model.does}")
        print(f"{'':{width}}  {'':4}  {'':11}  {model.licence}{'' if model.commercial else '; not for commercial use'}")


def get_models(options: argparse.Namespace) -> None:
    from engine.models.catalogue import load_catalogue
    from engine.models.store import ModelStore

    catalogue = load_catalogue()
    models = [catalogue[model_id] for model_id in options.ids]
    store = ModelStore(offline=options.offline)
    for model in models:
        fetch(store, model.id, options.accept_licence, options.trust_unseen)


def fetch(store: "ModelStore", model_id: str, accept_licence: bool, trust_unseen: bool = False) -> None:
    """Get a model, told on stdout; one that is here but damaged is mended. Asks for a licence that forbids commercial
    use, and whether to trust files that nobody could see before, when there is somebody to ask. EngineError as
    ModelStore.get."""
    from engine.commands.output import finish

    model = store.catalogue[model_id]
    here = store.present(model_id)
    accepted = here or _licence_accepted(store, model, accept_licence)
    trusted = here or _trusted(store, model, trust_unseen)
    if not here:
        print(f"{model.id}: fetching {model.bytes / 1e6:.1f} MB; licence: {model.licence}", flush=True)
    finish(store.get(model.id, accept_licence=accepted, trust=trusted))
    if not here:
        print(f"{model.id}: in place")


def verify_models(options: argparse.Namespace) -> None:
    from engine.commands.output import finish
    from engine.models.catalogue import load_catalogue
    from engine.models.store import ModelStore

    store = ModelStore()
    catalogue = load_catalogue()
    ids = [catalogue[model_id].id for model_id in options.ids]
    wrong: list[EngineError] = []
    for model_id in ids or [model.id for model in catalogue if store.present(model.id)]:
        try:
            finish(store.verify(model_id))
            own = store.used_in_place(model_id)
            print(f"{model_id}: used in {own}; what it should hold is not known" if own else
                  f"{model_id}: as it should be")
        except EngineError as error:
            print(f"{model_id}: {error}", file=sys.stderr)
            wrong.append(error)
    if wrong:
        raise EngineError(Text("{0} of the models are not as they should be", len(wrong)),
                          Text("fetch them again: models get"))


def import_model(options: argparse.Namespace) -> None:
    from engine.commands.output import finish
    from engine.models.store import ModelStore

    store = ModelStore()
    names = finish(store.import_file(options.id, options.path))
    own = store.used_in_place(options.id)
    if own is not None:
        print(f"{options.id}: used in {own}, {len(names)} files; leave them there")
        return
    for name in names:
        print(f"{options.id}: took {name}")
    if not store.present(options.id):
        print(f"{options.id}: not complete yet")


def remove_models(options: argparse.Namespace) -> None:
    from engine.models.catalogue import load_catalogue
    from engine.models.store import ModelStore

    store = ModelStore()
    for model_id in [load_catalogue()[model_id].id for model_id in options.ids]:
        if store.present(model_id):
            store.remove(model_id)
            print(f"{model_id}: removed")
        else:
            print(f"{model_id}: was not here")


def _licence_accepted(store: "ModelStore", model: "Model", given: bool) -> bool:
    """Whether the licence may be taken as accepted; asks on a terminal when it forbids commercial use."""
    return given or store.accepted(model.id) or _agreed(
        f"{model.title}: {model.licence}. It must not be used commercially.", "Accept?")


def _trusted(store: "ModelStore", model: "Model", given: bool) -> bool:
    """Whether what comes of a model, and of those it requires, may be taken as right; asks on a terminal."""
    unseen = [one for one in (model, *(store.catalogue[other] for other in model.requires))
              if not store.trusted(one.id) and not store.present(one.id)]
    return given or not unseen or _agreed(
        "\n".join(f"{one.title}: nobody who wrote Facewright has seen these files ({one.unseen}). What comes now from "
                  f"{', '.join(map(str, one.sources))} is pinned on this machine; anything else is refused later."
                  for one in unseen), "Trust it?")


def _agreed(said: str, question: str) -> bool:
    """Whether somebody at the terminal says yes; no when there is nobody."""
    if not (sys.stdin and sys.stdin.isatty() and sys.stderr.isatty()):
        return False
    print(said, file=sys.stderr)
    return input(f"{question} [y/N] ").strip().lower() in ("y", "yes")
