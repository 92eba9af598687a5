// SPDX-License-Identifier: Apache-2.0
// XML by tags, attributes and texts.
#include "layers/files/xml_text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

namespace {

using layers::XmlEvent;
using layers::XmlScanner;

std::string tellingOf(std::string_view document) {
    std::string telling;
    XmlScanner xml(document);
    for (XmlEvent event = xml.next(); event != XmlEvent::End; event = xml.next()) {
        if (event == XmlEvent::Open) telling += "(" + std::string(xml.name()) + " ";
        if (event == XmlEvent::Close) telling += ")";
        if (event == XmlEvent::Text) telling += "'" + xml.text() + "'";
    }
    return telling;
}

TEST(XmlScanner, tellsTagsAndTextsInOrder) {
    EXPECT_EQ(tellingOf("<?xml version='1.0'?><!DOCTYPE a><x:a><!-- > --><b c='1>2'/>t &amp; u</x:a>"),
              "(a (b )'t & u')");
}

TEST(XmlScanner, resolvesTheFiveEntitiesAndLettersByNumber) {
    EXPECT_EQ(tellingOf("&lt;&gt;&quot;&apos;&#7879;&#x1EC7;&no;&"), "'<>\"'ệệ&no;&'");
    EXPECT_EQ(tellingOf("&#xD800;&#0;"), "'\xEF\xBF\xBD\xEF\xBF\xBD'");
    EXPECT_EQ(tellingOf("<![CDATA[a < b]]>"), "'a < b'");
}

TEST(XmlScanner, givesAttributesByTheirLocalName) {
    XmlScanner xml("<sheet name = 'Bảng &quot;1&quot;' sheetId=\"2\" r:id='rId3'>");
    xml.next();

    EXPECT_EQ(xml.attribute("name"), "Bảng \"1\"");
    EXPECT_EQ(xml.attribute("id"), "rId3");
    EXPECT_EQ(xml.attribute("none"), "");
}

TEST(XmlEscaped, isReadBackTheSame) {
    const std::string text = "a<b>&\"c' ệ";
    EXPECT_EQ(tellingOf(layers::xmlEscaped(text)), "'" + text + "'");
}

TEST(XmlScanner, endsOnAnyBytes) {
    std::mt19937 random(3);
    for (int i = 0; i < 20000; ++i) {
        std::string bytes(random() % 40, ' ');
        for (char& byte : bytes)
            byte = i % 2 == 0 ? static_cast<char>(random()) : "<>/!-[]CDATA&;#x='\"ab "[random() % 22];
        XmlScanner xml(bytes);
        std::size_t events = 0;
        while (xml.next() != XmlEvent::End) {
            xml.attribute("a");
            ++events;
        }
        EXPECT_LE(events, bytes.size() + 1);
    }
}

}  // namespace
