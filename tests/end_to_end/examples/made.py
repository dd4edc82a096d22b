"""Fields that no example can tell, for they follow from keys, or from what stands in the ledger."""
import json
from pathlib import Path


def registration(stage, asar):
    return request(asar, stage.people["person"][0].key_file)


def request(asar, file):
    return {name: value for name, value in asar.run("key", "request", file).items() if name in ("key", "possession")}


def rotation(stage, asar):
    person = stage.people["person"][0]
    following = asar.run("key", "create", asar.keys / "following.key", "--person", person.id)
    new = request(asar, following["file"])
    return {"oldKey": public(person), "newKey": new["key"], "possession": new["possession"]}


def public(person):
    return json.loads(Path(person.key_file).read_text(encoding="utf-8"))["public"]


def revocation(stage, asar):
    return {"key": public(stage.people["person"][0])}


def proposal(stage, asar):
    """What another authority has proposed."""
    proposed = asar.submit(stage.people["authority"][1], stage.examples["directionAdd"])[0]["submission"] + 1
    return {"proposal": asar.run("event", "show", proposed)["leafHash"]}


def draw(stage, asar):
    """What the draw of the experts gives, which anybody can repeat."""
    return asar.run("draw", "experts", stage.sample("panel"))["command"]


def release(stage, asar):
    asar.run("checkpoint", "create")
    drafted = asar.run("release", "prepare", "2026-03")
    fields = json.loads((Path(drafted["folder"]) / "proposal.jsonl").read_text(encoding="utf-8"))
    return {name: fields[name] for name in ("to", "revises", "atSize", "root", "tables")}
