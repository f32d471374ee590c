// SPDX-License-Identifier: Apache-2.0
#include "tests/support/loopback_server.h"

#include <atomic>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <chrono>
#include <thread>

namespace touchstone::test {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using tcp = asio::ip::tcp;

LoopbackRequest plain(const http::request<http::string_body>& request) {
    const auto header = [&](http::field field) { return std::string(request[field]); };
    return {std::string(request.method_string()),  std::string(request.target()),
            header(http::field::authorization),    header(http::field::content_type),
            header(http::field::content_encoding), request.body()};
}

http::response<http::string_body> answer_of(const LoopbackReply& reply) {
    http::response<http::string_body> answer;
    answer.result(static_cast<unsigned>(reply.status));
    if (!reply.content_type.empty()) answer.set(http::field::content_type, reply.content_type);
    if (!reply.retry_after.empty()) answer.set(http::field::retry_after, reply.retry_after);
    answer.body() = reply.body;
    answer.keep_alive(false);
    answer.prepare_payload();
    return answer;
}

void serve(tcp::socket socket, const LoopbackHandler& handler) {
    beast::error_code code;
    beast::flat_buffer buffer;
    http::request<http::string_body> request;
    http::read(socket, buffer, request, code);
    if (code) return;
    const LoopbackReply reply = handler(plain(request));
    std::this_thread::sleep_for(std::chrono::milliseconds(reply.delay_ms));
    if (!reply.hang_up) http::write(socket, answer_of(reply), code);
    socket.shutdown(tcp::socket::shutdown_both, code);
}

}  // namespace

struct LoopbackServer::Inside {
    asio::io_context context;
    tcp::acceptor acceptor{context, {asio::ip::make_address("127.0.0.1"), 0}};
    LoopbackHandler handler;
    std::atomic<bool> stopping{false};
    std::thread thread;

    explicit Inside(LoopbackHandler answer) : handler(std::move(answer)), thread([this] { run(); }) {}
    void run() {
        while (!stopping) {
            tcp::socket socket(context);
            beast::error_code code;
            acceptor.accept(socket, code);
            if (!code && !stopping) serve(std::move(socket), handler);
        }
    }
};

LoopbackServer::LoopbackServer(LoopbackHandler handler)
    : inside_(std::make_unique<Inside>(std::move(handler))) {}

LoopbackServer::~LoopbackServer() {
    inside_->stopping = true;
    asio::io_context context;
    tcp::socket last(context);
    beast::error_code ignored;  // It only has to wake up accept().
    last.connect(inside_->acceptor.local_endpoint(), ignored);
    inside_->thread.join();
}

std::string LoopbackServer::url() const {
    return "http://127.0.0.1:" + std::to_string(inside_->acceptor.local_endpoint().port());
}

}  // namespace touchstone::test
