"""A receipt. One whose answer is awaited is asked about again each time it is looked at."""

import reflex as rx
from reflex_base.event import EventSpec

from recert_web import clock, work
from recert_web.display import fees as words, links, shapes
from recert_web.domain import evaluation, member
from recert_web.rulebook.loader import rule_sets
from recert_web.services import policy, receipts, standing
from recert_web.state import addresses, paying, session

_AWAITED = (member.ChargeStatus.STARTED, member.ChargeStatus.PENDING)


class ReceiptState(rx.State):
    """One charge."""

    ready: bool = False
    pending: bool = False
    receipt: shapes.Receipt = shapes.Receipt()

    @rx.event
    async def load(self) -> EventSpec | None:
        """Shows the receipt that the address asks for."""
        actor = await session.signed_in(self)
        number = addresses.asked(self).get("number", "")[:40]
        if not number:
            return rx.redirect(links.fees(), replace=True)
        await self._show(actor, number)
        self.ready = True
        return None

    @rx.event
    async def check_again(self) -> None:
        """Asks the gateway once more."""
        await self._show(await session.signed_in(self), self.receipt.number)

    async def _show(self, actor: policy.Actor, number: str) -> None:
        charge = await work.read(receipts.read_receipt, actor, number)
        if charge.status in _AWAITED:
            request = await work.read(receipts.read_request, actor, number)
            charge = await paying.looked_up(number, request)
        self.pending = charge.status in _AWAITED
        owner = await work.read(receipts.read_owner, actor, number, clock.today())
        complete = await _complete(actor, owner.person_id, charge)
        self.receipt = words.receipt(charge, owner.name, rule_sets(), complete)


async def _complete(actor: policy.Actor, person_id: int, charge: member.Charge) -> list[str]:
    paid = [line for line in charge.lines if line.certification]
    if charge.status is not member.ChargeStatus.SETTLED or not paid:
        return []
    now = await work.read(standing.read_standing, actor, person_id, paid[0].rule_set, clock.today())
    standings = now.evaluation.standings if now.evaluation else {}
    codes = [line.certification for line in paid if line.certification in standings]
    return [code for code in codes if code and standings[code].status is evaluation.Status.COMPLETE]
