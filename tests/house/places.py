"""What may stand in one place only: the clock, the session, the names, the ways around the content policy."""

import ast
from collections.abc import Iterator

from tests.house.source import Function, Module, dotted

CLOCK = ("recert_web/clock.py",)
SESSION = ("recert_web/work.py", "recert_web/data/database.py")

_CLOCK_CALLS = {
    "datetime.now", "datetime.utcnow", "datetime.today", "datetime.datetime.now", "datetime.datetime.utcnow",
    "date.today", "datetime.date.today", "time.time", "time.time_ns", "time.localtime", "time.gmtime",
}  # fmt: skip
_SESSION_CALLS = {
    "Session",
    "AsyncSession",
    "sessionmaker",
    "create_engine",
    "create_async_engine",
    "rx.session",
    "rx.asession",
}
_SESSION_ENDS = {"commit", "rollback"}
_FRAMEWORK_WAYS = {
    "Cookie": "readable by scripts: a cookie is set by an HTTP route",
    "LocalStorage": "writable by the browser",
    "SessionStorage": "writable by the browser",
    "upload": "its folder is public and its endpoint asks nobody: uploads have routes of their own",
    "upload_files": "see upload",
    "html": "not escaped",
    "markdown": "passes raw HTML through",
    "call_script": "evaluated: the content policy forbids it",
    "call_function": "evaluated: the content policy forbids it",
    "toast": "evaluated: the content policy forbids it, and it vanishes",
    "Model": "deprecated: plain SQLModel, in data",
}
_EMPTY_NAMES = {"utils", "util", "helpers", "helper", "manager", "managers", "common", "misc"}
_EMPTY_STARTS = ("get_", "handle_")
_FRAMEWORK_METHODS = {"get_command"}  # click asks for it by this name
_EXACT = (
    "recert_web/domain/",
    "recert_web/display/",
    "recert_web/services/",
    "recert_web/data/",
    "recert_web/gateways/",
)


def other_clocks(module: Module) -> Iterator[str]:
    """The time read anywhere but in clock.py."""
    if module.path in CLOCK:
        return
    for call, name in module.calls():
        if name in _CLOCK_CALLS:
            yield module.at(call, f"{name}(): ask recert_web.clock, or take the day as an argument")


def other_sessions(module: Module) -> Iterator[str]:
    """A session opened or ended anywhere but in work.py and database.py."""
    if module.path in SESSION:
        return
    for call, name in module.calls():
        if name in _SESSION_CALLS:
            yield module.at(call, f"{name}(): work.run opens the session")
        elif isinstance(call.func, ast.Attribute) and call.func.attr in _SESSION_ENDS:
            yield module.at(call, f"{call.func.attr}(): work.run ends the transaction")


def framework_ways(module: Module) -> Iterator[str]:
    """A part of Reflex that the design replaces."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Attribute):
            head, _, rest = dotted(node).partition(".")
            if head == "rx" and (why := _FRAMEWORK_WAYS.get(rest)):
                yield module.at(node, f"rx.{rest}: {why}")


def empty_names(module: Module) -> Iterator[str]:
    """A module or a function whose name says nothing."""
    if set(module.path.removesuffix(".py").split("/")) & _EMPTY_NAMES:
        yield f"{module.path}: name the module by what it answers"
    for function in module.functions():
        if function.name.startswith(_EMPTY_STARTS) and function.name not in _FRAMEWORK_METHODS:
            yield module.at(function, f"{function.name}: name what it answers or what the user wants")


def missing_docstrings(module: Module) -> Iterator[str]:
    """A module, or something public in it, that does not say what it is for."""
    if module.tree.body and ast.get_docstring(module.tree) is None:
        yield f"{module.path}: no docstring"
    classes = [node for node in module.tree.body if isinstance(node, ast.ClassDef) and node.name[0] != "_"]
    owners: list[ast.Module | ast.ClassDef] = [module.tree, *classes]
    public = [node for owner in owners for node in owner.body if isinstance(node, Function | ast.ClassDef)]
    for node in public:
        if not node.name.startswith("_") and ast.get_docstring(node) is None:
            yield module.at(node, f"{node.name}: no docstring")


def floats(module: Module) -> Iterator[str]:
    """A float where amounts are computed or worded: they are exact, in hundredths and cents."""
    if not module.path.startswith(_EXACT):
        return
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, float):
            yield module.at(node, f"{node.value}: amounts are integers")
    for call, name in module.calls():
        if name == "float":
            yield module.at(call, "float(): amounts are integers")
