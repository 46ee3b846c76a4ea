"""The budgets: how long a module, a function, a State may be, and how much a module may lean on."""

import ast
import sys
from collections.abc import Iterator

from tests.house.source import Function, Module, dotted

MODULE_LINES = 200
TABLE_LINES = 250
MEDIAN_LINES = 70
FUNCTION_LINES = 30
COMPONENT_LINES = 40
IMPORTS = 8
STATE_LINES = 90
STATE_VARS = 8
STATE_HANDLERS = 6

_TABLES = ("recert_web/data/tables", "recert_web/data/migrations/versions/", "recert_web/display/shapes")
_ROOT = "recert_web/recert_web.py"  # the composition root: to import is what it is for
_COMPONENTS = ("recert_web/pages/", "recert_web/components/", "recert_web/shell.py")


def long_modules(module: Module) -> Iterator[str]:
    """More lines than a module may have, or a module of tables."""
    limit = TABLE_LINES if module.path.startswith(_TABLES) else MODULE_LINES
    if module.lines > limit:
        yield f"{module.path}: {module.lines} lines, {limit} allowed"


def long_functions(module: Module) -> Iterator[str]:
    """More lines than a function may have, or one that lists parts or columns; docstring aside."""
    limit = COMPONENT_LINES if module.path.startswith(_COMPONENTS + _TABLES) else FUNCTION_LINES
    for function in module.functions():
        lines = (function.end_lineno or 0) - function.lineno + 1 - _docstring_lines(function)
        if lines > limit:
            yield module.at(function, f"{function.name} has {lines} lines, {limit} allowed")


def crowded_imports(module: Module) -> Iterator[str]:
    """More import statements than allowed; those of the standard library, or for types alone, are free."""
    counted = [node for node in _imports(module.tree) if not _is_standard(node)]
    if module.path != _ROOT and len(counted) > IMPORTS:
        yield f"{module.path}: {len(counted)} imports, {IMPORTS} allowed"


def large_states(module: Module) -> Iterator[str]:
    """A State with too many lines, vars or handlers."""
    for state in module.classes():
        if not any(dotted(base).endswith("State") for base in state.bases):
            continue
        sizes = {
            "lines": ((state.end_lineno or 0) - state.lineno + 1, STATE_LINES),
            "vars": (len(_vars(state)), STATE_VARS),
            "handlers": (len(_handlers(state)), STATE_HANDLERS),
        }
        for what, (size, limit) in sizes.items():
            if size > limit:
                yield module.at(state, f"{state.name} has {size} {what}, {limit} allowed")


def _docstring_lines(function: Function) -> int:
    if ast.get_docstring(function) is None:
        return 0
    first = function.body[0]
    return (first.end_lineno or 0) - first.lineno + 1


def _imports(node: ast.AST) -> Iterator[ast.Import | ast.ImportFrom]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.If) and dotted(child.test).endswith("TYPE_CHECKING"):
            continue
        if isinstance(child, ast.Import | ast.ImportFrom):
            yield child
        else:
            yield from _imports(child)


def _is_standard(node: ast.Import | ast.ImportFrom) -> bool:
    names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else [node.module or ""]
    return all(name.partition(".")[0] in sys.stdlib_module_names for name in names)


def _vars(state: ast.ClassDef) -> list[str]:
    fields = [node.target for node in state.body if isinstance(node, ast.AnnAssign)]
    names = [target.id for target in fields if isinstance(target, ast.Name) and target.id[0] != "_"]
    return names + [method.name for method in _public_methods(state) if _is_computed(method)]


def _handlers(state: ast.ClassDef) -> list[str]:
    return [method.name for method in _public_methods(state) if not _is_computed(method)]


def _public_methods(state: ast.ClassDef) -> list[Function]:
    return [node for node in state.body if isinstance(node, Function) and node.name[0] != "_"]


def _is_computed(method: Function) -> bool:
    named = [node.func if isinstance(node, ast.Call) else node for node in method.decorator_list]
    return any(dotted(node) in {"rx.var", "var", "property"} for node in named)
