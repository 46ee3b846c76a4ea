"""Drafts are read strictly to be saved and tolerantly while they are typed."""

from datetime import date

import pytest
from hypothesis import given, strategies as st

from recert_web.domain.claim import ClaimDraft, ClaimFaults, FaultCode, HomeStudy, ReadClaim
from recert_web.domain.claim_reading import read_claim, read_draft
from recert_web.rulebook.loader import rule_set
from tests.domain.claims import STUDY, TYPED, typed

RULES = rule_set("nsca-2018-2020")
BOTH = ("NSCA-CPT", "CSCS")


def read(draft: ClaimDraft, listing: HomeStudy | None = STUDY) -> ReadClaim:
    claim = read_claim(RULES, draft, BOTH, listing)
    assert isinstance(claim, ReadClaim), claim
    return claim


def faults(draft: ClaimDraft, listing: HomeStudy | None = STUDY) -> dict[str, FaultCode]:
    found = read_claim(RULES, draft, BOTH, listing)
    assert isinstance(found, ClaimFaults), found
    return {fault.field: fault.code for fault in found.faults}


@pytest.mark.parametrize("type_key", TYPED)
def test_a_complete_draft_of_every_type_is_read(type_key: str) -> None:
    assert read(typed(type_key)).type == type_key


def test_hours_become_hundredths_and_days_become_days() -> None:
    claim = read(typed("event_other", quantity="9,5", provider="  Spine Society "))
    assert (claim.quantity, claim.hours_in_all, claim.ceu) == (950, 2000, None)
    assert (claim.started_on, claim.completed_on) == (date(2019, 5, 10), date(2019, 5, 12))
    assert claim.provider == "Spine Society"


def test_an_approved_home_study_brings_its_title_and_value() -> None:
    claim = read(typed("home_study", ceu="2.0"))
    assert (claim.title, claim.provider, claim.ceu, claim.listing) == (
        STUDY.title,
        STUDY.provider,
        STUDY.ceu,
        STUDY.id,
    )


def test_a_fixed_value_cannot_be_typed_over() -> None:
    assert read(typed("first_aid", ceu="2.0")).ceu is None


def test_every_empty_field_that_is_required_is_named() -> None:
    wrong = faults(ClaimDraft("event_other", {}))
    assert list(wrong) == ["title", "completed_on", "hours_in_all", "quantity"]
    assert set(wrong.values()) == {FaultCode.MISSING}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", FaultCode.MISSING),
        ("ten", FaultCode.NUMBER_MALFORMED),
        ("1e3", FaultCode.NUMBER_MALFORMED),
        ("NaN", FaultCode.NUMBER_MALFORMED),
        ("1,000", FaultCode.NUMBER_MALFORMED),
        ("1.000.0", FaultCode.NUMBER_MALFORMED),
        ("٣", FaultCode.NUMBER_MALFORMED),
        ("5.", FaultCode.NUMBER_MALFORMED),
        ("1.255", FaultCode.TOO_MANY_DECIMALS),
        ("-3", FaultCode.NOT_POSITIVE),
        ("0", FaultCode.NOT_POSITIVE),
        ("0.00", FaultCode.NOT_POSITIVE),
        ("1000.01", FaultCode.TOO_LARGE),
        ("9" * 5000, FaultCode.TOO_LARGE),
    ],
)
def test_a_number_that_cannot_be_is_refused(text: str, code: FaultCode) -> None:
    assert faults(typed("personal_development", quantity=text)) == {"quantity": code}


@pytest.mark.parametrize(("text", "hundredths"), [("1000", 100_000), ("0.01", 1), (".5", 50), ("007", 700)])
def test_a_number_at_the_edge_is_read(text: str, hundredths: int) -> None:
    assert read(typed("personal_development", quantity=text)).quantity == hundredths


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("2019-02-30", FaultCode.DATE_IMPOSSIBLE),
        ("0000-01-01", FaultCode.DATE_IMPOSSIBLE),
        ("20190301", FaultCode.DATE_MALFORMED),
        ("2019-W10-1", FaultCode.DATE_MALFORMED),
        ("3/1/2019", FaultCode.DATE_MALFORMED),
        ("12019-03-01", FaultCode.DATE_MALFORMED),
    ],
)
def test_a_day_that_cannot_be_is_refused(text: str, code: FaultCode) -> None:
    assert faults(typed("presenting", completed_on=text)) == {"completed_on": code}


def test_a_course_cannot_end_before_it_began() -> None:
    assert faults(typed("college_semester", completed_on="2019-01-13")) == {
        "completed_on": FaultCode.ENDS_BEFORE_START
    }
    assert isinstance(read(typed("college_semester", completed_on="2019-01-14")), ReadClaim)


def test_no_more_hours_are_in_scope_than_there_were() -> None:
    wrong = faults(typed("event_other", quantity="20.01"))
    assert wrong == {"quantity": FaultCode.MORE_IN_SCOPE_THAN_IN_ALL}
    assert read(typed("event_other", quantity="20")).quantity == 2000


def test_a_stated_value_has_a_limit() -> None:
    assert faults(typed("presenting", ceu="20.01")) == {"ceu": FaultCode.TOO_LARGE}
    assert read(typed("presenting", ceu="20")).ceu == 2000


def test_a_title_is_one_line_of_at_most_200_characters() -> None:
    assert isinstance(read(typed("presenting", title="x" * 200)), ReadClaim)
    assert faults(typed("presenting", title="x" * 201)) == {"title": FaultCode.TOO_LONG}
    for letter in ("\0", "\n", "\x7f", "\ud800", "\u202e"):
        assert faults(typed("presenting", title=f"a{letter}b")) == {"title": FaultCode.CONTROL_CHARACTERS}
    assert read(typed("presenting", title="Körper & 力 👩‍🏫")).title == "Körper & 力 👩‍🏫"


