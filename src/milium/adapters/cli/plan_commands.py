"""``milium plan``: steps, dated evenings, and what a check-in means."""

from pathlib import Path

import click

from milium.adapters.cli.commands import cli, common, console, print_json, wanted
from milium.adapters.cli.files import case_from
from milium.adapters.cli.show_plan import PlanScreen
from milium.adapters.cli.wiring import Session
from milium.app.evening_calendar import evening_events
from milium.app.explaining import before_and_after, other_plans, why_not
from milium.app.formats import CaseRefusedError
from milium.app.formats.explain import print_other, print_shift, print_why_not
from milium.app.formats.plan import BesideJson, PlanJson, print_feels, print_plan_answer
from milium.app.guide import make_guide
from milium.app.plan import meaning_of, noticed, to_note
from milium.domain.cases import Case
from milium.domain.guide import Guide


@cli.command()
@click.argument("file", required=False)
@click.option("--ics", metavar="PATH", help="Write the evenings as a calendar file.")
@click.option(
    "--feels", metavar="WHAT", help="Is this normal? sting, peel, flare, new-bumps or swelling."
)
@click.option("--why-not", metavar="PRODUCT", help="Why is this not in it? a name, or a kind.")
@click.option("--alternatives", is_flag=True, help="Other plans that keep every rule.")
@common
def plan(
    session: Session,
    file: str | None,
    ics: str | None,
    feels: str | None,
    why_not: str | None,
    *,
    alternatives: bool,
) -> None:
    """Tonight, the steps and the dated evenings for the case in FILE (- reads standard input)."""
    case = case_from(wanted(file), session)
    word = None if feels is None else feels.replace("-", "_")
    guide = planned(case, session, word)
    if ics is not None:
        write_calendar(guide, session, Path(ics))
    published = plan_answer(guide, session, word, why_not, alternatives=alternatives)
    if session.as_json:
        print_json(published)
    else:
        PlanScreen(console(), session.printer.texts).show(published)


def planned(case: Case, session: Session, word: str | None) -> Guide:
    """The guide with its plan, on the day asked for, with what is noticed that day."""
    on = session.on or case.as_of
    if word is not None:
        case = noticed(case, word, session.knowledge, on=on)
    return make_guide(case, session.knowledge, on=on)


def plan_answer(
    guide: Guide, session: Session, word: str | None, asked: str | None, *, alternatives: bool
) -> PlanJson:
    """The plan in the words of the language, with what was asked about it."""
    state = None if word is None else meaning_of(word, session.knowledge)
    texts = session.printer.texts
    others = other_plans(guide, session.knowledge) if alternatives else ()
    why = None if asked is None else why_not(guide, session.knowledge, asked, texts)
    beside = BesideJson(
        feels=print_feels(word, state, texts) if word and state else None,
        to_note=[dict(line) for line in to_note(guide)],
        alternatives=[print_other(other, texts) for other in others],
        why_not=None if why is None else print_why_not(why, texts),
        changes=[print_shift(shift, texts) for shift in before_and_after(guide)],
    )
    return print_plan_answer(session.printer.guide(guide), beside)


def write_calendar(guide: Guide, session: Session, path: Path) -> None:
    """The evenings as a calendar file, over an earlier one.

    Raises:
        CaseRefusedError: there is no evening to write, or the file can't be written.
    """
    plan = guide.regimen
    texts = session.printer.texts
    events = evening_events(plan, guide.case, texts, on=guide.as_of) if plan else ()
    if not events:
        problem = "this plan has no dated evenings; no calendar was written"
        raise CaseRefusedError.one("--ics", problem)
    try:
        path.write_bytes(session.wiring.calendar(events))
    except OSError as error:
        problem = f"{path}: can't be written ({error.strerror or error}); check the name"
        raise CaseRefusedError.one("--ics", problem) from error
