"""From bytes to submissions: every entry in its canonical spelling, at its place, with the hash of the one before."""
from dataclasses import dataclass, field

from capnp import Malformed, Message, UnknownKind
from merkle import leaf_hash

LAYOUT = 1
NO_HASH = bytes(32)


@dataclass
class Event:
    index: int
    leaf: bytes
    octets: bytes  # of the command
    command: dict
    decision: dict
    streams: list
    submission: "Submission" = None

    @property
    def kind(self):
        return self.command["which"]

    @property
    def body(self):
        return self.command[self.kind]


@dataclass
class Submission:
    index: int
    recorded_at: int
    octets: bytes  # of the header
    header: dict
    signatures: list
    events: list = field(default_factory=list)

    @property
    def imported(self):
        return self.header["assurance"] == "imported"


class Chain:
    def __init__(self, schema, entries, report):
        self.schema, self.report = schema, report
        self.leaves = [leaf_hash(entry) for entry in entries]
        self.submissions, self.proposals = [], {}  # proposals by their leaf hash
        self.recorded_at = 0
        for index, entry in enumerate(entries):
            try:
                self.add(index, entry)
            except Malformed as error:
                report.add("ENTRY_TAMPERED", str(error), index)
            except UnknownKind as error:
                report.leave_open(f"entry {index}: {error}")
                report.readable = False

    def add(self, index, octets):
        entry = Message(self.schema, "Entry", octets).value
        if entry["version"] != LAYOUT:
            raise UnknownKind(f"layout {entry['version']}")
        before = self.leaves[index - 1] if index else NO_HASH
        self.expect(entry["index"] == index, index, f"its index is {entry['index']}")
        self.expect(entry["previous"] == before, index, "previous is not the hash of the entry before")
        self.expect(entry["recordedAt"] >= self.recorded_at, index, "recorded before the entry before")
        self.recorded_at = entry["recordedAt"]
        if entry["which"] == "submission":
            self.add_submission(index, entry)
        else:
            self.add_event(index, entry)

    def add_submission(self, index, entry):
        body = entry["submission"]
        self.expect(not entry["streams"], index, "a submission in a stream")
        header = Message(self.schema, "Header", body["header"]).value
        self.submissions.append(Submission(index, entry["recordedAt"], body["header"], header, body["signatures"]))

    def add_event(self, index, entry):
        body = entry["event"]
        command = Message(self.schema, "Command", body["command"]).value
        event = Event(index, self.leaves[index], body["command"], command, body["decision"], entry["streams"])
        if event.decision["effect"] == "proposed":
            self.proposals[event.leaf] = event
        if not self.submissions:
            self.report.add("CHAIN_BROKEN", "an event before any submission", index)
            return
        event.submission = self.submissions[-1]
        event.submission.events.append(event)
        place = (body["submission"], body["ordinal"])
        wanted = (event.submission.index, index - event.submission.index - 1)
        self.expect(place == wanted, index, f"says it is {place}, and is {wanted}")
        self.expect(entry["recordedAt"] == event.submission.recorded_at, index, "another time than its submission's")

    def expect(self, holds, index, what):
        if not holds:
            self.report.add("CHAIN_BROKEN", what, index)


def in_effect(event, proposals):
    """The event that this one brings into effect: itself, the proposal whose leaf hash it endorses, or none."""
    if event.decision["effect"] != "effective":
        return None
    return proposals.get(event.body["proposal"]) if event.kind == "endorse" else event