def test_a_bls_card_without_first_aid_is_no_first_aid() -> None:
    assert isinstance(read(typed("first_aid", bls="yes", first_aid_named="yes")), ReadClaim)
    assert faults(typed("first_aid", bls="yes")) == {"first_aid_named": FaultCode.MISSING}
    found = read_claim(RULES, typed("first_aid", bls="yes", first_aid_named="no"), BOTH)
    assert isinstance(found, ClaimFaults)
    assert found.faults[0].code is FaultCode.NOT_THIS_TYPE
    assert found.faults[0].better_type == "cpr_aed"


def test_whether_first_aid_is_named_is_not_read_of_another_card() -> None:
    assert isinstance(read(typed("first_aid", bls="no", first_aid_named="no")), ReadClaim)


@pytest.mark.parametrize(
    ("accredited", "in_field", "field", "better"),
    [
        ("no", "yes", "ncca_accredited", "personal_development"),
        ("yes", "no", "field_in_scope", None),
        ("no", "no", "field_in_scope", None),
    ],
)
def test_another_certification_must_be_accredited_and_in_the_field(
    accredited: str, in_field: str, field: str, better: str | None
) -> None:
    draft = typed("ncca_certification", ncca_accredited=accredited, field_in_scope=in_field)
    found = read_claim(RULES, draft, BOTH)
    assert isinstance(found, ClaimFaults)
    (fault,) = found.faults
    assert (fault.field, fault.code, fault.better_type) == (field, FaultCode.NOT_THIS_TYPE, better)


def test_a_question_is_answered_with_yes_or_no() -> None:
    assert faults(typed("first_aid", bls="maybe")) == {"bls": FaultCode.ANSWER_MALFORMED}


def test_a_home_study_must_be_on_the_list_on_its_day() -> None:
    assert faults(typed("home_study"), None) == {"listing": FaultCode.UNKNOWN_LISTING}
    assert faults(typed("home_study", listing="8")) == {"listing": FaultCode.UNKNOWN_LISTING}
    assert isinstance(read(typed("home_study", completed_on="2020-06-30")), ReadClaim)
    found = read_claim(RULES, typed("home_study", completed_on="2020-07-01"), BOTH, STUDY)
    assert isinstance(found, ClaimFaults)
    assert found.faults[0].code is FaultCode.NOT_APPROVED_THEN
    assert found.faults[0].better_type == "personal_development"


def test_scope_is_kept_only_where_it_leaves_a_certification_out() -> None:
    assert read(typed("presenting")).in_scope_for is None
    assert read(typed("presenting", in_scope_for="CSCS NSCA-CPT")).in_scope_for is None
    assert read(typed("presenting", in_scope_for="CSCS")).in_scope_for == ("CSCS",)
    assert faults(typed("presenting", in_scope_for="")) == {"in_scope_for": FaultCode.NOT_THIS_TYPE}
    assert faults(typed("presenting", in_scope_for="CPSS")) == {
        "in_scope_for": FaultCode.UNKNOWN_CERTIFICATION
    }


@pytest.mark.parametrize("type_key", ["volunteer", "quiz_nsca", "cpr_aed", "usada_safesport"])
def test_what_is_reported_for_members_is_not_read(type_key: str) -> None:
    assert faults(ClaimDraft(type_key, {})) == {"type": FaultCode.REPORTED_FOR_YOU}


def test_an_unknown_type_is_named() -> None:
    assert faults(ClaimDraft("holiday", {})) == {"type": FaultCode.UNKNOWN_TYPE}


def test_an_unfinished_draft_has_no_faults_and_nothing_to_compute() -> None:
    reading = read_draft(RULES, ClaimDraft("event_other", {"title": "Spine", "quantity": "10"}), BOTH)
    assert (reading.activity, reading.faults) == (None, ())


@pytest.mark.parametrize("type_key", TYPED)
def test_the_day_and_the_value_are_enough_to_compute(type_key: str) -> None:
    needed = ("completed_on", "started_on", "quantity", "ceu", "listing")
    draft = ClaimDraft(type_key, {name: text for name, text in TYPED[type_key].items() if name in needed})
    reading = read_draft(RULES, draft, BOTH, STUDY)
    assert reading.activity is not None
    assert reading.faults == ()


def test_a_draft_says_at_once_what_cannot_be() -> None:
    reading = read_draft(RULES, typed("first_aid", bls="yes", first_aid_named="no"), BOTH)
    assert reading.activity is None
    assert [fault.code for fault in reading.faults] == [FaultCode.NOT_THIS_TYPE]


NAMES = ["title", "provider", "started_on", "completed_on", "hours_in_all", "quantity", "ceu", "listing"]
TEXTS = st.one_of(
    st.text(alphabet="0129-+.,/ eaé\u0662\0\u202e", max_size=12),
    st.sampled_from(["2019-03-01", "1.5", "yes", "no", "CSCS", "7"]),
)


@given(
    st.sampled_from([*RULES.types, "holiday"]),
    st.dictionaries(st.sampled_from([*NAMES, "bls", "first_aid_named", "in_scope_for"]), TEXTS),
)
def test_whatever_is_typed_is_read_or_refused_in_both_ways(type_key: str, values: dict[str, str]) -> None:
    draft = ClaimDraft(type_key, values)
    strict, tolerant = read_claim(RULES, draft, BOTH, STUDY), read_draft(RULES, draft, BOTH, STUDY)
    if isinstance(strict, ReadClaim):
        assert tolerant.activity == strict.as_activity("draft")
    else:
        seen = tuple(fault for fault in strict.faults if fault.code is not FaultCode.MISSING)
        assert tolerant.faults == seen
