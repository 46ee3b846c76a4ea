"""The built-in test gateway. It takes no money, remembers nothing, and answers by the method alone.

Having no memory it gives the same answer before and after a restart, and in every process.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

from recert_web.gateways.payments import Answer, ChargeRequest, PaymentGateway, Verdict
from recert_web.settings import Settings

DELAY = timedelta(seconds=4)
APPROVE, DECLINE, PENDING, REPEAT = "approve", "decline", "delay", "repeat"


class RefusedInProduction(RuntimeError):
    """The test gateway would let everybody pay with nothing."""


@dataclass(frozen=True, slots=True)
class RehearsalGateway:
    """Approves, declines, answers late or answers twice, as the method says."""

    now: Callable[[], datetime]
    name: str = "test"
    methods: tuple[str, ...] = (APPROVE, DECLINE, PENDING, REPEAT)

    def charge(self, request: ChargeRequest) -> tuple[Answer, ...]:
        """The answer; twice for the method that repeats."""
        answer = self.look_up(request)
        return (answer, answer) if request.method == REPEAT else (answer,)

    def look_up(self, request: ChargeRequest) -> Answer:
        """The answer as it stands now. ValueError: no such method."""
        if request.method not in self.methods:
            raise ValueError(f"the test gateway has no method {request.method!r}")
        reference = "test-" + sha256(request.idempotency_key.encode()).hexdigest()[:16]
        if request.method == DECLINE:
            return Answer(Verdict.DECLINED, reference, "The test gateway declined, as asked.")
        if request.method == PENDING and self.now() < request.started_at + DELAY:
            return Answer(Verdict.PENDING, reference, "The test gateway answers in a few seconds.")
        return Answer(Verdict.APPROVED, reference)


def gateway_for(settings: Settings, now: Callable[[], datetime]) -> PaymentGateway:
    """The gateway that the settings name. RefusedInProduction: the test gateway, in production."""
    if settings.production:
        raise RefusedInProduction("the test gateway takes no money: set RECERT_PAYMENTS to a real one")
    return RehearsalGateway(now)
