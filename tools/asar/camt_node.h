// CamtNode — an element of a camt.053 message, and questions to it by the names of elements below it.
//
// Shape    names without prefix: the namespace of the message was looked at before. An element that is not there has
//          no text and no elements.
// Threads  belongs to the reader that gave the element.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

// Of libxml2, whose headers stay in the sources.
struct _xmlNode;  // NOLINT(bugprone-reserved-identifier): its name there

namespace tools {

class CamtNode {
 public:
  explicit CamtNode(const _xmlNode* node) : node_(node) {}

  explicit operator bool() const { return node_ != nullptr; }
  std::size_t line() const;
  // The first element on the way: at({"Acct", "Id", "IBAN"}).
  CamtNode at(std::initializer_list<std::string_view> way) const;
  std::vector<CamtNode> all(std::string_view name) const;
  // Its own characters, without those of the elements in it.
  std::string text() const;
  std::string text(std::initializer_list<std::string_view> way) const { return at(way).text(); }
  std::string attribute(const char* name) const;

 private:
  const _xmlNode* node_;
};

std::string_view textOf(const unsigned char* characters);

}  // namespace tools
