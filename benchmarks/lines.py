"""Sets the same prose with briefgen and its peers, and says from the finished PDFs how lines are filled.

A justified line is loose where its spaces are over one and a half times as wide as the font's own, which is
read from the last lines of paragraphs. Font, size, measure and language are the same for all but pdflatex,
which cannot read the font and has one of its own.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import statistics
import subprocess
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from html import escape
from itertools import pairwise
from pathlib import Path

from run import HERE, PEERS, WORK, run
from workload import SEEDS, sections

from briefgen.model.document import Document, Heading, Paragraph, Section, Text
from briefgen.rendering import pdf
from briefgen.rendering.theme import Theme

FONTS = HERE.parent / "templates" / "fonts"
OUT = WORK / "lines"
SIZE, LEADING = 10.5, 14.5
MARGIN = 78.0
LOOSE = 1.5
HANGING = 6.0
"""Points by which punctuation may exceed the measure: Typst and microtype hang it in the margin."""

RIVER = 4
"""Spaces that touch from line to line for so many lines are a river."""

COLUMNS = (
    *("engine", "lines", "loose", "hyphenated", "in a row", "spread", "tightest", "widest"),
    *("rivers in 100 lines", "too long"),
)

Page = list[list[tuple[str, float, float]]]
"""Lines of words, a word with its left and right edge."""


@dataclass(frozen=True)
class Lines:
    """What the justified lines of one file are like. Spaces are in widths of the font's own space."""

    count: int
    loose: int
    hyphens: int
    ladder: int
    spread: float
    tightest: float
    widest: float
    rivers: int
    over: int


