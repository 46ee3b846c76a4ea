"""Who is asking: guards for every handler, and the binding of a tab's state to the session cookie."""

from hashlib import sha256
from typing import Any

import reflex as rx
from reflex.state import BaseState, StateUpdate
from reflex_base.event import Event

from recert_web import clock, work
from recert_web.services.policy import Actor, Role, SignInRequired
from recert_web.services.signing_in import recognise, touch
from recert_web.session_cookie import token_in

_HYDRATE = {"reflex___state____state.hydrate", "reflex___state____state.hydrate_and_load"}


class SessionState(rx.State):
    """Who the page greets. Carries no authority: the guards below ask the server's own records."""

    _bound: str = ""
    name: str = ""
    is_staff: bool = False

    def _greet(self, actor: Actor) -> None:
        self.name = actor.name
        self.is_staff = actor.role is Role.STAFF


async def signed_in(state: rx.State) -> Actor:
    """The account behind the event's session cookie. Raises SignInRequired."""
    actor = await visitor(state)
    if actor is None:
        raise SignInRequired
    session = await state.get_state(SessionState)
    if (session.name, session.is_staff) != (actor.name, actor.role is Role.STAFF):
        session._greet(actor)
    return actor


async def visitor(state: rx.State) -> Actor | None:
    """The account behind the event's session cookie, None for a stranger."""
    token = token_in(state.router.headers.cookie) or ""
    found = await work.read(recognise, token, clock.now()) if token else None
    if found is None:
        return None
    if found.touch_due:
        await work.run(touch, token, clock.now())
    return found.actor


class BindToCookie(rx.Middleware):
    """Gives a tab's state to the session cookie it was made under, and to no other.

    The framework's client token is no login: whoever replays it with another cookie starts from nothing.
    Only hydration may bind anew, since it alone loads and resets the whole tree.
    """

    async def preprocess(self, app: rx.App, state: BaseState, event: Event) -> StateUpdate | None:
        """Lets the event pass, resets the state first, or drops the event."""
        key = _cookie_key(state.router.headers.cookie)
        session: Any = await state.get_state(SessionState)
        if session._bound != key:
            # A state that was never bound is new, whole: it expired, or the server started again.
            if session._bound and event.name not in _HYDRATE:
                return StateUpdate()
            state._get_root_state().reset()
            session = await state.get_state(SessionState)
        session._bound = key
        return None


def _cookie_key(cookie_header: str) -> str:
    token = token_in(cookie_header)
    return sha256(token.encode()).hexdigest() if token else "stranger"
