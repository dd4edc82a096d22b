"""The file of an export: a ZIP every byte of which follows from its members, or a folder of them; and its manifest."""
import struct
import zlib
from hashlib import sha256
from pathlib import Path

from merkle import tile_name, tiles_of

LOCAL, CENTRAL, END = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
MEMBERS_MOST = 65_534
PLAIN = {"README", "checkpoint", "figures.json", "manifest"}


class Damaged(Exception):
    """Bytes of the ZIP that are not what they have to be."""


def zipped(members):
    """`members`: name and bytes of each, in their order."""
    head, tail = bytearray(), bytearray()
    for name, octets in members:
        path, offset = name.encode(), len(head)
        size, check = len(octets), zlib.crc32(octets)
        shared = struct.pack("<HHHHHIIIHH", 10, 0, 0, 0, 0x0021, check, size, size, len(path), 0)
        head += LOCAL + shared + path + octets
        tail += CENTRAL + struct.pack("<H", 0x033F) + shared + struct.pack("<HHHII", 0, 0, 0, 0x81B60000, offset) + path
    end = struct.pack("<HHHHIIH", 0, 0, len(members), len(members), len(tail), len(head), 0)
    return bytes(head + tail + END + end)


def from_zip(octets):
    """The members by name; every other byte is made anew and compared."""
    members, at = {}, 0
    while octets[at:at + 4] == LOCAL:
        if at + 30 > len(octets):
            raise Damaged("cut short")
        size, length = struct.unpack_from("<IH", octets, at + 22)
        name = octets[at + 30:at + 30 + length]
        at += 30 + length
        members.setdefault(name.decode("utf-8", "replace"), octets[at:at + size])
        at += size
    if len(members) > MEMBERS_MOST or zipped(in_order(members)) != octets:
        raise Damaged("a byte that does not follow from the members")
    return members


def from_folder(folder):
    files = [path for path in Path(folder).rglob("*") if path.is_file()]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def in_order(members):
    return sorted(members.items(), key=lambda item: item[0].encode())


def manifest_of(members):
    return "".join(f"{sha256(octets).hexdigest()}  {name}\n" for name, octets in in_order(members)
                   if name != "manifest").encode()


def names_of(size):
    """The members that a bundle of this size has, and no others."""
    names = set(PLAIN)
    names.update(tile_name("entries", *tile) for tile in tiles_of(size))
    level = 0
    while size >> (8 * level):
        names.update(tile_name(str(level), *tile) for tile in tiles_of(size >> (8 * level)))
        level += 1
    return names


def split_entries(octets, count):
    """The entries of one tile; Damaged where it does not hold exactly `count`."""
    entries, at = [], 0
    while at < len(octets) and len(entries) < count:
        length = int.from_bytes(octets[at:at + 2], "big")
        entries.append(octets[at + 2:at + 2 + length])
        at += 2 + length
    if at != len(octets) or len(entries) != count:
        raise Damaged("a tile of entries that is not as long as it says")
    return entries


def joined_entries(entries):
    return b"".join(len(entry).to_bytes(2, "big") + entry for entry in entries)
