"""Bundles that differ from an honest one: in their bytes, in their members, or sealed anew by who has the log's key.

Each kind is a function of an honest bundle and a source of random numbers; it gives the bytes of a ZIP. Only bytes and
structure change here: what decisions and commands mean, and who may give them, is not this catalogue's subject.
"""
import base64
import json
import struct

import bundle
from merkle import tile_name, tiles_of
from nacl.signing import SigningKey


def zipped(members):
    return bundle.zipped(bundle.in_order(members))


def flipped(octets, random, first=0, end=None):
    at = random.randrange(first, len(octets) if end is None else end)
    return octets[:at] + bytes([octets[at] ^ 1 << random.randrange(8)]) + octets[at + 1:]


# The file.

def a_flipped_byte_of_the_zip(honest, random):
    return flipped(honest.octets, random)


def a_zip_cut_short(honest, random):
    return honest.octets[:random.randrange(len(honest.octets))]


def a_zip_made_longer(honest, random):
    at = random.choice((0, len(honest.octets), random.randrange(len(honest.octets))))
    return honest.octets[:at] + random.randbytes(random.randrange(1, 9)) + honest.octets[at:]


def a_member_twice(honest, random):
    members = bundle.in_order(honest.members)
    at = random.randrange(len(members))
    return bundle.zipped(members[:at + 1] + members[at:])


def members_in_another_order(honest, random):
    members = bundle.in_order(honest.members)
    at = random.randrange(1, len(members))
    return bundle.zipped(members[at:] + members[:at])


# Members; the manifest tells of the change, or does not.

def changed(honest, name, octets, listed):
    members = {**honest.members, name: octets}
    if octets is None:
        del members[name]
    if listed:
        members["manifest"] = bundle.manifest_of(members)
    return zipped(members)


def a_byte_of_a_member(honest, random):
    name = random.choice(sorted(honest.members))
    return changed(honest, name, flipped(honest.members[name], random), listed=False)


def a_byte_of_a_listed_member(honest, random):
    name = random.choice(sorted(set(honest.members) - {"README", "manifest"}))
    return changed(honest, name, flipped(honest.members[name], random), listed=True)


def another_readme(honest, random):
    return changed(honest, "README", random.randbytes(20), listed=True)


def a_member_removed(honest, random):
    return changed(honest, random.choice(sorted(honest.members)), None, listed=False)


def a_listed_member_removed(honest, random):
    return changed(honest, random.choice(sorted(set(honest.members) - {"manifest"})), None, listed=True)


def a_member_cut_short(honest, random):
    name = random.choice(sorted(set(honest.members) - {"README", "manifest"}))
    return changed(honest, name, honest.members[name][:random.randrange(len(honest.members[name]))], listed=True)


def a_stranger(honest, random):
    name = random.choice(("stranger", "tile/0/000.p/1", "tile/1/000", "tile/entries/x001/000"))
    return changed(honest, name, random.randbytes(32), listed=True)


def a_changed_figure(honest, random):
    figures = honest.members["figures.json"]
    digits = [at for at, octet in enumerate(figures) if chr(octet).isdigit()]
    at = random.choice(digits)
    other = random.choice([digit for digit in b"0123456789" if digit != figures[at]])
    return changed(honest, "figures.json", figures[:at] + bytes([other]) + figures[at + 1:], listed=True)


def entries_that_changed_places(honest, random):
    """In their tile alone: the tree above it stays."""
    number, width = random.choice(list(tiles_of(honest.checkpoint.size)))
    entries = honest.entries[number * 256:number * 256 + width]
    one, other = random.sample(range(width), 2)
    entries[one], entries[other] = entries[other], entries[one]
    return changed(honest, tile_name("entries", number, width), bundle.joined_entries(entries), listed=True)


def a_further_line_of_a_witness(honest, random):
    line = f"— witness.example {base64.b64encode(random.randbytes(76)).decode()}\n".encode()
    return changed(honest, "checkpoint", honest.members["checkpoint"] + line, listed=True)


# The whole log sealed anew.

def sealed_by_another_key(honest, random):
    return zipped(honest.sealed(honest.entries, key=SigningKey(random.randbytes(32))))


def sealed_under_another_origin(honest, _):
    return zipped(honest.sealed(honest.entries, origin="other.example/log"))


def another_root_sealed(honest, random):
    return zipped(honest.sealed(honest.entries, root=random.randbytes(32)))


def a_sealed_figure(honest, random):
    figures = json.loads(honest.members["figures.json"])
    rows = [figures["minutes"], *figures["grants"].values(), figures["totals"], figures]
    row = random.choice([row for row in rows if row])  # a young ledger has no minutes
    name = random.choice(sorted(name for name, value in row.items() if isinstance(value, int)))
    row[name] += random.choice((-1, 1))
    octets = (json.dumps(figures, sort_keys=True, separators=(",", ":")) + "\n").encode()
    return zipped(honest.sealed(honest.entries, figures=octets))


