// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/FileLock.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QThread>

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace litedeck {

namespace {

constexpr auto Pause = std::chrono::milliseconds(20);

/// Whether the name still leads to the file that was opened: its last holder may have removed it
/// between the opening and the locking.
bool isStillNamed(const QByteArray &path, int descriptor)
{
    struct stat opened = {};
    struct stat named = {};
    return ::fstat(descriptor, &opened) == 0 && ::stat(path.constData(), &named) == 0 &&
           opened.st_dev == named.st_dev && opened.st_ino == named.st_ino;
}

} // namespace

Expected<std::unique_ptr<FileLock>, FileLock::Failure> FileLock::acquire(const QString &path,
                                                                         Milliseconds patience)
{
    const QByteArray name = QFile::encodeName(path);
    const QDeadlineTimer deadline(patience);
    while (true) {
        const int descriptor = ::open(name.constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
        if (descriptor < 0)
            return Unexpected{Failure::Unavailable};
        if (::flock(descriptor, LOCK_EX | LOCK_NB) == 0) {
            if (isStillNamed(name, descriptor))
                return std::unique_ptr<FileLock>(new FileLock(name, descriptor));
            ::close(descriptor);
            continue;
        }
        const bool isTaken = errno == EWOULDBLOCK;
        ::close(descriptor);
        if (!isTaken)
            return Unexpected{Failure::Unavailable};
        if (deadline.hasExpired())
            return Unexpected{Failure::Taken};
        QThread::msleep(Pause.count());
    }
}

FileLock::FileLock(const QByteArray &path, int descriptor)
    : m_path(path)
    , m_descriptor(descriptor)
{}

FileLock::~FileLock()
{
    // Whoever made one of this name since holds that one.
    if (isStillNamed(m_path, m_descriptor))
        ::unlink(m_path.constData());
    ::close(m_descriptor);
}

} // namespace litedeck
