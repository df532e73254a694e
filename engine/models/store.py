"""Where models lie on this machine, and how they get there."""

import os
import shutil
import sys
from contextlib import suppress
from pathlib import Path

from engine.base.errors import EngineError, ModelMissing
from engine.base.files import read_limited
from engine.base.jobs import Job, Progress
from engine.base.paths import models_folder
from engine.base.remedy import Cure, Remedy, get_model, get_model_again, go_online, import_model
from engine.base.text import Term, Text, in_a_row, listed
from engine.base.writing import write_whole
from engine.models.archives import extract
from engine.models.catalogue import Catalogue, Model, ModelFile, Source, load_catalogue
from engine.models.leftovers import DOWNLOADS, download_folder, made, sweep_downloads
from engine.models.placing import hash_file, place, read_chunks
from engine.models.soundness import is_sound, stamp_of
from engine.models.transport.hub import fetch_from_hub
from engine.models.transport.package import fetch_archive
from engine.models.transport.unpinned import Pin, fetch_as_the_hub_has_it, read_pin, refer_to, user_folder

OFFLINE = "FACEWRIGHT_OFFLINE"
"""The variable that keeps the program from the network."""


class ModelStore:
    """The folder of models: ``<folder>/<model id>/<file>``.

    folder:    where models lie; by default ``FACEWRIGHT_MODELS`` or the user's data folder. May be shared.
    offline:   never go to the network; also set by ``FACEWRIGHT_OFFLINE=1``.
    catalogue: what there is; by default the program's own.

    Several processes may use one folder: files are written aside under names of their own and take their place whole.
    Unknown models and files are a UsageError.
    """

    def __init__(self, folder: Path | None = None, offline: bool = False, catalogue: Catalogue | None = None) -> None:
        self.folder = (folder or models_folder()).expanduser()
        self._offline = offline
        self.catalogue = catalogue or load_catalogue()

    def path(self, model_id: str, file: str) -> Path:
        """The file of a model. ModelMissing, with the command that gets it, when it is not there or not the right one.

        A pinned file is hashed when it is first asked for and whenever it has changed since.
        """
        known = self.catalogue[model_id].file(file)
        path = self._place(model_id, known)
        if not self._here(model_id, known) or known.sha256 and not is_sound(path, known):
            state = (Text("the model {0} is damaged", self._named(model_id)) if path.exists()
                     else Text("the model {0} is not on this machine", self._named(model_id)))
            raise ModelMissing(state, hint=get_model(model_id))
        return path

    def _named(self, model_id: str) -> Term:
        return Term(model_id, self.catalogue[model_id].title, "models")

    @property
    def offline(self) -> bool:
        """As it stands now: a window may switch it while the program runs."""
        return self._offline or os.environ.get(OFFLINE, "") not in ("", "0")

    def present(self, model_id: str) -> bool:
        """Whether all files of a model are there in their right size (see `verify` for more)."""
        return all(self._here(model_id, file) for file in self.catalogue[model_id].files)

    def get(self, model_id: str, accept_licence: bool = False, trust: bool = False) -> Job[None]:
        """Fetch what is missing or wrong of a model, and of those it requires, from its sources, in order.

        accept_licence: needed once for a model whose licence forbids commercial use; it is remembered.
        trust:          needed once for a model whose files nobody could see before (`Model.unseen`): what comes now is
                        what it has to be from then on.
        EngineError: not accepted, not trusted, offline, nothing of it for this system, or every source failed (says why
        for each).
        """
        model = self.catalogue[model_id]
        missing = yield from self._missing(model)
        if missing or accept_licence:  # files that the user brought may be here before anybody agreed
            self._check_licence(model, accept_licence)  # before anything that is of no use without it is fetched
        if missing and not trust and not self.trusted(model_id):
            raise EngineError(Text("nobody who wrote Facewright has seen the files of {0}", model_id),
                              hint=Remedy(
                                  "to take those that come now as right from now on, add --trust-unseen",
                                  Text("getting them under Models takes those that come now as right from now on"),
                                  Cure.MODEL, model_id))
        for required in model.requires:
            yield from self.get(required, accept_licence, trust)
        if not missing:
            return
        if self.offline:
            raise EngineError(Text("the model {0} is not on this machine, and downloads are switched off",
                                   self._named(model_id)),
                              hint=go_online(model_id))
        if not _fits_here(model):
            raise EngineError(Text("the model {0} is for {1} only", model_id, model.platform))
        failures: list[EngineError] = []
        for source in model.sources:
            try:
                yield from self._get_from(model, source, missing)
                return
            except EngineError as failure:
                failures.append(failure)
                missing = yield from self._missing(model)
        if len(failures) == 1:
            raise failures[0]
        raise EngineError(Text("the model {0} could not be downloaded: {1}", model_id,
                               in_a_row(failure.message for failure in failures) or Text("it has no source")),
                          hint=import_model("import its files with `facewright models import`", model_id),
                          detail="\n\n".join(failure.detail for failure in failures))

    def verify(self, model_id: str) -> Job[None]:
        """Hash all files of a model. EngineError naming those that are missing or not what they were pinned to be.

        Nothing is known of files in a folder of the user's (see `engine.models.unpinned`) but that they are there.
        """
        model = self.catalogue[model_id]
        wrong: list[Text] = []
        for known in model.files:
            path, file = self._place(model_id, known), self._known(model_id, known)
            if not path.is_file():
                wrong.append(Text("{0} is missing", known.name))
            elif file is None:
                if self.used_in_place(model_id) is None:
                    wrong.append(Text("it is not known what {0} should be", known.name))
            elif not _has_size(path, file) or (yield from hash_file(path, _checking(file.name))) != file.sha256:
                wrong.append(Text("{0} is not what it should be", file.name))
        if wrong:
            raise EngineError(Text("the model {0}: {1}", model_id, listed(wrong)),
                              hint=get_model_again(model_id))

    def import_file(self, model_id: str, path: Path) -> Job[tuple[str, ...]]:
        """Copy files of a model from a file or folder of the user's; returns their names in the store.

        They are known by their content, whatever they are called. EngineError when nothing there belongs to the model.
        A model whose content is not known is used from the user's folder, in place.
        """
        model, path = self.catalogue[model_id], Path(path)
        if not path.exists():
            raise EngineError(Text("there is no file or folder {0}", path))
        if not model.pinned:
            return (yield from refer_to(model, path, self._reference(model_id)))
        found: list[str] = []
        wanted = {file.name: file for file in model.files}
        for candidate in sorted(path.rglob("*")) if path.is_dir() else [path]:
            yield Progress(len(found), len(model.files), Text("Looking at {0}", candidate.name))
            near = [file for file in wanted.values() if candidate.is_file() and _has_size(candidate, file)]
            if not near:
                continue
            digest = yield from hash_file(candidate, Text("Reading {0}", candidate.name))
            for file in (file for file in near if file.sha256 == digest):
                yield from place(read_chunks(candidate), file, self._place(model_id, file), str(candidate))
                found.append(wanted.pop(file.name).name)
        if not found:
            raise EngineError(Text("{0} holds no file of the model {1}", path, model_id),
                              hint=Text("files are known by their sha256; another version of the model will not do"))
        return tuple(found)

    def remove(self, model_id: str) -> None:
        """Delete a model's files and the record that its licence was accepted.

        A folder of the user's is left alone, and so is what pins files that nobody could see before.
        """
        folder = self.folder / self.catalogue[model_id].id
        try:
            self._reference(model_id).unlink(missing_ok=True)
            if folder.exists():
                shutil.rmtree(folder)
            self._acceptance(model_id).unlink(missing_ok=True)
            shutil.rmtree(self.folder / ".sound", ignore_errors=True)  # of earlier versions
            for file in self.catalogue[model_id].files:
                stamp_of(self._place(model_id, file)).unlink(missing_ok=True)
        except OSError as error:
            raise EngineError(Text("the model {0} could not be removed: {1}", model_id,
                                   error.strerror or error)) from error

    def accepted(self, model_id: str) -> bool:
        """Whether the model's licence, as it stands in the catalogue, allows commercial use or was accepted here."""
        model = self.catalogue[model_id]
        record = self._acceptance(model_id)
        return model.commercial or (record.is_file() and read_limited(record, 4096) == _record(model))

    def trusted(self, model_id: str) -> bool:
        """Whether it is known what a model's files must be: from the catalogue, or because they came here before."""
        return self.catalogue[model_id].pinned or self._pin(model_id) is not None

    def _pin(self, model_id: str) -> Pin | None:
        """What came of a model the first time; earlier versions wrote that down in the model's own folder."""
        return read_pin(self._pin_record(model_id), self.folder / model_id / "origin.json")

    def _pin_record(self, model_id: str) -> Path:
        return self.folder / ".pinned" / f"{model_id}.json"

    def _place(self, model_id: str, file: ModelFile) -> Path:
        return (self.used_in_place(model_id) or self.folder / model_id) / file.name

    def used_in_place(self, model_id: str) -> Path | None:
        """The folder of the user's in which a model is used, or None when it lies in the store or nowhere."""
        return None if self.catalogue[model_id].pinned else user_folder(self._reference(model_id))

    def _reference(self, model_id: str) -> Path:
        return self.folder / f"{model_id}.folder"

    def _known(self, model_id: str, file: ModelFile) -> ModelFile | None:
        """The file with its right size and sha256, if they are known."""
        if file.pinned or self.used_in_place(model_id) is not None:
            return file if file.pinned else None
        pin = self._pin(model_id)
        return pin.of(file) if pin is not None else None

    def _here(self, model_id: str, file: ModelFile) -> bool:
        """Whether a file is there, in its right size if that is known."""
        known = self._known(model_id, file)
        if known is not None:
            return _has_size(self._place(model_id, file), known)
        return self.used_in_place(model_id) is not None and self._place(model_id, file).is_file()

    def _acceptance(self, model_id: str) -> Path:
        return self.folder / ".accepted" / f"{model_id}.txt"

    def _check_licence(self, model: Model, accept: bool) -> None:
        if self.accepted(model.id):
            return
        if not accept:
            raise EngineError(Text("the licence of {0} does not allow commercial use: {1}", model.id, model.licence),
                              hint=Remedy("to accept that, add --accept-licence",
                                          Text("it can be had and agreed to under Models"), Cure.MODEL, model.id))
        write_whole(self._acceptance(model.id), _record(model))

    def _missing(self, model: Model) -> Job[tuple[ModelFile, ...]]:
        """Files that are not there, or there but wrong; the wrong ones are deleted."""
        if not model.pinned:
            # What is here is kept or replaced when the hub has said what it should be.
            return () if self.present(model.id) else model.files
        missing = []
        for file in model.files:
            path = self._place(model.id, file)
            if path.is_file():
                if _has_size(path, file) and (yield from hash_file(path, _checking(file.name))) == file.sha256:
                    continue
                with suppress(OSError):
                    path.unlink()
            missing.append(file)
        return tuple(missing)

    def _get_from(self, model: Model, source: Source, files: tuple[ModelFile, ...]) -> Job[None]:
        downloads = self.folder / DOWNLOADS
        sweep_downloads(downloads)
        if source.kind == "hub":
            folder = made(downloads / f"hub-{model.id}")  # kept between tries: the hub's client goes on where it was
            if not model.pinned:
                self._reference(model.id).unlink(missing_ok=True)
                yield from fetch_as_the_hub_has_it(model, source, self.folder / model.id, folder,
                                                   self._pin_record(model.id), self._pin(model.id))
                return
            for file in files:
                path = yield from fetch_from_hub(source, source.member(file.name), file.bytes, folder)
                try:
                    yield from place(read_chunks(path), file, self._place(model.id, file), str(source))
                finally:
                    path.unlink(missing_ok=True)
            shutil.rmtree(folder, ignore_errors=True)
            return
        with download_folder(downloads, model.id) as folder:
            archive = yield from fetch_archive(source, folder)
            if (yield from hash_file(archive, _checking(archive.name))) != source.sha256:
                raise EngineError(Text("the archive of {0} is not what it should be; it was deleted", source))
            wanted = {source.member(file.name): file for file in files}
            yield from extract(archive, wanted, self.folder / model.id, str(source))


def _has_size(path: Path, file: ModelFile) -> bool:
    try:
        return path.is_file() and path.stat().st_size == file.bytes
    except OSError:
        return False


def _fits_here(model: Model) -> bool:
    return not model.platform or sys.platform.startswith(model.platform)


def _record(model: Model) -> bytes:
    return f"{model.id}: {model.licence}\n".encode()


def _checking(file: str) -> Text:
    return Text("Checking {0}", file)
