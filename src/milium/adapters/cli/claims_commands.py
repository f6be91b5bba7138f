"""Commands about ingredients and the shelf: who says what, and what products add up to."""

import json
from difflib import get_close_matches

import click

from milium.adapters.cli.commands import answer, cli, common, console, knowledge, print_json
from milium.adapters.cli.files import bytes_of, case_from, each_line
from milium.adapters.cli.show_claims import ClaimsScreen
from milium.adapters.cli.wiring import Session
from milium.app.claims import (
    HELP,
    MILIA,
    claims_card,
    find_ingredient,
    ingredient_card,
    named_for,
    topics,
)
from milium.app.formats import CaseRefusedError
from milium.app.formats.claims import ShelfJson
from milium.app.formats.print_claims import ClaimsPrinter
from milium.app.formats.print_shelf import ShelfPrinter
from milium.app.shelf import shelf_report
from milium.domain.cases import Case
from milium.domain.knowledge import Knowledge
from milium.domain.labels import Ingredient, LabelReading
from milium.engine.exposure import decisive_classes
from milium.engine.labels import read_label
from milium.kb import differences, load_second_hand, to_write_twice

_LONGEST_NAME = 200


@cli.command()
@click.argument("file", required=False)
@click.option("--jsonl", nargs=2, metavar="IN OUT", help="Many cases, one JSON object a line.")
@common
def shelf(session: Session, file: str | None, jsonl: tuple[str, str] | None) -> None:
    """What the products in the case FILE add up to: each judged, shared, doubled, hidden."""
    printer = ShelfPrinter(session.knowledge, session.settings.language)

    def add_up(case: Case) -> ShelfJson:
        guide = answer(case, session)
        return printer.shelf(shelf_report(guide, session.knowledge), guide)

    if jsonl:
        each_line(*jsonl, session, add_up)
        return
    if file is None:
        raise CaseRefusedError.one("", "which case? name a file, or - for standard input")
    published = add_up(case_from(file, session))
    if session.as_json:
        print_json(published)
    else:
        ClaimsScreen(console(), printer.texts).shelf(published)


@cli.command()
@click.argument("name", required=False)
@click.option("--claimed-for", metavar="TOPIC", help="What somebody names for this: milia.")
@click.option("--label", metavar="FILE", help="The card of the label in FILE; - reads it.")
@common
def ingredients(
    session: Session, name: str | None, claimed_for: str | None, label: str | None
) -> None:
    """The card of one ingredient; without NAME, everything that something is known of."""
    known = session.knowledge
    on = session.on or session.wiring.today()
    printer = ClaimsPrinter(known, session.settings.language, on=on)
    screen = ClaimsScreen(console(), printer.texts)
    if label is not None:
        text = bytes_of(label).decode(errors="replace")
        show_label_card(session, read_label(text, known.vocabulary))
    elif claimed_for is not None:
        named = named_for(_topic(claimed_for, known), known)
        helps = named_for(HELP, known) if claimed_for == MILIA else ()
        listed = printer.named_for(claimed_for, named, helps)
        print_json(listed) if session.as_json else screen.named_for(listed)
    elif name is not None:
        card = printer.ingredient(ingredient_card(_ingredient(name, known), known))
        print_json(card) if session.as_json else screen.ingredient(card)
    else:
        every = printer.known()
        print_json(every) if session.as_json else screen.known(every)


def show_label_card(session: Session, reading: LabelReading) -> None:
    """What is known of what is on a label, and what to leave out first."""
    known = session.knowledge
    on = session.on or session.wiring.today()
    printer = ClaimsPrinter(known, session.settings.language, on=on)
    product = printer.product(claims_card(reading, known))
    print_json(product) if session.as_json else ClaimsScreen(console(), printer.texts).product(
        product
    )


@knowledge.command("second-hand")
@click.option("--blank", is_flag=True, help="The form for a second hand to fill in.")
@common
def second_hand(session: Session, *, blank: bool) -> None:
    """How much of what a verdict reads was written twice, and where the two hands differ."""
    rules = session.knowledge.exposure
    wanted = to_write_twice(rules)
    if blank:
        ingredients_known = session.knowledge.vocabulary.ingredients
        click.echo("# classes to choose from: " + ", ".join(sorted(decisive_classes(rules))))
        click.echo("second_hand:")
        for each in wanted:
            click.echo(f"  - ingredient: {each}  # {ingredients_known[each].inci}")
            click.echo("    classes: []\n    citations: []")
        return
    second = load_second_hand(session.knowledge)
    found = {
        "to_write": len(wanted),
        "written_twice": len({each.ingredient for each in second} & set(wanted)),
        "differences": list(differences(second, rules)),
    }
    if session.as_json:
        click.echo(json.dumps(found, indent=2))
        return
    click.echo(f"{found['written_twice']} of {found['to_write']} written twice")
    for line in differences(second, rules):
        click.echo(line)


def _topic(word: str, rules: Knowledge) -> str:
    """The topic asked for.

    Raises:
        CaseRefusedError: nothing is claimed for it.
    """
    known = topics(rules)
    if word not in known:
        problem = f"'{word[:_LONGEST_NAME]}' is no topic; choose one of {', '.join(known)}"
        raise CaseRefusedError.one("claimed-for", problem)
    return word


def _ingredient(name: str, rules: Knowledge) -> Ingredient:
    """The ingredient of this name.

    Raises:
        CaseRefusedError: nothing is called that; names what comes near.
    """
    asked = name[:_LONGEST_NAME]
    found = find_ingredient(asked, rules)
    if found is not None:
        return found
    near = get_close_matches(asked.upper(), list(rules.vocabulary.by_name), n=3)
    hint = f"; did you mean {' or '.join(near)}?" if near else ""
    problem = f"no ingredient is called '{asked}'{hint}"
    raise CaseRefusedError.one("", problem)
