"""`threshold interview`: the document's questions at a terminal, for a machine without a screen."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from threshold_tool.cli.arguments import DOCUMENT, add_json, day, document_path, today
from threshold_tool.cli.commands.assess import add_record_files
from threshold_tool.cli.output import err, out, print_json
from threshold_tool.errors import CannotUse, CannotWrite

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable
    from datetime import date, time

    from threshold_tool.cases.interview import Interview
    from threshold_tool.cases.model import Case
    from threshold_tool.cli.interviewing.dialogue import Dialogue
    from threshold_tool.cli.record_files import RecordFiles
    from threshold_tool.evaluation.case_result import CaseResult
    from threshold_tool.evaluation.compiled import CompiledDocument
    from threshold_tool.reports.report_file import Kind

SUMMARY = "ask a document's questions here in the terminal"
ABOUT = (
    "Asks a document's questions one at a time and gives the result. Nothing is kept unless you name a file: "
    "--save for the case, --pdf and --html for the record. With --json only the result goes to the standard output."
)
STOPPED = 2


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds what the command takes."""
    parser.add_argument("document", metavar="DOC", help=DOCUMENT)
    parser.add_argument("--save", metavar="CASE", help="write the case to this new file")
    parser.add_argument("--on", metavar="DATE", help="the assessment date; today by default")
    add_record_files(parser)
    add_json(parser)


def run(options: argparse.Namespace) -> int:
    """Holds the interview; 2 when it stops before the end. Raises what reading and writing raise."""
    from threshold_tool.cli.interviewing.dialogue import Dialogue
    from threshold_tool.cli.record_files import RecordFiles
    from threshold_tool.documents.loader import require_document
    from threshold_tool.evaluation.compiled import compile_document

    files = RecordFiles.named(options.pdf, options.html)
    path = document_path(options.document)
    save = _new_case_file(options.save, files)
    files.refuse_to_replace([path])
    on, at = (today(), _now()) if options.on is None else (day(options.on), None)
    compiled = compile_document(require_document(path))
    dialogue = Dialogue(err() if options.json else out())
    return _Sitting(dialogue, compiled, save, files, as_json=options.json).run(on, at)


