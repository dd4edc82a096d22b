"""Completeness: which streams an entry belongs to, and that each stream counts all of its entries."""
from chain import in_effect

REGION = 16
# What a subject of the first version belongs to, by the kind that opens it; fields that are streams of their own.
FIRST_VERSION = {
    "projectStart": ("project", ("organisation", "programme", "region")),
    "activitySchedule": ("activity", ("project", "organisation", "programme", "region")),
    "shiftOpen": ("shift", ("activity", "project", "organisation", "programme", "region")),
    "hoursClaim": ("hours", ("volunteer", "activity", "project", "organisation", "programme", "region")),
    "grantAward": ("grant", ("funder", "grantee", "programme", "region")),
    "awardNominate": ("award", ("nominee", "organisation")),
}


class Streams:
    def __init__(self, schema, proposals, report):
        self.schema, self.proposals, self.report = schema, proposals, report
        self.names = {name for names in schema.streams.values() for name in names}
        self.heads = {}  # stream -> (version, position)
        self.owners = {}  # subject -> streams by name
        self.opened = {kind for kind in schema.streams if kind in FIRST_VERSION or self.opens_later(kind)}

    def opens_later(self, kind):
        note = self.schema.structs["Command"].of(kind).notes["kind"]
        return "since =" in note and "from =" not in note and "to =" in note

    def add(self, submission):
        before = {expected["stream"]: self.heads.get(expected["stream"], (0, 0))[0]
                  for event in submission.events for expected in event.command["expects"]}
        for event in submission.events:
            for expected in event.command["expects"]:
                if before[expected["stream"]] != expected["version"]:
                    self.report.add("RULE_VIOLATION", "its signer expected another version of a stream", event.index)
            self.judge(event)
            done = in_effect(event, self.proposals)
            if done:
                self.open(done)

    def judge(self, event):
        subject = event
        if event.kind == "endorse":
            subject = self.proposals.get(event.body["proposal"])
        wanted = self.streams_of(subject) if subject else []
        named = [one["stream"] for one in event.streams]
        if named != wanted:
            self.report.add("CHAIN_BROKEN", f"other streams than those of {event.kind}", event.index)
        for one in event.streams:
            version, position = self.heads.get(one["stream"], (0, 0))
            if (one["version"], one["previous"]) != (version + 1, position):
                self.report.add("CHAIN_BROKEN", f"version {one['version']} of a stream at {version}", event.index)
            self.heads[one["stream"]] = (version + 1, event.index)

    def streams_of(self, event):
        found = (self.stream(event, name) for name in self.schema.streams[event.kind])
        return list(dict.fromkeys(stream for stream in found if stream))

    def stream(self, event, name):
        """The subject itself where the command names it, else what its subjects belong to, the last field's first."""
        if name in event.body:
            return as_stream(event.body[name])
        for field in reversed(self.schema.structs[self.schema.structs["Command"].of(event.kind).type].fields):
            if "of" in field.notes:  # only mentioned
                continue
            value = event.body.get(field.name)
            if field.name in self.names and isinstance(value, bytes) and name in self.owners.get(value, {}):
                return self.owners[value][name]
        return None

    def open(self, event):
        if event.kind not in self.opened:
            return
        primary, *others = self.schema.streams[event.kind]
        if event.kind in FIRST_VERSION:
            primary, others = FIRST_VERSION[event.kind]
        owned = {name: self.stream(event, name) for name in others}
        self.owners.setdefault(event.body[primary], {name: stream for name, stream in owned.items() if stream})


def as_stream(value):
    return value.encode().ljust(REGION, b"\0") if isinstance(value, str) else value
