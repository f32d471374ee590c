// SPDX-License-Identifier: Apache-2.0
#include "server_sync/server/setup.h"

#include <sys/stat.h>

#include <algorithm>
#include <filesystem>

#include "server_sync/server/secrets.h"

namespace touchstone::sync {
namespace {

Error missing(const std::string& what, const std::string& remedy) {
    return {Error::Kind::not_found, what, remedy};
}

}  // namespace

Result<std::unique_ptr<Store>> open_data(const std::string& data_dir, bool create) {
    const auto path = (std::filesystem::path(data_dir) / "touchstone.sqlite").string();
    std::error_code code;
    if (!create && !std::filesystem::exists(path, code))
        return missing("there is no database in " + data_dir,
                       "Run `touchstone-server init --data-dir " + data_dir + "` first.");
    if (create && std::filesystem::create_directories(data_dir, code))
        ::chmod(data_dir.c_str(), S_IRWXU);  // names and password hashes will lie in it
    if (code)
        return Error{Error::Kind::broken_storage, data_dir + ": " + code.message(),
                     "Choose another folder: --data-dir DIR."};
    return open_sqlite_store(path);
}

Result<OrganisationRow> ensure_organisation(Store& store, const std::string& name, Micros now) {
    const auto known = store.organisations();
    if (!known) return known.error();
    for (const auto& organisation : *known)
        if (organisation.name == name) return organisation;
    if (!known->empty())
        return Error{Error::Kind::conflict, "the database belongs to " + known->front().name,
                     "Use that name, or another --data-dir."};
    if (auto set = store.set_epoch(random_token(16)); !set) return set.error();
    const OrganisationRow made{{new_uuid(now)}, name};
    if (auto added = store.add_organisation(made); !added) return added.error();
    return made;
}

Result<OrganisationRow> only_organisation(const Store& store) {
    const auto known = store.organisations();
    if (!known) return known.error();
    if (known->size() != 1)
        return missing("the database holds no organisation", "Run `touchstone-server init` first.");
    return known->front();
}

Result<SiteRow> ensure_site(Store& store, const OrganisationId& organisation, const std::string& name,
                            int utc_offset_minutes, Micros now) {
    const auto known = store.sites(organisation);
    if (!known) return known.error();
    for (const auto& site : *known)
        if (site.name == name) return site;
    const SiteRow made{organisation, {new_uuid(now)}, name, utc_offset_minutes};
    if (auto added = store.add_site(made); !added) return added.error();
    return made;
}

Result<SiteRow> site_named(const Store& store, const OrganisationId& organisation, const std::string& name) {
    const auto known = store.sites(organisation);
    if (!known) return known.error();
    if (name.empty() && known->size() == 1) return known->front();
    std::string names;
    for (const auto& site : *known) {
        if (site.name == name) return site;
        names += (names.empty() ? "" : ", ") + site.name;
    }
    return missing(name.empty() ? "there are several sites" : "there is no site " + name,
                   "Choose one with --site: " + names + ".");
}

Result<int> ensure_people(Store& store, const std::vector<SiteRow>& sites,
                          const std::vector<CsvPerson>& people, Micros now) {
    int added = 0;
    for (const CsvPerson& wanted : people) {
        const auto site = std::find_if(sites.begin(), sites.end(),
                                       [&](const SiteRow& one) { return one.name == wanted.site; });
        if (site == sites.end())
            return missing("there is no site " + wanted.site, "Name it too: --site \"" + wanted.site + "\".");
        const auto known = store.people(site->organisation, site->id);
        if (!known) return known.error();
        const auto same = [&](const PersonRow& person) { return person.name == wanted.name; };
        if (std::any_of(known->begin(), known->end(), same)) continue;
        const Day today = day_of(now, site->utc_offset_minutes);
        auto put = store.put_person(
            {site->organisation, {new_uuid(now)}, wanted.name, site->id, {site->id.text}, today});
        if (!put) return put.error();
        ++added;
    }
    return added;
}

Result<Done> add_user(Store& store, PasswordHasher& hasher, const NewUser& user,
                      const std::string& password) {
    if (const auto complaint = complaint_about(password); !complaint.empty())
        return Error{Error::Kind::refused, complaint, "Choose a longer one; a sentence is easy to remember."};
    auto hash = hasher.hash(password);
    if (!hash) return hash.error();
    return store.add_user({user.site.organisation, user.login, user.name, user.role, user.site.id, *hash});
}

Result<Done> change_password(Store& store, PasswordHasher& hasher, const std::string& login,
                             const std::string& password) {
    if (const auto complaint = complaint_about(password); !complaint.empty())
        return Error{Error::Kind::refused, complaint, "Choose a longer one; a sentence is easy to remember."};
    auto user = store.find_user(login);
    if (!user) return user.error();
    if (!*user) return missing("there is no user " + login, "See who there is: touchstone-server user list.");
    auto hash = hasher.hash(password);
    if (!hash) return hash.error();
    (*user)->password_hash = *hash;
    return store.set_password(**user);
}

Result<std::string> make_code(Store& store, const SiteRow& site, const std::string& device_name, Micros now) {
    const std::string code = random_digits(12);
    auto added =
        store.add_code({site.organisation, hash_of_secret(code), site.id, device_name, now + code_lifetime});
    if (!added) return added.error();
    return code;
}

std::string code_in_groups(const std::string& digits) {
    std::string out;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > 0 && i % 4 == 0) out += '-';
        out += digits[i];
    }
    return out;
}

Result<DeviceRow> device_named(const Store& store, const OrganisationId& organisation,
                               const std::string& name) {
    const auto devices = store.devices(organisation);
    if (!devices) return devices.error();
    std::vector<DeviceRow> found;
    for (const auto& device : *devices)
        if (device.id.text == name || (device.name == name && !device.revoked_at)) found.push_back(device);
    if (found.size() == 1) return found.front();
    return missing(found.empty() ? "there is no device " + name : "several devices have the name " + name,
                   "Take the id from: touchstone-server enrol --list.");
}

}  // namespace touchstone::sync
