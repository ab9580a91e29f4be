// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/SignalConnections.h"
#include "core/chat/NextCost.h"

#include <QObject>
#include <QPointer>

#include <optional>

namespace litedeck {

class ChatSession;
class ChatView;
class NewChat;
class Pricing;

/// Says in the composer what the message that is being written is estimated to take.
class NextCostHint : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NextCostHint)

public:
    /// All outlive the hint.
    NextCostHint(ChatView &view, const NewChat &newChat, Pricing &pricing);

    /// Something else goes along with the message, such as the new chat's settings.
    void onContextChanged();

private:
    void onSessionChanged();
    const ChatSettings &settings() const;
    void update();

    ChatView &m_view;
    const NewChat &m_newChat;
    Pricing &m_pricing;
    QPointer<ChatSession> m_session;
    SignalConnections m_fromSession;
    /// Counted once for many letters that are typed.
    std::optional<SendSize> m_context;
    ChatSettings m_countedSettings; ///< With which the context was counted.
};

/// Such as "≈ 1,240 tokens, ≈ $0.0012, 1 credit"; what is not known is said to be unknown. The
/// whole comes first, then the same without what matters less and less.
QStringList nextCostTexts(const NextCost &cost);
/// How it was estimated, and what comes on top.
QString nextCostDetails(const NextCost &cost, const std::optional<Model> &model);

} // namespace litedeck
