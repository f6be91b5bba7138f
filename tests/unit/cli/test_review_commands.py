"""``knowledge review-pack``, ``review-import`` and ``reviews``, there and back."""

import json
import stat
from pathlib import Path
from typing import Any

import pytest

from milium.app.formats.reviews import AreasJson, ReviewPackJson, ReviewsJson, TakenOverJson
from milium.app.review_areas import ReviewBook
from milium.kb import with_home_reviews
from tests.builders.formats import path_of
from tests.builders.reviews import AGREE, DISAGREE, filled, items_on
from tests.unit.cli.conftest import Run, World

SIGNED = "Jane Roe, ophthalmologist (GMC 1234567), 1 November 2026"
ON = {"date": "2026-11-01"}
LID = "rule/lid-bump"


@pytest.fixture
def part(run: Run) -> str:
    """The part of the eyelid that the rule on lid bumps stands in."""
    return run("knowledge", "review-pack", "--area", "eyelid", "--part", "2").stdout


def bring_in(run: Run, folder: Path, text: str, *options: str) -> Any:  # noqa: ANN401
    form = folder / "form.md"
    form.write_text(text, "utf-8")
    return run("knowledge", "review-import", form, *options)


def back_again(world: World) -> None:
    """What ``main`` does at the next start."""
    world.knowledge = with_home_reviews(world.knowledge, world.home)


def test_a_pack_is_printed_or_written(run: Run, part: str, tmp_path: Path) -> None:
    out = tmp_path / "lid.md"

    answer = run("knowledge", "review-pack", out, "--area", "eyelid", "--part", "2")

    assert (answer.exit_code, answer.stdout) == (0, "")
    assert out.read_text("utf-8") == part
    assert "part 2 of" in answer.stderr


def test_a_pack_as_json_holds_the_same_items(run: Run, part: str) -> None:
    answer = run("knowledge", "review-pack", "--area", "eyelid", "--part", "2", "--json")

    pack = ReviewPackJson.model_validate_json(answer.stdout)
    assert [each.item for each in pack.items] == items_on(part)
    assert all(each.text in part for each in pack.items)


def test_the_areas_are_listed_with_their_minutes(run: Run, world: World) -> None:
    lines = run("knowledge", "review-pack", "--areas").stdout.splitlines()
    listed = AreasJson.model_validate_json(
        run("knowledge", "review-pack", "--areas", "--json").stdout
    )

    assert [line.partition(":")[0] for line in lines] == list(ReviewBook(world.knowledge).areas)
    assert [each.area for each in listed.areas] == [line.partition(":")[0] for line in lines]
    assert all("0 reviewed" in line for line in lines)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "--area: which area? There are: eyelid, "),
        (("--area", "eyelids"), "there is no area 'eyelids' (did you mean 'eyelid'?)"),
        (("--area", "eyelid", "--part", "0"), "--part: 'eyelid' has the parts 1 to "),
        (("--area", "eyelid", "--part", "99"), "--part: 'eyelid' has the parts 1 to "),
    ],
)
def test_what_cannot_be_printed_is_refused(words: tuple[str, ...], said: str, run: Run) -> None:
    answer = run("knowledge", "review-pack", *words)

    assert (answer.exit_code, answer.stdout) == (2, "")
    assert said in answer.stderr


def test_a_pack_that_cannot_be_written_says_so(run: Run, tmp_path: Path) -> None:
    answer = run("knowledge", "review-pack", tmp_path, "--area", "eyelid")

    assert answer.exit_code == 2
    assert "can't be written" in answer.stderr


def test_a_form_goes_round_and_the_guide_names_who_reviewed_what(
    run: Run, world: World, part: str, tmp_path: Path
) -> None:
    text = filled(part, {LID: AGREE, "rule/on-the-eye-bone": DISAGREE}, None, **ON)

    answer = bring_in(run, tmp_path, text)
    back_again(world)

    assert answer.exit_code == 0
    assert "agreed with 1, not with 1" in answer.stdout
    guide = " ".join(run("guide", path_of("lid")).stdout.split())
    assert f"Reviewed by {SIGNED}: lid-bump." in guide
    assert "No clinician has reviewed the other sentences yet." in guide
    reasons = {
        fired["rule"]: fired["reason"]["reviewed"]
        for fired in json.loads(run("triage", path_of("lid"), "--json").stdout)["triage"]["fired"]
    }
    assert {rule: who for rule, who in reasons.items() if who} == {"lid-bump": SIGNED}


