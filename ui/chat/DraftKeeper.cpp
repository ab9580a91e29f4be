// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/DraftKeeper.h"

#include "chat/AttachmentReader.h"
#include "chat/ChatLibrary.h"
#include "chat/ChatView.h"
#include "chat/Composer.h"
#include "chat/NewChat.h"

#include <utility>

namespace litedeck {

DraftKeeper::DraftKeeper(ChatView &view, NewChat &newChat, ChatLibrary &library, Clock &clock)
    : m_view(view)
    , m_newChat(newChat)
    , m_library(library)
    , m_timer(clock.createTimer())
{
    connect(m_timer.get(), &Timer::fired, this, &DraftKeeper::save);
    connect(&view, &ChatView::sessionChanged, this, &DraftKeeper::onSessionChanged);
    connect(view.composer(), &Composer::textChanged, this, &DraftKeeper::onTextChanged);
    connect(view.composer(), &Composer::attachmentsChanged, this, &DraftKeeper::onFilesChanged);
    onSessionChanged();
}

DraftKeeper::~DraftKeeper()
{
    save();
    leaveFiles();
}

void DraftKeeper::onSessionChanged()
{
    save();
    leaveFiles();
    m_session = m_view.session();
    m_isOfNewChat = m_session.isNull();
    m_draft = m_isOfNewChat ? m_newChat.draft() : m_session->conversation().draft;
    m_place = m_session ? m_session->conversation().id.value : m_newChat.place();
    m_view.composer()->setText(m_draft);
    showFiles();
}

void DraftKeeper::showFiles()
{
    ++m_round;
    m_isShowing = true;
    m_view.composer()->setFiles(m_files.value(m_place));
    m_isShowing = false;
    if (!m_files.contains(m_place))
        m_library.store().loadDraftFiles(
            m_place, this, [this, round = m_round](const StoreResult<QList<DraftFile>> &files) {
                if (round == m_round)
                    onFilesRead(files ? *files : QList<DraftFile>());
            });
}

void DraftKeeper::onFilesRead(const QList<DraftFile> &files)
{
    // They are read again when their draft is shown again.
    if (m_view.composer()->isEditing())
        return;
    m_files.insert(m_place, files);
    if (!files.isEmpty())
        m_view.composer()->prependFiles(files);
    onFilesChanged();
}

void DraftKeeper::leaveFiles()
{
    Composer *composer = m_view.composer();
    if (m_place.isEmpty() || composer->isEditing())
        return;
    if (std::unique_ptr<AttachmentReader> reader = composer->takeReader()) {
        onFilesChanged();
        leaveReader(std::move(reader));
    }
    // Those that were attached before the stored ones were read.
    if (m_files.contains(m_place) || composer->files().isEmpty())
        return;
    m_library.store().addDraftFiles(m_place, composer->files());
    if (m_session)
        m_session->setHasDraftFiles(true);
}

void DraftKeeper::leaveReader(std::unique_ptr<AttachmentReader> reader)
{
    AttachmentReader *left = reader.release();
    left->setParent(this);
    const auto onRead = [this, place = m_place, session = m_session](const AttachmentResult &result,
                                                                     const QString &path) {
        if (result)
            onLateFile(place, session, {*result, path});
        else
            m_view.composer()->tell(result.error());
    };
    connect(left, &AttachmentReader::read, this, onRead);
    connect(left, &AttachmentReader::finished, left, &QObject::deleteLater);
}

void DraftKeeper::onLateFile(const QString &place, const QPointer<ChatSession> &session,
                             const DraftFile &file)
{
    if (place == m_place) {
        m_view.composer()->appendFile(file);
        return;
    }
    if (m_files.contains(place))
        m_files[place] += file;
    m_library.store().addDraftFiles(place, {file});
    if (session)
        session->setHasDraftFiles(true);
}

void DraftKeeper::onFilesChanged()
{
    // Until the stored ones are read there is nothing to compare with.
    const Composer *composer = m_view.composer();
    if (m_isShowing || composer->isEditing() || composer->isReadingFiles() ||
        !m_files.contains(m_place) || m_files.value(m_place) == composer->files())
        return;
    m_files.insert(m_place, composer->files());
    m_library.store().saveDraftFiles(m_place, composer->files());
    if (m_session)
        m_session->setHasDraftFiles(!composer->files().isEmpty());
}

void DraftKeeper::onTextChanged()
{
    const QString draft = m_view.composer()->draft();
    if (draft == m_draft)
        return;
    m_draft = draft;
    m_isSaved = false;
    if (!m_timer->isActive())
        m_timer->start(Pause);
    // What was sent must not be there once more after a crash.
    if (m_draft.isEmpty())
        save();
}

void DraftKeeper::save()
{
    m_timer->stop();
    if (std::exchange(m_isSaved, true))
        return;
    if (m_session)
        m_session->setDraft(m_draft);
    else if (m_isOfNewChat)
        m_newChat.setDraft(m_draft);
}

} // namespace litedeck
