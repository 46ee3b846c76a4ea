"""A receipt. One whose answer is awaited is asked about again each time it is looked at."""

import reflex as rx
from reflex_base.event import EventSpec

from recert_web import clock, work
from recert_web.display import links
from recert_web.display.fees import receipt
from recert_web.display.shapes import Receipt
from recert_web.domain.evaluation import Status
from recert_web.domain.member import Charge, ChargeStatus
from recert_web.rulebook.loader import rule_sets
from recert_web.services.policy import Actor
from recert_web.services.receipts import read_receipt, read_request
from recert_web.services.standing import read_standing
from recert_web.state.paying import looked_up
from recert_web.state.session import signed_in

_AWAITED = (ChargeStatus.STARTED, ChargeStatus.PENDING)


class ReceiptState(rx.State):
    """One charge."""

    ready: bool = False
    pending: bool = False
    receipt: Receipt = Receipt()

    @rx.event
    async def load(self) -> EventSpec | None:
        """Shows the receipt that the address asks for."""
        actor = await signed_in(self)
        number = self.router.url.query_parameters.get("number", "")[:40]
        if not number:
            return rx.redirect(links.fees(), replace=True)
        await self._show(actor, number)
        self.ready = True
        return None

    @rx.event
    async def check_again(self) -> None:
        """Asks the gateway once more."""
        await self._show(await signed_in(self), self.receipt.number)

    async def _show(self, actor: Actor, number: str) -> None:
        charge = await work.read(read_receipt, actor, number)
        if charge.status in _AWAITED:
            request = await work.read(read_request, actor, number)
            charge = await looked_up(number, request)
        self.pending = charge.status in _AWAITED
        self.receipt = receipt(charge, actor.name, rule_sets(), await _complete(actor, charge))


async def _complete(actor: Actor, charge: Charge) -> list[str]:
    paid = [line for line in charge.lines if line.certification]
    if charge.status is not ChargeStatus.SETTLED or not paid:
        return []
    standing = await work.read(read_standing, actor, actor.person_id, paid[0].rule_set, clock.today())
    standings = standing.evaluation.standings if standing.evaluation else {}
    codes = [line.certification for line in paid if line.certification in standings]
    return [code for code in codes if code and standings[code].status is Status.COMPLETE]
