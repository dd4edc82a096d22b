#include "audit/rules/wrapped.h"

#include <gtest/gtest.h>

namespace audit::tests {
namespace {

TEST(WrappedText, KeepsWithinItsColumnsInEveryLanguage) {
  std::string text;
  for (int i = 0; i < 60; ++i) text += "қазақша мәтін ";
  text += std::string(300, 'x');
  std::string_view rest;
  const std::string lines = wrapped(text, "  - ", "    ");
  rest = lines;
  while (!rest.empty()) {
    const auto end = rest.find('\n');
    EXPECT_LE(columnsOf(rest.substr(0, end)), kColumns);
    rest.remove_prefix(end + 1);
  }
}

TEST(WrappedText, DoesNotBreakAtFixedSpaces) {
  const std::string amount = "1\u00A0000.00\u00A0KZT";
  const std::string lines = wrapped(std::string(115, 'a') + " " + amount, "", "  ");
  EXPECT_EQ(lines, std::string(115, 'a') + "\n  " + amount + "\n");
}

TEST(WrappedText, PutsTheRightEdgeAtTheRight) {
  EXPECT_EQ(columnsOf(edges("ауыр", "7")), kColumns + 1);  // and its line feed
  EXPECT_EQ(edges("a", ""), "a\n");
}

}  // namespace
}  // namespace audit::tests
