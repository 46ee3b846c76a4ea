"""`recert-web rules`: the rules of a cycle for people, with the source of every figure."""

import click
from rich import box
from rich.console import Console
from rich.table import Column, Table

from recert_web.cli.rule_text import (
    UNCONFIRMED,
    calendar_rows,
    source_rows,
    tier_rows,
    type_rows,
)
from recert_web.domain.rules import RuleSet
from recert_web.rulebook.loader import UnknownRuleSet, rule_set, rule_sets


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("key", metavar="[RULE_SET]", required=False)
def rules(key: str | None) -> None:
    """Show the rules of RULE_SET, such as nsca-2018-2020; without it, list the rule sets.

    Figures that are assumed, because they are found nowhere, are marked as unconfirmed.
    """
    console = Console()
    if key is None:
        _show(console, "Rule sets", ("rule set", "starts", "ends"), [_cycle(one) for one in rule_sets()])
        return
    try:
        found = rule_set(key)
    except UnknownRuleSet as error:
        known = ", ".join(one.key for one in rule_sets())
        raise click.BadParameter(f"{key} is not one of {known}", param_hint="RULE_SET") from error
    _show(console, f"{found.body} {found.name}", ("figure", "value"), calendar_rows(found))
    tier_heads = ("certified on", "needs", *found.categories, "from", "member", "other")
    title = f"Tiers: CEUs needed, at most in each category, from how many, fee in {found.currency}"
    _show(console, title, tier_heads, tier_rows(found), box.SIMPLE_HEAD)
    type_heads = ("type", "name", "category", "value in CEUs", "entered by")
    _show(console, "Activity types", type_heads, type_rows(found))
    _show(console, "Sources", ("mark", "source", "figures"), source_rows(found))
    console.print(f"Figures with {UNCONFIRMED} are assumed.", markup=False)


def _cycle(one: RuleSet) -> tuple[str, str, str]:
    return one.key, one.starts.isoformat(), one.ends.isoformat()


def _show(
    console: Console,
    title: str,
    heads: tuple[str, ...],
    rows: list[tuple[str, ...]],
    lines: box.Box = box.HEAVY_HEAD,
) -> None:
    columns = [Column(head, overflow="fold") for head in heads]
    table = Table(*columns, title=title, title_justify="left", box=lines, padding=(0, 1, 0, 0))
    for row in rows:
        table.add_row(*row)
    console.print(table, markup=False)
