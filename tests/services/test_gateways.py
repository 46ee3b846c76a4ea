"""The test gateway does what the method says, and nothing in production."""

from datetime import UTC, datetime

import pytest

from recert_web.gateways.payments import ChargeRequest, Verdict
from recert_web.gateways.rehearsal import DELAY, RefusedInProduction, RehearsalGateway, gateway_for
from recert_web.settings import Mode, settings

NOW = datetime(2020, 11, 1, tzinfo=UTC)


def request(method: str) -> ChargeRequest:
    return ChargeRequest("key", 9000, "USD", "Recertification", method, NOW)


@pytest.mark.parametrize(
    ("method", "verdicts"),
    [
        ("approve", [Verdict.APPROVED]),
        ("decline", [Verdict.DECLINED]),
        ("delay", [Verdict.PENDING]),
        ("repeat", [Verdict.APPROVED, Verdict.APPROVED]),
    ],
)
def test_each_method_answers_as_it_says(method: str, verdicts: list[Verdict]) -> None:
    gateway = gateway_for(settings(), lambda: NOW)
    assert [answer.verdict for answer in gateway.charge(request(method))] == verdicts
    assert set(gateway.methods) == {"approve", "decline", "delay", "repeat"}


def test_a_delayed_answer_comes_after_some_seconds() -> None:
    assert RehearsalGateway(lambda: NOW + DELAY / 2).look_up(request("delay")).verdict is Verdict.PENDING
    assert RehearsalGateway(lambda: NOW + DELAY).look_up(request("delay")).verdict is Verdict.APPROVED


def test_one_key_has_one_reference_however_often_it_is_asked() -> None:
    first, second = (RehearsalGateway(lambda: NOW).look_up(request("approve")) for _ in range(2))
    assert first == second


def test_an_unknown_method_is_a_fault() -> None:
    with pytest.raises(ValueError, match="no method 'cash'"):
        RehearsalGateway(lambda: NOW).charge(request("cash"))


def test_production_has_no_test_gateway() -> None:
    production = settings().model_copy(update={"mode": Mode.PRODUCTION})
    with pytest.raises(RefusedInProduction):
        gateway_for(production, lambda: NOW)
