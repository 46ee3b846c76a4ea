"""The front door: what was refused, where to go on, and the demo accounts in demo mode."""

from dataclasses import dataclass

import reflex as rx
from reflex_base.event import EventSpec

from recert_web import clock
from recert_web.services.demo_accounts import PASSWORD, accounts_on
from recert_web.settings import settings
from recert_web.state import addresses
from recert_web.state.session import visitor

_REFUSALS = {
    "wrong": "That e-mail and password do not belong together. Check both and try again.",
    "too_many": "Too many tries. Wait a few minutes, then try again.",
    "fault": "Something went wrong on our side. Try again in a moment.",
    "signed_out": "Please sign in. You may have been signed out after a while without use.",
}


@dataclass(frozen=True)
class DemoAccount:
    """An invented person to sign in as."""

    email: str = ""
    shows: str = ""


class SignInState(rx.State):
    """The sign-in page."""

    message: str = ""
    next_path: str = ""
    demo_password: str = ""
    demo_accounts: list[DemoAccount] = []

    @rx.event
    async def load(self) -> EventSpec | None:
        """Leads people who are signed in to their overview; says why others are here."""
        query = addresses.asked(self)
        if await visitor(self) is not None and "refused" not in query:
            return rx.redirect("/overview", replace=True)
        self.message = _REFUSALS.get(query.get("refused", ""), "")
        self.next_path = query.get("next", "")[:500]
        if not settings().production:
            self.demo_password = PASSWORD
            self.demo_accounts = [DemoAccount(email, shows) for email, shows in accounts_on(clock.today())]
        return None
