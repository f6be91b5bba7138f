"""Reading invariants: every key typed, everything wrong named."""

from textwrap import indent

import pytest

from milium.domain.conditions import All, In
from milium.domain.ids import FindingId
from milium.domain.knowledge import Knowledge
from milium.domain.proofs import Alteration, Atom, Direction, Fact, Invariant, Plant
from milium.domain.triage import Door, Rung, When, WhenPossible, Zone
from milium.kb import KnowledgeError, load_invariants, read_invariants

BASE = {
    "id": "an-invariant",
    "says": '"It holds."',
    "if": "{is: {bleeding: once}}",
    "then": "{when_at_least: no_rush}",
    "sources": "[our-design]",
    "case": "{lesions: [{site: nose}]}",
    "planted": "{weaken: {reads: [bleeding]}}",
}


def entry(**changed: str | None) -> str:
    keys = {**BASE, **{key.rstrip("_"): value for key, value in changed.items()}}
    lines = "\n".join(f"{key}: {value}" for key, value in keys.items() if value is not None)
    return "  -" + indent(lines, "    ")[3:] + "\n"


def read(knowledge: Knowledge, *entries: str, head: str = "") -> tuple[Invariant, ...]:
    text = f"{head}invariants:\n{''.join(entries)}"
    return read_invariants({"a.yaml": text.encode()}, knowledge)


def test_an_invariant_with_everything(knowledge: Knowledge) -> None:
    (found,) = read(
        knowledge,
        entry(
            given="{settled: yes}",
            then="{zone_at_most: {face: gentle, body: nothing}, door_in: [emergency, nobody]}",
        ),
    )

    assert found.condition == In(FindingId("bleeding"), frozenset({"once"}))
    assert found.given == (Fact(Atom.SETTLED, ("yes",)),)
    assert found.then == (
        Fact(Atom.ZONE_AT_MOST, ("face", "gentle")),
        Fact(Atom.ZONE_AT_MOST, ("body", "nothing")),
        Fact(Atom.DOOR_IN, ("emergency", "nobody")),
    )
    assert found.planted.plant is Plant.WEAKEN
    assert found.planted.reads == {"bleeding"}
    assert (found.comparison, found.sources) == (None, ("our-design",))


def test_a_comparison(knowledge: Knowledge) -> None:
    (found,) = read(
        knowledge,
        entry(
            if_=None,
            then=None,
            compare="{change: calm_to_unknown, calm: {bleeding: [no]}, when: not_lower}",
        ),
    )

    assert found.comparison is not None
    assert found.comparison.change is Alteration.CALM_TO_UNKNOWN
    assert found.comparison.words == {"bleeding": ("no",)}
    assert (found.comparison.when, found.comparison.person) == (Direction.NOT_LOWER, None)


def test_what_a_file_assumes_is_part_of_every_premise(knowledge: Knowledge) -> None:
    (found,) = read(knowledge, entry(), head="assume: {is: {crust: no}}\n")

    assert isinstance(found.surely, All)
    assert found.surely.reads == {"crust"}


def test_every_sort_of_planted_fault(knowledge: Knowledge) -> None:
    faults = {
        "{soften: [bleeding, crust]}": Plant.SOFTEN,
        "{zone_cap: {lash_line: gentle}}": Plant.ZONE_CAP,
        "{site_zone: {site: under_eye, zones: [face]}}": Plant.SITE_ZONE,
        "{allow: {rung: gentle, reads: [bleeding]}}": Plant.ALLOW,
        "{add: {when: now, door: emergency, possible: act, if: {is: {crust: no}}}}": Plant.ADD,
        "{unname: {who: [esthetician]}}": Plant.UNNAME,
    }
    found = {text: read(knowledge, entry(planted=text))[0].planted for text in faults}

    assert {text: each.plant for text, each in found.items()} == faults
    soft, cap, site, allow, add, unname = found.values()
    assert soft.reads == {"bleeding", "crust"}
    assert (cap.zones, cap.rung) == ((Zone.LASH_LINE,), Rung.GENTLE)
    assert (site.site, site.zones) == ("under_eye", (Zone.FACE,))
    assert allow.rung is Rung.GENTLE
    assert (add.when, add.door, add.possible) == (When.NOW, Door.EMERGENCY, WhenPossible.ACT)
    assert add.condition.reads == {"crust"}
    assert unname.who == ("esthetician",)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"then": None}, "'then' or 'compare'"),
        ({"compare": "{change: another_bump}"}, "'then' or 'compare'"),
        ({"then": "[a]"}, "should map atoms"),
        ({"then": "{rung: gentle}"}, "rung"),
        ({"then": "{when_at_least: soon}"}, "'soon' should be one of"),
        ({"then": "{zone_at_most: gentle}"}, "should map zones"),
        ({"then": "{zone_at_most: {nose: gentle}}"}, "'nose' should be one of"),
        ({"then": "{who_any: [barber]}"}, "'barber' should be one of"),
        ({"then": "{settled: [[yes]]}"}, "should be one of yes, no"),
        ({"sources": "[nobody-ever]"}, "'nobody-ever' should be one of"),
        ({"case": "{}"}, "'case' should be a mapping"),
        ({"case": None}, "'case' should be a mapping"),
        ({"planted": "{explode: {}}"}, "explode"),
        ({"planted": "{weaken: 3}"}, "mapping"),
        ({"planted": "{zone_cap: 3}"}, "mapping"),
        ({"then": None, "compare": "{change: another_bump, flags: [a]}"}, "map findings to lists"),
        ({"then": None, "compare": "{change: another_bump, flags: {x: [a]}}"}, "'x' should be"),
        ({"extra": "1"}, "extra"),
    ],
)
def test_what_is_wrong_is_named(
    changed: dict[str, str | None], said: str, knowledge: Knowledge
) -> None:
    with pytest.raises(KnowledgeError, match="a.yaml") as refused:
        read(knowledge, entry(**changed))

    assert said in str(refused.value)


def test_an_id_stands_once(knowledge: Knowledge) -> None:
    with pytest.raises(KnowledgeError, match="twice"):
        read(knowledge, entry(), entry())


@pytest.mark.parametrize("text", ["- a\n", "other: []\n", "invariants: a\n"])
def test_a_file_without_a_list_is_refused(text: str, knowledge: Knowledge) -> None:
    with pytest.raises(KnowledgeError, match="a list under 'invariants'"):
        read_invariants({"a.yaml": text.encode()}, knowledge)


def test_ours_can_be_read(knowledge: Knowledge) -> None:
    assert len(load_invariants(knowledge)) > 100