def test_the_reviews_list_agreements_and_disagreements(
    run: Run, world: World, part: str, tmp_path: Path
) -> None:
    other = "rule/on-the-eye-bone"
    bring_in(
        run, tmp_path, filled(part, {LID: AGREE, other: DISAGREE}, {other: "Too strict."}, **ON)
    )
    back_again(world)

    lines = run("knowledge", "reviews").stdout.splitlines()
    found = ReviewsJson.model_validate_json(run("knowledge", "reviews", "--json").stdout)

    assert lines[0] == "2026-11-01 Jane Roe, ophthalmologist (GMC 1234567), eyelid:"
    assert lines[1:3] == [f"- {LID}: agreed", f"- {other}: disagreed: Too strict."]
    assert lines[3].endswith("1 reviewed, 1 disagreed with")
    assert [(o.item, o.state, o.reviewed) for o in found.forms[0].opinions] == [
        (LID, "fits", True),
        (other, "fits", False),
    ]


def test_an_agreement_that_somebody_contradicts_is_not_shown_as_reviewed(
    run: Run, world: World, part: str, tmp_path: Path
) -> None:
    bring_in(run, tmp_path, filled(part, {LID: AGREE}, None, **ON))
    back_again(world)
    second = {**ON, "registration_number": "7654321"}
    bring_in(run, tmp_path, filled(part, {LID: DISAGREE}, None, **second))
    back_again(world)

    assert f"- {LID}: agreed, but somebody disagreed" in run("knowledge", "reviews").stdout
    assert "Reviewed by" not in run("guide", path_of("lid")).stdout


def test_what_changed_or_went_since_is_said(
    run: Run, world: World, part: str, tmp_path: Path
) -> None:
    bring_in(run, tmp_path, filled(part, {LID: AGREE, "rule/on-the-eye-bone": AGREE}, None, **ON))
    (kept,) = (world.home / "reviews").iterdir()
    record = kept.read_text("utf-8").replace("rule/on-the-eye-bone", "rule/gone")
    fingerprint = record.partition("fingerprint: ")[2][:12]
    kept.write_text(record.replace(fingerprint, "0" * 12), "utf-8")
    back_again(world)

    shown = run("knowledge", "reviews").stdout

    assert f"- {LID}: agreed, but it has changed since; review again" in shown
    assert "- rule/gone: agreed, but it is not there any more" in shown
    assert "Reviewed by" not in run("guide", path_of("lid")).stdout


def test_at_home_a_record_is_for_the_owner_only(
    run: Run, world: World, part: str, tmp_path: Path
) -> None:
    answer = bring_in(run, tmp_path, filled(part, {LID: AGREE}, None, **ON), "--json")

    told = TakenOverJson.model_validate_json(answer.stdout)
    kept = Path(told.file)
    assert (told.agreed, told.disagreed) == ([LID], [])
    assert kept.parent == world.home / "reviews"
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600


@pytest.mark.parametrize(("words", "in_tree"), [((), True), (("--into", "home"), False)])
def test_in_a_checkout_a_record_stands_in_the_knowledge(
    words: tuple[str, ...], run: Run, world: World, part: str, tmp_path: Path, *, in_tree: bool
) -> None:
    world.tree = tmp_path / "tree" / "reviews"

    bring_in(run, tmp_path, filled(part, {LID: AGREE}, None, **ON), *words)

    assert world.tree.exists() == in_tree
    assert (world.home / "reviews").exists() != in_tree


def test_an_installed_knowledge_takes_no_record(run: Run, part: str, tmp_path: Path) -> None:
    answer = bring_in(run, tmp_path, filled(part, {LID: AGREE}, None, **ON), "--into", "knowledge")

    assert answer.exit_code == 2
    assert "the knowledge is installed here" in answer.stderr


def test_a_form_is_recorded_once(run: Run, world: World, part: str, tmp_path: Path) -> None:
    text = filled(part, {LID: AGREE}, None, **ON)
    bring_in(run, tmp_path, text)

    unread = bring_in(run, tmp_path, text)
    back_again(world)
    again = bring_in(run, tmp_path, text)

    assert (unread.exit_code, again.exit_code) == (2, 2)
    assert "can't be written (File exists)" in unread.stderr
    assert "stands recorded already" in again.stderr
    assert len(list((world.home / "reviews").iterdir())) == 1


def test_a_refused_form_leaves_nothing_behind(
    run: Run, world: World, part: str, tmp_path: Path
) -> None:
    answer = bring_in(run, tmp_path, filled(part, {LID: AGREE}, None, name="", **ON), "--json")

    assert answer.exit_code == 2
    assert json.loads(answer.stdout)["problems"] == [
        {"path": "name", "detail": "is missing; a review without it is not recorded"}
    ]
    assert not (world.home / "reviews").exists()


def test_a_form_of_tomorrow_is_refused(run: Run, part: str, tmp_path: Path) -> None:
    text = filled(part, {LID: AGREE}, None, date="2026-11-24")

    assert "is later than today, 2026-11-23" in bring_in(run, tmp_path, text).stderr


def test_a_form_that_is_not_there_is_refused(run: Run, tmp_path: Path) -> None:
    answer = run("knowledge", "review-import", tmp_path / "none.md")

    assert answer.exit_code == 2
    assert "can't be opened" in answer.stderr
