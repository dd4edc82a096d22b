#!/usr/bin/env python3
"""The lint of sizes counts files, functions, parameters and columns, and knows a function when it sees one."""
import unittest

from planted import PlantedTree

import cpp
import sizes

TRICKY = r'''
namespace ledger {
constexpr std::array<int, 2> kTable = {{1, 2}};
struct Point { int x = 0; int y{1}; };
enum class Kind { kOne, kTwo };
template <class A, class B>
Result<std::map<A, B>> make(const std::map<A, B>& from, int count) {
  const char* text = "} // {";
  const auto raw = R"({ not a brace )";
  return {};
}
class Log : public Reader {
 public:
  explicit Log(int a) : a_(a), b_{a} {
    a_ = 1'000;
  }
  bool operator()(int a, int b) const { return a < b; }
  auto size() const -> std::size_t { return 1; }
 private:
  int a_;
};
}  // namespace ledger
'''


def function_of(lines, parameters=""):
    return f"void longOne({parameters}) {{\n" + "  x();\n" * (lines - 2) + "}\n"


class Functions(unittest.TestCase):
    def test_finds_functions_and_nothing_else(self):
        found = [(f.name, f.parameters, f.lines) for f in cpp.functions(TRICKY)]
        self.assertEqual(found, [("make", 2, 6), ("Log", 1, 3), ("operator()", 2, 1), ("size", 0, 1)])


class Sizes(PlantedTree):
    def test_passes_at_the_limit(self):
        self.plant("ledger/a.cc", function_of(60, "int a, std::map<int, int> b, int c, int d"))
        self.plant("ledger/a.h", "//\n" * 200)
        self.assertEqual(self.failures(sizes.check) + self.warnings(sizes.check), [])

    def test_warns_past_the_target(self):
        self.plant("ledger/a.cc", function_of(61))
        self.assertEqual(len(self.warnings(sizes.check)), 1)
        self.assertEqual(self.failures(sizes.check), [])

    def test_finds_a_long_function(self):
        self.plant("ledger/a.cc", "\n" + function_of(71))
        self.assert_found(self.failures(sizes.check), "ledger/a.cc:2:", "lines of longOne: 71, at most 70")

    def test_finds_too_many_parameters(self):
        self.plant("ledger/a.cc", function_of(3, "int a, int b, int c, int d, int e, int f"))
        self.assert_found(self.failures(sizes.check), "parameters of longOne: 6")

    def test_finds_long_files_by_their_kind(self):
        for path, lines in (("ledger/a.h", 301), ("ledger/b.cc", 401), ("tests/ledger/b_test.cc", 601)):
            with self.subTest(path=path):
                self.plant(path, "//\n" * lines)
                self.assert_found(self.failures(sizes.check), path, str(lines))
                (self.root / path).unlink()

    def test_finds_a_long_line(self):
        self.plant("tools/dev/a.py", "x" * 121 + "\n")
        self.assert_found(self.failures(sizes.check), "columns: 121")


if __name__ == "__main__":
    unittest.main()
