// The account log in a database, and its reports as text and JSON.
#pragma once

#include <nlohmann/json.hpp>

#include "projections/render/accountability.h"
#include "tests/projections/render/rendered.h"
#include "tests/projections/report/account_log.h"

namespace tests {

class RenderedAccount : public AccountRegister {
 protected:
  std::string text(const projections::AccountQuestion& question,
                   ledger::Language language = ledger::Language::kEnglish) {
    const auto text = projections::renderAccount(database_, question, {language, projections::Format::kText});
    EXPECT_TRUE(text.ok()) << question.name << ": " << (text.ok() ? "" : text.error().message);
    return text.ok() ? *text : std::string();
  }
  nlohmann::json json(const projections::AccountQuestion& question) {
    const auto text =
        projections::renderAccount(database_, question, {ledger::Language::kEnglish, projections::Format::kJson});
    EXPECT_TRUE(text.ok()) << question.name;
    return nlohmann::json::parse(text.ok() ? *text : "{}");
  }
  // Compares the text in each language with the one that is kept.
  void expectGoldens(const std::string& file, const projections::AccountQuestion& question) {
    for (const ledger::Language language : ledger::kLanguages)
      expectGolden(file + "." + std::string(codeOf(language)) + ".txt", text(question, language));
  }
};

}  // namespace tests
