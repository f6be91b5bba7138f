"""``knowledge review-pack``, ``review-import`` and ``reviews``: what a clinician has looked at."""

import os
from pathlib import Path

import click

from milium.adapters.cli.commands import common, knowledge, print_json, refuse
from milium.adapters.cli.files import bytes_of
from milium.adapters.cli.wiring import Session
from milium.app.formats.reviews import (
    AreaJson,
    AreasJson,
    OpinionJson,
    ReviewItemJson,
    ReviewPackJson,
    SignedFormJson,
    TakenOverJson,
)
from milium.app.review_areas import ReviewBook
from milium.app.review_form import ReviewRefusedError, form_yaml, read_form
from milium.app.review_pack import Pack, PackPrinter
from milium.app.review_state import ReviewState
from milium.domain.reviews import SignedForm
from milium.kb import near

FOLDER = "reviews"
ONLY_ME, EVERYBODY = 0o600, 0o644


@knowledge.command("review-pack")
@click.argument("out", required=False)
@click.option("--area", metavar="AREA", help="What it is about, such as eyelid.")
@click.option("--part", default=1, metavar="N", help="Which half hour of it; 1 is the first.")
@click.option("--areas", "list_areas", is_flag=True, help="List the areas and how long each takes.")
@common
def review_pack(
    session: Session, out: str | None, area: str | None, part: int, *, list_areas: bool
) -> None:
    """Print rules with sources for a specialist to judge, as a form for half an hour.

    Markdown: print it, or fill it in with any editor. OUT is the file to write.
    """
    book = ReviewBook(session.knowledge)
    if list_areas:
        _show_areas(ReviewState(book).areas(), session)
        return
    printer = PackPrinter(book)
    pack = _part(printer, book, area, part)
    text = printer.form(pack)
    if session.as_json:
        text = _pack_json(pack, session).model_dump_json(indent=2) + "\n"
    if out is None:
        click.echo(text, nl=False)
        return
    _write(Path(out), text, ONLY_ME, session, again=True)
    click.echo(f"{out}: part {pack.part} of {pack.parts}, about {pack.minutes} minutes", err=True)


def _part(printer: PackPrinter, book: ReviewBook, area: str | None, part: int) -> Pack:
    """The part asked for.

    Raises:
        ReviewRefusedError: there is no such area or part.
    """
    areas = book.areas
    if area is None or area not in areas:
        problem = "which area?" if area is None else f"there is no area '{area}'{near(area, areas)}"
        raise ReviewRefusedError.one("--area", f"{problem} There are: {', '.join(areas)}")
    packs = printer.packs(areas[area])
    if not 1 <= part <= len(packs):
        raise ReviewRefusedError.one("--part", f"'{area}' has the parts 1 to {len(packs)}")
    return packs[part - 1]


def _pack_json(pack: Pack, session: Session) -> ReviewPackJson:
    return ReviewPackJson(
        area=pack.area.id,
        part=pack.part,
        parts=pack.parts,
        minutes=pack.minutes,
        knowledge=session.knowledge.edition.version,
        items=[
            ReviewItemJson(item=p.item.id, fingerprint=p.item.fingerprint, text=p.text)
            for p in pack.items
        ],
    )


@knowledge.command("review-import")
@click.argument("file")
@click.option(
    "--into",
    type=click.Choice(["knowledge", "home"]),
    help="Where to keep it: in the knowledge of a checkout (the default there) or at home.",
)
@common
def review_import(session: Session, file: str, into: str | None) -> None:
    """Take over the filled form in FILE: who signed, when, and exactly what was ticked."""
    book = ReviewBook(session.knowledge)
    form = read_form(bytes_of(file), file, book, today=session.on or session.wiring.today())
    if any(each.id == form.id for each in session.knowledge.reviews):
        raise ReviewRefusedError.one(file, f"stands recorded already, as {form.id}")
    path = _kept(form, into, session)
    agreed = [str(each.item) for each in form.opinions if each.agrees]
    disagreed = [str(each.item) for each in form.opinions if not each.agrees]
    if session.as_json:
        print_json(TakenOverJson(id=form.id, file=str(path), agreed=agreed, disagreed=disagreed))
        return
    click.echo(f"{form.reviewer.signature}: agreed with {len(agreed)}, not with {len(disagreed)}")
    click.echo(f"recorded in {path}")


def _kept(form: SignedForm, into: str | None, session: Session) -> Path:
    """The file the form was written to."""
    tree = session.wiring.review_folder()
    if into == "knowledge" and tree is None:
        problem = "the knowledge is installed here, not worked on; leave the option out"
        raise ReviewRefusedError.one("--into", problem)
    if tree is None or into == "home":
        folder, mode = session.settings.home / FOLDER, ONLY_ME
    else:
        folder, mode = tree, EVERYBODY
    path = folder / f"{form.id}.yaml"
    _write(path, form_yaml(form), mode, session, again=False)
    return path


def _write(path: Path, text: str, mode: int, session: Session, *, again: bool) -> None:
    """Write the file whole, over an older one only where that is wanted."""
    way = os.O_WRONLY | os.O_CREAT | (os.O_TRUNC if again else os.O_EXCL)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with os.fdopen(os.open(path, way, mode), "w", encoding="utf-8") as file:
            file.write(text)
    except OSError as error:
        problem = f"can't be written ({error.strerror or error})"
        refuse(ReviewRefusedError.one(str(path), problem), as_json=session.as_json)


@knowledge.command("reviews")
@common
def reviews(session: Session) -> None:
    """Who has reviewed what, what they disagreed with, and what has changed since."""
    found = ReviewState(ReviewBook(session.knowledge)).reviews()
    if session.as_json:
        print_json(found)
        return
    for form in found.forms:
        _show_form(form)
    _show_areas(found.areas, session)


def _show_form(form: SignedFormJson) -> None:
    who = f"{form.name}, {form.profession} ({form.body} {form.number})"
    click.echo(f"{form.on.isoformat()} {who}, {form.area}:")
    for opinion in form.opinions:
        said = f"- {opinion.item}: {_spoken(opinion)}"
        click.echo(f"{said}: {' '.join(opinion.comment.split())}" if opinion.comment else said)


def _spoken(opinion: OpinionJson) -> str:
    said = "agreed" if opinion.agrees else "disagreed"
    if opinion.state == "gone":
        return f"{said}, but it is not there any more"
    if opinion.state == "changed":
        return f"{said}, but it has changed since; review again"
    if opinion.agrees and not opinion.reviewed:
        return f"{said}, but somebody disagreed; not shown as reviewed"
    return said


def _show_areas(areas: list[AreaJson], session: Session) -> None:
    if session.as_json:
        print_json(AreasJson(areas=areas))
        return
    for each in areas:
        parts = " + ".join(map(str, each.minutes))
        line = f"{each.area}: {each.items} items, {parts} minutes; {each.reviewed} reviewed"
        click.echo(f"{line}, {each.disagreed} disagreed with" if each.disagreed else line)
