"""The README's table of settings is the settings."""

import re

from recert_web.settings import table
from tests.house.source import ROOT, expect_none, modules

ROW = re.compile(r"\| `(?P<variable>[A-Z_]+)` \| (?P<default>[^|]*) \| (?P<description>.*) \|")


def test_the_readme_lists_every_setting_with_its_default_and_meaning() -> None:
    rows = ROW.finditer((ROOT / "README.md").read_text(encoding="utf-8"))
    written = [(row["variable"], row["default"].strip("` "), row["description"]) for row in rows]
    assert written == [tuple(line) for line in table()]


def test_no_module_but_settings_reads_the_environment_for_a_setting() -> None:
    names = {line.variable for line in table()}
    reading = re.compile(r"(?:environ|getenv)\W+(?:get\W+)?([A-Z_]+)")
    others = [module for module in modules() if module.path != "recert_web/settings.py"]
    expect_none(module.path for module in others if names & set(reading.findall(module.text)))
