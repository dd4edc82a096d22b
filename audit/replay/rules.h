// rule — what the rules of version 1 say of any command; bringAbout — its effect.
#pragma once

#include "audit/replay/case.h"

namespace audit {

// Everything but roles, keys of the submission and second persons.
Ruling rule(const State& state, const Case& c, schema::Command::Reader command);
void bringAbout(State& state, const Case& c, schema::Command::Reader command);

const char* nameOf(schema::Command::Reader command);
bool isImportable(schema::Command::Reader command);
// The class of the kind; nullopt for kinds that take the class of their submission or of what they endorse.
std::optional<schema::Visibility> classOf(schema::Command::Reader command);

}  // namespace audit
