"""The case file: strict reading with all errors at once, printing, and its JSON Schema."""

import json
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, PlainValidator, ValidationError, WithJsonSchema
from pydantic import create_model as model

from milium.app.formats.answers import Printed, answer_schema, print_answer, read_answer
from milium.app.formats.case_read import case_from
from milium.app.formats.fields import (
    CURRENCY,
    DAY,
    MONEY,
    STEPS,
    VERSION,
    VERSION_FIELD,
    list_of,
    text_of,
)
from milium.app.formats.problems import (
    LONGEST_SHOWN,
    CaseRefusedError,
    problems_of,
    shown,
)
from milium.domain.answers import UNKNOWN, Answers
from milium.domain.cases import Case, DiaryEntry, Lesion, Product, Wishes
from milium.domain.findings import Finding, FindingKind
from milium.domain.ids import FindingId, ItemId
from milium.domain.knowledge import Knowledge
from milium.engine.skin_types import sides_of
from milium.kb import Tree, near

MAX_BYTES = 1_000_000
MAX_LESIONS, MAX_SHELF, MAX_DIARY, MAX_AVOID = 50, 200, 4000, 50
MAX_WORDS, MAX_NAME, MAX_LABEL = 10_000, 200, 20_000

_STRICT = ConfigDict(extra="forbid", strict=True, frozen=True)


class CaseFormat:
    """Reads and prints case files against one set of findings, places and skin type items."""

    def __init__(self, knowledge: Knowledge) -> None:
        """Build the strict models from the findings."""
        self.findings = knowledge.triage.asking.findings
        self.items = {
            ItemId(item.id): Finding(
                id=FindingId(item.id), scope=next(iter(self.findings.values())).scope,
                section="skin", kind=FindingKind.WORD, words=item.words, bands=(), decimals=0,
                lowest=0, highest=0, keeps_days=None, grows=False,
            )
            for item in knowledge.skin_types.items
        }  # fmt: skip
        self.places = tuple(knowledge.triage.places)
        self._axes = knowledge.skin_types.axes
        self._model = self._case_model()

    def read(self, tree: Tree) -> Case:
        """The case in a parsed document.

        Raises:
            CaseRefusedError: listing every problem with its path and what is allowed.
        """
        if not isinstance(tree, dict):
            raise CaseRefusedError.one("", "should be a mapping that begins with 'milium: 1'")
        _check_version(tree)
        try:
            read = self._model.model_validate(_without_extras(tree))
        except ValidationError as error:
            raise CaseRefusedError(problems_of(error, self._model)) from error
        extras = tuple(
            (key, json.dumps(value, ensure_ascii=False))
            for key, value in sorted(tree.items())
            if key.startswith("x-")
        )
        return replace(case_from(read), extras=extras)

    def print(self, case: Case) -> dict[str, Printed]:
        """The complete document of a case; reading it gives an equal case."""
        person, habits, wants = (
            self._print_answers(case.answers, section) for section in ("person", "habits", "wishes")
        )
        document: dict[str, Printed] = {
            "milium": VERSION,
            "as_of": case.as_of.isoformat(),
            "place": case.place,
            "person": person,
            "lesions": [self._print_lesion(lesion) for lesion in case.lesions],
            "habits": habits,
            "skin": self._print_skin(case),
            "shelf": [self._print_product(product) for product in case.shelf],
            "wishes": {**wants, **_print_wishes(case.wishes)},
            "words": case.words,
            "diary": [self._print_diary(entry) for entry in case.diary],
        }
        said = {key: value for key, value in document.items() if value not in (None, "", [], {})}
        return said | {key: json.loads(value) for key, value in case.extras}

    def schema(self) -> dict[str, Any]:
        """The published JSON Schema (2020-12) of the case file."""
        schema = self._model.model_json_schema(mode="validation")
        return {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            **_with_own_keys(schema),
            "title": "Milium case file",
        }

    def _print_answers(self, answers: Answers, section: str) -> dict[str, Printed]:
        printed = {
            finding.id: print_answer(finding, answers.get(finding.id, UNKNOWN))
            for finding in self.findings.values()
            if finding.section == section
        }
        return {str(key): value for key, value in printed.items() if value is not None}

    def _print_lesion(self, lesion: Lesion) -> Printed:
        return {"id": lesion.id, **self._print_answers(lesion.answers, "lesions")}

    def _print_skin(self, case: Case) -> Printed:
        answers = {
            str(item): print_answer(self.items[item], answer) for item, answer in case.skin.items()
        }
        known: dict[str, Printed] = {"known_type": case.known_type} if case.known_type else {}
        return {"answers": {**answers}, **known} if answers or known else None

    def _print_product(self, product: Product) -> Printed:
        named: dict[str, Printed] = {"id": product.id, "name": product.name}
        if product.label:
            named["label"] = product.label
        if product.since:
            named["since"] = product.since.isoformat()
        return {**named, **self._print_answers(product.answers, "shelf")}

    def _print_diary(self, entry: DiaryEntry) -> Printed:
        note: dict[str, Printed] = {"note": entry.note} if entry.note else {}
        return {"on": entry.on.isoformat(), **self._print_answers(entry.answers, "diary"), **note}

    def _section(self, section: str, title: str, /, **more: Any) -> type[BaseModel]:  # noqa: ANN401
        fields: dict[str, Any] = {
            finding.id: (_answer_type(finding), None)
            for finding in self.findings.values()
            if finding.section == section
        }
        return model(title, __config__=_STRICT, **fields, **more)

    def _case_model(self) -> type[BaseModel]:
        text = text_of(MAX_NAME)
        lesion = self._section("lesions", "Lesion", id=(text, ""))
        product = self._section(
            "shelf", "Product", id=(text, ""), name=(text, ...), label=(text_of(MAX_LABEL), ""),
            since=(DAY | None, None),
        )  # fmt: skip
        budget = model("Budget", __config__=_STRICT, amount=(MONEY, ...), currency=(CURRENCY, ...))
        wishes = self._section(
            "wishes", "Wishes", budget=(budget | None, None), max_steps=(STEPS | None, None),
            avoid=(list_of(text, MAX_AVOID), Field(default_factory=list)),
        )  # fmt: skip
        diary = self._section("diary", "DiaryEntry", on=(DAY, ...), note=(text_of(MAX_WORDS), ""))
        items: dict[str, Any] = {i: (_answer_type(f), None) for i, f in self.items.items()}
        answers = model("SkinAnswers", __config__=_STRICT, **items)
        letters = {"type": ["string", "null"]}
        known = Annotated[str, PlainValidator(self._known_type), WithJsonSchema(letters)]
        skin = model(
            "Skin", __config__=_STRICT, answers=(answers | None, None), known_type=(known, "")
        )
        place = Annotated[
            str, PlainValidator(self._place), WithJsonSchema({"enum": list(self.places)})
        ]
        person, habits = self._section("person", "Person"), self._section("habits", "Habits")
        return model(
            "Case", __config__=_STRICT, milium=(VERSION_FIELD, ...), as_of=(DAY, ...),
            place=(place, "ELSEWHERE"),
            person=(_optional(person), None), habits=(_optional(habits), None),
            lesions=(list_of(lesion, MAX_LESIONS), Field(default_factory=list)),
            skin=(_optional(skin), None), wishes=(_optional(wishes), None),
            shelf=(list_of(product, MAX_SHELF), Field(default_factory=list)),
            words=(text_of(MAX_WORDS), ""),
            diary=(list_of(diary, MAX_DIARY), Field(default_factory=list)),
        )  # fmt: skip

    def _place(self, text: object) -> str:
        if text not in self.places:
            hint, allowed = near(str(text), self.places), ", ".join(self.places)
            message = f"{shown(text)} is no place we know{hint}. Allowed: {allowed}"
            raise ValueError(message)
        return str(text)

    def _known_type(self, text: object) -> str:
        letters = str(text or "").upper()
        if letters and not sides_of(letters, self._axes):
            elsewhere = ", ".join("/".join(axis.elsewhere) for axis in self._axes)
            ours = ", ".join(f"{axis.high}/{axis.low}" for axis in self._axes)
            message = (
                f"{shown(text)} is no type; four letters, one of each: {elsewhere}; or ours: {ours}"
            )
            raise ValueError(message)
        return letters


