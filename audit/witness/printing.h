// How asar-witness speaks: text for people, one JSON object for programs.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "audit/witness/state_folder.h"

namespace audit::witness {

// Prints and returns the code the program ends with.
int printDone(bool json, const std::string& command, const nlohmann::ordered_json& facts, const std::string& text);
int printTrouble(bool json, const std::string& command, const Trouble& trouble);
int exitCodeOf(const std::string& reason);

}  // namespace audit::witness
