// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "content/tool/finding.h"
#include "content/tool/source.h"

namespace touchstone::content {

/// One message of a PO file: msgctxt is the address, msgid the source text. What stands in several lines is
/// kept with its line breaks.
struct PoMessage {
    std::string context, source, translation;
    std::string comment;  // extracted comment `#.`: speaker, mood and length
    TextPosition at;      // of msgstr
    bool fuzzy = false;
    bool obsolete = false;
    std::string remark = {};              // the translator's own `# `
    std::string references = {};          // `#:`
    std::vector<std::string> flags = {};  // other than fuzzy
    std::string previous = {};            // `#|`: the source that was translated, when it changed since
    std::string previous_context = {};    // `#| msgctxt`, kept as found
};
struct PoFile {
    std::string header;  // the translation of the empty message
    std::vector<PoMessage> messages;
    std::string header_remark = {};    // the translator's comment on top
    std::string trailing_remark = {};  // comments after the last message
};

/// Reads UTF-8 PO without plural forms (packs have none); every problem is a finding with its line.
PoFile read_po(std::string_view text, Findings& findings);
std::string write_po(const PoFile& file);

/// The most characters a translation of `source` may have on its card.
std::size_t longest_translation(std::string_view source);

/// The file with every source text in order: known translations kept, changed sources marked fuzzy with the
/// text that was translated, texts that are gone kept as obsolete. Nothing that a translator wrote is lost.
PoFile merge_po(const PoFile& old, const std::vector<SourceText>& texts, std::string_view language);

/// What a merge did, by address.
struct MergeReport {
    std::vector<std::string> added, changed, gone, back;
    std::size_t translated = 0, fuzzy = 0, untranslated = 0;
};
MergeReport report_merge(const PoFile& old, const PoFile& merged);

}  // namespace touchstone::content
