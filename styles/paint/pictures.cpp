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

constexpr double metresAnInch = 0.0254;

constexpr std::uint32_t white = 0xffffffff;

/// The pixels stay where they are, and must outlive it.
QImage imageOver(Raster& raster) {
    return {reinterpret_cast<uchar*>(raster.pixels.data()), raster.size.width, raster.size.height,
            QImage::Format_RGB32};
}

QSize sizeOf(SizePx size) { return {size.width, size.height}; }

[[noreturn]] void refuse(std::string id, const Page& page) {
    throw geo::Error(geo::ErrorKind::Refused, std::move(id),
                     {{"width", std::int64_t{page.size.width}}, {"height", std::int64_t{page.size.height}}});
}

void draw(const Page& page, QPainter& painter, const PaintSession& session) {
    const auto measure = makeTextMeasure(session);
    const auto canvas = makeCanvas(painter, session);
    page.draw(*canvas, *measure);
}

/// Paints on a device that writes into a buffer.
template <class Device>
void paintOn(Device& device, const Page& page, const PaintSession& session) {
    QPainter painter;
    if (!painter.begin(&device)) refuse("paint.not-encoded", page);
    draw(page, painter, session);
    if (!painter.end()) refuse("paint.not-encoded", page);
}

void setPaper(QPdfWriter& writer, const Page& page) {
    const QSizeF inches = QSizeF(sizeOf(page.size)) / page.pixelsPerInch;
    writer.setPageSize(QPageSize(inches, QPageSize::Inch, QString(), QPageSize::ExactMatch));
    writer.setPageMargins(QMarginsF());
}

/// One painter for the whole document: fonts stand in it once.
void paintPages(QPdfWriter& writer, Page page, const NextPage& next, const PaintSession& session) {
    setPaper(writer, page);
    QPainter painter;
    if (!painter.begin(&writer)) refuse("paint.not-encoded", page);
    draw(page, painter, session);
    for (auto other = next(); other; other = next()) {
        setPaper(writer, *other);
        if (!writer.newPage()) refuse("paint.not-encoded", *other);
        draw(*other, painter, session);
    }
    if (!painter.end()) refuse("paint.not-encoded", page);
}

Raster rasterOf(const Page& page, const PaintSession& session) {
    // Qt knows which sizes it can paint on; asking takes no memory.
    if (QImage(sizeOf(page.size), QImage::Format_RGB32).isNull()) refuse("paint.picture-too-large", page);
    const auto width = static_cast<std::size_t>(page.size.width);
    const auto height = static_cast<std::size_t>(page.size.height);
    Raster raster{page.size, std::vector<std::uint32_t>(width * height, white)};
    QImage image = imageOver(raster);
    paintOn(image, page, session);
    return raster;
}

}  // namespace

Page mapPage(const MapSheet& sheet, ComposedMap& map) {
    return {sheet.size, sheet.page.pixelsPerInch, sheet.text.title,
            [&sheet, &map](Canvas& canvas, const TextMeasure& measure) { map = composeMap(sheet, canvas, measure); }};
}

Painting paintingOf(const MapSheet& sheet, const PaintSession& session) {
    ComposedMap map;
    Raster raster = rasterOf(mapPage(sheet, map), session);
    return {std::move(raster), std::move(map)};
}

std::string pngOf(const Page& page, const PaintSession& session) {
    Raster raster = rasterOf(page, session);
    QImage image = imageOver(raster);
    image.setDotsPerMeterX(qRound(page.pixelsPerInch / metresAnInch));
    image.setDotsPerMeterY(qRound(page.pixelsPerInch / metresAnInch));
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    if (!image.save(&buffer, "PNG")) refuse("paint.not-encoded", page);
    return buffer.data().toStdString();
}

std::string svgOf(const Page& page, const PaintSession& session) {
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(qRound(page.pixelsPerInch));
    generator.setSize(sizeOf(page.size));
    generator.setViewBox(QRect(QPoint(0, 0), sizeOf(page.size)));
    generator.setTitle(QString::fromStdString(page.title));
    paintOn(generator, page, session);
    return buffer.data().toStdString();
}

std::string pdfOf(const NextPage& next, geo::Date asOf, const PaintSession& session) {
    auto first = next();
    if (!first) throw geo::Error(geo::ErrorKind::Internal, "paint.no-pages");
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(qRound(first->pixelsPerInch));
    writer.setTitle(QString::fromStdString(first->title));
    writer.setCreator("Khoanh");
    paintPages(writer, std::move(*first), next, session);
    return withFixedDates(buffer.data().toStdString(), asOf);
}

}  // namespace styles
