// SPDX-License-Identifier: Apache-2.0
// The five verbs by QPainter.
#include "styles/paint/qt_canvas.hpp"

#include <QFont>
#include <QFontMetricsF>
#include <QImage>
#include <QPainter>
#include <QPainterPath>
#include <QTransform>
#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace styles {
namespace {

QColor toQt(Colour colour) { return QColor(colour.red, colour.green, colour.blue); }
QPointF toQt(PointPx point) { return {point.x, point.y}; }
QString toQt(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QPen toQt(const Pen& pen) {
    return QPen(QBrush(toQt(pen.colour)), pen.width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
}

/// Of a line so thin, the arc around a corner is smaller than anybody sees, and half the work.
QPen toQtPicture(const Pen& pen) {
    constexpr double roundedFrom_px = 4;
    QPen qtPen = toQt(pen);
    if (pen.width < roundedFrom_px) qtPen.setJoinStyle(Qt::BevelJoin);
    return qtPen;
}

QFont::Weight toQt(Weight weight) {
    switch (weight) {
        case Weight::Regular:
            return QFont::Normal;
        case Weight::Medium:
            return QFont::Medium;
        case Weight::SemiBold:
            return QFont::DemiBold;
        case Weight::Bold:
            return QFont::Bold;
    }
    return QFont::Normal;
}

/// Fonts are made at this size and scaled, since Qt takes whole pixels only.
constexpr int designSize_px = 100;

/// Marks for which the font has other shapes beside digits and capitals. A PDF knows no letter for those, so
/// that nobody would find `VN-2000` in it; without shaping the plain marks are taken.
bool hasOtherShapes(std::string_view text) {
    constexpr std::array<std::string_view, 18> marks{"(", ")", "[", "]", "{", "}", "-", ":", "=",
                                                     "<", ">", "+", "@", "≥", "≤", "≈", "−", "–"};
    return std::ranges::any_of(marks, [&](std::string_view mark) { return text.find(mark) != text.npos; });
}

QFont fontFor(std::string_view text, const std::string& family, Weight weight) {
    QFont font(toQt(family));
    font.setPixelSize(designSize_px);
    font.setWeight(toQt(weight));
    font.setHintingPreference(QFont::PreferNoHinting);
    const int plain = hasOtherShapes(text) ? QFont::PreferNoShaping : 0;
    font.setStyleStrategy(QFont::StyleStrategy(QFont::PreferAntialias | QFont::NoFontMerging | plain));
    return font;
}

QPainterPath pathOf(const PathsPx& paths) {
    QPainterPath qtPath;
    for (const PathPx& path : paths) {
        if (path.empty()) continue;
        qtPath.moveTo(toQt(path.front()));
        for (std::size_t i = 1; i < path.size(); ++i) qtPath.lineTo(toQt(path[i]));
        if (path.size() > 2 && path.front() == path.back()) qtPath.closeSubpath();
    }
    return qtPath;
}

QPainterPath polygonPath(const QPolygonF& corners) {
    QPainterPath path;
    path.addPolygon(corners);
    path.closeSubpath();
    return path;
}

/// Corners on a circle, the first above its centre; every other one on an inner circle for a star.
QPainterPath cornersPath(int corners, double outer, double inner) {
    QPolygonF polygon;
    for (int i = 0; i < corners; ++i) {
        const double turn = 2 * std::numbers::pi * i / corners;
        const double radius = i % 2 == 0 ? outer : inner;
        polygon << QPointF(radius * std::sin(turn), -radius * std::cos(turn));
    }
    return polygonPath(polygon);
}

QPainterPath plusPath() {
    constexpr double arm = 0.17;
    constexpr double reach = 0.52;
    return polygonPath({{-arm, -reach},
                        {arm, -reach},
                        {arm, -arm},
                        {reach, -arm},
                        {reach, arm},
                        {arm, arm},
                        {arm, reach},
                        {-arm, reach},
                        {-arm, arm},
                        {-reach, arm},
                        {-reach, -arm},
                        {-arm, -arm}});
}

QPainterPath circlePath(double radius) {
    QPainterPath path;
    path.addEllipse(QPointF(0, 0), radius, radius);
    return path;
}

/// A symbol in a square of side 1 around the origin; their areas look alike.
QPainterPath shapeOf(Symbol symbol) {
    switch (symbol) {
        case Symbol::NorthArrow:
            return polygonPath({{0, -0.5}, {0.34, 0.45}, {0, 0.22}, {-0.34, 0.45}});
        case Symbol::MarkLeft:
            return polygonPath({{-0.45, 0}, {0.4, -0.45}, {0.4, 0.45}});
        case Symbol::Circle:
            return circlePath(0.5);
        case Symbol::Square:
            return polygonPath({{-0.44, -0.44}, {0.44, -0.44}, {0.44, 0.44}, {-0.44, 0.44}});
        case Symbol::Triangle:
            return polygonPath({{0, -0.56}, {0.56, 0.42}, {-0.56, 0.42}});
        case Symbol::TriangleDown:
            return polygonPath({{0, 0.56}, {-0.56, -0.42}, {0.56, -0.42}});
        case Symbol::Diamond:
            return polygonPath({{0, -0.6}, {0.5, 0}, {0, 0.6}, {-0.5, 0}});
        case Symbol::Pentagon:
            return cornersPath(5, 0.54, 0.54);
        case Symbol::Hexagon:
            return cornersPath(6, 0.53, 0.53);
        case Symbol::Star:
            return cornersPath(10, 0.62, 0.27);
        case Symbol::Plus:
            return plusPath();
        case Symbol::Cross:
            return QTransform().rotate(45).map(plusPath());
        case Symbol::Ring:
            return circlePath(0.5).subtracted(circlePath(0.26));
    }
    return {};
}

class QtTextMeasure : public TextMeasure {
  public:
    explicit QtTextMeasure(const PaintSession& session) : m_family(session.fontFamily()) {}

    TextExtent measure(std::string_view text, const TextStyle& style) const override {
        const QFontMetricsF metrics(fontFor(text, m_family, style.weight));
        const double scale = style.size / designSize_px;
        return {metrics.horizontalAdvance(toQt(text)) * scale, metrics.ascent() * scale,
                metrics.descent() * scale};
    }

  private:
    std::string m_family;
};

// A page of A4 or A3 at 150 dots an inch has images of 300.
constexpr int detailOnPaper = 2;

// Pixels of a long outline cost more than those of its pieces, for all of it is sorted at once.
constexpr std::size_t piecePoints = 64;

QPainterPath pieceOf(const PathPx& line, std::size_t from) {
    const std::size_t end = std::min(line.size(), from + piecePoints);
    QPainterPath piece(toQt(line[from]));
    for (std::size_t i = from + 1; i < end; ++i) piece.lineTo(toQt(line[i]));
    return piece;
}

bool isPicture(const QPainter& painter) { return painter.device()->devType() == QInternal::Image; }

class QtCanvas : public Canvas {
  public:
    QtCanvas(QPainter& painter, const PaintSession& session)
        : m_painter(painter), m_family(session.fontFamily()) {
        m_painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing |
                                 QPainter::LosslessImageRendering | QPainter::LosslessImageRendering);
    }

    void fill(const PathsPx& rings, Colour colour) override {
        m_painter.fillPath(pathOf(rings), toQt(colour));
    }

    void stroke(const PathsPx& lines, const Pen& pen) override {
        if (!isPicture(m_painter)) return m_painter.strokePath(pathOf(lines), toQt(pen));
        const QPen qtPen = toQtPicture(pen);
        for (const PathPx& line : lines) {
            for (std::size_t from = 0; from + 1 < line.size(); from += piecePoints - 1)
                m_painter.strokePath(pieceOf(line, from), qtPen);
        }
    }

    void symbol(PointPx centre, const SymbolLook& look) override {
        const QTransform place = QTransform::fromTranslate(centre.x, centre.y).scale(look.size, look.size);
        const QPainterPath shape = place.map(shapeOf(look.symbol));
        m_painter.fillPath(shape, toQt(look.colour));
        if (look.outline) m_painter.strokePath(shape, toQt(*look.outline));
    }

    void text(std::string_view text, PointPx baseline, const TextStyle& style) override {
        const QFont font = fontFor(text, m_family, style.weight);
        const double scale = style.size / designSize_px;
        m_painter.save();
        m_painter.translate(toQt(baseline));
        if (style.turn_deg != 0) m_painter.rotate(style.turn_deg);
        m_painter.scale(scale, scale);
        if (style.halo) strokeAround(text, font, {style.halo->colour, 2 * style.halo->width / scale});
        m_painter.setFont(font);
        m_painter.setPen(toQt(style.colour));
        m_painter.drawText(QPointF(0, 0), toQt(text));
        m_painter.restore();
    }

    void image(const RectPx& place, const Raster& raster) override {
        const auto* bytes = reinterpret_cast<const uchar*>(raster.pixels.data());
        const QImage image(bytes, raster.size.width, raster.size.height, QImage::Format_ARGB32_Premultiplied);
        m_painter.drawImage(
            QRectF(toQt(PointPx{place.left, place.top}), toQt(PointPx{place.right, place.bottom})), image);
    }

    int imageDetail() const override { return isPicture(m_painter) ? 1 : detailOnPaper; }

  private:
    void strokeAround(std::string_view text, const QFont& font, const Pen& pen) {
        QPainterPath letters;
        letters.addText(0, 0, font, toQt(text));
        m_painter.strokePath(letters, isPicture(m_painter) ? toQtPicture(pen) : toQt(pen));
    }

    QPainter& m_painter;
    std::string m_family;
};

}  // namespace

std::unique_ptr<TextMeasure> makeTextMeasure(const PaintSession& session) {
    return std::make_unique<QtTextMeasure>(session);
}

std::unique_ptr<Canvas> makeCanvas(QPainter& painter, const PaintSession& session) {
    return std::make_unique<QtCanvas>(painter, session);
}

}  // namespace styles