def seeds() -> list[str]:
    """The paragraphs of the seeds that are long enough to be prose."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))]
    paragraphs = [" ".join(part.split()) for text in texts for part in re.split(r"\n\s*\n|\n", text)]
    return [each for each in paragraphs if len(each.split()) >= 25]


def workload() -> list[str]:
    """The paragraphs of fifty sections of the workload, without marks."""
    return [
        re.sub(r" CS\w+", "", "".join(text for kind, text in runs if kind != "note"))
        for section in sections(50)
        for runs in section.paragraphs
    ]


def by_briefgen(paragraphs: list[str], width: float, out: Path) -> None:
    theme = Theme()
    theme = replace(
        theme,
        page=replace(theme.page, width=width + 2 * MARGIN, left=MARGIN, right=MARGIN),
        contents_from=99,
    )
    blocks = tuple(Paragraph(id=f"p{at}", inlines=(Text(text=each),)) for at, each in enumerate(paragraphs))
    heading = Heading(id="h", level=1, inlines=(Text(text="Lines"),))
    document = Document(
        name="lines",
        title="Lines",
        language="en-GB",
        as_of="2026-01-01",
        dated="2026-01-01T00:00:00Z",
        sections=(Section(id="s", heading=heading, blocks=blocks),),
        notes=(),
    )
    out.write_bytes(pdf.render(document, theme, lambda name: (FONTS / name).read_bytes()).data)


def by_typst(paragraphs: list[str], width: float, out: Path) -> None:
    head = (
        f"#set page(width: {width + 2 * MARGIN}pt, height: 842pt, margin: {MARGIN}pt)\n"
        f'#set text(font: "Source Serif 4", size: {SIZE}pt, lang: "en", region: "GB")\n'
        "#set par(justify: true)\n"
    )
    source = out.with_suffix("") / "brief.typ"
    source.write_text(head + "\n\n".join(f"#{json.dumps(each, ensure_ascii=False)}" for each in paragraphs))
    run(f"{PEERS}/python {HERE}/peers/typst_file.py {source.parent} {out} {FONTS}")


def by_tex(engine: str, fonts: str, paragraphs: list[str], width: float, out: Path) -> None:
    escapes = str.maketrans({char: "\\" + char for char in "&%$#_{}"} | {"~": r"\char126{}"})
    page = f"paperwidth={width + 2 * MARGIN}bp,paperheight=842bp,margin={MARGIN}bp"
    source = out.with_suffix("") / "brief.tex"
    source.write_text(
        rf"\documentclass{{article}}\usepackage[{page}]{{geometry}}{fonts}\usepackage[british]{{babel}}"
        rf"\begin{{document}}\fontsize{{{SIZE}bp}}{{{LEADING}bp}}\selectfont"
        r"\frenchspacing\pagestyle{empty}\parindent=0pt\parskip=6pt"
        + "\n"
        + "\n\n".join(each.translate(escapes) for each in paragraphs)
        + "\n\\end{document}\n"
    )
    run(f"{engine} -interaction=batchmode -output-directory {source.parent} {source}")
    source.with_suffix(".pdf").rename(out)


def by_xelatex(paragraphs: list[str], width: float, out: Path, also: str = "") -> None:
    fonts = rf"\usepackage{{fontspec}}\setmainfont{{SourceSerif4-Regular.ttf}}[Path={FONTS}/]"
    by_tex("xelatex", fonts + also, paragraphs, width, out)


def by_sloppy_xelatex(paragraphs: list[str], width: float, out: Path) -> None:
    by_xelatex(paragraphs, width, out, r"\AtBeginDocument{\sloppy}")


def by_pdflatex(paragraphs: list[str], width: float, out: Path) -> None:
    fonts = r"\usepackage[T1]{fontenc}\usepackage{lmodern}\usepackage{microtype}"
    by_tex("pdflatex", fonts, paragraphs, width, out)


def by_weasyprint(paragraphs: list[str], width: float, out: Path) -> None:
    style = (
        f"@font-face {{ font-family: Source Serif; src: url(file://{FONTS}/SourceSerif4-Regular.ttf) }} "
        f"@page {{ size: {width + 2 * MARGIN}pt 842pt; margin: {MARGIN}pt }} "
        f"p {{ font: {SIZE}pt/{LEADING}pt Source Serif; margin: 0 0 6pt; "
        "text-align: justify; hyphens: auto }"
    )
    source = out.with_suffix("") / "brief.html"
    body = "".join(f"<p>{escape(each)}</p>" for each in paragraphs)
    source.write_text(f'<html lang="en-GB"><meta charset="utf-8"><style>{style}</style>{body}</html>')
    run(f"{PEERS}/weasyprint -q {source} {out}")


def by_libreoffice(paragraphs: list[str], width: float, out: Path) -> None:
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{full}:1.0"'
        for name, full in (
            ("office", "office"),
            ("style", "style"),
            ("text", "text"),
            ("fo", "xsl-fo-compatible"),
        )
    )
    folder = out.with_suffix("")
    body = "".join(f'<text:p text:style-name="P">{escape(each)}</text:p>' for each in paragraphs)
    source = folder / "brief.fodt"
    source.write_text(
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {spaces} office:version="1.3" '
        'office:mimetype="application/vnd.oasis.opendocument.text"><office:automatic-styles>'
        '<style:page-layout style:name="L">'
        f'<style:page-layout-properties fo:page-width="{width + 2 * MARGIN}pt" '
        f'fo:page-height="842pt" fo:margin="{MARGIN}pt"/></style:page-layout>'
        '<style:style style:name="P" style:family="paragraph"><style:paragraph-properties '
        'fo:text-align="justify" fo:margin-bottom="6pt"/><style:text-properties '
        f'fo:font-family="Source Serif 4" fo:font-size="{SIZE}pt" fo:language="en" fo:country="GB" '
        'fo:hyphenate="true" fo:hyphenation-remain-char-count="2" fo:hyphenation-push-char-count="3"/>'
        "</style:style></office:automatic-styles><office:master-styles><style:master-page "
        'style:name="Standard" style:page-layout-name="L"/></office:master-styles>'
        f"<office:body><office:text>{body}</office:text></office:body></office:document>"
    )
    fonts = folder / "fonts.conf"
    fonts.write_text(f"<fontconfig><include>/etc/fonts/fonts.conf</include><dir>{FONTS}</dir></fontconfig>")
    run(
        f"env FONTCONFIG_FILE={fonts} soffice --headless -env:UserInstallation=file://{OUT}/profile "
        f"--convert-to pdf --outdir {folder} {source}"
    )
    source.with_suffix(".pdf").rename(out)


@dataclass(frozen=True)
class Setter:
    """An engine: `font` is in the name of the font that its body is set in."""

    name: str
    needs: str
    sets: Callable[[list[str], float, Path], None]
    font: str = "SourceSerif"


SETTERS = (
    Setter("briefgen", "sh", by_briefgen),
    Setter("Typst", f"{PEERS}/python", by_typst),
    Setter("xelatex", "xelatex", by_xelatex),
    Setter("xelatex, sloppy", "xelatex", by_sloppy_xelatex),
    Setter("pdflatex, microtype, Latin Modern", "pdflatex", by_pdflatex, "LMRoman"),
    Setter("WeasyPrint", f"{PEERS}/weasyprint", by_weasyprint),
    Setter("LibreOffice", "soffice", by_libreoffice),
)


def bare(text: str) -> str:
    """Text as all engines show it: no ligatures, and no hyphens, since some are set and some the author's."""
    return re.sub(r"[\s\u00ad\u2010-]", "", unicodedata.normalize("NFKC", text)).replace("'", "’")


def ends_of(paragraphs: list[str]) -> dict[int, bool]:
    """Where lines may end, in characters of the bare text: True at a paragraph's end, False at a space or
    hyphen of its own."""
    ends, passed = {}, 0
    for paragraph in paragraphs:
        for word in re.split(r"[\s-]", paragraph):
            passed += len(bare(word))
            ends[passed] = False
        ends[passed] = True
    return ends


