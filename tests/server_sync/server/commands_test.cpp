// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_test_macros.hpp>

#include "tests/support/http_probe.h"
#include "tests/support/server_process.h"
#include "tests/support/temporary_folder.h"

namespace touchstone::sync {
namespace {

const std::string program = std::string(TOUCHSTONE_BINARY_DIR) + "/bin/touchstone-server";

struct Administrator {
    test::TemporaryFolder folder;
    std::string data_dir = (folder.path() / "data").string();

    test::ProgramResult run(std::vector<std::string> words) const {
        words.insert(words.begin(), program);
        words.insert(words.end(), {"--data-dir", data_dir});
        return test::run_program(words);
    }
    test::ProgramResult init() const {
        const auto people = folder.write("people.csv", "site,name\nNorth,Anna Kowalska\nSouth,Jaan Rebane\n");
        return run({"init", "--organisation", "Lumen Shops", "--site", "North", "--site", "South", "--people",
                    people.string(), "--manager", "ewa", "--manager-name", "Ewa Kalinowska"});
    }
};

bool contains(const test::ProgramResult& result, const std::string& part) {
    return result.output.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("an administrator starts from nothing, and the printed login opens the dashboard") {
    const Administrator administrator;
    const auto made = administrator.init();
    REQUIRE(made.exit_code == 0);
    CHECK(contains(made, "Lumen Shops: 2 site(s), 2 new people"));
    const auto at = made.output.find("password: ") + 10;
    const std::string password = made.output.substr(at, 19);
    test::ServerProcess server(program, administrator.data_dir);
    const auto answer =
        test::ask({server.address() + "/login", "POST", {}, "login=ewa&password=" + password});
    CHECK(answer.status == 303);
    const auto cookie = answer.header("set-cookie");
    const auto page =
        test::ask({server.address() + "/", "GET", {"Cookie: " + cookie.substr(0, cookie.find(';'))}});
    CHECK(page.body.find("Anna Kowalska") != std::string::npos);
    CHECK(page.body.find("Jaan Rebane") == std::string::npos);
    CHECK(server.stop() == 0);
}

TEST_CASE("init can be run again and adds only what is new") {
    const Administrator administrator;
    REQUIRE(administrator.init().exit_code == 0);
    const auto again = administrator.init();
    CHECK(again.exit_code == 0);
    CHECK(contains(again, "2 site(s), 0 new people"));
    CHECK_FALSE(contains(again, "password"));
    CHECK(administrator.run({"init", "--organisation", "Others", "--site", "North"}).exit_code == 1);
}

TEST_CASE("users, read keys and codes are made, and what is wrong says so with an exit code") {
    const Administrator administrator;
    CHECK(administrator.run({"user", "list"}).exit_code == 1);
    REQUIRE(administrator.init().exit_code == 0);
    CHECK(administrator.run({"user", "add", "tom", "--site", "South", "--role", "administrator"}).exit_code ==
          0);
    CHECK(administrator.run({"user", "add", "tom", "--site", "South"}).exit_code == 1);
    CHECK(administrator.run({"user", "add", "eve", "--site", "Nowhere"}).exit_code == 1);
    CHECK(administrator.run({"user", "add", "eve", "--role", "king"}).exit_code == 2);
    CHECK(contains(administrator.run({"user", "list"}), "tom"));
    CHECK(contains(administrator.run({"user", "password", "tom"}), "password: "));
    CHECK(administrator.run({"user", "password", "nobody"}).exit_code == 1);
    CHECK(contains(administrator.run({"user", "read-key", "reports"}), "secret: "));
    CHECK(contains(administrator.run({"enrol", "--site", "North", "--name", "Desk tablet 2"}), "Code: "));
    CHECK(administrator.run({"enrol"}).exit_code == 1);
    CHECK(administrator.run({"enrol", "--revoke", "Desk tablet 2"}).exit_code == 1);
}

TEST_CASE("the server refuses to speak plain HTTP to a network") {
    const Administrator administrator;
    REQUIRE(administrator.init().exit_code == 0);
    CHECK(administrator.run({"serve", "--listen", "0.0.0.0:0"}).exit_code == 1);
    CHECK(administrator.run({"serve", "--listen", "nonsense"}).exit_code == 2);
    CHECK(administrator.run({"serve", "--today", "soon"}).exit_code == 2);
    CHECK(test::run_program({program}).exit_code == 2);
    CHECK(test::run_program({program, "--version"}).exit_code == 0);
}

}  // namespace touchstone::sync
