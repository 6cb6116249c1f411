"""Rules on files that are made, and on drafts that come back."""

from __future__ import annotations

from briefgen.checking.catalogue.rule_text import RuleText, fixed
from briefgen.diagnostics import Severity


def _warning(code: str, title: str, why: str, example: str, remedy: str) -> RuleText:
    return RuleText(
        code=code, severity=Severity.WARNING, title=title, why=why, example=example, remedy=remedy
    )


RULES = (
    fixed(
        "DR101",
        "Not a .docx",
        "Drafts come back as Word files.",
        "a .doc, a zip archive, an empty file",
        "Give the Word file that came back; save older formats as .docx.",
    ),
    fixed(
        "DR102",
        "An encrypted draft",
        "What cannot be read cannot be merged.",
        "a file saved with a password",
        "Save it without one.",
    ),
    fixed(
        "DR103",
        "A truncated draft",
        "The file ends before its list of parts.",
        "a download that broke off",
        "Copy it again from where it was saved.",
    ),
    fixed(
        "DR104",
        "A draft that unpacks to far more than a draft",
        "A few kilobytes can unpack to gigabytes.",
        "a zip bomb",
        "Do not trust the file; ask where it comes from.",
    ),
    fixed(
        "DR105",
        "A draft with entities of its own",
        "Entities can reach other files. No Word file needs them.",
        "<!DOCTYPE …>",
        "Do not trust the file; ask where it comes from.",
    ),
    fixed(
        "DR106",
        "A broken draft",
        "A part of the file is no XML, or is missing.",
        "a file mended by hand",
        "Open it in Word, save it again, and pull the new file.",
    ),
    fixed(
        "DR107",
        "An OpenDocument text",
        "It was renamed, not converted.",
        "brief.odt renamed to brief.docx",
        "Save it as Word (.docx) in the program that wrote it.",
    ),
    fixed(
        "DR108",
        "A draft of another brief",
        "Its edits belong elsewhere.",
        "the draft of one brief beside the outline of another",
        "Pull it beside the outline that it was made from.",
    ),
    fixed(
        "DR109",
        "A draft of another edition",
        "It would be merged from the wrong starting point.",
        "an old draft with a base of today",
        "Name the edition that it was made from with --edition.",
    ),
    _warning(
        "DR111",
        "A draft whose memory of its base cannot be used",
        "The edition's own record stands in, or that of the latest edition where the file tells of none.",
        "a file saved by an online editor",
        "See that the edits listed are those that were made; if not, name its edition with --edition.",
    ),
    _warning(
        "DR110",
        "A draft whose bookmarks are gone",
        "Blocks are then told by their likeness alone.",
        "text copied into a new file",
        "See that the edits listed are those that were made.",
    ),
    fixed(
        "DR112",
        "An outline without sections",
        "There is nowhere to write to.",
        "sections: []",
        "Add the sections.",
    ),
    fixed(
        "DR113",
        "An outline that could not be written safely",
        "The new text did not read as it was meant; nothing was written.",
        "very unusual YAML",
        "Please report the draft.",
    ),
    fixed(
        "DR114",
        "A draft without its base",
        "Neither the file nor the archive holds what it was made from.",
        "the draft of an edition that was removed",
        "Name its brief with --outline and its edition with --edition; these must be at hand.",
    ),
    fixed(
        "DR115",
        "A draft without any of the brief's sections",
        "Pulled, it would leave an outline that is no brief.",
        "an empty file saved under the draft's name",
        "See that it is the file that is meant; to begin anew, edit the outline.",
    ),
    _warning(
        "DR120",
        "Words of a template that become literal",
        "The draft changed what a template or a figure wrote; it no longer follows them.",
        "a number corrected in Word that the outline computes",
        "Correct the figure or template instead, if it should go on following.",
    ),
    _warning(
        "DR121",
        "A judgement that was split",
        "Likelihood and confidence were given to one sentence; the draft made two of it.",
        "a paragraph end typed into a judgement",
        "Give the second sentence a likelihood of its own, or join them again.",
    ),
    fixed(
        "DR130",
        "A remark without words",
        "What readers wrote is kept beside the outline; an entry there is a comment or a change.",
        "an author and a date alone",
        "Write what was said, or delete the entry.",
    ),
    _warning(
        "HT101",
        "A figure that the review page shows as words",
        "Its data cannot be drawn.",
        "a timeline with a date that is none",
        "Mend the data that the message names.",
    ),
    _warning(
        "PD101",
        "A character that no font has",
        "It would print as a box.",
        "Hangul in a theme without a Korean font",
        "Name a font that has it under fallback in the theme.",
    ),
    _warning(
        "PD102",
        "A mark without its note",
        "The document is at odds with itself.",
        "a mark to a note that is gone",
        "Please report it.",
    ),
    _warning(
        "PD103",
        "A link within the brief that leads nowhere",
        "No block has that id.",
        "[see](#tabel)",
        "Correct the id.",
    ),
    _warning(
        "PD104",
        "A link of an unsafe kind",
        "Links lead to http, https and mailto addresses.",
        "javascript:",
        "Use a full address.",
    ),
    _warning(
        "PD105",
        "A note without a mark",
        "The document is at odds with itself.",
        "a note that no mark names",
        "Please report it.",
    ),
    _warning(
        "PD106",
        "A figure that cannot be drawn",
        "Its picture or data cannot be read; its words stand instead.",
        "a broken PNG",
        "Mend the file.",
    ),
    fixed(
        "TH101",
        "An unknown key of a theme",
        "A misspelt key would do nothing, unnoticed.",
        "bodi:",
        "Use the name offered.",
    ),
    fixed(
        "TH102",
        "A value that a theme cannot have",
        "Sizes, colours and fonts are read strictly.",
        "size: big",
        "Write what the message names.",
    ),
    _warning(
        "WD101",
        "A mark without its note, in Word",
        "The document is at odds with itself.",
        "a mark to a note that is gone",
        "Please report it.",
    ),
    _warning(
        "WD102",
        "A link that Word gets as plain words",
        "Links lead to http, https and mailto addresses, and to blocks.",
        "javascript:",
        "Use a full address.",
    ),
    _warning(
        "WD103", "A picture that cannot be read", "Its words stand instead.", "a broken PNG", "Mend the file."
    ),
    _warning(
        "WD104",
        "A font that Word cannot carry",
        "Its maker lets it be printed, and not written with.",
        "a font for preview and print only",
        "Choose another font, or set `embed-in-word: no` in the theme.",
    ),
    fixed(
        "WD201",
        "A Word template that cannot be used",
        "It is no Word file, or a broken one.",
        "reference: notes.txt",
        "Give a .docx or .dotx.",
    ),
    fixed(
        "WD202",
        "An unknown role of text",
        "Styles are given by role.",
        "styles: {bodi: Normal}",
        "Use the role offered.",
    ),
    fixed(
        "WD203",
        "A style that the Word template lacks",
        "The text of that role could not be set.",
        "styles: {quotation: House Quote}",
        "Correct the style's name, or add it to the template.",
    ),
)
