"""``miliabench``: how a tool does on described people, beside what others published."""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import cast

import click
from rich.console import Console
from rich.table import Table

from milium.adapters.cli.commands import cli, common, console, refuse
from milium.adapters.cli.wiring import Session
from milium.app.formats import CaseRefusedError
from milium.app.formats.bench import read_tool_answers
from milium.app.guide import prepare_case, read_shelf
from milium.app.miliabench import (
    AS_OF,
    Score,
    Share,
    always_self_care,
    always_the_specialist,
    answer_of,
    gates,
    score,
)
from milium.domain.vignettes import ToolAnswer, Vignette
from milium.engine.triage import triage
from milium.kb import Tree, load_peers, load_vignettes

FAILED = 1
_SHARES = (
    "accuracy", "safety_of_advice", "comprehensiveness", "inclination_to_overtriage", "top_1",
    "top_3", "who", "unsafe_permissions", "false_refusals", "now_missed",
    "overtriage_of_ordinary", "ordinary_right",
)  # fmt: skip
_NOTHING = ToolAnswer(None, (), {}, ())


@cli.command()
@click.option("--tool", metavar="FILE", help="Another tool's answers, one JSON object a line.")
@common
def miliabench(session: Session, tool: str | None) -> None:
    """Score triage (or another tool's answers) on MiliaBench; exit 1 when a bar is missed."""
    vignettes = load_vignettes(session.knowledge)
    ask = _asker(session) if tool is None else _reader(tool, session)
    tools = {
        tool or "Milium": ask,
        "always the specialist": always_the_specialist,
        "always self-care": always_self_care,
    }
    scored = {
        name: {
            part: score(each, {v.id: answer(v) for v in each})
            for part, each in _parts(vignettes).items()
        }
        for name, answer in tools.items()
    }
    if session.as_json:
        click.echo(json.dumps(_as_json(scored, session), indent=2))
    else:
        _show(scored, console())
    if not all(gate.passed for gate in gates(next(iter(scored.values()))["all"])):
        sys.exit(FAILED)


def _asker(session: Session) -> Callable[[Vignette], ToolAnswer]:
    """Our own triage, with the shelf read as a guide reads it."""
    knowledge = session.knowledge

    def ask(vignette: Vignette) -> ToolAnswer:
        body = {"milium": "1", "as_of": AS_OF.isoformat(), **vignette.case}
        case = session.case_format.read(cast("Tree", body))
        ready = prepare_case(case, knowledge, read_shelf(case, knowledge), on=AS_OF)
        return answer_of(triage(ready, knowledge.triage, on=AS_OF))

    return ask


def _reader(path: str, session: Session) -> Callable[[Vignette], ToolAnswer]:
    try:
        answers = read_tool_answers(Path(path).read_bytes(), path)
    except OSError as error:
        problem = f"{path}: can't be read ({error.strerror})"
        refuse(CaseRefusedError.one("", problem), as_json=session.as_json)
    return lambda vignette: answers.get(vignette.id, _NOTHING)


def _parts(vignettes: tuple[Vignette, ...]) -> dict[str, list[Vignette]]:
    return {
        "all": list(vignettes),
        "seen": [each for each in vignettes if not each.held_out],
        "held out": [each for each in vignettes if each.held_out],
    }


def _show(scored: dict[str, dict[str, Score]], screen: Console) -> None:
    first = next(iter(scored))
    table = Table("measure", *(f"{name}, {part}" for name, part in _columns(scored)))
    for name in _SHARES:
        shares = [getattr(scored[tool][part], name) for tool, part in _columns(scored)]
        table.add_row(name.replace("_", " "), *map(_spoken, shares))
    screen.print(table)
    for peer in load_peers():
        line = f"{peer.tool}, {peer.measure.replace('_', ' ')}: {peer.percent} % ({peer.note})"
        screen.print(f"published by others: {line}")
    for miss in scored[first]["seen"].failures:
        answered = miss.answer.when.name.lower() if miss.answer.when is not None else "nothing"
        wanted = " or ".join(when.name.lower() for when in miss.vignette.truth.when)
        wrong = ", ".join(miss.wrong)
        screen.print(f"- {miss.vignette.id}: {wrong} (answered {answered}, wanted {wanted})")
    hidden = len(scored[first]["held out"].failures)
    screen.print(f"held out: {hidden} with something wrong; which ones is not said")
    for gate in gates(scored[first]["all"]):
        screen.print(f"{'passed' if gate.passed else 'MISSED'}: {gate.says}")


def _columns(scored: dict[str, dict[str, Score]]) -> list[tuple[str, str]]:
    first, *baselines = scored
    return [(first, part) for part in scored[first]] + [(name, "all") for name in baselines]


def _spoken(share: Share) -> str:
    low, high = share.interval
    return f"{share.percent:.1f} % ({low:.1f}-{high:.1f}) {share.count}/{share.of}"


def _as_json(scored: dict[str, dict[str, Score]], session: Session) -> dict[str, object]:
    first = next(iter(scored))
    return {
        "tools": {
            name: {part: _score_json(each) for part, each in parts.items()}
            for name, parts in scored.items()
        },
        "gates": {gate.name: gate.passed for gate in gates(scored[first]["all"])},
        "failures": [
            {"id": miss.vignette.id, "wrong": list(miss.wrong)}
            for miss in scored[first]["seen"].failures
        ],
        "peers": [
            {"tool": p.tool, "measure": p.measure, "percent": p.percent, "source": p.source}
            for p in load_peers()
        ],
        "versions": {"knowledge": session.knowledge.edition.version},
    }


def _score_json(found: Score) -> dict[str, object]:
    shares = {name: getattr(found, name) for name in _SHARES}
    levels = {f"accuracy {w.name.lower()}": s for w, s in found.accuracy_by_level.items()}
    return {
        name: {
            "count": share.count,
            "of": share.of,
            "percent": round(share.percent, 2),
            "interval": [round(bound, 2) for bound in share.interval],
        }
        for name, share in {**shares, **levels}.items()
    }
