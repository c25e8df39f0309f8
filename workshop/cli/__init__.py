"""The command line: stdout is data, stderr is talk, and everything the screens do can be done here.

A command's module is imported when it is called and not before, so that `workshop --help` stays quick.
"""

import importlib
import os
import re
import shlex
import sys
from collections.abc import Sequence
from traceback import extract_tb
from typing import Any

import click

from workshop import __version__
from workshop.cli.passphrase import takes_passphrase_file
from workshop.errors import INTERRUPTED, OK, REFUSED, WorkshopError

COMMANDS: dict[str, tuple[str, str]] = {
    "new": ("workshop.cli.shelf", "Make a workshop and print its folder."),
    "list": ("workshop.cli.shelf", "List the workshops on the shelf."),
    "plans": ("workshop.cli.plans", "List the session plans, show or print one, and make and edit your own."),
    "sheet": ("workshop.cli.sheet", "Print a blank sheet to take notes on, from a plan."),
    "slips": ("workshop.cli.slips", "Print a slip for each person: number, what was agreed, whom to tell."),
    "run": ("workshop.cli.run", "Run a session: the clock, the agenda, and the line that takes what people say."),
    "display": ("workshop.cli.display", "Show the room what goes on, in large letters: for a second screen."),
    "carried": ("workshop.cli.carried", "Print what a session begins with: the question, the promises from before."),
    "clock": ("workshop.cli.clock", "Drive a session's clock and print how it stands."),
    "discard": ("workshop.cli.discard", "Throw away a session that was begun by mistake."),
    "timings": ("workshop.cli.timings", "Print what each activity was planned to take, and what it took."),
    "heard": ("workshop.cli.heard", "Print who has been heard in a session so far."),
    "capture": ("workshop.cli.capture", "Capture reflections from standard input, one a line."),
    "vote": ("workshop.cli.vote", "Take down votes for themes, or print what they came to."),
    "readback": ("workshop.cli.readback", "Read back to a group what was noted of it, and put it right."),
    "statement": ("workshop.cli.statement", "Make a statement, change one, or list those that there are."),
    "artwork": ("workshop.cli.artwork", "Show pictures to groups, and list what each group read in them."),
    "recommend": ("workshop.cli.recommend", "Say what should happen and what each side will do, and follow it up."),
    "form": ("workshop.cli.form", "Write a plan's questions as a form to send out."),
    "import": ("workshop.cli.importing", "Bring in a table, a transcript, a codebook or another workshop."),
    "participants": ("workshop.cli.participants", "Say who took part, by sticker and never by name, and who came and left."),
    "reflections": ("workshop.cli.reflections", "List the remarks, or find some of them."),
    "search": ("workshop.cli.search", "Find words, wherever they stand, in one workshop or in all."),
    "theme": ("workshop.cli.theme", "Work on the codebook: list its themes, add, describe, rename, merge, split, order."),
    "code": ("workshop.cli.code", "Say which themes a remark is about."),
    "agreement": ("workshop.cli.coders", "Say how far two coders agree."),
    "safeguarding": ("workshop.cli.safeguarding", "Put a remark aside for the safeguarding lead."),
    "compare": ("workshop.cli.compare", "Compare what two groups said."),
    "outcome": ("workshop.cli.outcome", "Print what each way of working came to: examples, places, promises."),
    "ratings": ("workshop.cli.ratings", "Print the points that each group gave, and how far apart they are."),
    "thresholds": ("workshop.cli.thresholds", "Print the numbers behind the labels, or change them."),
    "answerback": ("workshop.cli.answerback", "Take contested statements back to those who made them."),
    "check": ("workshop.cli.check", "Look through a report for what may point at somebody."),
    "watch": ("workshop.cli.watch", "Keep a list of names that must not go out unnoticed."),
    "paraphrase": ("workshop.cli.paraphrase", "Say a remark in other words, or list those that wait for it."),
    "rule": ("workshop.cli.rule", "Say whether the room chose the Chatham House Rule."),
    "export": ("workshop.cli.export", "Write the report, for your working group or for others."),
    "ownwords": ("workshop.cli.ownwords", "Write what is kept of one person, for that person."),
    "exports": ("workshop.cli.exports", "List the reports that were written."),
    "consent": ("workshop.cli.consent", "Take down what people agreed to, or list it."),
    "withdraw": ("workshop.cli.withdraw", "Take back all that a person said, for good."),
    "strike": ("workshop.cli.withdraw", "Take back one remark, for good."),
    "edit": ("workshop.cli.history", "Change a reflection."),
    "undo": ("workshop.cli.undo", "Undo what was done last on this computer."),
    "redo": ("workshop.cli.undo", "Take the last undo on this computer back."),
    "history": ("workshop.cli.history", "Print every version of a reflection."),
    "conflicts": ("workshop.cli.history", "List what was edited in two places at once."),
    "choose": ("workshop.cli.history", "Make one version the only one that counts."),
    "merge": ("workshop.cli.merge", "Take what another copy of the workshop has."),
    "bundle": ("workshop.cli.bundle", "Write the whole workshop into one zip."),
    "backup": ("workshop.cli.backup", "Copy the workshop to a second place."),
    "restore": ("workshop.cli.backup", "Put a workshop back on the shelf from a backup or a bundle."),
    "lock": ("workshop.cli.lock", "Lock a workshop with a passphrase."),
    "unlock": ("workshop.cli.lock", "Take the lock off a workshop for good."),
    "passphrase": ("workshop.cli.lock", "Change the passphrase of a locked workshop."),
    "verify": ("workshop.cli.verify", "Say what is whole and what isn't."),
    "rename": ("workshop.cli.house", "Give a workshop another title."),
    "keep": ("workshop.cli.house", "Say until when a workshop may be kept."),
    "archive": ("workshop.cli.house", "Take a workshop off the list of current ones."),
    "unarchive": ("workshop.cli.house", "Put a workshop back on the list."),
    "takeaway": ("workshop.cli.house", "Leave a borrowed laptop: copy the workshop to a stick."),
    "delete": ("workshop.cli.house", "Overwrite a workshop and remove it."),
    "demo": ("workshop.cli.demo", "Look around the example workshop."),
    "guide": ("workshop.cli.guide", "Print a page for who leads, who types or who organises, or what the words mean."),
    "colours": ("workshop.cli.colours", "Say which colours the screens have: dark, light or high contrast."),
    "keys": ("workshop.cli.keys", "Print the keys of every screen, and what each does."),
}
"""Each command's module and its line in the help; the function in the module is named after the command (`import_` for import)."""


