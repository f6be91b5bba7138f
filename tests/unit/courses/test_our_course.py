"""The bands and looks that ship, for people a clinician would recognise."""

import re

import pytest

from milium.domain.answers import UNKNOWN, Answer, Chosen, Known
from milium.domain.courses import Course, CourseRules
from milium.domain.regimens import Regimen
from milium.engine.courses import project_course
from milium.kb.build_findings import build_asking
from milium.kb.build_plans import build_courses
from milium.kb.collections import Collections
from milium.kb.conditions import Conditions
from milium.kb.read import RawKnowledge, knowledge_files, knowledge_root, read_raw
from tests.builders.courses import TODAY, a_regimen, a_triage

NEVER_SAID = re.compile(r"\b(proven|safe|best|cleared|guaranteed)\b", re.IGNORECASE)
HALF_A_YEAR = 182
YEAR = 365
NOT_WORKED = (
    "This did not work for you. That is common. Choose: leave them, have them out, or keep the "
    "retinoid only if you like it for other reasons."
)
ADULT = ["adult-may-go", "adult-may-stay", "adult-article-says-both"]
RETINOID = [
    "retinoid-not-tested",
    "retinoid-article",
    "retinoid-one-child",
    "retinoid-acne-label",
    "retinoid-first-weeks",
]
CLOCK = ["turnover-is-no-clock"]


@pytest.fixture(scope="module")
def raw() -> RawKnowledge:
    mine = ("courses/", "findings/", "sources/courses", "text/en/courses")
    contents = knowledge_files(knowledge_root())
    return read_raw({path: data for path, data in contents.items() if path.startswith(mine)})


@pytest.fixture(scope="module")
def rules(raw: RawKnowledge) -> CourseRules:
    collections = Collections(raw)
    return build_courses(collections, Conditions(build_asking(collections).findings))


def _person(**changed: Answer) -> dict[str, Answer]:
    """The ordinary adult: typical, no rush, nobody has looked, nothing withheld."""
    usual: dict[str, Answer] = {
        "age": Known(34 * YEAR),
        "looked_at": Known("no"),
        "how_soon": Known("no_rush"),
        "likeness": Known("like"),
        "home_rung": Known("low_retinoid"),
        "uses_retinoid": Known("no"),
        "procedures": Chosen(frozenset(), complete=True),
        "conditions": Chosen(frozenset(), complete=True),
    }
    return {**usual, **changed}


def _course(rules: CourseRules, regimen: Regimen | None, **changed: Answer) -> Course:
    return project_course(a_triage(answers=_person(**changed)), regimen, rules, on=TODAY)


def _bands(course: Course) -> list[str]:
    return [reason.entry for reason in course.expectations]


def _looks(course: Course) -> list[tuple[int, str]]:
    return [((look.on - TODAY).days, look.reason.entry) for look in course.milestones]


def test_ordinary_adult_with_a_ramp_sees_both_sides_and_four_looks(rules: CourseRules) -> None:
    course = _course(rules, a_regimen(ramp=True))

    assert _bands(course) == [*ADULT, *RETINOID, *CLOCK]
    assert _looks(course) == [
        (14, "check-in-week-2"),
        (21, "check-in-week-3"),
        (28, "four-week-look"),
        (84, "fork-week-12"),
    ]
    assert course.book_now is None


def test_pregnant_adult_on_a_gentle_plan_looks_back_without_a_retinoid(
    rules: CourseRules,
) -> None:
    course = _course(rules, a_regimen(), home_rung=Known("gentle"))

    assert _bands(course) == [*ADULT, "gentle-only", *CLOCK]
    assert _looks(course) == [
        (21, "check-in-week-3"),
        (28, "four-week-look"),
        (84, "look-back-week-12"),
    ]


def test_well_newborn_is_checked_at_six_months_of_age(rules: CourseRules) -> None:
    course = _course(
        rules,
        None,
        age=Known(21),
        how_soon=Known("nothing_needed"),
        home_rung=Known("nothing"),
    )

    assert _bands(course) == ["newborn-weeks", "newborn-months"]
    assert _looks(course) == [(HALF_A_YEAR - 21, "newborn-check")]


@pytest.mark.parametrize("how_soon", ["within_2_weeks", "within_a_week", "same_day", "now"])
def test_what_has_to_be_seen_soon_gets_no_band_and_no_later_look(
    rules: CourseRules, how_soon: str
) -> None:
    adult = _course(rules, a_regimen(steps=0), how_soon=Known(how_soon))
    baby = _course(rules, None, how_soon=Known(how_soon), age=Known(21))

    assert (_bands(adult), _looks(adult)) == ([], [])
    assert (_bands(baby), _looks(baby)) == ([], [])


@pytest.mark.parametrize("likeness", ["unlike", "cannot_tell"])
def test_what_does_not_sound_like_milia_gets_no_band_of_milia(
    rules: CourseRules, likeness: str
) -> None:
    course = _course(rules, None, likeness=Known(likeness), home_rung=Known("gentle"))

    assert _bands(course) == []
    assert _looks(course) == [(28, "four-week-look")]


