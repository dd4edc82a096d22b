// SHA-256 with one context used again and again.
//
// Threads  one Sha256 per thread.
// Errors   a failing crypto library cannot be audited around: std::bad_alloc or abort at construction.
// Source   RFC 6962 section 2.1 for the two prefixes.
#pragma once

#include <memory>

#include "audit/base/bytes.h"

struct evp_md_ctx_st;

namespace audit {

class Sha256 {
 public:
  Sha256();
  ~Sha256();
  Sha256(const Sha256&) = delete;
  Sha256& operator=(const Sha256&) = delete;

  Hash of(Bytes bytes);
  Hash leaf(Bytes entry);
  Hash node(const Hash& left, const Hash& right);

  // For input in pieces.
  void begin();
  void update(Bytes bytes);
  Hash finish();

 private:
  evp_md_ctx_st* context_;
};

Hash sha256(Bytes bytes);

}  // namespace audit
