// SPDX-License-Identifier: Apache-2.0
// Paints into memory by raster, SVG and PDF devices.
#include "styles/paint/pictures.hpp"

#include <QBuffer>
#include <QImage>
#include <QPageLayout>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgGenerator>
#include <cstdint>
#include <utility>

#include "geo/base/error.hpp"
#include "styles/paint/pdf_dates.hpp"
#include "styles/paint/qt_canvas.hpp"

namespace styles {
namespace {

constexpr double pixelsPerInch = 96;

constexpr std::uint32_t white = 0xffffffff;

/// The pixels stay where they are, and must outlive it.
QImage imageOver(Raster& raster) {
    return {reinterpret_cast<uchar*>(raster.pixels.data()), raster.size.width, raster.size.height,
            QImage::Format_RGB32};
}

QSize sizeOf(const MapSheet& sheet) { return {sheet.size.width, sheet.size.height}; }

[[noreturn]] void refuse(std::string id, const MapSheet& sheet) {
    throw geo::Error(
        geo::ErrorKind::Refused, std::move(id),
        {{"width", std::int64_t{sheet.size.width}}, {"height", std::int64_t{sheet.size.height}}});
}

ComposedMap compose(const MapSheet& sheet, QPainter& painter, const PaintSession& session) {
    const auto measure = makeTextMeasure(session);
    const auto canvas = makeCanvas(painter, session);
    return composeMap(sheet, *canvas, *measure);
}

/// Paints on a device that writes into a buffer.
template <class Device>
ComposedMap paintOn(Device& device, const MapSheet& sheet, const PaintSession& session) {
    QPainter painter;
    if (!painter.begin(&device)) refuse("paint.not-encoded", sheet);
    ComposedMap map = compose(sheet, painter, session);
    if (!painter.end()) refuse("paint.not-encoded", sheet);
    return map;
}

}  // namespace

Painting paintingOf(const MapSheet& sheet, const PaintSession& session) {
    // Qt knows which sizes it can paint on; asking takes no memory.
    if (QImage(sizeOf(sheet), QImage::Format_RGB32).isNull()) refuse("paint.picture-too-large", sheet);
    const auto width = static_cast<std::size_t>(sheet.size.width);
    const auto height = static_cast<std::size_t>(sheet.size.height);
    Raster raster{sheet.size, std::vector<std::uint32_t>(width * height, white)};
    QImage image = imageOver(raster);
    ComposedMap map = paintOn(image, sheet, session);
    return {std::move(raster), std::move(map)};
}

Picture pngOf(const MapSheet& sheet, const PaintSession& session) {
    Painting painting = paintingOf(sheet, session);
    QImage image = imageOver(painting.raster);
    image.setDotsPerMeterX(qRound(pixelsPerInch / 0.0254));
    image.setDotsPerMeterY(qRound(pixelsPerInch / 0.0254));
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    if (!image.save(&buffer, "PNG")) refuse("paint.not-encoded", sheet);
    return {buffer.data().toStdString(), std::move(painting.map)};
}

Picture svgOf(const MapSheet& sheet, const PaintSession& session) {
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(static_cast<int>(pixelsPerInch));
    generator.setSize(sizeOf(sheet));
    generator.setViewBox(QRect(QPoint(0, 0), sizeOf(sheet)));
    generator.setTitle(QString::fromStdString(sheet.text.title));
    ComposedMap map = paintOn(generator, sheet, session);
    return {buffer.data().toStdString(), std::move(map)};
}

Picture pdfOf(const MapSheet& sheet, geo::Date asOf, const PaintSession& session) {
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(static_cast<int>(pixelsPerInch));
    writer.setTitle(QString::fromStdString(sheet.text.title));
    writer.setCreator("Khoanh");
    const QSizeF inches = QSizeF(sizeOf(sheet)) / pixelsPerInch;
    writer.setPageSize(QPageSize(inches, QPageSize::Inch, QString(), QPageSize::ExactMatch));
    writer.setPageMargins(QMarginsF());
    ComposedMap map = paintOn(writer, sheet, session);
    return {withFixedDates(buffer.data().toStdString(), asOf), std::move(map)};
}

}  // namespace styles
