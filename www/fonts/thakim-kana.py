"""Makes thakim-kana.woff2: kana with the marks and tone letters of the Taiwanese kana."""
import sys
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

SOURCE, TARGET = sys.argv[1:3]
K = 0.5523
src = TTFont(SOURCE, fontNumber=3)
names, glyphs_of = src.getBestCmap(), src.getGlyphSet()
glyphs, cmap, metrics = {}, {}, {}

def draw(name, code, advance, act):
    pen = TTGlyphPen(None)
    act(Cu2QuPen(pen, 1.0, reverse_direction=True))
    glyphs[name] = pen.glyph()
    metrics[name] = (advance, 0)
    if code: cmap[code] = name

def poly(pen, points):
    pen.moveTo(points[0])
    for point in points[1:]: pen.lineTo(point)
    pen.closePath()

def stroke(pen, points, half=32):
    for (x0, y0), (x1, y1) in zip(points, points[1:]):
        dx, dy = x1 - x0, y1 - y0
        length = (dx * dx + dy * dy) ** 0.5
        nx, ny = -dy / length * half, dx / length * half
        poly(pen, [(x0 + nx, y0 + ny), (x1 + nx, y1 + ny), (x1 - nx, y1 - ny), (x0 - nx, y0 - ny)])

def ellipse(pen, cx, cy, rx, ry, turn=0.0, back=False):
    import math
    c, s = math.cos(turn), math.sin(turn)
    def at(x, y): return (cx + x * c - y * s, cy + x * s + y * c)
    quarters = [((rx, 0), (rx, ry * K), (rx * K, ry), (0, ry)), ((0, ry), (-rx * K, ry), (-rx, ry * K), (-rx, 0)),
                ((-rx, 0), (-rx, -ry * K), (-rx * K, -ry), (0, -ry)), ((0, -ry), (rx * K, -ry), (rx, -ry * K), (rx, 0))]
    if back: quarters = [tuple(reversed(q)) for q in reversed(quarters)]
    pen.moveTo(at(*quarters[0][0]))
    for q in quarters: pen.curveTo(*[at(*p) for p in q[1:]])
    pen.closePath()

def ring(pen, cx, cy, rx, ry, turn=0.0, thick=52):
    ellipse(pen, cx, cy, rx, ry, turn)
    ellipse(pen, cx, cy, rx - thick, ry - thick, turn, back=True)

draw(".notdef", None, 500, lambda pen: poly(pen, [(60, 0), (440, 0), (440, 700), (60, 700)]))
draw("space", 0x20, 250, lambda pen: None)
for code in [*range(0x30A1, 0x30FB), 0x30FB, 0x30FC, *range(0x31F0, 0x3200)]:
    if code in names:
        draw(f"uni{code:04X}", code, 1000, lambda pen, c=code: glyphs_of[names[c]].draw(pen))
# Small ヲ.
draw("u1B166", 0x1B166, 1000, lambda pen: glyphs_of[names[0x30F2]].draw(TransformPen(pen, (0.74, 0, 0, 0.74, 130, -60))))
# Marks stand on the character before them, which is 1,000 wide.
draw("uni0323", 0x323, 0, lambda pen: ellipse(pen, -500, -170, 62, 62))
draw("uni0305", 0x305, 0, lambda pen: poly(pen, [(-830, 905), (-170, 905), (-170, 960), (-830, 960)]))
draw("uni309A", 0x309A, 0, lambda pen: ring(pen, -150, 640, 105, 105, thick=42))
# The tone letters, after their pictures in the Unicode Standard, chart U1AFF0.
A = 420
tones = {
    0x1AFF0: lambda p: stroke(p, [(270, 800), (225, 400), (130, 0)]),
    0x1AFF1: lambda p: stroke(p, [(130, 800), (225, 400), (270, 0)]),
    0x1AFF2: lambda p: ellipse(p, 210, 640, 150, 85, 0.5),
    0x1AFF3: lambda p: stroke(p, [(310, 760), (110, 400), (310, 40)]),
    0x1AFF5: lambda p: stroke(p, [(210, 800), (210, 0)]),
    0x1AFF6: lambda p: ellipse(p, 210, 640, 150, 85, -0.5),
    0x1AFF7: lambda p: (stroke(p, [(150, 800), (150, 40)]), ring(p, 245, 95, 95, 95)),
    0x1AFF8: lambda p: (stroke(p, [(290, 800), (175, 420), (150, 60)]), ring(p, 245, 95, 95, 95)),
    0x1AFF9: lambda p: (stroke(p, [(270, 760), (290, 400), (340, 0)]), ring(p, 175, 705, 95, 95)),
    0x1AFFA: lambda p: ring(p, 210, 640, 165, 95, 0.5),
    0x1AFFB: lambda p: (stroke(p, [(370, 760), (170, 440)]), stroke(p, [(170, 360), (370, 40)]), ring(p, 120, 400, 95, 95)),
    0x1AFFD: lambda p: (stroke(p, [(150, 800), (150, 0)]), ring(p, 245, 400, 95, 95)),
    0x1AFFE: lambda p: ring(p, 210, 640, 165, 95, -0.5),
}
for code, act in tones.items(): draw(f"u{code:05X}", code, A, act)

font = FontBuilder(1000, isTTF=True)
font.setupGlyphOrder(list(glyphs))
font.setupCharacterMap(cmap)
font.setupGlyf(glyphs)
font.setupHorizontalMetrics({name: (advance, getattr(font.font["glyf"][name], "xMin", 0) if glyphs[name].numberOfContours else 0) for name, (advance, _) in metrics.items()})
font.setupHorizontalHeader(ascent=1160, descent=-320)
font.setupNameTable({"familyName": "Thakim Kana", "styleName": "Regular", "uniqueFontIdentifier": "Thakim Kana 1", "fullName": "Thakim Kana",
    "psName": "ThakimKana-Regular", "version": "Version 1.0", "licenseDescription": "SIL Open Font License, Version 1.1",
    "licenseInfoURL": "https://openfontlicense.org", "copyright": "Kana: © 2014-2021 Adobe (http://www.adobe.com/), from Noto Sans CJK TC."})
font.setupOS2(sTypoAscender=880, sTypoDescender=-120, usWinAscent=1160, usWinDescent=320)
font.setupPost()
# Marks are marks: a browser keeps them on their character.
from fontTools.ttLib import newTable
from fontTools.ttLib.tables import otTables as ot
gdef = ot.GDEF(); gdef.Version = 0x00010000
gdef.GlyphClassDef = ot.GlyphClassDef(); gdef.GlyphClassDef.classDefs = {n: 3 for n in ("uni0323", "uni0305", "uni309A")}
gdef.AttachList = gdef.LigCaretList = gdef.MarkAttachClassDef = None
table = newTable("GDEF"); table.table = gdef; font.font["GDEF"] = table
font.font["head"].created = font.font["head"].modified = 3786912000
font.font.flavor = "woff2"
font.font.recalcTimestamp = False
font.save(TARGET)
