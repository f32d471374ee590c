// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "content/tool/finding.h"
#include "content/tool/source.h"

namespace touchstone::content {

/// One message of a PO file: msgctxt is the address, msgid the source text.
struct PoMessage {
    std::string context, source, translation;
    std::string comment;  // extracted comment: speaker and length
    TextPosition at;      // of msgstr
    bool fuzzy = false;
    bool obsolete = false;
};
struct PoFile {
    std::string header;  // the translation of the empty message
    std::vector<PoMessage> messages;
};

/// Reads UTF-8 PO without plural forms (packs have none); every problem is a finding with its line.
PoFile read_po(std::string_view text, Findings& findings);
std::string write_po(const PoFile& file);

/// The file with every source text in order: known translations kept, changed sources marked fuzzy, texts
/// that are gone kept as obsolete. Nothing that a translator wrote is lost.
PoFile merge_po(const PoFile& old, const std::vector<SourceText>& texts, std::string_view language);

}  // namespace touchstone::content
