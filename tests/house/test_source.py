"""The product's source keeps the house's budgets and rules, and each rule sees a breach when there is one."""

from collections.abc import Callable, Iterator
from statistics import median

import pytest

from tests.house import places, sizes
from tests.house.source import Module, expect_none, modules

Rule = Callable[[Module], Iterator[str]]

LONG_FUNCTION = "def long():\n" + "    pass\n" * 30
LONG_COMPONENT = "def long():\n" + "    pass\n" * 40
STATE = "class SomeState(rx.State):\n"

BREACHES: list[tuple[Rule, str, str]] = [
    (sizes.long_modules, "recert_web/services/a.py", "pass\n" * 201),
    (sizes.long_modules, "recert_web/data/tables.py", "pass\n" * 251),
    (sizes.long_functions, "recert_web/domain/a.py", LONG_FUNCTION),
    (sizes.long_functions, "recert_web/pages/a.py", LONG_COMPONENT),
    (sizes.crowded_imports, "recert_web/state/a.py", "from recert_web import settings\n" * 9),
    (sizes.crowded_imports, "recert_web/state/a.py", "def late():\n" + "    import click\n" * 9),
    (sizes.large_states, "recert_web/state/a.py", STATE + "    pass\n" * 90),
    (sizes.large_states, "recert_web/state/a.py", STATE + "".join(f"    v{n}: int = 0\n" for n in range(9))),
    (
        sizes.large_states,
        "recert_web/state/a.py",
        STATE + "".join(f"    def h{n}(self): 1\n" for n in range(7)),
    ),
    (places.other_clocks, "recert_web/services/a.py", "from datetime import date\nday = date.today()\n"),
    (places.other_clocks, "recert_web/state/a.py", "import time\nnow = time.time()\n"),
    (
        places.other_clocks,
        "recert_web/data/a.py",
        "import datetime\nnow = datetime.datetime.now(datetime.UTC)\n",
    ),
    (places.other_sessions, "recert_web/services/a.py", "with Session(engine) as session: pass\n"),
    (places.other_sessions, "recert_web/services/a.py", "def save(session): session.commit()\n"),
    (
        places.framework_ways,
        "recert_web/state/a.py",
        "import reflex as rx\nclass S:\n    a: str = rx.Cookie()\n",
    ),
    (places.framework_ways, "recert_web/pages/a.py", "import reflex as rx\nrx.upload.root()\n"),
    (places.framework_ways, "recert_web/pages/a.py", "import reflex as rx\nrx.html('<b>')\n"),
    (places.empty_names, "recert_web/services/utils.py", ""),
    (places.empty_names, "recert_web/helpers/money.py", ""),
    (places.empty_names, "recert_web/state/a.py", "class S:\n    def handle_click(self): pass\n"),
    (places.missing_docstrings, "recert_web/state/a.py", "x = 1\n"),
    (places.missing_docstrings, "recert_web/state/a.py", '"""Says."""\ndef answer(): pass\n'),
    (
        places.missing_docstrings,
        "recert_web/state/a.py",
        '"""Says."""\nclass A:\n    "It."\n    def answer(self): 1\n',
    ),
    (places.floats, "recert_web/domain/a.py", "rate = 0.1\n"),
    (places.floats, "recert_web/services/a.py", "rate = float('1')\n"),
]
RULES = list(dict.fromkeys(rule for rule, _, _ in BREACHES))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_source_keeps_the_rule(rule: Rule) -> None:
    expect_none(fault for module in modules() for fault in rule(module))


@pytest.mark.parametrize(("rule", "path", "text"), BREACHES)
def test_the_rule_sees_a_breach(rule: Rule, path: str, text: str) -> None:
    assert len(list(rule(Module(path, text)))) == 1


def test_half_of_the_modules_are_short() -> None:
    lines = [module.lines for module in modules() if module.lines]
    assert median(lines) <= sizes.MEDIAN_LINES


def test_the_allowed_sizes_pass() -> None:
    state = STATE + "".join(f"    v{n}: int = 0\n" for n in range(8)) + "    _own: int = 0\n"
    computed = state.replace("    v0: int = 0\n", "    @rx.var\n    def v0(self): return 1\n")
    imports = "if TYPE_CHECKING:\n    import click\nimport ast\n" + "import click\n" * 8
    for text in (state, computed, imports, "def short():\n" + "    pass\n" * 29):
        module = Module("recert_web/state/a.py", text)
        expect_none(fault for rule in RULES if rule.__module__ == sizes.__name__ for fault in rule(module))
