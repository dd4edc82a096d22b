#include "tools/asar/camt_node.h"

#include <libxml/tree.h>

namespace tools {
namespace {

bool isCalled(const xmlNode& node, std::string_view name) {
  return node.type == XML_ELEMENT_NODE && textOf(node.name) == name;
}

}  // namespace

std::string_view textOf(const xmlChar* characters) {
  return characters == nullptr ? std::string_view() : reinterpret_cast<const char*>(characters);
}

std::size_t CamtNode::line() const {
  return node_ == nullptr ? 0 : static_cast<std::size_t>(xmlGetLineNo(node_));
}

CamtNode CamtNode::at(std::initializer_list<std::string_view> way) const {
  const xmlNode* node = node_;
  for (const std::string_view name : way) {
    if (node == nullptr) break;
    node = node->children;
    while (node != nullptr && !isCalled(*node, name)) node = node->next;
  }
  return CamtNode(node);
}

std::vector<CamtNode> CamtNode::all(std::string_view name) const {
  std::vector<CamtNode> found;
  for (const xmlNode* node = node_ == nullptr ? nullptr : node_->children; node != nullptr; node = node->next) {
    if (isCalled(*node, name)) found.emplace_back(node);
  }
  return found;
}

std::string CamtNode::text() const {
  std::string text;
  for (const xmlNode* node = node_ == nullptr ? nullptr : node_->children; node != nullptr; node = node->next) {
    if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) text += textOf(node->content);
  }
  return text;
}

std::string CamtNode::attribute(const char* name) const {
  for (const xmlAttr* one = node_ == nullptr ? nullptr : node_->properties; one != nullptr; one = one->next) {
    const xmlNode* value = one->children;
    if (textOf(one->name) == name && value != nullptr && value->type == XML_TEXT_NODE)
      return std::string(textOf(value->content));
  }
  return {};
}

}  // namespace tools
