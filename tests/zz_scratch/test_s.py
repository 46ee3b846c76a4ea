import pytest
from tests.house.endpoints import *
from tests.state.members import rows
from tests.state.pipeline import Tab
from recert_web.state.receipt import ReceiptState
async def test_bad(pipeline, stored, cast):
    tab = Tab(pipeline, cast.sam.session)
    await tab.opens("/activities")
    with stored.reading() as s:
        ids = s.connection().exec_driver_sql("select id, version, title from activities where person_id=?", (cast.sam.person_id,)).all()
    print(ids)
    for v in (10**30, -10**30, 2**63, 0, -1, None, 1.0, float("nan"), "1", [1], True):
        a = await tab.does(ActivitiesState, "delete", activity_id=str(ids[0][0]), version=v)
        print(v, a.faults, tab.shows(ActivitiesState, "message"))
    BAD = ("\ud800", "\x00", "a\x00b")
    for e in GUARDED:
        for b in BAD:
            t = Tab(pipeline, cast.dana.session if e in STAFF else cast.alex.session)
            await t.opens(e.address)
            for f in (b, {k: b for k in ("form_key","find","method","title","completed_on","quantity", "hours_in_all")}, {"title": "T", "completed_on": "2019-05-10", "hours_in_all": "8", "quantity": "8", "form_key": b}):
                a = await t.sends(e.name, dict.fromkeys(e.parameters, f))
                if a.faults: print(e, repr(b), type(f), [repr(x)[:100] for x in a.faults])
    for addr in ("/activities", "/overview", "/report", "/fees", "/receipt", "/"):
        for b in BAD:
            t = Tab(pipeline, cast.alex.session)
            names = ("seal", "cycle", "show", "page", "find", "type", "activity", "number", "next", "refused", "self")
            a = await t.opens(f"{addr}?{'&'.join(f'{name}={b}' for name in names)}")
            if a.faults: print(addr, repr(b), [repr(x)[:100] for x in a.faults])
    assert 0
