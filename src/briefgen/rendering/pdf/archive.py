"""What makes a PDF fit for archives: metadata (XMP), and the colour space that its colours are meant in.

Sources: ISO 19005-2 (PDF/A-2), ISO 14289-1 (PDF/UA-1), IEC 61966-2-1 (sRGB), ICC.1:2001-04 (profiles).
"""

from __future__ import annotations

import struct
from html import escape

from briefgen.model.document import Document
from briefgen.rendering.pdf.file import PdfFile, byte_string, text
from briefgen.rendering.pdf.typecase import clean

PRODUCER = "briefgen"

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
{authors}{subject}<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>{producer}</pdf:Producer><xmp:CreatorTool>{producer}</xmp:CreatorTool>
<xmp:CreateDate>{dated}</xmp:CreateDate><xmp:ModifyDate>{dated}</xmp:ModifyDate>
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file follows</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


_SUBJECT = '<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{}</rdf:li></rdf:Alt></dc:description>\n'


def write_metadata(file: PdfFile, document: Document) -> int:
    """Write the XMP packet; its number. Readers that know no PDF must find it, so it is not compressed."""
    authors = [escape(clean(author)) for author in document.authors]
    subject = escape(clean(document.subtitle))
    packet = _XMP.format(
        title=escape(clean(document.title)),
        authors=_sequence(authors),
        subject=_SUBJECT.format(subject) if subject else "",
        language=escape(document.language),
        producer=PRODUCER,
        dated=escape(document.dated),
    )
    number = file.take()
    file.write_encoded_stream(number, packet.encode(), "/Type/Metadata/Subtype/XML")
    return number


def write_info(file: PdfFile, document: Document) -> int:
    """Write the information dictionary, equal in content to the XMP packet; its number."""
    digits = "".join(char for char in document.dated if char.isdigit())
    dated = byte_string(f"D:{digits[:14]}Z")
    entries = f"/Title{text(clean(document.title))}"
    if document.authors:
        entries += f"/Author{text('; '.join(map(clean, document.authors)))}"
    if document.subtitle:
        entries += f"/Subject{text(clean(document.subtitle))}"
    return file.add(
        f"<<{entries}/Producer{text(PRODUCER)}/Creator{text(PRODUCER)}/CreationDate{dated}/ModDate{dated}>>"
    )


def write_output_intent(file: PdfFile) -> int:
    """Write the statement that all colours are sRGB; its number."""
    profile = file.add_stream(srgb_profile(), "/N 3")
    return file.add(
        "<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB IEC61966-2.1)"
        f"/DestOutputProfile {profile} 0 R>>"
    )


def srgb_profile() -> bytes:
    """A display profile for sRGB, with the curve of the standard at 1,024 points."""
    curve = struct.pack(">4s4xI1024H", b"curv", 1024, *(_linear(index / 1023) for index in range(1024)))
    words = b"sRGB IEC61966-2.1"
    description = struct.pack(f">4s4xI{len(words) + 1}s", b"desc", len(words) + 1, words) + bytes(78)
    tags = (
        (b"desc", description),
        (b"cprt", struct.pack(">4s4x16s", b"text", b"Public domain")),
        (b"wtpt", _xyz(0.9642, 1.0, 0.8249)),
        (b"rXYZ", _xyz(0.4360747, 0.2225045, 0.0139322)),
        (b"gXYZ", _xyz(0.3850649, 0.7168786, 0.0971045)),
        (b"bXYZ", _xyz(0.1430804, 0.0606169, 0.7141733)),
        (b"rTRC", curve),
    )
    table, data = b"", b""
    start = 128 + 4 + 12 * (len(tags) + 2)
    places: dict[bytes, tuple[int, int]] = {}
    for tag, content in tags:
        data += bytes(-len(data) % 4)
        places[tag] = (start + len(data), len(content))
        data += content
    places[b"gTRC"] = places[b"bTRC"] = places[b"rTRC"]
    for tag, (offset, size) in places.items():
        table += struct.pack(">4sII", tag, offset, size)
    body = struct.pack(">I", len(places)) + table + data
    header = struct.pack(
        ">I4xI4s4s4s6H4s24xI3i48x",
        128 + len(body),
        0x02100000,
        b"mntr",
        b"RGB ",
        b"XYZ ",
        *(2000, 1, 1, 0, 0, 0),
        b"acsp",
        0,
        *(round(value * 65536) for value in (0.9642, 1.0, 0.8249)),
    )
    return header + body


def _linear(value: float) -> int:
    linear = value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
    return round(linear * 65535)


def _xyz(x: float, y: float, z: float) -> bytes:
    return struct.pack(">4s4x3i", b"XYZ ", *(round(value * 65536) for value in (x, y, z)))


def _sequence(authors: list[str]) -> str:
    if not authors:
        return ""
    items = "".join(f"<rdf:li>{author}</rdf:li>" for author in authors)
    return f"<dc:creator><rdf:Seq>{items}</rdf:Seq></dc:creator>\n"
