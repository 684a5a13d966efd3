"""Opening a kept case again, with the document it was made with or, knowingly, with another."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from threshold_tool.cases.keeping import kept_case
from threshold_tool.errors import ProblemsFound, ThresholdToolError
from threshold_tool.evaluation.step_words import day_words
from ui.presenters.library import NotOpened, problem_words
from ui.presenters.page_ids import PageId, PageKind
from ui.presenters.watched import Watched

if TYPE_CHECKING:
    from threshold_tool.cases.model import Case, MadeWith
    from ui.presenters.consultation import ConsultationPresenter
    from ui.presenters.journey import Journey
    from ui.presenters.library import Library, Listed
    from ui.presenters.navigator import Navigator
    from ui.presenters.preferences import Preferences

SAME_DOCUMENT = "The document is here, word for word as it was."
NO_DOCUMENT_NAMED = "The file does not say which document it was made with. Choose one."


@dataclass(frozen=True)
class KeptState:
    """What the page shows: the case in words, what is so of its document, and the documents to choose from.

    `document` is the file to open the case with, None while there is none; `opened` the case with it.
    """

    listed: tuple[Listed, ...]
    case: Case | None = None
    about_case: tuple[str, ...] = ()
    about_document: str = ""
    document: Path | None = None
    opened: ConsultationPresenter | None = None
    refused: NotOpened | None = None

    @property
    def has_changed(self) -> bool:
        """Whether the document is another than the case was made with."""
        return self.opened is not None and self.about_document != SAME_DOCUMENT


class KeptPresenter(Watched[KeptState]):
    """Reads the case, finds its document, and goes on with it where it was left."""

    def __init__(self, library: Library, navigator: Navigator, preferences: Preferences) -> None:
        super().__init__(KeptState(library.shipped()))
        self._library = library
        self._navigator = navigator
        self._preferences = preferences

    @property
    def would_lose(self) -> bool:
        """Whether opening the case would put away another that is not kept."""
        return self._navigator.has_unkept_work

    def choose_case(self, path: Path) -> None:
        """The file of a case; its document is looked for at once."""
        state = KeptState(self.state.listed)
        try:
            case = kept_case(path)
        except ProblemsFound as error:
            told = tuple(problem_words(problem) for problem in error.problems)
            self.change_to(replace(state, refused=NotOpened(f"{error} Choose another file.", told)))
            return
        except ThresholdToolError as error:
            self.change_to(replace(state, refused=NotOpened(f"{error} Choose another file.")))
            return
        state = replace(state, case=case, about_case=_about(path, case))
        found = None if case.document is None else self._find(case.document)
        if found is None:
            self.change_to(replace(state, about_document=_missing(case.document)))
        else:
            self._open(state, case, found)

    def choose_document(self, path: Path) -> None:
        """The file of a document for the case."""
        if self.state.case is not None:
            self._open(self.state, self.state.case, path)

    def go_on(self) -> None:
        """Opens the case where it was left: at its follow-up once everything is decided."""
        opened, document = self.state.opened, self.state.document
        if opened is None or document is None:
            return
        navigator = self._navigator
        navigator.open(opened)
        self._preferences.remember_document(document, opened.state.document.title)
        opened.go_past(gone_past(navigator.journey))
        decided = set(opened.state.children) <= set(opened.state.case.decision)
        if decided and navigator.offers(PageKind.PLAN):
            navigator.go(PageId(PageKind.PLAN))
        else:
            navigator.resume()

    def _find(self, made_with: MadeWith) -> Path | None:
        last = self._preferences.state.last_document
        return self._library.find(made_with.id, Path(last) if last else None)

    def _open(self, state: KeptState, case: Case, path: Path) -> None:
        opened = self._library.open(path, case)
        if isinstance(opened, NotOpened):
            self.change_to(replace(state, document=path, opened=None, refused=opened, about_document=""))
            return
        about = _compared(case.document, opened)
        self.change_to(replace(state, document=path, opened=opened, refused=None, about_document=about))


def gone_past(journey: Journey) -> tuple[PageId, ...]:
    """The pages up to the last of which the case says something: the person has gone on from all of them."""
    pages = journey.pages
    last = max((at for at, page in enumerate(pages) if _says_something(journey, page)), default=-1)
    return pages[: last + 1]


def _says_something(journey: Journey, page: PageId) -> bool:
    if journey.consultation is None:
        return False
    case = journey.consultation.case
    match page.kind:
        case PageKind.CHILDREN:
            return len(case.children) > 1 or any(c.age or c.born or c.due or c.answers for c in case.children)
        case PageKind.ADULTS:
            return bool(case.people)
        case PageKind.WORRY:
            return case.worry is not None
        case PageKind.SAFE_CONTACT:
            return case.guarded_contact is not None
        case PageKind.VIEWS | PageKind.OWN_VIEW | PageKind.DECISION | PageKind.CONSENT:
            return page.child in getattr(case, page.kind.value.replace("-", "_"))
        case PageKind.PLAN:
            return bool(case.plan or case.follow_up or case.look_again)
    return any(step.given is not None for step in journey.steps(page))


def _about(path: Path, case: Case) -> tuple[str, ...]:
    children = "1 child" if len(case.children) == 1 else f"{len(case.children)} children"
    title = (case.title,) if case.title else ()
    return (path.name, *title, f"Thought through on {day_words(case.on)}, about {children}")


def _missing(made_with: MadeWith | None) -> str:
    if made_with is None:
        return NO_DOCUMENT_NAMED
    return (
        f"The case was made with the document {made_with.id}, edition {made_with.edition}, which is not here. Open its "
        "file, or choose another document."
    )


def _compared(made_with: MadeWith | None, opened: ConsultationPresenter) -> str:
    """Whether the document is the one the case was made with, and what it means where it is not."""
    source = opened.state.compiled.source
    now = source.document
    if made_with is None:
        return f"The case will be held against {now.title}, edition {now.edition}."
    if made_with.fingerprint == source.fingerprint:
        return SAME_DOCUMENT
    if made_with.id != now.id:
        what = f"The case was made with the document {made_with.id}; this is {now.title}, edition {now.edition}."
    elif made_with.edition != now.edition:
        what = f"The case was made with edition {made_with.edition}; this is edition {now.edition}."
    else:
        what = f"The words of edition {now.edition} have changed since the case was made."
    return f"{what} The result may be another than the one you saw, and questions may be new. Look at your record."
