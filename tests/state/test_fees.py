"""Paying: what was shown is charged, once; the receipt is its owner's."""

import pytest

from recert_web.data.database import Database
from recert_web.services.policy import Forbidden
from recert_web.state.fees import FeesState
from recert_web.state.overview import OverviewState
from recert_web.state.receipt import ReceiptState
from tests.state.members import SECRETS, Cast, rows
from tests.state.pipeline import Pipeline, Tab


async def at_the_fees(pipeline: Pipeline, session: str) -> Tab:
    tab = Tab(pipeline, session)
    assert (await tab.opens("/fees")).faults == []
    return tab


async def pay(tab: Tab, method: str = "approve") -> str:
    """Where paying leads."""
    answer = await tab.does(FeesState, "pay", form={"method": method})
    assert answer.faults == []
    (receipt,) = answer.redirects
    return receipt


def change(stored: Database, statement: str) -> None:
    with stored.writing() as session:
        session.connection().exec_driver_sql(statement)
        session.commit()


def charges(stored: Database) -> int:
    return len(rows(stored)["charges"])


async def test_paying_what_is_shown_leads_to_a_receipt_and_completes(
    pipeline: Pipeline, cast: Cast, stored: Database
) -> None:
    tab = await at_the_fees(pipeline, cast.alex.session)
    assert tab.shows(FeesState, "panel")["total"] == "$90.00"
    receipt = await pay(tab)
    await tab.follows(receipt)
    shown = tab.shows(ReceiptState, "receipt")
    assert (shown["title"], shown["total"], shown["name"]) == ("Paid", "$90.00", "Alex Ready")
    assert shown["next_lines"][0] == "CSCS is Recertification Complete."
    assert tab.shows(ReceiptState, "pending") is False
    await tab.follows("/overview")
    assert tab.shows(OverviewState, "left") == []
    await tab.follows("/fees")
    assert tab.shows(FeesState, "panel")["can_pay"] is False
    assert [line["href"] for line in tab.shows(FeesState, "history")] == [receipt]


async def test_a_second_click_pays_once_and_leads_to_the_same_receipt(
    pipeline: Pipeline, cast: Cast, stored: Database
) -> None:
    tab = await at_the_fees(pipeline, cast.alex.session)
    assert await pay(tab) == await pay(tab)
    assert charges(stored) == 1
    assert len(rows(stored)["payments"]) == 1


async def test_paying_in_two_windows_charges_once(pipeline: Pipeline, cast: Cast, stored: Database) -> None:
    tabs = [await at_the_fees(pipeline, cast.alex.session) for _ in range(2)]
    await pay(tabs[0])
    answer = await tabs[1].does(FeesState, "pay", form={"method": "approve"})
    assert (answer.faults, answer.redirects) == ([], [])
    assert "nothing was charged" in tabs[1].shows(FeesState, "message")
    assert charges(stored) == 1


async def test_a_price_that_changed_meanwhile_charges_nothing_and_is_shown(
    pipeline: Pipeline, cast: Cast, stored: Database
) -> None:
    tab = await at_the_fees(pipeline, cast.alex.session)
    change(stored, f"UPDATE people SET membership_until = '2020-12-31' WHERE id = {cast.alex.person_id}")
    answer = await tab.does(FeesState, "pay", form={"method": "approve"})
    assert (answer.faults, answer.redirects) == ([], [])
    assert "has changed" in tab.shows(FeesState, "message")
    assert tab.shows(FeesState, "panel")["total"] == "$65.00"
    assert charges(stored) == 0
    await tab.follows(await pay(tab))
    assert tab.shows(ReceiptState, "receipt")["total"] == "$65.00"


@pytest.mark.parametrize("forged", [{"cents": "1", "amount": "0.01", "total": "1"}, {"form_key": "mine"}])
async def test_the_browser_has_no_say_in_the_amount(
    forged: dict[str, str], pipeline: Pipeline, cast: Cast, stored: Database
) -> None:
    tab = await at_the_fees(pipeline, cast.alex.session)
    answer = await tab.does(FeesState, "pay", form={"method": "approve", **forged})
    await tab.follows(answer.redirects[0])
    assert tab.shows(ReceiptState, "receipt")["total"] == "$90.00"
    assert "mine" not in str(rows(stored)["charges"])


