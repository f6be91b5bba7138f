"""The rule language as it stands in a file: each operator, and each way it can be wrong."""

import pytest

from milium.domain.conditions import All, AnyOf, AtLeast, AtMost, Condition, In, Not
from milium.domain.findings import Finding, FindingKind, Scope
from milium.domain.ids import FindingId
from milium.kb import KnowledgeError, scaled, span_days
from milium.kb.conditions import Conditions
from milium.kb.entries import Entry


def finding(
    name: str, kind: FindingKind, words: tuple[str, ...] = (), decimals: int = 0
) -> Finding:
    return Finding(
        id=FindingId(name), scope=Scope.PERSON, section="person", kind=kind, words=words,
        bands=(), decimals=decimals, lowest=0, highest=10**6, keeps_days=None, grows=False,
    )  # fmt: skip


FINDINGS = {
    each.id: each
    for each in (
        finding("age", FindingKind.SPAN),
        finding("size_mm", FindingKind.NUMBER, decimals=1),
        finding("count", FindingKind.NUMBER),
        finding("site", FindingKind.WORD, ("cheek", "nose")),
        finding("unwell", FindingKind.WORDS, ("floppy", "weak_cry")),
        finding("has", FindingKind.WORDS, ("classes",)),
    )
}
SITE = In(FindingId("site"), frozenset({"cheek"}))


def read(tree: object) -> Condition:
    entry = Entry({"when": tree}, "a.yaml: 'x'")  # type: ignore[dict-item]
    return Conditions(FINDINGS).read(entry, "when")


@pytest.mark.parametrize(
    ("tree", "condition"),
    [
        ({"all": []}, All(())),
        ({"any": []}, AnyOf(())),
        ({"all": [{"is": {"site": "cheek"}}]}, All((SITE,))),
        ({"any": [{"is": {"site": "cheek"}}]}, AnyOf((SITE,))),
        ({"not": {"is": {"site": "cheek"}}}, Not(SITE)),
        ({"is": {"site": "cheek"}}, SITE),
        ({"in": {"site": ["cheek", "nose"]}}, In(FindingId("site"), frozenset({"cheek", "nose"}))),
        ({"in": {"unwell": ["floppy"]}}, In(FindingId("unwell"), frozenset({"floppy"}))),
        ({"is": {"has": "any-class"}}, In(FindingId("has"), frozenset({"any-class"}))),
        ({"at_least": {"age": "50 years"}}, AtLeast(FindingId("age"), 18262)),
        ({"at_most": {"age": "3 months"}}, AtMost(FindingId("age"), 91)),
        ({"at_least": {"size_mm": "1.5"}}, AtLeast(FindingId("size_mm"), 15)),
        ({"at_most": {"count": "3"}}, AtMost(FindingId("count"), 3)),
    ],
)
def test_each_operator_is_read(tree: object, condition: Condition) -> None:
    assert read(tree) == condition


@pytest.mark.parametrize(
    ("tree", "said"),
    [
        (None, "'when' should be one of all, any, not, is, in, at_least, at_most"),
        ("always", "'when' should be one of"),
        ({}, "'when' should be one of"),
        ({"is": {"site": "cheek"}, "not": {"all": []}}, "'when' should be one of"),
        ({"not": None}, "'when' should be one of"),
        ({"all": [{"any": "x"}]}, "all/any in 'when' should hold a list"),
        ({"all": {"is": {"site": "cheek"}}}, "all/any in 'when' should hold a list"),
        ({"at_lest": {"age": "3"}}, "'at_lest' is no operator of a condition (did you mean 'at_le"),
        ({"unknown": {"age": "3"}}, "'unknown' is no operator of a condition"),
        ({"is": "cheek"}, "'is' should hold one finding, as 'is: {finding: ...}'"),
        ({"is": {"site": "cheek", "unwell": "floppy"}}, "'is' should hold one finding"),
        ({"is": {"sight": "cheek"}}, "there is no finding 'sight' (did you mean 'site'?)"),
        ({"is": {"site": "cheak"}}, "'cheak' is no word of the finding 'site' (did you mean 'che"),
        ({"in": {"site": ["cheek", "ear"]}}, "'ear' is no word of the finding 'site'"),
        ({"is": {"site": None}}, "'None' is no word of the finding 'site'"),
        ({"is": {"age": "3 months"}}, "'3 months' is no word of the finding 'age'"),
        ({"at_least": {"site": "cheek"}}, "'at_least' needs a number or a span, which 'site' is"),
        ({"at_most": {"age": ["1 days"]}}, "'at_most' needs a number or a span"),
        ({"at_least": {"age": "3"}}, "'age: 3' can't be read (write a number and days, weeks"),
        ({"at_least": {"age": "-3 days"}}, "can't be read (write a number and days"),
        ({"at_least": {"age": "3 fortnights"}}, "can't be read (write a number and days"),
        ({"at_least": {"size_mm": "1.55"}}, "'size_mm: 1.55' can't be read (at most 1 decimals)"),
        ({"at_least": {"count": "many"}}, "'count: many' can't be read"),
    ],
)
def test_what_is_no_condition_is_refused_by_name(tree: object, said: str) -> None:
    with pytest.raises(KnowledgeError) as caught:
        read(tree)

    assert str(caught.value).startswith("a.yaml: 'x': ")
    assert said in str(caught.value)


@pytest.mark.parametrize(
    ("text", "days"),
    [("0 days", 0), ("1 weeks", 7), ("1 months", 30), ("2 months", 60), ("3 months", 91),
     ("12 months", 365), ("1 years", 365), ("4 years", 1461), ("1.5 weeks", 10), ("3 days", 3)],
)  # fmt: skip
def test_a_span_is_whole_days_rounded_down(text: str, days: int) -> None:
    assert span_days(text) == days


@pytest.mark.parametrize("text", ["3", "days", "3days", "3 day", " 3 days", "3 days ", "1e2 days"])
def test_what_is_no_span_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="write a number and days, weeks, months or years"):
        span_days(text)


@pytest.mark.parametrize(
    ("decimals", "text", "number"),
    [
        (0, "3", 3),
        (1, "1.5", 15),
        (1, "2", 20),
        (2, "0.70", 70),
        (2, "-1.3", -130),
        (1, "2.50", 25),
    ],
)
def test_a_number_is_kept_in_its_smallest_unit(decimals: int, text: str, number: int) -> None:
    assert scaled(decimals)(text) == number


@pytest.mark.parametrize("text", ["1.55", "nan", "inf", "-inf", "one", "", "1e999999"])
def test_a_number_that_cannot_be_kept_exactly_is_refused(text: str) -> None:
    with pytest.raises((ValueError, ArithmeticError)):
        scaled(1)(text)
