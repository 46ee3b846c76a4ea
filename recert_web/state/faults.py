"""What a member sees when a handler raises: a way on, and nothing of the inside."""

import logging
import secrets

import reflex as rx
from reflex_base.event import EventSpec

from recert_web.services.policy import Forbidden, SignInRequired

_log = logging.getLogger("recert_web")


class FaultState(rx.State):
    """A notice in the frame of every page."""

    text: str = ""

    @rx.event
    def show_fault(self, reference: str) -> None:
        """Says that something went wrong here, with a reference that support finds in the log."""
        safe = "".join(letter for letter in str(reference)[:8] if letter.isalnum())
        self.text = (
            "Something went wrong on our side. What you typed is still here and nothing was charged twice: "
            f"try again. If it happens again, tell us the reference {safe}."
        )

    @rx.event
    def dismiss_fault(self) -> None:
        """Takes the notice away."""
        self.text = ""


def on_fault(exception: Exception) -> EventSpec:
    """Turns an exception of any handler into a page, or into a notice with a reference."""
    if isinstance(exception, SignInRequired):
        return rx.redirect("/?refused=signed_out")
    if isinstance(exception, Forbidden):
        return rx.redirect("/no-access")
    reference = secrets.token_hex(4)
    _log.error("fault %s", reference, exc_info=exception)
    shown: EventSpec = FaultState.show_fault(reference)  # type: ignore[operator]
    return shown
