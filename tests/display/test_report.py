"""Report CEUs: the choice, the form, the faults."""

from collections.abc import Mapping
from datetime import date
from itertools import product

import pytest

from recert_web.display.fault_words import FAULTS, NOT_THIS, fault_sentence
from recert_web.display.report import report_form, type_groups
from recert_web.display.shapes import FormField, Option, ReportForm
from recert_web.domain.claim import ClaimDraft, ClaimFault, ClaimFaults, FaultCode, HomeStudy
from recert_web.domain.claim_form import fields_of, may_be_entered
from recert_web.domain.claim_reading import read_claim
from recert_web.domain.rules import RuleSet
from recert_web.rulebook.loader import rule_sets
from tests.display.people import NEWEST, RULES, texts

HELD = ("CSCS", "TSAC-F")
STUDY = HomeStudy(7, "Rocky Clinics", "Sprint Mechanics", 150, "H-7", date(2018, 1, 1), date(2019, 12, 31))
EVENT = {
    "title": "Regional Conference",
    "started_on": "2019-05-13",
    "completed_on": "2019-05-14",
    "hours_in_all": "9",
    "quantity": "4",
}


def filled(
    type_key: str, values: Mapping[str, str], codes: tuple[str, ...] = HELD, listing: HomeStudy | None = None
) -> ReportForm:
    """The form as it comes back from a Save that reads what was typed."""
    outcome = read_claim(RULES, ClaimDraft(type_key, values), codes, listing)
    faults = outcome.faults if isinstance(outcome, ClaimFaults) else ()
    fields = fields_of(RULES, type_key, codes, listing)
    return report_form(RULES, type_key, fields, values, faults, codes, (STUDY,))


def field(form: ReportForm, name: str) -> FormField:
    return next(one for one in form.fields if one.name == name)


def errors(form: ReportForm) -> dict[str, str]:
    return {one.name: one.error for one in form.fields if one.error}


def test_every_type_is_offered_under_its_category_in_the_words_of_the_body() -> None:
    groups = type_groups(NEWEST)
    assert [group.label for group in groups] == [
        "A: Attendance",
        "B: Share your expertise",
        "C: Educational activities",
        "D: NSCA quizzes and assessments",
        "No CEUs",
    ]
    labels = {option.value: option.label for group in groups for option in group.options}
    assert set(labels) == set(NEWEST.types)
    assert labels["event_other"] == "A - Attended a non-NSCA event"
    assert labels["event_nsca"] == "A - Attended an NSCA event"
    assert labels["quiz_nsca"] == "D - Passed an NSCA quiz (reported for you)"
    assert labels["cpr_aed"] == "CPR/AED certification (in your profile)"


def test_an_event_asks_for_two_days_and_two_numbers_side_by_side() -> None:
    form = filled("event_other", EVENT)
    assert [(one.name, one.label, one.half) for one in form.fields] == [
        ("title", "What was it called?", False),
        ("provider", "Who held it?", False),
        ("started_on", "First day", True),
        ("completed_on", "Last day", True),
        ("hours_in_all", "Hours in all", True),
        ("quantity", "Of these, in scope", True),
        ("ceu", "CEUs", False),
        ("in_scope_for", "In scope for which of your certifications?", False),
    ]
    assert (form.title, form.error_summary, form.first_wrong, form.route) == (
        "Attended a non-NSCA event",
        "",
        "",
        "",
    )
    assert field(form, "title").value == "Regional Conference"


def test_hints_carry_the_figures_of_the_rules() -> None:
    event = filled("event_other", EVENT)
    assert field(event, "ceu").hint == "0.1 for each hour in scope, at most 2.0 for one."
    assert field(event, "quantity").hint.startswith("Not in scope: clinical topics")
    hints = {
        key: field(filled(key, {}), "ceu").hint
        for key in ("college_quarter", "personal_development", "first_aid", "home_study", "presenting")
    }
    assert hints == {
        "college_quarter": "0.3 for each quarter hour, at most 2.0 for one.",
        "personal_development": "0.1 for each hour, at most 0.5 in a calendar year.",
        "first_aid": "Always 0.5 CEUs for one.",
        "home_study": "The pre-approved list gives the value.",
        "presenting": "At most 2.0 for one.",
    }


