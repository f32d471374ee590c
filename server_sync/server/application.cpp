// SPDX-License-Identifier: Apache-2.0
#include "server_sync/server/application.h"

#include <array>

#include "server_sync/server/dashboard/layout.h"
#include "server_sync/server/dashboard/sign_in_page.h"
#include "server_sync/server/dashboard/team_page.h"
#include "server_sync/server/http/problem.h"
#include "server_sync/server/lrs/statements_endpoint.h"
#include "server_sync/server/secrets.h"
#include "server_sync/server/team_facts.h"

namespace touchstone::sync {
namespace {

bool wants_html(const WebRequest& request) {
    return request.header("Accept").value_or("").find("text/html") != std::string::npos;
}

/// What went wrong, for a person in a browser or for a program.
WebResponse refusal(const WebRequest& request, const Problem& problem, const std::string& title) {
    if (!wants_html(request)) return problem_response(problem);
    return html_response(problem.status, error_page(title, problem.detail, problem.remedy));
}

WebResponse no_such_page(const WebRequest& request) {
    return refusal(request, {404, "not-found", "There is nothing at this address.", "Check the address.", {}},
                   "Not found");
}

WebResponse other_method(const WebRequest& request, const char* allowed) {
    auto response = refusal(request,
                            {405,
                             "method",
                             "This address does not take " + request.method + ".",
                             std::string("Use ") + allowed + ".",
                             {}},
                            "Not like this");
    response.headers.emplace_back("Allow", allowed);
    return response;
}

WebResponse from_elsewhere(const WebRequest& request) {
    return refusal(request,
                   {403,
                    "cross-site",
                    "The form did not come from this dashboard.",
                    "Open the dashboard itself and try again there; over a network it needs https.",
                    {}},
                   "Refused");
}

/// `weeks` of the query, when it is one of the choices; else eight.
int weeks_from(const WebRequest& request) {
    const auto asked = request.query.find("weeks");
    for (const int weeks : week_choices)
        if (asked != request.query.end() && asked->second == std::to_string(weeks)) return weeks;
    return 8;
}

}  // namespace

Application::Application(Store& store, PasswordHasher& hasher, Assets assets, Clock clock,
                         ApplicationOptions options)
    : store_(store),
      hasher_(hasher),
      assets_(std::move(assets)),
      clock_(clock),
      options_(options),
      sync_(store, clock) {}

WebResponse Application::handle(const WebRequest& request) {
    struct Route {
        const char* path;
        const char* method;
        WebResponse (*answer)(Application&, const WebRequest&);
    };
    using Self = Application;
    using Request = WebRequest;
    static constexpr std::array routes = {
        Route{"/", "GET", [](Self& self, const Request& from) { return self.team_page(from); }},
        Route{"/login", "GET", [](Self& self, const Request& from) { return self.sign_in_form(from); }},
        Route{"/login", "POST", [](Self& self, const Request& from) { return self.sign_in(from); }},
        Route{"/logout", "POST", [](Self& self, const Request& from) { return self.sign_out(from); }},
        Route{"/healthz", "GET", [](Self& self, const Request&) { return self.health(); }},
        Route{"/sync/v1/enrol", "POST",
              [](Self& self, const Request& from) { return self.sync_.enrol(from); }},
        Route{"/sync/v1/records", "POST",
              [](Self& self, const Request& from) { return self.sync_.records(from); }},
        Route{"/sync/v1/roster", "GET",
              [](Self& self, const Request& from) { return self.sync_.roster(from); }},
        Route{"/xapi/statements", "GET",
              [](Self& self, const Request& from) { return read_statements(self.store_, from); }},
        Route{"/xapi/about", "GET", [](Self&, const Request&) { return about_xapi(); }},
    };
    constexpr std::string_view static_folder = "/static/";
    const std::string method = request.method == "HEAD" ? "GET" : request.method;
    if (request.path.rfind(static_folder, 0) == 0 && method == "GET")
        return assets_.serve(request, request.path.substr(static_folder.size()));
    const char* allowed = nullptr;
    for (const Route& route : routes) {
        if (request.path != route.path) continue;
        if (method == route.method) return route.answer(*this, request);
        allowed = route.method;
    }
    return allowed == nullptr ? no_such_page(request) : other_method(request, allowed);
}

WebResponse Application::health() const {
    if (const auto epoch = store_.epoch(); !epoch) return problem_response(epoch.error());
    return {200, "application/json", R"({"status":"ok"})", {{"Cache-Control", "no-store"}}};
}

WebResponse Application::sign_in_form(const WebRequest& request) {
    const auto who = signed_in(store_, request, clock_());
    if (who && *who) return see_other("/");
    return html_response(200, sign_in_page({}, {}));
}

/// An unknown user costs one hash too, so that the time of the answer does not tell who is known.
bool Application::is_right(const std::optional<UserRow>& user, const std::string& password) {
    if (user) return hasher_.matches(user->password_hash, password);
    const auto wasted = hasher_.hash(password);
    return wasted.has_value() && user.has_value();
}

WebResponse Application::sign_in(const WebRequest& request) {
    if (!comes_from_here(request)) return from_elsewhere(request);
    const HttpFields form = read_form(request.body);
    const auto field = [&](const char* name) {
        return form.count(name) != 0 ? form.at(name) : std::string();
    };
    const std::string login = field("login");
    const std::string password = field("password").substr(0, longest_password);
    const Micros now = clock_();
    if (!wrong_passwords_.allows(login, now))
        return html_response(
            429, sign_in_page(login, "Too many wrong passwords. Wait ten minutes, then try again."));
    const auto user = store_.find_user(login);
    if (!user) return problem_response(user.error());
    if (!is_right(*user, password)) {
        wrong_passwords_.note_failure(login, now);
        return html_response(401, sign_in_page(login, "User name or password is wrong."));
    }
    wrong_passwords_.forget(login);
    const auto cookie = open_session(store_, **user, now);
    if (!cookie) return problem_response(cookie.error());
    auto response = see_other("/");
    response.headers.emplace_back("Set-Cookie", session_cookie(*cookie, options_.secure_cookies));
    return response;
}

WebResponse Application::sign_out(const WebRequest& request) {
    if (!comes_from_here(request)) return from_elsewhere(request);
    const auto who = signed_in(store_, request, clock_());
    if (!who) return problem_response(who.error());
    if (!*who) return see_other("/login");
    const HttpFields form = read_form(request.body);
    const auto token = form.find("form_token");
    if (token == form.end() || !same_secret(token->second, (*who)->session.form_token))
        return from_elsewhere(request);
    const SessionRow& session = (*who)->session;
    if (auto closed = store_.close_session(session.organisation, session.token_hash); !closed)
        return problem_response(closed.error());
    auto response = see_other("/login");
    response.headers.emplace_back("Set-Cookie", no_session_cookie(options_.secure_cookies));
    return response;
}

WebResponse Application::team_page(const WebRequest& request) {
    const auto who = signed_in(store_, request, clock_());
    if (!who) return problem_response(who.error());
    if (!*who) return see_other("/login");
    const auto page = team_page_of(**who, weeks_from(request));
    if (!page) return problem_response(page.error());
    return html_response(200, *page);
}

Result<std::string> Application::team_page_of(const SignedIn& who, int weeks) {
    auto facts = read_team_facts(store_, who.user.organisation, who.user.site, weeks, clock_());
    if (!facts) return facts.error();
    facts->key_provisional = options_.key_provisional;
    return signed_in_page("Team", who, facts->site.name, team_main(make_team_view(*facts)));
}

}  // namespace touchstone::sync
