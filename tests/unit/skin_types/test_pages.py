"""What a type means: composed from the rules of the axes, never beyond what home care allows."""

from itertools import pairwise, product
from pathlib import Path

import pytest
from click.testing import CliRunner

from milium.adapters.cli import cli
from milium.domain.conditions import All, In
from milium.domain.ids import FindingId
from milium.domain.knowledge import Knowledge
from milium.domain.skin_types import Axis, Side, Topic
from milium.domain.triage import Rung
from milium.engine.skin_types import compose_page, sides_of
from milium.main import WIRING
from tests.builders.skin_types import all_axes, some_advice, some_rules

GOLD = Path(__file__).resolve().parents[2] / "gold" / "skin_types"
OURS = ("OD", "UC", "MF", "LE")
TYPES = ["".join(letters) for letters in product(*OURS)]
MEND = "write it anew with `python -m tools.goldens`, then read the difference line by line"
RUNGS = (Rung.GENTLE, Rung.WASH_OFF_ACID, Rung.LOW_RETINOID)


def is_word(finding: str, *words: str) -> In:
    return In(FindingId(finding), frozenset(words))


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.mark.parametrize("letters", TYPES)
def test_the_page_of_a_type_says_what_its_golden_says(letters: str, home: Path) -> None:
    golden = GOLD / f"{letters}.txt"
    words = ["type", "--page", letters, "--as-of", "2026-11-23", "--home", str(home)]

    answer = CliRunner().invoke(cli, words, obj=WIRING, env={"COLUMNS": "80", "NO_COLOR": "1"})

    assert (answer.exit_code, answer.stderr) == (0, "")
    assert answer.stdout == golden.read_text("utf-8"), MEND


def test_there_are_sixteen_pages_and_no_two_are_alike() -> None:
    texts = {path.stem: path.read_text("utf-8") for path in GOLD.iterdir()}

    assert sorted(texts) == sorted(TYPES)
    assert len({text.partition("\n")[2] for text in texts.values()}) == 16


@pytest.mark.parametrize("letters", TYPES)
@pytest.mark.parametrize("rung", RUNGS)
def test_every_page_speaks_of_every_topic_it_can(
    letters: str, rung: Rung, knowledge: Knowledge
) -> None:
    rules = knowledge.skin_types

    lines = compose_page(sides_of(letters, rules.axes), rung, rules)

    topics = [line.topic for line in lines]
    order = list(Topic)
    assert topics == sorted(topics, key=order.index)
    assert set(order) - set(topics) <= {Topic.TREATMENT}
    assert sum(topic is Topic.FIRST for topic in topics) == 1
    assert len({line.reason.entry for line in lines}) == len(lines)


@pytest.mark.parametrize("sides", list(product(Side, repeat=4)), ids=str)
def test_every_mix_of_sides_has_one_thing_that_comes_first(
    sides: tuple[Side, ...], knowledge: Knowledge
) -> None:
    known = dict(zip(Axis, sides, strict=True))

    lines = compose_page(known, Rung.LOW_RETINOID, knowledge.skin_types)

    first = [line for line in lines if line.topic is Topic.FIRST]
    assert len(first) == (0 if set(sides) == {Side.NOT_ASKED} else 1)


@pytest.mark.parametrize("letters", TYPES)
def test_a_lower_rung_never_adds_a_line_about_acid_or_retinoid(
    letters: str, knowledge: Knowledge
) -> None:
    rules = knowledge.skin_types
    sides = sides_of(letters, rules.axes)
    by_rung = {
        rung: {line.reason.entry for line in compose_page(sides, rung, rules)} for rung in RUNGS
    }

    for lower, higher in pairwise(RUNGS):
        assert by_rung[lower] <= by_rung[higher]
    strong = ("acid", "retinoid", "retinol")
    assert [each for each in by_rung[Rung.GENTLE] if any(word in each for word in strong)] == []


@pytest.mark.parametrize("letters", TYPES)
def test_easily_upset_skin_is_never_shown_an_acid_wash_or_a_scrub(
    letters: str, knowledge: Knowledge
) -> None:
    rules = knowledge.skin_types
    sides = {**sides_of(letters, rules.axes), Axis.SENSITIVE_RESISTANT: Side.HIGH}

    found = {line.reason.entry for line in compose_page(sides, Rung.LOW_RETINOID, rules)}

    assert found.isdisjoint({"acid-wash-oily", "acid-wash-dry", "scrub-sturdy", "retinol-lines"})
    assert {"scrub-out", "acid-wash-not-now", "first-calm"} <= found


def test_a_line_stands_where_its_condition_holds_and_nowhere_else() -> None:
    rules = some_rules(
        all_axes().axes,
        (),
        some_advice("oily", is_word("oily_dry", "high")),
        some_advice("lined", is_word("lines", "high")),
        some_advice("retinoid", is_word("home_rung", "low_retinoid")),
    )

    def entries(rung: Rung, **sides: Side) -> list[str]:
        known = {Axis(name): side for name, side in sides.items()}
        return [line.reason.entry for line in compose_page(known, rung, rules)]

    assert entries(Rung.GENTLE, oily_dry=Side.HIGH) == ["oily"]
    assert entries(Rung.GENTLE, oily_dry=Side.BETWEEN) == []
    assert entries(Rung.LOW_RETINOID, lines=Side.HIGH) == ["lined", "retinoid"]
    assert entries(Rung.WASH_OFF_ACID, lines=Side.LOW) == []


def test_a_line_about_something_that_is_not_known_does_not_stand() -> None:
    rules = some_rules(all_axes().axes, (), some_advice("old", is_word("age", "old")))

    assert compose_page({Axis.LINES: Side.HIGH}, Rung.GENTLE, rules) == ()


def test_lines_go_by_topic_and_within_it_by_priority() -> None:
    always = All(())
    rules = some_rules(
        all_axes().axes,
        (),
        some_advice("sun", always, topic=Topic.SUNSCREEN),
        some_advice("second", always, topic=Topic.CLEANSER),
        some_advice("third", always, topic=Topic.CLEANSER),
        some_advice("one", always),
    )

    lines = compose_page({Axis.LINES: Side.LOW}, Rung.GENTLE, rules)

    assert [line.reason.entry for line in lines] == ["one", "second", "third", "sun"]
    assert lines[0].reason.message.id == "type.one"


@pytest.mark.parametrize(
    ("rung", "side"), [(Rung.NOTHING, Side.HIGH), (Rung.LOW_RETINOID, Side.NOT_ASKED)]
)
def test_a_page_is_empty_where_nothing_goes_or_nothing_is_known(rung: Rung, side: Side) -> None:
    rules = some_rules(all_axes().axes, (), some_advice("always", All(())))

    assert compose_page({Axis.LINES: side}, rung, rules) == ()
