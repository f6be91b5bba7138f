"""What a case file says, and what is said of one that says it wrongly."""

import pytest

from milium.app.documents import case_json, case_yaml, read_case
from milium.app.formats.case import CaseFormat
from milium.app.formats.problems import CaseRefusedError, problem_json
from milium.domain.answers import NOT_SURE, UNKNOWN, Answer, Chosen, Contradictory, Known
from milium.domain.cases import Case
from milium.domain.ids import FindingId
from tests.builders.formats import HEAD, NAMES, example, path_of


def read(text: str, case_format: CaseFormat, name: str = "a.yaml") -> Case:
    return read_case(text.encode(), name, case_format, place="ELSEWHERE")


def problems(text: str, case_format: CaseFormat) -> dict[str, str]:
    with pytest.raises(CaseRefusedError) as caught:
        read(text, case_format)
    return {problem.path: problem.detail for problem in caught.value.problems}


def of_person(line: str, finding: str, case_format: CaseFormat) -> Answer:
    return read(f"{HEAD}person: {{{line}}}", case_format).answers.get(FindingId(finding), UNKNOWN)


def of_bump(line: str, finding: str, case_format: CaseFormat) -> Answer:
    case = read(f"{HEAD}lesions: [{{{line}}}]", case_format)
    return case.lesions[0].answers.get(FindingId(finding), UNKNOWN)


def test_there_are_ten_examples() -> None:
    assert len(NAMES) == 10


@pytest.mark.parametrize("name", NAMES)
def test_an_example_is_read_and_said_again_without_loss(name: str, case_format: CaseFormat) -> None:
    case = example(name, case_format)

    assert case.lesions
    assert read(case_yaml(case, case_format), case_format) == case
    assert read(case_json(case, case_format), case_format, "a.json") == case


@pytest.mark.parametrize("name", NAMES)
def test_the_words_of_an_example_stay_words(name: str, case_format: CaseFormat) -> None:
    case = example(name, case_format)

    assert case.lesions[0].answers[FindingId("crust")] in {Known("no"), Known("new")}
    assert path_of(name).read_text("utf-8").startswith("# ")


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("bleeding: no", Known("no")),
        ("bleeding: 'no'", Known("no")),
        ("bleeding: not_sure", NOT_SURE),
        ("bleeding: ~", UNKNOWN),
        ("bleeding: [no]", Known("no")),
        ("bleeding: [no, no]", Known("no")),
        ("bleeding: [once, no]", Contradictory(("once", "no"))),
        ("size_mm: 1", Known(10)),
        ("size_mm: 1.5", Known(15)),
        ("size_mm: 0.1", Known(1)),
        ("size_mm: 200", Known(2000)),
        ("size_mm: [1, 2.5]", Contradictory((10, 25))),
        ("present_for: {value: 3, unit: months}", Known(91)),
        ("present_for: {value: 0, unit: days}", Known(0)),
        ("present_for: {value: 1.5, unit: weeks}", Known(10)),
        ("present_for: not_sure", NOT_SURE),
    ],
)
def test_an_answer_about_a_bump_is_what_is_written(
    line: str, answer: Answer, case_format: CaseFormat
) -> None:
    assert of_bump(line, line.partition(":")[0], case_format) == answer


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("medicines: []", Chosen(frozenset(), complete=True)),
        ("medicines: [other]", Chosen(frozenset({"other"}), complete=True)),
        ("medicines: other", Chosen(frozenset({"other"}), complete=True)),
        ("medicines: [not_sure]", Chosen(frozenset(), complete=False)),
        ("medicines: not_sure", Chosen(frozenset(), complete=False)),
        ("medicines: [other, not_sure]", Chosen(frozenset({"other"}), complete=False)),
        ("medicines: ~", UNKNOWN),
        ("fever: no", Known("no")),
        ("fever: 37.9", Known("no")),
        ("fever: 38", Known("38_or_more")),
        ("fever: 38.2", Known("38_or_more")),
        ("fever: 45", Known("38_or_more")),
        ("fever: 30", Known("no")),
        ("fever: [37.5, 38.5]", Contradictory(("no", "38_or_more"))),
        ("fever: [36.9, no]", Known("no")),
    ],
)
def test_an_answer_about_the_person_is_what_is_written(
    line: str, answer: Answer, case_format: CaseFormat
) -> None:
    assert of_person(line, line.partition(":")[0], case_format) == answer