SECTIONS: dict[str, tuple[str, ...]] = {
    "Begin": ("demo", "new", "list", "plans", "sheet", "slips", "guide", "keys", "colours"),
    "Sessions": (
        "run",
        "display",
        "carried",
        "clock",
        "discard",
        "timings",
        "heard",
        "capture",
        "vote",
        "readback",
        "statement",
        "artwork",
        "form",
        "import",
        "edit",
        "undo",
        "redo",
        "history",
    ),
    "People and themes": ("participants", "reflections", "search", "theme", "code", "agreement"),
    "Findings": ("compare", "outcome", "ratings", "thresholds", "answerback", "recommend", "export", "exports"),
    "Before a report goes out": ("check", "watch", "paraphrase", "rule"),
    "Consent, and taking words back": ("consent", "ownwords", "withdraw", "strike", "safeguarding"),
    "Several laptops": ("merge", "conflicts", "choose", "bundle", "backup", "restore", "takeaway"),
    "Keeping house": ("verify", "lock", "unlock", "passphrase", "rename", "keep", "archive", "unarchive", "delete"),
}
"""The commands as the help shows them, in the order in which a person meets them."""


NAMED = "workshop.named"
"""Under which click keeps, for one call, the workshop as it was typed."""
_NO_NAME = re.compile(r"\b(workshop [a-z]+) WORKSHOP\b")


class Commands(click.Group):
    """The group of all commands, which loads one when it is asked for and knows the summaries without loading any."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click's signature
        """The names, in the order of the help."""
        return [name for names in SECTIONS.values() for name in names]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  # click's signature
        """Load one command, or None where there is none of this name."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(COMMANDS[cmd_name][0])
        command: click.Command = getattr(module, f"{cmd_name}_" if cmd_name == "import" else f"{cmd_name}_command")
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; the cure of an error names the workshop as it was typed, so that it can be copied."""
        try:
            return super().invoke(ctx)
        except WorkshopError as error:
            if named := ctx.meta.get(NAMED):
                error.cure = _NO_NAME.sub(lambda found: f"{found[1]} {shlex.quote(named)}", error.cure)
            raise

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002  # click's signature
        """Write the table of commands from the summaries alone."""
        for title, names in SECTIONS.items():
            with formatter.section(title):
                formatter.write_dl([(name, COMMANDS[name][1]) for name in names])


@click.group(cls=Commands, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="workshop", message="%(prog)s %(version)s")
@click.option("--home", metavar="FOLDER", help="Where your workshops stand (or set WORKSHOP_HOME).")
@takes_passphrase_file
@click.pass_context
def root(ctx: click.Context, home: str | None) -> None:
    """Run timed workshop sessions, capture what people say, and compare honestly what parents and practitioners said.

    Without a command it opens the shelf: your workshops, a new one, the example.
    """
    ctx.obj = home
    if ctx.invoked_subcommand is None:
        module = importlib.import_module("workshop.cli.looking")
        ctx.exit(module.open_shelf(home))


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code; the one funnel from every error to words on stderr."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a pipe on Windows would else refuse any word outside its code page
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        result = root.main(args=None if arguments is None else list(arguments), prog_name="workshop", standalone_mode=False)
    except click.exceptions.Exit as leaving:
        return leaving.exit_code
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # whoever read our output has gone: nothing to say it to
        return OK
    except (click.Abort, KeyboardInterrupt):
        click.echo("Stopped.", err=True)
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001  # the last net: people's words must not reach the terminal in a traceback
        click.echo(_words(error), err=True)
        return REFUSED
    return result if isinstance(result, int) else OK


def _words(error: Exception) -> str:
    """What a person reads of an error: its own words where it is ours or the system's, else where in the program it happened."""
    if isinstance(error, WorkshopError):
        return str(error)
    if isinstance(error, OSError):
        return f"{error.strerror or error}: {error.filename}" if error.filename else str(error.strerror or error)
    last = extract_tb(error.__traceback__)[-1]
    place = f"{os.path.basename(last.filename)}:{last.lineno}"  # noqa: PTH119  # a name, no file
    return f"Something went wrong inside workshop ({type(error).__name__} at {place}). What was saved is safe."
