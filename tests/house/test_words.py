"""All text stands in one catalogue, and the catalogue is what the code says."""

import pytest

from scripts.words import TEMPLATE, template
from tests.house.source import Module, expect_none, modules
from tests.house.words import unsaid_words

# Not yet converted. This list may only shrink.
PENDING: set[str] = {
    "recert_web/components/activities.py",
    "recert_web/components/bars.py",
    "recert_web/components/feedback.py",
    "recert_web/components/fields.py",
    "recert_web/components/native.py",
    "recert_web/components/seals.py",
    "recert_web/display/complete.py",
    "recert_web/display/cycles.py",
    "recert_web/display/desk.py",
    "recert_web/display/details.py",
    "recert_web/display/entry_words.py",
    "recert_web/display/expired.py",
    "recert_web/display/fault_words.py",
    "recert_web/display/fee_notices.py",
    "recert_web/display/fee_words.py",
    "recert_web/display/form_words.py",
    "recert_web/display/good_to_know.py",
    "recert_web/display/left.py",
    "recert_web/display/listing.py",
    "recert_web/display/missing.py",
    "recert_web/display/need.py",
    "recert_web/display/nothing_held.py",
    "recert_web/display/numbers.py",
    "recert_web/display/pay_panel.py",
    "recert_web/display/payments.py",
    "recert_web/display/preview.py",
    "recert_web/display/progress.py",
    "recert_web/display/reason_words.py",
    "recert_web/display/reasons.py",
    "recert_web/display/report.py",
    "recert_web/display/results.py",
    "recert_web/display/room.py",
    "recert_web/display/seals.py",
    "recert_web/display/stand.py",
    "recert_web/display/status_words.py",
    "recert_web/display/strip.py",
    "recert_web/display/value_words.py",
    "recert_web/display/waiting.py",
    "recert_web/http/sign_in.py",
    "recert_web/pages/activities.py",
    "recert_web/pages/desk.py",
    "recert_web/pages/elsewhere.py",
    "recert_web/pages/fees.py",
    "recert_web/pages/front.py",
    "recert_web/pages/overview.py",
    "recert_web/pages/receipt.py",
    "recert_web/pages/report.py",
    "recert_web/shell.py",
    "recert_web/state/faults.py",
    "recert_web/state/fees.py",
    "recert_web/state/sign_in.py",
}

UNSAID = (
    'rx.el.h1("Report CEUs")',
    'rx.el.button("Save", type="submit")',
    'title = f"{count} days left"',
    'say(f"Pay {fee}")',
    'LABELS = {"a": "Fixed value"}',
    'rx.cond(ready, "Ready to pay", "")',
)
SAID = (
    'rx.el.h1(say("Report CEUs"), class_name="card stack")',
    'text = say("{count} days left", count=3)',
    'LABELS = {"a": later("Fixed value")}',
    '"""What it answers."""',
    'raise ValueError("no such field here")',
    'href = f"/overview?seal={code}"',
    'rx.el.input(type="text", auto_complete="off")',
)


def test_every_text_for_people_goes_through_the_catalogue() -> None:
    expect_none(fault for one in modules() if one.path not in PENDING for fault in unsaid_words(one))


def test_what_is_converted_is_no_longer_pending() -> None:
    unsaid = {one.path for one in modules() if list(unsaid_words(one))}
    expect_none(PENDING - unsaid)


@pytest.mark.parametrize("text", UNSAID)
def test_the_rule_sees_a_text_that_nothing_says(text: str) -> None:
    assert len(list(unsaid_words(Module("recert_web/pages/a.py", text)))) == 1


@pytest.mark.parametrize("text", SAID)
def test_the_rule_lets_pass_what_is_said_or_never_shown(text: str) -> None:
    expect_none(unsaid_words(Module("recert_web/pages/a.py", text)))


def test_the_catalogue_holds_the_texts_of_the_code() -> None:
    assert TEMPLATE.read_bytes() == template(), "run `make words`"
