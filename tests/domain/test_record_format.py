"""Every fault of a record, in one pass, with where it stands; never a traceback."""

import json
from datetime import date
from typing import Any

import pytest

from recert_web.domain.evaluate import evaluate
from recert_web.domain.faults import Fault, Faults
from recert_web.domain.record import Activity, Certification, EntrySource, Payment, PaymentKind, Record
from recert_web.domain.record_format import parse_record, result_as_data
from recert_web.rulebook.loader import rule_set

CSCS = {"code": "CSCS", "certified_on": "2016-04-09"}
EVENT = {"id": "a", "type": "event_other", "completed_on": "2018-07-12", "quantity": "20"}


def parsed(source: str | bytes) -> Record | Faults:
    return parse_record(source, rule_set)


def data(**changed: Any) -> dict[str, Any]:
    return {"rule_set": "nsca-2018-2020", "as_of": "2020-11-01", "certifications": [CSCS], **changed}


def without(*keys: str) -> dict[str, Any]:
    return {key: value for key, value in data().items() if key not in keys}


def paths(value: object) -> list[str]:
    found = parsed(value if isinstance(value, (str, bytes)) else json.dumps(value))
    assert isinstance(found, Faults), found
    assert all(fault.message for fault in found.faults)
    return [fault.path for fault in found.faults]


def activity(**changed: Any) -> dict[str, Any]:
    one = {**EVENT, **changed}
    return data(activities=[{key: value for key, value in one.items() if value is not ...}])


def payment(**changed: Any) -> dict[str, Any]:
    one = {"kind": "recertification", "certification": "CSCS", "paid_on": "2020-10-01", **changed}
    return data(payments=[{key: value for key, value in one.items() if value is not ...}])


def test_the_least_record_is_read_with_its_defaults() -> None:
    held = (Certification("CSCS", date(2016, 4, 9)),)
    assert parsed(json.dumps(data())) == Record("nsca-2018-2020", date(2020, 11, 1), held, False, (), ())


def test_everything_a_record_may_hold_is_read() -> None:
    full = data(
        nsca_member=True,
        certifications=[{**CSCS, "earns_from": "2018-02-01"}],
        activities=[
            {**EVENT, "started_on": "2018-07-11", "ref": "r", "source": "staff", "in_scope_for": ["TSAC-F"]},
            {"id": "q", "type": "quiz_nsca", "completed_on": "2019-03-01", "score": 80, "ceu": "0.35",
             "struck": True},
        ],
        payments=[{"kind": "recertification", "certification": "CSCS", "paid_on": "2020-10-01",
                   "refunded_on": "2020-12-24"}],
    )  # fmt: skip
    found = parsed(json.dumps(full).encode())
    assert isinstance(found, Record)
    started, completed = date(2018, 7, 11), date(2018, 7, 12)
    assert found.activities == (
        Activity("a", "event_other", completed, started, 2000, ref="r", source=EntrySource.STAFF,
                 in_scope_for=("TSAC-F",)),
        Activity("q", "quiz_nsca", date(2019, 3, 1), ceu=35, score=80, struck=True),
    )  # fmt: skip
    assert found.payments == (
        Payment(PaymentKind.RECERTIFICATION, date(2020, 10, 1), "CSCS", date(2020, 12, 24)),
    )
    assert found.certifications[0].earns_from == date(2018, 2, 1)


@pytest.mark.parametrize(
    "text",
    ["", "{", "nope", "[1,]", '{"a":1}}', "\ufeff{}", "\x00", '{"a": "\t"}', b"\xff\xfe{}", "[" * 100_000],
)
def test_what_is_not_JSON_is_one_fault_of_the_whole(text: str | bytes) -> None:
    assert paths(text) == [""]


@pytest.mark.parametrize("text", ["[]", "1", "null", '"x"', "NaN", "1e999", "9" * 5000])
def test_JSON_that_is_no_object_is_one_fault_of_the_whole(text: str) -> None:
    assert paths(text) == [""]


def test_deep_nesting_in_a_value_is_a_fault() -> None:
    deep = "[" * 100_000 + "]" * 100_000
    assert paths(json.dumps(data(activities=[])).replace("[]", deep)) == [""]


