"""``milium type``: the skin type of a case, the next question about it, and the composed pages."""

import click

from milium.adapters.cli.commands import (
    answer,
    cli,
    common,
    console,
    print_json,
    show_next,
    wanted,
)
from milium.adapters.cli.files import case_from
from milium.adapters.cli.show_skin import SkinScreen
from milium.adapters.cli.wiring import Session
from milium.app.formats.skin import print_page, print_type
from milium.app.interview import Part


@cli.command("type")
@click.argument("file", required=False)
@click.option("--next", "ask_next", is_flag=True, help="Only the next question worth asking.")
@click.option("--page", metavar="LETTERS", help="The page of one of the 16 types, as DCFE.")
@common
def type_(session: Session, file: str | None, *, ask_next: bool, page: str | None) -> None:
    """The skin type of the case in FILE: four axes, how sure, and what it means."""
    screen = SkinScreen(console(), session.printer.texts)
    if page is not None:
        on = session.on or session.wiring.today()
        found = print_page(page, session.knowledge, session.printer, on=on)
        print_json(found) if session.as_json else screen.show_page(found)
        return
    case = case_from(wanted(file), session)
    if ask_next:
        show_next(session, case, Part.SKIN)
        return
    typed = print_type(answer(case, session), session.knowledge, session.printer)
    print_json(typed) if session.as_json else screen.show(typed)
