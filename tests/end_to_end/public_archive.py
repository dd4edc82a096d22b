"""The archive of everything public, read as an outsider would who has no program of ours."""
import base64
import hashlib
import posixpath
from pathlib import Path


def node(left, right):
    return hashlib.sha256(b"\x01" + left + right).digest()


def root_from(index, size, leaf, path):
    """The root that a path of RFC 9162, section 2.1.3.2, leads to."""
    at, last, found = index, size - 1, leaf
    for beside in path:
        if at & 1 or at == last:
            found = node(beside, found)
            while at and not at & 1:
                at, last = at >> 1, last >> 1
        else:
            found = node(found, beside)
        at, last = at >> 1, last >> 1
    return found if last == 0 else None


def entries_of(read):
    """Index, bytes and path of each entry."""
    content, found = read("entries"), []
    for block in read("shown").decode("ascii").split("\n\n")[:-1]:
        first, *hashes = block.split("\n")
        length = int.from_bytes(content[:2], "big")
        found.append((int(first.removeprefix("index ")), content[2:2 + length], list(map(base64.b64decode, hashes))))
        content = content[2 + length:]
    assert not content, "no bytes are left"
    return found


def unproven(read):
    """The entries whose path does not lead to the root of the checkpoint; and how many there are in all."""
    _, size, root = read("checkpoint").decode("utf-8").split("\n")[:3]
    entries = entries_of(read)
    wrong = [index for index, content, path in entries
             if root_from(index, int(size), hashlib.sha256(b"\x00" + content).digest(), path)
             != base64.b64decode(root)]
    return wrong, len(entries)


def id_bytes(text):
    """The 16 bytes of an id."""
    number = 0
    for letter in text:
        number = number * 32 + "0123456789abcdefghjkmnpqrstvwxyz".index(letter)
    return number.to_bytes(16, "big")


def reader(folder, below=""):
    """Reads members of a folder by name."""
    return lambda name: (Path(folder) / posixpath.join(below, name)).read_bytes()


def rewrite(folder, name, content):
    """Puts other bytes in the place of a member, and makes the manifest fit."""
    folder = Path(folder)
    (folder / name).write_bytes(content)
    lines = [line.split("  ", 1)[1] for line in (folder / "manifest").read_text(encoding="utf-8").splitlines()]
    manifest = "".join(f"{hashlib.sha256((folder / one).read_bytes()).hexdigest()}  {one}\n" for one in lines)
    (folder / "manifest").write_text(manifest, encoding="utf-8")
