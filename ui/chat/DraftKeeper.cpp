// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/DraftKeeper.h"

#include "core/chat/LiveChats.h"
#include "core/chat/NewChat.h"
#include "ui/chat/AttachmentBar.h"
#include "ui/chat/ChatView.h"
#include "ui/chat/Composer.h"

#include <utility>

namespace litedeck {

namespace {

QString joined(const QString &draft, const QString &written)
{
    return draft.isEmpty() || written.isEmpty() ? draft + written : draft + u'\n' + written;
}

} // namespace

DraftKeeper::DraftKeeper(ChatView &view, NewChat &newChat, LiveChats &live, Clock &clock)
    : m_view(view)
    , m_newChat(newChat)
    , m_live(live)
    , m_timer(clock.createTimer())
{
    connect(m_timer.get(), &Timer::fired, this, &DraftKeeper::save);
    connect(&view, &ChatView::sessionChanged, this, &DraftKeeper::onSessionChanged);
    connect(view.composer(), &Composer::textChanged, this, &DraftKeeper::onTextChanged);
    connect(view.composer(), &Composer::attachmentsChanged, this, &DraftKeeper::onFilesChanged);
    connect(&live, &LiveChats::opened, this, &DraftKeeper::onOpened);
    onSessionChanged();
}

DraftKeeper::~DraftKeeper()
{
    save();
    leaveFiles();
}

void DraftKeeper::onSessionChanged()
{
    ChatSession *session = m_view.session();
    if (session != nullptr && session->conversation().id == m_opening) {
        onShown(*session);
        return;
    }
    save();
    if (!m_opening.isEmpty() && !m_draft.isEmpty())
        m_early.insert(m_opening, m_draft);
    leaveFiles();
    m_session = session;
    m_opening = m_view.opening();
    m_isOfNewChat = session == nullptr && m_opening.isEmpty();
    if (m_isOfNewChat) {
        m_draft = m_newChat.draft();
        m_place = m_newChat.place();
    } else {
        m_draft = session != nullptr ? session->conversation().draft : m_early.take(m_opening);
        m_place = session != nullptr ? session->conversation().id.value : m_opening.value;
    }
    m_view.composer()->setText(m_draft);
    showFiles();
}

void DraftKeeper::onShown(ChatSession &session)
{
    m_opening = {};
    m_session = &session;
    Composer *composer = m_view.composer();
    const QString written = composer->text();
    m_draft = session.conversation().draft;
    // A text that is left alone keeps its place for typing, and what an input method began.
    if (!m_draft.isEmpty())
        composer->setText(joined(m_draft, written));
    onTextChanged();
    if (!composer->attachmentBar()->files().isEmpty())
        session.setHasDraftFiles(true);
}

void DraftKeeper::onOpened(ChatSession *session)
{
    // What is in sight is taken over when the chat is shown.
    const ConversationId &id = session->conversation().id;
    if (id != m_opening && m_early.contains(id))
        session->setDraft(joined(session->conversation().draft, m_early.take(id)));
}

void DraftKeeper::showFiles()
{
    ++m_round;
    m_isShowing = true;
    m_view.composer()->attachmentBar()->setFiles(m_files.value(m_place));
    m_isShowing = false;
    if (!m_files.contains(m_place))
        m_live.store().loadDraftFiles(
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
        m_view.composer()->attachmentBar()->prependFiles(files);
    onFilesChanged();
}

void DraftKeeper::leaveFiles()
{
    AttachmentBar *bar = m_view.composer()->attachmentBar();
    if (m_place.isEmpty() || m_view.composer()->isEditing())
        return;
    if (std::unique_ptr<AttachmentReader> reader = bar->takeReader()) {
        onFilesChanged();
        leaveReader(std::move(reader));
    }
    // Those that were attached before the stored ones were read.
    if (m_files.contains(m_place) || bar->files().isEmpty())
        return;
    m_live.store().addDraftFiles(m_place, bar->files());
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
            m_view.composer()->attachmentBar()->tell(result.error());
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
    m_live.store().addDraftFiles(place, {file});
    if (session)
        session->setHasDraftFiles(true);
}

void DraftKeeper::onFilesChanged()
{
    // Until the stored ones are read there is nothing to compare with.
    const AttachmentBar *bar = m_view.composer()->attachmentBar();
    if (m_isShowing || m_view.composer()->isEditing() || bar->isReading() ||
        !m_files.contains(m_place) || m_files.value(m_place) == bar->files())
        return;
    m_files.insert(m_place, bar->files());
    m_live.store().saveDraftFiles(m_place, bar->files());
    if (m_session)
        m_session->setHasDraftFiles(!bar->files().isEmpty());
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