class _Sitting:
    """One interview from the first line to the record."""

    def __init__(
        self, dialogue: Dialogue, compiled: CompiledDocument, save: Path | None, files: RecordFiles, *, as_json: bool
    ) -> None:
        self.dialogue = dialogue
        self.compiled = compiled
        self.save = save
        self.files = files
        self.as_json = as_json
        self.case: Case | None = None
        self.kept = False

    def run(self, on: date, at: time | None) -> int:
        """Asks, shows the result, takes the decision, writes what was asked for."""
        from threshold_tool.cli.interviewing.dialogue import Stopped

        try:
            interview = self._ask(on, at)
            self._show(interview)
            interview = self._decide(interview)
        except Stopped as stop:
            self._leave(may_ask=not stop.at_end)
            return STOPPED
        except KeyboardInterrupt:
            self.dialogue.page.line()
            self._leave(may_ask=True)
            return STOPPED
        self._write(self._result(interview))
        return 0

    def _ask(self, on: date, at: time | None) -> Interview:
        from threshold_tool.cases.interview import Interview
        from threshold_tool.cases.model import Case
        from threshold_tool.cli.interviewing.children import ask_children, ask_role
        from threshold_tool.cli.interviewing.decisions import ask_own_views
        from threshold_tool.cli.interviewing.questions import Questioning
        from threshold_tool.cli.result_text import print_danger
        from threshold_tool.evaluation.explain import document_words

        page = self.dialogue.page
        print_danger(page, self.compiled)
        page.line()
        page.line(f"{document_words(self.compiled)}. Nothing is kept unless you asked for it.")
        children = ask_children(self.dialogue, on)
        role = ask_role(self.dialogue)
        self.case = Case(format="threshold-case/1", on=on, at=at, role=role, children=children)
        questioning = Questioning(self.dialogue, Interview(self.compiled, self.case))
        try:
            interview = questioning.run()
        finally:
            self.case = questioning.interview.case
        interview = ask_own_views(self.dialogue, interview)
        self.case = interview.case
        return interview

    def _show(self, interview: Interview) -> None:
        from threshold_tool.cli.result_text import print_result

        self.dialogue.page.heading("The result")
        print_result(self.dialogue.page, self._result(interview))

    def _result(self, interview: Interview) -> CaseResult:
        """The result for the case as it stands, own view and decision included."""
        from threshold_tool.cases.fitting import require_fit
        from threshold_tool.cases.loader import LoadedCase
        from threshold_tool.evaluation.case_result import assess_case

        return assess_case(self.compiled, require_fit(self.compiled, LoadedCase.from_answers(interview.case)))

    def _decide(self, interview: Interview) -> Interview:
        from threshold_tool.cli.interviewing.decisions import ask_decisions
        from threshold_tool.cli.result_text import print_higher_decisions

        interview = ask_decisions(self.dialogue, interview)
        self.case = interview.case
        print_higher_decisions(self.dialogue.page, self._result(interview))
        return interview

    def _write(self, result: CaseResult) -> None:
        """Keeps what the person asked for, or agrees to now; nothing else."""
        from threshold_tool.cli.record_files import discard_if_empty

        if self.save is not None:
            self._save()
        offered = () if self.files.wanted else self._offered(result)
        for kind, path in (*self.files.wanted, *offered):
            self._until_written(path, partial(_write_one, kind, result))
        for _, path in offered:
            discard_if_empty(path)
        if not self.kept:
            self.dialogue.page.line("Nothing was kept.")
        if self.as_json:
            from threshold_tool.evaluation.as_json import case_as_json

            print_json(case_as_json(result))

    def _offered(self, result: CaseResult) -> tuple[tuple[Kind, Path], ...]:
        """A new file among the person's records, if they want one and named none."""
        from threshold_tool.cli.interviewing.dialogue import Stopped
        from threshold_tool.paths import RECORDS_FOLDER_NAME, new_file, records_folder

        question = f"Keep the record as a PDF in your own folder, {RECORDS_FOLDER_NAME}? If not, it is gone."
        try:
            if not self.dialogue.confirm(question):
                return ()
            return (("pdf", new_file(records_folder(), f"record-{result.moment.on.isoformat()}", ".pdf")),)
        except CannotWrite as error:
            self.dialogue.page.line(str(error))
            return (("pdf", Path(self.dialogue.ask("The file for the record: "))),)
        except Stopped:
            return ()

    def _until_written(self, path: Path, write: Callable[[Path], None]) -> None:
        """Writes a file; while that fails, asks for another, so that an hour's answers are not lost."""
        from threshold_tool.cli.interviewing.dialogue import Stopped

        while True:
            try:
                write(path)
            except CannotWrite as error:
                self.dialogue.page.line(str(error))
                try:
                    name = self.dialogue.ask("Another file, or Enter to go on without: ")
                except Stopped:
                    raise error from None
                if not name:
                    return
                path = Path(name)
            else:
                self.kept = True
                self.dialogue.page.line(f"Kept in {path}. It speaks of a child: keep it as your organisation does.")
                return

    def _leave(self, *, may_ask: bool) -> None:
        """Stopping half way: keeps the case only if the person named a file and says so."""
        from threshold_tool.cli.interviewing.dialogue import Stopped

        keep = False
        try:
            if self.save is not None and self.case is not None and may_ask:
                keep = self.dialogue.confirm(f"Keep what you have answered so far in {self.save}?")
        except (Stopped, KeyboardInterrupt):
            self.dialogue.page.line()
        if keep:
            self._save()
        else:
            self.dialogue.page.line("Stopped. Nothing was kept.")

    def _save(self) -> None:
        from threshold_tool.cases.writer import case_bytes
        from threshold_tool.files import write_atomically

        if self.save is not None and self.case is not None:
            data = case_bytes(self.case)
            self._until_written(self.save, lambda path: write_atomically(path, data))


def _write_one(kind: Kind, result: CaseResult, path: Path) -> None:
    from threshold_tool.reports.record_file import write_record

    write_record(kind, path, result)


def _new_case_file(name: str | None, files: RecordFiles) -> Path | None:
    """The file to save the case in. Raises CannotUse where a case could be lost, CannotWrite without a folder."""
    if name is None:
        return None
    if not name.strip():
        raise CannotUse("`--save` needs the name of a file.")
    path = Path(name)
    if path.exists():
        raise CannotUse(f"{path} is there already. Name a new file, so that no case is lost.")
    if not path.parent.is_dir():
        raise CannotWrite(f"There is no folder {path.parent} to keep the case in.")
    files.refuse_to_replace([path])
    return path


def _now() -> time:
    from datetime import datetime

    return datetime.now().astimezone().time().replace(second=0, microsecond=0)
