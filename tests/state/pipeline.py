"""The app's own event pipeline without a browser: coercion, middleware, states, exception handler.

What the framework calls private is used in this module alone. A tab here is what a browser's tab is to the
server: a client token, the headers of its socket, an address, and whatever was sent to it.
"""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import count
from typing import Any
from urllib.parse import urlsplit

import reflex as rx
from reflex.istate.manager.memory import StateManagerMemory
from reflex.state import StateUpdate
from reflex.utils import format as framework_format
from reflex_base.constants import CompileVars
from reflex_base.constants.state import FIELD_MARKER
from reflex_base.event import Event
from reflex_base.event.processor.base_state_processor import BaseStateEventProcessor
from reflex_base.registry import RegistrationContext

from recert_web.recert_web import app
from recert_web.session_cookie import cookie_name
from recert_web.state.faults import on_fault

# Importing the app has registered its states here; asynchronous tests run in contexts of their own.
_registered = RegistrationContext.get()
_tokens = count(1)
ORIGIN = "http://localhost:8000"


@dataclass
class Answer:
    """What one event of the browser brought about: what was sent to the tab, what handlers raised."""

    packets: list[str] = field(default_factory=list)
    faults: list[Exception] = field(default_factory=list)

    @property
    def updates(self) -> list[dict[str, Any]]:
        """What was sent, as the browser reads it."""
        return [json.loads(packet.partition(",")[2])[1] for packet in self.packets]

    @property
    def deltas(self) -> list[dict[str, dict[str, Any]]]:
        """The changes of vars that were sent."""
        return [update["delta"] for update in self.updates if update.get("delta")]

    @property
    def redirects(self) -> list[str]:
        """Where the browser was told to go."""
        events = [event for update in self.updates for event in update.get("events", ())]
        return [event["payload"]["path"] for event in events if event["name"] == "_redirect"]

    @property
    def text(self) -> str:
        """Everything that was sent, to look for what must not be in it."""
        return "\n".join(self.packets)

    @property
    def size(self) -> int:
        """Bytes on the socket."""
        return sum(len(packet.encode()) for packet in self.packets)


class Pipeline:
    """Runs events as the server does, and keeps what it would have sent, by client token."""

    def __init__(self) -> None:
        """An app as after a start: nobody has a state yet."""
        self._sent: dict[str, list[str]] = {}
        self._faults: list[Exception] = []
        manager: Any = StateManagerMemory  # the framework's own definition of it confuses mypy
        self._states = manager()
        self._processor = BaseStateEventProcessor(middleware=app, backend_exception_handler=self._on_fault)

    @asynccontextmanager
    async def running(self) -> AsyncIterator["Pipeline"]:
        """Starts the processor, and stops it at the end."""
        # The processor asks the namespace for nothing but this one method.
        namespace: Any = self
        self._processor.configure(state_manager=self._states, event_namespace=namespace)
        with _registered:
            async with self._processor:
                yield self

    async def emit_update(self, update: StateUpdate, token: str) -> None:
        """Keeps a packet as it would go over the socket."""
        packet = f"42/_event,{framework_format.json_dumps(['event', update])}"
        self._sent.setdefault(token, []).append(packet)

    def forget_states(self) -> None:
        """Loses what every tab had on the server, as a restart does."""
        self._states.states.clear()

    async def run(self, token: str, event: Event) -> Answer:
        """Runs an event with everything it leads to on the server."""
        self._sent.pop(token, None)
        self._faults = []
        await self._processor.enqueue(token, event)
        await self._settled()
        return Answer(self._sent.pop(token, []), self._faults)

    def _on_fault(self, exception: Exception) -> Any:
        self._faults.append(exception)
        return on_fault(exception)

    async def _settled(self) -> None:
        processor = self._processor
        await processor.join()
        while processor._tasks:
            await asyncio.wait(list(processor._tasks.values()))
            await processor.join()


@dataclass
class Tab:
    """A tab of a browser. `session` is the token in its session cookie, "" for a stranger.

    `cookie` is the whole header, where a test needs another than the usual one.
    """

    pipeline: Pipeline
    session: str = ""
    cookie: str = ""
    token: str = field(default_factory=lambda: f"tab-{next(_tokens)}")
    address: str = "/"
    screen: dict[str, dict[str, Any]] = field(default_factory=dict)

    async def opens(self, address: str) -> Answer:
        """Loads a page anew: the socket connects and hydrates, the page's handlers run."""
        self.address = address
        return await self._runs(_name(rx.State, CompileVars.HYDRATE_AND_LOAD), {"vars": {}, "hashes": []})

    async def follows(self, address: str) -> Answer:
        """Goes to a page by a link: only its handlers run."""
        from reflex.state import OnLoadInternalState

        self.address = address
        return await self._runs(_name(OnLoadInternalState, "on_load_internal"), {})

    async def does(self, state: type[rx.State], handler: str, **payload: Any) -> Answer:
        """Sends an event to a handler."""
        return await self._runs(_name(state, handler), payload)

    async def sends(self, name: str, payload: dict[str, Any]) -> Answer:
        """Sends any event under its full name."""
        return await self._runs(name, payload)

    def shows(self, state: type[rx.State], var: str) -> Any:
        """The value of a var as this tab holds it."""
        return self.screen[state.get_full_name()][f"{var}{FIELD_MARKER}"]

    async def _runs(self, name: str, payload: dict[str, Any]) -> Answer:
        answer = await self.pipeline.run(self.token, Event(name, self._router_data(), payload))
        for delta in answer.deltas:
            for state, changes in delta.items():
                self.screen.setdefault(state, {}).update(changes)
        return answer

    def _router_data(self) -> dict[str, Any]:
        usual = f"theme=dark; {cookie_name()}={self.session}" if self.session else ""
        cookie = {"cookie": self.cookie or usual} if self.cookie or usual else {}
        return {
            "pathname": urlsplit(self.address).path,
            "asPath": self.address,
            "query": {},
            "token": self.token,
            "sid": f"sid-{self.token}",
            "ip": "10.0.0.1",
            "headers": {"origin": ORIGIN, "host": "localhost:8000", **cookie},
        }


def _name(state: type[rx.State], handler: str) -> str:
    return f"{state.get_full_name()}.{handler}"
