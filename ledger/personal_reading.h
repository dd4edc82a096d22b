// Personal reading — who may see a person's values, and that it is listed before they are seen.
//
// Shape    readers are the person herself, a clerk of the person's office (or of all), and an auditor; by a live key.
// Errors   kRefused KEY_UNKNOWN, KEY_REVOKED, KEY_OF_OTHER_PERSON, ROLE_MISSING; kNotFound PERSON_UNKNOWN,
//          PERSON_ERASED; those of vault/vault.h and vault/access_list.h.
// Threads  one.
#pragma once

#include <vector>

#include "ledger/rules/state.h"
#include "ledger/vault/access_list.h"
#include "ledger/vault/vault.h"

namespace ledger {

struct Reading {
  PersonId reader;
  ActorKey key;  // the caller proved that it holds it
  PersonId person;
  Purpose purpose = Purpose::kRequestOfPerson;
  UtcMs at = 0;
};

Result<void> mayRead(const State& state, const Reading& reading);
Result<std::vector<PersonalValue>> readPersonal(const State& state, Vault& vault, AccessList& accesses,
                                                const Reading& reading);

}  // namespace ledger
