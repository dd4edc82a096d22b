// WebFolder — an exported folder read over http or https, member by member.
//
// Shape    the members of a bundle are those its manifest names; of bare tiles, the checkpoint and the tiles of its
//          size, with figures.json where it is there. Nothing else can be listed from afar. `checkpoint`, `manifest`
//          and `figures.json` are asked for once: a log that grows meanwhile is judged as it was.
// Errors   findings: what cannot be asked at all is left open. read() gives nullopt for what is not there; what failed
// on
//          the way is told by troubles(), so that a broken line is never taken for a missing tile.
// Threads  readers may share it.
// Source   C2SP tlog-tiles, "Parameters"; RFC 9110.
#pragma once

#include <memory>

#include "audit/log/archive.h"
#include "audit/log/place.h"

namespace audit {

class WebFolder : public Archive {
 public:
  // Null where the address cannot be read as one, or nothing believes the other side's certificate authorities.
  static std::unique_ptr<WebFolder> open(const Place& place, Findings& findings);
  // What failed on the way so far, each once and the first few alone.
  virtual std::vector<std::string> troubles() const = 0;
};

// One document of its own, such as what a witness shows: nullopt where it is not there, or could not be asked for,
// which `trouble` then says.
std::optional<Buffer> fetchDocument(const Place& place, std::uint64_t bytes_max, std::string& trouble);

}  // namespace audit