def test_moderate_nesting_of_a_wrong_kind_is_a_fault_where_it_stands() -> None:
    assert paths(data(activities=[[[[[[[]]]]]]])) == ["activities[0]"]


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        (without("rule_set"), ["rule_set"]),
        (without("as_of", "certifications"), ["as_of", "certifications"]),
        (data(rule_set="nsca-1999"), ["rule_set"]),
        (data(rule_set=""), ["rule_set"]),
        (data(rule_set=7), ["rule_set"]),
        (data(as_of="2020-02-30"), ["as_of"]),
        (data(nsca_member=1), ["nsca_member"]),
        (data(nsca_member=None), ["nsca_member"]),
        (data(surprise=1), ["surprise"]),
        (data(certifications=[]), ["certifications"]),
        (data(certifications={}), ["certifications"]),
        (data(activities=None), ["activities"]),
        (data(activities="a"), ["activities"]),
        (data(payments=[None]), ["payments[0]"]),
        (data(certifications=[CSCS, CSCS]), ["certifications[1].code"]),
        (data(certifications=[{"code": "CPSS", "certified_on": "2016-04-09"}]), ["certifications[0].code"]),
        (data(certifications=[{**CSCS, "certified_on": "2021-01-01"}]), ["certifications[0].certified_on"]),
        (data(certifications=[{**CSCS, "earns_from": None}]), ["certifications[0].earns_from"]),
        (data(certifications=[{"certified_on": "2016-04-09"}]), ["certifications[0].code"]),
        (data(certifications=["CSCS"]), ["certifications[0]"]),
    ],
)
def test_a_fault_of_the_record_is_named_where_it_stands(record: dict[str, Any], expected: list[str]) -> None:
    assert paths(record) == expected


@pytest.mark.parametrize(
    ("changed", "key"),
    [
        *[({"quantity": bad}, "quantity") for bad in (
            ..., "0", "0.00", "-1", "+1", "1.234", "1e3", " 1", "1 ", ".5", "5.", "1,5", "1000.01",
            "9" * 5000, "", 20, 2.5, None, True, "NaN", "\u0661", "1_0", "\uff11",
        )],
        *[({"completed_on": bad}, "completed_on") for bad in (
            ..., "2019-02-29", "2018-13-01", "20180712", "2018-W01-1", "2018-7-12", "10000-01-01",
            "0000-01-01", "2018-07-12T00:00", "", 20180712, None, "\u0662018-07-1",
        )],
        ({"id": ...}, "id"), ({"id": ""}, "id"), ({"id": 1}, "id"), ({"id": "\ud800"}, "id"),
        ({"type": ...}, "type"), ({"type": "juggling"}, "type"), ({"type": ["event_other"]}, "type"),
        ({"started_on": "2018-07-13"}, "started_on"), ({"started_on": "soon"}, "started_on"),
        ({"ref": ""}, "ref"), ({"ref": None}, "ref"), ({"ref": "a\udfff"}, "ref"),
        ({"source": "boss"}, "source"), ({"source": None}, "source"),
        ({"in_scope_for": "CSCS"}, "in_scope_for"), ({"in_scope_for": ["XX"]}, "in_scope_for[0]"),
        ({"in_scope_for": ["CSCS", 3]}, "in_scope_for[1]"),
        ({"struck": "true"}, "struck"), ({"struck": 1}, "struck"),
        ({"ceu": "1.0"}, "ceu"), ({"score": 80}, "score"), ({"hours": "3"}, "hours"),
    ],
)  # fmt: skip
def test_a_fault_of_an_activity_is_named_where_it_stands(changed: dict[str, Any], key: str) -> None:
    assert paths(activity(**changed)) == [f"activities[0].{key}"]


@pytest.mark.parametrize("score", [..., -1, 101, 70.0, 70.5, "80", True, None, 10**400])
def test_a_score_is_a_whole_number_up_to_a_hundred(score: object) -> None:
    assert paths(activity(type="quiz_nsca", quantity=..., score=score)) == ["activities[0].score"]


@pytest.mark.parametrize("ceu", [..., "0", "20.01", "-1", 1, "x"])
@pytest.mark.parametrize(
    "key", ["home_study", "presenting", "publish_nsca", "publish_other", "usada_safesport"]
)
def test_a_stated_value_is_required_and_within_limits(key: str, ceu: object) -> None:
    assert paths(activity(type=key, quantity=..., ceu=ceu)) == ["activities[0].ceu"]


