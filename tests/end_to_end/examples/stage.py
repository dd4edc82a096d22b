"""The ledgers in which examples are played. Each example has its own, a copy of the one it comes after: so all keep the
ids they are printed with, and what excludes each other never meets.
"""
import shutil

from asar_program import Asar, Person, Refused

from examples.needs import AFTER, BEGUN, BESIDES, HOW, OTHERWISE, PROGRAM, Step

TAKEN = "recorded"
REFUSED = (1, 5, 6, 7)  # by a rule, not there, a conflict, nobody's right; a wrong call would be 2
NOON = "2026-03-01T13:00:00+05:00"  # the examples tell what happened that morning

# How the sentence begins in which an example says who may send it, and who of the stage that is.
SENDERS = {"authority": "authority", "organisation officer or authority": "authority", "the second person": "authority",
           "front-office clerk": "clerk", "organisation officer": "officer",
           "organisation officer of the grantee": "grantee's officer", "coordinator": "coordinator",
           "attestor": "attestor", "auditor": "auditor", "funder": "funder", "payer": "payer", "verifier": "verifier",
           "importer": "importer", "operator": "operator", "the person": "person", "anybody": "person",
           "the volunteer": "volunteer", "the nominee": "nominee", "all authorities": "authority"}
# What is in it where the second person is of another kind than the first.
ENDORSERS = {"an officer of the grantee endorses": "grantee's officer", "a funder endorses": "funder",
             "an authority endorses": "authority"}
# Who holds which role, in which place - the field of the examples that names it -, and how many do.
HOLDERS = {"clerk": ("clerk", "office", 2), "officer": ("officer", "organisation", 1),
           "grantee's officer": ("officer", "grantee", 1), "coordinator": ("coordinator", "organisation", 1),
           "attestor": ("attestor", "organisation", 2), "funder": ("funder", "funder", 2),
           "payer": ("payer", "funder", 1), "verifier": ("verifier", "funder", 1), "auditor": ("auditor", None, 1),
           "importer": ("importer", None, 1), "operator": ("operator", None, 1)}
SIGNING, SILENT = ("volunteer", "nominee"), ("guardian", "absorbed", "delegate")
ORGANISATIONS = ("funder", "grantee", "insurer", "within", "donor")


def bare(value):
    """Without what is as good as absent."""
    if isinstance(value, dict):
        return {name: bare(one) for name, one in value.items() if one}
    return [bare(one) for one in value] if isinstance(value, list) else value