@pytest.mark.parametrize(
    ("age", "bands", "look"),
    [
        (HALF_A_YEAR - 1, ["newborn-weeks", "newborn-months"], "newborn-check"),
        (HALF_A_YEAR, ["newborn-weeks", "newborn-months"], "newborn-check"),
        (HALF_A_YEAR + 1, [*ADULT, *CLOCK], "four-week-look"),
        (40 * YEAR, [*ADULT, *CLOCK], "four-week-look"),
    ],
)
def test_bands_change_after_six_months_of_age(
    rules: CourseRules, age: int, bands: list[str], look: str
) -> None:
    course = _course(rules, None, age=Known(age), home_rung=Known("nothing"))

    assert _bands(course) == bands
    assert [entry for _, entry in _looks(course)] == [look]


@pytest.mark.parametrize(("age", "shown"), [(364, False), (365, False), (366, True)])
def test_gentle_band_and_look_back_start_after_the_first_year(
    rules: CourseRules, age: int, *, shown: bool
) -> None:
    course = _course(rules, a_regimen(), age=Known(age), home_rung=Known("gentle"))

    assert ("gentle-only" in _bands(course)) is shown
    assert ((84, "look-back-week-12") in _looks(course)) is shown


def test_unknown_age_still_gets_the_look_and_no_newborn_check(rules: CourseRules) -> None:
    course = _course(rules, None, age=UNKNOWN)

    assert _looks(course) == [(28, "four-week-look")]


@pytest.mark.parametrize(
    ("looked_at", "looks"),
    [(Known("no"), [(28, "four-week-look")]), (UNKNOWN, [(28, "four-week-look")])],
)
def test_nobody_or_perhaps_nobody_looked_is_looked_at_after_4_weeks(
    rules: CourseRules, looked_at: Answer, looks: list[tuple[int, str]]
) -> None:
    assert _looks(_course(rules, None, looked_at=looked_at)) == looks


def test_once_named_by_somebody_trained_there_is_no_4_week_rule(rules: CourseRules) -> None:
    assert _looks(_course(rules, None, looked_at=Known("yes"))) == []


def test_retinoid_bands_stand_for_who_uses_one_already(rules: CourseRules) -> None:
    course = _course(rules, None, home_rung=Known("gentle"), uses_retinoid=Known("yes"))

    assert _bands(course) == [*ADULT, "gentle-only", *RETINOID, *CLOCK]


@pytest.mark.parametrize(
    "changed",
    [
        {"procedures": Chosen(frozenset({"laser"}), complete=True)},
        {"conditions": Chosen(frozenset({"blistering_disease"}), complete=False)},
    ],
)
def test_bumps_after_hurt_or_blistered_skin_have_their_own_band(
    rules: CourseRules, changed: dict[str, Answer]
) -> None:
    assert "secondary-may-stay" in _bands(_course(rules, None, **changed))


def test_waxing_is_not_hurt_skin(rules: CourseRules) -> None:
    waxed = Chosen(frozenset({"waxing"}), complete=True)

    assert "secondary-may-stay" not in _bands(_course(rules, None, procedures=waxed))


def test_every_fork_offers_fewer_same_more_and_irritated(rules: CourseRules) -> None:
    ends = [
        [choice.rsplit(".", 1)[1] for choice in rule.choices]
        for rule in rules.milestones
        if rule.choices
    ]

    assert ends == [["fewer", "same", "more", "irritated"]] * 2


def test_week_12_tells_the_truth_about_the_same(raw: RawKnowledge) -> None:
    assert raw.texts["en"]["milestone.fork-week-12.same"].endswith(NOT_WORKED)


def test_skin_renewal_is_said_not_to_predict(raw: RawKnowledge) -> None:
    assert (
        "do not predict when a cyst clears" in raw.texts["en"]["expectation.turnover-is-no-clock"]
    )


def test_every_message_has_its_sentence_and_none_is_left_over(
    raw: RawKnowledge, rules: CourseRules
) -> None:
    wanted = {
        str(rules.book_now),
        str(rules.book_look),
        *(str(band.message) for band in rules.expectations),
    }
    for rule in rules.milestones:
        wanted |= {str(rule.message), *(str(choice) for choice in rule.choices)}

    assert set(raw.texts["en"]) == wanted


def test_no_sentence_says_a_word_we_never_say(raw: RawKnowledge) -> None:
    said = {key: text for key, text in raw.texts["en"].items() if NEVER_SAID.search(text)}

    assert said == {}


def test_every_source_of_ours_is_cited(raw: RawKnowledge, rules: CourseRules) -> None:
    defined = {entry.text("id") for entry in Collections(raw).entries("sources.sources")}
    evidence = [band.evidence for band in rules.expectations]
    evidence += [rule.evidence for rule in rules.milestones]
    cited = {str(citation.source) for each in evidence for citation in each.citations}

    assert defined <= cited


@pytest.mark.parametrize(
    ("soon", "day"), [("within_a_week", 7), ("within_2_weeks", 14), ("within_8_weeks", 56)]
)
def test_who_is_to_be_seen_is_asked_on_the_day_whether_they_were(
    soon: str, day: int, rules: CourseRules
) -> None:
    course = _course(rules, a_regimen(), bump_how_soon=Known(soon), how_soon=Known(soon))

    assert [due for due, name in _looks(course) if name.startswith("seen-")] == [day]


@pytest.mark.parametrize("soon", ["no_rush", "nothing_needed", "same_day", "now"])
def test_who_can_wait_or_goes_today_is_not_asked_whether_they_were_seen(
    soon: str, rules: CourseRules
) -> None:
    course = _course(rules, a_regimen(), bump_how_soon=Known(soon), how_soon=Known(soon))

    assert [name for _, name in _looks(course) if name.startswith("seen-")] == []
