"""What is typed and not saved is kept for its account alone, for 30 days, and until it is saved."""

from dataclasses import replace
from datetime import timedelta

import pytest

from recert_web.data.database import Session
from recert_web.services.claims_values import SavedClaim
from recert_web.services.drafts import (
    NEW,
    drop_draft,
    keep_draft,
    purpose_of,
    read_draft,
    save_changed,
    save_typed,
)
from recert_web.services.policy import Forbidden
from tests.services.members import NOW, STAFF, TODAY, member, typed

TEXTS = {"title": "Clinic in Zürich", "quantity": "8"}


def test_what_was_typed_comes_back_to_its_account_and_to_no_other(session: Session) -> None:
    sam, alex = member(session), member(session)
    keep_draft(session, sam, NEW, TEXTS, NOW)
    assert read_draft(session, sam, NEW, NOW) == TEXTS
    assert read_draft(session, alex, NEW, NOW) == {}
    assert read_draft(session, sam, purpose_of("1", 1), NOW) == {}


def test_the_last_to_write_wins(session: Session) -> None:
    sam = member(session)
    keep_draft(session, sam, NEW, TEXTS, NOW)
    keep_draft(session, sam, NEW, {**TEXTS, "quantity": "9"}, NOW + timedelta(seconds=1))
    assert read_draft(session, sam, NEW, NOW)["quantity"] == "9"


def test_after_thirty_days_it_is_gone_and_swept_away_by_the_next(session: Session) -> None:
    sam, alex = member(session), member(session)
    keep_draft(session, sam, NEW, TEXTS, NOW)
    assert read_draft(session, sam, NEW, NOW + timedelta(days=30)) == TEXTS
    later = NOW + timedelta(days=30, seconds=1)
    assert read_draft(session, sam, NEW, later) == {}
    keep_draft(session, alex, NEW, TEXTS, later)
    assert session.connection().exec_driver_sql("SELECT count(*) FROM drafts").scalar_one() == 1


@pytest.mark.parametrize("texts", [{}, {"title": " ", "quantity": ""}])
def test_an_emptied_form_is_no_draft(session: Session, texts: dict[str, str]) -> None:
    sam = member(session)
    keep_draft(session, sam, NEW, TEXTS, NOW)
    keep_draft(session, sam, NEW, texts, NOW)
    assert read_draft(session, sam, NEW, NOW) == {}


def test_what_no_form_of_ours_could_hold_is_not_kept(session: Session) -> None:
    sam = member(session)
    keep_draft(session, sam, NEW, {"title": "x" * 20_001}, NOW)
    assert read_draft(session, sam, NEW, NOW) == {}


def test_starting_over_forgets_it(session: Session) -> None:
    sam = member(session)
    keep_draft(session, sam, NEW, TEXTS, NOW)
    drop_draft(session, sam, NEW)
    drop_draft(session, sam, NEW)
    assert read_draft(session, sam, NEW, NOW) == {}


def test_saving_removes_the_draft_of_what_was_saved_and_no_other(session: Session) -> None:
    sam = member(session)
    saved = save_typed(session, sam, "form-1", typed(), TODAY, NOW)
    assert isinstance(saved, SavedClaim)
    edit = purpose_of(saved.entry.activity.id, saved.entry.version)
    for purpose in (NEW, edit):
        keep_draft(session, sam, purpose, TEXTS, NOW)
    changed = typed("Strength clinic, two days")
    edited = save_changed(session, sam, saved.entry.activity.id, 1, changed, TODAY, NOW)
    assert isinstance(edited, SavedClaim)
    assert read_draft(session, sam, edit, NOW) == {}
    assert read_draft(session, sam, NEW, NOW) == TEXTS
    save_typed(session, sam, "form-2", typed("Another clinic"), TODAY, NOW)
    assert read_draft(session, sam, NEW, NOW) == {}


def test_a_form_sent_again_leaves_the_next_draft_alone(session: Session) -> None:
    sam = member(session)
    save_typed(session, sam, "form-1", typed(), TODAY, NOW)
    keep_draft(session, sam, NEW, TEXTS, NOW)
    again = save_typed(session, sam, "form-1", typed(), TODAY, NOW)
    assert isinstance(again, SavedClaim)
    assert again.repeated
    assert read_draft(session, sam, NEW, NOW) == TEXTS


def test_saving_an_entry_as_it_was_removes_its_draft(session: Session) -> None:
    sam = member(session)
    saved = save_typed(session, sam, "form-1", typed(), TODAY, NOW)
    assert isinstance(saved, SavedClaim)
    edit = purpose_of(saved.entry.activity.id, 1)
    keep_draft(session, sam, edit, TEXTS, NOW)
    save_changed(session, sam, saved.entry.activity.id, 1, typed(), TODAY, NOW)
    assert read_draft(session, sam, edit, NOW) == {}


def test_what_is_refused_keeps_its_draft(session: Session) -> None:
    sam = member(session)
    keep_draft(session, sam, NEW, TEXTS, NOW)
    assert not isinstance(save_typed(session, sam, "form-1", typed(quantity="9"), TODAY, NOW), SavedClaim)
    assert read_draft(session, sam, NEW, NOW) == TEXTS


def test_what_was_typed_into_an_older_version_is_not_found(session: Session) -> None:
    sam = member(session)
    keep_draft(session, sam, purpose_of("7", 1), TEXTS, NOW)
    assert read_draft(session, sam, purpose_of("7", 2), NOW) == {}


def test_staff_have_no_drafts_of_a_record(session: Session) -> None:
    stranger = replace(STAFF, person_id=None)
    with pytest.raises(Forbidden):
        keep_draft(session, stranger, NEW, TEXTS, NOW)
    with pytest.raises(Forbidden):
        read_draft(session, stranger, NEW, NOW)
    with pytest.raises(Forbidden):
        drop_draft(session, stranger, NEW)
