"""Drives the real programs: a ledger in a folder, persons with keys, commands as JSON Lines."""
import json
import os
import subprocess
from pathlib import Path


class Refused(Exception):
    """The program said no: its exit code and the error object it printed."""

    def __init__(self, code, error):
        super().__init__(f"exit {code}: {error}")
        self.code = code
        self.error = error


class Person:
    def __init__(self, key_file, person):
        self.key_file = str(key_file)
        self.id = person


class Asar:
    """The program `asar`, working on one folder. Facts happen at `self.now`, which the test moves on."""

    def __init__(self, program, folder):
        self.program = str(program)
        self.folder = Path(folder)
        self.now = "2026-03-01T09:00:00+05:00"
        self.keys = self.folder.parent / "people"
        self.keys.mkdir(exist_ok=True)
        self.environment = {key: value for key, value in os.environ.items() if not key.startswith("ASAR_")}
        self.stderr = ""  # of every run so far

    def raw(self, *words, text_in="", environment=None):
        done = subprocess.run([self.program, "--data", str(self.folder), *map(str, words)], input=text_in, text=True,
                              capture_output=True, env={**self.environment, **(environment or {})}, check=False)
        self.stderr += done.stderr
        return done

    def answer(self, *words, text_in=""):
        """The JSON answer of a command; Refused where there is none."""
        done = self.raw("--json", *words, text_in=text_in)
        lines = done.stdout.splitlines()
        assert len(lines) == 1, f"one JSON object is printed, not {done.stdout!r}; {done.stderr}"
        envelope = json.loads(lines[0])
        if "error" in envelope:
            raise Refused(done.returncode, envelope["error"])
        assert done.returncode == 0, done
        return envelope

    def run(self, *words, text_in=""):
        return self.answer(*words, text_in=text_in)["data"]

    def found(self):
        keys = self.run("init", "--demo", "--signed-at", self.now)["keys"]
        return [Person(key["file"], key["person"]) for key in keys]

    def new_id(self):
        return self.run("id")["ids"][0]

    def new_person(self, name):
        made = self.run("key", "create", self.keys / f"{name}.key")
        return Person(made["file"], made["person"])

    def submit(self, person, *commands, options=()):
        """Receipts of the submissions these commands became."""
        lines = "\n".join(json.dumps(command, ensure_ascii=False) for command in commands)
        return self.run("submit", "-", "--key", person.key_file, "--person", person.id, "--signed-at", self.now,
                        *options, text_in=lines)["receipts"]

    def submit_one(self, signer, command, /, **fields):
        """The index of the event."""
        return self.submit(signer, {"command": command, **fields})[0]["submission"] + 1

    def endorse(self, person, index):
        proposal = self.run("event", "show", index)["leafHash"]
        return self.submit_one(person, "endorse", proposal=proposal)

    def decide_by_two(self, first, second, command, /, **fields):
        return self.endorse(second, self.submit_one(first, command, **fields))

    def register(self, clerk, office, name, region="KZ-75"):
        """A registered person with a key."""
        person = self.new_person(name)
        self.submit_one(clerk, "personRegister", person=person.id, office=office, region=region, ageBand="from18to35",
                        ageBasis="declared")
        request = self.run("key", "request", person.key_file)
        self.submit(clerk, request)
        return person
