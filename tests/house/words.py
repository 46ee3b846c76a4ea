"""What people read goes through the catalogue: texts in the screens' code that nothing says."""

import ast
import re
from collections.abc import Iterator

from tests.house.source import Module, dotted

SCREENS = (
    "recert_web/pages/", "recert_web/components/", "recert_web/shell.py", "recert_web/display/",
    "recert_web/state/", "recert_web/http/",
)  # fmt: skip
SAYING = {"say", "later", "say_count", "wording.say", "wording.later", "wording.say_count"}
# Arguments that a browser reads and no person does.
TECHNICAL = {
    "class_name", "class", "href", "html_for", "id", "key", "name", "type", "role", "rel", "method", "action",
    "view_box", "d", "points", "preserve_aspect_ratio", "input_mode", "auto_complete", "aria_live", "src",
    "content", "aria_describedby", "aria_labelledby", "aria_controls", "style", "sizes", "custom_attrs",
    "http_equiv", "accept", "enc_type", "tone", "kind", "variant", "loading", "media", "route", "transform",
    "stroke_linecap", "stroke_linejoin", "target", "pattern", "tag", "library", "path",
}  # fmt: skip
# Two words, or one with a capital and small letters: what a sentence, a label or a title looks like.
WORDS = re.compile(
    r"[^\W\d_]{2,}[,.;:!?'’]* [^\W\d_]|(?<![\w/#.-])[A-Z][a-z]+(?![\w/_=-])| [a-z]{2,}|[a-z]{2,} "
)
NOT_FOR_PEOPLE = ("recert_web/http/headers.py",)
_LOGGING = ("log.", "_log.", "logger.", "_logger.", "logging.", "TypeVar")
_COMPARED = (ast.Compare, ast.Subscript, ast.Raise, ast.MatchValue, ast.Assert)


def unsaid_words(module: Module) -> Iterator[str]:
    """A text for people that does not go through the catalogue, or goes there already filled in."""
    if not module.path.startswith(SCREENS) or module.path in NOT_FOR_PEOPLE:
        return
    for node in _shown(module.tree):
        if isinstance(node, ast.JoinedStr):
            yield module.at(
                node, f"{ast.unparse(node)[:60]}: a text with gaps is say('... {{name}}', name=...)"
            )
        elif WORDS.search(str(node.value)):
            yield module.at(node, f"{str(node.value)[:50]!r}: goes through say()")


def _shown(node: ast.AST) -> Iterator[ast.Constant | ast.JoinedStr]:
    """Every text of a tree that a person might see."""
    for child in _children(node):
        if isinstance(child, ast.Call) and dotted(child.func) in SAYING:
            yield from (arg for arg in child.args if isinstance(arg, ast.JoinedStr))
            for part in (*child.args, *(keyword.value for keyword in child.keywords)):
                if not isinstance(part, ast.Constant | ast.JoinedStr):
                    yield from _shown(part)
        elif isinstance(child, ast.JoinedStr):
            texts = [part for part in child.values if isinstance(part, ast.Constant)]
            if any(WORDS.search(str(part.value)) for part in texts):
                yield child
            yield from _shown(child) if not texts else iter(())
        elif isinstance(child, ast.Constant):
            if isinstance(child.value, str):
                yield child
        else:
            yield from _shown(child)


def _children(node: ast.AST) -> Iterator[ast.AST]:
    """What hangs below a node, without docstrings, annotations, comparisons and technical arguments."""
    if isinstance(node, ast.Call):
        if dotted(node.func).startswith(_LOGGING):
            return
        yield node.func
        yield from node.args
        yield from (one.value for one in node.keywords if _is_for_people(one))
        return
    for child in ast.iter_child_nodes(node):
        if isinstance(child, _COMPARED) or (
            isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant)
        ):
            continue
        if isinstance(node, ast.AnnAssign) and child is node.annotation:
            continue
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and child is node.returns:
            continue
        if isinstance(child, ast.arguments):
            yield from (default for default in (*child.defaults, *child.kw_defaults) if default)
            continue
        yield child


def _is_for_people(keyword: ast.keyword) -> bool:
    return keyword.arg is None or not (keyword.arg in TECHNICAL or keyword.arg.endswith(("_class", "_id")))