def a_shorter_log(honest, random):
    """A ledger as it was: whole submissions, and figures of these."""
    return zipped(honest.sealed(honest.entries[:random.choice(honest.submissions[1:])]))


def a_submission_cut_in_two(honest, random):
    return zipped(honest.sealed(honest.entries[:random.choice(honest.events)]))


def a_submission_withheld(honest, random):
    which = random.randrange(1, len(honest.submissions) - 1)
    first, end = honest.submissions[which], honest.submissions[which + 1]
    entries = honest.entries[:first] + honest.entries[end:]
    return zipped(honest.sealed(honest.linked(entries, first, first - end)))


def an_event_withheld(honest, random):
    at = random.choice(honest.events[1:])
    return zipped(honest.sealed(honest.linked(honest.entries[:at] + honest.entries[at + 1:], at, -1)))


def submissions_that_changed_places(honest, random):
    which = random.randrange(1, len(honest.submissions) - 2)
    first, middle, end = honest.submissions[which:which + 3]
    entries = honest.entries[:first] + honest.entries[middle:end] + honest.entries[first:middle] + honest.entries[end:]
    return zipped(honest.sealed(honest.linked(entries, first)))


def entries_that_changed_places_sealed(honest, random):
    one, other = random.sample(range(len(honest.entries)), 2)
    entries = list(honest.entries)
    entries[one], entries[other] = entries[other], entries[one]
    return zipped(honest.sealed(entries))


def resealed(honest, at, octets):
    entries = [*honest.entries[:at], octets, *honest.entries[at + 1:]]
    return zipped(honest.sealed(honest.linked(entries, at + 1) if at + 1 < len(entries) else entries))


def a_byte_of(field, among):
    def mutant(honest, random):
        at = random.choice(getattr(honest, among))
        place = honest.values[at].places[field]
        length = len(field_of(honest.values[at].value, field))
        return resealed(honest, at, flipped(honest.entries[at], random, place, place + length))

    mutant.__name__ = f"a_byte_of_{field}"
    return mutant


def field_of(value, field):
    inner = value.get(value["which"], {})
    if field == "signature":
        return inner["signatures"][-1]["signature"]
    return value["streams"][-1]["stream"] if field == "stream" else value.get(field) or inner[field]


def a_number_of(type_name, field, among):
    def mutant(honest, random):
        at = random.choice(getattr(honest, among))
        message, octets = honest.values[at], bytearray(honest.entries[at])
        place = message.places[type_name] + honest.schema.structs[type_name].of(field).at // 8
        before = struct.unpack_from("<Q", octets, place)[0]
        honest.put(octets, message, type_name, field, before + random.choice((1, 2, 256, 86_400_000)))
        return resealed(honest, at, bytes(octets))

    mutant.__name__ = f"{field}_of_{type_name}"
    return mutant


def another_spelling(honest, random):
    """The same entry with a word more, of zeros."""
    at = random.choice(honest.events)
    return resealed(honest, at, honest.entries[at] + bytes(8))


def a_submission_recorded_later(honest, random):
    entries, late = list(honest.entries), random.randrange(1, 1000)
    for at in range(honest.submissions[-1], len(entries)):
        octets = bytearray(entries[at])
        honest.put(octets, honest.values[at], "Entry", "recordedAt", honest.values[at].value["recordedAt"] + late)
        entries[at] = bytes(octets)
    return zipped(honest.sealed(honest.linked(entries, honest.submissions[-1])))


def another_salt_of_the_last_entry(honest, random):
    """Nobody has seen what follows from it: an honest log, but for the log key's owner."""
    last = len(honest.entries) - 1
    place = honest.values[last].places["salt"]
    octets = honest.entries[last]
    return resealed(honest, last, octets[:place] + random.randbytes(16) + octets[place + 16:])


KINDS = [
    a_flipped_byte_of_the_zip, a_zip_cut_short, a_zip_made_longer, a_member_twice, members_in_another_order,
    a_byte_of_a_member, a_byte_of_a_listed_member, another_readme, a_member_removed, a_listed_member_removed,
    a_member_cut_short, a_stranger, a_changed_figure, entries_that_changed_places, a_further_line_of_a_witness,
    sealed_by_another_key, sealed_under_another_origin, another_root_sealed, a_sealed_figure, another_spelling,
    a_submission_recorded_later, a_shorter_log, a_submission_cut_in_two,
    a_submission_withheld, an_event_withheld, submissions_that_changed_places, entries_that_changed_places_sealed,
    a_byte_of("signature", "submissions"), a_byte_of("header", "submissions"), a_byte_of("command", "events"),
    a_byte_of("previous", "events"), a_byte_of("salt", "events"), a_byte_of("stream", "in_streams"),
    a_number_of("Entry", "index", "events"), a_number_of("Entry", "recordedAt", "submissions"),
    a_number_of("StreamVersion", "version", "in_streams"), a_number_of("StreamVersion", "previous", "in_previous"),
    a_number_of("EventBody", "submission", "later_events"), another_salt_of_the_last_entry,
]
