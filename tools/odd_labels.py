"""Twenty odd labels of our own making, read stage by stage: part of docs/explanation."""

from datetime import date

from milium.app.formats.label import LabelPrinter
from milium.app.labels import explanation_lines
from milium.domain.knowledge import Knowledge
from milium.engine.labels import explain_label

START, END = "<!-- labels:start -->", "<!-- labels:end -->"
ODD: tuple[tuple[str, str], ...] = (
    (
        "Advertising before the list, a remark behind it",
        (
            "-Sea Fennel: calms and comforts skin. -Squalane: locks in moisture for a soft "
            "feel. Water, Glycerin, Squalane, Phenoxyethanol. Please be aware that lists may "
            "change."
        ),
    ),
    (
        "Drug facts",
        (
            "Active ingredient: Salicylic Acid 2% Purpose: Acne treatment Inactive "
            "ingredients: Water, Glycerin, Carbomer 940, Sodium Hydroxide"
        ),
    ),
    (
        "May contain, in brackets",
        "Talc, Mica, Dimethicone [+/- CI 77891, CI 77491, Carmine], Parfum",
    ),
    (
        "Several products in one field",
        (
            "Day Cream: Aqua, Glycerin, Squalane, Parfum. Night Balm: Petrolatum, Cera Alba, "
            "Retinol, BHT"
        ),
    ),
    (
        "Commas inside names",
        "Aqua, 1,2-Hexanediol, 1, 2-Hexanediol, 3-O-Ethyl Ascorbic Acid",
    ),
    (
        "Synonyms by slash, bracket and backslash",
        (
            "Aqua/Water/Eau, Butyrospermum Parkii (Shea) Butter, Yeast Extract\\Faex\\Extrait "
            "De Levure"
        ),
    ),
    (
        "A general name beside an exact one",
        ("Retinyl Palmitate (Vitamin A), Iron Oxides (CI 77491, CI 77492), Tocopherol (Vitamin E)"),
    ),
    (
        "Colours, European and American",
        "CI 19140, C.I. 77491, Cl 77492, D&C Red No. 7 Calcium Lake",
    ),
    (
        "Asterisks and footnotes",
        "Aqua, Squalane*, Limonene**. *Organic. **From essential oils",
    ),
    (
        "Nothing between the names",
        "AQUA GLYCERIN DIMETHICONE CETEARYL ALCOHOL RETINYL PALMITATE PARFUM",
    ),
    (
        "A scan",
        "Aqua, G1ycerin, Dirnethicone, Sodiurn Hyaluronate, Ret1nol, Phen0xyethanol",
    ),
    (
        "A word broken at a line's end",
        "Aqua, Phenoxy-\nethanol, Caprylyl Gly-\ncol, Xanthan Gum",
    ),
    (
        "A web page",
        (
            "<h3>Ingr&eacute;dients</h3><ul><li>Aqua</li><li>Glycerin</li><li>Caprylic&#47;Ca"
            "pric Triglyceride</li></ul><p>Made in France</p>"
        ),
    ),
    (
        "Middle dots, in capitals",
        "AQUA \u00b7 GLYCERIN \u00b7 TITANIUM DIOXIDE [NANO] \u00b7 PARFUM",
    ),
    (
        "A blend",
        "Aqua, Dimethyl Isosorbide (and) Hydroxypinacolone Retinoate, Parfum",
    ),
    (
        "A German leaflet",
        (
            "Wirkstoff: Adapalen. Sonstige Bestandteile: Carbomer 940, Propylenglycol, "
            "Natriumhydroxid, Gereinigtes Wasser"
        ),
    ),
    (
        "An Italian shop",
        "Ingredienti: Acqua, Glicerina, Burro di karité, Acido lattico, Profumo",
    ),
    (
        "Cut off",
        "Aqua, Glycerin, Cetearyl Alcohol, Glyceryl Stearate, Tocopheryl Acet",
    ),
    (
        "What is not in it",
        (
            "Free from parabens, retinol and mineral oil. Ingredients: Aqua, Glycerin, "
            "Bakuchiol, Keratin"
        ),
    ),
    (
        "Names never seen",
        "Aqua, Foobutyl Trimethicone, Retinyl Foobarate, PEG-987, Foo Seed Oil",
    ),
    (
        "No list at all",
        "Visit the Somebody boutique",
    ),
    (
        "Advertising only",
        "This balm feels like silk and leaves your skin soft all day long!",
    ),
)


def section(knowledge: Knowledge) -> str:
    """Each label with what ``milium label --explain`` says of it."""
    printer = LabelPrinter(knowledge, "en", on=date(2026, 11, 23))
    parts = []
    for title, label in ODD:
        explained = printer.explanation(explain_label(label, knowledge.vocabulary))
        shown = "\n".join(explanation_lines(explained))
        parts.append(f"### {title}\n\n```text\n{label}\n```\n\n```text\n{shown}\n```\n")
    return "\n".join(parts)


def with_labels(page: str, knowledge: Knowledge) -> str:
    """The page with the labels between its marks."""
    before, _, rest = page.partition(START)
    _, _, after = rest.partition(END)
    return f"{before}{START}\n\n{section(knowledge)}\n{END}{after}"
