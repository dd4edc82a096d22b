"""Who takes part: things twenty-five to thirty-seven."""
from asked_for.story import digest, tenge


class Actors:
    def test_25_volunteers_are_counted_by_what_others_attest(self):
        s = self.story
        one, double = s.person("counted"), s.person("counted-twice")
        before = s.report("national", "--exact")["total"]
        s.serve(120, one)
        waiting = s.claim(200, one)
        disputed = s.serve(60, one)
        s.now_by(one, "hoursDispute", hours=disputed, reason="arithmetic")
        s.now_by(s.second_attestor, "hoursResolve", hours=disputed, outcome="corrected", minutes=50)
        corrected = s.serve(80, one)
        s.now_by(s.attestor, "hoursCorrect", hours=corrected, minutes=70, reason="breakNotCounted")
        voided = s.serve(30, one)
        s.now_by(s.attestor, "hoursVoid", hours=voided, reason="duplicate")
        s.now_by(s.attestor, "hoursReject", hours=waiting, reason="notPresent")
        s.serve(20, double)
        s.now_two(s.first, s.second, "profilesMerge", person=one.id, absorbed=double.id, document=digest("same"))
        record = s.report("service", one.id)
        self.assertEqual(record["volunteer"]["attestedMinutes"], 120 + 50 + 70)
        states = {row["hours"]: row["state"] for row in record["entries"]}
        self.assertEqual((states[waiting], states[disputed], states[voided]), ("rejected", "corrected", "voided"))
        self.assertEqual(s.state("person", double.id), "merged")
        after = s.report("national", "--exact")["total"]
        self.assertEqual(after["volunteers"] - before["volunteers"], 1, "the absorbed profile counts for nobody")
        self.assertEqual(after["attestedMinutes"] - before["attestedMinutes"], 120 + 50 + 70 + 20)

    def test_26_organisations_are_verified_active_and_rated(self):
        s = self.story
        active, asleep = s.organisation("Sample Watch"), s.organisation("Sample Pause")
        s.now_by(s.clerk, "organisationVerify", organisation=active, registry="sample-register",
                 document=digest("extract"))
        s.now_by(s.auditor, "riskRate", organisation=active, level="medium", document=digest("rating"))
        s.now_by(s.clerk, "organisationDeactivate", organisation=asleep)
        s.later(days=1)
        self.refuses("E_WRONG_STATE", s.start_project, "Sample Nothing", None, asleep, s.holder("officer", asleep))
        self.assertIn(asleep, s.listed("organisation", "--state", "inactive"))
        s.now_by(s.clerk, "organisationReactivate", organisation=asleep)
        self.assertEqual(s.register("organisation", "--state", "inactive")["total"]["count"], 0)
        self.assertEqual(s.facts("organisation", active, "OrganisationVerified")[0]["words"]["registry"],
                         "sample-register")
        self.assertEqual(s.facts("organisation", active, "RiskRated")[0]["words"]["level"], "medium")

    def test_27_networks_have_members_and_branches(self):
        s = self.story
        network = s.organisation("Sample Network")
        member, branch = s.organisation("Sample League"), s.organisation("Sample Branch")
        joined, part = s.new(2)
        officer = s.holder("officer", member)
        s.now_by(officer, "membershipBegin", membership=joined, organisation=member, within=network, kind="network")
        s.now_by(s.holder("officer", branch), "membershipBegin", membership=part, organisation=branch, within=network,
                 kind="parent")
        before = s.asar.run("status")["size"]
        s.now_by(officer, "membershipEnd", membership=joined)
        standing = s.listed("membership", "--of", network)
        self.assertEqual({entry["kind"]: entry["state"] for entry in standing.values()},
                         {"network": "ended", "parent": "begun"})
        earlier = s.register("membership", "--of", network, "--state", "begun", "--at", str(before))
        self.assertEqual(earlier["total"]["count"], 2, "before the league left")

    def test_28_what_is_made_is_counted_in_its_own_unit(self):
        s = self.story
        project = s.start_project("Sample Loops")
        for unit, quantity in (("garments", 300), ("families", 40)):
            s.by(s.officer, "outputTargetSet", target=s.new(), project=project, unit=unit, quantity=quantity,
                 due=s.day(90))
        for unit, quantity in (("garments", 120), ("garments", 35), ("families", 12)):
            s.now_by(s.coordinator, "outputRecord", output=s.new(), project=project, unit=unit, quantity=quantity)
        made = s.register("output", "--of", project)["total"]["quantities"]
        planned = s.register("target", "--of", project)["total"]["quantities"]
        self.assertEqual((made, planned), ({"garments": 155, "families": 12}, {"garments": 300, "families": 40}))

    def test_29_silver_volunteers_are_known_by_the_age_at_service(self):
        s = self.story
        silver = s.person("silver", "from36to59")
        s.serve(60, silver)
        s.later(days=1)
        s.now_by(s.clerk, "ageBandSet", person=silver.id, ageBand="from60", ageBasis="declared")
        s.serve(90, silver)
        bands = s.facts("person", silver.id, "AgeBandSet")
        self.assertEqual([fact["words"]["ageBand"] for fact in bands], ["from60"])
        opened = s.facts("person", silver.id, "PersonRegistered")[0]
        self.assertEqual(opened["words"]["ageBand"], "from36to59")
        self.assertEqual(s.served(silver), 150)
        ages = s.report("office", "KZ-75", "--exact")["service"]["ageBands"]
        self.assertEqual([(one["volunteers"], one["attestedMinutes"]) for one in ages if one["ageBand"] == "from60"],
                         [(1, 90)])
        policy = s.new()
        self.credit_policy(policy, "inForce", {
            "benefit": "distinction", "unit": "hour", "timeBases": ["unpaid"], "ageBands": ["from60"],
            "window": "unlimited", "rounding": "wholeHours", "doubleUse": "silver"})
        earned = s.report("credit", silver.id, "--policy", policy, "--day", s.day())
        self.assertEqual([entry["minutes"] for entry in earned["entries"]], [90], "what was served at sixty or later")
        younger = [step["figures"] for step in earned["steps"] if step["step"] == "age"]
        self.assertEqual((earned["countedMinutes"], younger), (90, [[1, 60]]), "the other entry keeps its band")
        self.refuses("E_NO_CHANGE", s.now_by, s.clerk, "ageBandSet", person=silver.id, ageBand="from60",
                     ageBasis="declared")

    def test_30_children_serve_with_the_consent_of_a_guardian(self):
        s = self.story
        child, guardian, guardianship = s.person("child", "from14to15"), s.person("guardian"), s.new()
        s.two(s.first, s.second, "policyPublish", policy=s.new(), kind="ageRules", version="1", status="inForce",
              source="Sample rules on minors", validFrom=s.day(),
              ageRules={"rules": [{"ageBand": "from14to15", "guardianConsent": True, "supervised": True,
                                   "rolesExcluded": [{"role": "roofer"}]}]})
        self.refuses("E_GUARDIAN_CONSENT_MISSING", s.claim, 60, child)
        s.by(s.clerk, "guardianConsentRecord", guardianship=guardianship, person=child.id, guardian=guardian.id,
             from_=s.day(), to=s.day(100), document=digest("consent"))
        self.refuses("E_ROLE_EXCLUDED", s.claim, 60, child, role="roofer")
        s.serve(60, child)
        self.assertEqual(s.served(child), 60)
        self.assertEqual(s.state("guardianship", guardianship), "given")
        s.now_by(s.clerk, "guardianConsentWithdraw", guardianship=guardianship)
        self.refuses("E_GUARDIAN_CONSENT_MISSING", s.claim, 60, child)
        self.assertEqual(s.state("guardianship", guardianship), "withdrawn")

    def test_31_those_who_are_helped_are_categories_and_never_persons(self):
        s = self.story
        first, second = s.start_project("Sample Care"), s.start_project("Sample Shelter")
        s.by(s.officer, "projectClassify", project=first, activityCode="D12", goals=["noPoverty"],
             beneficiaries=["veterans", "elderly", "sick", "ruralYouth"])
        s.by(s.officer, "projectClassify", project=second, activityCode="D12", goals=["lifeOnLand"],
             beneficiaries=["animals"])
        report = s.register("project", "--facts")
        helped = [word for entry in report["entries"] if entry["subject"] in (first, second)
                  for fact in entry["facts"] for word in fact["words"].get("beneficiaries", [])]
        self.assertEqual(sorted(helped), ["animals", "elderly", "ruralYouth", "sick", "veterans"])
        self.assertEqual(s.facts("project", second, "ProjectClassified")[0]["words"]["beneficiaries"], ["animals"])

    def test_32_social_enterprises_are_organisations_of_their_own_kind(self):
        s = self.story
        enterprise = s.organisation("Sample Workshop", "socialEnterprise")
        s.start_project("Sample Sewing", None, enterprise, s.holder("officer", enterprise))
        kinds = {entry["subject"]: entry["kind"] for entry in s.register("organisation")["entries"]}
        self.assertEqual(kinds[enterprise], "socialEnterprise")
        self.assertEqual(s.register("project", "--of", enterprise)["total"]["count"], 1)

    def test_33_employers_give_paid_time(self):
        s = self.story
        company, employment = s.organisation("Sample Mill", "company"), s.new()
        s.by(s.holder("officer", company), "employerProgrammeAgree", employment=employment, organisation=company,
             weekMinutes=240, from_=s.day(), to=s.day(365), document=digest("agreement"))
        worker, other = s.person("worker"), s.person("other-worker")
        paid = {"timeBasis": "paidWorkTime", "employment": employment}
        s.serve(240, worker, **paid)
        s.serve(40, worker)
        s.serve(241, other, **paid)
        self.refuses("E_NOT_PAID_TIME", s.claim, 60, worker, employment=employment)
        self.refuses("E_UNKNOWN_SUBJECT", s.claim, 60, worker, timeBasis="paidWorkTime", employment=s.new())
        self.assertEqual(s.subject("employment", employment)["minutes"], 240)
        self.assertEqual(list(s.listed("employment", "--of", company)), [employment])
        rows = {person.id: s.report("service", person.id)["entries"] for person in (worker, other)}
        self.assertEqual([(row["minutes"], row["timeBasis"], row["employment"], "overPaidTime" in row["flags"])
                          for row in rows[worker.id] + rows[other.id]],
                         [(240, "paidWorkTime", employment, False), (40, "unpaid", None, False),
                          (241, "paidWorkTime", employment, True)])

    def test_34_a_clerk_helps_a_civil_servant_to_claim(self):
        s = self.story
        body, servant, hours = s.organisation("Sample Department", "stateBody"), s.person("servant"), s.new()
        employment, ended = s.new(2)
        officer = s.holder("officer", body)
        s.by(officer, "employerProgrammeAgree", employment=employment, organisation=body, weekMinutes=120,
             from_=s.day(), document=digest("order"))
        s.by(officer, "employerProgrammeAgree", employment=ended, organisation=body, weekMinutes=60, from_=s.day(-30),
             to=s.day(-1), document=digest("earlier order"))
        self.refuses("E_OUTSIDE_EMPLOYMENT", s.claim, 60, servant, timeBasis="paidWorkTime", employment=ended)
        activity, began = s.schedule(), s.now
        s.later(hours=10)
        claim = s.command("hoursClaim", {
            "hours": hours, "volunteer": servant.id, "activity": activity, "occurredAt": began, "minutes": 120,
            "role": "helper", "timeBasis": "paidWorkTime", "presence": "onsite", "employment": employment})
        s.asar.submit(s.clerk, claim, options=["--assurance", "assisted"])
        s.sent.add("hoursClaim")
        s.now_by(servant, "hoursConfirm", hours=hours)
        s.now_by(s.attestor, "hoursAttest", hours=hours, minutes=120, method="report", reason="none")
        row = s.report("service", servant.id)["entries"][0]
        self.assertEqual((row["assurance"], row["confirmed"], row["minutes"], row["timeBasis"], row["employment"]),
                         ("assisted", 1, 120, "paidWorkTime", employment))
        self.assertNotIn("overPaidTime", row["flags"], "the week was kept to")
        self.assertEqual(s.register("employment", "--of", body)["total"]["minutes"], 180)

    def test_35_akimats_fund_from_local_budgets(self):
        s = self.story
        akimat = s.organisation("Sample Akimat", "akimat", "KZ-10")
        first, second = s.holder("funder", akimat), s.holder("funder", akimat)
        grant = s.new()
        s.now_two(first, second, "grantAward", grant=grant, number=s.number("LB"), title="A local grant",
                  funder=akimat, grantee=s.ngo, programme=s.programme, region="KZ-10", amount=tenge(750000),
                  grantClass="other", source="localBudget")
        found = s.register("grant", "--of", akimat)
        self.assertEqual((found["total"]["count"], found["total"]["amounts"]), (1, {"KZT": 75000000}))
        self.assertEqual(s.statement(grant)["source"], "localBudget")
        by_region = {row["code"]: row["awarded"] for row in s.report("national")["moneyByRegion"]}
        self.assertEqual(by_region["KZ-10"], 75000000)

    def test_36_auditors_look_and_somebody_stands_in_for_another(self):
        s = self.story
        audit, finding, delegation = s.new(3)
        grant = s.agree(s.award(300000), 300000)
        s.pay(grant, 300000)
        spent = [s.spend(grant, whole) for whole in (40000, 50000, 60000)]
        self.audit_with_a_finding(audit, finding, grant)
        drawn = s.facts("audit", audit, "SampleDrawn")[0]
        self.assertEqual((drawn["quantity"], drawn["words"]["population"]), (2, 3))
        sample = s.asar.run("draw", "sample", audit, "expenditures")
        self.assertEqual([one["subject"] for one in sample["population"]], spent)
        self.assertEqual((sample["agrees"], len(sample["drawn"])), (True, 2))
        states = [fact["event"] for fact in s.subject("finding", finding)["facts"]]
        self.assertEqual(states, ["FindingRaised", "FindingResponded", "FindingClosed", "FindingReopened",
                                  "FindingResponded", "FindingCorrected", "FindingClosed"])
        report = s.subject("audit", audit)
        self.assertEqual((report["state"], report["facts"][-1]["words"]["opinion"]), ("reported", "qualified"))
        deputy, volunteer = s.person("deputy"), s.person("served-for")
        s.now_by(s.attestor, "delegationSet", delegation=delegation, person=s.attestor.id, delegate=deputy.id,
                 role="attestor", within=s.ngo, from_=s.day(), to=s.day(30))
        s.serve(55, volunteer, attestor=deputy)
        s.now_by(s.attestor, "delegationEnd", delegation=delegation)
        waiting = s.claim(5, volunteer)
        self.refuses("E_ROLE_MISSING", s.now_by, deputy, "hoursAttest", hours=waiting, minutes=5, method="present",
                     reason="none")
        self.assertEqual(s.served(volunteer), 55)
        self.assertEqual(s.state("delegation", delegation), "ended")
        s.two(s.first, s.second, "roleRevoke", person=s.holder("auditor").id, role="auditor")
        self.assertEqual(len(s.asar.run("event", "list", "--event", "RoleRevoked", "--limit", 9)["entries"]), 1)

    def audit_with_a_finding(self, audit, finding, grant):
        s = self.story
        s.now_by(s.auditor, "auditOpen", audit=audit, organisation=s.ngo, grant=grant, from_=s.day(-30), to=s.day(),
                 document=digest("plan"))
        s.publish()
        s.now_by(s.auditor, "sampleDraw", audit=audit, what="expenditures", population=3, quantity=2)
        s.now_by(s.auditor, "findingRaise", finding=finding, audit=audit, rule="E01", severity="high",
                 amount=tenge(20000), document=digest("condition"))
        s.now_by(s.officer, "findingRespond", finding=finding, agrees=False, document=digest("no"))
        s.now_by(s.auditor, "findingClose", finding=finding, document=digest("closed"))
        s.now_by(s.auditor, "findingReopen", finding=finding, document=digest("again"))
        s.now_by(s.officer, "findingRespond", finding=finding, agrees=True, due=s.day(10), document=digest("yes"))
        s.now_by(s.officer, "findingCorrect", finding=finding, evidence=digest("mended"))
        s.now_by(s.auditor, "findingClose", finding=finding, document=digest("closed at last"))
        alarm = s.new()
        s.now_by(s.auditor, "findingRaise", finding=alarm, audit=audit, rule="E05", severity="low",
                 document=digest("alarm"))
        s.now_by(s.auditor, "findingDismiss", finding=alarm, reason="falseAlarm", document=digest("no such thing"))
        s.now_by(s.auditor, "auditReport", audit=audit, opinion="qualified", document=digest("opinion"))

    def test_37_donors_give_money_and_things_and_see_where_they_went(self):
        s = self.story
        donor = s.organisation("Sample Benefactor", "company")
        pledged, anonymous, back, gift = s.new(4)
        s.now_by(s.officer, "donationPledge", donation=pledged, organisation=s.ngo, donor=donor,
                 donorKind="organisation", amount=tenge(500000), programme=s.programme, due=s.day(30))
        s.now_by(s.officer, "donationReceive", donation=pledged, paymentReference="DON-1",
                 documentHash=digest("slip 1"), amount=tenge(450000))
        for donation, slip in ((anonymous, "slip 2"), (back, "slip 3")):
            s.now_by(s.officer, "donationRecord", donation=donation, organisation=s.ngo, donorKind="anonymous",
                     amount=tenge(10000), paymentReference=s.number("DON"), documentHash=digest(slip))
        s.now_by(s.officer, "giftReceive", gift=gift, organisation=s.ngo, donorKind="person", unit="coats",
                 quantity=30, value=tenge(150000), method="marketPrice", documentHash=digest("coats"))
        s.now_by(s.officer, "donationAllocate", allocation=s.new(), project=s.project, donation=pledged,
                 amount=tenge(300000))
        self.refuses("E_OVER_DONATION", s.now_by, s.officer, "donationAllocate", allocation=s.new(),
                     project=s.project, donation=pledged, amount=tenge(150001))
        s.now_by(s.officer, "donationReturn", donation=back, paymentReference="BACK-1")
        s.now_by(s.officer, "donationReceiptIssue", donation=pledged, number="RC-1", documentHash=digest("receipt"))
        given = s.listed("donation", "--of", donor)
        self.assertEqual([(one["state"], one["amount"]) for one in given.values()], [("received", 45000000)])
        self.assertEqual(s.register("allocation", "--of", pledged)["total"]["amounts"], {"KZT": 30000000})
        self.assertEqual(s.state("donation", back), "returned")
        self.assertEqual(s.subject("gift", gift)["quantity"], 30)
        self.assertEqual(s.register("gift", "--of", s.ngo)["total"]["amounts"], {"KZT": 15000000})
        self.assertEqual(s.facts("donation", pledged, "DonationReceiptIssued")[0]["number"], "RC-1")
