"""Reading a ``when`` into the rule language, with every finding and word checked."""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal

from milium.domain.conditions import All, AnyOf, AtLeast, AtMost, Condition, In, Not
from milium.domain.findings import Finding, FindingKind
from milium.domain.ids import FindingId
from milium.kb.entries import Entry, near
from milium.kb.strict_yaml import Tree

# A month is a twelfth of 365.25 days; whole days, rounded down.
DAYS = {
    "days": Decimal(1),
    "weeks": Decimal(7),
    "months": Decimal("30.4375"),
    "years": Decimal("365.25"),
}

_LONGEST_NUMBER = 20
_SPAN = re.compile(r"(\d{1,9}(?:\.\d{1,9})?) (days|weeks|months|years)", re.ASCII)


def span_days(text: str) -> int:
    """``3 months`` in whole days.

    Raises:
        ValueError: not a number with days, weeks, months or years behind it.
    """
    match = _SPAN.fullmatch(text)
    if match is None:
        message = "write a number and days, weeks, months or years"
        raise ValueError(message)
    return int(Decimal(match[1]) * DAYS[match[2]])


def scaled(decimals: int) -> Callable[[str], int]:
    """A reader of plain numbers into integers of 10 ** -decimals units; refuses finer ones."""

    def read(text: str) -> int:
        if len(text) > _LONGEST_NUMBER or "e" in text.lower():
            message = "write it in at most 20 plain digits"
            raise ValueError(message)
        number = Decimal(text) * 10**decimals
        if number != number.to_integral_value():
            message = f"at most {decimals} decimals"
            raise ValueError(message)
        return int(number)

    return read


def amount(text: str, finding: Finding) -> int:
    """A threshold or limit of this finding in its smallest unit."""
    return span_days(text) if finding.kind is FindingKind.SPAN else scaled(finding.decimals)(text)


class Conditions:
    """Reads conditions against one set of findings."""

    def __init__(self, findings: Mapping[FindingId, Finding]) -> None:
        """Keep the findings words are checked against."""
        self._findings = findings

    def read(self, entry: Entry, key: str) -> Condition:
        """The condition under the key."""
        return self._condition(entry.tree(key), entry, key)

    def read_or(self, entry: Entry, key: str, otherwise: Condition) -> Condition:
        """The condition under the key, or another when it is absent."""
        tree = entry.tree(key)
        return otherwise if tree is None else self._condition(tree, entry, key)

    def _condition(self, tree: Tree, entry: Entry, key: str) -> Condition:
        if not isinstance(tree, dict) or len(tree) != 1:
            entry.fail(f"'{key}' should be one of all, any, not, is, in, at_least, at_most")
        ((operator, value),) = tree.items()
        match operator:
            case "all" | "any":
                parts = self._parts(value, entry, key)
                return All(parts) if operator == "all" else AnyOf(parts)
            case "not":
                return Not(self._condition(value, entry, key))
            case "is" | "in":
                return self._in(value, entry, operator)
            case "at_least" | "at_most":
                return self._bound(value, entry, operator)
            case _:
                allowed = ("all", "any", "not", "is", "in", "at_least", "at_most")
                hint = near(operator, allowed)
                return entry.fail(f"'{operator}' is no operator of a condition{hint}")

    def _parts(self, value: Tree, entry: Entry, key: str) -> tuple[Condition, ...]:
        if not isinstance(value, list):
            entry.fail(f"all/any in '{key}' should hold a list")
        return tuple(self._condition(part, entry, key) for part in value)

    def _in(self, value: Tree, entry: Entry, operator: str) -> In:
        finding, words = self._test(value, entry, operator)
        listed = words if isinstance(words, list) else [words]
        for word in listed:
            if word not in finding.words and finding.words != ("classes",):
                hint = near(str(word), finding.words)
                entry.fail(f"'{word}' is no word of the finding '{finding.id}'{hint}")
        return In(finding.id, frozenset(str(word) for word in listed))

    def _bound(self, value: Tree, entry: Entry, operator: str) -> AtLeast | AtMost:
        finding, bound = self._test(value, entry, operator)
        if finding.kind not in {FindingKind.NUMBER, FindingKind.SPAN} or not isinstance(bound, str):
            entry.fail(f"'{operator}' needs a number or a span, which '{finding.id}' is not")
        try:
            number = amount(bound, finding)
        except (ValueError, ArithmeticError) as error:
            entry.fail(f"'{finding.id}: {bound}' can't be read ({error})")
        return (AtLeast if operator == "at_least" else AtMost)(finding.id, number)

    def _test(self, value: Tree, entry: Entry, operator: str) -> tuple[Finding, Tree]:
        if not isinstance(value, dict) or len(value) != 1:
            entry.fail(f"'{operator}' should hold one finding, as '{operator}: {{finding: ...}}'")
        ((name, words),) = value.items()
        finding = self._findings.get(FindingId(name))
        if finding is None:
            entry.fail(f"there is no finding '{name}'{near(name, self._findings)}")
        return finding, words
