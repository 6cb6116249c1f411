// The brief by the npm package docx, with real footnotes.
const fs = require("fs");
const path = require("path");
const { Document, Packer, Paragraph, TextRun, FootnoteReferenceRun, Table, TableRow, TableCell, HeadingLevel } =
  require(path.join(__dirname, "..", "made", "node_modules", "docx"));

const [folder, out] = process.argv.slice(2);
const sections = JSON.parse(fs.readFileSync(path.join(folder, "brief.json"), "utf8"));
const footnotes = {};
const children = [];
let number = 0;
for (const section of sections) {
  children.push(new Paragraph({ text: section.title, heading: HeadingLevel.HEADING_1 }));
  for (const runs of section.paragraphs) {
    children.push(new Paragraph({
      children: runs.map(([kind, text]) => {
        if (kind !== "note") return new TextRun({ text, bold: kind === "strong" });
        footnotes[++number] = { children: [new Paragraph(section.notes[text])] };
        return new FootnoteReferenceRun(number);
      }),
    }));
  }
  const rows = [section.header, ...section.rows];
  children.push(new Table({
    rows: rows.map((row) => new TableRow({
      children: row.map((text) => new TableCell({ children: [new Paragraph(text)] })),
    })),
  }));
}
Packer.toBuffer(new Document({ footnotes, sections: [{ children }] })).then((data) => fs.writeFileSync(out, data));