class Stage:
    def __init__(self, program, folder):
        self.begun = Asar(program, folder / "begun")
        told = self.begun.run("help", "commands")["commands"]
        self.count = len(told)
        self.examples = {one["command"]: one["example"] for one in told}
        self.senders = {one["command"]: one["sender"] for one in told}
        self.events = {one["command"]: one["event"] for one in told}
        self.people = {"authority": self.begun.found()}
        self.ledgers, self.answers = {command: self.begun for command in BEGUN}, {}
        self.copied = set()
        self.begin()

    def sample(self, field):
        """The id that every example has in a field of that name."""
        return next(example[field] for example in self.examples.values() if isinstance(example.get(field), str))

    # The ledger with which all begin.

    def begin(self):
        founding, office, *others = BEGUN
        self.answer(founding)
        self.answer(office)
        self.register()
        self.grant("clerk")
        for command in others:
            self.answer(command)
        for field in ORGANISATIONS:
            self.play(self.begun, Step("organisationRegister", {"organisation": f"${field}"}))
        self.grant(*(name for name in HOLDERS if name != "clerk"))

    def register(self):
        """Who signs, with a key, and who is only spoken of; the person of the examples gets hers by one of them."""
        asar = self.begun
        for name, (_, _, count) in HOLDERS.items():
            self.people[name] = [asar.new_person(f"{name}-{number}") for number in range(count)]
        for name in ("person", *SIGNING):
            made = asar.run("key", "create", asar.keys / f"{name}.key", "--person", self.sample(name))
            self.people[name] = [Person(made["file"], made["person"])]
        signing = [one for name in (*HOLDERS, *SIGNING) for one in self.people[name]]
        asar.submit(self.people["authority"][0], *(
            {**self.examples["personRegister"], "person": person}
            for person in [one.id for one in signing] + [self.sample(field) for field in SILENT]))
        asar.submit(self.people["authority"][0], *(asar.run("key", "request", one.key_file) for one in signing))

    def grant(self, *holders):
        first, second = self.people["authority"]
        for name in holders:
            role, place, _ = HOLDERS[name]
            for one in self.people[name]:
                self.begun.decide_by_two(first, second, "roleGrant", person=one.id, role=role,
                                         **({"scope": self.sample(place)} if place else {}))

    # One example.

    def answer(self, command):
        """What becomes of an example: it is recorded, or refused and then perhaps recorded with other fields."""
        if command not in self.answers:
            asar = self.ledger(command)
            refusal = self.refusal(asar, command, BESIDES.get(command))
            self.answers[command] = refusal or self.compared(asar, command)
            if refusal and command in {**OTHERWISE, **PROGRAM}:
                self.play(asar, command)
                self.answers[command] = f"{refusal}; {self.compared(asar, command)}"
        return self.answers[command]

    def ledger(self, command):
        """The ledger of an example, made with all that comes before it."""
        if command not in self.ledgers:
            needed = AFTER.get(command, "keyRegister")
            before, *steps = (needed,) if isinstance(needed, str) else needed
            self.answer(before)
            self.copied.add(before)
            folder = self.begun.folder.with_name(command)
            shutil.copytree(self.ledgers[before].folder, folder)
            asar = self.ledgers[command] = Asar(self.begun.program, folder)
            asar.now = NOON
            for step in steps:
                self.play(asar, step)
        return self.ledgers[command]

    def last_ledgers(self):
        """Those of which none is a copy: together they hold all that was recorded."""
        return [asar for command, asar in self.ledgers.items() if command not in {*self.copied, *BEGUN}]

    def play(self, asar, step):
        """What has to be recorded: an example as it is recorded, or a step."""
        command, fields, how = step if isinstance(step, Step) else Step(step)
        if command in PROGRAM:
            if words := PROGRAM[command]:
                asar.run(*words, "--key", self.people["operator"][0].key_file, "--signed-at", asar.now)
            return
        other = OTHERWISE.get(command, {})
        refusal = self.refusal(asar, command, {**(other(self, asar) if callable(other) else other), **fields}, how)
        assert refusal is None, (step, refusal)

    def refusal(self, asar, command, fields=None, how=None):
        """The name of the rule that refuses an example with other fields; None where it is recorded, in effect."""
        how = {**HOW.get(command, {}), **(how or {})}
        first, second = self.signers(command, how.get("by"))
        asar.now = how.get("at", asar.now)
        values = {name: self.sample(value[1:]) if str(value).startswith("$") else value
                  for name, value in {**self.examples[command], **(fields or {})}.items() if value is not None}
        try:
            asar.submit(first, values, options=["--assurance", how.get("assurance", "self")])
            entry = self.last(asar, command)
            if entry["effect"] == "proposed":
                asar.submit_one(second, "endorse", proposal=entry["leafHash"])
        except Refused as refused:
            assert refused.code in REFUSED, (command, refused)
            return refused.error["code"].removeprefix("E_")
        return None

    def signers(self, command, by):
        """Who sends it, and who endorses it where that is asked for."""
        told = self.senders[command]
        begins = max((words for words in SENDERS if told.startswith(words)), key=len)
        ends = next((name for words, name in ENDORSERS.items() if words in told), None)
        first = self.people[by or SENDERS[begins]]
        return first[0], self.people[ends][0] if ends else first[-1]

    def compared(self, asar, command):
        """What became of an example that is in the log, and the fields that are not as printed."""
        example, body = bare(self.examples[command]), bare({**self.last(asar, command)["body"], "nonce": None})
        other = [name for name in {**example, **body} if example.get(name) != body.get(name)]
        return TAKEN + (f" with {', '.join(other)}" if other else "")

    def last(self, asar, command):
        """The entry that holds the last command of a kind."""
        return asar.run("event", "list", "--event", self.events[command], "--limit", 200)["entries"][-1]
