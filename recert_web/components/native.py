"""Elements the framework's own would spoil: a form that posts, a form that tells what is being typed."""

from typing import Any

from reflex_base.components.component import field
from reflex_base.event import EventHandler
from reflex_base.vars.base import Var
from reflex_base.vars.object import ObjectVar
from reflex_components_core.el.elements.base import BaseHTML
from reflex_components_core.el.elements.forms import Form


class NativeForm(BaseHTML):
    """A form the browser posts by itself: before hydration, with password managers, to an HTTP route."""

    tag = "form"
    method: Var[str] = field(doc="HTTP method")
    action: Var[str] = field(doc="Where to send it")


class NativeLink(BaseHTML):
    """A link within the page: the framework's own would drop the query of the address."""

    tag = "a"
    href: Var[str] = field(doc="The id it leads to, after a #")


def _values(event: ObjectVar[Any]) -> tuple[Var[dict[str, str]]]:
    """All values of the form an event bubbled up to, read when it happened."""
    return (Var(f"getFormData({event!s}.currentTarget)", _var_type=dict[str, str]),)


class LiveForm(Form):
    """A form that also fires `on_input` with all its values while it is being filled in."""

    on_input: EventHandler[_values] = field(doc="Fired at each change of any control")


native_form = NativeForm.create
native_link = NativeLink.create
live_form = LiveForm.create
