"""The command line: results and faults as JSON, one record or one a line."""

import io
import json
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from recert_web.cli.evaluate import evaluate
from recert_web.cli.lines import MOST_BYTES
from recert_web.cli.main import COMMANDS, Entry, commands
from recert_web.cli.progress import LONG, byte_progress

CASE = Path(__file__).parents[1] / "rules" / "cases" / "06-one-event-gives-at-most-two-CEUs.json"
RECORD = json.dumps(json.loads(CASE.read_text(encoding="utf-8"))["record"])
EXPECTED = json.loads(CASE.read_text(encoding="utf-8"))["expect"]
COMMAND = [sys.executable, "-c", "from recert_web.cli.main import main; main()"]


def run(*arguments: str, given: str | bytes = "") -> Result:
    return CliRunner().invoke(commands, arguments, input=given)


def test_a_record_gives_its_result(tmp_path: Path) -> None:
    file = tmp_path / "record.json"
    file.write_text(RECORD, encoding="utf-8")
    found = run("evaluate", str(file))
    assert (found.exit_code, json.loads(found.stdout)) == (0, EXPECTED)


def test_a_dash_reads_standard_input() -> None:
    assert json.loads(run("evaluate", "-", given=RECORD).stdout) == EXPECTED


def test_a_faulty_record_gives_its_faults_and_exit_status_2() -> None:
    found = run("evaluate", "-", given="{}")
    assert found.exit_code == 2
    assert [fault["path"] for fault in json.loads(found.stdout)["faults"]] == [
        "rule_set",
        "as_of",
        "certifications",
    ]


@pytest.mark.parametrize("options", [[], ["--lines"]])
def test_a_file_that_is_not_there_is_said_plainly(options: list[str], tmp_path: Path) -> None:
    for file in (tmp_path / "nowhere.json", tmp_path):
        found = run("evaluate", *options, str(file))
        assert (found.exit_code, found.stdout) == (2, "")
        assert str(file) in found.stderr
        assert "Traceback" not in found.stderr


def test_lines_give_one_compact_result_each_in_order() -> None:
    other = RECORD.replace("2020-11-01", "2020-11-02")
    found = run("evaluate", "--lines", "-", given=f"{RECORD}\n{other}\n{RECORD}")
    lines = found.stdout.splitlines()
    assert [json.loads(line)["as_of"] for line in lines] == ["2020-11-01", "2020-11-02", "2020-11-01"]
    assert json.loads(lines[0]) == EXPECTED
    assert found.exit_code == 0


def test_lines_go_on_after_a_bad_one() -> None:
    found = run("evaluate", "--lines", "-", given=f"nope\r\n{RECORD}\r\n")
    first, second = (json.loads(line) for line in found.stdout.splitlines())
    assert (found.exit_code, list(first), second) == (2, ["faults"], EXPECTED)


def test_blank_lines_are_passed_over() -> None:
    found = run("evaluate", "--lines", "-", given=f"\n{RECORD}\n  \n\n")
    assert (found.exit_code, len(found.stdout.splitlines())) == (0, 1)
    assert run("evaluate", "--lines", "-").stdout == ""


@pytest.mark.parametrize("end", ["", "\n", "\r\n"])
def test_a_line_of_just_the_limit_is_read_and_one_byte_more_is_not(end: str) -> None:
    just = RECORD + " " * (MOST_BYTES - len(RECORD))
    found = run("evaluate", "--lines", "-", given=f"{just}{end}")
    assert json.loads(found.stdout) == EXPECTED
    found = run("evaluate", "--lines", "-", given=f" {just}{end}")
    assert "longer" in json.loads(found.stdout)["faults"][0]["message"]


