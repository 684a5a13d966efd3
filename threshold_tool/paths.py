"""Where things live: the documents we ship, the resources, and a person's own records.

`threshold_documents`, `resources` and `docs` lie beside this package in every form of the program: a source
checkout, an installed wheel, and a frozen folder. So one rule finds them all, and nothing asks which
form is running.
"""

from __future__ import annotations

import os
from pathlib import Path, PurePosixPath

from threshold_tool.errors import CannotRead, CannotWrite

_BESIDE_THE_PACKAGE = Path(__file__).resolve().parent.parent

RECORDS_FOLDER_NAME = "Threshold Tool"


def documents_folder() -> Path:
    """The folder of the threshold documents we ship, one `ID.yaml` each."""
    return _BESIDE_THE_PACKAGE / "threshold_documents"


def question_sets_folder() -> Path:
    """The folder of the shared question sets we ship, one `ID.yaml` each."""
    return documents_folder() / "question_sets"


def example_cases_folder() -> Path:
    """The folder of the fictional example cases we ship."""
    return documents_folder() / "cases"


def shipped_document(document_id: str) -> Path:
    """The file of a document we ship, such as `exampleshire`; raises CannotRead when there is none."""
    return _present(documents_folder() / f"{document_id}.yaml")


def resource(name: str) -> Path:
    """The file of a resource, named from the resources folder with `/`, such as `fonts/NotoSans-Bold.ttf`.

    Raises CannotRead when the file is missing, and ValueError when the name leads out of the folder.
    """
    relative = PurePosixPath(name)
    if relative.is_absolute() or ".." in relative.parts or set(name) & {"\\", ":"}:
        raise ValueError(f"a resource is named from the resources folder with `/`: {name!r}")
    return _present(_BESIDE_THE_PACKAGE / "resources" / relative)


def guide_file(name: str) -> Path:
    """A Markdown file of the guide, such as `user-guide.md`; raises CannotRead when it is missing."""
    return _present(_BESIDE_THE_PACKAGE / "docs" / PurePosixPath(name).name)


def records_folder(home: Path | None = None) -> Path:
    """The folder for records that a person keeps without naming a place; makes it when it is missing.

    `home` is the person's own folder; by default the one of the account that runs the program. A
    record speaks of a child, so it goes where other accounts of the machine do not look, and never
    beside a document, which may lie on a shared drive.
    Raises CannotWrite when there is no such folder or it cannot be made.
    """
    try:
        own = home or Path.home()
        documents = own / "Documents"
        folder = (documents if documents.is_dir() else own) / RECORDS_FOLDER_NAME
        folder.mkdir(mode=0o700, exist_ok=True)
    except (OSError, RuntimeError) as error:
        raise CannotWrite(
            "The folder for records cannot be made in your own folder. Name a file to write to."
        ) from error
    return folder


def new_file(folder: Path, stem: str, suffix: str) -> Path:
    """Make an empty file `STEM.SUFFIX` that was not there before, and return its path.

    When the name is taken, `STEM-2`, `STEM-3` and so on are tried. Making the file at once keeps two
    programs that run at the same time from choosing one name. Only its owner may read it, where the
    system knows such a limit. Raises CannotWrite when the folder does not take a file.
    """
    number = 1
    while True:
        path = folder / (f"{stem}{suffix}" if number == 1 else f"{stem}-{number}{suffix}")
        try:
            os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        except FileExistsError:
            number += 1
        except OSError as error:
            raise CannotWrite(f"Nothing can be written in {folder}: {error.strerror}.") from error
        else:
            return path


def _present(path: Path) -> Path:
    if not path.is_file():
        raise CannotRead(f"{path.name} is not among the files of this installation, in {path.parent}.")
    return path
