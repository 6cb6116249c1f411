"""The mappings of a source register."""

from __future__ import annotations

from briefgen.outline.format.shape import Shape, key

REGISTER = Shape(
    name="register",
    article="a source register",
    means="The sources that briefs may cite.",
    keys=(key("sources", "by-name", "Sources by id.", required=True, of="source"),),
)

SOURCE = Shape(
    name="source",
    article="a source",
    means="One source, in the names of CSL. What is unknown is left out and prints “not captured”.",
    keys=(
        key(
            "file",
            "path",
            "The file as captured, relative to the register: .txt, .md, .html, .docx, .csv, .tsv, or .pdf, "
            "for which briefgen is installed with the extra pdf-sources.",
            required=True,
        ),
        key(
            "type",
            "text",
            "The CSL type: webpage, post-weblog, article-newspaper, report, book, interview …",
            required=True,
        ),
        key("title", "text", "The title.", required=True),
        key("short-title", "text", "The title in later notes."),
        key(
            "authors",
            "list",
            "Authors: “Family, Given”, or the name of a body; one with a comma stands in braces, "
            "“{Ministry of Health, Registry}”.",
            of="text",
        ),
        key("issued", "date", "When it was published."),
        key("accessed", "date", "When it was captured."),
        key("publisher", "text", "The publisher."),
        key("container-title", "text", "The site, journal or book that it appeared in."),
        key("url", "text", "Its address."),
        key("language", "language", "Its language, as a BCP 47 tag; its figures are read by it."),
        key("reliability", "mapping", "The source's grade, A to F, and why.", of="grade"),
        key("descriptor", "text", "A phrase that tells the reader what kind of source this is."),
        key("exclude", "list", "Regions that may not be cited.", of="exclusion"),
        key("corrects", "list", "Known errors in it, and what is right.", of="correction"),
        key("remark", "text", "What a reader should bear in mind."),
    ),
)

EXCLUSION = Shape(
    name="exclusion",
    article="an excluded region",
    means="Words of the capture that are not the source's own text: navigation, comments, adverts.",
    keys=(
        key("from", "text", "The region's first words, or “start”.", required=True),
        key("to", "text", "Its last words, or “end”; left out, the region is the words of `from` alone."),
        key("because", "text", "What the region is.", required=True),
    ),
)

CORRECTION = Shape(
    name="correction",
    article="a correction",
    means="A known error in a source.",
    keys=(
        key("says", "text", "What the source says.", required=True),
        key("remark", "text", "What is right, or why it is doubtful.", required=True),
    ),
)
