"""Pay Recertification Fees: what is due, paying it, and what was paid before."""

import secrets

import reflex as rx
from reflex_base.event import EventSpec

from recert_web import clock, work
from recert_web.display import fees as words
from recert_web.display import links
from recert_web.display.nothing_held import nothing_held_panel
from recert_web.display.shapes import HistoryRow, PayPanel
from recert_web.rulebook.loader import rule_set_after, rule_sets
from recert_web.services.charges import ChargeRefusal, ChargeRefused, StartedCharge
from recert_web.services.fees import quote_of
from recert_web.services.receipts import read_charge_under_way, read_history
from recert_web.state.paying import answered, started
from recert_web.state.seals import load_standing
from recert_web.state.session import signed_in

_REFUSALS = {
    ChargeRefusal.NOTHING_DUE: "Nothing is due now, so nothing was charged.",
    ChargeRefusal.PRICE_CHANGED: "The amount has changed since you opened this page, so nothing was charged. "
    "The new amount is shown: look it over and pay again.",
    ChargeRefusal.UNDER_WAY: "A payment of these fees is under way already, so nothing was charged again.",
}


class FeesState(rx.State):
    """The pay panel and the history."""

    ready: bool = False
    paying: bool = False
    panel: PayPanel = PayPanel()
    history: list[HistoryRow] = []
    message: str = ""
    under_way_href: str = ""
    _quoted_cents: int = 0
    _form_key: str = ""

    @rx.event
    async def load(self) -> EventSpec | None:
        """Shows what is due in the cycle that the address asks for."""
        actor = await signed_in(self)
        if actor.person_id is None:
            return rx.redirect("/desk", replace=True)
        self.message, self.paying = "", False
        await self._show()
        self.ready = True
        return None

    @rx.event
    async def pay(self, form: dict[str, str]) -> EventSpec | None:
        """Charges what was shown, once, and leads to the receipt."""
        actor = await signed_in(self)
        method = str(form.get("method", "")) if isinstance(form, dict) else ""
        cycle = self.router.url.query_parameters.get("cycle", "")
        outcome = await started(actor, cycle, self._quoted_cents, self._form_key, method)
        if isinstance(outcome, StartedCharge):
            charge = (
                outcome.charge if outcome.repeated else await answered(outcome.charge.number, outcome.request)
            )
            return rx.redirect(links.receipt(charge.number))
        await self._show()
        self.message = _said(outcome)
        return None

    async def _show(self) -> None:
        actor = await signed_in(self)
        standing, _ = await load_standing(self, actor)
        history = await work.read(read_history, actor, actor.person_id, clock.today())
        under_way = await work.read(read_charge_under_way, actor, actor.person_id)
        self.under_way_href = links.receipt(under_way.number) if under_way else ""
        self.history = words.history_rows(history, rule_sets())
        due = quote_of(standing)
        self._quoted_cents, self._form_key = due.cents, secrets.token_urlsafe(24)
        if standing.evaluation is None:
            self.panel = nothing_held_panel()
            return
        after = rule_set_after(standing.rules)
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


def _said(refused: ChargeRefused) -> str:
    return _REFUSALS[refused.kind]