def test_a_figure_of_an_unknown_type_is_still_checked_by_itself() -> None:
    assert paths(activity(type="juggling", score=101, ceu="1")) == [
        "activities[0].type",
        "activities[0].score",
    ]


def test_an_unknown_rule_set_does_not_hide_other_faults() -> None:
    found = paths({**activity(quantity="x"), "rule_set": "nsca-1999", "certifications": []})
    assert found == ["rule_set", "certifications", "activities[0].quantity"]


def test_two_activities_with_one_id_are_a_fault() -> None:
    assert paths(data(activities=[EVENT, EVENT])) == ["activities[1].id"]


@pytest.mark.parametrize(
    ("changed", "key"),
    [
        ({"kind": "tip"}, "kind"),
        ({"kind": ...}, "kind"),
        ({"kind": ["late"]}, "kind"),
        ({"certification": ...}, "certification"),
        ({"certification": "NSCA-CPT"}, "certification"),
        ({"certification": None}, "certification"),
        ({"paid_on": ...}, "paid_on"),
        ({"paid_on": "2020-11-02"}, "paid_on"),
        ({"refunded_on": "2020-09-30"}, "refunded_on"),
        ({"amount": "65"}, "amount"),
    ],
)
def test_a_fault_of_a_payment_is_named_where_it_stands(changed: dict[str, Any], key: str) -> None:
    assert paths(payment(**changed)) == [f"payments[0].{key}"]


def test_every_fault_is_told_at_once() -> None:
    broken = data(nsca_member="yes", activities=[{"id": "", "type": "x"}, 5], payments=[{}], extra=1)
    assert paths(broken) == [
        "extra", "nsca_member", "activities[0].id", "activities[0].type", "activities[0].completed_on",
        "activities[1]", "payments[0].kind", "payments[0].paid_on",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ('"as_of": "2020-11-01"', "as_of"),
        (
            '"certifications": [{"code": "CSCS", "code": "CSCS", "certified_on": "2016-04-09"}]',
            "certifications[0].code",
        ),
    ],
)
def test_a_key_given_twice_is_a_fault_where_it_stands(text: str, path: str) -> None:
    whole = json.dumps(data())
    assert path in paths(f"{whole[:-1]}, {text}}}")


def test_a_key_given_twice_inside_a_value_given_twice_is_found_too() -> None:
    found = paths('{"x": {"y": 1, "y": 2}, "x": 3}')
    assert "x" in found
    assert "x.y" in found


def test_half_characters_are_found_wherever_they_stand() -> None:
    found = paths({"x": [["\ud800"], {"y": "\udfff"}, "\ud800"], "z": "\ud800"})
    assert {"x[0][0]", "x[1].y", "x[2]", "z"} <= set(found)


def test_a_half_character_in_a_key_is_a_fault_that_can_be_printed() -> None:
    found = paths('{"\\ud800": 1}')
    assert all(path.isascii() for path in found)


def test_an_endless_key_is_shown_cut() -> None:
    assert max(len(path) for path in paths({"x" * 100_000: 1})) < 100


def test_characters_beyond_ASCII_are_welcome() -> None:
    found = parsed(json.dumps(activity(id="caf\u00e9 \U0001f3cb"), ensure_ascii=False))
    assert isinstance(found, Record)
    assert found.activities[0].id == "caf\u00e9 \U0001f3cb"


def test_the_last_day_there_is_may_be_written() -> None:
    found = parsed(json.dumps({**activity(completed_on="9999-12-31"), "as_of": "9999-12-31"}))
    assert isinstance(found, Record)
    assert evaluate(rule_set(found.rule_set), found).standings["CSCS"].credited == 0


def test_faults_are_printed_with_path_and_message() -> None:
    assert Faults((Fault("a", "b"),)).as_data() == {"faults": [{"path": "a", "message": "b"}]}


def test_the_result_has_its_keys_in_the_order_of_the_description() -> None:
    found = parsed(json.dumps(activity()))
    assert isinstance(found, Record)
    result = result_as_data(evaluate(rule_set(found.rule_set), found))
    assert list(result) == [
        "rule_set",
        "as_of",
        "window",
        "late_fee",
        "fee_due",
        "certifications",
        "distinction",
    ]
    standing = result["certifications"]["CSCS"]  # type: ignore[index]
    assert list(standing) == [
        "required", "credited", "short", "categories", "categories_used", "categories_needed", "ceus_met",
        "fee", "payable", "status", "activities",
    ]  # fmt: skip