def _with_own_keys(schema: Any) -> Any:  # noqa: ANN401 - a JSON document
    """The schema with keys that start ``x-`` allowed wherever keys are closed."""
    if isinstance(schema, list):
        return [_with_own_keys(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    found = {key: _with_own_keys(value) for key, value in schema.items()}
    if found.get("additionalProperties") is False:
        found["patternProperties"] = {"^x-": {}}
    return found


def _optional(section: type[BaseModel]) -> Any:  # noqa: ANN401 - a type made at run time
    return section | None


def _check_version(tree: Mapping[str, Tree]) -> None:
    version = tree.get("milium")
    if _is_newer(version):
        raise CaseRefusedError.one(
            "milium",
            f"this file is of version {str(version)[:LONGEST_SHOWN]}; "
            f"this Milium reads up to {VERSION}. "
            "Get a newer Milium; the file was left as it is",
        )


def _is_newer(version: Tree) -> bool:
    """Whether it is a whole number above ours, however many digits it has."""
    if not isinstance(version, str) or not (version.isascii() and version.isdigit()):
        return False
    digits = version.lstrip("0")
    return len(digits) > len(str(VERSION)) or (digits > str(VERSION))


def _without_extras(tree: Tree) -> Tree:
    """The document less the keys that start ``x-``: kept at the top level, ignored everywhere."""
    if isinstance(tree, dict):
        return {k: _without_extras(v) for k, v in tree.items() if not k.startswith("x-")}
    if isinstance(tree, list):
        return [_without_extras(each) for each in tree]
    return tree


def _answer_type(finding: Finding) -> Any:  # noqa: ANN401 - a type made at run time
    return Annotated[
        object,
        PlainValidator(read_answer(finding)),
        WithJsonSchema(answer_schema(finding)),
    ]


def _print_wishes(wishes: Wishes) -> dict[str, Printed]:
    printed: dict[str, Printed] = {}
    if wishes.budget_cents is not None:
        amount = str(Decimal(wishes.budget_cents).scaleb(-2))
        printed["budget"] = {"amount": amount, "currency": wishes.currency}
    if wishes.max_steps is not None:
        printed["max_steps"] = wishes.max_steps
    if wishes.avoid:
        printed["avoid"] = list(wishes.avoid)
    return printed
