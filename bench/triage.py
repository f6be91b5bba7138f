"""How long triage takes: the decision, then the whole answer with what would change it.

One code path: what is timed is what `milium triage` runs. The floor beside it is reading every
answer of the case once.
"""

from bench._common import ROOT, arguments, percentile, report, times_of
from milium.app.documents import read_case
from milium.app.formats import CaseFormat
from milium.app.guide import prepare_case
from milium.domain.cases import Case
from milium.engine.triage import next_question, triage
from milium.engine.triage.decision import judge_case
from milium.kb import load_knowledge


def main() -> None:
    """Measure and print."""
    options = arguments(__doc__ or "")
    rounds = 5 if options.smoke else 400
    knowledge = load_knowledge(None)
    rules = knowledge.triage
    path = ROOT / "examples" / "cheek.yaml"
    case = read_case(path.read_bytes(), path.name, CaseFormat(knowledge), place="GB")
    ready = prepare_case(case, knowledge, {}, on=case.as_of)
    decided = times_of(lambda: judge_case(ready, rules), rounds)
    whole = times_of(lambda: triage(ready, rules, on=case.as_of), rounds)
    asked = times_of(lambda: next_question(ready, rules, on=case.as_of), rounds)
    floor = times_of(lambda: _read(ready), rounds)
    both = percentile(whole, 0.5) + percentile(asked, 0.5)
    report(
        "triage",
        {
            "decision with its rules p50 ms": percentile(decided, 0.5),
            "whole answer with changes_if p50 ms": percentile(whole, 0.5),
            "next question p50 ms": percentile(asked, 0.5),
            "whole answer and next question p50 ms": both,
            "floor p50 ms (every answer read once)": percentile(floor, 0.5),
            "ratio decision / floor": percentile(decided, 0.5) / percentile(floor, 0.5),
            "rules": len(rules.rules),
        },
        as_json=options.json,
    )


def _read(case: Case) -> int:
    return sum(len(str(answer)) for answer in (*case.answers.values(), *(
        answer for lesion in case.lesions for answer in lesion.answers.values()
    )))  # fmt: skip


if __name__ == "__main__":
    main()
