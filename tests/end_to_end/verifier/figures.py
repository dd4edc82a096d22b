"""Counts minutes of volunteers and money of grants from what took effect, and writes them as the ledger does."""
import json
from collections import defaultdict

from chain import in_effect

ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"  # Crockford's base32
COLUMNS = ("awarded", "disbursed", "spent", "returned", "onHand")
# The command, the column it moves, and by which sign; onHand follows from the columns, and from what is there alone.
MOVES = {
    "trancheDisburse": ("disbursed", 1), "disbursementReverse": ("disbursed", -1), "expenditureRecord": ("spent", 1),
    "expenditureDisallow": ("spent", -1), "refundSend": ("returned", 1), "interestRecord": ("gained", 1),
}


def id_text(octets):
    number = int.from_bytes(octets, "big")
    return "".join(ALPHABET[number >> shift & 31] for shift in range(125, -1, -5))


class Figures:
    def __init__(self, proposals):
        self.proposals = proposals
        self.volunteers, self.minutes = {}, {}  # by hours entry
        self.grants = {}  # id -> (award, batch)
        self.moves = defaultdict(list)  # grant -> (column, amount, batch)
        self.standing = defaultdict(int)  # of expenditures
        self.batch, self.void = None, set()

    def add(self, submission):
        first = submission.events[0] if submission.events else None
        self.batch = first.body["batch"] if first and submission.imported and first.kind == "importRecord" else None
        for event in submission.events:
            done = in_effect(event, self.proposals)
            if done:
                self.count(done)

    def count(self, event):
        body, kind = event.body, event.kind
        if kind.startswith("hours"):
            self.count_hours(event)
        elif kind == "grantAward":
            self.grants[body["grant"]] = (body, self.batch)
            self.move(body["grant"], "awarded", body["amount"]["minor"])
        elif kind in MOVES:
            column, sign = MOVES[kind]
            self.move(body["grant"], column, sign * body["amount"]["minor"], body.get("expenditure"))
        elif kind == "expenditureReverse":
            back = body["amount"]["minor"]
            if "original" in body:
                self.move(body["grant"], "spent", -back, body["original"])
            else:
                self.move(body["grant"], "gained", back)
        elif kind in ("expenditureCorrect", "expenditureVoid"):
            stands = body["amount"]["minor"] if kind == "expenditureCorrect" else 0
            self.move(body["grant"], "spent", stands - self.standing[body["expenditure"]], body["expenditure"])
        elif kind == "importVoid":
            self.void.add(body["batch"])

    def count_hours(self, event):
        body, hours = event.body, event.body["hours"]
        if event.kind == "hoursClaim":
            self.volunteers[hours] = None if event.submission.imported else body["volunteer"]
        elif event.kind in ("hoursAttest", "hoursCorrect"):
            self.minutes[hours] = body["minutes"]
        elif event.kind == "hoursResolve" and body["outcome"] != "upheld":
            self.minutes[hours] = body["minutes"] if body["outcome"] == "corrected" else 0
        elif event.kind == "hoursVoid":
            self.minutes[hours] = 0

    def move(self, grant, column, amount, expenditure=None):
        self.moves[grant].append((column, amount, self.batch))
        if expenditure:
            self.standing[expenditure] += amount

    def minutes_by_volunteer(self):
        found = defaultdict(int)
        for hours, minutes in self.minutes.items():
            volunteer = self.volunteers.get(hours)
            if volunteer and minutes:
                found[volunteer] += minutes
        return found

    def sums_of(self, grant):
        """Those that the heads of its stream bind; all 0 where it is void."""
        _, batch = self.grants[grant]
        money = self.money_of(grant)
        void = batch is not None and batch in self.void
        return tuple(0 if void else money[column] for column in COLUMNS[:4])

    def money_of(self, grant):
        columns = dict.fromkeys((*COLUMNS, "gained"), 0)
        for column, amount, batch in self.moves[grant]:
            if batch is None or batch not in self.void:
                columns[column] += amount
        columns["onHand"] = columns["disbursed"] + columns.pop("gained") - columns["spent"] - columns["returned"]
        return columns

    def as_bytes(self, size, root):
        """`figures.json` as it has to be."""
        grants, totals = {}, {}
        for grant, (award, batch) in self.grants.items():
            if batch is not None and batch in self.void:
                continue
            money, currency = self.money_of(grant), award["amount"]["currency"]
            grants[id_text(grant)] = {**money, "currency": currency}
            if "parent" not in award:
                total = totals.setdefault(currency, dict.fromkeys(COLUMNS, 0))
                for column in COLUMNS:
                    total[column] += money[column]
        minutes = {id_text(volunteer): some for volunteer, some in self.minutes_by_volunteer().items()}
        figures = {"grants": grants, "minutes": minutes, "root": root.hex(), "size": size,
                   "totals": {"grants": totals, "minutes": sum(minutes.values())}}
        return (json.dumps(figures, sort_keys=True, separators=(",", ":")) + "\n").encode()
