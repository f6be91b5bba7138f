"""Reading MiliaBench."""

import pytest

from milium.domain.knowledge import Knowledge
from milium.domain.triage import Rung, When, Zone
from milium.domain.vignettes import CareRange, Difficulty
from milium.kb import KnowledgeError, load_peers, load_vignettes, read_vignettes
from milium.kb.vignettes import is_held_out

GOOD = """
  - id: {id}
    told: "I have bumps."
    case: {{lesions: [{{site: cheek}}]}}
    truth:
      when: no_rush
      when_also: [within_8_weeks]
      sounds_like: [milia]
      care: {care}
      who: [{who}]
    ordinary: true
    difficulty: plain
    tags: [adult]
    sources: [our-design]
    why: "Because."
"""


def text(
    vignette_id: str = "a",
    *,
    care: str = "{face: {at_least: gentle, at_most: low_retinoid}}",
    who: str = "pharmacist",
) -> str:
    return GOOD.format(id=vignette_id, care=care, who=who)


def files(*entries: str) -> dict[str, bytes]:
    return {"a.yaml": f"vignettes:{''.join(entries)}".encode()}


def test_a_vignette_in_full(knowledge: Knowledge) -> None:
    (found,) = read_vignettes(files(text()), knowledge)

    assert (found.id, found.ordinary, found.difficulty) == ("a", True, Difficulty.PLAIN)
    assert found.truth.when == (When.NO_RUSH, When.WITHIN_8_WEEKS)
    assert found.truth.care == {Zone.FACE: CareRange(Rung.GENTLE, Rung.LOW_RETINOID)}
    assert (found.truth.sounds_like, found.truth.who) == (("milia",), ("pharmacist",))
    assert found.case == {"lesions": [{"site": "cheek"}]}
    assert found.tags == ("adult",)


def test_they_come_in_order_of_id(knowledge: Knowledge) -> None:
    assert [v.id for v in read_vignettes(files(text("b"), text("a")), knowledge)] == ["a", "b"]


@pytest.mark.parametrize(
    ("contents", "said"),
    [
        (files(text(), text()), "twice"),
        ({"a.yaml": b"other: []"}, "a list under 'vignettes'"),
        ({"a.yaml": b"- a"}, "a list under 'vignettes'"),
        ({"a.yaml": b"vignettes: [a]"}, "mapping"),
        (files(text(care="gentle")), "'care' should be a mapping"),
        (files(text(who="barber")), "'barber' under 'who' is not known"),
    ],
)
def test_what_is_wrong_is_named(
    contents: dict[str, bytes], said: str, knowledge: Knowledge
) -> None:
    with pytest.raises(KnowledgeError, match="a.yaml") as refused:
        read_vignettes(contents, knowledge)

    assert said in str(refused.value)


def test_ours_can_be_read_and_a_fifth_is_held_out(knowledge: Knowledge) -> None:
    vignettes = load_vignettes(knowledge)

    assert len(vignettes) >= 240
    assert sum(v.ordinary for v in vignettes) >= 60
    held_out = sum(v.held_out for v in vignettes)
    assert 0.15 < held_out / len(vignettes) < 0.25
    assert all(v.held_out is is_held_out(v.id) for v in vignettes)


def test_the_peers_figures_can_be_read() -> None:
    assert {peer.tool for peer in load_peers()} >= {"Ada", "Aysa"}