@pytest.mark.parametrize("word", ["[more_than_once, not_sure]", "[not_sure, more_than_once]"])
def test_not_sure_beside_a_warning_never_takes_the_warning_back(
    word: str, case_format: CaseFormat
) -> None:
    answer = of_bump(f"bleeding: {word}", "bleeding", case_format)

    assert answer not in {UNKNOWN, NOT_SURE, Known("no")}


@pytest.mark.parametrize(
    ("line", "path", "said"),
    [
        ("lesions: [{size_mm: -1}]", "lesions.1.size_mm", "should be between 0.1 and 200"),
        ("lesions: [{size_mm: 0}]", "lesions.1.size_mm", "should be between 0.1 and 200"),
        ("lesions: [{size_mm: 200.1}]", "lesions.1.size_mm", "should be between 0.1 and 200"),
        ("lesions: [{size_mm: 1.55}]", "lesions.1.size_mm", "not a number with at most 1 decimals"),
        ("lesions: [{site: yes}]", "lesions.1.site", "'yes' is not one of the words"),
        ("lesions: [{site: chek}]", "lesions.1.site", "(did you mean 'cheek'?). Allowed: cheek, "),
        ("lesions: [{}, {sight: nose}]", "lesions.2.sight", "(did you mean 'site'?). Allowed: "),
        ("lesions: {site: nose}", "lesions", "should be a list"),
        ("lesions: [nose]", "lesions.1", "should be a mapping of keys to values"),
        ("lesions: [{present_for: 3 months}]", "lesions.1.present_for", "write {value: 3, unit: m"),
        ("lesions: [{present_for: {value: 3}}]", "lesions.1.present_for", "units: days, weeks"),
        (
            "lesions: [{present_for: {value: 3, unit: moons}}]",
            "lesions.1.present_for",
            "is no span",
        ),
        (
            "lesions: [{present_for: {value: -3, unit: days}}]",
            "lesions.1.present_for",
            "is no span",
        ),
        ("person: {age: {value: 121, unit: years}}", "person.age", "between 0 days and 120 years"),
        ("person: {fever: 29.9}", "person.fever", "should be between 30 and 45"),
        ("person: {fever: 45.1}", "person.fever", "should be between 30 and 45"),
        ("person: {medicines: {a: b}}", "person.medicines", "should be a list of words; write []"),
        ("person: {medicines: [aspirin]}", "person.medicines", "'aspirin' is not one of the words"),
        ("person: [self]", "person", "should be a mapping of keys to values"),
        ("persons: {}", "persons", "there is no such key (did you mean 'person'?). Allowed: as_of"),
        ("shelf: [{label: Water}]", "shelf.1.name", "is missing; add it"),
        ("shelf: [{name: [a]}]", "shelf.1.name", "should be text"),
        ("shelf: [{name: a, since: soon}]", "shelf.1.since", "'soon' is no day"),
        ("wishes: {budget: {amount: 5}}", "wishes.budget.currency", "is missing; add it"),
        ("wishes: {budget: {amount: 5, currency: GBP, amont: 5}}", "wishes.budget.amont",
         "did you mean 'amount'?"),
        ("wishes: {avoid: perfume}", "wishes.avoid", "should be a list"),
        ("skin: {known_type: OOOO}", "skin.known_type", "'OOOO' is no type; four letters"),
        ("skin: {known_type: OSP}", "skin.known_type", "'OSP' is no type; four letters"),
        ("skin: {answers: {shine: never}}", "skin.answers.shine", "there is no such key"),
        ("place: UK", "place", "'UK' is no place we know"),
        ("words: [a]", "words", "should be text"),
        ("diary: [{note: a}]", "diary.1.on", "is missing; add it"),
    ],
)  # fmt: skip
def test_a_wrong_value_is_refused_with_its_path_and_what_to_do(
    line: str, path: str, said: str, case_format: CaseFormat
) -> None:
    text = f"milium: 1\nas_of: 2026-11-23\n{line}\n"

    found = problems(text, case_format)

    assert list(found) == [path]
    assert said in found[path]


def test_a_currency_in_small_letters_is_told_how_to_be_written(case_format: CaseFormat) -> None:
    found = problems(f"{HEAD}wishes: {{budget: {{amount: 5, currency: gbp}}}}", case_format)

    assert "GBP" in found["wishes.budget.currency"]


