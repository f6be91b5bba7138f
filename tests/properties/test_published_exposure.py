"""Laws of the verdict with the rules that ship, for any list, use and person."""

from collections.abc import Iterator
from datetime import date
from functools import cache

from hypothesis import given
from hypothesis import strategies as st

from milium.domain.answers import UNKNOWN, Answer, Chosen, Known
from milium.domain.cases import Case, Product
from milium.domain.conditions import All, AnyOf, Condition, In, Not
from milium.domain.exposure import ExposureRules, Verdict, VerdictKind
from milium.domain.ids import FindingId, IngredientId, PlaceId, ProductId
from milium.domain.knowledge import Knowledge
from milium.domain.labels import LabelEntry, Method, Quality, Section
from milium.domain.triage import HomeCare, Rung, Zone
from milium.engine.exposure import judge
from milium.kb import load_knowledge
from tests.builders.labels import a_reading

Told = dict[FindingId, Answer]
STOPPED = VerdictKind.NOT_FOR_YOU_NOW
OPEN = {VerdictKind.NOT_KNOWN_YET, VerdictKind.NOT_READ}


@cache
def published() -> Knowledge:
    return load_knowledge(None)


def rules() -> ExposureRules:
    return published().exposure


def not_asked_for(condition: Condition, *, denied: bool = False) -> Iterator[str]:
    """The classes whose presence can make a condition false."""
    match condition:
        case All(parts) | AnyOf(parts):
            for part in parts:
                yield from not_asked_for(part, denied=denied)
        case Not(part):
            yield from not_asked_for(part, denied=not denied)
        case In(finding, values) if denied and finding == "has":
            yield from values
        case _:
            return


@cache
def lifting() -> frozenset[IngredientId]:
    """What may soften an advice: a steroid, a sunscreen, a medicine... Named by the rules."""
    names = {name for rule in rules().rules for name in not_asked_for(rule.when)}
    kept = {
        "steroid", "retinoid_medicine", "hydroquinone", "benzoyl_peroxide",
    }  # what is never stopped suddenly  # fmt: skip
    members = [one.members for one in rules().classes if one.id in names | kept]
    return frozenset().union(*members)


@cache
def ingredients(*classes: str) -> tuple[str, ...]:
    """A few members of each class, or of these."""
    chosen = [one for one in rules().classes if not classes or one.id in classes]
    return tuple(sorted({member for one in chosen for member in sorted(one.members)[:2]}))


def entry(name: str, position: int) -> LabelEntry:
    looks = name.startswith("?")
    return LabelEntry(
        text=name,
        start=0,
        end=0,
        ingredient=None if looks else IngredientId(name),
        family=name[1:] if looks else None,
        method=Method.FAMILY if looks else Method.EXACT,
        confidence=100,
        section=Section.BASE,
        position=position,
        percent=None,
    )


def words(finding: str) -> tuple[str, ...]:
    return published().triage.asking.findings[FindingId(finding)].words


def one_word(finding: str) -> st.SearchStrategy[Answer]:
    return st.just(UNKNOWN) | st.sampled_from(words(finding)).map(Known)


def ticked(finding: str) -> st.SearchStrategy[Answer]:
    return st.builds(
        lambda found, whole: Chosen(frozenset(found), complete=whole),
        st.lists(st.sampled_from(words(finding)), max_size=2),
        st.booleans(),
    )


names = st.sampled_from((*ingredients(), "?retinoid-name", "?steroid-name"))
lists = st.lists(names, min_size=1, max_size=6)
uses: st.SearchStrategy[Told] = st.fixed_dictionaries(
    {
        FindingId("area"): ticked("area"),
        FindingId("kind"): one_word("kind"),
        FindingId("leave_on"): one_word("leave_on"),
        FindingId("prescribed"): one_word("prescribed"),
    }
)
people: st.SearchStrategy[Told] = st.fixed_dictionaries(
    {
        FindingId("pregnancy"): one_word("pregnancy"),
        FindingId("skin_now"): ticked("skin_now"),
        FindingId("medicines"): ticked("medicines"),
        FindingId("bump_at_eye_bone"): st.sampled_from([Known("yes"), Known("no")]),
    }
)
rungs = st.fixed_dictionaries({zone: st.sampled_from(Rung) for zone in Zone})
qualities = st.sampled_from([Quality.GOOD, Quality.GOOD, Quality.PARTIAL, Quality.EMPTY])
situations = st.tuples(people, rungs, qualities)
Situation = tuple[Told, dict[Zone, Rung], Quality]


def verdict(found: list[str], use: Told, situation: Situation) -> Verdict:
    person, zones, quality = situation
    reading = a_reading(*(entry(name, n) for n, name in enumerate(found, 1)), quality=quality)
    case = Case(date(2026, 11, 23), PlaceId("GB"), person, ())
    product = Product(ProductId("it"), "It", "", use, None)
    care = HomeCare(max(zones.values()), zones, (), (), None)
    return judge(product, reading, case, rules(), home_care=care)


@given(lists, uses, situations)
def test_what_was_prescribed_is_never_stopped(
    found: list[str], use: Told, situation: Situation
) -> None:
    given_ = {**use, FindingId("prescribed"): Known("prescribed")}

    assert verdict(found, given_, situation).kind is not STOPPED


@given(lists, st.sampled_from((*ingredients("steroid"), "?steroid-name")), uses, situations)
def test_a_steroid_is_never_stopped(
    found: list[str], steroid: str, use: Told, situation: Situation
) -> None:
    assert verdict([*found, steroid], use, situation).kind is not STOPPED


@given(lists, uses, situations)
def test_a_medicine_is_not_stopped_before_somebody_says_that_it_was_bought(
    found: list[str], use: Told, situation: Situation
) -> None:
    unsaid = {**use, FindingId("prescribed"): UNKNOWN, FindingId("kind"): Known("medicine")}

    assert verdict(found, unsaid, situation).kind is not STOPPED


@given(lists, uses, situations)
def test_what_is_washed_off_is_never_judged_harsher_than_what_stays(
    found: list[str], use: Told, situation: Situation
) -> None:
    """Grains are the exception: they are judged by how they rub, not by how long they stay."""
    rubs = next(one.members for one in rules().classes if one.id == "scrub_particle")
    smooth = [name for name in found if name not in rubs]
    on, off = (
        verdict(smooth, {**use, FindingId("leave_on"): Known(word)}, situation).kind
        for word in ("yes", "no")
    )

    assert off <= on or off in OPEN


@given(lists, names, uses, situations)
def test_one_more_ingredient_never_lowers_the_advice(
    found: list[str], more: str, use: Told, situation: Situation
) -> None:
    if more in lifting() or more == "?steroid-name":
        return
    before, after = (verdict(each, use, situation).kind for each in (found, [*found, more]))

    assert after >= before or before in OPEN


@given(lists, uses, situations)
def test_nothing_is_kept_while_something_open_could_matter(
    found: list[str], use: Told, situation: Situation
) -> None:
    result = verdict(found, use, situation)

    assert result.kind is not VerdictKind.KEEP or not (result.unknown or result.asks)


@given(lists, uses, situations)
def test_a_product_is_stopped_only_by_a_rung_a_pregnancy_or_a_warning(
    found: list[str], use: Told, situation: Situation
) -> None:
    result = verdict(found, use, situation)

    if result.kind is STOPPED:
        by_id = {rule.id: rule for rule in rules().rules}
        reads = {finding for each in result.decided_by for finding in by_id[each].when.reads}
        warned = {"mercury-stop", "bought-hydroquinone"} & set(result.decided_by)
        assert reads & {"rung_here", "pregnancy"} or warned
