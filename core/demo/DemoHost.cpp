// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/DemoHost.h"

using namespace Qt::StringLiterals;

namespace litedeck::demo {

DemoHost::DemoHost(const DemoScenario &scenario)
    : m_gateway(new DemoGateway(scenario))
{
    m_thread.setObjectName(u"demo-gateway"_s);
    m_gateway->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_gateway, &QObject::deleteLater);
    m_thread.start();
    m_gateway->listen();
}

DemoHost::~DemoHost()
{
    m_thread.quit();
    m_thread.wait();
}

} // namespace litedeck::demo
