"""What a part of the package refers to: pictures, addresses, other parts."""

from __future__ import annotations

from dataclasses import field

from briefgen.rendering.docx.markup import HEAD, RELATIONS, escaped
from briefgen.values import dataclass

_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A reference by its id within the part; `kind` is a URI, `external` an address outside the package."""

    id: str
    kind: str
    target: str
    external: bool = False


@dataclass(slots=True)
class Relations:
    """The relations of one part, each target but once."""

    prefix: str = "rId"
    _ids: dict[tuple[str, str, bool], str] = field(default_factory=dict)

    def to(self, kind: str, target: str, *, external: bool = False) -> str:
        """The id of the relation to `target`; `kind` is the last word of an officeDocument relation type."""
        key = (kind, target, external)
        return self._ids.setdefault(key, f"{self.prefix}{len(self._ids) + 1}")

    def all(self) -> list[Relation]:
        """Every relation, in the order of its first use."""
        return [
            Relation(
                id=given,
                kind=kind if "/" in kind else f"{RELATIONS}/{kind}",
                target=target,
                external=external,
            )
            for (kind, target, external), given in self._ids.items()
        ]

    def part(self) -> str:
        """The `.rels` part."""
        return (
            f'{HEAD}<Relationships xmlns="{_PACKAGE}">'
            + "".join(
                f'<Relationship Id="{one.id}" Type="{one.kind}" Target="{escaped(one.target)}"'
                + (' TargetMode="External"/>' if one.external else "/>")
                for one in self.all()
            )
            + "</Relationships>"
        )
