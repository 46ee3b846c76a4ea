"""How fast records are evaluated: `python -m tests.bench.bench_engine`.

Prints records a second through `recert-web evaluate --lines`, as a process of its own, and how much
longer 10,000 activities take than 1,000. Goals: 2,500 records a second on one core, a ratio of 12.
"""

import json
import subprocess
import sys
import tempfile
import time
from datetime import date, timedelta
from itertools import cycle, islice
from pathlib import Path

from recert_web.domain.evaluate import evaluate
from recert_web.domain.record import Activity, Certification, Record
from recert_web.rulebook.loader import rule_set

CASES = Path(__file__).parents[1] / "rules" / "cases"
RECORDS = 20_000
COMMAND = [sys.executable, "-c", "from recert_web.cli.main import main; main()", "evaluate", "--lines"]


def records_a_second() -> float:
    """Through the command, process start, parsing and printing included."""
    cases = [json.loads(path.read_text(encoding="utf-8"))["record"] for path in sorted(CASES.glob("*.json"))]
    with tempfile.TemporaryDirectory() as folder:
        file, out = Path(folder) / "records.jsonl", Path(folder) / "results.jsonl"
        file.write_text("".join(json.dumps(record) + "\n" for record in islice(cycle(cases), RECORDS)))
        with out.open("wb") as results:
            began = time.perf_counter()
            subprocess.run([*COMMAND, str(file)], stdout=results, check=True)
            return RECORDS / (time.perf_counter() - began)


def record_of(activities: int) -> Record:
    """A person with three certifications and many activities of several types, duplicates among them."""
    kinds = ("event_other", "personal_development", "quiz_nsca", "first_aid", "home_study")
    return Record(
        "nsca-2024-2026",
        date(2026, 11, 1),
        tuple(Certification(code, date(2020, 1, 1)) for code in ("CSCS", "NSCA-CPT", "TSAC-F")),
        activities=tuple(
            Activity(
                f"a{number}",
                kinds[number % len(kinds)],
                date(2024, 1, 1) + timedelta(days=number * 7919 % 1000),
                quantity=100,
                ceu=10,
                score=80,
                ref=f"r{number // 30}" if number % 3 == 0 else None,
            )
            for number in range(activities)
        ),
    )


def seconds(activities: int, rounds: int) -> float:
    """The shortest of several evaluations, in time of this process alone."""
    record, rules = record_of(activities), rule_set("nsca-2024-2026")
    taken = []
    for _ in range(rounds):
        began = time.process_time()
        evaluate(rules, record)
        taken.append(time.process_time() - began)
    return min(taken)


def main() -> None:
    """Print the figures."""
    print(f"{records_a_second():,.0f} records a second ({RECORDS:,} lines)")
    few, many = seconds(1_000, 15), seconds(10_000, 7)
    print(f"1,000 activities {few * 1000:.1f} ms, 10,000 {many * 1000:.1f} ms, ratio {many / few:.1f}")


if __name__ == "__main__":
    main()
