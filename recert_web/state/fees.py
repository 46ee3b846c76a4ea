"""Pay Recertification Fees: what is due, paying it, and what was paid before."""

import secrets

import reflex as rx
from reflex_base.event import EventSpec

from recert_web import clock, work
from recert_web.display import fees as words, links, nothing_held, shapes
from recert_web.rulebook import loader
from recert_web.services import charges, fees, receipts
from recert_web.state import addresses, drafts, paying, seals, session

_REFUSALS = {
    charges.ChargeRefusal.NOTHING_DUE: "Nothing is due now, so nothing was charged.",
    charges.ChargeRefusal.PRICE_CHANGED: (
        "The amount has changed since you opened this page, so nothing was charged. "
        "The new amount is shown: look it over and pay again."
    ),
    charges.ChargeRefusal.UNDER_WAY: (
        "A payment of these fees is under way already, so nothing was charged again."
    ),
}


class FeesState(rx.State):
    """The pay panel and the history."""

    ready: bool = False
    panel: shapes.PayPanel = shapes.PayPanel()
    history: list[shapes.HistoryRow] = []
    message: str = ""
    _quoted_cents: int = 0
    _form_key: str = ""

    @rx.event
    async def load(self) -> EventSpec | None:
        """Shows what is due in the cycle that the address asks for."""
        actor = await session.signed_in(self)
        if actor.person_id is None:
            return rx.redirect("/desk", replace=True)
        self.message = ""
        await self._show()
        self.ready = True
        return None

    @rx.event
    async def pay(self, form: dict[str, str]) -> EventSpec | None:
        """Charges what was shown, once, and leads to the receipt."""
        actor = await session.signed_in(self)
        method = drafts.text_of(form, "method")
        cycle = addresses.asked(self).get("cycle", "")
        outcome = await paying.started(actor, cycle, self._quoted_cents, self._form_key, method)
        if isinstance(outcome, charges.StartedCharge):
            charge = (
                outcome.charge
                if outcome.repeated
                else await paying.answered(outcome.charge.number, outcome.request)
            )
            return rx.redirect(links.receipt(charge.number))
        await self._show()
        self.message = _said(outcome)
        return None

    async def _show(self) -> None:
        actor = await session.signed_in(self)
        standing, _ = await seals.load_standing(self, actor)
        history = await work.read(receipts.read_history, actor, actor.person_id, clock.today())
        under_way = await work.read(receipts.read_charge_under_way, actor, actor.person_id)
        self.history = words.history_rows(history, loader.rule_sets())
        due = fees.quote_of(standing)
        self._quoted_cents, self._form_key = due.cents, secrets.token_urlsafe(24)
        if standing.evaluation is None:
            self.panel = nothing_held.nothing_held_panel()
            return
        after = loader.rule_set_after(standing.rules)
        self.panel = words.pay_panel(
            standing.rules,
            standing.evaluation,
            standing.member,
            due.lines,
            history,
            clock.today(),
            under_way,
            after,
        )


def _said(refused: charges.ChargeRefused) -> str:
    return _REFUSALS[refused.kind]
