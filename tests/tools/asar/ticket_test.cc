#include "tools/asar/ticket.h"

#include <gtest/gtest.h>

namespace tools {
namespace {

TEST(Ticket, GoesThroughItsTextAndKeepsItsHash) {
  ledger::SeededRandom random(4);
  const Ticket drawn = drawTicket(random);
  const auto read = parseTicket("  " + drawn.text() + "\r\n");
  ASSERT_TRUE(read.ok()) << read.error().message;
  EXPECT_EQ(read->enrolment, drawn.enrolment);
  EXPECT_EQ(read->secret, drawn.secret);
  EXPECT_EQ(drawn.hash(), ledger::sha256(drawn.secret.view()));
  EXPECT_NE(drawTicket(random).secret, drawn.secret);
}

TEST(Ticket, IsReadWholeOrNotAtAll) {
  ledger::SeededRandom random(4);
  const std::string text = drawTicket(random).text();
  const std::string secret = text.substr(text.find('.') + 1);
  EXPECT_EQ(secret.size(), 64U);
  for (const std::string& wrong :
       {std::string(), std::string("\n"), secret, text.substr(0, text.size() - 1), text.substr(0, text.size() - 2),
        text + "00", text.substr(1), text.substr(0, text.find('.') + 1), text + "." + secret}) {
    const auto read = parseTicket(wrong);
    ASSERT_FALSE(read.ok()) << wrong;
    EXPECT_EQ(read.error().reason, "BAD_TICKET");
  }
}

}  // namespace
}  // namespace tools
