// SPDX-License-Identifier: Apache-2.0
#include "tests/support/http_probe.h"

#include <curl/curl.h>
#include <fmt/format.h>

#include <memory>

namespace touchstone::test {
namespace {

std::size_t take_body(char* bytes, std::size_t size, std::size_t count, void* into) {
    static_cast<ProbeAnswer*>(into)->body.append(bytes, size * count);
    return size * count;
}

std::size_t take_header(char* bytes, std::size_t size, std::size_t count, void* into) {
    const std::string line(bytes, size * count);
    const auto colon = line.find(": ");
    if (colon == std::string::npos) return line.size();
    std::string name = line.substr(0, colon);
    for (char& c : name)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    static_cast<ProbeAnswer*>(into)->headers[name] =
        line.substr(colon + 2, line.find_last_not_of("\r\n") - colon - 1);
    return line.size();
}

}  // namespace

ProbeAnswer ask(const Probe& probe) {
    const std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> easy(curl_easy_init(), curl_easy_cleanup);
    curl_slist* list = nullptr;
    for (const auto& header : probe.headers) list = curl_slist_append(list, header.c_str());
    ProbeAnswer answer;
    curl_easy_setopt(easy.get(), CURLOPT_URL, probe.url.c_str());
    curl_easy_setopt(easy.get(), CURLOPT_CUSTOMREQUEST, probe.method.c_str());
    curl_easy_setopt(easy.get(), CURLOPT_HTTPHEADER, list);
    curl_easy_setopt(easy.get(), CURLOPT_PROXY, "");
    curl_easy_setopt(easy.get(), CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(easy.get(), CURLOPT_TIMEOUT, 60L);
    if (probe.method == "HEAD") curl_easy_setopt(easy.get(), CURLOPT_NOBODY, 1L);
    if (!probe.body.empty()) {
        curl_easy_setopt(easy.get(), CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(probe.body.size()));
        curl_easy_setopt(easy.get(), CURLOPT_POSTFIELDS, probe.body.data());
    }
    curl_easy_setopt(easy.get(), CURLOPT_WRITEFUNCTION, take_body);
    curl_easy_setopt(easy.get(), CURLOPT_WRITEDATA, &answer);
    curl_easy_setopt(easy.get(), CURLOPT_HEADERFUNCTION, take_header);
    curl_easy_setopt(easy.get(), CURLOPT_HEADERDATA, &answer);
    long status = 0;
    if (curl_easy_perform(easy.get()) == CURLE_OK)
        curl_easy_getinfo(easy.get(), CURLINFO_RESPONSE_CODE, &status);
    curl_slist_free_all(list);
    answer.status = static_cast<int>(status);
    return answer;
}

std::string form_encoded(const std::string& text) {
    std::string out;
    for (const char c : text) out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    return out;
}

}  // namespace touchstone::test
