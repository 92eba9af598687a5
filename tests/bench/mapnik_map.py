# SPDX-License-Identifier: Apache-2.0
"""W by Mapnik: mapnik_map.py PLOTS.shp COMMUNES.shp OUT.png [minX minY maxX maxY]"""
import sys

import mapnik

COLOURS = ["#1f8a3b", "#4fb04f", "#8fd18f", "#c3e28a", "#5bb89a", "#c98a93",
           "#a9bff0", "#dcb3e6", "#f6a656", "#fadcba", "#5f7d3a", "#fdf3a6"]


def plots_style():
    """Twelve classes by the code of land, plots outlined as thinly as ours."""
    style = mapnik.Style()
    for index, colour in enumerate(COLOURS):
        rule = mapnik.Rule()
        rule.filter = mapnik.Expression("[maldlr] % 12 = {}".format(index))
        fill = mapnik.PolygonSymbolizer()
        fill.fill = mapnik.Color(colour)
        rule.symbols.append(fill)
        line = mapnik.LineSymbolizer()
        line.stroke = mapnik.Color("white")
        line.stroke_width = 0.3
        rule.symbols.append(line)
        style.rules.append(rule)
    return style


def communes_style():
    style, rule, line = mapnik.Style(), mapnik.Rule(), mapnik.LineSymbolizer()
    line.stroke = mapnik.Color("#222222")
    line.stroke_width = 1.2
    rule.symbols.append(line)
    style.rules.append(rule)
    return style


def add(sheet, name, style, path):
    sheet.append_style(name, style)
    layer = mapnik.Layer(name)
    layer.datasource = mapnik.Shapefile(file=path)
    layer.styles.append(name)
    sheet.layers.append(layer)


def main(plots, communes, target, *corners):
    sheet = mapnik.Map(1340, 990)
    add(sheet, "plots", plots_style(), plots)
    add(sheet, "communes", communes_style(), communes)
    sheet.zoom_all()
    if corners:
        sheet.zoom_to_box(mapnik.Box2d(*map(float, corners)))
    mapnik.render_to_file(sheet, target)


main(*sys.argv[1:])