def measured(page: Page, paragraphs: list[str], width: float) -> Lines:
    """What the lines are like. Fails where they do not hold the text, whole and in order."""
    shown = "".join(bare(word) for line in page for word, _, _ in line)
    told = bare("".join(paragraphs))
    if shown != told:
        at = next((at for at, (a, b) in enumerate(zip(shown, told, strict=False)) if a != b), 0)
        raise ValueError(f"another text: …{shown[at - 20 : at + 20]}… for …{told[at - 20 : at + 20]}…")
    ends, passed = ends_of(paragraphs), 0
    justified, last, hyphens = [], [], []
    for line in page:
        passed += sum(len(bare(word)) for word, _, _ in line)
        if ends.get(passed):
            last.append(line)
            hyphens.append(False)
        else:
            justified.append(line)
            hyphens.append(passed not in ends)
    own = statistics.median(gap for line in last for gap in gaps(line))
    ratios = [statistics.mean(gaps(line)) / own for line in justified if len(line) > 1]
    return Lines(
        count=len(justified),
        loose=sum(ratio > LOOSE + 0.005 for ratio in ratios) + len(justified) - len(ratios),
        hyphens=sum(hyphens),
        ladder=longest_run(hyphens),
        spread=statistics.pstdev(ratios),
        tightest=min(ratios),
        widest=max(ratios),
        rivers=rivers(page, own),
        over=sum(sticks_out(line, width) for line in page),
    )


def gaps(line: list[tuple[str, float, float]]) -> list[float]:
    return [right[1] - left[2] for left, right in pairwise(line)]


def longest_run(flags: list[bool]) -> int:
    longest = current = 0
    for flag in flags:
        current = current + 1 if flag else 0
        longest = max(longest, current)
    return longest


def rivers(page: Page, own: float) -> int:
    """How many chains of RIVER lines have spaces wider than the font's own that touch from line to line."""
    found = 0
    above: list[tuple[float, float, int]] = []
    for line in page:
        here = []
        for left, right in pairwise(line):
            if right[1] - left[2] >= own:
                reach = [n for a, b, n in above if min(b, right[1]) - max(a, left[2]) >= own / 2]
                here.append((left[2], right[1], 1 + max(reach, default=0)))
        found += sum(length == RIVER for _, _, length in here)
        above = here
    return found


def sticks_out(line: list[tuple[str, float, float]], width: float) -> bool:
    """Whether a line is longer than its measure, punctuation aside that may hang in the margin."""
    hangs = HANGING if not line[-1][0][-1].isalnum() else 0.0
    return line[-1][2] - line[0][1] > width + hangs + 1.5


def set_by(setter: Setter, name: str, paragraphs: list[str], width: float) -> Page:
    out = OUT / (re.sub(r"\W+", "-", setter.name) + f"-{name}-{width:.0f}.pdf")
    shutil.rmtree(out.with_suffix(""), ignore_errors=True)
    out.with_suffix("").mkdir(parents=True)
    out.unlink(missing_ok=True)
    setter.sets(paragraphs, width, out)
    reader = [f"{PEERS}/python", f"{HERE}/lines_on_page.py", str(out), setter.font]
    page: Page = json.loads(subprocess.run(reader, capture_output=True, check=True).stdout)
    return page


def rows(name: str, paragraphs: list[str], width: float, chosen: list[Setter]) -> Iterator[str]:
    for setter in chosen:
        if shutil.which(setter.needs) is None:
            yield f"| {setter.name} | not installed | | | | | | | |"
            continue
        found = measured(set_by(setter, name, paragraphs, width), paragraphs, width)
        cells = (
            f"{found.count}",
            f"{found.loose / found.count:.1%}",
            f"{found.hyphens / found.count:.1%}",
            f"{found.ladder}",
            f"{found.spread:.2f}",
            f"{found.tightest:.2f}",
            f"{found.widest:.2f}",
            f"{found.rivers / found.count * 100:.1f}",
            f"{found.over}",
        )
        yield f"| {setter.name} | {' | '.join(cells)} |"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--widths", default="439,360,280,220", help="measures in points; A4 in the house theme is 439"
    )
    parser.add_argument("--only", default="", help="engines whose names hold one of these words, with commas")
    arguments = parser.parse_args()
    chosen = [
        each
        for each in SETTERS
        if not arguments.only or any(word in each.name for word in arguments.only.split(","))
    ]
    texts = {"seeds": seeds(), "workload": workload()}
    for width in map(float, arguments.widths.split(",")):
        for name, paragraphs in texts.items():
            print(f"\n### {width:g} points, {name}\n")
            print(f"| {' | '.join(COLUMNS)} |\n| --- |{' ---: |' * (len(COLUMNS) - 1)}")
            for row in rows(name, paragraphs, width, chosen):
                print(row, flush=True)


if __name__ == "__main__":
    main()
