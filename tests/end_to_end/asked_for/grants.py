"""Money given to organisations: small grants, local budgets and long-term grants."""
import hashlib

from asked_for.story import ID_LETTERS, digest, names, tenge


def id_bytes(text):
    number = 0
    for letter in text:
        number = number * 32 + ID_LETTERS.index(letter)
    return number.to_bytes(16, "big")


def drawn_from(seed, candidates, count):
    """The draw, repeated by its published rule."""
    return sorted(candidates, key=lambda one: hashlib.sha256(
        b"asar/draw/v1" + bytes.fromhex(seed) + id_bytes(one)).digest())[:count]


class Grants:
    def test_40_small_grants_are_paid_spent_checked_and_closed(self):
        s = self.story
        s.two(s.first, s.second, "policyPublish", policy=s.new(), kind="costRules", version="1", status="inForce",
              source="Sample rules of small grants", validFrom=s.day(),
              costRules={"rules": [{"grantClass": "small", "prohibited": ["labour", "rent", "administration"],
                                    "adminMost": 0, "monthsMost": 2, "amountMost": tenge(300000)}]})
        self.refuses("E_CLASS_LIMIT", s.award, 300001)
        grant = s.award(300000)
        self.refuses("E_COST_PROHIBITED", s.agree, grant, 300000, lines=[("wages", "labour", 300000)])
        self.refuses("E_PERIOD_OVER_RULE", s.agree, grant, 300000, to=s.day(63))
        s.agree(grant, 300000)
        payment = s.pay(grant, 300000)
        s.now_by(s.payer, "disbursementReverse", grant=grant, disbursement=payment, amount=tenge(20000),
                 paymentReference="REV-1")
        asked, partly = s.spend(grant, 100000), s.spend(grant, 50000)
        self.refuses("E_LINE_OVER_BUDGET", s.spend, grant, 150001)
        s.now_by(s.verifier, "expenditureQuery", grant=grant, expenditure=asked, reason="unreadable")
        s.now_by(s.verifier, "expenditureVerify", grant=grant, expenditure=asked)
        s.now_by(s.verifier, "expenditureDisallow", grant=grant, expenditure=partly, amount=tenge(10000),
                 reason="outsideBudget")
        s.now_by(s.officer, "expenditureReverse", grant=grant, reversal=s.new(), original=partly, amount=tenge(5000),
                 documentHash=digest("credit note"), reason="returnedGoods")
        s.now_by(s.officer, "interestRecord", grant=grant, amount=tenge(1000), documentHash=digest("interest"))
        self.refuses("E_MONEY_ON_HAND", s.now_two, s.funder, s.second_funder, "grantClose", grant=grant)
        refund = s.new()
        s.now_by(s.officer, "refundSend", grant=grant, refund=refund, amount=tenge(146000), paymentReference="REF-1")
        s.now_by(s.payer, "refundReceive", grant=grant, refund=refund, amount=tenge(146000))
        s.now_two(s.funder, s.second_funder, "grantClose", grant=grant)
        statement = s.new()
        s.now_by(s.officer, "statementMatch", statement=statement, organisation=s.ngo, from_=s.day(-30), to=s.day(),
                 document=digest("bank"), rows=6, matched=5, unmatched=1)
        row = s.statement(grant)
        figures = ("awarded", "disbursed", "reversed", "spent", "returned", "onHand")
        self.assertEqual([row[figure] for figure in figures], [30000000, 30000000, 2000000, 13500000, 14600000, 0])
        self.assertEqual(s.state("grant", grant), "closed")
        words = s.facts("statement", statement, "StatementMatched")[0]["words"]
        self.assertEqual((words["rows"], words["matched"], words["unmatched"]), (6, 5, 1))
        self.regranted_small_grants_stay_within_their_line()

    def regranted_small_grants_stay_within_their_line(self):
        s = self.story
        parent = s.agree(s.award(700000, grantClass="other"), 700000,
                         lines=[("small-grants", "regrant", 600000), ("things", "equipment", 100000)])
        s.pay(parent, 700000)
        first, second = (s.holder("funder", s.ngo) for _ in range(2))
        payer, helped = s.holder("payer", s.ngo), s.organisation("Sample Initiative", "initiativeGroup")
        officer = s.holder("officer", helped)
        subs = s.new(3)

        def award(grant):
            s.sub_award(parent, helped, (first, second), grant=grant)

        award(subs[0])
        award(subs[1])
        self.refuses("E_OVER_PARENT_LINE", award, subs[2])
        s.agree(subs[0], 300000, to=s.day(45), sides=(first, officer))
        payment = s.new()
        s.now_two(first, second, "trancheApprove", grant=subs[0], tranche=1)
        s.now_by(payer, "trancheDisburse", grant=subs[0], disbursement=payment, tranche=1, amount=tenge(300000),
                 paymentReference="SUB-PAY-1")
        s.now_by(s.officer, "expenditureRecord", grant=parent, expenditure=s.new(), line="small-grants",
                 amount=tenge(300000), documentHash=digest("sub pay"), documentKind="statement",
                 documentNumber="SUB-PAY-1", documentDate=s.day(), vendor="KZ-BIN-000140000022", method="bank",
                 disbursement=payment)
        self.assertEqual(s.statement(parent)["spent"], 30000000)
        self.assertEqual(set(s.listed("grant", "--of", parent)), {parent, subs[0], subs[1]})

    def test_41_a_local_budget_holds_a_call_with_experts_and_appeals(self):
        s = self.story
        akimat = s.organisation("Sample Town Akimat", "akimat")
        first, second = s.holder("funder", akimat), s.holder("funder", akimat)
        call, panel = s.new(2)
        s.now_two(first, second, "callPublish", call=call, number=s.number("CALL"), programme=s.programme,
                  funder=akimat, grantClass="other", budget=tenge(2000000), names=names("Sample Call"),
                  criteria=[{"code": "benefit", "points": 10}, {"code": "cost", "points": 5}], from_=s.day(),
                  to=s.day(20), document=digest("call"))
        s.now_two(first, second, "callAmend", call=call, until=s.day(30), document=digest("prolonged"))
        experts = self.drawn_experts(call, panel, first, second)
        applicants = self.applications(call, first)
        (good, _), (poor, poor_officer), (gone, gone_officer) = applicants
        s.now_by(gone_officer, "applicationWithdraw", application=gone)
        related = s.new()
        s.by(experts[1], "relatedPartyDeclare", relatedness=related, person=experts[1].id,
             organisation=s.others(s.subject("application", poor), "organisation")[0], relation="founder",
             from_=s.day())
        self.refuses("E_CONFLICT_OF_INTEREST", s.now_by, experts[1], "scoreGive", score=s.new(), application=poor,
                     criterion="benefit", points=9)
        s.now_by(experts[1], "conflictDeclare", conflict=s.new(), application=poor)
        for criterion, points in (("benefit", 9), ("cost", 4)):
            s.now_by(experts[0], "scoreGive", score=s.new(), application=good, criterion=criterion, points=points)
        s.now_by(experts[0], "scoreGive", score=s.new(), application=poor, criterion="benefit", points=2)
        s.now_by(first, "applicationShortlist", application=good)
        s.now_by(first, "applicationDecline", application=poor, reason="lowScore")
        for answer in ("decisionUphold", "decisionOverturn"):
            s.now_by(poor_officer, "decisionAppeal", application=poor, document=digest("appeal"))
            s.now_two(first, second, answer, application=poor, document=digest(answer))
        grant = s.new()

        def award(**other):
            s.now_two(first, second, "grantAward", **{
                "grant": grant, "number": s.number("LB"), "title": "Awarded by a call", "funder": akimat,
                "grantee": s.ngo, "programme": s.programme, "region": "KZ-75", "amount": tenge(800000),
                "grantClass": "other", "source": "localBudget", "application": good, **other})

        self.refuses("E_CALL_OPEN", award)
        s.now_two(first, second, "callClose", call=call)
        self.refuses("E_CALL_MISMATCH", award, grantClass="small")
        award()
        report = s.register("application", "--of", call)
        self.assertEqual({entry["subject"]: entry["state"] for entry in report["entries"]},
                         {good: "awarded", poor: "admitted", gone: "withdrawn"})
        self.assertEqual(s.register("score", "--of", good)["total"]["points"], 13)
        self.assertEqual(s.subject("call", call)["lastDay"], s.day(30))
        self.assertEqual(s.state("panel", panel), "drawn")
        self.assertEqual(s.statement(grant)["source"], "localBudget")
        self.assertEqual(s.register("conflict", "--of", poor)["total"]["count"], 1)
        self.assertEqual(s.state("relatedness", related), "declared")

    def drawn_experts(self, call, panel, first, second):
        s = self.story
        people = {person.id: person for person in (s.person(f"expert-{number}") for number in range(3))}
        candidates = sorted(people)
        named = s.now_two(first, second, "expertsName", panel=panel, call=call, drawn=2,
                          candidates=[{"person": one} for one in candidates])
        seed = s.asar.run("event", "show", named)["leafHash"]
        chosen = drawn_from(seed, candidates, 2)
        draw = s.asar.run("draw", "experts", panel)
        self.assertEqual((draw["candidates"], draw["drawn"], draw["seed"]), (candidates, chosen, seed))
        command = draw["command"]
        del command["command"]
        self.refuses("E_DRAW_DIFFERS", s.now_by, first, "expertsDraw", **{**command,
                     "experts": command["experts"][::-1]})
        recorded = s.now_by(first, "expertsDraw", **command)
        draw = s.asar.run("draw", "experts", panel)
        self.assertEqual((draw["agrees"], draw["drawn"], draw["record"]["entry"]), (True, chosen, recorded))
        return [people[one] for one in chosen]

    def applications(self, call, funder):
        """Three organisations apply; two of them are admitted."""
        s = self.story
        sent = []
        for number in range(3):
            organisation = s.ngo if number == 0 else s.organisation(f"Sample Applicant {number}")
            officer = s.officer if number == 0 else s.holder("officer", organisation)
            application = s.new()
            s.now_by(officer, "applicationSubmit", application=application, call=call, organisation=organisation,
                     amount=tenge(900000), lines=[{"line": "things", "costType": "equipment", "amount": 90000000}],
                     document=digest(application))
            if number < 2:
                s.now_by(funder, "applicationAdmit", application=application)
            sent.append((application, officer))
        return sent

    def test_42_long_term_grants_are_funded_year_by_year(self):
        s = self.story
        self.classes_in_force()
        self.refuses("E_CLASS_LIMIT", s.award, 43000000, grantClass="long")
        grant = s.agree(s.award(50000000, grantClass="long"), 50000000, tranches=[10000000, 20000000],
                        to=s.day(800), lines=[("work", "services", 30000000), ("things", "equipment", 20000000)])
        self.refuses("E_NOT_APPROPRIATED", s.pay, grant, 10000000)
        self.appropriate(grant, 10000000)
        s.pay(grant, 10000000)
        self.move_budget(grant)
        self.correct_expenditures(grant)
        s.now_two(s.funder, s.second_funder, "grantSuspend", grant=grant, reason="reportOverdue",
                  document=digest("suspended"))
        self.assertEqual(s.state("grant", grant), "suspended")
        s.now_two(s.funder, s.second_funder, "grantResume", grant=grant, document=digest("resumed"))
        s.later(days=320)
        self.appropriate(grant, 20000000)
        self.refuses("E_REPORT_GATE", s.pay, grant, 20000000, tranche=2)
        self.report_of_the_year(grant)
        s.pay(grant, 20000000, tranche=2)
        given = s.register("appropriation", "--of", grant, "--facts")
        self.assertEqual([entry["facts"][0]["year"] for entry in given["entries"]], [2026, 2027])
        self.assertEqual(given["total"]["amounts"], {"KZT": 3000000000})
        self.end_early(grant)
        self.recover_by_audit()

    def classes_in_force(self):
        s = self.story
        for kind, document in (
                ("mciValues", {"values": [{"year": 2026, "value": tenge(4325)}, {"year": 2027, "value": tenge(4325)}]}),
                ("grantClasses", {"classes": [{"grantClass": "long", "mciLeast": 10000, "monthsLeast": 24,
                                               "monthsMost": 36}]}),
                ("virementLimits", {"lineMost": 1000})):
            s.two(s.first, s.second, "policyPublish", policy=s.new(), kind=kind, version="1", status="inForce",
                  source="Sample law on grants", validFrom=s.day(), **{kind: document})

    def appropriate(self, grant, whole):
        s = self.story
        s.now_two(s.funder, s.second_funder, "appropriationRecord", appropriation=s.new(), grant=grant,
                  year=s.moment.year, amount=tenge(whole), document=digest("budget"))

    def move_budget(self, grant):
        s = self.story
        moved = {"grant": grant, "fromLine": "work", "toLine": "things", "document": digest("virement")}
        s.now_by(s.officer, "budgetVire", amount=tenge(3000000), **moved)
        s.now_two(s.officer, s.funder, "budgetVire", amount=tenge(1), **moved)
        s.now_two(s.funder, s.officer, "agreementAmend", grant=grant, number=s.number("A"),
                  lines=[{"line": "work", "costType": "services", "amount": 2600000000},
                         {"line": "things", "costType": "equipment", "amount": 2400000000}],
                  tranches=[{"number": 1, "amount": 1000000000, "due": s.day(30)},
                            {"number": 2, "amount": 2000000000, "due": s.day(60)}],
                  eligibleTo=s.day(800), document=digest("amendment"))
        vired = s.facts("grant", grant, "BudgetVired")
        self.assertEqual([fact["amount"] for fact in vired], [300000000, 100])
        lines = s.facts("grant", grant, "AgreementAmended")[0]["words"]["lines"]
        self.assertEqual({one["word"]: one["value"] for one in lines}, {"work": 2600000000, "things": 2400000000})

    def correct_expenditures(self, grant):
        s = self.story
        wrong, mistaken = s.spend(grant, 500000), s.spend(grant, 70000)
        s.now_by(s.officer, "expenditureCorrect", grant=grant, expenditure=wrong, line="work", amount=tenge(450000),
                 reason="wrongAmount")
        s.now_by(s.officer, "expenditureVoid", grant=grant, expenditure=mistaken, reason="duplicate")
        self.assertEqual(s.facts("grant", grant, "ExpenditureCorrected")[0]["amount"], 45000000)
        self.assertEqual(s.facts("grant", grant, "ExpenditureVoided")[0]["reason"], "duplicate")

    def report_of_the_year(self, grant):
        s = self.story
        obligation = s.new()
        s.now_by(s.funder, "obligationCreate", obligation=obligation, organisation=s.ngo, funder=s.fund, grant=grant,
                 kind="annual", due=s.day(10))
        s.now_by(s.officer, "reportSubmit", obligation=obligation, document=digest("annual"), figures=[])
        s.now_by(s.funder, "reportAccept", obligation=obligation)

    def end_early(self, grant):
        """29 550 000 are on hand: a part is demanded and waived, the rest goes back."""
        s = self.story
        waived, refund = s.new(2)
        s.now_two(s.funder, s.second_funder, "grantTerminate", grant=grant, reason="noMoney", document=digest("end"))
        self.refuses("E_OVER_ON_HAND", s.now_by, s.funder, "refundDemand", demand=s.new(), grant=grant,
                     amount=tenge(29550001), due=s.day(20), document=digest("demand"))
        s.now_by(s.funder, "refundDemand", demand=waived, grant=grant, amount=tenge(550000), due=s.day(20),
                 document=digest("demand"))
        s.now_two(s.funder, s.second_funder, "refundWaive", demand=waived, document=digest("decision"))
        s.now_by(s.officer, "refundSend", grant=grant, refund=refund, amount=tenge(29000000),
                 paymentReference=s.number("REF"))
        s.now_by(s.payer, "refundReceive", grant=grant, refund=refund, amount=tenge(29000000))
        s.now_two(s.funder, s.second_funder, "grantClose", grant=grant)
        self.assertEqual(s.subject("demand", waived)["amount"], 55000000)
        self.assertEqual(s.state("demand", waived), "waived")
        self.assertEqual(s.state("grant", grant), "closed")

    def recover_by_audit(self):
        s = self.story
        grant, audit, finding = s.agree(s.award(100000), 100000), *s.new(2)
        s.now_two(s.funder, s.second_funder, "grantClose", grant=grant)
        s.now_by(s.auditor, "auditOpen", audit=audit, organisation=s.ngo, grant=grant, from_=s.day(-30), to=s.day(),
                 document=digest("plan"))
        s.now_by(s.auditor, "findingRaise", finding=finding, audit=audit, rule="E02", severity="medium",
                 amount=tenge(5000), document=digest("condition"))
        s.now_two(s.funder, s.second_funder, "recoveryOpen", grant=grant, finding=finding, document=digest("recovery"))
        self.assertEqual(s.state("grant", grant), "recovery")
