"""Random cases over the findings that ship: calm, reckless, contradictory, silent."""

from dataclasses import replace

from hypothesis import strategies as st

from milium.domain.answers import NOT_SURE, UNKNOWN, Answer, Chosen, Contradictory, Known
from milium.domain.cases import Case, Lesion
from milium.domain.findings import Finding, FindingKind, Scope
from milium.domain.ids import FindingId, LesionId, PlaceId
from milium.domain.triage import TriageRules
from tests.builders.cases import a_baby, a_child, a_lid, an_adult, without
from tests.builders.triage import possible_answers, quick

NOT_ASKED_HERE = frozenset({"answering_for", "bother", "skin_feels", "new_bumps"})


def asked_of(scope: Scope, rules: TriageRules) -> dict[FindingId, Finding]:
    """The findings a person is asked for about themselves or about each bump."""
    asked = {finding for question in rules.asking.questions for finding in question.findings}
    return {
        finding_id: finding
        for finding_id, finding in rules.asking.findings.items()
        if finding.scope is scope and finding_id in asked
    }


def known_answers(finding: Finding, rules: TriageRules) -> st.SearchStrategy[Answer]:
    """A full answer: a word, any set of ticks, a number near a threshold or anywhere."""
    if finding.kind is FindingKind.WORDS:
        ticked = st.frozensets(st.sampled_from(finding.words), max_size=3)
        return ticked.map(lambda members: Chosen(members, complete=True))
    near: st.SearchStrategy[Answer] = st.sampled_from(possible_answers(finding, rules))
    if finding.kind is FindingKind.WORD:
        return near
    return near | st.integers(finding.lowest, finding.highest).map(Known)


def any_answers(finding: Finding, rules: TriageRules) -> st.SearchStrategy[Answer]:
    """Any answer at all: full, unknown, not sure, contradictory, a list not finished."""
    full = known_answers(finding, rules)
    silent = st.sampled_from((UNKNOWN, NOT_SURE))
    if finding.kind is FindingKind.WORDS:
        unfinished = full.map(
            lambda each: replace(each, complete=False) if isinstance(each, Chosen) else each
        )
        return full | silent | unfinished
    return full | silent | contradictions(finding, rules)


def contradictions(finding: Finding, rules: TriageRules) -> st.SearchStrategy[Answer]:
    """Two or three values that can't all be right."""
    values = sorted(
        {each.value for each in possible_answers(finding, rules) if isinstance(each, Known)},
        key=str,
    )
    several = st.lists(st.sampled_from(values), min_size=2, max_size=3, unique=True)
    return several.map(lambda found: Contradictory(tuple(found)))


def answer_sets(
    scope: Scope, rules: TriageRules, *, full: bool = False
) -> st.SearchStrategy[dict[FindingId, Answer]]:
    """Answers to everything asked; unless they are to be full, any and any left out."""
    asked = asked_of(scope, rules)
    if full:
        return st.fixed_dictionaries({f: known_answers(x, rules) for f, x in asked.items()})
    return st.fixed_dictionaries({}, optional={f: any_answers(x, rules) for f, x in asked.items()})


def changed(
    scope: Scope, rules: TriageRules, *, most: int = 4
) -> st.SearchStrategy[dict[FindingId, Answer]]:
    """A few answers to whatever is asked."""
    told = [
        st.tuples(st.just(finding_id), any_answers(finding, rules))
        for finding_id, finding in asked_of(scope, rules).items()
    ]
    return st.lists(st.one_of(told), max_size=most).map(dict)


def near_cases(rules: TriageRules) -> st.SearchStrategy[Case]:
    """A typical adult, child, baby or lid with a few answers changed, on one or two bumps."""
    bases = (an_adult(), a_baby(), a_child(), a_lid(), without(an_adult(), "age"))
    return st.builds(
        lambda base, about, each: replace(
            base,
            answers={**base.answers, **about},
            lesions=tuple(
                Lesion(LesionId(str(n)), {**base.lesions[0].answers, **bump})
                for n, bump in enumerate(each, start=1)
            ),
        ),
        st.sampled_from(bases),
        changed(Scope.PERSON, rules),
        st.lists(changed(Scope.LESION, rules), min_size=1, max_size=2),
    )


def wild_cases(rules: TriageRules, *, full: bool = False) -> st.SearchStrategy[Case]:
    """Anything anybody could have said about no, one or two bumps."""
    expired = st.sampled_from(("no", "yes")).map(Known)
    return st.builds(
        lambda place, about, bumps, old: replace(
            an_adult(),
            place=PlaceId(place),
            answers={**about, FindingId("knowledge_expired"): old},
            lesions=tuple(Lesion(LesionId(str(n)), bump) for n, bump in enumerate(bumps, start=1)),
        ),
        st.sampled_from(sorted(rules.places)),
        answer_sets(Scope.PERSON, rules, full=full),
        st.lists(answer_sets(Scope.LESION, rules, full=full), min_size=int(full), max_size=2),
        expired,
    )


def any_cases(rules: TriageRules) -> st.SearchStrategy[Case]:
    """Both kinds."""
    return near_cases(rules) | wild_cases(rules)


class World:
    """The rules that ship and the people they meet.

    Hypothesis prints the arguments of a failing test, fields of a dataclass too, and gives up on
    long ones; so this is none, and prints as its name.
    """

    def __init__(self, rules: TriageRules) -> None:
        """Anybody these rules may meet, somebody near the usual, and who answers everything."""
        self.rules, self.quick = rules, quick(rules)
        self.anybody, self.somebody = any_cases(rules), near_cases(rules)
        self.complete = wild_cases(rules, full=True)

    def __repr__(self) -> str:
        return "the world"
