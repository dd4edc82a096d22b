"""The tree of RFC 6962 section 2.1 over leaf hashes, its roots at every earlier size, and the tiles cut from it."""
from hashlib import sha256

TILE = 256


def leaf_hash(entry):
    return sha256(b"\x00" + entry).digest()


def node_hash(left, right):
    return sha256(b"\x01" + left + right).digest()


class Tree:
    def __init__(self, leaves):
        self.size = len(leaves)
        self.levels = [list(leaves)]  # levels[k][i]: of the 2^k leaves from i·2^k
        while len(self.levels[-1]) > 1:
            below = self.levels[-1]
            self.levels.append([node_hash(below[i], below[i + 1]) for i in range(0, len(below) - 1, 2)])

    def root(self, size=None):
        """The root when the tree had `size` leaves."""
        size = self.size if size is None else size
        root, end = None, size
        for level in range(size.bit_length()):
            if size >> level & 1:
                end -= 1 << level
                subtree = self.levels[level][end >> level]
                root = subtree if root is None else node_hash(subtree, root)
        return sha256(b"").digest() if root is None else root

    def tiles(self):
        """Every hash tile of this size: its name and bytes."""
        found, level = {}, 0
        while self.size >> (8 * level):
            hashes = self.levels[8 * level]
            for number, width in tiles_of(self.size >> (8 * level)):
                found[tile_name(str(level), number, width)] = b"".join(hashes[number * TILE:number * TILE + width])
            level += 1
        return found


def tiles_of(count):
    """Number and width of the tiles that hold `count` hashes."""
    for number in range((count + TILE - 1) // TILE):
        yield number, min(TILE, count - number * TILE)


def tile_name(level, number, width):
    digits = str(number)
    digits = digits.zfill((len(digits) + 2) // 3 * 3)
    groups = [digits[i:i + 3] for i in range(0, len(digits), 3)]
    path = "/".join([*("x" + group for group in groups[:-1]), groups[-1]])
    return f"tile/{level}/{path}" + ("" if width == TILE else f".p/{width}")
