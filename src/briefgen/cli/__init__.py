"""The command line: a thin rim that parses, calls and prints. Each command is read when called."""

from __future__ import annotations

import gc
import sys
from contextlib import suppress
from errno import EPIPE
from importlib import import_module
from io import TextIOWrapper
from typing import Any

import click

from briefgen import __version__

COMMANDS = {
    "build": "Make briefs from outlines.",
    "check": "Say what is wrong or doubtful in a brief, without making it.",
    "diff": "What changed between two editions.",
    "draft": "Bring edited Word drafts back: pull, status, merge.",
    "editions": "List the editions of a brief.",
    "explain": "Explain a rule: why it is there, an example, the remedy.",
    "find": "Search the sources; prints passages ready to paste into the outline.",
    "init": "Make a new workspace that builds at once.",
    "prune": "Remove old editions.",
    "schedule": "Make briefs anew by the calendar.",
    "review": "Show a brief with every claim beside its source, in the browser.",
    "schema": "Print the outline's format as a JSON Schema.",
    "verify": "See whether an edition is what it was.",
    "watch": "Make a brief anew at every save.",
}

SELDOM = (50_000, 20, 100)
"""When Python looks for values that refer to one another in a circle: few here do, and looking takes time."""


class _LazyGroup(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command = import_module(f"briefgen.cli.{cmd_name}").command
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0]
        if not name.startswith("-") and name not in COMMANDS:
            from briefgen.text.did_you_mean import did_you_mean

            ctx.fail(f"No such command “{name}”; {did_you_mean(name, COMMANDS)}")
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command. Ctrl-C ends it without a word."""
        try:
            return self._told(ctx)
        except KeyboardInterrupt:
            from briefgen.cli.reporting import STOPPED

            sys.exit(STOPPED)

    def _told(self, ctx: click.Context) -> Any:
        """Run a command; what stops it from outside is told in a line, wherever it happens."""
        from briefgen.cli.reporting import WORLD_FAILED, fail
        from briefgen.world import WorldError

        gc.set_threshold(*SELDOM)
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, TextIOWrapper):
                # A terminal of another encoding shows a question mark for what it does not know.
                stream.reconfigure(errors="replace")
        try:
            return super().invoke(ctx)
        except WorldError as failure:
            fail(str(failure), WORLD_FAILED)

    def main(self, *args: Any, **options: Any) -> Any:
        """Run the program; a full disk behind what it prints is told, a reader who has gone away is not."""
        try:
            try:
                return super().main(*args, **options)
            finally:
                sys.stdout.flush()
        except OSError as failure:
            with suppress(OSError):
                sys.stdout.close()  # or Python would try to print once more at its end
            if failure.errno == EPIPE:
                sys.exit(1)
            from briefgen.cli.reporting import WORLD_FAILED, fail

            fail(f"cannot print: {failure.strerror or failure}", WORLD_FAILED)


@click.group(cls=_LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "-V", "--version", message="briefgen %(version)s")
def main() -> None:
    """Briefings in PDF and Word whose every footnote leads to exact words in a source.

    Exit codes: 0 done, or nothing to do; 1 findings at error level; 2 the input or the call is wrong;
    3 a person must decide; 4 the world failed (disk, network, lock); 130 stopped by Ctrl-C.
    """
