"""Systems, offices and programmes: the first twenty-four things."""
from asked_for.importing import imported_and_linked
from asked_for.story import digest, names, tenge

REGIONS = ("KZ-10", "KZ-11", "KZ-15", "KZ-19", "KZ-23", "KZ-27", "KZ-31", "KZ-33", "KZ-35", "KZ-39", "KZ-43", "KZ-47",
           "KZ-55", "KZ-59", "KZ-61", "KZ-62", "KZ-63", "KZ-71", "KZ-75", "KZ-79")


class Offices:
    def test_01_the_republican_office_has_a_mandate_and_watches_projects(self):
        s = self.story
        office, visits = s.new(), s.new(3)
        s.two(s.first, s.second, "officeEstablish", office=office, kind="national",
              names=names("Sample National Front Office"))
        s.two(s.first, s.second, "officeMandateSet", office=office, act="ORDER-1", document=digest("order"),
              from_=s.day(), to=s.day(365))
        clerk = s.holder("clerk", office)
        for visit, verdict in zip(visits, ("onTrack", "remarks", "onTrack")):
            aspects = ("minors", "records") if verdict == "remarks" else ()
            found = [{"aspect": aspect, "serious": False} for aspect in aspects]
            s.now_by(clerk, "monitoringVisitRecord", visit=visit, office=office, project=s.project, verdict=verdict,
                     document=digest(visit), findings=found)
        offices = {entry["subject"]: entry for entry in s.register("office", "--facts")["entries"]}
        mandate = [fact for fact in offices[office]["facts"] if fact["event"] == "OfficeMandateSet"]
        self.assertEqual([fact["number"] for fact in mandate], ["ORDER-1"])
        seen = s.register("visit", "--of", office, "--facts")
        verdicts = [entry["facts"][0]["words"]["verdict"] for entry in seen["entries"]]
        self.assertEqual(sorted(verdicts), ["onTrack", "onTrack", "remarks"])
        found = [fact["words"]["findings"] for entry in seen["entries"] for fact in entry["facts"]
                 if "findings" in fact["words"]]
        self.assertEqual([[one["word"] for one in visit] for visit in found], [["minors", "records"]])
        self.assertEqual(s.register("visit", "--of", s.ngo)["total"]["count"], 3, "visits to projects of Sample Hands")
        self.assertEqual([row["kind"] for row in s.report("national")["offices"]].count("national"), 1)

    def test_02_there_is_one_office_in_each_of_twenty_regions(self):
        s = self.story
        for region in REGIONS:
            if region != "KZ-75":
                s.two(s.first, s.second, "officeEstablish", office=s.new(), kind="regional", region=region,
                      names=names(f"Sample Office {region}"))
        regional = [entry["region"] for entry in s.register("office")["entries"] if entry["kind"] == "regional"]
        self.assertEqual(sorted(regional), sorted(REGIONS))
        self.refuses("E_REGION_HAS_OFFICE", s.by, s.first, "officeEstablish", office=s.new(), kind="regional",
                     region="KZ-10", names=names("Another"))

    def test_03_anybody_brings_an_idea_and_gets_an_answer(self):
        s = self.story
        first, second, third = s.new(3)
        for idea in (first, second, third):
            s.now_by(s.volunteer, "ideaSubmit", idea=idea, office=s.office, direction="taza-alem", region="KZ-75",
                     document=digest(idea))
        asked = s.day()
        s.later(days=6)
        for idea in (first, second):
            s.now_by(s.clerk, "ideaTriage", idea=idea)
        s.now_by(s.clerk, "ideaConvert", idea=first, project=s.start_project("Sample Garden"))
        s.now_by(s.clerk, "ideaDecline", idea=second, reason="noMeans")
        report = s.register("idea", "--facts")
        self.assertEqual({state: sums["count"] for state, sums in report["byState"].items()},
                         {"converted": 1, "declined": 1, "submitted": 1})
        idea = s.subject("idea", first)
        self.assertEqual((idea["openedDay"], idea["sinceDay"]), (asked, s.day()), "answered after six days")
        self.assertEqual(s.facts("idea", second, "IdeaDeclined")[0]["reason"], "noMeans")
        project = s.others(idea, "project")[0]
        self.assertEqual(s.subject("project", project)["en"], "Sample Garden")

    def test_04_another_portal_is_linked_imported_and_reconciled(self):
        s = self.story
        system, link, batch, brought = s.new(4)
        s.two(s.first, s.second, "externalSystemRegister", system=system, code="sample-portal",
              names=names("Sample Portal"), office=s.office)
        s.now_by(s.clerk, "externalIdLink", link=link, system=system, subject=s.ngo, externalId="ORG-77")
        importer = s.holder("importer")
        part = s.command("importRecord", {"batch": batch, "part": 0, "sourceHash": digest("file"),
                                          "mappingHash": digest("mapping"), "firstRow": 0, "rows": 1,
                                          "system": system})
        organisation = s.command("organisationRegister", {
            "organisation": brought, "office": s.office, "kind": "ngo", "names": names("Brought Along"),
            "region": "KZ-10"})
        s.asar.submit(importer, part, organisation, options=["--assurance", "imported"])
        there = s.register("organisation")["total"]["count"]
        figures = s.reconcile("sample-portal", f"{s.day(-30)}..{s.day()}", "organisations,9\norganisations/KZ-10,1\n")
        self.assertEqual(figures, {"organisations": (9, there, 9 - there), "organisations/KZ-10": (1, 1, 0)})
        self.assertEqual(s.reconciled("sample-portal")["organisations"], (there, there))
        self.assertEqual(s.subject("organisation", brought)["batch"], batch)
        self.assertEqual([one["subject"] for one in s.report("links", "--external-id", "ORG-77")["links"]], [s.ngo])
        came = s.report("imports", batch)["batches"][0]
        self.assertEqual([(kind["event"], kind["count"]) for kind in came["kinds"]], [("OrganisationRegistered", 1)])
        self.assertEqual(came["systemCode"], "sample-portal")
        void = s.command("importVoid", {"batch": batch, "occurredAt": s.now})
        s.asar.submit(importer, void, options=["--assurance", "imported"])
        s.sent.update(("importRecord", "importVoid"))
        self.assertEqual(s.state("batch", batch), "voided")
        self.assertEqual(imported_and_linked(s, importer, "sample-portal"), (2, 2))
        s.now_two(s.first, s.second, "externalSystemRetire", system=system)
        self.assertEqual(s.state("system", system), "retired")
        self.refuses("E_WRONG_STATE", s.now_by, s.clerk, "externalIdLink", link=s.new(), system=system,
                     subject=s.project, externalId="PROJECT-7")

    def test_05_a_call_for_help_is_routed_and_resolved(self):
        s = self.story
        calls = s.new(3)
        for request, channel in zip(calls, ("call", "call", "web")):
            s.now_by(s.clerk, "requestReceive", request=request, office=s.office, channel=channel, need="medicine",
                     region="KZ-75")
        received = s.day()
        for request in calls[:2]:
            s.now_by(s.clerk, "requestRoute", request=request, organisation=s.ngo)
        s.later(days=2)
        s.now_by(s.clerk, "requestResolve", request=calls[0], outcome="helped")
        report = s.register("request", "--facts")
        self.assertEqual({state: sums["count"] for state, sums in report["byState"].items()},
                         {"received": 1, "resolved": 1, "routed": 1})
        by_call = [entry for entry in report["entries"] if entry["facts"][0]["words"]["channel"] == "call"]
        self.assertEqual(len(by_call), 2)
        helped = s.subject("request", calls[0])
        self.assertEqual((helped["openedDay"], helped["sinceDay"]), (received, s.day()))
        self.assertEqual(helped["facts"][-1]["words"]["outcome"], "helped")
        self.assertEqual(s.register("request", "--of", s.ngo)["total"]["count"], 2)

    def test_06_six_projects_are_programmes_each_in_its_direction(self):
        s = self.story
        titles = {"asyl-mura": "Asyl mura", "bilim": "Bilim", "saulyq": "Saulyq", "sabaqtastyq": "Sabaqtastyq",
                  "taza-alem": "Taza alem", "umit": "Umit"}
        programmes = {}
        for code, title in titles.items():
            s.two(s.first, s.second, "directionAdd", direction=s.new(), code=code, names=names(title))
            programmes[code] = s.define_programme(code, title)
        plan = {"project": s.new(), "programme": programmes["bilim"], "organisation": s.ngo, "region": "KZ-75",
                "from_": s.day(), "to": "2028-12-31", "names": names("Sample Lessons")}
        s.now_by(s.officer, "projectPropose", document=digest("plan of lessons"), **plan)
        self.refuses("E_WRONG_STATE", s.by, s.officer, "projectStart", **plan)
        s.now_by(s.clerk, "projectApprove", project=plan["project"])
        self.assertEqual(s.state("project", plan["project"]), "approved")
        self.refuses("E_PROJECT_DIFFERS", s.by, s.officer, "projectStart", **{**plan, "to": "2029-12-31"})
        s.by(s.officer, "projectStart", **plan)
        self.assertEqual(s.state("project", plan["project"]), "running")
        s.serve(120, None, s.schedule(project=plan["project"]))
        directions = s.register("direction", "--state", "active")
        self.assertTrue(set(titles) <= {entry["code"] for entry in directions["entries"]})
        self.assertEqual(s.subject("programme", programmes["umit"])["code"], "umit")
        hours = {row["code"]: row["attestedMinutes"] for row in s.report("national", "--exact")["directions"]}
        self.assertEqual(hours["bilim"], 120)
        self.assertEqual(s.register("project", "--of", programmes["bilim"])["total"]["count"], 1)

    def test_07_a_marathon_counts_good_deeds_and_people(self):
        s = self.story
        campaign = s.new()
        s.by(s.clerk, "campaignOpen", campaign=campaign, office=s.office, scale="national",
             names=names("Sample Marathon of Good Deeds"), from_=s.day(), to=s.day(20))
        for quantity, people in ((7, 3), (40, 12)):
            s.now_by(s.officer, "deedRecord", deed=s.new(), campaign=campaign, organisation=s.ngo, category="visits",
                     quantity=quantity, people=people)
        before = s.asar.run("status")["size"]
        s.later(days=21)
        s.now_by(s.clerk, "campaignClose", campaign=campaign)
        self.refuses("E_WRONG_STATE", s.now_by, s.officer, "deedRecord", deed=s.new(), campaign=campaign,
                     organisation=s.ngo, category="visits", quantity=1, people=1)
        deeds = s.register("deed", "--of", campaign)["total"]
        self.assertEqual((deeds["count"], deeds["quantities"][""], deeds["people"]), (2, 47, 15))
        self.assertEqual(s.state("campaign", campaign), "closed")
        earlier = s.listed("campaign", "--of", campaign, "--at", str(before))
        self.assertEqual(earlier[campaign]["state"], "open", "before it was closed")

    def test_08_activities_of_half_a_year_are_counted_with_their_people(self):
        s = self.story
        project = s.start_project("Sample Spring Days")
        held, cancelled, coming = (s.schedule(project=project) for _ in range(3))
        shift = s.new()
        s.by(s.coordinator, "shiftOpen", shift=shift, activity=held, role="gardener", starts=s.now,
             ends=s.after(hours=2), minPeople=1, maxPeople=20)
        first_day = s.day()
        s.later(hours=9)
        s.by(s.coordinator, "attendanceSummarise", shift=shift, state="completed", people=9, minutes=1080)
        s.now_by(s.coordinator, "activityHold", activity=held, people=31)
        s.now_by(s.coordinator, "activityCancel", activity=cancelled, reason="weather")
        span = f"{first_day}..{s.day()}"
        found = s.register("activity", "--of", project, "--in", span)
        self.assertEqual({state: sums["count"] for state, sums in found["byState"].items()},
                         {"cancelled": 1, "held": 1, "scheduled": 1})
        self.assertEqual(found["total"]["people"], 31)
        self.assertEqual(s.register("activity", "--of", project, "--in", f"{s.day(1)}..")["total"]["count"], 0)
        self.assertEqual(s.facts("activity", cancelled, "ActivityCancelled")[0]["reason"], "weather")
        self.assertEqual(s.facts("shift", shift, "AttendanceSummarised")[0]["minutes"], 1080)
        self.assertEqual(s.state("activity", coming), "scheduled")

    def test_09_reported_projects_and_grants_stand_beside_those_in_the_ledger(self):
        s = self.story
        s.later(days=1)  # a day on which nothing else was started
        programme = s.define_programme("taza-alem", "Sample Year")
        projects = [s.start_project(f"Sample Project {number}", programme) for number in range(3)]
        s.now_by(s.officer, "projectSuspend", project=projects[0], reason="weather")
        s.now_by(s.officer, "projectResume", project=projects[0])
        s.now_by(s.officer, "projectComplete", project=projects[0], document=digest("final"))
        s.now_by(s.officer, "projectCancel", project=projects[1], reason="noMoney")
        s.award(300000, programme=programme)
        parent = s.agree(s.award(600000, programme=programme, grantClass="other"), 600000,
                         lines=[("small-grants", "regrant", 600000)])
        sides, helped = [s.holder("funder", s.ngo) for _ in range(2)], s.organisation("Sample Circle")
        for _ in range(2):
            s.sub_award(parent, helped, sides, programme=programme)
        states = s.register("project", "--of", programme)["byState"]
        self.assertEqual({state: sums["count"] for state, sums in states.items()},
                         {"cancelled": 1, "completed": 1, "running": 1})
        derived = s.register("grant", "--of", programme)["total"]
        self.assertEqual((derived["count"], derived["amounts"]["KZT"]), (4, 150000000))
        s.two(s.first, s.second, "externalSystemRegister", system=s.new(), code="sample-yearbook",
              names=names("Sample Yearbook"), office=s.office)
        figures = s.reconcile("sample-yearbook", f"{s.day()}..{s.day()}",
                              "projects,4\nsmallGrants,1\nsmallSubAwards,3\n"
                              "amountSmallSubAwards,900000.00 KZT\namountAwarded,900000.00 KZT\n")
        self.assertEqual(figures, {"projects": (4, 3, 1), "smallGrants": (1, 1, 0), "smallSubAwards": (3, 2, 1),
                                   "amountSmallSubAwards": (90000000, 60000000, 30000000),
                                   "amountAwarded": (90000000, 90000000, 0)})
        s.start_project("Sample Project that came late", programme)
        self.assertEqual(s.reconciled("sample-yearbook")["projects"], (3, 4))

    def test_10_students_have_units_that_serve(self):
        s = self.story
        union = s.organisation("Sample Student Union", "studentUnion")
        officer = s.holder("officer", union)
        project = s.start_project("Sample Student Initiative", None, union, officer)
        attestor = s.holder("attestor", union)
        s.serve(90, None, s.schedule(project=project, by=attestor), attestor=attestor)
        unions = [entry for entry in s.register("organisation")["entries"] if entry["kind"] == "studentUnion"]
        self.assertIn(union, [entry["subject"] for entry in unions])
        self.assertEqual(s.register("project", "--of", union)["total"]["count"], 1)
        record = s.report("service", s.volunteer.id)["entries"]
        self.assertEqual([row["minutes"] for row in record if row["organisation"] == union], [90])

    def test_11_unions_belong_to_schools_colleges_and_universities(self):
        s = self.story
        school, college = s.organisation("Sample School", "stateBody"), s.organisation("Sample College", "stateBody")
        for place, count in ((school, 2), (college, 1)):
            for number in range(count):
                union = s.organisation(f"Union {number} of {place[:4]}", "studentUnion")
                s.now_by(s.holder("officer", union), "membershipBegin", membership=s.new(), organisation=union,
                         within=place, kind="institution")
        self.assertEqual(s.register("membership", "--of", school)["total"]["count"], 2)
        self.assertEqual(s.register("membership", "--of", college)["total"]["count"], 1)
        self.assertEqual({entry["kind"] for entry in s.register("membership", "--of", school)["entries"]},
                         {"institution"})

    def test_12_young_volunteers_say_when_and_whom_they_help(self):
        s = self.story
        young = s.person("young-volunteer")
        s.by(young, "availabilitySet", person=young.id, weekdays=96, from_=s.day())
        project = s.start_project("Sample Visits")
        s.by(s.officer, "projectClassify", project=project, activityCode="D12", goals=["health"],
             beneficiaries=["disabled", "elderly", "orphans"])
        s.serve(60, young, s.schedule(project=project))
        available = s.facts("person", young.id, "AvailabilitySet")[0]
        self.assertEqual(available["words"]["weekdays"], 96, "Saturdays and Sundays")
        helped = s.facts("project", project, "ProjectClassified")[0]["words"]["beneficiaries"]
        self.assertEqual(helped, ["disabled", "elderly", "orphans"])
        self.assertEqual(s.served(young), 60)

    def test_13_the_state_social_order_has_contracts_beside_grants(self):
        s = self.story
        contract, done = s.new(2)
        s.now_two(s.funder, s.officer, "contractSign", contract=contract, number=s.number("GSZ"),
                  programme=s.programme, funder=s.fund, grantee=s.ngo, amount=tenge(900000),
                  names=names("Sample Social Order"), from_=s.day(), to=s.day(200), document=digest("contract"))
        s.now_by(s.funder, "deliverableAccept", deliverable=done, contract=contract, amount=tenge(400000),
                 document=digest("act"))
        self.refuses("E_OVER_CONTRACT", s.now_by, s.funder, "deliverableAccept", deliverable=s.new(),
                     contract=contract, amount=tenge(500001), document=digest("act 2"))
        s.now_two(s.funder, s.second_funder, "contractEnd", contract=contract)
        self.assertEqual(s.subject("contract", contract)["amount"], 90000000)
        self.assertEqual(s.state("contract", contract), "ended")
        delivered = s.register("deliverable", "--of", contract)["total"]
        self.assertEqual((delivered["count"], delivered["amounts"]), (1, {"KZT": 40000000}))
        self.assertNotIn(contract, s.listed("grant"))

    def test_14_meetings_with_target_groups_are_counted(self):
        s = self.story
        for audience, people in (("veterans", 25), ("students", 80), ("students", 45)):
            s.now_by(s.clerk, "meetingHold", meeting=s.new(), office=s.office, audience=audience, people=people)
        report = s.register("meeting", "--of", s.office, "--facts")
        self.assertEqual((report["total"]["count"], report["total"]["people"]), (3, 150))
        students = [entry["people"] for entry in report["entries"]
                    if entry["facts"][0]["words"]["audience"] == "students"]
        self.assertEqual(students, [80, 45])

    def test_15_a_forum_counts_countries_speakers_and_participants(self):
        s = self.story
        forum = s.new()
        s.by(s.clerk, "forumRegister", forum=forum, office=s.office, names=names("Sample Forum of Volunteers"),
             country="KZ", from_=s.day(5), to=s.day(7))
        for country, role, people in (("KZ", "speaker", 4), ("KZ", "participant", 60), ("UZ", "participant", 12)):
            s.by(s.clerk, "participationRecord", forum=forum, country=country, role=role, people=people)
        self.refuses("E_PARTICIPATION_TAKEN", s.by, s.clerk, "participationRecord", forum=forum, country="UZ",
                     role="participant", people=1)
        counted = s.facts("forum", forum, "ParticipationRecorded")
        self.assertEqual({fact["country"] for fact in counted}, {"KZ", "UZ"})
        self.assertEqual(sum(fact["people"] for fact in counted), 76)
        self.assertEqual([fact["people"] for fact in counted if fact["words"]["role"] == "speaker"], [4])

    def test_16_the_international_year_collects_commitments(self):
        s = self.story
        campaign = s.new()
        s.by(s.clerk, "campaignOpen", campaign=campaign, office=s.office, scale="international",
             names=names("Sample Year of Volunteers"), from_=s.day(), to=s.day(300))
        for unit, quantity in (("trees", 500), ("trees", 250), ("hours", 1000)):
            s.by(s.officer, "commitmentRecord", commitment=s.new(), campaign=campaign, organisation=s.ngo, unit=unit,
                 quantity=quantity, due=s.day(250))
        report = s.register("commitment", "--of", campaign)
        self.assertEqual(report["total"]["quantities"], {"hours": 1000, "trees": 750})
        self.assertEqual(s.facts("campaign", campaign, "CampaignOpened")[0]["words"]["scale"], "international")

    def test_17_a_standing_council_takes_resolutions_and_sees_them_done(self):
        s = self.story
        council, done, waiting = s.new(3)
        s.now_two(s.first, s.second, "councilForm", council=council, office=s.office,
                  names=names("Sample Council of Volunteer Leaders"), document=digest("statute"))
        for resolution, number in ((done, "R-1"), (waiting, "R-2")):
            s.now_by(s.clerk, "resolutionTake", resolution=resolution, council=council, number=number,
                     names=names(f"Resolution {number}"), document=digest(number), due=s.day(30))
        s.now_by(s.clerk, "resolutionFulfil", resolution=done, document=digest("done"))
        tracked = s.listed("resolution", "--of", council)
        self.assertEqual({entry["number"]: entry["state"] for entry in tracked.values()},
                         {"R-1": "fulfilled", "R-2": "taken"})
        self.assertEqual(tracked[waiting]["dueDay"], s.day(30))
        self.assertEqual(s.state("council", council), "formed")

    def test_18_a_fund_of_culture_has_a_programme_and_its_hours(self):
        s = self.story
        fund = s.organisation("Sample Fund of Culture", "foundation")
        programme = s.define_programme("culture", "Sample Museums")
        s.serve(75, None, s.schedule(project=s.start_project("Sample Library", programme)))
        self.assertEqual(s.subject("organisation", fund)["kind"], "foundation")
        hours = {row["code"]: row["attestedMinutes"] for row in s.report("national", "--exact")["directions"]}
        self.assertEqual(hours["culture"], 75)

    def test_19_a_youth_camp_is_a_training(self):
        s = self.story
        camp = s.new()
        s.now_by(s.officer, "trainingHold", training=camp, organisation=s.ngo, kind="camp", topic="leadership",
                 minutes=2400, people=40)
        held = s.subject("training", camp)
        self.assertEqual((held["kind"], held["minutes"], held["people"]), ("camp", 2400, 40))
        self.assertEqual(held["facts"][0]["words"]["topic"], "leadership")

    def test_20_service_at_events_is_told_from_social_work(self):
        s = self.story
        project = s.start_project("Sample Games")
        event, social = (s.schedule(project=project) for _ in range(2))
        s.by(s.coordinator, "activityClassify", activity=event, nature="event")
        s.by(s.coordinator, "activityClassify", activity=social, nature="social")
        shift = s.new()
        s.by(s.coordinator, "shiftOpen", shift=shift, activity=event, role="usher", starts=s.now,
             ends=s.after(hours=4), minPeople=1, maxPeople=3)
        came, left, away = s.new(3)
        others = [s.volunteer, s.person("usher-1"), s.person("usher-2")]
        for signup, volunteer in zip((came, left, away), others):
            s.now_by(volunteer, "shiftSignUp", signup=signup, shift=shift, volunteer=volunteer.id)
        s.now_by(others[0], "checkIn", signup=came, method="qr", device="GATE-1")
        s.now_by(others[1], "signUpCancel", signup=left)
        s.later(hours=5)
        s.now_by(others[0], "checkOut", signup=came, method="qr", device="GATE-1")
        s.now_by(s.coordinator, "noShowRecord", signup=away)
        s.now_by(s.coordinator, "shiftClose", shift=shift, roster=digest("roster"))
        report = s.register("activity", "--of", project, "--facts")
        natures = [fact["words"]["nature"] for entry in report["entries"] for fact in entry["facts"]
                   if fact["event"] == "ActivityClassified"]
        self.assertEqual(sorted(natures), ["event", "social"])
        signups = s.register("signup", "--of", shift)["byState"]
        self.assertEqual({state: sums["count"] for state, sums in signups.items()},
                         {"absent": 1, "cancelled": 1, "checkedOut": 1})
        self.assertEqual(s.state("shift", shift), "closed")

    def test_21_an_international_clean_up_has_its_campaign(self):
        s = self.story
        campaign = s.new()
        s.by(s.clerk, "campaignOpen", campaign=campaign, office=s.office, scale="international",
             names=names("Sample World Clean-up"), from_=s.day(), to=s.day(3))
        s.now_by(s.officer, "deedRecord", deed=s.new(), campaign=campaign, organisation=s.ngo, category="tonnes",
                 quantity=19, people=240)
        total = s.register("deed", "--of", campaign)["total"]
        self.assertEqual((total["people"], total["quantities"][""]), (240, 19))
        self.assertEqual(s.facts("campaign", campaign, "CampaignOpened")[0]["words"]["scale"], "international")

    def test_22_programmes_of_outside_partners_are_registered(self):
        s = self.story
        partner, partnership = s.organisation("Sample International Body", "international"), s.new()
        s.two(s.first, s.second, "partnershipRegister", partnership=partnership, programme=s.programme,
              organisation=partner, names=names("Sample Joint Programme"), from_=s.day())
        self.assertEqual(list(s.listed("partnership", "--of", partner)), [partnership])
        entry = s.subject("partnership", partnership)
        self.assertEqual((entry["state"], s.others(entry, "programme")), ("registered", [s.programme]))

    def test_23_assignments_abroad_go_from_offer_to_completion(self):
        s = self.story
        done, broken = s.new(2)
        sent = [s.volunteer, s.person("abroad")]
        for assignment, person, country in zip((done, broken), sent, ("KE", "TR")):
            s.by(s.officer, "assignmentOffer", assignment=assignment, person=person.id, organisation=s.ngo,
                 country=country, from_=s.day(), to=s.day(60), stipend=tenge(250000))
            s.now_by(person, "assignmentAccept", assignment=assignment)
            s.now_by(s.officer, "assignmentStart", assignment=assignment)
        last = s.day(90)
        s.now_by(s.officer, "assignmentExtend", assignment=done, until=last)
        s.serve(300, None, timeBasis="stipended")
        self.refuses("E_STIPENDED_SERVICE", s.claim, 300)
        s.now_by(s.officer, "assignmentTerminate", assignment=broken, reason="safety")
        s.now_by(s.officer, "assignmentComplete", assignment=done, document=digest("report"))
        roster = s.listed("assignment", "--facts")
        self.assertEqual((roster[done]["state"], roster[broken]["state"]), ("completed", "terminated"))
        self.assertEqual(roster[done]["facts"][0]["country"], "KE")
        self.assertEqual(roster[done]["amount"], 25000000)
        self.assertEqual(roster[done]["lastDay"], last)
        bases = [row["timeBasis"] for row in s.report("service", s.volunteer.id)["entries"]]
        self.assertEqual(bases.count("stipended"), 1)
        s.later(days=1)
        s.serve(30)

    def test_24_an_emergency_sends_volunteers_and_counts_who_served(self):
        s = self.story
        emergency, deployment = s.new(2)
        s.now_two(s.first, s.second, "emergencyDeclare", emergency=emergency, office=s.office, type="flood",
                  names=names("Sample Flood"), region="KZ-75")
        s.now_by(s.clerk, "deploymentOrder", deployment=deployment, emergency=emergency, organisation=s.ngo,
                 skill="rescue", people=20)
        self.assertEqual(s.subject("deployment", deployment)["people"], 20, "asked for")
        s.later(days=3)
        s.now_by(s.officer, "deploymentEnd", deployment=deployment, people=17)
        s.now_two(s.first, s.second, "emergencyEnd", emergency=emergency)
        entry = s.subject("deployment", deployment)
        self.assertEqual((entry["state"], entry["people"], entry["region"]), ("ended", 17, "KZ-75"))
        self.assertEqual([fact["people"] for fact in entry["facts"]], [20, 17])
        self.assertEqual(s.state("emergency", emergency), "ended")
