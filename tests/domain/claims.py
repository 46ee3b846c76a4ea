"""Drafts as a member types them, complete unless a test changes them."""

from collections.abc import Mapping
from datetime import date

from recert_web.domain.claim import ClaimDraft, HomeStudy

STUDY = HomeStudy(7, "Open Lecture", "Sprint mechanics", 30, "HS-7", date(2019, 1, 1), date(2020, 6, 30))

TYPED: Mapping[str, Mapping[str, str]] = {
    "event_other": {
        "title": "Spine conference",
        "started_on": "2019-05-10",
        "completed_on": "2019-05-12",
        "hours_in_all": "20",
        "quantity": "10",
    },
    "college_semester": {
        "title": "Biomechanics",
        "started_on": "2019-01-14",
        "completed_on": "2019-05-03",
        "quantity": "3",
    },
    "personal_development": {"title": "Journal reading", "completed_on": "2019-03-01", "quantity": "2.5"},
    "presenting": {"title": "Panel on tapering", "completed_on": "2019-03-01", "ceu": "0.4"},
    "home_study": {"listing": "7", "completed_on": "2019-03-01"},
    "first_aid": {"title": "First Aid", "completed_on": "2019-03-01", "bls": "no"},
    "ncca_certification": {
        "title": "Sports nutrition",
        "completed_on": "2019-03-01",
        "ncca_accredited": "yes",
        "field_in_scope": "yes",
    },
}


def typed(type_key: str, **changes: str) -> ClaimDraft:
    """A complete draft of a type, with some fields typed otherwise."""
    return ClaimDraft(type_key, {**TYPED[type_key], **changes})
