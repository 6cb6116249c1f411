"""Tables: a header row that repeats, rows that stay whole, columns as wide as their words ask for."""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.model.document import Cell, Table, plain
from briefgen.rendering.docx.inlines import Words
from briefgen.rendering.docx.markup import escaped, twips
from briefgen.rendering.docx.roles import StyleIds

_EM = 0.56
"""The width of a character of running text, in font sizes."""

_PADDING = 12.0
"""Points that a cell adds to its words."""

_WIDEST = 40
"""Characters on a line beyond which a cell's words are better broken."""


def table_markup(
    table: Table,
    words: Words,
    styles: StyleIds,
    *,
    width: float,
    indent: float,
    size: float,
    bookmarks: tuple[str, str],
) -> str:
    """A table `width` points wide; `size` is that of its letters, `bookmarks` go around its first words."""
    widths = [twips(one) for one in column_widths(table, width, size)]
    rows = (
        [_row(table, table.header, widths, words, styles.table_header, "<w:tblHeader/>")]
        if table.header
        else []
    )
    rows += [_row(table, cells, widths, words, styles.table_cell, "") for cells in table.rows]
    first = "1" if table.row_headers else "0"
    look = 0x0600 | (0x0020 if table.header else 0) | (0x0080 if table.row_headers else 0)
    caption = escaped(plain(table.caption))
    start, end = bookmarks
    markup = (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{styles.table}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblInd w:w="{twips(indent)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:val="{look:04X}" w:firstRow="{int(bool(table.header))}" w:lastRow="0"'
        f' w:firstColumn="{first}" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        + (f'<w:tblCaption w:val="{caption}"/>' if caption else "")
        + "</w:tblPr><w:tblGrid>"
        + "".join(f'<w:gridCol w:w="{one}"/>' for one in widths)
        + f"</w:tblGrid>{''.join(rows)}</w:tbl>"
    )
    head, separator, tail = markup.partition("</w:pPr>")
    inner, close, rest = tail.partition("</w:p>")
    return f"{head}{separator}{start}{inner}{end}{close}{rest}"


def _row(
    table: Table, cells: Sequence[Cell], widths: Sequence[int], words: Words, style: str, properties: str
) -> str:
    written = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="{style}"/>'
        + (f'<w:jc w:val="{column.align}"/>' if column.align != "left" else "")
        + f"</w:pPr>{words.runs(cell.inlines)}</w:p></w:tc>"
        for cell, column, width in zip(cells, table.columns, widths, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{properties}</w:trPr>{written}</w:tr>"


def column_widths(table: Table, width: float, size: float) -> list[float]:
    """Widths in points that add up to `width`.

    Weighted columns share the width by weight. The others get what their longest cell asks for on one line,
    within reason, and are squeezed in proportion, but not below their longest word, where that is too much.
    """
    weights = [column.weight for column in table.columns]
    wishes, needs = [], []
    for index in range(len(weights)):
        texts = [plain(row[index].inlines) for row in (table.header, *table.rows) if index < len(row)]
        longest = max((len(text) for text in texts), default=0)
        word = max((len(word) for text in texts for word in text.split()), default=0)
        wishes.append(min(longest, _WIDEST) * _EM * size + _PADDING)
        needs.append(min(word, _WIDEST) * _EM * size + _PADDING)
    free = [index for index, weight in enumerate(weights) if weight <= 0]
    if len(free) == len(weights):
        return _shared(wishes, needs, width)
    fitted = _shared(
        [wishes[i] for i in free], [needs[i] for i in free], min(sum(wishes[i] for i in free), width * 0.6)
    )
    rest = width - sum(fitted)
    total = sum(weight for weight in weights if weight > 0)
    fit = iter(fitted)
    return [rest * weight / total if weight > 0 else next(fit) for weight in weights]


def _shared(wishes: Sequence[float], needs: Sequence[float], width: float) -> list[float]:
    asked, needed = sum(wishes), sum(needs)
    if not asked:
        return []
    if asked <= width or needed >= width:
        base = wishes if asked <= width else needs
        return [one * width / sum(base) for one in base]
    slack = (width - needed) / (asked - needed)
    return [need + (wish - need) * slack for wish, need in zip(wishes, needs, strict=True)]
