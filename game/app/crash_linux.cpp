// SPDX-License-Identifier: Apache-2.0
// A signal handler may only use what POSIX calls async-signal-safe: no allocation, no printf, no locks. All
// that it needs is prepared in static memory while the program is well.
#include <execinfo.h>
#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <exception>
#include <filesystem>

#include "engine/basics/civil.h"
#include "game/app/crash.h"

namespace touchstone::game {
namespace {

struct Prepared {
    std::array<char, 4096> log{}, mark{};
    std::array<char, 512> reason{};               // of an exception that nobody caught
    alignas(16) std::array<char, 65536> stack{};  // the own one may have overflowed
    std::array<void*, 64> frames{};
};
Prepared prepared;  // a signal handler takes no argument of ours

void put(int file, const char* text) {
    const ssize_t written = write(file, text, std::strlen(text));
    (void)written;  // nothing can be done about it any more
}

void put_number(int file, long number, int digits) {
    std::array<char, 24> text{};
    std::size_t at = text.size() - 1;
    for (int i = 0; (i < digits || number > 0) && at > 0; ++i, number /= 10)
        text[--at] = static_cast<char>('0' + number % 10);
    put(file, &text[at]);
}

void put_time(int file) {
    timespec now{};
    clock_gettime(CLOCK_REALTIME, &now);
    const CivilDate date = civil_from_day(static_cast<Day>(now.tv_sec / 86'400));
    const long second = now.tv_sec % 86'400;
    const std::array<long, 6> parts{date.year,     date.month,       date.day,
                                    second / 3600, second / 60 % 60, second % 60};
    const std::array<const char*, 6> after{"-", "-", "T", ":", ":", "Z"};
    for (std::size_t i = 0; i < parts.size(); ++i) {
        put_number(file, parts[i], i == 0 ? 4 : 2);
        put(file, after[i]);
    }
}

const char* name_of(int number) {
    switch (number) {
        case SIGSEGV:
            return "SIGSEGV (wrong memory)";
        case SIGBUS:
            return "SIGBUS (wrong memory)";
        case SIGFPE:
            return "SIGFPE (wrong arithmetic)";
        case SIGILL:
            return "SIGILL (wrong instruction)";
        default:
            return "SIGABRT (gave up)";
    }
}

void report(int file, int number, int frames) {
    put(file, "\n==== Touchstone " TOUCHSTONE_VERSION " crashed at ");
    put_time(file);
    put(file, "\nsignal: ");
    put(file, name_of(number));
    if (prepared.reason[0] != '\0') put(file, "\nexception that nobody caught: ");
    put(file, prepared.reason.data());
    put(file, "\nbacktrace:\n");
    backtrace_symbols_fd(prepared.frames.data(), frames, file);
}

void crash(int number) {
    const int frames = backtrace(prepared.frames.data(), static_cast<int>(prepared.frames.size()));
    report(STDERR_FILENO, number, frames);
    const int log = open(prepared.log.data(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (log >= 0) {
        report(log, number, frames);
        fsync(log);
        close(log);
    }
    const int mark = open(prepared.mark.data(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    if (mark >= 0) close(mark);
    raise(number);  // SA_RESETHAND: now it ends the program, with a core file where those are wanted
}

template <std::size_t size>
void keep(std::array<char, size>& place, const char* text) {
    std::strncpy(place.data(), text, size - 1);
}

/// Keeps the words of the exception; the abort that follows writes them.
[[noreturn]] void on_terminate() {
    keep(prepared.reason, "of an unknown type");
    if (const std::exception_ptr current = std::current_exception()) {
        try {
            std::rethrow_exception(current);
        } catch (const std::exception& problem) {
            keep(prepared.reason, problem.what());
        } catch (...) {  // the words above stay
        }
    }
    std::abort();
}

}  // namespace

void watch_for_crashes(const std::string& log, const std::string& mark) {
    keep(prepared.log, log.c_str());
    keep(prepared.mark, mark.c_str());
    backtrace(prepared.frames.data(), 1);  // loads its library now: loading allocates
    stack_t stack{};
    stack.ss_sp = prepared.stack.data();
    stack.ss_size = prepared.stack.size();
    sigaltstack(&stack, nullptr);
    struct sigaction action {};
    action.sa_handler = crash;
    action.sa_flags =
        static_cast<int>(static_cast<unsigned>(SA_ONSTACK) | static_cast<unsigned>(SA_RESETHAND));
    for (const int number : {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT}) sigaction(number, &action, nullptr);
    std::set_terminate(on_terminate);
}

bool crashed_before(const std::string& mark) {
    std::error_code problem;
    return std::filesystem::remove(mark, problem);
}

}  // namespace touchstone::game
