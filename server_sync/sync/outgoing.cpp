// SPDX-License-Identifier: Apache-2.0
#include "server_sync/sync/outgoing.h"

#include "server_sync/statements/statement.h"

namespace touchstone::sync {
namespace {

/// Of one item around its statement, with room to spare; and of a chunk around its items.
constexpr std::size_t item_frame = 64;
constexpr std::size_t chunk_frame = 1024;

std::size_t size_in_json(const std::string& text) {
    std::size_t size = text.size();
    for (const char letter : text) {
        if (letter == '"' || letter == '\\') size += 1;
        if (static_cast<unsigned char>(letter) < 0x20) size += 5;
    }
    return size;
}

/// A person nobody knows waits like one about whom nobody decided: better late than under a wrong name.
PersonFate fate_of(const PersonId& person, const Sender& sender) {
    const auto found = sender.people.find(person);
    return found == sender.people.end() ? PersonFate{PersonFate::Kind::undecided, {}, {}} : found->second;
}

/// Whom a record is about besides the person who made it, or null.
PersonId* other_person(RecordBody& body) {
    auto* kudos = std::get_if<Kudos>(&body);
    return kudos == nullptr ? nullptr : &kudos->to;
}

/// A record waits, or stays, for the less known of the people in it.
PersonFate::Kind fate_of(const QueuedRecord& queued, const Sender& sender) {
    const PersonFate::Kind own = fate_of(queued.record.header.person, sender).kind;
    RecordBody body = queued.record.body;
    const PersonId* other = other_person(body);
    if (other == nullptr || own == PersonFate::Kind::stays_local) return own;
    const PersonFate::Kind theirs = fate_of(*other, sender).kind;
    return theirs == PersonFate::Kind::sent ? own : theirs;
}

bool is_withheld(const QueuedRecord& queued, const Sender& sender, PersonFate::Kind kind) {
    const OrganisationId& organisation = queued.record.header.organisation;
    const bool foreign = !organisation.empty() && organisation != sender.organisation;
    return foreign || kind == PersonFate::Kind::stays_local || !queued.set_aside.empty();
}

}  // namespace

Record addressed(const QueuedRecord& queued, const Sender& sender) {
    Record record = queued.record;
    RecordHeader& header = record.header;
    header.incarnation = sender.incarnation;
    header.seq = queued.seq;
    const PersonFate fate = fate_of(header.person, sender);
    if (header.organisation.empty()) header.organisation = sender.organisation;
    if (header.site.empty()) header.site = sender.site;
    if (header.device.empty()) header.device = sender.device;
    if (header.team.empty()) header.team = fate.team;
    if (!fate.sent_as.empty()) header.person = fate.sent_as;
    if (PersonId* other = other_person(record.body))
        if (const PersonFate theirs = fate_of(*other, sender); !theirs.sent_as.empty())
            *other = theirs.sent_as;
    return record;
}

Outgoing outgoing(const std::vector<QueuedRecord>& queue, const Sender& sender, std::size_t most_bytes) {
    Outgoing out;
    std::size_t size = chunk_frame;
    for (const QueuedRecord& queued : queue) {
        const PersonFate::Kind kind = fate_of(queued, sender);
        ChunkItem item{queued.seq, std::nullopt};
        if (!is_withheld(queued, sender, kind)) {
            if (kind == PersonFate::Kind::undecided) return out.undecided = true, out;
            item.statement = statement_of(addressed(queued, sender));
        }
        const std::size_t more = item_frame + (item.statement ? size_in_json(*item.statement) : 0);
        if (chunk_frame + more > most_bytes && out.items.empty()) out.too_large = queued.record.header.id;
        if (size + more > most_bytes) return out;
        size += more;
        out.items.push_back(std::move(item));
    }
    return out;
}

}  // namespace touchstone::sync
