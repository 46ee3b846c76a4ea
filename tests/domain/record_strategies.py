"""Hypothesis strategies: records of every cycle, dense in dates so that maximums and refusals meet."""

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from recert_web.domain.record import Activity, Certification, EntrySource, Payment, PaymentKind, Record
from recert_web.domain.rules import RuleSet
from recert_web.rulebook.loader import rule_sets

LONG = timedelta(days=200)


def days(rules: RuleSet) -> st.SearchStrategy[date]:
    return st.dates(rules.starts - LONG, rules.ends + LONG)


@st.composite
def activities(draw: st.DrawFn, rules: RuleSet, activity_id: str) -> Activity:
    completed_on = draw(days(rules))
    begun = draw(st.none() | st.integers(0, 200))
    codes = st.lists(st.sampled_from(sorted(rules.certifications)), unique=True, max_size=3).map(tuple)
    return Activity(
        activity_id,
        draw(st.sampled_from(sorted(rules.types))),
        completed_on,
        None if begun is None else completed_on - timedelta(days=begun),
        draw(st.integers(1, 4_000)),
        draw(st.none() | st.integers(1, 300)),
        draw(st.none() | st.integers(50, 100)),
        draw(st.none() | st.sampled_from(["r", "s"])),
        draw(st.sampled_from(EntrySource)),
        draw(st.none() | codes),
        draw(st.integers(0, 9)) == 0,
    )


@st.composite
def certifications(draw: st.DrawFn, rules: RuleSet) -> tuple[Certification, ...]:
    codes = draw(st.lists(st.sampled_from(sorted(rules.certifications)), unique=True, min_size=1, max_size=3))
    return tuple(
        Certification(
            code,
            draw(st.dates(rules.starts - LONG, rules.ends)),
            draw(st.none() | st.none() | days(rules)),
        )
        for code in codes
    )


@st.composite
def payments(draw: st.DrawFn, rules: RuleSet) -> Payment:
    paid_on = draw(days(rules))
    kind = draw(st.sampled_from(PaymentKind))
    code = (
        draw(st.sampled_from(sorted(rules.certifications))) if kind is PaymentKind.RECERTIFICATION else None
    )
    refund = draw(st.none() | st.integers(0, 300))
    return Payment(kind, paid_on, code, None if refund is None else paid_on + timedelta(days=refund))


@st.composite
def judged(draw: st.DrawFn) -> tuple[RuleSet, Record]:
    """A rule set and a record of it."""
    rules = draw(st.sampled_from(rule_sets()))
    ids = [f"a{number}" for number in range(draw(st.integers(1, 9)))]
    return rules, Record(
        rules.key,
        draw(st.dates(rules.ends - 3 * LONG, rules.ends + LONG)),
        draw(certifications(rules)),
        draw(st.booleans()),
        tuple(draw(activities(rules, activity_id)) for activity_id in ids),
        tuple(draw(st.lists(payments(rules), max_size=4))),
    )


def json_values() -> st.SearchStrategy[Any]:
    """Any JSON at all, often under the keys of the record format."""
    keys = st.sampled_from(
        ["rule_set", "as_of", "certifications", "activities", "payments", "id", "type", "code", "kind",
         "completed_on", "certified_on", "quantity", "ceu", "score", "in_scope_for", "nsca_member"]
    )  # fmt: skip
    words = st.sampled_from(
        ["nsca-2018-2020", "2019-05-01", "CSCS", "event_other", "quiz_nsca", "late", "2.5", "0"]
    )
    leaves = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | words
    return st.recursive(
        leaves,
        lambda inner: (
            st.lists(inner, max_size=4) | st.dictionaries(keys | st.text(max_size=3), inner, max_size=7)
        ),
        max_leaves=25,
    )
