"""Holds calls of gcloud against the parser of the installed one, and makes none of them.

Standard input has a call a line, each word in brackets: [gcloud][pubsub][topics][create][t].
Ends with 1 and says what the parser says if one of them is refused.
"""

import sys

from googlecloudsdk import gcloud_main
from googlecloudsdk.calliope import backend


class Accepted(Exception):
    """The parser took the call."""


def take(self, cli, args):
    raise Accepted()


def is_accepted(cli, words):
    """True if the parser takes it; else it has said why."""
    try:
        cli.Execute(words)
    except Accepted:
        return True
    except SystemExit:
        pass
    return False


def main():
    calls = sorted({line.strip() for line in sys.stdin if line.startswith("[gcloud]")})
    if not calls:
        sys.exit("no call of gcloud on standard input")
    backend.Command.Run = take
    cli = gcloud_main.CreateCLI([])
    refused = [call for call in calls if not is_accepted(cli, call[1:-1].split("][")[1:])]
    print(f"{len(calls) - len(refused)} of {len(calls)} calls are accepted")
    for call in refused:
        print(f"refused: {call}", file=sys.stderr)
    sys.exit(1 if refused else 0)


main()
