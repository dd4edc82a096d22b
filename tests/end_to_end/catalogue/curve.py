"""Points and numbers of Ed25519 that no honest signer has: keys of small order, keys beyond the field, signatures spelt
another way. Counted out here from RFC 8032, so that the programs are not asked with their own tables.
"""
P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493  # the order of the base point
D = -121665 * pow(121666, -1, P) % P
TOP = 1 << 255  # the sign of x


def square_root(value):
    """One of the two, or none."""
    root = pow(value, (P + 3) // 8, P)
    for one in (root, root * pow(2, (P - 1) // 4, P) % P):
        if one * one % P == value % P:
            return one
    return None


def order_eight():
    """The y of a point whose double has y = 0: d·y⁴ + 2·y² = 1."""
    for sign in (1, -1):
        y = square_root((-1 + sign * square_root(1 + D)) * pow(D, -1, P) % P)
        if y is not None:
            return y
    raise AssertionError("there are such points")


def encoded(y, sign=0):
    return (y | sign * TOP).to_bytes(32, "little")


def small_order():
    """The fourteen spellings of the eight points whose order divides 8."""
    y = order_eight()
    return [encoded(one, sign) for one in (0, 1, y, P - y, P - 1, P, P + 1) for sign in (0, 1)]


def beyond_the_field():
    return [encoded(P + more, sign) for more in range(19) for sign in (0, 1)]


def respelt(signature):
    """The same signature in other bytes, by name: none of them is one."""
    r, s = signature[:32], int.from_bytes(signature[32:], "little")

    def with_s(value):
        return r + value.to_bytes(32, "little")

    return {"S + L": with_s(s + L), "S + 2L": with_s(s + 2 * L), "a high bit of S": with_s(s | 1 << 255),
            "S of zero": with_s(0), "S of L": with_s(L), "63 bytes": signature[:63], "65 bytes": signature + b"\0",
            "no bytes": b"", "R of small order": encoded(1) + signature[32:],
            "R beyond the field": encoded(P + 1) + signature[32:],
            "R with the other sign": flipped_sign(r) + signature[32:]}


def flipped_sign(point):
    return point[:31] + bytes([point[31] ^ 0x80])