@pytest.mark.parametrize(
    ("typed", "value"), [("4", "0.4"), ("2,5", "0.25"), ("30", "2.0"), ("", ""), ("many", "")]
)
def test_a_computed_value_is_locked_and_follows_the_hours(typed: str, value: str) -> None:
    ceu = field(filled("event_other", EVENT | {"quantity": typed}), "ceu")
    assert (ceu.kind, ceu.value, ceu.required) == ("locked", value, True)


def test_fixed_and_listed_values_are_locked_too() -> None:
    assert field(filled("first_aid", {}), "ceu").value == "0.5"
    assert field(filled("home_study", {}), "ceu").value == ""
    assert field(filled("home_study", {"listing": "7"}, listing=STUDY), "ceu").value == "1.5"


def test_the_list_names_each_course_with_its_value() -> None:
    options = field(filled("home_study", {"listing": "7"}, listing=STUDY), "listing").options
    assert options == [Option("7", "Sprint Mechanics, Rocky Clinics", "1.5 CEUs", checked=True)]


def test_questions_are_answered_with_yes_or_no() -> None:
    form = filled("ncca_certification", {"ncca_accredited": "no"})
    assert [(one.label, one.checked) for one in field(form, "ncca_accredited").options] == [
        ("Yes", False),
        ("No", True),
    ]
    assert field(form, "ncca_accredited").kind == "yesno"


def test_every_certification_is_ticked_until_one_is_unticked() -> None:
    assert [one.checked for one in field(filled("event_other", EVENT), "in_scope_for").options] == [
        True,
        True,
    ]
    unticked = filled("event_other", EVENT | {"in_scope_for": "TSAC-F"})
    assert field(unticked, "in_scope_for").options == [
        Option("CSCS", "CSCS", "Certified Strength and Conditioning Specialist", checked=False),
        Option("TSAC-F", "TSAC-F", "Tactical Strength and Conditioning Facilitator", checked=True),
    ]


def test_a_type_that_is_reported_for_the_member_shows_the_route_and_no_fields() -> None:
    form = report_form(RULES, "quiz_nsca", (), {})
    assert form.route == "The CEUs are applied to your account automatically as soon as you pass."
    assert form.fields == []


def test_no_type_and_an_unknown_type_are_an_empty_form() -> None:
    assert report_form(RULES, "", (), {}) == report_form(RULES, "juggling", (), {}) == ReportForm()


def test_an_empty_form_says_what_each_field_wants() -> None:
    form = filled("event_other", {})
    assert errors(form) == {
        "title": "Type what it was called.",
        "completed_on": "Choose the last day.",
        "hours_in_all": "Type the hours in all.",
        "quantity": "Type the hours in scope.",
    }
    assert form.error_summary == "Not saved yet: 4 things to put right below."
    assert form.first_wrong == "title"


@pytest.mark.parametrize(
    ("typed", "error"),
    [
        ({"quantity": "ten"}, "The hours in scope: type a number such as 2.5, without other signs."),
        ({"quantity": "1.255"}, "The hours in scope: use at most two decimals, such as 2.25."),
        ({"quantity": "-3"}, "The hours in scope: type a number above 0."),
        ({"quantity": "1001"}, "The hours in scope: type a number of at most 1000."),
        ({"quantity": "10"}, "The hours in scope: at most the 9 in all. Correct one of them."),
        ({"completed_on": "soon"}, "The last day: give year, month and day, such as 2026-05-14."),
        ({"completed_on": "2019-02-30"}, "The last day: there is no such day. Check the day and the month."),
        (
            {"completed_on": "2019-05-01"},
            "The last day is before 13 May 2019, when it began. Correct one of them.",
        ),
        ({"title": "x" * 201}, "The name: shorten it to 200 characters."),
        ({"title": "a\x00b"}, "The name holds characters that cannot be shown. Type it by hand."),
        ({"in_scope_for": "CSPS"}, "You do not hold one of the certifications ticked. Reload the page."),
        (
            {"in_scope_for": ""},
            "Tick at least one: what is in scope for none of your certifications gives no CEUs.",
        ),
    ],
)
def test_a_fault_names_its_field_and_the_way_out(typed: dict[str, str], error: str) -> None:
    form = filled("event_other", EVENT | typed)
    assert errors(form) == {next(iter(typed)): error}
    assert form.error_summary == "Not saved yet: 1 thing to put right below."


