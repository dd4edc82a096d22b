// The rules for the founding, keys, roles, offices, organisations and persons.
//
// Shape    judge… says what speaks against a command on the state as it is; apply… brings its effect about, and
//          bears commands that should have been refused.
// Source   ledger/schema/README.md, "Rules, version 1".
#pragma once

#include "audit/replay/case.h"

namespace audit {

bool isRegion(std::string_view code);

Refusal judge(const State& state, const Case& c, schema::LedgerFound::Reader command);
Refusal judge(const State& state, const Case& c, schema::KeyRegister::Reader command);
Refusal judge(const State& state, const Case& c, schema::KeyRotate::Reader command);
Refusal judge(const State& state, const Case& c, schema::KeyRevoke::Reader command);
Refusal judge(const State& state, const Case& c, schema::RoleGrant::Reader command);
Refusal judge(const State& state, const Case& c, schema::RoleRevoke::Reader command);
Refusal judge(const State& state, const Case& c, schema::OfficeEstablish::Reader command);
Refusal judge(const State& state, const Case& c, schema::OrganisationRegister::Reader command);
Refusal judge(const State& state, const Case& c, schema::PersonRegister::Reader command);

void apply(State& state, const Case& c, schema::LedgerFound::Reader command);
void apply(State& state, const Case& c, schema::KeyRegister::Reader command);
void apply(State& state, const Case& c, schema::KeyRotate::Reader command);
void apply(State& state, const Case& c, schema::KeyRevoke::Reader command);
void apply(State& state, const Case& c, schema::RoleGrant::Reader command);
void apply(State& state, const Case& c, schema::RoleRevoke::Reader command);
void apply(State& state, const Case& c, schema::OfficeEstablish::Reader command);
void apply(State& state, const Case& c, schema::OrganisationRegister::Reader command);
void apply(State& state, const Case& c, schema::PersonRegister::Reader command);

}  // namespace audit
