"""The outside world that takes money. No card data comes near this program."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol


class Verdict(StrEnum):
    """What a gateway says of a charge."""

    APPROVED = "approved"
    DECLINED = "declined"
    PENDING = "pending"


@dataclass(frozen=True, slots=True)
class ChargeRequest:
    """What is asked of a gateway. The key is made before the first try and is the same in every other."""

    idempotency_key: str
    cents: int
    currency: str
    description: str
    method: str
    started_at: datetime


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer. `reference` is the gateway's own, `message` is for the member."""

    verdict: Verdict
    reference: str
    message: str = ""


class PaymentGateway(Protocol):
    """A way to take money. Both calls may be repeated: one key is charged once at most."""

    @property
    def name(self) -> str:
        """What it is stored under."""
        ...

    @property
    def methods(self) -> tuple[str, ...]:
        """The ways to pay that it offers."""
        ...

    def charge(self, request: ChargeRequest) -> Iterable[Answer]:
        """Take the money. The answers as they arrive: the same one may arrive more than once."""
        ...

    def look_up(self, request: ChargeRequest) -> Answer | None:
        """What became of a charge; None where it never reached the gateway."""
        ...
