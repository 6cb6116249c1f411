# mypy: ignore-errors
"""LibreOffice at work: run by a Python that has `uno`, with one JSON job on standard input.

A job is {"file": …, "save": …, "steps": [[name, argument, …], …]}; the answer is the text that LibreOffice
shows in the end, a list of paragraphs, cells by rows. This file is a program for a Python that knows no types
of `uno`, not a test.
"""

import contextlib
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time

import uno
from com.sun.star.beans import PropertyValue


def property_value(name, value):
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


def url(path):
    return uno.systemPathToFileUrl(str(pathlib.Path(path).resolve()))


@contextlib.contextmanager
def office(profile):
    pipe = f"briefgen{os.getpid()}"
    process = subprocess.Popen(
        [
            "soffice",
            "--headless",
            "--norestore",
            "--nolockcheck",
            f"-env:UserInstallation=file://{profile}",
            f"--accept=pipe,name={pipe};urp;",
        ],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={key: value for key, value in os.environ.items() if key not in ("URE_BOOTSTRAP", "PYTHONPATH")},
    )
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    started = time.time()
    while True:
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            break
        except Exception:
            if time.time() - started > 60:
                process.kill()
                raise
            time.sleep(0.1)
    time.sleep(2)  # the pipe answers before the filters are there
    desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    try:
        yield context, desktop
    finally:
        with contextlib.suppress(Exception):
            desktop.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()


class Writer:
    """One open text document, and what a person does with it."""

    def __init__(self, context, desktop, path):
        self.context = context
        hidden = (property_value("Hidden", True),)
        self.document = desktop.loadComponentFromURL(url(path), "_blank", 0, hidden)
        for _ in range(100):
            if getattr(self.document, "CurrentController", None) is not None:
                break
            time.sleep(0.1)

    def dispatch(self, command, **arguments):
        dispatcher = self.context.ServiceManager.createInstanceWithContext(
            "com.sun.star.frame.DispatchHelper", self.context
        )
        given = tuple(property_value(name, value) for name, value in arguments.items())
        frame = self.document.CurrentController.Frame
        dispatcher.executeDispatch(frame, f".uno:{command}", "", 0, given)

    def find(self, words):
        search = self.document.createSearchDescriptor()
        search.SearchString = words
        search.SearchCaseSensitive = True
        found = self.document.findFirst(search)
        last = found
        while found is not None:
            last, found = found, self.document.findNext(found.End, search)
        if last is None:
            raise SystemExit(f"LibreOffice does not find {words!r}")
        return last

    def select(self, words):
        found = self.find(words)
        self.document.CurrentController.select(found)
        return found

    def track(self, on):
        self.document.RecordChanges = bool(on)

    def retype(self, old, new):
        self.find(old).String = new

    def delete(self, words):
        """The whole paragraph, its end included."""
        cursor = self.find(words).Text.createTextCursorByRange(self.find(words).Start)
        cursor.gotoStartOfParagraph(False)
        if cursor.gotoNextParagraph(True):
            cursor.String = ""

    def insert_after(self, words, text, style=""):
        found = self.find(words)
        cursor = found.Text.createTextCursorByRange(found.End)
        cursor.gotoEndOfParagraph(False)
        found.Text.insertControlCharacter(cursor, 0, False)
        found.Text.insertString(cursor, text, False)
        if style:
            cursor.ParaStyleName = style

    def split(self, words):
        found = self.find(words)
        found.Text.insertControlCharacter(found.Start, 0, False)

    def join(self, words):
        """Join the paragraph that holds these words to the one before."""
        found = self.find(words)
        cursor = found.Text.createTextCursorByRange(found.Start)
        cursor.gotoStartOfParagraph(False)
        cursor.goLeft(1, True)
        cursor.String = " "

    def move(self, words, after):
        """Cut a paragraph and paste it after another, as with the mouse."""
        view = self.document.CurrentController.ViewCursor
        view.gotoRange(self.find(words).End, False)
        self.dispatch("GoToStartOfPara")
        self.dispatch("EndOfParaSel")
        self.dispatch("CharRightSel", Count=1, Select=True)
        self.dispatch("Cut")
        view.gotoRange(self.find(after).End, False)
        self.dispatch("GoToEndOfPara")
        self.dispatch("GoRight", Count=1, Select=False)
        self.dispatch("Paste")

    def bold(self, words):
        self.find(words).CharWeight = 150.0

    def italic(self, words):
        self.find(words).CharPosture = uno.Enum("com.sun.star.awt.FontSlant", "ITALIC")

    def note(self, words, text):
        found = self.find(words)
        note = self.document.createInstance("com.sun.star.text.Footnote")
        found.Text.insertTextContent(found.End, note, False)
        note.String = text

    def comment(self, words, text):
        found = self.find(words)
        annotation = self.document.createInstance("com.sun.star.text.textfield.Annotation")
        annotation.Content, annotation.Author = text, "Ann"
        found.Text.insertTextContent(found, annotation, True)

    def cell(self, table, name, text):
        self.document.TextTables.getByIndex(int(table)).getCellByName(name).String = text

    def row(self, table, *texts):
        """A new last row."""
        found = self.document.TextTables.getByIndex(int(table))
        found.Rows.insertByIndex(found.Rows.Count, 1)
        for column, text in enumerate(texts):
            found.getCellByPosition(column, found.Rows.Count - 1).String = text

    def accept_all(self):
        self.dispatch("AcceptAllTrackedChanges")

    def reject_all(self):
        self.dispatch("RejectAllTrackedChanges")

    def text(self):
        found = []
        for element in enumerated(self.document.Text):
            if element.supportsService("com.sun.star.text.TextTable"):
                for name in element.CellNames:
                    cell = element.getCellByName(name)
                    found.append(" ".join(shown(each) for each in enumerated(cell)))
            else:
                found.append(shown(element))
        return [line for line in found if line.strip()]

    def notes(self):
        notes = self.document.Footnotes
        return [notes.getByIndex(at).String for at in range(notes.Count)]


def enumerated(holder):
    each = holder.createEnumeration()
    while each.hasMoreElements():
        yield each.nextElement()


def shown(paragraph):
    """A paragraph's words without the numbers of its notes."""
    return "".join(portion.String for portion in enumerated(paragraph) if portion.TextPortionType == "Text")


def main():
    job = json.load(sys.stdin)
    with tempfile.TemporaryDirectory() as folder:
        profile = job.get("profile") or folder
        with office(profile) as (context, desktop):
            answers = []
            for each in job["files"]:
                writer = Writer(context, desktop, each["file"])
                for name, *arguments in each["steps"]:
                    getattr(writer, name)(*arguments)
                if each.get("save"):
                    filter_name = (property_value("FilterName", "MS Word 2007 XML"),)
                    writer.document.storeToURL(url(each["save"]), filter_name)
                answers.append({"text": writer.text(), "notes": writer.notes()})
                writer.document.close(True)
    json.dump(answers, sys.stdout)


if __name__ == "__main__":
    main()