def test_everything_wrong_is_listed_at_once(case_format: CaseFormat) -> None:
    text = """
milium: 1
as_of: soon
place: UK
person: {age: 3, pregnancy: perhaps}
lesions: [{site: nose, colour: green}, {size_mm: big, kolour: white}]
wishes: {max_steps: 400, budget: {amount: -5, currency: GBP}}
mood: fine
"""

    assert set(problems(text, case_format)) == {
        "as_of", "place", "person.age", "person.pregnancy", "lesions.1.colour", "lesions.2.size_mm",
        "lesions.2.kolour", "wishes.budget.amount", "wishes.max_steps", "mood",
    }  # fmt: skip


@pytest.mark.parametrize("text", ["", "[]", "word", "# nothing", "- milium: 1"])
def test_what_is_no_mapping_is_told_how_a_case_begins(text: str, case_format: CaseFormat) -> None:
    assert problems(text, case_format) == {"": "should be a mapping that begins with 'milium: 1'"}


def test_the_shortest_case_needs_its_version_and_its_day(case_format: CaseFormat) -> None:
    assert problems("place: GB", case_format) == {
        "milium": "is missing; add it",
        "as_of": "is missing; add it",
    }


def test_the_place_is_the_one_set_where_the_file_names_none(case_format: CaseFormat) -> None:
    text = "milium: 1\nas_of: 2026-11-23\n"

    assert read_case(text.encode(), "a.yaml", case_format, place="DE").place == "DE"
    assert read(f"{text}place: FR\n", case_format).place == "FR"


@pytest.mark.parametrize("section", ["person", "habits", "wishes", "skin"])
def test_an_empty_section_is_no_section(section: str, case_format: CaseFormat) -> None:
    short = read(HEAD, case_format)

    assert read(f"{HEAD}{section}: {{}}", case_format) == short
    assert read(f"{HEAD}{section}:", case_format) == short


def test_keys_that_start_with_x_are_ignored_anywhere_and_kept_at_the_top(
    case_format: CaseFormat,
) -> None:
    text = f"{HEAD}x-a: {{b: [c]}}\nlesions: [{{x-note: mine, site: nose}}]\nperson: {{x-b: c}}\n"

    case = read(text, case_format)

    assert case.lesions[0].answers == {FindingId("site"): Known("nose")}
    assert case.answers == {}
    assert case_format.print(case)["x-a"] == {"b": ["c"]}


def test_bumps_without_an_id_get_a_number_nobody_has(case_format: CaseFormat) -> None:
    case = read(f"{HEAD}lesions: [{{id: '1'}}, {{}}, {{id: b}}, {{}}]", case_format)

    assert [lesion.id for lesion in case.lesions] == ["1", "2", "b", "3"]


@pytest.mark.parametrize("where", ["lesions: [{id: a}, {id: a}]",
                                   "shelf: [{id: a, name: x}, {id: a, name: y}]"])  # fmt: skip
def test_an_id_that_stands_twice_is_refused(where: str, case_format: CaseFormat) -> None:
    (detail,) = problems(f"{HEAD}{where}", case_format).values()

    assert detail == "'a' stands there twice; give each its own"


def test_a_known_type_may_be_written_small(case_format: CaseFormat) -> None:
    assert read(f"{HEAD}skin: {{known_type: ospw}}", case_format).known_type == "OSPW"


def test_a_budget_is_kept_in_hundredths(case_format: CaseFormat) -> None:
    for amount, cents in (("0", 0), ("40", 4000), ("'12.50'", 1250), ("100000", 10_000_000)):
        text = f"{HEAD}wishes: {{budget: {{amount: {amount}, currency: GBP}}}}"
        assert read(text, case_format).wishes.budget_cents == cents


def test_a_refusal_is_a_problem_document(case_format: CaseFormat) -> None:
    with pytest.raises(CaseRefusedError) as caught:
        read("milium: 1\nas_of: soon\nplace: UK", case_format)

    told = problem_json("Refused", 422, caught.value)

    assert (told.type, told.title, told.status) == ("about:blank", "Refused", 422)
    assert [each["path"] for each in told.problems] == ["as_of", "place"]
    assert told.detail == str(caught.value)
    assert problem_json("Refused", 422, ValueError("other")).problems == []
