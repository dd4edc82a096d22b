// A document with something of everything, for the forms.
#pragma once

#include "projections/render/cells.h"
#include "projections/render/document.h"

namespace tests {

inline projections::Document drawnSample(ledger::Language language, std::size_t rows = 3) {
  using namespace projections;
  const Cells cells(language);
  const auto tenge = *ledger::Currency::parse("KZT");
  Table table("amounts", {cells.left("name", phrases::kName), cells.right("amount", phrases::kAmount),
                          cells.left("day", phrases::kDate)});
  for (std::size_t i = 0; i < rows; ++i) {
    table.add({std::string("=ӘҒҚҢӨҰҮҺІ әғқңөұүһі №₸ ") + std::to_string(i), cells.amount(123'456, tenge),
               cells.day(*ledger::parseDay("2026-03-01"))});
  }
  table.add({cells.phrase(phrases::kTotal), cells.amount(123'456, tenge), {}}, RowKind::kTotal);
  Document document{"sample", "Үлгі", "Саябақтағы сенбілік", language, {}, {}, "asar report sample"};
  document.stamp.origin = "demo.example/asar";
  document.stamp.demo = true;
  document.stamp.size = 90;
  document.stamp.newest_at = 1'772'000'000'000;
  document.sections = {{{}, {{"  Қор", std::string("Жасыл бақ")}}, {}, {}},
                       {"Сомалар", {}, {std::move(table)}, {"Барлығы тең."}}};
  return document;
}

}  // namespace tests
