// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/Icon.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

QString pathOf(const QString &name)
{
    return u":/litedeck/icons/%1.svg"_s.arg(name);
}

/// `side` in device pixels; the result has a device pixel ratio of 1.
QPixmap rendered(const QString &name, const QColor &color, int side)
{
    const QString key =
        u"litedeck-icon/%1/%2/%3"_s.arg(name, color.name(QColor::HexArgb)).arg(side);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    QSvgRenderer renderer(pathOf(name));
    if (!renderer.isValid())
        return {};
    pixmap = QPixmap(side, side);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    renderer.render(&painter, QRectF(0, 0, side, side));
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(pixmap.rect(), color);
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

/// Tints at paint time, so that a change of theme needs no new icons.
class TintedIconEngine final : public QIconEngine
{
public:
    TintedIconEngine(QString name, Tone tone)
        : m_name(std::move(name))
        , m_tone(tone)
    {}

    QIconEngine *clone() const override { return new TintedIconEngine(*this); }
    QString key() const override { return u"litedeck"_s; }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal ratio = painter->device()->devicePixelRatio();
        const int side = qRound(qMin(rect.width(), rect.height()) * ratio);
        QPixmap picture = pixmap({side, side}, mode, state);
        picture.setDevicePixelRatio(ratio);
        QRectF target(QPointF(), picture.deviceIndependentSize());
        target.moveCenter(QRectF(rect).center());
        painter->drawPixmap(target.topLeft(), picture);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override
    {
        return rendered(m_name, colorFor(mode), qMin(size.width(), size.height()));
    }

private:
    QColor colorFor(QIcon::Mode mode) const
    {
        const Theme theme = Theme::of(QGuiApplication::palette());
        const QColor normal = toneColors(theme, m_tone).text;
        switch (mode) {
        case QIcon::Normal:
            return normal;
        case QIcon::Disabled:
            return mixed(theme.surface, theme.mutedText, 0.5);
        case QIcon::Active:
            return mixed(normal, theme.text, m_tone == Tone::Neutral ? 1.0 : 0.25);
        case QIcon::Selected:
            return m_tone != Tone::Neutral ? normal : theme.accent;
        }
        Q_UNREACHABLE();
    }

    QString m_name;
    Tone m_tone = Tone::Neutral;
};

/// Draws the program's icon in the sizes that somebody asks for: drawing all of them takes longer
/// than the rest of a window.
class AppIconEngine final : public QIconEngine
{
public:
    QIconEngine *clone() const override { return new AppIconEngine; }
    QString key() const override { return u"litedeck-app"_s; }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode, QIcon::State) override
    {
        const int side = qMin(rect.width(), rect.height());
        QRectF target(0, 0, side, side);
        target.moveCenter(QRectF(rect).center());
        QSvgRenderer(u":/litedeck/litedeck.svg"_s).render(painter, target);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, pixmap.rect(), mode, state);
        return pixmap;
    }

    QList<QSize> availableSizes(QIcon::Mode, QIcon::State) override
    {
        QList<QSize> sizes;
        for (const int side : {16, 22, 24, 32, 48, 64, 128, 256})
            sizes.append({side, side});
        return sizes;
    }
};

} // namespace

QIcon icon(const QString &name, Tone tone)
{
    return QFile::exists(pathOf(name)) ? QIcon(new TintedIconEngine(name, tone)) : QIcon();
}

QPixmap tintedPixmap(const QString &name, const QColor &color, int size, qreal devicePixelRatio)
{
    QPixmap pixmap = rendered(name, color, qRound(size * devicePixelRatio));
    pixmap.setDevicePixelRatio(devicePixelRatio);
    return pixmap;
}

QIcon appIcon()
{
    return QIcon(new AppIconEngine);
}

} // namespace litedeck
