#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What QGIS makes of an exported GeoPackage with the styles it carries, beside our own picture.

    docs/gallery/qgis_pictures.py EXPORT.gpkg OUR_COVER.png FOLDER

Draws the communes, and all layers upon each other, into FOLDER; then prints which share of the communes' area
each class of forest cover has by the figures, in QGIS's picture and in ours, and ends with 1 where one differs
from the figures by more than a point. Wants QGIS 3.22 or later with its bindings (python3-qgis).
"""
import sys

from qgis.core import (QgsApplication, QgsExpression, QgsExpressionContext, QgsMapRendererSequentialJob,
                       QgsMapSettings, QgsVectorLayer)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor, QImage

SIZE = QSize(1280, 933)
MOST_POINTS_APART = 1.0
MAP_OF_OUR_PICTURE = 0.78  # the rest is legend


def styled_layers(gpkg):
    """The layers of the file that have a style, as it is loaded."""
    names = QgsVectorLayer(f"{gpkg}|layername=layer_styles", "styles", "ogr")
    for row in names.getFeatures():
        name = row["f_table_name"]
        layer = QgsVectorLayer(f"{gpkg}|layername={name}", name, "ogr")
        message, loaded = layer.loadDefaultStyle()
        if not loaded:
            sys.exit(f"{name}: {message}")
        yield layer


def picture(layers):
    settings = QgsMapSettings()
    settings.setLayers(list(reversed(layers)))
    settings.setDestinationCrs(layers[0].crs())
    settings.setOutputSize(SIZE)
    settings.setOutputDpi(96)
    extent = layers[0].extent()
    extent.scale(1.05)
    settings.setExtent(extent)
    settings.setBackgroundColor(QColor("white"))
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    for error in job.errors():
        sys.exit(f"{error.layerID}: {error.message}")
    return job.renderedImage()


def classes_of(layer):
    """(label, filter, colour) of the rules that are classes of the value."""
    for rule in layer.renderer().rootRule().children():
        if "forest_cover" in rule.filterExpression() and "NULL" not in rule.filterExpression():
            yield rule.label(), rule.filterExpression(), rule.symbol().color().name()


def area_of(layer, expression):
    wanted = QgsExpression(expression)
    context = QgsExpressionContext()
    total = 0.0
    for feature in layer.getFeatures():
        context.setFeature(feature)
        context.setFields(layer.fields())
        if wanted.evaluate(context):
            total += feature.geometry().area()
    return total


def pixels_of(image, colours, part_with_map=1.0):
    """Pixels of exactly each colour, in the left part of the picture that holds the map."""
    counts = dict.fromkeys(colours, 0)
    for y in range(image.height()):
        for x in range(int(image.width() * part_with_map)):
            name = image.pixelColor(x, y).name()
            if name in counts:
                counts[name] += 1
    return counts


def shares(amounts):
    total = sum(amounts.values())
    return {key: 100.0 * amount / total for key, amount in amounts.items()}


def compare(communes, qgis, ours):
    classes = list(classes_of(communes))
    colours = [colour for _, _, colour in classes]
    by_figures = shares({colour: area_of(communes, rule) for _, rule, colour in classes})
    by_qgis = shares(pixels_of(qgis, colours))
    by_us = shares(pixels_of(ours, colours, MAP_OF_OUR_PICTURE))
    worst = 0.0
    print(f"{'class':28} {'figures':>9} {'QGIS':>9} {'ours':>9}   share of the area, %")
    for label, _, colour in classes:
        print(f"{label:28} {by_figures[colour]:9.2f} {by_qgis[colour]:9.2f} {by_us[colour]:9.2f}")
        worst = max(worst, abs(by_qgis[colour] - by_figures[colour]), abs(by_us[colour] - by_figures[colour]))
    print(f"farthest from the figures: {worst:.2f} points")
    return worst <= MOST_POINTS_APART


def main(gpkg, our_picture, folder):
    QgsApplication.setPrefixPath("/usr", True)
    application = QgsApplication([], False)
    application.initQgis()
    layers = list(styled_layers(gpkg))
    by_name = {layer.name(): layer for layer in layers}
    communes = by_name["communes_2025"]
    picture([communes]).save(f"{folder}/qgis-forest-cover.png")
    above = [layer for layer in layers if not layer.name().startswith(("communes", "districts"))]
    picture([communes] + above).save(f"{folder}/qgis-all-layers.png")
    communes.setLabelsEnabled(False)
    agrees = compare(communes, picture([communes]), QImage(our_picture))
    layers.clear(), by_name.clear()
    del communes, above
    application.exitQgis()
    return 0 if agrees else 1


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
