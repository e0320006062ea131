"""The front door, intake: verbs for what comes in."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from goodoffices.desk.front import Front, now, when
from goodoffices.desk.intake.add import Added, add_files
from goodoffices.desk.intake.enter import Entered, enter_file
from goodoffices.desk.intake.read import Read, read_documents
from goodoffices.desk.intake.readouts import Readout, add_readout
from goodoffices.desk.intake.uploads import add_contents
from goodoffices.desk.progress import Progress, silent
from goodoffices.documents import Limits
from goodoffices.record import Snapshot
from goodoffices.vocabulary.text import Document
from goodoffices.vocabulary.when import When, from_edtf


class Intake(Front):
    """Verbs for what comes in."""

    def add(
        self,
        paths: Iterable[str | Path],
        *,
        by: str,
        dated: str | When | None = None,
        published: str | When | None = None,
        limits: Limits | None = None,
        replaces: str = "",
        progress: Progress = silent,
    ) -> Added:
        """Adds files and the files of folders. dated, published: EDTF, for the whole batch. limits: on each file.
        replaces: the document, by id or file name, of which the one file is a newer version.
        """
        return add_files(
            self.record,
            [Path(path) for path in paths],
            by=by,
            at=now(),
            dated=when(dated),
            published=when(published),
            limits=limits,
            replaces=replaces,
            progress=progress,
        )

    def add_contents(
        self,
        contents: Iterable[tuple[str, bytes]],
        *,
        by: str,
        dated: str | When | None = None,
        published: str | When | None = None,
    ) -> Added:
        """Adds files given by name and content; otherwise as `add`."""
        said, public = when(dated), when(published)
        return add_contents(self.record, contents, by=by, at=now(), dated=said, published=public)

    def add_readout(self, readout: Readout, *, by: str) -> Document:
        """Adds a confidential note of a meeting, in a compartment, as a document."""
        return add_readout(self.record, readout, by=by, at=now())

    def add_feed(self, address: str, *, by: str, patience: float = 30.0) -> Added:
        """Adds the items of the RSS or Atom feed at an address. patience: seconds for each answer of the server."""
        from goodoffices.desk.intake.arrivals import add_feed

        return add_feed(self.record, address, by=by, at=now(), patience=patience)

    def watch(self, folder: str | Path, *, by: str, every: float = 5.0, rounds: int | None = None) -> Iterator[Added]:
        """Adds what is new or changed in a folder, round after round. every: seconds; rounds: without end if None."""
        from goodoffices.desk.intake.arrivals import watch

        return watch(self.record, Path(folder), by=by, clock=now, every=every, rounds=rounds)

    def add_agreements(self, table: str | Path, *, about: str = "", by: str) -> Entered:
        """Adds agreements of a table of PA-X metadata, those whose process, conflict or title holds `about`."""
        from goodoffices.desk.intake.arrivals import add_agreements

        return add_agreements(self.record, Path(table), about=about, by=by, at=now())

    def documents(self, snapshot: Snapshot | None = None) -> list[Document]:
        """The documents, in the order in which they were added."""
        return (snapshot or self.at()).documents()

    def read(
        self,
        documents: Sequence[str] = (),
        *,
        by: str,
        workers: int = 1,
        cluster: str = "",
        progress: Progress = silent,
    ) -> Read:
        """Reads documents, named by id or file name, or all that were not read yet; their claims are proposals.

        `workers` processes here, or those of the Dask scheduler at address `cluster`, share the documents.
        """
        return read_documents(
            self.record, documents, by=by, at=now(), workers=workers, cluster=cluster, progress=progress
        )

    def enter(self, path: str | Path, *, by: str) -> Entered:
        """Enters claims written by hand in a YAML file (see exchange.claims_yaml)."""
        return enter_file(self.record, Path(path), by=by, at=now())

    def date(self, document: str, *, by: str, dated: str = "", published: str = "") -> int:
        """Says which date a document bears or when it became public, in EDTF; what is left out stays."""
        said = from_edtf(dated).said(f"supplied by {by}") if dated else None
        return self.record.date_document(document, by=by, at=now(), dated=said, published=when(published or None)).seq
