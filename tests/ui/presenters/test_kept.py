"""Opening a kept case with its document, another edition of it, or none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from threshold_tool.cases.interview import Place
from threshold_tool.cases.keeping import keep_case
from threshold_tool.cases.model import Decision, MadeWith
from threshold_tool.cases.writer import case_bytes
from threshold_tool.paths import shipped_document
from threshold_tool.settings import SettingsStore
from ui.presenters.kept import NO_DOCUMENT_NAMED, SAME_DOCUMENT, KeptPresenter
from ui.presenters.library import Library
from ui.presenters.navigator import Navigator
from ui.presenters.page_ids import PageId, PageKind
from ui.presenters.preferences import Preferences

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.conftest import StandingClock
    from ui.presenters.consultation import ConsultationPresenter


@pytest.fixture
def navigator() -> Navigator:
    """A navigator with every page and no case."""
    return Navigator(frozenset(PageKind))


@pytest.fixture
def opening(navigator: Navigator, clock: StandingClock, tmp_path: Path) -> KeptPresenter:
    """The presenter with the documents that are shipped."""
    return KeptPresenter(Library(clock), navigator, Preferences(SettingsStore(tmp_path / "settings")))


@pytest.fixture
def kept(consultation: ConsultationPresenter, tmp_path: Path) -> Path:
    """A file with a case that was left after its first question."""
    consultation.take_role("health")
    consultation.answer(Place("danger-now"), "no")
    path = tmp_path / "case.yaml"
    keep_case(consultation.state.case, consultation.state.compiled.source, path)
    return path


def test_a_case_goes_on_where_it_was_left(opening: KeptPresenter, navigator: Navigator, kept: Path) -> None:
    """With its own document word for word; the next page is the first that wants something."""

    opening.choose_case(kept)
    assert opening.state.about_document == SAME_DOCUMENT
    opening.go_on()

    assert navigator.consultation is not None
    assert navigator.consultation.state.given(Place("danger-now")) == "no"
    assert navigator.state.page == PageId(PageKind.ADULTS)
    assert not navigator.has_unkept_work


def test_a_decided_case_opens_at_its_follow_up(
    opening: KeptPresenter, navigator: Navigator, consultation: ConsultationPresenter, kept: Path
) -> None:
    """Once everything is decided, what is wanted is what comes after."""

    for ref in ("A", "B"):
        consultation.decide(ref, Decision(level="early-help"))
    keep_case(consultation.state.case, consultation.state.compiled.source, kept)
    opening.choose_case(kept)
    opening.go_on()

    assert navigator.state.page == PageId(PageKind.PLAN)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"fingerprint": "0"}, "The words of edition 2026.1 have changed"),
        ({"fingerprint": "0", "edition": "2025.1"}, "made with edition 2025.1; this is edition 2026.1."),
    ],
)
def test_a_changed_document_is_said(
    opening: KeptPresenter, consultation: ConsultationPresenter, kept: Path, changed: dict[str, str], said: str
) -> None:
    """The case opens all the same, and the state says what the change means."""

    made_with = MadeWith.model_validate({"id": "exampleshire", "edition": "2026.1", "fingerprint": "0", **changed})
    kept.write_bytes(case_bytes(consultation.state.case.model_copy(update={"document": made_with})))
    opening.choose_case(kept)

    assert said in opening.state.about_document
    assert "The result may be another" in opening.state.about_document
    assert opening.state.has_changed


def test_a_document_that_is_not_here_is_asked_for(
    opening: KeptPresenter, consultation: ConsultationPresenter, kept: Path
) -> None:
    """The state names it; any document can be chosen, and the state says that it is another."""

    made_with = MadeWith(id="long-gone", edition="3", fingerprint="0")
    kept.write_bytes(case_bytes(consultation.state.case.model_copy(update={"document": made_with})))
    opening.choose_case(kept)
    assert "long-gone, edition 3, which is not here" in opening.state.about_document
    assert opening.state.opened is None

    opening.choose_document(shipped_document("exampleshire"))
    assert opening.state.opened is not None
    assert "made with the document long-gone" in opening.state.about_document


def test_a_case_without_a_document_asks_for_one(
    opening: KeptPresenter, consultation: ConsultationPresenter, kept: Path
) -> None:
    """A case that somebody wrote by hand can be gone on with too."""

    kept.write_bytes(case_bytes(consultation.state.case))
    opening.choose_case(kept)

    assert opening.state.about_document == NO_DOCUMENT_NAMED


def test_answers_without_a_place_are_listed(opening: KeptPresenter, kept: Path) -> None:
    """Under a document that does not have the questions nothing is dropped: it does not open, and says why."""

    opening.choose_case(kept)
    opening.choose_document(shipped_document("northfold"))
    kept.write_text(
        kept.read_text(encoding="utf-8").replace("danger-now", "danger-then"), encoding="utf-8", newline="\n"
    )
    opening.choose_case(kept)

    assert opening.state.opened is None
    assert opening.state.refused is not None
    assert "have no place" in opening.state.refused.text
    assert any("danger-then" in problem for problem in opening.state.refused.problems)


def test_a_file_that_is_no_case_is_refused(opening: KeptPresenter, tmp_path: Path) -> None:
    """What is wrong with it is listed, and nothing is open."""

    (tmp_path / "no.yaml").write_text("format: threshold-case/1\n", encoding="utf-8", newline="\n")
    opening.choose_case(tmp_path / "no.yaml")
    assert opening.state.refused is not None
    assert opening.state.refused.problems

    opening.choose_case(tmp_path / "missing.yaml")
    assert opening.state.refused is not None
    assert "There is no file" in opening.state.refused.text
