"""Gathers every text that people read into the catalogue, `recert_web/locale/recert.pot`.

Texts stand in the code as `say("...")`, `say_count(n, "...", "...")` and `later("...")`, and in the
rulebook's files under the keys below. The file has no dates and no line numbers: it changes with the texts.
"""

import sys
import tomllib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import write_po

PACKAGE = Path(__file__).resolve().parents[1] / "recert_web"
TEMPLATE = PACKAGE / "locale" / "recert.pot"
KEYWORDS: dict[str, Any] = {"say": None, "later": None, "say_count": (2, 3)}
RULE_TEXTS = {"name", "summary", "route", "scope", "in_scope", "out_of_scope"}


def catalogue() -> Catalog:
    """Every text, in order of the files and of the places within them."""
    texts = Catalog(project="recert-web", header_comment="# The texts of recert-web. Made by `make words`.")
    found = extract_from_dir(PACKAGE, [("**.py", "python")], keywords=KEYWORDS)
    for path, _, text, _, _ in sorted(found, key=lambda one: (one[0], one[1])):
        texts.add(text, locations=[(f"recert_web/{path}", 0)])
    for file in sorted((PACKAGE / "rulebook").rglob("*.toml")):
        for text in dict.fromkeys(_rule_texts(tomllib.loads(file.read_text(encoding="utf-8")))):
            texts.add(text, locations=[(file.relative_to(PACKAGE.parent).as_posix(), 0)])
    return texts


def template() -> bytes:
    """The catalogue as a template for translators."""
    written = BytesIO()
    write_po(written, catalogue(), omit_header=True, include_lineno=False, width=110)
    return written.getvalue()


def _rule_texts(table: Any, key: str = "") -> Iterator[str]:
    if isinstance(table, dict):
        for name, value in table.items():
            if name not in ("sources", "source", "rules"):
                yield from _rule_texts(value, name)
    elif isinstance(table, list):
        for value in table:
            yield from _rule_texts(value, key)
    elif isinstance(table, str) and key in RULE_TEXTS and any(letter.isalpha() for letter in table):
        yield table


if __name__ == "__main__":
    TEMPLATE.write_bytes(template())
    sys.stdout.write(f"{TEMPLATE.name}: {len(catalogue())} texts\n")
