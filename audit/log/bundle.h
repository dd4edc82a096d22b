// Bundle — an export opened for the audit: a bundle (ZIP, or a folder with a manifest) or a bare tile folder.
//
// Shape    members README, checkpoint, figures.json, manifest and the tiles, or those of stream_bundle.h, or of the
//          archive of everything public; the manifest names the SHA-256 of every other member, sorted.
// Errors   damage is a finding; null where nothing can be read at all.
#pragma once

#include "audit/log/archive.h"
#include "audit/log/place.h"

namespace audit {

// Of figures.json, and of a member of the archive of everything public, which is made with this in mind.
inline constexpr std::uint64_t kFiguresBytesMax = 256U << 20U;

// ZIP or folder, by what stands there; of an address always a folder. A bundle's manifest is checked here.
std::unique_ptr<Archive> openBundle(const Place& place, Findings& findings);
// Of a bundle of one stream or an archive of what is public, on this machine: that it is one, and what to do with it;
// nullopt: it is none.
std::optional<std::string> whyNotWhole(const Place& place);
// As openBundle, for what asks of a whole log: what holds less is left open with that sentence, and not judged.
std::unique_ptr<Archive> openWholeLog(const Place& place, Findings& findings);
// As openBundle, and nothing of it is read yet.
std::unique_ptr<Archive> openArchive(const Place& place, Findings& findings);
// Says of an export read from afar what could not be read on the way; call it when all has been read.
void tellTroubles(const Archive& archive, Findings& findings);
void checkManifest(const Archive& archive, Findings& findings);
// A bundle holds exactly the tiles of its checkpoint's size; bare tiles are not judged.
void checkTileNames(const Archive& archive, std::uint64_t size, Findings& findings);

}  // namespace audit
