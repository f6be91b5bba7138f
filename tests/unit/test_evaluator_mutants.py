"""The mutants of the rule evaluator: what is read, what is refused. The run itself is `--long`."""

import json
import sys
from pathlib import Path

import pytest

from tools import evaluator_mutants as mutants
from tools.commands import ROOT
from tools.evaluator_mutants import BASELINE, HALVES, RULES, MutationError, Tried

DIFF = """\
--- mutation diff ---
--- a/x.py
+++ b/x.py
@@ -1,2 +1,2 @@
 def f():
-    return 1 - self
+    return 1 + self
"""


def dumped(outcome: str = "survived", worker: str = "normal") -> str:
    item = {"job_id": "1", "mutations": [{"module_path": "x.py", "operator_name": "core/X"}]}
    return json.dumps([item, {"worker_outcome": worker, "test_outcome": outcome, "diff": DIFF}])


@pytest.mark.parametrize(
    ("outcome", "noticed"), [("survived", False), ("killed", True), ("incompetent", True)]
)
def test_a_mutant_is_named_by_its_line_before_and_after(outcome: str, noticed: bool) -> None:
    (found,) = mutants.read_dump(dumped(outcome))

    assert found.name == "x.py: return 1 - self => return 1 + self"
    assert found.noticed == noticed


@pytest.mark.parametrize(
    "line", [dumped(worker="exception"), json.dumps([json.loads(dumped())[0], None])]
)
def test_a_mutant_that_was_not_tried_is_a_fault(line: str) -> None:
    with pytest.raises(MutationError, match=r"was not tried: x\.py"):
        list(mutants.read_dump(line))


def test_survivors_and_lines_nobody_needs_are_told() -> None:
    tried = [Tried("x.py", "a", "b", noticed=False), Tried("x.py", "a", "c", noticed=False)]
    killed = Tried("x.py", "a", "d", noticed=True)

    found = mutants.complaints([*tried, killed], ["x.py: a => c", "x.py: a => d"])

    assert found == [
        "survivor: x.py: a => b",
        "tests/baselines/equivalent_mutants.txt: no mutant needs: x.py: a => d",
    ]


def test_a_mutant_let_off_needs_a_reason() -> None:
    assert mutants.read_baseline("# why\n\nx.py: a => b ## the same\n") == {
        "x.py: a => b": "the same"
    }
    for line in ("x.py: a => b", "x.py: a => b ## "):
        with pytest.raises(MutationError, match="say after ' ## ' why"):
            mutants.read_baseline(line)


def test_each_line_let_off_is_a_line_of_the_code() -> None:
    for name in mutants.read_baseline((ROOT / BASELINE).read_text("utf-8")):
        path, _, change = name.partition(": ")
        assert change.partition(" => ")[0] in (ROOT / path).read_text("utf-8")


def test_the_whole_rule_language_is_mutated() -> None:
    mutated = {path for half in HALVES for path in half}

    modules = {path.relative_to(ROOT).as_posix() for path in (ROOT / RULES).glob("[!_]*.py")}

    assert modules <= mutated


def test_what_is_mutated_is_a_copy(tmp_path: Path) -> None:
    mutants.copy(tmp_path)

    assert (tmp_path / RULES / "evaluate.py").read_bytes() == (
        ROOT / RULES / "evaluate.py"
    ).read_bytes()
    assert str(ROOT) not in mutants.configuration(HALVES[0]).replace(sys.executable, "")
