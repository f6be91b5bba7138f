"""``knowledge prove``: every safety claim over every case there can be."""

import json
import sys

import click

from milium.adapters.cli.commands import common, knowledge
from milium.adapters.cli.wiring import MissingPartError, Session
from milium.app.documents import case_yaml
from milium.domain.cases import Case
from milium.domain.proofs import Proof, ProofVerdict

FAILED = 1
MISSING = 3


@knowledge.command("prove")
@common
def knowledge_prove(session: Session) -> None:
    """Prove every safety claim over all combinations of answers, or print a case that breaks it.

    Takes about a minute; progress goes to the error stream, and Ctrl-C stops it.
    """
    try:
        proof = session.wiring.prove(
            session.knowledge, session.case_format, lambda line: click.echo(line, err=True)
        )
    except MissingPartError as error:
        click.echo(str(error), err=True)
        sys.exit(MISSING)
    if session.as_json:
        click.echo(json.dumps(_as_json(proof, session), indent=2, ensure_ascii=False))
    else:
        _show(proof, session)
    if not proof.holds:
        sys.exit(FAILED)


def _show(proof: Proof, session: Session) -> None:
    for verdict in proof.verdicts:
        if not verdict.proved:
            click.echo(f"\nNOT PROVED {verdict.id}: {verdict.says}")
            _explain(verdict, session)
    for what, case in proof.disagreements[:1]:
        click.echo(f"\nEncoding and engine differ ({what}) on:\n{_printed(case, session)}")
    proved = sum(verdict.proved for verdict in proof.verdicts)
    click.echo(f"proved {proved} of {len(proof.verdicts)} invariants")
    click.echo(f"{proof.kinds} of them differ in more than a constant")
    click.echo(
        f"encoding and engine agree on {proof.compared - len(proof.disagreements):,} of"
        f" {proof.compared:,} cases"
    )


def _explain(verdict: ProofVerdict, session: Session) -> None:
    if verdict.problem:
        click.echo(verdict.problem)
    if verdict.broken_by is not None:
        if verdict.changed:
            click.echo(f"when this changes: {verdict.changed}")
        click.echo(_printed(verdict.broken_by, session))


def _printed(case: Case, session: Session) -> str:
    return case_yaml(case, session.case_format)


def _as_json(proof: Proof, session: Session) -> dict[str, object]:
    return {
        "holds": proof.holds,
        "proved": sum(verdict.proved for verdict in proof.verdicts),
        "of": len(proof.verdicts),
        "kinds": proof.kinds,
        "compared": proof.compared,
        "disagreements": len(proof.disagreements),
        "invariants": [
            {
                "id": verdict.id,
                "says": verdict.says,
                "proved": verdict.proved,
                "problem": verdict.problem or None,
                "changed": verdict.changed or None,
                "broken_by": None
                if verdict.broken_by is None
                else session.case_format.print(verdict.broken_by),
            }
            for verdict in proof.verdicts
        ],
        "versions": {"knowledge": session.knowledge.edition.version},
    }