def test_an_answer_that_makes_it_another_type_says_which() -> None:
    values = {"title": "x", "completed_on": "2019-05-01"}
    bls = filled("first_aid", values | {"bls": "yes", "first_aid_named": "no"})
    assert errors(bls)["first_aid_named"] == (
        "A BLS card that does not name First Aid gives no CEUs. "
        "Add your card to your profile. It is a requirement for certification, so it gives no CEUs."
    )
    ncca = filled("ncca_certification", values | {"ncca_accredited": "no", "field_in_scope": "yes"})
    assert errors(ncca) == {
        "ncca_accredited": "Only a certification that the NCCA accredits can be reported as one. "
        'Report it as "Engaged in Personal Development" instead.'
    }
    other = filled("ncca_certification", values | {"ncca_accredited": "yes", "field_in_scope": "no"})
    assert errors(other) == {
        "field_in_scope": "Only a fitness, sport or exercise nutrition certification can be reported as one."
    }


def test_a_course_outside_its_days_on_the_list_says_which_they_were() -> None:
    form = filled("home_study", {"listing": "7", "completed_on": "2020-05-01"}, listing=STUDY)
    assert errors(form) == {
        "listing": "It was on the list from 1 January 2018 to 31 December 2019 only. Check the day. "
        'Report it as "Engaged in Personal Development" instead.'
    }
    unknown = filled("home_study", {"listing": "8", "completed_on": "2019-05-01"}, listing=STUDY)
    assert errors(unknown) == {
        "listing": "This course is not on the pre-approved list. Choose one from the list."
    }


def test_a_closed_cycle_says_from_which_day_on_it_can_be_reported() -> None:
    closed = ClaimFault("completed_on", FaultCode.CYCLE_CLOSED, {"first_day": date(2021, 1, 1)})
    words = "The cycle of that day is closed, so nothing can be added to it."
    assert fault_sentence(RULES, "event_other", closed) == (
        f"{words} Report what was completed on 1 January 2021 or later."
    )
    nowhere = ClaimFault("completed_on", FaultCode.CYCLE_CLOSED)
    assert fault_sentence(RULES, "event_other", nowhere) == words


def test_a_type_that_is_not_the_members_to_report_answers_with_its_route() -> None:
    assert fault_sentence(RULES, "volunteer", ClaimFault("type", FaultCode.REPORTED_FOR_YOU)) == (
        "NSCA staff add the CEUs once a year, after one full year has been served."
    )
    assert fault_sentence(RULES, "juggling", ClaimFault("type", FaultCode.UNKNOWN_TYPE)) == (
        "Choose an activity from the list."
    )


def test_every_fault_has_its_words() -> None:
    by_themselves = {FaultCode.MISSING, FaultCode.REPORTED_FOR_YOU, FaultCode.NOT_THIS_TYPE}
    assert set(FaultCode) == by_themselves | set(FAULTS)
    assert set(NOT_THIS) == {"first_aid_named", "ncca_accredited", "field_in_scope", "in_scope_for"}


TYPES = [(rules, key) for rules in rule_sets() for key in rules.types]


@pytest.mark.parametrize(("rules", "key"), TYPES, ids=[f"{rules.name} {key}" for rules, key in TYPES])
def test_every_type_of_every_cycle_has_a_form_or_a_route_without_codes(rules: RuleSet, key: str) -> None:
    fields = fields_of(rules, key, HELD)
    missing = [ClaimFault(one.name, FaultCode.MISSING) for one in fields]
    form = report_form(rules, key, fields, {}, missing, HELD)
    assert bool(form.fields) is may_be_entered(rules.types[key]) is not bool(form.route)
    assert all(one.label and one.error for one in form.fields)
    assert not any("_" in text or "{" in text for text in texts(form))


@pytest.mark.parametrize(("code", "figure"), list(product(FAULTS, (5, date(2019, 5, 1)))))
def test_no_fault_shows_a_code(code: FaultCode, figure: int | date) -> None:
    names = ("limit", "started_on", "hours_in_all", "valid_from", "valid_until", "first_day")
    fault = ClaimFault("title", code, dict.fromkeys(names, figure))
    words = fault_sentence(RULES, "event_other", fault)
    assert words.endswith(".")
    assert "_" not in words
    assert "{" not in words