async def test_nothing_due_charges_nothing(pipeline: Pipeline, cast: Cast, stored: Database) -> None:
    for visitor in (cast.sam, cast.nell):
        tab = await at_the_fees(pipeline, visitor.session)
        assert tab.shows(FeesState, "panel")["can_pay"] is False
        answer = await tab.does(FeesState, "pay", form={"method": "approve"})
        assert (answer.faults, answer.redirects) == ([], [])
        assert "Nothing is due" in tab.shows(FeesState, "message")
    assert charges(stored) == 0


async def test_a_declined_payment_says_so_and_can_be_tried_again(
    pipeline: Pipeline, cast: Cast, stored: Database
) -> None:
    tab = await at_the_fees(pipeline, cast.alex.session)
    await tab.follows(await pay(tab, "decline"))
    declined = tab.shows(ReceiptState, "receipt")
    assert declined["tone"] == "bad"
    assert "declined" in declined["message"]
    assert "Complete" not in str(declined)
    await tab.follows("/fees")
    assert tab.shows(FeesState, "panel")["can_pay"] is True
    await tab.follows(await pay(tab))
    assert tab.shows(ReceiptState, "receipt")["title"] == "Paid"
    assert len(rows(stored)["payments"]) == 1


async def test_a_delayed_payment_is_asked_about_again_and_holds_its_fee_meanwhile(
    pipeline: Pipeline, cast: Cast, stored: Database
) -> None:
    tab = await at_the_fees(pipeline, cast.alex.session)
    await tab.follows(await pay(tab, "delay"))
    assert tab.shows(ReceiptState, "pending") is True
    other = await at_the_fees(pipeline, cast.alex.session)
    assert str(tab.address) in str(other.shows(FeesState, "panel"))
    await other.does(FeesState, "pay", form={"method": "approve"})
    assert charges(stored) == 1
    assert (await tab.does(ReceiptState, "check_again")).faults == []
    assert tab.shows(ReceiptState, "pending") is True
    change(stored, "UPDATE charges SET started_at = datetime(started_at, '-10 seconds')")
    assert (await tab.does(ReceiptState, "check_again")).faults == []
    assert tab.shows(ReceiptState, "pending") is False
    assert tab.shows(ReceiptState, "receipt")["title"] == "Paid"
    assert len(rows(stored)["payments"]) == 1


async def test_an_answer_that_comes_twice_pays_once(pipeline: Pipeline, cast: Cast, stored: Database) -> None:
    tab = await at_the_fees(pipeline, cast.alex.session)
    await tab.follows(await pay(tab, "repeat"))
    assert tab.shows(ReceiptState, "receipt")["title"] == "Paid"
    assert len(rows(stored)["payments"]) == 1


@pytest.mark.parametrize("method", ["", "free", "approve; drop", "APPROVE"])
async def test_an_unknown_method_is_the_first_one(
    method: str, pipeline: Pipeline, cast: Cast, stored: Database
) -> None:
    tab = await at_the_fees(pipeline, cast.alex.session)
    await pay(tab, method)
    assert len(rows(stored)["payments"]) == 1


@pytest.mark.parametrize("method", ["approve", "decline", "delay"])
async def test_somebody_elses_receipt_is_as_if_it_did_not_exist(
    method: str, pipeline: Pipeline, cast: Cast, stored: Database
) -> None:
    owner = await at_the_fees(pipeline, cast.alex.session)
    receipt, before = await pay(owner, method), rows(stored)
    thief = Tab(pipeline, cast.sam.session)
    await thief.opens("/no-access")
    theirs, unknown = await thief.follows(receipt), await thief.follows("/receipt?number=R-2020-999999")
    for answer in (theirs, unknown):
        assert [type(fault) for fault in answer.faults] == [Forbidden]
        assert answer.redirects == ["/no-access"]
        assert thief.shows(ReceiptState, "receipt")["number"] == ""
        assert not any(secret in answer.text for secret in SECRETS)
    assert rows(stored) == before


async def test_a_receipt_without_a_number_leads_to_the_fees(pipeline: Pipeline, cast: Cast) -> None:
    answer = await Tab(pipeline, cast.alex.session).opens("/receipt")
    assert (answer.faults, answer.redirects) == ([], ["/fees"])


async def test_checking_again_before_any_receipt_was_shown_is_refused(pipeline: Pipeline, cast: Cast) -> None:
    tab = await at_the_fees(pipeline, cast.alex.session)
    answer = await tab.does(ReceiptState, "check_again")
    assert [type(fault) for fault in answer.faults] == [Forbidden]
