#include "ledger/net/url.h"

#include <gtest/gtest.h>

#include <vector>

namespace ledger {
namespace {

TEST(Url, IsTakenApart) {
  const auto url = parseUrl("https://w.example:8443/a/b/");
  ASSERT_TRUE(url.ok());
  EXPECT_TRUE(url->tls);
  EXPECT_EQ(url->host, "w.example");
  EXPECT_EQ(url->port, "8443");
  EXPECT_EQ(url->path, "/a/b");
  EXPECT_EQ(url->authority(), "w.example:8443");
  EXPECT_EQ(parseUrl("https://w.example")->port, "443");
  EXPECT_EQ(parseUrl("http://w.example/")->authority(), "w.example");
  EXPECT_EQ(parseUrl("http://[::1]:80/x")->host, "::1");
  EXPECT_EQ(parseUrl("http://[::1]:7380")->authority(), "[::1]:7380");
}

TEST(Url, RefusesWhatIsNone) {
  for (const char* text : {"", "w.example", "ftp://w.example", "https://", "https:///path", "https://w.example:0",
                           "https://w.example:65536", "https://w.example:", "https://w.example:8a", "https://[::1",
                           "https://user@w.example", "https://w.example/a?b", "https://w.example/a#b",
                           "https://w.example/a b", "https://w .example", "https://w.example/\r\nHost: x"}) {
    const auto url = parseUrl(text);
    ASSERT_FALSE(url.ok()) << text;
    EXPECT_EQ(url.error().reason, "BAD_URL");
  }
}

TEST(Url, KnowsThisMachine) {
  for (const char* text : {"http://127.0.0.1", "http://127.1.2.3:80", "http://[::1]", "http://localhost"})
    EXPECT_TRUE(parseUrl(text)->isLoopback()) << text;
  for (const char* text :
       {"http://127.0.0.1.example", "http://128.0.0.1", "http://[::2]", "http://localhost.example", "http://127.0.0"})
    EXPECT_FALSE(parseUrl(text)->isLoopback()) << text;
}

}  // namespace
}  // namespace ledger
