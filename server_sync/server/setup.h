// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "server_sync/server/people/password_hasher.h"
#include "server_sync/server/people/people_csv.h"
#include "server_sync/storage/store.h"

/// What the administrator's commands do, without their flags and their words.
namespace touchstone::sync {

/// Opens the database of a data folder; `create` makes folder and database.
Result<std::unique_ptr<Store>> open_data(const std::string& data_dir, bool create);

/// The organisation of that name, made when it is not there; with its first epoch.
Result<OrganisationRow> ensure_organisation(Store& store, const std::string& name, Micros now);
/// The only organisation of this server.
Result<OrganisationRow> only_organisation(const Store& store);
Result<SiteRow> ensure_site(Store& store, const OrganisationId& organisation, const std::string& name,
                            int utc_offset_minutes, Micros now);
/// The site of that name; an empty name means the only one.
Result<SiteRow> site_named(const Store& store, const OrganisationId& organisation, const std::string& name);
/// Adds who is not there yet (same site, same name); returns how many were new.
Result<int> ensure_people(Store& store, const std::vector<SiteRow>& sites,
                          const std::vector<CsvPerson>& people, Micros now);

struct NewUser {
    std::string login, name, role;
    SiteRow site;
};
Result<Done> add_user(Store& store, PasswordHasher& hasher, const NewUser& user, const std::string& password);
/// Ends all sessions of the user too.
Result<Done> change_password(Store& store, PasswordHasher& hasher, const std::string& login,
                             const std::string& password);

inline constexpr Micros code_lifetime = Micros{15} * 60 * 1'000'000;
/// A one-time code of twelve digits for a tablet of the site.
Result<std::string> make_code(Store& store, const SiteRow& site, const std::string& device_name, Micros now);
/// "1234-5678-9012", as a person reads and types it.
std::string code_in_groups(const std::string& digits);
/// By id, or by a name that only one device has.
Result<DeviceRow> device_named(const Store& store, const OrganisationId& organisation,
                               const std::string& name);

}  // namespace touchstone::sync
