"""The structure tree: what each piece of the pages is, for assistive technology (ISO 14289-1, PDF/UA).

An element is made when its block is laid out, so that the tree stands in reading order, gathers what is
painted for it, and is written and forgotten as soon as its block is complete.
"""

from __future__ import annotations

from briefgen.rendering.pdf.file import PdfFile, byte_string

_KEYS_A_NODE = 256


class Element:
    """A node of the tree. `entries` are those of its dictionary besides kind, parent and children."""

    __slots__ = ("children", "entries", "kids", "number", "page", "parent", "tag")

    def __init__(self, number: int, tag: str, parent: int, entries: str) -> None:
        self.number = number
        self.tag = tag
        self.parent = parent
        self.entries = entries
        self.page = 0
        self.kids: list[str] = []
        self.children: list[Element] = []


class PageContents:
    """The marked contents of one page: which element each belongs to, by its number on the page."""

    __slots__ = ("key", "owners", "page")

    def __init__(self, page: int, key: int) -> None:
        self.page = page
        self.key = key
        self.owners: list[int] = []


class StructureTree:
    """The tree of one document, written as it grows."""

    def __init__(self, file: PdfFile) -> None:
        self._file = file
        self._root = file.take()
        self.document = Element(file.take(), "Document", self._root, "")
        self._keys: list[tuple[int, int]] = []
        self._names: dict[str, int] = {}

    def element(self, tag: str, parent: Element, entries: str = "") -> Element:
        """A new last child of `parent`, closed with it."""
        made = self.apart(tag, parent, entries)
        parent.children.append(made)
        return made

    def apart(self, tag: str, parent: Element, entries: str = "") -> Element:
        """A new last child of `parent` that has to be closed by itself."""
        made = Element(self._file.take(), tag, parent.number, entries)
        parent.kids.append(f"{made.number} 0 R")
        return made

    def named(self, element: Element, name: str) -> None:
        """Give an element an identifier, as notes must have."""
        element.entries += f"/ID{byte_string(name)}"
        self._names[name] = element.number

    def open_page(self, page: int) -> PageContents:
        """The contents of the page object of that number, which has to name the key they come with."""
        key = len(self._keys)
        self._keys.append((key, 0))
        return PageContents(page, key)

    def close_page(self, contents: PageContents) -> None:
        """All contents of the page are known."""
        owners = " ".join(f"{owner} 0 R" for owner in contents.owners)
        self._keys[contents.key] = (contents.key, self._file.add(f"[{owners}]"))

    def content(self, element: Element, contents: PageContents) -> int:
        """A number for marked content on a page that belongs to the element."""
        number = len(contents.owners)
        contents.owners.append(element.number)
        if not element.page:
            element.page = contents.page
        if element.page == contents.page:
            element.kids.append(str(number))
        else:
            element.kids.append(f"<</Type/MCR/MCID {number}/Pg {contents.page} 0 R>>")
        return number

    def annotation(self, element: Element, annotation: int, contents: PageContents) -> int:
        """The key that the annotation object of that number must carry to belong to the element."""
        element.kids.append(f"<</Type/OBJR/Obj {annotation} 0 R/Pg {contents.page} 0 R>>")
        key = len(self._keys)
        self._keys.append((key, element.number))
        return key

    def close(self, element: Element) -> None:
        """Write an element and all below it; nothing more will be added to them."""
        for child in element.children:
            self.close(child)
        element.children.clear()
        page = f"/Pg {element.page} 0 R" if element.page else ""
        self._file.write(
            element.number,
            f"<</Type/StructElem/S/{element.tag}/P {element.parent} 0 R{page}{element.entries}"
            f"/K[{' '.join(element.kids)}]>>",
        )

    def finish(self) -> int:
        """Write what is left; the number of the tree's root."""
        self.close(self.document)
        names = "".join(f"{byte_string(name)}{number} 0 R" for name, number in sorted(self._names.items()))
        nodes = []
        for start in range(0, len(self._keys), _KEYS_A_NODE):
            keys = self._keys[start : start + _KEYS_A_NODE]
            entries = " ".join(f"{key} {number} 0 R" for key, number in keys)
            nodes.append(self._file.add(f"<</Limits[{keys[0][0]} {keys[-1][0]}]/Nums[{entries}]>>"))
        kids = " ".join(f"{node} 0 R" for node in nodes)
        parents = self._file.add(f"<</Kids[{kids}]>>")
        ids = self._file.add(f"<</Names[{names}]>>")
        self._file.write(
            self._root,
            f"<</Type/StructTreeRoot/K {self.document.number} 0 R/ParentTree {parents} 0 R"
            f"/ParentTreeNextKey {len(self._keys)}/IDTree {ids} 0 R>>",
        )
        return self._root