def test_an_endless_line_is_refused_in_little_memory() -> None:
    """Fifty megabytes in a line, read by a process that may take no more than the limit and its own."""
    limited = "import resource as r; r.setrlimit(r.RLIMIT_DATA, (80 << 20, 80 << 20)); "
    command = [sys.executable, "-c", limited + COMMAND[2], "evaluate", "--lines", "-"]
    given = b"[" + b" " * 50_000_000 + b"\n" + RECORD.encode() + b"\n"
    found = subprocess.run(command, input=given, capture_output=True, check=False)
    first, second = (json.loads(line) for line in found.stdout.splitlines())
    assert (found.returncode, list(first), second) == (2, ["faults"], EXPECTED)


def test_each_line_is_answered_before_the_next_is_sent() -> None:
    command = [*COMMAND, "evaluate", "--lines", "-"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin
        assert process.stdout
        for _ in range(2):
            process.stdin.write(f"{RECORD}\n")
            process.stdin.flush()
            assert json.loads(process.stdout.readline()) == EXPECTED


def test_a_reader_that_goes_away_is_no_traceback() -> None:
    command = [*COMMAND, "evaluate", "--lines", "-"]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout
    process.stdout.close()
    process.stdout = None
    _, complaints = process.communicate(f"{RECORD}\n".encode() * 2000)
    assert complaints == b""


def test_the_rule_sets_are_listed() -> None:
    found = run("rules")
    assert [key in found.stdout for key in ("nsca-2018-2020", "nsca-2021-2023", "nsca-2024-2026")] == [
        True
    ] * 3


@pytest.mark.parametrize("key", ["nsca-2018-2020", "nsca-2021-2023", "nsca-2024-2026"])
def test_the_rules_are_shown_with_marks_and_sources(key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "300")
    found = run("rules", key)
    assert found.exit_code == 0
    for words in (
        "unconfirmed",
        "types.first_aid.fixed",
        "6.00",
        "pass mark 70",
        "Recertification FAQ 2018-2020",
    ):
        assert words in found.stdout


def test_an_unknown_rule_set_is_said_plainly() -> None:
    found = run("rules", "nsca-1999")
    assert found.exit_code == 2
    assert "nsca-2018-2020" in found.stderr


def test_help_lists_every_command_without_importing_one() -> None:
    script = (
        "import sys; from click.testing import CliRunner; from recert_web.cli.main import commands; "
        "print(CliRunner().invoke(commands, ['--help']).stdout); "
        "assert not {'recert_web.cli.evaluate', 'recert_web.cli.serve', 'rich'} & set(sys.modules)"
    )
    found = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert all(name in found.stdout for name in COMMANDS)


def test_an_unknown_command_is_said_plainly() -> None:
    found = run("juggle")
    assert found.exit_code == 2
    assert "juggle" in found.stderr


def test_a_command_whose_module_is_missing_leaves_the_others_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(
        COMMANDS, "lost", Entry("recert_web.cli.lost", "lost", "Not part of this installation.")
    )
    assert run("--help").exit_code == 0
    assert run("lost").exit_code == 2
    assert run("rules").exit_code == 0


def test_a_module_missing_inside_a_command_is_not_hushed_up(monkeypatch: pytest.MonkeyPatch) -> None:
    def importing(_: str) -> object:
        raise ModuleNotFoundError(name="somewhere.deeper")

    monkeypatch.setattr("recert_web.cli.main.import_module", importing)
    assert isinstance(run("rules").exception, ModuleNotFoundError)


class Unreadable(io.BytesIO):
    """A file on a disk that fails."""

    name = "record.json"

    def read(self, size: int | None = -1) -> bytes:
        raise OSError(5, "Input/output error")


def test_a_file_that_stops_being_readable_is_said_plainly() -> None:
    assert evaluate.callback
    with pytest.raises(click.UsageError, match=r"record\.json cannot be read: Input/output error"):
        evaluate.callback(Unreadable(), False)


def test_a_long_file_shows_its_progress_where_a_person_looks_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    file = tmp_path / "records.jsonl"
    file.write_bytes(b" " * LONG)
    with file.open("rb") as stream, byte_progress(stream) as done:
        done(LONG)
    assert "100%" in terminal.getvalue()
    with byte_progress(io.BytesIO()) as done:
        done(1)
