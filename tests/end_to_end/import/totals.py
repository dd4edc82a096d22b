#!/usr/bin/env python3
"""Totals of the published inputs, worked out without any of our code. Usage: totals.py SHARED_FOLDER"""
import csv
import datetime
import glob
import json
import sys
from decimal import Decimal

folder = sys.argv[1] + "/data/"
out = {}

shifts = json.load(open(folder + "emfcamp-shifts/2024_Shift.json", encoding="utf-8"))
people = {}
minutes = 0
for shift in shifts:
    length = datetime.datetime.fromisoformat(shift["end"]) - datetime.datetime.fromisoformat(shift["start"])
    for state in shift["entry_states"]:
        if length or state["state"] == "arrived":
            people[state["state"]] = people.get(state["state"], 0) + state["count"]
        if state["state"] == "completed":
            minutes += state["count"] * int(length.total_seconds()) // 60
out["shifts"] = len(shifts)
out["shiftPeople"] = sum(people[state] for state in ("signed_up", "completed", "no_show"))
out["shiftAbandoned"] = people["abandoned"]
out["shiftSignedUp"] = people["signed_up"]
out["shiftCompleted"] = people["completed"]
out["shiftNoShow"] = people["no_show"]
out["shiftArrived"] = people["arrived"]
out["shiftMinutes"] = minutes

for quarter in ("jan-mar", "apr-jun"):
    name = f"{folder}council-payments/expenditure-over-500-{quarter}-2017.csv"
    amounts = [Decimal(row["Amount"]) for row in csv.DictReader(open(name, encoding="utf-8", newline=""))]
    out["paid " + quarter] = int(sum(a for a in amounts if a > 0) * 100)
    out["back " + quarter] = int(-sum(a for a in amounts if a < 0) * 100)
    out["rows " + quarter] = len(amounts)

with open(folder + "grants-360giving/power-to-change-870-grants.json", encoding="utf-8") as file:
    grants = json.load(file, parse_float=Decimal)
out["grants"] = len(grants["grants"])
out["granted"] = int(sum(g["amountAwarded"] for g in grants["grants"]) * 100)
named = [o for g in grants["grants"] for o in g["recipientOrganization"] + g["fundingOrganization"]]
out["organisations"] = len({one["id"] for one in named})

diaries = list(csv.DictReader(open(glob.glob(folder + "atus-volunteering/*.csv")[0], encoding="utf-8", newline="")))
out["diaryRows"] = len(diaries)
out["diaryPersons"] = len({row["person_seq"] for row in diaries})
out["diaryMinutes"] = sum(int(row["minutes"]) for row in diaries)
print(json.dumps(out))
