"""Range bookmarks, each with a number and a name of its own."""

from __future__ import annotations


class Bookmarks:
    """Hands out bookmarks; a name that was given before is not given again."""

    def __init__(self) -> None:
        self._given: set[str] = set()

    def pair(self, name: str) -> tuple[str, str]:
        """The markup of a bookmark's start and of its end; both empty where the name is taken."""
        if name in self._given:
            return "", ""
        self._given.add(name)
        number = len(self._given)
        return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>', f'<w:bookmarkEnd w:id="{number}"/>'
