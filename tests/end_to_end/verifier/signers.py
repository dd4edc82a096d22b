"""Who signed what: keys as the log registers and ends them, signatures, and what each signer had seen of the log."""
from hashlib import sha256

from chain import in_effect
from merkle import Tree, leaf_hash
from notes import signed_by

TYPE = b"application/vnd.asar.submission.v1+capnp"
MOST_AHEAD_MS = 2 * 60 * 1000
VALID_MOST_MS = 30 * 24 * 60 * 60 * 1000


def signed_bytes(header):
    return b"DSSEv1 %d %b %d %b" % (len(TYPE), TYPE, len(header), header)


def root_of(commands):
    return Tree([leaf_hash(command) for command in commands]).root()


class Signers:
    def __init__(self, tree, proposals, report):
        self.tree, self.proposals, self.report = tree, proposals, report
        self.ledger, self.demo, self.recorded_at = None, False, 0
        self.persons, self.ended = {}, set()  # by key
        self.submission_ids, self.saw_nothing, self.endorsed = set(), set(), set()

    def add(self, submission):
        if submission.index == 0:
            self.found(submission)
        else:
            self.judge(submission)
        header, index = submission.header, submission.index
        commands = [event.octets for event in submission.events]
        if header["count"] != len(commands) or header["commandsRoot"] != root_of(commands):
            self.report.add("BAD_SIGNATURE", "it was signed for other commands", index)
        self.expect(header["submission"] not in self.submission_ids, index, "its id was there before")
        self.submission_ids.add(header["submission"])
        self.judge_times(submission)
        for event in submission.events:
            self.judge_endorsement(event)
            done = in_effect(event, self.proposals)
            if done:
                self.change_keys(done, event)

    def found(self, submission):
        self.ledger = sha256(submission.octets).digest()[:16]
        event = submission.events[0] if len(submission.events) == 1 else None
        if event is None or event.kind != "ledgerFound":
            self.report.add("RULE_VIOLATION", "no founding", 0)
            return
        self.demo = event.body.get("demo", False)
        authorities = event.body["authorities"]
        for authority in authorities:
            self.persons[authority["key"]] = authority["person"]
        wanted = [authority["key"] for authority in authorities]
        self.expect([one["key"] for one in submission.signatures] == wanted, 0, "not signed by every authority")
        header = submission.header
        self.expect("ledger" not in header, 0, "a founding that names a ledger")
        self.expect(header["seen"] == {"size": 0, "root": self.tree.root(0)}, 0, "a founding that has seen a log")
        self.check_signatures(submission)

    def judge(self, submission):
        header, index = submission.header, submission.index
        key = header["key"]
        self.expect(header.get("ledger") == self.ledger, index, "it names another ledger")
        self.expect([one["key"] for one in submission.signatures] == [key], index, "not signed by its key alone")
        self.check_signatures(submission)
        enrolled = self.enrolled_key(submission)
        if enrolled:
            self.expect(enrolled == (key, header["person"]) and key not in self.persons, index, "a key not its own")
        else:
            self.expect(self.persons.get(key) == header["person"], index, "a key that is not that person's")
            self.expect(key not in self.ended, index, "a key that has ended")
        self.judge_seen(header, index)

    @staticmethod
    def enrolled_key(submission):
        if len(submission.events) == 1 and submission.events[0].kind == "keyRegister":
            body = submission.events[0].body
            if "enrolment" in body:
                return body["key"], body["person"]
        return None

    def judge_seen(self, header, index):
        seen = header["seen"]
        holds = seen["size"] <= index and self.tree.root(seen["size"]) == seen["root"]
        if not holds:
            self.report.add("FORK", f"its signer had seen another root at size {seen['size']}", index)
        if seen["size"] == 0:
            self.expect(header["key"] not in self.saw_nothing, index, "its key had seen nothing before, too")
            self.saw_nothing.add(header["key"])

    def judge_times(self, submission):
        header, recorded_at, index = submission.header, submission.recorded_at, submission.index
        signed_at, expires_at = header["signedAt"], header["expiresAt"]
        self.expect(signed_at <= recorded_at + MOST_AHEAD_MS, index, "signed in the future")
        self.expect(signed_at <= expires_at <= signed_at + VALID_MOST_MS, index, "valid for too long")
        self.expect(recorded_at <= expires_at, index, "expired")
        if self.demo:
            self.expect(recorded_at == max(signed_at, self.recorded_at), index, "not the time of a demonstration")
        self.recorded_at = recorded_at

    def check_signatures(self, submission):
        for one in submission.signatures:
            if not signed_by(one["key"], signed_bytes(submission.octets), one["signature"]):
                self.report.add("BAD_SIGNATURE", "a signature that does not hold", submission.index)

    def judge_endorsement(self, event):
        endorses = event.decision["endorses"]
        if event.kind != "endorse":
            self.expect(endorses == 0, event.index, "it endorses, and is no endorsement")
            return
        proposal = self.proposals.get(event.body["proposal"])
        holds = (proposal and proposal.index == endorses < event.index and endorses not in self.endorsed)
        self.expect(holds, event.index, "it endorses no open proposal")
        self.endorsed.add(endorses)

    def change_keys(self, done, event):
        body = done.body
        if done.kind in ("keyRegister", "keyRotate"):
            key = body["key"] if done.kind == "keyRegister" else body["newKey"]
            self.expect(key not in self.persons, event.index, "a key that was there before")
            message = b"asar/pop/v1" + (self.ledger or b"") + body["person"] + key
            self.expect(signed_by(key, message, body["possession"]), event.index, "possession is not proved")
            self.persons[key] = body["person"]
        if done.kind in ("keyRevoke", "keyRotate"):
            self.ended.add(body["key"] if done.kind == "keyRevoke" else body["oldKey"])

    def expect(self, holds, index, what):
        if not holds:
            self.report.add("RULE_VIOLATION", what, index)
