"""The people and places of the stories, and short words for what they do. All of them are made up."""
import datetime
import hashlib
import random
import shutil

from asar_program import Asar

ZONE = datetime.timezone(datetime.timedelta(hours=5))
LANGUAGES = ("kk", "ru", "en")
ID_LETTERS = "0123456789abcdefghjkmnpqrstvwxyz"


def names(english):
    return {"kk": english, "ru": english, "en": english}


def digest(text):
    return hashlib.sha256(text.encode()).hexdigest()


def tenge(whole):
    return f"{whole}.00 KZT"


class Watched(Asar):
    """The program `asar`; the commands of it that succeeded are remembered by their names, such as "import link"."""

    def __init__(self, program, folder, ran):
        super().__init__(program, folder)
        self.ran = ran

    def answer(self, *words, text_in=""):
        envelope = super().answer(*words, text_in=text_in)
        self.ran.add(envelope["command"])
        return envelope


class Story:
    """One ledger. Time goes on; facts happen now unless a test says when. What was sent and read is remembered."""

    def __init__(self, program, folder):
        self.ran = set()
        self.asar = Watched(program, folder, self.ran)
        self.moment = datetime.datetime(2026, 3, 2, 9, 0, tzinfo=ZONE)
        self.asar.now = self.moment.isoformat()
        self.sent, self.read, self.published = set(), set(), None
        self.counter = 0
        self.dice = random.Random(58)

    # Time.

    @property
    def now(self):
        return self.asar.now

    def later(self, **passed):
        self.moment += datetime.timedelta(**passed)
        self.asar.now = self.moment.isoformat()
        return self.now

    def after(self, **passed):
        return (self.moment + datetime.timedelta(**passed)).isoformat()

    def day(self, days=0):
        return (self.moment + datetime.timedelta(days=days)).date().isoformat()

    # Words.

    def new(self, count=1):
        """Ids as `asar id` makes them, but the same in every run."""
        ids = ["0" + "".join(self.dice.choice(ID_LETTERS) for _ in range(25)) for _ in range(count)]
        return ids[0] if count == 1 else ids

    def number(self, prefix):
        self.counter += 1
        return f"{prefix}-{self.counter}"

    @staticmethod
    def command(name, fields):
        """`from_` is `from`, which Python keeps for itself."""
        return {"command": name, **{key.rstrip("_"): value for key, value in fields.items() if value is not None}}

    def by(self, person, name, /, **fields):
        """One person does it; the index of the event."""
        index = self.asar.submit(person, self.command(name, fields))[0]["submission"] + 1
        self.sent.add(name)
        return index

    def now_by(self, person, name, /, **fields):
        return self.by(person, name, occurredAt=self.now, **fields)

    def two(self, first, second, name, /, **fields):
        """One proposes, another endorses; the index of the endorsement."""
        proposal = self.asar.submit(first, self.command(name, fields))[0]["submission"] + 1
        shown = self.asar.run("event", "show", proposal)
        assert shown["decision"]["effect"] == "proposed", f"{name} needed no second person"
        endorsed = self.by(second, "endorse", proposal=shown["leafHash"])
        self.sent.add(name)
        return endorsed

    def now_two(self, first, second, name, /, **fields):
        return self.two(first, second, name, occurredAt=self.now, **fields)

    def aside(self, name):
        """A copy of the ledger, for what would disturb the times of the story."""
        copy = self.asar.folder.parent / name
        shutil.copytree(self.asar.folder, copy)
        return Watched(self.asar.program, copy, self.ran)

    # What stands there.

    def publish(self):
        size = self.asar.run("status")["size"]
        if size != self.published:
            self.asar.run("checkpoint", "create")
            self.published = size

    def report(self, *words):
        self.publish()
        self.read.add(" ".join(words[:2]) if words[0] == "register" else words[0])
        return self.asar.run("report", *words)

    def register(self, kind, *options):
        return self.report("register", kind, *options)

    def listed(self, kind, *options):
        return {entry["subject"]: entry for entry in self.register(kind, *options)["entries"]}

    def subject(self, kind, subject):
        """One subject with its facts."""
        return self.listed(kind, "--of", subject, "--facts")[subject]

    def state(self, kind, subject):
        return self.subject(kind, subject)["state"]

    def facts(self, kind, subject, event):
        return [fact for fact in self.subject(kind, subject)["facts"] if fact["event"] == event]

    def others(self, entry, role):
        return [link["other"] for link in entry["links"] if link["role"] == role]

    # Who is there.

    def person(self, name, age="from18to35"):
        """Registered by the clerk of the front office, with a key."""
        clerk = getattr(self, "clerk", self.first)
        one = self.asar.new_person(name)
        self.asar.submit_one(clerk, "personRegister", person=one.id, office=self.office, region="KZ-75", ageBand=age,
                             ageBasis="declared")
        self.asar.submit(clerk, self.asar.run("key", "request", one.key_file))
        self.sent.update(("personRegister", "keyRegister"))
        return one

    def role(self, person, role, scope=None):
        self.two(self.first, self.second, "roleGrant", person=person.id, role=role, scope=scope)
        return person

    def organisation(self, title, kind="ngo", region="KZ-75"):
        organisation = self.new()
        self.by(self.clerk, "organisationRegister", organisation=organisation, office=self.office, kind=kind,
                names=names(title), region=region, registrationNumber=self.number("KZ-REG"))
        return organisation

    def holder(self, role, scope=None):
        self.counter += 1
        return self.role(self.person(f"{role}-{self.counter}"), role, scope)

    def begin(self):
        self.first, self.second = self.asar.found()
        self.later(hours=1)
        self.office = self.new()
        self.two(self.first, self.second, "officeEstablish", office=self.office, kind="regional", region="KZ-75",
                 names=names("Sample Front Office of Almaty"))
        self.clerk = self.role(self.person("clerk"), "clerk", self.office)
        self.second_clerk = self.role(self.person("second-clerk"), "clerk", self.office)
        self.ngo = self.organisation("Sample Hands")
        self.fund = self.organisation("Sample Fund", "foundation")
        self.officer = self.holder("officer", self.ngo)
        self.coordinator = self.holder("coordinator", self.ngo)
        self.attestor = self.holder("attestor", self.ngo)
        self.second_attestor = self.holder("attestor", self.ngo)
        self.funder, self.second_funder = (self.holder("funder", self.fund) for _ in range(2))
        self.payer = self.holder("payer", self.fund)
        self.verifier = self.holder("verifier", self.fund)
        self.auditor = self.holder("auditor")
        self.volunteer = self.person("volunteer")
        self.programme = self.define_programme("taza-alem", "Sample Clean World")
        self.project = self.start_project("Sample Clean Bank")
        self.later(days=1)

    # What they often do.

    def define_programme(self, direction, title):
        programme = self.new()
        self.two(self.first, self.second, "programmeDefine", programme=programme, office=self.office,
                 direction=direction, names=names(title))
        return programme

    def start_project(self, title, programme=None, organisation=None, officer=None, region="KZ-75"):
        project = self.new()
        self.by(officer or self.officer, "projectStart", project=project, programme=programme or self.programme,
                organisation=organisation or self.ngo, region=region, from_=self.day(), to="2028-12-31",
                names=names(title))
        return project

    def schedule(self, kind="event", project=None, by=None, hours=8):
        """An activity that begins now."""
        activity = self.new()
        self.by(by or self.coordinator, "activitySchedule", activity=activity, project=project or self.project,
                kind=kind, starts=self.now, ends=self.after(hours=hours))
        return activity

    def claim(self, minutes, volunteer=None, activity=None, /, **fields):
        """A volunteer serves in an activity of her own and claims it the same evening."""
        volunteer, hours = volunteer or self.volunteer, self.new()
        activity, began = activity or self.schedule(), self.now
        self.later(hours=10)
        self.by(volunteer, "hoursClaim", **{
            "hours": hours, "volunteer": volunteer.id, "activity": activity, "occurredAt": began, "minutes": minutes,
            "role": "helper", "timeBasis": "unpaid", "presence": "onsite", **fields})
        return hours

    def serve(self, minutes, volunteer=None, activity=None, /, attestor=None, **fields):
        hours = self.claim(minutes, volunteer, activity, **fields)
        self.now_by(attestor or self.attestor, "hoursAttest", hours=hours, minutes=minutes, method="present",
                    reason="none")
        return hours

    def served(self, volunteer):
        """Attested minutes of a person, by the service record."""
        return self.report("service", volunteer.id)["volunteer"]["attestedMinutes"]

    def award(self, whole, /, **fields):
        grant = fields.pop("grant", None) or self.new()
        self.now_two(self.funder, self.second_funder, "grantAward", **{
            "grant": grant, "number": self.number("SG"), "title": "A sample grant", "funder": self.fund,
            "grantee": self.ngo, "programme": self.programme, "region": "KZ-75", "amount": tenge(whole),
            "grantClass": "small", "source": "state", **fields})
        return grant

    def sub_award(self, parent, helped, sides, /, **fields):
        """A small grant out of the line "small-grants" of a grant to Sample Hands, by two of its funders."""
        grant = fields.pop("grant", None) or self.new()
        self.now_two(*sides, "grantAward", **{
            "grant": grant, "number": self.number("SUB"), "title": "A small grant", "funder": self.ngo,
            "grantee": helped, "programme": self.programme, "region": "KZ-75", "amount": tenge(300000),
            "grantClass": "small", "source": "state", "parent": parent, "parentLine": "small-grants", **fields})
        return grant

    def agree(self, grant, whole, /, lines=None, tranches=None, to=None, sides=None):
        lines = lines or [("things", "equipment", whole)]
        first, second = sides or (self.funder, self.officer)
        self.now_two(first, second, "agreementSign", grant=grant, number=self.number("A"),
                     lines=[{"line": line, "costType": cost, "amount": amount * 100} for line, cost, amount in lines],
                     tranches=[{"number": place, "amount": amount * 100, "due": self.day(30 * place)}
                               for place, amount in enumerate(tranches or [whole], 1)],
                     eligibleFrom=self.day(), eligibleTo=to or self.day(50))
        return grant

    def pay(self, grant, whole, tranche=1):
        payment = self.new()
        self.now_two(self.funder, self.second_funder, "trancheApprove", grant=grant, tranche=tranche)
        self.now_by(self.payer, "trancheDisburse", grant=grant, disbursement=payment, tranche=tranche,
                    amount=tenge(whole), paymentReference=self.number("PAY"))
        self.now_by(self.officer, "disbursementConfirm", grant=grant, disbursement=payment)
        return payment

    def spend(self, grant, whole, /, **fields):
        expenditure = self.new()
        self.now_by(self.officer, "expenditureRecord", **{
            "grant": grant, "expenditure": expenditure, "line": "things", "amount": tenge(whole),
            "documentHash": digest(expenditure), "documentKind": "invoice", "documentNumber": self.number("INV"),
            "documentDate": self.day(), "vendor": "KZ-BIN-000140000012", "method": "bank", **fields})
        return expenditure

    def paper(self, name):
        """A document in a file of its own."""
        file = self.asar.folder.parent / f"{name}.txt"
        file.write_text(f"a made-up paper: {name}", encoding="utf-8")
        return file

    def audit(self, signer, verb, *words, paper=None):
        """A step of an audit, of this moment; what the program answers."""
        document = ("--document", self.paper(paper)) if paper else ()
        return self.asar.run("audit", verb, *words, *document, "--key", signer.key_file, "--signed-at", self.now)

    def reconcile(self, system, days, rows):
        """What that system reported, compared and recorded by a clerk with `asar reconcile`."""
        reported = self.asar.folder.parent / "reported.csv"
        reported.write_text("category,reported\n" + rows, encoding="utf-8")
        done = self.asar.run("reconcile", system, "--reported", reported, "--in", days, "--key", self.clerk.key_file,
                             "--signed-at", self.now)
        self.sent.add("reconciliationRecord")
        return {one["category"]: (one["reported"], one["derived"], one["difference"]) for one in done["figures"]}

    def reconciled(self, system):
        """The figures of its only reconciliation, then and now."""
        figures = self.report("reconciliation", system)["reconciliations"][0]["figures"]
        return {one["category"]: (one["derivedThen"], one["derivedNow"]) for one in figures}

    def statement(self, grant):
        return self.report("grant", grant)["grant"]
