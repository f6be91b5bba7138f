"""``milium plan``: the steps, the months, the calendar file, and whether something is normal."""

import json
from datetime import date
from pathlib import Path

import pytest
from icalendar import Calendar

from milium.adapters.cli.show_plan import month_lines
from milium.app.formats.guide import EveningJson
from milium.app.formats.plan import PlanJson
from milium.app.texts import Texts
from milium.domain.knowledge import Knowledge
from tests.unit.cli.conftest import Run

EXAMPLES = Path(__file__).parents[3] / "examples"
CHEEK = EXAMPLES / "cheek.yaml"


def test_a_plan_begins_with_tonight_and_ends_with_what_to_note(run: Run) -> None:
    result = run("plan", CHEEK)

    assert result.exit_code == 0
    order = ["TONIGHT", "MORNING", "EVENING", "YOUR EVENINGS", "HOW LONG IT MAY TAKE", "LEFT OUT"]
    places = [result.output.index(f"\n{head}\n") for head in order]
    assert places == sorted(places)
    assert result.output.rstrip().endswith("- {on: 2026-11-23, plan: began}")


def test_months_stand_as_grids_with_a_star_on_each_evening(knowledge: Knowledge) -> None:
    days = [date(2026, 12, 7), date(2026, 12, 31), date(2027, 2, 1)]
    evenings = [EveningJson(on=day, week=1, stage=1) for day in days]

    lines = list(month_lines(evenings, Texts(knowledge.texts, "en")))

    assert lines[:4] == [
        "",
        "December 2026",
        "  Mo   Tu   We   Th   Fr   Sa   Su",
        "        1    2    3    4    5    6",
    ]
    assert lines[4] == "   7*   8    9   10   11   12   13"
    assert lines[7] == "  28   29   30   31*"
    assert lines[8:10] == ["", "February 2027"]
    assert lines[11] == "   1*   2    3    4    5    6    7"


def test_the_json_is_the_published_shape(run: Run) -> None:
    result = run("plan", CHEEK, "--json")

    plan = PlanJson.model_validate_json(result.output)
    assert (plan.when, plan.optimal) == ("no_rush", True)
    assert [step.nights for step in plan.steps].count("dated") == 1
    assert plan.calendar
    assert plan.alternatives == []
    assert [each.name for each in plan.rejected] == ["Night balm"]
    assert plan.notice == "This is not a diagnosis."
    assert {"home_care", "because", "conflicts", "versions"} <= set(json.loads(result.output))


def test_what_lowered_home_care_is_said(run: Run) -> None:
    plan = PlanJson.model_validate_json(run("plan", EXAMPLES / "pregnant.yaml", "--json").output)

    assert plan.home_care.person == "wash_off_acid"
    assert {reason.entry for reason in plan.because} == set(plan.home_care.because)
    assert plan.because


@pytest.mark.parametrize(
    ("word", "state"),
    [("sting", "moderate"), ("flare", "flare"), ("new-bumps", "new-bumps"), ("peel", "moderate")],
)
def test_is_this_normal_is_answered_first(run: Run, word: str, state: str) -> None:
    shown, printed = (
        run("plan", CHEEK, "--feels", word),
        run("plan", CHEEK, "--feels", word, "--json"),
    )

    assert shown.output.lstrip().startswith("IS THIS NORMAL?")
    feels = PlanJson.model_validate_json(printed.output).feels
    assert feels
    assert (feels.state, feels.noticed) == (state, word.replace("-", "_"))
    assert feels.reason.text.split()[0] in shown.output


def test_swelling_leaves_nothing_but_what_to_do_now(run: Run) -> None:
    shown = run("plan", CHEEK, "--feels", "swelling")
    plan = PlanJson.model_validate_json(run("plan", CHEEK, "--feels", "swelling", "--json").output)

    assert "999" in shown.output
    assert "MORNING" not in shown.output
    assert (plan.when, plan.steps, plan.calendar, plan.optimal) == ("now", [], [], False)
    assert plan.tonight


def test_a_word_nobody_notices_is_refused_with_the_nearest(run: Run) -> None:
    result = run("plan", CHEEK, "--feels", "stng")

    assert result.exit_code == 2
    assert "did you mean 'sting'?" in result.stderr


def test_evenings_are_written_as_a_calendar_file_over_an_earlier_one(
    run: Run, tmp_path: Path
) -> None:
    target = tmp_path / "evenings.ics"
    target.write_text("old")

    result = run("plan", CHEEK, "--ics", target, "--json")

    plan = PlanJson.model_validate_json(result.output)
    events = Calendar.from_ical(target.read_bytes()).walk("VEVENT")
    assert [event.decoded("dtstart").date() for event in events] == [e.on for e in plan.calendar]


def test_without_evenings_no_calendar_is_written(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "none.ics"

    result = run("plan", EXAMPLES / "pregnant.yaml", "--ics", target)
    now = run("plan", CHEEK, "--feels", "swelling", "--ics", target)

    assert (result.exit_code, now.exit_code) == (2, 2)
    assert "no dated evenings" in result.stderr
    assert not target.exists()


def test_a_calendar_that_cannot_be_written_is_refused_by_name(run: Run, tmp_path: Path) -> None:
    result = run("plan", CHEEK, "--ics", tmp_path / "nowhere" / "a.ics")

    assert result.exit_code == 2
    assert "can't be written" in result.stderr


def test_a_plan_without_a_file_is_refused(run: Run) -> None:
    assert run("plan").exit_code == 2


def test_a_plan_goes_on_from_the_diary(run: Run, tmp_path: Path) -> None:
    case = tmp_path / "case.yaml"
    begun = (
        "diary:\n  - {on: 2026-11-23, plan: began}\n  - {on: 2026-12-30, skin_feels: moderate}\n"
    )
    told_again = CHEEK.read_text("utf-8").replace("as_of: 2026-11-23", "as_of: 2026-12-31")
    case.write_text(told_again + begun)

    progress = PlanJson.model_validate_json(run("plan", case, "--json").output).progress
    assert progress
    assert (progress.began, progress.first) == (date(2026, 11, 23), date(2026, 12, 7))
    assert (progress.standing, progress.state, progress.noted) == ("paused", "moderate", True)


def test_answers_too_old_to_rely_on_are_asked_for_again(run: Run) -> None:
    later = run("plan", CHEEK, "--as-of", "2027-01-31")

    plan = PlanJson.model_validate_json(
        run("plan", CHEEK, "--as-of", "2027-01-31", "--json").output
    )
    assert plan.calendar == []
    assert plan.ask
    assert "ANSWER AGAIN" in later.output


def test_medicines_wishes_and_expired_knowledge_are_said(run: Run, tmp_path: Path) -> None:
    case = tmp_path / "case.yaml"
    text = CHEEK.read_text("utf-8").replace(
        "shelf:\n", "shelf:\n  - {name: Drops, kind: medicine}\n"
    )
    case.write_text(text)
    tight = tmp_path / "tight.yaml"
    tight.write_text(CHEEK.read_text("utf-8").replace("max_steps: 5", "max_steps: 1"))

    shown, wishes = run("plan", case), run("plan", tight)
    expired = run("plan", case, "--as-of", "2028-01-01")

    assert "USED BY THEIR LEAFLET\nDrops" in shown.output
    assert "WISHES THAT DO NOT FIT TOGETHER" in wishes.output
    assert expired.output.startswith("This program's knowledge is out of date.")
