"""The form asks only what a type needs."""

import pytest

from recert_web.domain.claim import ClaimField, FieldKind, HomeStudy, LockedWhy
from recert_web.domain.claim_form import fields_of, may_be_entered
from recert_web.rulebook.loader import rule_set, rule_sets
from tests.domain.claims import STUDY

RULES = rule_set("nsca-2018-2020")


def names(type_key: str, codes: tuple[str, ...] = ("CSCS",)) -> list[str]:
    return [field.name for field in fields_of(RULES, type_key, codes)]


def field(type_key: str, name: str, listing: HomeStudy | None = None) -> ClaimField:
    return next(one for one in fields_of(RULES, type_key, ("CSCS",), listing) if one.name == name)


@pytest.mark.parametrize(
    ("type_key", "expected"),
    [
        ("event_other", "title provider started_on completed_on hours_in_all quantity ceu"),
        ("event_nsca", "title provider started_on completed_on hours_in_all quantity ceu"),
        ("college_semester", "title provider started_on completed_on quantity ceu"),
        ("college_quarter", "title provider started_on completed_on quantity ceu"),
        ("personal_development", "title completed_on quantity ceu"),
        ("presenting", "title provider completed_on ceu"),
        ("publish_other", "title provider completed_on ceu"),
        ("home_study", "listing completed_on ceu"),
        ("first_aid", "title provider completed_on ceu bls first_aid_named"),
        ("ncca_certification", "title provider completed_on ceu ncca_accredited field_in_scope"),
    ],
)
def test_each_type_asks_its_own_fields_in_order(type_key: str, expected: str) -> None:
    assert names(type_key) == expected.split()


def test_types_reported_for_members_have_no_fields_but_a_route() -> None:
    for rules in rule_sets():
        for key, kind in rules.types.items():
            has_form = bool(fields_of(rules, key, ("CSCS", "NSCA-CPT")))
            assert has_form == may_be_entered(kind)
            assert has_form or kind.route


def test_scope_is_asked_only_where_it_can_differ_between_certifications() -> None:
    two = ("CSCS", "NSCA-CPT")
    asked = {key for key in RULES.types if "in_scope_for" in names(key, two)}
    assert asked == {
        "event_nsca",
        "event_other",
        "presenting",
        "publish_other",
        "college_semester",
        "college_quarter",
        "personal_development",
    }


def test_a_fixed_value_is_locked_and_says_that_the_type_fixes_it() -> None:
    ceu = field("first_aid", "ceu")
    assert (ceu.kind, ceu.hundredths, ceu.why) == (FieldKind.LOCKED, 50, LockedWhy.FIXED)


def test_a_listed_value_is_locked_to_what_the_list_says() -> None:
    assert field("home_study", "ceu").hundredths is None
    ceu = field("home_study", "ceu", STUDY)
    assert (ceu.kind, ceu.hundredths, ceu.why) == (FieldKind.LOCKED, STUDY.ceu, LockedWhy.LISTED)


def test_a_value_computed_from_hours_is_locked() -> None:
    assert field("event_other", "ceu").why is LockedWhy.COMPUTED


def test_a_college_course_must_state_when_it_began_and_an_event_need_not() -> None:
    assert field("college_semester", "started_on").required
    assert not field("event_other", "started_on").required


def test_whether_the_card_names_first_aid_is_asked_only_of_a_bls_card() -> None:
    assert field("first_aid", "first_aid_named").only_if == ("bls", "yes")
