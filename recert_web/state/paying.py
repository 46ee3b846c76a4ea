"""Asking the gateway, between two transactions and in neither."""

from recert_web import clock, work
from recert_web.domain.member import Charge
from recert_web.gateways.payments import ChargeRequest, PaymentGateway
from recert_web.gateways.rehearsal import gateway_for
from recert_web.services.charges import ChargeRefused, PaymentOrder, StartedCharge, start_charge
from recert_web.services.charges_settling import answer_now, record_answer
from recert_web.services.policy import Actor
from recert_web.settings import settings


def gateway() -> PaymentGateway:
    """The gateway that the settings name."""
    return gateway_for(settings(), clock.now)


async def started(
    actor: Actor, cycle: str, cents: int, form_key: str, method: str
) -> StartedCharge | ChargeRefused:
    """A charge at the price the member saw, or why there is none. An unknown method becomes the first."""
    ours = gateway()
    known = method if method in ours.methods else ours.methods[0]
    order = PaymentOrder(cycle, cents, form_key, known, ours.name)
    return await work.run(start_charge, actor, order, clock.today(), clock.now())


async def answered(number: str, request: ChargeRequest) -> Charge:
    """The charge after every answer the gateway gives."""
    for answer in await work.apart(gateway().charge, request):
        charge = await work.run(record_answer, number, answer, clock.today(), clock.now())
    return charge


async def looked_up(number: str, request: ChargeRequest) -> Charge:
    """The charge after asking the gateway what became of it."""
    answer = await work.apart(answer_now, gateway(), request)
    return await work.run(record_answer, number, answer, clock.today(), clock.now())
